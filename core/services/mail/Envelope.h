// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A notification as it travels and as it lies in the vault, and the proof that it carries. Private to core/services.
#pragma once

#include "core/evidence/proof/Proof.h"
#include "core/vault/NotificationStore.h"

#include <QJsonObject>

namespace carriel::mail {

struct Envelope
{
    QString id, state, entityId, entityName, procedureId, procedureTitle;
    qint64 rev = 0;
    QDateTime received;
    QString blob; // of the cipher text
    qint64 blobSize = 0;
    QByteArray seal, receipt, device, idToken, certificate, dispute;
    QList<evidence::ProofRecord> records;
    bool unconfirmed = false; // its last record came with the key, and the feed has not told it yet
};

Result<Envelope> readEnvelope(const QByteArray &json);

// Whether `now` may take the place of `before`: the same seal, a chain that goes on, and nothing gone or changed that
// was there.
bool mayFollow(const Envelope &before, const Envelope &now);

// Whether a handover that the operator's key signed stands in it.
bool hasHandover(const Envelope &envelope, const std::optional<evidence::Directory> &directory);

// `json` with this record behind the others, the state it makes, and whose receipt it was. As it is if the record is
// there.
QByteArray withHandover(const QByteArray &json, const QJsonObject &evidence, const QJsonObject &acknowledgement);

// What proves it: the envelope's, and what lies beside it in the vault; but for the content, which is large.
evidence::Proof proofOf(const vault::NotificationRow &row, const Envelope &envelope, const QByteArray &directory,
                        const QList<vault::ConsentRow> &consents);

} // namespace carriel::mail
