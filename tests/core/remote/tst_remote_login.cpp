// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/CryptoErrors.h"
#include "core/remote/Login.h"
#include "core/remote/RemoteErrors.h"
#include "tests/support/Await.h"
#include "tests/support/Patience.h"
#include "tests/support/TestProvider.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace carriel;
using namespace carriel::remote;
using namespace carriel::test;

class RemoteLogin : public QObject
{
    Q_OBJECT

    TestAuthority m_authority;
    SystemRandom m_random;

    using Way = QHash<QString, QString>;
    Result<LoginResult> logIn(TestProvider &provider, LoginRequest request = {}, const Way &changed = {})
    {
        HttpTransport transport(m_random, m_authority.trust());
        Login login(transport, m_random, provider.op(), provider.description());
        Await<Result<LoginResult>> await;
        login.start(std::move(request), [&](const QUrl &url) { TestProvider::visit(provider.wayBack(url, changed)); }, await.take());
        if (!await.wait())
            return Error{{"no answer"}, {}, {}};
        return std::move(await.value());
    }

    static QString reason(const Result<LoginResult> &r)
    {
        return r.ok() ? QString() : QString(r.error().codeText() + QLatin1Char(' ') + r.error().params.value(QStringLiteral("reason")).toString());
    }

private Q_SLOTS:
    void personLogsInAndSeesAPageWithoutData()
    {
        TestProvider provider(m_authority);
        HttpTransport transport(m_random, m_authority.trust());
        Login login(transport, m_random, provider.op(), provider.description());
        Await<Result<LoginResult>> await;
        QByteArray page;
        QUrl asked;
        LoginRequest request;
        request.acrValues = QStringList{QStringLiteral("high")};
        login.start(request, [&](const QUrl &url) {
            asked = url;
            TestProvider::visit(provider.wayBack(url), &page);
        }, await.take());
        QVERIFY(await.wait());
        QVERIFY2(await.value().ok(), qPrintable(reason(await.value())));
        QCOMPARE(await.value().value().identity.subject, provider.subject);
        QCOMPARE(await.value().value().accessToken, QByteArray("access-0"));
        QTRY_VERIFY(!page.isEmpty());
        QVERIFY(page.startsWith("HTTP/1.1 200"));
        QVERIFY(page.contains("Ya puede volver a Carriel"));
        QVERIFY(!page.contains("code-1") && !page.contains("co:CC"));

        const QUrlQuery query(asked);
        const auto value = [&query](const char *name) { return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); };
        QCOMPARE(value("code_challenge_method"), QStringLiteral("S256"));
        QCOMPARE(value("response_type"), QStringLiteral("code"));
        QCOMPARE(value("acr_values"), QStringLiteral("high"));
        QCOMPARE(QUrl(value("redirect_uri")).host(), QStringLiteral("127.0.0.1"));
        QVERIFY(value("state").size() >= 43);
        QVERIFY(!asked.toString().contains(QLatin1String("code_verifier")));
        QCOMPARE(provider.server.requests().first().headers.value("authorization"), QByteArray());
    }

    // The page in the browser says so too: "it is done" would be the last thing that the person reads there.
    void whoWasRefusedIsNotToldThatItIsDone()
    {
        TestProvider provider(m_authority);
        HttpTransport transport(m_random, m_authority.trust());
        Login login(transport, m_random, provider.op(), provider.description());
        Await<Result<LoginResult>> await;
        QByteArray page;
        login.start({}, [&](const QUrl &url) {
            TestProvider::visit(provider.wayBack(url, {{QStringLiteral("code"), QString()}, {QStringLiteral("error"), QStringLiteral("access_denied")}}), &page);
        }, await.take());
        QVERIFY(await.wait());
        QVERIFY(!await.value().ok());
        QTRY_VERIFY_WITH_TIMEOUT(page.contains("El ingreso no se hizo"), 60000);
        QVERIFY(!page.contains("Ya puede volver") && !page.contains("access_denied"));
    }

    void strangersAtTheDoorDoNotEndTheWait()
    {
        TestProvider provider(m_authority);
        HttpTransport transport(m_random, m_authority.trust());
        Login login(transport, m_random, provider.op(), provider.description());
        Await<Result<LoginResult>> await;
        QList<QByteArray> pages(4);
        QUrl asked;
        login.start({}, [&](const QUrl &url) { asked = url; }, await.take());
        TestProvider::visit(provider.wayBack(asked, {{QStringLiteral("state"), QStringLiteral("guessed")}}), &pages[0]);
        TestProvider::visit(provider.wayBack(asked, {{QStringLiteral("state"), QString()}, {QStringLiteral("error"), QStringLiteral("access_denied")}}), &pages[1]);
        QUrl elsewhere = provider.wayBack(asked);
        elsewhere.setPath(QStringLiteral("/favicon.ico"));
        TestProvider::visit(elsewhere, &pages[2]);
        QUrl twice = provider.wayBack(asked);
        twice.setQuery(QString(twice.query(QUrl::FullyEncoded) + QLatin1String("&state=other")));
        TestProvider::visit(twice, &pages[3]);
        for (const QByteArray &page : pages)
            QTRY_VERIFY(page.startsWith("HTTP/1.1 400"));
        QCOMPARE(await.times(), 0);
        TestProvider::visit(provider.wayBack(asked));
        QVERIFY(await.wait());
        QVERIFY2(await.value().ok(), qPrintable(reason(await.value())));
    }

    void answersThatDoNotHoldLogNobodyIn_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<QByteArray>("tokens");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Way &way, const char *claims, const char *tokens, const char *expected) {
            QTest::newRow(name) << way << QByteArray(claims) << QByteArray(tokens) << QString::fromLatin1(expected);
        };
        row("denied", {{QStringLiteral("code"), QString()}, {QStringLiteral("error"), QStringLiteral("access_denied")}}, "{}", "{}", "CAR-REM-012 access_denied");
        row("another issuer", {{QStringLiteral("iss"), QStringLiteral("https://evil.example")}}, "{}", "{}", "CAR-REM-012 iss");
        row("no issuer", {{QStringLiteral("iss"), QString()}}, "{}", "{}", "CAR-REM-012 iss");
        row("no code", {{QStringLiteral("code"), QString()}}, "{}", "{}", "CAR-REM-012 code");
        row("wrong nonce", {}, R"({"nonce":"other"})", "{}", "CAR-CRY-009 ");
        row("wrong audience", {}, R"({"aud":"other"})", "{}", "CAR-CRY-009 ");
        row("wrong iss claim", {}, R"({"iss":"https:\/\/evil.example"})", "{}", "CAR-CRY-009 ");
        row("expired", {}, R"({"exp":1000})", "{}", "CAR-CRY-009 ");
        row("no id token", {}, "{}", R"({"id_token":null})", "CAR-REM-012 token_response");
        row("no access token", {}, "{}", R"({"access_token":null})", "CAR-REM-012 token_response");
        row("not bearer", {}, "{}", R"({"token_type":"mac"})", "CAR-REM-012 token_response");
    }
    void answersThatDoNotHoldLogNobodyIn()
    {
        QFETCH(Way, way);
        QFETCH(QByteArray, claims);
        QFETCH(QByteArray, tokens);
        QFETCH(QString, expected);
        TestProvider provider(m_authority);
        provider.claims = QJsonDocument::fromJson(claims).object();
        provider.tokenAnswer = QJsonDocument::fromJson(tokens).object();
        QCOMPARE(reason(logIn(provider, {}, way)), expected);
    }

    void idTokenOfAnotherKeyOrAlteredIsRefused()
    {
        TestProvider provider(m_authority);
        provider.signWithAnotherKey = true;
        QCOMPARE(logIn(provider).error().code, crypto::errors::badSignature);
        provider.signWithAnotherKey = false;
        provider.tamper = true;
        QCOMPARE(logIn(provider).error().code, crypto::errors::badSignature);
    }

    void stepUpAsksForAFreshLoginOfTheSamePerson()
    {
        TestProvider provider(m_authority);
        LoginRequest request;
        request.subject = provider.subject;
        request.maxAge = std::chrono::seconds(300);
        request.nonce = QStringLiteral("digest-of-the-act");
        request.stayLoggedIn = false;
        QVERIFY(logIn(provider, request).ok());
        QCOMPARE(provider.nonce, QStringLiteral("digest-of-the-act"));
        provider.claims = {{QStringLiteral("sub"), QStringLiteral("co:CC:99")}};
        QCOMPARE(logIn(provider, request).error().code, remote::errors::otherPerson);
        provider.claims = {{QStringLiteral("auth_time"), 1000}};
        QCOMPARE(logIn(provider, request).error().code, crypto::errors::badIdToken);
        provider.claims = {{QStringLiteral("acr"), QStringLiteral("low")}};
        request.acrValues = QStringList{QStringLiteral("high")};
        QCOMPARE(logIn(provider, request).error().code, crypto::errors::badIdToken);
    }

    void waitEnds()
    {
        TestProvider provider(m_authority);
        HttpTransport transport(m_random, m_authority.trust());
        Login login(transport, m_random, provider.op(), provider.description());
        Await<Result<LoginResult>> await;
        LoginRequest request;
        request.patience = std::chrono::milliseconds(50);
        QUrl asked;
        login.start(request, [&](const QUrl &url) { asked = url; }, await.take());
        QVERIFY(await.wait());
        QCOMPARE(await.value().error().code, remote::errors::loginTimeout);
        QTcpSocket socket;
        QTest::qWait(50);
        socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(provider.wayBack(asked).port()));
        QVERIFY(!socket.waitForConnected(500));
    }

    void discoveryIsReadStrictlyAndPinned()
    {
        QFile file(QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/examples/Discovery.reference.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray json = file.readAll();
        const QUrl url(QStringLiteral("https://operador.example"));
        const auto op = readOperator(json, url, std::nullopt);
        QVERIFY(op.ok());
        QCOMPARE(op.value().limits.batchMax, 500);
        QCOMPARE(op.value().limits.names.forbiddenNames.size(), 22);
        QCOMPARE(op.value().limits.names.noTrailing, QStringLiteral(". "));
        QCOMPARE(op.value().limits.names.noLeading, QStringLiteral(" "));
        QCOMPARE(op.value().limits.names.factsBytes, 65536);
        QVERIFY(op.value().limits.events);
        QCOMPARE(op.value().acrAtLeast(QStringLiteral("urn:carpeta:loa:high")).size(), 2);
        const Pin pin{op.value().api, op.value().issuer};
        QVERIFY(readOperator(json, url, pin).ok());
        QByteArray moved = json;
        moved.replace("https://auth.example", "https://auth.evil");
        QCOMPARE(readOperator(moved, url, pin).error().code, remote::errors::operatorChanged);
        moved = json;
        moved.replace("https://operador.example/carpeta/v1", "https://other.example/carpeta/v1");
        QCOMPARE(readOperator(moved, url, pin).error().code, remote::errors::operatorChanged);
        // Another operator's rules are taken as they are; half a sign is none, and another form of names is not this protocol.
        moved = json;
        moved.replace("\"no_trailing\": \". \"", "\"no_trailing\": \". ~\\ud83d\\ude00\"");
        moved.replace("\"no_leading\": \" \"", "\"no_leading\": \" .#\"");
        moved.replace("\"meta_bytes\": 65536", "\"meta_bytes\": 4096");
        const auto strict = readOperator(moved, url, std::nullopt);
        QVERIFY(strict.ok());
        QCOMPARE(strict.value().limits.names.noTrailing, QStringLiteral(". ~"));
        QCOMPARE(strict.value().limits.names.noLeading, QStringLiteral(" .#"));
        QCOMPARE(strict.value().limits.names.factsBytes, 4096);
        moved = json;
        moved.replace("\"normalization\": \"NFC\"", "\"normalization\": \"NFD\"");
        QCOMPARE(readOperator(moved, url, std::nullopt).error().code, remote::errors::notAnOperator);
        for (const char *bad : {"<html>Bienvenido al Wi-Fi</html>", "{}", "[]", R"({"api":"http:\/\/plain.example","issuer":"https:\/\/x"})"})
            QCOMPARE(readOperator(bad, url, std::nullopt).error().code, remote::errors::notAnOperator);
        moved = json;
        moved.replace("https://operador.example/carpeta/v1", "http://operador.example/carpeta/v1");
        QVERIFY(!readOperator(moved, url, std::nullopt).ok());
    }

    void captivePortalIsNoOperator()
    {
        ScriptedServer portal(m_authority, [](const ScriptedRequest &) {
            return ScriptedReply::raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\nhola");
        });
        HttpTransport transport(m_random, m_authority.trust());
        Await<Result<OperatorDescription>> await;
        const CallPtr call = discoverOperator(transport, portal.url(), std::nullopt, await.take());
        QVERIFY(await.wait());
        QCOMPARE(await.value().error().code, remote::errors::notAnOperator);
    }
};

QTEST_GUILESS_MAIN(RemoteLogin)
#include "tst_remote_login.moc"
