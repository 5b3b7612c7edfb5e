// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Bench.h"
#include "tests/support/Patience.h"
#include "ui/documents/CarriedItems.h"
#include "ui/models/DocumentListModel.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/UndoStack.h"

#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include <fstream>

using namespace carriel;
using namespace carriel::ui;
using namespace carriel::ui::test;

class TestDocumentsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        qputenv("CARRIEL_EXTRACT", CARRIEL_BINARY_DIR "/bin/carriel-extract");
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->ready());
    }
    void cleanup() { m_bench.reset(); }

    void anEmptyFolderTeachesTheNextStep()
    {
        auto *act = m_bench->page().findChild<QPushButton *>(QStringLiteral("emptyAction"));
        QVERIFY(act && act->isVisible());
        QVERIFY(!act->text().isEmpty());
    }

    void droppedFilesAreAddedAndCanBeUndone()
    {
        m_bench->drop({m_bench->file(QStringLiteral("diploma.txt"), "grado"),
                       m_bench->file(QStringLiteral("acta.txt"), "reunión")});
        QTRY_COMPARE(m_bench->namesIn(rootItem()).size(), 2);
        QTRY_COMPARE(m_bench->views().tree()->model()->rowCount(), 2);
        QTRY_VERIFY(m_bench->window().notices().isVisible());
        undo(QStringLiteral("added"));
        QTRY_COMPARE(m_bench->namesIn(rootItem()).size(), 0);
    }

    void aFolderOfTheDiskComesInWithItsFolders()
    {
        QVERIFY(QDir(m_bench->path({})).mkpath(QStringLiteral("casa/2024")));
        const QString inner = m_bench->file(QStringLiteral("casa/2024/escritura.txt"), "x");
        QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), m_bench->path(QStringLiteral("casa/passwd"))));
        const std::string noText = QFile::encodeName(m_bench->path(QStringLiteral("casa/2024"))).toStdString() + "/testamento\xff.txt";
        QVERIFY(std::ofstream(noText) << "x");
        m_bench->drop({m_bench->path(QStringLiteral("casa"))});
        QTRY_VERIFY(m_bench->documents().byPath(QStringLiteral("casa/2024/escritura.txt")).has_value());
        QTRY_VERIFY(m_bench->window().notices().text().contains(QStringLiteral("passwd"))); // left out, and named
        QVERIFY(m_bench->window().notices().text().contains(QStringLiteral("not in UTF-8, and are left out: testamento")));
        QVERIFY(m_bench->idOf(QStringLiteral("passwd")).isEmpty());
        // The new folder is chosen, and not what was before it: what one does next is meant for it.
        QTRY_COMPARE(m_bench->views().selectedIds(),
                     QList<ItemId>{m_bench->documents().byPath(QStringLiteral("casa")).value()});
        undo(QStringLiteral("added"));
        QTRY_VERIFY(m_bench->documents().folders().isEmpty()); // not the documents alone
        QVERIFY(!m_bench->documents().byPath(QStringLiteral("casa/2024/escritura.txt")).has_value());
    }

    void withoutAnOperatorNothingWaitsToBeSent()
    {
        add(QStringLiteral("aquí.txt"), "x");
        QCOMPARE(m_bench->documents().rows({m_bench->idOf(QStringLiteral("aquí.txt"))}).value(0).status,
                 ItemStatus::LocalOnly);
    }

    void aNoteIsKeptThoughTheFolderIsLockedWhileItIsTyped()
    {
        add(QStringLiteral("carta.txt"), "x");
        const ItemId id = m_bench->idOf(QStringLiteral("carta.txt"));
        m_bench->window().activateWindow();
        m_bench->window().setDetailsShown(true);
        m_bench->views().select({id});
        QPlainTextEdit *note = nullptr;
        QTRY_VERIFY((note = m_bench->find<QPlainTextEdit>("note")) && note->isVisible());
        note->setFocus();
        QTRY_VERIFY(note->hasFocus());
        QTest::keyClicks(note, QStringLiteral("cita"));
        QTRY_COMPARE(m_bench->documents().details(id)->meta.note(),
                     QStringLiteral("cita")); // while it is being written
        QTest::keyClicks(note, QStringLiteral(" el lunes"));
        auto locked = m_bench->session().lock();
        QTRY_VERIFY(locked.isFinished());
        auto open = m_bench->session().unlockWithPassphrase(SecretBytes::copyOf("correcto caballo grapa"));
        QTRY_VERIFY(open.isFinished());
        QTRY_COMPARE(m_bench->documents().details(id)->meta.note(), QStringLiteral("cita el lunes"));
    }

    void whatIsNoLongerSearchedForLeavesTheField()
    {
        auto *field = m_bench->find<QLineEdit>("search");
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("predial"));
        m_bench->navigator().open(QStringLiteral("transfers"));
        m_bench->navigator().open(QStringLiteral("documents"));
        QVERIFY(field->text().isEmpty());
    }

    void afterTheLockOneIsWhereOneWas()
    {
        auto made = m_bench->documents().addFolder(rootItem(), QStringLiteral("Salud"));
        QTRY_VERIFY(made.isFinished());
        m_bench->navigator().open(QStringLiteral("documents"),
                                  {{QStringLiteral("folder"), made.result().value().text()}});
        add(QStringLiteral("dentro.txt"), "x");
        auto locked = m_bench->session().lock();
        QTRY_VERIFY(locked.isFinished());
        auto open = m_bench->session().unlockWithPassphrase(SecretBytes::copyOf("correcto caballo grapa"));
        QTRY_VERIFY(open.isFinished());
        const QLabel *here = nullptr;
        QTRY_VERIFY((here = m_bench->find<QLabel>("currentFolder")) && here->text() == QStringLiteral("Salud"));
    }

    void renamesInPlaceAndBack()
    {
        add(QStringLiteral("viejo.txt"), "x");
        m_bench->views().select({m_bench->idOf(QStringLiteral("viejo.txt"))});
        m_bench->action("action.rename")->trigger();
        auto *editor = m_bench->find<QLineEdit>("nameEditor");
        QVERIFY(editor);
        QTRY_COMPARE(editor->selectedText(), QStringLiteral("viejo")); // the suffix stays
        QTest::keyClicks(editor, QStringLiteral("nuevo"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!m_bench->idOf(QStringLiteral("nuevo.txt")).isEmpty());
        undo(QStringLiteral("renamed to"));
        QTRY_VERIFY(!m_bench->idOf(QStringLiteral("viejo.txt")).isEmpty());
        QTRY_COMPARE(m_bench->window().notices().text(), QStringLiteral("It is called “viejo.txt” again")); // then it can be done again
        m_bench->navigator().undo().redo();
        QTRY_VERIFY(!m_bench->idOf(QStringLiteral("nuevo.txt")).isEmpty());
    }

    void movesByDialogAndByDragging()
    {
        add(QStringLiteral("uno.txt"), "1");
        makeFolder(QStringLiteral("Salud"));
        const ItemId folder = m_bench->idOf(QStringLiteral("Salud"));
        m_bench->views().select({m_bench->idOf(QStringLiteral("uno.txt"))});
        m_bench->action("action.move")->trigger();
        QVERIFY(m_bench->dialog(QStringLiteral("documents.move")));
        auto *tree = m_bench->find<QTreeWidget>("folderTree");
        tree->setCurrentItem(tree->topLevelItem(0)->child(0));
        m_bench->pressVerb(QStringLiteral("documents.move"));
        QTRY_COMPARE(m_bench->namesIn(folder), QStringList{QStringLiteral("uno.txt")});
        undo(QStringLiteral("moved to"));
        QTRY_COMPARE(m_bench->namesIn(folder).size(), 0);
        QTRY_VERIFY(m_bench->navigator().undo().canRedo());

        // Dragged onto the folder's row, as the view hands it to the model.
        QTRY_COMPARE(m_bench->views().tree()->model()->rowCount(), 2);
        auto *model = qobject_cast<DocumentListModel *>(m_bench->views().tree()->model());
        const std::unique_ptr<QMimeData> carried(
            model->mimeData({model->index(model->rowOf(m_bench->idOf(QStringLiteral("uno.txt"))), 0)}));
        const QModelIndex target = model->index(model->rowOf(folder), 0);
        QVERIFY(model->canDropMimeData(carried.get(), Qt::MoveAction, -1, -1, target));
        model->dropMimeData(carried.get(), Qt::MoveAction, -1, -1, target);
        QTRY_COMPARE(m_bench->namesIn(folder), QStringList{QStringLiteral("uno.txt")});
    }

    void labelsManyAtOnce()
    {
        add(QStringLiteral("a.txt"), "a");
        add(QStringLiteral("b.txt"), "b");
        m_bench->views().select({m_bench->idOf(QStringLiteral("a.txt")), m_bench->idOf(QStringLiteral("b.txt"))});
        m_bench->action("action.labels")->trigger();
        auto *field = m_bench->find<QLineEdit>("newLabel");
        QVERIFY(field);
        field->setText(QStringLiteral("universidad"));
        m_bench->pressVerb(QStringLiteral("documents.labels"));
        QTRY_COMPARE(m_bench->documents().labelsInUse(), QStringList{QStringLiteral("universidad")});
        undo(QStringLiteral("Labels"));
        QTRY_VERIFY(m_bench->documents().labelsInUse().isEmpty());
    }

    void searchesAsOneTypesWithoutAccents()
    {
        add(QStringLiteral("Cédula de ciudadanía.txt"), "x");
        add(QStringLiteral("Contrato.txt"), "x");
        auto *search = m_bench->find<QLineEdit>("search");
        QTest::keyClick(&m_bench->window(), Qt::Key_K, Qt::ControlModifier);
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("cedu"));
        QTRY_COMPARE(m_bench->views().tree()->model()->rowCount(), 1);
        QTRY_COMPARE(m_bench->find<QLabel>("currentFolder")->text(), QStringLiteral("Results for “cedu”"));
        search->clear();
        QTRY_COMPARE(m_bench->views().tree()->model()->rowCount(), 2);
    }

    void trashedComesBackOrGoesForEver()
    {
        add(QStringLiteral("borrar.txt"), "x");
        const ItemId id = m_bench->idOf(QStringLiteral("borrar.txt"));
        m_bench->views().select({id});
        m_bench->action("action.trash")->trigger();
        QTRY_COMPARE(m_bench->documents().count(ItemState::Trashed), 1);
        auto *undo = m_bench->find<QPushButton>("noticeAction");
        QTRY_VERIFY(undo->isVisible() && m_bench->navigator().undo().undoText().contains(QStringLiteral("trash")));
        QVERIFY2( // one word on the button: what it means is said by its tip
            undo->toolTip().contains(QStringLiteral("borrar.txt")) && undo->toolTip() == undo->accessibleName(), qPrintable(undo->toolTip()));
        const auto *said = m_bench->find<QLabel>("noticeText"); undo->click();
        QTRY_COMPARE(m_bench->documents().count(ItemState::Trashed), 0);
        QTRY_COMPARE(said->text(), QStringLiteral("“borrar.txt” back from the trash")); m_bench->navigator().undo().redo();
        QTRY_VERIFY(said->text().startsWith(QStringLiteral("Done again")) && said->text().contains(QStringLiteral("borrar.txt")));
        m_bench->navigator().undo().undo();
        QTRY_COMPARE(m_bench->documents().count(ItemState::Trashed), 0);

        QTRY_COMPARE(m_bench->views().tree()->model()->rowCount(), 1);
        m_bench->views().select({id});
        m_bench->action("action.trash")->trigger();
        QTRY_COMPARE(m_bench->documents().count(ItemState::Trashed), 1);
        m_bench->navigator().open(QStringLiteral("trash"));
        Page *trash = m_bench->navigator().page(QStringLiteral("trash"));
        auto *views = trash->findChild<DocumentViews *>();
        QTRY_COMPARE(views->tree()->model()->rowCount(), 1);
        views->select({id});
        trash->findChild<QPushButton *>(QStringLiteral("purge"))->click();
        QVERIFY(m_bench->dialog(QStringLiteral("documents.purge")));
        QCOMPARE(m_bench->documents().count(ItemState::Trashed), 1); // nothing before the person has confirmed
        m_bench->pressVerb(QStringLiteral("documents.purge"));
        QTRY_COMPARE(m_bench->documents().count(ItemState::Trashed), 0);
    }

    void pastesATextAndAPicture()
    {
        QApplication::clipboard()->setText(QStringLiteral("una nota"));
        m_bench->action("action.paste")->trigger();
        QTRY_COMPARE(m_bench->namesIn(rootItem()).size(), 1);
        QImage picture(10, 10, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QApplication::clipboard()->setImage(picture);
        m_bench->action("action.paste")->trigger();
        QTRY_COMPARE(m_bench->namesIn(rootItem()).size(), 2);
        QApplication::clipboard()->clear();
    }

    void showsTheDigestOfWhatIsSelected()
    {
        add(QStringLiteral("cero.txt"), "abc");
        m_bench->views().select({m_bench->idOf(QStringLiteral("cero.txt"))});
        auto *digest = m_bench->find<QLabel>("digest");
        QTRY_COMPARE(digest->property("hex").toString(),
                     QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void aPictureIsShownAgainAfterAText()
    {
        QImage image(60, 40, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString path = m_bench->path(QStringLiteral("foto.png"));
        QVERIFY(image.save(path));
        m_bench->drop({path});
        add(QStringLiteral("letras.txt"), QByteArray("palabra ").repeated(50));
        QTRY_VERIFY(!m_bench->idOf(QStringLiteral("foto.png")).isEmpty());
        auto *preview = m_bench->find<QLabel>("preview");
        for (int round = 0; round < 2; ++round) {
            m_bench->views().select({m_bench->idOf(QStringLiteral("foto.png"))});
            QTRY_VERIFY(!preview->pixmap(Qt::ReturnByValue).isNull());
            QTRY_VERIFY2(preview->isVisible() && preview->height() >= 30,
                         qPrintable(QString::number(preview->height())));
            m_bench->views().select({m_bench->idOf(QStringLiteral("letras.txt"))});
            QTRY_VERIFY(preview->text().startsWith(QStringLiteral("palabra")));
        }
    }

    void aLongNameDoesNotWidenTheDetails()
    {
        const QString name = QString(120, QLatin1Char('n')) + QStringLiteral(".txt");
        add(name, "x");
        m_bench->views().select({m_bench->idOf(name)});
        auto *open = m_bench->find<QPushButton>("detailsOpen");
        auto *pane = m_bench->find<QScrollArea>("details");
        QTRY_VERIFY(open->isVisible());
        QTRY_VERIFY(open->mapTo(pane, QPoint(open->width(), 0)).x() <= pane->width());
    }

    void withASelectionOneCanStillAddAndMakeFolders()
    {
        add(QStringLiteral("a.txt"), "a");
        m_bench->views().select({m_bench->idOf(QStringLiteral("a.txt"))});
        QVERIFY(m_bench->find<QToolButton>("addSmall")->isVisible());
        QTest::keyClick(m_bench->views().view(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QWidget *dialog = m_bench->dialog(QStringLiteral("documents.newFolder"));
        QVERIFY(dialog);
        // A name that the operator does not take: what is kept is said, chosen and in view.
        dialog->findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("uno:dos"));
        m_bench->pressVerb(QStringLiteral("documents.newFolder"));
        QTRY_VERIFY(!m_bench->idOf(QStringLiteral("uno_dos")).isEmpty());
        QTRY_VERIFY(m_bench->window().notices().text().contains(QStringLiteral("“uno_dos”")));
        QTRY_COMPARE(m_bench->views().selectedIds(), QList<ItemId>{m_bench->idOf(QStringLiteral("uno_dos"))});
        QApplication::setActiveWindow(&m_bench->window()); // no window manager gives it back here
        m_bench->views().view()->setFocus();
        QTest::keyClick(m_bench->views().view(), Qt::Key_Escape);
        QTRY_VERIFY(m_bench->views().selectedIds().isEmpty());
    }

    void aNameThatIsTakenIsNotBlamedOnTheOperator()
    {
        makeFolder(QStringLiteral("Estudios"));
        makeFolder(QStringLiteral("a"));
        const DocumentRow row = m_bench->documents().rows({m_bench->idOf(QStringLiteral("a"))}).value(0);
        auto *model = qobject_cast<DocumentListModel *>(m_bench->views().tree()->model());
        QTRY_VERIFY(model->rowOf(row.id) >= 0);
        model->setData(model->index(model->rowOf(row.id), 0), QStringLiteral("estudios"), Qt::EditRole);
        QTRY_VERIFY(m_bench->window().notices().text().contains(QStringLiteral("another “estudios”")));
    }

    void aNewVersionComesFromAFile()
    {
        add(QStringLiteral("acta.txt"), "primera");
        const ItemId id = m_bench->idOf(QStringLiteral("acta.txt"));
        m_bench->views().select({id});
        QVERIFY(m_bench->action("action.newVersion")->isEnabled());
        m_bench->action("action.newVersion")->trigger();
        auto *chooser = m_bench->find<QFileDialog>("newVersionDialog");
        QVERIFY(chooser);
        Q_EMIT chooser->fileSelected(m_bench->file(QStringLiteral("otra.txt"), "segunda"));
        chooser->reject();
        QTRY_COMPARE(m_bench->documents().details(id)->versions, 2);
    }

    void aSmallScreenShowsTheListOrTheDetailsNeverHalfOfBoth()
    {
        add(QStringLiteral("a.txt"), "a");
        MainWindow &window = m_bench->window();
        window.resize(800, 384); // on the way the details give way
        const QSize small(683, 384); // 1366 by 768 at 200 %, once what they need is no longer asked for
        QTRY_VERIFY((window.resize(small), window.size() == small));
        auto *details = m_bench->find<QStackedWidget>("detailsPane");
        QTRY_VERIFY(!details->isVisible());
        QVERIFY(m_bench->views().isVisible());
        m_bench->find<QToolButton>("toggleDetails")->click();
        QVERIFY(details->isVisible() && !m_bench->views().isVisible());
        window.resize(1180, 700);
        QTRY_VERIFY(details->isVisible() && m_bench->views().isVisible());
    }

    void nothingStaysInTheWindowWhenTheVaultIsLocked()
    {
        add(QStringLiteral("secreto.txt"), "xyzzy");
        m_bench->views().select({m_bench->idOf(QStringLiteral("secreto.txt"))});
        m_bench->session().lock();
        QTRY_VERIFY(m_bench->window().gateShown());
        QCOMPARE(m_bench->views().tree()->model()->rowCount(), 0);
        const auto labels = m_bench->window().findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY2(!label->text().contains(QStringLiteral("secreto")), qPrintable(label->objectName()));
    }

private:
    // The act shows in the vault before the window knows that it has ended.
    void undo(const QString &what)
    {
        QTRY_VERIFY(m_bench->navigator().undo().canUndo() && m_bench->navigator().undo().undoText().contains(what));
        m_bench->navigator().undo().undo();
    }

    void add(const QString &name, const QByteArray &bytes)
    {
        m_bench->drop({m_bench->file(name, bytes)});
        QTRY_VERIFY(!m_bench->idOf(name).isEmpty());
        QTRY_VERIFY(m_bench->views().tree()->model()->rowCount() > 0);
        QTRY_VERIFY(qobject_cast<DocumentListModel *>(m_bench->views().tree()->model())->rowOf(m_bench->idOf(name)) >=
                    0);
    }

    void makeFolder(const QString &name)
    {
        m_bench->find<QPushButton>("newFolder")->click();
        QVERIFY(m_bench->dialog(QStringLiteral("documents.newFolder")));
        m_bench->dialog(QStringLiteral("documents.newFolder"))
            ->findChild<QLineEdit *>(QStringLiteral("name"))
            ->setText(name);
        m_bench->pressVerb(QStringLiteral("documents.newFolder"));
        QTRY_VERIFY(!m_bench->idOf(name).isEmpty());
        QTRY_VERIFY(!m_bench->find<QWidget>("dialog.documents.newFolder")); // until then the next is this one, closed
    }

    std::unique_ptr<Bench> m_bench;
};

QTEST_MAIN(TestDocumentsPage)
#include "tst_documents_page.moc"
