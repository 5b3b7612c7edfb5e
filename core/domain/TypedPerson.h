// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The number of a person or company as people type it: "1.020.304.050", "CC 1020304050", "NIT 900.100.201-8",
// "co:CC:1020304050". A bare number is a cédula; the check digit of a NIT is checked and left out.
#pragma once

#include "core/domain/PersonId.h"

namespace carriel {

struct TypedPerson
{
    std::optional<PersonId> person;
    bool wrongDigit = false; // a NIT whose check digit is another one: a number is mistyped
};

TypedPerson readTypedPerson(const QString &typed);

} // namespace carriel
