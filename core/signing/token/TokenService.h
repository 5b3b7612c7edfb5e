// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The child's half of the conversation with a card: one JSON object a line, in and out; bytes as base64.
//   {"do":"list","uri":U}                → {"tokens":[{label, locked, lastTry, pad}],"keys":[{uri, token, label,
//   certificate}]}
//   {"do":"open","uri":U,"mayBeLast":B}  → {"certificate":…,"others":[…]}; the PIN came by a pipe of its own
//   {"do":"sign","bytes":…}              → {"signature":…}
// What fails: {"error":{code, params, detail}}.
#pragma once

#include "core/signing/token/TokenSession.h"

#include <QJsonObject>

namespace carriel::signing {

class TokenService
{
public:
    explicit TokenService(SecretBytes pin) : m_pin(std::move(pin)) {}
    QJsonObject answer(const QJsonObject &request);

private:
    Result<QJsonObject> done(const QJsonObject &request);
    Result<QJsonObject> list(const QString &uri);
    Result<QJsonObject> open(const QString &uri, bool mayBeLast);

    SecretBytes m_pin;
    std::unique_ptr<TokenSession> m_session;
};

} // namespace carriel::signing
