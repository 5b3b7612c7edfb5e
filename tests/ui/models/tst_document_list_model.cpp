// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Patience.h"
#include "ui/documents/DocumentViews.h"
#include "ui/models/DocumentListModel.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemModelTester>
#include <QTreeView>
#include <QtTest>

using namespace carriel;
using namespace carriel::ui;

namespace {

// A folder of any length that counts what it is asked.
struct Shelf {
    QList<ItemId> ids;
    int rowsAsked = 0;
    int queries = 0;

    explicit Shelf(int count)
    {
        for (int i = 0; i < count; ++i)
            ids << ItemId(QStringLiteral("i%1").arg(i, 6, 10, QLatin1Char('0')));
    }

    RowSource source()
    {
        return {[this](const DocumentQuery &query) {
                    ++queries;
                    QList<ItemId> list = ids;
                    if (query.order == Qt::DescendingOrder)
                        std::reverse(list.begin(), list.end());
                    return list;
                },
                [this](const QList<ItemId> &asked) {
                    rowsAsked += int(asked.size());
                    QList<DocumentRow> rows;
                    for (const ItemId &id : asked) {
                        DocumentRow row;
                        row.id = id;
                        row.name = QStringLiteral("Documento %1.pdf").arg(id.text());
                        row.mediaType = QStringLiteral("application/pdf");
                        row.size = 1000;
                        row.status = ItemStatus::Synced;
                        rows << row;
                    }
                    return rows;
                }};
    }
};

} // namespace

class TestDocumentListModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOrderBeforeTheFirstQueryReadsNothing()
    {
        Shelf shelf(10);
        DocumentListModel model(shelf.source(), m_theme);
        QTreeView view;
        view.setModel(&model);
        view.setSortingEnabled(true);
        view.sortByColumn(DocumentListModel::Name, Qt::AscendingOrder);
        QCOMPARE(shelf.queries, 0);
        model.setQuery({});
        QCOMPARE(shelf.queries, 1);
        QCOMPARE(model.rowCount(), 10);
    }
    void showsAHundredThousandRowsByReadingOnlyThoseInView()
    {
        Shelf shelf(100'000);
        DocumentListModel model(shelf.source(), m_theme);
        model.setQuery({});
        QCOMPARE(model.rowCount(), 100'000);
        QTreeView view;
        view.setUniformRowHeights(true);
        view.setRootIsDecorated(false);
        view.setModel(&model);
        view.resize(800, 600);
        view.grab();
        QVERIFY2(shelf.rowsAsked <= 600, qPrintable(QString::number(shelf.rowsAsked)));
        view.scrollToBottom();
        view.grab();
        QVERIFY2(shelf.rowsAsked <= 1200, qPrintable(QString::number(shelf.rowsAsked)));
        QCOMPARE(shelf.queries, 1);
    }

    void showsTheBeginningOfALongListBeforeTheRestIsRead()
    {
        Shelf shelf(5000);
        int beginnings = 0;
        const auto sourceOf = [&beginnings](Shelf &of) {
            RowSource source = of.source();
            source.first = [&of, &beginnings](const DocumentQuery &, int limit) {
                ++beginnings;
                return of.ids.mid(0, limit);
            };
            return source;
        };
        DocumentListModel model(sourceOf(shelf), m_theme);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy counts(&model, &DocumentListModel::countChanged);
        model.setQuery({});
        QCOMPARE(shelf.queries, 0);
        QVERIFY(!model.isWhole());
        QVERIFY(model.rowCount() > 50 && model.rowCount() < 5000);
        const QPersistentModelIndex held = model.index(7, 0);
        QTRY_COMPARE(model.rowCount(), 5000);
        QVERIFY(model.isWhole());
        QCOMPARE(resets.size(), 1); // the rest comes behind what is seen, which stays as it is
        QCOMPARE(held.row(), 7);
        QCOMPARE(counts.last().first().toInt(), 5000);
        QCOMPARE(shelf.queries, 1);
        QCOMPARE(model.rowOf(shelf.ids.last()), 4999);

        // Who needs the rest does not wait for it; what moved meanwhile is as it is now.
        model.setQuery({});
        QVERIFY(!model.isWhole());
        QCOMPARE(model.rowOf(shelf.ids.last()), 4999);
        QVERIFY(model.isWhole());
        model.setQuery({});
        shelf.ids.removeAt(3);
        shelf.ids.removeAt(30);
        QTRY_COMPARE(model.rowCount(), 4998);
        QCOMPARE(model.idAt(3), shelf.ids.at(3));
        model.setQuery({});
        model.reload();
        QVERIFY(model.isWhole());
        QCOMPARE(model.rowCount(), 4998);
        model.setQuery({});
        model.clear();
        QTest::qWait(0);
        QVERIFY(model.isWhole());
        QCOMPARE(model.rowCount(), 0);

        // A short one is read once.
        Shelf few(20);
        DocumentListModel shortList(sourceOf(few), m_theme);
        beginnings = 0;
        shortList.setQuery({});
        QVERIFY(shortList.isWhole());
        QCOMPARE(beginnings + few.queries, 1);
    }

    void keepsOnlyAFewPages()
    {
        Shelf shelf(100'000);
        DocumentListModel model(shelf.source(), m_theme);
        model.setQuery({});
        for (int row = 0; row < 100'000; row += 50)
            QVERIFY(model.row(row));
        QCOMPARE(shelf.rowsAsked, 100'000);
        QVERIFY(model.row(0)); // long gone from the cache
        QCOMPARE(shelf.rowsAsked, 100'050);
    }

    void sortingAsksTheSourceAndKeepsWhatIsHeld()
    {
        Shelf shelf(1000);
        DocumentListModel model(shelf.source(), m_theme);
        model.setQuery({});
        const QPersistentModelIndex held = model.index(0, 0);
        const ItemId id = model.idAt(0);
        model.sort(DocumentListModel::Name, Qt::DescendingOrder);
        QCOMPARE(shelf.queries, 2);
        QCOMPARE(held.row(), 999);
        QCOMPARE(model.idAt(held.row()), id);
        model.sort(DocumentListModel::Labels, Qt::AscendingOrder);
        QCOMPARE(shelf.queries, 3);
        model.sort(DocumentListModel::Labels, Qt::AscendingOrder); // as it is already
        QCOMPARE(shelf.queries, 3);
    }

    void oneRowMoreOrLessIsSaidAsSuch()
    {
        Shelf shelf(10);
        DocumentListModel model(shelf.source(), m_theme);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setQuery({});
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        shelf.ids.insert(4, ItemId(QStringLiteral("new")));
        model.reload();
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 4);
        shelf.ids.removeAt(0);
        model.reload();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(model.rowOf(ItemId(QStringLiteral("new"))), 3);
        shelf.ids.clear();
        model.reload();
        QCOMPARE(model.rowCount(), 0);
    }

    void allOfALongListIsMeantBeforeTheRestIsRead()
    {
        for (const bool grid : {false, true}) {
            Shelf shelf(5000);
            RowSource source = shelf.source();
            source.first = [&shelf](const DocumentQuery &, int limit) { return shelf.ids.mid(0, limit); };
            DocumentListModel model(source, m_theme);
            DocumentViews views(model, m_theme);
            views.setGrid(grid);
            model.setQuery({});
            QVERIFY(!model.isWhole());
            QTest::keyClick(views.view(), Qt::Key_A, Qt::ControlModifier);
            QCOMPARE(views.selectedIds().size(), 5000);
            model.setQuery({});
            QVERIFY(!model.isWhole());
            views.view()->setCurrentIndex(model.index(0, 0)); // from nowhere every key goes to the first one
            QTest::keyClick(views.view(), Qt::Key_End);
            QCOMPARE(views.selectedIds(), QList<ItemId>{shelf.ids.last()});
            model.setQuery({});
            QVERIFY(!model.isWhole());
            views.view()->keyboardSearch(QStringLiteral("documento i004321"));
            QCOMPARE(views.selectedIds(), QList<ItemId>{shelf.ids.at(4321)});
        }
    }

    void ordersByStateAndByLabels()
    {
        Shelf shelf(4);
        RowSource source = shelf.source();
        source.rows = [&shelf](const QList<ItemId> &asked) {
            QList<DocumentRow> rows;
            for (const ItemId &id : asked) {
                DocumentRow row;
                row.id = id;
                row.name = id.text();
                const auto at = shelf.ids.indexOf(id);
                row.type = at == 3 ? ItemType::Folder : ItemType::Document;
                row.status = at == 1 ? ItemStatus::Error : at == 2 ? ItemStatus::Pending : ItemStatus::Synced;
                row.labels = at == 0 ? QStringList{QStringLiteral("zeta")} : at == 2 ? QStringList{QStringLiteral("alfa")} : QStringList();
                rows << row;
            }
            return rows;
        };
        DocumentListModel model(source, m_theme);
        model.setQuery({});
        const auto order = [&] {
            QList<qsizetype> places;
            for (int i = 0; i < model.rowCount(); ++i)
                places << shelf.ids.indexOf(model.idAt(i));
            return places;
        };
        model.sort(DocumentListModel::State, Qt::AscendingOrder);
        QCOMPARE(order(), (QList<qsizetype>{3, 1, 2, 0})); // folders, what failed, what waits, the rest
        model.sort(DocumentListModel::Labels, Qt::AscendingOrder);
        QCOMPARE(order(), (QList<qsizetype>{3, 2, 0, 1}));
        model.sort(DocumentListModel::Labels, Qt::DescendingOrder);
        QCOMPARE(order(), (QList<qsizetype>{3, 1, 0, 2}));
        model.sort(DocumentListModel::Name, Qt::AscendingOrder);
        QCOMPARE(order(), (QList<qsizetype>{0, 1, 2, 3}));
    }

    void everyRowIsSpokenWithNameStateAndPosition()
    {
        Shelf shelf(1500);
        DocumentListModel model(shelf.source(), m_theme);
        model.setQuery({});
        const QString spoken = model.data(model.index(11, 0), Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(QStringLiteral("i000011.pdf")), qPrintable(spoken));
        QVERIFY2(spoken.contains(QStringLiteral("Up to date")), qPrintable(spoken));
        QVERIFY2(spoken.contains(QStringLiteral("12 ")), qPrintable(spoken));
    }

    void forgetsEverythingWhenTheVaultCloses()
    {
        Shelf shelf(10);
        DocumentListModel model(shelf.source(), m_theme);
        model.setQuery({});
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.row(0));
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestDocumentListModel)
#include "tst_document_list_model.moc"
