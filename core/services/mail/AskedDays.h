// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The days that an act sets, as they lie beside its row: lists tell them without reading the act. Private to core/services.
#pragma once

#include "core/evidence/proof/SealedPackage.h"
#include "core/services/NotificationValues.h"
#include "core/vault/NotificationStore.h"

namespace carriel::mail {

// What an act that was read here grants and asks for.
vault::GrantedTerm grantedBy(const evidence::Act &act);
QList<AskedDay> askedIn(const vault::GrantedTerm &granted);

} // namespace carriel::mail
