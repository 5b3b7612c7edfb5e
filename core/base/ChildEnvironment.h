// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a child process that reads a stranger's file is told of the person's environment: nothing it does not need. A
// passphrase in CARRIEL_PASSPHRASE, for one, is not its affair.
#pragma once

#include <QProcessEnvironment>

namespace carriel {

QProcessEnvironment childEnvironment();

} // namespace carriel
