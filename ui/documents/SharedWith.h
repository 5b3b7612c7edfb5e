// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who has a document: in one line for each share of it that is in force, and in what is said when it goes to the trash.
#pragma once

#include "core/domain/Ids.h"
#include "core/services/Values.h"
#include "ui/shell/Page.h"

namespace carriel::ui {

QString sharedWith(const PageContext &context, const ItemId &item); // empty: nobody
QString receivedWords(const ItemMeta &meta); // from whom and when a copy of somebody else's came; empty: it is the person's own
// The share that it came by, if it is known here; empty: not.
QString receivedBy(const PageContext &context, const ItemMeta &meta);
// What was done to these (documents, or folders with what is in them), and that others were reading them: nobody gets what lies in the
// trash, and the share goes on when it is taken out again. Asked before they go there.
QString toldOfReaders(const PageContext &context, const QList<DocumentRow> &rows, const QString &done);

} // namespace carriel::ui
