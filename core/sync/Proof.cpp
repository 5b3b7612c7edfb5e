// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Proof.h"

namespace carriel::sync {

bool isAlarmAbout(const ConflictRow &row, const BlobId &blob)
{
    return row.kind == ConflictKind::Fixity && row.theirs.contains(blob.text().toUtf8());
}

Result<bool> isAlarmed(Reader &reader, const BlobId &blob)
{
    CARRIEL_TRY(const QList<ConflictRow> open, reader.openConflicts());
    return std::any_of(open.begin(), open.end(), [&](const ConflictRow &row) { return isAlarmAbout(row, blob); });
}

namespace {
Outcome close(Tx &tx, const BlobId &blob, bool altered)
{
    CARRIEL_TRY(const QList<ConflictRow> open, tx.writer.openConflicts());
    for (ConflictRow row : open) {
        if (!isAlarmAbout(row, blob) || (!altered && row.theirs.contains("\"altered\"")))
            continue;
        row.resolution = QStringLiteral("proved");
        CARRIEL_CHECK(tx.writer.putConflict(row));
        tx.items.insert(row.item);
    }
    return {};
}
} // namespace

Outcome provedWhole(Tx &tx, const BlobId &blob)
{
    return close(tx, blob, true);
}

Outcome provedThere(Tx &tx, const BlobId &blob)
{
    return close(tx, blob, false);
}

} // namespace carriel::sync
