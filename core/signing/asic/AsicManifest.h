// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of what a signature in a container signs (ETSI EN 319 162-1 annex A.4).
#pragma once

#include "core/base/Result.h"
#include "core/crypto/Hash.h"

#include <QList>

namespace carriel::signing {

struct ManifestEntry
{
    QString name; // in the container, decoded
    QString mediaType;
    std::optional<crypto::HashKind> kind; // nothing: one that is not known here
    QByteArray digest;
};

struct AsicManifest
{
    QString signature; // its name in the container
    QList<ManifestEntry> entries;
};

QByteArray written(const AsicManifest &manifest);
// badZip: not such a list, a document type, an address instead of a name, a name twice, an extension that must be
// understood.
Result<AsicManifest> parseManifest(const QByteArray &xml);

} // namespace carriel::signing
