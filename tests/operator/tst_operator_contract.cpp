// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator against docs/protocol: it takes the published example requests, and what it answers is judged by the schemas,
// by validators that are not ours (tests/witnesses).
#include "reference-operator/Encoding.h"
#include "reference-operator/Jwe.h"
#include "reference-operator/Jws.h"
#include "tests/operator/Contributing.h"
#include "tests/operator/Pki.h"
#include "tests/operator/Sharing.h"
#include "tests/operator/TestEntity.h"
#include "tests/support/Patience.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject example(const char *name)
{
    QFile file(QString(QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/examples/") + QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

class TestOperatorContract : public QObject
{
    Q_OBJECT

private:
    TestOperator op;
    TestEntity entity{op, u"co:NIT:900123456"_s, u"T-1"_s};
    QTemporaryDir answers;
    QMap<QString, QStringList> files; // by schema

    void keep(const QString &schema, const Reply &reply, int status)
    {
        QCOMPARE(reply.status, status);
        QVERIFY(!reply.header("X-Request-Id").isEmpty());
        QStringList &list = files[schema];
        list.append(answers.filePath(QString(schema + u'.' + QString::number(list.size()) + u".json"_s)));
        QFile file(list.last());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reply.body);
    }
    QString item(const QString &id, const QString &verb = {}) const { return op.in(QString(u"/items/"_s + id + verb)); }
    Reply create(const QString &id, const QJsonObject &body) const
    {
        return op.json("PUT", item(id), {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}}, body);
    }
    QJsonObject withBlob(QJsonObject body, const QByteArray &bytes) const // an example names bytes that nobody has
    {
        body.insert(u"blob"_s, op.putBlob(bytes));
        body.insert(u"sha256"_s, QString::fromLatin1(b64(sha256(bytes))));
        return body;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QJsonObject json{{u"entities"_s, QJsonArray{entity.registration()}}, {u"folders"_s, QJsonArray{QJsonObject{
            {u"id"_s, op.folder()},
            {u"holder"_s, QJsonObject{{u"id"_s, op.ana()}, {u"name"_s, u"Ana"_s}}},
            {u"items"_s, QJsonArray{QJsonObject{{u"id"_s, u"of"_s}, {u"type"_s, u"document"_s}, {u"name"_s, u"diploma.pdf"_s},
                                                {u"file"_s, u"cert.pem"_s}, {u"official"_s, true},
                                                {u"issuer"_s, QJsonObject{{u"id"_s, u"co:NIT:900123456"_s}, {u"name"_s, u"Universidad"_s}}},
                                                {u"validity"_s, QJsonObject{{u"from"_s, u"2026-01-01"_s}, {u"to"_s, QJsonValue()}}}}}}},
            QJsonObject{{u"id"_s, u"carpeta-luis"_s}, {u"holder"_s, QJsonObject{{u"id"_s, op.luis()}, {u"name"_s, u"Luis Mora"_s}}}}}}};
        const bool ready = op.seed(json) && op.start();
        if (!ready && op.error() == u"no PostgreSQL here")
            QSKIP("no PostgreSQL here");
        QVERIFY2(ready, qPrintable(op.error()));
    }

    void takesTheExampleRequests()
    {
        const QString parent = example("ItemCreate.document.json").value("parent"_L1).toString();
        keep(u"Item"_s, create(parent, example("ItemCreate.folder.json")), 201);
        keep(u"Item"_s, create(u"d1"_s, withBlob(example("ItemCreate.document.json"), "uno")), 201);
        QJsonObject sealed = withBlob(example("ItemCreate.private.json"), "cifrado");
        keep(u"Item"_s, create(sealed.value("name"_L1).toString(), sealed), 201);

        const QJsonObject move = example("ItemPatch.move.json");
        op.mkdir(move.value("parent"_L1).toString(), u"Destino"_s);
        const auto tag = [&](const QString &id) { return op.call("GET", item(id)).header("ETag").toStdString(); };
        const std::string old = tag(u"d1"_s);
        const auto patch = [&](const std::string &etag, const QJsonObject &body) {
            return op.json("PATCH", item(u"d1"_s), {{"If-Match", etag}, {"Idempotency-Key", freshKey()}}, body);
        };
        keep(u"Item"_s, patch(old, move), 200);
        keep(u"Item"_s, patch(tag(u"d1"_s), example("ItemPatch.meta.json")), 200);
        keep(u"VersionMade"_s,
             op.json("POST", item(u"d1"_s, u"/versions"_s), {{"If-Match", tag(u"d1"_s)}, {"Idempotency-Key", freshKey()}},
                     withBlob(example("VersionCreate.next.json"), "dos")),
             201);
        keep(u"VersionList"_s, op.call("GET", item(u"d1"_s, u"/versions"_s)), 200);
        keep(u"Problem"_s, patch(old, move), 412);
        keep(u"BatchResult"_s, op.json("POST", op.in(u"/batch"_s), {}, example("BatchRequest.mixed.json")), 200);
        keep(u"Item"_s, op.call("GET", item(u"of"_s)), 200);
        keep(u"Problem"_s, op.json("POST", item(u"of"_s, u"/versions"_s), {{"If-Match", tag(u"of"_s)}, {"Idempotency-Key", freshKey()}},
                                   withBlob(example("VersionCreate.next.json"), "tres")),
             423);
    }

    void answersWithWhatTheSchemasSay()
    {
        keep(u"Discovery"_s, op.call("GET", u"!/.well-known/carpeta-ciudadana"_s, {}, {}, ""), 200);
        keep(u"JwkSet"_s, op.call("GET", u"/operator-keys"_s, {}, {}, ""), 200);
        keep(u"Terms"_s, op.call("GET", u"/terms"_s, {}, {}, ""), 200);
        keep(u"FolderList"_s, op.call("GET", u"/folders"_s), 200);
        keep(u"Folder"_s, op.call("GET", op.in(u""_s)), 200);
        const auto act = [&](const QString &verb, const QByteArray &token = "own") {
            const std::string etag = op.call("GET", item(u"d1"_s)).header("ETag").toStdString();
            return op.json("POST", item(u"d1"_s, verb), {{"If-Match", etag}, {"Idempotency-Key", freshKey()}}, {}, token);
        };
        const Reply start = op.call("GET", op.in(u"/items?snapshot=new&limit=2"_s));
        keep(u"Snapshot"_s, start, 200);
        keep(u"Snapshot"_s, op.call("GET", op.in(start.json().value("next"_L1).toString())), 200);
        keep(u"Snapshot"_s, op.call("GET", op.in(u"/items?parent=root"_s)), 200);
        keep(u"Changes"_s,
             op.call("GET", op.in(QString(u"/changes?count=1&since="_s +
                                          start.json().value("cursor_at_start"_L1).toString()))),
             200);
        const QString blob =
            op.call("GET", item(u"d1"_s)).json().value("head"_L1).toObject().value("blob"_L1).toString();
        QJsonObject challenge = example("FixityRequest.two.json");
        QJsonArray ranges = challenge.value("ranges"_L1).toArray();
        ranges[0] = QJsonObject{{u"blob"_s, blob}, {u"from"_s, 0}, {u"size"_s, 2}};
        challenge.insert(u"ranges"_s, ranges);
        keep(u"Fixity"_s, op.json("POST", op.in(u"/fixity"_s), {}, challenge), 200);
        keep(u"Item"_s, act(u"/trash"_s), 200);
        keep(u"Item"_s, act(u"/restore"_s), 200);
        keep(u"Item"_s, act(u"/trash"_s), 200);
        keep(u"Problem"_s, act(u"/purge"_s, op.token(op.ana(), {{u"acr"_s, u"urn:carpeta:loa:low"_s}})), 401);
        keep(u"Removal"_s, act(u"/purge"_s), 200);
        keep(u"Problem"_s, op.call("GET", item(u"d1"_s)), 410);
        keep(u"Problem"_s, op.call("GET", op.in(u"/changes?since=x"_s)), 400);
        keep(u"UploadResult"_s, op.call("POST", op.in(u"/uploads"_s),
                                        {{"Idempotency-Key", freshKey()}, {"Upload-Complete", "?0"}, {"Upload-Length", "0"},
                                         {"Repr-Digest", digestField(sha256("")).toStdString()}}),
             200);
        const QByteArray part = QByteArray("--b\r\nContent-ID: <a>\r\nContent-Length: 2\r\nRepr-Digest: " + digestField(sha256("ab")) +
                                           "\r\n\r\nab\r\n--b\r\nContent-ID: <c>\r\nContent-Length: 2\r\nRepr-Digest: " +
                                           digestField(sha256("ab")) + "\r\n\r\nax\r\n--b--\r\n");
        keep(u"BundleUploadResult"_s, op.call("POST", op.in(u"/uploads/bundle"_s), {{"Content-Type", "multipart/mixed; boundary=b"}}, part), 200);

        const KeyPtr key = makeKey();
        const QJsonObject ds = jwkOf(key);
        const QJsonObject de = x25519Jwk();
        const QByteArray r = randomBytes(32);
        QJsonObject device = example("DeviceRequest.second.json");
        device.insert(u"ds"_s, ds);
        device.insert(u"de"_s, de);
        device.insert(u"binding"_s,
                      QJsonObject{{u"r"_s, QString::fromLatin1(b64u(r))},
                                  {u"id_token"_s, QString::fromLatin1(op.idToken(
                                                      op.ana(), b64u(sha256(QByteArray(r + *thumbprint(ds) + *thumbprint(de))))))}});
        keep(u"Device"_s, op.json("PUT", op.in(u"/devices/e1"_s), {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}}, device), 201);
        keep(u"PersonKeyList"_s, op.call("GET", op.in(u"/keys"_s)), 200);
        keep(u"PersonKey"_s, op.json("PUT", op.in(u"/keys/1"_s), {{"If-None-Match", "*"}}, example("PersonKeyRequest.first.json")), 201);
        const QJsonObject copy = example("PersonKey.first.json").value("copies"_L1)[0].toObject();
        keep(u"PersonKey"_s, op.json("PUT", op.in(QString(u"/keys/1/copies/"_s + copy.value("for"_L1).toString())), {}, copy), 200);
        keep(u"PersonKeyList"_s, op.call("GET", op.in(u"/keys"_s)), 200);
        keep(u"Pairing"_s, op.call("GET", op.in(u"/devices/e1/pairing"_s)), 200);
        keep(u"Device"_s, op.json("POST", op.in(u"/devices/e1/revocation"_s), {{"Idempotency-Key", freshKey()}}, {}), 200);
        keep(u"DeviceList"_s, op.call("GET", op.in(u"/devices"_s)), 200);
        const QString cursor = start.json().value("cursor_at_start"_L1).toString();
        keep(u"Changes"_s, op.call("GET", op.in(QString(u"/changes?since="_s + cursor))), 200);
    }

    void answersOfTheActs()
    {
        const auto get = [&](const QString &path) { return op.call("GET", path, {}, {}, ""); };
        keep(u"Directory"_s, get(u"/directory"_s), 200);
        keep(u"ProcedureList"_s, get(u"/procedures"_s), 200);
        keep(u"WarningList"_s, get(u"/warnings"_s), 200);
        keep(u"TokenAnswer"_s, entity.askToken(entity.assertion()), 200);
        keep(u"TokenError"_s, entity.askToken("x"), 401);
        keep(u"EntityRegistered"_s, entity.call("GET", u"/entity"_s), 200);
        const TestDevice device(op, op.folder(), op.ana(), u"equipo-actos"_s);
        QCOMPARE(device.bind().status, 201);
        keep(u"Consent"_s, device.giveConsent(u"c1"_s, entity), 201);
        const TestEntity::Made made = entity.make(op.ana(), entity.consentOf(op.ana()));
        const QString tracked = QString(u"/entity/notifications/"_s + made.id);
        keep(u"EvidenceList"_s, entity.deposit(made), 201);
        keep(u"Problem"_s, entity.deposit(entity.make(op.ana(), {{u"id"_s, u"no"_s}, {u"sha256"_s, u""_s}})), 422);
        const auto mine = [&](const QString &path) { return op.call("GET", op.in(path), {}, {}, device.token()); };
        keep(u"NotificationList"_s, mine(u"/notifications"_s), 200);
        const Reply opening = device.opening(made.id);
        keep(u"Opening"_s, opening, 200);
        keep(u"Problem"_s, device.fetch(made.id), 404);
        const QByteArray receipt = device.receipt(device.get(made.id), opening.json());
        keep(u"Acknowledgement"_s, device.acknowledge(made.id, receipt, freshKey()), 201);
        keep(u"Acknowledgement"_s, device.fetch(made.id), 200);
        keep(u"Problem"_s, device.acknowledge(made.id, receipt, freshKey()), 412);
        keep(u"Notification"_s, mine(QString(u"/notifications/"_s + made.id)), 200);
        keep(u"Tracking"_s, entity.call("GET", tracked), 200);
        keep(u"TrackingList"_s, entity.call("GET", u"/entity/notifications?limit=1"_s), 200);
        keep(u"TrackingTotals"_s, entity.call("GET", u"/entity/tracking"_s), 200);
        keep(u"DeliveryEvents"_s, entity.call("GET", u"/entity/events?since=0&limit=2"_s), 200);
        keep(u"Batch"_s, entity.call("PUT", u"/entity/batches/b1"_s, {{u"procedure"_s, u"T-1"_s}, {u"count"_s, 6}}), 200);
        keep(u"InquiryList"_s, mine(u"/inquiries"_s), 200);
        keep(u"ConsentList"_s, mine(u"/consents"_s), 200);
        keep(u"Consent"_s, device.withdraw(u"c1"_s, entity), 201);
        const Reply ticket = op.json("POST", op.in(u"/count-tickets"_s), {{"Idempotency-Key", freshKey()}}, {}, device.token());
        keep(u"CountTicket"_s, ticket, 201);
        keep(u"Counts"_s, op.call("GET", u"/counts"_s, {}, {}, ticket.json().value("ticket"_L1).toString().toLatin1()), 200);
        keep(u"Changes"_s, mine(QString(u"/changes?since="_s + mine(u"/items?snapshot=new"_s).json().value("cursor_at_start"_L1).toString())), 200);
        // What is inside what was signed.
        for (const QJsonValue &e : device.get(made.id).value("evidence"_L1).toArray())
            keep(u"EvidenceRecord"_s, {200, {{"X-Request-Id", "1"}}, compact(parseJws(e.toObject().value("jws"_L1).toString().toLatin1())->payload)}, 200);
    }

    void answersOfContributions()
    {
        const TestDevice device(op, op.folder(), op.ana(), u"equipo-aportes"_s);
        QCOMPARE(device.bind().status, 201);
        Contributing steps(op, entity, device);
        const auto signedIn = [&](const QString &schema, const QByteArray &jws) {
            keep(schema, {200, {{"X-Request-Id", "1"}}, compact(parseJws(jws)->payload)}, 200);
        };
        const QByteArray many = steps.request(Contributing::forMany);
        const QString path = QString(u"/entity/requests/"_s + parseJws(many)->payload.value("jti"_L1).toString());
        keep(u"PublishedRequest"_s, entity.call("PUT", path, {{u"request"_s, QString::fromLatin1(many)}}), 201);
        keep(u"PublishedRequestList"_s, op.call("GET", u"/requests"_s, {}, {}, ""), 200);
        const QByteArray request = steps.request();
        signedIn(u"ContributionRequest"_s, request);
        const Contributing::Made made = steps.make(request);
        keep(u"Contribution"_s, steps.send(made), 201);
        keep(u"Problem"_s, steps.send(made), 412);
        keep(u"Problem"_s, steps.send(steps.make(request)), 409);
        signedIn(u"ContributionStatement"_s, made.body.value("statement"_L1).toString().toLatin1());
        keep(u"ContributionList"_s, entity.call("GET", u"/entity/contributions?since=0&limit=1"_s), 200);
        QCOMPARE(entity.call("GET", Contributing::at(made.id, "/package")).status, 200);
        const Reply filed = steps.acknowledge(made, u"2026-000001"_s);
        keep(u"Contribution"_s, filed, 201);
        signedIn(u"Filing"_s, filed.json().value("filing"_L1).toString().toLatin1());
        const auto mine = [&](const QString &of) { return op.call("GET", op.in(of), {}, {}, device.token()); };
        keep(u"ContributionList"_s, mine(u"/contributions"_s), 200);
        const Contributing::Made next = steps.make(steps.request());
        QCOMPARE(steps.send(next).status, 201);
        const Reply rejected = steps.reject(next, u"Falta la firma del rector"_s);
        keep(u"Contribution"_s, rejected, 201);
        signedIn(u"FilingRejection"_s, rejected.json().value("rejection"_L1).toString().toLatin1());
        keep(u"Changes"_s,
             mine(QString(u"/changes?since="_s +
                          mine(u"/items?snapshot=new"_s).json().value("cursor_at_start"_L1).toString())),
             200);
    }

    void answersOfShares()
    {
        const TestDevice owner(op, op.folder(), op.ana(), u"equipo-comparte"_s);
        const TestDevice reader(op, u"carpeta-luis"_s, op.luis(), u"equipo-lee"_s);
        QCOMPARE(owner.bind().status, 201);
        QCOMPARE(reader.bind().status, 201);
        const Sharing steps(op, owner, reader);
        const auto signedIn = [&](const QString &schema, const QByteArray &jws) {
            keep(schema, {200, {{"X-Request-Id", "1"}}, compact(parseJws(jws)->payload)}, 200);
        };
        keep(u"Problem"_s, steps.find(op.luis()), 404);
        keep(u"DirectoryListing"_s, steps.allow(true), 200);
        keep(u"Recipient"_s, steps.find(op.luis()), 200);
        const Sharing::Made made = steps.make({steps.document("compartido")});
        signedIn(u"ShareGrant"_s, made.grant);
        keep(u"Share"_s, steps.send(made), 201);
        keep(u"Problem"_s, steps.send(made), 412);
        keep(u"Problem"_s, steps.take(made.id), 409);
        keep(u"ReceivedShare"_s, steps.answer(made), 201);
        QCOMPARE(steps.take(made.id).status, 200);
        const Reply longer = steps.extend(made, nowSeconds() + 30 * 86400);
        keep(u"Share"_s, longer, 200);
        signedIn(u"ShareExtension"_s, longer.json().value("extension"_L1).toString().toLatin1());
        signedIn(u"ShareAnswer"_s, longer.json().value("answer"_L1).toString().toLatin1());
        keep(u"Share"_s, steps.revoke(made), 200);
        keep(u"Problem"_s, steps.take(made.id), 410);
        keep(u"ReceivedShare"_s, steps.theirs(made.id), 200);
        const Reply asked = steps.askErasure(made);
        keep(u"Share"_s, asked, 200);
        signedIn(u"ErasureRequest"_s, asked.json().value("erasure"_L1).toObject().value("request"_L1).toString().toLatin1());
        const Reply erased = steps.answerErasure(made, {{u"answer"_s, u"erased"_s}});
        keep(u"ReceivedShare"_s, erased, 201);
        signedIn(u"ErasureAnswer"_s, erased.json().value("erasure"_L1).toObject().value("answer"_L1).toString().toLatin1());
        const auto asLuis = [&](const QString &path, const QJsonObject &body) {
            return op.json("PUT", reader.in(path), {{"If-None-Match", "*"}}, body, reader.token());
        };
        const QJsonObject key = example("PersonKeyRequest.first.json");
        keep(u"PersonKey"_s, asLuis(u"/keys/1"_s, key), 201);
        const QByteArray r = randomBytes(32), kid = *thumbprint(key.value("enc"_L1).toObject());
        const QByteArray nonce = b64u(sha256(QByteArray(r + kid + *thumbprint(key.value("sig"_L1).toObject()))));
        const auto proof = [&](const QString &person) {
            return QJsonObject{{u"id_token"_s, QString::fromLatin1(op.idToken(person, nonce))}, {u"r"_s, QString::fromLatin1(b64u(r))}};
        };
        keep(u"Problem"_s, asLuis(u"/keys/1/proof"_s, proof(op.ana())), 403);
        keep(u"PersonKey"_s, asLuis(u"/keys/1/proof"_s, proof(op.luis())), 200);
        keep(u"Recipient"_s, steps.find(op.luis()), 200);
        const QJsonObject sealedOne = steps.sealedDocument("cifrado");
        keep(u"Problem"_s, steps.send(steps.makeSealed({sealedOne}, digestText("otra"))), 409);
        const Sharing::Made sealedShare = steps.makeSealed({sealedOne}, QString::fromLatin1(kid));
        signedIn(u"ShareGrant"_s, sealedShare.grant);
        keep(u"Share"_s, steps.send(sealedShare), 201);
        keep(u"ReceivedShare"_s, steps.answer(sealedShare), 201);
        const Sharing::Made link = steps.make({steps.document("por enlace")}, {});
        signedIn(u"ShareGrant"_s, link.grant);
        keep(u"Share"_s, steps.send(link), 201);
        const auto get = [&](const TestDevice &device, const QString &path) {
            return op.call("GET", device.in(path), {}, {}, device.token());
        };
        keep(u"ShareList"_s, get(owner, u"/shares?limit=1"_s), 200);
        keep(u"ReceivedShareList"_s, get(reader, u"/received"_s), 200);
        for (const TestDevice *device : {&owner, &reader})
            keep(u"Changes"_s,
                 get(*device, QString(u"/changes?since="_s +
                                      get(*device, u"/items?snapshot=new"_s).json().value("cursor_at_start"_L1).toString())),
                 200);
    }

    // One notification made by another implementation: its encryption and signatures are understood by ours.
    void readsThePublishedOpening()
    {
        const QJsonObject v = example("OpeningVector.sealed1.json");
        const auto text = [&](const char *name) { return v.value(QLatin1StringView(name)).toString().toLatin1(); };
        const auto share = decryptJwe(keyFromPrivateJwk(v.value("operator_seal"_L1).toObject()), text("deposit_a"));
        QVERIFY(share);
        QCOMPARE(QJsonDocument::fromJson(*share).object().value("a"_L1).toString().toLatin1(), text("a"));
        const auto released = decryptJwe(keyFromPrivateJwk(v.value("device_enc"_L1).toObject()), text("key"));
        QVERIFY(released);
        QCOMPARE(QJsonDocument::fromJson(*released).object().value("a"_L1).toString().toLatin1(), text("a"));
        QVERIFY(!decryptJwe(keyFromPrivateJwk(v.value("operator"_L1).toObject()), text("deposit_a")));
        const auto seal = parseJws(text("seal"));
        QVERIFY(seal && verifies(*seal, keyFromPrivateJwk(v.value("entity_sign"_L1).toObject())));
        QByteArray before;
        for (const QJsonValue &value : v.value("evidence"_L1).toArray()) {
            const QByteArray jws = value.toString().toLatin1();
            const auto record = parseJws(jws);
            QVERIFY(record && verifies(*record, keyFromPrivateJwk(v.value("operator"_L1).toObject())));
            QCOMPARE(record->payload.value("prev"_L1).toString().toLatin1(), before.isEmpty() ? QByteArray() : b64u(sha256(before)));
            before = jws;
        }
    }

    // The published examples were signed by keys that are in them: another implementation's bytes, not ours.
    void verifiesThePublishedStatements()
    {
        const QJsonObject device = example("Device.active.json");
        const auto statement = parseJws(device.value("statement"_L1).toString().toLatin1());
        QVERIFY(statement);
        const QJsonObject operatorKey = example("JwkSet.operator.json").value("keys"_L1).toArray().at(0).toObject();
        QCOMPARE(*thumbprint(operatorKey), statement->kid().toLatin1());
        QVERIFY(verifies(*statement, keyFromJwk(operatorKey)));
        QCOMPARE(statement->payload, example("DeviceStatement.payload.json"));
        const auto acceptance = parseJws(example("EnrolmentRequest.person.json").value("acceptance"_L1).toString().toLatin1());
        QVERIFY(acceptance && verifies(*acceptance, keyFromJwk(device.value("ds"_L1).toObject())));
        QCOMPARE(acceptance->payload, example("Acceptance.payload.json"));
        const QJsonObject request = example("DeviceRequest.second.json");
        const QJsonObject binding = request.value("binding"_L1).toObject();
        const QByteArray r = *fromB64u(binding.value("r"_L1).toString().toLatin1());
        const QByteArray nonce = b64u(sha256(QByteArray(r + *thumbprint(request.value("ds"_L1).toObject()) + *thumbprint(request.value("de"_L1).toObject()))));
        QCOMPARE(parseJws(binding.value("id_token"_L1).toString().toLatin1())->payload.value("nonce"_L1).toString().toLatin1(), nonce);
    }

    void satisfiesTheWitnesses()
    {
        const QString witnesses = QStringLiteral(CARRIEL_SOURCE_DIR "/tests/witnesses");
        const QString node = QStandardPaths::findExecutable(u"node"_s);
        if (node.isEmpty() || !QDir(QString(witnesses + u"/node_modules"_s)).exists())
            QSKIP("the witnesses are not installed: tools/setup does it");
        QStringList arguments{QString(witnesses + u"/check-protocol.mjs"_s)};
        for (const QStringList &list : std::as_const(files))
            arguments += list;
        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(node, arguments);
        QVERIFY(check.waitForFinished(carriel::test::patienceMs));
        QVERIFY2(check.exitCode() == 0, check.readAll().constData());
    }
};

QTEST_GUILESS_MAIN(TestOperatorContract)
#include "tst_operator_contract.moc"
