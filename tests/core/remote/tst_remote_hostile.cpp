// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that an honest operator never gives: what the engine's port makes of them.
#include "core/crypto/Digest.h"
#include "core/remote/MultipartCodec.h"
#include "core/remote/OperatorApi.h"
#include "core/remote/RemoteErrors.h"
#include "tests/support/Await.h"
#include "tests/support/Patience.h"
#include "tests/support/ScriptedServer.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace carriel;
using namespace carriel::remote;
using namespace carriel::sync;
using namespace carriel::test;

namespace {
class FixedTokens final : public TokenStore
{
public:
    Result<std::optional<StoredTokens>> load() override { return std::optional<StoredTokens>(); }
    Outcome save(const StoredTokens &) override { return {}; }
    Outcome clear() override { return {}; }
};

const QByteArray hello = "hola, mundo"; // 11 bytes
} // namespace

class RemoteHostile : public QObject
{
    Q_OBJECT

    TestAuthority m_authority;
    SystemRandom m_random;
    SystemClock m_clock;
    FixedTokens m_store;

    struct Client {
        Client(RemoteHostile &test, ScriptedServer::Handler handler)
            : server(test.m_authority, std::move(handler)), transport(test.m_random, test.m_authority.trust()),
              tokens(transport, test.m_store, test.m_clock), client(transport, tokens), api(client, client)
        {
            LoginResult login;
            login.accessToken = "token";
            login.identity.subject = QStringLiteral("co:CC:1");
            (void)tokens.adopt(login);
            client.setApi(server.url(QStringLiteral("/v1")));
            api.configure(FolderId(QStringLiteral("F")), Limits{});
        }
        ScriptedServer server;
        HttpTransport transport;
        Tokens tokens;
        ApiClient client;
        OperatorApi api;
    };

    template <typename T, typename Start> Answer<T> ask(Start start)
    {
        Await<Answer<T>> await;
        const CallPtr call = start(Done<T>(await.take()));
        if (!await.wait())
            qFatal("no answer");
        return await.value();
    }

    template <typename T> static int kindOf(const Answer<T> &answer)
    {
        const auto *t = std::get_if<Trouble>(&answer);
        return t ? int(t->kind) : -1;
    }

    static constexpr int protocol = int(TroubleKind::Protocol);

    static QByteArray digestField() { return "sha-256=:" + crypto::sha256(hello).toBase64() + ':'; }

private Q_SLOTS:
    // Somebody else at that address: he is left at the head of his 404, and Qt says nothing of that on the terminal.
    void aLongErrorOfAnotherServerIsLeftInSilence()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("only be called once")));
        Client c(*this, [](const ScriptedRequest &) {
            return ScriptedReply::raw("HTTP/1.1 404 S\r\nContent-Length: 3000000\r\n\r\n" + QByteArray(2'000'000, 'x'));
        });
        HttpRequest request;
        request.method = "GET";
        request.url = c.server.url(QStringLiteral("/x"));
        Await<Result<HttpResponse>> await;
        const CallPtr call = c.transport.send(request, await.take());
        QVERIFY(await.wait());
        QCOMPARE(await.value().error().code, remote::errors::protocol);
    }

    void captivePortalsAndRubbishAreProtocolErrors()
    {
        QByteArray type = "text/html";
        QByteArray body = "<html>Bienvenido</html>";
        Client c(*this, [&](const ScriptedRequest &r) { return ScriptedReply::answer(r, 200, type, body); });
        const auto all = [&] {
            OpRow op;
            op.key = OpKey(QStringLiteral("k"));
            op.method = "PATCH";
            op.path = QStringLiteral("/items/D");
            op.body = "{}";
            QList<int> kinds;
            kinds << kindOf(ask<ChangePage>([&](auto done) { return c.api.changes(QStringLiteral("c"), 10, done); }))
                  << kindOf(ask<SnapshotPage>([&](auto done) { return c.api.snapshotPage({}, 10, done); }))
                  << kindOf(ask<RemoteItem>([&](auto done) { return c.api.item(ItemId(QStringLiteral("D")), done); }))
                  << kindOf(ask<OpResult>([&](auto done) { return c.api.send(op, done); }))
                  << kindOf(ask<QList<Answer<OpResult>>>([&](auto done) { return c.api.sendBatch({op}, done); }))
                  << kindOf(ask<UploadCreated>([&](auto done) { return c.api.createUpload(op.key, 11, crypto::sha256(hello), done); }))
                  << kindOf(ask<UploadProgress>([&](auto done) { return c.api.append(QStringLiteral("/v1/folders/F/uploads/u"), 0, hello, true, done); }))
                  << kindOf(ask<QList<BundleResult>>([&](auto done) { return c.api.uploadBundle({{crypto::sha256(hello), hello}}, done); }))
                  << kindOf(ask<qint64>([&](auto done) { return c.api.download(RemoteBlobId(QStringLiteral("b")), 0, 11, [](QByteArrayView) { return true; }, done); }))
                  << kindOf(ask<int>([&](auto done) { return c.api.downloadBundle({RemoteBlobId(QStringLiteral("b"))}, [](auto, auto) {}, done); }));
            return kinds;
        };
        QCOMPARE(all(), QList<int>(10, protocol));
        type = "application/json";
        for (const char *rubbish : {"", "null", "[]", "{", "{}", "{\"results\":[],\"items\":[],\"changes\":[]}", "{\"a\":1,\"a\":2}"}) {
            body = rubbish;
            QCOMPARE(all(), QList<int>(10, protocol));
        }
    }

    void downloadsAreWholeOrRefused_data()
    {
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("digest");
        QTest::addColumn<int>("kind");
        QTest::newRow("whole") << qint64(0) << 200 << QByteArray() << hello << true << -1;
        QTest::newRow("part") << qint64(4) << 206 << QByteArray("bytes 4-10/11") << hello.mid(4) << true << -1;
        QTest::newRow("whole though a part was asked") << qint64(4) << 200 << QByteArray() << hello << true << -1;
        QTest::newRow("no digest") << qint64(0) << 200 << QByteArray() << hello << false << protocol;
        QTest::newRow("another part") << qint64(4) << 206 << QByteArray("bytes 5-10/11") << hello.mid(5) << true << protocol;
        QTest::newRow("of something longer") << qint64(4) << 206 << QByteArray("bytes 4-10/12") << hello.mid(4) << true << protocol;
        QTest::newRow("no range said") << qint64(4) << 206 << QByteArray() << hello.mid(4) << true << protocol;
        QTest::newRow("part though the whole was asked") << qint64(0) << 206 << QByteArray("bytes 0-10/11") << hello << true << protocol;
        QTest::newRow("empty part") << qint64(4) << 206 << QByteArray("bytes 4-10/11") << QByteArray() << true << protocol;
        QTest::newRow("shorter") << qint64(0) << 200 << QByteArray() << hello.left(5) << true << protocol;
        QTest::newRow("longer") << qint64(0) << 200 << QByteArray() << QByteArray(hello + hello) << true << protocol;
    }
    void downloadsAreWholeOrRefused()
    {
        QFETCH(qint64, offset);
        QFETCH(int, status);
        QFETCH(QByteArray, range);
        QFETCH(QByteArray, body);
        QFETCH(bool, digest);
        QFETCH(int, kind);
        Client c(*this, [&](const ScriptedRequest &r) {
            QList<QPair<QByteArray, QByteArray>> headers;
            if (!range.isEmpty())
                headers.append({"Content-Range", range});
            if (digest)
                headers.append({"Repr-Digest", digestField()});
            return ScriptedReply::answer(r, status, "application/octet-stream", body, headers);
        });
        QByteArray got;
        const auto answer = ask<qint64>([&](auto done) {
            return c.api.download(RemoteBlobId(QStringLiteral("b")), offset, 11, [&got](QByteArrayView piece) {
                got.append(piece.data(), piece.size());
                return true;
            }, done);
        });
        QCOMPARE(kindOf(answer), kind);
        QCOMPARE(got, kind == -1 ? hello.mid(offset) : QByteArray()); // nothing wrong is ever handed over
        const auto &headers = c.server.requests().first().headers;
        QCOMPARE(headers.value("range"), offset ? QByteArray("bytes=4-") : QByteArray());
        QCOMPARE(headers.value("accept-encoding"), QByteArray("identity"));
    }

    void bundlesWithForeignDoubledOrDamagedPartsAreRefused()
    {
        QList<Part> parts;
        QByteArray cut;
        Client c(*this, [&](const ScriptedRequest &r) {
            return ScriptedReply::answer(r, 200, "multipart/mixed; boundary=b", writeMultipart(parts, "b").chopped(cut.size()));
        });
        QStringList got;
        const auto bundle = [&] {
            got.clear();
            return kindOf(ask<int>([&](auto done) {
                return c.api.downloadBundle({RemoteBlobId(QStringLiteral("a")), RemoteBlobId(QStringLiteral("b"))},
                                            [&got](const RemoteBlobId &id, const Answer<QByteArray> &) { got.append(id.text()); }, done);
            }));
        };
        const auto part = [](const char *id) { return Part{id, "application/octet-stream", crypto::sha256(hello), hello}; };
        parts = {part("a"), part("b")};
        QCOMPARE(bundle(), -1);
        QCOMPARE(got.size(), 2);
        parts = {part("a")}; // one is missing: what came counts
        QCOMPARE(bundle(), -1);
        parts = {part("a"), part("a")};
        QCOMPARE(bundle(), protocol);
        QCOMPARE(got, QStringList{QStringLiteral("a")});
        parts = {part("a"), part("of-somebody-else")};
        QCOMPARE(bundle(), protocol);
        parts = {part("a"), part("b")};
        cut = "12345678";
        QCOMPARE(bundle(), protocol);
    }

    void callMayBeDroppedInsideItsOwnCallbacks()
    {
        Client c(*this, [](const ScriptedRequest &r) {
            const Part part{"a", "application/octet-stream", crypto::sha256(hello), hello};
            Part second = part;
            second.id = "b";
            return r.path().endsWith("bundle") ? ScriptedReply::answer(r, 200, "multipart/mixed; boundary=b", writeMultipart({part, second}, "b"))
                                               : ScriptedReply::answer(r, 200, "application/octet-stream", hello, {{"Repr-Digest", digestField()}});
        });
        int done = 0;
        CallPtr bundle;
        bundle = c.api.downloadBundle({RemoteBlobId(QStringLiteral("a")), RemoteBlobId(QStringLiteral("b"))},
                                      [&bundle](auto, auto) { bundle.reset(); }, [&done](auto) { ++done; });
        CallPtr download;
        download = c.api.download(RemoteBlobId(QStringLiteral("b")), 0, 11, [&download](QByteArrayView) {
            download.reset();
            return true;
        }, [&done](auto) { ++done; });
        CallPtr whole;
        bool finished = false;
        whole = c.api.download(RemoteBlobId(QStringLiteral("b")), 0, 11, [](QByteArrayView) { return true; }, [&](auto) {
            whole.reset();
            finished = true;
        });
        QTRY_VERIFY(!bundle && !download && finished);
        QTest::qWait(50);
        QCOMPARE(done, 0);
    }

    void uploadAddressesOutsideTheFolderAreRefused()
    {
        QByteArray location;
        Client c(*this, [&](const ScriptedRequest &r) {
            return ScriptedReply::answer(r, 201, {}, {}, {{"Location", location}, {"Upload-Limit", "max-append-size=1000, max-age=60"}});
        });
        const auto created = [&](const QByteArray &address) {
            location = address;
            return ask<UploadCreated>([&](auto done) { return c.api.createUpload(OpKey(QStringLiteral("k")), 11, crypto::sha256(hello), done); });
        };
        const auto good = created("/v1/folders/F/uploads/u7");
        QCOMPARE(std::get<UploadCreated>(good).url, QStringLiteral("/v1/folders/F/uploads/u7"));
        QCOMPARE(std::get<UploadCreated>(good).maxAppend, 1000);
        QVERIFY(std::get<UploadCreated>(good).expiresUtc.isValid());
        for (const char *bad : {"", "https://evil.example/v1/folders/F/uploads/u", "/v1/folders/G/uploads/u", "/v1/folders/F/uploads/../items/D",
                                "/v1/folders/F/uploads/u?x=1", "//evil.example/v1/folders/F/uploads/u", "/v1/folders/F/uploads/"})
            QCOMPARE(kindOf(created(bad)), protocol);
    }

    void appendThatClaimsAnotherOffsetIsNotBelieved()
    {
        int status = 204;
        QByteArray offset = "11";
        Client c(*this, [&](const ScriptedRequest &r) { return ScriptedReply::answer(r, status, {}, {}, {{"Upload-Offset", offset}}); });
        const auto append = [&](bool last) {
            return kindOf(ask<UploadProgress>([&](auto done) { return c.api.append(QStringLiteral("/v1/folders/F/uploads/u"), 0, hello, last, done); }));
        };
        QCOMPARE(append(false), -1);
        QCOMPARE(append(true), protocol); // complete, and no blob
        offset = "12";
        QCOMPARE(append(false), protocol);
        offset = "-1";
        QCOMPARE(append(false), protocol);
        status = 409;
        offset = "7";
        QCOMPARE(append(false), int(TroubleKind::Refused)); // without its code it is just a conflict
    }

    void batchAnswersForOtherOperationsAreRefused()
    {
        QByteArray results;
        Client c(*this, [&](const ScriptedRequest &r) { return ScriptedReply::json(r, 200, "{\"results\":[" + results + "]}"); });
        OpRow op;
        op.key = OpKey(QStringLiteral("k1"));
        op.method = "POST";
        op.path = QStringLiteral("/items/D/trash");
        op.ifMatch = "\"D-1\"";
        op.body = "{ \"a\" : 1 }";
        const auto batch = [&](const QByteArray &r) {
            results = r;
            return ask<QList<Answer<OpResult>>>([&](auto done) { return c.api.sendBatch({op}, done); });
        };
        QCOMPARE(kindOf(batch(R"({"key":"k2","status":200,"body":{}})")), protocol);
        QCOMPARE(kindOf(batch(R"({"key":"k1","status":99,"body":{}})")), protocol);
        QCOMPARE(kindOf(batch(R"({"key":"k1","status":200,"body":{}},{"key":"k1","status":200,"body":{}})")), protocol);
        QVERIFY(c.server.requests().last().body.contains("\"body\":{ \"a\" : 1 }")); // the frozen bytes, unchanged
        QVERIFY(c.server.requests().last().body.contains("\"if_match\":\"\\\"D-1\\\"\""));
        const auto refused = batch(R"({"key":"k1","status":409,"body":{"code":"parent_missing","status":409}})");
        const auto &answers = std::get<QList<Answer<OpResult>>>(refused);
        QCOMPARE(kindOf(answers.first()), int(TroubleKind::ParentMissing));
    }

    void pausesAreTakenFromTheOperator()
    {
        int status = 429;
        Client c(*this, [&](const ScriptedRequest &r) { return ScriptedReply::json(r, status, "{}", {{"Retry-After", "7"}}); });
        const auto changes = [&] { return std::get<Trouble>(ask<ChangePage>([&](auto done) { return c.api.changes(QStringLiteral("c"), 10, done); })); };
        QCOMPARE(changes().kind, TroubleKind::Busy);
        QCOMPARE(changes().retryAfter, std::chrono::milliseconds(7000));
        status = 503;
        QCOMPARE(changes().kind, TroubleKind::Busy);
        status = 410;
        QCOMPARE(changes().kind, TroubleKind::CursorExpired);
    }

    void streamOfSomethingElseEnds()
    {
        Client c(*this, [](const ScriptedRequest &r) { return ScriptedReply::answer(r, 200, "text/html", "<html>"); });
        std::optional<Trouble> end;
        int hints = 0;
        const CallPtr call = c.api.events([&hints](const QString &) { ++hints; }, [&end](const Trouble &t) { end = t; });
        QTRY_VERIFY(end);
        QCOMPARE(end->kind, TroubleKind::Protocol);
        QCOMPARE(hints, 0);
    }
};

QTEST_GUILESS_MAIN(RemoteHostile)
#include "tst_remote_hostile.moc"
