// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/SigningStore.h"

#include "core/sync/Rows.h"
#include "core/vault/ContentSql.h"

#include <QJsonDocument>

namespace carriel::vault {

namespace {
QString textOf(const QJsonObject &object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

#define CARRIEL_JOB_COLUMNS                                                                                            \
    "SELECT id,item,version,name,state,options,result_sha256,result_item,error,attempts,next_try,created,changed "     \
    "FROM signing_job "
} // namespace

Outcome SigningStore::add(const QList<SigningJobRow> &rows)
{
    return m_db.transact([&]() -> Outcome {
        for (const SigningJobRow &row : rows) {
            CARRIEL_CHECK(m_db.query("INSERT INTO signing_job(id,item,version,name,state,options,created,changed) "
                                     "VALUES(?,?,?,?,?,?,?,?)",
                                     row.id, row.item.text(), row.version.text(), row.name, int(row.state),
                                     QString::fromUtf8(QJsonDocument(row.options).toJson(QJsonDocument::Compact)),
                                     row.createdUtc, row.changedUtc)
                              .run());
        }
        return {};
    });
}

Outcome SigningStore::update(const SigningJobRow &row)
{
    return m_db
        .query("UPDATE signing_job SET "
               "state=?,options=?,result_sha256=?,result_item=?,error=?,attempts=?,next_try=?,changed=? WHERE id=?",
               int(row.state), QString::fromUtf8(QJsonDocument(row.options).toJson(QJsonDocument::Compact)),
               row.resultSha256, row.resultItem.isEmpty() ? QString() : row.resultItem.text(), textOf(row.error),
               row.attempts, row.nextTryUtc, row.changedUtc, row.id)
        .run();
}

Result<QList<SigningJobRow>> SigningStore::rows(Statement row)
{
    QList<SigningJobRow> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        SigningJobRow one;
        one.id = row.text(0);
        one.item = ItemId(row.text(1));
        one.version = VersionId(row.text(2));
        one.name = row.text(3);
        one.state = SigningState(row.integer(4));
        one.options = QJsonDocument::fromJson(row.text(5).toUtf8()).object();
        one.resultSha256 = row.bytes(6);
        one.resultItem = ItemId(row.text(7));
        one.error = QJsonDocument::fromJson(row.text(8).toUtf8()).object();
        one.attempts = int(row.integer(9));
        one.nextTryUtc = row.time(10);
        one.createdUtc = row.time(11);
        one.changedUtc = row.time(12);
        out.append(one);
    }
}

Result<std::optional<SigningJobRow>> SigningStore::job(const QString &id)
{
    CARRIEL_TRY(const QList<SigningJobRow> found, rows(m_db.query(CARRIEL_JOB_COLUMNS "WHERE id=?", id)));
    return found.isEmpty() ? std::optional<SigningJobRow>() : std::optional<SigningJobRow>(found.first());
}

Result<QList<SigningJobRow>> SigningStore::open()
{
    return rows(m_db.query(CARRIEL_JOB_COLUMNS "WHERE state NOT IN(3,5) ORDER BY seq"));
}

Result<QList<SigningJobRow>> SigningStore::recent(int most)
{
    return rows(m_db.query(CARRIEL_JOB_COLUMNS "ORDER BY seq DESC LIMIT ?", most));
}

Outcome SigningStore::remove(const QString &id)
{
    return m_db.query("DELETE FROM signing_job WHERE id=?", id).run();
}

Outcome SigningStore::clearEnded()
{
    return m_db.query("DELETE FROM signing_job WHERE state IN(3,5)").run();
}

Result<ItemId> SigningStore::holder(const QByteArray &sha256)
{
    if (sha256.isEmpty())
        return ItemId();
    Statement row = m_db.query(holderOfContent, sha256);
    CARRIEL_TRY(const bool found, row.next());
    return found ? ItemId(row.text(0)) : ItemId();
}

Result<BlobId> SigningStore::blobWith(const QByteArray &sha256)
{
    if (sha256.isEmpty())
        return BlobId();
    Statement row = m_db.query(blobWithContent, sha256, int(sync::BlobState::Verified));
    CARRIEL_TRY(const bool found, row.next());
    return found ? BlobId(row.text(0)) : BlobId();
}

Outcome SigningStore::finish(const SigningJobRow &job, const SignatureMadeRow &made)
{
    CARRIEL_CHECK(record(made));
    return update(job);
}

Outcome SigningStore::record(const SignatureMadeRow &row)
{
    return m_db
        .query(
            "INSERT INTO signature_made(item,name,signed_sha256,result_sha256,certificate,level,reason,place,made) "
            "SELECT ?1,?2,?3,?4,?5,?6,?7,?8,?9 WHERE NOT EXISTS(SELECT 1 FROM signature_made WHERE result_sha256=?4)",
            row.item.text(), row.name, row.signedSha256, row.resultSha256, row.certificate, row.level, row.reason,
            row.place, row.madeUtc)
        .run();
}

Result<QList<SignatureMadeRow>> SigningStore::made(int most, int skip)
{
    Statement row = m_db.query(
        "SELECT item,name,signed_sha256,result_sha256,certificate,level,reason,place,made FROM signature_made "
        "ORDER BY seq DESC LIMIT ? OFFSET ?",
        most, skip);
    QList<SignatureMadeRow> out;
    for (;;) {
        CARRIEL_TRY(const bool found, row.next());
        if (!found)
            return out;
        out.append({ItemId(row.text(0)), row.text(1), row.bytes(2), row.bytes(3), row.bytes(4), row.text(5),
                    row.text(6), row.text(7), row.time(8)});
    }
}

} // namespace carriel::vault
