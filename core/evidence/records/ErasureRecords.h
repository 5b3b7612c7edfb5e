// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an owner signs when he asks whoever has read a share to erase the copies, and what that one signs as his word about it
// (docs/SHARES.md). Nobody can check that something was erased. Pure; thread-safe.
#pragma once

#include "core/evidence/records/ShareRecords.h"

namespace carriel::evidence {

Result<QByteArray> makeErasureRequest(const ShareGrant &grant, const QDateTime &now, const crypto::PrivateKey &deviceKey);
// `kept`: why, in words; empty: erased.
Result<QByteArray> makeErasureAnswer(const ShareGrant &grant, const QString &recipient, const QString &kept, const QDateTime &now,
                                     const crypto::PrivateKey &deviceKey);

struct Erasure
{
    QDateTime asked;    // invalid: nothing is asked
    QDateTime answered; // invalid: no word yet
    bool erased = false;
    QString reason; // of what is kept
    QString trouble; // a stable word of what does not hold: "form" "signature" "record"; empty: it holds
};
// `json`: schema Share, with the operator's chain, which says that it was asked and answered; or ReceivedShare, without.
Erasure erasureOf(const QJsonObject &json, const Directory &directory);

} // namespace carriel::evidence
