// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/SignatureReport.h"

#include "core/base/BaseErrors.h"
#include "ui/text/FindingWords.h"
#include "ui/text/Format.h"
#include "ui/text/SignatureWords.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace carriel::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString safe(const QString &foreign)
{
    return text::neutral(foreign).toHtmlEscaped();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}
QJsonValue orNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")))
                          : QJsonValue();
}

QJsonArray neutralStrings(const QStringList &list)
{
    QJsonArray out;
    for (const QString &one : list)
        out += text::neutral(one);
    return out;
}

QJsonObject certificateJson(const CertificateFacts &one)
{
    return {{QStringLiteral("subject"), text::neutral(one.subject)},
            {QStringLiteral("issuer"), text::neutral(one.issuer)},
            {QStringLiteral("serial"), one.serial},
            {QStringLiteral("not_before"), orNull(one.notBeforeUtc)},
            {QStringLiteral("not_after"), orNull(one.notAfterUtc)},
            {QStringLiteral("sha256"), QString::fromLatin1(one.sha256.toHex())}};
}

QString paragraph(const QString &title, const QString &text)
{
    return QStringLiteral("<p><b>%1</b><br/>%2</p>").arg(title, text);
}

QString signatureHtml(const SignatureFacts &one, int number, bool asked)
{
    // A person's three answers are not torn apart.
    QString out = QStringLiteral("<h2%1>%2</h2>")
                      .arg(number > 1 ? QStringLiteral(" style='page-break-before: always'") : QString(),
                           one.timestamp ? Tr::tr("Timestamp") : Tr::tr("Signature %1").arg(number));
    if (one.timestamp) {
        const text::VerdictWords words = text::verdictWords(one);
        out += paragraph(words.headline.toHtmlEscaped(), words.text.toHtmlEscaped());
    }
    for (const text::Answer &answer : text::threeAnswers(one, asked))
        out += QStringLiteral("<p><span style='color:#555'>%1</span><br/><b>%2</b><br/>%3</p>")
                   .arg(answer.question.toHtmlEscaped(), answer.headline.toHtmlEscaped(), answer.text.toHtmlEscaped());
    QStringList facts{QStringLiteral("%1 %2 %3 %4").arg(one.indication, one.sub, one.after, one.level).simplified()};
    if (!one.reason.isEmpty())
        facts << Tr::tr("Reason: %1").arg(safe(one.reason));
    if (!one.place.isEmpty())
        facts << Tr::tr("Place: %1").arg(safe(one.place));
    for (const CertificateFacts &certificate : one.path)
        facts << QStringLiteral("%1 · %2 – %3 · SHA-256 %4")
                     .arg(safe(certificate.subject), text::dateTime(certificate.notBeforeUtc),
                          text::dateTime(certificate.notAfterUtc), QString::fromLatin1(certificate.sha256.toHex()));
    for (const QString &line : one.findings + one.notes)
        facts << safe(text::findingWords(line));
    return out + QStringLiteral("<p style='font-size:small'>%1</p>").arg(facts.join(QStringLiteral("<br/>")));
}

// Trusted authorities that the signatures and timestamps lead to.
QStringList anchorNames(const CheckedFile &file)
{
    QStringList names;
    for (const SignatureFacts &one : file.signatures) {
        const bool trusted = one.indication == QLatin1String("TOTAL-PASSED") || one.sub == QLatin1String("TRY_LATER") ||
                             one.sub.startsWith(QLatin1String("REVOKED"));
        const QString name = trusted && !one.path.isEmpty() ? text::neutral(one.path.last().name) : QString();
        if (!name.isEmpty() && !names.contains(name))
            names += name;
    }
    return names;
}

// Of a container, or the one beside which it lies.
QStringList filesOf(const SignatureFacts &one, const CheckedFile &file)
{
    const bool beside = !file.content.isEmpty() && one.indication != QLatin1String("TOTAL-FAILED");
    return beside ? QStringList{file.content} : text::coveredFiles(one.notes);
}

} // namespace

QByteArray reportJson(const QString &fileName, const CheckedFile &file)
{
    QJsonArray signatures;
    for (const SignatureFacts &one : file.signatures) {
        const text::VerdictWords words = text::verdictWords(one);
        QJsonArray path;
        for (const CertificateFacts &certificate : one.path)
            path += certificateJson(certificate);
        signatures += QJsonObject{
            {QStringLiteral("field"), text::neutral(one.field)},
            {QStringLiteral("kind"), one.timestamp ? QStringLiteral("timestamp") : QStringLiteral("signature")},
            {QStringLiteral("indication"), one.indication},
            {QStringLiteral("sub_indication"), orNull(one.sub)},
            {QStringLiteral("after"), one.after},
            {QStringLiteral("level"), orNull(one.level)},
            {QStringLiteral("signer"), orNull(text::neutral(one.signer()))},
            {QStringLiteral("accredited"), one.accredited},
            {QStringLiteral("claimed_time"), orNull(one.claimedUtc)},
            {QStringLiteral("certified_time"), orNull(one.certifiedUtc)},
            {QStringLiteral("covers"), one.covers},
            {QStringLiteral("files"), neutralStrings(filesOf(one, file))},
            {QStringLiteral("explanation"), QString(words.headline + QStringLiteral(". ") + words.text)},
            {QStringLiteral("certificates"), path},
            {QStringLiteral("findings"), neutralStrings(one.findings)},
            {QStringLiteral("notes"), neutralStrings(one.notes)}};
    }
    const QJsonObject item{{QStringLiteral("file"), text::neutral(fileName)},
                           {QStringLiteral("sha256"), QString::fromLatin1(file.sha256.toHex())},
                           {QStringLiteral("size"), file.size},
                           {QStringLiteral("verdict"), file.verdict},
                           {QStringLiteral("signatures"), signatures},
                           {QStringLiteral("findings"), neutralStrings(file.findings)}};
    return QJsonDocument(QJsonObject{{QStringLiteral("checked_at"), orNull(file.checkedUtc)},
                                     {QStringLiteral("online"), file.online},
                                     {QStringLiteral("trusted_authorities"), file.anchors},
                                     {QStringLiteral("items"), QJsonArray{item}}})
        .toJson();
}

QString reportHtml(const QString &fileName, const CheckedFile &file)
{
    const text::VerdictWords words = text::fileWords(file);
    QString out = QStringLiteral("<h1>%1</h1>").arg(Tr::tr("Report on the signatures of a document"));
    out += paragraph(
        safe(fileName),
        QStringLiteral("SHA-256 %1<br/>%2").arg(QString::fromLatin1(file.sha256.toHex()), text::size(file.size)));
    out += QStringLiteral("<h2>%1</h2><p>%2</p>").arg(words.headline.toHtmlEscaped(), words.text.toHtmlEscaped());
    QStringList how{Tr::tr("Looked at %1.").arg(text::dateTimeAtEnd(file.checkedUtc)),
                    file.online ? Tr::tr("The network may be asked about the certificates.")
                                : Tr::tr("Without asking the network."),
                    Tr::tr("Authorities trusted by this computer: %1.").arg(text::count(file.anchors))};
    if (const QStringList names = anchorNames(file); !names.isEmpty())
        how << Tr::tr("These signatures lead to: %1.").arg(names.join(QStringLiteral(", ")).toHtmlEscaped());
    const int minutes = file.checkedUtc.toLocalTime().offsetFromUtc() / 60;
    how << Tr::tr("Times are those of this computer (UTC%1).")
               .arg((minutes < 0 ? QStringLiteral("−") : QStringLiteral("+")) +
                    QTime(0, 0).addSecs(qAbs(minutes) * 60).toString(QStringLiteral("HH:mm")));
    if (!file.content.isEmpty())
        how << Tr::tr("It was compared with the file “%1”.").arg(safe(file.content));
    if (file.moreToAsk)
        how << Tr::tr("Not everything could be asked: whether a certificate was revoked may still be open.");
    out += QStringLiteral("<p>%1</p>").arg(how.join(QLatin1Char(' ')));
    int number = 0;
    for (const SignatureFacts &one : file.signatures)
        out += signatureHtml(one, one.timestamp ? 0 : ++number, file.online);
    for (const QString &finding : file.findings)
        out += QStringLiteral("<p style='font-size:small'>%1</p>").arg(safe(text::findingWords(finding)));
    out += QStringLiteral("<p style='font-size:small'>%1</p>")
               .arg(Tr::tr("Made by Carriel %1. This report says what this computer found at that moment; it is no "
                           "proof by itself. The document "
                           "with the digest above is.")
                        .arg(QStringLiteral(CARRIEL_VERSION)));
    return out;
}

Outcome writeReport(const QString &path, const QString &fileName, const CheckedFile &file)
{
    QByteArray bytes;
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
        bytes = reportJson(fileName, file);
    } else {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::Letter));
        writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
        writer.setResolution(96);
        writer.setTitle(Tr::tr("Report on the signatures of a document"));
        QTextDocument document;
        QFont font(QStringLiteral("Noto Sans"), 10);
        font.setStyleStrategy(QFont::PreferNoShaping); // a digest that is copied out of it has "ff", and no ligature
        document.setDefaultFont(font);
        document.setHtml(reportHtml(fileName, file));
        document.setPageSize(QSizeF(writer.width(), writer.height()));
        document.print(&writer);
    }
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        out.write(bytes) != bytes.size() || !out.commit())
        return Error{
            errors::fileWrite, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), out.errorString()}}, {}};
    return {};
}

} // namespace carriel::ui
