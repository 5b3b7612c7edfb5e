// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who has this document, in one line for each share of it that is in force.
#pragma once

#include "core/domain/Ids.h"
#include "ui/shell/Page.h"

namespace carriel::ui {

QString sharedWith(const PageContext &context, const ItemId &item); // empty: nobody

} // namespace carriel::ui
