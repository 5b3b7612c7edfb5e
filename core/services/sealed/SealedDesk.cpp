// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sealed/SealedDesk.h"

#include "core/services/sealed/SealingDevice.h"
#include "core/vault/PersonKeyStore.h"

namespace carriel::sealed {

SealedDesk::SealedDesk(vault::VaultStore &store, sync::Edits &edits) : m_store(store), m_edits(edits)
{
}

sync::OperatorPort *SealedDesk::around(sync::OperatorPort *port)
{
    m_port = port ? std::make_unique<SealedPort>(*port, m_store.database()) : nullptr;
    return m_port.get();
}

Result<crypto::SealingKey> SealedDesk::key()
{
    return vault::PersonKeyStore(m_store.database()).sealing();
}

Result<Custody> SealedDesk::custodyOf(const ItemId &item)
{
    CARRIEL_TRY(const auto row, m_store.item(item));
    return row ? row->custody : Custody::Open;
}

Result<sync::StagedBlob> SealedDesk::stage(QIODevice &source, const crypto::SealingKey &key,
                                           const std::function<bool(qint64)> &progress)
{
    CARRIEL_TRY(const auto sealed, SealingDevice::over(source, key));
    return m_edits.stage(*sealed, progress);
}

Result<sync::StagedBlob> SealedDesk::stageAs(const ItemId &item, QIODevice &source)
{
    CARRIEL_TRY(const Custody custody, custodyOf(item));
    if (custody == Custody::Open)
        return m_edits.stage(source);
    CARRIEL_TRY(const crypto::SealingKey with, key());
    return stage(source, with);
}

Result<QList<ItemId>> SealedDesk::openWhatCame()
{
    QList<ItemId> opened;
    const Outcome done = m_store.transact([&](sync::Writer &writer) -> Outcome {
        opened.clear();
        QStringList closed;
        {
            vault::Statement row = m_store.database().query("SELECT id FROM item WHERE custody=1 AND l_name=id");
            for (;;) {
                CARRIEL_TRY(const bool found, row.next());
                if (!found)
                    break;
                closed.append(row.text(0));
            }
        }
        SealedItems items(m_store.database());
        for (const QString &id : std::as_const(closed)) {
            CARRIEL_TRY(auto row, writer.item(ItemId(id)));
            CARRIEL_TRY(auto head, row && row->remote ? writer.version(row->remote->version)
                                                      : Result<std::optional<sync::VersionRow>>(std::nullopt));
            CARRIEL_TRY(const auto blob, head ? writer.blob(head->blob) : Result<std::optional<sync::BlobRow>>(std::nullopt));
            if (!blob || !items.reopen(*row, blob->sha256, head->mediaType))
                continue;
            CARRIEL_CHECK(writer.putVersion(*head));
            CARRIEL_CHECK(writer.putItem(*row));
            opened.append(row->id);
        }
        return {};
    });
    if (!done.ok())
        return done.error();
    return opened;
}

} // namespace carriel::sealed
