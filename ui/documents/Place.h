// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where something lies, in words.
#pragma once

#include "core/services/Values.h"

namespace carriel {
class Documents;
}

namespace carriel::ui {

// "Salud › Exámenes"; the root has its own words. Thread: GUI.
QString placeOf(const Documents &documents, const ItemId &folder);

} // namespace carriel::ui
