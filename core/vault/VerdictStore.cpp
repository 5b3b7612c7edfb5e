// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/VerdictStore.h"

#include "core/vault/ContentSql.h"
#include "core/vault/Settings.h"
#include "core/vault/SignatureSchema.h"

#include <QCryptographicHash>

namespace carriel::vault {

namespace {
// A null string is bound as NULL.
QString text(const QString &perhaps)
{
    return perhaps.isNull() ? QStringLiteral("") : perhaps;
}
// Meanwhile the operator may have named the version anew, or there may be another: then it is still to be looked at.
Outcome looked(Database &database, qint64 n, const VersionId &version)
{
    return database
        .query(
            "DELETE FROM to_verify WHERE n=? AND EXISTS(SELECT 1 FROM item i WHERE i.n=to_verify.n AND i.l_version=?)",
            n, version.text())
        .run();
}

} // namespace

Result<std::optional<VerdictRow>> VerdictStore::verdict(const QByteArray &sha256)
{
    Statement row =
        m_db.query("SELECT trust,checked,due,proof_ends,verdict,report FROM verdict WHERE sha256=?", sha256);
    CARRIEL_TRY(const bool found, row.next());
    if (!found)
        return std::optional<VerdictRow>();
    VerdictRow out;
    out.sha256 = sha256;
    out.trust = row.text(0);
    out.checkedUtc = row.time(1);
    out.dueUtc = row.time(2);
    out.proofEndsUtc = row.time(3);
    out.verdict = row.text(4);
    out.report = row.bytes(5);
    return std::optional<VerdictRow>(out);
}

Outcome VerdictStore::put(const VerdictRow &row, qint64 shown, const VersionId &version)
{
    return m_db.transact([&]() -> Outcome {
        CARRIEL_CHECK(m_db.query("INSERT OR REPLACE INTO verdict(sha256,trust,checked,due,proof_ends,verdict,report) "
                                 "VALUES(?,?,?,?,?,?,?)",
                                 row.sha256, row.trust, row.checkedUtc, row.dueUtc, row.proofEndsUtc, row.verdict,
                                 row.report)
                          .run());
        if (shown == 0)
            return {};
        CARRIEL_CHECK(m_db.query("INSERT OR REPLACE INTO document_verdict(n,version,verdict) VALUES(?,?,?)", shown,
                                 version.text(), row.verdict)
                          .run());
        return looked(m_db, shown, version);
    });
}

Outcome VerdictStore::show(qint64 n, const VersionId &version, const QString &verdict)
{
    return m_db.transact([&]() -> Outcome {
        CARRIEL_CHECK(m_db.query("INSERT OR REPLACE INTO document_verdict(n,version,verdict) VALUES(?,?,?)", n,
                                 version.text(), verdict)
                          .run());
        return looked(m_db, n, version);
    });
}

Result<QString> VerdictStore::shown(qint64 n)
{
    Statement row = m_db.query("SELECT verdict FROM document_verdict WHERE n=?", n);
    CARRIEL_TRY(const bool found, row.next());
    return found ? row.text(0) : QString();
}

Result<std::optional<ToVerify>> VerdictStore::next()
{
    Statement row = m_db.query(
        "SELECT t.n,l.id,v.id,b.id,l.name,b.sha256,b.size,t.tries FROM to_verify t CROSS JOIN listing l ON l.n=t.n "
        "CROSS JOIN item i ON i.n=t.n CROSS JOIN version v ON v.id=i.l_version CROSS JOIN blob b ON b.id=v.blob "
        "ORDER BY t.n DESC LIMIT 1");
    CARRIEL_TRY(const bool found, row.next());
    if (!found)
        return std::optional<ToVerify>();
    return std::optional<ToVerify>(ToVerify{row.integer(0), ItemId(row.text(1)), VersionId(row.text(2)),
                                            BlobId(row.text(3)), row.text(4), row.bytes(5), row.integer(6),
                                            int(row.integer(7))});
}

Outcome VerdictStore::begun(qint64 n, int tries)
{
    return m_db.query("UPDATE to_verify SET tries=max(0,tries+?) WHERE n=?", tries, n).run();
}

Outcome VerdictStore::skip(qint64 n)
{
    return m_db.query("DELETE FROM to_verify WHERE n=?", n).run();
}

Result<qint64> VerdictStore::waiting()
{
    return m_db.number("SELECT count(*) FROM to_verify");
}

Outcome VerdictStore::waitAll()
{
    return m_db.transact([&]() -> Outcome {
        CARRIEL_CHECK(m_db.query("UPDATE verdict SET due=0 WHERE verdict<>'none'").run());
        return m_db
            .query("INSERT INTO to_verify(n) SELECT n FROM listing WHERE here=2 AND media_type IN " CARRIEL_SIGNED_KINDS
                   " "
                   "AND n NOT IN (SELECT n FROM to_verify) AND n NOT IN (SELECT n FROM document_verdict WHERE "
                   "verdict='none')")
            .run();
    });
}

Result<bool> VerdictStore::waitDue(const QDateTime &now, const QString &trust)
{
    // What is shown of a version that is no longer the newest, as an older program left it.
    CARRIEL_CHECK(
        m_db.query("INSERT INTO to_verify(n) SELECT d.n FROM document_verdict d JOIN item i ON i.n=d.n JOIN listing l "
                   "ON l.n=d.n WHERE i.l_version<>d.version AND l.here=2 AND d.n NOT IN (SELECT n FROM to_verify)")
            .run());
    CARRIEL_TRY(const qint64 left, waiting());
    {
        Statement due =
            m_db.query("SELECT 1 FROM verdict WHERE due<=? OR (trust<>? AND verdict<>'none') LIMIT 1", now, trust);
        CARRIEL_TRY(const bool any, due.next());
        if (!any)
            return left > 0;
    }
    CARRIEL_CHECK(
        m_db.query(
                "INSERT INTO to_verify(n) SELECT l.n FROM listing l JOIN item i ON i.n=l.n JOIN version v ON "
                "v.id=i.l_version "
                "JOIN blob b ON b.id=v.blob WHERE l.here=2 AND b.sha256 IN (SELECT sha256 FROM verdict WHERE due<=? "
                "OR (trust<>? AND verdict<>'none')) AND l.n NOT IN (SELECT n FROM to_verify)",
                now, trust)
            .run());
    return true;
}

Outcome VerdictStore::forgetUnused()
{
    return m_db.query(verdictsUnused).run();
}

Result<QList<EndingRow>> VerdictStore::ending(const QDateTime &until)
{
    Statement row = m_db.query(proofsEnding, until);
    QList<EndingRow> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({ItemId(row.text(0)), row.text(1), row.time(2)});
    }
}

Result<QList<AnchorRow>> VerdictStore::anchors()
{
    Statement row =
        m_db.query("SELECT sha256,der,accredited,source,hosts,added,"
                   "(SELECT value FROM setting WHERE key='trust.until.'||lower(hex(sha256))) FROM trust_anchor ORDER BY added,sha256");
    QList<AnchorRow> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({row.bytes(0), row.bytes(1), row.flag(2), row.text(3),
                    row.text(4).split(QLatin1Char('\n'), Qt::SkipEmptyParts), row.time(5),
                    QDateTime::fromString(row.text(6), Qt::ISODate)});
    }
}

namespace {
QString endOf(const QByteArray &sha256)
{
    return QStringLiteral("trust.until.") + QString::fromLatin1(sha256.toHex());
}
} // namespace

Outcome VerdictStore::putAnchor(const AnchorRow &row)
{
    Settings settings(m_db); // the end first: what is left by a break in between is trusted too short, not too long
    if (row.untilUtc.isValid())
        CARRIEL_CHECK(settings.set(endOf(row.sha256), row.untilUtc.toUTC().toString(Qt::ISODate)));
    CARRIEL_CHECK(m_db
        .query("INSERT OR REPLACE INTO trust_anchor(sha256,der,accredited,source,hosts,added) VALUES(?,?,?,?,?,?)",
               row.sha256, row.der, row.accredited, text(row.source), text(row.hosts.join(QLatin1Char('\n'))),
               row.addedUtc)
        .run());
    return row.untilUtc.isValid() ? Outcome() : settings.remove(endOf(row.sha256));
}

Outcome VerdictStore::removeAnchor(const QByteArray &sha256)
{
    CARRIEL_CHECK(m_db.query("DELETE FROM trust_anchor WHERE sha256=?", sha256).run());
    return Settings(m_db).remove(endOf(sha256));
}

Result<QList<EvidenceRow>> VerdictStore::evidence()
{
    Statement row = m_db.query("SELECT kind,der FROM evidence ORDER BY fetched DESC LIMIT 400");
    QList<EvidenceRow> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({row.integer(0) == 1, row.bytes(1)});
    }
}

Outcome VerdictStore::putEvidence(const EvidenceRow &row, const QDateTime &fetchedUtc)
{
    constexpr int most = 400;
    const QByteArray id = QCryptographicHash::hash(row.der, QCryptographicHash::Sha256);
    return m_db.transact([&]() -> Outcome {
        CARRIEL_CHECK(m_db.query("INSERT OR REPLACE INTO evidence(sha256,kind,der,fetched) VALUES(?,?,?,?)", id,
                                 row.ocsp ? 1 : 0, row.der, fetchedUtc)
                          .run());
        return m_db
            .query("DELETE FROM evidence WHERE sha256 IN (SELECT sha256 FROM evidence ORDER BY fetched DESC LIMIT -1 "
                   "OFFSET ?)",
                   most)
            .run();
    });
}

} // namespace carriel::vault
