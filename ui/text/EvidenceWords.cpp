// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a check of evidence found, and the words of an act as they may be shown: the second half of NotificationWords.
#include "ui/text/Format.h"
#include "ui/text/Mismatch.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace carriel::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceWords)
};

struct Row
{
    const char *name;
    const char *words;
};

constexpr Row defects[] = {
    {"bad_form", QT_TRANSLATE_NOOP("EvidenceWords", "it is not written as it must be")},
    {"bad_signature", QT_TRANSLATE_NOOP("EvidenceWords", "its signature does not hold")},
    {"no_key", QT_TRANSLATE_NOOP("EvidenceWords", "the key that signed it is not known")},
    {"foreign_key", QT_TRANSLATE_NOOP("EvidenceWords", "it is signed by somebody else's key")},
    {"unanchored", QT_TRANSLATE_NOOP("EvidenceWords", "it rests on a key for which nobody here vouches")},
    {"foreign_record", QT_TRANSLATE_NOOP("EvidenceWords", "it belongs to another notification")},
    {"foreign_seal", QT_TRANSLATE_NOOP("EvidenceWords", "it is about another seal")},
    {"foreign_operator", QT_TRANSLATE_NOOP("EvidenceWords", "another operator wrote it")},
    {"gap", QT_TRANSLATE_NOOP("EvidenceWords", "records are missing before it")},
    {"reordered", QT_TRANSLATE_NOOP("EvidenceWords", "it does not stand where it was written")},
    {"replayed", QT_TRANSLATE_NOOP("EvidenceWords", "it is there twice")},
    {"truncated", QT_TRANSLATE_NOOP("EvidenceWords", "it is missing, or the end of it is")},
    {"chain_broken", QT_TRANSLATE_NOOP("EvidenceWords", "it does not follow from the record before")},
    {"wrong_event", QT_TRANSLATE_NOOP("EvidenceWords", "it cannot happen at this point")},
    {"no_handover", QT_TRANSLATE_NOOP("EvidenceWords", "no record of the opening refers to it, so it has no effect")},
    {"two_handovers", QT_TRANSLATE_NOOP("EvidenceWords", "a second opening, which cannot be")},
    {"missing_reference", QT_TRANSLATE_NOOP("EvidenceWords", "what it refers to is not there")},
    {"wrong_reference", QT_TRANSLATE_NOOP("EvidenceWords", "it refers to something else")},
    {"mismatch", QT_TRANSLATE_NOOP("EvidenceWords", "it says something else than the rest")},
    {"bad_receipt", QT_TRANSLATE_NOOP("EvidenceWords", "it is not the receipt of this notification")},
    {"receipt_head", QT_TRANSLATE_NOOP("EvidenceWords", "it was signed over another state of the records")},
    {"bad_device", QT_TRANSLATE_NOOP("EvidenceWords", "the statement about the computer does not hold")},
    {"wrong_nonce", QT_TRANSLATE_NOOP("EvidenceWords", "the login was for another act")},
    {"bad_stamp", QT_TRANSLATE_NOOP("EvidenceWords", "its time stamp does not hold")},
    {"stamp_time", QT_TRANSLATE_NOOP("EvidenceWords", "its time stamp is of another time")},
    {"stamp_unanchored",
     QT_TRANSLATE_NOOP("EvidenceWords", "its time stamp is by an authority that you have not declared to trust")},
    {"no_stamp",
     QT_TRANSLATE_NOOP("EvidenceWords", "it has no time stamp of its own, and nothing that follows gives it one: its time is "
                                        "the operator's word alone")},
    {"bad_certificate", QT_TRANSLATE_NOOP("EvidenceWords", "the entity's certificate of access does not hold")},
    {"wrong_content", QT_TRANSLATE_NOOP("EvidenceWords", "it is not the content that was sealed")},
    {"bad_package", QT_TRANSLATE_NOOP("EvidenceWords", "the content cannot be read")},
    {"clock", QT_TRANSLATE_NOOP("EvidenceWords", "the operator says that its clock was not exact")},
    {"time_order", QT_TRANSLATE_NOOP("EvidenceWords", "its time is earlier than that of what came before it")},
    {"mandate_unproven",
     QT_TRANSLATE_NOOP("EvidenceWords", "somebody else signed it, and that he may do so cannot be proven")},
    {"foreign_token", QT_TRANSLATE_NOOP("EvidenceWords", "it is the login of somebody else")},
    {"weak_token", QT_TRANSLATE_NOOP("EvidenceWords", "the login was less sure than this act asks for")},
    {"foreign_holder", QT_TRANSLATE_NOOP("EvidenceWords", "it is addressed to somebody else")},
    {"dispute_untold", QT_TRANSLATE_NOOP("EvidenceWords", "no record of the operator tells of it")},
    {"dispute_shown",
     QT_TRANSLATE_NOOP("EvidenceWords", "with the key that it names, what was handed over is not what was sealed; the "
                                        "file has both, so that anybody can try")},
    {"dispute_form",
     QT_TRANSLATE_NOOP("EvidenceWords", "with the key that it names, what was handed over is what was sealed, and it is no "
                                        "act that can be read; the file has both, so that anybody can try")},
    {"dispute_unfounded",
     QT_TRANSLATE_NOOP("EvidenceWords", "what it says does not come out when what was handed over is tried")},
    {"login_absent",
     QT_TRANSLATE_NOOP("EvidenceWords", "it is not in the file; how sure it was only the operator says")},
    {"login_unproven",
     QT_TRANSLATE_NOOP("EvidenceWords", "the keys of who vouched for it are not here, so its signature could not be checked")},
    {"consent_absent", QT_TRANSLATE_NOOP("EvidenceWords", "it is not in the file; the seal only names it")},
    {"consent_unproven",
     QT_TRANSLATE_NOOP("EvidenceWords",
                       "the file does not say which computer signed it, so its signature could not be checked")},
    {"signer_unanchored",
     QT_TRANSLATE_NOOP("EvidenceWords", "it is signed with a certificate of an authority that you have not declared to trust")},
    {"warning_absent", QT_TRANSLATE_NOOP("EvidenceWords", "the words that were read before opening are not in the file; seal and receipt name their digest")},
    {"content_absent", QT_TRANSLATE_NOOP("EvidenceWords", "it is not in the file, so it was not compared")},
    {"id_provider_unanchored", QT_TRANSLATE_NOOP("EvidenceWords", "its signature fits the keys beside it, for which nobody here vouches")},
    {"manifest", QT_TRANSLATE_NOOP("EvidenceWords", "the file's list of contents does not hold")},
    {"unlisted", QT_TRANSLATE_NOOP("EvidenceWords", "it is not in the file's list of contents")},
    {"twin", QT_TRANSLATE_NOOP("EvidenceWords", "its copy for other programs says something else")},
    {"unprotected", QT_TRANSLATE_NOOP("EvidenceWords", "no time stamp protects the file as a whole")},
    {"unfinished", QT_TRANSLATE_NOOP("EvidenceWords", "they end before an opening, and do not say what came after")},
    {"unanswered",
     QT_TRANSLATE_NOOP("EvidenceWords", "it ends before an answer of the entity, and does not say what came after")},
    {"incomplete", QT_TRANSLATE_NOOP("EvidenceWords", "it is missing from the file")},
    {"changed", QT_TRANSLATE_NOOP("EvidenceWords", "it is not what is written there when the file is made")},
    {"extra", QT_TRANSLATE_NOOP("EvidenceWords", "it has no place in such a file")},
    {"rewritten", QT_TRANSLATE_NOOP("EvidenceWords", "your operator showed two histories")},
};

constexpr Row places[] = {
    {"seal", QT_TRANSLATE_NOOP("EvidenceWords", "Seal")},
    {"receipt", QT_TRANSLATE_NOOP("EvidenceWords", "Receipt")},
    {"device", QT_TRANSLATE_NOOP("EvidenceWords", "Computer")},
    {"content", QT_TRANSLATE_NOOP("EvidenceWords", "Content")},
    {"cipher", QT_TRANSLATE_NOOP("EvidenceWords", "Sealed content")},
    {"chain", QT_TRANSLATE_NOOP("EvidenceWords", "Records")},
    {"directory", QT_TRANSLATE_NOOP("EvidenceWords", "Directory")},
    {"id_token", QT_TRANSLATE_NOOP("EvidenceWords", "Login")},
    {"certificate", QT_TRANSLATE_NOOP("EvidenceWords", "Certificate of access")},
    {"dispute", QT_TRANSLATE_NOOP("EvidenceWords", "Declaration")},
    {"consent", QT_TRANSLATE_NOOP("EvidenceWords", "Agreement")},
    {"warning", QT_TRANSLATE_NOOP("EvidenceWords", "What opening means")},
    {"state", QT_TRANSLATE_NOOP("EvidenceWords", "State")},
    {"request", QT_TRANSLATE_NOOP("EvidenceWords", "Request")},
    {"statement", QT_TRANSLATE_NOOP("EvidenceWords", "Consent to give")},
    {"failure", QT_TRANSLATE_NOOP("EvidenceWords", "Evidence of the failure")},
    {"filing", QT_TRANSLATE_NOOP("EvidenceWords", "Filing")},
    {"rejection", QT_TRANSLATE_NOOP("EvidenceWords", "Rejection")},
    {"META-INF/timestamp.tst", QT_TRANSLATE_NOOP("EvidenceWords", "The file")},
    {"META-INF/ASiCManifest.xml", QT_TRANSLATE_NOOP("EvidenceWords", "The file's list of contents")},
};

QString placeWords(const QString &where)
{
    static const QRegularExpression record(QStringLiteral("^record (\\d+)$"));
    if (const auto match = record.match(where); match.hasMatch())
        return Tr::tr("Record %1").arg(match.captured(1));
    for (const Row &row : places) {
        if (where == QLatin1String(row.name))
            return Tr::tr(row.words);
    }
    return neutral(where);
}

// Of somebody else: nothing that turns, hides or ends the text around it.
QString harmless(const QString &line)
{
    QString out;
    for (const QChar c : line) {
        const QChar::Category kind = c.category();
        if (kind != QChar::Other_Control && kind != QChar::Other_Format && kind != QChar::Separator_Line &&
            kind != QChar::Separator_Paragraph)
            out += c;
    }
    return out.toHtmlEscaped();
}

QString emphasised(const QString &line)
{
    static const QRegularExpression strong(QStringLiteral("(\\*\\*|__)(?=\\S)(.+?)(?<=\\S)\\1"));
    static const QRegularExpression slanted(
        QStringLiteral("(?<![\\w*])([*_])(?=[^\\s*_])(.+?)(?<=[^\\s*_])\\1(?![\\w*])"));
    QString out = harmless(line);
    out.replace(strong, QStringLiteral("<b>\\2</b>"));
    out.replace(slanted, QStringLiteral("<i>\\2</i>"));
    return out;
}

} // namespace

QString findingWords(const EvidenceFinding &finding)
{
    QString what = neutral(finding.defect);
    for (const Row &row : defects) {
        if (finding.defect == QLatin1String(row.name))
            what = Tr::tr(row.words);
    }
    return Tr::tr("%1: %2").arg(placeWords(finding.where), what);
}

QString unopenedWords(const EvidenceInfo &proof)
{
    const bool unfinished =
        std::any_of(proof.findings.begin(), proof.findings.end(),
                    [](const EvidenceFinding &one) { return one.defect == QLatin1String("unfinished"); });
    if (!unfinished || proof.steps.isEmpty() || proof.verdict == ProofState::Broken)
        return {};
    return Tr::tr("Up to here: by this evidence it had not been opened on %1; it does not say what came after.")
        .arg(dateTimeWithZone(proof.steps.last().happenedUtc));
}

// What an evidence rests on that is neither proven nor refuted.
static QString openMeaning(const EvidenceInfo &proof)
{
    const QString until = unopenedWords(proof);
    const auto only = [&proof](const QStringList &defects) {
        return std::all_of(proof.findings.begin(), proof.findings.end(), [&](const EvidenceFinding &one) {
            return one.weight != ProofState::Unanchored || one.defect == QLatin1String("unfinished") ||
                   defects.contains(one.defect);
        });
    };
    const QString stamp = QStringLiteral("stamp_unanchored"), consent = QStringLiteral("consent_unproven"),
                  signer = QStringLiteral("signer_unanchored");
    const QString rest =
        only({}) ? Tr::tr("Every record in it is as it was made, in its order, and signed by whom you know.")
        : only({consent})
            ? Tr::tr("Every record is as it was made, in its order, and signed by whom you know. Only who signed the "
                     "agreement to be notified could not be checked.")
        : only({stamp}) ? Tr::tr("Every record is as it was made and in its order. Its time stamps are by an authority "
                                 "that you have not declared to trust.")
        : only({stamp, signer}) ? Tr::tr("Every record is as it was made and in its order. The receipt is signed with a "
                                         "certificate of an authority that you have not declared to trust.")
        : only({stamp, signer, consent, QStringLiteral("consent_absent"), QStringLiteral("content_absent"),
                QStringLiteral("no_stamp"), QStringLiteral("incomplete"), QStringLiteral("missing_reference"),
                QStringLiteral("login_unproven")})
            ? Tr::tr("Every record is as it was made and in its order, but not everything that proves it is here. What "
                     "is missing is named below.")
            : Tr::tr("Every record is as it was made and in its order, but it rests on a key for which nobody here "
                     "vouches. Name the operator's key to know.");
    return until.isEmpty() ? rest : QString(until + QLatin1Char(' ') + rest);
}

QString proofWords(ProofState proof)
{
    switch (proof) {
    case ProofState::Good:
        return Tr::tr("The proof holds");
    case ProofState::Unanchored:
        return Tr::tr("Nothing speaks against the proof");
    case ProofState::Broken:
        return Tr::tr("The proof does not hold");
    case ProofState::NotYet:
        break;
    }
    return Tr::tr("The proof was not checked yet");
}

QString proofMeaning(const EvidenceInfo &proof)
{
    switch (proof.verdict) {
    case ProofState::Good:
        return Tr::tr("Every record is as it was made, in its order, and signed by whom you know.") +
               (proof.findings.isEmpty() ? QString()
                                         : QString(QLatin1Char(' ') + Tr::tr("What it does not prove by itself is said below.")));
    case ProofState::Unanchored:
        return openMeaning(proof);
    case ProofState::Broken:
        return Tr::tr("Something is not as it was made. Do not rely on it; what does not fit is named below.");
    case ProofState::NotYet:
        break;
    }
    return {};
}

QString actHtml(const QString &body)
{
    static const QRegularExpression bullet(QStringLiteral("^\\s{0,3}[-*+]\\s+(.*)$"));
    static const QRegularExpression numbered(QStringLiteral("^\\s{0,3}\\d{1,3}[.)]\\s+(.*)$"));
    QString out, open;
    bool inParagraph = false;
    const auto end = [&] {
        if (inParagraph)
            out += QStringLiteral("</p>");
        if (!open.isEmpty())
            out += QStringLiteral("</%1>").arg(open);
        inParagraph = false;
        open.clear();
    };
    QString text = body;
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty()) {
            end();
            continue;
        }
        const auto dot = bullet.match(line), number = numbered.match(line);
        if (dot.hasMatch() || number.hasMatch()) {
            const QString list = dot.hasMatch() ? QStringLiteral("ul") : QStringLiteral("ol");
            if (open != list) {
                end();
                out += QStringLiteral("<%1>").arg(list);
                open = list;
            }
            out += QStringLiteral("<li>%1</li>").arg(emphasised((dot.hasMatch() ? dot : number).captured(1)));
            continue;
        }
        if (!open.isEmpty())
            end();
        out += inParagraph ? QStringLiteral("<br>") : QStringLiteral("<p>");
        inParagraph = true;
        out += emphasised(line);
    }
    end();
    return out;
}

QString disputeWords(const EvidenceInfo &proof)
{
    const auto found = [&proof](const char *defect) {
        return std::any_of(proof.findings.begin(), proof.findings.end(),
                           [defect](const EvidenceFinding &one) { return one.defect == QLatin1String(defect); });
    };
    const QString declared = (isAsSealed(proof.disputed)
                                  ? Tr::tr("Whoever opened it declares that what was sealed is no act that can be shown. %1")
                                  : Tr::tr("Whoever opened it declares that what came is not what was sealed. %1"))
                                 .arg(mismatchWords(proof.disputed));
    const QString shown = found("dispute_shown") || found("dispute_form") ? Tr::tr("Tried here with what is in the file, it is so.")
                          : found("dispute_unfounded") ? Tr::tr("Tried here with what is in the file, it is not so.")
                                                       : QString();
    return shown.isEmpty() ? declared : QString(declared + QLatin1Char(' ') + shown);
}

} // namespace carriel::text
