// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of a notification that is neither plainly sealed nor plainly opened: nobody vouches for who sent
// it, it was taken back, the record of the moment is missing, what came is not what was sealed; and each regime's
// words.
#include "MailBench.h"
#include "core/evidence/proof/EvidencePackage.h"
#include "core/services/Notifications.h"
#include "tests/core/signing/SigningPki.h"
#include "tests/support/Patience.h"
#include "ui/home/Needs.h"
#include "ui/notifications/NotificationModel.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/Translation.h"
#include "ui/text/UsualTerm.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <memory>

using namespace carriel;
using test::MailBench;

class TestNotificationStates final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_translation = std::make_unique<text::Translation>(*qApp);
        m_translation->use(QStringLiteral("es"));
        QVERIFY(QDir().mkpath(QStringLiteral(CARRIEL_BINARY_DIR "/screenshots")));
    }
    void cleanupTestCase() { m_translation.reset(); }

    // Without the list of keys no signature was checked: nothing green, and no name but as the operator's word.
    void nobodyIsVouchedForWithoutTheList()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.op.directory.clear();
        mail.arrive();
        QVERIFY(!list(mail).first().senderKnown());
        mail.bench.navigator().open(QStringLiteral("notification"), {{QStringLiteral("id"), MailBench::id}});
        QTRY_VERIFY(mail.textOf("notification.sender.proof").contains(QStringLiteral("no se sabe si la firmó")));
        QVERIFY(mail.textOf("notification.sender.entity").contains(QStringLiteral("solo su operador")));
        QVERIFY(!mail.offers("notification.open"));
        QVERIFY(mail.bench.window().grab().save(
            QStringLiteral(CARRIEL_BINARY_DIR "/screenshots/notifications-nobody-vouches.png")));
    }

    void whoItIsSaysTheSignedList()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.op.set("entity", QJsonObject{{QStringLiteral("id"), QStringLiteral("co:NIT:900123456")},
                                          {QStringLiteral("name"), QStringLiteral("DIAN")}});
        mail.arrive();
        QVERIFY(list(mail).first().senderKnown());
        QCOMPARE(list(mail).first().entityName, QStringLiteral("Entidad de ejemplo"));
        mail.openIt();
        const auto opened = mail.bench.session().documents().notifications().opened(MailBench::id);
        QCOMPARE(opened.value().entry.entityName, QStringLiteral("Entidad de ejemplo"));
    }

    // Another agreement of the same procedure is not the one that it was sent by.
    void onlyTheAgreementThatTheSealNamesIsShown()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.arrive();
        mail.play([](test::FakeOperator &, test::FakePort &, mail::Mailbox &mailbox, mail::Opener &) {
            const QByteArray json = "{\"procedure\":{\"id\":\"T-4471\"},\"given\":{\"at\":\"2026-01-01T00:00:00.000Z\","
                                    "\"statement\":\"a.b.c\"}}";
            QVERIFY(mailbox.rows().put(vault::ConsentRow{QStringLiteral("c"), 1, QStringLiteral("active"), json}).ok());
        });
        QCOMPARE(mail.bench.session().documents().notifications().consents().size(), 1);
        mail.bench.navigator().open(QStringLiteral("notification"), {{QStringLiteral("id"), MailBench::id}});
        QTRY_VERIFY(!mail.textOf("notification.sender.entity").isEmpty());
        QVERIFY(mail.textOf("notification.sender.consent").isEmpty());
    }

    // Locked while it was looked at, and in the middle of an opening: she is where she was, and the number is right.
    void afterALockSheIsWhereSheWas()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.arrive();
        mail.bench.navigator().open(QStringLiteral("notification"), {{QStringLiteral("id"), MailBench::id}});
        QTRY_VERIFY(!mail.textOf("notification.sender.entity").isEmpty());
        const QString title = mail.textOf("notification.title");
        mail.play([](test::FakeOperator &, test::FakePort &, mail::Mailbox &mailbox, mail::Opener &) {
            auto row = mailbox.rows().find(MailBench::id).value().value();
            row.opening = vault::OpeningState::Signed;
            QVERIFY(mailbox.rows().put(row).ok());
        });
        QTRY_VERIFY(!mail.textOf("notification.sender.entity").isEmpty());
        QCOMPARE(mail.bench.navigator().currentPage(), QStringLiteral("notification"));
        QCOMPARE(mail.textOf("notification.title"), title);
        QTRY_VERIFY(list(mail).first().canBeOpened());
        QTRY_VERIFY(mail.bench.find<QWidget>("nav.notifications")->accessibleName().contains(QLatin1Char('1')));

        QTest::keyClick(&mail.bench.window(), Qt::Key_Escape);
        QTRY_COMPARE(mail.bench.navigator().currentPage(), QStringLiteral("notifications"));
    }

    // What has to be answered can be put into a calendar where it is read, too.
    void theDayOfAnActLeadsToTheCalendar()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.arrive();
        mail.openIt();
        mail.bench.navigator().open(QStringLiteral("act"), {{QStringLiteral("id"), MailBench::id}});
        if (!list(mail).first().lastDay || *list(mail).first().lastDay < QDate::currentDate())
            QVERIFY(!mail.bench.find<QWidget>("act.day0.more")); // it is over
        else
            QVERIFY(mail.offers("act.day0.more"));
    }

    void whatWasTakenBackHasNoTerm()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.op.set("state", QStringLiteral("Cancelled"));
        mail.arrive();
        mail.bench.navigator().open(QStringLiteral("notification"), {{QStringLiteral("id"), MailBench::id}});
        QTRY_VERIFY(!mail.textOf("notification.sender.entity").isEmpty());
        QVERIFY(!mail.bench.find<QWidget>("notification.termView"));
        QVERIFY(!mail.bench.find<QAbstractButton>("notification.open")->isVisible());
    }

    // Closed unopened, though it counts as made since it was sent: its term stays in sight, and nothing is asked of her.
    void whatWasClosedUnopenedMayRun()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.op.reseal({{QStringLiteral("regime"), QStringLiteral("cpaca-205")}});
        mail.op.set("state", QStringLiteral("NotAccessed"));
        mail.arrive();
        NotificationEntry entry = list(mail).first();
        QVERIFY(entry.begins.has_value());
        mail.bench.navigator().open(QStringLiteral("notification"), {{QStringLiteral("id"), MailBench::id}});
        QTRY_VERIFY(mail.textOf("notification.term.other").contains(QStringLiteral("Pídale el acto")));
        QVERIFY(!mail.bench.find<QWidget>("notification.meaning.login"));
        QVERIFY(mail.textOf("notification.termView.line").contains(QStringLiteral("El término corre")));
        // Not for ever: what is long over is no affair of today.
        const QDate today = *entry.begins;
        QVERIFY(text::closedRunning(entry, today) && text::closedRunning(entry, today.addDays(30)));
        QVERIFY(!text::closedRunning(entry, today.addDays(200)));
        QCOMPARE(text::pressingDay(entry, today.addDays(3)), entry.begins);
        QVERIFY(text::usualTerm(entry, today).contains(QStringLiteral("puede estar corriendo")));
        ui::NotificationModel model(nullptr);
        model.show({entry}, {}, today.addDays(3));
        QVERIFY(model.data(model.index(0), Qt::DisplayRole).toString() == QStringLiteral("Términos que corren"));
        QVERIFY(model.data(model.index(1), ui::NotificationModel::UrgentRole).toBool());
        entry.state = QStringLiteral("Cancelled"); // what was taken back runs no more
        QVERIFY(!text::closedRunning(entry, today));
    }

    // Two last days are one too many: the one that is counted is named.
    void aDayOfTheActAfterTheTerm()
    {
        TermInfo term;
        term.lastDay = QDate(2026, 12, 7);
        ActActionInfo action{QStringLiteral("deadline"), QStringLiteral("Interponer recurso"), {}, QDate(2026, 12, 10), -1};
        QVERIFY(text::laterThanTerm(action, term).contains(QStringLiteral("7 de diciembre de 2026")));
        action.due = QDate(2026, 12, 7);
        QVERIFY(text::laterThanTerm(action, term).isEmpty());
        action.due = QDate(2026, 12, 8);
        term.extended = action.due;
        QVERIFY(text::laterThanTerm(action, term).isEmpty());
        action = {QStringLiteral("appointment"), QStringLiteral("Cita"), {}, QDate(2027, 1, 10), -1};
        QVERIFY(text::laterThanTerm(action, term).isEmpty());
        QVERIFY(text::laterThanTerm({QStringLiteral("reply"), {}, {}, QDate(2027, 1, 1), -1}, std::nullopt).isEmpty());
    }

    // The key is here, the operator's record of the moment is not: not opened, not sealed, and there is a way on.
    void withoutTheRecordThereIsAWayOn()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.arrive();
        mail.op.withholds = true;
        mail.openIt();
        QCOMPARE(int(list(mail).first().step), int(NotificationStep::Unknown));
        mail.bench.navigator().open(QStringLiteral("notification"), {{QStringLiteral("id"), MailBench::id}});
        QTRY_VERIFY(!mail.textOf("notification.sender.entity").isEmpty());
        QTest::qWait(100);
        QCOMPARE(mail.bench.navigator().currentPage(), QStringLiteral("notification"));
        auto *verb = mail.bench.find<QAbstractButton>("notification.open");
        QVERIFY(verb->isVisible());
        QVERIFY2(verb->text().contains(QStringLiteral("Preguntar")), qPrintable(verb->text()));
        QVERIFY(mail.textOf("notification.consequence").contains(QStringLiteral("no firma nada nuevo")));
        QVERIFY(!mail.bench.find<QWidget>("notification.termView"));
        QVERIFY(home(mail).contains(QStringLiteral("no se sabe si quedó abierta")));
    }

    // Each regime has its own words on the first page; a message is what has no effect, whatever it is called.
    void theFirstPageSaysWhatTheLawSays_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("regime");
        QTest::addColumn<QString>("said");
        QTest::newRow("access") << "notification"
                                << "cpaca-56"
                                << "Si la abre hoy";
        QTest::newRow("tax") << "notification"
                             << "et-566-1@2025-11-19"
                             << "su término corre desde el 14 de enero de 2026";
        QTest::newRow("court") << "notification"
                               << "cpaca-205"
                               << "su término corre desde el 8 de enero de 2026";
        QTest::newRow("message") << "communication"
                                 << "comunicacion"
                                 << "No tiene efecto legal";
    }
    void theFirstPageSaysWhatTheLawSays()
    {
        QFETCH(QString, kind);
        QFETCH(QString, regime);
        QFETCH(QString, said);
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.op.reseal({{QStringLiteral("class"), kind}, {QStringLiteral("regime"), regime}});
        mail.arrive();
        QVERIFY2(home(mail).contains(said), qPrintable(home(mail)));
        QCOMPARE(home(mail).contains(QStringLiteral("No tiene efecto legal")), regime == QLatin1String("comunicacion"));
    }

    // A content that the entity made wrong, or another key than sealed: it stands in what she takes with her, and
    // whoever checks that file is told first.
    void aMismatchStandsInTheExport_data()
    {
        QTest::addColumn<bool>("wrongKey");
        QTest::newRow("the operator's key") << true;
        QTest::newRow("the entity's content") << false;
    }
    void aMismatchStandsInTheExport()
    {
        QFETCH(bool, wrongKey);
        auto hers = std::make_unique<MailBench>();
        MailBench &mail = *hers;
        QVERIFY(mail.bench.ready());
        mail.op.wrongKey = wrongKey;
        if (!wrongKey) {
            QJsonObject content =
                test::Vector::payload(mail.op.vector.proof.seal).value(QLatin1String("content")).toObject();
            content.insert(QStringLiteral("plain_sha256"), test::b64(evidence::digestOf("another act")));
            mail.op.reseal({{QStringLiteral("content"), content}});
        }
        mail.arrive();
        mail.openIt();
        QCOMPARE(int(list(mail).first().step), int(NotificationStep::Mismatch));
        const QString reason = wrongKey ? QStringLiteral("key") : QStringLiteral("plain");
        mail.bench.navigator().open(QStringLiteral("notification"), {{QStringLiteral("id"), MailBench::id}});
        QTRY_VERIFY_WITH_TIMEOUT(mail.offers("notification.callout.action"), 60'000);
        mail.press("notification.callout.action");
        const QString words = text::mismatchWords(reason);
        QTRY_VERIFY_WITH_TIMEOUT(mail.textOf("evidence.verdict.disputed").contains(words), 60'000);
        QVERIFY(mail.textOf("evidence.verdict.content").contains(QStringLiteral("no es lo que se selló")));
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("prueba.asice"));
        mail.press("evidence.export");
        auto *dialog = mail.bench.find<QFileDialog>("evidence.exportDialog");
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 60'000);

        const auto proof = evidence::checkEvidence(bytesOf(path), mail.op.vector.anchors());
        QVERIFY(proof.ok());
        QVERIFY(proof.value().proof.content.isEmpty());
        QCOMPARE(proof.value().proof.cipher, mail.op.vector.cipher);
        const QJsonObject declared = test::Vector::payload(proof.value().proof.dispute);
        QCOMPARE(declared.value(QLatin1String("reason")).toString(), reason);

        hers.reset(); // two windows at once have labels of the same names
        MailBench stranger;
        stranger.bench.navigator().open(QStringLiteral("evidence"), {{QStringLiteral("path"), path}});
        QTRY_VERIFY_WITH_TIMEOUT(stranger.textOf("evidence.verdict.disputed").contains(words), 60'000);
        // Who made the content wrong, anybody can see; that another key came is her word alone.
        QCOMPARE(stranger.textOf("evidence.verdict.disputed").contains(QStringLiteral("así es")), !wrongKey);
        QVERIFY(stranger.bench.window().grab().save(
            QStringLiteral(CARRIEL_BINARY_DIR "/screenshots/notifications-verify-disputed-%1.png").arg(reason)));
    }

    // Nothing says which computer signed her agreement: that is told, and it can be opened, for a term may be running.
    void anAgreementThatNobodyCanCheckIsToldAndStopsNothing()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        const auto agreement = crypto::signJws(mail.op.vector.deviceKey, "carpeta-consent+json",
                                               "{\"action\":\"give\",\"sub\":\"co:CC:1020304050\",\"entity\":"
                                               "\"co:NIT:900123456\",\"procedure\":\"T-4471\",\"iat\":1767500000}");
        QVERIFY(agreement.ok());
        const QString digest = test::b64(evidence::digestOf(agreement.value()));
        mail.op.reseal({{QStringLiteral("consent"), QJsonObject{{QStringLiteral("id"), QStringLiteral("c")},
                                                                {QStringLiteral("sha256"), digest}}}});
        mail.play([&](test::FakeOperator &, test::FakePort &, mail::Mailbox &mailbox, mail::Opener &) {
            const QJsonObject given{{QStringLiteral("at"), QStringLiteral("2026-01-01T00:00:00.000Z")},
                                    {QStringLiteral("statement"), test::b64(agreement.value())}};
            const QJsonObject json{
                {QStringLiteral("procedure"), QJsonObject{{QStringLiteral("id"), QStringLiteral("T-4471")}}},
                {QStringLiteral("given"), given}};
            const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
            QVERIFY(mailbox.rows().put(vault::ConsentRow{QStringLiteral("c"), 1, QStringLiteral("active"), bytes}).ok());
        });
        mail.arrive();
        QCOMPARE(list(mail).first().defects, QStringList{QStringLiteral("consent_unproven@consent")});
        QVERIFY(list(mail).first().senderKnown());
        mail.bench.navigator().open(QStringLiteral("notification"), {{QStringLiteral("id"), MailBench::id}});
        QTRY_VERIFY_WITH_TIMEOUT(mail.textOf("notification.callout.title").contains(QStringLiteral("red")), 60'000);
        mail.press("notification.evidence");
        QTRY_COMPARE_WITH_TIMEOUT(mail.textOf("evidence.verdict.title"), text::proofWords(ProofState::Unanchored),
                                  60'000);
        QVERIFY2(mail.textOf("evidence.verdict.meaning").contains(QStringLiteral("no se pudo comprobar")),
                 qPrintable(mail.textOf("evidence.verdict.meaning")));
        QVERIFY(mail.textOf("evidence.findings.one0").contains(QStringLiteral("no dice qué equipo")));
        QVERIFY(mail.bench.window().grab().save(
            QStringLiteral(CARRIEL_BINARY_DIR "/screenshots/notifications-consent-unproven.png")));
        mail.openIt();
        QCOMPARE(mail.op.handovers, 1);
        QCOMPARE(int(list(mail).first().step), int(NotificationStep::Opened));
        QVERIFY(mail.bench.session().documents().notifications().opened(MailBench::id).ok());
    }

    // It is asked for before the button is offered, and its key stays open while the page is read.
    void whatAsksForACertificateSaysSo()
    {
        test::SigningPki pki;
        QVERIFY(pki.ready());
        MailBench mail;
        QVERIFY(mail.bench.ready());
        QJsonObject open = test::Vector::payload(mail.op.vector.proof.seal).value(QLatin1String("open")).toObject();
        open.insert(QStringLiteral("signer"), QJsonArray{QStringLiteral("certificate")});
        mail.op.reseal({{QStringLiteral("open"), open}});
        mail.arrive();
        mail.bench.navigator().open(QStringLiteral("notification"), {{QStringLiteral("id"), MailBench::id}});
        QTRY_VERIFY_WITH_TIMEOUT(
            mail.textOf("notification.key.words").contains(QStringLiteral("certificado a su nombre")), 60'000);
        QVERIFY(!mail.offers("notification.open"));
        QVERIFY(mail.textOf("notification.consequence").contains(QStringLiteral("Primero abra la llave")));
        QVERIFY(mail.bench.window().grab().save(
            QStringLiteral(CARRIEL_BINARY_DIR "/screenshots/notifications-certificate.png")));
        mail.bench.find<QLineEdit>("sign.file")->setText(pki.p12(QStringLiteral("eva")));
        mail.bench.find<QLineEdit>("sign.secret")->setText(QStringLiteral("clave"));
        mail.press("sign.open");
        QTRY_VERIFY_WITH_TIMEOUT(mail.textOf("sign.who").contains(QStringLiteral("eva")), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!mail.textOf("notification.consequence").contains(QStringLiteral("Primero")), 60'000);
        QVERIFY(mail.bench.window().grab().save(
            QStringLiteral(CARRIEL_BINARY_DIR "/screenshots/notifications-certificate-open.png")));
        (void)mail.wait(mail.bench.session().lock()); // with the folder the key is closed
        QVERIFY(mail.textOf("sign.who").isEmpty());
        QCOMPARE(mail.op.challenges, 0);
    }

    void aWrongKeyIsTheOperatorsAffair()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.arrive();
        mail.op.wrongKey = true;
        mail.openIt();
        QVERIFY(home(mail).contains(QStringLiteral("no es lo que se selló")));
        QVERIFY2(home(mail).contains(QStringLiteral("Su operador debe explicarlo")), qPrintable(home(mail)));
    }

private:
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QList<NotificationEntry> list(MailBench &mail)
    {
        return mail.bench.session().documents().notifications().list();
    }
    static QString home(MailBench &mail)
    {
        const Reminders reminders(mail.bench.session());
        QString out;
        for (const ui::Need &need :
             ui::collectNeeds(ui::needProviders(mail.bench.session(), reminders), QDate::currentDate()))
            out += need.title + QLatin1Char('\n') + need.text + QLatin1Char('\n');
        return out;
    }

    std::unique_ptr<text::Translation> m_translation;
};

QTEST_MAIN(TestNotificationStates)
#include "tst_notification_states.moc"
