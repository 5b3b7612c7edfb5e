// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// For demonstrations: a consent as if the folder's holder had given it some time ago, on a computer that is no more.
// Signed by a key that is thrown away, so nobody can sign with it again.
#pragma once

#include "reference-operator/Connection.h"
#include "reference-operator/OperatorKeys.h"

namespace carriel::op {

struct Config;

// Once per folder and procedure. False when there is no such folder or the procedure asks for no consent. In a
// transaction.
bool giveDemoConsent(Connection &c, const Config &config, const OperatorKeys &keys, const QString &folder,
                     const QString &procedure);

} // namespace carriel::op
