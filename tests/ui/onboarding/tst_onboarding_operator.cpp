// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The way in with an operator, in the real window, against the reference operator itself: a wrong address is said, a login is
// cancelled and done again, the terms are read and accepted, and the first document arrives there.
#include "Program.h"
#include "core/remote/Discovery.h"
#include "core/remote/HttpTransport.h"
#include "core/services/AcceptedTerms.h"
#include "core/services/Documents.h"
#include "tests/support/Await.h"
#include "tests/support/Patience.h"
#include "tests/support/RealOperator.h"
#include "ui/text/Translation.h"
#include "ui/widgets/NoticeBar.h"

#include <QCheckBox>
#include <QCryptographicHash>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListWidget>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTextEdit>

using namespace carriel;
using namespace carriel::ui;

class TestOnboardingOperator final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_translation = std::make_unique<text::Translation>(*qApp);
        m_translation->use(QStringLiteral("es"));
        m_provider = std::make_unique<test::TestProvider>(m_authority);
        m_provider->acr = QStringLiteral("urn:carpeta:loa:high");
        m_provider->claims = {{QStringLiteral("name"), QStringLiteral("Ana Pérez Gómez")}};
        m_operator = std::make_unique<test::RealOperator>(m_authority, *m_provider);
        // The provider must know for whom it writes its tokens.
        SystemRandom random;
        remote::HttpTransport transport(random, m_authority.trust());
        test::Await<Result<remote::OperatorDescription>> found;
        const remote::CallPtr call = remote::discoverOperator(transport, m_operator->url(), std::nullopt, found.take());
        QVERIFY(found.wait() && found.value().ok());
        m_provider->audience = found.value().value().audience;
    }
    void cleanupTestCase() { m_translation.reset(); }

    void aPersonComesInAndTheFirstDocumentArrives()
    {
        bool somebodyIsThere = false;
        Program program(m_dir.path(), [&](const QUrl &url) {
            if (somebodyIsThere)
                test::TestProvider::visit(m_provider->wayBack(url));
        });
        program.click("onboarding.next");
        QVERIFY(!program.chooseAndConfirm().isEmpty());
        QTRY_VERIFY(program.shows("onboarding.operator"));
        program.type("onboarding.url", QStringLiteral("http://127.0.0.1:9")); // never, and it is said why
        QVERIFY(program.shows("onboarding.operator.problem"));
        QVERIFY(program.find<QLabel>("onboarding.operator.problem.title")->text().contains(QStringLiteral("https://")));
        program.type("onboarding.url", QStringLiteral("https://127.0.0.1:9"));
        QVERIFY(!program.shows("onboarding.operator.problem"));
        program.click("onboarding.next");
        QTRY_VERIFY(program.shows("onboarding.operator.problem"));
        QVERIFY2(program.find<QLabel>("onboarding.operator.problem.title")->text().contains(QStringLiteral("127.0.0.1")),
                 qPrintable(program.find<QLabel>("onboarding.operator.problem.title")->text()));
        program.type("onboarding.url", m_operator->url().toString());
        program.click("onboarding.caToggle");
        program.type("onboarding.ca", m_authority.caFile());
        program.click("onboarding.next");
        QTRY_VERIFY(program.shows("onboarding.found") && program.find<QAbstractButton>("onboarding.next")->isEnabled());
        program.picture("operator");
        program.click("onboarding.next");

        QTRY_VERIFY(program.shows("onboarding.login"));
        QVERIFY(!program.find<QLineEdit>("onboarding.computerName")->text().isEmpty());
        program.type("onboarding.computerName", QStringLiteral("Mi portátil"));
        program.click("onboarding.next"); // nobody is there
        QTRY_VERIFY(program.shows("onboarding.waiting"));
        program.picture("login");
        QTest::qWait(300); // connecting comes first
        program.click("onboarding.loginCancel");
        QTRY_VERIFY(program.shows("onboarding.login.problem"));
        somebodyIsThere = true;
        program.click("onboarding.next");

        QTRY_VERIFY(program.shows("onboarding.terms"));
        QTRY_VERIFY(!program.find<QTextEdit>("onboarding.termsText")->toPlainText().isEmpty());
        QVERIFY(program.find<QLabel>("onboarding.termsDigest")->text().contains(QStringLiteral("SHA-256")));
        QVERIFY(!program.find<QAbstractButton>("onboarding.next")->isEnabled());
        program.click("onboarding.accept");
        program.picture("terms");
        program.click("onboarding.next");

        QTRY_VERIFY2(program.shows("onboarding.documents"),
                     qPrintable(program.find<QLabel>("onboarding.terms.problem.title")->text()));
        QVERIFY(program.session->account().loggedIn);
        QCOMPARE(program.session->account().deviceName, QStringLiteral("Mi portátil"));
        QVERIFY(
            program.find<QLabel>("onboarding.documents.who")->text().contains(program.session->account().holderName));
        const QString path = m_dir.filePath(QStringLiteral("certificado.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Cámara de Comercio de Medellín") > 0);
        file.close();
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent over({10, 10}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(program.find("onboarding.documents"), &over);
        QDropEvent drop({10, 10}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(program.find("onboarding.documents"), &drop);
        QTRY_COMPARE(program.find<QListWidget>("onboarding.added")->count(), 1);
        program.click("onboarding.next");

        QVERIFY(!program.window->gateShown());
        const auto status = [&] {
            const QList<DocumentRow> rows = program.session->documents().recent(1);
            return rows.isEmpty() ? ItemStatus::Error : rows.first().status;
        };
        QTRY_COMPARE(status(), ItemStatus::Synced);
        QTRY_COMPARE(program.session->status().phase, SyncPhase::UpToDate);
        program.navigator->open(QStringLiteral("settings"), {{QStringLiteral("section"), QStringLiteral("operator")}});
        QTRY_VERIFY(program.shows("settings.device0"));
        program.picture("devices");
        // What was accepted stays here with its text, and survives the lock.
        QTRY_VERIFY(program.shows("settings.operator.terms"));
        QVERIFY(program.find<QLabel>("settings.terms.facts")->text().contains(QStringLiteral("2026-1")));
        program.click("settings.terms.read");
        QVERIFY(program.find<QTextEdit>("settings.terms.text")->toPlainText().size() > 100);
        // It is carried away: the text byte by byte, beside it what was signed; a place that cannot be written is said.
        saveTerms(program, m_dir.filePath(QStringLiteral("certificado.txt/no.txt")));
        QTRY_VERIFY(program.window->notices().text().contains(QStringLiteral("certificado.txt/no.txt")));
        const QString copy = m_dir.filePath(QStringLiteral("términos.txt"));
        saveTerms(program, copy);
        QTRY_VERIFY(program.window->notices().text().contains(copy));
        const QByteArray carried = contentOf(copy);
        const QByteArray signature = contentOf(QString(copy + QLatin1String(".jws")));
        program.session->lock();
        QTRY_COMPARE(program.session->vaultState(), VaultState::Locked);
        QVERIFY(!program.shows("settings.terms.save"));
        QVERIFY(program.find<QTextEdit>("settings.terms.text")->toPlainText().isEmpty());
        const auto unlocked = program.session->unlockWithPassphrase(SecretBytes::copyOf(passphrase.toUtf8()));
        QTRY_VERIFY(unlocked.isFinished() && unlocked.result().ok());
        const auto asked = program.session->acceptedTerms();
        QTRY_VERIFY(asked.isFinished() && asked.result().ok() && asked.result().value());
        const AcceptedTerms accepted = *asked.result().value();
        const QByteArray digest = QCryptographicHash::hash(accepted.terms.text.toUtf8(), QCryptographicHash::Sha256);
        QCOMPARE(digest, accepted.terms.sha256);
        QCOMPARE(carried, accepted.terms.text.toUtf8());
        QCOMPARE(signature, accepted.acceptance);
        const QJsonObject claims = QJsonDocument::fromJson(QByteArray::fromBase64(accepted.acceptance.split('.').at(1),
                                                                                  QByteArray::Base64UrlEncoding)).object();
        QCOMPARE(QByteArray::fromBase64(claims.value(u"terms_sha256").toString().toLatin1(), QByteArray::Base64UrlEncoding), digest);
        QCOMPARE(claims.value(u"iat").toInteger(), accepted.acceptedUtc.toSecsSinceEpoch());
        program.navigator->open(QStringLiteral("transfers"));
        program.picture("transfers");
        program.navigator->open(QStringLiteral("home"));
        QTest::qWait(300);
        program.picture("home-operator");
    }

    // A person by the first name, a company by all of its name.
    void aCompanyIsGreetedByItsName()
    {
        const QString name = QStringLiteral("Panadería La Espiga S.A.S.");
        m_provider->subject = QStringLiteral("co:NIT:900123456");
        m_provider->claims = {{QStringLiteral("name"), name}};
        Program program(m_dir.filePath(QStringLiteral("empresa")),
                        [this](const QUrl &url) { test::TestProvider::visit(m_provider->wayBack(url)); });
        program.click("onboarding.next");
        QVERIFY(!program.chooseAndConfirm().isEmpty());
        QTRY_VERIFY(program.shows("onboarding.operator"));
        program.type("onboarding.url", m_operator->url().toString());
        program.click("onboarding.caToggle");
        program.type("onboarding.ca", m_authority.caFile());
        program.click("onboarding.next");
        QTRY_VERIFY(program.shows("onboarding.found") && program.find<QAbstractButton>("onboarding.next")->isEnabled());
        program.click("onboarding.next");
        QTRY_VERIFY(program.shows("onboarding.login"));
        program.click("onboarding.next");
        QTRY_VERIFY(program.shows("onboarding.terms"));
        QTRY_VERIFY(!program.find<QTextEdit>("onboarding.termsText")->toPlainText().isEmpty());
        program.click("onboarding.accept");
        program.click("onboarding.next");
        QTRY_VERIFY(program.shows("onboarding.documents"));
        QCOMPARE(program.find<QLabel>("onboarding.documents.title")->text(), QStringLiteral("Sus primeros documentos"));
        const QString who = program.find<QLabel>("onboarding.documents.who")->text();
        QVERIFY2(who.contains(name) && who.contains(QStringLiteral("NIT")), qPrintable(who));
        program.click("onboarding.next");
        QTRY_VERIFY(program.shows("home.greeting"));
        QTRY_COMPARE(program.find<QLabel>("home.greeting")->text(), QStringLiteral("Hola, %1").arg(name));
        program.picture("home-company");
    }

private:
    static void saveTerms(Program &program, const QString &path)
    {
        program.click("settings.terms.save");
        auto *dialog = program.window->findChild<QFileDialog *>(QStringLiteral("settings.terms.dialog"));
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(!program.window->findChild<QFileDialog *>(QStringLiteral("settings.terms.dialog")));
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_dir;
    test::TestAuthority m_authority;
    std::unique_ptr<test::TestProvider> m_provider;
    std::unique_ptr<test::RealOperator> m_operator;
    std::unique_ptr<text::Translation> m_translation;
};

QTEST_MAIN(TestOnboardingOperator)
#include "tst_onboarding_operator.moc"
