// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Two windows of one person while the operator is really gone: what waits, the countdown to the next try, two versions
// of one document, and how it is settled. Pictures of each go to CARRIEL_PICTURES, or to build/…/screenshots.
#include "core/services/Conflicts.h"
#include "core/services/Problems.h"
#include "core/services/Transfers.h"
#include "core/services/Versions.h"
#include "tests/support/Patience.h"
#include "tests/ui/network/Computers.h"
#include "ui/text/StatusWords.h"
#include "ui/widgets/NoticeBar.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

using namespace carriel;
using namespace carriel::ui;

class TestBadNetwork final : public Computers
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
        QTRY_COMPARE(statusOf(*m_one, m_acta), ItemStatus::Synced);
        QTRY_COMPARE(statusOf(*m_two, m_acta), ItemStatus::Synced);
        QTRY_COMPARE(m_one->session->status().phase, SyncPhase::UpToDate);
        picture(*m_one, "network-1-up-to-date", QStringLiteral("documents"));
    }

    // Folders kept without an operator meet those that are there: an empty one joins, another is renamed, and that is
    // said.
    void connectingAFolderSaysWhatItRenames()
    {
        for (const char *name : {"Estudios", "Notas"}) {
            const ItemId id = folder(*m_two, QString::fromLatin1(name));
            QVERIFY(!id.isEmpty());
            QTRY_COMPARE(statusOf(*m_two, id), ItemStatus::Synced);
        }
        QStringList said; // a notice may stand for a moment only
        QTimer listening;
        auto three = computer(QStringLiteral("three"), [&](Program &program) {
            listening.callOnTimeout([&said, &notices = program.window->notices()] {
                if (said.value(said.size() - 1) != notices.text())
                    said << notices.text();
            });
            listening.start(5);
            return !folder(program, QStringLiteral("Estudios")).isEmpty() &&
                   !add(program, QStringLiteral("carta.txt"), "Carta", folder(program, QStringLiteral("Notas")))
                        .isEmpty();
        });
        QVERIFY(three);
        QTRY_VERIFY2(said.join(u'|').contains(QStringLiteral("«Notas (2)»")), qPrintable(said.join(u'|')));
        listening.stop();
        picture(*three, "network-11-connected", QStringLiteral("documents"));
        Documents &documents = three->session->documents();
        QTRY_VERIFY(documents.byPath(QStringLiteral("Notas (2)/carta.txt")).has_value());
        QTRY_COMPARE(three->session->status().phase, SyncPhase::UpToDate);
        QVERIFY(documents.byPath(QStringLiteral("Estudios")).has_value() &&
                documents.byPath(QStringLiteral("Notas")).has_value());
        QVERIFY(!documents.byPath(QStringLiteral("Estudios (2)")).has_value());
    }

    // Somebody writes a note on what another computer moves at that moment.
    void whatAnotherComputerMovesIsSaid()
    {
        m_one->window->activateWindow();
        m_one->window->setDetailsShown(true);
        m_one->navigator->open(QStringLiteral("documents"), {{QStringLiteral("reveal"), m_acta.text()}});
        auto *note = m_one->find<QPlainTextEdit>("note");
        QTRY_VERIFY(note && note->isVisible());
        note->setFocus();
        QTRY_VERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("lince"));
        const ItemId studies = m_two->session->documents().byPath(QStringLiteral("Estudios")).value();
        m_two->session->documents().move({m_acta}, studies);
        QTRY_VERIFY(
            m_one->window->notices().text().contains(QStringLiteral("Otro equipo movió «acta.txt» a «Estudios»")));
        QVERIFY(m_one->window->notices().text().contains(QStringLiteral("se guardó")));
        auto *list = m_one->find<QWidget>("documentList");
        QVERIFY(list->hasFocus()); // and not whatever button comes next
        picture(*m_one, "network-12-moved-elsewhere");
        QTRY_COMPARE(m_two->session->documents().details(m_acta)->meta.note(), QStringLiteral("lince"));
        // Thrown away while somebody writes without a pause: nothing of it is lost.
        m_one->navigator->open(QStringLiteral("documents"), {{QStringLiteral("reveal"), m_acta.text()}});
        QTRY_VERIFY(note->isVisible() && note->toPlainText() == QStringLiteral("lince"));
        note->setFocus();
        QTRY_VERIFY(note->hasFocus());
        m_two->session->documents().trash({m_acta});
        QString typed = QStringLiteral("lince");
        QVERIFY(QTest::qWaitFor(
            [&] {
                if (!note->isVisible() || !note->hasFocus())
                    return true;
                note->moveCursor(QTextCursor::End);
                QTest::keyClick(note, Qt::Key_A);
                typed += QLatin1Char('a');
                return false;
            },
            carriel::test::patienceMs));
        QTRY_VERIFY(m_one->window->notices().text().contains(QStringLiteral("«acta.txt» a la papelera")));
        m_one->click("noticeAction");
        QTRY_COMPARE(m_one->session->documents().details(m_acta)->meta.note(), typed);
        m_one->session->documents().move({m_acta}, rootItem());
        QTRY_COMPARE(m_two->session->documents().details(m_acta)->meta.note(), typed);
        QTRY_COMPARE(statusOf(*m_one, m_acta), ItemStatus::Synced);
        QTRY_VERIFY(m_one->session->documents().byPath(QStringLiteral("acta.txt")).has_value());
    }

    // Inicio makes its cards anew when something comes; the keyboard stays on the button it was on.
    void theKeyboardStaysWhereItWasAtHome()
    {
        m_one->navigator->open(QStringLiteral("home"));
        QPointer<QAbstractButton> button;
        QTRY_VERIFY((button = m_one->find<QAbstractButton>("home.recent.0")));
        const QString words = button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
        button->setFocus();
        QTRY_VERIFY(button->hasFocus());
        QVERIFY(!add(*m_two, QStringLiteral("nuevo.txt"), "Nuevo").isEmpty());
        QTRY_VERIFY(!button); // made anew
        QTRY_VERIFY(qobject_cast<QAbstractButton *>(QApplication::focusWidget()));
        auto *now = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        QCOMPARE(now->accessibleName().isEmpty() ? now->text() : now->accessibleName(), words);
    }

    // It takes what is sent and says nothing. Every place says so, and none that something goes.
    void anOperatorThatHangsIsSaidEverywhere()
    {
        m_operator->hang();
        QVERIFY(!add(*m_one, QStringLiteral("colgado.txt"), "5 B.\n").isEmpty());
        QTRY_VERIFY(text::isSilent(m_one->session->status()));
        const QString words = QStringLiteral("Su operador no responde");
        QTRY_COMPARE(m_one->find<QToolButton>("syncState")->text(), words);
        const QString below = m_one->find<QToolButton>("statusSummary")->text();
        QVERIFY2(below.contains(QStringLiteral("1 por enviar")) && !below.contains(QStringLiteral("subiendo")),
                 qPrintable(below));
        picture(*m_one, "network-10-silent", QStringLiteral("home"));
        QVERIFY(
            m_one->find<QLabel>("home.state")->text().startsWith(QStringLiteral("Su operador no responde desde hace")));
        QVERIFY(!m_one->shows("home.underWayRow"));
        m_one->navigator->open(QStringLiteral("documents"));
        m_operator->kill();
        QTRY_VERIFY(m_one->session->status().nextTryUtc.isValid());
        QVERIFY(text::isSilent(m_one->session->status())); // a new try is no answer
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
        QTRY_VERIFY(m_one->shows("statusRetry"));
        QTRY_VERIFY(m_one->shows("statusNext"));
        const auto *next = m_one->find<QLabel>("statusNext");
        const QString before = next->text();
        picture(*m_one, "network-3-retrying");
        QTRY_VERIFY(next->text() != before);
        m_one->navigator->open(QStringLiteral("problems"));
        QTRY_VERIFY(m_one->shows("problems.card0"));
        QTRY_VERIFY(m_one->find<QPushButton>("problems.retry")->isEnabled());
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
        QTRY_COMPARE(statusOf(*m_two, m_acta), ItemStatus::Synced);
        // The button in the status line does it, without waiting for the countdown.
        if (m_one->shows("statusRetry"))
            m_one->click("statusRetry");
        else
            m_one->session->retryNow();
        QTRY_COMPARE(statusOf(*m_one, m_recibo), ItemStatus::Synced);
        QTRY_VERIFY(!m_one->session->documents().conflicts().open().isEmpty());
        QTRY_COMPARE(statusOf(*m_one, m_acta), ItemStatus::Conflict);
        QVERIFY(m_one->session->status().phase != SyncPhase::UpToDate);
        m_one->navigator->open(QStringLiteral("documents"), {{QStringLiteral("reveal"), m_acta.text()}});
        picture(*m_one, "network-6-conflict-in-the-list");
    }

    void bothAreShownAndTheChoiceHolds()
    {
        // A question to the person is not answered by trying again.
        m_one->navigator->open(QStringLiteral("problems"));
        QTRY_VERIFY(m_one->shows("problems.card0"));
        QTRY_VERIFY(!m_one->find<QPushButton>("problems.retry")->isEnabled());
        m_one->navigator->open(QStringLiteral("conflicts"), {{QStringLiteral("item"), m_acta.text()}});
        const auto text = [this](const char *name) { return m_one->find<QPlainTextEdit>(name)->toPlainText(); };
        QTRY_VERIFY(text("conflicts.ours.text").contains(QStringLiteral("corregido aquí")));
        QTRY_VERIFY(text("conflicts.theirs.text").contains(QStringLiteral("corregido allá")));
        // Who and where, and which lines differ.
        const QString person = m_one->session->account().holderName;
        QVERIFY(!person.isEmpty());
        const QString mine = m_one->find<QLabel>("conflicts.ours.title")->text();
        const QString theirs = m_one->find<QLabel>("conflicts.theirs.title")->text();
        QVERIFY2(mine.contains(person) && mine.contains(QStringLiteral("este equipo")), qPrintable(mine));
        QVERIFY2(theirs.contains(QStringLiteral("otro equipo")), qPrintable(theirs));
        for (const char *side : {"conflicts.ours.text", "conflicts.theirs.text"})
            QTRY_COMPARE(m_one->find<QPlainTextEdit>(side)->extraSelections().size(), 2);
        QVERIFY(m_one->find<QLabel>("conflicts.what")->text().contains(QStringLiteral("2 solo en la mía, 2 solo en la suya")));
        picture(*m_one, "network-7-conflict");
        m_one->click("conflicts.both");
        QTRY_VERIFY(m_one->session->documents().conflicts().open().isEmpty());
        QTRY_COMPARE(m_one->session->status().phase, SyncPhase::UpToDate);
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

    void onANetworkThatCostsFilesWaitAndItIsSaid()
    {
        Transfers &transfers = m_one->session->documents().transfers();
        transfers.setMetered(true);
        const ItemId id = add(*m_one, QStringLiteral("álbum.txt"), QByteArray(300000, 'f'));
        QVERIFY(!id.isEmpty());
        QTRY_VERIFY(text::shortWords(m_one->session->status()).startsWith(QStringLiteral("Espera otra red")));
        m_one->navigator->open(QStringLiteral("transfers"));
        picture(*m_one, "network-10-metered");
        transfers.setMetered(false);
        QTRY_COMPARE(statusOf(*m_one, id), ItemStatus::Synced);
    }
};

QTEST_MAIN(TestBadNetwork)
#include "tst_bad_network.moc"
