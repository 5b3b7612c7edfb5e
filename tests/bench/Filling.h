// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The same documents in every database that is compared. Filling is not measured.
#pragma once

#include "core/vault/VaultStore.h"
#include "tests/bench/Floor.h"
#include "tests/core/vault/TestVault.h"

namespace carriel::bench {

inline QList<Sample> thousand(Words &words, int from)
{
    QList<Sample> samples;
    for (int k = 0; k < 1000; ++k)
        samples.append(sample(words, from + k));
    return samples;
}

// Into SQLCipher's floor: the narrow table alone, rows numbered from `from` + 1.
inline Outcome fillCipher(vault::Database &cipher, const QList<Sample> &samples, int from)
{
    return cipher.transact([&]() -> Outcome {
        int n = from;
        for (const Sample &s : samples) {
            CARRIEL_CHECK(cipher.query(plainInsert, n + 1, s.id, s.name, s.modified, 1000 + n).run());
            ++n;
        }
        return {};
    });
}

// Whole documents of a few bytes, at the top of the folder.
inline Outcome fillVault(vault::VaultStore &store, const QList<Sample> &samples)
{
    return store.transact([&](sync::Writer &w) -> Outcome {
        for (const Sample &s : samples) {
            sync::ItemRow row = vault::testing::itemRow(s.id, s.name);
            row.facts.modifiedUtc = QDateTime::fromMSecsSinceEpoch(s.modified, Qt::UTC);
            CARRIEL_CHECK(
                vault::testing::putDocument(w, row, s.text.left(60).toUtf8(), QStringLiteral("application/pdf")));
        }
        return {};
    });
}

} // namespace carriel::bench
