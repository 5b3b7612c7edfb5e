// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords of protected PDFs that the person gave: kept in the vault with the content they open, so that its
// signatures can be judged again and their timestamps follow without asking. Private to core/services. Thread: the
// connection's.
#pragma once

#include "core/base/SecretBytes.h"
#include "core/vault/Database.h"

#include <QDateTime>

namespace carriel {

// Empty if none was given.
QByteArray passwordOf(vault::Database &database, const QByteArray &sha256);
Outcome keepPassword(vault::Database &database, const QByteArray &sha256, QByteArrayView password);
// What was signed opens as the original does.
Outcome passOnPassword(vault::Database &database, const QByteArray &from, const QByteArray &to);
// Of contents that are not here any more.
Outcome forgetUnusedPasswords(vault::Database &database);

// CAR-SGN-033 if it does not open it. Any thread; waits for the reader's process.
Outcome opensWith(const QByteArray &bytes, const SecretBytes &password, const QDateTime &now);

} // namespace carriel
