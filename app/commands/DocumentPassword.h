// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The password of a protected PDF, from the variable that --password-env names: in an argument every process would see it.
#pragma once

#include "app/commands/CommandErrors.h"
#include "app/commands/Invocation.h"
#include "core/base/Result.h"

#include <cstdlib>

namespace carriel::commands {

// Empty without the option. noVariable.
inline Result<QByteArray> documentPassword(const Invocation &invocation)
{
    const QString name = invocation.options.value(QStringLiteral("password-env"));
    if (name.isEmpty())
        return QByteArray();
    const char *value = std::getenv(name.toLocal8Bit().constData());
    if (!value)
        return Error{carriel::errors::noVariable, {{QStringLiteral("name"), name}}, {}};
    return QByteArray(value);
}

} // namespace carriel::commands
