// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operator/TestEntity.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Jwe.h"
#include "reference-operator/Jws.h"
#include "reference-operator/acts/Procedures.h"
#include "tests/operator/Pki.h"

#include <QJsonDocument>
#include <QUrl>

namespace carriel::op::test {

using namespace Qt::StringLiterals;

namespace {

QString kidOf(const KeyPtr &key)
{
    return QString::fromLatin1(*thumbprint(jwkOf(key)));
}

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}

QString digest(const QByteArray &bytes)
{
    return text(b64u(sha256(bytes)));
}

const QString acceptance = u"http://uri.etsi.org/19522/Event/ConsignmentAcceptance"_s;

} // namespace

TestEntity::TestEntity(TestOperator &op, QString id, QString procedure)
    : m_op(op), m_id(std::move(id)), m_procedure(std::move(procedure)), m_sign(makeKey()), m_client(makeKey())
{
}

QJsonObject TestEntity::registration() const
{
    return {{u"id"_s, m_id},
            {u"name"_s, u"Entidad de prueba"_s},
            {u"client"_s, jwkOf(m_client)},
            {u"keys"_s, QJsonArray{QJsonObject{{u"use"_s, u"sign"_s}, {u"jwk"_s, jwkOf(m_sign)}}}},
            {u"origins"_s, QJsonArray{u"https://entidad.example"_s}},
            {u"procedures"_s, QJsonArray{QJsonObject{{u"id"_s, m_procedure},
                                                     {u"title"_s, u"Trámite de prueba"_s},
                                                     {u"classes"_s, QJsonArray{u"notification"_s, u"communication"_s}},
                                                     {u"regimes"_s, QJsonArray{u"cpaca-56"_s, u"comunicacion"_s}},
                                                     {u"consent_text"_s, consentText()}}}}};
}

QByteArray TestEntity::assertion(const Change &change) const
{
    const QString client = QString(u"entity-"_s + m_id.section(u':', 2));
    QJsonObject claims{{u"iss"_s, client},
                       {u"sub"_s, client},
                       {u"aud"_s, QString(m_op.apiUrl() + u"/entity-token"_s)},
                       {u"iat"_s, nowSeconds()},
                       {u"exp"_s, nowSeconds() + 120},
                       {u"jti"_s, newId()}};
    if (change)
        change(claims);
    return signJws(u"JWT"_s, kidOf(m_client), claims, m_client);
}

Reply TestEntity::askToken(const QByteArray &assertion, const QByteArray &scope) const
{
    const QByteArray form = QByteArray(
        "grant_type=client_credentials&client_assertion_type="
        "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=" +
        assertion + (scope.isEmpty() ? QByteArray() : QByteArray("&scope=" + QUrl::toPercentEncoding(text(scope)))));
    return m_op.call("POST", u"/entity-token"_s, {{"Content-Type", "application/x-www-form-urlencoded"}}, form, "");
}

QByteArray TestEntity::token()
{
    if (m_token.isEmpty() || m_tokenAge.hasExpired(120'000)) { // it lives five minutes, and on a busy machine a test longer
        m_tokenAge.start();
        m_token = askToken(assertion()).json().value("access_token"_L1).toString().toLatin1();
    }
    return m_token;
}

Reply TestEntity::call(const char *method, const QString &path, const QJsonObject &body, const std::string &key)
{
    if (qstrcmp(method, "GET") == 0)
        return m_op.call(method, path, {}, {}, token());
    return m_op.json(method, path, {{"Idempotency-Key", key}, {"If-None-Match", "*"}}, body, token());
}

QString TestEntity::upload(const QByteArray &cipher)
{
    const QByteArray part =
        QByteArray("--b\r\nContent-ID: <c>\r\nContent-Length: " + QByteArray::number(cipher.size()) +
                   "\r\nRepr-Digest: " + digestField(sha256(cipher)) + "\r\n\r\n" + cipher + "\r\n--b--\r\n");
    const Reply reply = m_op.call("POST", u"/entity/uploads/bundle"_s,
                                  {{"Content-Type", "multipart/mixed; boundary=b"}}, part, token());
    return reply.json()
        .value("items"_L1)
        .toArray()
        .at(0)
        .toObject()
        .value("blob"_L1)
        .toObject()
        .value("id"_L1)
        .toString();
}

TestEntity::Made TestEntity::make(const QString &person, const QJsonObject &consent, const Change &change,
                                  const Change &share)
{
    if (m_sealKey.isEmpty())
        m_sealKey =
            m_op.call("GET", u"!/.well-known/carpeta-ciudadana"_s, {}, {}, "").json().value("seal_key"_L1).toObject();
    const bool notifies = !consent.isEmpty();
    const LegalText warning = findWarning(notifies ? u"cpaca-56-es-1"_s : u"comunicacion-es-1"_s)->text;
    Made made;
    made.id = newId();
    made.a = randomBytes(32);
    made.cipher = randomBytes(300);
    made.seal = {{u"v"_s, 1},
                 {u"id"_s, made.id},
                 {u"iss"_s, m_id},
                 {u"aud"_s, m_op.apiUrl()},
                 {u"sub"_s, person},
                 {u"iat"_s, nowSeconds()},
                 {u"class"_s, notifies ? u"notification"_s : u"communication"_s},
                 {u"regime"_s, notifies ? u"cpaca-56"_s : u"comunicacion"_s},
                 {u"procedure"_s, m_procedure},
                 {u"case"_s, u"2026-118"_s},
                 {u"consent"_s, notifies ? QJsonValue(consent) : QJsonValue()},
                 {u"title"_s, u"Acto administrativo"_s},
                 {u"sensitivity"_s, u"normal"_s},
                 {u"not_before"_s, nowSeconds()},
                 {u"expires"_s, QJsonValue()},
                 {u"open"_s, QJsonObject{{u"acr"_s, notifies ? u"high"_s : u"low"_s},
                                         {u"max_age"_s, 300},
                                         {u"signer"_s, QJsonArray{u"device"_s}},
                                         {u"warning"_s, QJsonObject{{u"id"_s, warning.id},
                                                                    {u"sha256"_s, text(b64u(warning.sha256))}}}}},
                 {u"content"_s, QJsonObject{{u"profile"_s, u"sealed-1"_s},
                                            {u"enc"_s, u"aes128gcm"_s},
                                            {u"cipher_sha256"_s, digest(made.cipher)},
                                            {u"cipher_size"_s, made.cipher.size()},
                                            {u"plain_sha256"_s, digest("claro")},
                                            {u"type"_s, u"application/vnd.etsi.asic-e+zip"_s}}},
                 {u"key"_s, QJsonObject{{u"a_sha256"_s, digest(made.a)}}}};
    if (change)
        change(made.seal);
    QJsonObject plain{{u"notification"_s, made.id}, {u"entity"_s, m_id}, {u"a"_s, text(b64u(made.a))}};
    if (share)
        share(plain);
    made.body = {{u"seal"_s, text(sign(u"carpeta-seal+json"_s, made.seal))},
                 {u"blob"_s, upload(made.cipher)},
                 {u"a"_s, text(*encryptJwe(m_sealKey, compact(plain)))}};
    return made;
}

Reply TestEntity::deposit(const Made &made)
{
    return call("PUT", QString(u"/entity/notifications/"_s + made.id), made.body);
}

QByteArray TestEntity::sign(const QString &typ, const QJsonObject &payload, const QJsonArray &x5c) const
{
    return signJws(typ, kidOf(m_sign), payload, m_sign, x5c);
}

QJsonObject TestEntity::consentOf(const QString &person)
{
    const Reply reply = call("POST", QString(u"/entity/procedures/"_s + m_procedure + u"/subscribers"_s),
                             {{u"persons"_s, QJsonArray{person}}});
    return reply.json().value("answers"_L1).toArray().at(0).toObject().value("consent"_L1).toObject();
}

TestDevice::TestDevice(const TestOperator &op, QString folder, QString person, QString id)
    : m_op(op), m_folder(std::move(folder)), m_person(std::move(person)), m_id(std::move(id)), m_ds(makeKey()),
      m_de(makeX25519()), m_r(randomBytes(32))
{
}

QJsonObject TestDevice::de() const
{
    return x25519JwkOf(m_de);
}

QByteArray TestDevice::nonce() const
{
    return b64u(sha256(QByteArray(m_r + *thumbprint(jwkOf(m_ds)) + *thumbprint(de()))));
}

QByteArray TestDevice::token(const QJsonObject &overrides) const
{
    QJsonObject claims{{u"nonce"_s, text(nonce())}};
    for (auto it = overrides.begin(); it != overrides.end(); ++it)
        claims.insert(it.key(), it.value());
    return m_op.token(m_person, claims);
}

QString TestDevice::in(const QString &path) const
{
    return QString(u"/folders/"_s + m_folder + path);
}

Reply TestDevice::bind() const
{
    return m_op.json("PUT", in(QString(u"/devices/"_s + m_id)),
                     {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}},
                     {{u"name"_s, m_id},
                      {u"ds"_s, jwkOf(m_ds)},
                      {u"de"_s, de()},
                      {u"binding"_s,
                       QJsonObject{{u"r"_s, text(b64u(m_r))}, {u"id_token"_s, text(m_op.idToken(m_person, nonce()))}}}},
                     token());
}

QByteArray TestDevice::statement() const
{
    return m_op.call("GET", in(QString(u"/devices/"_s + m_id)), {}, {}, token())
        .json()
        .value("statement"_L1)
        .toString()
        .toLatin1();
}

QByteArray TestDevice::sign(const QString &typ, const QJsonObject &payload) const
{
    return signJws(typ, kidOf(m_ds), payload, m_ds);
}

Reply TestDevice::giveConsent(const QString &consent, const TestEntity &entity, const Change &change) const
{
    QJsonObject statement{{u"v"_s, 1},
                          {u"id"_s, consent},
                          {u"action"_s, u"give"_s},
                          {u"sub"_s, m_person},
                          {u"entity"_s, entity.id()},
                          {u"procedure"_s, entity.procedure()},
                          {u"text_id"_s, QString(entity.procedure() + u"-1"_s)},
                          {u"text_sha256"_s, digest(TestEntity::consentText().toUtf8())},
                          {u"shown_at"_s, nowSeconds()},
                          {u"iat"_s, nowSeconds()}};
    if (change)
        change(statement);
    return m_op.json(
        "PUT", in(QString(u"/consents/"_s + consent)), {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}},
        {{u"statement"_s, text(sign(u"carpeta-consent+json"_s, statement))}, {u"device"_s, m_id}}, token());
}

Reply TestDevice::withdraw(const QString &consent, const TestEntity &entity) const
{
    const QJsonObject given = m_op.call("GET", in(QString(u"/consents/"_s + consent)), {}, {}, token()).json();
    const QJsonObject statement{{u"v"_s, 1},
                                {u"id"_s, consent},
                                {u"action"_s, u"withdraw"_s},
                                {u"sub"_s, m_person},
                                {u"entity"_s, entity.id()},
                                {u"procedure"_s, entity.procedure()},
                                {u"text_id"_s, QString(entity.procedure() + u"-1"_s)},
                                {u"text_sha256"_s, digest(TestEntity::consentText().toUtf8())},
                                {u"given_sha256"_s, given.value("sha256"_L1)},
                                {u"shown_at"_s, nowSeconds()},
                                {u"iat"_s, nowSeconds()}};
    return m_op.json("PUT", in(QString(u"/consents/"_s + consent + u"/withdrawal"_s)),
                     {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}},
                     {{u"statement"_s, text(sign(u"carpeta-consent+json"_s, statement))}, {u"device"_s, m_id}},
                     token());
}

QJsonObject TestDevice::get(const QString &notification) const
{
    return m_op.call("GET", in(QString(u"/notifications/"_s + notification)), {}, {}, token()).json();
}

Reply TestDevice::opening(const QString &notification) const
{
    return m_op.call("GET", in(QString(u"/notifications/"_s + notification + u"/opening"_s)), {}, {}, token());
}

QByteArray TestDevice::receipt(const QJsonObject &notification, const QJsonObject &opening, const Change &change) const
{
    const QByteArray seal = notification.value("seal"_L1).toString().toLatin1();
    const QJsonObject sealed = parseJws(seal)->payload;
    QJsonObject payload{
        {u"iss"_s, QString(u"urn:carpeta:key:"_s + kidOf(m_ds))},
        {u"jti"_s, newId()},
        {u"sub"_s, m_person},
        {u"iat"_s, nowSeconds()},
        {u"text"_s, u"Acuse de recibo. Solo tiene efecto si el operador registra el acceso."_s},
        {u"events"_s,
         QJsonObject{
             {acceptance,
              QJsonObject{{u"notification"_s, notification.value("id"_L1)},
                          {u"seal_sha256"_s, digest(seal)},
                          {u"head"_s, opening.value("head"_L1)},
                          {u"challenge"_s, opening.value("challenge"_L1)},
                          {u"warning_sha256"_s,
                           sealed.value("open"_L1).toObject().value("warning"_L1).toObject().value("sha256"_L1)},
                          {u"regime"_s, sealed.value("regime"_L1)}}}}}};
    if (change)
        change(payload);
    return sign(u"secevent+jwt"_s, payload);
}

Reply TestDevice::acknowledge(const QString &notification, const QByteArray &receipt, const std::string &key,
                              const QByteArray &idToken) const
{
    return m_op.json("PUT", in(QString(u"/notifications/"_s + notification + u"/acknowledgement"_s)),
                     {{"If-None-Match", "*"}, {"Idempotency-Key", key}},
                     {{u"receipt"_s, text(receipt)},
                      {u"device"_s, text(statement())},
                      {u"id_token"_s, idToken.isEmpty() ? QJsonValue() : QJsonValue(text(idToken))}},
                     token());
}

Reply TestDevice::fetch(const QString &notification, const QString &challenge) const
{
    return m_op.call("GET",
                     in(QString(u"/notifications/"_s + notification + u"/acknowledgement?device="_s + m_id +
                                u"&challenge="_s + challenge)),
                     {}, {}, token());
}

QByteArray TestDevice::keyIn(const Reply &reply) const
{
    const auto plain = decryptJwe(m_de, reply.json().value("key"_L1).toString().toLatin1());
    return plain ? fromB64u(QJsonDocument::fromJson(*plain).object().value("a"_L1).toString().toLatin1())
                       .value_or(QByteArray())
                 : QByteArray();
}

} // namespace carriel::op::test
