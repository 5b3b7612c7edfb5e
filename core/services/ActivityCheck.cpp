// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the record is as it was written: in the vault, and in folders that somebody keeps.
#include "core/evidence/activity/CheckpointChain.h"
#include "core/evidence/activity/LogForks.h"
#include "core/services/Activity.h"
#include "core/services/ActivityFiles.h"
#include "core/services/EvidenceCheck.h"
#include "core/services/KeptCheckpoints.h"
#include "core/services/VaultAccess.h"
#include "core/vault/ActivityReader.h"

#include <QJsonDocument>
#include <algorithm>

namespace carriel {

namespace {
using evidence::LogForks;
using Raw = vault::ActivityReader::Raw;

QDateTime timeIn(const QByteArray &record)
{
    const QJsonObject said = QJsonDocument::fromJson(record).object();
    return QDateTime::fromString(said.value(QLatin1String("at")).toString(), Qt::ISODate);
}

ActivityFault faultOf(const evidence::LogFault &one)
{
    return {one.log, one.seq, one.reason};
}

void add(ActivityProof &out, const evidence::LogReport &report, const QString &folder)
{
    for (const evidence::LogState &one : report.logs) {
        out.records += one.records;
        out.anchored += one.anchored;
        out.logs += ActivitySpan{folder,     one.log,           one.records,     one.anchored,
                                 one.erased, timeIn(one.first), timeIn(one.last)};
    }
    for (const evidence::LogFault &one : report.faults)
        out.faults += faultOf(one);
}

// What the operator signed last of all of them, and nobody has brought.
void addElsewhere(ActivityProof &out, const std::optional<evidence::Checkpoint> &last)
{
    if (!last)
        return;
    for (const evidence::LogHead &head : last->heads) {
        const auto same = [&head](const ActivitySpan &one) { return one.log == head.log; };
        if (std::none_of(out.logs.cbegin(), out.logs.cend(), same) &&
            std::none_of(out.elsewhere.cbegin(), out.elsewhere.cend(), same))
            out.elsewhere += ActivitySpan{{}, head.log, head.seq, 0, 0, {}, {}};
    }
}

// Whether the computer that wrote `log` went on under a later name, after a copy of its vault was put back: then the
// end of this one is lost, and its successor's first record says so.
bool hasSuccessor(const QHash<QString, qint64> &logs, const QString &log)
{
    return std::any_of(logs.keyBegin(), logs.keyEnd(), [&](const QString &one) {
        return LogForks::stemOf(one) == LogForks::stemOf(log) && LogForks::epochOf(one) > LogForks::epochOf(log);
    });
}

// Where the logs end is what the computer signed that wrote them out; what is found already is not said again.
void compareEnds(QList<ActivityFault> &faults, const evidence::LogReport &report, const evidence::ExportStatement &said)
{
    const auto wrong = [&](const QString &log, qint64 seq, const char *reason) {
        const auto same = [&log](const ActivityFault &one) { return one.log == log; };
        if (std::none_of(faults.cbegin(), faults.cend(), same))
            faults += ActivityFault{log, seq, QString::fromLatin1(reason)};
    };
    QStringList known;
    for (const evidence::LogHead &end : said.logs) {
        known += end.log;
        const auto now = std::find_if(report.logs.cbegin(), report.logs.cend(),
                                      [&end](const evidence::LogState &one) { return one.log == end.log; });
        if (now == report.logs.cend())
            wrong(end.log, 0, "log_missing");
        else if (now->records != end.seq)
            wrong(end.log, std::min(now->records, end.seq) + 1, now->records < end.seq ? "missing" : "inserted");
        else if (now->head != end.hash)
            wrong(end.log, end.seq, "altered");
    }
    for (const evidence::LogState &one : report.logs) {
        if (!known.contains(one.log))
            wrong(one.log, 1, "inserted");
    }
}

// One folder of an export.
class Folder
{
public:
    explicit Folder(const QString &path) : m_path(path) {}

    Result<evidence::CheckpointChain> chain()
    {
        QByteArrayList all;
        CARRIEL_CHECK(readCheckpoints(
            m_path, m_keys, [&all](const QByteArray &jws) { all.append(jws); }, &m_faults));
        evidence::CheckpointChain chain(keys()); // without keys nothing is anchored
        for (const QByteArray &jws : std::as_const(all))
            chain.add(jws);
        return chain;
    }

    Outcome check(const evidence::CheckpointChain &chain, ActivityProof &out)
    {
        QHash<QString, qint64> logs;
        LogForks forks;
        CARRIEL_CHECK(readActivity(m_path, [&](const evidence::LogRecord &one) {
            ++logs[one.log];
            forks.add(one);
        }));
        evidence::LogCheck check;
        const QList<evidence::LogHead> ends = forks.endsUnder(chain.heads());
        for (const evidence::LogHead &one : ends)
            check.anchor(one.log, one.seq, one.hash);
        for (const evidence::LogHead &one : chain.heads()) {
            const bool operators = one.log.startsWith(QLatin1String("op:"));
            // The logs of other computers are in their folders.
            const qint64 records = logs.value(one.log), end = std::min(records, forks.endOf(one.log).value_or(records));
            if (operators || (logs.contains(one.log) && (one.seq <= end || !hasSuccessor(logs, one.log))))
                check.anchor(one.log, one.seq, one.hash);
        }
        CARRIEL_CHECK(readActivity(
            m_path, [&check](const evidence::LogRecord &one) { check.add(one); }, &m_faults));
        const evidence::LogReport report = check.report();
        add(out, report, m_path);
        for (const evidence::LogFault &one : std::as_const(m_faults))
            out.faults += faultOf(one);
        if (chain.fault())
            out.faults += faultOf(*chain.fault());
        compareWithSeal(report, out);
        return {};
    }

    // The operator's key that vouches for the computer that wrote it out; empty: nobody does.
    const QByteArray &vouchedBy() const { return m_vouchedBy; }

private:
    crypto::JwkSet keys() const { return crypto::JwkSet::parse(m_keys).valueOr({}); }

    void compareWithSeal(const evidence::LogReport &report, ActivityProof &out)
    {
        const QList<evidence::LogFault> misplaced = misplacedFiles(m_path);
        for (const evidence::LogFault &one : misplaced)
            out.faults += faultOf(one);
        const auto lacks = [&misplaced](const char *name) {
            return std::any_of(misplaced.cbegin(), misplaced.cend(), [name](const evidence::LogFault &one) {
                return one.log == QLatin1String(name) && one.reason == QLatin1String("missing");
            });
        };
        if (lacks("keys/device.jws")) { // whose signature it is, nobody can tell
            out.sealed = false;
            return;
        }
        const auto seal = readSeal(m_path, keys());
        if (!seal.ok())
            out.faults += ActivityFault{QStringLiteral("export.jws"), 0, QStringLiteral("not_as_exported")};
        else if (seal.value()) {
            compareEnds(out.faults, report, *seal.value());
            for (const evidence::LogFault &one : changedFiles(m_path, *seal.value()))
                out.faults += faultOf(one);
            m_vouchedBy = seal.value()->vouchedBy;
        }
        out.sealed = out.sealed && !m_vouchedBy.isEmpty();
    }

    QString m_path;
    QByteArray m_keys, m_vouchedBy;
    QList<evidence::LogFault> m_faults;
};

} // namespace

QString Activity::alarm() const
{
    return m_access.reader ? activityAlarm(m_access.reader->database()) : QString();
}

QDateTime Activity::alarmNotedUtc() const
{
    return m_access.reader ? activityAlarmNoted(m_access.reader->database()) : QDateTime();
}

QFuture<Outcome> Activity::noteAlarm()
{
    return post(m_access.host, [host = m_access.host]() -> Outcome {
        return host->isOpen() ? noteActivityAlarm(host->store().database(), host->clock()) : VaultAccess::locked();
    });
}

QFuture<Result<ActivityProof>> Activity::verify()
{
    return post(m_access.host, [host = m_access.host]() -> Result<ActivityProof> {
        if (!host->isOpen())
            return VaultAccess::locked();
        vault::Database &database = host->store().database();
        evidence::LogCheck check;
        CARRIEL_TRY(const QList<evidence::LogHead> anchors, anchorsIn(database));
        for (const evidence::LogHead &one : anchors)
            check.anchor(one.log, one.seq, one.hash);
        CARRIEL_CHECK(vault::ActivityReader(database).each([&](const Raw &raw) {
            check.add({raw.log, raw.seq, raw.bytes, raw.detail});
        }));
        ActivityProof proof;
        add(proof, check.report(), {});
        CARRIEL_TRY(const auto last, lastCheckpoint(database));
        if (last)
            addElsewhere(proof, *last);
        if (const QString alarm = activityAlarm(database); !alarm.isEmpty())
            proof.faults += ActivityFault{QStringLiteral("op"), 0, alarm};
        CARRIEL_TRY(proof.behind, activityBehind(database));
        return proof;
    });
}

Result<ActivityProof> Activity::verifyFolders(const QStringList &folders, const QStringList &trust)
{
    evidence::Anchors known;
    for (const QString &one : trust)
        CARRIEL_CHECK(addTrust(known, one));
    ActivityProof out;
    std::vector<evidence::CheckpointChain> chains;
    for (const QString &path : folders) {
        Folder folder(path);
        CARRIEL_TRY(evidence::CheckpointChain chain, folder.chain());
        CARRIEL_CHECK(folder.check(chain, out));
        for (const evidence::CheckpointChain &other : chains) {
            if (const auto fork = evidence::forkBetween(other, chain))
                out.faults += faultOf(*fork);
        }
        QByteArrayList signers = chain.signers();
        if (!folder.vouchedBy().isEmpty())
            signers += folder.vouchedBy();
        for (const QByteArray &key : std::as_const(signers)) {
            out.vouched = out.vouched && known.keys.contains(key);
            if (!out.signers.contains(QString::fromLatin1(key)))
                out.signers.append(QString::fromLatin1(key));
        }
        chains.push_back(std::move(chain));
    }
    for (const evidence::CheckpointChain &chain : chains)
        addElsewhere(out, chain.last());
    out.vouched = out.vouched && !out.signers.isEmpty();
    return out;
}

} // namespace carriel
