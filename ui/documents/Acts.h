// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to documents, each with its way back on the undo stack and its sentence for the notice bar.
// All return at once; what failed is said by the host. Thread: GUI.
#pragma once

#include "core/base/Result.h"
#include "core/services/Storage.h"
#include "core/services/Values.h"
#include "ui/shell/Page.h"

#include <QFuture>

namespace carriel::ui::acts {

void rename(const PageContext &context, const DocumentRow &row, const QString &name);
void move(const PageContext &context, const QList<DocumentRow> &rows, const ItemId &folder);
void changeLabels(const PageContext &context, const QList<DocumentRow> &rows, QStringList add, const QStringList &remove);
void setFavourite(const PageContext &context, const QList<DocumentRow> &rows, bool on);
void setType(const PageContext &context, const QList<DocumentRow> &rows, const QString &type);
void setExpires(const PageContext &context, const QList<DocumentRow> &rows, QDate date); // invalid: none
// From a file; the earlier versions are kept.
void addVersion(const PageContext &context, const DocumentRow &row, const QString &path);
void setNote(const PageContext &context, const ItemId &id, const QString &before, const QString &note);
void trash(const PageContext &context, const QList<DocumentRow> &rows);
void restore(const PageContext &context, const QList<ItemId> &ids);
void purge(const PageContext &context, const QList<ItemId> &ids); // no way back: ask first
void removeSearch(const PageContext &context, const SavedSearch &search);
void setKeepRule(const PageContext &context, const QList<ItemId> &ids, KeepRule rule);
void newFolder(const PageContext &context, const ItemId &parent, const QString &name, std::function<void(const ItemId &)> then = {});

// Calls back once the bytes are on this computer; says why if they do not come.
void whenHere(const PageContext &context, const DocumentRow &row, std::function<void()> then);

// One after the other; stops at the first that fails.
QFuture<Outcome> inOrder(QObject *context, QList<std::function<QFuture<Outcome>()>> steps);

QList<ItemId> idsOf(const QList<DocumentRow> &rows);
// As dialogs carry them in their arguments.
QStringList toTexts(const QList<ItemId> &ids);
QList<ItemId> fromTexts(const QVariant &texts);

} // namespace carriel::ui::acts
