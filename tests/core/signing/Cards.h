// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Cards for tests, made with SoftHSM: "cedula" with the keys of ana (id a1) and eva (id e5), "otra" with rob's (id b0);
// PIN 123456. The environment of this process then names them.
#pragma once

#include "tests/core/signing/SigningPki.h"

namespace carriel::test {

inline constexpr const char *softhsmDriver = "/usr/lib/softhsm/libsofthsm2.so";

bool cardsPossible(); // SoftHSM is installed
bool makeCards(SigningPki &pki);

} // namespace carriel::test
