// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sealed/SealedPort.h"

namespace carriel::sealed {

void SealedPort::open(sync::Trouble &trouble)
{
    if (!trouble.current || trouble.current->custody != Custody::Private)
        return;
    trouble.current = std::make_shared<sync::RemoteItem>(*trouble.current); // others may hold it as it came
    m_items.open(*trouble.current);
}

void SealedPort::open(sync::Answer<sync::OpResult> &answer)
{
    if (auto *trouble = std::get_if<sync::Trouble>(&answer))
        return open(*trouble);
    auto &result = std::get<sync::OpResult>(answer);
    if (!result.item)
        return;
    m_items.open(*result.item);
    if (result.made && result.item->head && result.made->version == result.item->head->version)
        result.made->mediaType = result.item->head->mediaType;
}

sync::CallPtr SealedPort::changes(const QString &cursor, int limit, sync::Done<sync::ChangePage> done)
{
    return m_port.changes(cursor, limit, [this, done = std::move(done)](sync::Answer<sync::ChangePage> answer) {
        if (auto *page = std::get_if<sync::ChangePage>(&answer)) {
            for (sync::Change &change : page->changes) {
                if (change.item)
                    m_items.open(*change.item);
            }
        }
        done(std::move(answer));
    });
}

sync::CallPtr SealedPort::snapshotPage(const QString &next, int limit, sync::Done<sync::SnapshotPage> done)
{
    return m_port.snapshotPage(next, limit, [this, done = std::move(done)](sync::Answer<sync::SnapshotPage> answer) {
        if (auto *page = std::get_if<sync::SnapshotPage>(&answer)) {
            for (sync::RemoteItem &item : page->items)
                m_items.open(item);
        }
        done(std::move(answer));
    });
}

sync::CallPtr SealedPort::item(const ItemId &id, sync::Done<sync::RemoteItem> done)
{
    return m_port.item(id, [this, done = std::move(done)](sync::Answer<sync::RemoteItem> answer) {
        if (auto *item = std::get_if<sync::RemoteItem>(&answer))
            m_items.open(*item);
        else
            open(std::get<sync::Trouble>(answer));
        done(std::move(answer));
    });
}

Result<sync::FrozenRequest> SealedPort::freeze(const sync::Intent &intent)
{
    CARRIEL_TRY(const sync::Intent closed, m_items.close(intent));
    return m_port.freeze(closed);
}

sync::CallPtr SealedPort::send(const sync::OpRow &op, sync::Done<sync::OpResult> done)
{
    return m_port.send(op, [this, done = std::move(done)](sync::Answer<sync::OpResult> answer) {
        open(answer);
        done(std::move(answer));
    });
}

sync::CallPtr SealedPort::sendBatch(const QList<sync::OpRow> &ops, sync::Done<QList<sync::Answer<sync::OpResult>>> done)
{
    return m_port.sendBatch(ops, [this, done = std::move(done)](sync::Answer<QList<sync::Answer<sync::OpResult>>> answer) {
        if (auto *each = std::get_if<QList<sync::Answer<sync::OpResult>>>(&answer)) {
            for (sync::Answer<sync::OpResult> &one : *each)
                open(one);
        }
        done(std::move(answer));
    });
}

} // namespace carriel::sealed
