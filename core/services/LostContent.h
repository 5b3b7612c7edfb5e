// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A document whose content was only on this computer, and is damaged: nobody can bring it, and nobody is asked to.
#pragma once

#include "core/base/Error.h"
#include "core/sync/Rows.h"

namespace carriel {

namespace errors {
inline constexpr ErrorCode contentLost{"CAR-SVC-008"}; // params: name
}

inline std::optional<Error> lostContent(const sync::BlobRow &blob, const QString &name)
{
    if (blob.state != sync::BlobState::Corrupt || blob.onServer)
        return std::nullopt;
    return Error{errors::contentLost, {{QStringLiteral("name"), name}}, {}};
}

} // namespace carriel
