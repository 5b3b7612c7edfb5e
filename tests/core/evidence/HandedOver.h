// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A package of evidence as whoever hands it over would write it: the list names what is there, and nothing else.
#pragma once

#include "core/crypto/Hash.h"
#include "core/signing/asic/AsicManifest.h"
#include "core/signing/asic/Zip.h"

#include <QDateTime>
#include <QMap>

namespace carriel::test {

using Files = QMap<QString, QByteArray>; // by name

inline QByteArray handedOver(const Files &files, const QDateTime &moment)
{
    signing::AsicManifest manifest{QStringLiteral("META-INF/timestamp.tst"), {}};
    for (auto one = files.begin(); one != files.end(); ++one)
        manifest.entries.append({one.key(), QStringLiteral("application/octet-stream"), crypto::HashKind::Sha256,
                                 crypto::hashOf(crypto::HashKind::Sha256, one.value())});
    QByteArray out;
    signing::ZipWriter zip(
        [&out](QByteArrayView part) -> Outcome {
            out += part;
            return {};
        },
        moment);
    bool whole = zip.add(QStringLiteral("mimetype"), "application/vnd.etsi.asic-e+zip").ok();
    for (auto one = files.begin(); one != files.end(); ++one)
        whole = whole && zip.add(one.key(), one.value()).ok();
    whole = whole && zip.add(QStringLiteral("META-INF/ASiCManifest.xml"), signing::written(manifest)).ok() && zip.finish().ok();
    if (!whole)
        qFatal("zip");
    return out;
}

} // namespace carriel::test
