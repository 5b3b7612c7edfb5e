// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of an upload, one call each, and bytes to upload.
#pragma once

#include "reference-operator/Encoding.h"
#include "tests/operator/TestOperator.h"

#include <QRandomGenerator>
#include <cstring>

namespace carriel::op::test {

inline QByteArray noise(qint64 size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray out(size, Qt::Uninitialized);
    for (qint64 i = 0; i + 4 <= size; i += 4) {
        const quint32 v = random.generate();
        memcpy(out.data() + i, &v, 4);
    }
    for (qint64 i = size & ~3; i < size; ++i)
        out[i] = char(random.generate());
    return out;
}

struct UploadSteps {
    const TestOperator &op;

    Reply create(const QByteArray &bytes, const std::string &key = freshKey()) const
    {
        return op.call("POST", op.in(QStringLiteral("/uploads")),
                       {{"Idempotency-Key", key},
                        {"Upload-Complete", "?0"},
                        {"Upload-Length", std::to_string(bytes.size())},
                        {"Repr-Digest", digestField(sha256(bytes)).toStdString()}});
    }
    static QString url(const Reply &created)
    {
        return QString(QLatin1Char('!') + QString::fromLatin1(created.header("Location")));
    }
    // `digestOf`: what the Content-Digest is of, when not of the bytes.
    Reply append(const QString &url, qint64 offset, const QByteArray &bytes, bool last, const QByteArray &digestOf = {}) const
    {
        return op.call("PATCH", url,
                       {{"Content-Type", "application/partial-upload"},
                        {"Upload-Offset", std::to_string(offset)},
                        {"Upload-Complete", last ? "?1" : "?0"},
                        {"Content-Digest", digestField(sha256(digestOf.isNull() ? bytes : digestOf)).toStdString()}},
                       bytes);
    }
    Reply blob(const QString &id, Headers headers = {}) const
    {
        return op.call("GET", op.in(QString(QStringLiteral("/blobs/") + id)), headers);
    }
    static QString blobOf(const Reply &reply)
    {
        return reply.json().value(QLatin1StringView("blob")).toObject().value(QLatin1StringView("id")).toString();
    }
    static QByteArray multipart(const QList<std::pair<QByteArray, QByteArray>> &parts, const QByteArray &boundary)
    {
        QByteArray out;
        for (const auto &[id, bytes] : parts)
            out += QByteArray("--" + boundary + "\r\nContent-ID: <" + id + ">\r\nContent-Length: " + QByteArray::number(bytes.size()) +
                              "\r\nRepr-Digest: " + digestField(sha256(bytes)) + "\r\n\r\n" + bytes + "\r\n");
        return QByteArray(out + "--" + boundary + "--\r\n");
    }
    Reply bundle(const QByteArray &body) const
    {
        return op.call("POST", op.in(QStringLiteral("/uploads/bundle")), {{"Content-Type", "multipart/mixed; boundary=xyz"}}, body);
    }
};

} // namespace carriel::op::test
