// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A name or an hour that ends in a full stop ("Ana M. P.", "4:11 p. m.") brings the sentence's own along. Pure.
#pragma once

#include <QRegularExpression>
#include <QString>

namespace carriel::text {

inline QString oneStop(QString words)
{
    static const QRegularExpression twice(QStringLiteral("(?<![.])[.]{2}(?![.])"));
    return words.replace(twice, QStringLiteral("."));
}

} // namespace carriel::text
