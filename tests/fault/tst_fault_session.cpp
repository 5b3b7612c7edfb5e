// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a session alive, broken everywhere: the token that ends in the middle of an act and the refresh that is
// cut, lost, refused or distorted; many who find it ended at once; discovery of operator and provider; the stream of
// hints. Only a lost or refused refresh may ask the person to log in, and then nothing is dropped.
#include "tests/fault/Acts.h"
#include "tests/fault/Points.h"
#include "tests/fault/Rewrites.h"
#include "tests/support/Patience.h"

using namespace carriel;
using namespace carriel::test;

namespace {
constexpr End ends[] = {End::Fin, End::Rst, End::NoNotify};

Fault cutAt(const char *kind, const Point &point, End end)
{
    Fault fault;
    fault.kind = kind;
    fault.end = end;
    (point.request ? fault.requestAt : fault.answerAt) = point.at;
    return fault;
}

Fault answered(const char *kind, bool ask, const Rewrite &rewrite)
{
    Fault fault;
    fault.kind = kind;
    fault.ask = ask;
    fault.rewrite = rewrite;
    return fault;
}

struct Named
{
    QString name;
    Fault fault;
    bool mayNeedLogin = false; // the refresh token is used up, or refused
};

const QByteArray portal = "<!DOCTYPE html><html><body>Acepte las condiciones de la red</body></html>";

QList<Named> refreshes()
{
    QList<Named> out;
    for (const Point &point : points("token")) {
        for (int e = 0; e < 3; ++e)
            out.append({QStringLiteral("%1 end %2").arg(QLatin1String(point.name)).arg(e),
                        cutAt("token", point, ends[e]), !point.request || point.name == QByteArray("request-1")});
    }
    const auto json = [](const char *status, const char *body) {
        return [status, body](const Exchange &e) { return answerOf(e, status, "application/json", body); };
    };
    for (const bool ask : {false, true}) {
        const auto add = [&](const char *name, const Rewrite &rewrite) {
            out.append(
                {QLatin1String(name) + QLatin1String(ask ? " executed" : ""), answered("token", ask, rewrite), ask});
        };
        add("captive portal", [](const Exchange &e) { return answerOf(e, "200 OK", "text/html", portal); });
        add("302", [](const Exchange &e) {
            return answerOf(e, "302 Found", {}, {}, "Location: https://127.0.0.1:1/robo\r\n");
        });
        add("500", json("500 No", R"({"error":"server_error"})"));
        add("503", json("503 No", "{}"));
        add("429", json("429 Despacio", R"({"error":"slow_down"})"));
        add("408", json("408 Tarde", "{}"));
        add("temporarily_unavailable", json("400 No", R"({"error":"temporarily_unavailable"})"));
        add("an error of nobody", json("400 No", R"({"mensaje":"no"})"));
        add("empty object", json("200 OK", "{}"));
        add("empty array", json("200 OK", "[]"));
        add("half of a JSON", json("200 OK", R"({"access_token":"x)"));
        add("nothing", json("200 OK", ""));
        add("not HTTP", [](const Exchange &) -> QByteArray { return "SSH-2.0-OpenSSH_9.2\r\n\r\n"; });
        add("9 MB", [](const Exchange &e) {
            return answerOf(e, "200 OK", "application/json", "{\"x\":\"" + QByteArray(9000000, 'a') + "\"}");
        });
    }
    out.append({QStringLiteral("refused for good"),
                answered("token", false, json("400 No", R"({"error":"invalid_grant"})")), true});
    Fault late;
    late.kind = "token";
    late.delayMs = 5000; // after the deadline
    out.append({QStringLiteral("answered too late"), late, true});
    Fault silent = cutAt("token", points("token").first(), End::Stall);
    out.append({QStringLiteral("silence"), silent, false});
    return out;
}
} // namespace

class FaultSession : public QObject, Acts
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        buildActs();
        m_gate = std::make_unique<FaultProxy>(m_authority);
        m_gate->setOperator(m_provider->server.url());
        ProviderDescription through = m_providerDescription;
        through.token.setPort(m_gate->serverPort());
        m_tokens->configure(m_description, through);
        m_transport->setHaste(patientDeadlines);
    }
    void theTokenEndsAndItsRefreshFails();
    void manyFindItEndedAtOnce();
    void discoveryFails();
    void theStreamOfHintsFails();

private:
    void logInAgain()
    {
        const auto login = logIn({});
        if (!login.ok() || !m_tokens->adopt(login.value()).ok())
            qFatal("no login: %s", login.ok() ? "" : qPrintable(login.error().codeText()));
        mine->engine->loggedIn();
    }
    QByteArray token()
    {
        Await<Result<QByteArray>> await;
        m_tokens->get(this, await.take());
        if (!await.wait() || !await.value().ok())
            qFatal("no token");
        return await.value().value();
    }
    template <typename T, typename Start> Result<T> found(Start start)
    {
        Await<Result<T>> await;
        const CallPtr call = start(await.take());
        if (!await.wait())
            qFatal("discovery does not end");
        return std::move(await.value());
    }
    std::unique_ptr<FaultProxy> m_gate; // before the provider
};

void FaultSession::theTokenEndsAndItsRefreshFails()
{
    struct Case
    {
        int act;
        QByteArray kind;
        int skip;
        Named refresh;
    };
    QList<Case> all;
    for (const Named &refresh : refreshes()) {
        for (int a = 0; a < acts.size(); ++a) {
            for (const QByteArray &kind : acts.at(a).kinds) {
                // A large upload is several appends: before each of them.
                for (int skip = 0; skip < (kind == "append" ? 3 : 1); ++skip)
                    all.append({a, kind, skip, refresh});
            }
        }
    }
    QStringList wrong;
    int ran = 0;
    int logins = 0;
    const double step = isLong() ? 1.0 : double(all.size()) / 60;
    for (double next = 0; next < double(all.size()); next += step) {
        const Case &one = all.at(qsizetype(next));
        const Act &act = acts.at(one.act);
        act.prepare();
        Fault ended = answered(one.kind, false, [](const Exchange &e) {
            return problem(e, 401, "token_expired", "WWW-Authenticate: Bearer error=\"invalid_token\"\r\n");
        });
        ended.skip = one.skip;
        proxy->arm({ended});
        m_gate->arm({one.refresh.fault});
        const int before = mine->observer.logins;
        mine->doing =
            QLatin1String(act.name) + QLatin1Char('/') + QLatin1String(one.kind) + QLatin1Char(' ') + one.refresh.name;
        sync::Status status = mine->sync();
        // A round may end before everything was asked: the next asks the rest.
        for (int more = 0; more < 2 && proxy->fired() + m_gate->fired() < 2; ++more)
            status = mine->sync();
        ++ran;
        QString bad =
            proxy->fired() + m_gate->fired() < 2 ? QStringLiteral("the faults were not reached; ") : QString();
        m_gate->disarm();
        if (status.phase != sync::Phase::NeedsLogin) { // the person asks again, and the way is good
            proxy->disarm();
            mine->engine->retryNow();
            status = mine->sync();
        }
        if (mine->observer.logins > before) {
            ++logins;
            if (!one.refresh.mayNeedLogin)
                bad += QStringLiteral("asks for a login; ");
            logInAgain();
        }
        bad += after(act);
        if (!bad.isEmpty())
            wrong.append(mine->doing + QLatin1String(": ") + bad);
    }
    qInfo("refreshes: %d of %d cases, %d logins asked for, %d wrong", ran, int(all.size()), logins, int(wrong.size()));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 20).join(QLatin1Char('\n'))));
}

void FaultSession::manyFindItEndedAtOnce()
{
    for (int round = 0; round < (isLong() ? 40 : 4); ++round) {
        others({90000, 90001, 90002, 90003, 3000, 3001});
        const QList<ItemId> mineToo = mine->addDocuments(name("carrera"), {contentOf(quint32(round), 70000),
                                                                           contentOf(quint32(round + 500), 70001),
                                                                           contentOf(quint32(round + 900), 2000)});
        // The operator refuses this one, whoever comes with it.
        m_provider->tokenAnswer = {{QStringLiteral("access_token"), QStringLiteral("caduco-%1").arg(round)}};
        Await<Result<QByteArray>> spoilt;
        m_tokens->renew(this, token(), spoilt.take());
        QVERIFY(spoilt.wait() && spoilt.value().ok());
        m_provider->tokenAnswer = {};
        const int before = m_provider->refreshes;
        const int logins = mine->observer.logins;
        const sync::Status status = mine->settle();
        QCOMPARE(status.pendingOps + status.failedOps + status.waitingOps, 0);
        QCOMPARE(m_provider->refreshes, before + 1); // one for all
        QCOMPARE(mine->observer.logins, logins);
        for (const ItemId &id : mineToo)
            QCOMPARE(there(id).rev, 1);
        QVERIFY2(proxy->violations.isEmpty(), qPrintable(proxy->violations.join(QLatin1Char('\n'))));
    }
}

void FaultSession::discoveryFails()
{
    QList<Named> all;
    for (const Point &point : points("discovery")) {
        for (int e = 0; e < 3; ++e)
            all.append({QStringLiteral("%1 end %2").arg(QLatin1String(point.name)).arg(e),
                        cutAt("discovery", point, ends[e]),
                        {}});
    }
    const auto add = [&](const char *name, const Rewrite &rewrite) {
        all.append({QLatin1String(name), answered("discovery", true, rewrite), {}});
    };
    add("captive portal", [](const Exchange &e) { return answerOf(e, "200 OK", "text/html", portal); });
    add("redirect",
        [](const Exchange &e) { return answerOf(e, "307 X", {}, {}, "Location: https://127.0.0.1:1/robo\r\n"); });
    add("404", [](const Exchange &e) { return problem(e, 404, "not_found"); });
    add("503", [](const Exchange &e) { return problem(e, 503, "maintenance"); });
    add("half the body", [](const Exchange &e) { return withBody(e, bodyOf(e).left(bodyOf(e).size() / 2)); });
    add("empty object", [](const Exchange &e) { return withBody(e, "{}"); });
    add("9 MB", [](const Exchange &e) { return withBody(e, "{\"x\":\"" + QByteArray(9000000, 'a') + "\"}"); });
    add("another issuer", [](const Exchange &e) {
        return withJson(
            e, [](QJsonObject &o) { o.insert(QStringLiteral("issuer"), QStringLiteral("https://robo.example")); });
    });
    add("103 before", [](const Exchange &e) -> QByteArray { return "HTTP/1.1 103 Early Hints\r\n\r\n" + e.answer; });
    add("compressed", [](const Exchange &e) { return withHeader(e, "Content-Encoding", "gzip"); });

    QUrl provider = m_provider->server.url();
    provider.setPort(m_gate->serverPort());
    const Pin pin{m_description.api, m_description.issuer};
    QStringList wrong;
    for (const Named &one : all) {
        proxy->arm({one.fault});
        m_gate->arm({one.fault});
        m_transport->dropConnections();
        const auto atOperator = found<OperatorDescription>(
            [&](auto done) { return discoverOperator(*m_transport, relay->url(), pin, done); });
        // The issuer is the provider's own name, whatever way leads there.
        const auto atProvider = found<ProviderDescription>(
            [&](auto done) { return discoverProvider(*m_transport, provider.toString(), done); });
        if (proxy->fired() != 1 || m_gate->fired() != 1)
            wrong.append(one.name + QLatin1String(": not reached"));
        // What was cut may be asked again by Qt itself, once and whole; what was distorted is not believed.
        const bool whole =
            !one.fault.rewrite && (!atOperator.ok() || atOperator.value().source == m_description.source);
        if ((atOperator.ok() && !whole) || (atProvider.ok() && one.fault.rewrite))
            wrong.append(one.name + QLatin1String(": believed"));
        proxy->disarm();
        m_gate->disarm();
        const auto again = found<OperatorDescription>(
            [&](auto done) { return discoverOperator(*m_transport, relay->url(), pin, done); });
        if (!again.ok() || again.value().api != m_description.api)
            wrong.append(one.name + QLatin1String(": not found afterwards"));
    }
    qInfo("discovery: %d cases, %d wrong", int(all.size()) * 2, int(wrong.size()));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void FaultSession::theStreamOfHintsFails()
{
    const auto stream = [](const Exchange &e, const QByteArray &body, const QByteArray &type = "text/event-stream") {
        return answerOf(e, "200 OK", type, body);
    };
    QList<Named> all;
    for (const int at : {0, 1, 8, 30, 100, 150, 200, 240, 300}) {
        Fault fault;
        fault.kind = "events";
        fault.end = ends[at % 3];
        fault.answerAt = [at](const Exchange &) { return at; };
        all.append({QStringLiteral("cut after %1 bytes").arg(at), fault, {}});
    }
    const auto add = [&](const char *name, const QByteArray &body, const QByteArray &type = "text/event-stream") {
        all.append({QLatin1String(name),
                    answered("events", false, [=](const Exchange &e) { return stream(e, body, type); }),
                    {}});
    };
    add("nothing", {});
    add("captive portal", portal, "text/html");
    add("a line without end", "data: " + QByteArray(200000, 'x'));
    add("an event without end", QByteArray("data: xxxxxxxxxxxxxxxxxxxxxxxxx\n").repeated(5000));
    add("noise", QByteArray(5000, '\xff') + "\n\n" + QByteArray(100, '\0') + "\n\n");
    add("hints of nothing new", QByteArray("event: state\ndata: {\"cursor\":\"zzz\"}\n\n").repeated(200));
    add("half an event", "event: state\ndata: {\"cur");
    add("JSON of another shape", "event: state\ndata: [1]\n\nevent: state\ndata: {\"cursor\":7}\n\n");
    for (const int status : {401, 403, 404, 429, 500, 503}) {
        all.append({QString::number(status),
                    answered("events", false, [status](const Exchange &e) { return problem(e, status, "x"); }),
                    {}});
    }
    QStringList wrong;
    int ran = 0;
    const double step = isLong() ? 1.0 : 3.0;
    for (double next = 0; next < double(all.size()); next += step) {
        Named one = all.at(qsizetype(next));
        one.fault.times = 1 + ran % 4; // three silent ones in a row leave the polling alone
        proxy->arm({one.fault});
        mine->engine->setForeground(true);
        mine->engine->start();
        if (!QTest::qWaitFor([this] { return proxy->fired() > 0; }, carriel::test::patienceMs))
            wrong.append(one.name + QLatin1String(": not reached"));
        others({500});
        ++ran;
        if (!QTest::qWaitFor([this] { return sameBytes().isEmpty(); }, carriel::test::patienceMs))
            wrong.append(one.name + QLatin1String(": what others put does not come"));
        mine->engine->stop();
        proxy->disarm();
        if (mine->observer.logins > 0 && mine->engine->status().phase == sync::Phase::NeedsLogin)
            logInAgain();
    }
    qInfo("streams of hints: %d of %d cases, %d wrong", ran, int(all.size()), int(wrong.size()));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(FaultSession)
#include "tst_fault_session.moc"
