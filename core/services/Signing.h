// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures that the person makes. What is to be signed is committed before any key is used, one row for each
// document, so that nothing is forgotten if the program ends meanwhile; the original stays, the signed file becomes its
// newest version or a document of its own. Without a network the signature is made all the same and its timestamp
// follows. Rows move: Documents::changed tells. Made by Documents. Thread: GUI. Errors: CAR-SVC-0xx, CAR-SGN-0xx.
#pragma once

#include "core/base/SecretBytes.h"
#include "core/services/Verification.h"

#include <QRectF>

namespace carriel {

struct VaultAccess;

enum class SignLevel { B, T, LT, LTA };

// How the signature and what it signs are put together. Choose: inside for a PDF, a container for everything else.
enum class SignFormat { Choose, Pades, Asice, Cades };

// Where a key is. `kind`: "p12" (place: the file), "card" (place: as CardKey has it) or "remote" (place: as
// RemoteKeyFact has it, after remoteKeys()). Others join in SignWorker.
struct IdentityRequest
{
    QString kind;
    QString place;
    SecretBytes secret;   // password or PIN
    bool lastTry = false; // of a card: the PIN is tried although one more mistake would lock it
    bool pad = false;     // of a card: its PIN is typed on the reader, which waits for a person
};

struct Card
{
    QString place; // of an IdentityRequest, when the card shows no key before the PIN
    QString label;
    bool locked = false;
    bool lastTry = false;
    bool pad = false;
};

struct CardKey
{
    QString place; // of an IdentityRequest
    QString card, label;
    CertificateFacts certificate;
};

struct RemoteKeyFact
{
    QString place; // of an IdentityRequest
    CertificateFacts certificate;
    bool enabled = true;
};

struct CardListing
{
    QList<Card> cards;
    QList<CardKey> keys; // some cards show theirs only after the PIN
};

// A key that is open; forgotten by itself some minutes after its last use, and when the vault is locked.
struct SignIdentity
{
    QString handle;
    CertificateFacts certificate;
    std::optional<Error> unsuitable; // why nothing can be signed with it
    int together = 1;                // documents that its person allows at once, where each needs a yes
};

struct SignBox
{
    int page = 1; // from 1
    QRectF rect;  // points; x and y of the lower left corner
};

// What a visible box would lie over of what earlier signatures signed: nothing, or verification will tell of it - the
// box of another signature - or call it an alteration: a drawing, text.
enum class BoxOver { Nothing, Drawing, Signature, Text };

struct SignRequest
{
    QList<ItemId> documents;
    QString identity;       // a handle
    QByteArray certificate; // SHA-256 of what the person saw: another one does not sign
    QString signer;         // its name, for whoever goes on later
    SignFormat format = SignFormat::Choose;
    SignLevel level = SignLevel::B;
    QUrl timestampAuthority; // for every level above B
    QString reason, place;
    std::optional<SignBox> box; // a box on this page of each; invisible without
    bool separate = false;      // a document of its own beside the original; official ones, containers and signatures
                                // beside a file always are one
    bool anew = false;          // damaged PDFs that nobody signed are written anew first; the original stays
};

// `kind`: a name of core/signing/sign/SafeToSign.h, or "bad_signature"; stable.
struct SafetyFinding
{
    QString kind;
    int count = 1;
};

// What to know before signing.
struct SafeToSign
{
    ItemId document;
    QString name;
    bool pdf = false; // else it is signed in a container or beside
    QList<SafetyFinding> findings;
    bool badSignature = false;
    std::optional<Error> refused; // it cannot be signed, and why
    int pages = 0;
    QSizeF firstPage; // points; empty if not known
    std::shared_ptr<const SecretBytes> password; // which is kept for it, to draw its pages; null: none
};

enum class SignState { Waits, NeedsKey, Works, Unstamped, Done, Failed, GivenUp };

struct SignJob
{
    QString id;
    ItemId document;
    ItemId result; // where the signed one is; empty until then
    QString name;
    SignState state = SignState::Waits;
    SignLevel level = SignLevel::B;   // that was asked
    std::optional<SignLevel> reached; // empty until it is signed
    QString problem;                  // an error code; empty if none
    QVariantMap problemParams;
    QByteArray certificate; // SHA-256 of the one that was chosen
    QString signer;         // its name, if it was told
    bool renewal = false;   // no signature: proofs for one that is there
    QDateTime nextTryUtc;
    QDateTime changedUtc;
};

struct SignatureMade
{
    ItemId document;
    QString name;
    CertificateFacts certificate;
    SignLevel level = SignLevel::B; // that was reached when it was made
    QString reason, place;
    QByteArray signedSha256;
    QByteArray resultSha256;
    QDateTime madeUtc;
};

class Signing
{
public:
    explicit Signing(VaultAccess &access) : m_access(access) {}

    QFuture<Result<QList<SafeToSign>>> inspect(QList<ItemId> documents); // the same order back
    // Where a box would stand on this document; asked while it is being placed.
    QFuture<Result<BoxOver>> boxOver(ItemId document, SignBox box);
    QFuture<Result<SignIdentity>> openIdentity(IdentityRequest request);
    QString keyFile() const; // the key file that was opened last
    // What is in the readers now, without a PIN; no card is no error. An empty `driver`: all that this system knows.
    // Remembers a driver by which a card answered.
    QFuture<Result<CardListing>> cards(QString driver);
    QString cardDriver() const; // the one that was remembered
    // Logs in at a signing service (CSC API 2) in the browser, and lists the keys that lie there. Every signature with
    // one of them asks the person in the browser again. Remembers the address.
    QFuture<Result<QList<RemoteKeyFact>>> remoteKeys(QUrl service);
    QUrl signingService() const; // the one that was remembered
    void forgetIdentity(const QString &handle);

    // Answers the jobs' ids when they are committed; the work goes on by itself.
    QFuture<Result<QStringList>> sign(SignRequest request);
    // Goes on with what waits for its key, or failed; with another key than was chosen it fails as CAR-SGN-010 "other".
    QFuture<Outcome> resume(QStringList jobs, QString identity);
    // Also what is being signed: what comes of it is thrown away, if it did not join the folder yet.
    QFuture<Outcome> giveUp(QString job);
    QFuture<Outcome> clearEnded();
    void stampNow(); // what waits for its timestamp is tried at once
    // Proofs and an archive timestamp for what is signed already.
    QFuture<Outcome> renew(QList<ItemId> documents);

    QList<SignJob> jobs(int most) const;                     // newest first
    QList<SignatureMade> made(int most, int skip = 0) const; // newest first

    QUrl timestampAuthority() const;
    QFuture<Outcome> setTimestampAuthority(QUrl url); // empty: none

private:
    VaultAccess &m_access;
};

QString signLevelName(SignLevel level); // "b", "t", "lt", "lta"; stable
SignLevel signLevelFrom(QStringView name);

} // namespace carriel
