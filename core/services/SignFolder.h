// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The private folder where a document lies while it is signed: in memory where the system has such a place, for this
// user alone, wiped afterwards. Private to core/services. Thread: the engine's.
#pragma once

#include "core/vault/VaultStore.h"

#include <QTemporaryDir>
#include <memory>

namespace carriel {

class SignFolder
{
public:
    ~SignFolder() { wipe(); }

    Outcome open(); // fileWrite
    QString source() const { return m_folder->filePath(QStringLiteral("in")); }
    QString content() const
    {
        return m_folder->filePath(QStringLiteral("content"));
    } // that a signature beside it signs
    QString target() const { return m_folder->filePath(QStringLiteral("out")); }

    // notHere(name) if the bytes are not.
    Outcome write(vault::VaultStore &store, const BlobId &blob, const QString &name, const QString &path);
    // Of a source that is a signature beside its file: the SHA-256 of that file. Else empty.
    QByteArray signedDigest() const;
    void wipe();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace carriel
