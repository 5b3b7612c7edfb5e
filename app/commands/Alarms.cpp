// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Alarms.h"

#include "core/services/Activity.h"
#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/ServiceErrors.h"
#include "core/services/mail/MailErrors.h"
#include "ui/text/ActivityWords.h"
#include "ui/text/VerdictWords.h"

namespace carriel::commands {

QList<Error> alarms(Documents &documents)
{
    QList<Error> out;
    if (const QString alarm = documents.activity().alarm(); !alarm.isEmpty())
        out.append(Error{errors::activityAlarm, {{QStringLiteral("reason"), text::activityAlarm(alarm)}}, {}});
    for (const NotificationEntry &one : documents.notifications().list()) {
        if (one.canBeOpened() && !one.contentHere && !one.mismatch.isEmpty())
            out.append(Error{mail::errors::spoilt, {{QStringLiteral("entity"), text::neutral(one.entityName)}}, {}});
    }
    return out;
}

} // namespace carriel::commands
