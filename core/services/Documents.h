// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with documents. Reading answers at once from the vault (a second, read-only connection); changing is
// durable when its future finishes, whether there is a network or not. Only while the vault is unlocked: otherwise reading
// answers with nothing and changing with CAR-SVC-001. Thread: GUI.
#pragma once

#include "core/base/Result.h"
#include "core/services/Values.h"

#include <QFuture>
#include <QIODevice>
#include <QObject>
#include <memory>

namespace carriel {

class Activity;
class Conflicts;
class Contributions;
class Diagnostics;
class Guard;
class Problems;
class Storage;
class Transfers;
class Notifications;
class Signing;
class Verification;
class Versions;

class Documents final : public QObject
{
    Q_OBJECT
public:
    // ---- reading
    // The order of a whole list is read once (100,000 ids take some ten ms), its rows as they come into view.
    QList<ItemId> ids(const DocumentQuery &query, int limit = 0) const; // 0: all; otherwise the first so many
    // Why what was asked since the last ids() could not be read (damage, a failing disk); an empty answer is only empty without it.
    std::optional<Error> unread() const;
    QList<DocumentRow> rows(const QList<ItemId> &ids) const;    // in the order asked; one that is gone is left out
    std::optional<DocumentDetails> details(const ItemId &id) const;
    QList<FolderNode> folders() const;                          // all active ones
    QList<FolderNode> pathTo(const ItemId &folder) const;       // from the top down, without the root
    std::optional<ItemId> byPath(const QString &path) const;    // "Salud/2024/examen.pdf"
    QStringList labelsInUse() const;
    QString labelAsInUse(const QString &label) const; // one in use that differs in capitals alone, else itself
    QList<DocumentRow> recent(int count) const;
    QList<DocumentRow> expiring(QDate until, int count) const;
    int count(ItemState state) const;
    qint64 bytesHere() const;
    // The document's bytes, verified, random access, never on disk in the clear. Null if they are not on this computer.
    std::unique_ptr<QIODevice> open(const ItemId &id) const;
    QList<SavedSearch> savedSearches() const;

    // ---- changing
    // CAR-SVC-040 to -042, -044: no file there that could be added.
    static Outcome checkFile(const QString &path);
    QFuture<Result<QList<AddedDocument>>> add(QList<AddRequest> files, ProgressFn progress, CancelToken cancel);
    QFuture<Result<AddedDocument>> addBytes(QByteArray bytes, QString name, QString mediaType, ItemId folder);
    // Whether these folders, one in the other, could stand there: their names and how deep it goes. CAR-SVC-030 to -032.
    Outcome checkPath(const QStringList &folders) const;
    // The name under which `name` is kept if it is free: what the operator does not take in it is replaced.
    QString storedName(const QString &name) const;
    QFuture<Result<ItemId>> addFolder(ItemId parent, QString name);
    QFuture<Result<QString>> rename(ItemId id, QString name);   // the name as stored
    QFuture<Outcome> move(QList<ItemId> ids, ItemId folder);
    QFuture<Outcome> setLabels(QList<ItemId> ids, QStringList add, QStringList remove);
    QFuture<Outcome> setFavourite(QList<ItemId> ids, bool on);
    QFuture<Outcome> setNote(ItemId id, QString note);
    QFuture<Outcome> setDocumentType(QList<ItemId> ids, QString type);
    QFuture<Outcome> setExpires(QList<ItemId> ids, QDate date);
    QFuture<Outcome> trash(QList<ItemId> ids);
    QFuture<Outcome> restore(QList<ItemId> ids);
    QFuture<Outcome> purge(QList<ItemId> ids);
    QFuture<Outcome> addVersion(ItemId id, QString path);
    QFuture<Outcome> keepOffline(QList<ItemId> ids, bool on);
    QFuture<Outcome> saveSearch(SavedSearch search);            // by id; an empty id makes a new one
    QFuture<Outcome> removeSavedSearch(QString id);

    // Brings the bytes here if they are not. Progress comes with statusChanged of the session.
    QFuture<Outcome> fetch(ItemId id);
    // Writes a copy, 0600, whole or not at all. Fetches first.
    QFuture<Outcome> exportTo(ItemId id, QString path, ProgressFn progress, CancelToken cancel);

    // ---- more about them, each in its header; they live as long as this
    Versions &versions() const;
    Conflicts &conflicts() const;
    Transfers &transfers() const;
    Problems &problems() const;
    Storage &storage() const;
    Guard &guard() const;
    Activity &activity() const;
    Diagnostics &diagnostics() const;
    Verification &verification() const;
    Signing &signing() const;
    Notifications &notifications() const;
    Contributions &contributions() const;

Q_SIGNALS:
    void changed(const QList<carriel::ItemId> &ids); // empty: many, read again

private:
    friend class Session; // made by it alone
    struct Private;
    explicit Documents(Private *d, QObject *parent);
    std::unique_ptr<Private> d;

public:
    ~Documents() override;
};

} // namespace carriel
