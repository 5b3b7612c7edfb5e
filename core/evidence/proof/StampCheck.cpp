// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/proof/StampCheck.h"

#include "core/crypto/Digest.h"
#include "core/crypto/Timestamp.h"

namespace carriel::evidence {

bool StampCheck::unanchored() const
{
    return defect && QLatin1String(defect) == QLatin1String("stamp_unanchored");
}

StampCheck checkStamp(const ProofRecord &raw, const QDateTime &happened, int clockErrorMs,
                      const signing::TrustStore &store)
{
    const auto token = crypto::Timestamp::parse(raw.stamp);
    if (!token || crypto::isOld(token.value().digest()) ||
        token.value().imprint() != crypto::hashOf(token.value().digest(), raw.jws))
        return {"bad_stamp", {}};
    const QDateTime time = token.value().time();
    if (time < happened.addMSecs(-clockErrorMs) || time > happened.addSecs(24 * 3600))
        return {"stamp_time", {}};
    const crypto::Certificate &authority = token.value().authority();
    const bool complete =
        authority.mayMakeTimestamps() &&
        crypto::certificatePath(authority, token.value().cms().certificates(), store.certificates(), time).status ==
            crypto::PathStatus::Complete;
    return complete ? StampCheck{nullptr, time} : StampCheck{"stamp_unanchored", {}};
}

} // namespace carriel::evidence
