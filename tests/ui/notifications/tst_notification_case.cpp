// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A case as a person lives it, in the window, against the real operator, identity provider, time-stamp authority and
// entities: it arrives, she reads what opening means, opens it, keeps its document, sees by when she must answer, gets
// the certificate, saves the evidence, and somebody else checks it on another computer. Then the network fails.
// Pictures of all go to build/…/screenshots.
#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "tests/support/Patience.h"
#include "tests/ui/onboarding/Program.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/Translation.h"

#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListView>
#include <QProcess>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace carriel;
using namespace carriel::ui;

namespace {
const QString tool = QStringLiteral(CARRIEL_SOURCE_DIR "/tools/sandbox");

QProcessEnvironment environment()
{
    QProcessEnvironment out = QProcessEnvironment::systemEnvironment();
    out.insert(QStringLiteral("CARRIEL_SANDBOX_SEED"), QStringLiteral("small"));
    out.insert(QStringLiteral("CARRIEL_OPERATOR_BIN"), QStringLiteral(CARRIEL_BINARY_DIR "/bin/carriel-operator"));
    out.insert(QStringLiteral("CARRIEL_ENTITY_BIN"), QStringLiteral(CARRIEL_BINARY_DIR "/bin/carriel-entity"));
    return out;
}
} // namespace

class TestNotificationCase final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_translation = std::make_unique<text::Translation>(*qApp);
        m_translation->use(QStringLiteral("es"));
        qputenv("CARRIEL_EXTRACT", CARRIEL_BINARY_DIR "/bin/carriel-extract");
        m_data = m_dir.filePath(QStringLiteral("sandbox"));
        m_sandbox.setProcessEnvironment(environment());
        m_sandbox.setStandardErrorFile(m_dir.filePath(QStringLiteral("log")));
        m_sandbox.start(tool, {QStringLiteral("start"), QStringLiteral("--dir"), m_data});
        QTRY_VERIFY_WITH_TIMEOUT(m_sandbox.canReadLine() || m_sandbox.state() == QProcess::NotRunning, 180'000);
        m_facts = QJsonDocument::fromJson(m_sandbox.readLine()).object();
        QFile log(m_dir.filePath(QStringLiteral("log")));
        QVERIFY2(!m_facts.isEmpty() && log.open(QIODevice::ReadOnly), log.readAll().constData());
    }
    void cleanupTestCase()
    {
        m_program.reset();
        stop();
        m_translation.reset();
    }

    void sheComesIn()
    {
        const QString user =
            m_facts.value(QLatin1String("users")).toArray().first().toObject().value(QLatin1String("user")).toString();
        makeVault(m_dir.path());
        m_program = std::make_unique<Program>(m_dir.path(), [this, user](const QUrl &url) {
            QProcess::startDetached(tool,
                                    {QStringLiteral("browser"), QStringLiteral("--dir"), m_data, user, url.toString()});
        });
        QVERIFY(wait(m_program->session->unlockWithPassphrase(SecretBytes::copyOf(passphrase.toUtf8()))).ok());
        QVERIFY(wait(m_program->session->connectOperator(QUrl(m_facts.value(QLatin1String("operator")).toString()),
                                                         m_facts.value(QLatin1String("ca")).toString()))
                    .ok());
        const Outcome in = wait(m_program->session->login());
        QVERIFY2(in.ok(), qPrintable(in.ok() ? QString() : in.error().codeText()));
        m_program->window->resize(1180, 820);
        open(QStringLiteral("home"));
    }

    void itArrives()
    {
        QTRY_VERIFY(sealed().size() == 3 && ready());
        open(QStringLiteral("notifications"));
        QTRY_COMPARE(m_program->find<QListView>("notifications.list")->model()->rowCount(), 4); // a heading and three
        QTRY_VERIFY(m_program->find<QAbstractButton>("nav.notifications")->accessibleName().contains(QLatin1Char('3')));
        m_program->picture("case-1-arrival");
        for (const NotificationEntry &one : sealed())
            m_ids.insert(one.procedureId, one.id);
        QCOMPARE(m_ids.size(), 3);
    }

    void sheReadsWhatItMeans()
    {
        open(QStringLiteral("notification"), m_ids.value(QStringLiteral("renta")));
        QTRY_VERIFY(can("notification.open"));
        QVERIFY(shown("notification.sender.sensitive"));
        m_program->picture("case-2-tax");
        open(QStringLiteral("notification"), m_ids.value(QStringLiteral("subsidio")));
        QTRY_VERIFY(can("notification.open") &&
                    textOf("notification.meaning.warning").contains(QStringLiteral("1437")));
        QVERIFY(textOf("notification.termView.line").contains(QStringLiteral("Por regla general hasta el")));
        m_program->picture("case-3-precondition");
        scroll("notification.column");
        m_program->picture("case-4-precondition-foot");
        QCOMPARE(sealed().size(), 3); // reading all that opened nothing
    }

    void sheOpensIt()
    {
        m_program->click("notification.open");
        m_program->picture("case-5-opening");
        QTRY_VERIFY(m_program->navigator->currentPage() == QLatin1String("act"));
        QTRY_VERIFY(textOf("act.said").contains(QStringLiteral("Se concede el subsidio")));
        QVERIFY(textOf("act.termView.line").contains(QStringLiteral("ltimo día")));
        m_program->picture("case-6-act");
        scroll("act.column");
        m_program->picture("case-7-act-foot");
        QCOMPARE(sealed().size(), 2);
        QTRY_VERIFY(can("act.document0.keep")); // the page is filled anew when its stamp comes
        m_program->click("act.document0.keep");
        DocumentQuery issued;
        issued.everywhere = true;
        issued.text = QStringLiteral("412");
        QTRY_VERIFY(!m_program->session->documents().ids(issued).isEmpty());
        // It goes to the operator as any document does.
        const auto kept = [&] {
            return m_program->session->documents().rows(m_program->session->documents().ids(issued));
        };
        const auto problems = [this] {
            QStringList out;
            for (const SyncProblem &one : m_program->session->status().problems)
                out << QString(one.error.codeText() + QLatin1Char(' ') + one.error.detail + QLatin1Char(' ') +
                               one.userMessage);
            return out.join(QLatin1Char('\n'));
        };
        QTRY_VERIFY2(kept().first().status == ItemStatus::Synced, qPrintable(problems()));
        QTRY_VERIFY(can("act.document0.see"));
        m_program->click("act.document0.see");
        QTRY_VERIFY(!m_program->find<QLabel>("attachment.view.picture")->pixmap(Qt::ReturnByValue).isNull());
        m_program->picture("case-8-document");
    }

    void theEntityCertifiesIt()
    {
        entity({QStringLiteral("certify"), m_ids.value(QStringLiteral("subsidio"))});
        open(QStringLiteral("act"), m_ids.value(QStringLiteral("subsidio")));
        m_program->session->retryNow();
        QTRY_VERIFY(!textOf("act.certificate.says").isEmpty());
    }

    void theEvidenceGoesWithHer()
    {
        QTRY_VERIFY(can("act.evidence"));
        m_program->click("act.evidence");
        QTRY_VERIFY(!textOf("evidence.timeline.step4").isEmpty());
        m_program->picture("case-9-evidence");
        m_program->click("evidence.export");
        auto *dialog = m_program->window->findChild<QFileDialog *>(QStringLiteral("evidence.exportDialog"));
        QVERIFY(dialog);
        const QString path = m_dir.filePath(QStringLiteral("prueba.asice"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(QFile::exists(path));

        // Another computer, without an account and without a folder.
        QTemporaryDir elsewhere;
        Program stranger(elsewhere.path());
        stranger.window->resize(1180, 820);
        stranger.click("onboarding.verify");
        stranger.navigator->page(QStringLiteral("verify-evidence"))->enter({{QStringLiteral("path"), path}});
        QTRY_VERIFY(stranger.find<QLabel>("evidence.verdict.title"));
        QCOMPARE(stranger.find<QLabel>("evidence.verdict.title")->text(), text::proofWords(ProofState::Unanchored));
        QVERIFY(stranger.shows("evidence.key"));
        stranger.picture("case-10-verified-elsewhere");
    }

    // An entity that asks for her certificate: the key first, then the same button.
    void oneMoreWantsHerCertificate()
    {
        const QString act = m_dir.filePath(QStringLiteral("acto.txt"));
        QFile file(act);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Acto que se abre con certificado") > 0);
        file.close();
        const QJsonObject user = m_facts.value(QLatin1String("users")).toArray().first().toObject();
        entity({QStringLiteral("send"), QStringLiteral("--procedure"), QStringLiteral("subsidio"),
                QStringLiteral("--to"), user.value(QLatin1String("id")).toString(), QStringLiteral("--title"),
                QStringLiteral("Con su certificado"), QStringLiteral("--act"), act, QStringLiteral("--signer"),
                QStringLiteral("certificate")});
        m_program->session->retryNow();
        QTRY_VERIFY(sealed().size() == 3 && ready());
        const QString id = sealed().first().id;
        open(QStringLiteral("notification"), id);
        QTRY_VERIFY(shown("notification.key.words"));
        QVERIFY(!can("notification.open"));
        scroll("notification.column");
        m_program->picture("case-12-certificate");
        const QJsonArray signers =
            m_facts.value(QLatin1String("pki")).toObject().value(QLatin1String("signers")).toArray();
        for (const QJsonValue &one : signers) {
            if (one.toObject().value(QLatin1String("user")) == user.value(QLatin1String("user"))) {
                m_program->find<QLineEdit>("sign.file")->setText(one.toObject().value(QLatin1String("p12")).toString());
                m_program->find<QLineEdit>("sign.secret")
                    ->setText(one.toObject().value(QLatin1String("password")).toString());
            }
        }
        m_program->click("sign.open");
        QTRY_VERIFY(can("notification.open"));
        scroll("notification.column");
        m_program->picture("case-13-certificate-open");
        m_program->click("notification.open");
        QTRY_VERIFY(m_program->navigator->currentPage() == QLatin1String("act"));
        QTRY_VERIFY(textOf("act.said").contains(QStringLiteral("con certificado")));
        open(QStringLiteral("evidence"), id); // it was not the computer that signed
        QTRY_VERIFY(textOf("evidence.timeline.step3Drift").contains(QStringLiteral("se firmó con el certificado de")));
        m_program->picture("case-14-certificate-evidence");
    }

    void withoutANetworkItSaysWhy()
    {
        stop();
        open(QStringLiteral("notification"), m_ids.value(QStringLiteral("renta")));
        m_program->session->retryNow();
        QTRY_VERIFY(can("notification.tell"));
        QVERIFY(!can("notification.open"));
        m_program->picture("case-11-offline");
        QCOMPARE(sealed().size(), 2);
    }

private:
    // Of the one that notifies of the subsidy.
    void entity(const QStringList &words)
    {
        QString home;
        for (const QJsonValue &value : m_facts.value(QLatin1String("entities")).toArray()) {
            if (value.toObject().value(QLatin1String("id")).toString() ==
                entityOf(m_ids.value(QStringLiteral("subsidio"))))
                home = value.toObject().value(QLatin1String("home")).toString();
        }
        QProcess program;
        program.start(QStringLiteral(CARRIEL_BINARY_DIR "/bin/carriel-entity"),
                      QStringList{QStringLiteral("--home"), home, QStringLiteral("--json")} + words);
        QTRY_VERIFY(program.state() == QProcess::NotRunning);
        QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
    }
    // Before there is a window, so that it begins at the lock and not at the first steps.
    void makeVault(const QString &dir)
    {
        Session::Options options;
        options.dir = dir + QStringLiteral("/profile");
        options.background = false;
        Session session(std::move(options));
        UnlockChoice choice;
        choice.keyStore = false;
        choice.passphrase = SecretBytes::copyOf(passphrase.toUtf8());
        QVERIFY(wait(session.createVault(std::move(choice))).ok());
    }
    template <typename T> T wait(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 120'000))
            qFatal("a future never finished");
        return future.result();
    }
    QList<NotificationEntry> sealed()
    {
        QList<NotificationEntry> out;
        for (const NotificationEntry &one : m_program->session->documents().notifications().list()) {
            if (one.canBeOpened())
                out.append(one);
        }
        return out;
    }
    bool ready()
    {
        const QList<NotificationEntry> all = sealed();
        return std::all_of(all.begin(), all.end(), [](const NotificationEntry &one) { return one.contentHere; });
    }
    QString entityOf(const QString &id)
    {
        for (const NotificationEntry &one : m_program->session->documents().notifications().list()) {
            if (one.id == id)
                return one.entityId;
        }
        return {};
    }
    void open(const QString &page, const QString &id = {})
    {
        m_program->navigator->open(page, id.isEmpty() ? QVariantMap() : QVariantMap{{QStringLiteral("id"), id}});
    }
    bool shown(const char *name) { return m_program->shows(name); }
    bool can(const char *name) { return shown(name) && m_program->find(name)->isEnabled(); }
    QString textOf(const char *name) { return shown(name) ? m_program->find<QLabel>(name)->text() : QString(); }
    void scroll(const char *name)
    {
        QScrollBar *bar = m_program->find<QScrollArea>(name)->verticalScrollBar();
        bar->setValue(bar->maximum());
    }
    void stop()
    {
        if (m_sandbox.state() == QProcess::NotRunning)
            return;
        QProcess::execute(tool, {QStringLiteral("stop"), QStringLiteral("--dir"), m_data});
        if (!m_sandbox.waitForFinished(30'000))
            m_sandbox.kill();
    }

    QTemporaryDir m_dir;
    QString m_data;
    QProcess m_sandbox;
    QJsonObject m_facts;
    QHash<QString, QString> m_ids;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<text::Translation> m_translation;
};

QTEST_MAIN(TestNotificationCase)
#include "tst_notification_case.moc"
