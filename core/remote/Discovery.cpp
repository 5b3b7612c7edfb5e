// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/Discovery.h"

#include "core/crypto/StrictJson.h"
#include "core/remote/RemoteErrors.h"

namespace carriel::remote {

namespace {
constexpr qsizetype maxDocument = 256 * 1024;

Error notAnOperator(const QUrl &url, const QString &detail)
{
    return {errors::notAnOperator, {{QStringLiteral("host"), url.host()}}, detail};
}

Error badProvider(const char *what)
{
    const QString text = QString::fromLatin1(what);
    return {errors::badProvider, {{QStringLiteral("what"), text}}, text};
}

Error changed(const char *what, const QString &expected, const QString &found)
{
    return {errors::operatorChanged,
            {{QStringLiteral("what"), QString::fromLatin1(what)}, {QStringLiteral("expected"), expected}, {QStringLiteral("found"), found}},
            {}};
}

QString text(const QJsonObject &o, const char *name)
{
    return o.value(QLatin1String(name)).toString();
}

QUrl httpsUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool good = url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty() &&
                      url.userInfo().isEmpty() && !url.hasFragment();
    return good ? url : QUrl();
}

QStringList texts(const QJsonObject &o, const char *name)
{
    QStringList out;
    const QJsonArray array = o.value(QLatin1String(name)).toArray();
    for (const QJsonValue &value : array) {
        if (value.isString() && value.toString().size() <= 256 && out.size() < 64)
            out.append(value.toString());
    }
    return out;
}

// A number of the operator's between bounds that this program can live with; what is missing keeps its default.
template <typename T> void bounded(const QJsonObject &o, const char *name, qint64 least, qint64 most, T &out)
{
    const qint64 value = o.value(QLatin1String(name)).toInteger(-1);
    if (value >= 0)
        out = T(std::clamp(value, least, most));
}

// Single signs of an operator's rule; half of one that takes two is none.
QString signs(const QString &text)
{
    QString out;
    for (const QChar c : text.left(128)) {
        if (!c.isSurrogate())
            out.append(c);
    }
    return out;
}

sync::Limits readLimits(const QJsonObject &document, const QStringList &features)
{
    sync::Limits limits;
    const QJsonObject l = document.value(QLatin1String("limits")).toObject();
    bounded(l, "page_max", 1, 500, limits.pageMax);
    bounded(l, "upload_max", 0, qint64(1) << 42, limits.uploadMax);
    bounded(l, "append_max", 65536, 8388608, limits.appendMax);
    bounded(l, "parallel", 1, 64, limits.parallel);
    bounded(l, "requests_per_s", 1, 10000, limits.requestsPerSecond);
    bounded(l, "batch_max", 1, 500, limits.batchMax);
    bounded(l, "bundle_bytes", 65536, 67108864, limits.bundleBytes);
    bounded(l, "bundle_part_max", 1024, 8388608, limits.bundlePartMax);
    limits.bundleParts = limits.batchMax;
    const QJsonObject poll = document.value(QLatin1String("poll")).toObject();
    bounded(poll, "active_s", 5, 86400, limits.pollActive);
    bounded(poll, "idle_s", 5, 86400, limits.pollIdle);
    bounded(poll, "min_s", 1, 3600, limits.pollMin);

    const QJsonObject names = document.value(QLatin1String("names")).toObject();
    if (names.value(QLatin1String("forbidden_chars")).isString())
        limits.names.forbiddenChars = signs(text(names, "forbidden_chars"));
    if (names.value(QLatin1String("forbidden")).isArray())
        limits.names.forbiddenNames = texts(names, "forbidden");
    if (names.value(QLatin1String("no_trailing")).isString())
        limits.names.noTrailing = signs(text(names, "no_trailing"));
    if (names.value(QLatin1String("no_leading")).isString())
        limits.names.noLeading = signs(text(names, "no_leading"));
    limits.names.caseInsensitive = names.value(QLatin1String("case_insensitive")).toBool(true);
    bounded(l, "name_bytes", 16, 4096, limits.names.maxBytes);
    bounded(l, "depth", 1, 1000, limits.names.maxDepth);
    bounded(l, "meta_bytes", 1024, 1048576, limits.names.factsBytes);
    limits.events = features.contains(QLatin1String("sse"));
    limits.fixity = features.contains(QLatin1String("fixity"));
    limits.counts = features.contains(QLatin1String("count"));
    limits.epoch = text(document, "epoch");
    return limits;
}

// 200 with JSON, whatever a captive portal would rather send.
Result<QByteArray> jsonBody(const Result<HttpResponse> &response)
{
    if (!response.ok())
        return response.error();
    if (response.value().status != 200 || !response.value().isJson())
        return Error{errors::protocol, {{QStringLiteral("reason"), QStringLiteral("not JSON")}}, {}};
    return response.value().body;
}

HttpRequest getJson(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"Accept", "application/json"}};
    request.limits = {std::chrono::milliseconds(15000), std::chrono::milliseconds(30000), maxDocument};
    return request;
}
} // namespace

QStringList OperatorDescription::acrAtLeast(const QString &wanted) const
{
    const qsizetype at = acrOrder.indexOf(wanted);
    if (wanted.isEmpty())
        return {};
    return at < 0 ? QStringList{wanted} : acrOrder.mid(at);
}

Result<OperatorDescription> readOperator(QByteArrayView json, const QUrl &url, const std::optional<Pin> &pin)
{
    const auto document = crypto::parseStrictObject(json, maxDocument);
    if (!document.ok())
        return notAnOperator(url, document.error().detail);
    const QJsonObject &o = document.value();
    OperatorDescription out;
    out.source = json.toByteArray();
    out.api = httpsUrl(text(o, "api"));
    out.issuer = text(o, "issuer");
    out.clientId = text(o, "client_id");
    out.audience = text(o, "audience");
    out.scopes = texts(o, "scopes");
    out.acrOrder = texts(o, "acr_order");
    out.features = texts(o, "features");
    const QJsonObject party = o.value(QLatin1String("operator")).toObject();
    out.operatorId = text(party, "id");
    out.operatorName = text(party, "name").left(200);
    if (out.api.isEmpty() || out.api.hasQuery() || out.api.path().endsWith(QLatin1Char('/')))
        return notAnOperator(url, QStringLiteral("api"));
    if (httpsUrl(out.issuer).isEmpty() || out.clientId.isEmpty() || !out.scopes.contains(QLatin1String("openid")))
        return notAnOperator(url, QStringLiteral("login"));
    if (!texts(o, "digests").contains(QLatin1String("sha-256")) || text(o, "epoch").isEmpty())
        return notAnOperator(url, QStringLiteral("protocol"));
    // The protocol has one form of a name; whoever asks for another would refuse ours one by one.
    const QJsonValue form = o.value(QLatin1String("names")).toObject().value(QLatin1String("normalization"));
    if (!form.isUndefined() && form.toString() != QLatin1String("NFC"))
        return notAnOperator(url, QStringLiteral("names"));
    if (pin && out.issuer != pin->issuer)
        return changed("issuer", pin->issuer, out.issuer);
    if (pin && !sameOrigin(out.api, pin->api))
        return changed("api", pin->api.toString(), out.api.toString());
    out.limits = readLimits(o, out.features);
    return out;
}

Result<ProviderDescription> readProvider(QByteArrayView json, const QString &issuer)
{
    const auto document = crypto::parseStrictObject(json, maxDocument);
    if (!document.ok())
        return badProvider("configuration");
    const QJsonObject &o = document.value();
    if (text(o, "issuer") != issuer)
        return badProvider("issuer");
    ProviderDescription out;
    out.source = json.toByteArray();
    out.issuer = issuer;
    out.authorization = httpsUrl(text(o, "authorization_endpoint"));
    out.token = httpsUrl(text(o, "token_endpoint"));
    out.jwks = httpsUrl(text(o, "jwks_uri"));
    out.revocation = httpsUrl(text(o, "revocation_endpoint"));
    out.sendsIssuer = o.value(QLatin1String("authorization_response_iss_parameter_supported")).toBool();
    if (out.authorization.isEmpty() || out.token.isEmpty() || out.jwks.isEmpty())
        return badProvider("endpoints");
    if (!texts(o, "code_challenge_methods_supported").contains(QLatin1String("S256")))
        return badProvider("PKCE");
    return out;
}

Error providerError(const Error &error, const QUrl &url)
{
    if (error.code != errors::unreachable && error.code != errors::deadline)
        return error;
    return {errors::providerAway, {{QStringLiteral("host"), url.host()}}, error.detail};
}

CallPtr discoverOperator(HttpTransport &transport, const QUrl &url, std::optional<Pin> pin,
                         std::function<void(Result<OperatorDescription>)> done)
{
    QUrl wellKnown = url;
    wellKnown.setPath(QStringLiteral("/.well-known/carpeta-ciudadana"));
    wellKnown.setQuery(QString());
    wellKnown.setFragment(QString());
    return transport.send(getJson(wellKnown), [url, pin = std::move(pin), done = std::move(done)](Result<HttpResponse> response) {
        // Somebody else's server knows nothing of our request id: say that no operator is there, rather than "protocol".
        if (!response.ok() && response.error().code == errors::protocol)
            return done(notAnOperator(url, response.error().detail));
        const bool answered = response.ok();
        const auto body = jsonBody(response);
        if (!body.ok())
            return done(answered ? notAnOperator(url, body.error().detail) : body.error());
        done(readOperator(body.value(), url, pin));
    });
}

CallPtr discoverProvider(HttpTransport &transport, const QString &issuer, std::function<void(Result<ProviderDescription>)> done)
{
    HttpRequest request = getJson(QUrl(issuer + QLatin1String("/.well-known/openid-configuration")));
    request.requireEcho = false;
    return transport.send(std::move(request), [issuer, done = std::move(done)](Result<HttpResponse> response) {
        const auto body = jsonBody(response);
        done(body.ok() ? readProvider(body.value(), issuer) : providerError(body.error(), QUrl(issuer)));
    });
}

} // namespace carriel::remote
