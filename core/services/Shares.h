// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Letting others read documents of this folder, and reading what others share (docs/SHARES.md). What the operator holds in clear is
// not shared end to end, and a front end says so; what is sealed is, to the recipient's person key. Made where it is used; it holds
// nothing of its own, and what was begun goes on without it. Thread: GUI; futures are finished in any thread. Errors:
// CAR-SHR-xxx, those of Session.
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>
#include <QUrl>

namespace carriel {

struct VaultAccess;
class Documents;

// What sealed documents are shared to, as the operator's directory names it and as it is known here.
struct RecipientKey
{
    // none: he has no key. proven: the identity provider says that it is his. unconfirmed: nobody says it. known: used before.
    // followed: another one than before, signed by that and proven. changed: another one, and not so. false: somebody lies.
    QString standing = QStringLiteral("none");
    QByteArray kid;
    QString code;   // 40 digits that both must read the same; empty: this computer has no key of the person's own
    QString reason; // of a false one
    bool isUsable() const { return standing == QLatin1String("proven") || standing == QLatin1String("known"); }
};

struct ShareRecipient
{
    QString id;   // co:CC:52000111
    QString kind; // person, entity
    QString name; // of a natural person "Luis M. R."
    RecipientKey key;

    // Why nothing sealed can be shared with him now; nothing: it can. sealedOtherwise, noPersonKey, keyUnconfirmed, keyChanged,
    // keyFalse.
    std::optional<Error> keyTrouble() const;
};

struct ShareDocument
{
    ItemId item; // of one that I share; else null
    int n = 0;   // which of them, of a share
    QString name; // with the path in it when a folder was shared
    QString mediaType;
    qint64 size = 0;
    QByteArray sha256;     // 32 raw bytes
    bool available = true; // the owner still has it; what is in his trash is not given
    bool sealed = false;   // then the digest is that of what travels
};

struct ShareOrder
{
    QString to;     // co:CC:…; empty: by link, for whoever has its code
    QString toName; // as the operator's directory says
    QString purpose, message;
    QDateTime expiresUtc;
    bool follow = false; // readers get the newest version, not the one shown
    QList<ShareDocument> documents; // of Shares::what(): all sealed, or none
    QByteArray kid;                 // of sealed ones: the recipient's key that the person saw; empty: the one that is used
    QString instead;                // the id of one that came back as "unseen" or "changed", which this one takes the place of
    bool later = false;             // only decided now: the operator does not answer

    bool isSealed() const { return !documents.isEmpty() && documents.first().sealed; }
};

struct ShareReadingInfo
{
    QDateTime atUtc;
    QString document;
    QString by; // co:CC:…, co:NIT:…, "link"
};

// queued: decided, not sent. unknown: sent, the answer has not come. returned: nothing was shared, `reason` says why: "late" (a
// day passed), "changed" (a document is another one now), "unseen" (nobody had seen whose number it is; `personName` says it now),
// or the operator's code. A queued one with the reason "unseen" is not sent, it comes back with the name.
struct ShareInfo
{
    QString id;
    bool mine = true;
    QString state;   // queued unknown offered accepted declined revoked expired returned cancelled
    QString waiting; // what is still to be told to the operator: revoke extend accept decline erase erased kept; empty: nothing
    QString kind;    // person entity link; empty: not known yet
    QString personId, personName; // with whom; of one that is not mine, who shares
    QString purpose, message, reason;
    QList<ShareDocument> documents;
    bool follow = false;
    QDateTime madeUtc, answeredUtc, expiresUtc, endedUtc;
    int fetches = 0;
    QList<ShareReadingInfo> readings; // of mine, oldest first
    QString followedBy;               // of one that was confirmed: the id of the one that took its place
    QStringList defects;              // what does not hold of what the operator says; empty: all of it holds
    QUrl link;
    QString code; // of a link; only the computer that made it has it
    QDateTime linkOpenedUtc;        // its code was used: the link opens for nobody else
    QList<QDateTime> wrongCodesUtc; // when somebody tried others
    bool linkOpens() const { return isOpen() && !link.isEmpty() && !linkOpenedUtc.isValid(); }
    bool sealed = false;  // end to end
    QString compareCode;  // of a sealed one: what both persons must read the same; empty: not known here
    // Of a sealed one with me: whether the key that signed it is the owner's. compared: the person compared its code. proven: the identity
    // provider says so. followed: that of before has signed it, and it is proven. known: used before. new: nobody confirms it. changed: it
    // is another one than is known of him. Empty: not known here.
    QString senderKey;
    bool senderDoubtful() const { return senderKey == QLatin1String("new") || senderKey == QLatin1String("changed"); }
    // Of a sealed one of mine in force: the operator names another key of the recipient than the one it was shared to. "followed": that
    // one has signed it and the identity provider confirms it; "changed": not so; empty: the same, or not known.
    QString keyNow;
    bool isOpen() const;
    // The owner asked whoever read it to erase the copies; what came back is that one's word. `waiting` says of both that they wait.
    QDateTime erasureAskedUtc, erasureAnsweredUtc;
    bool erased = false;
    QString keptBecause; // of what is not erased
    bool mayAskErasure() const { return mine && fetches > 0 && !personId.isEmpty() && !erasureAskedUtc.isValid(); }
    bool asksErasure() const { return !mine && erasureAskedUtc.isValid() && !erasureAnsweredUtc.isValid(); }
};

// Where copies go: into the folder that these names lead to from `folder`; what is missing of it is made.
struct SharePlace
{
    ItemId folder = rootItem();
    QStringList below;
};

class Shares
{
public:
    explicit Shares(const Documents &documents); // of this folder

    QFuture<Result<ShareRecipient>> find(QString person); // by exact number; recipientUnknown
    // The person has compared the code of that key of somebody found, or agrees to a new one: used from now on.
    QFuture<Outcome> agree(QString person, QByteArray kid); // noPersonKey, keyChanged
    // Asks whether the key that signed a sealed share with me is its owner's: of the directory and the identity provider, where he is found.
    // Then one(id) says what is known; an error is only that of the asking. keyFalse.
    QFuture<Outcome> lookAtSender(QString id);
    // The person compared the code of the key that signed it with its owner: used from now on. noSuchShare, sealedElsewhere, manifestFalse.
    QFuture<Outcome> agreeToSender(QString id);
    QFuture<Result<bool>> findable();                     // whether others find this person
    QFuture<Result<bool>> setFindable(bool on);

    // What sharing these would share now: documents, and of folders what is in them. nothingToShare, tooMany, mixedCustody.
    Result<QList<ShareDocument>> what(const QList<ItemId> &items, const Documents &documents) const;
    static std::optional<Error> tooLong(const ShareOrder &order); // wordsTooLong, of what for or the message
    // The act. Without a network it waits; see ShareInfo::state. Sealed documents: sealedOtherwise, noPersonKey, keyUnconfirmed,
    // keyChanged, and nothing is decided.
    QFuture<Result<ShareInfo>> share(ShareOrder order);
    // Each waits where there is no network, and answers then with what stood in the way; the share says `waiting`. `later`: it is
    // only decided now, because the operator does not answer.
    QFuture<Outcome> revoke(QString id, bool later = false); // of one that was not sent: takes it back
    QFuture<Outcome> extend(QString id, QDateTime untilUtc, bool later = false);
    QFuture<Outcome> accept(QString id, bool later = false);
    QFuture<Outcome> decline(QString id, bool later = false);
    // Asks whoever has read one of mine to erase the copies: once, also after it ended. Asking is not erasing. nothingRead.
    QFuture<Outcome> askErasure(QString id);
    // The word about it of who was asked; `kept` empty: erased, else why not. notAsked.
    QFuture<Outcome> answerErasure(QString id, QString kept);
    QFuture<Outcome> sendWaiting();
    QFuture<Outcome> refresh();

    // The bytes of document `n` of a share with me, as they were shared. Each time the owner sees it.
    QFuture<Result<QByteArray>> fetch(QString id, int n);
    // Copies all that is available to a place, in the folders that the owner had it in, each with a note and with whence it came
    // (core/domain/ReceivedFrom.h); the names as they are kept. withdrawn: nothing is. What was copied before something went wrong stays.
    QFuture<Result<QList<AddedDocument>>> keep(QString id, SharePlace place, QString note);

    QList<ShareInfo> list() const;                   // newest first
    QList<ShareInfo> of(const ItemId &item) const;   // mine that name this document, newest first
    // Mine in force that give any of these documents to that person, newest first.
    QList<ShareInfo> likewise(const QString &person, const QList<ShareDocument> &given) const;
    QString knownName(const QString &person) const;  // as it was seen when something was shared with him before; empty: never
    std::optional<ShareInfo> one(const QString &id) const;
    // Mine in force that give any of these, or of what is in them. What goes to the trash is not given any more.
    QList<ShareInfo> readable(const QList<DocumentRow> &rows, const Documents &documents) const;

private:
    QFuture<Outcome> act(const char *kind, QString id, bool later, QDateTime until = {});
    QFuture<Outcome> erasure(const char *kind, QString id, QString why);
    VaultAccess &m_access;
};

} // namespace carriel
