// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/signing/SigningDesk.h"

#include "core/signing/verify/ReportCodec.h"

#include <QJsonDocument>

#include <QFile>

namespace carriel::test {

using namespace carriel::signing;

QByteArray SigningDesk::bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString SigningDesk::put(const QString &name, const QByteArray &bytes)
{
    QFile file(pki.file(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

Result<SignedFile> SigningDesk::sign(const QString &source, const QString &target, const QString &key, Level level,
                                     const std::function<void(PdfSignOptions &)> &more)
{
    PdfSignOptions options;
    options.source = source;
    options.target = target;
    options.level = level;
    options.timestampAuthority = pki.tsa();
    options.anchors = {pki.authority()};
    options.reason = QStringLiteral("Aprobación");
    if (more)
        more(options);
    std::optional<Result<SignedFile>> result;
    PdfSignJob::run(options, key.isEmpty() ? nullptr : pki.key(key), &pki, clock,
                    [&](Result<SignedFile> done) { result = std::move(done); });
    return result ? *result : Result<SignedFile>(Error{{"CAR-BAS-001"}, {}, QStringLiteral("no answer")});
}

VerificationReport SigningDesk::verify(const QString &path, bool online)
{
    return verifyBytes(bytesOf(path), online);
}

// What people get is judged in a confined child: it must say the same.
static void sameInTheChild(const QByteArray &bytes, const Question &question, const VerificationReport &here)
{
    const auto lent = LentBytes::copyOf(QByteArrayView(bytes));
    const auto there = judgeConfined(*lent.value(), nullptr, question);
    Judgement same;
    same.report = here;
    const auto text = [](const Judgement &one) {
        return QJsonDocument(toJson(one).value(QLatin1String("report")).toObject()).toJson();
    };
    if (!there.ok() || (formatOf(bytes) == SignedFormat::Pdf && text(there.value()) != text(same)))
        qFatal("the child says otherwise: %s\n%s",
               there.ok() ? text(there.value()).constData() : qPrintable(there.error().detail), text(same).constData());
}

VerificationReport SigningDesk::verifyBytes(const QByteArray &bytes, bool online)
{
    Evidence fetched;
    for (int round = 0;; ++round) {
        const QDateTime now = clock.nowUtc();
        const VerificationReport report = verifyPdf(bytes, pki.trust(), fetched, now);
        sameInTheChild(bytes, {Question::Kind::Verify, pki.trust(), fetched, now}, report);
        if (!online || report.wanted.isEmpty() || round == 5)
            return report;
        for (const FetchWanted &wanted : report.wanted) {
            pki.fetch({wanted.url, wanted.body, {}, {}}, [&](const Result<QByteArray> &answer) {
                if (answer.ok())
                    (wanted.ocsp ? fetched.ocsp : fetched.lists) += answer.value();
            });
        }
    }
}

QString SigningDesk::told(const VerificationReport &report)
{
    QString text = name(report.verdict) + u' ' + report.findings.join(QStringLiteral("; "));
    for (const SignatureReport &one : report.signatures)
        text += QStringLiteral(" [%1 %2 %3 %4 %5 %6]")
                    .arg(one.field, name(one.indication), name(one.sub), name(one.after), one.level,
                         one.findings.join(QStringLiteral("; ")));
    return text;
}

} // namespace carriel::test
