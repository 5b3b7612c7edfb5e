// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The signed statements of a notification, read strictly: seal, evidence record, receipt, device statement, access
// certificate (docs/protocol/NOTIFICATIONS.md). Reading believes nothing: whose key signed, ProofVerifier judges.
// Digests are base64url of SHA-256; that of a statement is of the ASCII of its compact JWS. Pure; thread-safe.
#pragma once

#include "core/crypto/Jws.h"

#include <QDateTime>
#include <QStringList>

namespace carriel::evidence {

namespace event {
inline constexpr QLatin1String accepted("http://uri.etsi.org/19522/Event/SubmissionAcceptance");
inline constexpr QLatin1String rejected("http://uri.etsi.org/19522/Event/SubmissionRejection");
inline constexpr QLatin1String available("http://uri.etsi.org/19522/Event/NotificationForAcceptance");
inline constexpr QLatin1String expired("http://uri.etsi.org/19522/Event/AcceptanceRejectionExpiry");
inline constexpr QLatin1String handover("http://uri.etsi.org/19522/Event/ContentHandover");
inline constexpr QLatin1String tracking("http://uri.etsi.org/19522/Event/ContentAccessTracking");
inline constexpr QLatin1String otherMeans("http://uri.etsi.org/19522/Event/RelayToNonERDS");
inline constexpr QLatin1String cancelled("urn:carpeta:event:Cancellation");
inline constexpr QLatin1String certificate("urn:carpeta:event:AccessCertificate");
inline constexpr QLatin1String dispute("urn:carpeta:event:Dispute");
inline constexpr QLatin1String consignment("http://uri.etsi.org/19522/Event/ConsignmentAcceptance"); // of a receipt
} // namespace event

QByteArray digestOf(QByteArrayView compact);

// What a header says about the signer. x5c: DER, leaf first (RFC 7515 §4.1.6).
struct Signer
{
    QByteArray kid;
    QList<QByteArray> chain;
};

struct Seal
{
    QByteArray digest;
    Signer signer;
    QString id, entity, audience, holder; // entity and holder as co:CC:…
    QDateTime issued, notBefore, expires; // expires invalid: never
    QString kind;                         // notification, communication, alert
    QString regime, procedure, caseNumber, title;
    bool sensitive = false;
    QByteArray consent; // digest of the statement that gave it
    QString acr;        // of the opening: low, medium, high, very-high
    int maxAge = 300;   // seconds
    QStringList signers;
    QString warningId;
    QByteArray warning; // digest of its text
    QString profile;    // sealed-1
    QByteArray cipher, plain, keyA, keyB;
    qint64 cipherSize = 0;
};

struct Ref
{
    QString type;
    QByteArray digest;
};

struct Record
{
    QByteArray digest, prev; // prev is empty at 1
    Signer signer;
    QString issuer, id, notification, eventName;
    QDateTime ingested, happened;
    int seq = 0;
    QList<Ref> refs;
    QString regime, entity, holder, openedBy, device, reason;
    QByteArray keyA, cipher; // may be empty
    int clockErrorMs = 0;
};

struct Receipt
{
    QByteArray digest, keyThumbprint; // of the key that `iss` names: the device's, or the certificate's
    Signer signer;                    // with a chain: signed by a certificate of the person
    QString id, holder, actor;        // actor: who opened for him; empty if himself
    QDateTime claimed;
    QString notification, challenge, regime, text;
    QByteArray seal, head, warning;
};

struct DeviceStatement
{
    Signer signer;
    QString issuer, holder, device;
    crypto::PublicKey sign;
    QDateTime issued;
};

struct AccessCertificate
{
    Signer signer;
    QString notification, entity, holder, text;
    QDateTime issued, accessed;
    QByteArray evidence; // digest of the E.1
};

// badStatement, or the error of the form.
Result<Seal> readSeal(QByteArrayView compact);
Result<Record> readRecord(QByteArrayView compact);
Result<Receipt> readReceipt(QByteArrayView compact);
Result<DeviceStatement> readDevice(QByteArrayView compact);
Result<AccessCertificate> readCertificate(QByteArrayView compact);
Result<Signer> signerOf(const crypto::Jws &jws);

// The receipt of a person for one challenge of the operator. It has no effect unless the operator's record of the
// opening refers to it, and its text says so.
struct ReceiptOrder
{
    QString id;             // chosen by us
    QString actor, mandate; // of a representative; empty: the holder himself
    QByteArray mandateDigest;
    QByteArray head; // digest of the chain's last record, as the operator told it with the challenge
    QString challenge;
    QDateTime now;
};
// What is signed, by whatever key.
QByteArray receiptPayload(const Seal &seal, const ReceiptOrder &order, const crypto::PublicKey &key);
Result<QByteArray> makeReceipt(const Seal &seal, const ReceiptOrder &order, const crypto::PrivateKey &deviceKey);

enum class DisputeReason { Key, Cipher, Plain, Package, Signature };
QString name(DisputeReason reason); // as it travels
// `key`: the 32 bytes that came; empty if none could be read.
Result<QByteArray> makeDispute(const Seal &seal, const QByteArray &handover, DisputeReason reason, QByteArrayView key,
                               const QDateTime &now, const crypto::PrivateKey &deviceKey);

} // namespace carriel::evidence
