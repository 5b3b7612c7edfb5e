// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the signatures of documents are worth. Every PDF that comes is looked at in the background and its verdict kept
// with its content; it is looked at again when the trusted authorities, the clock or what they said of a certificate
// moves. The network is asked only after the person allowed it. Names of verdicts are those of the command line
// ("valid", "valid_later_changes", "indeterminate", "invalid", "altered", "unreadable", "none", and "unchecked" for
// what cannot be judged here). Made by Documents. Thread: GUI. Errors: CAR-SVC-0xx, CAR-SGN-0xx, CAR-VLT-0xx.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/services/Values.h"

#include <QFuture>
#include <QIODevice>
#include <memory>
#include <optional>

namespace carriel {

struct VaultAccess;

struct CertificateFacts
{
    QString name; // as in the certificate, not neutralised
    QString subject;
    QString issuer;
    QString serial; // hexadecimal
    QString key;    // "RSA 2048", "EC 256"
    QDateTime notBeforeUtc;
    QDateTime notAfterUtc;
    QByteArray sha256;
    QByteArray der;
    bool authority = false;
};

struct SignatureFacts
{
    QString field;
    bool timestamp = false;       // a document timestamp
    QString indication;           // TOTAL-PASSED, INDETERMINATE, TOTAL-FAILED
    QString sub;                  // NO_CERTIFICATE_CHAIN_FOUND …; empty for none
    QString after;                // B0 … B6
    QString level;                // B-B, B-T, B-LT, B-LTA
    QList<CertificateFacts> path; // the signer's first; to the anchor if one was found
    bool accredited = false;
    QString reason, place; // as the signer wrote them, not neutralised
    QDateTime claimedUtc;  // what the signer's computer said
    QDateTime certifiedUtc;
    qint64 covers = 0;           // the signed version is the first so many bytes
    QStringList findings, notes; // English, for experts

    // Whether the first `covers` bytes are what somebody signed. If the digest is another one, nobody did.
    bool signedVersionHolds() const
    {
        return covers > 0 && after != QLatin1String("B6") && sub != QLatin1String("HASH_FAILURE") &&
               sub != QLatin1String("FORMAT_FAILURE") && sub != QLatin1String("SIG_CRYPTO_FAILURE");
    }
    QString signer() const { return path.isEmpty() ? QString() : path.first().name; }
};

struct CheckedFile
{
    QString verdict;
    QString format;                   // "pdf", "asic" (a container), "cades" (beside its file); empty: nothing signed
    QString content;                  // of a signature beside its file: that file's name; empty if it was not found
    QList<SignatureFacts> signatures; // the first first
    QStringList findings;
    QDateTime checkedUtc;
    QDateTime proofEndsUtc; // until when the proofs inside hold; invalid: nothing to preserve
    QByteArray sha256;
    qint64 size = 0;
    bool online = false;    // the network was asked
    bool moreToAsk = false; // the network could tell more
    int anchors = 0;        // authorities that were trusted
};

struct AnchorFacts
{
    CertificateFacts certificate;
    bool accredited = false; // not known yet: its list says so
    QString source;
    bool shipped = false; // comes with the program and cannot be taken out
    bool known = false;   // trusted already
    QDateTime untilUtc = {};                       // the end of what its list says: not used afterwards. Invalid: none
    std::optional<CertificateFacts> listSigner = {}; // not known yet: who signed its list
    bool listSignerKnown = false;                  // somebody trusted confirms that one
};

struct EndingProof
{
    ItemId item;
    QString name;
    QDateTime endsUtc;
};

// Nothing for bytes that are no certificate.
std::optional<CertificateFacts> certificateFacts(const QByteArray &der);

class Verification
{
public:
    explicit Verification(VaultAccess &access) : m_access(access) {}

    // What is known of the shown version; nothing while it was not looked at.
    std::optional<CheckedFile> of(const ItemId &document) const;
    std::optional<CheckedFile> ofContent(const QByteArray &sha256) const;

    // A signature beside its file is compared with the document of that name; if there is none, with the one it signs.
    // Looks now, with the network if it is allowed, and keeps the verdict. The bytes must be here (CAR-SVC-005).
    QFuture<Result<CheckedFile>> check(ItemId document);
    // A file outside the vault; nothing of it is kept. What a signature beside its file signs is `content`, or the file
    // of the same name without ".p7s".
    QFuture<Result<CheckedFile>> checkFile(QString path, QString content = {}, SecretBytes password = {});
    // Of a protected PDF of the vault: kept with it from now on, for looking at its signatures and for signing it.
    // CAR-SGN-033 if it does not open it.
    QFuture<Outcome> setPassword(ItemId document, SecretBytes password);
    // Answers when nothing waits any more. In the background this happens by itself.
    QFuture<Outcome> checkAll();
    int waiting() const;

    // The first `covers` bytes of the shown version: what was signed. Null if they are not here.
    std::unique_ptr<QIODevice> openSigned(const ItemId &document, qint64 covers) const;

    bool onlineAllowed() const;
    QFuture<Outcome> allowOnline(bool on);

    QList<AnchorFacts> anchors() const;
    // What is in a file or folder of certificates; nothing is trusted yet.
    QFuture<Result<QList<AnchorFacts>>> readAnchors(QString path);
    // Those of them. `listSigner`: the SHA-256 of whose list it is, if the person accepts whom it calls accredited.
    QFuture<Outcome> trust(QString path, QList<QByteArray> sha256, QByteArray listSigner = {});
    QFuture<Outcome> distrust(QByteArray sha256);

    // Signed documents whose proofs end until then, the soonest first.
    QList<EndingProof> ending(const QDateTime &until) const;

private:
    VaultAccess &m_access;
};

} // namespace carriel
