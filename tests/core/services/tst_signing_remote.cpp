// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A key at a signing service (CSC API 2): the sandbox's own service, by HTTP, with a person who answers in a browser
// (curl) rightly, wrongly, late or never.
#include "core/remote/NetworkFetch.h"
#include "core/services/SigningDoor.h"
#include "core/signing/SigningErrors.h"
#include "tests/core/signing/SigningDesk.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTest>
#include <list>

using namespace carriel;
using namespace carriel::signing;

namespace {

// Between the client and the real service: bends what comes back, or cuts the line.
class BentFetch final : public HttpFetch
{
public:
    explicit BentFetch(HttpFetch &inner) : m_inner(inner) {}
    std::function<void(const QUrl &, Result<QByteArray> &)> bend;
    QStringList asked;
    void fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done) override
    {
        asked += request.url.path();
        const QUrl url = request.url;
        m_inner.fetch(std::move(request), [this, url, done](Result<QByteArray> answer) {
            if (bend)
                bend(url, answer);
            done(std::move(answer));
        });
    }

private:
    HttpFetch &m_inner;
};

} // namespace

class TestSigningRemote : public QObject, private test::SigningDesk
{
    Q_OBJECT

    SystemRandom m_random;
    std::unique_ptr<remote::HttpTransport> m_transport;
    std::unique_ptr<remote::NetworkFetch> m_network;
    std::unique_ptr<BentFetch> m_fetch;
    QProcess m_server;
    QUrl m_service;
    QHash<QString, QStringList> m_answers; // of the person, by scope
    std::list<std::unique_ptr<QProcess>> m_browsers;

    void startServer(const QString &sadSeconds = QStringLiteral("300"))
    {
        stopServer();
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const QString port = QString::number(free.serverPort());
        free.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CARRIEL_SANDBOX_SAD_SECONDS"), sadSeconds);
        m_server.setProcessEnvironment(environment);
        m_server.start(QStringLiteral("node"),
                       {QStringLiteral(CARRIEL_SOURCE_DIR "/tools/sandbox.d/trust/server.mjs"),
                        pki.file(QStringLiteral("firma")), port, pki.file(QStringLiteral("root.pem")),
                        pki.file(QStringLiteral("root.key"))});
        QByteArray said;
        QVERIFY2(QTest::qWaitFor(
                     [&] {
                         said += m_server.readAllStandardOutput();
                         return said.contains('\n');
                     },
                     60000),
                 m_server.readAllStandardError().constData());
        m_service = QUrl(QJsonDocument::fromJson(said).object().value(QLatin1String("csc")).toString());
        QVERIFY(m_service.isValid());
    }

    void stopServer()
    {
        if (m_server.state() == QProcess::NotRunning)
            return;
        m_server.kill();
        m_server.waitForFinished(5000);
    }

    // What the person types into the page; nothing: the page stays open.
    std::shared_ptr<SigningDoor> door(std::chrono::seconds patience = std::chrono::seconds(60))
    {
        return std::make_shared<SigningDoor>(
            *m_fetch,
            [this](const QUrl &url) {
                const QString scope = url.query().contains(QLatin1String("scope=service"))
                                          ? QStringLiteral("service")
                                          : QStringLiteral("credential");
                const QStringList fields = m_answers.value(scope);
                if (fields.isEmpty())
                    return;
                QStringList arguments{QStringLiteral("-s"), QStringLiteral("-S"), QStringLiteral("-L"),
                                      QStringLiteral("-o"), QProcess::nullDevice()};
                for (const QString &field : fields)
                    arguments << QStringLiteral("--data-urlencode") << field;
                arguments << QString::fromLatin1(url.toEncoded());
                m_browsers.push_back(std::make_unique<QProcess>());
                m_browsers.back()->start(QStringLiteral("curl"), arguments);
            },
            patience);
    }

    Result<std::shared_ptr<RemoteService>> enter(std::chrono::seconds patience = std::chrono::seconds(60))
    {
        std::optional<Result<std::shared_ptr<RemoteService>>> result;
        RemoteService::enter(m_service, QStringLiteral("carriel"), door(patience),
                             [&](auto entered) { result = std::move(entered); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 60000))
            qFatal("no answer");
        return *result;
    }

    Result<SignedFile> sign(const std::shared_ptr<KeySource> &key, const QString &name)
    {
        PdfSignOptions options;
        options.source = put(QStringLiteral("p.pdf"), test::plainPdf());
        options.target = pki.file(name);
        options.overwrite = true;
        std::optional<Result<SignedFile>> result;
        PdfSignJob::run(options, key, nullptr, clock, [&](auto done) { result = std::move(done); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 60000))
            qFatal("no answer");
        return *result;
    }

    static QString reasonOf(const Error &error) { return error.params.value(QStringLiteral("reason")).toString(); }

    void asAna(const QStringList &credential = {QStringLiteral("password=firma-de-ana"), QStringLiteral("code=204060")})
    {
        m_answers = {
            {QStringLiteral("service"), {QStringLiteral("user=ana"), QStringLiteral("password=carpeta-de-ana")}},
            {QStringLiteral("credential"), credential}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(pki.file({})).mkpath(QStringLiteral("firma")));
        QVERIFY(pki.openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                             QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                             QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                             QStringLiteral("-keyout"), QStringLiteral("root.key"), QStringLiteral("-out"),
                             QStringLiteral("root.pem"), QStringLiteral("-days"), QStringLiteral("30"),
                             QStringLiteral("-subj"), QStringLiteral("/CN=Raíz"), QStringLiteral("-utf8"),
                             QStringLiteral("-addext"), QStringLiteral("keyUsage=critical,keyCertSign,cRLSign")}));
        m_transport = std::make_unique<remote::HttpTransport>(m_random, remote::systemTrust(),
                                                              remote::HttpTransport::Plain::Allow);
        m_network = std::make_unique<remote::NetworkFetch>(*m_transport);
        m_fetch = std::make_unique<BentFetch>(*m_network);
        startServer();
    }
    void cleanupTestCase()
    {
        stopServer();
        m_browsers.clear();
    }
    void cleanup() { m_fetch->bend = {}; }

    void signsRsaAndEc()
    {
        asAna();
        const auto service = enter();
        QVERIFY2(service.ok(), qPrintable(service.ok() ? QString() : service.error().detail));
        QCOMPARE(service.value()->credentials().size(), 2);
        for (int i = 0; i < 2; ++i) { // the person is asked for each
            const auto done = sign(service.value()->key(QStringLiteral("ana")), QStringLiteral("remota.pdf"));
            QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : done.error().codeText() + done.error().detail));
            QVERIFY(pki.run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), done.value().path})
                        .contains("Signature is Valid."));
        }
        // An expired certificate is there and signs nothing: nobody is even asked.
        QCOMPARE(sign(service.value()->key(QStringLiteral("ana-vencida")), QStringLiteral("no.pdf")).error().codeText(),
                 QStringLiteral("CAR-SGN-010"));
        m_answers = {
            {QStringLiteral("service"), {QStringLiteral("user=carlos"), QStringLiteral("password=carpeta-de-carlos")}},
            {QStringLiteral("credential"),
             {QStringLiteral("password=firma-de-carlos"), QStringLiteral("code=135791")}}};
        const auto carlos = enter();
        QVERIFY(carlos.ok());
        const auto done = sign(carlos.value()->key(QStringLiteral("carlos")), QStringLiteral("rsa.pdf"));
        QVERIFY(done.ok());
        QVERIFY(pki.run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), done.value().path})
                    .contains("Signature is Valid."));
        QVERIFY(!carlos.value()->key(QStringLiteral("ana")));
    }

    void personSaysNo()
    {
        asAna({QStringLiteral("deny=1")});
        const auto service = enter();
        QVERIFY(service.ok());
        const auto denied = sign(service.value()->key(QStringLiteral("ana")), QStringLiteral("no.pdf"));
        QCOMPARE(denied.error().codeText(), QStringLiteral("CAR-SGN-030"));
        QCOMPARE(reasonOf(denied.error()), QStringLiteral("denied"));
        QVERIFY(!QFile::exists(pki.file(QStringLiteral("no.pdf"))));
    }

    void wrongPinAndNobodyThere()
    {
        asAna({QStringLiteral("password=otra"), QStringLiteral("code=204060")}); // the page says so and asks again
        const auto service = enter(std::chrono::seconds(2));
        QVERIFY(service.ok());
        QCOMPARE(reasonOf(sign(service.value()->key(QStringLiteral("ana")), QStringLiteral("no.pdf")).error()),
                 QStringLiteral("late"));
        asAna({QStringLiteral("password=firma-de-ana"), QStringLiteral("code=000000")}); // the second factor
        QCOMPARE(reasonOf(sign(service.value()->key(QStringLiteral("ana")), QStringLiteral("no.pdf")).error()),
                 QStringLiteral("late"));
        asAna();
        QVERIFY(sign(service.value()->key(QStringLiteral("ana")), QStringLiteral("si.pdf")).ok());
    }

    void expiredPermission()
    {
        startServer(QStringLiteral("0"));
        asAna();
        const auto service = enter();
        QVERIFY(service.ok());
        const auto late = sign(service.value()->key(QStringLiteral("ana")), QStringLiteral("no.pdf"));
        QCOMPARE(late.error().codeText(), QStringLiteral("CAR-SGN-030"));
        QCOMPARE(reasonOf(late.error()), QStringLiteral("expired"));
        startServer();
    }

    // Another certificate than the person saw, or a value that is not of this key: nothing is written.
    void bentAnswers()
    {
        asAna();
        const auto service = enter();
        QVERIFY(service.ok());
        m_fetch->bend = [](const QUrl &url, Result<QByteArray> &answer) {
            if (!url.path().endsWith(QLatin1String("signHash")) || !answer.ok())
                return;
            QJsonObject object = QJsonDocument::fromJson(answer.value()).object();
            QByteArray value =
                QByteArray::fromBase64(object.value(QLatin1String("signatures")).toArray().at(0).toString().toLatin1());
            value[value.size() - 1] ^= 1;
            object.insert(QStringLiteral("signatures"), QJsonArray{QString::fromLatin1(value.toBase64())});
            answer = QJsonDocument(object).toJson();
        };
        QCOMPARE(sign(service.value()->key(QStringLiteral("ana")), QStringLiteral("no.pdf")).error().codeText(),
                 QStringLiteral("CAR-SGN-010"));
        QByteArray swapped;
        m_fetch->bend = [&](const QUrl &url, Result<QByteArray> &answer) {
            if (!url.path().endsWith(QLatin1String("credentials/info")) || !answer.ok())
                return;
            QJsonObject object = QJsonDocument::fromJson(answer.value()).object();
            QJsonObject cert = object.value(QLatin1String("cert")).toObject();
            QJsonArray list = cert.value(QLatin1String("certificates")).toArray();
            list.removeFirst(); // the issuer's instead
            cert.insert(QStringLiteral("certificates"), list);
            object.insert(QStringLiteral("cert"), cert);
            answer = QJsonDocument(object).toJson();
        };
        m_fetch->asked.clear();
        QCOMPARE(sign(service.value()->key(QStringLiteral("ana")), QStringLiteral("no.pdf")).error().codeText(),
                 QStringLiteral("CAR-SGN-010"));
        QVERIFY(!m_fetch->asked.join(u' ').contains(QLatin1String("signHash"))); // not even asked for
        for (const char *nonsense : {"{}", "[]", "x", "{\"signatures\":[]}", "{\"signatures\":[\"\"]}"}) {
            m_fetch->bend = [nonsense](const QUrl &url, Result<QByteArray> &answer) {
                if (url.path().endsWith(QLatin1String("signHash")))
                    answer = QByteArray(nonsense);
            };
            QCOMPARE(reasonOf(sign(service.value()->key(QStringLiteral("ana")), QStringLiteral("no.pdf")).error()),
                     QStringLiteral("protocol"));
        }
        QVERIFY(!QFile::exists(pki.file(QStringLiteral("no.pdf"))));
    }

    void serviceGoesAway()
    {
        asAna();
        const auto service = enter();
        QVERIFY(service.ok());
        m_fetch->bend = [this](const QUrl &url, Result<QByteArray> &) {
            if (url.path().endsWith(QLatin1String("oauth2/token")))
                stopServer(); // allowed, and then the line is cut
        };
        const auto cut = sign(service.value()->key(QStringLiteral("ana")), QStringLiteral("no.pdf"));
        QVERIFY(!cut.ok());
        QVERIFY2(cut.error().codeText().startsWith(QLatin1String("CAR-REM-")), qPrintable(cut.error().codeText()));
        QVERIFY(!QFile::exists(pki.file(QStringLiteral("no.pdf"))));
        startServer();
        // The login went with the service.
        m_fetch->bend = {};
        QVERIFY(!sign(service.value()->key(QStringLiteral("ana")), QStringLiteral("no.pdf")).ok());
    }

    void secretsGoNowhereElse()
    {
        m_service = QUrl(QStringLiteral("http://firma.example.co/csc/v2"));
        QCOMPARE(enter().error().codeText(), QStringLiteral("CAR-BAS-006"));
    }
};

QTEST_GUILESS_MAIN(TestSigningRemote)
#include "tst_signing_remote.moc"
