// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Activity.h"

#include "core/services/AccountStore.h"
#include "core/services/ActRecord.h"
#include "core/services/ActivityFiles.h"
#include "core/services/EntityNames.h"
#include "core/services/KeptCheckpoints.h"
#include "core/services/ShareNames.h"
#include "core/services/VaultAccess.h"
#include "core/crypto/Jws.h"
#include "core/vault/ActivityReader.h"
#include "core/vault/ContributionStore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace carriel {

namespace {
using Raw = vault::ActivityReader::Raw;

// Who and what the numbers in the entries are.
struct Names
{
    explicit Names(vault::Database &database) : shares(database), entities(database) {}
    ShareNames shares;
    EntityNames entities;
};

ActivityRecord recordFrom(const vault::ActivityRow &row, Names &names)
{
    ActivityRecord out;
    out.kind = row.kind;
    out.whenUtc = row.atUtc;
    out.item = ItemId(row.subject);
    out.erased = row.erased;
    out.name = row.data.value(QLatin1String(row.data.contains(QLatin1String("to")) ? "to" : "name")).toString();
    out.before = row.data.value(QLatin1String("from")).toString();
    out.with = row.data.value(QLatin1String("with")).toString();
    out.verdict = row.data.value(QLatin1String("verdict")).toString();
    out.log = row.log;
    out.seq = row.seq;
    names.shares.fill(out);
    names.entities.fill(out, row);
    return out;
}

// The operator knows a contribution by its number; what the person agreed to give stands in his own record by document.
QList<ItemId> givenIn(vault::Database &database, const ActivityRecord &record)
{
    if (record.kind != QLatin1String("act.contribution"))
        return {};
    const auto row = vault::ContributionStore(database).find(record.item.text()).valueOr(std::nullopt);
    const auto jws = row ? crypto::readUnverifiedJws(row->statement) : Result<crypto::Jws>(Error{errors::itemNotFound, {}, {}});
    QList<ItemId> out;
    const QJsonObject said = jws ? QJsonDocument::fromJson(jws.value().payload).object() : QJsonObject();
    for (const QJsonValue one : said.value(QLatin1String("documents")).toArray())
        out.append(ItemId(one.toObject().value(QLatin1String("item")).toString()));
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

// Newest first. Within a log its own order holds, whatever the clock said; between logs the later time goes first.
Result<QList<ActivityRecord>> foundIn(vault::Database &database, const ActivityQuery &query, int most)
{
    QMap<QString, QList<ActivityRecord>> logs; // each with its oldest first
    Names names(database);
    CARRIEL_CHECK(vault::ActivityReader(database).each([&](const Raw &raw) {
        const vault::ActivityRow row = vault::ActivityReader::rowOf(raw);
        if (!wanted(query, row))
            return;
        if (ActivityRecord record = recordFrom(row, names); !query.fits || query.fits(record))
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
    QSet<QString> own; // kind and subject of what was done here; these logs come before the operator's
    CARRIEL_CHECK(vault::ActivityReader(database).each([&](const Raw &raw) {
        const vault::ActivityRow row = vault::ActivityReader::rowOf(raw);
        if (!wanted(query, row))
            return;
        if (row.log.startsWith(QLatin1String("op:"))) {
            ActivityRecord told;
            told.kind = row.kind;
            told.item = ItemId(row.subject);
            const QString kind = ownKindOf(row.kind);
            QList<ItemId> about = kind.isEmpty() ? QList<ItemId>() : givenIn(database, told);
            about.append(told.item);
            if (std::any_of(about.cbegin(), about.cend(), [&](const ItemId &one) { return own.contains(kind + QLatin1Char(' ') + one.text()); }))
                return; // the operator's word about an act that is counted: the person did one thing
        } else {
            own.insert(row.kind + QLatin1Char(' ') + row.subject);
        }
        const QDate day = row.atUtc.toLocalTime().date();
        ++months[QDate(day.year(), day.month(), 1)][row.kind];
    }));
    QList<ActivityCount> out;
    for (auto it = months.begin(); it != months.end(); ++it)
        out += ActivityCount{it.key(), it.value()};
    return out;
}
} // namespace

QList<ActivityRecord> Activity::records(int most, int skip) const
{
    QList<ActivityRecord> out;
    if (m_access.reader) {
        Names names(m_access.reader->database());
        for (const vault::ActivityRow &row :
             m_access.seen(vault::ActivityReader(m_access.reader->database()).newest(most, skip)))
            out.append(recordFrom(row, names));
    }
    return out;
}

QList<ActivityRecord> Activity::of(const ItemId &item, int most) const
{
    QList<ActivityRecord> out;
    if (m_access.reader) {
        Names names(m_access.reader->database());
        for (const vault::ActivityRow &row :
             m_access.seen(vault::ActivityReader(m_access.reader->database()).about(item, most)))
            out.append(recordFrom(row, names));
    }
    return out;
}

QList<ActivityRecord> Activity::found(const ActivityQuery &query, int most) const
{
    return m_access.reader ? m_access.seen(foundIn(m_access.reader->database(), query, most)) : QList<ActivityRecord>();
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
        for (ActivityRecord &one : out) {
            one.anchored = one.seq <= last.value(one.log);
            one.about = givenIn(database, one);
        }
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

QFuture<Outcome> Activity::tell(const QString &kind, const QString &subject, const QString &name, const QString &with)
{
    return post(m_access.host, [host = m_access.host, act = ActEntry{kind, subject, name, with}]() -> Outcome {
        return host->isOpen() ? recordActAlone(host->store().database(), host->clock(), act) : VaultAccess::locked();
    });
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
        AccountStore account(host->store().database());
        if (const AccountStore::Holder holder = account.holder(); !holder.statement.isEmpty() && !account.removed()) {
            CARRIEL_TRY(const remote::DeviceKeys keys, account.deviceKeys());
            CARRIEL_CHECK(files.seal(holder.folder.text(), holder.statement, host->clock().nowUtc(), keys.sign));
        }
        CARRIEL_CHECK(files.commit());
        (void)recordActAlone(host->store().database(), host->clock(), {QStringLiteral("activity.saved"), {}, {}, {}});
        return {};
    });
}

} // namespace carriel
