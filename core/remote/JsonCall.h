// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/remote: requests whose answer is one JSON object.
#pragma once

#include "core/crypto/StrictJson.h"
#include "core/remote/ApiClient.h"
#include "core/remote/WireValues.h"

#include <type_traits>

namespace carriel::remote {

inline Result<QJsonObject> jsonOf(const HttpResponse &response, qsizetype maxBytes = 1 << 20)
{
    if (!response.isJson())
        return wire::protocolError(QStringLiteral("not JSON"));
    auto object = crypto::parseStrictObject(response.body, maxBytes);
    if (!object.ok())
        return wire::protocolError(object.error().detail);
    return object;
}

// `read` makes the answer from the response: Result<T>(const HttpResponse &).
template <typename T, typename Read> CallPtr send(ApiClient &client, ApiRequest request, Read read, sync::Done<T> done)
{
    return client.send(std::move(request), [read = std::move(read), done = std::move(done)](sync::Answer<HttpResponse> answer) {
        if (const auto *trouble = std::get_if<Trouble>(&answer))
            return done(*trouble);
        Result<T> value = read(std::get<HttpResponse>(answer));
        if (value.ok())
            done(std::move(value).value());
        else
            done(troubleOf(value.error()));
    });
}

// `read`: Result<T>(const QJsonObject &).
template <typename T> auto fromJson(Result<T> (*read)(const QJsonObject &))
{
    return [read](const HttpResponse &response) -> Result<T> {
        CARRIEL_TRY(const QJsonObject object, jsonOf(response));
        return read(object);
    };
}

inline HttpHeader idempotencyKey(const QString &key)
{
    return {"Idempotency-Key", QByteArray('"' + key.toLatin1() + '"')};
}

} // namespace carriel::remote
