// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Digests, base64, ids and times of the wire. Thread: any.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <memory>
#include <optional>

struct evp_md_ctx_st;

namespace carriel::op {

// SHA-256 as it grows; a copy goes its own way from there.
class Sha256
{
public:
    Sha256();
    Sha256(const Sha256 &other);
    Sha256(Sha256 &&) = default;
    Sha256 &operator=(const Sha256 &) = delete;
    Sha256 &operator=(Sha256 &&) = default;
    ~Sha256();
    void add(QByteArrayView bytes);
    QByteArray result() const; // 32 raw bytes; more may be added afterwards

private:
    struct Free {
        void operator()(evp_md_ctx_st *ctx) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_ctx;
};

QByteArray sha256(QByteArrayView bytes);
QByteArray hmacSha256(QByteArrayView key, QByteArrayView bytes);
QByteArray randomBytes(int count);

QByteArray b64(const QByteArray &bytes);  // standard, with padding: JSON and digest fields
QByteArray b64u(const QByteArray &bytes); // base64url without padding: JWS, nonces, thumbprints
std::optional<QByteArray> fromB64(const QByteArray &text);
std::optional<QByteArray> fromB64u(const QByteArray &text);

// RFC 9530 with sha-256: `sha-256=:…=:` to 32 raw bytes and back. Other algorithms in the list are passed over.
std::optional<QByteArray> fromDigestField(const QByteArray &field);
QByteArray digestField(const QByteArray &raw);

QString newId();              // UUIDv7 (RFC 9562)
bool isId(QStringView text);  // [A-Za-z0-9_-]{1,64}
QString timeText(qint64 msSinceEpoch);
QString nowText();            // UTC with milliseconds, as on the wire
qint64 nowSeconds();

QByteArray compact(const QJsonObject &object);

} // namespace carriel::op
