// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ShareWords.h"

#include "core/services/shares/ShareErrors.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/OneStop.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace carriel::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Share)
};

QString comeBack(const ShareInfo &one)
{
    const QString &reason = one.reason;
    if (reason == QLatin1String("late"))
        return Tr::tr("Came back to you: a day passed before it could be sent. Nothing was shared.");
    if (reason == QLatin1String("changed"))
        return Tr::tr("Came back to you: a document was changed before it could be sent. Nothing was shared.");
    if (reason == QLatin1String("unseen"))
        return Tr::tr("Came back to you: the number is of %1, and you had not seen it. Nothing was shared. Confirm it only if that is who you mean.")
            .arg(neutral(one.personName));
    if (reason == QLatin1String("recipient_unknown"))
        return Tr::tr("Came back to you: nobody is found under that number. Nothing was shared.");
    if (reason == QLatin1String("recipient_key_changed"))
        return Tr::tr("Came back to you: the key of that person is another one now. Nothing was shared. Look at the new one before you share.");
    return Tr::tr("Came back to you (%1). Nothing was shared.").arg(neutral(reason));
}

QString waiting(const QString &what)
{
    if (what == QLatin1String("revoke"))
        return Tr::tr("You ended it. Your operator does not know yet: until then it can still be read.");
    if (what == QLatin1String("extend"))
        return Tr::tr("You gave it more time. Your operator does not know yet.");
    if (what == QLatin1String("erase"))
        return Tr::tr("You asked for the copies to be erased. Your operator does not know yet.");
    return Tr::tr("You answered. Your operator does not know yet.");
}

// What its owner threw away is not given while the share lasts. Empty: all of it is there.
QString gone(const ShareInfo &one)
{
    const auto count = std::count_if(one.documents.cbegin(), one.documents.cend(), [](const ShareDocument &document) { return !document.available; });
    if (count == 0 || !one.isOpen() || one.state == QLatin1String("queued"))
        return {};
    if (count == one.documents.size())
        return one.mine ? Tr::tr("Nobody can read it now: it is in your trash or deleted. The share would go on until %1.").arg(colombianDateTime(one.expiresUtc))
                        : Tr::tr("It cannot be read now: whoever shares it has put it into the trash or deleted it. The share would go on until %1.")
                              .arg(colombianDateTime(one.expiresUtc));
    return Tr::tr("Of its documents, %n is in the trash or deleted and is not given.", nullptr, int(count));
}

// What a copy keeps of it.
QString doubtOf(const QString &senderKey)
{
    if (senderKey == QLatin1String("new"))
        return Tr::tr("When it was kept nobody had confirmed that the key which signed it was that person's.");
    if (senderKey == QLatin1String("changed"))
        return Tr::tr("When it was kept it was signed with another key than the one known of that person, and nothing confirmed it.");
    return {};
}

} // namespace

static QString stateOf(const ShareInfo &one)
{
    if (!one.waiting.isEmpty())
        return waiting(one.waiting);
    const QString until = colombianDateTime(one.expiresUtc);
    if (one.state == QLatin1String("queued"))
        return one.reason == QLatin1String("unseen") ? Tr::tr("Not shared: nobody has seen yet whose number that is. It comes back to you with the name.")
                                                     : Tr::tr("Waits to be sent");
    if (one.state == QLatin1String("unknown"))
        return Tr::tr("Sent, and the answer has not come yet. It is never shared twice.");
    if (one.state == QLatin1String("offered"))
        return one.mine ? Tr::tr("Not read yet; shared until %1").arg(until) : Tr::tr("Waits for your answer; shared until %1").arg(until);
    if (one.state == QLatin1String("accepted")) {
        if (!one.mine)
            return Tr::tr("You accepted it; shared until %1").arg(until);
        return one.fetches == 0 ? Tr::tr("Accepted and not read yet; shared until %1").arg(until)
                                : Tr::tr("Read %n time(s); shared until %1", nullptr, one.fetches).arg(until);
    }
    if (one.state == QLatin1String("declined"))
        return one.mine ? Tr::tr("It was declined") : Tr::tr("You declined it");
    if (one.state == QLatin1String("revoked"))
        return one.reason == QLatin1String("wrong_codes") ? Tr::tr("Ended: five wrong codes were tried")
               : one.endedUtc.isValid()                   ? Tr::tr("Shared no longer since %1").arg(colombianDateTime(one.endedUtc))
                                                          : Tr::tr("It is shared no longer");
    if (one.state == QLatin1String("expired"))
        return Tr::tr("It ran out on %1").arg(until);
    if (one.state == QLatin1String("cancelled"))
        return one.reason != QLatin1String("confirmed") ? Tr::tr("You cancelled it. Nothing was shared.")
               : one.followedBy.isEmpty() ? Tr::tr("Nothing was shared under this number. What you confirmed has another one in this list.")
                                          : Tr::tr("Nothing was shared under this number. What you confirmed has the number %1.").arg(one.followedBy);
    return comeBack(one);
}

QString shareVersion(bool newest)
{
    return newest ? Tr::tr("Always the newest version: whoever reads it also gets what you change later.")
                  : Tr::tr("This version, also when you change the document later.");
}

QString linkOpened(const ShareInfo &one)
{
    return Tr::tr("The code was used on %1: the link opens for nobody else. The browser that used it could read for an hour. For somebody else, share again.")
        .arg(colombianDateTime(one.linkOpenedUtc));
}

QString wrongCodes(const ShareInfo &one)
{
    if (one.wrongCodesUtc.isEmpty())
        return {};
    return Tr::tr("A wrong code was tried %n time(s), the last one on %1. After five the link ends.", nullptr, int(one.wrongCodesUtc.size()))
        .arg(colombianDateTime(one.wrongCodesUtc.last()));
}

QString shareState(const ShareInfo &one)
{
    QString state = stateOf(one);
    if (const QString less = one.waiting.isEmpty() ? gone(one) : QString(); !less.isEmpty()) {
        const bool all = std::none_of(one.documents.cbegin(), one.documents.cend(), [](const ShareDocument &document) { return document.available; });
        state = oneStop(all && one.fetches == 0 ? less : QStringLiteral("%1. %2").arg(state, less));
    }
    const bool ends = !one.isOpen() || one.waiting == QLatin1String("revoke");
    if (!one.mine || !ends || one.fetches == 0)
        return state;
    // An end takes no copy back: it is said wherever the end is.
    const QString kept = one.personId.isEmpty() ? Tr::tr("It was read %n time(s): whoever opened it keeps it.", nullptr, one.fetches)
                                                : Tr::tr("%1 read it %n time(s) and keeps what was opened.", nullptr, one.fetches)
                                                      .arg(shareName(one));
    return oneStop(QStringLiteral("%1. %2").arg(state, kept));
}

QString whoIs(const QString &id, const QString &name)
{
    const QString number = personWords(id);
    return name.isEmpty() ? number : QStringLiteral("%1, %2").arg(neutral(name), number);
}

QString shareName(const ShareInfo &one)
{
    return one.personName.isEmpty() ? personWords(one.personId) : neutral(one.personName);
}

QString shareReader(const QString &id)
{
    return id.startsWith(QLatin1String("co:")) ? personWords(id) : neutral(id);
}

QString shareErasure(const ShareInfo &one)
{
    if (!one.erasureAskedUtc.isValid())
        return {};
    const QString who = shareName(one);
    const QString asked = one.mine ? Tr::tr("On %1 you asked %2 to erase the copies.").arg(colombianDateTime(one.erasureAskedUtc), who)
                                   : Tr::tr("On %1 %2 asked you to erase the copies that you have.").arg(colombianDateTime(one.erasureAskedUtc), who);
    if (!one.erasureAnsweredUtc.isValid())
        return one.mine ? asked + u' ' + Tr::tr("There is no answer yet. Asking is not erasing.") : asked;
    const QString when = colombianDateTime(one.erasureAnsweredUtc);
    if (!one.mine)
        return asked + u' ' + (one.erased ? Tr::tr("You answered on %1 that you erased them.").arg(when)
                                          : oneStop(Tr::tr("You answered on %1 that you keep them: %2.").arg(when, neutral(one.keptBecause))));
    return asked + u' ' + (one.erased ? Tr::tr("%2 said on %1: erased. That is the word of %2; nobody can check it.").arg(when, who)
                                      : oneStop(Tr::tr("%2 said on %1 that they are kept: %3.").arg(when, who, neutral(one.keptBecause))));
}

bool shareTrouble(const ShareInfo &one)
{
    return one.state == QLatin1String("returned") || !one.defects.isEmpty();
}

QString shareKeyStanding(const ShareRecipient &one)
{
    const QString &is = one.key.standing;
    if (is == QLatin1String("proven"))
        return Tr::tr("The identity provider says that this key is that person's.");
    if (is == QLatin1String("known"))
        return Tr::tr("You have used this key before.");
    if (is == QLatin1String("unconfirmed"))
        return Tr::tr("Nobody confirms this key. Call the person and compare the code: only if both of you read the same is it the right one.");
    if (is == QLatin1String("followed"))
        return Tr::tr("This person has a new key. The old one and the identity provider confirm it. Nothing is shared with it until you say so.");
    if (is == QLatin1String("changed"))
        return Tr::tr("This person has another key, and nothing confirms it. Somebody may be in between: call the person and compare the code before you share.");
    if (is == QLatin1String("false"))
        return Tr::tr("What your operator names as the key of this person is not. Nothing is shared. Ask your operator.");
    return Tr::tr("This person has no key yet: nothing sealed can be shared with him.");
}

QString shareKeyNow(const ShareInfo &one)
{
    if (one.keyNow.isEmpty())
        return {};
    const QString who = shareName(one);
    return Tr::tr("Your operator names another key for %1 than the one that you shared this with. Perhaps a computer was changed or lost; perhaps somebody "
                  "is in between. Ask, by another way, before you share again. Whoever has the old key can still read this one: if it was lost, stop "
                  "sharing.")
        .arg(who);
}

QString shareSender(const ShareInfo &one)
{
    const QString &is = one.senderKey;
    const QString who = shareName(one);
    if (is == QLatin1String("compared"))
        return Tr::tr("Signed with the key of %1: you compared its code.").arg(who);
    if (is == QLatin1String("proven"))
        return Tr::tr("Signed with the key of %1: the identity provider says that it is that person's.").arg(who);
    if (is == QLatin1String("followed"))
        return Tr::tr("Signed with the new key of %1: the one before and the identity provider confirm it.").arg(who);
    if (is == QLatin1String("known"))
        return Tr::tr("Signed with the key of %1 that you have used before.").arg(who);
    if (is == QLatin1String("changed"))
        return Tr::tr("Careful: this is signed with another key than the one that you know of %1, and nothing confirms it. It may be somebody else. "
                      "Call %1 by another way and compare the code before you rely on it.")
            .arg(who);
    if (is == QLatin1String("new"))
        return Tr::tr("Nobody has confirmed that the key which signed this is that of %1: it may be somebody else under that name. Call %1 by another way "
                      "and compare the code before you rely on it.")
            .arg(who);
    return {};
}

QString shareTrashed(const QList<ShareInfo> &readable)
{
    constexpr int mostNamed = 2;
    QStringList readers;
    for (const ShareInfo &one : readable) {
        const QString who = one.personId.isEmpty() ? Tr::tr("whoever has a link") : shareName(one);
        if (!readers.contains(who))
            readers += who;
    }
    if (readers.isEmpty())
        return {};
    const int more = int(readers.size()) - mostNamed;
    const QString names = readers.mid(0, mostNamed).join(QStringLiteral(", "));
    return Tr::tr("You share it with %1: in the trash nobody can read it once your operator knows, and if you take it out, the share goes on. To end it, open Shared.")
        .arg(more > 0 ? Tr::tr("%1 and %n more", nullptr, more).arg(names) : names);
}

QList<Error> stillShared(const ShareInfo &ended, const Shares &all)
{
    QList<Error> out;
    for (const ShareInfo &one : ended.mine ? all.likewise(ended.personId, ended.documents) : QList<ShareInfo>()) {
        if (one.id != ended.id)
            out += Error{shares::errors::stillShared,
                         {{QStringLiteral("id"), one.id},
                          {QStringLiteral("name"), neutral(one.documents.value(0).name)},
                          {QStringLiteral("who"), shareName(one)},
                          {QStringLiteral("date"), colombianDateTime(one.expiresUtc)}},
                         {}};
    }
    return out;
}

QString shareReaders(const QList<ShareInfo> &all)
{
    QStringList readers;
    for (const ShareInfo &one : all) {
        const QString who = one.personId.isEmpty() ? Tr::tr("whoever has a link") : shareName(one);
        if (one.follow && one.isOpen() && one.waiting != QLatin1String("revoke") && !readers.contains(who))
            readers += who;
    }
    return readers.isEmpty() ? QString()
                             : Tr::tr("The new version is also for %1: you share this document always in its newest version.").arg(readers.join(QStringLiteral(", ")));
}

QString shareOrigin(const ShareInfo &one)
{
    const QString origin = Tr::tr("Copy of what was shared with me. %1, on %2. What for: %3")
                               .arg(shareWith(one), date(colombianDate(one.madeUtc)), neutral(one.purpose));
    const QString doubt = doubtOf(one.senderKey);
    return doubt.isEmpty() ? origin : origin + QLatin1Char('\n') + doubt;
}

SharePlace sharePlace(const ShareInfo &one)
{
    return {rootItem(), {Tr::tr("Shared with me"), whoIs(one.personId, one.personName)}};
}

QString shareReceived(const ReceivedFrom &from)
{
    const QString words = Tr::tr("%1, who shared it with you on %2").arg(whoIs(from.person, from.name), date(colombianDate(from.sharedUtc)));
    const QString doubt = doubtOf(from.key);
    return doubt.isEmpty() ? words : QStringLiteral("%1. %2").arg(words, doubt);
}

QString shareWith(const ShareInfo &one)
{
    if (one.personId.isEmpty())
        return Tr::tr("By link, for whoever has its code");
    const QString who = whoIs(one.personId, one.personName);
    return one.mine ? Tr::tr("To %1").arg(who) : Tr::tr("From %1").arg(who);
}

} // namespace carriel::text
