// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is checked before a deposit is accepted, over TLS: every check with a seal that lacks just that, and what a
// refusal says to whom.
#include "reference-operator/Jwe.h"
#include "reference-operator/acts/Procedures.h"
#include "tests/operator/OpeningStage.h"
#include "tests/operator/Pki.h"

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

namespace {

void inside(QJsonObject &of, QLatin1StringView member, const std::function<void(QJsonObject &)> &change)
{
    QJsonObject inner = of.value(member).toObject();
    change(inner);
    of.insert(member, inner);
}

// A certificate of somebody else.
QJsonArray foreign()
{
    QTemporaryDir dir;
    writeCertificate(dir.filePath(u"c.pem"_s), dir.filePath(u"k.pem"_s));
    QFile file(dir.filePath(u"c.pem"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArrayList lines = file.readAll().trimmed().split('\n');
    return {QString::fromLatin1(lines.mid(1, lines.size() - 2).join())}; // between BEGIN and END
}

} // namespace

class TestOperatorAdmission : public OpeningStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }

    void everyCheckOfAdmission_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<Change>("seal");
        QTest::addColumn<Change>("share");
        QTest::addColumn<Change>("body");
        const auto row = [](const char *name, const char *reason, const Change &seal, const Change &share = {},
                            const Change &body = {}) {
            QTest::newRow(name) << QString::fromLatin1(reason) << seal << share << body;
        };
        const auto set = [](QLatin1StringView member, const QJsonValue &value) {
            return Change([=](QJsonObject &o) { o.insert(member, value); });
        };
        const auto in = [](QLatin1StringView outer, QLatin1StringView member, const QJsonValue &value) {
            return Change([=](QJsonObject &o) { inside(o, outer, [&](QJsonObject &i) { i.insert(member, value); }); });
        };
        row("another id", "id", set("id"_L1, u"otro"_s));
        row("another entity", "entity", set("iss"_L1, u"co:NIT:900777888"_s));
        row("another operator", "audience", set("aud"_L1, u"https://otro.example"_s));
        row("altered after signing", "seal_signature", {}, {}, [](QJsonObject &b) {
            QStringList parts = b.value("seal"_L1).toString().split(u'.');
            QJsonObject payload = QJsonDocument::fromJson(*fromB64u(parts[1].toLatin1())).object();
            payload.insert(u"title"_s, u"Otro"_s);
            parts[1] = QString::fromLatin1(b64u(compact(payload)));
            b.insert(u"seal"_s, parts.join(u'.'));
        });
        row("no title", "seal_form", set("title"_L1, u" "_s));
        row("another class", "seal_form", set("class"_L1, u"edicto"_s));
        row("no assurance", "seal_form", in("open"_L1, "acr"_L1, u"ninguna"_s));
        row("no digest", "seal_form", in("content"_L1, "plain_sha256"_L1, u"x"_s));
        row("sealed-2", "profile", in("content"_L1, "profile"_L1, u"sealed-2"_s));
        row("plain", "profile", in("content"_L1, "profile"_L1, u"plain"_s));
        // The same word whether somebody has no folder here or has consented to nothing.
        row("nobody here", "consent", set("sub"_L1, u"co:CC:1"_s));
        row("an entity's box", "consent", set("sub"_L1, u"entity:co:NIT:900123456"_s));
        row("nobody here, no bytes either", "content", set("sub"_L1, u"co:CC:1"_s), {}, set("blob"_L1, u"nada"_s));
        row("no consent, no bytes either", "content", in("consent"_L1, "id"_L1, u"c0"_s), {},
            set("blob"_L1, u"nada"_s));
        // A label does not take the consent away from a regime that needs it.
        row("a communication with legal effects", "regime", [](QJsonObject &s) {
            s.insert(u"class"_s, u"communication"_s);
            s.insert(u"consent"_s, QJsonValue());
        });
        row("a notification without legal effects", "regime", set("regime"_L1, u"comunicacion"_s));
        row("a legal effect by an unsure login", "regime", in("open"_L1, "acr"_L1, u"medium"_s));
        row("a legal effect by an old login", "regime", in("open"_L1, "max_age"_L1, 3600));
        row("no sensitivity", "seal_form", [](QJsonObject &s) { s.remove("sensitivity"_L1); });
        row("a long case", "seal_form", set("case"_L1, QString(101, u'x')));
        row("signers that nobody knows", "signer", in("open"_L1, "signer"_L1, QJsonArray{u"device"_s, 7}));
        row("made before 1970", "dates", set("iat"_L1, -1));
        row("made before its key was in force", "dates",
            [](QJsonObject &s) { s.insert(u"iat"_s, nowSeconds() - 86400); });
        row("half a second", "dates", set("not_before"_L1, 1.5));
        row("a member twice", "seal_form", {}, {}, [](QJsonObject &b) {
            QStringList parts = b.value("seal"_L1).toString().split(u'.');
            QByteArray payload = *fromB64u(parts[1].toLatin1());
            parts[1] = QString::fromLatin1(b64u(QByteArray("{\"title\":\"Otro\"," + payload.mid(1))));
            b.insert(u"seal"_s, parts.join(u'.'));
        });
        row("a seal as large as a book", "seal_form", set("mas"_L1, QString(40000, u'x')));
        // Its warning's digest is looked at before the procedure's regimes.
        row("a regime that the procedure has not", "warning", [](QJsonObject &s) {
            s.insert(u"regime"_s, u"cpaca-205"_s);
            inside(s, "open"_L1, [](QJsonObject &o) {
                o.insert(u"warning"_s, QJsonObject{{u"id"_s, u"cpaca-205-es-1"_s}, {u"sha256"_s, u""_s}});
            });
        });
        row("no consent", "consent", set("consent"_L1, QJsonValue()));
        row("a withdrawn consent", "consent", in("consent"_L1, "id"_L1, u"c0"_s));
        row("another text of consent", "consent", in("consent"_L1, "sha256"_L1, QString(43, u'A')));
        row("a warning of another regime", "warning", [](QJsonObject &s) {
            inside(s, "open"_L1, [](QJsonObject &o) {
                inside(o, "warning"_L1, [](QJsonObject &w) { w.insert(u"id"_s, u"comunicacion-es-1"_s); });
            });
        });
        row("another digest of the content", "content", in("content"_L1, "cipher_sha256"_L1, QString(43, u'A')));
        row("another size of the content", "content", in("content"_L1, "cipher_size"_L1, 7));
        row("no such bytes", "content", {}, {}, set("blob"_L1, u"nada"_s));
        row("another key", "bad_key", in("key"_L1, "a_sha256"_L1, QString(43, u'A')));
        row("a share for another notification", "bad_key", {}, set("notification"_L1, u"otra"_s));
        row("a share of another entity", "bad_key", {}, set("entity"_L1, u"co:NIT:900777888"_s));
        row("a share to another key", "bad_key", {}, {},
            [](QJsonObject &b) { b.insert(u"a"_s, QString::fromLatin1(*encryptJwe(jwkOf(makeKey()), "{}"))); });
        row("made tomorrow", "dates", set("iat"_L1, nowSeconds() + 86400));
        row("closed unopened although made since its sending", "dates", [](QJsonObject &s) {
            const LegalText warning = findWarning(u"cpaca-205-es-1"_s)->text;
            QJsonObject open = s.value("open"_L1).toObject();
            open.insert(u"warning"_s, QJsonObject{{u"id"_s, warning.id}, {u"sha256"_s, QString::fromLatin1(b64u(warning.sha256))}});
            s.insert(u"open"_s, open);
            s.insert(u"regime"_s, u"cpaca-205"_s);
            s.insert(u"expires"_s, nowSeconds() + 3600);
        });
        row("over before it begins", "dates", set("expires"_L1, nowSeconds() - 1));
    }

    void everyCheckOfAdmission()
    {
        QFETCH(QString, reason);
        QFETCH(Change, seal);
        QFETCH(Change, share);
        QFETCH(Change, body);
        TestEntity::Made made = entity.make(op.ana(), consent, seal, share);
        if (body)
            body(made.body);
        const Reply reply = entity.deposit(made);
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.json().value("reason"_L1).toString(), reason);
        const auto record = parseJws(
            reply.json().value("evidence"_L1).toArray().at(0).toObject().value("jws"_L1).toString().toLatin1());
        QVERIFY(record && record->payload.value("events"_L1)
                              .toObject()
                              .contains(u"http://uri.etsi.org/19522/Event/SubmissionRejection"_s));
        QCOMPARE(entity.call("GET", QString(u"/entity/notifications/"_s + made.id)).status, 404);
        QCOMPARE(effectsOf(u"deposit"_s, made.id), 0);
    }

    // Sent again with its key, a refused deposit is the same refusal: one record, one line in the log.
    void aRefusalIsAnsweredOnce()
    {
        const TestEntity::Made made =
            entity.make(op.ana(), consent, [](QJsonObject &s) { s.insert(u"consent"_s, QJsonValue()); });
        const std::string key = freshKey();
        const auto put = [&] {
            return entity.call("PUT", QString(u"/entity/notifications/"_s + made.id), made.body, key);
        };
        const Reply once = put(), again = put();
        QCOMPARE(once.status, 422);
        QCOMPARE(once.code(), u"deposit_refused"_s);
        QCOMPARE(again.status, 422);
        QCOMPARE(again.body, once.body);
        QCOMPARE(effectsOf(u"refusal"_s, made.id), 1);
    }

    // Another certificate than that of the key: every program would call it broken, so nobody is notified of it.
    void aSealCarriesItsOwnCertificate()
    {
        TestEntity::Made made = entity.make(op.ana(), consent);
        made.body.insert(u"seal"_s, QString::fromLatin1(entity.sign(u"carpeta-seal+json"_s, made.seal, foreign())));
        const Reply reply = entity.deposit(made);
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.json().value("reason"_L1).toString(), u"seal_signature"_s);
    }

    // What every program would call broken is no certificate: there is only one, and it is for good.
    void aCertificateThatDoesNotHoldIsNone()
    {
        const TestEntity::Made made = entity.make(op.ana(), consent);
        QCOMPARE(entity.deposit(made).status, 201);
        QCOMPARE(open(second, made.id).status, 201);
        const auto size = [&] { return eventsIn(second.get(made.id)).size(); };
        const qsizetype before = size();
        const auto without = [](QLatin1StringView member) { return Change([=](QJsonObject &p) { p.remove(member); }); };
        const auto with = [](QLatin1StringView member, const QJsonValue &value) {
            return Change([=](QJsonObject &p) { p.insert(member, value); });
        };
        for (const Change &change :
             {without("iat"_L1), without("v"_L1), with("iat"_L1, nowSeconds() - 86400),
              with("iat"_L1, nowSeconds() + 86400), with("text"_L1, QString(4001, u'x')), with("text"_L1, 7)}) {
            const Reply reply = certify(made.id, change);
            QCOMPARE(reply.status, 422);
            QCOMPARE(reply.code(), u"statement_invalid"_s);
        }
        QCOMPARE(certify(made.id, {}, foreign()).status, 422);
        QCOMPARE(size(), before);
        QCOMPARE(certify(made.id).status, 201);
    }

    // What is said to be refused is also said to the person: it is an answer to who is subscribed.
    void aRefusedConsentIsAnInquiry()
    {
        const auto asked = [this] {
            return op.call("GET", op.in(u"/inquiries"_s)).json().value("inquiries"_L1).toArray();
        };
        const qsizetype before = asked().size();
        const TestEntity::Made made = entity.make(op.ana(), {{u"id"_s, u"c0"_s}, {u"sha256"_s, QString(43, u'A')}});
        QCOMPARE(entity.deposit(made).json().value("reason"_L1).toString(), u"consent"_s);
        const QJsonArray after = asked();
        QCOMPARE(after.size(), before + 1);
        QCOMPARE(after.at(0).toObject().value("procedure"_L1).toString(), u"T-1"_s);
    }

    // One act, one answer with the operator's signature: no rejection of what was accepted, nor of another's.
    void noRejectionOfWhatWasAccepted()
    {
        TestEntity::Made made = entity.make(op.ana(), consent);
        QCOMPARE(entity.deposit(made).status, 201);
        const QJsonValue share = made.body.value("a"_L1);
        made.body.insert(u"a"_s, u"a.b.c.d.e"_s);
        const Reply again = entity.deposit(made);
        QCOMPARE(again.code(), u"already_exists"_s);
        QCOMPARE(again.json().value("current"_L1).toObject().value("state"_L1).toString(), u"Available"_s);
        QVERIFY(!again.body.contains("SubmissionRejection") && !again.json().contains("evidence"_L1));
        const Reply foreign = other.call(
            "PUT", QString(u"/entity/notifications/"_s + made.id),
            {{u"seal"_s, made.body.value("seal"_L1)}, {u"blob"_s, made.body.value("blob"_L1)}, {u"a"_s, share}});
        QVERIFY(foreign.code() == u"scope_missing" || foreign.code() == u"id_taken");
        QVERIFY(!foreign.json().contains("evidence"_L1));
        // Of what nobody signed it repeats nothing.
        TestEntity::Made forged = entity.make(op.ana(), consent);
        QStringList parts = forged.body.value("seal"_L1).toString().split(u'.');
        parts[2] = QString(86, u'A');
        forged.body.insert(u"seal"_s, parts.join(u'.'));
        const QJsonObject record = parseJws(entity.deposit(forged)
                                                .json()
                                                .value("evidence"_L1)
                                                .toArray()
                                                .at(0)
                                                .toObject()
                                                .value("jws"_L1)
                                                .toString()
                                                .toLatin1())
                                       ->payload;
        const QJsonObject event = record.value("events"_L1).toObject().begin().value().toObject();
        QCOMPARE(event.value("reason"_L1).toString(), u"seal_signature"_s);
        QCOMPARE(event.value("recipient"_L1).toString(), QString());
    }

    void aProcedureIsOfOneKind()
    {
        const auto put = [&](const QStringList &classes, const QStringList &regimes) {
            return entity
                .call("PUT", u"/entity/procedures/T-3"_s,
                      {{u"title"_s, u"Otro"_s},
                       {u"classes"_s, QJsonArray::fromStringList(classes)},
                       {u"regimes"_s, QJsonArray::fromStringList(regimes)},
                       {u"consent_text"_s, u"Acepto."_s}})
                .status;
        };
        QCOMPARE(put({u"communication"_s}, {u"cpaca-56"_s}), 400);
        QCOMPARE(put({u"notification"_s}, {u"comunicacion"_s}), 400);
        QCOMPARE(put({u"notification"_s, u"alert"_s}, {u"cpaca-56"_s}), 400);
        QCOMPARE(put({u"notification"_s}, {u"cpaca-56"_s}), 200);
        QCOMPARE(put({u"alert"_s}, {u"comunicacion"_s}), 200);
    }

    // PostgreSQL keeps no U+0000; an answer is due all the same.
    void aNulIsRefusedAndNothingBreaks()
    {
        const auto post = [&](const char *method, const QString &path, const QByteArray &body) {
            return op.call(method, path, {{"Content-Type", "application/json"}, {"Idempotency-Key", freshKey()}}, body,
                           entity.token());
        };
        QCOMPARE(post("PUT", u"/entity/procedures/T-4"_s,
                      R"({"title":"a\u0000b","classes":["alert"],"regimes":["comunicacion"]})")
                     .code(),
                 u"invalid_json"_s);
        QCOMPARE(post("POST", u"/entity/procedures/T-1/subscribers"_s, R"({"persons":["co:CC:1\u0000"]})").code(),
                 u"invalid_json"_s);
        QCOMPARE(post("PUT", u"/entity/procedures/T-4"_s, R"({"title":"a","title":"b"})").code(), u"invalid_json"_s);
        QCOMPARE(entity.call("GET", u"/entity/notifications?batch=%00"_s).status, 400);
        QCOMPARE(entity
                     .askToken(entity.assertion(
                         [](QJsonObject &claims) { claims.insert(u"iss"_s, QString(u"entity-9"_s + QChar(u'\0'))); }))
                     .status,
                 401);
    }

    // The oracle: somebody else's share under a notification of one's own.
    void aCopiedShareOpensNothing()
    {
        const TestEntity::Made victim = entity.make(op.ana(), consent);
        QCOMPARE(entity.deposit(victim).status, 201);
        TestEntity::Made attack =
            other.make(op.ana(), {}, [&](QJsonObject &s) { s.insert(u"key"_s, victim.seal.value("key"_L1)); });
        attack.body.insert(u"a"_s, victim.body.value("a"_L1));
        QCOMPARE(other.deposit(attack).json().value("reason"_L1).toString(), u"bad_key"_s);
    }
};

QTEST_GUILESS_MAIN(TestOperatorAdmission)
#include "tst_operator_admission.moc"
