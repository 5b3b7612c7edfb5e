// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ActivityWords.h"

#include "ui/text/ColombianTime.h"
#include "ui/text/EntityActivityWords.h"
#include "ui/text/ShareActivityWords.h"
#include "ui/text/SignatureWords.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>
#include <QHash>

namespace carriel::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Activity)
};

// What the operator writes: it knows ids and nothing that has a name here.
const char *operatorWords(const QString &kind)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("act.deposit"), QT_TRANSLATE_NOOP("Activity", "An entity sent you a notification")},
        {QStringLiteral("act.access"), QT_TRANSLATE_NOOP("Activity", "A notification was opened")},
        {QStringLiteral("act.certificate"),
         QT_TRANSLATE_NOOP("Activity", "An entity certified that a notification was opened")},
        {QStringLiteral("act.closure"), QT_TRANSLATE_NOOP("Activity", "A notification was closed by its entity")},
        {QStringLiteral("act.expiry"), QT_TRANSLATE_NOOP("Activity", "A notification ran out")},
        {QStringLiteral("act.dispute"), QT_TRANSLATE_NOOP("Activity", "You objected to a notification")},
        {QStringLiteral("act.key"), QT_TRANSLATE_NOOP("Activity", "The key of a notification was handed over")},
        {QStringLiteral("act.consent"), QT_TRANSLATE_NOOP("Activity", "You agreed to be notified electronically")},
        {QStringLiteral("act.withdrawal"),
         QT_TRANSLATE_NOOP("Activity", "You withdrew from being notified electronically")},
        {QStringLiteral("act.inquiry"), QT_TRANSLATE_NOOP("Activity", "An entity asked whether you can be notified")},
        {QStringLiteral("act.contribution"), QT_TRANSLATE_NOOP("Activity", "You gave documents to an entity")},
        {QStringLiteral("act.package"), QT_TRANSLATE_NOOP("Activity", "An entity took the documents that you gave")},
        {QStringLiteral("act.filing"), QT_TRANSLATE_NOOP("Activity", "An entity gave a filing number")},
        {QStringLiteral("act.filing-rejection"), QT_TRANSLATE_NOOP("Activity", "An entity rejected what you gave")},
        {QStringLiteral("act.share"), QT_TRANSLATE_NOOP("Activity", "You shared documents")},
        {QStringLiteral("act.share-fetch"), QT_TRANSLATE_NOOP("Activity", "Documents that you shared were read")},
        {QStringLiteral("act.share-acceptance"), QT_TRANSLATE_NOOP("Activity", "What you shared was accepted")},
        {QStringLiteral("act.share-refusal"), QT_TRANSLATE_NOOP("Activity", "What you shared was declined")},
        {QStringLiteral("act.share-extension"), QT_TRANSLATE_NOOP("Activity", "You let a share last longer")},
        {QStringLiteral("act.share-revocation"), QT_TRANSLATE_NOOP("Activity", "A share was ended")},
        {QStringLiteral("act.share-expiry"), QT_TRANSLATE_NOOP("Activity", "A share ran out")},
        {QStringLiteral("share.received"), QT_TRANSLATE_NOOP("Activity", "Somebody shared documents with you")},
        {QStringLiteral("directory.found"), QT_TRANSLATE_NOOP("Activity", "Somebody looked you up to share with you")},
        {QStringLiteral("directory.findable"), QT_TRANSLATE_NOOP("Activity", "You chose whether others find you")},
        {QStringLiteral("share.decided"), QT_TRANSLATE_NOOP("Activity", "You decided to share documents")},
        {QStringLiteral("share.cancelled"), QT_TRANSLATE_NOOP("Activity", "You did not send what you had decided to share")},
        {QStringLiteral("share.returned"), QT_TRANSLATE_NOOP("Activity", "What you decided to share came back to you")},
        {QStringLiteral("share.revoke"), QT_TRANSLATE_NOOP("Activity", "You ended a share")},
        {QStringLiteral("share.extend"), QT_TRANSLATE_NOOP("Activity", "You gave a share more time")},
        {QStringLiteral("share.accept"), QT_TRANSLATE_NOOP("Activity", "You accepted what was shared with you")},
        {QStringLiteral("share.decline"), QT_TRANSLATE_NOOP("Activity", "You declined what was shared with you")},
        {QStringLiteral("device.registered"), QT_TRANSLATE_NOOP("Activity", "A computer joined the folder")},
        {QStringLiteral("device.revoked"), QT_TRANSLATE_NOOP("Activity", "A computer was removed from the folder")},
        {QStringLiteral("keys.added"), QT_TRANSLATE_NOOP("Activity", "Your key for sealed documents was made")},
        {QStringLiteral("keys.proven"), QT_TRANSLATE_NOOP("Activity", "The identity provider said for others to see that your key is yours")},
        {QStringLiteral("keys.copied"),
         QT_TRANSLATE_NOOP("Activity", "A computer or a recovery code may open sealed documents")},
    };
    return words.value(kind);
}

// What the person did with entities, on this computer; %1: which one, %2: with whom.
const char *actWords(const QString &kind)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("document.given"), QT_TRANSLATE_NOOP("Activity", "You agreed to give “%1” to %2")},
        {QStringLiteral("contribution.cancelled"),
         QT_TRANSLATE_NOOP("Activity", "You took back what was to be given for “%1” (%2), before it was sent")},
        {QStringLiteral("contribution.returned"),
         QT_TRANSLATE_NOOP("Activity", "What was to be given for “%1” (%2) came back: nothing was given")},
        {QStringLiteral("notification.receipt_signed"),
         QT_TRANSLATE_NOOP("Activity", "You signed the receipt of the notification “%1” of %2")},
        {QStringLiteral("notification.opened"), QT_TRANSLATE_NOOP("Activity", "You opened the notification “%1” of %2")},
        {QStringLiteral("notification.disputed"),
         QT_TRANSLATE_NOOP("Activity", "The notification “%1” of %2 is not what was sealed: this computer said so")},
        {QStringLiteral("notification.saved"),
         QT_TRANSLATE_NOOP("Activity", "“%1”, of a notification of %2, was saved outside the folder")},
        {QStringLiteral("consent.given"),
         QT_TRANSLATE_NOOP("Activity", "You agreed to be notified electronically in “%1” by %2")},
        {QStringLiteral("consent.withdrawn"),
         QT_TRANSLATE_NOOP("Activity", "You withdrew from being notified electronically in “%1” by %2")},
        {QStringLiteral("evidence.saved"), QT_TRANSLATE_NOOP("Activity", "Evidence was saved outside the folder")},
        {QStringLiteral("activity.saved"), QT_TRANSLATE_NOOP("Activity", "This record was saved outside the folder")},
        {QStringLiteral("recovery.renewed"), QT_TRANSLATE_NOOP("Activity", "You made a new recovery code")},
        {QStringLiteral("log.restored"),
         QT_TRANSLATE_NOOP("Activity", "An older copy of your folder was put back on this computer; its record goes on from there")},
        {QStringLiteral("operator.alarm"),
         QT_TRANSLATE_NOOP("Activity", "Your operator's record does not continue what it was before")},
        {QStringLiteral("operator.alarm_noted"),
         QT_TRANSLATE_NOOP("Activity", "You took note that your operator's record does not continue what it was before")},
    };
    return words.value(kind);
}

} // namespace

QString activityWords(const ActivityRecord &record)
{
    const QString &kind = record.kind;
    if (record.erased)
        return Tr::tr("Something whose detail was erased at your wish");
    const QString name = record.name.isEmpty() ? Tr::tr("A document") : Tr::tr("“%1”").arg(record.name);
    if (kind == QLatin1String("document.added"))
        return Tr::tr("%1 was added").arg(name);
    if (kind == QLatin1String("folder.added"))
        return Tr::tr("The folder %1 was made").arg(name);
    if (kind == QLatin1String("document.version_added"))
        return Tr::tr("%1 got a new version").arg(name);
    if (kind == QLatin1String("document.rescued"))
        return Tr::tr("%1 was kept, though it was deleted elsewhere").arg(name);
    if (kind == QLatin1String("document.kept_beside"))
        return Tr::tr("You kept both versions: yours is %1 now, beside the one from elsewhere").arg(name);
    if (kind == QLatin1String("document.sent_again"))
        return Tr::tr("%1 was sent once more: your operator had lost it").arg(name);
    if (kind == QLatin1String("document.sending_stopped"))
        return Tr::tr("You stopped the sending of %1; it stays on this computer").arg(name);
    if (kind == QLatin1String("operation.given_up"))
        return Tr::tr("You took back a change of %1 that had not been sent").arg(name);
    if (kind == QLatin1String("operator.count_differs"))
        return Tr::tr("Your operator counted other documents than it had shown; its whole list was read again");
    if (kind == QLatin1String("operator.fixity_failed"))
        return Tr::tr("Your operator could not show %1 as it had been given to it").arg(name);
    if (kind == QLatin1String("document.renamed") || kind == QLatin1String("item.renamed"))
        return record.before.isEmpty() ? Tr::tr("%1 was given its name").arg(name)
                                       : Tr::tr("“%1” was renamed to %2").arg(record.before, name);
    if (kind == QLatin1String("item.renamed_apart"))
        return Tr::tr("“%1” is called %2 now: your operator had one of that name already").arg(record.before, name);
    if (kind == QLatin1String("item.moved"))
        return Tr::tr("%1 was moved").arg(name);
    if (kind == QLatin1String("item.described"))
        return Tr::tr("Labels, note or dates of %1 were changed").arg(name);
    if (kind == QLatin1String("item.trashed"))
        return Tr::tr("%1 went to the trash").arg(name);
    if (kind == QLatin1String("item.restored"))
        return Tr::tr("%1 was taken out of the trash").arg(name);
    if (kind == QLatin1String("item.purged"))
        return Tr::tr("%1 was deleted for ever").arg(name);
    if (kind == QLatin1String("document.verdict_changed"))
        return Tr::tr("Looked at the signatures of %1 again: %2. Before: %3.")
            .arg(name, shortVerdict(record.verdict), shortVerdict(record.before));
    if (const QString words = shareActivityWords(record); !words.isEmpty())
        return words;
    if (const QString words = entityActivityWords(record); !words.isEmpty())
        return words;
    if (const char *words = operatorWords(kind))
        return Tr::tr(words);
    if (const char *words = actWords(kind)) {
        const QString text = Tr::tr(words);
        return text.contains(QLatin1String("%1")) ? text.arg(record.name, record.with) : text;
    }
    if (kind == QLatin1String("document.signed"))
        return Tr::tr("You signed %1").arg(name);
    if (kind == QLatin1String("document.exported"))
        return Tr::tr("A copy of %1 was saved outside the folder").arg(name);
    if (kind == QLatin1String("document.printed"))
        return Tr::tr("%1 was printed").arg(name);
    if (kind == QLatin1String("item.kept"))
        return Tr::tr("%1 was kept here, though another computer removed it").arg(name);
    if (kind == QLatin1String("removal.undone"))
        return Tr::tr("Another computer removed %1 documents and folders at once; you kept them").arg(record.name);
    if (kind == QLatin1String("removal.accepted"))
        return Tr::tr("You agreed that %1 was removed by another computer").arg(name);
    if (kind == QLatin1String("item.let_go"))
        return Tr::tr("You let %1 go: your operator does not have it any more").arg(name);
    if (kind == QLatin1String("conflict.resolved"))
        return Tr::tr("You decided between two versions of %1").arg(name);
    if (kind == QLatin1String("account.login"))
        return Tr::tr("You logged in at %1").arg(record.name);
    if (kind == QLatin1String("account.logout"))
        return Tr::tr("You logged out of %1").arg(record.name);
    if (kind == QLatin1String("terms.accepted"))
        return Tr::tr("You accepted the terms of %1").arg(record.name);
    if (kind == QLatin1String("device.appeared"))
        return Tr::tr("A new computer uses your folder: %1").arg(name);
    if (kind == QLatin1String("device.confirmed"))
        return Tr::tr("You said that a new computer is yours");
    if (kind == QLatin1String("log.forked"))
        return Tr::tr("This record goes on after the documents were saved from a damaged file");
    return record.name.isEmpty() ? kind : QString(kind + QLatin1String(": ") + record.name);
}

QString activityKind(const QString &kind)
{
    static const QHash<QString, const char *> names{
        {QStringLiteral("document.added"), QT_TRANSLATE_NOOP("Activity", "Documents added")},
        {QStringLiteral("folder.added"), QT_TRANSLATE_NOOP("Activity", "Folders made")},
        {QStringLiteral("document.version_added"), QT_TRANSLATE_NOOP("Activity", "New versions")},
        {QStringLiteral("document.sending_stopped"), QT_TRANSLATE_NOOP("Activity", "Sendings stopped")},
        {QStringLiteral("operation.given_up"), QT_TRANSLATE_NOOP("Activity", "Changes taken back")},
        {QStringLiteral("operator.count_differs"), QT_TRANSLATE_NOOP("Activity", "Other counts of your operator")},
        {QStringLiteral("operator.fixity_failed"), QT_TRANSLATE_NOOP("Activity", "Documents altered or lost by your operator")},
        {QStringLiteral("document.signed"), QT_TRANSLATE_NOOP("Activity", "Documents signed")},
        {QStringLiteral("document.exported"), QT_TRANSLATE_NOOP("Activity", "Copies saved outside the folder")},
        {QStringLiteral("document.printed"), QT_TRANSLATE_NOOP("Activity", "Documents printed")},
        {QStringLiteral("document.renamed"), QT_TRANSLATE_NOOP("Activity", "Names given")},
        {QStringLiteral("item.renamed"), QT_TRANSLATE_NOOP("Activity", "Names given")},
        {QStringLiteral("item.renamed_apart"), QT_TRANSLATE_NOOP("Activity", "Names that were taken already")},
        {QStringLiteral("item.moved"), QT_TRANSLATE_NOOP("Activity", "Moved to another folder")},
        {QStringLiteral("item.described"), QT_TRANSLATE_NOOP("Activity", "Labels, notes and dates changed")},
        {QStringLiteral("item.trashed"), QT_TRANSLATE_NOOP("Activity", "Put into the trash")},
        {QStringLiteral("item.restored"), QT_TRANSLATE_NOOP("Activity", "Taken out of the trash")},
        {QStringLiteral("item.purged"), QT_TRANSLATE_NOOP("Activity", "Deleted for ever")},
        {QStringLiteral("document.verdict_changed"), QT_TRANSLATE_NOOP("Activity", "Signatures with another result")},
        {QStringLiteral("conflict.resolved"), QT_TRANSLATE_NOOP("Activity", "Decisions between versions")},
        {QStringLiteral("document.rescued"), QT_TRANSLATE_NOOP("Activity", "Documents kept, though deleted elsewhere")},
        {QStringLiteral("document.kept_beside"), QT_TRANSLATE_NOOP("Activity", "Both versions kept")},
        {QStringLiteral("document.sent_again"), QT_TRANSLATE_NOOP("Activity", "Sent once more")},
        {QStringLiteral("removal.accepted"), QT_TRANSLATE_NOOP("Activity", "Removals of another computer accepted")},
        {QStringLiteral("item.let_go"), QT_TRANSLATE_NOOP("Activity", "Let go, after the operator had lost them")},
        {QStringLiteral("log.forked"), QT_TRANSLATE_NOOP("Activity", "Records that go on after a damaged file")},
        {QStringLiteral("log.restored"), QT_TRANSLATE_NOOP("Activity", "Records that go on from an older copy")},
        {QStringLiteral("item.kept"), QT_TRANSLATE_NOOP("Activity", "Kept, though removed elsewhere")},
        {QStringLiteral("removal.undone"), QT_TRANSLATE_NOOP("Activity", "Removals of another computer taken back")},
        {QStringLiteral("account.login"), QT_TRANSLATE_NOOP("Activity", "Logins")},
        {QStringLiteral("account.logout"), QT_TRANSLATE_NOOP("Activity", "Log-outs")},
        {QStringLiteral("terms.accepted"), QT_TRANSLATE_NOOP("Activity", "Terms accepted")},
        {QStringLiteral("device.appeared"), QT_TRANSLATE_NOOP("Activity", "New computers told here")},
        {QStringLiteral("document.given"), QT_TRANSLATE_NOOP("Activity", "Documents that you agreed to give")},
        {QStringLiteral("contribution.cancelled"), QT_TRANSLATE_NOOP("Activity", "Taken back before it was sent")},
        {QStringLiteral("contribution.returned"), QT_TRANSLATE_NOOP("Activity", "Came back without being given")},
        {QStringLiteral("notification.receipt_signed"), QT_TRANSLATE_NOOP("Activity", "Receipts that you signed")},
        {QStringLiteral("notification.opened"), QT_TRANSLATE_NOOP("Activity", "Notifications that you opened")},
        {QStringLiteral("notification.disputed"), QT_TRANSLATE_NOOP("Activity", "Notifications that were not as sealed")},
        {QStringLiteral("notification.saved"), QT_TRANSLATE_NOOP("Activity", "Documents of notifications saved outside")},
        {QStringLiteral("consent.given"), QT_TRANSLATE_NOOP("Activity", "Agreements to be notified")},
        {QStringLiteral("consent.withdrawn"), QT_TRANSLATE_NOOP("Activity", "Agreements withdrawn")},
        {QStringLiteral("evidence.saved"), QT_TRANSLATE_NOOP("Activity", "Evidence saved outside the folder")},
        {QStringLiteral("activity.saved"), QT_TRANSLATE_NOOP("Activity", "Copies of this record")},
        {QStringLiteral("recovery.renewed"), QT_TRANSLATE_NOOP("Activity", "New recovery codes")},
        {QStringLiteral("share.key_agreed"), QT_TRANSLATE_NOOP("Activity", "Keys of others that you agreed to")},
        {QStringLiteral("share.key_changed"), QT_TRANSLATE_NOOP("Activity", "Keys of others that changed")},
        {QStringLiteral("operator.alarm"), QT_TRANSLATE_NOOP("Activity", "Alarms about your operator's record")},
        {QStringLiteral("operator.alarm_noted"), QT_TRANSLATE_NOOP("Activity", "Alarms that you took note of")},
        {QStringLiteral("device.confirmed"), QT_TRANSLATE_NOOP("Activity", "Computers that you said are yours")},
    };
    const char *name = names.value(kind);
    const char *words = name ? name : operatorWords(kind);
    return words ? Tr::tr(words) : kind;
}

QList<ActivityGroup> activityGroups()
{
    const auto kinds = [](std::initializer_list<const char *> names) {
        QStringList out;
        for (const char *name : names)
            out += QString::fromLatin1(name);
        return out;
    };
    const QStringList added = kinds({"document.added", "document.version_added", "document.rescued",
                                     "document.kept_beside", "document.sent_again"});
    return {
        {QStringLiteral("added"), Tr::tr("Added"), added, added},
        {QStringLiteral("copied"), Tr::tr("Copies taken out"),
         kinds({"document.exported", "notification.saved", "evidence.saved", "activity.saved"}),
         kinds({"document.exported", "notification.saved"})},
        {QStringLiteral("printed"), Tr::tr("Prints"), kinds({"document.printed"}), kinds({"document.printed"})},
        {QStringLiteral("signed"), Tr::tr("Signatures"), kinds({"document.signed"}), kinds({"document.signed"})},
        {QStringLiteral("given"), Tr::tr("Given to entities"),
         kinds({"document.given", "contribution.cancelled", "contribution.returned", "act.contribution", "act.package",
                "act.filing", "act.filing-rejection"}),
         kinds({"document.given"})},
        {QStringLiteral("shared"), Tr::tr("Shared"),
         kinds({"act.share", "act.share-fetch", "act.share-acceptance", "act.share-refusal", "act.share-extension",
                "act.share-revocation", "act.share-expiry", "share.", "directory."}),
         kinds({"share.decided"})},
        {QStringLiteral("notified"), Tr::tr("Notifications"),
         kinds({"act.deposit", "act.access", "act.certificate", "act.closure", "act.expiry", "act.dispute", "act.key",
                "act.consent", "act.withdrawal", "act.inquiry", "notification.receipt_signed", "notification.opened",
                "notification.disputed", "consent."}),
         kinds({"act.deposit"})},
        {QStringLiteral("ordered"), Tr::tr("Names, places and descriptions"),
         kinds({"folder.added", "document.renamed", "item.renamed", "item.renamed_apart", "item.moved",
                "item.described"}), {}},
        {QStringLiteral("removed"), Tr::tr("Trash and decisions"),
         kinds({"item.trashed", "item.restored", "item.purged", "item.kept", "item.let_go", "removal.", "conflict."}),
         {}},
        {QStringLiteral("devices"), Tr::tr("Computers, logins and terms"),
         kinds({"device.", "keys.", "log.", "account.", "terms.", "recovery.", "operator."}), {}},
    };
}

QString activityLog(const QString &log)
{
    if (log.startsWith(QLatin1String("op")))
        return Tr::tr("record of your operator");
    return log.contains(u':') ? Tr::tr("record of the computer %1").arg(log.section(u':', 1, 1)) : Tr::tr("record of a computer");
}

QString activitySpan(const ActivitySpan &one)
{
    const QString anchored = Tr::tr("%1 of %2 anchored").arg(one.anchored).arg(one.records);
    if (one.records == 0 || !one.firstUtc.isValid() || !one.lastUtc.isValid())
        return Tr::tr("The %1: %2.").arg(activityLog(one.log), anchored);
    return Tr::tr("The %1: from %2 to %3, %4.").arg(activityLog(one.log), colombianDateTime(one.firstUtc), colombianDateTime(one.lastUtc), anchored);
}

namespace {

// Of one of the files of an export, and the line in it.
QString fileFault(const ActivityFault &fault)
{
    const QString line = QString::number(fault.seq);
    if (fault.reason == QLatin1String("missing"))
        return Tr::tr("the file %1 is not there").arg(fault.log);
    if (fault.reason == QLatin1String("cut"))
        return Tr::tr("line %1 of %2 is cut off").arg(line, fault.log);
    if (fault.reason == QLatin1String("detail_twice"))
        return Tr::tr("line %1 of %2 tells a detail that was told already").arg(line, fault.log);
    if (fault.reason == QLatin1String("detail_unknown"))
        return Tr::tr("line %1 of %2 belongs to no entry").arg(line, fault.log);
    if (fault.seq > 0)
        return Tr::tr("line %1 of %2 is none that Carriel writes").arg(line, fault.log);
    return Tr::tr("the file %1 is not as it was saved").arg(fault.log);
}

} // namespace

QString activityFault(const ActivityFault &fault)
{
    if (fault.reason == QLatin1String("key"))
        return Tr::tr("your operator does not stand by the key any more with which it signed");
    if (fault.reason == QLatin1String("forked") && fault.seq <= 0)
        return Tr::tr("your operator shows another history than the one it signed");
    if (fault.reason == QLatin1String("forked"))
        return Tr::tr("your operator showed two histories from its signature %1 on").arg(fault.seq);
    if (fault.log == QLatin1String("checkpoints"))
        return Tr::tr("signature %1 of your operator does not hold or does not follow the one before").arg(fault.seq);
    if (fault.reason == QLatin1String("foreign_file"))
        return Tr::tr("%1 has no place among its files").arg(neutral(fault.log));
    if (fault.log.contains(u'.'))
        return fileFault(fault);
    const QString whose = activityLog(fault.log);
    if (fault.reason == QLatin1String("log_missing"))
        return Tr::tr("the whole %1 is missing").arg(whose);
    if (fault.seq <= 0)
        return Tr::tr("the %1 is not the one that was signed").arg(whose);
    const QString number = QString::number(fault.seq);
    if (fault.reason == QLatin1String("missing"))
        return Tr::tr("number %1 of the %2 is missing").arg(number, whose);
    if (fault.reason == QLatin1String("detail_missing"))
        return Tr::tr("the detail of number %1 of the %2 is missing").arg(number, whose);
    if (fault.reason == QLatin1String("inserted") || fault.reason == QLatin1String("foreign"))
        return Tr::tr("number %1 of the %2 was put in").arg(number, whose);
    if (fault.reason == QLatin1String("reordered"))
        return Tr::tr("number %1 of the %2 stands elsewhere than it was written").arg(number, whose);
    return Tr::tr("number %1 of the %2 is not as it was written").arg(number, whose);
}

QString activityAlarm(const QString &reason)
{
    return activityFault({QStringLiteral("op"), 0, reason});
}

QString activityIcon(const QString &kind)
{
    if (kind.endsWith(QLatin1String("added")))
        return QStringLiteral("plus");
    if (kind.contains(QLatin1String("renamed")))
        return QStringLiteral("pencil");
    if (kind == QLatin1String("item.moved"))
        return QStringLiteral("folder-input");
    if (kind == QLatin1String("item.described"))
        return QStringLiteral("tag");
    if (kind == QLatin1String("item.trashed") || kind == QLatin1String("item.purged"))
        return QStringLiteral("trash-2");
    if (kind == QLatin1String("item.restored") || kind == QLatin1String("document.rescued"))
        return QStringLiteral("rotate-ccw");
    if (kind == QLatin1String("document.verdict_changed"))
        return QStringLiteral("shield-check");
    if (kind == QLatin1String("document.signed"))
        return QStringLiteral("pencil");
    if (kind == QLatin1String("document.exported"))
        return QStringLiteral("download");
    if (kind == QLatin1String("document.printed"))
        return QStringLiteral("printer");
    if (kind.startsWith(QLatin1String("operator.alarm")))
        return QStringLiteral("triangle-alert");
    if (kind.startsWith(QLatin1String("account.")))
        return QStringLiteral("key-round");
    if (kind == QLatin1String("terms.accepted") || kind == QLatin1String("consent.given"))
        return QStringLiteral("circle-check");
    if (kind == QLatin1String("document.given"))
        return QStringLiteral("send");
    if (kind.endsWith(QLatin1String(".saved")))
        return QStringLiteral("download");
    if (kind.startsWith(QLatin1String("device.")))
        return QStringLiteral("laptop");
    return kind == QLatin1String("conflict.resolved") ? QStringLiteral("copy") : QStringLiteral("activity");
}

} // namespace carriel::text
