// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A document's bytes as a random-access device, read chunk by chunk out of the vault; never a file, never a plain copy on disk.
// Ends with the connection it reads from: after a lock it answers with an error. Thread: that of its VaultReader.
#pragma once

#include "core/vault/PlainContent.h"

#include <QIODevice>
#include <memory>

namespace carriel::vault {

class DocumentDevice final : public QIODevice
{
    Q_OBJECT
public:
    DocumentDevice(std::weak_ptr<Database> database, PlainContent content);
    ~DocumentDevice() override;

    bool isSequential() const override { return false; }
    qint64 size() const override { return m_content.size(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    bool load(qint64 index);

    std::weak_ptr<Database> m_database;
    PlainContent m_content;
    qint64 m_loaded = -1; // index of the chunk in m_chunk
    QByteArray m_chunk;
};

} // namespace carriel::vault
