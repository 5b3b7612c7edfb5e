// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Acts.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/documents/Place.h"
#include "ui/documents/SharedWith.h"
#include "ui/widgets/UndoStack.h"

#include <QCoreApplication>
#include <QMap>
#include <QPromise>

#include <algorithm>

namespace carriel::ui::acts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Acts)
};

using Step = std::function<QFuture<Outcome>()>;

// Does it; then it can be taken back, and the notice says so with a button.
// `words`: asked when it is done, for what can only be said then. `undone`: what is the case once it was taken back.
void perform(const PageContext &context, const std::function<QString()> &words, const QString &undone, const Step &act,
             const Step &back)
{
    PageHost &host = context.host;
    act().then(&host.undo(), [&host, words, undone, act, back](const Outcome &outcome) {
        if (!outcome.ok()) {
            host.showError(outcome.error());
            return;
        }
        const QString done = words();
        if (!back) {
            host.say(done);
            return;
        }
        host.undo().push({done, back, act, undone});
        host.say(done, Tr::tr("Undo"), [&host] { host.undo().undo(); });
    });
}

void perform(const PageContext &context, const QString &done, const QString &undone, const Step &act, const Step &back)
{
    perform(context, [done] { return done; }, undone, act, back);
}

Documents *documentsOf(const PageContext &context) { return &context.session.documents(); }

QString namesOf(const QList<DocumentRow> &rows)
{
    return rows.size() == 1 ? Tr::tr("“%1”").arg(rows.first().name) : Tr::tr("%n documents", nullptr, int(rows.size()));
}

// Rows in groups that share what `key` says of them.
template <typename Key, typename Of> QMap<Key, QList<ItemId>> grouped(const QList<DocumentRow> &rows, Of of)
{
    QMap<Key, QList<ItemId>> groups;
    for (const DocumentRow &row : rows)
        groups[of(row)] << row.id;
    return groups;
}

void next(QObject *context, const std::shared_ptr<QPromise<Outcome>> &promise, QList<Step> steps)
{
    if (steps.isEmpty()) {
        promise->addResult(Outcome());
        promise->finish();
        return;
    }
    const Step step = steps.takeFirst();
    step().then(context, [context, promise, steps](const Outcome &outcome) {
        if (outcome.ok()) {
            next(context, promise, steps);
        } else {
            promise->addResult(outcome);
            promise->finish();
        }
    });
}

} // namespace

QFuture<Outcome> inOrder(QObject *context, QList<Step> steps)
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    QFuture<Outcome> future = promise->future();
    next(context, promise, std::move(steps));
    return future;
}

QList<ItemId> idsOf(const QList<DocumentRow> &rows)
{
    QList<ItemId> ids;
    ids.reserve(rows.size());
    for (const DocumentRow &row : rows)
        ids << row.id;
    return ids;
}

QStringList toTexts(const QList<ItemId> &ids)
{
    QStringList texts;
    texts.reserve(ids.size());
    for (const ItemId &id : ids)
        texts << id.text();
    return texts;
}

QList<ItemId> fromTexts(const QVariant &texts)
{
    QList<ItemId> ids;
    const QStringList list = texts.toStringList();
    for (const QString &text : list)
        ids << ItemId(text);
    return ids;
}

void move(const PageContext &context, const QList<DocumentRow> &rows, const ItemId &folder)
{
    QList<DocumentRow> moved;
    for (const DocumentRow &row : rows) {
        if (row.parent != folder && row.id != folder)
            moved << row;
    }
    if (moved.isEmpty())
        return;
    Documents *documents = documentsOf(context);
    QObject *owner = &context.host.undo();
    const auto before = grouped<ItemId>(moved, [](const DocumentRow &row) { return row.parent; });
    perform(context, Tr::tr("%1 moved to “%2”").arg(namesOf(moved), placeOf(*documents, folder)),
            before.size() == 1 ? Tr::tr("%1 back in “%2”").arg(namesOf(moved), placeOf(*documents, before.firstKey()))
                               : Tr::tr("%1 back where they were").arg(namesOf(moved)),
            [documents, ids = idsOf(moved), folder] { return documents->move(ids, folder); },
            [documents, owner, before] {
                QList<Step> steps;
                for (auto it = before.begin(); it != before.end(); ++it)
                    steps << [documents, ids = it.value(), to = it.key()] { return documents->move(ids, to); };
                return inOrder(owner, steps);
            });
}

void changeLabels(const PageContext &context, const QList<DocumentRow> &rows, QStringList add, const QStringList &remove)
{
    if (rows.isEmpty() || (add.isEmpty() && remove.isEmpty()))
        return;
    Documents *documents = documentsOf(context);
    for (QString &label : add)
        label = documents->labelAsInUse(label);
    QObject *owner = &context.host.undo();
    // Back: only those labels that were not there before, or were.
    QMap<QPair<QStringList, QStringList>, QList<ItemId>> back;
    for (const DocumentRow &row : rows) {
        QStringList gained;
        QStringList lost;
        for (const QString &label : add) {
            if (!row.labels.contains(label))
                gained << label;
        }
        for (const QString &label : remove) {
            if (row.labels.contains(label))
                lost << label;
        }
        back[{gained, lost}] << row.id;
    }
    perform(context, Tr::tr("Labels of %1 changed").arg(namesOf(rows)), Tr::tr("Labels of %1 as before").arg(namesOf(rows)),
            [documents, ids = idsOf(rows), add, remove] { return documents->setLabels(ids, add, remove); },
            [documents, owner, back] {
                QList<Step> steps;
                for (auto it = back.begin(); it != back.end(); ++it) {
                    steps << [documents, ids = it.value(), gained = it.key().first, lost = it.key().second] {
                        return documents->setLabels(ids, lost, gained);
                    };
                }
                return inOrder(owner, steps);
            });
}

void setFavourite(const PageContext &context, const QList<DocumentRow> &rows, bool on)
{
    QList<DocumentRow> changed;
    for (const DocumentRow &row : rows) {
        if (row.favourite != on)
            changed << row;
    }
    if (changed.isEmpty())
        return;
    Documents *documents = documentsOf(context);
    const QList<ItemId> ids = idsOf(changed);
    const QString marked = Tr::tr("%1 marked as favourite").arg(namesOf(changed));
    const QString unmarked = Tr::tr("%1 no longer a favourite").arg(namesOf(changed));
    perform(context, on ? marked : unmarked, on ? unmarked : marked,
            [documents, ids, on] { return documents->setFavourite(ids, on); },
            [documents, ids, on] { return documents->setFavourite(ids, !on); });
}

void setType(const PageContext &context, const QList<DocumentRow> &rows, const QString &type)
{
    Documents *documents = documentsOf(context);
    QObject *owner = &context.host.undo();
    const auto before = grouped<QString>(rows, [](const DocumentRow &row) { return row.documentType; });
    if (rows.isEmpty() || (before.size() == 1 && before.firstKey() == type))
        return;
    perform(context, Tr::tr("Document type of %1 changed").arg(namesOf(rows)),
            Tr::tr("Document type of %1 as before").arg(namesOf(rows)),
            [documents, ids = idsOf(rows), type] { return documents->setDocumentType(ids, type); },
            [documents, owner, before] {
                QList<Step> steps;
                for (auto it = before.begin(); it != before.end(); ++it)
                    steps << [documents, ids = it.value(), was = it.key()] { return documents->setDocumentType(ids, was); };
                return inOrder(owner, steps);
            });
}

void setExpires(const PageContext &context, const QList<DocumentRow> &rows, QDate date)
{
    Documents *documents = documentsOf(context);
    QObject *owner = &context.host.undo();
    const auto before = grouped<QDate>(rows, [](const DocumentRow &row) { return row.expires; });
    if (rows.isEmpty() || (before.size() == 1 && before.firstKey() == date))
        return;
    perform(context, Tr::tr("Expiry date of %1 changed").arg(namesOf(rows)),
            Tr::tr("Expiry date of %1 as before").arg(namesOf(rows)),
            [documents, ids = idsOf(rows), date] { return documents->setExpires(ids, date); },
            [documents, owner, before] {
                QList<Step> steps;
                for (auto it = before.begin(); it != before.end(); ++it)
                    steps << [documents, ids = it.value(), was = it.key()] { return documents->setExpires(ids, was); };
                return inOrder(owner, steps);
            });
}

void setNote(const PageContext &context, const ItemId &id, const QString &before, const QString &note)
{
    if (before == note)
        return;
    Documents *documents = documentsOf(context);
    perform(context, Tr::tr("Note saved"), Tr::tr("The note is as before"), [documents, id, note] { return documents->setNote(id, note); },
            [documents, id, before] { return documents->setNote(id, before); });
}

void addVersion(const PageContext &context, const DocumentRow &row, const QString &path)
{
    PageHost &host = context.host;
    documentsOf(context)->addVersion(row.id, path).then(&host.undo(), [&host, row](const Outcome &outcome) {
        if (!outcome.ok()) {
            host.showError(outcome.error());
            return;
        }
        host.say(Tr::tr("“%1” has a new version. The earlier ones are kept.").arg(row.name), Tr::tr("See versions"),
                 [&host, id = row.id] {
                     host.open(QStringLiteral("history"), {{QStringLiteral("id"), id.text()}});
                 });
    });
}

void trash(const PageContext &context, const QList<DocumentRow> &rows)
{
    if (rows.isEmpty())
        return;
    Documents *documents = documentsOf(context);
    const QList<ItemId> ids = idsOf(rows);
    const bool folders =
        std::any_of(rows.cbegin(), rows.cend(), [](const DocumentRow &row) { return row.type == ItemType::Folder; });
    const int count = int(rows.size());
    const QString done =
        count == 1 ? (folders ? Tr::tr("“%1” and all it holds moved to the trash") : Tr::tr("“%1” moved to the trash"))
                         .arg(rows.first().name)
        : folders ? Tr::tr("%n documents and folders, with all they hold, moved to the trash", nullptr, count)
                  : Tr::tr("%n documents moved to the trash", nullptr, count);
    perform(context, toldOfReaders(context, rows, done), Tr::tr("%1 back from the trash").arg(namesOf(rows)), [documents, ids] { return documents->trash(ids); },
            [documents, ids] { return documents->restore(ids); });
}

void restore(const PageContext &context, const QList<ItemId> &ids)
{
    if (ids.isEmpty())
        return;
    Documents *documents = documentsOf(context);
    const auto words = [documents, ids] {
        const QList<DocumentRow> rows = documents->rows(ids);
        const auto beside = [&](const DocumentRow &row) { return row.parent == rows.first().parent; };
        if (rows.isEmpty() || !std::all_of(rows.begin(), rows.end(), beside))
            return Tr::tr("%n documents restored", nullptr, int(ids.size()));
        return Tr::tr("%1 restored to “%2”").arg(namesOf(rows), placeOf(*documents, rows.first().parent));
    };
    perform(context, words, Tr::tr("%n documents again in the trash", nullptr, int(ids.size())),
            [documents, ids] { return documents->restore(ids); }, [documents, ids] { return documents->trash(ids); });
}

void purge(const PageContext &context, const QList<ItemId> &ids)
{
    if (ids.isEmpty())
        return;
    Documents *documents = documentsOf(context);
    perform(context, Tr::tr("%n documents deleted for ever", nullptr, int(ids.size())),
            QString(), [documents, ids] { return documents->purge(ids); }, {});
}

void removeSearch(const PageContext &context, const SavedSearch &search)
{
    Documents *documents = documentsOf(context);
    perform(
        context, Tr::tr("The saved search “%1” was removed").arg(search.name),
        Tr::tr("The saved search “%1” is there again").arg(search.name),
        [documents, search] { return documents->removeSavedSearch(search.id); },
        [documents, search] { return documents->saveSearch(search); });
}

void setKeepRule(const PageContext &context, const QList<ItemId> &ids, KeepRule rule)
{
    if (ids.isEmpty())
        return;
    Storage *storage = &documentsOf(context)->storage();
    QObject *owner = &context.host.undo();
    QMap<int, QList<ItemId>> before;
    for (const ItemId &id : ids)
        before[int(storage->ruleOf(id))] << id;
    perform(context,
            rule == KeepRule::Keep ? Tr::tr("%n documents will always be on this computer", nullptr, int(ids.size()))
                                   : Tr::tr("%n documents need not stay on this computer", nullptr, int(ids.size())),
            Tr::tr("What stays on this computer is as before"),
            [storage, ids, rule] { return storage->setRule(ids, rule); },
            [storage, owner, before] {
                QList<Step> steps;
                for (auto it = before.begin(); it != before.end(); ++it)
                    steps << [storage, ids = it.value(), was = KeepRule(it.key())] { return storage->setRule(ids, was); };
                return inOrder(owner, steps);
            });
}

void whenHere(const PageContext &context, const DocumentRow &row, std::function<void()> then)
{
    if (row.here) {
        then();
        return;
    }
    PageHost &host = context.host;
    host.say(Tr::tr("Bringing “%1” to this computer…").arg(row.name));
    documentsOf(context)->fetch(row.id).then(&host.undo(), [&host, then = std::move(then)](const Outcome &outcome) {
        if (outcome.ok())
            then();
        else
            host.showError(outcome.error());
    });
}

} // namespace carriel::ui::acts
