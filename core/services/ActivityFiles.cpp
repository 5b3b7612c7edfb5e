// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/ActivityFiles.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/StrictJson.h"
#include "core/evidence/records/Statements.h"

#include <QDir>
#include <QJsonDocument>
#include <algorithm>

namespace carriel {

namespace {

enum File { Records, Details, Table, Checkpoints, Keys, Device, Seal };
constexpr File all[] = {Records, Details, Table, Checkpoints, Keys, Device, Seal};
constexpr const char *names[] = {"activity.jsonl",     "details.jsonl",   "activity.csv", "checkpoints.jsonl",
                                 "keys/operator.json", "keys/device.jws", "export.jws"};
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
    for (const int file : all) {
        const QString path = pathOf(m_folder, file);
        m_hashes[file] = std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256);
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
    m_hashes[file]->addData(line);
    m_hashes[file]->addData(QByteArrayView("\n", 1));
}

bool ActivityFiles::isKept(int file) const
{
    return m_sealed || (file != Device && file != Seal);
}

void ActivityFiles::add(const vault::ActivityReader::Raw &raw, const vault::ActivityRow &row)
{
    write(Records, raw.bytes);
    if (m_heads.isEmpty() || m_heads.last().log != raw.log)
        m_heads += evidence::LogHead{raw.log, 0, {}};
    m_heads.last().seq = raw.seq;
    m_heads.last().hash = evidence::LogCheck::hashOf(raw.bytes);
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

Outcome ActivityFiles::seal(const QString &folder, const QByteArray &device, const QDateTime &now,
                            const crypto::PrivateKey &key)
{
    CARRIEL_TRY(const evidence::DeviceStatement computer, evidence::readDevice(device));
    write(Device, device);
    evidence::ExportStatement said{folder, computer.device, now, m_heads, {}, {}};
    for (const File file : all) {
        if (file != Seal)
            said.files.insert(QLatin1String(names[file]), m_hashes[file]->result());
    }
    CARRIEL_TRY(const QByteArray jws, evidence::makeExport(said, key));
    write(Seal, jws);
    m_sealed = true;
    return {};
}

Outcome ActivityFiles::commit()
{
    for (const File file : all) {
        if (!isKept(file)) {
            m_files[file].reset();
            QFile::remove(pathOf(m_folder, file)); // of an export that was here before
        } else if (m_failed || !m_files[file]->commit()) {
            return Error{errors::fileWrite,
                         {{QStringLiteral("path"), m_files[file]->fileName()},
                          {QStringLiteral("reason"), m_files[file]->errorString()}},
                         {}};
        }
    }
    return {};
}

namespace {

// Lines of a file that somebody else may have written, with what is wrong about them.
class Lines
{
public:
    Lines(const QString &folder, File which, QList<evidence::LogFault> *faults)
        : m_name(QLatin1String(names[which])), m_file(pathOf(folder, which)), m_faults(faults)
    {
    }
    Outcome open()
    {
        return m_file.open(QIODevice::ReadOnly) ? Outcome() : unreadable(m_file.fileName(), m_file.errorString());
    }
    // Without its end; nothing: there are no more.
    std::optional<QByteArray> next()
    {
        if (m_file.atEnd())
            return std::nullopt;
        QByteArray line = m_file.readLine(longestLine);
        ++m_number;
        if (!line.endsWith('\n'))
            wrong(m_name, m_number, "cut");
        else
            line.chop(1);
        return line;
    }
    void wrong(const QString &log, qint64 seq, const char *reason)
    {
        const auto same = [&](const evidence::LogFault &one) { return one.reason == QLatin1String(reason); };
        if (m_faults && std::none_of(m_faults->cbegin(), m_faults->cend(), same))
            *m_faults += evidence::LogFault{log, seq, QString::fromLatin1(reason)};
    }
    void wrongLine(const char *reason) { wrong(m_name, m_number, reason); }

private:
    QString m_name;
    QFile m_file;
    QList<evidence::LogFault> *m_faults;
    qint64 m_number = 0;
};

struct DetailLine
{
    QString log;
    qint64 seq = 0;
    std::optional<QByteArray> detail;
};

// details.jsonl beside the records: a line for each of them, in their order, and none besides.
class DetailLines
{
public:
    DetailLines(const QString &folder, QList<evidence::LogFault> *faults) : m_lines(folder, Details, faults) {}
    Outcome open() { return m_lines.open(); }

    std::optional<QByteArray> of(const QString &log, qint64 seq)
    {
        while (look()) {
            if (m_now->log == log && m_now->seq == seq) {
                const std::optional<QByteArray> detail = m_now->detail;
                m_log = log;
                m_seq = seq;
                m_now.reset();
                return detail;
            }
            if (m_now->log > log || (m_now->log == log && m_now->seq > seq))
                break;
            surplus();
        }
        m_lines.wrong(log, seq, "detail_missing");
        return std::nullopt;
    }
    void end()
    {
        while (look())
            surplus();
    }

private:
    bool look()
    {
        while (!m_now) {
            const std::optional<QByteArray> text = m_lines.next();
            if (!text)
                return false;
            const auto read = crypto::parseStrictObject(*text, longestLine);
            const QJsonObject said = read.ok() ? read.value() : QJsonObject();
            const QJsonValue detail = said.value(QLatin1String("detail"));
            if (said.size() != 3 || !said.value(QLatin1String("log")).isString() ||
                !said.value(QLatin1String("seq")).isDouble() || !(detail.isString() || detail.isNull())) {
                m_lines.wrongLine("malformed");
                continue;
            }
            m_now = DetailLine{
                said.value(QLatin1String("log")).toString(), said.value(QLatin1String("seq")).toInteger(),
                detail.isString() ? std::optional(detail.toString().toUtf8()) : std::optional<QByteArray>()};
        }
        return true;
    }
    void surplus()
    {
        m_lines.wrongLine(m_log == m_now->log && m_seq == m_now->seq ? "detail_twice" : "detail_unknown");
        m_now.reset();
    }

    Lines m_lines;
    std::optional<DetailLine> m_now;
    QString m_log; // of the one before
    qint64 m_seq = 0;
};

Result<QByteArray> digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return unreadable(path, file.errorString());
    return hash.result();
}

} // namespace

Outcome readCheckpoints(const QString &folder, QByteArray &keys, const std::function<void(const QByteArray &)> &told,
                        QList<evidence::LogFault> *faults)
{
    if (!QFile::exists(pathOf(folder, Checkpoints)))
        return {};
    Lines lines(folder, Checkpoints, faults);
    CARRIEL_CHECK(lines.open());
    if (QFile set(pathOf(folder, Keys)); set.open(QIODevice::ReadOnly)) // without it nothing is anchored
        keys = set.read(longestLine).trimmed();
    while (const std::optional<QByteArray> line = lines.next()) {
        const auto read = crypto::parseStrictObject(*line, longestLine);
        if (!read.ok() || read.value().size() != 1)
            lines.wrongLine("malformed");
        told(read.ok() ? read.value().value(QLatin1String("jws")).toString().toLatin1() : QByteArray());
    }
    return {};
}

Outcome readActivity(const QString &folder, const std::function<void(const evidence::LogRecord &)> &told,
                     QList<evidence::LogFault> *faults)
{
    Lines records(folder, Records, faults);
    DetailLines details(folder, faults);
    CARRIEL_CHECK(records.open());
    CARRIEL_CHECK(details.open());
    while (const std::optional<QByteArray> line = records.next()) {
        // What the record says of itself decides; the second file only brings the detail.
        const QJsonObject said = QJsonDocument::fromJson(*line).object();
        evidence::LogRecord one;
        one.log = said.value(QLatin1String("log")).toString();
        one.seq = said.value(QLatin1String("seq")).toInteger();
        one.bytes = *line;
        one.detail = details.of(one.log, one.seq);
        told(one);
    }
    details.end();
    return {};
}

Result<std::optional<evidence::ExportStatement>> readSeal(const QString &folder, const crypto::JwkSet &operatorKeys)
{
    QFile seal(pathOf(folder, Seal)), device(pathOf(folder, Device));
    if (!seal.exists())
        return std::optional<evidence::ExportStatement>();
    QByteArrayList statements;
    for (QFile *file : {&seal, &device}) {
        if (!file->open(QIODevice::ReadOnly))
            return unreadable(file->fileName(), file->errorString());
        statements += file->read(longestLine);
        if (!file->atEnd() || !statements.last().endsWith('\n'))
            return unreadable(file->fileName(), {});
        statements.last().chop(1);
    }
    CARRIEL_TRY(evidence::ExportStatement said,
                evidence::readExport(statements.first(), statements.last(), operatorKeys));
    return std::optional(std::move(said));
}

QList<evidence::LogFault> misplacedFiles(const QString &folder)
{
    QList<evidence::LogFault> out;
    QStringList known;
    const bool isSigned = QFile::exists(pathOf(folder, Seal));
    for (const File file : all) {
        known += QLatin1String(names[file]);
        if (isSigned && !QFile::exists(pathOf(folder, file)))
            out += evidence::LogFault{known.last(), 0, QStringLiteral("missing")};
    }
    QStringList found; // not below a folder that is foreign itself
    for (const QString &name : QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System)) {
        if (name != QLatin1String("keys"))
            found += name;
    }
    for (const QString &name :
         QDir(folder + QLatin1String("/keys")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System))
        found += QLatin1String("keys/") + name;
    for (const QString &name : std::as_const(found)) {
        if (!known.contains(name))
            out += evidence::LogFault{name, 0, QStringLiteral("foreign_file")};
    }
    return out;
}

QList<evidence::LogFault> changedFiles(const QString &folder, const evidence::ExportStatement &said)
{
    QList<evidence::LogFault> out;
    for (const File file : all) {
        if (file == Seal)
            continue;
        const QString name = QLatin1String(names[file]);
        const auto now = digestOf(pathOf(folder, file));
        if (now.ok() && now.value() != said.files.value(name))
            out += evidence::LogFault{name, 0, QStringLiteral("not_as_exported")};
    }
    return out;
}

} // namespace carriel
