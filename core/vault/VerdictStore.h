// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What was found about the signatures of documents, and whom this profile trusts. Reports are opaque here. Every change
// is one durable statement; not to be called inside VaultStore::transact(). Thread: the connection's.
#pragma once

#include "core/domain/Ids.h"
#include "core/vault/Database.h"

#include <QList>

namespace carriel::vault {

struct VerdictRow
{
    QByteArray sha256; // of the content, 32 bytes
    QString trust;     // fingerprint of what was trusted then
    QDateTime checkedUtc;
    QDateTime dueUtc;       // to be looked at again then; invalid: only when the trust moves
    QDateTime proofEndsUtc; // until when what it contains proves it; invalid: nothing to prove
    QString verdict;
    QByteArray report; // UTF-8
};

struct ToVerify
{
    qint64 n = 0; // number of the listing's row
    ItemId item;
    VersionId version;
    BlobId blob;
    QString name;
    QByteArray sha256;
    qint64 size = 0;
    int tries = 0; // that never ended
};

struct AnchorRow
{
    QByteArray sha256;
    QByteArray der;
    bool accredited = false;
    QString source;
    QStringList hosts;
    QDateTime addedUtc;
    QDateTime untilUtc = {}; // the end of what its list says; invalid: none
};

struct EvidenceRow
{
    bool ocsp = false;
    QByteArray der;
};

struct EndingRow
{
    ItemId item;
    QString name;
    QDateTime proofEndsUtc;
};

class VerdictStore
{
public:
    explicit VerdictStore(Database &database) : m_db(database) {}

    Result<std::optional<VerdictRow>> verdict(const QByteArray &sha256);
    // With what a list shows of that document; `shown` is the listing's row, 0 for none.
    Outcome put(const VerdictRow &row, qint64 shown = 0, const VersionId &version = {});
    Outcome show(qint64 n, const VersionId &version, const QString &verdict); // and it waits no longer
    Result<QString> shown(qint64 n); // what the list shows now, of whichever version; empty if nothing
    Result<std::optional<ToVerify>> next();                                   // the newest that waits
    Outcome begun(qint64 n, int tries);                                       // so many tries more
    Outcome skip(qint64 n);
    Result<qint64> waiting();
    Outcome waitAll();                                       // the trust moved: everything is looked at again
    // True if any was due, or stood on something else than `trust`.
    Result<bool> waitDue(const QDateTime &now, const QString &trust);
    Outcome forgetUnused();                                  // verdicts of contents that are no longer here
    Result<QList<EndingRow>> ending(const QDateTime &until); // active documents, soonest first

    Result<QList<AnchorRow>> anchors();
    Outcome putAnchor(const AnchorRow &row);
    Outcome removeAnchor(const QByteArray &sha256);
    Result<QList<EvidenceRow>> evidence(); // the newest, at most 400
    Outcome putEvidence(const EvidenceRow &row, const QDateTime &fetchedUtc);

private:
    Database &m_db;
};

} // namespace carriel::vault
