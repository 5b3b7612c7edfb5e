// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where things lie and go: dropping on folders, the trash, what was just added, the ending of a name.
#include "Bench.h"
#include "ui/documents/CarriedItems.h"
#include "ui/models/DocumentListModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/NoticeBar.h"
#include "ui/widgets/UndoStack.h"
#include "ui/widgets/forms/UnlockChoiceForm.h"

#include <QDragMoveEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
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
        const QImage before = tree->viewport()->grab().toImage();
        QDragEnterEvent enter(at, Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(tree->viewport(), &enter);
        QDragMoveEvent move(at, Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(tree->viewport(), &move);
        QVERIFY(move.isAccepted());
        QVERIFY(tree->viewport()->grab().toImage() != before);
        QDropEvent drop(at, Qt::MoveAction, carried.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(tree->viewport(), &drop);
        QTRY_COMPARE(m_bench->namesIn(folder), QStringList{QStringLiteral("uno.txt")});
        QTRY_COMPARE(m_bench->navigator().undo().undoText(), QStringLiteral("“uno.txt” moved to “Salud”"));
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
