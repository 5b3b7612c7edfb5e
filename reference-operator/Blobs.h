// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows that name bytes: blobs of a folder. Inside a transaction unless said otherwise.
#pragma once

#include "reference-operator/Connection.h"

#include <QJsonObject>
#include <optional>

namespace carriel::op {

struct Blob {
    QString id;
    qint64 size = 0;
    QByteArray sha256; // 32 raw bytes
    QString place;

    QJsonObject json() const; // schema Blob
};

std::optional<Blob> findBlob(Connection &c, const QString &folder, const QString &id);
std::optional<Blob> findBlobByDigest(Connection &c, const QString &folder, const QByteArray &sha256);
// The row for bytes that are durable at `place`; the one that is there already, if there is one.
Blob nameBlob(Connection &c, const QString &folder, const QByteArray &sha256, qint64 size, const QString &place);

} // namespace carriel::op
