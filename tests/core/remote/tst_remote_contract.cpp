// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The client's codecs against the published examples of the protocol, and against damaged forms of them.
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Jws.h"
#include "core/crypto/StrictJson.h"
#include "core/remote/AccountCodec.h"
#include "core/remote/ChangeCodec.h"
#include "core/remote/EventStream.h"
#include "core/remote/ItemCodec.h"
#include "core/remote/MultipartCodec.h"
#include "core/remote/RemoteErrors.h"
#include "core/remote/WireValues.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace carriel;
using namespace carriel::remote;

namespace {
QByteArray example(const QString &name)
{
    QFile file(QLatin1String(CARRIEL_SOURCE_DIR "/docs/protocol/examples/") + name + QLatin1String(".json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no example %s", qPrintable(name));
    return file.readAll();
}

QJsonObject object(const QString &name)
{
    return QJsonDocument::fromJson(example(name)).object();
}

QByteArray compact(const QJsonObject &o)
{
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

QString sinceOf(const QString &name)
{
    return object(name).value(QLatin1String("old_cursor")).toString();
}
} // namespace

class RemoteContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyItemExampleIsUnderstood_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"Item.document", "Item.folder", "Item.official", "Item.private", "Item.trashed"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyItemExampleIsUnderstood()
    {
        QFETCH(QString, name);
        const QJsonObject json = object(name);
        const auto item = readItem(json);
        QVERIFY2(item.ok(), qPrintable(item.ok() ? QString() : item.error().detail));
        QCOMPARE(item.value().id.text(), json.value(QLatin1String("id")).toString());
        QCOMPARE(item.value().fields.name, json.value(QLatin1String("name")).toString());
        QCOMPARE(item.value().fields.meta.fields(), json.value(QLatin1String("meta")).toObject()); // unknown keys survive
        QCOMPARE(item.value().fields.state == ItemState::Trashed, name == QLatin1String("Item.trashed"));
        QCOMPARE(item.value().facts.official, name == QLatin1String("Item.official"));
        QCOMPARE(item.value().custody == Custody::Private, name == QLatin1String("Item.private"));
        QCOMPARE(item.value().head.has_value(), json.value(QLatin1String("head")).isObject());
        if (item.value().head)
            QCOMPARE(item.value().head->sha256.size(), 32);
    }

    void membersOfANewerProtocolAreKept()
    {
        QJsonObject json = object(QStringLiteral("Item.document"));
        json.insert(QStringLiteral("x_future"), QJsonArray{1, 2});
        QCOMPARE(readItem(json).value().facts.unknown, (QJsonObject{{QStringLiteral("x_future"), QJsonArray{1, 2}}}));
    }

    void itemWithAMemberMissingOrWrongIsRefused()
    {
        const QJsonObject good = object(QStringLiteral("Item.document"));
        for (const char *name : {"id", "rev", "etag", "type", "parent", "name", "state", "custody", "official", "head", "meta"}) {
            for (const QJsonValue &value : {QJsonValue(QJsonValue::Undefined), QJsonValue(QStringLiteral("")), QJsonValue(-1), QJsonValue(1.5),
                                            QJsonValue(QJsonArray{}), QJsonValue(QStringLiteral("../x"))}) {
                QJsonObject bad = good;
                if (value.isUndefined())
                    bad.remove(QLatin1String(name));
                else
                    bad.insert(QLatin1String(name), value);
                if (qstrcmp(name, "name") == 0 && value == QJsonValue(QStringLiteral("../x")))
                    continue; // names are fitted before they reach a file system
                QVERIFY2(!readItem(bad).ok(), name);
            }
        }
        QJsonObject weak = good;
        weak.insert(QStringLiteral("etag"), QStringLiteral("W/\"x-1\""));
        QVERIFY(!readItem(weak).ok());
        QJsonObject inside = good;
        inside.insert(QStringLiteral("parent"), good.value(QLatin1String("id")));
        QVERIFY(!readItem(inside).ok());
        QJsonObject head = good.value(QLatin1String("head")).toObject();
        head.insert(QStringLiteral("sha256"), QStringLiteral("0tE-RJDKHiD64fnHqiqWMt3SZk33BXIfQ91tEUTZHmQ"));
        QJsonObject digest = good;
        digest.insert(QStringLiteral("head"), head);
        QVERIFY(!readItem(digest).ok());
    }

    void changesAreReadAndForeignKindsSkipped()
    {
        const QString name = QStringLiteral("Changes.mixed");
        const auto page = readChanges(example(name), sinceOf(name));
        QVERIFY2(page.ok(), qPrintable(page.ok() ? QString() : page.error().detail));
        QCOMPARE(page.value().changes.size(), 3);
        QVERIFY(page.value().hasMore);
        QVERIFY(!page.value().changes.at(2).item);
        QCOMPARE(page.value().changes.at(2).rev, 9);
        const QString empty = QStringLiteral("Changes.empty");
        QVERIFY(readChanges(example(empty), sinceOf(empty)).ok());
    }

    void hostilePagesAreProtocolErrors()
    {
        const QString name = QStringLiteral("Changes.mixed");
        const QByteArray good = example(name);
        const QString since = sinceOf(name);
        const auto refused = [&since](const QByteArray &bytes) {
            const auto page = readChanges(bytes, since);
            return !page.ok() && page.error().code == remote::errors::protocol;
        };
        for (qsizetype cut = 0; cut < good.trimmed().size(); cut += 7)
            QVERIFY(refused(good.left(cut)));
        QVERIFY(refused("<html>Acepte los t\xc3\xa9rminos del Wi-Fi</html>"));
        QVERIFY(refused("[]"));
        QVERIFY(refused("null"));
        QVERIFY(refused(QByteArray(40 << 20, ' ')));
        QVERIFY(!readChanges(good, QStringLiteral("another-cursor")).ok());

        const auto with = [&](const std::function<void(QJsonObject &)> &change) {
            QJsonObject page = QJsonDocument::fromJson(good).object();
            change(page);
            return compact(page);
        };
        QVERIFY(!refused(with([](QJsonObject &) {})));
        QVERIFY(refused(with([&](QJsonObject &o) { o.insert(QStringLiteral("new_cursor"), since); }))); // would never end
        QVERIFY(refused(with([](QJsonObject &o) { o.remove(QStringLiteral("epoch")); })));
        QVERIFY(refused(with([](QJsonObject &o) { o.insert(QStringLiteral("has_more"), QStringLiteral("yes")); })));
        QVERIFY(refused(with([](QJsonObject &o) { o.insert(QStringLiteral("changes"), QJsonObject{}); })));
        QVERIFY(refused(with([](QJsonObject &o) { // the same item twice
            QJsonArray changes = o.value(QLatin1String("changes")).toArray();
            changes.append(changes.at(0));
            o.insert(QStringLiteral("changes"), changes);
        })));
        QVERIFY(refused(with([](QJsonObject &o) { // an entry that names another item than it carries
            QJsonArray changes = o.value(QLatin1String("changes")).toArray();
            QJsonObject first = changes.at(0).toObject();
            first.insert(QStringLiteral("id"), QStringLiteral("other"));
            changes.replace(0, first);
            o.insert(QStringLiteral("changes"), changes);
        })));
        QByteArray twice = good;
        twice.replace("\"has_more\"", "\"has_more\": false, \"has_more\"");
        QVERIFY(refused(twice));
    }

    void snapshotPagesAreRead()
    {
        const auto first = readSnapshot(example(QStringLiteral("Snapshot.first")));
        QVERIFY(first.ok());
        QVERIFY(!first.value().next.isEmpty() && !first.value().cursorAtStart.isEmpty());
        QVERIFY(readSnapshot(example(QStringLiteral("Snapshot.last"))).value().next.isEmpty());
        QVERIFY(!first.value().epoch.isEmpty());
        QJsonObject silent = object(QStringLiteral("Snapshot.first"));
        silent.remove(QStringLiteral("epoch"));
        QVERIFY(!readSnapshot(compact(silent)).ok());
        QJsonObject evil = object(QStringLiteral("Snapshot.first"));
        for (const char *next : {"https://evil.example/items?", "//evil.example/", "/../../items?", "/devices"}) {
            evil.insert(QStringLiteral("next"), QString::fromLatin1(next));
            QVERIFY(!readSnapshot(compact(evil)).ok());
        }
    }

    void accountExamplesAreUnderstood()
    {
        QVERIFY(readTerms(object(QStringLiteral("Terms.current"))).ok());
        QJsonObject altered = object(QStringLiteral("Terms.current"));
        altered.insert(QStringLiteral("text"), QStringLiteral("Otra cosa"));
        QVERIFY(!readTerms(altered).ok());
        QCOMPARE(readFolders(object(QStringLiteral("FolderList.one"))).value().first().holderId, QStringLiteral("co:CC:1020304050"));
        QVERIFY(readFolders(object(QStringLiteral("FolderList.none"))).value().isEmpty());
        QCOMPARE(readFolder(object(QStringLiteral("Folder.active"))).value().quotaUsed, 481223);
        QCOMPARE(readDevices(object(QStringLiteral("DeviceList.two"))).value().size(), 2);
        QVERIFY(readDevice(object(QStringLiteral("Device.active"))).value().active);
        QVERIFY(!readDevice(object(QStringLiteral("Device.revoked"))).value().active);
    }

    void statementOfTheExampleIsSignedByTheOperatorOfTheExample()
    {
        const auto keys = crypto::JwkSet::parse(example(QStringLiteral("JwkSet.operator")));
        const RegisteredDevice device = readDevice(object(QStringLiteral("Enrolment.created")).value(QLatin1String("device")).toObject()).value();
        const auto jws = crypto::verifyJws(device.statement, keys.value(), "carpeta-device+json");
        QVERIFY(jws.ok());
        QCOMPARE(crypto::parseStrictObject(jws.value().payload).value(), object(QStringLiteral("DeviceStatement.payload")));
        // Other keys than those in it are not ours.
        const DeviceKeys ours = DeviceKeys::generate().value();
        const auto verdict = verifyDeviceStatement(device.statement, keys.value(), ours,
                                                   {QStringLiteral("https://operador.example/carpeta/v1"), QStringLiteral("co:CC:1020304050"), device.id.text(), {}});
        QCOMPARE(verdict.error().params.value(QStringLiteral("what")).toString(), QStringLiteral("keys"));
    }

    void acceptanceAndEnrolmentHaveTheFormOfTheExamples()
    {
        SystemRandom random;
        const DeviceKeys keys = DeviceKeys::generate().value();
        EnrolmentOrder order{FolderId(QStringLiteral("F1")), QStringLiteral("Ana P\u00e9rez"), readTerms(object(QStringLiteral("Terms.current"))).value(),
                             QDateTime::fromSecsSinceEpoch(1767621801, Qt::UTC),
                             {DeviceId(QStringLiteral("0192f0c4-5a00-7000-8000-0000000000d1")), QStringLiteral("Computador"), keys, bindingFor(keys, random),
                              "id.to.ken", QStringLiteral("co:CC:1020304050"), OpKey(QStringLiteral("K"))}};
        QCOMPARE(QJsonDocument::fromJson(writeAcceptance(order)).object(), object(QStringLiteral("Acceptance.payload")));
        const QJsonObject sent = QJsonDocument::fromJson(writeEnrolment(order, "a.b.c")).object();
        const QJsonObject wanted = object(QStringLiteral("EnrolmentRequest.person"));
        QCOMPARE(sent.keys(), wanted.keys());
        QCOMPARE(sent.value(QLatin1String("terms")), wanted.value(QLatin1String("terms")));
        QCOMPARE(sent.value(QLatin1String("device")).toObject().keys(), wanted.value(QLatin1String("device")).toObject().keys());
        // The nonce as the protocol defines it.
        QByteArray input = order.device.binding.r;
        input += keys.sign.publicKey().thumbprint();
        input += keys.encrypt.publicKey().thumbprint();
        QCOMPARE(order.device.binding.nonce.toLatin1(), crypto::toBase64Url(crypto::sha256(input)));
    }

    void problemsBecomeWhatTheEngineUnderstands()
    {
        const auto kind = [](const char *name) {
            const QJsonObject problem = object(QLatin1String("Problem.") + QLatin1String(name));
            return troubleOf(problem.value(QLatin1String("status")).toInt(), problem).kind;
        };
        QCOMPARE(kind("cursor_expired"), TroubleKind::CursorExpired);
        QCOMPARE(kind("name_taken"), TroubleKind::NameTaken);
        QCOMPARE(kind("official_document_locked"), TroubleKind::Locked);
        QCOMPARE(kind("rate_limited"), TroubleKind::Busy);
        QCOMPARE(kind("step_up"), TroubleKind::StepUpNeeded);
        QCOMPARE(kind("version_conflict"), TroubleKind::VersionConflict);
        const QJsonObject conflict = object(QStringLiteral("Problem.version_conflict"));
        const Trouble trouble = troubleOf(412, conflict);
        QVERIFY(trouble.current);
        QCOMPARE(trouble.current->rev, 2);
        QCOMPARE(trouble.userMessage, conflict.value(QLatin1String("user_message")).toString());
        const QJsonObject none;
        for (const auto &[status, expected] : QList<std::pair<int, TroubleKind>>{
                 {400, TroubleKind::Refused}, {401, TroubleKind::AuthNeeded}, {403, TroubleKind::Refused}, {404, TroubleKind::Gone},
                 {408, TroubleKind::Unreachable}, {410, TroubleKind::Gone}, {412, TroubleKind::VersionConflict}, {413, TroubleKind::Refused},
                 {423, TroubleKind::Locked}, {425, TroubleKind::Unreachable}, {428, TroubleKind::Refused}, {429, TroubleKind::Busy},
                 {500, TroubleKind::Unreachable}, {502, TroubleKind::Unreachable}, {503, TroubleKind::Unreachable},
                 {504, TroubleKind::Unreachable}, {507, TroubleKind::QuotaExceeded}})
            QCOMPARE(troubleOf(status, none).kind, expected);
        QCOMPARE(troubleOf(503, none, std::chrono::seconds(5)).kind, TroubleKind::Busy);
    }

    void createdAndChangedItemsHaveTheFormOfTheExamples()
    {
        const QJsonObject wanted = object(QStringLiteral("ItemCreate.document"));
        sync::Intent intent;
        intent.item.local.parent = ItemId(wanted.value(QLatin1String("parent")).toString());
        intent.item.local.name = wanted.value(QLatin1String("name")).toString();
        intent.item.local.meta = ItemMeta(wanted.value(QLatin1String("meta")).toObject());
        intent.item.facts.originalName = wanted.value(QLatin1String("original_name")).toString();
        intent.version = sync::VersionRow{};
        intent.version->mediaType = QStringLiteral("application/pdf");
        intent.version->createdUtc = wire::time(wanted, "made_at").value();
        intent.blob = sync::BlobRow{};
        intent.blob->remoteId = RemoteBlobId(wanted.value(QLatin1String("blob")).toString());
        intent.blob->sha256 = wire::sha256(wanted, "sha256").value();
        QJsonObject made = writeNewItem(intent);
        made.insert(QStringLiteral("custody"), QStringLiteral("open")); // the default, which the example writes out
        QCOMPARE(made, wanted);

        sync::ItemRow row;
        row.base = ItemFields{};
        row.base->name = row.local.name = QStringLiteral("a.pdf");
        row.base->meta = ItemMeta({{QStringLiteral("note"), QStringLiteral("x")}, {QStringLiteral("x_other"), 1}});
        row.local.meta = ItemMeta({{QStringLiteral("labels"), QJsonArray{QStringLiteral("grado"), QStringLiteral("universidad")}},
                                   {QStringLiteral("favourite"), true}, {QStringLiteral("x_other"), 1}});
        QCOMPARE(writePatch(row), object(QStringLiteral("ItemPatch.meta")));
    }

    void bundleComesBackInAnyPiecesAndNoCutIsMissed()
    {
        QList<Part> parts;
        for (const QByteArray &bytes : {QByteArray("uno"), QByteArray(), QByteArray("\r\n--b--\r\n--b\r\n"), QByteArray(5000, '\r')})
            parts.append({QByteArray::number(parts.size()), "application/octet-stream", crypto::sha256(bytes), bytes});
        const QByteArray whole = writeMultipart(parts, "b");
        for (const qsizetype piece : {1, 3, 17, 100000}) {
            QList<Part> got;
            MultipartReader reader("b", 1 << 20, [&got](Part p) { got.append(std::move(p)); return Outcome(); });
            for (qsizetype at = 0; at < whole.size(); at += piece)
                QVERIFY(reader.add(QByteArrayView(whole).sliced(at, std::min(piece, whole.size() - at))).ok());
            QVERIFY(reader.finish().ok());
            QCOMPARE(got.size(), parts.size());
            for (qsizetype i = 0; i < got.size(); ++i) {
                QCOMPARE(got.at(i).bytes, parts.at(i).bytes);
                QCOMPARE(got.at(i).id, parts.at(i).id);
                QCOMPARE(got.at(i).digest, parts.at(i).digest);
            }
        }
        for (qsizetype cut = 0; cut < whole.size() - 2; ++cut) {
            MultipartReader reader("b", 1 << 20, [](const Part &) { return Outcome(); });
            QVERIFY(!reader.add(whole.left(cut)).ok() || !reader.finish().ok());
        }
        const auto refused = [](const QByteArray &bytes) {
            MultipartReader reader("b", 100, [](const Part &) { return Outcome(); });
            return !reader.add(bytes).ok() || !reader.finish().ok();
        };
        QVERIFY(refused("--b\r\nContent-ID: <x>\r\n\r\nx\r\n--b--\r\n"));                          // no length
        QVERIFY(refused("--b\r\nContent-ID: <x>\r\nContent-Length: 101\r\n\r\n"));                 // longer than allowed
        QVERIFY(refused("--b\r\nContent-ID: <x>\r\nContent-Length: -1\r\n\r\n\r\n--b--\r\n"));
        QVERIFY(refused("--b\r\nContent-Length: 1\r\n\r\nx\r\n--b--\r\n"));                        // no id
        QVERIFY(refused("--b\r\nContent-ID: <x>\r\nContent-Length: 2\r\n\r\nx\r\n--b--\r\n"));     // a false length
        QVERIFY(refused("--b\r\n" + QByteArray(10000, 'h')));
        QCOMPARE(boundaryOf("multipart/mixed; boundary=\"a b\""), QByteArray("a b"));
        QVERIFY(boundaryOf("text/html").isEmpty());
    }

    void hintsAreReadFromAnyPieces()
    {
        const QByteArray text = "retry: 5000\r\n\r\n: comment\nid: c1\nevent: state\ndata: {\"cursor\":\ndata: \"c1\"}\n\nevent: ping\ndata: {}\n\nevent: empty\n\n";
        for (qsizetype piece = 1; piece < text.size(); ++piece) {
            QByteArrayList got;
            EventStream stream([&got](const EventStream::Event &e) { got.append(e.type + '=' + e.data); });
            for (qsizetype at = 0; at < text.size(); at += piece)
                QVERIFY(stream.add(QByteArrayView(text).sliced(at, std::min(piece, text.size() - at))).ok());
            QCOMPARE(got, (QByteArrayList{"state={\"cursor\":\n\"c1\"}", "ping={}"}));
            QCOMPARE(stream.lastId(), QByteArray("c1"));
        }
        EventStream endless([](const EventStream::Event &) {});
        QVERIFY(!endless.add(QByteArray(100000, 'x')).ok());
    }
};

QTEST_GUILESS_MAIN(RemoteContract)
#include "tst_remote_contract.moc"
