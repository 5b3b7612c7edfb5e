// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Alarms.h"

#include "core/services/Activity.h"
#include "core/services/Documents.h"
#include "core/services/Guard.h"
#include "core/services/Notifications.h"
#include "core/services/ServiceErrors.h"
#include "core/services/mail/MailErrors.h"
#include "ui/text/ActivityWords.h"
#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace carriel::commands {

QString missingText(Documents &documents)
{
    const QList<MissingItem> gone = documents.guard().missing();
    const auto contents = int(std::count_if(gone.begin(), gone.end(), [](const MissingItem &one) { return one.isContent(); }));
    const auto missing = int(gone.size());
    QString text;
    if (missing > contents) {
        text += QCoreApplication::translate("Commands", "%n document(s) or folder(s) are no longer at your operator; they were kept here. See them with: carriel-cli missing",
                                            nullptr, missing - contents) + u'\n';
    }
    if (contents > 0) {
        text += QCoreApplication::translate("Commands", "Your operator lost or changed the content of %n document(s). See them with: carriel-cli missing",
                                            nullptr, contents) + u'\n';
    }
    QDateTime when;
    if (const int proved = documents.guard().provedLast(&when); proved > 0) {
        text += QCoreApplication::translate("Commands", "Asked %1, your operator showed what it holds of %n document(s).", nullptr, proved)
                    .arg(text::ago(when, QDateTime::currentDateTimeUtc())) + u'\n';
    }
    return text;
}

QString notedText(Documents &documents)
{
    const QDateTime noted = documents.activity().alarmNotedUtc();
    return noted.isValid() ? QCoreApplication::translate("Commands", "Your operator's record of your activity does not fit what it signed before. You took note of it on "
                                                                     "%1: nothing newer of it is believed. See with: carriel-cli activity verify")
                                     .arg(text::dateTime(noted)) + u'\n'
                           : QString();
}

QList<Error> alarms(Documents &documents)
{
    QList<Error> out;
    if (const QString alarm = documents.activity().alarm(); !alarm.isEmpty() && !documents.activity().alarmNotedUtc().isValid())
        out.append(Error{errors::activityAlarm, {{QStringLiteral("reason"), text::activityAlarm(alarm)}}, {}});
    for (const NotificationEntry &one : documents.notifications().list()) {
        if (one.canBeOpened() && !one.contentHere && !one.mismatch.isEmpty())
            out.append(Error{mail::errors::spoilt, {{QStringLiteral("entity"), text::neutral(one.entityName)}}, {}});
    }
    return out;
}

} // namespace carriel::commands
