// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An act stands in the record of this computer, when it was decided, and in the operator's, when it became true there. Both are kept and
// proven as they are; the person did one thing.
#include "core/services/Activity.h"

#include <algorithm>

namespace carriel {

namespace {

// What the operator says, and what this computer wrote of the same.
const QHash<QString, QString> &twins()
{
    static const QHash<QString, QString> all{
        {QStringLiteral("act.share"), QStringLiteral("share.decided")},
        {QStringLiteral("act.share-revocation"), QStringLiteral("share.revoke")},
        {QStringLiteral("act.share-extension"), QStringLiteral("share.extend")},
        {QStringLiteral("act.contribution"), QStringLiteral("document.given")},
        {QStringLiteral("act.access"), QStringLiteral("notification.receipt_signed")},
        {QStringLiteral("act.dispute"), QStringLiteral("notification.disputed")},
        {QStringLiteral("act.consent"), QStringLiteral("consent.given")},
        {QStringLiteral("act.withdrawal"), QStringLiteral("consent.withdrawn")},
    };
    return all;
}

} // namespace

QString ownKindOf(const QString &operatorKind)
{
    return twins().value(operatorKind);
}

QList<ActivityRecord> joined(QList<ActivityRecord> records)
{
    QList<bool> taken(records.size(), false);
    for (qsizetype at = records.size() - 1; at >= 0; --at) { // the oldest first: what was done twice is confirmed in its order
        const ActivityRecord &told = records.at(at);
        const QString kind = twins().value(told.kind);
        if (kind.isEmpty() || told.erased)
            continue;
        QList<ItemId> left = told.about.isEmpty() ? QList<ItemId>{told.item} : told.about; // of each, the oldest that is not confirmed
        // Looked for from the oldest on; the clocks of both sides differ, so either may stand before the other.
        for (qsizetype i = records.size() - 1; i >= 0; --i) {
            ActivityRecord &mine = records[i];
            if (mine.kind != kind || mine.erased || mine.confirmedUtc.isValid())
                continue;
            if (left.removeAll(mine.item) == 0)
                continue;
            mine.confirmedUtc = told.whenUtc;
            mine.confirmedLog = told.log;
            mine.confirmedSeq = told.seq;
            mine.anchored = mine.anchored && told.anchored;
            taken[at] = true;
        }
    }
    QList<ActivityRecord> out;
    for (qsizetype i = 0; i < records.size(); ++i) {
        if (!taken.at(i))
            out.append(std::move(records[i]));
    }
    return out;
}

} // namespace carriel
