// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Computers.h"

#include "core/services/Activity.h"
#include "core/services/Documents.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace carriel {

QList<DeviceInfo> newComputers(const Session &session)
{
    QList<DeviceInfo> out;
    if (!session.account().loggedIn)
        return out;
    const QStringList mine = session.setting(computers::confirmed).split(u' ');
    const QJsonArray all = QJsonDocument::fromJson(session.setting(computers::news).toUtf8()).array();
    for (const QJsonValue &one : all) {
        const QJsonObject o = one.toObject();
        DeviceInfo device;
        device.id = DeviceId(o.value(QLatin1String("id")).toString());
        device.name = o.value(QLatin1String("name")).toString();
        device.registeredUtc = QDateTime::fromString(o.value(QLatin1String("since")).toString(), Qt::ISODateWithMs);
        if (!mine.contains(device.id.text()))
            out.append(device);
    }
    return out;
}

QFuture<Outcome> confirmComputer(Session &session, const DeviceId &id)
{
    QStringList mine = session.setting(computers::confirmed).split(u' ', Qt::SkipEmptyParts);
    mine.append(id.text());
    session.setSetting(computers::confirmed, mine.join(u' '));
    return session.documents().activity().tell(QStringLiteral("device.confirmed"), ItemId(id.text()));
}

} // namespace carriel
