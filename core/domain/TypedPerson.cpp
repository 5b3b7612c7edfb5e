// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/TypedPerson.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace carriel {

TypedPerson readTypedPerson(const QString &typed)
{
    QString plain = typed.simplified().toUpper().remove(u'.').remove(u',');
    if (plain.startsWith(QLatin1String("CO:")))
        plain = plain.mid(3);
    plain.replace(u' ', u':');
    if (!plain.contains(u':'))
        plain.prepend(QLatin1String("CC:"));
    const auto person = PersonId::parse(QLatin1String("co:") + plain);
    // Of passports and the like letters are part; elsewhere they are a name.
    static constexpr std::array ofDigits{IdentityType::CC, IdentityType::TI, IdentityType::RC};
    const bool digits = person && std::all_of(person->number().cbegin(), person->number().cend(), [](QChar c) { return c.isDigit(); });
    if (person && !digits && std::find(ofDigits.begin(), ofDigits.end(), person->type()) != ofDigits.end())
        return {};
    if (!person || person->type() != IdentityType::NIT)
        return {person, false};
    const QStringList parts = person->number().split(u'-');
    if (parts.size() == 1)
        return {person, false};
    if (parts.size() != 2 || QString::number(nitCheckDigit(parts.at(0))) != parts.at(1))
        return {std::nullopt, true};
    return {PersonId(IdentityType::NIT, parts.at(0)), false};
}

} // namespace carriel
