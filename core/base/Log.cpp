// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Log.h"

#include <QDateTime>
#include <QFile>
#include <QMutex>
#include <QRegularExpression>
#include <cstdio>

namespace carriel {

QString redacted(const QString &line)
{
    // Never destroyed: Qt's own threads may still log while the program ends.
    static const auto &bearer = *new QRegularExpression(QStringLiteral("(?i)(bearer|dpop|basic)\\s+[A-Za-z0-9._~+/=-]+"));
    static const auto &query = *new QRegularExpression(QStringLiteral("(https?://[^\\s?#\"]+)[?#][^\\s\"]*"));
    // 40 characters and more: past any id (26) or error code, short of any key or token.
    static const auto &longRun = *new QRegularExpression(QStringLiteral("[A-Za-z0-9_+/=.-]{40,}"));
    QString out = line;
    out.replace(bearer, QStringLiteral("\\1 …"));
    out.replace(query, QStringLiteral("\\1?…"));
    out.replace(longRun, QStringLiteral("…"));
    return out;
}

namespace {
void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static QMutex mutex;
    const QMutexLocker locker(&mutex);
    static const char letters[] = {'D', 'W', 'C', 'F', 'I'};
    const QByteArray line = QStringLiteral("%1 %2 %3: %4\n")
                                .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                                     QString(QLatin1Char(letters[type])),
                                     QString::fromUtf8(context.category ? context.category : "default"),
                                     redacted(message))
                                .toUtf8();
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
    static const QString &path = *new QString(qEnvironmentVariable("CARRIEL_LOG"));
    if (!path.isEmpty()) {
        QFile file(path);
        if (file.open(QIODevice::Append)) {
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            file.write(line);
        }
    }
}
} // namespace

void installLog()
{
    if (!qEnvironmentVariableIsSet("QT_LOGGING_RULES") && !qEnvironmentVariableIsSet("CARRIEL_LOG"))
        QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false\n*.info=false"));
    qInstallMessageHandler(write);
}

} // namespace carriel
