// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Sealed documents on this computer: the key that new ones are sealed with, their bytes on the way into the vault, and those
// that came before their key did. Thread: the engine's.
#pragma once

#include "core/services/sealed/SealedPort.h"
#include "core/sync/Edits.h"
#include "core/vault/VaultStore.h"

#include <memory>

class QIODevice;

namespace carriel::sealed {

class SealedDesk
{
public:
    SealedDesk(vault::VaultStore &store, sync::Edits &edits);

    // `port` with sealed documents opened and closed on their way; null stays null. It lives until the next call.
    sync::OperatorPort *around(sync::OperatorPort *port);

    // What a new document is sealed with. CAR-VLT-040 if this computer has no key of the person.
    Result<crypto::SealingKey> key();

    // The bytes of a version of `item` (or of a document beside it), as its custody asks.
    Result<sync::StagedBlob> stageAs(const ItemId &item, QIODevice &source);
    Result<sync::StagedBlob> stage(QIODevice &source, const crypto::SealingKey &key,
                                   const std::function<bool(qint64)> &progress = {});
    Result<Custody> custodyOf(const ItemId &item);

    // Documents that came before their key: they get their names now. Answers which.
    Result<QList<ItemId>> openWhatCame();

private:
    vault::VaultStore &m_store;
    sync::Edits &m_edits;
    std::unique_ptr<SealedPort> m_port;
};

} // namespace carriel::sealed
