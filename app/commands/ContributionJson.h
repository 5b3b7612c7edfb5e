// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A contribution as the command line prints it. Private to app/commands.
#pragma once

#include "core/services/Contributions.h"

#include <QJsonObject>

namespace carriel::commands {

QJsonObject contributionJson(const ContributionInfo &one);

} // namespace carriel::commands
