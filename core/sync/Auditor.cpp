// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Auditor.h"

#include <QJsonDocument>

namespace carriel::sync {

namespace {
constexpr int atOnce = 2;
}

bool Auditor::choose(const Audit &what)
{
    Store &store = m_desk.ports.store;
    for (const ItemId &id : what.items) {
        const auto versions = m_desk.read(store.versions(id));
        if (!versions)
            return false;
        for (const VersionRow &version : *versions) {
            const auto blob = m_desk.read(store.blob(version.blob));
            if (!blob)
                return false;
            if (*blob && (*blob)->onServer)
                m_queue.append(**blob);
        }
    }
    if (!what.items.isEmpty())
        return true;
    const auto state = m_desk.read(store.syncState());
    const auto next = state ? m_desk.read(store.acknowledged(state->audited, what.sample)) : std::nullopt;
    if (!next)
        return false;
    qint64 bytes = 0;
    for (const BlobRow &blob : *next) {
        if (!m_queue.isEmpty() && bytes + blob.size > what.mostBytes)
            break;
        bytes += blob.size;
        m_queue.append(blob);
        m_reached = blob.id;
    }
    if (next->size() < what.sample && m_queue.size() == next->size())
        m_reached = {}; // round: next time from the beginning
    return true;
}

void Auditor::begin(const Audit &what, std::function<void(AuditReport)> done)
{
    if (m_done)
        return done({});
    m_done = std::move(done);
    m_report = {};
    m_queue.clear();
    m_reached = {};
    if (!choose(what))
        finish(false);
}

void Auditor::pump()
{
    if (!m_done)
        return;
    if (!m_desk.line.isOpen()) {
        if (m_desk.line.isStuck() && m_calls.size() == 0)
            finish(false);
        return;
    }
    while (!m_queue.isEmpty() && m_calls.size() < atOnce && m_desk.hasSlot())
        fetch(m_queue.takeFirst());
    if (m_queue.isEmpty() && m_calls.size() == 0)
        finish(true);
}

void Auditor::fetch(const BlobRow &blob)
{
    const auto look = std::make_shared<Look>(Look{blob, m_desk.hasher().begin(), 0});
    const int id = m_calls.next();
    const auto sink = [look](QByteArrayView bytes) {
        look->hash->add(bytes);
        look->bytes += bytes.size();
        return look->bytes <= look->blob.size;
    };
    m_calls.keep(
        id,
        m_desk.ports.remote.download(blob.remoteId, 0, blob.size, sink, [this, id, look](const Answer<qint64> &answer) {
            m_calls.done(id);
            m_desk.kick();
            const Trouble *trouble = std::get_if<Trouble>(&answer);
            if (trouble && trouble->kind == TroubleKind::Gone)
                return judged(look->blob, "missing");
            if (trouble && m_desk.line.note(*trouble)) {
                m_queue.prepend(look->blob);
                return;
            }
            if (!trouble)
                m_desk.line.answered();
            const bool right = !trouble && look->bytes == look->blob.size && look->hash->result() == look->blob.sha256;
            if (!trouble && look->bytes < look->blob.size) // shorter than promised: like a cut
                return m_queue.prepend(look->blob);
            judged(look->blob, right ? nullptr : "altered");
        }));
}

void Auditor::judged(const BlobRow &blob, const char *problem)
{
    ++m_report.checked;
    m_report.bytes += blob.size;
    if (!problem)
        return;
    m_desk.transact([&](Tx &tx) -> Outcome {
        CARRIEL_TRY(const auto now, tx.writer.blob(blob.id));
        CARRIEL_TRY(const QList<VersionRow> holders, tx.writer.holders(blob.id));
        CARRIEL_TRY(const QList<ConflictRow> open, tx.writer.openConflicts());
        if (!now || now->remoteId != blob.remoteId)
            return {}; // another state of things by now
        for (const VersionRow &holder : holders) {
            CARRIEL_TRY(const auto item, tx.writer.item(holder.item));
            const bool known = std::any_of(open.begin(), open.end(), [&](const ConflictRow &row) {
                return row.kind == ConflictKind::Fixity && row.item == holder.item &&
                       row.theirs.contains(blob.id.text().toUtf8());
            });
            // What was removed there meanwhile is no alarm: the feed will tell.
            if (!item || !item->remote || item->local.state == ItemState::Removed || item->missingSinceUtc.isValid())
                continue;
            m_report.items.append(holder.item);
            if (known)
                continue;
            const QJsonObject ours{{QStringLiteral("sha256"), QString::fromLatin1(blob.sha256.toHex())},
                                   {QStringLiteral("size"), blob.size}};
            CARRIEL_CHECK(tx.addConflict(
                holder.item, ConflictKind::Fixity, ours,
                {{QStringLiteral("problem"), QLatin1String(problem)}, {QStringLiteral("blob"), blob.id.text()}}));
            CARRIEL_CHECK(
                tx.log("operator.fixity_failed", holder.item, {{QStringLiteral("problem"), QLatin1String(problem)}}));
            tx.items.insert(holder.item);
        }
        return {};
    });
}

void Auditor::finish(bool complete)
{
    m_report.complete = complete;
    if (complete) {
        m_desk.transact([&](Tx &tx) -> Outcome {
            CARRIEL_TRY(SyncStateRow state, tx.writer.syncState());
            if (state.audited == m_reached)
                return {};
            state.audited = m_reached;
            return tx.writer.putSyncState(state);
        });
    }
    m_queue.clear();
    const auto done = std::exchange(m_done, nullptr);
    if (done)
        done(std::exchange(m_report, {}));
}

void Auditor::reset()
{
    m_calls.clear();
    finish(false);
}

} // namespace carriel::sync
