// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What proves that a person agreed to be notified in a procedure, or took it back: the text as it was shown, the
// statement signed by the device, and the operator's receipt (docs/NOTIFICATIONS.md, Consent). Pure; thread-safe.
#pragma once

#include "core/evidence/proof/Proof.h"

namespace carriel::evidence {

struct ConsentAct
{
    QByteArray statement, device, receipt; // compact JWS
};

struct ConsentProof
{
    QString id, entity, procedure, text;
    ConsentAct given;
    std::optional<ConsentAct> withdrawn;
    QByteArray directory;
};

// badStatement. `json`: schema Consent of docs/protocol.
Result<ConsentProof> readConsentProof(const QByteArray &json);

struct ConsentReport
{
    ProofVerdict verdict = ProofVerdict::Broken;
    QList<Finding> findings;    // where: given, withdrawn, directory
    QByteArray textDigest;      // base64url, of the UTF-8 of the text
    QDateTime given, withdrawn; // as the operator's receipts say; invalid: none that can be read
};
ConsentReport checkConsent(const ConsentProof &proof, const Anchors &anchors);

// All of it in one ZIP that opens with unzip and openssl: each statement X.jws a second time as X.tbs and X.der, the
// keys in keys/. `time`: of the entries.
Result<QByteArray> consentPackage(const ConsentProof &proof, const QDateTime &time);

} // namespace carriel::evidence
