// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile is called where somebody chooses among several.
#pragma once

#include "core/services/Profiles.h"

namespace carriel {
class Session;
}

namespace carriel::ui {

// The name the person gave it; without one, whose it is. Of several that are called the same each says where it lies.
QString profileTitle(const ProfileInfo &profile, const QList<ProfileInfo> &all, const Session &open);

} // namespace carriel::ui
