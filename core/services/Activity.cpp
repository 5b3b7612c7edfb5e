// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Activity.h"

#include "core/services/VaultAccess.h"
#include "core/vault/ActivityReader.h"

namespace carriel {

namespace {
ActivityRecord recordFrom(const vault::ActivityRow &row)
{
    ActivityRecord out;
    out.kind = row.kind;
    out.whenUtc = row.atUtc;
    out.item = ItemId(row.subject);
    out.erased = row.erased;
    out.name = row.data.value(QLatin1String(row.data.contains(QLatin1String("to")) ? "to" : "name")).toString();
    out.before = row.data.value(QLatin1String("from")).toString();
    out.verdict = row.data.value(QLatin1String("verdict")).toString();
    return out;
}
} // namespace

QList<ActivityRecord> Activity::records(int most, int skip) const
{
    QList<ActivityRecord> out;
    if (m_access.reader) {
        for (const vault::ActivityRow &row :
             vault::ActivityReader(m_access.reader->database()).newest(most, skip).valueOr({}))
            out.append(recordFrom(row));
    }
    return out;
}

QList<ActivityRecord> Activity::of(const ItemId &item, int most) const
{
    QList<ActivityRecord> out;
    if (m_access.reader) {
        for (const vault::ActivityRow &row :
             vault::ActivityReader(m_access.reader->database()).about(item, most).valueOr({}))
            out.append(recordFrom(row));
    }
    return out;
}

} // namespace carriel
