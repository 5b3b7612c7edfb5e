// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/SignatureWords.h"

#include "ui/text/FindingWords.h"
#include "ui/text/Format.h"

#include <QCoreApplication>

namespace carriel::text {

QString issuerName(const CertificateFacts &certificate)
{
    const QStringList parts = certificate.issuer.split(QLatin1Char(','));
    for (const QString &part : parts) {
        if (part.trimmed().startsWith(QLatin1String("CN=")))
            return neutral(part.trimmed().mid(3));
    }
    return neutral(certificate.issuer);
}

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Signatures)
};

bool is(const QString &text, const char *name)
{
    return text == QLatin1String(name);
}

// Something was added that is neither a proof nor a signature, and that no page shows.
bool onlyData(const SignatureFacts &one)
{
    return is(one.after, "B1") && (one.notes.contains(QLatin1String("document information")) ||
                                   one.notes.contains(QLatin1String("something that nothing shows")));
}

QString issuerOf(const SignatureFacts &one)
{
    if (one.path.size() > 1)
        return neutral(one.path.at(1).name);
    return one.path.isEmpty() ? QString() : issuerName(one.path.first());
}

Answer who(const SignatureFacts &one)
{
    Answer out{QStringLiteral("who"), Tr::tr("Who signed?"), signerOf(one), {}, Weight::Good};
    const QString issuer = issuerOf(one);
    const bool forged =
        is(one.sub, "HASH_FAILURE") || is(one.sub, "SIG_CRYPTO_FAILURE") || is(one.sub, "FORMAT_FAILURE");
    if (one.path.isEmpty() || forged) {
        out.weight = Weight::Bad;
        out.text = one.path.isEmpty()
                       ? Tr::tr("The signature names nobody that can be confirmed.")
                       : Tr::tr("The signature carries this name, but it does not hold: do not rely on it.");
    } else if (is(one.sub, "NO_CERTIFICATE_CHAIN_FOUND") || is(one.sub, "CHAIN_CONSTRAINTS_FAILURE")) {
        out.weight = Weight::Doubt;
        out.text = Tr::tr("So says the certificate, issued by %1. This computer does not trust that authority, so it "
                          "cannot confirm the name.")
                       .arg(issuer);
        if (const QStringList ended = endedLists(one.findings); !ended.isEmpty())
            out.text += QLatin1Char(' ') + sentenceOf(ended) + QLatin1Char('.');
    } else if (is(one.sub, "REVOKED") || is(one.sub, "REVOKED_NO_POE")) {
        // The authority says exactly that it does not answer for this name any more.
        out.weight = is(one.sub, "REVOKED") ? Weight::Bad : Weight::Doubt;
        out.text = Tr::tr("So says the certificate, but %1, who issued it, revoked it: whoever had its key may have "
                          "signed. Do not rely on the name.")
                       .arg(issuer);
    } else if (is(one.sub, "EXPIRED") || is(one.sub, "NOT_YET_VALID") || is(one.sub, "OUT_OF_BOUNDS_NO_POE")) {
        out.weight = is(one.sub, "OUT_OF_BOUNDS_NO_POE") ? Weight::Doubt : Weight::Bad;
        out.text =
            Tr::tr("So says the certificate, issued by %1, which did not answer for it at that moment.").arg(issuer);
    } else if (!is(one.indication, "TOTAL-PASSED")) {
        out.weight = Weight::Doubt;
        out.text =
            Tr::tr("So says the certificate, issued by %1. Something about it could not be checked.").arg(issuer);
    } else {
        out.text = one.accredited
                       ? Tr::tr("Confirmed by %1, an accredited authority: it is a digital signature (firma digital).")
                             .arg(issuer)
                       : Tr::tr("Confirmed by %1. It is an electronic signature (firma electrónica).").arg(issuer);
        if (const QStringList says = accreditation(one.notes); one.accredited && !says.isEmpty())
            out.text += QLatin1Char(' ') + sentenceOf(says) + QLatin1Char('.');
    }
    if (const QString time = timeOf(one); !time.isEmpty())
        out.text += QLatin1Char(' ') + time;
    return out;
}

Answer changed(const SignatureFacts &one)
{
    Answer out{QStringLiteral("changed"), Tr::tr("Has it changed since?"), {}, {}, Weight::Good};
    if (is(one.sub, "HASH_FAILURE") || is(one.after, "B5")) {
        out.weight = Weight::Bad;
        out.headline = Tr::tr("Yes, it was altered");
    } else if (is(one.after, "B6") || is(one.sub, "FORMAT_FAILURE")) {
        out.weight = Weight::Bad;
        out.headline = Tr::tr("It cannot be told");
    } else if (is(one.after, "B3") || is(one.after, "B4")) {
        out.weight = Weight::Doubt;
        out.headline = Tr::tr("Yes, with changes that were allowed");
    } else if (onlyData(one)) {
        out.headline = Tr::tr("Not what is seen");
    } else {
        out.headline = Tr::tr("No");
    }
    out.text = differenceWords(one).join(QLatin1Char(' '));
    if (const QStringList allowed = certification(one.notes); !allowed.isEmpty())
        out.text += QLatin1Char(' ') + sentenceOf(allowed) + QLatin1Char('.');
    if (const QString covers = coverageWords(one.notes); !covers.isEmpty())
        out.text += QLatin1Char(' ') + covers;
    return out;
}

VerdictFacts factsOf(const SignatureFacts &one, bool asked)
{
    const auto told = [](const QDateTime &time) { return time.isValid() ? dateTimeAtEnd(time) : QString(); };
    return VerdictFacts{one.indication,
                        one.sub,
                        one.after,
                        neutral(one.signer()),
                        told(one.certifiedUtc),
                        one.timestamp,
                        one.accredited,
                        told(one.claimedUtc),
                        !one.level.isEmpty() && !is(one.level, "B-B"),
                        {},
                        one.findings,
                        one.notes,
                        asked};
}

Answer provable(const SignatureFacts &one, bool asked)
{
    Answer out{QStringLiteral("provable"),
               Tr::tr("Was its certificate valid, and can it be proven later?"),
               {},
               {},
               Weight::Good};
    const QString end = one.path.isEmpty() ? QString() : date(one.path.first().notAfterUtc.toLocalTime().date());
    const VerdictWords words = verdictWords(factsOf(one, asked));
    if (is(one.indication, "TOTAL-PASSED")) {
        if (is(one.level, "B-LTA") || is(one.level, "B-LT")) {
            out.headline = Tr::tr("Yes, and the proof is inside the document");
            out.text = is(one.level, "B-LTA")
                           ? Tr::tr("It stays provable after %1, as long as its archive timestamp is renewed in time.")
                                 .arg(end)
                           : Tr::tr("It can be shown to have been valid even without a network.");
        } else if (is(one.level, "B-T")) {
            out.headline = Tr::tr("Yes; the date is proven");
            out.text = Tr::tr("The certificate ends on %1. Add the proofs of its validity before that, so that it can "
                              "be shown later.")
                           .arg(end);
        } else {
            out.weight = Weight::Doubt;
            out.headline = Tr::tr("Valid today; not proven for later");
            out.text =
                Tr::tr("Without a timestamp nobody can prove after %1 that it was signed before the certificate ended.")
                    .arg(end);
        }
        return out;
    }
    if (is(one.sub, "REVOKED") || is(one.sub, "EXPIRED") || is(one.sub, "NOT_YET_VALID")) {
        out.weight = Weight::Bad;
        out.headline = Tr::tr("No, it was not valid when it was signed");
    } else if (is(one.sub, "TRY_LATER")) {
        out.weight = Weight::Doubt;
        out.headline = Tr::tr("Still to be checked");
    } else if (is(one.sub, "NO_CERTIFICATE_CHAIN_FOUND") || is(one.sub, "NO_SIGNING_CERTIFICATE_FOUND")) {
        out.weight = Weight::Doubt;
        out.headline = Tr::tr("It cannot be told");
        out.text =
            Tr::tr("Without an authority that this computer trusts nobody can be asked whether the certificate held.");
        return out;
    } else {
        out.weight = is(one.indication, "TOTAL-FAILED") ? Weight::Bad : Weight::Doubt;
        out.headline =
            out.weight == Weight::Bad ? Tr::tr("It does not matter: the signature does not hold") : words.headline;
    }
    // What changed afterwards answers the second question and not this one.
    SignatureFacts alone = one;
    alone.after.clear();
    alone.notes.removeIf([](const QString &note) { return !coverageWords({note}).isEmpty(); });
    out.text = verdictWords(factsOf(alone, asked)).text;
    return out;
}

} // namespace

QString signerOf(const SignatureFacts &one)
{
    const QString name = neutral(one.signer());
    return name.isEmpty() ? Tr::tr("Nobody is named") : name;
}

QString timeOf(const SignatureFacts &one)
{
    QString told;
    if (one.certifiedUtc.isValid())
        told = Tr::tr("A timestamp proves that it existed on %1.").arg(dateTimeAtEnd(one.certifiedUtc));
    else if (one.claimedUtc.isValid())
        told = Tr::tr("The signer's computer said %1; nobody certified that time.").arg(dateTime(one.claimedUtc));
    const QStringList doubts = doubtsAboutTime(one.notes);
    return doubts.isEmpty() ? told : told + QLatin1Char(' ') + sentenceOf(doubts) + QLatin1Char('.');
}

QList<Answer> threeAnswers(const SignatureFacts &one, bool asked)
{
    if (one.timestamp)
        return {};
    return {who(one), changed(one), provable(one, asked)};
}


VerdictWords verdictWords(const SignatureFacts &one)
{
    return verdictWords(factsOf(one, false));
}

bool needsPassword(const CheckedFile &file)
{
    const QString key = file.signatures.isEmpty() ? fileKey(file.verdict, file.findings) : QString();
    return key == QLatin1String("no_password") || key == QLatin1String("wrong_password");
}

VerdictWords fileWords(const CheckedFile &file)
{
    const QString reasons = fileReasons(file.verdict, file.findings);
    const QString why = reasons.isEmpty() ? QString() : QString(u' ' + reasons);
    if (file.signatures.isEmpty()) {
        const VerdictWords words = fileWords(fileKey(file.verdict, file.findings));
        return {words.headline, words.text + why};
    }
    // The signature that makes the file what it is: the worst speaks for all.
    const auto rank = [](const SignatureFacts &one) {
        static const QStringList order{QStringLiteral("TOTAL-PASSED"), QStringLiteral("INDETERMINATE"),
                                       QStringLiteral("TOTAL-FAILED")};
        return qMax<qsizetype>(one.after >= QLatin1String("B5") ? 3 : 0, order.indexOf(one.indication));
    };
    const SignatureFacts *worst = nullptr;
    int people = 0;
    for (const SignatureFacts &one : file.signatures) {
        people += one.timestamp ? 0 : 1;
        if (!worst || rank(one) > rank(*worst) || (rank(one) == rank(*worst) && worst->timestamp))
            worst = &one;
    }
    VerdictWords words = verdictWords(factsOf(*worst, file.online));
    if (people > 1 && rank(*worst) == 0 && file.verdict == QLatin1String("valid"))
        words = {Tr::tr("%n valid signature(s)", nullptr, people), Tr::tr("All of them hold. Each is told below.")};
    // Among several people it is said about whom it is.
    if (people > 1 && rank(*worst) > 0 && !worst->timestamp)
        words.text = Tr::tr("This is about the signature of %1, one of %2.").arg(signerOf(*worst)).arg(people) + u' ' +
                     words.text;
    words.text += why;
    return words;
}

Weight weightOf(const QString &verdict)
{
    if (is(verdict, "valid"))
        return Weight::Good;
    if (is(verdict, "valid_later_changes") || is(verdict, "indeterminate") || is(verdict, "unchecked"))
        return Weight::Doubt;
    return is(verdict, "none") || verdict.isEmpty() ? Weight::Plain : Weight::Bad;
}

QString shortVerdict(const QString &verdict)
{
    if (is(verdict, "valid"))
        return Tr::tr("Valid signature");
    if (is(verdict, "valid_later_changes"))
        return Tr::tr("Valid signature, later changes");
    if (is(verdict, "indeterminate"))
        return Tr::tr("Signature not confirmed");
    if (is(verdict, "invalid"))
        return Tr::tr("Signature not valid");
    if (is(verdict, "altered"))
        return Tr::tr("Altered after it was signed");
    if (is(verdict, "unreadable"))
        return Tr::tr("Signature unreadable");
    if (is(verdict, "unchecked"))
        return Tr::tr("Signature not checked");
    return verdict.isEmpty() ? Tr::tr("Not looked at yet") : Tr::tr("Without signature");
}

QStringList differenceWords(const SignatureFacts &one)
{
    if (is(one.sub, "HASH_FAILURE"))
        return {Tr::tr("The content is not what was signed. Do not trust what you see; ask for the original.")};
    if (is(one.after, "B0"))
        return {Tr::tr("The document is, byte for byte, what was signed.")};
    if (is(one.after, "B1")) {
        if (onlyData(one))
            return {Tr::tr("What its pages show is what was signed. What was added: %1.").arg(sentenceOf(notesOfChange(one.notes)))};
        return {Tr::tr("Only proofs, timestamps or invisible signatures were added. What is seen is what was signed.")};
    }
    if (is(one.after, "B2"))
        return {Tr::tr("Another signature was added afterwards, which is allowed.")};
    if (is(one.after, "B3"))
        return {
            Tr::tr("%1. That is within what was allowed. Look at the signed version.").arg(sentenceOf(notesOfChange(one.notes), 6))};
    if (is(one.after, "B4"))
        return {
            Tr::tr("%1. That is within what was allowed. Look at the signed version.").arg(sentenceOf(notesOfChange(one.notes), 6))};
    const QStringList found = findingsOfChange(one.findings);
    const bool beside = std::all_of(found.begin(), found.end(),
                                    [](const QString &what) { return what.startsWith(QLatin1String("not signed: ")); });
    if (is(one.after, "B5") && beside && !found.isEmpty())
        return {Tr::tr("The container holds files that were not signed: %1. Nobody answers for them; ask for the "
                       "container as it was signed.")
                    .arg(sentenceOf(found, 20))};
    if (is(one.after, "B5"))
        return {
            Tr::tr("Something was changed that nobody was allowed to change: %1. Do not trust what you see; look at "
                   "the signed version.")
                .arg(sentenceOf(found, 6))};
    return {Tr::tr("The file is damaged, so it cannot be told what was signed. Ask for the original.")};
}

QString levelWords(const QString &level)
{
    if (is(level, "B-B"))
        return Tr::tr("Signature alone (B-B)");
    if (is(level, "B-T"))
        return Tr::tr("With timestamp (B-T)");
    if (is(level, "B-LT"))
        return Tr::tr("With timestamp and proofs (B-LT)");
    if (is(level, "B-LTA"))
        return Tr::tr("For the archive (B-LTA)");
    return level;
}

} // namespace carriel::text
