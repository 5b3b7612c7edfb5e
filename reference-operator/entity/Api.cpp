// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/entity/Api.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/Jws.h"

#include <QFile>
#include <QJsonDocument>
#include <QUrl>
#include <algorithm>
#include <chrono>
#include <thread>

namespace carriel::entity {

using namespace Qt::StringLiterals;

namespace {

constexpr int attempts = 6;
constexpr int patience = 30; // seconds that the operator may ask to wait; longer is for whoever runs this to decide
constexpr qsizetype bundledAtMost = 1 << 20; // one part of a bundle
constexpr qsizetype bundleAtMost = 32 << 20;

QString wordsOf(int status, const QJsonObject &problem)
{
    const QString reason = problem.value("reason"_L1).toString();
    const QString code = problem.value("code"_L1).toString(problem.value("error"_L1).toString(QString::number(status)));
    return reason.isEmpty() ? code : QString(code + u": "_s + reason);
}

} // namespace

struct Api::Answer
{
    int status = 0;
    QByteArray body;
    QByteArray location;
    qint64 offset = -1;
    QByteArray digest; // Repr-Digest
    int retryAfter = 0;
};

QString Refused::code() const
{
    for (const QString &name : {u"code"_s, u"error"_s}) {
        if (const QString code = m_problem.value(name).toString(); !code.isEmpty())
            return code;
    }
    return m_status == 401 ? u"unauthorized"_s : u"refused"_s;
}

Refused::Refused(int status, QJsonObject problem, int retryAfter)
    : std::runtime_error(wordsOf(status, problem).toStdString()), m_status(status), m_problem(std::move(problem)),
      m_retryAfter(retryAfter)
{
}

Api::Api(const Home &home) : m_home(home)
{
    const QUrl url(home.address);
    if (url.scheme() != u"https" || url.host().isEmpty())
        throw std::runtime_error("the operator's address begins with https://");
    m_http = std::make_unique<httplib::SSLClient>(url.host().toStdString(), url.port(443));
    if (!home.ca.isEmpty())
        m_http->set_ca_cert_path(QFile::encodeName(home.ca).constData());
    m_http->enable_server_certificate_verification(true);
    m_http->set_keep_alive(true);
    m_http->set_tcp_nodelay(true);
    m_http->set_connection_timeout(10);
    m_http->set_read_timeout(120);
    m_http->set_write_timeout(120);
    m_http->set_follow_location(false);
    const Answer answer = send("GET", u"!/.well-known/carpeta-ciudadana"_s, {}, nullptr, {}, false);
    m_discovery = QJsonDocument::fromJson(answer.body).object();
    if (answer.status != 200 || !api().startsWith(QString(home.address + u'/')))
        throw std::runtime_error("this is no operator, or one that calls itself by another address");
}

Api::~Api() = default;

QString Api::api() const
{
    return m_discovery.value("api"_L1).toString();
}

qint64 Api::largest() const
{
    return m_discovery.value("limits"_L1).toObject().value("notification_bytes"_L1).toInteger(64 << 20);
}

void Api::refuse(const Answer &answer)
{
    throw Refused(answer.status, QJsonDocument::fromJson(answer.body).object(), answer.retryAfter);
}

Api::Answer Api::send(const char *method, const QString &path, const QByteArray &body, const char *mediaType,
                      const QList<std::pair<QByteArray, QByteArray>> &headers, bool asEntity)
{
    httplib::Request request;
    request.method = method;
    if (path.startsWith(u'!'))
        request.path = path.mid(1).toStdString();
    else
        request.path = QString(QUrl(api()).path() + path).toStdString();
    for (const auto &[name, value] : headers)
        request.set_header(name.toStdString(), value.toStdString());
    if (mediaType)
        request.set_header("Content-Type", mediaType);
    request.body = body.toStdString();
    for (int attempt = 1;; ++attempt) {
        httplib::Request copy = request;
        if (asEntity)
            copy.set_header("Authorization", "Bearer " + token().toStdString());
        const auto result = m_http->send(copy);
        const bool again = !result || result->status == 429 || result->status == 503 || result->status == 502 ||
                           result->status == 504 ||
                           (result->status == 409 && result->body.find("operation_in_progress") != std::string::npos);
        const int asked =
            result ? QByteArray::fromStdString(result->get_header_value("Retry-After")).toInt() : 0;
        const bool spent = result && result->status == 429 && (asked > patience || attempt == attempts);
        if (!again || spent) {
            Answer answer{result->status, QByteArray::fromStdString(result->body),
                          QByteArray::fromStdString(result->get_header_value("Location")), -1,
                          QByteArray::fromStdString(result->get_header_value("Repr-Digest")), asked};
            if (result->has_header("Upload-Offset"))
                answer.offset = QByteArray::fromStdString(result->get_header_value("Upload-Offset")).toLongLong();
            if (answer.status == 401 && asEntity && attempt < attempts && !m_token.isEmpty()) {
                m_token.clear();
                continue;
            }
            return answer;
        }
        if (attempt == attempts)
            throw std::runtime_error("the operator does not answer");
        std::this_thread::sleep_for(asked > 0 ? std::chrono::seconds(std::min(asked, patience))
                                              : std::chrono::milliseconds(200 << attempt));
    }
}

QJsonObject Api::json(const char *method, const QString &path, const QByteArray &body, const char *mediaType,
                      const QList<std::pair<QByteArray, QByteArray>> &headers, bool asEntity)
{
    const Answer answer = send(method, path, body, mediaType, headers, asEntity);
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    if (answer.status < 200 || answer.status > 299)
        refuse(answer);
    return json;
}

QByteArray Api::token()
{
    if (!m_token.isEmpty() && op::nowSeconds() < m_tokenUntil)
        return m_token;
    const QString kid = QString::fromLatin1(*op::thumbprint(op::jwkOf(m_home.client)));
    const qint64 now = op::nowSeconds();
    const QByteArray assertion = op::signJws(u"JWT"_s, kid,
                                             {{u"iss"_s, m_home.clientId()},
                                              {u"sub"_s, m_home.clientId()},
                                              {u"aud"_s, m_discovery.value("entity_token"_L1)},
                                              {u"iat"_s, now},
                                              {u"exp"_s, now + 120},
                                              {u"jti"_s, op::newId()}},
                                             m_home.client);
    const QByteArray form =
        QByteArray("grant_type=client_credentials&client_assertion_type="
                   "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=" +
                   assertion);
    const QJsonObject answer = json("POST", u"/entity-token"_s, form, "application/x-www-form-urlencoded", {}, false);
    m_token = answer.value("access_token"_L1).toString().toLatin1();
    m_tokenUntil = now + answer.value("expires_in"_L1).toInteger() - 30;
    return m_token;
}

QJsonObject Api::get(const QString &path)
{
    return json("GET", path, {}, nullptr);
}

QByteArray Api::bytes(const QString &path)
{
    const Answer answer = send("GET", path, {}, nullptr, {}, true);
    if (answer.status != 200)
        refuse(answer);
    if (op::fromDigestField(answer.digest) != op::sha256(answer.body))
        throw std::runtime_error("the bytes came damaged");
    return answer.body;
}

QJsonObject Api::put(const QString &path, const QJsonObject &body, const QString &key)
{
    return json("PUT", path, op::compact(body), "application/json",
                {{"Idempotency-Key", QByteArray('"' + key.toLatin1() + '"')}, {"If-None-Match", "*"}});
}

QJsonObject Api::post(const QString &path, const QByteArray &body, const char *mediaType)
{
    return json("POST", path, body, mediaType);
}

QJsonObject Api::registerWith(const QByteArray &invitation, const QJsonObject &body)
{
    return json("PUT", QString(u"/entity-registrations/"_s + m_home.id.section(u':', 2)), op::compact(body),
                "application/json", {{"Authorization", QByteArray("Bearer " + invitation)}}, false);
}

QString Api::uploadLarge(const QByteArray &cipher)
{
    const QByteArray digest = op::digestField(op::sha256(cipher));
    const Answer made = send("POST", u"/entity/uploads"_s, {}, nullptr,
                             {{"Idempotency-Key", QByteArray('"' + op::newId().toLatin1() + '"')},
                              {"Upload-Complete", "?0"},
                              {"Upload-Length", QByteArray::number(cipher.size())},
                              {"Repr-Digest", digest}},
                             true);
    const auto blobIn = [](const QByteArray &body) {
        return QJsonDocument::fromJson(body).object().value("blob"_L1).toObject().value("id"_L1).toString();
    };
    if (made.status == 200)
        return blobIn(made.body);
    if (made.status != 201)
        refuse(made);
    const qsizetype piece = m_discovery.value("limits"_L1).toObject().value("append_max"_L1).toInteger(1 << 20);
    for (qsizetype at = 0;;) {
        const QByteArray part = cipher.mid(at, piece);
        const bool last = at + part.size() == cipher.size();
        const Answer sent =
            send("PATCH", QString(u'!' + QString::fromLatin1(made.location)), part, "application/partial-upload",
                 {{"Upload-Offset", QByteArray::number(at)},
                  {"Upload-Complete", last ? "?1" : "?0"},
                  {"Content-Digest", op::digestField(op::sha256(part))}},
                 true);
        if (sent.status == 201)
            return blobIn(sent.body);
        if (sent.status == 409 && sent.offset >= 0)
            at = sent.offset; // a part that arrived though its answer did not
        else if (sent.status == 204)
            at += part.size();
        else
            refuse(sent);
    }
}

QStringList Api::upload(const QList<QByteArray> &ciphers)
{
    QStringList out;
    for (qsizetype from = 0; from < ciphers.size();) {
        if (ciphers[from].size() > bundledAtMost) {
            out.append(uploadLarge(ciphers[from++]));
            continue;
        }
        QByteArray body;
        qsizetype to = from;
        for (; to < ciphers.size() && ciphers[to].size() <= bundledAtMost && body.size() < bundleAtMost &&
               to - from < 500;
             ++to)
            body += "--carriel\r\nContent-ID: <c" + QByteArray::number(to) +
                    ">\r\nContent-Length: " + QByteArray::number(ciphers[to].size()) +
                    "\r\nRepr-Digest: " + op::digestField(op::sha256(ciphers[to])) + "\r\n\r\n" + ciphers[to] + "\r\n";
        body += "--carriel--\r\n";
        const QJsonArray items = json("POST", u"/entity/uploads/bundle"_s, body, "multipart/mixed; boundary=carriel")
                                     .value("items"_L1)
                                     .toArray();
        for (const QJsonValue &item : items) {
            const QString blob = item.toObject().value("blob"_L1).toObject().value("id"_L1).toString();
            if (blob.isEmpty())
                throw Refused(422, item.toObject().value("problem"_L1).toObject());
            out.append(blob);
        }
        if (out.size() != to)
            throw std::runtime_error("the operator answered for other parts than were sent");
        from = to;
    }
    return out;
}

} // namespace carriel::entity
