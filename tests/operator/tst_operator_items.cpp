// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Folders and documents at the real operator: names, tree, preconditions, replays, trash, batch, feed, snapshot.
#include "reference-operator/Encoding.h"
#include "tests/operator/TestOperator.h"
#include "tests/support/Patience.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QtTest>

using namespace carriel::op;
using namespace carriel::op::test;
using namespace Qt::StringLiterals;

class TestOperatorItems : public QObject
{
    Q_OBJECT

private:
    TestOperator op;

    QString item(const QString &id, const char *verb = "") const
    {
        return op.in(QString(u"/items/"_s + id + QLatin1StringView(verb)));
    }
    Reply get(const QString &id) const { return op.call("GET", item(id)); }
    QByteArray tag(const QString &id) const { return get(id).header("ETag"); }
    Reply patch(const QString &id, const QByteArray &etag, const QJsonObject &body, const std::string &key = freshKey()) const
    {
        return op.json("PATCH", item(id), {{"If-Match", etag.toStdString()}, {"Idempotency-Key", key}}, body);
    }
    Reply act(const QString &id, const char *verb) const
    {
        return op.json("POST", item(id, verb), {{"If-Match", get(id).header("ETag").toStdString()}, {"Idempotency-Key", freshKey()}}, {});
    }
    QString cursor() const
    {
        return op.call("GET", op.in(u"/items?snapshot=new&limit=1"_s)).json().value("cursor_at_start"_L1).toString();
    }
    QJsonArray changes(const QString &since) const
    {
        return op.call("GET", op.in(QString(u"/changes?since="_s + since))).json().value("changes"_L1).toArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QJsonObject issued{{u"id"_s, u"diploma"_s},
                                 {u"type"_s, u"document"_s},
                                 {u"name"_s, u"diploma.pdf"_s},
                                 {u"file"_s, u"cert.pem"_s},
                                 {u"media_type"_s, u"application/pdf"_s},
                                 {u"official"_s, true},
                                 {u"issuer"_s, QJsonObject{{u"id"_s, u"co:NIT:900123456"_s}, {u"name"_s, u"Universidad"_s}}},
                                 {u"meta"_s, QJsonObject{{u"origin"_s, QJsonObject{{u"kind"_s, u"issued"_s}}}}}};
        const QJsonObject json{
            {u"folders"_s, QJsonArray{QJsonObject{{u"id"_s, op.folder()},
                                                  {u"holder"_s, QJsonObject{{u"id"_s, op.ana()}, {u"name"_s, u"Ana"_s}}},
                                                  {u"items"_s, QJsonArray{issued}}}}}};
        const bool ready = op.seed(json) && op.seed(json) && op.start(); // the second time adds nothing
        if (!ready && op.error() == u"no PostgreSQL here")
            QSKIP("no PostgreSQL here");
        QVERIFY2(ready, qPrintable(op.error()));
    }

    void createsFoldersAndDocuments()
    {
        const Reply made = op.mkdir(u"f1"_s, u"Salud"_s);
        QCOMPARE(made.status, 201);
        QVERIFY(made.header("ETag").startsWith("\"f1-1-"));
        QCOMPARE(made.json().value("etag"_L1).toString().toUtf8(), made.header("ETag"));
        QCOMPARE(tag(u"f1"_s), made.header("ETag"));
        const Reply document = op.put(u"d1"_s, u"Historia clínica.txt"_s, "uno", u"f1"_s);
        QCOMPARE(document.status, 201);
        QCOMPARE(document.json().value("head"_L1).toObject().value("sha256"_L1).toString(), QString::fromLatin1(b64(sha256("uno"))));
        const Reply again = get(u"d1"_s);
        QCOMPARE(again.status, 200);
        QCOMPARE(again.json(), document.json());
        QCOMPARE(op.mkdir(u"f1"_s, u"Otra"_s).code(), u"already_exists"_s);
        QCOMPARE(op.mkdir(u"f9"_s, u"Sola"_s, u"nadie"_s).code(), u"parent_missing"_s);
        QCOMPARE(op.mkdir(u"f9"_s, u"Sola"_s, u"d1"_s).code(), u"parent_missing"_s);
        QCOMPARE(get(u"nada"_s).status, 404);
    }

    void refusesNames_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"", ".", "..", "a/b", "a\\b", "a:b", "CON", "nul.txt", "Com1.pdf", "fin.", "fin ", " inicio", "a\tb", "e\xcc\x81"})
            QTest::newRow(qPrintable(QString::fromUtf8(name).toHtmlEscaped())) << QString::fromUtf8(name);
        QTest::newRow("256 bytes") << QString(256, u'x');
        QTest::newRow("bidi") << u"factura\u202efdp.exe"_s;
    }
    void refusesNames()
    {
        QFETCH(QString, name);
        const Reply reply = op.mkdir(u"nombre"_s, name);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), u"name_invalid"_s);
    }

    void keepsSiblingsApart()
    {
        QCOMPARE(op.mkdir(u"n1"_s, u"Ñandú"_s).status, 201);
        const Reply taken = op.mkdir(u"n2"_s, u"ñANDÚ"_s);
        QCOMPARE(taken.status, 409);
        QCOMPARE(taken.code(), u"name_taken"_s);
        QCOMPARE(taken.json().value("existing"_L1).toString(), u"n1"_s);
        const QString longName = QString(QString(120, u'ñ') + u".tar.gz"_s); // 247 bytes
        for (int i = 0; i < 3; ++i) {
            const Reply renamed = op.json("PUT", item(QString(u"largo"_s + QString::number(i))),
                                          {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}},
                                          {{u"type"_s, u"folder"_s}, {u"parent"_s, u"root"_s}, {u"name"_s, longName}, {u"on_name_taken"_s, u"rename"_s}});
            QCOMPARE(renamed.status, 201);
            const QString name = renamed.json().value("name"_L1).toString();
            QVERIFY(name.toUtf8().size() <= 255);
            QVERIFY(name.endsWith(i == 0 ? u"ñ.tar.gz"_s : QString(u"ñ ("_s + QString::number(i + 1) + u").tar.gz"_s)));
        }
    }

    void checksPreconditionsAfterReplays()
    {
        QCOMPARE(op.mkdir(u"p1"_s, u"Precondición"_s).status, 201);
        const QByteArray before = tag(u"p1"_s);
        QCOMPARE(op.json("PATCH", item(u"p1"_s), {{"Idempotency-Key", freshKey()}}, {{u"name"_s, u"x"_s}}).status, 428);
        QCOMPARE(op.json("PATCH", item(u"p1"_s), {{"If-Match", before.toStdString()}}, {{u"name"_s, u"x"_s}}).code(), u"idempotency_key_required"_s);
        QCOMPARE(op.json("PUT", item(u"p9"_s), {{"Idempotency-Key", freshKey()}}, {{u"type"_s, u"folder"_s}}).status, 428);

        const std::string key = freshKey();
        const Reply first = patch(u"p1"_s, before, {{u"name"_s, u"Nuevo"_s}}, key);
        QCOMPARE(first.status, 200);
        QCOMPARE(first.json().value("rev"_L1).toInt(), 2);
        QCOMPARE(first.json().value("caused_by"_L1).toString().toStdString(), key.substr(1, key.size() - 2));
        const Reply replay = patch(u"p1"_s, before, {{u"name"_s, u"Nuevo"_s}}, key); // the If-Match is stale by now
        QCOMPARE(replay.status, 200);
        QCOMPARE(replay.body, first.body);
        QCOMPARE(replay.header("ETag"), first.header("ETag"));
        QCOMPARE(replay.header("Idempotency-Replayed"), QByteArray("true"));
        QCOMPARE(patch(u"p1"_s, before, {{u"name"_s, u"Otro"_s}}, key).code(), u"idempotency_key_reused"_s);

        const Reply conflict = patch(u"p1"_s, before, {{u"name"_s, u"Tercero"_s}});
        QCOMPARE(conflict.status, 412);
        QCOMPARE(conflict.code(), u"version_conflict"_s);
        QCOMPARE(conflict.json().value("base_rev"_L1).toInt(), 1);
        QCOMPARE(conflict.json().value("current"_L1).toObject().value("rev"_L1).toInt(), 2);
    }

    void movesButNeverInACircle()
    {
        op.mkdir(u"c1"_s, u"Uno"_s);
        op.mkdir(u"c2"_s, u"Dos"_s, u"c1"_s);
        op.mkdir(u"c3"_s, u"Tres"_s, u"c2"_s);
        QCOMPARE(patch(u"c1"_s, tag(u"c1"_s), {{u"parent"_s, u"c3"_s}}).code(), u"cycle"_s);
        QCOMPARE(patch(u"c1"_s, tag(u"c1"_s), {{u"parent"_s, u"c1"_s}}).code(), u"cycle"_s);
        QCOMPARE(patch(u"c3"_s, tag(u"c3"_s), {{u"parent"_s, u"root"_s}}).status, 200);
        QString parent = u"c1"_s;
        int refusedAt = 0;
        for (int depth = 2; depth <= 40 && !refusedAt; ++depth) {
            const QString id = QString(u"hondo"_s + QString::number(depth));
            const Reply made = op.mkdir(id, u"x"_s, parent);
            if (made.status != 201) {
                QCOMPARE(made.code(), u"depth_exceeded"_s);
                refusedAt = depth;
            }
            parent = id;
        }
        QCOMPARE(refusedAt, 33);
    }

    void mergesMetaByKey()
    {
        op.mkdir(u"m1"_s, u"Meta"_s);
        const QJsonObject meta{{u"labels"_s, QJsonArray{u"casa"_s}}, {u"note"_s, u"nota"_s}, {u"x-otro"_s, QJsonObject{{u"k"_s, 1}}}};
        QCOMPARE(patch(u"m1"_s, tag(u"m1"_s), {{u"meta"_s, meta}}).status, 200);
        const Reply two = patch(u"m1"_s, tag(u"m1"_s),
                                {{u"meta"_s, QJsonObject{{u"note"_s, QJsonValue()}, {u"favourite"_s, true}, {u"expires"_s, u"2031-01-05"_s}}}});
        const QJsonObject now = two.json().value("meta"_L1).toObject();
        QVERIFY(!now.contains("note"_L1));
        QVERIFY(now.value("favourite"_L1).toBool());
        QCOMPARE(now.value("x-otro"_L1).toObject().value("k"_L1).toInt(), 1);
        QCOMPARE(now.value("labels"_L1).toArray(), QJsonArray{u"casa"_s});
        QCOMPARE(patch(u"m1"_s, tag(u"m1"_s), {{u"meta"_s, QJsonObject{{u"expires"_s, u"mañana"_s}}}}).code(), u"invalid_request"_s);
        QCOMPARE(patch(u"m1"_s, tag(u"m1"_s), {{u"meta"_s, QJsonObject{{u"origin"_s, QJsonObject{{u"kind"_s, u"issued"_s}}}}}}).code(),
                 u"field_read_only"_s);
        QCOMPARE(patch(u"m1"_s, tag(u"m1"_s), {{u"meta"_s, QJsonObject{{u"x"_s, QString(70000, u'x')}}}}).code(), u"meta_too_large"_s);
    }

    void locksIssuedDocuments()
    {
        const Reply diploma = get(u"diploma"_s);
        QCOMPARE(diploma.json().value("official"_L1).toBool(), true);
        QCOMPARE(diploma.json().value("rev"_L1).toInt(), 1); // the second seeding changed nothing
        const Reply version = op.json("POST", item(u"diploma"_s, "/versions"),
                                      {{"If-Match", tag(u"diploma"_s).toStdString()}, {"Idempotency-Key", freshKey()}},
                                      {{u"blob"_s, op.putBlob("falso")}, {u"sha256"_s, QString::fromLatin1(b64(sha256("falso")))}});
        QCOMPARE(version.status, 423);
        QCOMPARE(version.code(), u"official_document_locked"_s);
        QCOMPARE(patch(u"diploma"_s, tag(u"diploma"_s), {{u"issuer"_s, QJsonObject()}}).code(), u"field_read_only"_s);
        QCOMPARE(patch(u"diploma"_s, tag(u"diploma"_s), {{u"meta"_s, QJsonObject{{u"favourite"_s, true}}}}).status, 200);
    }

    void keepsVersions()
    {
        op.put(u"v1"_s, u"acta.txt"_s, "primera");
        const Reply second = op.json("POST", item(u"v1"_s, "/versions"), {{"If-Match", tag(u"v1"_s).toStdString()}, {"Idempotency-Key", freshKey()}},
                                     {{u"blob"_s, op.putBlob("segunda")}, {u"sha256"_s, QString::fromLatin1(b64(sha256("segunda")))}});
        QCOMPARE(second.status, 201);
        QCOMPARE(second.json().value("head"_L1).toObject().value("media_type"_L1).toString(), u"text/plain"_s);
        const QJsonArray versions = op.call("GET", item(u"v1"_s, "/versions")).json().value("versions"_L1).toArray();
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions[0].toObject().value("size"_L1).toInt(), 7);
        QCOMPARE(versions[0].toObject().value("version"_L1), second.json().value("head"_L1).toObject().value("version"_L1));
        const Reply wrong = op.json("POST", item(u"v1"_s, "/versions"), {{"If-Match", tag(u"v1"_s).toStdString()}, {"Idempotency-Key", freshKey()}},
                                    {{u"blob"_s, u"nada"_s}, {u"sha256"_s, u"x"_s}});
        QCOMPARE(wrong.code(), u"blob_missing"_s);
    }

    void trashesRestoresPurges()
    {
        op.mkdir(u"t1"_s, u"Vieja"_s);
        op.put(u"t2"_s, u"a.txt"_s, "contenido que se purga", u"t1"_s);
        op.put(u"t3"_s, u"b.txt"_s, "otro", u"t1"_s);
        QCOMPARE(act(u"t3"_s, "/trash").status, 200); // on its own, before
        const QString since = cursor();
        const Reply trashed = act(u"t1"_s, "/trash");
        QCOMPARE(trashed.json().value("state"_L1).toString(), u"trashed"_s);
        QCOMPARE(get(u"t2"_s).json().value("trashed_root"_L1).toString(), u"t1"_s);
        QCOMPARE(changes(since).size(), 2);
        QCOMPARE(op.mkdir(u"t4"_s, u"Nueva"_s, u"t1"_s).code(), u"parent_missing"_s);
        QCOMPARE(op.mkdir(u"t5"_s, u"vieja"_s).status, 201); // the name is free meanwhile

        const Reply back = act(u"t1"_s, "/restore");
        QCOMPARE(back.json().value("name"_L1).toString(), u"Vieja (2)"_s);
        QCOMPARE(get(u"t2"_s).json().value("state"_L1).toString(), u"active"_s);
        QCOMPARE(get(u"t3"_s).json().value("state"_L1).toString(), u"trashed"_s);

        const QString blob = get(u"t2"_s).json().value("head"_L1).toObject().value("blob"_L1).toString();
        QCOMPARE(act(u"t2"_s, "/purge").code(), u"item_not_trashed"_s);
        act(u"t1"_s, "/trash");
        const QByteArray weak = op.token(op.ana(), {{u"auth_time"_s, nowSeconds() - 1000}});
        const Reply stepUp = op.json("POST", item(u"t1"_s, "/purge"),
                                     {{"If-Match", get(u"t1"_s).header("ETag").toStdString()}, {"Idempotency-Key", freshKey()}}, {}, weak);
        QCOMPARE(stepUp.status, 401);
        QCOMPARE(stepUp.code(), u"insufficient_user_authentication"_s);
        QVERIFY(stepUp.header("WWW-Authenticate").contains("acr_values=\"urn:carpeta:loa:high\""));
        QVERIFY(stepUp.header("WWW-Authenticate").contains("max_age=\"300\""));
        const Reply restoredAlone = act(u"t3"_s, "/restore");
        const QString recovered = restoredAlone.json().value("parent"_L1).toString();
        QCOMPARE(get(recovered).json().value("name"_L1).toString(), u"Recuperados"_s);
        const QString before = cursor();
        const Reply purged = act(u"t1"_s, "/purge");
        QCOMPARE(purged.status, 200);
        QCOMPARE(purged.json().value("op"_L1).toString(), u"remove"_s);
        QCOMPARE(get(u"t2"_s).status, 410);
        QCOMPARE(op.call("GET", op.in(QString(u"/blobs/"_s + blob))).status, 404);
        QSet<QString> removed;
        for (const QJsonValue &change : changes(before))
            removed.insert(
                QString(change.toObject().value("op"_L1).toString() + change.toObject().value("id"_L1).toString()));
        QCOMPARE(removed, (QSet<QString>{u"removet1"_s, u"removet2"_s, u"upsertcarpeta-ana"_s}));
    }

    void answersBatchesOpByOp()
    {
        op.mkdir(u"b0"_s, u"Lote"_s);
        const auto make = [](const QString &id, const QString &name) {
            return QJsonObject{{u"key"_s, QString(u"k-"_s + id)},
                               {u"method"_s, u"PUT"_s},
                               {u"path"_s, QString(u"/items/"_s + id)},
                               {u"if_none_match"_s, u"*"_s},
                               {u"body"_s, QJsonObject{{u"type"_s, u"folder"_s}, {u"parent"_s, u"b0"_s}, {u"name"_s, name}}}};
        };
        op.json("PUT", item(u"b1"_s), {{"If-None-Match", "*"}, {"Idempotency-Key", "\"k-b1\""}}, make(u"b1"_s, u"Uno"_s).value("body"_L1).toObject());
        const QJsonObject rename{{u"key"_s, u"k-r"_s},
                                 {u"method"_s, u"PATCH"_s},
                                 {u"path"_s, u"/items/b1"_s},
                                 {u"if_match"_s, QString::fromLatin1(tag(u"b1"_s))},
                                 {u"body"_s, QJsonObject{{u"name"_s, u"Uno bis"_s}}}};
        const QJsonObject body{{u"ops"_s, QJsonArray{make(u"b1"_s, u"Uno"_s), make(u"b2"_s, u"UNO"_s), rename, make(u"b3"_s, u"Uno"_s),
                                                     QJsonObject{{u"key"_s, u"k-x"_s}, {u"method"_s, u"PUT"_s}, {u"path"_s, u"/blobs/x"_s}}}}};
        const auto statuses = [](const Reply &reply) {
            QList<int> out;
            for (const QJsonValue &r : reply.json().value("results"_L1).toArray())
                out.append(r.toObject().value("status"_L1).toInt());
            return out;
        };
        const Reply first = op.json("POST", op.in(u"/batch"_s), {}, body);
        QCOMPARE(statuses(first), (QList<int>{201, 409, 200, 201, 404}));
        const Reply second = op.json("POST", op.in(u"/batch"_s), {}, body); // b2 finds its name taken still
        QCOMPARE(statuses(second), (QList<int>{201, 409, 200, 201, 404}));
        QVERIFY(second.json().value("results"_L1).toArray()[0].toObject().value("replayed"_L1).toBool());
        // The same operation alone, with other white space, is the same operation.
        const Reply alone = op.json("PUT", item(u"b1"_s), {{"If-None-Match", "*"}, {"Idempotency-Key", "\"k-b1\""}},
                                    make(u"b1"_s, u"Uno"_s).value("body"_L1).toObject());
        QCOMPARE(alone.header("Idempotency-Replayed"), QByteArray("true"));
    }

    void feedsParentsFirstAndCoalesced()
    {
        const QString since = cursor();
        op.mkdir(u"h2"_s, u"Hijo"_s);
        op.mkdir(u"h1"_s, u"Padre"_s);
        patch(u"h2"_s, tag(u"h2"_s), {{u"parent"_s, u"h1"_s}});
        patch(u"h1"_s, tag(u"h1"_s), {{u"name"_s, u"Padre mayor"_s}}); // the parent's last change is after the child's
        const Reply all = op.call("GET", op.in(QString(u"/changes?since="_s + since)));
        QStringList order;
        for (const QJsonValue &change : all.json().value("changes"_L1).toArray())
            order << QString(change.toObject().value("id"_L1).toString() + u'-' + QString::number(change.toObject().value("rev"_L1).toInt()));
        QCOMPARE(order, (QStringList{u"h1-2"_s, u"h2-2"_s}));
        // Page by page the same, each page usable alone.
        QString at = since;
        QStringList seen;
        bool more = true;
        for (int page = 0; more && page < 10; ++page) {
            const QJsonObject json = op.call("GET", op.in(QString(u"/changes?limit=1&since="_s + at))).json();
            for (const QJsonValue &change : json.value("changes"_L1).toArray())
                seen << change.toObject().value("id"_L1).toString();
            at = json.value("new_cursor"_L1).toString();
            more = json.value("has_more"_L1).toBool();
        }
        QCOMPARE(seen.indexOf(u"h1"_s), 0);
        QVERIFY(seen.contains(u"h2"_s));
        QVERIFY(changes(at).isEmpty());
        QCOMPARE(op.call("GET", op.in(u"/changes?since=basura"_s)).code(), u"cursor_invalid"_s);
        QCOMPARE(op.call("GET", op.in(u"/changes"_s)).code(), u"cursor_invalid"_s);
        const QByteArray foreign = b64u("otra-epoca:3");
        const Reply expired = op.call("GET", op.in(QString(u"/changes?since="_s + QString::fromLatin1(foreign))));
        QCOMPARE(expired.status, 410);
        QCOMPARE(expired.json().value("reason"_L1).toString(), u"epoch_changed"_s);
    }

    void snapshotIsCompleteAndStable()
    {
        for (int i = 0; i < 30; ++i)
            op.mkdir(QString(u"s"_s + QString::number(i)), QString(u"Carpeta "_s + QString::number(i)), i < 3 ? u"root"_s : QString(u"s"_s + QString::number(i - 3)));
        QSet<QString> seen;
        QString next = u"/items?snapshot=new&limit=7"_s;
        QString start;
        int pages = 0;
        while (!next.isEmpty()) {
            const Reply page = op.call("GET", op.in(next));
            QCOMPARE(page.status, 200);
            start = page.json().value("cursor_at_start"_L1).toString();
            QVERIFY(!page.json().value("epoch"_L1).toString().isEmpty());
            for (const QJsonValue &value : page.json().value("items"_L1).toArray()) {
                const QJsonObject json = value.toObject();
                QVERIFY(json.value("parent"_L1).toString() == u"root" || seen.contains(json.value("parent"_L1).toString()));
                seen.insert(json.value("id"_L1).toString());
            }
            if (++pages == 2) // meanwhile one moves and one goes
                patch(u"s5"_s, tag(u"s5"_s), {{u"parent"_s, u"root"_s}});
            next = page.json().value("next"_L1).toString();
        }
        for (int i = 0; i < 30; ++i)
            QVERIFY2(seen.contains(QString(u"s"_s + QString::number(i))), qPrintable(QString::number(i)));
        QCOMPARE(changes(start).size(), 1);
        const QJsonArray children = op.call("GET", op.in(u"/items?parent=s0"_s)).json().value("items"_L1).toArray();
        QCOMPARE(children.size(), 1);
    }

    void acceptsPrivateDocuments()
    {
        const QJsonObject sealed{{u"enc"_s, u"aes128gcm"_s}, {u"plain_size"_s, 4}, {u"meta"_s, u"a.b.c.d.e"_s}};
        QJsonObject body{{u"type"_s, u"document"_s}, {u"parent"_s, u"root"_s}, {u"name"_s, u"visible"_s}, {u"custody"_s, u"private"_s},
                         {u"blob"_s, op.putBlob("cifrado")}, {u"sha256"_s, QString::fromLatin1(b64(sha256("cifrado")))}, {u"sealed"_s, sealed}};
        const auto put = [&] { return op.json("PUT", item(u"pr1"_s), {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}}, body); };
        QCOMPARE(put().code(), u"name_invalid"_s); // the operator must not learn its name
        body.insert(u"name"_s, u"pr1"_s);
        const Reply made = put();
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json().value("sealed"_L1).toObject(), sealed);
    }

    void namesOfAnswersFollowTheExamples()
    {
        QFile file(QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/examples/Item.document.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject example = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonObject ours = get(u"d1"_s).json();
        QCOMPARE(ours.keys(), example.keys());
        QCOMPARE(ours.value("head"_L1).toObject().keys(), example.value("head"_L1).toObject().keys());
    }

    void expiresCursorsOfAnotherEpoch()
    {
        const QString since = cursor();
        QVERIFY(op.stop());
        QProcess process;
        process.start(QStringLiteral(CARRIEL_BINARY_DIR "/bin/carriel-operator"), {u"--config"_s, op.configFile(), u"new-epoch"_s});
        QVERIFY(process.waitForFinished(carriel::test::patienceMs) && process.exitCode() == 0);
        QVERIFY2(op.start(), qPrintable(op.error()));
        const Reply expired = op.call("GET", op.in(QString(u"/changes?since="_s + since)));
        QVERIFY(expired.status == 410 && expired.code() == u"cursor_expired");
        QCOMPARE(expired.json().value("snapshot"_L1).toString(), u"/items?snapshot=new"_s);
    }
};

QTEST_GUILESS_MAIN(TestOperatorItems)
#include "tst_operator_items.moc"
