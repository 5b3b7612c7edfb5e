// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One larger document on its way up: create, append, append, … (openapi: createUpload, appendUpload). The operator's offset
// is the truth; after any doubt it is asked. A cut costs at most one append (I23).
#pragma once

#include "core/sync/Desk.h"

namespace carriel::sync {

class Uploader;

class UploadSteps
{
public:
    UploadSteps(Desk &desk, Uploader &uploader, const BlobRow &blob, const ItemId &item);

    void pump();
    void sweep() { m_calls.sweep(); }
    bool isBusy() const { return m_calls.size() > 0; }
    bool isOver() const { return m_over && !isBusy(); }
    qint64 offset() const { return m_transfer.offset; }
    qint64 size() const { return m_blob.size; }
    const ItemId &item() const { return m_item; }

private:
    void create();
    void append();
    void ask();
    void suitStride(std::chrono::milliseconds took);
    void progressed(const UploadProgress &progress);
    void troubled(const Trouble &trouble);
    void restart();
    bool remember(); // offset and address, durable (W5)

    Desk &m_desk;
    Uploader &m_uploader;
    BlobRow m_blob;
    ItemId m_item;
    TransferRow m_transfer;
    CallBag m_calls;
    OpKey m_key;
    qint64 m_most; // in one append
    qint64 m_stride = 1048576; // doubles while one takes a moment, halves with each cut and when one takes long
    int m_restarts = 0;
    bool m_doubt = true;
    bool m_over = false;
};

} // namespace carriel::sync
