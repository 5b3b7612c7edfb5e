// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody looks at may be moved or removed by another computer under their hands: then it is said.
#pragma once

#include "core/services/Values.h"

namespace carriel {
class Documents;
}

namespace carriel::ui {

struct Elsewhere
{
    QString words;
    QString verb;  // of the button that leads to it; empty: there is nothing to show
    ItemId reveal; // where it lies now; empty: in the trash
};

// Of these rows, which stood in `folder` (in any, if that is empty) and do not any more, those that nobody moved or
// removed here. `known`: the first of them as it was, if somebody knows. Nothing if there is nothing to be said.
std::optional<Elsewhere> goneElsewhere(const Documents &documents, const QList<ItemId> &gone, const ItemId &folder,
                                       const std::optional<DocumentRow> &known);

} // namespace carriel::ui
