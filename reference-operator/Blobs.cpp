// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Blobs.h"

#include "reference-operator/Encoding.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

std::optional<Blob> one(QSqlQuery &row)
{
    if (!row.next())
        return std::nullopt;
    Blob blob{row.value(0).toString(), row.value(1).toLongLong(),
              QByteArray::fromBase64(row.value(2).toString().toLatin1()), row.value(3).toString()};
    row.finish();
    return blob;
}

} // namespace

QJsonObject Blob::json() const
{
    return {{u"id"_s, id}, {u"size"_s, size}, {u"sha256"_s, QString::fromLatin1(b64(sha256))}};
}

std::optional<Blob> findBlob(Connection &c, const QString &folder, const QString &id)
{
    return one(c.run(u"SELECT id, size, sha256, place FROM blobs WHERE folder = ? AND id = ?"_s, {folder, id}));
}

std::optional<Blob> findBlobByDigest(Connection &c, const QString &folder, const QByteArray &sha256)
{
    return one(c.run(u"SELECT id, size, sha256, place FROM blobs WHERE folder = ? AND sha256 = ?"_s,
                     {folder, QString::fromLatin1(b64(sha256))}));
}

Blob nameBlob(Connection &c, const QString &folder, const QByteArray &sha256, qint64 size, const QString &place)
{
    c.change(u"INSERT INTO blobs(folder, id, sha256, size, place, created) VALUES(?, ?, ?, ?, ?, ?)"
             u" ON CONFLICT(folder, sha256) DO NOTHING"_s,
             {folder, newId(), QString::fromLatin1(b64(sha256)), size, place, nowText()});
    return *findBlobByDigest(c, folder, sha256);
}

} // namespace carriel::op
