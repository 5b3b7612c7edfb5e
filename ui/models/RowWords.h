// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a row says beside its bare facts: its kind in words and as an icon, its state as an icon, and all of it in one
// sentence for a screen reader. Pure; thread: any.
#pragma once

#include "core/services/Values.h"
#include "ui/theme/Tokens.h"

namespace carriel::ui {

struct StatusMark {
    QString icon;
    Role role;
};
StatusMark statusMark(ItemStatus status);
StatusMark verdictMark(const QString &verdict); // a name of Verification.h

bool holdsSignatures(const QString &mediaType); // a kind of file that can hold a signature which is checked here
bool isSigned(const DocumentRow &row); // or said to be; what it is worth, is another question

QString kindIcon(const DocumentRow &row);
QString kindWords(const DocumentRow &row); // "PDF", "Image", "Folder"; the document type if it has one
QString accessibleRow(const DocumentRow &row, int position, int count); // position from 0

} // namespace carriel::ui
