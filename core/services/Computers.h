// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Computers that joined the folder after this one. Whoever logs in as the person elsewhere gets all of the folder, so
// each is a question until the person has answered it here, or has removed it. Thread: GUI.
#pragma once

#include "core/services/Session.h"

namespace carriel {

// Those of which the person has not said yet whether it was them. Session::accountChanged() tells that there may be
// others.
QList<DeviceInfo> newComputers(const Session &session);
// This one was the person themselves; nothing is asked about it any more, and Actividad says so.
QFuture<Outcome> confirmComputer(Session &session, const DeviceId &id);

namespace computers {
inline const QString news = QStringLiteral("computers.new"); // setting, written by the engine: [{id,name,since}]
inline const QString confirmed =
    QStringLiteral("computers.mine"); // setting, written here: ids with a blank between them
} // namespace computers

} // namespace carriel
