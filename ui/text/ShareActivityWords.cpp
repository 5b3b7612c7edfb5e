// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ShareActivityWords.h"

#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>

namespace carriel::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

// %1: what, %2: with whom. Those of the operator say what became true there, those of this computer what was decided here.
const char *wordsOf(const QString &kind)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("share.decided"), QT_TRANSLATE_NOOP("Activity", "You decided to share “%1” with %2")},
        {QStringLiteral("share.cancelled"), QT_TRANSLATE_NOOP("Activity", "You did not send “%1” to %2")},
        {QStringLiteral("share.returned"), QT_TRANSLATE_NOOP("Activity", "“%1” came back to you: it was not shared with %2")},
        {QStringLiteral("share.revoke"), QT_TRANSLATE_NOOP("Activity", "You decided to share “%1” with %2 no longer")},
        {QStringLiteral("share.extend"), QT_TRANSLATE_NOOP("Activity", "You decided to share “%1” with %2 for longer")},
        {QStringLiteral("share.accept"), QT_TRANSLATE_NOOP("Activity", "You accepted “%1”, shared by %2")},
        {QStringLiteral("share.decline"), QT_TRANSLATE_NOOP("Activity", "You declined “%1”, shared by %2")},
        {QStringLiteral("share.erase"), QT_TRANSLATE_NOOP("Activity", "You decided to ask %2 to erase the copies of “%1”")},
        {QStringLiteral("share.erased"), QT_TRANSLATE_NOOP("Activity", "You answered %2 that you erased “%1”")},
        {QStringLiteral("share.kept"), QT_TRANSLATE_NOOP("Activity", "You answered %2 that you keep “%1”")},
        {QStringLiteral("share.erasure-asked"), QT_TRANSLATE_NOOP("Activity", "You were asked to erase “%1” by %2")},
        {QStringLiteral("act.share-erasure-request"), QT_TRANSLATE_NOOP("Activity", "To erase “%1” was asked of %2")},
        {QStringLiteral("act.share-erased"), QT_TRANSLATE_NOOP("Activity", "That “%1” is erased was answered by %2")},
        {QStringLiteral("act.share-kept"), QT_TRANSLATE_NOOP("Activity", "That “%1” is kept was answered by %2")},
        {QStringLiteral("share.received"), QT_TRANSLATE_NOOP("Activity", "“%1” was shared with you by %2")},
        {QStringLiteral("act.share"), QT_TRANSLATE_NOOP("Activity", "“%1” is shared with %2")},
        {QStringLiteral("act.share-fetch"), QT_TRANSLATE_NOOP("Activity", "Of “%1”, something was read by %2")},
        {QStringLiteral("act.share-acceptance"), QT_TRANSLATE_NOOP("Activity", "“%1” was accepted by %2")},
        {QStringLiteral("act.share-refusal"), QT_TRANSLATE_NOOP("Activity", "“%1” was declined by %2")},
        {QStringLiteral("act.share-extension"), QT_TRANSLATE_NOOP("Activity", "“%1” is shared with %2 for longer")},
        {QStringLiteral("act.share-revocation"), QT_TRANSLATE_NOOP("Activity", "“%1” is shared with %2 no longer")},
        {QStringLiteral("act.share-expiry"), QT_TRANSLATE_NOOP("Activity", "The time of “%1”, shared with %2, ran out")},
    };
    return words.value(kind);
}

} // namespace

QString shareActivityWords(const ActivityRecord &record)
{
    if (record.kind == QLatin1String("share.key_agreed") && !record.name.isEmpty())
        return Tr::tr("You agreed to the key of %1 for sealed documents").arg(personWords(record.name));
    if (record.kind == QLatin1String("share.key_changed") && !record.name.isEmpty())
        return Tr::tr("Your operator names another key for %1, with whom you share sealed documents").arg(personWords(record.name));
    const char *words = record.name.isEmpty() ? nullptr : wordsOf(record.kind);
    if (!words)
        return {};
    const QString who = record.with.isEmpty() ? Tr::tr("whoever has the link") : neutral(record.with);
    return Tr::tr(words).arg(neutral(record.name), who);
}

} // namespace carriel::text
