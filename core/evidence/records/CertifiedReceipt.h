// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt that the person signs with a certificate, where the entity asks for one. Pure; thread-safe.
#pragma once

#include "core/crypto/CertifiedJws.h"
#include "core/evidence/records/Statements.h"

namespace carriel::evidence {

// What the certificate's key has to sign; crypto::jwsSigned() puts its answer to it.
Result<QByteArray> receiptToSign(const Seal &seal, const ReceiptOrder &order, const QList<crypto::Certificate> &chain);

// Whether it names this person by the number of his document, alone or with its kind before it as certificates of this
// country and ETSI EN 319 412-1 write it: "CC 1020304050", "IDCCO-1020304050".
bool belongsTo(const crypto::Certificate &certificate, const QString &person);

} // namespace carriel::evidence
