// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where things lie and go: dropping on folders, the trash, what was just added, the ending of a name.
#include "Bench.h"
#include "tests/support/Patience.h"
#include "ui/documents/CarriedItems.h"
#include "ui/models/DocumentListModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/UndoStack.h"
#include "ui/widgets/forms/UnlockChoiceForm.h"

#include <QComboBox>
#include <QDrag>
#include <QDragMoveEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace carriel;
using namespace carriel::ui;
using namespace carriel::ui::test;

class TestDocumentsPlaces : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->ready());
        m_bench->drop({m_bench->file(QStringLiteral("uno.txt"), "1")});
        QTRY_COMPARE(m_bench->views().tree()->model()->rowCount(), 1);
    }
    void cleanup() { m_bench.reset(); }

    // Also at a row's very edge, where Qt would put it between two rows; the folder shows that it is meant.
    void whatIsDroppedOnAFoldersRowGoesIntoIt_data()
    {
        QTest::addColumn<int>("where");
        QTest::newRow("upper edge") << 0;
        QTest::newRow("middle") << 1;
        QTest::newRow("lower edge") << 2;
    }
    void whatIsDroppedOnAFoldersRowGoesIntoIt()
    {
        QFETCH(int, where);
        const ItemId folder = makeFolder();
        auto *tree = m_bench->views().tree();
        auto *model = qobject_cast<DocumentListModel *>(tree->model());
        const std::unique_ptr<QMimeData> carried(model->mimeData({model->index(row(QStringLiteral("uno.txt")), 0)}));
        const QRect place = tree->visualRect(model->index(model->rowOf(folder), 0));
        const QPoint at(place.center().x(), where == 0   ? place.top()
                                            : where == 1 ? place.center().y()
                                                         : place.bottom());
        // At its far end too: the row is the target, not the name.
        const auto edge = [&] {
            return tree->viewport()->grab().toImage().pixel(tree->viewport()->width() - 2, place.center().y());
        };
        const QRgb before = edge();
        QDragEnterEvent enter(at, Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(tree->viewport(), &enter);
        QDragMoveEvent move(at, Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(tree->viewport(), &move);
        QVERIFY(move.isAccepted());
        QVERIFY(edge() != before);
        QDropEvent drop(at, Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(tree->viewport(), &drop);
        QTRY_COMPARE(m_bench->namesIn(folder), QStringList{QStringLiteral("uno.txt")});
        QTRY_COMPARE(m_bench->navigator().undo().undoText(), QStringLiteral("“uno.txt” moved to “Salud”"));
    }

    // Ten folders deep, where one is can still be read, the page is no wider, and the folders above are in a menu.
    void aDeepFolderNamesItselfFirst()
    {
        const int before = m_bench->page().minimumSizeHint().width();
        ItemId folder = rootItem();
        for (int depth = 1; depth <= 10; ++depth) {
            auto made = m_bench->documents().addFolder(folder, QStringLiteral("Carpeta número %1").arg(depth));
            QTRY_VERIFY(made.isFinished());
            folder = made.result().value();
        }
        m_bench->navigator().open(QStringLiteral("documents"), {{QStringLiteral("folder"), folder.text()}});
        const auto shown = [this] { // made anew with each path
            const auto *label = m_bench->page().findChild<QLabel *>(QStringLiteral("currentFolder"));
            return label ? label->text() : QString();
        };
        QTRY_COMPARE(shown(), QStringLiteral("Carpeta número 10"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto *here = m_bench->find<QLabel>("currentFolder");
        QTRY_VERIFY(here->width() >= here->fontMetrics().horizontalAdvance(here->text()));
        QVERIFY(m_bench->page().minimumSizeHint().width() <= before);
        auto *above = m_bench->find<QToolButton>("crumbsAbove");
        QVERIFY(above->isVisible());
        QCOMPARE(above->menu()->actions().at(1)->text(), QStringLiteral("Carpeta número 1"));
        above->menu()->actions().at(1)->trigger();
        QTRY_COMPARE(shown(), QStringLiteral("Carpeta número 1"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!m_bench->find<QToolButton>("crumbsAbove")->isVisible());
    }

    // The folder under the pointer can be read while something is dragged onto it.
    void whatIsDraggedHangsBesideThePointer()
    {
        auto *tree = m_bench->views().tree();
        const ItemId id = m_bench->idOf(QStringLiteral("uno.txt"));
        m_bench->views().select({id});
        const QPoint at = tree->visualRect(tree->model()->index(row(QStringLiteral("uno.txt")), 0)).center();
        QSize size;
        QPoint spot;
        const auto look = [&] {
            if (const auto *drag = tree->findChild<QDrag *>()) {
                size = drag->pixmap().deviceIndependentSize().toSize();
                spot = drag->hotSpot();
                QDrag::cancel();
            }
        };
        QTimer looking;
        looking.callOnTimeout(tree, look);
        looking.start(5);
        const auto mouse = [&](QEvent::Type type, const QPoint &where) {
            QMouseEvent event(type, where, tree->viewport()->mapToGlobal(where), Qt::LeftButton, Qt::LeftButton,
                              Qt::NoModifier);
            QApplication::sendEvent(tree->viewport(), &event);
        };
        mouse(QEvent::MouseButtonPress, at);
        mouse(QEvent::MouseMove, at + QPoint(0, 2 * QApplication::startDragDistance()));
        mouse(QEvent::MouseMove,
              at + QPoint(0, 3 * QApplication::startDragDistance())); // comes back when the drag has ended
        look(); // where nothing can be dragged it comes back at once
        QVERIFY(!size.isEmpty());
        QVERIFY2(size.width() < 300 && size.height() < 40,
                 qPrintable(QStringLiteral("%1 x %2").arg(size.width()).arg(size.height())));
        QVERIFY(spot.x() < 0 && spot.y() < 0);
    }

    void aHalfTypedLabelBelongsToItsDocumentAlone()
    {
        m_bench->drop({m_bench->file(QStringLiteral("dos.txt"), "2")});
        QTRY_COMPARE(m_bench->views().tree()->model()->rowCount(), 2);
        const ItemId uno = m_bench->idOf(QStringLiteral("uno.txt")), dos = m_bench->idOf(QStringLiteral("dos.txt"));
        const auto labels = [this](const ItemId &id) { return m_bench->documents().rows({id}).value(0).labels; };
        m_bench->window().activateWindow();
        m_bench->window().setDetailsShown(true);
        m_bench->views().select({m_bench->idOf(QStringLiteral("uno.txt"))});
        QLineEdit *field = nullptr;
        QTRY_VERIFY((field = m_bench->find<QLineEdit>("labelField")) && field->isVisible());
        QTest::keyClicks(field, QStringLiteral("impues"));
        m_bench->views().select({dos});
        QTRY_VERIFY(field->text().isEmpty());
        QTRY_COMPARE(labels(uno), QStringList{QStringLiteral("impues")}); // and can be undone
        QTest::keyClicks(field, QStringLiteral("salud, familia"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(labels(dos), QStringList({QStringLiteral("familia"), QStringLiteral("salud")}));
        QTest::keyClicks(field, QStringLiteral("no esta"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty());
        field->setFocus();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("vivienda"));
        auto locked = m_bench->session().lock();
        QTRY_VERIFY(locked.isFinished());
        QVERIFY(field->text().isEmpty());
        QVERIFY(labels(dos).isEmpty()); // locked
        auto open = m_bench->session().unlockWithPassphrase(SecretBytes::copyOf("correcto caballo grapa"));
        QTRY_VERIFY(open.isFinished());
        QTRY_COMPARE(labels(dos),
                     QStringList({QStringLiteral("familia"), QStringLiteral("salud"), QStringLiteral("vivienda")}));
        QVERIFY(!m_bench->documents().labelsInUse().contains(QStringLiteral("no esta")));
    }

    // Whoever looks at one of several results comes back to them.
    void theResultsAreThereAfterOneWasLookedAt()
    {
        m_bench->drop({m_bench->file(QStringLiteral("predial 2024.txt"), "x"),
                       m_bench->file(QStringLiteral("predial 2025.txt"), "y")});
        QTRY_COMPARE(m_bench->views().tree()->model()->rowCount(), 3);
        auto *search = m_bench->find<QLineEdit>("search");
        QTest::keyClicks(search, QStringLiteral("predial"));
        QTRY_COMPARE(m_bench->views().tree()->model()->rowCount(), 2);
        const ItemId id = m_bench->idOf(QStringLiteral("predial 2025.txt"));
        m_bench->views().select({id});
        m_bench->action("action.open")->trigger();
        QTRY_COMPARE(m_bench->navigator().currentPage(), QStringLiteral("viewer"));
        m_bench->press("viewerBack");
        QCOMPARE(m_bench->navigator().currentPage(), QStringLiteral("documents"));
        QCOMPARE(search->text(), QStringLiteral("predial"));
        QCOMPARE(m_bench->views().tree()->model()->rowCount(), 2);
        QCOMPARE(m_bench->views().selectedIds(), QList<ItemId>{id});
    }

    // Whoever begins to search at the start is there again when the search is left, from the field and from the
    // results.
    void aSearchLeftLeadsBackToWhereItBegan()
    {
        auto *search = m_bench->find<QLineEdit>("search");
        auto *tree = m_bench->views().tree();
        m_bench->window().activateWindow();
        for (QWidget *left : {static_cast<QWidget *>(search), static_cast<QWidget *>(tree)}) {
            m_bench->navigator().open(QStringLiteral("home"));
            search->setFocus();
            QTest::keyClicks(search, QStringLiteral("uno"));
            QCOMPARE(m_bench->navigator().currentPage(), QStringLiteral("documents"));
            QTRY_COMPARE(tree->model()->rowCount(), 1);
            left->setFocus();
            QTRY_VERIFY(left->hasFocus());
            QTest::keyClick(left, Qt::Key_Escape);
            QTRY_COMPARE(m_bench->navigator().currentPage(), QStringLiteral("home"));
            QVERIFY(search->text().isEmpty());
        }
        m_bench->navigator().open(QStringLiteral("documents"), {{QStringLiteral("fresh"), true}});
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("uno"));
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(m_bench->navigator().currentPage(), QStringLiteral("documents"));
    }

    void aSavedSearchCanBeRemovedAndComesBack()
    {
        SavedSearch saved;
        saved.name = QStringLiteral("Mis textos");
        saved.query.everywhere = true;
        saved.query.mediaPrefix = QStringLiteral("text/");
        auto done = m_bench->documents().saveSearch(saved);
        QTRY_VERIFY(done.isFinished());
        m_bench->find<QToolButton>("filters")->setChecked(true);
        auto *all = m_bench->find<QComboBox>("savedSearches");
        QTRY_VERIFY(all && all->count() == 2);
        auto *remove = m_bench->find<QPushButton>("removeSearch");
        QVERIFY(!remove->isVisible());
        all->setCurrentIndex(1);
        Q_EMIT all->activated(1);
        QTRY_VERIFY(remove->isVisible()); // as long as it is the chosen one
        remove->click();
        QTRY_VERIFY(m_bench->documents().savedSearches().isEmpty());
        auto *undo = m_bench->find<QPushButton>("noticeAction");
        QTRY_VERIFY(
            m_bench->find<QLabel>("noticeText")->text().contains(saved.name)); // an earlier notice may stand there
        undo->click();
        QTRY_COMPARE(m_bench->documents().savedSearches().value(0).name, QStringLiteral("Mis textos"));
    }

    // A name that was typed is not the one it came by.
    void renamingKeepsTheNameItCameBy()
    {
        m_bench->drop({m_bench->file(QStringLiteral("dos.txt"), "2")});
        QTRY_COMPARE(m_bench->views().tree()->model()->rowCount(), 2);
        const ItemId id = m_bench->idOf(QStringLiteral("dos.txt"));
        auto renamed = m_bench->documents().rename(id, QStringLiteral("uno.txt"));
        QTRY_VERIFY(renamed.isFinished());
        QCOMPARE(renamed.result().value(), QStringLiteral("uno (2).txt"));
        QVERIFY(m_bench->documents().details(id)->facts.originalName.isEmpty());
    }

    void theTrashSaysWhereItWas()
    {
        const ItemId folder = makeFolder();
        m_bench->documents().move({m_bench->idOf(QStringLiteral("uno.txt"))}, folder);
        QTRY_COMPARE(m_bench->namesIn(folder).size(), 1);
        m_bench->documents().trash({m_bench->documents().byPath(QStringLiteral("Salud/uno.txt")).value()});
        QTRY_COMPARE(m_bench->documents().count(ItemState::Trashed), 1);
        m_bench->navigator().open(QStringLiteral("trash"));
        auto *model = m_bench->navigator().page(QStringLiteral("trash"))->findChild<DocumentViews *>()->tree()->model();
        QTRY_COMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0, DocumentListModel::Type).data().toString(), QStringLiteral("Salud"));
        QCOMPARE(model->headerData(DocumentListModel::Type, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Where it was"));
        const auto *tree = m_bench->navigator().page(QStringLiteral("trash"))->findChild<DocumentViews *>()->tree();
        for (int column = 0; column < DocumentListModel::ColumnCount; ++column) // no heading is cut
            QVERIFY2(tree->isColumnHidden(column) ||
                         tree->columnWidth(column) >= tree->header()->sectionSizeHint(column),
                     qPrintable(model->headerData(column, Qt::Horizontal).toString()));
        // What lies in a folder that is thrown away goes with it, and is no row of its own.
        m_bench->documents().trash({folder});
        QTRY_COMPARE(model->index(0, DocumentListModel::Name).data().toString(), QStringLiteral("Salud"));
        QCOMPARE(model->rowCount(), 1);
        // Taken back, one is told where it is; and an empty trash offers nothing to be done.
        Page *trash = m_bench->navigator().page(QStringLiteral("trash"));
        auto *restore = trash->findChild<QPushButton *>(QStringLiteral("restore"));
        trash->findChild<DocumentViews *>()->select({folder});
        QTRY_VERIFY(restore->isVisible() && restore->isEnabled());
        restore->click();
        QTRY_VERIFY2(m_bench->window().notices().text().contains(QStringLiteral("“Salud” restored to “My documents”")),
                     qPrintable(m_bench->window().notices().text()));
        QTRY_COMPARE(model->index(0, DocumentListModel::Name).data().toString(),
                     QStringLiteral("uno.txt")); // thrown away before
        trash->findChild<DocumentViews *>()->view()->selectAll();
        QTRY_VERIFY(restore->isVisible() && restore->isEnabled());
        restore->click();
        QTRY_VERIFY2(m_bench->window().notices().text().contains(QStringLiteral("“uno.txt” restored to “Salud”")),
                     qPrintable(m_bench->window().notices().text()));
        QTRY_VERIFY(!restore->isVisible());
    }

    void whatIsThereAlreadyIsNamedEveryOne()
    {
        m_bench->drop({m_bench->file(QStringLiteral("dos.txt"), "2")});
        QTRY_COMPARE(m_bench->namesIn(rootItem()).size(), 2);
        m_bench->drop({m_bench->path(QStringLiteral("uno.txt")), m_bench->path(QStringLiteral("dos.txt")), m_bench->file(QStringLiteral("tres.txt"), "3")});
        QTRY_VERIFY(m_bench->window().notices().text().contains(QStringLiteral("2 of them already")));
        QVERIFY(m_bench->window().notices().text().contains(QStringLiteral("“uno.txt”, “dos.txt”")));
    }

    void whatWasJustAddedIsChosen()
    {
        m_bench->drop({m_bench->file(QStringLiteral("dos.txt"), "2")});
        QTRY_COMPARE(m_bench->views().selectedIds(), QList<ItemId>{m_bench->idOf(QStringLiteral("dos.txt"))});
    }

    // On a small screen at 200 % there is one scroll bar, the list's.
    void theListScrollsAndNotThePageAroundIt()
    {
        for (int i = 0; i < 12; ++i)
            m_bench->drop({m_bench->file(QStringLiteral("más %1.txt").arg(i), QByteArray::number(i))});
        QTRY_COMPARE(m_bench->views().tree()->model()->rowCount(), 13);
        m_bench->window().resize(683, 384);
        m_bench->window().notices().dismiss(); // it takes its place while it is there
        QScrollArea *around = nullptr;
        for (QWidget *widget = &m_bench->page(); widget && !around; widget = widget->parentWidget())
            around = qobject_cast<QScrollArea *>(widget);
        QVERIFY(around);
        QTRY_VERIFY(!m_bench->window().notices().isVisible());
        QTRY_VERIFY(m_bench->views().tree()->verticalScrollBar()->isVisible());
        QTRY_VERIFY(!around->verticalScrollBar()->isVisible());
    }

    // With nothing chosen no row is marked, and F2 would rename one that nobody sees.
    void onlyWhatIsChosenIsRenamed()
    {
        auto *tree = m_bench->views().tree();
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(0, 0));
        tree->clearSelection();
        QTest::keyClick(tree, Qt::Key_F2);
        QVERIFY(!tree->findChild<QLineEdit *>(QStringLiteral("nameEditor")));
        m_bench->views().select({m_bench->idOf(QStringLiteral("uno.txt"))});
        QTest::keyClick(tree, Qt::Key_F2);
        QTRY_VERIFY(tree->findChild<QLineEdit *>(QStringLiteral("nameEditor")));
        auto *field = tree->findChild<QLineEdit *>(QStringLiteral("nameEditor"));
        QTRY_COMPARE(field->selectedText(), QStringLiteral("uno"));
    }

    void aLostEndingIsTold()
    {
        Q_EMIT qobject_cast<DocumentListModel *>(m_bench->views().tree()->model())
            ->renameAsked(m_bench->idOf(QStringLiteral("uno.txt")), QStringLiteral("notas"));
        QTRY_VERIFY(!m_bench->idOf(QStringLiteral("notas")).isEmpty());
        QTRY_VERIFY(m_bench->find<QLabel>("noticeText")->text().contains(QStringLiteral("“.txt”")));
    }

    // From the first field straight into the second: a button between them would be typed into, unseen.
    void tabGoesFromOnePassphraseToTheOther()
    {
        const Theme theme;
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *form = new UnlockChoiceForm(theme, QStringLiteral("clave"), &window);
        column->addWidget(form);
        form->choose(false);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto *first = window.findChild<QLineEdit *>(QStringLiteral("clave.first"));
        auto *second = window.findChild<QLineEdit *>(QStringLiteral("clave.second"));
        first->setFocus();
        QTest::keyClicks(first, QStringLiteral("cuatro palabras muy distintas"));
        QTest::keyClick(first, Qt::Key_Tab);
        QVERIFY(second->hasFocus());
        auto *show = window.findChild<QToolButton *>(QStringLiteral("clave.second.show"));
        show->click();
        QCOMPARE(first->echoMode(), QLineEdit::Normal);
        QCOMPARE(second->echoMode(), QLineEdit::Normal);
    }

private:
    ItemId makeFolder()
    {
        auto made = m_bench->documents().addFolder(rootItem(), QStringLiteral("Salud"));
        [&] { QTRY_VERIFY(made.isFinished()); }();
        const ItemId folder = made.result().value();
        [&] { QTRY_VERIFY(row(QStringLiteral("Salud")) >= 0); }();
        return folder;
    }
    int row(const QString &name)
    {
        return qobject_cast<DocumentListModel *>(m_bench->views().tree()->model())->rowOf(m_bench->idOf(name));
    }
    std::unique_ptr<Bench> m_bench;
};

QTEST_MAIN(TestDocumentsPlaces)
#include "tst_documents_places.moc"
