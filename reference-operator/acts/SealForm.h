// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a seal must say by itself, before anybody is asked about it (schema Seal). What a person's program would refuse
// to read must not become evidence.
#pragma once

#include "reference-operator/Jws.h"

namespace carriel::op {

// Notifications are made under a regime with legal effects and nothing else is; throws Refusal `regime`.
void checkRegime(const QString &cls, const QString &regime);
// Throws Refusal.
void checkSealForm(const Jws &seal, bool certificates); // whether receipts by certificate are taken here

} // namespace carriel::op
