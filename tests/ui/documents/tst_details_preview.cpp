// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The upper part of the details: what is seen of a document, why nothing is, and that what comes late moves nothing.
#include "Bench.h"
#include "core/services/Verification.h"
#include "core/vault/Vault.h"
#include "tests/support/Patience.h"
#include "tests/support/SimplePdf.h"
#include "ui/documents/DetailsPane.h"
#include "ui/documents/SignatureLine.h"
#include "ui/viewer/PdfView.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace carriel;
using namespace carriel::ui;
using namespace carriel::ui::test;

class TestDetailsPreview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("CARRIEL_EXTRACT", CARRIEL_BINARY_DIR "/bin/carriel-extract");
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->ready());
    }
    void cleanupTestCase() { m_bench.reset(); }

    void whatIsSeenOrWhyNot_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const QString none = QStringLiteral("There is no preview");
        QTest::newRow("a text of any size") << QStringLiteral("largo.txt") << QByteArray("primera\n") + QByteArray(14'000'000, 'x')
                                            << QStringLiteral("primera");
        QTest::newRow("nothing in it") << QStringLiteral("nada.txt") << QByteArray() << none + QStringLiteral(": the file is empty.");
        QTest::newRow("drawing") << QStringLiteral("logo.svg") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                                 << none + QStringLiteral(" of files of this kind.");
        QTest::newRow("archive") << QStringLiteral("todo.zip") << QByteArray("PK\x05\x06") + QByteArray(18, 0)
                                 << none + QStringLiteral(" of files of this kind.");
        QTest::newRow("torn") << QStringLiteral("roto.pdf") << QByteArray("%PDF-1.7\n1 0 obj\n") << none + QStringLiteral(": this PDF is damaged");
        QTest::newRow("no picture") << QStringLiteral("foto.png") << QByteArray("\x89PNG\r\n\x1a\nno") << none + QStringLiteral(": this picture is damaged");
    }
    void whatIsSeenOrWhyNot()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        look(name, bytes);
        QTRY_VERIFY2(preview()->isVisible() && preview()->text().startsWith(words), qPrintable(preview()->text()));
    }

    // Ticking says that it expires, not when: no date is made up, and the field stays while what is known is read again.
    void aDateIsThePersonsToChoose()
    {
        look(QStringLiteral("cedula.txt"), "x");
        const ItemId id = m_bench->idOf(QStringLiteral("cedula.txt"));
        auto *ticked = m_bench->find<QCheckBox>("hasDate");
        auto *date = m_bench->find<QDateEdit>("date");
        m_bench->window().activateWindow();
        QTRY_VERIFY(ticked->isVisible() && m_bench->window().isActiveWindow());
        ticked->click();
        QTRY_VERIFY(date->hasFocus() && m_bench->find<QLabel>("dateHint")->isVisible());
        auto labelled = m_bench->documents().setLabels({id}, {QStringLiteral("salud")}, {});
        QTRY_VERIFY(labelled.isFinished());
        QTRY_COMPARE(m_bench->documents().details(id)->meta.labels().size(), 1);
        QVERIFY(date->isVisible() && !m_bench->documents().details(id)->row.expires.isValid());
        QTest::keyClick(date, Qt::Key_Up);
        QTest::keyClick(date, Qt::Key_Return);
        QTRY_COMPARE(m_bench->documents().details(id)->row.expires, date->date());
        QVERIFY(!m_bench->find<QLabel>("dateHint")->isVisible());
    }

    void wordsAreFoundInAPdfAndMarked()
    {
        m_bench->drop({m_bench->file(QStringLiteral("fallo.pdf"), carriel::test::pdfOfContents({"BT /F1 12 Tf 72 700 Td (La peticion) Tj ET", "BT ET",
                                                                                         "BT /F1 12 Tf 72 700 Td (otra PETICION y una peticion) Tj ET"}))});
        QTRY_VERIFY(!m_bench->idOf(QStringLiteral("fallo.pdf")).isEmpty());
        const ItemId id = m_bench->idOf(QStringLiteral("fallo.pdf"));
        m_bench->navigator().open(QStringLiteral("viewer"), {{QStringLiteral("id"), id.text()}});
        m_bench->window().activateWindow();
        auto *view = m_bench->find<PdfView>("pdfView");
        QTRY_VERIFY(view->isVisible() && m_bench->window().isActiveWindow());
        QTRY_COMPARE(m_bench->find<QSpinBox>("viewerPage")->maximum(), 3);
        QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
        auto *field = m_bench->find<QLineEdit>("findField");
        auto *count = m_bench->find<QLabel>("findCount");
        QTRY_VERIFY(field->hasFocus());
        field->setText(QStringLiteral("petición")); // neither accents nor capitals matter
        QTRY_COMPARE(count->text(), QStringLiteral("1 of 3"));
        const auto marked = [view] { // the pen that marks where one stands
            const QImage seen = view->viewport()->grab().toImage();
            for (int y = 0; y < seen.height(); ++y) {
                for (int x = 0; x < seen.width(); ++x) {
                    if (seen.pixelColor(x, y) == PdfView::currentMark)
                        return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(marked());
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(count->text(), QStringLiteral("2 of 3"));
        QTRY_COMPARE(view->page(), 2);
        QTRY_VERIFY(marked());
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(count->text(), QStringLiteral("1 of 3"));
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("tutela"));
        QTRY_COMPARE(count->text(), QStringLiteral("It is not in this document."));
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(!field->isVisible() && view->isVisible()); // first the search, then the view
    }

    // Somebody is about to press a button below.
    void whatComesLateMovesNothing()
    {
        look(QStringLiteral("pagina.pdf"), carriel::test::pdfOfLines({"uno"}));
        auto *pane = m_bench->find<DetailsPane>("details");
        auto *below = m_bench->find<QWidget>("detailsOpen");
        const auto place = [&] { return below->mapTo(pane->widget(), QPoint()).y(); };
        QTRY_VERIFY(below->isVisible() && preview()->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const int before = place();
        QTRY_VERIFY(!preview()->pixmap().isNull());
        const auto checked = m_bench->documents().verification().checkAll();
        QTRY_VERIFY(checked.isFinished() && checked.result().ok());
        QTRY_COMPARE(m_bench->find<QLabel>("detailsSignatures")->text(), QStringLiteral("Without signature"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(place(), before);
    }

    void theVerdictHasItsPlaceBeforeItComes()
    {
        SignatureLine line({m_bench->session(), m_bench->look(), m_bench->navigator()}, nullptr);
        DocumentRow row;
        row.id = ItemId(QStringLiteral("a"));
        row.mediaType = QStringLiteral("application/pdf");
        row.here = true;
        row.size = 10;
        const auto height = [&](const char *verdict) {
            row.signatures = QString::fromLatin1(verdict);
            line.show(row);
            return line.isHidden() ? 0 : qMax(line.minimumHeight(), line.sizeHint().height());
        };
        const int waiting = height("");
        QVERIFY(waiting > 0);
        for (const char *verdict : {"valid", "unreadable", "none"})
            QCOMPARE(height(verdict), waiting);
        line.cannotBeRead();
        QCOMPARE(height("none"), waiting);
        // Known from the beginning it takes what it needs; what cannot be read has no signatures to speak of, also later.
        row.id = ItemId(QStringLiteral("b"));
        const int none = height("none");
        QVERIFY(none > 0 && none < waiting);
        line.cannotBeRead();
        QVERIFY(line.isHidden());
        QCOMPARE(height("none"), 0);
        row.mediaType = QStringLiteral("text/plain");
        QCOMPARE(height(""), 0);
    }

    // Whoever changes the look sees it whole: nothing keeps the colours of the one before.
    void theIconsFollowTheTheme()
    {
        m_bench->look().setChoice(ThemeChoice::Light);
        look(QStringLiteral("nota.txt"), "nota");
        const auto made = m_bench->documents().addFolder(rootItem(), QStringLiteral("Una"));
        QTRY_VERIFY(made.isFinished() && made.result().ok());
        m_bench->navigator().open(QStringLiteral("documents"), {{QStringLiteral("folder"), made.result().value().text()}});
        auto *crumbs = m_bench->find<QWidget>("breadcrumb");
        const auto pictures = [](QWidget *of) {
            QList<QImage> out;
            const auto labels = of->findChildren<QLabel *>();
            for (const QLabel *label : labels) {
                if (label->isVisible() && !label->pixmap().isNull())
                    out << label->pixmap().toImage();
            }
            return out;
        };
        QTRY_COMPARE(pictures(crumbs).size(), 1);
        const QList<QImage> arrow = pictures(crumbs);
        m_bench->look().setChoice(ThemeChoice::HighContrast);
        QTRY_VERIFY(pictures(crumbs) != arrow);
        m_bench->look().setChoice(ThemeChoice::Light);
        QTRY_COMPARE(pictures(crumbs), arrow);
        m_bench->navigator().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), m_bench->idOf(QStringLiteral("nota.txt")).text()}});
        auto *pane = m_bench->find<DetailsPane>("details");
        QTRY_COMPARE(m_bench->find<QLabel>("detailsName")->text(), QStringLiteral("nota.txt"));
        QTRY_VERIFY(!pictures(pane).isEmpty());
        const QList<QImage> marks = pictures(pane);
        m_bench->look().setChoice(ThemeChoice::HighContrast);
        QTRY_VERIFY(pictures(pane) != marks);
        m_bench->look().setChoice(ThemeChoice::Light);
        QTRY_COMPARE(pictures(pane), marks);
    }

    // Last: it damages the vault. Nobody is told "up to date" beside it, and each place has the way out.
    void damagedContentIsToldWhereverItStands()
    {
        look(QStringLiteral("grande.txt"), QByteArray("renglón\n").repeated(120'000));
        const ItemId id = m_bench->idOf(QStringLiteral("grande.txt"));
        QTRY_VERIFY(preview()->isVisible() && preview()->text().startsWith(QStringLiteral("renglón")));
        spoil(id);
        m_bench->navigator().open(QStringLiteral("viewer"), {{QStringLiteral("id"), id.text()}});
        const QString again = QStringLiteral("Bring it again from the operator");
        const auto offers = [this](const char *button, const char *page = nullptr) {
            QWidget *in = page ? m_bench->navigator().page(QLatin1String(page)) : nullptr; // others have a button of that name, too
            const auto *found = in ? in->findChild<QPushButton *>(QLatin1String(button)) : m_bench->find<QPushButton>(button);
            return found && found->isVisible() ? found->text() : QString();
        };
        QTRY_COMPARE(offers("emptyAction", "viewer"), again);
        picture("damaged-viewer");
        QTRY_COMPARE(m_bench->session().status().waiting, 1);
        QCOMPARE(m_bench->session().status().problems.first().error.codeText(), QStringLiteral("CAR-SVC-009"));
        m_bench->navigator().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id.text()}});
        QTRY_COMPARE(offers("detailsRemedy"), again);
        QCOMPARE(m_bench->find<QLabel>("detailsState")->text(), QStringLiteral("Its content on this computer is damaged."));
        QVERIFY(m_bench->find<QLabel>("detailsProblem")->text().contains(QStringLiteral("grande.txt")));
        QTRY_COMPARE(preview()->text(), QStringLiteral("There is no preview: the content on this computer is damaged."));
        QCOMPARE(m_bench->documents().rows({id}).first().status, ItemStatus::Error);
        picture("damaged-details");
        m_bench->press("detailsRemedy"); // nobody is logged in: it says so, and stays a problem
        QTRY_VERIFY(m_bench->find<QLabel>("noticeText")->isVisible());
        m_bench->navigator().open(QStringLiteral("problems"));
        QTRY_COMPARE(offers("problems.card0.verb0"), again);
        picture("damaged-problems");
    }

private:
    void picture(const char *name)
    {
        const QString folder = QStringLiteral(CARRIEL_BINARY_DIR "/screenshots");
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(m_bench->window().grab().save(QString(folder + QLatin1String("/window-") + QLatin1String(name) + QLatin1String(".png"))));
    }

    // As if the operator had it; then 60 kB of the file are overwritten where its content lies, which is at the end.
    void spoil(const ItemId &id)
    {
        const QByteArray passphrase("correcto caballo grapa");
        const QString dir = m_bench->path(QStringLiteral("profile"));
        const auto locked = m_bench->session().lock();
        QTRY_VERIFY(locked.isFinished());
        {
            SystemClock clock;
            SystemRandom random;
            auto key = vault::Vault::keyFromPassphrase(dir, passphrase);
            QVERIFY(key.ok());
            auto opened = vault::Vault::open(dir, std::move(key).value());
            QVERIFY(opened.ok());
            auto store = opened.value()->openStore(clock, random);
            QVERIFY(store.ok());
            QVERIFY(store.value()
                        ->transact([&](sync::Writer &writer) -> Outcome {
                            CARRIEL_TRY(const auto item, writer.item(id));
                            CARRIEL_TRY(const auto version, writer.version(item->local.version));
                            CARRIEL_TRY(auto blob, writer.blob(version->blob));
                            blob->onServer = true;
                            return writer.putBlob(*blob);
                        })
                        .ok());
            QVERIFY(store.value()->checkpoint().ok());
        }
        QFile file(dir + QStringLiteral("/vault.db"));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((file.size() - 400'000) / 8192 * 8192));
        QVERIFY(file.write(QByteArray(60'000, 'x')) == 60'000);
        file.close();
        const auto unlocked = m_bench->session().unlockWithPassphrase(SecretBytes::copyOf(passphrase));
        QTRY_VERIFY_WITH_TIMEOUT(unlocked.isFinished() && unlocked.result().ok(), carriel::test::patienceMs);
    }

    void look(const QString &name, const QByteArray &bytes)
    {
        m_bench->drop({m_bench->file(name, bytes)});
        QTRY_VERIFY(!m_bench->idOf(name).isEmpty());
        m_bench->navigator().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), m_bench->idOf(name).text()}});
        QTRY_COMPARE(m_bench->find<QLabel>("detailsName")->text(), name);
    }
    QLabel *preview() { return m_bench->find<QLabel>("preview"); }

    std::unique_ptr<Bench> m_bench;
};

QTEST_MAIN(TestDetailsPreview)
#include "tst_details_preview.moc"
