// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

class QLocalSocket;

namespace carriel::instance {

// Where the window of this profile listens: a name made of a digest of the profile's real path, in a folder that only this
// user may enter (0700, checked; $XDG_RUNTIME_DIR/carriel, else a folder of this user under /tmp). CAR-BAS-004 if that
// folder belongs to somebody else.
Result<QString> socketPath(const QString &profileDir);

// True if the process at the other end runs as this user. Linux asks the kernel (SO_PEERCRED); elsewhere the folder decides.
bool peerIsThisUser(const QLocalSocket &socket);

} // namespace carriel::instance
