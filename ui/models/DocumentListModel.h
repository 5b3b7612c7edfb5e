// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A list of documents and folders that may be very long. It keeps the ids in their order and fetches rows by the page as
// they come into view; no row is kept beyond a small cache. Sorting asks the source again. Thread: GUI.
#pragma once

#include "core/services/Values.h"
#include "ui/theme/Theme.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>
#include <QSet>
#include <QTimer>
#include <functional>

namespace carriel::ui {

// Where the list comes from: the documents of a session, or a test.
struct RowSource {
    std::function<QList<ItemId>(const DocumentQuery &)> ids;
    std::function<QList<DocumentRow>(const QList<ItemId> &)> rows;
    // The beginning alone; without it a list is read whole at once.
    std::function<QList<ItemId>(const DocumentQuery &, int limit)> first = {};
    // Those of them that only the person's computers can read.
    std::function<QSet<ItemId>(const QList<ItemId> &)> sealed = {};
};

class DocumentListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, State, Modified, Size, Type, Labels, ColumnCount };
    // FoundRole: where what a search found lies, and why it was found. MarkRole: the star of a favourite.
    enum DataRole { IdRole = Qt::UserRole, RowRole, FoundRole, MarkRole };

    DocumentListModel(RowSource source, const Theme &theme, QObject *parent = nullptr);

    // Reads the order anew. Of a long list the beginning is there at once and the rest a moment later, when what is seen
    // has been painted: whoever needs all of it before (rowOf, reload) gets it.
    void setQuery(const DocumentQuery &query);
    bool isWhole() const { return !m_rest.isActive(); }
    void readWhole(); // now, if only the beginning is there: somebody acts on all of it
    const DocumentQuery &query() const { return m_query; }
    void reload();                             // the same query; rows that stayed keep their selection
    void clear();                              // forgets every id and row

    ItemId idAt(int row) const;
    int rowOf(const ItemId &id);               // -1: not in the list
    std::optional<DocumentRow> row(int row) const;
    QList<DocumentRow> rows(const QList<ItemId> &ids) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override; // the name: asks, by renameAsked
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

    // What the State column says, when it says something else than the state (the trash: until when).
    std::function<QString(const DocumentRow &)> stateWords;

    // Where a row lies, in words: in the trash, where everything lies together, instead of its type; while searching, when equal
    // names stand side by side, under its name, with why it was found: no column is given up for it.
    std::function<QString(const DocumentRow &)> placeWords;
    std::function<std::optional<DocumentDetails>(const ItemId &)> detailsOf; // asked of what was found inside a document
    bool searching() const { return placeWords && m_query.state != ItemState::Trashed && !m_query.text.trimmed().isEmpty(); }
    bool showsPlaces() const { return placeWords && m_query.state == ItemState::Trashed; }

    // Drag and drop. What is carried is made by the page (it knows how to read documents).
    std::function<QMimeData *(const QList<ItemId> &)> makeMimeData;
    std::function<bool(const QMimeData *, const ItemId &folder)> canDrop;
    std::function<void(const QMimeData *, const ItemId &folder)> drop;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    Qt::DropActions supportedDragActions() const override { return Qt::CopyAction | Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

Q_SIGNALS:
    void renameAsked(const carriel::ItemId &id, const QString &name);
    void countChanged(int count);

private:
    using PageRows = QHash<ItemId, DocumentRow>;
    const DocumentRow *cached(int row) const;
    ItemId dropFolder(const QModelIndex &parent) const;
    QList<ItemId> ordered() const; // as the query and the column chosen say
    QList<ItemId> beginning();
    void readRest();
    QString whereWords(const DocumentRow &row) const;
    QString foundWords(const DocumentRow &row) const;
    QVariant display(const DocumentRow &row, int column) const;
    QString nameWords(const DocumentRow &row) const;
    DocumentRow named(DocumentRow row) const;

    static constexpr int beginningSize = 200;
    static constexpr int restAfter = 40;      // ms: a frame or two after somebody looked at the beginning
    static constexpr int restAtLatest = 1000; // ms
    static constexpr int pageSize = 50; // about a screen: a jump far away waits for no more than is seen
    static constexpr int pagesKept = 64;
    static constexpr int mostOrdered = 20'000; // rows; more would be felt
    RowSource m_source;
    const Theme &m_theme;
    DocumentQuery m_query;
    bool m_asked = false; // setQuery() came
    int m_byColumn = -1; // State or Labels: the source knows no such order, so it is made here
    Qt::SortOrder m_byOrder = Qt::AscendingOrder;
    QList<ItemId> m_ids;
    mutable QTimer m_rest; // runs while only the beginning is there
    mutable QCache<int, PageRows> m_pages{pagesKept};
    mutable QSet<ItemId> m_sealed; // of the pages that were read
    mutable QHash<ItemId, QString> m_where; // of folders, in words, while searching
    mutable QHash<ItemId, QString> m_found; // of documents, why: what it takes their details to tell
    mutable QHash<ItemId, int> m_places; // made when first asked for
};

} // namespace carriel::ui
