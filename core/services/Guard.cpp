// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Guard.h"

#include "core/services/AccountStore.h"
#include "core/services/CountRound.h"
#include "core/services/VaultAccess.h"
#include "core/sync/SyncErrors.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace carriel {

namespace {
std::optional<MissingItem> told(VaultAccess &access, vault::RowReader &rows, const ItemId &id)
{
    const auto item = access.seen(rows.item(id));
    const auto row = access.seen(access.reader->row(id));
    if (!item || !row)
        return std::nullopt;
    MissingItem missing;
    missing.item = id;
    missing.type = item->type;
    missing.name = item->local.name;
    QStringList path;
    for (const vault::FolderEntry &entry : access.seen(access.reader->pathTo(id)))
        path.append(entry.name);
    missing.path = path.join(u'/');
    missing.sinceUtc = item->missingSinceUtc;
    missing.here = item->type == ItemType::Folder || row->here;
    return missing;
}

BlobId lostBytes(const sync::ConflictRow &alarm)
{
    return BlobId(QJsonDocument::fromJson(alarm.theirs).object().value(QLatin1String("blob")).toString());
}

// The alarms of one document become one question. One in the trash asks nothing.
void addLostContent(QList<MissingItem> &out, VaultAccess &access, vault::RowReader &rows)
{
    for (const sync::ConflictRow &row : access.seen(rows.openConflicts())) {
        if (row.kind != sync::ConflictKind::Fixity)
            continue;
        auto known = std::find_if(out.begin(), out.end(), [&row](const MissingItem &one) { return one.item == row.item; });
        if (known != out.end() && !known->isContent())
            continue; // all of it is missing
        const auto item = access.seen(rows.item(row.item));
        const auto fresh = item && item->local.state == ItemState::Active ? told(access, rows, row.item) : std::nullopt;
        if (!fresh)
            continue;
        const auto blob = access.seen(rows.blob(lostBytes(row)));
        const bool here = blob && blob->state == sync::BlobState::Verified;
        if (known == out.end()) {
            out.append(*fresh);
            known = std::prev(out.end());
            known->sinceUtc = row.createdUtc;
            known->here = true;
        }
        known->here = known->here && here;
        (row.theirs.contains("\"altered\"") ? known->contentAltered : known->contentLost) = true;
    }
}

// The alarms of these documents whose bytes are here.
Result<QList<ConflictId>> alarmsToMend(EngineHost &host, const QList<ItemId> &items)
{
    CARRIEL_TRY(const QList<sync::ConflictRow> open, host.store().openConflicts());
    QList<ConflictId> out;
    for (const sync::ConflictRow &row : open) {
        if (row.kind != sync::ConflictKind::Fixity || !items.contains(row.item))
            continue;
        CARRIEL_TRY(const auto blob, host.store().blob(lostBytes(row)));
        if (blob && blob->state == sync::BlobState::Verified)
            out.append(row.id);
    }
    return out;
}

struct Parted
{
    QList<ItemId> whole, content; // what is missing as a whole; what lacks its content only
};

Parted parted(const QList<MissingItem> &missing, const QList<ItemId> &asked, bool onlyHere)
{
    Parted out;
    for (const MissingItem &one : missing) {
        if (asked.contains(one.item) && (one.here || !onlyHere))
            (one.isContent() ? out.content : out.whole).append(one.item);
    }
    return out;
}
} // namespace

QList<MissingItem> Guard::missing() const
{
    QList<MissingItem> out;
    if (!m_access.reader)
        return out;
    vault::RowReader rows(m_access.reader->database());
    for (const ItemId &id : m_access.seen(m_access.reader->missingAtOperator())) {
        if (const auto missing = told(m_access, rows, id))
            out.append(*missing);
    }
    addLostContent(out, m_access, rows);
    return out;
}

QFuture<Outcome> Guard::sendAgain(QList<ItemId> items)
{
    const Parted now = parted(missing(), items, true);
    if (now.whole.isEmpty() && now.content.isEmpty() && !items.isEmpty()) {
        const auto row = m_access.reader ? vault::RowReader(m_access.reader->database()).item(items.first()).valueOr(std::nullopt)
                                         : std::nullopt;
        return QtFuture::makeReadyFuture(
            Outcome(Error{sync::errors::bytesUnavailable, {{QStringLiteral("name"), row ? row->local.name : QString()}}, {}}));
    }
    return m_access.edit<void>(items, [now](EngineHost &host) -> Outcome {
        sync::Decisions decisions(host.store(), host.clock(), host.random());
        CARRIEL_CHECK(decisions.uploadAgain(now.whole));
        CARRIEL_TRY(const QList<ConflictId> alarms, alarmsToMend(host, now.content));
        for (const ConflictId &id : alarms)
            CARRIEL_CHECK(decisions.resolve(id, sync::Choice::Mine));
        return {};
    });
}

QFuture<Outcome> Guard::letGo(QList<ItemId> items)
{
    const Parted now = parted(missing(), items, false);
    return m_access.edit<void>(items, [now](EngineHost &host) -> Outcome {
        CARRIEL_CHECK(sync::Decisions(host.store(), host.clock(), host.random()).letGo(now.whole));
        return host.edits().trash(now.content);
    });
}

std::optional<MassRemoval> Guard::massRemoval() const
{
    if (!m_access.reader)
        return std::nullopt;
    MassRemoval out;
    for (const sync::ConflictRow &row : m_access.seen(vault::RowReader(m_access.reader->database()).openConflicts())) {
        if (row.kind != sync::ConflictKind::Removal)
            continue;
        ++out.removed;
        if (!out.sinceUtc.isValid() || row.createdUtc < out.sinceUtc)
            out.sinceUtc = row.createdUtc;
        if (out.items.size() < 1000)
            out.items.append(row.item);
    }
    if (out.removed == 0)
        return std::nullopt;
    out.known = int(m_access.reader->database()
                        .number("SELECT count(*) FROM item i WHERE l_state=0 OR EXISTS(SELECT 1 FROM conflict c WHERE c.item=i.id"
                                " AND c.resolution IS NULL AND c.kind=5)")
                        .valueOr(0));
    return out;
}

namespace {
QFuture<Outcome> answer(VaultAccess &access, sync::Choice choice)
{
    return access.decide({}, [choice](sync::Decisions &decisions) -> Outcome {
        CARRIEL_TRY([[maybe_unused]] const int resolved, decisions.resolveAll(choice, sync::ConflictKind::Removal));
        return {};
    });
}
} // namespace

QFuture<Outcome> Guard::acceptMassRemoval()
{
    return answer(m_access, sync::Choice::Theirs);
}

QFuture<Outcome> Guard::undoMassRemoval()
{
    return answer(m_access, sync::Choice::Mine);
}

int Guard::provedLast(QDateTime *whenUtc) const
{
    const auto proof = m_access.reader ? lastProof(m_access.reader->database()) : std::nullopt;
    if (proof)
        *whenUtc = proof->whenUtc;
    return proof ? proof->documents : 0;
}

qint64 Guard::trashSeconds() const
{
    if (!m_access.reader || !m_access.connected)
        return 0;
    const auto known = AccountStore(m_access.reader->database()).knownOperator();
    if (!known.ok() || !known.value())
        return 0;
    const QJsonObject said = QJsonDocument::fromJson(known.value()->op.source).object();
    return said.value(QLatin1String("retention")).toObject().value(QLatin1String("trash_s")).toInteger();
}

} // namespace carriel
