// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Giving documents to an entity that asked for them: the request, which documents serve, the act, what became of it
// (docs/CONTRIBUTIONS.md). Thread: GUI; futures are finished in any thread. Errors: CAR-CTB-xxx, those of Session.
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>
#include <QUrl>
#include <optional>

namespace carriel {

struct VaultAccess;
struct GivenProof;
class Documents;

namespace papers {
struct JudgedRequest;
}

struct AskedFor
{
    QString id, title;
    bool required = false;
    int max = 1;
    QStringList types, issuers, mediaTypes; // empty: any
    int notOlderThanDays = 0;               // 0: any age
    bool mustBeSigned = false;              // it has to bear a signature that holds
};
// Whether a verdict of Verification.h is of a document that bears one.
bool bearsSignature(const QString &verdict);

struct RequestInfo
{
    QByteArray jws;
    QString id, entityId, entityName; // as the operator's directory has it
    QString procedureId, title, purpose, retention;
    QString caseNumber, caseHolder; // empty: for no case
    bool forMe = false;             // the entity said whom it is for, and it is this person
    QDateTime expiresUtc;
    QList<AskedFor> documents;
    QUrl back;
    bool offline = false;    // the operator did not answer: who asks is proven by what this computer knew of him
    bool once = false;       // it takes one answer
    QString answeredId;      // of what this person gave to it before; empty: nothing
    QDateTime answeredUtc;
};

struct ContributionChoice
{
    QString ask;
    ItemId document;
    QByteArray sha256; // of the content that the person saw
};

struct ContributedDocument
{
    QString ask, name;
    qint64 size = 0;
    QByteArray sha256; // 32 raw bytes
    ItemId item;
};

// Tries to give it that did not succeed, one after the other the same way (core/evidence/records/FailureRecord.h).
struct FailedAttempt
{
    QString outcome; // unreachable no_answer bad_answer server_error
    int status = 0;  // of HTTP; 0: none
    QDateTime firstUtc, lastUtc; // this computer's clock
    int count = 1;
    QDateTime serverUtc; // what the operator's clock said; invalid: nothing
};

// queued: consented to, not sent. unknown: sent, the answer has not come. returned: nothing was given, `reason` says
// why: "late" (a day passed), "changed" (a document is another one now), "asker" (who asks is another one than was shown), or the
// operator's code. A queued one with the reason "offline" is proven once more before it is sent.
struct ContributionInfo
{
    QString id;
    QString state; // queued unknown submitted delivered filed rejected returned cancelled
    QString entityId, entityName, procedureId, title, purpose, caseNumber, retention;
    QList<ContributedDocument> documents;
    QDateTime madeUtc, submittedUtc, deliveredUtc, answeredUtc;
    int fetches = 0; // how often the entity took the package
    QString filingNumber, reason;
    QStringList defects; // what does not hold of what operator and entity say; empty: all of it holds
    QUrl back;           // page of the entity, with the code that only this computer had; empty: none
    QList<FailedAttempt> failures;
    bool provable = false; // exportProof() has something to write
};

class Contributions
{
public:
    explicit Contributions(VaultAccess &access) : m_access(access) {}

    // `source`: carpeta://request?uri=…, https://…, the id of a published request, or the signed request itself.
    QFuture<Result<RequestInfo>> read(QString source);
    // What entities ask of everybody, as the operator's catalogue has it; what cannot be proven is left out.
    QFuture<Result<QList<RequestInfo>>> published();
    // Active documents of this folder that serve: those first whose name or type says what is asked for, else the newest.
    // Found here, and told to nobody.
    QList<DocumentRow> matching(const AskedFor &asked, const Documents &documents) const;
    // What was scanned just now, into the folder: a PDF of the person's paper, and it says so of itself.
    QFuture<Result<AddedDocument>> addScanned(QByteArray pdf, QString name, QString documentType);
    // The act. The documents must be here (Documents::fetch). Without a network it waits; see ContributionInfo::state.
    // `again`: also where this person answered before, if the request takes several answers. `offline`: entityName of a request that
    // is offline: it is proven once more before anything is sent, and comes back ("asker", "expired") if it is not what was shown.
    QFuture<Result<ContributionInfo>> contribute(QByteArray request, QList<ContributionChoice> choices, bool again = false, QString offline = {});
    QFuture<Outcome> sendWaiting();
    QFuture<Outcome> cancel(QString id);
    QFuture<Outcome> refresh();
    QList<ContributionInfo> list() const; // newest first
    // What proves what became of it, or that it could not be given, as one file that anybody can check (`evidence
    // verify`). fileWrite; badEvidence: nothing became of it yet.
    QFuture<Outcome> exportProof(QString id, QString path);
    // Such a file that somebody has; nothing: it is none, but perhaps evidence of a notification. As
    // Notifications::verifyEvidence().
    QFuture<Result<std::optional<GivenProof>>> verifyProof(QString path, QString trust = {});

private:
    static RequestInfo requestInfo(const papers::JudgedRequest &judged);
    friend class Shares; // works on the same folder
    VaultAccess &m_access;
};

} // namespace carriel
