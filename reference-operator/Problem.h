// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is answered when a request is refused (RFC 9457), thrown inside the operator and written once, by the server.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <utility>
#include <vector>

namespace carriel::op {

class Problem
{
public:
    // `code` is one of docs/protocol/openapi.yaml; an unknown one becomes 500.
    explicit Problem(const char *code);

    Problem &with(const char *key, const QJsonValue &value);
    Problem &header(const char *name, const QByteArray &value);
    Problem &retryAfter(int seconds);

    int status() const { return m_status; }
    const char *code() const { return m_code; }
    const std::vector<std::pair<QByteArray, QByteArray>> &headers() const { return m_headers; }
    QJsonObject json(const QString &correlationId) const;

private:
    const char *m_code;
    int m_status = 500;
    bool m_retryable = false;
    const char *m_message = nullptr;
    QJsonObject m_extra;
    std::vector<std::pair<QByteArray, QByteArray>> m_headers;
};

} // namespace carriel::op
