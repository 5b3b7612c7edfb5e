// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's terms as the person accepted them, kept in the vault: an operator serves only those in force today.
#pragma once

#include "core/services/Values.h"

namespace carriel {

struct AcceptedTerms
{
    Terms terms;           // the text as it was shown; its SHA-256 is the one that the acceptance names
    QDateTime acceptedUtc; // when the person accepted, by this computer's clock
    QByteArray acceptance; // JWS (carpeta-acceptance+json) signed with the key of this computer
};

} // namespace carriel
