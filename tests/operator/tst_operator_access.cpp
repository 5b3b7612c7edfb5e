// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what at the real operator: tokens, other people's folders, enrolment, devices, step-up, limits, events, discovery.
#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "tests/operator/Pki.h"
#include "tests/operator/TestOperator.h"
#include "tests/support/Patience.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

namespace {

struct Device { // of a client, with its private key
    explicit Device(const QString &name) : id(name), key(makeKey()), ds(jwkOf(key)), de(x25519Jwk()), r(randomBytes(32)) {}
    QByteArray nonce() const { return b64u(sha256(QByteArray(r + *thumbprint(ds) + *thumbprint(de)))); }
    QJsonObject request(const QByteArray &idToken) const
    {
        return {{u"id"_s, id}, {u"name"_s, u"Equipo"_s}, {u"ds"_s, ds}, {u"de"_s, de},
                {u"binding"_s, QJsonObject{{u"id_token"_s, QString::fromLatin1(idToken)}, {u"r"_s, QString::fromLatin1(b64u(r))}}}};
    }
    QString id;
    KeyPtr key;
    QJsonObject ds;
    QJsonObject de;
    QByteArray r;
};

QStringList keysOfExample(const char *name)
{
    QFile file(QString(QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/examples/") + QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object().keys() : QStringList();
}

} // namespace

class TestOperatorAccess : public QObject
{
    Q_OBJECT

private:
    TestOperator op;
    QString luis = TestOperator::luis();

    QJsonObject terms() const { return op.call("GET", u"/terms"_s, {}, {}, "").json(); }
    QJsonObject enrolment(const Device &device, const QString &sub, const QJsonObject &accepted = {}) const
    {
        const QJsonObject terms = this->terms();
        const QByteArray sha = *fromB64(terms.value("sha256"_L1).toString().toLatin1());
        QJsonObject acceptance{{u"v"_s, 1}, {u"sub"_s, sub}, {u"terms_id"_s, terms.value("id"_L1)},
                               {u"terms_sha256"_s, QString::fromLatin1(b64u(sha))}, {u"iat"_s, nowSeconds()}, {u"device"_s, device.id}};
        for (auto it = accepted.begin(); it != accepted.end(); ++it)
            acceptance.insert(it.key(), it.value());
        const QByteArray jws = signJws(u"carpeta-acceptance+json"_s, QString::fromLatin1(*thumbprint(device.ds)), acceptance, device.key);
        return {{u"holder"_s, QJsonObject{{u"id"_s, sub}, {u"name"_s, u"Luis"_s}}},
                {u"terms"_s, QJsonObject{{u"id"_s, terms.value("id"_L1)}, {u"sha256"_s, terms.value("sha256"_L1)}}},
                {u"acceptance"_s, QString::fromLatin1(jws)},
                {u"device"_s, device.request(op.idToken(sub, device.nonce()))}};
    }
    Reply enrol(const QString &folder, const QJsonObject &body, const std::string &key = freshKey()) const
    {
        return op.json("PUT", QString(u"/folders/"_s + folder), {{"If-None-Match", "*"}, {"Idempotency-Key", key}}, body, op.token(luis));
    }
    Reply probe(const QByteArray &token) const { return op.call("GET", op.in(u""_s), {}, {}, token); }

private Q_SLOTS:
    void initTestCase()
    {
        const QJsonObject json{{u"folders"_s, QJsonArray{QJsonObject{
            {u"id"_s, op.folder()}, {u"holder"_s, QJsonObject{{u"id"_s, op.ana()}, {u"name"_s, u"Ana"_s}}}}}}};
        const bool ready = op.seed(json) && op.start();
        if (!ready && op.error() == u"no PostgreSQL here")
            QSKIP("no PostgreSQL here");
        QVERIFY2(ready, qPrintable(op.error()));
    }

    void tellsWhatItIs()
    {
        const Reply discovery = op.call("GET", u"!/.well-known/carpeta-ciudadana"_s, {{"X-Request-Id", "abc.1"}}, {}, "");
        QCOMPARE(discovery.status, 200);
        QCOMPARE(discovery.json().keys(), keysOfExample("Discovery.reference.json"));
        QCOMPARE(discovery.json().value("api"_L1).toString(), op.apiUrl());
        QCOMPARE(discovery.header("X-Request-Id"), QByteArray("abc.1"));
        QCOMPARE(terms().keys(), keysOfExample("Terms.current.json"));
        QCOMPARE(op.call("GET", u"!/healthz"_s, {}, {}, "").status, 200);
        QCOMPARE(op.call("GET", u"!/readyz"_s, {}, {}, "").status, 200);
        QVERIFY(op.call("GET", u"!/metrics"_s, {}, {}, "").body.endsWith("# EOF\n"));
        QCOMPARE(op.call("GET", u"/nada"_s).status, 404);
        const Reply method = op.call("PATCH", u"/terms"_s);
        QCOMPARE(method.status, 405);
        QCOMPARE(method.json().keys(), keysOfExample("Problem.rate_limited.json"));
    }

    void refusesTokens_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("code");
        const QString sub = op.ana();
        QTest::newRow("none") << QByteArray() << u"token_missing"_s;
        QTest::newRow("rubbish") << QByteArray("a.b.c") << u"token_invalid"_s;
        QTest::newRow("expired") << op.token(sub, {{u"exp"_s, nowSeconds() - 1}}) << u"token_expired"_s;
        QTest::newRow("audience") << op.token(sub, {{u"aud"_s, u"https://otro"_s}}) << u"token_invalid"_s;
        QTest::newRow("issuer") << op.token(sub, {{u"iss"_s, u"https://otro"_s}}) << u"token_invalid"_s;
        QTest::newRow("future") << op.token(sub, {{u"nbf"_s, nowSeconds() + 100}}) << u"token_invalid"_s;
        QTest::newRow("scope") << op.token(sub, {{u"scope"_s, u"openid"_s}}) << u"scope_missing"_s;
        QTest::newRow("an ID token") << op.idToken(sub, "x", {{u"aud"_s, u"https://operador.prueba/carpeta/v1"_s}}) << u"token_invalid"_s;
        QByteArray changed = op.token(sub);
        changed[changed.indexOf('.') + 20] = changed[changed.indexOf('.') + 20] == 'A' ? 'B' : 'A';
        QTest::newRow("changed") << changed << u"token_invalid"_s;
        const QJsonObject claims{{u"iss"_s, u"https://127.0.0.1:1"_s}, {u"aud"_s, u"https://operador.prueba/carpeta/v1"_s}, {u"sub"_s, sub},
                                 {u"scope"_s, u"folder"_s}, {u"exp"_s, nowSeconds() + 600}};
        QTest::newRow("another key, same kid") << signJws(u"at+jwt"_s, u"idp-1"_s, claims, makeKey()) << u"token_invalid"_s;
        QTest::newRow("unknown kid") << signJws(u"at+jwt"_s, u"idp-9"_s, claims, op.issuerKey()) << u"token_invalid"_s;
        const QByteArray none = QByteArray(b64u("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + '.' + b64u(compact(claims)) + '.');
        QTest::newRow("alg none") << none << u"token_invalid"_s;
        QTest::newRow("another person") << op.token(luis) << u"not_found"_s;
    }
    void refusesTokens()
    {
        QFETCH(QByteArray, token);
        QFETCH(QString, code);
        const Reply reply = probe(token);
        QCOMPARE(reply.code(), code);
        if (reply.status == 401)
            QVERIFY(reply.header("WWW-Authenticate").startsWith("Bearer"));
    }

    void hidesOtherPeoplesFolders()
    {
        const QByteArray token = op.token(luis);
        const QString blob = op.putBlob("de Ana");
        for (const QString &path : {u"/items/x"_s, u"/items?snapshot=new"_s, u"/changes?since=x"_s, u"/devices"_s, u"/events"_s,
                                    QString(u"/blobs/"_s + blob), u"/uploads/x"_s})
            QCOMPARE(op.call("GET", op.in(path), {}, {}, token).code(), u"not_found"_s);
        QCOMPARE(op.json("PUT", op.in(u"/items/x"_s), {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}}, {}, token).code(), u"not_found"_s);
        QCOMPARE(op.call("POST", op.in(u"/uploads"_s), {{"Idempotency-Key", freshKey()}}, {}, token).code(), u"not_found"_s);
        QCOMPARE(op.json("POST", op.in(u"/batch"_s), {}, {{u"ops"_s, QJsonArray{QJsonObject()}}}, token).code(), u"not_found"_s);
        QCOMPARE(op.call("GET", u"/folders"_s, {}, {}, token).json().value("folders"_L1).toArray().size(), 0);
        QCOMPARE(op.call("GET", u"/folders"_s).json().value("folders"_L1).toArray().size(), 1);
    }

    void enrols()
    {
        const Device device(u"equipo-1"_s);
        QJsonObject body = enrolment(device, luis);
        QCOMPARE(op.json("PUT", u"/folders/carpeta-luis"_s, {{"Idempotency-Key", freshKey()}}, body, op.token(luis)).status, 428);
        QJsonObject wrong = body;
        wrong.insert(u"terms"_s, QJsonObject{{u"id"_s, u"viejos"_s}, {u"sha256"_s, u"x"_s}});
        QCOMPARE(enrol(u"carpeta-luis"_s, wrong).code(), u"terms_outdated"_s);
        QCOMPARE(enrol(u"carpeta-luis"_s, enrolment(device, luis, {{u"terms_id"_s, u"otros"_s}})).code(), u"acceptance_invalid"_s);
        wrong = enrolment(Device(u"equipo-1"_s), luis); // signed by another device's key
        wrong.insert(u"device"_s, body.value("device"_L1));
        QCOMPARE(enrol(u"carpeta-luis"_s, wrong).code(), u"acceptance_invalid"_s);
        wrong = body;
        wrong.insert(u"holder"_s, QJsonObject{{u"id"_s, op.ana()}, {u"name"_s, u"Ana"_s}});
        QCOMPARE(enrol(u"carpeta-luis"_s, wrong).code(), u"invalid_request"_s);
        wrong = body; // bound to another nonce
        wrong.insert(u"device"_s, device.request(op.idToken(luis, "otro")));
        QCOMPARE(enrol(u"carpeta-luis"_s, wrong).code(), u"device_binding_invalid"_s);
        wrong.insert(u"device"_s, device.request(op.idToken(op.ana(), device.nonce()))); // another person's login
        QCOMPARE(enrol(u"carpeta-luis"_s, wrong).json().value("reason"_L1).toString(), u"sub"_s);

        const std::string key = freshKey();
        const Reply done = enrol(u"carpeta-luis"_s, body, key);
        QCOMPARE(done.status, 201);
        QCOMPARE(done.json().keys(), keysOfExample("Enrolment.created.json"));
        QCOMPARE(enrol(u"carpeta-luis"_s, body, key).header("Idempotency-Replayed"), QByteArray("true"));
        QCOMPARE(enrol(u"carpeta-luis"_s, body).code(), u"already_exists"_s);
        const Reply second = enrol(u"otra-de-luis"_s, body);
        QCOMPARE(second.status, 409);
        QCOMPARE(second.code(), u"folder_exists"_s);
        QCOMPARE(second.json().value("existing"_L1).toString(), u"carpeta-luis"_s);
        QCOMPARE(enrol(op.folder(), body).code(), u"id_taken"_s);
        QCOMPARE(enrol(u"entity-900123456"_s, body).code(), u"id_taken"_s); // where entities put what they send

        // The statement is signed by the published key and names this device, person and login.
        const auto statement = parseJws(done.json().value("device"_L1).toObject().value("statement"_L1).toString().toLatin1());
        QVERIFY(statement);
        QCOMPARE(statement->typ(), u"carpeta-device+json"_s);
        const QJsonObject published = op.call("GET", u"/operator-keys"_s, {}, {}, "").json().value("keys"_L1).toArray().at(0).toObject();
        QCOMPARE(published.value("kid"_L1).toString(), statement->kid());
        QVERIFY(verifies(*statement, keyFromJwk(published)));
        QCOMPARE(statement->payload.keys(), keysOfExample("DeviceStatement.payload.json"));
        QCOMPARE(statement->payload.value("sub"_L1).toString(), luis);
        QCOMPARE(statement->payload.value("ds"_L1).toObject(), device.ds);
    }

    void bindsAndRevokesDevices()
    {
        const QByteArray fresh = op.token(luis);
        const QByteArray old = op.token(luis, {{u"auth_time"_s, nowSeconds() - 301}});
        const QByteArray low = op.token(luis, {{u"acr"_s, u"urn:carpeta:loa:medium"_s}});
        const Device device(u"equipo-2"_s);
        const QString path = u"/folders/carpeta-luis/devices/equipo-2"_s;
        const auto put = [&](const QByteArray &token, const std::string &key = freshKey()) {
            return op.json("PUT", path, {{"If-None-Match", "*"}, {"Idempotency-Key", key}}, device.request(op.idToken(luis, device.nonce())), token);
        };
        QCOMPARE(put(old).code(), u"insufficient_user_authentication"_s);
        QCOMPARE(put(low).code(), u"insufficient_user_authentication"_s);
        const Reply made = put(fresh);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json().keys(), keysOfExample("Device.active.json"));
        QCOMPARE(put(fresh).code(), u"already_exists"_s);
        const auto list = [&] { return op.call("GET", u"/folders/carpeta-luis/devices"_s, {}, {}, fresh).json().value("devices"_L1).toArray(); };
        QCOMPARE(list().size(), 2);
        const auto revoke = [&](const QByteArray &token) {
            return op.json("POST", QString(path + u"/revocation"_s), {{"Idempotency-Key", freshKey()}}, {}, token);
        };
        QCOMPARE(revoke(old).status, 401);
        const Reply revoked = revoke(fresh);
        QCOMPARE(revoked.json().value("state"_L1).toString(), u"revoked"_s);
        QCOMPARE(revoke(fresh).json().value("revoked_at"_L1), revoked.json().value("revoked_at"_L1));
        QCOMPARE(list().size(), 2);
        // The first device of a folder that nobody has a device in yet needs no step-up.
        const Device first(u"equipo-ana"_s);
        const Reply anas = op.json("PUT", op.in(u"/devices/equipo-ana"_s), {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}},
                                   first.request(op.idToken(op.ana(), first.nonce())), op.token(op.ana(), {{u"acr"_s, u"urn:carpeta:loa:low"_s}}));
        QCOMPARE(anas.status, 201);
    }

    void tellsEveryStreamAtOnce()
    {
        constexpr int streams = 12;
        std::mutex mutex;
        std::condition_variable arrived;
        QMap<QByteArray, int> seen;
        std::atomic<bool> stop = false;
        const QByteArray token = op.token(op.ana());
        std::vector<std::thread> threads;
        for (int i = 0; i < streams; ++i)
            threads.emplace_back([&] {
                const auto client = op.client();
                QByteArray text;
                client->Get(QString(op.api() + op.in(u"/events?ping=1"_s)).toStdString().c_str(), {{"Authorization", "Bearer " + token.toStdString()}},
                            [&](const char *data, size_t n) {
                                text.append(data, qsizetype(n));
                                for (qsizetype end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
                                    const std::lock_guard lock(mutex);
                                    ++seen[text.left(end)];
                                    arrived.notify_all();
                                    text.remove(0, end + 2);
                                }
                                return !stop.load();
                            });
            });
        const auto waitFor = [&](const QByteArray &start) {
            std::unique_lock lock(mutex);
            return arrived.wait_for(lock, std::chrono::milliseconds(carriel::test::patienceMs), [&] {
                int count = 0;
                for (auto it = seen.begin(); it != seen.end(); ++it)
                    count += it.key().startsWith(start) ? it.value() : 0;
                return count >= streams;
            });
        };
        const auto now = [&] { return op.call("GET", op.in(u"/items?snapshot=new&limit=1"_s)).json().value("cursor_at_start"_L1).toString().toLatin1(); };
        QVERIFY(waitFor(QByteArray("id: " + now() + "\nevent: state")));
        QCOMPARE(op.mkdir(u"aviso"_s, u"Aviso"_s).status, 201); // requests are served beside the streams
        const QByteArray cursor = now();
        QVERIFY(waitFor(QByteArray("id: " + cursor + "\nevent: state\ndata: {\"cursor\":\"" + cursor + "\"}")));
        QVERIFY(waitFor("event: ping\ndata: {\"interval\":1}"));
        stop = true;
        for (std::thread &thread : threads)
            thread.join();
        const Reply once = op.call("GET", op.in(u"/events?closeafter=state"_s));
        QCOMPARE(once.header("Content-Type"), QByteArray("text/event-stream"));
        QVERIFY(once.body.contains("event: state"));
    }

    void endsAStreamWithItsToken()
    {
        const Reply reply = op.call("GET", op.in(u"/events?ping=1"_s), {}, {}, op.token(op.ana(), {{u"exp"_s, nowSeconds() + 2}}));
        QCOMPARE(reply.status, 200);
    }

    void throttles()
    {
        QVERIFY(op.stop());
        QVERIFY(op.start({{u"limits"_s, QJsonObject{{u"requests_per_s"_s, 5}}}}));
        const QByteArray token = op.token(op.ana());
        Reply last;
        for (int i = 0; i < 50 && last.status != 429; ++i)
            last = probe(token);
        QCOMPARE(last.status, 429);
        QCOMPARE(last.header("Retry-After"), QByteArray("1"));
        QCOMPARE(op.call("GET", u"/folders"_s, {}, {}, op.token(luis)).status, 200); // others are not slowed
        QVERIFY(op.stop() && op.start());
    }

    void refusesBodiesWithoutLength()
    {
        const auto client = op.client();
        const auto reply = client->Post(QString(op.api() + op.in(u"/batch"_s)).toStdString().c_str(), httplib::Headers(),
                                        [](size_t, httplib::DataSink &sink) {
                                            sink.write("{}", 2);
                                            sink.done();
                                            return true;
                                        },
                                        "application/json");
        QVERIFY(reply);
        QCOMPARE(reply->status, 411);
    }

    void fetchesTheIssuersKeys()
    {
        // A real little issuer over TLS, which changes its key while the operator runs.
        httplib::SSLServer issuer(QFile::encodeName(op.dir() + u"/cert.pem"_s).constData(), QFile::encodeName(op.dir() + u"/key.pem"_s).constData());
        const int port = issuer.bind_to_any_port("127.0.0.1");
        const QString url = QString(u"https://127.0.0.1:"_s + QString::number(port));
        std::mutex mutex;
        QJsonObject keys = op.issuerJwks();
        issuer.Get("/.well-known/openid-configuration", [&](const httplib::Request &, httplib::Response &response) {
            response.set_content(compact({{u"issuer"_s, url}, {u"jwks_uri"_s, QString(url + u"/jwks"_s)}}).toStdString(), "application/json");
        });
        issuer.Get("/jwks", [&](const httplib::Request &, httplib::Response &response) {
            const std::lock_guard lock(mutex);
            response.set_content(compact(keys).toStdString(), "application/json");
        });
        std::thread serving([&] { issuer.listen_after_bind(); });
        QVERIFY(op.stop());
        QVERIFY(op.start({{u"issuer"_s, url}, {u"issuer_ca"_s, u"cert.pem"_s}, {u"issuer_jwks_file"_s, u""_s}}));
        const QJsonObject mine{{u"iss"_s, url}};
        QCOMPARE(probe(op.token(op.ana(), mine)).status, 200);
        const KeyPtr next = makeKey();
        QJsonObject jwk = jwkOf(next);
        jwk.insert(u"kid"_s, u"idp-2"_s);
        {
            const std::lock_guard lock(mutex);
            keys = {{u"keys"_s, QJsonArray{jwk}}};
        }
        const QJsonObject claims{{u"iss"_s, url}, {u"aud"_s, u"https://operador.prueba/carpeta/v1"_s}, {u"sub"_s, op.ana()},
                                 {u"scope"_s, u"folder"_s}, {u"exp"_s, nowSeconds() + 600}};
        const QByteArray rotated = signJws(u"at+jwt"_s, u"idp-2"_s, claims, next);
        QTRY_COMPARE(probe(rotated).status, 200);
        issuer.stop();
        serving.join();
        QVERIFY(op.stop() && op.start());
    }

    void writesNothingPrivateIntoItsLog()
    {
        QVERIFY(op.stop());
        QFile log(QString(op.dir() + u"/access.log"_s));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray text = log.readAll();
        QVERIFY(text.contains("\"route\":\"GET folder\""));
        for (const QByteArray &secret : {op.ana().toLatin1(), luis.toLatin1(), QByteArray("Bearer"), QByteArray("eyJ"), QByteArray("Aviso")})
            QVERIFY(!text.contains(secret));
        QCOMPARE(log.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        QFile key(QString(op.dir() + u"/keys/operator-sign.pem"_s));
        QCOMPARE(key.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
    }
};

QTEST_GUILESS_MAIN(TestOperatorAccess)
#include "tst_operator_access.moc"
