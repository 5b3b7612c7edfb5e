// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of what somebody shares, into this folder: where they are to lie, with the folders that they lay in and with whence they came.
// One after the other: each is in memory only as long as it takes to store it. Private to core/services. Thread: the engine's.
#pragma once

#include "core/services/EngineHost.h"
#include "core/services/Shares.h"

namespace carriel {

class ShareKeeping : public std::enable_shared_from_this<ShareKeeping>
{
public:
    using Finish = std::function<void(Result<QList<AddedDocument>>)>;
    ShareKeeping(EngineHost &host, ShareInfo share, SharePlace place, QString note, Finish finish);
    void begin() { next(0); }

private:
    void next(int at);
    Outcome store(const ShareDocument &document, QByteArray bytes);
    Result<ItemId> folderFor(const ShareDocument &document);
    Result<ItemId> folderIn(const ItemId &parent, const QString &name);
    Result<sync::StagedBlob> staySealed(QIODevice &bytes);

    EngineHost &m_host;
    const ShareInfo m_share;
    const SharePlace m_place;
    const QString m_note;
    const Finish m_finish;
    QHash<QString, ItemId> m_made; // by parent and name: one that got a number because a document has its name
    QList<AddedDocument> m_added;
};

} // namespace carriel
