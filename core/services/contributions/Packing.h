// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The package of a contribution: ASiC-E with the documents, their index and what was found about their signatures,
// signed by this device (docs/CONTRIBUTIONS.md). Private to core/services. Pure.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/Keys.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

namespace carriel::papers {

inline constexpr qint64 mostBytes = 64LL << 20; // of all documents together: it is made in memory

struct PackedDocument
{
    QString name, type, mediaType;
    QDateTime createdUtc;
    bool digitised = false;
    QString issuer; // of an issued one; else empty
    QByteArray bytes;
    QJsonObject report; // what a check of its signatures found; empty: not checked
};

struct Packing
{
    QByteArray request; // compact JWS
    QString caseNumber;
    QString holder; // co:CC:…
    QList<PackedDocument> documents;
    QDateTime now;
};

Result<QByteArray> packed(const Packing &packing, const crypto::PrivateKey &deviceKey);
// A name that every file system takes: what stands in its way is replaced.
QString plainName(const QString &name);

} // namespace carriel::papers
