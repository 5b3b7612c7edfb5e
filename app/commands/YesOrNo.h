// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What was meant by what was typed: in Spanish, in English, by a letter or the whole word, with or without its accent.
#pragma once

#include <QStringList>

#include <optional>

namespace carriel::commands {

// nullopt: neither; it is asked again.
inline std::optional<bool> yesOrNo(const QString &typed)
{
    const QString word = typed.trimmed().toLower().normalized(QString::NormalizationForm_C);
    static const QStringList yes{QStringLiteral("s"), QStringLiteral("si"), QStringLiteral("sí"), QStringLiteral("y"), QStringLiteral("yes")};
    if (yes.contains(word))
        return true;
    if (word == QLatin1String("n") || word == QLatin1String("no"))
        return false;
    return std::nullopt;
}

} // namespace carriel::commands
