// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications in the vault: what came, what was found, how far an opening is. Each change is durable when it answers.
// Not to be called inside VaultStore::transact(). Thread: the connection's.
#pragma once

#include "core/vault/Database.h"

#include <QList>
#include <functional>
#include <optional>

namespace carriel::vault {

// Stored as numbers. Signed: the receipt is stored, not yet sent. Sent: it may have arrived. Released: opened, the key
// is here. Verified: the content is what was sealed, and here. Mismatch: opened, and it is not. Void: that receipt is
// dead.
enum class OpeningState { None, Signed, Sent, Released, Verified, Mismatch, Void };

// The term that an opened act itself grants; without days the usual one.
struct GrantedTerm
{
    std::optional<int> days;
    bool calendarDays = false;
    QString purpose{}; // what it is for, as the act says
    QString asked{};   // the days that the act sets, JSON of services; empty: nobody has looked
};

struct NotificationRow
{
    QString id;
    qint64 rev = 0;
    QString state;        // as the operator says
    QByteArray json;      // Notification of docs/protocol
    QByteArray rewritten; // a later state that contradicts it; empty: none
    int verdict = 0;      // of the evidence: 0 not looked at, 1 good, 2 unanchored, 3 broken
    QString findings;     // JSON
    QDateTime receivedUtc;
    bool cipherHere = false; // whole, with the digest that the seal names

    OpeningState opening = OpeningState::None;
    QString op, challenge;                     // Idempotency-Key and challenge of the frozen request
    QByteArray receipt, idToken, body, device; // body: the request, byte for byte
    QByteArray idProviderKeys;                 // JWKS beside idToken; empty: none was kept
    QDateTime signedUtc;
    QByteArray key, salt;
    QString words;  // of the opened act, for the search
    QString reason; // of a mismatch
    QByteArray dispute;
    QString disputeOp;
    bool disputeSent = false;
    GrantedTerm granted; // of the opened act
};

struct ConsentRow
{
    QString id;
    qint64 rev = 0;
    QString state; // active, withdrawn
    QByteArray json;
};

struct Arrival
{
    qint64 seq = 0;
    QString kind, id;
    qint64 rev = 0;
    QByteArray json;
};

class NotificationStore
{
public:
    explicit NotificationStore(Database &database) : m_db(database) {}

    Result<QList<NotificationRow>> all(); // newest first; without statements and key
    // The same without what json says, and from an index: cheap enough to be asked for at every change.
    Result<QList<NotificationRow>> listed();
    Result<std::optional<NotificationRow>> brief(const QString &id); // as in all()
    // Those of which something is still to be done or found out: to be checked, fetched, settled, disputed; or a key
    // that was not known.
    Result<QList<NotificationRow>> unfinished();
    Result<std::optional<NotificationRow>> find(const QString &id);
    Outcome put(const NotificationRow &row); // by id; all but the cipher text and the content, which are large
    Outcome putOpened(const NotificationRow &row, const QByteArray &content); // both in one transaction
    Result<QByteArray> content(const QString &id);                            // what was opened; empty: it was not
    Outcome judged(const QString &id, int verdict, const QString &findings); // nothing else of it changes
    Outcome recheck(const QString &id); // its evidence is to be looked at again
    using Part = std::function<Outcome(QByteArrayView)>;
    Outcome readCipher(const QString &id, const Part &part); // piece by piece, in order
    Result<QByteArray> cipher(const QString &id);
    Outcome putCipher(const QString &id, const QByteArray &bytes);
    Outcome dropCipher(const QString &id); // it is to be fetched again
    // Ids of opened ones that have all of the words or their beginnings, in the act or in its documents, newest first;
    // accents and case do not matter.
    Result<QStringList> search(const QString &words);
    struct Unread
    {
        QString id;
        qint64 size = 0; // of the content, in bytes
    };
    Result<std::optional<Unread>> unreadAct(); // an opened one whose documents cannot be searched yet
    Outcome putDocumentText(const QString &id, const QString &text); // of all of them; they count as read then

    Result<QList<Arrival>> arrivals(int most);
    Outcome dropArrival(qint64 seq);

    Result<QList<ConsentRow>> consents();
    Outcome put(const ConsentRow &row); // unless an equal or later rev is there

    Result<QByteArray> directory();       // the last; empty: none
    Result<QByteArray> directoryDigest(); // as it was given to keepDirectory
    Outcome keepDirectory(const QByteArray &jws, const QByteArray &sha256, const QDateTime &now);

private:
    enum class Bytes { Cipher, Content };
    Result<QList<NotificationRow>> rows(Statement row, bool whole);
    Outcome readParts(const QString &id, Bytes which, const Part &part);
    Outcome putParts(const QString &id, Bytes which, const QByteArray &bytes);
    Result<QByteArray> joined(const QString &id, Bytes which);
    Database &m_db;
};

} // namespace carriel::vault
