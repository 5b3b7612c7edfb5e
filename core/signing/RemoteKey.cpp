// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/RemoteKey.h"

#include "core/base/BaseErrors.h"
#include "core/base/Random.h"
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/signing/SigningErrors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace carriel::signing {

namespace {

constexpr QLatin1String sha256Oid("2.16.840.1.101.3.4.2.1"), rsaOid("1.2.840.113549.1.1.11"),
    rsaPlainOid("1.2.840.113549.1.1.1"), ecOid("1.2.840.10045.4.3.2");
constexpr qsizetype mostCredentials = 50;
constexpr int mostTogether = 20; // each digest is part of an address

Error refused(const char *reason, const QString &detail = {})
{
    return {errors::remoteRefused, {{QStringLiteral("reason"), QString::fromLatin1(reason)}}, detail};
}

// What a service says by status alone: an authorisation that is wrong, used or expired.
Error told(const Error &error)
{
    const int status = error.params.value(QStringLiteral("status")).toInt();
    if (status == 400 || status == 401 || status == 403)
        return refused(status == 401 ? "expired" : "refused", QString::number(status));
    return error;
}

Result<QJsonObject> objectIn(const Result<QByteArray> &answer)
{
    if (!answer.ok())
        return told(answer.error());
    const QJsonDocument document = QJsonDocument::fromJson(answer.value());
    if (!document.isObject())
        return refused("protocol");
    return document.object();
}

} // namespace

RemoteService::RemoteService(QUrl address, QString client, std::shared_ptr<RemoteDoor> door)
    : m_address(std::move(address)), m_client(std::move(client)), m_door(std::move(door))
{
}

void RemoteService::enter(const QUrl &address, const QString &client, std::shared_ptr<RemoteDoor> door, Entered done)
{
    if (!address.isValid() || !mayCarrySecrets(address))
        return done(Error{carriel::errors::badInput, {{QStringLiteral("what"), address.toString()}}, {}});
    const std::shared_ptr<RemoteService> self(new RemoteService(address, client, std::move(door)));
    self->call(QStringLiteral("info"), {}, [self, done](const Result<QJsonObject> &info) {
        if (!info.ok())
            return done(info.error());
        self->m_oauth = QUrl(info.value().value(QLatin1String("oauth2")).toString());
        if (!info.value().value(QLatin1String("specs")).toString().startsWith(QLatin1String("2.")) ||
            !self->m_oauth.isValid() || !mayCarrySecrets(self->m_oauth))
            return done(refused("protocol", QStringLiteral("info")));
        self->authorise(
            {{QStringLiteral("scope"), QStringLiteral("service")}}, [self, done](const Result<QByteArray> &token) {
                if (!token.ok())
                    return done(token.error());
                self->m_bearer = token.value();
                self->call(QStringLiteral("credentials/list"), {}, [self, done](const Result<QJsonObject> &found) {
                    if (!found.ok())
                        return done(found.error());
                    QStringList ids;
                    for (const QJsonValue &one : found.value().value(QLatin1String("credentialIDs")).toArray())
                        ids += one.toString();
                    self->list(ids.mid(0, mostCredentials), done);
                });
            });
    });
}

void RemoteService::list(QStringList ids, Entered done)
{
    if (ids.isEmpty())
        return done(shared_from_this());
    const QString id = ids.takeFirst();
    describe(id, [self = shared_from_this(), ids, done](const Result<RemoteCredential> &one) {
        if (one.ok())
            self->m_credentials += one.value();
        else if (one.error().code != errors::remoteRefused)
            return done(one.error());
        self->list(ids, done); // one that cannot be used here hides no other
    });
}

void RemoteService::describe(const QString &id, std::function<void(Result<RemoteCredential>)> done)
{
    const QJsonObject what{{QStringLiteral("credentialID"), id},
                           {QStringLiteral("certificates"), QStringLiteral("chain")},
                           {QStringLiteral("certInfo"), false},
                           {QStringLiteral("authInfo"), true}};
    call(QStringLiteral("credentials/info"), what, [id, done](const Result<QJsonObject> &answer) {
        if (!answer.ok())
            return done(answer.error());
        const QJsonObject key = answer.value().value(QLatin1String("key")).toObject();
        const QJsonArray chain =
            answer.value().value(QLatin1String("cert")).toObject().value(QLatin1String("certificates")).toArray();
        QList<crypto::Certificate> certificates;
        for (const QJsonValue &one : chain) {
            const auto read = crypto::Certificate::fromDer(QByteArray::fromBase64(one.toString().toLatin1()));
            if (!read.ok())
                return done(refused("protocol", QStringLiteral("certificate")));
            certificates += read.value();
        }
        if (certificates.isEmpty())
            return done(refused("protocol", QStringLiteral("no certificate")));
        QString algorithm;
        for (const QJsonValue &one : key.value(QLatin1String("algo")).toArray()) {
            const QString oid = one.toString();
            if (oid == rsaOid || oid == ecOid || (oid == rsaPlainOid && algorithm.isEmpty()))
                algorithm = oid;
        }
        if (algorithm.isEmpty())
            return done(refused("algorithm"));
        done(RemoteCredential{id, certificates.first(), certificates.mid(1), algorithm,
                              key.value(QLatin1String("status")).toString() == QLatin1String("enabled"),
                              qBound(1, answer.value().value(QLatin1String("multisign")).toInt(1), mostTogether)});
    });
}

std::shared_ptr<KeySource> RemoteService::key(const QString &id)
{
    return keys(id, 1).value(0);
}

int RemoteService::together(const QString &id) const
{
    for (const RemoteCredential &one : m_credentials) {
        if (one.id == id)
            return one.together;
    }
    return 1;
}

QList<std::shared_ptr<KeySource>> RemoteService::keys(const QString &id, int count)
{
    for (const RemoteCredential &one : std::as_const(m_credentials)) {
        if (one.id == id)
            return SignTogether::keys(count, one.certificate, one.chain,
                                      [self = shared_from_this(), one](const QByteArrayList &what, auto done) {
                                          self->sign(one, what, std::move(done));
                                      });
    }
    return {};
}

// OAuth 2 with a code and PKCE (RFC 7636).
void RemoteService::authorise(const QList<std::pair<QString, QString>> &what, Token done)
{
    const QByteArray verifier = crypto::toBase64Url(SystemRandom().bytes(32));
    QUrl address(m_oauth);
    address.setPath(m_oauth.path() + QStringLiteral("/oauth2/authorize"));
    QUrlQuery query;
    query.setQueryItems(
        {{QStringLiteral("response_type"), QStringLiteral("code")},
         {QStringLiteral("client_id"), m_client},
         {QStringLiteral("code_challenge_method"), QStringLiteral("S256")},
         {QStringLiteral("code_challenge"), QString::fromLatin1(crypto::toBase64Url(crypto::sha256(verifier)))},
         {QStringLiteral("lang"), QStringLiteral("es-CO")}});
    for (const auto &[name, value] : what)
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    address.setQuery(query);
    m_door->authorise(address, [self = shared_from_this(), verifier, done](const Result<RemoteDoor::Back> &back) {
        if (!back.ok())
            return done(back.error());
        QUrlQuery form;
        const auto add = [&form](const char *name, const QString &value) {
            form.addQueryItem(QString::fromLatin1(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
        };
        add("grant_type", QStringLiteral("authorization_code"));
        add("code", back.value().code);
        add("client_id", self->m_client);
        add("redirect_uri", back.value().redirect.toString());
        add("code_verifier", QString::fromLatin1(verifier));
        HttpFetchRequest request;
        request.url = self->m_oauth;
        request.url.setPath(self->m_oauth.path() + QStringLiteral("/oauth2/token"));
        request.body = form.query(QUrl::FullyEncoded).toUtf8();
        request.contentType = "application/x-www-form-urlencoded";
        request.maxBytes = 64 * 1024;
        self->m_door->fetch().fetch(std::move(request), [done](const Result<QByteArray> &answer) {
            const auto object = objectIn(answer);
            if (!object.ok())
                return done(object.error());
            const QByteArray token = object.value().value(QLatin1String("access_token")).toString().toLatin1();
            token.isEmpty() ? done(refused("protocol", QStringLiteral("token"))) : done(token);
        });
    });
}

void RemoteService::call(const QString &method, const QJsonObject &body, std::function<void(Result<QJsonObject>)> done)
{
    HttpFetchRequest request;
    request.url = m_address;
    request.url.setPath(m_address.path() + u'/' + method);
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.contentType = "application/json";
    request.maxBytes = 1 << 20;
    if (!m_bearer.isEmpty())
        request.authorization = "Bearer " + m_bearer;
    m_door->fetch().fetch(std::move(request), [done](const Result<QByteArray> &answer) { done(objectIn(answer)); });
}

void RemoteService::sign(const RemoteCredential &with, const QByteArrayList &toBeSigned, SignTogether::Values done)
{
    const auto self = shared_from_this();
    describe(with.id, [self, with, toBeSigned, done](const Result<RemoteCredential> &now) {
        if (!now.ok())
            return done(now.error());
        // Another certificate under the same name must not sign in the name of the one that was shown.
        if (!(now.value().certificate == with.certificate))
            return done(Error{errors::keyUnsuitable, {{QStringLiteral("reason"), QStringLiteral("pair")}}, {}});
        if (!now.value().enabled)
            return done(refused("disabled"));
        QStringList named;
        QJsonArray hashes;
        for (const QByteArray &one : toBeSigned) {
            const QByteArray hash = crypto::sha256(one);
            named += QString::fromLatin1(crypto::toBase64Url(hash));
            hashes += QString::fromLatin1(hash.toBase64());
        }
        self->authorise({{QStringLiteral("scope"), QStringLiteral("credential")},
                         {QStringLiteral("credentialID"), with.id},
                         {QStringLiteral("numSignatures"), QString::number(hashes.size())},
                         {QStringLiteral("hashes"), named.join(u',')},
                         {QStringLiteral("hashAlgorithmOID"), QString(sha256Oid)}},
                        [self, with, hashes, done](const Result<QByteArray> &allowed) {
                            if (!allowed.ok())
                                return done(allowed.error());
                            const QJsonObject what{{QStringLiteral("credentialID"), with.id},
                                                   {QStringLiteral("SAD"), QString::fromLatin1(allowed.value())},
                                                   {QStringLiteral("hashes"), hashes},
                                                   {QStringLiteral("hashAlgorithmOID"), QString(sha256Oid)},
                                                   {QStringLiteral("signAlgo"), with.algorithm},
                                                   {QStringLiteral("operationMode"), QStringLiteral("S")}};
                            self->call(QStringLiteral("signatures/signHash"), what,
                                       [done, count = hashes.size()](const Result<QJsonObject> &answer) {
                                           if (!answer.ok())
                                               return done(answer.error());
                                           QByteArrayList values;
                                           for (const QJsonValue &one :
                                                answer.value().value(QLatin1String("signatures")).toArray())
                                               values += QByteArray::fromBase64(one.toString().toLatin1());
                                           if (values.size() != count || values.contains(QByteArray()))
                                               return done(refused("protocol", QStringLiteral("signatures")));
                                           done(values); // whoever asked checks each against the certificate
                                       });
                        });
    });
}

} // namespace carriel::signing
