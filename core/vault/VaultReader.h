// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window reads, over a second, read-only connection: lists of any length by pages, search as you type, details,
// bytes. Every answer is of one moment; the writer is never waited for.
// Thread: one at a time (the GUI's). Errors: CAR-VLT-004 to -009, -019.
#pragma once

#include "core/sync/Rows.h"
#include "core/vault/Database.h"
#include "core/vault/DocumentDevice.h"

#include <QHash>
#include <QSet>

namespace carriel::vault {

struct ListRow {
    ItemId id;
    ItemType type = ItemType::Document;
    Custody custody = Custody::Open;
    ItemId parent;
    QString name;
    ItemState state = ItemState::Active;
    QDateTime modifiedUtc;
    qint64 size = 0;
    QString mediaType;
    bool favourite = false;
    bool official = false;
    QDate expires;
    QString documentType;
    QStringList labels;
    QString issuerName;
    // How it stands between this computer and the operator.
    bool here = false;           // its bytes are in this vault (a folder: false)
    bool bytesAtOperator = false;
    bool knownToOperator = false;
    bool missingAtOperator = false;
    bool pending = false;        // an operation is under way
    bool waiting = false;        // … and waits for the person
    bool failed = false;         // … and will not be sent again by itself
    bool conflict = false;
    std::optional<sync::Direction> transfer;
    QString signatures; // verdict on those of the shown version; empty: not looked at
};

enum class ListOrder { Name, Modified, Size, Type, Relevance };

struct ListQuery {
    ItemId folder = rootItem();
    bool everywhere = false;     // all documents instead of one folder's content; of the trash: folders too
    ItemState state = ItemState::Active;
    QString text;                // words, each matched from its beginning; implies everywhere
    QStringList labels;          // all of them
    std::optional<bool> favourite;
    std::optional<bool> official;
    QString mediaPrefix;
    QString documentType;
    QDate expiresUntil;
    ListOrder order = ListOrder::Name; // folders stand before documents; Relevance needs text
    bool descending = false;
    int limit = 0;               // 0: all. With text at most searchWindow of the newest are looked at

    bool operator==(const ListQuery &) const = default;
};

inline constexpr int searchWindow = 500;

struct FolderEntry {
    ItemId id;
    ItemId parent;
    QString name;
};

struct LabelCount {
    QString label;
    int documents = 0;
};

struct ItemDetails {
    ListRow row;
    sync::ItemRow item;
    QString path;                // "Salud/2024/examen.pdf"
    QByteArray sha256;           // of the head, 32 raw bytes; empty for a folder
    bool pinned = false;
    int versions = 0;
    QString problem;             // an error code; empty if nothing keeps it from being synced
    QString problemText;         // the operator's own words
};

class VaultReader
{
public:
    explicit VaultReader(std::unique_ptr<Database> readOnly) : m_db(std::move(readOnly)) {}

    Result<QList<ItemId>> ids(const ListQuery &query);
    Result<QList<ListRow>> rows(const QList<ItemId> &ids);  // in that order; one that is gone is left out
    Result<std::optional<ListRow>> row(const ItemId &id);

    Result<std::optional<ItemDetails>> details(const ItemId &id);
    Result<QList<sync::VersionRow>> versions(const ItemId &id);   // oldest first
    Result<QList<FolderEntry>> folders();                         // active, and in no folder that is in the trash
    Result<QList<FolderEntry>> pathTo(const ItemId &item);        // from the top down to the item itself, without the root
    Result<std::optional<ItemId>> byPath(const QString &path);    // exact names first, then without regard to case
    Result<QList<LabelCount>> labels();
    Result<QList<ItemId>> recent(int count);
    Result<QList<ItemId>> expiring(QDate until, int count);       // soonest first; those past their date too
    Result<int> count(ItemState state);                           // documents
    Result<qint64> bytesHere();
    Result<QList<ItemId>> missingAtOperator();                    // a complete snapshot did not have them; longest ago first
    Result<ItemId> itemWith(const BlobId &blob);                  // one that has these bytes, best as it is shown now; empty if none
    Result<int> unread();                                         // documents whose words are not searchable yet

    Result<QSet<ItemId>> sealedAmong(const QList<ItemId> &ids);

    // The head's bytes, or those of one version. CAR-VLT-019 if they are not here or not verified.
    Result<std::unique_ptr<DocumentDevice>> open(const ItemId &id);
    Result<std::unique_ptr<DocumentDevice>> openVersion(const VersionId &id);

    // Another number than before: the writer has committed something since.
    Result<qint64> changeNumber() { return m_db->number("PRAGMA data_version"); }

    Database &database() { return *m_db; } // for Settings.h

private:
    Result<QList<ItemId>> inOrder(const ListQuery &query);
    Result<QList<ItemId>> search(const ListQuery &query);
    Result<QList<ItemId>> list(Statement row, qsizetype expected = 0); // ids, and perhaps their numbers behind them
    void remember(const ItemId &id, qint64 number);

    // The last whole list. A window asks again whenever it hears of a change, and most are not of its folder's order.
    struct LastList {
        ListQuery query;
        qint64 change = -1;
        QList<ItemId> ids; // shared with whoever shows it
    };
    LastList m_last;
    QHash<ItemId, qint64> m_numbers; // of the first rows of the last list, which are asked for next
    std::shared_ptr<Database> m_db; // devices hold it weakly: after a lock they read nothing more
};

} // namespace carriel::vault
