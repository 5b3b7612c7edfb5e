// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/VerdictWords.h"

#include "ui/text/FindingWords.h"

#include <QCoreApplication>

namespace carriel::text {

namespace {

QString say(const char *english)
{
    return QCoreApplication::translate("Verdict", english);
}

VerdictWords pair(const char *headline, const char *text)
{
    return {say(headline), say(text)};
}

// Claimed and certified are different things, and are said as such.
QString when(const VerdictFacts &facts)
{
    QString text;
    if (!facts.claimed.isEmpty())
        text += u' ' + say(QT_TRANSLATE_NOOP("Verdict", "Their computer said %1.")).arg(facts.claimed);
    if (!facts.date.isEmpty())
        text += u' ' + say(QT_TRANSLATE_NOOP("Verdict", "A timestamp proves that it existed on %1.")).arg(facts.date);
    else if (!facts.claimed.isEmpty())
        text += u' ' + say(QT_TRANSLATE_NOOP("Verdict", "Nobody certified that time."));
    if (const QStringList doubts = doubtsAboutTime(facts.notes); !doubts.isEmpty())
        text += u' ' + sentenceOf(doubts) + u'.';
    return text;
}

// Something else than proofs, timestamps and signatures, though nothing that a page shows.
bool touchesData(const QStringList &notes)
{
    return notes.contains(QLatin1String("document information")) ||
           notes.contains(QLatin1String("something that nothing shows"));
}

// What became of the document after this signature, where nothing of it is forbidden.
QString afterwards(const VerdictFacts &facts)
{
    if (facts.after == QLatin1String("B2"))
        return say(QT_TRANSLATE_NOOP("Verdict", "Another signature was added afterwards, which is allowed."));
    if (facts.after == QLatin1String("B3") || facts.after == QLatin1String("B4"))
        return say(QT_TRANSLATE_NOOP("Verdict", "What happened afterwards: %1. See the version that was signed."))
            .arg(sentenceOf(notesOfChange(facts.notes)));
    if (facts.after == QLatin1String("B1") && touchesData(facts.notes))
        return say(QT_TRANSLATE_NOOP("Verdict",
                                     "What its pages show has not changed since it was signed. What was added: %1."))
            .arg(sentenceOf(notesOfChange(facts.notes)));
    return say(QT_TRANSLATE_NOOP("Verdict", "The document has not changed since it was signed."));
}

VerdictWords passed(const VerdictFacts &facts)
{
    const QString who = say(QT_TRANSLATE_NOOP("Verdict", "Signed by %1.")).arg(facts.signer) + when(facts);
    const QString kind = facts.accredited
                             ? say(QT_TRANSLATE_NOOP("Verdict", "It is a digital signature (firma digital)."))
                             : say(QT_TRANSLATE_NOOP("Verdict", "It is an electronic signature (firma electrónica)."));
    QString start = who + u' ' + kind + u' ';
    if (const QStringList says = accreditation(facts.notes); !says.isEmpty())
        start += sentenceOf(says) + QStringLiteral(". ");
    const bool changes = facts.after == QLatin1String("B3") || facts.after == QLatin1String("B4");
    return {say(changes ? QT_TRANSLATE_NOOP("Verdict", "Valid signature, with later changes")
                        : QT_TRANSLATE_NOOP("Verdict", "Valid signature")),
            start + afterwards(facts)};
}

VerdictWords notPassed(const VerdictFacts &facts)
{
    struct Row
    {
        const char *sub;
        const char *headline;
        const char *text;
    };
    static constexpr Row rows[] = {
        {"FORMAT_FAILURE", QT_TRANSLATE_NOOP("Verdict", "Signature unreadable or damaged"),
         QT_TRANSLATE_NOOP("Verdict", "The signature could not be read. Ask for the original.")},
        {"HASH_FAILURE", QT_TRANSLATE_NOOP("Verdict", "Altered document"),
         QT_TRANSLATE_NOOP("Verdict", "The content is not what was signed. Ask for the original.")},
        {"SIG_CRYPTO_FAILURE", QT_TRANSLATE_NOOP("Verdict", "Signature not valid"),
         QT_TRANSLATE_NOOP("Verdict", "The signature does not belong to this certificate.")},
        {"REVOKED", QT_TRANSLATE_NOOP("Verdict", "Signature not valid"),
         QT_TRANSLATE_NOOP("Verdict", "The certificate was revoked when it was signed.")},
        {"EXPIRED", QT_TRANSLATE_NOOP("Verdict", "Signature not valid"),
         QT_TRANSLATE_NOOP("Verdict", "The certificate had expired when it was signed.")},
        {"NOT_YET_VALID", QT_TRANSLATE_NOOP("Verdict", "Signature not valid"),
         QT_TRANSLATE_NOOP("Verdict", "The certificate was not valid yet when it was signed.")},
        {"NO_CERTIFICATE_CHAIN_FOUND", QT_TRANSLATE_NOOP("Verdict", "It cannot be confirmed who signed"),
         QT_TRANSLATE_NOOP("Verdict", "The certificate does not come from an authority that this computer trusts.")},
        {"NO_SIGNING_CERTIFICATE_FOUND", QT_TRANSLATE_NOOP("Verdict", "It cannot be confirmed who signed"),
         QT_TRANSLATE_NOOP("Verdict", "The signature does not bring the certificate of who signed.")},
        {"REVOKED_NO_POE", QT_TRANSLATE_NOOP("Verdict", "The date cannot be confirmed"),
         QT_TRANSLATE_NOOP(
             "Verdict", "Without a timestamp nobody knows whether it was signed before the certificate was revoked.")},
        {"OUT_OF_BOUNDS_NO_POE", QT_TRANSLATE_NOOP("Verdict", "The date cannot be confirmed"),
         QT_TRANSLATE_NOOP("Verdict",
                           "Without a timestamp nobody knows whether it was signed before the certificate expired.")},
        {"TRY_LATER", QT_TRANSLATE_NOOP("Verdict", "Something is still to be checked"),
         QT_TRANSLATE_NOOP("Verdict",
                           "Nobody said yet whether the certificate still holds. That has to be asked over the "
                           "network, and only with your permission; what brings the proof inside needs none.")},
        {"CRYPTO_CONSTRAINTS_FAILURE", QT_TRANSLATE_NOOP("Verdict", "Signature made with an old or unknown technique"),
         QT_TRANSLATE_NOOP("Verdict", "It proves nothing today, or cannot be checked here. Ask for a new signature.")},
        {"SIG_CONSTRAINTS_FAILURE", QT_TRANSLATE_NOOP("Verdict", "The signature breaks its own rules"),
         QT_TRANSLATE_NOOP("Verdict", "Part of it is missing or belongs to another signature. Ask for a new one.")},
        {"CHAIN_CONSTRAINTS_FAILURE", QT_TRANSLATE_NOOP("Verdict", "The certificate is not meant for this"),
         QT_TRANSLATE_NOOP("Verdict", "It, or one above it, may not be used for such a signature.")},
    };
    const bool validity = facts.sub == QLatin1String("NOT_YET_VALID") || facts.sub == QLatin1String("EXPIRED");
    if (validity && !facts.asOf.isEmpty() && facts.date.isEmpty())
        return {say(QT_TRANSLATE_NOOP("Verdict", "Signature not valid at that moment")),
                say(facts.sub == QLatin1String("EXPIRED")
                        ? QT_TRANSLATE_NOOP("Verdict", "On %1, for which it was judged, its certificate had expired.")
                        : QT_TRANSLATE_NOOP("Verdict",
                                            "On %1, for which it was judged, its certificate was not valid yet."))
                    .arg(facts.asOf)};
    const bool unproven =
        facts.sub == QLatin1String("REVOKED_NO_POE") || facts.sub == QLatin1String("OUT_OF_BOUNDS_NO_POE");
    if (unproven && facts.timestamp)
        return pair(
            QT_TRANSLATE_NOOP("Verdict", "This timestamp proves nothing any more"),
            facts.sub == QLatin1String("REVOKED_NO_POE")
                ? QT_TRANSLATE_NOOP("Verdict",
                                    "The certificate of who gave it was revoked, and no later timestamp keeps it.")
                : QT_TRANSLATE_NOOP("Verdict",
                                    "The certificate of who gave it has expired, and no later timestamp keeps it."));
    if (unproven && facts.stamped && facts.date.isEmpty())
        return pair(QT_TRANSLATE_NOOP("Verdict", "The date cannot be confirmed"),
                    facts.sub == QLatin1String("REVOKED_NO_POE")
                        ? QT_TRANSLATE_NOOP("Verdict",
                                            "It has a timestamp, but nobody can rely on that one any more: so nobody "
                                            "knows whether it was signed before the certificate was revoked.")
                        : QT_TRANSLATE_NOOP("Verdict",
                                            "It has a timestamp, but nobody can rely on that one any more: so nobody "
                                            "knows whether it was signed before the certificate expired."));
    const bool nowhere = std::any_of(facts.findings.begin(), facts.findings.end(), [](const QString &one) {
        return one.endsWith(QLatin1String("and no place to ask is named"));
    });
    if (nowhere && facts.sub == QLatin1String("TRY_LATER"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "Something is still to be checked"),
                    QT_TRANSLATE_NOOP("Verdict",
                                      "Nobody said yet whether the certificate still holds, and it names no place where "
                                      "that could be asked. Only a list of its authority can tell."));
    if (facts.asked && facts.sub == QLatin1String("TRY_LATER"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "Something is still to be checked"),
                    QT_TRANSLATE_NOOP("Verdict",
                                      "Nobody said yet whether the certificate still holds. It was asked over "
                                      "the network, but nobody answered, or the certificate names "
                                      "no public address. Check again later."));
    for (const Row &row : rows) {
        if (facts.sub != QLatin1String(row.sub))
            continue;
        VerdictWords words = pair(row.headline, row.text);
        if (const QStringList ended = endedLists(facts.findings); !ended.isEmpty())
            words.text += u' ' + sentenceOf(ended) + u'.';
        return words;
    }
    return pair(QT_TRANSLATE_NOOP("Verdict", "It cannot be told whether the signature is valid"),
                QT_TRANSLATE_NOOP("Verdict", "Do not rely on it until somebody has looked at it."));
}

VerdictWords judged(const VerdictFacts &facts)
{
    const bool failed = facts.indication == QLatin1String("TOTAL-FAILED");
    if (failed)
        return notPassed(facts);
    if (facts.after == QLatin1String("B6"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "Signature unreadable or damaged"),
                    QT_TRANSLATE_NOOP(
                        "Verdict", "The file is damaged, so it cannot be told what was signed. Ask for the original."));
    const QStringList changes = findingsOfChange(facts.findings);
    const bool beside = std::all_of(changes.begin(), changes.end(),
                                    [](const QString &one) { return one.startsWith(QLatin1String("not signed: ")); });
    if (facts.after == QLatin1String("B5") && beside && !changes.isEmpty())
        return {say(QT_TRANSLATE_NOOP("Verdict", "The container holds files that were not signed")),
                sentenceOf(changes, 20) + QStringLiteral(". ") +
                    say(QT_TRANSLATE_NOOP("Verdict", "Somebody may have put them there afterwards: nobody answers for "
                                                     "them. Ask for the container as it was signed."))};
    if (facts.after == QLatin1String("B5"))
        return {say(QT_TRANSLATE_NOOP("Verdict", "Document altered after it was signed")),
                (changes.isEmpty() ? QString() : QString(sentenceOf(changes, 3) + QStringLiteral(". "))) +
                    say(QT_TRANSLATE_NOOP(
                        "Verdict", "Do not trust what you see on the screen; see the version that was signed."))};
    if (facts.indication != QLatin1String("TOTAL-PASSED")) {
        VerdictWords words = notPassed(facts);
        // Nobody is told that nothing changed because something else could not be told.
        static const QStringList onlyWho{QStringLiteral("NO_CERTIFICATE_CHAIN_FOUND"), QStringLiteral("TRY_LATER"),
                                         QStringLiteral("REVOKED_NO_POE"), QStringLiteral("OUT_OF_BOUNDS_NO_POE")};
        const bool same =
            facts.after == QLatin1String("B0") || (facts.after == QLatin1String("B1") && !touchesData(facts.notes));
        if (!facts.timestamp && !facts.after.isEmpty() && (!same || onlyWho.contains(facts.sub)))
            words.text += u' ' + afterwards(facts);
        return words;
    }
    if (facts.timestamp)
        return {say(QT_TRANSLATE_NOOP("Verdict", "Valid timestamp")),
                say(QT_TRANSLATE_NOOP("Verdict", "%1 certifies that the document existed on %2."))
                    .arg(facts.signer, facts.date)};
    return passed(facts);
}

} // namespace

VerdictWords verdictWords(const VerdictFacts &facts)
{
    VerdictWords words = judged(facts);
    if (const QStringList allowed = certification(facts.notes); !allowed.isEmpty())
        words.text += u' ' + sentenceOf(allowed) + u'.';
    if (const QString covers = coverageWords(facts.notes); !covers.isEmpty())
        words.text += u' ' + covers;
    return words;
}

QString fileKey(const QString &verdict, const QStringList &findings)
{
    const auto found = [&findings](const char *what) { return findings.contains(QLatin1String(what)); };
    if (verdict == QLatin1String("unchecked") && findings.isEmpty())
        return QStringLiteral("xml");
    if (verdict == QLatin1String("unreadable") && !sawASignature(findings))
        return QStringLiteral("unreadable_file");
    if (verdict != QLatin1String("indeterminate"))
        return verdict;
    // core/signing/verify/ConfinedVerifier says so of a file that it gave up.
    return found("it takes longer than a file is given") || found("it takes more memory than a file is given")
               ? QStringLiteral("limit")
           : found("a signature in XML (XAdES), which is not checked here")   ? QStringLiteral("xml")
           : found("a signature that brings its content is not checked here") ? QStringLiteral("p7m")
           : found("the file that was signed is needed")                      ? QStringLiteral("no_content")
           : found("the password is not the right one")                       ? QStringLiteral("wrong_password")
           : found("a password is needed")                                    ? QStringLiteral("no_password")
                                                                              : verdict;
}

VerdictWords fileWords(const QString &verdict)
{
    if (verdict == QLatin1String("none"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "No signature"),
                    QT_TRANSLATE_NOOP("Verdict", "This file is not signed."));
    if (verdict == QLatin1String("no_content"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "Not checked"),
                    QT_TRANSLATE_NOOP("Verdict",
                                      "This is only the signature; the file that was signed is needed. Put it "
                                      "beside this one, or name it with --content."));
    if (verdict == QLatin1String("unchecked"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "Not checked"),
                    QT_TRANSLATE_NOOP("Verdict", "Its signatures were not looked at."));
    if (verdict == QLatin1String("xml"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "Not checked"),
                    QT_TRANSLATE_NOOP("Verdict", "It seems to be signed in XML (XAdES) or as text (PEM). This version does "
                                                 "not check such signatures, so nothing is said about them."));
    if (verdict == QLatin1String("p7m"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "Not checked"),
                    QT_TRANSLATE_NOOP("Verdict", "It is a CAdES signature with the signed file inside (.p7m). This version "
                                                 "checks those that lie beside their file (.p7s), not these."));
    if (verdict == QLatin1String("limit"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "Not checked"),
                    QT_TRANSLATE_NOOP("Verdict",
                                      "Reading it takes more time or memory than one file is given, so nothing can "
                                      "be said about its signatures. Files made to do harm are like that. "
                                      "Ask whoever sent it for another copy."));
    if (verdict == QLatin1String("indeterminate"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "Not checked"),
                    QT_TRANSLATE_NOOP("Verdict", "Its signatures cannot be checked here."));
    if (verdict == QLatin1String("no_password"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "Not checked"),
                    QT_TRANSLATE_NOOP("Verdict", "This document opens only with its password, so its signatures could not be checked. "
                                                 "Give it; in the terminal with --password-env VARIABLE."));
    if (verdict == QLatin1String("wrong_password"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "Not checked"),
                    QT_TRANSLATE_NOOP("Verdict", "That is not the password of this document, so its signatures could not be checked."));
    if (verdict == QLatin1String("unreadable_file"))
        return pair(QT_TRANSLATE_NOOP("Verdict", "File unreadable or damaged"),
                    QT_TRANSLATE_NOOP("Verdict", "This file cannot be read wholly, so nothing can be said about its "
                                                 "signatures, nor whether it has any. Ask for the original."));
    return pair(QT_TRANSLATE_NOOP("Verdict", "Signature unreadable or damaged"),
                QT_TRANSLATE_NOOP("Verdict", "The signature could not be read. Ask for the original."));
}

bool sawASignature(const QStringList &findings)
{
    return findings.contains(QLatin1String("a signature that belongs to no field"));
}

QString neutral(const QString &foreign)
{
    QString out;
    for (const QChar c : foreign) {
        const QChar::Category kind = c.category();
        if (kind != QChar::Other_Control && kind != QChar::Other_Format && kind != QChar::Separator_Line &&
            kind != QChar::Separator_Paragraph && out.size() < 200)
            out += c;
    }
    return out.simplified();
}

} // namespace carriel::text
