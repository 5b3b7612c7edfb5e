// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The identity provider's keys for the login of an opening that another of the person's computers made: those that
// verified the last login here, if they fit that one too. The operator's answer does not bring them, and without them
// nobody can check whose login it was.
#pragma once

#include "core/evidence/proof/Proof.h"
#include "core/vault/Database.h"

namespace carriel::mail {

Outcome keepLoginKeys(vault::Database &database, const QByteArray &jwks); // of a login here
void addLoginKeys(vault::Database &database, evidence::Proof &proof); // where it has none

} // namespace carriel::mail
