// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Activity.h"

#include "core/evidence/activity/CheckpointChain.h"
#include "core/services/AccountActivity.h"
#include "core/services/ActivityFiles.h"
#include "core/services/EvidenceCheck.h"
#include "core/services/VaultAccess.h"
#include "core/vault/ActivityReader.h"

#include <algorithm>

namespace carriel {

namespace {
using Raw = vault::ActivityReader::Raw;

ActivityRecord recordFrom(const vault::ActivityRow &row)
{
    ActivityRecord out;
    out.kind = row.kind;
    out.whenUtc = row.atUtc;
    out.item = ItemId(row.subject);
    out.erased = row.erased;
    out.name = row.data.value(QLatin1String(row.data.contains(QLatin1String("to")) ? "to" : "name")).toString();
    out.before = row.data.value(QLatin1String("from")).toString();
    out.verdict = row.data.value(QLatin1String("verdict")).toString();
    out.log = row.log;
    out.seq = row.seq;
    return out;
}

bool wanted(const ActivityQuery &query, const vault::ActivityRow &row)
{
    const auto named = [&row](const QString &kind) {
        return kind.endsWith(u'.') ? row.kind.startsWith(kind) : row.kind == kind;
    };
    return (query.kinds.isEmpty() || std::any_of(query.kinds.begin(), query.kinds.end(), named)) &&
           (!query.since.isValid() || row.atUtc >= query.since) && (!query.until.isValid() || row.atUtc < query.until);
}

ActivityProof proofOf(const evidence::LogReport &report)
{
    ActivityProof out;
    out.records = report.records();
    for (const evidence::LogState &one : report.logs)
        out.anchored += one.anchored;
    for (const evidence::LogFault &one : report.faults)
        out.faults += ActivityFault{one.log, one.seq, one.reason};
    return out;
}
// Newest first. Within a log its own order holds, whatever the clock said; between logs the later time goes first.
Result<QList<ActivityRecord>> foundIn(vault::Database &database, const ActivityQuery &query, int most)
{
    QMap<QString, QList<ActivityRecord>> logs; // each with its oldest first
    CARRIEL_CHECK(vault::ActivityReader(database).each([&](const Raw &raw) {
        const vault::ActivityRow row = vault::ActivityReader::rowOf(raw);
        if (!wanted(query, row))
            return;
        if (ActivityRecord record = recordFrom(row); !query.fits || query.fits(record))
            logs[raw.log].append(std::move(record));
    }));
    QList<ActivityRecord> out;
    while (out.size() < most) {
        const auto later = [](const QList<ActivityRecord> &one, const QList<ActivityRecord> &other) {
            return other.isEmpty() ? false : one.isEmpty() || one.last().whenUtc < other.last().whenUtc;
        };
        const auto next = std::max_element(logs.begin(), logs.end(), later);
        if (next == logs.end() || next->isEmpty())
            break;
        out.append(next->takeLast());
    }
    return out;
}

Result<QList<ActivityCount>> countedIn(vault::Database &database, const ActivityQuery &query)
{
    QMap<QDate, QHash<QString, int>> months;
    CARRIEL_CHECK(vault::ActivityReader(database).each([&](const Raw &raw) {
        const vault::ActivityRow row = vault::ActivityReader::rowOf(raw);
        if (!wanted(query, row))
            return;
        const QDate day = row.atUtc.toLocalTime().date();
        ++months[QDate(day.year(), day.month(), 1)][row.kind];
    }));
    QList<ActivityCount> out;
    for (auto it = months.begin(); it != months.end(); ++it)
        out += ActivityCount{it.key(), it.value()};
    return out;
}

Result<evidence::CheckpointChain> chainIn(const QString &folder)
{
    QByteArray keys;
    QByteArrayList all;
    CARRIEL_CHECK(readCheckpoints(folder, keys, [&all](const QByteArray &jws) { all.append(jws); }));
    evidence::CheckpointChain chain(crypto::JwkSet::parse(keys).valueOr({})); // without keys nothing is anchored
    for (const QByteArray &jws : std::as_const(all))
        chain.add(jws);
    return chain;
}

// Whether the computer that wrote `log` went on under a later name, after a copy of its vault was put back: then the
// end of this one is lost, and its successor's first record says so.
bool hasSuccessor(const QHash<QString, qint64> &logs, const QString &log)
{
    const QString stem = log.left(log.lastIndexOf(u':') + 1);
    const auto epoch = [&](const QString &name) { return name.mid(stem.size()).toInt(); };
    return std::any_of(logs.keyBegin(), logs.keyEnd(),
                       [&](const QString &one) { return one.startsWith(stem) && epoch(one) > epoch(log); });
}

Result<evidence::LogReport> checkedAgainst(const evidence::CheckpointChain &chain, const QString &folder)
{
    QHash<QString, qint64> logs;
    CARRIEL_CHECK(readActivity(folder, [&logs](const evidence::LogRecord &one) { ++logs[one.log]; }));
    evidence::LogCheck check;
    for (const evidence::LogHead &one : chain.heads()) {
        const bool operators = one.log.startsWith(QLatin1String("op:"));
        // The logs of other computers are in their folders.
        if (operators || (logs.contains(one.log) && (one.seq <= logs.value(one.log) || !hasSuccessor(logs, one.log))))
            check.anchor(one.log, one.seq, one.hash);
    }
    CARRIEL_CHECK(readActivity(folder, [&check](const evidence::LogRecord &one) { check.add(one); }));
    return check.report();
}
} // namespace

QList<ActivityRecord> Activity::records(int most, int skip) const
{
    QList<ActivityRecord> out;
    if (m_access.reader) {
        for (const vault::ActivityRow &row :
             vault::ActivityReader(m_access.reader->database()).newest(most, skip).valueOr({}))
            out.append(recordFrom(row));
    }
    return out;
}

QList<ActivityRecord> Activity::of(const ItemId &item, int most) const
{
    QList<ActivityRecord> out;
    if (m_access.reader) {
        for (const vault::ActivityRow &row :
             vault::ActivityReader(m_access.reader->database()).about(item, most).valueOr({}))
            out.append(recordFrom(row));
    }
    return out;
}

QList<ActivityRecord> Activity::found(const ActivityQuery &query, int most) const
{
    return m_access.reader ? foundIn(m_access.reader->database(), query, most).valueOr({}) : QList<ActivityRecord>();
}

QFuture<Result<QList<ActivityRecord>>> Activity::search(const ActivityQuery &query, int most)
{
    return post(m_access.host, [host = m_access.host, query, most]() -> Result<QList<ActivityRecord>> {
        if (!host->isOpen())
            return VaultAccess::locked();
        vault::Database &database = host->store().database();
        CARRIEL_TRY(QList<ActivityRecord> out, foundIn(database, query, most));
        CARRIEL_TRY(const QList<evidence::LogHead> anchors, anchorsIn(database));
        QHash<QString, qint64> last;
        for (const evidence::LogHead &one : anchors)
            last[one.log] = std::max(last.value(one.log), one.seq);
        for (ActivityRecord &one : out)
            one.anchored = one.seq <= last.value(one.log);
        return out;
    });
}

QFuture<Result<QList<ActivityCount>>> Activity::count(const ActivityQuery &query)
{
    return post(m_access.host, [host = m_access.host, query]() -> Result<QList<ActivityCount>> {
        return host->isOpen() ? countedIn(host->store().database(), query) : VaultAccess::locked();
    });
}

QFuture<Outcome> Activity::tell(const QString &kind, const ItemId &item)
{
    return post(m_access.host, [host = m_access.host, kind, item]() -> Outcome {
        return host->isOpen() ? host->noteAct(kind, item) : VaultAccess::locked();
    });
}

QFuture<Result<ActivityProof>> Activity::verify()
{
    return post(m_access.host, [host = m_access.host]() -> Result<ActivityProof> {
        if (!host->isOpen())
            return VaultAccess::locked();
        evidence::LogCheck check;
        CARRIEL_TRY(const QList<evidence::LogHead> anchors, anchorsIn(host->store().database()));
        for (const evidence::LogHead &one : anchors)
            check.anchor(one.log, one.seq, one.hash);
        CARRIEL_CHECK(vault::ActivityReader(host->store().database()).each([&](const Raw &raw) {
            check.add({raw.log, raw.seq, raw.bytes, raw.detail});
        }));
        ActivityProof proof = proofOf(check.report());
        if (const QString alarm = activityAlarm(host->store().database()); !alarm.isEmpty())
            proof.faults += ActivityFault{QStringLiteral("op"), 0, alarm};
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
    for (const QString &folder : folders) {
        CARRIEL_TRY(evidence::CheckpointChain chain, chainIn(folder));
        CARRIEL_TRY(const evidence::LogReport report, checkedAgainst(chain, folder));
        const ActivityProof one = proofOf(report);
        out.records += one.records;
        out.anchored += one.anchored;
        out.faults += one.faults;
        QList<std::optional<evidence::LogFault>> more{chain.fault()};
        for (const evidence::CheckpointChain &other : chains)
            more.append(evidence::forkBetween(other, chain));
        for (const auto &fault : std::as_const(more)) {
            if (fault)
                out.faults += ActivityFault{fault->log, fault->seq, fault->reason};
        }
        for (const QByteArray &key : chain.signers()) {
            out.vouched = out.vouched && known.keys.contains(key);
            if (!out.signers.contains(QString::fromLatin1(key)))
                out.signers.append(QString::fromLatin1(key));
        }
        chains.push_back(std::move(chain));
    }
    out.vouched = out.vouched && !out.signers.isEmpty();
    return out;
}

QFuture<Outcome> Activity::exportTo(const QString &folder)
{
    return post(m_access.host, [host = m_access.host, folder]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        ActivityFiles files(folder);
        CARRIEL_CHECK(files.open());
        CARRIEL_CHECK(vault::ActivityReader(host->store().database()).each([&](const Raw &raw) {
            files.add(raw, vault::ActivityReader::rowOf(raw));
        }));
        CARRIEL_CHECK(eachCheckpoint(host->store().database(), [&](const QByteArray &jws) { files.addCheckpoint(jws); }));
        files.addKeys(checkpointKeys(host->store().database()));
        return files.commit();
    });
}

} // namespace carriel
