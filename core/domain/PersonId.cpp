// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/PersonId.h"

#include <QStringList>
#include <array>

namespace carriel {

namespace {
constexpr std::array<const char16_t *, 10> kNames = {u"CC", u"TI", u"RC", u"CE", u"PA", u"PEP", u"PPT", u"CD", u"SC", u"NIT"};
}

QString identityTypeName(IdentityType type)
{
    return QString::fromUtf16(kNames.at(std::size_t(type)));
}

std::optional<IdentityType> identityTypeFrom(QStringView name)
{
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (name == QStringView(kNames.at(i)))
            return IdentityType(i);
    }
    return std::nullopt;
}

std::optional<PersonId> PersonId::parse(const QString &text)
{
    const QStringList parts = text.split(u':');
    if (parts.size() != 3 || parts.at(0) != u"co" || parts.at(2).isEmpty() || parts.at(2).size() > 32)
        return std::nullopt;
    const auto type = identityTypeFrom(parts.at(1));
    for (const QChar c : parts.at(2)) {
        if (!((c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || c == u'-'))
            return std::nullopt;
    }
    return type ? std::optional(PersonId(*type, parts.at(2))) : std::nullopt;
}

QString PersonId::text() const
{
    return QStringLiteral("co:%1:%2").arg(identityTypeName(m_type), m_number);
}

QString PersonId::display() const
{
    return QStringLiteral("%1 %2").arg(identityTypeName(m_type), m_number);
}

int nitCheckDigit(QStringView number)
{
    static constexpr std::array weights = {3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71};
    if (number.isEmpty() || number.size() > qsizetype(weights.size()))
        return -1;
    int sum = 0;
    for (qsizetype i = 0; i < number.size(); ++i) {
        const int digit = number.at(number.size() - 1 - i).unicode() - u'0';
        if (digit < 0 || digit > 9)
            return -1;
        sum += digit * weights.at(std::size_t(i));
    }
    const int rest = sum % 11;
    return rest < 2 ? rest : 11 - rest;
}

} // namespace carriel
