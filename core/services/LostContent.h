// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A document whose content on this computer is damaged. Where it was only here nobody can bring it, and nobody is asked to.
#pragma once

#include "core/base/Error.h"
#include "core/sync/Rows.h"

namespace carriel {

namespace errors {
inline constexpr ErrorCode contentLost{"CAR-SVC-008"}; // params: name
inline constexpr ErrorCode contentDamaged{"CAR-SVC-009"}; // params: name. The operator has it
inline constexpr ErrorCode contentNowhere{"CAR-SVC-098"}; // params: name. The operator lost it, and it is not here
}

inline Error damagedContent(const QString &name, bool atOperator)
{
    return {atOperator ? errors::contentDamaged : errors::contentLost, {{QStringLiteral("name"), name}}, {}};
}

inline std::optional<Error> lostContent(const sync::BlobRow &blob, const QString &name)
{
    if (blob.state != sync::BlobState::Corrupt || blob.onServer)
        return std::nullopt;
    return damagedContent(name, false);
}

} // namespace carriel
