// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a CAdES signature keeps for later (ETSI EN 319 122-1): proofs of validity inside the signed data (§5.4, RFC
// 5940) and archive time stamps (ATSv3, §5.5). Of signatures in DER with one signer; badEncoding for others.
// Thread-safe.
#pragma once

#include "core/crypto/Cms.h"

#include <functional>

namespace carriel::crypto {

// Adds certificates and statements in DER; what is there already is not added twice.
Result<QByteArray> withProofs(const QByteArray &cms, const QByteArrayList &certificates, const QByteArrayList &ocsp,
                              const QByteArrayList &lists);

// OCSP answers kept inside the signed data.
QByteArrayList keptOcsp(QByteArrayView cms);

// An archive time stamp under way. `contentDigest` is SHA-256 of the detached content.
struct ArchiveRequest
{
    QByteArray index;   // ATSHashIndexV3: goes into the token
    QByteArray imprint; // SHA-256, what the authority stamps
};
Result<ArchiveRequest> archiveRequest(const QByteArray &cms, const QByteArray &contentDigest);
Result<QByteArray> withArchiveTimestamp(const QByteArray &cms, const QByteArray &token, const QByteArray &index);

// Archive time stamps of a signature, each a token in DER, and whether it covers this signature: its index names every
// certificate, statement and attribute that stood before it, and its imprint is right. `digestOf` the content.
struct ArchiveStamp
{
    QByteArray token;
    bool covers = false;
};
QList<ArchiveStamp> archiveStamps(QByteArrayView cms, const std::function<QByteArray(HashKind)> &digestOf);

} // namespace carriel::crypto
