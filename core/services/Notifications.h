// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Official notifications: what came, what opening one means, opening it, its proof; and consents to be notified.
// Thread: GUI; futures are finished in any thread. Errors: CAR-NTF-xxx, CAR-EVD-xxx, those of Session.
// The only way to a content is open(): nothing else here, and nothing elsewhere, has it before.
#pragma once

#include "core/services/NotificationValues.h"

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>
#include <QHash>
#include <functional>

namespace carriel {

struct VaultAccess;

class Notifications
{
public:
    explicit Notifications(VaultAccess &access) : m_access(access) {}

    QList<NotificationEntry> list() const;                      // newest first
    QList<NotificationEntry> search(const QString &word) const; // in opened ones alone
    QFuture<Outcome> refresh(); // everything that is known to be there is here, as far as the network allows

    // What the person must have seen before open(). No legal effect.
    QFuture<Result<OpeningTerms>> terms(QString id);
    // The act. `warningDigest` of the terms that were shown.
    // `told` is called in this thread.
    // `identity`: a handle of Signing whose certificate signs the receipt, where the terms say byCertificate; it is asked
    // for nothing before the operator has answered. CAR-NTF-017, CAR-NTF-018, CAR-SVC-050, those of its key.
    QFuture<Outcome> open(QString id, QByteArray warningDigest, std::function<void(OpeningPhase)> told = {},
                          QString identity = {});

    void leaveSealed(QString id); // while the operator is only asked and nothing is signed: open() ends as cancelled

    Result<OpenedNotification> opened(const QString &id) const;       // CAR-NTF-007
    Result<QByteArray> document(const QString &id, int number) const; // of an opened one; CAR-NTF-007
    // It becomes a document of the folder; `note` says where it came from. If one with these very bytes is there, that
    // one is answered (sameAsId) and nothing is added. CAR-NTF-007, those of Documents.
    QFuture<Result<AddedDocument>> keepDocument(QString id, int number, QString note);
    QFuture<Result<EvidenceInfo>> evidence(QString id);
    // A file that somebody has: needs neither account nor network. `trust` as in EvidenceCheck.h, beside what this
    // vault knows.
    QFuture<Result<EvidenceInfo>> verifyEvidence(QString path, QString trust = {});
    // Thumbprints (RFC 7638) of the keys whose directory is believed, since the first contact with this operator.
    QFuture<Result<QStringList>> directoryKeys();
    // Believes none of them any more; what the operator shows next is believed as the first was.
    QFuture<Outcome> forgetDirectoryKeys();
    // One file that anybody can check, stamped by the person's time-stamping authority if there is one and it answers.
    // Of an unopened one it has no content.
    QFuture<Outcome> exportEvidence(QString id, QString path);

    QFuture<Result<QList<ProcedureInfo>>> procedures();
    QList<ConsentInfo> consents() const; // all that were ever given
    // `textDigest` of the text that was shown.
    QFuture<Outcome> subscribe(QString procedure, QByteArray textDigest);
    QFuture<Outcome> unsubscribe(QString procedure);
    // Whether the statements and receipts behind a consent hold; CAR-NTF-012.
    QFuture<Result<ConsentCheck>> checkConsent(QString consent);
    // All of them in one ZIP, 0600, that anybody can check.
    QFuture<Outcome> exportConsent(QString consent, QString path);

private:
    void readNames() const;
    void nameAsListed(NotificationEntry &entry) const;

    VaultAccess &m_access;
    mutable QByteArray m_directory; // digest of the signed list that m_names is of
    mutable QHash<QString, QString> m_names;
};

} // namespace carriel
