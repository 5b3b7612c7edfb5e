// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Searching in the window: why each result is there, what is offered meanwhile, and the ways in and out.
#include "Bench.h"
#include "tests/support/Patience.h"
#include "ui/models/DocumentListModel.h"
#include "ui/text/MatchWords.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

using namespace carriel;
using namespace carriel::ui;
using namespace carriel::ui::test;

class TestDocumentsSearch : public QObject
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

    // Wherever the keyboard is: the filters, the button that keeps a search, the details.
    void escLeavesASearchFromAnywhere()
    {
        auto *search = m_bench->find<QLineEdit>("search");
        auto *tree = m_bench->views().tree();
        m_bench->window().activateWindow();
        m_bench->window().setDetailsShown(true);
        QVERIFY(!m_bench->find<QPushButton>("saveSearch")->isVisible()); // nothing is searched for yet
        m_bench->find<QToolButton>("filters")->setChecked(true);
        for (const char *name : {"filters", "saveSearch", "filterKind", "labelField", "leaveSearch"}) {
            search->setFocus();
            QTest::keyClicks(search, QStringLiteral("uno"));
            QTRY_VERIFY(!tree->model()->index(0, 0).data(DocumentListModel::FoundRole).toString().isEmpty());
            if (qstrcmp(name, "labelField") == 0)
                m_bench->views().select({m_bench->idOf(QStringLiteral("uno.txt"))}); // the details are of what is chosen
            QWidget *left = nullptr;
            QTRY_VERIFY2((left = m_bench->find<QWidget>(name)) && left->isVisible(), name);
            left->setFocus();
            QTRY_VERIFY2(left->hasFocus(), name);
            QTest::keyClick(left, Qt::Key_Escape);
            QTRY_VERIFY2(search->text().isEmpty(), name);
            QTRY_VERIFY2(tree->model()->index(0, 0).data(DocumentListModel::FoundRole).toString().isEmpty(), name);
        }
    }

    // Nothing can be added to a list of results; why each is there stands under its name, and no column is given up for it.
    void whatASearchFoundSaysWhyAndKeepsItsColumns()
    {
        const ItemId id = m_bench->idOf(QStringLiteral("uno.txt"));
        auto noted = m_bench->documents().setNote(id, QStringLiteral("para la vereda, urgente"));
        QTRY_VERIFY(noted.isFinished());
        auto *search = m_bench->find<QLineEdit>("search");
        auto *tree = m_bench->views().tree();
        m_bench->window().resize(1180, 760);
        const auto seen = [&] {
            QList<int> columns;
            for (int column = 0; column < DocumentListModel::ColumnCount; ++column) {
                if (!tree->isColumnHidden(column))
                    columns << column;
            }
            return columns;
        };
        const auto offered = [this](const char *name) {
            auto *button = m_bench->find<QPushButton>(name);
            return button->isVisibleTo(button->parentWidget());
        };
        QTRY_VERIFY(seen().contains(DocumentListModel::Size));
        const QList<int> before = seen();
        const int height = tree->visualRect(tree->model()->index(0, 0)).height();
        const auto found = [&] { return tree->model()->index(0, 0).data(DocumentListModel::FoundRole).toString(); };
        QVERIFY(found().isEmpty());
        QVERIFY(offered("add") && offered("newFolder") && !offered("leaveSearch"));
        search->setText(QStringLiteral("vereda"));
        QTRY_VERIFY(found().startsWith(text::matchedWords(text::Matched::Note)));
        QCOMPARE(seen(), before);
        QTRY_VERIFY(tree->visualRect(tree->model()->index(0, 0)).height() > height);
        QVERIFY(!offered("add") && !offered("newFolder") && offered("leaveSearch"));
        search->setText(QStringLiteral("uno"));
        QTRY_VERIFY(found().startsWith(text::matchedWords(text::Matched::Name)));
        m_bench->press("leaveSearch");
        QTRY_VERIFY(found().isEmpty());
        QVERIFY(offered("add") && offered("newFolder") && !offered("leaveSearch"));
        QTRY_COMPARE(tree->visualRect(tree->model()->index(0, 0)).height(), height);
    }

    void aFavouriteIsMarkedInItsRow()
    {
        const ItemId id = m_bench->idOf(QStringLiteral("uno.txt"));
        const auto star = [&] { return m_bench->views().tree()->model()->index(0, 0).data(DocumentListModel::MarkRole).isValid(); };
        QVERIFY(!star());
        auto done = m_bench->documents().setFavourite({id}, true);
        QTRY_VERIFY(done.isFinished());
        QTRY_VERIFY(star());
    }

    // Where one begins to search, the searches that were kept are seen: nobody has to know of the filters' row.
    void savedSearchesAreOfferedWhereOneSearches()
    {
        SavedSearch saved;
        saved.name = QStringLiteral("Mis textos");
        saved.query.everywhere = true;
        saved.query.mediaPrefix = QStringLiteral("text/");
        m_bench->window().activateWindow();
        auto *search = m_bench->find<QLineEdit>("search");
        const auto list = [search]() -> QAbstractItemView * {
            for (QWidget *top : QApplication::topLevelWidgets()) {
                if (top->objectName() == QLatin1String("savedSearchList") && top->isVisible())
                    return qobject_cast<QAbstractItemView *>(top);
            }
            return nullptr;
        };
        QTest::keyClick(&m_bench->window(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(search->hasFocus());
        QVERIFY(!list()); // none was kept
        m_bench->views().view()->setFocus();
        auto done = m_bench->documents().saveSearch(saved);
        QTRY_VERIFY(done.isFinished());
        m_bench->navigator().open(QStringLiteral("home"));
        QTest::keyClick(&m_bench->window(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(list());
        QCOMPARE(list()->model()->rowCount(), 1);
        QCOMPARE(list()->model()->index(0, 0).data().toString(), saved.name);
        QTest::keyClicks(search, QStringLiteral("x")); // typing goes into the field, and takes it away
        QTRY_VERIFY(!list());
        QCOMPARE(search->text(), QStringLiteral("x"));
        QTest::keyClick(search, Qt::Key_Escape);
        m_bench->views().view()->setFocus();
        m_bench->navigator().open(QStringLiteral("home"));
        QTest::keyClick(&m_bench->window(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(list());
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(m_bench->navigator().currentPage(), QStringLiteral("documents"));
        auto *leave = m_bench->find<QPushButton>("leaveSearch");
        QTRY_VERIFY(leave->isVisibleTo(leave->parentWidget())); // the acts on the row that is chosen stand in their place
        QVERIFY(m_bench->find<QComboBox>("filterKind")->isVisible()); // what narrows the list is seen
        QCOMPARE(m_bench->find<QComboBox>("filterKind")->currentData().toString(), saved.query.mediaPrefix);
    }

private:
    std::unique_ptr<Bench> m_bench;
};

QTEST_MAIN(TestDocumentsSearch)
#include "tst_documents_search.moc"
