// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Two windows of one person while the operator is really gone: what waits, the countdown to the next try, two versions
// of one document, and how it is settled. Pictures of each go to CARRIEL_PICTURES, or to build/…/screenshots.
#include "core/remote/Discovery.h"
#include "core/remote/HttpTransport.h"
#include "core/services/Conflicts.h"
#include "core/services/Documents.h"
#include "core/services/Problems.h"
#include "core/services/Versions.h"
#include "tests/support/Await.h"
#include "tests/support/RealOperator.h"
#include "tests/ui/onboarding/Program.h"
#include "ui/text/Translation.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace carriel;
using namespace carriel::ui;

class TestBadNetwork final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_pictures = qEnvironmentVariable("CARRIEL_PICTURES", QStringLiteral(CARRIEL_BINARY_DIR "/screenshots"));
        QVERIFY(QDir().mkpath(m_pictures));
        m_translation = std::make_unique<text::Translation>(*qApp);
        m_translation->use(QStringLiteral("es"));
        m_provider = std::make_unique<test::TestProvider>(m_authority);
        m_provider->acr = QStringLiteral("urn:carpeta:loa:high");
        m_provider->claims = {{QStringLiteral("name"), QStringLiteral("Ana Pérez Gómez")}};
        m_operator = std::make_unique<test::RealOperator>(m_authority, *m_provider);
        SystemRandom random;
        remote::HttpTransport transport(random, m_authority.trust());
        test::Await<Result<remote::OperatorDescription>> found;
        const remote::CallPtr call = remote::discoverOperator(transport, m_operator->url(), std::nullopt, found.take());
        QVERIFY(found.wait() && found.value().ok());
        m_provider->audience = found.value().value().audience;
        m_one = computer(QStringLiteral("one"));
        m_two = computer(QStringLiteral("two"));
        QVERIFY(m_one && m_two);
    }
    void cleanupTestCase()
    {
        m_one.reset();
        m_two.reset();
        m_translation.reset();
    }

    void aDocumentReachesTheOtherComputer()
    {
        m_acta = add(*m_one, QStringLiteral("acta.txt"), "Acta\nUno\nDos\n");
        QVERIFY(!m_acta.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(*m_one, m_acta), ItemStatus::Synced, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(*m_two, m_acta), ItemStatus::Synced, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(m_one->session->status().phase, SyncPhase::UpToDate, 30000);
        picture(*m_one, "network-1-up-to-date", QStringLiteral("documents"));
    }

    void withoutTheOperatorWhatWaitsIsSaidAndTheNextTryIsCountedDown()
    {
        m_operator->kill();
        m_recibo = add(*m_one, QStringLiteral("recibo de la luz.txt"), "Recibo");
        QVERIFY(!m_recibo.isEmpty());
        QVERIFY(statusOf(*m_one, m_recibo) != ItemStatus::Synced);
        QVERIFY(m_one->session->status().phase != SyncPhase::UpToDate); // it is never said falsely
        m_one->navigator->open(QStringLiteral("documents"), {{QStringLiteral("reveal"), m_recibo.text()}});
        picture(*m_one, "network-2-pending");
        QTRY_VERIFY_WITH_TIMEOUT(m_one->shows("statusRetry"), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(m_one->shows("statusNext"), 60000);
        const auto *next = m_one->find<QLabel>("statusNext");
        const QString before = next->text();
        picture(*m_one, "network-3-retrying");
        QTRY_VERIFY_WITH_TIMEOUT(next->text() != before, 20000);
        m_one->navigator->open(QStringLiteral("problems"));
        QTRY_VERIFY_WITH_TIMEOUT(m_one->shows("problems.card0"), 20000);
        picture(*m_one, "network-4-problem");
        m_one->navigator->open(QStringLiteral("transfers"));
        picture(*m_one, "network-5-transfers");
    }

    void bothComputersChangeIt()
    {
        QVERIFY(newVersion(*m_one, "Acta\nUno, corregido aquí\nDos\n"));
        QVERIFY(newVersion(*m_two, "Acta\nUno\nDos, corregido allá\n"));
        m_operator->start();
        m_two->session->retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(*m_two, m_acta), ItemStatus::Synced, 60000);
        // The button in the status line does it, without waiting for the countdown.
        if (m_one->shows("statusRetry"))
            m_one->click("statusRetry");
        else
            m_one->session->retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(*m_one, m_recibo), ItemStatus::Synced, 60000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_one->session->documents().conflicts().open().isEmpty(), 60000);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(*m_one, m_acta), ItemStatus::Conflict, 30000);
        QVERIFY(m_one->session->status().phase != SyncPhase::UpToDate);
        m_one->navigator->open(QStringLiteral("documents"), {{QStringLiteral("reveal"), m_acta.text()}});
        picture(*m_one, "network-6-conflict-in-the-list");
    }

    void bothAreShownAndTheChoiceHolds()
    {
        m_one->navigator->open(QStringLiteral("conflicts"), {{QStringLiteral("item"), m_acta.text()}});
        const auto text = [this](const char *name) { return m_one->find<QPlainTextEdit>(name)->toPlainText(); };
        QTRY_VERIFY_WITH_TIMEOUT(text("conflicts.ours.text").contains(QStringLiteral("corregido aquí")), 30000);
        QTRY_VERIFY_WITH_TIMEOUT(text("conflicts.theirs.text").contains(QStringLiteral("corregido allá")), 30000);
        picture(*m_one, "network-7-conflict");
        m_one->click("conflicts.both");
        QTRY_VERIFY_WITH_TIMEOUT(m_one->session->documents().conflicts().open().isEmpty(), 30000);
        QTRY_COMPARE_WITH_TIMEOUT(m_one->session->status().phase, SyncPhase::UpToDate, 60000);
        m_one->navigator->open(QStringLiteral("documents"), {{QStringLiteral("folder"), rootItem().text()}});
        picture(*m_one, "network-8-resolved");
        // Both contents are there, each in a document or in the history of one.
        QStringList contents;
        DocumentQuery all;
        all.everywhere = true;
        Documents &documents = m_one->session->documents();
        for (const ItemId &id : documents.ids(all)) {
            for (const DocumentVersion &version : documents.versions().list(id)) {
                if (const auto device = documents.versions().open(version.id);
                    device && (device->isOpen() || device->open(QIODevice::ReadOnly)))
                    contents << QString::fromUtf8(device->readAll());
            }
        }
        const QString both = contents.join(QLatin1Char('|'));
        QVERIFY2(both.contains(QStringLiteral("corregido aquí")), qPrintable(both));
        QVERIFY2(both.contains(QStringLiteral("corregido allá")), qPrintable(both));
        m_one->navigator->open(QStringLiteral("history"), {{QStringLiteral("id"), m_acta.text()}});
        picture(*m_one, "network-9-history");
    }

private:
    // A profile that is open, logged in, and syncs by itself.
    std::unique_ptr<Program> computer(const QString &name)
    {
        const QString dir = m_dir.filePath(name);
        if (!QDir().mkpath(dir))
            return nullptr;
        auto program = std::make_unique<Program>(
            dir, [this](const QUrl &url) { test::TestProvider::visit(m_provider->wayBack(url)); });
        program->window->resize(1180, 760);
        Session &session = *program->session;
        UnlockChoice choice;
        choice.keyStore = false;
        choice.passphrase = SecretBytes::copyOf("correcto caballo grapa");
        bool ready = false;
        session.createVault(std::move(choice)).then(this, [&ready](const Result<QString> &made) { ready = made.ok(); });
        if (!QTest::qWaitFor([&ready] { return ready; }, 30000))
            return nullptr;
        session.setSetting(text::keys::recoveryConfirmed, QStringLiteral("yes"));
        bool done = false;
        session.connectOperator(m_operator->url(), m_authority.caFile())
            .then(this, [this, &session, &done](const Outcome &) {
                session.login().then(this, [this, &session, &done](const Outcome &login) {
                    if (login.ok()) {
                        done = true;
                        return;
                    }
                    session.terms().then(this, [this, &session, &done](const Result<Terms> &terms) {
                        if (terms.ok())
                            session.enrol(terms.value()).then(this, [&done](const Outcome &outcome) {
                                done = outcome.ok();
                            });
                    });
                });
            });
        if (!QTest::qWaitFor([&done] { return done; }, 60000))
            return nullptr;
        Q_EMIT program->navigator->page(QStringLiteral("onboarding"))->done(); // the way in is another test's
        return program;
    }

    ItemId add(Program &program, const QString &name, const QByteArray &bytes)
    {
        ItemId id;
        program.session->documents()
            .addBytes(bytes, name, QStringLiteral("text/plain"), rootItem())
            .then(this, [&id](const Result<AddedDocument> &added) {
                if (added.ok())
                    id = added.value().id;
            });
        return QTest::qWaitFor([&id] { return !id.isEmpty(); }, 20000) ? id : ItemId();
    }

    bool newVersion(Program &program, const QByteArray &bytes)
    {
        const QString path = m_dir.filePath(QStringLiteral("nueva.txt"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return false;
        file.close();
        bool done = false;
        program.session->documents().addVersion(m_acta, path).then(this, [&done](const Outcome &outcome) {
            done = outcome.ok();
        });
        return QTest::qWaitFor([&done] { return done; }, 20000);
    }

    static ItemStatus statusOf(Program &program, const ItemId &id)
    {
        const QList<DocumentRow> rows = program.session->documents().rows({id});
        return rows.isEmpty() ? ItemStatus::MissingOnServer : rows.first().status;
    }

    void picture(Program &program, const char *name, const QString &page = {})
    {
        if (!page.isEmpty())
            program.navigator->open(page);
        QTest::qWait(300);
        QVERIFY(program.window->grab().save(
            QString(m_pictures + QLatin1Char('/') + QLatin1String(name) + QLatin1String(".png"))));
    }

    QTemporaryDir m_dir;
    QString m_pictures;
    test::TestAuthority m_authority;
    std::unique_ptr<test::TestProvider> m_provider;
    std::unique_ptr<test::RealOperator> m_operator;
    std::unique_ptr<text::Translation> m_translation;
    std::unique_ptr<Program> m_one;
    std::unique_ptr<Program> m_two;
    ItemId m_acta;
    ItemId m_recibo;
};

QTEST_MAIN(TestBadNetwork)
#include "tst_bad_network.moc"
