// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How a folder and its operator stand, as `status` and `sync` tell it.
#pragma once

#include "core/services/Values.h"

#include <QStringList>

#include <optional>

namespace carriel {
class Transfers;
}

namespace carriel::commands {

// Whether all that could go up was told to stand still.
bool nothingMayGoUp(const Transfers &transfers);

// Documents whose content is to come to this computer, and has not.
int toFetch(const Transfers &transfers);

// How it stands, from a process in which nothing synchronises by itself: what was not looked at is not claimed (I22).
QStringList standing(SyncStatus status, const Account &account, const Transfers &transfers);

// What keeps the whole folder from being exchanged, not one document. A network that does not answer is not told so: the person
// is told what that means instead.
std::optional<Error> commonCause(const SyncStatus &status);

} // namespace carriel::commands
