// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator is, and who vouches for its citizens: the two documents that everything else is configured by.
// The issuer and the API's origin are pinned: the caller keeps what the first discovery said, and hands it back each time.
#pragma once

#include "core/remote/HttpTransport.h"

namespace carriel::remote {

// GET /.well-known/carpeta-ciudadana
struct OperatorDescription {
    QUrl api;          // https; base of every path
    QString issuer;
    QString clientId;
    QString audience;
    QStringList scopes;
    QStringList acrOrder; // weakest first
    QString operatorId;   // co:NIT:…
    QString operatorName;
    QStringList features;
    sync::Limits limits;
    QByteArray source; // the JSON it was read from, to be kept for a start without a network

    // From the weakest that is at least `wanted` up; `wanted` alone if the operator does not order it.
    QStringList acrAtLeast(const QString &wanted) const;
};

// GET {issuer}/.well-known/openid-configuration (OpenID Connect Discovery 1.0, RFC 8414)
struct ProviderDescription {
    QString issuer;
    QUrl authorization;
    QUrl token;
    QUrl jwks;
    QUrl revocation; // may be empty (RFC 7009)
    bool sendsIssuer = false; // RFC 9207
    QByteArray source;        // as above
};

struct Pin {
    QUrl api;       // only its origin counts
    QString issuer;
};

// notAnOperator, or operatorChanged against `pin`.
Result<OperatorDescription> readOperator(QByteArrayView json, const QUrl &url, const std::optional<Pin> &pin);
Result<ProviderDescription> readProvider(QByteArrayView json, const QString &issuer); // badProvider

// What did not come from the identity provider at `url`: it is told apart from an operator that does not answer.
Error providerError(const Error &error, const QUrl &url);

[[nodiscard]] CallPtr discoverOperator(HttpTransport &transport, const QUrl &url, std::optional<Pin> pin,
                                       std::function<void(Result<OperatorDescription>)> done);
[[nodiscard]] CallPtr discoverProvider(HttpTransport &transport, const QString &issuer,
                                       std::function<void(Result<ProviderDescription>)> done);

} // namespace carriel::remote
