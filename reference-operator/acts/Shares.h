// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Shares: documents that their owner lets somebody read for a time (docs/SHARES.md); of sealed ones the operator passes on
// ciphertext, and beside it a manifest that opens for the recipient alone.
// One chain of records for each, written to by everything that happens to it; whoever appends holds the row's lock, so
// that a revocation and a fetch come one after the other. Inside a transaction.
#pragma once

#include "reference-operator/Blobs.h"
#include "reference-operator/OperatorKeys.h"

#include <QJsonArray>

namespace carriel::op {

struct Config;
class Hub;

struct Share
{
    QString id;
    QString folder, person;            // the owner
    QString kind;                      // person, entity, link
    QString recipient, box;            // null of a link
    QString state;                     // schema ShareState
    QString granted, device;           // what the owner signed, and the operator's statement about the device that signed
    QString answer, answered;          // of the recipient, and about his device; null: none
    QString extension;                 // the last one; null: none
    QString erasure, erasureDevice;    // what the owner asks of whoever read it, and about the device that signed; null: nothing
    QString erased, erasedDevice;      // that one's word, and about his device (null of an entity); null: none yet
    QString manifest;                  // JWE, of sealed documents; null: they are open
    QString head, causedBy, code;      // code: digest of a link's
    QString made, changed;
    qint64 rev = 0, records = 0, fetches = 0, expires = 0, tries = 0;

    bool isOpen() const { return state == QStringLiteral("Offered") || state == QStringLiteral("Accepted"); }
    QString stateNow() const; // an open one whose time has passed is over, whether that was written down or not
    QJsonArray documents() const; // of the grant
    QString custody() const { return manifest.isNull() ? QStringLiteral("open") : QStringLiteral("private"); }
};

std::optional<Share> findShare(Connection &c, const QString &id);
std::optional<Share> lockShare(Connection &c, const QString &id); // until the end of the transaction

struct Actor
{
    const Config &config;
    const OperatorKeys &keys;
    QString folder, person;
    QString key; // Idempotency-Key
    QString entity{}; // of an entity: it signs by its own key
};

// What an owner sends (schema ShareRequest). Throws already_exists, id_taken, statement_invalid, share_invalid,
// recipient_unknown, recipient_key_changed, item_trashed, not_found.
Share share(Connection &c, const Actor &by, const QString &id, const QJsonObject &request);
// The recipient's answer (schema ShareAnswerRequest): accepted or declined. Throws statement_invalid, share_ended.
void answerShare(Connection &c, const Actor &by, Share &share, const QJsonObject &request);
// Later, never earlier (schema ShareExtensionRequest). Throws statement_invalid, share_invalid, share_ended.
void extendShare(Connection &c, const Actor &by, Share &share, const QJsonObject &request);
// From its commit nobody begins to read, and who reads is cut off. A share that is over stays as it ended.
void revokeShare(Connection &c, const Actor &by, Share &share, const QString &reason);
void expireShare(Connection &c, const Config &config, const OperatorKeys &keys, Share &share);
// The owner asks whoever has read it to erase his copies (schema ShareSaying, payload ErasureRequest), once, also after it ended. Throws
// statement_invalid, share_invalid (`recipient`: a link's; `unread`), already_exists.
void askErasure(Connection &c, const Actor &by, Share &share, const QJsonObject &request);
// His word about it (payload ErasureAnswer), once. Of an entity it is signed by its own key. Throws statement_invalid, share_invalid
// (`not_asked`), already_exists.
void answerErasure(Connection &c, const Actor &by, Share &share, const QJsonObject &request);
// Somebody takes document `n`: an event of its own each time. Throws share_ended, share_not_accepted, not_found,
// document_withdrawn.
Blob takeShared(Connection &c, const Config &config, const OperatorKeys &keys, Share &share, qint64 n, qint64 from,
                const QString &by);
// Somebody typed a link's code: the right one, or another. The owner sees both.
void linkTried(Connection &c, const Config &config, const OperatorKeys &keys, Share &share, bool right);
// Asked while the bytes flow.
bool maySendOn(Connection &c, const QString &id);

QJsonObject shareJson(Connection &c, const Config &config, const Share &share); // schema Share: for its owner
QJsonObject receivedJson(Connection &c, const Share &share);                    // schema ReceivedShare
// Whoever lives in `box` has another key, or its proof: who shares sealed documents with him gets them told anew. Before anything
// else of its transaction is locked.
void tellOwnersOfNewKey(Connection &c, Hub &hub, const QString &box);
QJsonObject shareChange(Connection &c, const Config &config, const QString &folder, const QString &id);

} // namespace carriel::op
