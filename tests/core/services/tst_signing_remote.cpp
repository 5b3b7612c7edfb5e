// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A key at a signing service (CSC API 2): the sandbox's own service, by HTTP, with a person who answers in a browser
// (curl) rightly, wrongly, late or never.
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Signing.h"
#include "core/signing/SigningErrors.h"
#include "tests/core/services/RemoteRig.h"
#include "tests/support/Patience.h"

#include <QDir>
#include <QJsonArray>

using namespace carriel;
using namespace carriel::signing;

class TestSigningRemote : public QObject, private test::RemoteRig
{
    Q_OBJECT

    Result<SignedFile> sign(const std::shared_ptr<KeySource> &key, const QString &name)
    {
        PdfSignOptions options;
        options.source = put(QStringLiteral("p.pdf"), test::plainPdf());
        options.target = pki.file(name);
        options.overwrite = true;
        std::optional<Result<SignedFile>> result;
        PdfSignJob::run(options, key, nullptr, clock, [&](auto done) { result = std::move(done); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, carriel::test::patienceMs))
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
        m_fetch = std::make_unique<test::BentFetch>(*m_network);
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

    // Many documents, one permission: its digests are told together, and what fails before takes no seat.
    void oneYesForSeveral()
    {
        asAna();
        const auto service = enter();
        QVERIFY(service.ok());
        QVERIFY(service.value()->credentials().first().together > 4);
        m_fetch->asked.clear();
        constexpr int count = 4;
        auto keys = service.value()->keys(QStringLiteral("ana"), count);
        QCOMPARE(keys.size(), count);
        QHash<int, Result<SignedFile>> results;
        for (int i = 0; i < count; ++i) {
            PdfSignOptions options;
            options.source = i == 2 ? put(QStringLiteral("bad.pdf"), QByteArrayLiteral("no pdf"))
                                    : put(QStringLiteral("t%1.pdf").arg(i), test::plainPdf());
            options.target = pki.file(QStringLiteral("juntas%1.pdf").arg(i));
            options.overwrite = true;
            options.reason = QString::number(i); // another digest each
            PdfSignJob::run(options, keys.takeFirst(), nullptr, clock,
                            [&results, i](const auto &done) { results.insert(i, done); });
        }
        QVERIFY(QTest::qWaitFor([&] { return results.size() == count; }, carriel::test::patienceMs));
        for (int i = 0; i < count; ++i) {
            QCOMPARE(results.value(i, Error{}).ok(), i != 2);
            if (i != 2)
                QVERIFY(pki.run(QStringLiteral("pdfsig"),
                                {QStringLiteral("-nocert"), pki.file(QStringLiteral("juntas%1.pdf").arg(i))})
                            .contains("Signature is Valid."));
        }
        QCOMPARE(m_fetch->asked.filter(QStringLiteral("oauth2/token")).size(), 1);
        QCOMPARE(m_fetch->asked.filter(QStringLiteral("signHash")).size(), 1);
    }

    // A service that answers fewer values than were asked, or the right ones in another order, signs nothing.
    void severalBentAnswers()
    {
        asAna();
        const auto service = enter();
        QVERIFY(service.ok());
        for (const bool fewer : {true, false}) {
            m_fetch->bend = [fewer](const QUrl &url, Result<QByteArray> &answer) {
                if (!url.path().endsWith(QLatin1String("signHash")) || !answer.ok())
                    return;
                QJsonArray values =
                    QJsonDocument::fromJson(answer.value()).object().value(QLatin1String("signatures")).toArray();
                const QJsonValue first = values.takeAt(0);
                if (!fewer)
                    values.append(first);
                answer = QJsonDocument(QJsonObject{{QStringLiteral("signatures"), values}}).toJson();
            };
            auto keys = service.value()->keys(QStringLiteral("ana"), 2);
            QStringList codes;
            for (int i = 0; i < 2; ++i) {
                PdfSignOptions options;
                options.source = put(QStringLiteral("t%1.pdf").arg(i), test::plainPdf());
                options.target = pki.file(QStringLiteral("no%1.pdf").arg(i));
                options.reason = QString::number(i);
                PdfSignJob::run(options, keys.takeFirst(), nullptr, clock, [&codes](const auto &done) {
                    codes += done.ok() ? QStringLiteral("signed") : done.error().codeText();
                });
            }
            QVERIFY(QTest::qWaitFor([&] { return codes.size() == 2; }, carriel::test::patienceMs));
            QCOMPARE(codes, QStringList(2, fewer ? QStringLiteral("CAR-SGN-030") : QStringLiteral("CAR-SGN-010")));
            QVERIFY(!QFile::exists(pki.file(QStringLiteral("no0.pdf"))));
        }
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
        const auto service = enter(std::chrono::seconds(8));                     // also what it takes to enter
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

    // In a folder: three documents, one login and one yes; each has its own result.
    void theDeskAsksOnce()
    {
        asAna();
        QTemporaryDir dir;
        QStringList asked;
        Session::Options options;
        options.dir = dir.filePath(QStringLiteral("perfil"));
        options.openBrowser = [&](const QUrl &url) {
            asked += url.query().contains(QLatin1String("scope=service")) ? QStringLiteral("service")
                                                                          : QStringLiteral("sign");
            answerAt(url);
        };
        Session session(std::move(options));
        QVERIFY(wait(session.createVault({false, SecretBytes::copyOf("correct horse battery")})).ok());
        Signing &signing = session.documents().signing();
        const auto found = wait(signing.remoteKeys(m_service));
        QVERIFY(found.ok());
        const auto opened =
            wait(signing.openIdentity({QStringLiteral("remote"), QStringLiteral("ana"), SecretBytes()}));
        QVERIFY(opened.ok());
        SignRequest request;
        for (const char *name : {"uno.pdf", "dos.pdf", "roto.pdf", "tres.pdf"}) {
            const QByteArray bytes = QByteArrayView(name).startsWith("roto") ? QByteArray("%PDF-") : test::plainPdf();
            const auto put = wait(session.documents().addBytes(bytes, QString::fromLatin1(name),
                                                               QStringLiteral("application/pdf"), rootItem()));
            QVERIFY(put.ok());
            request.documents += put.value().id;
        }
        request.identity = opened.value().handle;
        request.certificate = opened.value().certificate.sha256;
        QVERIFY(wait(signing.sign(request)).ok());
        const auto ended = [&] {
            const QList<SignJob> jobs = signing.jobs(10);
            return std::all_of(jobs.begin(), jobs.end(), [](const SignJob &one) {
                return one.state == SignState::Done || one.state == SignState::Failed;
            });
        };
        QTRY_VERIFY(ended());
        const QList<SignJob> jobs = signing.jobs(10);
        QCOMPARE(jobs.size(), 4);
        for (const SignJob &one : jobs)
            QCOMPARE(one.state, one.name.startsWith(QLatin1String("roto")) ? SignState::Failed : SignState::Done);
        QCOMPARE(asked, QStringList({QStringLiteral("service"), QStringLiteral("sign")}));
    }

    void secretsGoNowhereElse()
    {
        m_service = QUrl(QStringLiteral("http://firma.example.co/csc/v2"));
        QCOMPARE(enter().error().codeText(), QStringLiteral("CAR-BAS-006"));
    }
};

QTEST_GUILESS_MAIN(TestSigningRemote)
#include "tst_signing_remote.moc"
