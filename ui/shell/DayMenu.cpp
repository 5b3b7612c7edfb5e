// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/DayMenu.h"

#include "core/base/BaseErrors.h"
#include "core/services/BindingDay.h"
#include "core/services/CalendarFile.h"
#include "ui/text/BindingWords.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/EntityWords.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>
#include <QToolButton>

namespace carriel::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(DayMenu)
};

CalendarEvent eventOf(const DueDay &day)
{
    // A calendar is read by others and by other programs: no word of the act but what its term is for, and of a sensitive
    // one not even that and the entity.
    const QString who = day.entry.sensitive ? QString() : text::entityWords(day.entry);
    CalendarEvent event;
    event.uid = QString(day.key + QLatin1String("@carriel"));
    const bool answer = day.action.isEmpty() || asksForAnAnswer(day.kind);
    if (who.isEmpty())
        event.title = answer ? Tr::tr("Last day to answer a notification") : Tr::tr("Day that a notification sets");
    else
        event.title = (answer ? Tr::tr("Last day to answer a notification of %1") : Tr::tr("Day that a notification of %1 sets")).arg(who);
    if (!day.action.isEmpty()) {
        event.text = Tr::tr("The entity sets this day in its notification; Carriel has it from there.");
        if (day.rest)
            event.text += QLatin1Char(' ') + text::restDay();
    } else {
        event.text =
            Tr::tr("Counted by Carriel for information; the day that counts is the one that the authority certifies.");
        // Who looks at the calendar alone must not wait for the later of two days.
        if (const QString less = text::shorterCount(day.entry); !less.isEmpty())
            event.text = less + QLatin1String(".\n") + event.text;
        if (const QString later = text::laterAsked(day.entry, text::colombianToday()); !later.isEmpty())
            event.text = later + QLatin1Char('\n') + event.text;
        if (const auto first = bindingDay(day.entry, text::colombianToday()); first && first->asked && asksForAnAnswer(first->asked->kind))
            event.text = text::askedOn(*first->asked) + QLatin1Char('\n') + event.text;
    }
    if (const QString purpose = text::termForWords(day.entry.termFor);
        !day.entry.sensitive && day.action.isEmpty() && !purpose.isEmpty())
        event.text = purpose + QLatin1Char('\n') + event.text;
    event.day = day.day;
    event.alarms = {7, 3, 1, 0};
    return event;
}

void saveEvent(const PageContext &context, const DueDay &day, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, Tr::tr("Keep the day in a calendar"));
    dialog->setObjectName(QStringLiteral("home.calendarDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(Tr::tr("Calendar (*.ics)"));
    dialog->setDefaultSuffix(QStringLiteral("ics"));
    dialog->selectFile(Tr::tr("last-day-%1.ics").arg(day.day.toString(Qt::ISODate)));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [&host = context.host, day](const QString &path) {
        QSaveFile file(path);
        const QByteArray bytes = calendarFile(eventOf(day), QDateTime::currentDateTimeUtc());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return host.showError(
                Error{errors::fileWrite,
                      {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}},
                      {}});
        host.say(Tr::tr("Open %1 with your calendar to add the day.").arg(path));
    });
    dialog->open();
}

} // namespace

QToolButton *dayMenu(const PageContext &context, Reminders &reminders, const DueDay &day, std::function<void()> changed,
                     const QString &name, QWidget *parent)
{
    const QString words = Tr::tr("More: reminder and calendar");
    auto *button = new QToolButton(parent);
    button->setObjectName(QString(name + QLatin1String(".more")));
    button->setIcon(context.theme.icon(QStringLiteral("ellipsis")));
    button->setToolTip(words);
    button->setAccessibleName(QString(words + QLatin1String(", ") + text::dateLong(day.day)));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumSize(space::target, space::target);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    menu->setObjectName(QString(name + QLatin1String(".menu")));
    button->setMenu(menu);
    PageHost &host = context.host;
    const auto aside = [&host, &reminders, key = day.key, changed](const QString &said) {
        host.say(said, Tr::tr("Undo"), [&reminders, key, changed] {
            reminders.restore(key);
            changed();
        });
        changed();
    };
    const auto later = [&](const QString &label, int days) {
        const QDate until = QDate::currentDate().addDays(days);
        if (until > day.day)
            return; // too late to be reminded
        menu->addAction(context.theme.icon(QStringLiteral("clock")), label, button,
                        [&reminders, key = day.key, until, aside] {
                            reminders.snooze(key, until);
                            aside(Tr::tr("You are reminded again on %1.").arg(text::dateLong(until)));
                        });
    };
    later(Tr::tr("Remind me tomorrow"), 1);
    later(Tr::tr("Remind me in three days"), 3);
    later(Tr::tr("Remind me in a week"), 7);
    menu->addAction(context.theme.icon(QStringLiteral("x")), Tr::tr("I have dealt with it: remind me no more"), button,
                    [&reminders, key = day.key, aside] {
                        reminders.dismiss(key);
                        aside(Tr::tr("You are not reminded of it any more. It stays in Notifications."));
                    });
    menu->addSeparator();
    menu->addAction(context.theme.icon(QStringLiteral("calendar")), Tr::tr("Keep it in my calendar (.ics)…"), button,
                    [context, day, button] { saveEvent(context, day, button->window()); });
    return button;
}

} // namespace carriel::ui
