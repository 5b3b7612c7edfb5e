// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/EntityActivityWords.h"

#include "ui/text/VerdictWords.h"

#include <QCoreApplication>

namespace carriel::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

// %1: its title, or that of the procedure; %2: the entity; %3: what it sent. Those of the operator say what became true there, those
// of this computer what the person did here.
const char *wordsOf(const QString &kind)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("act.deposit"), QT_TRANSLATE_NOOP("Activity", "%2 sent you %3 “%1”")},
        {QStringLiteral("act.access"), QT_TRANSLATE_NOOP("Activity", "You opened %3 “%1” of %2")},
        {QStringLiteral("act.certificate"), QT_TRANSLATE_NOOP("Activity", "%2 certified that %3 “%1” was opened")},
        {QStringLiteral("act.closure"), QT_TRANSLATE_NOOP("Activity", "%2 closed %3 “%1”")},
        {QStringLiteral("act.expiry"), QT_TRANSLATE_NOOP("Activity", "The time to open %3 “%1” of %2 ran out")},
        {QStringLiteral("act.dispute"), QT_TRANSLATE_NOOP("Activity", "You objected to %3 “%1” of %2")},
        {QStringLiteral("act.key"), QT_TRANSLATE_NOOP("Activity", "The key of %3 “%1” of %2 was handed over to one of your computers")},
        {QStringLiteral("notification.receipt_signed"), QT_TRANSLATE_NOOP("Activity", "You signed the receipt of %3 “%1” of %2")},
        {QStringLiteral("notification.opened"), QT_TRANSLATE_NOOP("Activity", "You opened %3 “%1” of %2")},
        {QStringLiteral("notification.disputed"),
         QT_TRANSLATE_NOOP("Activity", "This computer said that %3 “%1” of %2 is not what was sealed")},
        {QStringLiteral("act.inquiry"), QT_TRANSLATE_NOOP("Activity", "%2 asked whether it can notify you in “%1”")},
        {QStringLiteral("act.consent"), QT_TRANSLATE_NOOP("Activity", "You agreed to be notified electronically in “%1” by %2")},
        {QStringLiteral("act.withdrawal"),
         QT_TRANSLATE_NOOP("Activity", "You withdrew from being notified electronically in “%1” by %2")},
        {QStringLiteral("act.contribution"), QT_TRANSLATE_NOOP("Activity", "You gave documents for “%1” to %2")},
        {QStringLiteral("act.package"), QT_TRANSLATE_NOOP("Activity", "%2 took the documents that you gave for “%1”")},
        {QStringLiteral("act.filing"), QT_TRANSLATE_NOOP("Activity", "%2 gave a filing number for “%1”")},
        {QStringLiteral("act.filing-rejection"), QT_TRANSLATE_NOOP("Activity", "%2 rejected what you gave for “%1”")},
    };
    return words.value(kind);
}

QString sentWords(const QString &sent)
{
    if (sent == QLatin1String("communication"))
        return Tr::tr("the communication");
    return sent == QLatin1String("alert") ? Tr::tr("the alert") : Tr::tr("the notification");
}

} // namespace

QString entityActivityWords(const ActivityRecord &record)
{
    const char *words = record.with.isEmpty() || record.name.isEmpty() ? nullptr : wordsOf(record.kind);
    if (!words)
        return {};
    const QString text = Tr::tr(words);
    return (text.contains(QLatin1String("%3")) ? text.arg(neutral(record.name), neutral(record.with), sentWords(record.sent))
                                               : text.arg(neutral(record.name), neutral(record.with)));
}

} // namespace carriel::text
