// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The words for how things stand, the same on every page. Short ones fit a column; long ones explain.
#pragma once

#include "core/services/Values.h"

namespace carriel::text {

QString shortWords(ItemStatus status);   // "Synced"
QString longWords(ItemStatus status);    // what it means, one sentence
QString shortWords(const SyncStatus &status);                            // the line in the status bar
QString longWords(const SyncStatus &status, const QDateTime &nowUtc);    // with when and what next
QStringList longLines(const SyncStatus &status, const QDateTime &nowUtc); // the same, one idea a line
// The operator was asked and says nothing: the one thing to be told in all places while nothing goes.
bool isSilent(const SyncStatus &status);
QString shortWords(VaultState state);
QString longWords(VaultState state);
// What keeps the system's key store from opening the vault, as UnlockWays::keyStoreProblem names it; empty if nothing.
QString keyStoreWords(const QString &problem);

} // namespace carriel::text
