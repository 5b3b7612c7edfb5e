// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who a holder or an entity is: type and number of the identity document. Numbers are text: zeros in front count.
#pragma once

#include <QString>
#include <optional>

namespace carriel {

enum class IdentityType { CC, TI, RC, CE, PA, PEP, PPT, CD, SC, NIT };

class PersonId
{
public:
    PersonId() = default;
    PersonId(IdentityType type, QString number) : m_type(type), m_number(std::move(number)) {}

    // "co:CC:1020304050", the form on the wire; nothing if it is not one.
    static std::optional<PersonId> parse(const QString &text);
    QString text() const;    // co:CC:1020304050
    QString display() const; // CC 1020304050

    IdentityType type() const { return m_type; }
    const QString &number() const { return m_number; }
    bool isLegalPerson() const { return m_type == IdentityType::NIT; }

    friend bool operator==(const PersonId &, const PersonId &) = default;

private:
    IdentityType m_type = IdentityType::CC;
    QString m_number;
};

QString identityTypeName(IdentityType type);
std::optional<IdentityType> identityTypeFrom(QStringView name);

// The check digit of a NIT (DIAN: weights 3, 7, 13 … from the right, modulo 11); -1 if `number` is not 1 to 15 digits.
int nitCheckDigit(QStringView number);

} // namespace carriel
