// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a profile trusts: what the program ships and what the person added, and what authorities said meanwhile. Private
// to core/services. Thread: the connection's.
#pragma once

#include "core/signing/trust/TrustStore.h"
#include "core/signing/verify/TrustCheck.h"
#include "core/vault/VerdictStore.h"

namespace carriel {

struct Trusted
{
    signing::TrustStore store;
    signing::Evidence evidence;
    QString print; // another one: the same question may have another answer. A list that ends is one
};

Result<Trusted> trustedIn(vault::Database &database, const QDateTime &now);

} // namespace carriel
