// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an owner signs when he shares, what a recipient answers, and the operator's chain of what happened to a share
// (docs/SHARES.md). Strictly read; digests are base64url of SHA-256. Pure; thread-safe.
#pragma once

#include "core/evidence/records/Directory.h"

#include <QJsonObject>

namespace carriel::evidence {

struct SharedDocument
{
    QString item, version, name, mediaType;
    bool follow = false; // the reader gets the newest version; the rest says what it was when it was shared
    qint64 size = 0;
    QByteArray sha256; // 32 raw bytes
};

struct ShareGrant
{
    QByteArray jws, digest;
    QString id, owner, recipient; // recipient empty: a link
    QString purpose, message;
    QDateTime issued, expires;
    QByteArray codeDigest; // 32 raw bytes; of a link
    QList<SharedDocument> documents;
    // End to end: the recipient's key, and the digest (base64url) of the manifest that it alone opens; empty: an open share. What
    // the documents are called, and what for, is then in the manifest (core/services/shares/ShareManifest.h).
    QByteArray kid{}, manifest{};
    bool isSealed() const { return !kid.isEmpty(); }
};
// badStatement, or the error of the form. Nothing in it may be believed yet.
Result<ShareGrant> readGrant(QByteArrayView compact);
// `jws` and `digest` of it are not looked at.
Result<QByteArray> makeGrant(const ShareGrant &grant, const crypto::PrivateKey &deviceKey);
// What the operator keeps of a link's code.
QByteArray codeDigestOf(const QString &share, const QString &code);

// accepted: yes or no, of a recipient. Without: an extension by the owner until `until`.
Result<QByteArray> makeAnswer(const ShareGrant &grant, const QString &recipient, bool accepted, const QDateTime &now,
                              const crypto::PrivateKey &deviceKey);
Result<QByteArray> makeExtension(const ShareGrant &grant, const QDateTime &until, const QDateTime &now,
                                 const crypto::PrivateKey &deviceKey);

// Whether `device` (the operator's statement) says that the grant's key is a device of its owner, and the grant is signed
// by it. A stable word: "device" "signature" "owner"; empty: it holds.
QString troubleWith(const ShareGrant &grant, const QByteArray &device, const Directory &directory);

struct ShareReading
{
    QDateTime at;
    int document = 0; // of the grant
    QString by;       // co:CC:…, co:NIT:…, "link"
    qint64 from = 0;  // byte; more than 0: somebody went on
};
// What the operator says happened; `json`: schema Share.
struct ShareOutcome
{
    QString state; // of the chain
    QDateTime offered, answered, ended, expires;
    QString reason; // of an end by the operator
    QList<ShareReading> readings;
    QDateTime linkOpened;        // of a link: its one-time code was used
    QList<QDateTime> wrongCodes; // and others were tried
    QStringList defects; // empty: everything that is there holds
};
ShareOutcome shareOutcomeOf(const QJsonObject &json, const Directory &directory);

} // namespace carriel::evidence
