// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Document bytes as the store keeps them: cut into chunks, put together, counted over with SHA-256.
#pragma once

#include "core/sync/Store.h"

namespace carriel::sync {

QByteArray sha256Of(QByteArrayView bytes); // 32 raw bytes

inline int chunkCount(qint64 size) { return int((size + chunkSize - 1) / chunkSize); }

// All of a small document; [offset, offset + count) of a larger one.
Result<QByteArray> readBytes(Reader &reader, const BlobId &blob, qint64 offset, qint64 count);
// `offset` is a multiple of chunkSize.
Outcome writeBytes(Writer &writer, const BlobId &blob, qint64 offset, QByteArrayView bytes);

} // namespace carriel::sync
