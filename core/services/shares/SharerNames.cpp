// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A share that was decided while nobody could say whose number it is: it is never sent before the person has seen the name.
#include "core/services/shares/ShareErrors.h"
#include "core/services/shares/Sharer.h"

namespace carriel::shares {

void Sharer::askWho(const vault::ShareRow &row)
{
    const QString to = wishFrom(row.wish).to;
    m_port->recipient(to, [this, row, to, generation = m_generation](const sync::Answer<QJsonObject> &answer) {
        if (generation != m_generation)
            return;
        const auto *object = std::get_if<QJsonObject>(&answer);
        if (object && object->value(QLatin1String("id")).toString() == to)
            return comeBack(row, unseenReason(object->value(QLatin1String("name")).toString()));
        const auto *trouble = std::get_if<sync::Trouble>(&answer);
        const QString code = trouble ? trouble->error.params.value(QStringLiteral("code")).toString() : QString();
        if (object || code == QLatin1String("recipient_unknown")) { // who is told of is somebody else
            if (!m_stood)
                m_stood = Error{errors::recipientUnknown, {{QStringLiteral("id"), to}}, {}};
            return comeBack(row, QStringLiteral("recipient_unknown"));
        }
        if (!m_stood)
            m_stood = trouble->error;
        m_notNow.insert(row.id);
        trouble->kind == sync::TroubleKind::Unreachable ? rest() : sendNext();
    });
}

} // namespace carriel::shares
