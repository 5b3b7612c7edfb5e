// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures that are being made, and the register of those that were. A job is committed before its key is used, so
// that nothing is forgotten if the program ends meanwhile. Not to be called inside VaultStore::transact(). Thread: the
// connection's.
#pragma once

#include "core/domain/Ids.h"
#include "core/vault/Database.h"

#include <QJsonObject>
#include <QList>

namespace carriel::vault {

// Stored as numbers: may be added to, never reordered. Waits: for its turn, or for the key after a start. Unstamped:
// signed, its timestamp is still to come.
enum class SigningState { Waits, Works, Unstamped, Done, Failed, GivenUp };

struct SigningJobRow
{
    QString id;
    ItemId item;
    VersionId version; // that is signed
    QString name;
    SigningState state = SigningState::Waits;
    QJsonObject options;
    QByteArray resultSha256; // written before the result joins the folder: tells after a crash whether it did
    ItemId resultItem;
    QJsonObject error; // {code, params}; empty if none
    int attempts = 0;
    QDateTime nextTryUtc;
    QDateTime createdUtc;
    QDateTime changedUtc;
};

struct SignatureMadeRow
{
    ItemId item;
    QString name;
    QByteArray signedSha256;
    QByteArray resultSha256;
    QByteArray certificate; // DER
    QString level;
    QString reason, place;
    QDateTime madeUtc;
};

class SigningStore
{
public:
    explicit SigningStore(Database &database) : m_db(database) {}

    Outcome add(const QList<SigningJobRow> &rows);
    Outcome update(const SigningJobRow &row); // by id: all but what is signed
    Result<std::optional<SigningJobRow>> job(const QString &id);
    Result<QList<SigningJobRow>> open();             // not Done and not GivenUp, oldest first
    Result<QList<SigningJobRow>> recent(int most);   // newest first
    Outcome remove(const QString &id);               // the row alone
    Outcome clearEnded();                            // Done and GivenUp
    Result<ItemId> holder(const QByteArray &sha256); // an item of which a version has this content; empty if none

    Result<BlobId> blobWith(const QByteArray &sha256); // verified bytes with this digest; empty if none

    // The job ended well and stands in the register. Inside a transaction.
    Outcome finish(const SigningJobRow &job, const SignatureMadeRow &made);
    Result<QList<SignatureMadeRow>> made(int most, int skip = 0); // newest first

private:
    Outcome record(const SignatureMadeRow &row);
    Result<QList<SigningJobRow>> rows(Statement row);
    Database &m_db;
};

} // namespace carriel::vault
