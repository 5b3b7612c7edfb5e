// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The person's keys (docs/protocol/KEYS.md): their public halves, and copies of the private ones that the person's computers
// wrapped for each other and for the recovery code. Kept and forwarded; nothing here opens any of them.
// Inside a transaction.
#pragma once

#include "reference-operator/Auth.h"
#include "reference-operator/Connection.h"

#include <QJsonArray>
#include <QJsonObject>

namespace carriel::op {

QJsonArray personKeysJson(Connection &c, const QString &folder); // the oldest generation first
// Throws already_exists, invalid_request.
QJsonObject addPersonKey(Connection &c, const QString &folder, qint64 generation, const QJsonObject &request);
// `reader`: the thumbprint of the key that it is wrapped for. The same once more, or a newer one, takes its place.
QJsonObject putKeyCopy(Connection &c, const QString &folder, qint64 generation, const QString &reader, const QJsonObject &request);

// The identity provider's word that the newest generation is this person's (KEYS.md, Directory): an ID token whose nonce
// names both public halves, and nothing of the person but the number, because others are shown it. `verifyKeyProof` needs no
// transaction; throws not_found, invalid_request, key_proof_invalid.
struct KeyProof {
    QString idToken, r;
};
KeyProof verifyKeyProof(Auth &auth, const Principal &who, const QJsonObject &key, const QJsonObject &request);
QJsonObject putKeyProof(Connection &c, const QString &folder, qint64 generation, const KeyProof &proof);
// One generation. Throws not_found.
QJsonObject personKeyJson(Connection &c, const QString &folder, qint64 generation);
// What others see (schema DirectoryKey): all public halves, and the proof of the newest. Null: there are none.
QJsonValue directoryKeyJson(Connection &c, const QString &folder);
// Thumbprint of the newest key that others encrypt to; empty: there is none.
QString receivingKid(Connection &c, const QString &folder);

// How two computers show that they see each other's keys: each step 32 bytes, in this order: commit, new, reveal. A new
// commit begins anew. Throws not_found, invalid_request, already_exists.
QJsonObject pairingJson(Connection &c, const QString &folder, const QString &device);
QJsonObject putPairingStep(Connection &c, const QString &folder, const QString &device, const QString &step, const QJsonObject &request);

} // namespace carriel::op
