// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/ActivityFiles.h"

#include "core/base/BaseErrors.h"

#include <QDir>
#include <QJsonDocument>

namespace carriel {

namespace {

enum File { Records, Details, Table, Checkpoints, Keys };
constexpr const char *names[] = {"activity.jsonl", "details.jsonl", "activity.csv", "checkpoints.jsonl",
                                 "keys/operator.json"};
constexpr qint64 longestLine = 256 * 1024;

QString pathOf(const QString &folder, int file)
{
    return folder + u'/' + QLatin1String(names[file]);
}

// RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
QByteArray cell(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    return '"' + text.replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

Error unreadable(const QString &path, const QString &reason)
{
    return {errors::fileRead, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), reason}}, {}};
}

} // namespace

Outcome ActivityFiles::open()
{
    if (!QDir().mkpath(m_folder + QLatin1String("/keys")))
        return Error{
            errors::fileWrite, {{QStringLiteral("path"), m_folder}, {QStringLiteral("reason"), QString()}}, {}};
    for (const int file : {Records, Details, Table, Checkpoints, Keys}) {
        const QString path = pathOf(m_folder, file);
        m_files[file] = std::make_unique<QSaveFile>(path);
        if (!m_files[file]->open(QIODevice::WriteOnly) ||
            !m_files[file]->setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            return Error{errors::fileWrite,
                         {{QStringLiteral("path"), path}, {QStringLiteral("reason"), m_files[file]->errorString()}},
                         {}};
    }
    write(Table, "\xEF\xBB\xBFlog,seq,at,kind,subject,name,before");
    return {};
}

void ActivityFiles::write(int file, const QByteArray &line)
{
    m_failed |= m_files[file]->write(line + '\n') != line.size() + 1;
}

void ActivityFiles::add(const vault::ActivityReader::Raw &raw, const vault::ActivityRow &row)
{
    write(Records, raw.bytes);
    write(Details,
          QJsonDocument(QJsonObject{{QStringLiteral("log"), raw.log},
                                    {QStringLiteral("seq"), raw.seq},
                                    {QStringLiteral("detail"), raw.detail ? QJsonValue(QString::fromUtf8(*raw.detail))
                                                                          : QJsonValue(QJsonValue::Null)}})
              .toJson(QJsonDocument::Compact));
    const QString name =
        row.data.value(QLatin1String(row.data.contains(QLatin1String("to")) ? "to" : "name")).toString();
    const QList<QByteArray> cells{cell(row.log),
                                  QByteArray::number(row.seq),
                                  cell(row.atUtc.toString(Qt::ISODate)),
                                  cell(row.kind),
                                  cell(row.subject),
                                  cell(name),
                                  cell(row.data.value(QLatin1String("from")).toString())};
    write(Table, cells.join(','));
}

void ActivityFiles::addCheckpoint(const QByteArray &jws)
{
    write(Checkpoints,
          QJsonDocument(QJsonObject{{QStringLiteral("jws"), QString::fromLatin1(jws)}}).toJson(QJsonDocument::Compact));
}

void ActivityFiles::addKeys(const QByteArray &jwks)
{
    write(Keys, jwks);
}

Outcome ActivityFiles::commit()
{
    for (const auto &file : m_files) {
        if (m_failed || !file->commit())
            return Error{errors::fileWrite,
                         {{QStringLiteral("path"), file->fileName()}, {QStringLiteral("reason"), file->errorString()}},
                         {}};
    }
    return {};
}

Outcome readCheckpoints(const QString &folder, QByteArray &keys, const std::function<void(const QByteArray &)> &told)
{
    QFile lines(pathOf(folder, Checkpoints)), set(pathOf(folder, Keys));
    if (!lines.exists())
        return {};
    for (QFile *file : {&lines, &set}) {
        if (!file->open(QIODevice::ReadOnly))
            return unreadable(file->fileName(), file->errorString());
    }
    keys = set.read(longestLine).trimmed();
    while (!lines.atEnd())
        told(QJsonDocument::fromJson(lines.readLine(longestLine)).object().value(QLatin1String("jws")).toString().toLatin1());
    return {};
}

Outcome readActivity(const QString &folder, const std::function<void(const evidence::LogRecord &)> &told)
{
    QFile records(pathOf(folder, Records)), details(pathOf(folder, Details));
    for (QFile *file : {&records, &details}) {
        if (!file->open(QIODevice::ReadOnly))
            return unreadable(file->fileName(), file->errorString());
    }
    const auto wrong = [&] { return Error{errors::badInput, {{QStringLiteral("what"), folder}}, {}}; };
    while (!records.atEnd()) {
        QByteArray bytes = records.readLine(longestLine);
        if (!bytes.endsWith('\n'))
            return wrong();
        bytes.chop(1);
        const QByteArray line = details.readLine(longestLine);
        const QJsonObject beside = QJsonDocument::fromJson(line).object();
        // What the record says of itself decides; the second file only brings the detail.
        const QJsonObject said = QJsonDocument::fromJson(bytes).object();
        evidence::LogRecord one;
        one.log = said.value(QLatin1String("log")).toString();
        one.seq = said.value(QLatin1String("seq")).toInteger();
        one.bytes = bytes;
        const QJsonValue detail = beside.value(QLatin1String("detail"));
        if (beside.value(QLatin1String("log")).toString() != one.log ||
            beside.value(QLatin1String("seq")).toInteger() != one.seq)
            one.detail = line; // a line is missing here or there: nothing fits any more
        else if (detail.isString())
            one.detail = detail.toString().toUtf8();
        told(one);
    }
    return {};
}

} // namespace carriel
