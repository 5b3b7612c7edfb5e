// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a visible box is to stand, as --visible says it: PAGE,X,Y,W,H.
#pragma once

#include "core/signing/sign/SignatureField.h"

#include <QStringList>
#include <optional>

namespace carriel::commands {

inline std::optional<signing::VisibleBox> boxIn(const QString &option)
{
    QList<double> numbers;
    for (const QString &part : option.split(u',')) {
        bool ok = false;
        numbers += part.toDouble(&ok);
        if (!ok)
            return std::nullopt;
    }
    if (numbers.size() != 5 || numbers[0] < 1 || numbers[0] != int(numbers[0]) || numbers[3] <= 0 || numbers[4] <= 0)
        return std::nullopt;
    return signing::VisibleBox{int(numbers[0]), QRectF(numbers[1], numbers[2], numbers[3], numbers[4]), {}};
}

} // namespace carriel::commands
