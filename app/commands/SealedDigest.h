// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a digest is called in JSON: of a sealed document it is that of what travels, and comparing it with the file would
// only frighten.
#pragma once

#include "core/domain/Item.h"

namespace carriel::commands {

inline QString digestName(Custody custody)
{
    return custody == Custody::Private ? QStringLiteral("sealed_sha256") : QStringLiteral("sha256");
}

} // namespace carriel::commands
