// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Every endpoint is answered with what it should never be answered with: each status, pages of captive portals,
// redirects, interim answers, answers to other questions, JSON that is cut, huge or of another shape, lying digests,
// wrong ranges. Once right after, everything must come out as if nothing had been; and no token went anywhere else.
#include "tests/fault/Acts.h"
#include "tests/fault/Rewrites.h"

using namespace carriel;
using namespace carriel::test;

class FaultAnswers : public QObject, Acts
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        buildActs();
        m_trap = std::make_unique<ScriptedServer>(m_authority);
    }
    void everyStatus();
    void everyDistortion();
    void downloadsThatLie();
    void pagesOfTheFeedInAnyShape();

private:
    void run(const QByteArrayList &kinds, const QList<NamedRewrite> &rewrites, int spread, const char *what);
    std::unique_ptr<ScriptedServer> m_trap; // another origin: it must never hear of us
};

void FaultAnswers::run(const QByteArrayList &kinds, const QList<NamedRewrite> &rewrites, int spread, const char *what)
{
    struct Case
    {
        int act;
        QByteArray kind;
        NamedRewrite rewrite;
        int times;
    };
    QList<Case> all;
    for (int a = 0; a < acts.size(); ++a) {
        for (const QByteArray &kind : acts.at(a).kinds) {
            if (!kinds.isEmpty() && !kinds.contains(kind))
                continue;
            for (const NamedRewrite &rewrite : rewrites) {
                // Believed: what the person wants gone for ever is said to be gone.
                if (kind == "purge" &&
                    (QByteArray(rewrite.name).startsWith("404") || QByteArray(rewrite.name).startsWith("410")))
                    continue;
                all.append({a, kind, rewrite, 1});
                if (rewrite.ask)
                    all.append({a, kind, rewrite, 3});
            }
        }
    }
    QStringList wrong;
    int ran = 0;
    const double step = isLong() ? 1.0 : std::max(1.0, double(all.size()) / spread);
    for (double next = 0; next < double(all.size()); next += step) {
        const Case &one = all.at(qsizetype(next));
        const Act &act = acts.at(one.act);
        act.prepare();
        Fault fault;
        fault.kind = one.kind;
        fault.times = one.times;
        fault.ask = one.rewrite.ask;
        fault.rewrite = one.rewrite.rewrite;
        QString found = isReached({fault}) ? QString() : QStringLiteral("the fault was not reached; ");
        ++ran;
        found += after(act);
        if (!found.isEmpty())
            wrong.append(QLatin1String(act.name) + QLatin1Char('/') + QLatin1String(one.kind) + QLatin1Char(' ') +
                         QLatin1String(one.rewrite.name) +
                         (one.rewrite.ask ? QStringLiteral(" executed x%1: ").arg(one.times) : QStringLiteral(": ")) +
                         found);
    }
    qInfo("%s: %d of %d cases, %d wrong", what, ran, int(all.size()), int(wrong.size()));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 30).join(QLatin1Char('\n'))));
    QCOMPARE(m_trap->requests().size(), 0);
}

void FaultAnswers::everyStatus()
{
    struct Named
    {
        int status;
        const char *code;
        const char *more;
    };
    static constexpr Named statuses[] = {{400, "bad_request", ""},
                                         {401, "token_expired", "WWW-Authenticate: Bearer error=\"invalid_token\"\r\n"},
                                         {403, "forbidden", ""},
                                         {404, "not_found", ""},
                                         {408, "timeout", ""},
                                         {409, "operation_in_progress", "Retry-After: 1\r\n"},
                                         {409, "something", ""},
                                         {410, "gone", ""},
                                         {412, "version_conflict", ""},
                                         {413, "too_large", ""},
                                         {415, "media_type", ""},
                                         {422, "idempotency_key_reused", ""},
                                         {422, "digest_mismatch", ""},
                                         {423, "official_document_locked", ""},
                                         {425, "too_early", ""},
                                         {428, "precondition_required", ""},
                                         {429, "rate_limited", "Retry-After: 2\r\n"},
                                         {500, "internal", ""},
                                         {502, "bad_gateway", ""},
                                         {503, "maintenance", "Retry-After: 2\r\n"},
                                         {503, "maintenance", ""},
                                         {504, "gateway_timeout", ""},
                                         {507, "quota_exceeded", ""}};
    QList<NamedRewrite> rewrites;
    for (const Named &named : statuses) {
        static QList<QByteArray> names;
        names.append(QByteArray::number(named.status) + ' ' + named.code);
        const auto rewrite = [named](const Exchange &e) { return problem(e, named.status, named.code, named.more); };
        rewrites.append({names.last().constData(), false, rewrite});
        // The effect is there, only the answer is not believable: a gateway's.
        if (named.status >= 500 && named.status != 507)
            rewrites.append({names.last().constData(), true, rewrite});
    }
    run({}, rewrites, 130, "statuses");
}

void FaultAnswers::everyDistortion()
{
    const QByteArray elsewhere = m_trap->url(QStringLiteral("/robo")).toEncoded();
    static QByteArray previous;
    const auto redirect = [elsewhere](const QByteArray &status) {
        return [elsewhere, status](const Exchange &e) {
            return answerOf(e, status, {}, {}, "Location: " + elsewhere + "\r\n");
        };
    };
    const QByteArray portal = "<!DOCTYPE html><html><body>Acepte las condiciones de la red</body></html>";
    QList<NamedRewrite> rewrites;
    for (const bool ask : {false, true}) {
        rewrites += QList<NamedRewrite>{
            {"captive portal", ask,
             [portal](const Exchange &) -> QByteArray {
                 return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " +
                        QByteArray::number(portal.size()) + "\r\n\r\n" + portal;
             }},
            {"captive portal that echoes", ask,
             [portal](const Exchange &e) { return answerOf(e, "200 OK", "text/html", portal); }},
            {"301", ask, redirect("301 Moved Permanently")},
            {"302", ask, redirect("302 Found")},
            {"307", ask, redirect("307 Temporary Redirect")},
            {"308", ask, redirect("308 Permanent Redirect")},
            {"empty array", ask, [](const Exchange &e) { return answerOf(e, "200 OK", "application/json", "[]"); }},
            {"empty object", ask, [](const Exchange &e) { return answerOf(e, "200 OK", "application/json", "{}"); }},
            {"text", ask, [](const Exchange &e) { return answerOf(e, "200 OK", "application/json", "\"hola\""); }},
            {"nothing", ask, [](const Exchange &e) { return answerOf(e, "200 OK", "application/json", {}); }},
            {"204", ask,
             [](const Exchange &e) -> QByteArray {
                 return "HTTP/1.1 204 No\r\nX-Request-Id: " + e.headers.value("x-request-id") + "\r\n\r\n";
             }},
            {"not HTTP", ask, [](const Exchange &) -> QByteArray { return "SSH-2.0-OpenSSH_9.2\r\n\r\n"; }},
            {"50 MB", ask,
             [](const Exchange &e) {
                 return answerOf(e, "200 OK", "application/json",
                                 "{\"x\":\"" + QByteArray(e.kind == "put" ? 50000000 : 9000000, 'a') + "\"}");
             }},
        };
    }
    rewrites += QList<NamedRewrite>{
        {"103 before", true,
         [](const Exchange &e) -> QByteArray { return "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + e.answer; }},
        {"104 before", true,
         [](const Exchange &e) -> QByteArray {
             return "HTTP/1.1 104 Upload Resumption Supported\r\nLocation: /uploads/u9\r\n\r\n" + e.answer;
         }},
        {"wrong request id", true, [](const Exchange &e) { return withHeader(e, "X-Request-Id", "0123456789abcdef"); }},
        {"no request id", true, [](const Exchange &e) { return withHeader(e, "X-Request-Id", {}); }},
        {"the answer before", true,
         [](const Exchange &e) {
             const QByteArray before = previous.isEmpty() ? e.answer : previous;
             previous = e.answer;
             return before.isEmpty() || before == e.answer ? withHeader(e, "X-Request-Id", "0") : before;
         }},
        {"an answer too many", true,
         [](const Exchange &e) -> QByteArray {
             return e.answer + "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
         }},
        {"compressed", true, [](const Exchange &e) { return withHeader(e, "Content-Encoding", "gzip"); }},
        {"half the body", true,
         [](const Exchange &e) {
             return e.method == "HEAD" ? e.answer : withBody(e, bodyOf(e).left(bodyOf(e).size() / 2));
         }},
        {"no length", true, [](const Exchange &e) { return withHeader(e, "Content-Length", {}); }},
        {"a length too big", true,
         [](const Exchange &e) { return withHeader(e, "Content-Length", QByteArray::number(bodyOf(e).size() + 1)); }},
        {"unknown fields", true,
         [](const Exchange &e) {
             if (!e.answer.contains("application/json"))
                 return e.answer;
             return withJson(e, [](QJsonObject &o) {
                 o.insert(QStringLiteral("nuevo"), QJsonArray{1, QStringLiteral("dos"), QJsonObject()});
             });
         }},
    };
    run({}, rewrites, 90, "distortions");
}

void FaultAnswers::downloadsThatLie()
{
    QList<NamedRewrite> rewrites{
        {"false digest", true,
         [](const Exchange &e) {
             return withHeader(e, "Repr-Digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:");
         }},
        {"no digest", true, [](const Exchange &e) { return withHeader(e, "Repr-Digest", {}); }},
        {"digest of nonsense", true, [](const Exchange &e) { return withHeader(e, "Repr-Digest", "sha-256=:x:"); }},
        {"wrong range", true,
         [](const Exchange &e) { return withHeader(e, "Content-Range", "bytes 1-599999/600000"); }},
        {"empty 206", true,
         [](const Exchange &e) {
             return answerOf(e, "206 Partial Content", "application/octet-stream", {},
                             "Content-Range: bytes 0-599999/600000\r\n");
         }},
        {"the last byte too few", true, [](const Exchange &e) { return withBody(e, bodyOf(e).chopped(1)); }},
        {"a byte too many", true, [](const Exchange &e) { return withBody(e, bodyOf(e) + 'x'); }},
        {"nothing at all", true, [](const Exchange &e) { return withBody(e, {}); }},
    };
    for (const qint64 at : {0, 1, 2, 100, 1000, 2999, 3100, 8000, 11999, 100000, 262144, 337856, 599999, 700000})
        rewrites.append({"a flipped bit", true, [at](const Exchange &e) { return flipped(e, at); }});
    run({"blob", "bundle-down"}, rewrites, 30, "downloads that lie");

    // The rest is asked for by a range and the whole comes, a wrong part, or nothing.
    const Act &act = acts.at(10);
    QCOMPARE(act.name, "their-large");
    const QList<Rewrite> rests{
        [](const Exchange &e) { return answerOf(e, "200 OK", "application/octet-stream", "otra cosa"); },
        [](const Exchange &e) { return withHeader(e, "Content-Range", "bytes 0-599999/600000"); },
        [](const Exchange &e) { return withHeader(e, "Content-Range", {}); },
        [](const Exchange &e) { return withBody(e, {}); },
        [](const Exchange &e) { return flipped(e, 5000); },
        [](const Exchange &e) { return problem(e, 416, "range"); },
        [](const Exchange &e) { return problem(e, 412, "changed"); },
    };
    for (const Rewrite &rest : rests) {
        act.prepare();
        Fault first;
        first.kind = "blob";
        first.answerAt = [](const Exchange &e) { return e.answerHead() + 300000; };
        Fault second;
        second.kind = "blob";
        second.rewrite = rest;
        proxy->arm({first, second});
        mine->sync();
        QCOMPARE(proxy->fired(), 2);
        QCOMPARE(after(act), QString());
    }
}

void FaultAnswers::pagesOfTheFeedInAnyShape()
{
    const QString changes = QStringLiteral("changes");
    const QList<NamedRewrite> rewrites{
        {"each twice", true,
         [changes](const Exchange &e) {
             return withJson(e, [&](QJsonObject &o) {
                 QJsonArray all = o.value(changes).toArray();
                 for (qsizetype i = all.size(); i > 0; --i)
                     all.append(all.at(i - 1));
                 o.insert(changes, all);
             });
         }},
        {"backwards", true,
         [changes](const Exchange &e) {
             return withJson(e, [&](QJsonObject &o) {
                 QJsonArray all;
                 const QJsonArray given = o.value(changes).toArray();
                 for (const QJsonValue &one : given)
                     all.prepend(one);
                 o.insert(changes, all);
             });
         }},
        {"more without end", true,
         [](const Exchange &e) {
             return withJson(e, [](QJsonObject &o) { o.insert(QStringLiteral("has_more"), true); });
         }},
        {"of another cursor", true,
         [](const Exchange &e) {
             return withJson(e, [](QJsonObject &o) { o.insert(QStringLiteral("old_cursor"), QStringLiteral("otro")); });
         }},
        {"without cursor", true,
         [](const Exchange &e) { return withJson(e, [](QJsonObject &o) { o.remove(QStringLiteral("new_cursor")); }); }},
        {"of another shape", true,
         [changes](const Exchange &e) {
             return withJson(e, [&](QJsonObject &o) { o.insert(changes, QJsonObject()); });
         }},
        {"kinds of tomorrow", true,
         [changes](const Exchange &e) {
             return withJson(e, [&](QJsonObject &o) {
                 QJsonArray all = o.value(changes).toArray();
                 all.prepend(QJsonObject{{QStringLiteral("kind"), QStringLiteral("mañana")},
                                         {QStringLiteral("op"), QStringLiteral("upsert")},
                                         {QStringLiteral("id"), QStringLiteral("x1")},
                                         {QStringLiteral("rev"), 1}});
                 o.insert(changes, all);
             });
         }},
        {"cursor too old", false,
         [](const Exchange &e) {
             return answerOf(
                 e, "410 Gone", "application/problem+json",
                 R"({"status":410,"code":"cursor_expired","reason":"too_old","title":"x","type":"about:blank"})");
         }},
    };
    run({"changes"}, rewrites, 100, "pages of the feed");
    Fault endless;
    endless.kind = "changes";
    endless.times = 1000;
    endless.rewrite = rewrites.at(2).rewrite;
    acts.first().prepare();
    proxy->arm({endless});
    mine->sync();
    QVERIFY2(proxy->fired() < 40, qPrintable(QString::number(proxy->fired()))); // bounded
    QCOMPARE(after(acts.first()), QString());
}

QTEST_GUILESS_MAIN(FaultAnswers)
#include "tst_fault_answers.moc"
