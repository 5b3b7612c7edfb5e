// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The window of notifications on a vault without a network: the list opens nothing, what must be read before an opening
// is there word for word, the opened act, its documents, its evidence, and evidence of anybody.
#include "MailBench.h"
#include "core/evidence/proof/EvidencePackage.h"
#include "core/services/Notifications.h"
#include "core/services/Signing.h"
#include "tests/core/services/DeskFetch.h"
#include "tests/support/Patience.h"
#include "tests/ui/accessibility/Audit.h"
#include "ui/notifications/ActPage.h"
#include "ui/notifications/NotificationModel.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/Translation.h"
#include "ui/widgets/NoticeBar.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>

using namespace carriel;
using test::MailBench;

class TestNotificationPages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_translation = std::make_unique<text::Translation>(*qApp);
        m_translation->use(QStringLiteral("es"));
        qputenv("CARRIEL_EXTRACT", CARRIEL_BINARY_DIR "/bin/carriel-extract");
        QVERIFY(QDir().mkpath(QStringLiteral(CARRIEL_BINARY_DIR "/screenshots")));
    }
    void cleanupTestCase() { m_translation.reset(); }

    void nothingIsThereYet()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.bench.navigator().open(QStringLiteral("notifications"));
        picture(mail, "list-empty");
        QVERIFY(mail.bench.find<QListView>("notifications.list")->isHidden());
        QVERIFY(!mail.bench.find<QComboBox>("notifications.show")->isVisible());
    }

    void theListOpensNothing()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.arrive();
        mail.bench.navigator().open(QStringLiteral("notifications"));
        auto *list = mail.bench.find<QListView>("notifications.list");
        QVERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 2); // the heading, and one
        const QString said = list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(said.contains(QStringLiteral("Acto administrativo")) &&
                     said.contains(QStringLiteral("Entidad de ejemplo")) &&
                     said.contains(QStringLiteral("informativo")),
                 qPrintable(said));
        QVERIFY(mail.bench.find<QAbstractButton>("nav.notifications")->accessibleName().contains(QLatin1Char('1')));
        QVERIFY(!mail.bench.find<QComboBox>("notifications.entity")->isVisible()); // there is one
        mail.bench.find<QLineEdit>("notifications.search")->setText(QStringLiteral("resoluc"));
        QTRY_VERIFY(list->isHidden());
        mail.bench.find<QLineEdit>("notifications.search")->clear();
        QTRY_VERIFY(list->isVisible());
        auto *show = mail.bench.find<QComboBox>("notifications.show");
        show->setCurrentIndex(3);
        Q_EMIT show->activated(3);
        QVERIFY(list->isHidden());
        show->setCurrentIndex(1);
        Q_EMIT show->activated(1);
        QVERIFY(list->isVisible());
        QTest::qWait(400); // the cross in the field fades away
        audit(mail, "list");
        QCOMPARE(mail.op.challenges, 0);
        QCOMPARE(mail.op.handovers, 0);
    }

    void beforeItIsOpenedEverythingIsSaid()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.arrive();
        mail.bench.navigator().open(QStringLiteral("notifications"));
        auto *list = mail.bench.find<QListView>("notifications.list");
        Q_EMIT list->activated(list->model()->index(1, 0));
        QTRY_COMPARE(mail.textOf("notification.title"), QStringLiteral("Acto administrativo"));
        QVERIFY(mail.textOf("notification.sender.entity").contains(QStringLiteral("900123456")));
        QVERIFY(mail.textOf("notification.sender.proof").contains(QStringLiteral("su sello se comprobó")));
        QVERIFY(!mail.textOf("notification.sender.entity").contains(QStringLiteral("solo su operador")));
        QCOMPARE(mail.textOf("notification.meaning.warning"),
                 mail.op.vector.all.value(QLatin1String("warning")).toString());
        QVERIFY(mail.textOf("notification.meaning.regime").contains(QStringLiteral("1437")));
        QVERIFY(mail.textOf("notification.termView.line").contains(QStringLiteral("Por regla general hasta el")));
        QVERIFY(mail.textOf("notification.termView.note").contains(QStringLiteral("nformativ")) && mail.textOf("notification.termView.for").contains(QStringLiteral("recursos")));
        // That the act may give less stands above the day that it might not be.
        QVERIFY(mail.textOf("notification.term.other").contains(QStringLiteral("más corto")));
        const auto heightOf = [&mail](const char *name) {
            return mail.bench.find<QWidget>(name)->mapTo(&mail.bench.window(), QPoint()).y();
        };
        QVERIFY(heightOf("notification.term.other") < heightOf("notification.termView.line"));
        QVERIFY(!mail.bench.find<QWidget>("notification.termView.steps")->isVisible());
        mail.press("notification.termView.how");
        QVERIFY(mail.bench.find<QWidget>("notification.termView.steps")->isVisible());
        QVERIFY(!mail.textOf("notification.laterCard.words").isEmpty());
        // There is no operator to ask: it says why, and it is offered to be told.
        QVERIFY(!mail.offers("notification.open"));
        QVERIFY(mail.textOf("notification.callout.title").contains(QStringLiteral("red")));
        QVERIFY(mail.offers("notification.tell"));
        audit(mail, "sealed");
        mail.press("notification.tell");
        QTRY_COMPARE(mail.bench.session().setting(QStringLiteral("notifications.tell")), MailBench::id);
        mail.press("notification.tell");
        QTRY_VERIFY(mail.bench.session().setting(QStringLiteral("notifications.tell")).isEmpty());
        mail.press("notification.evidence");
        QTRY_VERIFY(mail.textOf("evidence.verdict.content").contains(QStringLiteral("huellas")));
        mail.press("evidence.back");
        QTRY_VERIFY(mail.offers("notification.later"));
        mail.press("notification.later");
        QVERIFY(list->isVisible());
        QCOMPARE(mail.op.challenges, 0);
        (void)mail.wait(mail.bench.session().lock()); // nothing of it stays in the window
        QVERIFY(!mail.bench.find<QLabel>("notification.meaning.warning"));
    }

    void theOpenedAct()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.arrive();
        mail.openIt();
        QCOMPARE(mail.op.handovers, 1);
        mail.bench.navigator().open(QStringLiteral("notification"), {{QStringLiteral("id"), MailBench::id}});
        QTRY_COMPARE(mail.textOf("act.title"), QStringLiteral("Resolución 118 de 2026")); // it goes on by itself
        QTRY_VERIFY(mail.textOf("act.said").contains(QStringLiteral("Por la cual se resuelve")));
        QVERIFY(!mail.textOf("act.termView.line").isEmpty() && mail.textOf("act.termView.for").contains(QStringLiteral("recurso de reposición")));
        QVERIFY(mail.textOf("act.action0").contains(QStringLiteral("recurso"), Qt::CaseInsensitive) ||
                mail.textOf("act.actions.action0").contains(QStringLiteral("recurso"), Qt::CaseInsensitive));
        QVERIFY(!mail.textOf("act.certificate.none").isEmpty() && mail.textOf("act.what").contains(QStringLiteral("NIT 900123456")));
        audit(mail, "act");

        QUrl gone;
        auto *page = qobject_cast<ui::ActPage *>(mail.bench.navigator().page(QStringLiteral("act")));
        page->openAddress = [&gone](const QUrl &url) { gone = url; };
        if (auto *go = mail.bench.find<QAbstractButton>("act.action0.go")) {
            go->click();
            QCOMPARE(gone.scheme(), QStringLiteral("https"));
        }

        mail.press("act.document0.keep");
        const auto kept = [&] { return mail.bench.idOf(QStringLiteral("Resolución 118.txt")); };
        QTRY_VERIFY2(!kept().isEmpty(), qPrintable(mail.bench.window().notices().text()));
        const auto details = mail.bench.documents().details(kept());
        QCOMPARE(details->meta.origin(), OriginKind::Uploaded); // an operator refuses anything else
        QVERIFY(details->meta.note().contains(QStringLiteral("Entidad de ejemplo")));

        mail.press("act.document0.keep"); // once more: there is one, and it is told which
        QTRY_VERIFY(mail.bench.window().notices().text().contains(QStringLiteral("Ya estaba")));
        QVERIFY(mail.bench.window().notices().text().contains(QStringLiteral("Resolución 118.txt")));

        mail.press("act.document0.see");
        QTRY_VERIFY(!mail.bench.find<QPlainTextEdit>("attachment.view.text")->toPlainText().isEmpty());
        picture(mail, "attachment");
        mail.press("attachment.back");

        mail.bench.navigator().open(QStringLiteral("notifications"));
        mail.bench.find<QLineEdit>("notifications.search")->setText(QStringLiteral("resoluc"));
        QTRY_VERIFY(mail.textOf("notifications.found").contains(QLatin1Char('1')));
        picture(mail, "list-found");

        // A dialog that names the act's document does not stay over the locked window.
        mail.bench.navigator().open(QStringLiteral("act"), {{QStringLiteral("id"), MailBench::id}});
        mail.press("act.document0.save");
        QVERIFY(mail.bench.find<QFileDialog>("act.saveDialog"));
        (void)mail.wait(mail.bench.session().lock());
        QTRY_VERIFY(!mail.bench.find<QFileDialog>("act.saveDialog"));
    }

    void itsEvidenceAndThatOfAnybody()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("prueba.asice"));
        QJsonObject key;
        exportFrom(path, key);
        if (QTest::currentTestFailed())
            return;

        // Somebody else, who knows nobody.
        MailBench stranger;
        stranger.bench.navigator().open(QStringLiteral("evidence"), {{QStringLiteral("path"), path}});
        QTRY_VERIFY(!stranger.textOf("evidence.verdict.content").isEmpty());
        QVERIFY(stranger.textOf("evidence.verdict.content").contains(QStringLiteral("selló")));
        picture(stranger, "verify-unanchored");
        QVERIFY(stranger.offers("evidence.key"));
        const auto name = [&stranger](const QString &keys) {
            stranger.press("evidence.key");
            auto *choose = stranger.bench.find<QFileDialog>("evidence.keyDialog");
            Q_EMIT choose->fileSelected(keys);
            choose->close();
        };
        const QString keys = stranger.bench.file(QStringLiteral("operador.json"), QJsonDocument(key).toJson());
        name(keys);
        // That operator stamped nothing, and the consent is not here: what is missing is said, and it is not good.
        QTRY_VERIFY(stranger.textOf("evidence.verdict.meaning").contains(QStringLiteral("no está todo")));
        QCOMPARE(stranger.textOf("evidence.verdict.title"), text::proofWords(ProofState::Unanchored));

        // With all of it, the operator's key and the stamping authority's certificate in one folder.
        const test::Vector complete = test::Vector::complete();
        QFile authority(dir.filePath(QStringLiteral("estampado.der")));
        QVERIFY(authority.open(QIODevice::WriteOnly));
        authority.write(QByteArray::fromBase64(complete.all.value(QLatin1String("stamp_ca")).toString().toLatin1()));
        authority.close();
        QVERIFY(QFile::copy(keys, dir.filePath(QStringLiteral("operador.json"))));
        const auto open = [&stranger](const char *file, const evidence::Proof &proof) {
            const auto made = evidence::EvidencePackage::of(proof);
            const QString at =
                stranger.bench.file(QLatin1String(file), made.value().bytes({}, QDateTime::currentDateTimeUtc()).value());
            stranger.bench.navigator().open(QStringLiteral("evidence"), {{QStringLiteral("path"), at}});
        };
        open("completa.asice", complete.proof);
        QTRY_VERIFY(!stranger.textOf("evidence.timeline.step4").isEmpty());
        name(dir.path());
        QTRY_COMPARE(stranger.textOf("evidence.verdict.title"), text::proofWords(ProofState::Good));
        audit(stranger, "verify-good");

        // Cut before the opening: until when it tells, and never as if that were all.
        evidence::Proof cut = complete.proof;
        cut.records.resize(2);
        for (QByteArray evidence::Proof::*part : {&evidence::Proof::receipt, &evidence::Proof::device,
                                                  &evidence::Proof::certificate, &evidence::Proof::content,
                                                  &evidence::Proof::salt})
            (cut.*part).clear();
        open("cortada.asice", cut);
        QTRY_VERIFY(!stranger.textOf("evidence.timeline.step2").isEmpty() &&
                    stranger.textOf("evidence.timeline.step3").isEmpty());
        name(dir.path());
        QTRY_VERIFY(!stranger.textOf("evidence.verdict.meaning").contains(QStringLiteral("responde")));
        QVERIFY(stranger.textOf("evidence.verdict.meaning").startsWith(QStringLiteral("Hasta aquí")));
        QCOMPARE(stranger.textOf("evidence.verdict.title"), text::proofWords(ProofState::Unanchored));
        audit(stranger, "verify-unopened");

        test::Vector vector = test::Vector::read();
        vector.proof.records.removeAt(1);
        const auto package = evidence::EvidencePackage::of(vector.proof);
        const QString bad = stranger.bench.file(QStringLiteral("alterada.asice"),
                                                package.value().bytes({}, QDateTime::currentDateTimeUtc()).value());
        stranger.bench.navigator().open(QStringLiteral("evidence"), {{QStringLiteral("path"), bad}});
        QTRY_COMPARE(stranger.textOf("evidence.verdict.title"), text::proofWords(ProofState::Broken));
        QVERIFY(!stranger.textOf("evidence.findings.one0").isEmpty());
        audit(stranger, "verify-broken");
        const QString none = stranger.bench.file(QStringLiteral("nada.asice"), "nada");
        stranger.bench.navigator().open(QStringLiteral("evidence"), {{QStringLiteral("path"), none}});
        QTRY_VERIFY(!stranger.textOf("evidence.said").isEmpty());
    }

    // What may bind the person stands above what only informs, also when it came earlier and has no day that can be
    // counted.
    void whatHasEffectComesFirst()
    {
        NotificationEntry message, act;
        message.id = QStringLiteral("mensaje");
        message.kind = QStringLiteral("communication");
        act.id = QStringLiteral("acto");
        act.kind = QStringLiteral("notification");
        message.state = act.state = QStringLiteral("Available");
        message.receivedUtc = QDateTime::currentDateTimeUtc();
        act.receivedUtc = message.receivedUtc.addDays(-3);
        QVERIFY(act.canBeOpened() && message.canBeOpened());
        ui::NotificationModel model(nullptr);
        model.show({message, act}, {}, QDate::currentDate());
        QVERIFY(model.rowOf(act.id) < model.rowOf(message.id));
    }

    // The file tells when it was made, by the authority that the person chose; without it, it is written all the same.
    void theExportIsStamped()
    {
        test::SigningPki pki;
        QVERIFY(pki.ready());
        MailBench mail(std::make_shared<test::DeskFetch>(pki));
        mail.arrive();
        mail.openIt();
        Documents &documents = mail.bench.documents();
        QVERIFY(mail.wait(documents.signing().setTimestampAuthority(pki.tsa())).ok());
        QTemporaryDir dir;
        const QString stamped = dir.filePath(QStringLiteral("estampada.asice"));
        QVERIFY(mail.wait(documents.notifications().exportEvidence(MailBench::id, stamped)).ok());
        const auto said =
            mail.wait(documents.notifications().verifyEvidence(stamped, pki.file(QStringLiteral("ca.pem"))));
        QVERIFY(said.ok() && said.value().verdict == ProofState::Unanchored); // that operator stamped no opening
        QVERIFY(said.value().stampedUtc.isValid());
        pki.down = true;
        const QString bare = dir.filePath(QStringLiteral("sola.asice"));
        QVERIFY(mail.wait(documents.notifications().exportEvidence(MailBench::id, bare)).ok());
        const auto alone = mail.wait(documents.notifications().verifyEvidence(bare));
        QVERIFY(alone.ok() && alone.value().verdict == ProofState::Unanchored && !alone.value().stampedUtc.isValid());
    }

    void whatIsNotWhatWasSealedIsNeverShown()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.arrive();
        mail.op.wrongKey = true;
        mail.openIt();
        mail.bench.navigator().open(QStringLiteral("notification"), {{QStringLiteral("id"), MailBench::id}});
        QTRY_VERIFY(mail.textOf("notification.callout.text").contains(QStringLiteral("Su operador debe")));
        // The operator may have a better key by now. There is nobody to ask here, so it cannot be pressed.
        auto *verb = mail.bench.find<QAbstractButton>("notification.open");
        QVERIFY(verb->isVisible() && !verb->isEnabled());
        QCOMPARE(verb->text(), QStringLiteral("Pedir otra vez la llave"));
        QVERIFY(!mail.bench.session().documents().notifications().opened(MailBench::id));
        QVERIFY(mail.bench.navigator().currentPage() == QLatin1String("notification"));
        audit(mail, "mismatch");
        mail.press("notification.callout.action");
        QTest::qWait(500);
        picture(mail, "evidence-mismatch");
        QTRY_VERIFY(!mail.textOf("evidence.verdict.title").isEmpty());
    }

    void theTextOfAnActBringsNothingWithIt()
    {
        const QString html = text::actHtml(QStringLiteral("Uno **dos** y *tres* a_b_c\r\notra línea\n\n- a\n- b\n\n1. "
                                                          "x\n\n<img src=\"http://x\"> [y](http://z) \u202Eabc"));
        QVERIFY(html.contains(QStringLiteral("<b>dos</b>")) && html.contains(QStringLiteral("<i>tres</i>")));
        QVERIFY(html.contains(QStringLiteral("a_b_c")));
        QVERIFY(html.contains(QStringLiteral("<ul><li>a</li><li>b</li></ul>")) &&
                html.contains(QStringLiteral("<ol><li>x</li></ol>")));
        QVERIFY(!html.contains(QStringLiteral("<img")) && !html.contains(QStringLiteral("<a")) &&
                !html.contains(QChar(0x202E)));
    }

private:
    void exportFrom(const QString &path, QJsonObject &key)
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.arrive();
        mail.openIt();
        mail.bench.navigator().open(QStringLiteral("evidence"), {{QStringLiteral("id"), MailBench::id}});
        QTRY_VERIFY(!mail.textOf("evidence.timeline.step3").isEmpty());
        QVERIFY(mail.textOf("evidence.timeline.step3By").contains(QStringLiteral("1020304050")));
        QVERIFY(!mail.textOf("evidence.timeline.step3Drift").isEmpty());
        QVERIFY(mail.textOf("evidence.timeline.step3Expert").isEmpty());
        audit(mail, "evidence");
        mail.press("evidence.expert");
        QVERIFY(mail.textOf("evidence.timeline.step3Expert").contains(QStringLiteral("ContentHandover")));
        picture(mail, "evidence-expert");

        mail.press("evidence.export");
        auto *dialog = mail.bench.find<QFileDialog>("evidence.exportDialog");
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY(QFile::exists(path));
        key = mail.op.vector.operatorKey.publicKey().toJwk();
    }
    void picture(MailBench &mail, const char *name, const char *look = "light", int scale = 1)
    {
        QTest::qWait(60);
        const QString file = QStringLiteral(CARRIEL_BINARY_DIR "/screenshots/notifications-%1-%2-%3.png")
                                 .arg(QLatin1String(name), QLatin1String(look))
                                 .arg(scale * 100);
        QVERIFY(mail.bench.window().grab().save(file));
    }
    // As the audit of all pages, with something in them.
    void audit(MailBench &mail, const char *name)
    {
        QWidget *page = mail.bench.navigator().page(mail.bench.navigator().currentPage());
        mail.bench.window().resize(1180, 820);
        mail.bench.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&mail.bench.window()));
        page->setFocus();
        QTest::qWait(100); // until it is laid out
        QStringList wrong =
            audit::names(*page) + audit::objectNames(*page) + audit::targets(*page) + audit::texts(*page);
        wrong += audit::keyboard(*page);
        for (const auto &[choice, look] : {std::pair{ui::ThemeChoice::Dark, "dark"},
                                           {ui::ThemeChoice::HighContrast, "contrast"},
                                           {ui::ThemeChoice::Light, "light"}}) {
            mail.bench.look().setChoice(choice);
            picture(mail, name, look);
        }
        // At the foot of what scrolls, too.
        for (auto *area : page->findChildren<QAbstractScrollArea *>())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        picture(mail, qPrintable(QString(QLatin1String(name) + QLatin1String("-foot"))));
        QVERIFY2(wrong.isEmpty(), qPrintable(QString(QLatin1Char('\n') + wrong.join(QLatin1Char('\n')))));
    }

    std::unique_ptr<text::Translation> m_translation;
};

QTEST_MAIN(TestNotificationPages)
#include "tst_notification_pages.moc"
