// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How the system's key store stands, without asking it for anything: neither a keyring is made nor a password asked for, and no
// dialog of the system appears, because somebody only looks. On Linux by the Secret Service's own words over the session bus.
#pragma once

#include <QString>
#include <functional>

namespace carriel::vault {

// Answers once, later, in whatever thread asks the bus (the program's own); at once where nothing can be asked.
// "": open. "no_keyring": a service, but nobody has made a keyring yet; writing would have the system ask for a new password.
// "locked", "no_service", "no_bus" as keyStoreProblem() names them. "unknown": only trying tells (another system, KWallet).
void lookAtKeyStore(std::function<void(QString)> done);

bool sessionBusIsThere();

} // namespace carriel::vault
