// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A column in the middle of the window, where nothing else is in it: the ways in. Every other page begins at the edge.
#pragma once

#include "ui/theme/Space.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QHBoxLayout>

namespace carriel::ui {

inline void centre(ContentColumn &content)
{
    auto *row = static_cast<QHBoxLayout *>(content.widget()->layout());
    row->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    row->insertStretch(0, 1);
}

} // namespace carriel::ui
