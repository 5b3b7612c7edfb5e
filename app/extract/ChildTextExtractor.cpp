// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extract/ChildTextExtractor.h"

#include "app/extract/PlainText.h"
#include "core/base/ChildEnvironment.h"
#include "core/services/ServiceErrors.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QProcess>

namespace carriel {
namespace {

Error failed(const QString &detail) { return Error{errors::unreadableText, {}, detail}; }

} // namespace

ChildTextExtractor::ChildTextExtractor(QString program) : ChildTextExtractor(std::move(program), Limits()) {}

ChildTextExtractor::ChildTextExtractor(QString program, Limits limits) : m_program(std::move(program)), m_limits(limits) {}

QString ChildTextExtractor::besideThisProgram()
{
    return QCoreApplication::applicationDirPath() + QLatin1String("/carriel-extract");
}

bool ChildTextExtractor::handles(const QString &mediaType) const
{
    return isPlainText(mediaType)
        || mediaType.section(u';', 0, 0).trimmed().compare(QLatin1String("application/pdf"), Qt::CaseInsensitive) == 0;
}

Result<QString> ChildTextExtractor::extract(const QByteArray &bytes, const QString &mediaType)
{
    if (isPlainText(mediaType))
        return decodedText(bytes, mediaType, m_limits.maxText);
    if (!handles(mediaType))
        return failed(QStringLiteral("no text in this kind of document"));
    if (bytes.size() > m_limits.maxInput)
        return failed(QStringLiteral("too large"));
    return fromPdf(bytes);
}

Result<QString> ChildTextExtractor::fromPdf(const QByteArray &bytes) const
{
    const QDeadlineTimer deadline(m_limits.deadline);
    QProcess child;
    child.setProcessEnvironment(childEnvironment());
    child.setWorkingDirectory(QStringLiteral("/"));
    child.setStandardErrorFile(QProcess::nullDevice()); // libraries quote the document when they complain
    child.start(m_program, QStringList(), QIODevice::ReadWrite);
    if (!child.waitForStarted())
        return failed(QStringLiteral("carriel-extract does not start: ") + child.errorString());
    child.write(bytes);
    child.closeWriteChannel();

    QByteArray text;
    const auto stop = [&child](const QString &why) {
        child.kill();
        child.waitForFinished(5000);
        return failed(why);
    };
    while (child.state() != QProcess::NotRunning) {
        if (deadline.hasExpired())
            return stop(QStringLiteral("took too long"));
        child.waitForReadyRead(int(qMin<qint64>(deadline.remainingTime(), 200)));
        text += child.readAllStandardOutput();
        if (text.size() > m_limits.maxText)
            return stop(QStringLiteral("said too much"));
    }
    text += child.readAllStandardOutput();
    if (text.size() > m_limits.maxText)
        return failed(QStringLiteral("said too much"));
    if (child.exitStatus() != QProcess::NormalExit)
        return failed(QStringLiteral("carriel-extract was stopped by a limit or a fault"));
    if (child.exitCode() != 0)
        return failed(QStringLiteral("carriel-extract answered %1").arg(child.exitCode()));
    QString words = QString::fromUtf8(text);
    words.remove(QChar(0));
    return words;
}

} // namespace carriel
