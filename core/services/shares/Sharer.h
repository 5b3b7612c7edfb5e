// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person shares and what is shared with him. A share is decided here, at any time; signed when the operator has
// the very versions that were seen; and sent once: the request is in the vault before its first byte leaves. What is done
// with one that is there (end, extend, answer) waits with its own key in the same way. Private to core/services.
// Thread: the engine's.
#pragma once

#include "core/evidence/records/ShareRecords.h"
#include "core/services/mail/Mailbox.h"
#include "core/services/shares/ShareManifest.h"
#include "core/services/shares/SharePort.h"
#include "core/services/shares/Wish.h"
#include "core/vault/ShareStore.h"

#include <QObject>
#include <QSet>

namespace carriel::shares {

class Sharer final : public QObject
{
    Q_OBJECT
public:
    template <typename T> using Done = std::function<void(Result<T>)>;
    using Finished = std::function<void(Outcome)>;

    static constexpr qint64 patience = 24 * 3600;      // seconds that a decision waits to be sent
    static constexpr int mostPurpose = 500, mostMessage = 2000; // characters (openapi: ShareGrant)
    static constexpr qint64 mostBytes = 256LL << 20;   // of one document that is received: it is checked in memory

    static std::optional<Error> tooLong(const QString &purpose, const QString &message); // wordsTooLong
    Sharer(vault::VaultStore &store, mail::Mailbox &mailbox, Random &random);
    void setPort(SharePort *port); // null: no login now
    SharePort *port() const { return m_port; }
    vault::ShareStore &rows() { return m_rows; }

    // The decision. Answers with its id; for a link its code is in the row. `instead`: the id of one that came back because nobody
    // had seen whose number it is, or because a document is another one now, which this one takes the place of.
    Result<QString> decide(const Wish &wish, const QString &instead = {});
    Outcome cancel(const QString &id); // alreadySent, noSuchShare
    // kind: revoke, extend (`until`), accept, decline. It waits here until it was sent. noSuchShare, shareEnded, alreadySent,
    // grantUnproven.
    Outcome act(const QString &kind, const QString &id, const QDateTime &until = {});
    // erase: whoever read one of mine is asked to erase the copies; erased, kept (`why`): the word about it of who was asked. As act().
    // notAsked, nothingRead, noSuchShare, wordsTooLong.
    Outcome erasure(const QString &kind, const QString &id, const QString &why = {});
    // The person compared the code of whoever signed a sealed share with him. noSuchShare, those of a manifest that does not hold.
    Outcome agreeToSender(const QString &id);
    // Sends what waits, the ends first; answers when nothing is left that can be done now, with the first thing that stood
    // in the way.
    void send(Finished done);
    // What the operator knows of all of them, those of other computers too.
    void refresh(Finished done);
    // As the operator tells it, `mine` to its owner. What was signed stays what was signed: shareRefused (foreign_statement).
    Outcome take(const QJsonObject &json, bool mine);
    // The bytes of a document that is shared with this person, as they were shared. shareEnded, notAsShared, tooLarge.
    void fetch(const QString &id, int n, Done<QByteArray> done);

Q_SIGNALS:
    void changed();

private:
    void withDirectory(std::function<void(Outcome)> done);
    void sendNext();
    void reach(); // whether the operator answers at all, before anything becomes one that may have arrived
    void askWho(const vault::ShareRow &row); // nobody saw whose number it is: it comes back with the name, and is not sent
    // The decision as the operator is to get it; nothing: its documents are not there yet. versionChanged.
    Result<std::optional<QByteArray>> signedWish(const vault::ShareRow &row);
    // Of a wish with a key: closes the grant, and answers with its manifest; nothing: bytes of it are not here.
    Result<std::optional<QByteArray>> sealedFor(const Wish &wish, const QList<BlobId> &blobs, evidence::ShareGrant &grant);
    Result<ShareManifest> manifestOf(const evidence::ShareGrant &grant, const QJsonObject &json);
    Outcome canBeRead(const evidence::ShareGrant &grant, const QJsonObject &json); // withdrawn: nothing of it is given now
    Result<QByteArray> plain(const QString &id, int n, const QByteArray &bytes); // of what was shared
    void submit(vault::ShareRow row);
    void refused(vault::ShareRow row, const sync::Trouble &trouble);
    void comeBack(vault::ShareRow row, const QString &reason);
    void sendAct(const vault::ShareAct &act);
    void ask(const QString &id, bool mine, Finished done); // how it stands
    // Of the recipient, as the operator tells it with the share: looked at soon, because a share may be taken in within a transaction.
    void seeKeyOf(const vault::ShareRow &row);
    void seeKeys();
    void goOnKnowing(const QString &id, bool mine, const Error &otherwise);
    void rest(const std::optional<Error> &error = std::nullopt);
    void refreshFrom(bool mine, const QString &next, Finished done);
    Result<evidence::SharedDocument> sharedDocument(const QString &id, int n);
    void fetchNow(const QString &id, int n, Done<QByteArray> done);
    void fetchFailed(const QString &id, const QString &name, const sync::Trouble &trouble, const Done<QByteArray> &done);
    Outcome noted(const QString &kind, const QString &id, const QString &name, const std::function<Outcome()> &work);
    QDateTime now() const { return m_mailbox.clock().nowUtc(); }

    vault::VaultStore &m_store;
    vault::ShareStore m_rows;
    mail::Mailbox &m_mailbox;
    Random &m_random;
    SharePort *m_port = nullptr;
    int m_generation = 0; // answers for an earlier port are dropped
    bool m_sending = false;
    bool m_reached = false; // in this round
    std::optional<Error> m_stood; // in the way
    QSet<QString> m_keysToSee;    // by the shares that told them
    QSet<QString> m_pages;        // of a list that is read
    std::optional<Error> m_odd;   // of one share of a list that is read: it stops no other
    QSet<QString> m_notNow;       // whose documents the operator does not have yet
    std::vector<Finished> m_waiting;
};

} // namespace carriel::shares
