// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a document was before: every content it had stays, none is ever altered. Reading answers at once from the vault;
// an old content that lies only at the operator is fetched first. Made by Documents. Thread: GUI. Errors: CAR-SVC-0xx,
// CAR-SYN-0xx, CAR-BAS-002 to -005.
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>
#include <QHash>
#include <QIODevice>
#include <memory>

namespace carriel {

struct VaultAccess;

struct DocumentVersion
{
    VersionId id;
    ItemId document;
    int number = 0;       // 1 is the oldest known here
    QDateTime createdUtc; // by the operator's clock once it has it, by this computer's before
    qint64 size = 0;      // bytes
    QByteArray sha256;    // 32 raw bytes
    QString mediaType;
    QString label;           // what it is called, may be empty
    bool head = false;       // the one that is shown now
    bool here = false;       // its bytes are on this computer, verified
    bool atOperator = false; // the operator has it
};

class Versions
{
public:
    explicit Versions(VaultAccess &access) : m_access(access) {}

    QList<DocumentVersion> list(const ItemId &document) const; // newest first
    std::optional<DocumentVersion> version(const VersionId &id) const;
    // Verified bytes, random access, never on disk in the clear. Null if they are not on this computer: fetch() first.
    std::unique_ptr<QIODevice> open(const VersionId &id) const;

    // Of these, those whose name had to be changed to suit an operator, with the name they came with.
    QHash<ItemId, QString> originalNames(const QList<ItemId> &documents) const;

    // Asks the operator for the whole history; afterwards list() knows versions that were made before this computer
    // came.
    QFuture<Outcome> refresh(ItemId document);
    QFuture<Outcome> fetch(VersionId id);
    // The old content becomes a new version at the end of the history; nothing is taken away. Fetches first.
    QFuture<Outcome> restore(ItemId document, VersionId id);
    // Writes a copy, 0600, whole or not at all. Fetches first.
    QFuture<Outcome> exportTo(VersionId id, QString path, ProgressFn progress, CancelToken cancel);

private:
    VaultAccess &m_access;
};

} // namespace carriel
