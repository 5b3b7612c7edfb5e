// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The access token and its renewal: one refresh for all, the same bytes again, nothing outside the API.
#include "core/remote/ApiClient.h"
#include "core/remote/RemoteErrors.h"
#include "tests/support/Await.h"
#include "tests/support/Patience.h"
#include "tests/support/TestProvider.h"

#include <QElapsedTimer>
#include <QTest>

using namespace carriel;
using namespace carriel::remote;
using namespace carriel::test;

namespace {
class MemoryTokens final : public TokenStore
{
public:
    Result<std::optional<StoredTokens>> load() override { return tokens; }
    Outcome save(const StoredTokens &t) override
    {
        tokens = t;
        ++saves;
        return {};
    }
    Outcome clear() override
    {
        tokens.reset();
        return {};
    }
    std::optional<StoredTokens> tokens;
    int saves = 0;
};

class StillClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime::fromSecsSinceEpoch(0, Qt::UTC); } // ten years off, and no matter
    std::chrono::milliseconds monotonic() const override { return now; }
    std::chrono::milliseconds now{1000};
};
} // namespace

class RemoteTokens : public QObject
{
    Q_OBJECT

    TestAuthority m_authority;
    SystemRandom m_random;
    StillClock m_clock;

private Q_SLOTS:
    void manyRequestsShareOneRefreshAndTheOldTokenIsGone()
    {
        TestProvider provider(m_authority);
        HttpTransport transport(m_random, m_authority.trust());
        MemoryTokens store;
        store.tokens = StoredTokens{"refresh-0", provider.subject, provider.issuer(), {}, {}};
        provider.nonce = QStringLiteral("n");
        Tokens tokens(transport, store, m_clock);
        tokens.configure(provider.op(), provider.description());
        QVERIFY(tokens.loggedIn());
        QList<Await<Result<QByteArray>>> awaits(20);
        for (auto &await : awaits)
            tokens.get(this, await.take());
        for (auto &await : awaits) {
            QVERIFY(await.wait());
            QCOMPARE(await.value().valueOr("-"), QByteArray("access-1"));
        }
        QCOMPARE(provider.refreshes, 1);
        QCOMPARE(store.tokens->refreshToken, QByteArray("refresh-1"));

        // Two are told at once that access-1 is no good.
        Await<Result<QByteArray>> a;
        Await<Result<QByteArray>> b;
        tokens.renew(this, "access-1", a.take());
        tokens.renew(this, "access-1", b.take());
        QVERIFY(a.wait() && b.wait());
        QCOMPARE(provider.refreshes, 2);
        Await<Result<QByteArray>> late;
        tokens.renew(this, "access-1", late.take()); // somebody else has done it
        QVERIFY(late.wait());
        QCOMPARE(late.value().value(), QByteArray("access-2"));
        QCOMPARE(provider.refreshes, 2);

        // Nearly over by the monotonic clock: renewed before it is used.
        m_clock.now += std::chrono::seconds(290);
        Await<Result<QByteArray>> fresh;
        tokens.get(this, fresh.take());
        QVERIFY(fresh.wait());
        QCOMPARE(fresh.value().value(), QByteArray("access-3"));
    }

    void refreshThatIsRefusedAsksForALoginAndOneThatIsCutDoesNot()
    {
        TestProvider provider(m_authority);
        HttpTransport transport(m_random, m_authority.trust());
        MemoryTokens store;
        store.tokens = StoredTokens{"stolen", provider.subject, provider.issuer(), {}, {}};
        Tokens tokens(transport, store, m_clock);
        tokens.configure(provider.op(), provider.description());
        provider.server.setHandler([](const ScriptedRequest &) { return ScriptedReply::cut(); });
        Await<Result<QByteArray>> cut;
        tokens.get(this, cut.take());
        QVERIFY(cut.wait());
        QCOMPARE(cut.value().error().code, remote::errors::providerAway);
        QVERIFY(tokens.loggedIn());
        QCOMPARE(provider.server.count("POST", "/token"), 1);
        provider.server.setHandler([&provider](const ScriptedRequest &r) { return provider.answer(r); });
        Await<Result<QByteArray>> refused;
        tokens.get(this, refused.take());
        QVERIFY(refused.wait());
        QCOMPARE(refused.value().error().code, remote::errors::loginNeeded);
        QVERIFY(!tokens.loggedIn());
        QVERIFY(store.tokens->refreshToken.isEmpty());
        QCOMPARE(store.tokens->subject, provider.subject);
    }

    void refreshForAnotherPersonIsRefused()
    {
        TestProvider provider(m_authority);
        HttpTransport transport(m_random, m_authority.trust());
        MemoryTokens store;
        store.tokens = StoredTokens{"refresh-0", QStringLiteral("co:CC:1"), provider.issuer(), {}, {}};
        Tokens tokens(transport, store, m_clock);
        tokens.configure(provider.op(), provider.description());
        Await<Result<QByteArray>> await;
        tokens.get(this, await.take());
        QVERIFY(await.wait());
        QCOMPARE(await.value().error().code, remote::errors::otherPerson);
    }

    void expiredTokenIsRenewedAndTheSameBytesSentAgain()
    {
        TestProvider provider(m_authority);
        HttpTransport transport(m_random, m_authority.trust());
        MemoryTokens store;
        store.tokens = StoredTokens{"refresh-0", provider.subject, provider.issuer(), {}, {}};
        Tokens tokens(transport, store, m_clock);
        tokens.configure(provider.op(), provider.description());
        ApiClient client(transport, tokens);
        client.setApi(provider.op().api);
        QByteArray good = "Bearer access-2";
        provider.server.setHandler([&](const ScriptedRequest &r) {
            if (!r.target.startsWith("/carpeta"))
                return provider.answer(r);
            if (r.headers.value("authorization") == good)
                return ScriptedReply::json(r, 200, "{}");
            return ScriptedReply::json(r, 401, R"({"code":"token_expired","status":401})");
        });
        const auto ask = [&client] {
            ApiRequest request;
            request.method = "PUT";
            request.path = QStringLiteral("/folders/F/items/D");
            request.body = "{\"a\":1}";
            Await<sync::Answer<HttpResponse>> await;
            const CallPtr call = client.send(request, await.take());
            return await.wait() ? await.value() : sync::Answer<HttpResponse>(Trouble{});
        };
        QVERIFY(std::holds_alternative<HttpResponse>(ask()));
        QCOMPARE(provider.server.count("PUT", "/carpeta/v1/folders/F/items/D"), 2);
        QCOMPARE(provider.refreshes, 2);
        for (const ScriptedRequest &r : provider.server.requests()) {
            if (r.method == "PUT")
                QCOMPARE(r.body, QByteArray("{\"a\":1}"));
        }
        good = "Bearer never"; // refused again after a renewal: the person must help
        const auto answer = ask();
        QCOMPARE(std::get<Trouble>(answer).kind, TroubleKind::AuthNeeded);
    }

    // Where whoever gives the tokens is away, nothing of the request has left, and the person may still take it back.
    void withoutATokenNothingHasLeft()
    {
        TestProvider provider(m_authority);
        HttpTransport transport(m_random, m_authority.trust());
        MemoryTokens store;
        store.tokens = StoredTokens{"refresh-0", provider.subject, provider.issuer(), {}, {}};
        Tokens tokens(transport, store, m_clock);
        tokens.configure(provider.op(), provider.description());
        ApiClient client(transport, tokens);
        client.setApi(provider.op().api);
        const auto ask = [&client] {
            ApiRequest request;
            request.method = "PUT";
            request.path = QStringLiteral("/folders/F/items/D");
            Await<sync::Answer<HttpResponse>> await;
            const CallPtr call = client.send(request, await.take());
            return await.wait() ? std::get<Trouble>(await.value()) : Trouble{};
        };
        bool away = true;
        provider.server.setHandler([&](const ScriptedRequest &r) {
            if (r.target.startsWith("/carpeta"))
                return ScriptedReply::json(r, 401, R"({"code":"token_expired","status":401})");
            return away ? ScriptedReply::cut() : provider.answer(r);
        });
        Trouble trouble = ask();
        QCOMPARE(trouble.kind, TroubleKind::Unreachable);
        QVERIFY(trouble.notSent);
        QCOMPARE(provider.server.count("PUT", "/carpeta/v1/folders/F/items/D"), 0);
        // Once it has gone with a token, nobody says so any more.
        away = false;
        Await<Result<QByteArray>> token;
        tokens.get(this, token.take());
        QVERIFY(token.wait() && token.value().ok());
        away = true;
        trouble = ask();
        QCOMPARE(trouble.kind, TroubleKind::Unreachable);
        QVERIFY(!trouble.notSent);
        QCOMPARE(provider.server.count("PUT", "/carpeta/v1/folders/F/items/D"), 1);
    }

    void addressesOutsideTheApiAreNotAsked()
    {
        TestProvider provider(m_authority);
        HttpTransport transport(m_random, m_authority.trust());
        MemoryTokens store;
        Tokens tokens(transport, store, m_clock);
        ApiClient client(transport, tokens);
        client.setApi(provider.op().api);
        for (const char *path : {"//evil.example/x", "/../x", "x", "@evil.example/", "/a b"}) {
            ApiRequest request;
            request.path = QString::fromLatin1(path);
            request.authorized = false;
            Await<sync::Answer<HttpResponse>> await;
            const CallPtr call = client.send(request, await.take());
            QVERIFY(await.wait());
            QCOMPARE(std::get<Trouble>(await.value()).kind, TroubleKind::Protocol);
        }
        QCOMPARE(provider.server.requests().size(), 0);
    }

    void noMoreRequestsGoThanTheOperatorAllows()
    {
        using std::chrono::milliseconds;
        Pace pace;
        QCOMPARE(pace.take(milliseconds(0)).count(), 0); // not told yet: as fast as it goes
        pace.setPerSecond(20);
        QList<qint64> waits;
        for (int i = 0; i < 40; ++i)
            waits << pace.take(milliseconds(5000)).count();
        QCOMPARE(waits.count(0), 10); // half a second's worth at once
        QCOMPARE(waits.last(), 30 * 50);
        QCOMPARE(pace.take(milliseconds(60'000)).count(), 0); // and after a rest again

        // The client keeps to it: 20 in a second, so 10 at once and 10 in half a second more.
        TestProvider provider(m_authority);
        HttpTransport transport(m_random, m_authority.trust());
        MemoryTokens store;
        Tokens tokens(transport, store, m_clock);
        ApiClient client(transport, tokens);
        client.setApi(provider.op().api);
        client.setPerSecond(20);
        QElapsedTimer timer;
        timer.start();
        int answers = 0;
        std::vector<CallPtr> calls;
        for (int i = 0; i < 20; ++i) {
            ApiRequest request;
            request.path = QStringLiteral("/anything");
            request.authorized = false;
            calls.push_back(client.send(request, [&answers](const sync::Answer<HttpResponse> &) { ++answers; }));
        }
        QTRY_COMPARE(answers, 20);
        QVERIFY(timer.elapsed() >= 500);
    }

    void logoutForgetsHereAndThere()
    {
        TestProvider provider(m_authority);
        HttpTransport transport(m_random, m_authority.trust());
        MemoryTokens store;
        store.tokens = StoredTokens{"refresh-0", provider.subject, provider.issuer(), {}, {}};
        Tokens tokens(transport, store, m_clock);
        tokens.configure(provider.op(), provider.description());
        QVERIFY(tokens.logout().ok());
        QVERIFY(!tokens.loggedIn());
        QVERIFY(!store.tokens);
        QTRY_COMPARE(provider.server.count("POST", "/revoke"), 1);
        QCOMPARE(provider.server.requests().last().form().value(QStringLiteral("token")), QStringLiteral("refresh-0"));
    }
};

QTEST_GUILESS_MAIN(RemoteTokens)
#include "tst_remote_tokens.moc"
