// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Documents in one file that opens with a code, and with nothing else (docs/protocol/KEYS.md, Parcels). No operator has a part in it.
// Pure; it takes a third of a second, so not in the window's thread.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace carriel::sealed {

inline constexpr qint64 mostParcelBytes = 64LL << 20; // of all documents together: it is made in memory
inline constexpr int mostParcelDocuments = 500;

struct ParcelDocument {
    QString name;
    QString mediaType;
    QByteArray bytes;
};

struct Parcel {
    QString message; // what whoever made it said; nobody proves who that was
    QDateTime madeUtc;
    QList<ParcelDocument> documents;
};

// Sixteen characters of Crockford's alphabet, 80 bits, in four groups.
QString newParcelCode();

Result<QByteArray> wrapped(const Parcel &parcel, const QString &code);

// CAR-SVC-092 to -094. `code` as people write it: any case, spaces and dashes anywhere, O for 0, I or L for 1. Names are as they were told:
// a caller makes them fit for its disk.
Result<Parcel> unwrapped(QByteArrayView file, const QString &code);

} // namespace carriel::sealed
