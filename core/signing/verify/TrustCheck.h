// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a certificate led to an anchor at a moment, and was not revoked then (ETSI EN 319 102-1 §5.2.6, §5.6.2).
#pragma once

#include "core/crypto/Revocation.h"
#include "core/signing/trust/TrustStore.h"
#include "core/signing/verify/Verdict.h"

namespace carriel::signing {

// Statements at hand: kept in the document, fetched, or beside the anchors.
struct Evidence
{
    QByteArrayList ocsp;
    QByteArrayList lists;
};

struct TrustQuestion
{
    crypto::Certificate certificate;
    QList<crypto::Certificate> pool;
    QDateTime at;
    bool atIsProven = false; // a trusted timestamp says that the signature existed then; else `at` is now
    enum class Use { Signature, Timestamp };
    Use use = Use::Signature;
    QDateTime now = {}; // when it is asked: lists of authorities end. Invalid: `at`
    // Of a timestamp, when it was made: proofs from then that are kept beside it stay proofs, and are not asked for again.
    QDateTime made = {};
};

struct TrustAnswer
{
    Indication indication = Indication::Indeterminate;
    SubIndication sub = SubIndication::NoCertificateChainFound;
    QList<crypto::Certificate> path;
    bool accredited = false;
    bool provenInside = false; // every statement that was needed is among `kept`
    QStringList findings, notes;
};

// `kept` is in the document, `others` come from elsewhere. What is missing is appended to `wanted`.
TrustAnswer checkTrust(const TrustQuestion &question, const TrustStore &trust, const Evidence &kept,
                       const Evidence &others, QList<FetchWanted> &wanted);

} // namespace carriel::signing
