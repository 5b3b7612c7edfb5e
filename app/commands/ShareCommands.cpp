// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// share: letting others read documents, and reading what others share.
#include "app/commands/CommandErrors.h"
#include "app/commands/Commands.h"
#include "app/commands/Json.h"
#include "app/commands/ShareCommand.h"
#include "app/commands/Soon.h"
#include "core/services/ShareNow.h"
#include "core/services/ServiceErrors.h"
#include "core/services/shares/ShareErrors.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/Format.h"
#include "ui/text/ShareWords.h"
#include "ui/text/VerdictWords.h"

namespace carriel::commands {
namespace {

// The first, and how many more.
QString namesOf(const ShareInfo &one)
{
    const QString first = text::neutral(one.documents.value(0).name);
    const int more = int(one.documents.size()) - 1;
    return more > 0 ? QCoreApplication::translate("Commands", "%1 and %n more", nullptr, more).arg(first) : first;
}

QString compareHint(const ShareInfo &one)
{
    return QCoreApplication::translate("Commands", "If both of you read the same code: carriel-cli share compare %1 --yes").arg(one.id);
}

// What a share says of itself, with all of it: for who decides on it.
QString whole(const ShareInfo &one)
{
    QStringList lines{QStringLiteral("%1  %2").arg(one.id, text::shareWith(one)), text::shareState(one),
                      QCoreApplication::translate("Commands", "What for: %1").arg(text::neutral(one.purpose))};
    if (!one.message.isEmpty())
        lines += text::neutral(one.message);
    for (const ShareDocument &document : one.documents) {
        lines += QStringLiteral("  - %1  %2").arg(text::neutral(document.name), text::size(document.size));
        if (document.sha256.size() == 32)
            lines.last() += QStringLiteral("  ") + digestLine(document);
        if (!document.available)
            lines.last() += QStringLiteral("  ") + QCoreApplication::translate("Commands", "(in the trash or deleted: it is not given)");
    }
    if (one.isOpen())
        lines += text::shareVersion(one.follow);
    if (one.sealed)
        lines += QCoreApplication::translate("Commands", "End to end: your operator cannot open it.");
    if (const QString other = text::shareKeyNow(one); !other.isEmpty())
        lines += other;
    if (const QString sender = text::shareSender(one); !sender.isEmpty())
        lines += sender;
    if (one.senderDoubtful())
        lines += compareHint(one);
    if (!one.compareCode.isEmpty())
        lines += QCoreApplication::translate("Commands", "Code of your key and the other's; both see the same: %1").arg(one.compareCode);
    for (const ShareReadingInfo &reading : one.readings)
        lines += QCoreApplication::translate("Commands", "%1  read by %2: %3")
                     .arg(text::colombianDateTime(reading.atUtc), text::shareReader(reading.by), text::neutral(reading.document));
    for (const QDateTime &at : one.wrongCodesUtc)
        lines += QCoreApplication::translate("Commands", "%1  somebody tried a wrong code").arg(text::colombianDateTime(at));
    if (one.linkOpenedUtc.isValid() && one.isOpen())
        lines += text::linkOpened(one);
    if (one.linkOpens())
        lines += one.link.toString();
    if (!one.code.isEmpty() && one.isOpen() && !one.linkOpenedUtc.isValid())
        lines += QCoreApplication::translate("Commands", "Code, for one use; give it by another way: %1").arg(one.code);
    if (const QString erasure = text::shareErasure(one); !erasure.isEmpty())
        lines += erasure;
    for (const QString &defect : one.defects)
        lines += QCoreApplication::translate("Commands", "This does not hold: %1").arg(defect);
    return lines.join(u'\n');
}

// Whether who signed what came sealed is who it says: asked, said with its code, and with --yes taken as the person's word.
class ShareCompare final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
        if (invocation().words.size() != 2)
            return fail(usage());
        const QString id = word(1);
        fresh([this, id] {
            const auto one = shared().one(id);
            if (!one || one->senderKey.isEmpty())
                return fail(Error{shares::errors::noSuchShare, {{QStringLiteral("id"), id}}, {}});
            soon(this, shared().lookAtSender(id), [this, id](const Outcome &looked) {
                if (!looked && looked.error().code == shares::errors::keyFalse)
                    return fail(looked.error()); // else: he is not found, or there is no network, and the code is compared all the same
                say(id);
            });
        });
    }

private:
    void say(const QString &id)
    {
        const auto one = shared().one(id);
        note(text::shareSender(*one));
        if (!one->compareCode.isEmpty())
            note(QCoreApplication::translate("Commands", "Code of your key and the other's; both see the same: %1").arg(one->compareCode));
        if (!one->senderDoubtful())
            return tell(id, text::shareSender(*one));
        if (!invocation().has(QStringLiteral("yes")))
            return fail(Error{one->senderKey == QLatin1String("changed") ? shares::errors::keyChanged : shares::errors::keyUnconfirmed,
                              {{QStringLiteral("id"), one->personId}, {QStringLiteral("name"), one->personName}, {QStringLiteral("code"), one->compareCode}},
                              {}});
        then(shared().agreeToSender(id), [this, id](const Outcome &agreed) {
            if (!agreed)
                return fail(agreed.error());
            tell(id, text::shareSender(shared().one(id).value_or(ShareInfo())));
        });
    }
};

class ShareList final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
        const bool show = word(0) == QLatin1String("show");
        if ((show && invocation().words.size() != 2) ||
            (!show && !word(0).isEmpty() && (word(0) != QLatin1String("list") || invocation().words.size() > 1)))
            return fail(usage());
        fresh([this, show] { show ? showOne() : showAll(); });
    }

private:
    void showOne()
    {
        const auto one = shared().one(word(1));
        one ? done(shareJson(*one), whole(*one)) : fail(Error{shares::errors::noSuchShare, {{QStringLiteral("id"), word(1)}}, {}});
    }
    void showAll()
    {
        QJsonArray items;
        QString lines;
        const QList<ShareInfo> all = shared().list();
        for (const ShareInfo &one : all) {
            items.append(shareJson(one));
            lines += QStringLiteral("%1  %2\n    %3 · %4\n    %5\n")
                         .arg(one.id, text::shareWith(one), namesOf(one), text::neutral(one.purpose), text::shareState(one));
            if (one.follow && one.isOpen())
                lines += QStringLiteral("    %1\n").arg(text::shareVersion(true));
            if (one.sealed && !one.mine && !text::shareSender(one).isEmpty())
                lines += QStringLiteral("    %1\n").arg(text::shareSender(one));
            if (one.senderDoubtful())
                lines += QStringLiteral("    %1\n").arg(compareHint(one));
            if (const QString erasure = text::shareErasure(one); !erasure.isEmpty())
                lines += QStringLiteral("    %1\n").arg(erasure);
            if (one.asksErasure() && one.waiting.isEmpty())
                lines += QStringLiteral("    carriel-cli share erased %1 | share kept %1 --message \"…\"\n").arg(one.id);
            if (mayBeConfirmed(one))
                lines += QStringLiteral("    carriel-cli share confirm %1\n").arg(one.id);
        }
        if (!all.isEmpty())
            lines += QCoreApplication::translate("Commands", "All of one, with who read what: carriel-cli share show ID");
        listed(items, lines.trimmed(), all.isEmpty() ? exits::nothingThere : exits::done);
    }
};

class ShareChange final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
        if (invocation().words.size() != 2)
            return fail(usage());
        fresh([this] {
            const QString id = word(1);
            if (word(0) == QLatin1String("revoke"))
                return soon(this, shared().revoke(id, isAway()), [this, id](const Outcome &told) {
                    tellStill(id);
                    decided(id, told, QCoreApplication::translate("Commands", "It is shared no longer: %1").arg(id));
                });
            if (word(0) == QLatin1String("decline"))
                return soon(this, shared().decline(id, isAway()), [this, id](const Outcome &told) {
                    decided(id, told, QCoreApplication::translate("Commands", "Declined: %1").arg(id));
                });
            if (option("expires").isEmpty())
                return fail(needed("--expires"));
            const auto until = shareEndIn(option("expires"));
            if (!until)
                return fail(until.error());
            if (const auto link = shared().one(id); link && link->linkOpenedUtc.isValid())
                return fail(Error{shares::errors::linkUsed, {{QStringLiteral("date"), text::colombianDateTime(link->linkOpenedUtc)}}, {}});
            soon(this, shared().extend(id, until.value(), isAway()), [this, id, until = until.value()](const Outcome &told) {
                decided(id, told, QCoreApplication::translate("Commands", "Shared until %1: %2").arg(text::colombianDateTime(until), id));
            });
        });
    }

private:
    // Whoever ended one of two would believe that nobody reads it any more.
    void tellStill(const QString &id)
    {
        const auto ended = shared().one(id);
        for (const Error &one : ended ? text::stillShared(*ended, shared()) : QList<Error>())
            Command::tell(one);
    }
};

// Asking whoever read it to erase the copies, and the word of who was asked.
class ShareErasure final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
        if (invocation().words.size() != 2)
            return fail(usage());
        if (word(0) == QLatin1String("kept") && option("message").trimmed().isEmpty())
            return fail(needed("--message"));
        fresh([this] {
            const QString id = word(1);
            const bool asks = word(0) == QLatin1String("ask-erasure");
            if (asks)
                note(QCoreApplication::translate("Commands", "Asking is not erasing: your operator passes it on, and the answer is the other's word."));
            const auto now = shared().one(id);
            if (asks && now && now->erasureAskedUtc.isValid())
                note(QCoreApplication::translate("Commands", "You asked this before; it is asked once. Nothing was sent now."));
            const QString kept = word(0) == QLatin1String("kept") ? option("message") : QString();
            soon(this, asks ? shared().askErasure(id) : shared().answerErasure(id, kept), [this, id](const Outcome &told) {
                const auto one = shared().one(id);
                const bool waits = one && (one->waiting == QLatin1String("erase") || one->waiting == QLatin1String("erased") || one->waiting == QLatin1String("kept"));
                if (waits)
                    return done(shareJson(*one), QCoreApplication::translate("Commands", "It is stored and will be sent when there is a network: %1").arg(id));
                if (!told)
                    return fail(told.error());
                tell(id, one ? text::shareErasure(*one) : QString());
            });
        });
    }
};

class ShareFind final : public ShareCommand
{
public:
    using ShareCommand::ShareCommand;
    void start() override
    {
        if (word(0) == QLatin1String("find") || word(0) == QLatin1String("key")) {
            if (invocation().words.size() != 2)
                return fail(usage());
            const auto person = personIn(word(1));
            if (!person)
                return fail(person.error());
            return soon(this, shared().find(person.value()), [this](const Result<ShareRecipient> &found) {
                if (!found)
                    return fail(found.error());
                if (word(0) == QLatin1String("key"))
                    return key(found.value());
                const ShareRecipient &one = found.value();
                done(jsonOf(one), QStringLiteral("%1  %2").arg(one.id, text::neutral(one.name)));
            });
        }
        const auto told = [this](const Result<bool> &on) {
            if (!on)
                return fail(on.error());
            done({{QStringLiteral("findable"), on.value()}},
                 on.value() ? QCoreApplication::translate("Commands", "Whoever knows your number can share with you.")
                            : QCoreApplication::translate("Commands", "Nobody can share with you: your number is not found."));
        };
        if (word(1).isEmpty())
            return soon(this, shared().findable(), told);
        if (word(1) != QLatin1String("on") && word(1) != QLatin1String("off"))
            return fail(usage());
        soon(this, shared().setFindable(word(1) == QLatin1String("on")), told);
    }

private:
    static QJsonObject jsonOf(const ShareRecipient &one)
    {
        return {{QStringLiteral("id"), one.id},
                {QStringLiteral("kind"), one.kind},
                {QStringLiteral("name"), text::neutral(one.name)},
                {QStringLiteral("key"), one.key.standing},
                {QStringLiteral("compare_code"), one.key.code.isEmpty() ? QJsonValue() : QJsonValue(one.key.code)}};
    }
    // The code that both compare; with --yes the person says that they did, or that the new key is right.
    void key(const ShareRecipient &one)
    {
        const auto trouble = one.keyTrouble();
        const bool asks = trouble && (trouble->code == shares::errors::keyUnconfirmed || trouble->code == shares::errors::keyChanged) && !one.key.kid.isEmpty();
        if (trouble && !asks)
            return fail(*trouble);
        note(text::shareKeyStanding(one));
        if (!one.key.code.isEmpty())
            note(QCoreApplication::translate("Commands", "Code of your key and the other's; both see the same: %1").arg(one.key.code));
        const QString good = QCoreApplication::translate("Commands", "Sealed documents are shared with this key: %1").arg(one.id);
        if (!asks)
            return done(jsonOf(one), good);
        if (!invocation().has(QStringLiteral("yes")))
            return fail(*trouble);
        then(shared().agree(one.id, one.key.kid), [this, one, good](const Outcome &agreed) {
            if (!agreed)
                return fail(agreed.error());
            ShareRecipient now = one;
            now.key.standing = QStringLiteral("known");
            done(jsonOf(now), good);
        });
    }
};

} // namespace

std::unique_ptr<Command> makeShareCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command != QLatin1String("share"))
        return nullptr;
    const QString word = invocation.words.value(0);
    if (word == QLatin1String("create"))
        return makeShareCreate(environment, invocation);
    if (word == QLatin1String("revoke") || word == QLatin1String("extend") || word == QLatin1String("decline"))
        return std::make_unique<ShareChange>(environment, invocation);
    if (word == QLatin1String("ask-erasure") || word == QLatin1String("erased") || word == QLatin1String("kept"))
        return std::make_unique<ShareErasure>(environment, invocation);
    if (word == QLatin1String("confirm"))
        return makeShareCreate(environment, invocation);
    if (word == QLatin1String("compare"))
        return std::make_unique<ShareCompare>(environment, invocation);
    if (word == QLatin1String("accept"))
        return makeShareAccept(environment, invocation);
    if (word == QLatin1String("find") || word == QLatin1String("key") || word == QLatin1String("findable"))
        return std::make_unique<ShareFind>(environment, invocation);
    return std::make_unique<ShareList>(environment, invocation);
}

} // namespace carriel::commands
