// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// devices, logout, status, sync.
#include "app/commands/Alarms.h"
#include "app/commands/Change.h"
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "app/commands/Soon.h"
#include "app/commands/MailCommand.h"
#include "app/commands/OtherActs.h"
#include "app/commands/SetAside.h"
#include "app/commands/Standing.h"
#include "core/remote/RemoteErrors.h"
#include "core/services/Activity.h"
#include "core/services/Computers.h"
#include "core/services/DamagedDocuments.h"
#include "core/services/Guard.h"
#include "core/services/LostContent.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Transfers.h"
#include "core/sync/SyncErrors.h"
#include "core/vault/VaultErrors.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/ComputerWords.h"
#include "ui/text/Format.h"
#include "ui/text/StatusWords.h"

#include <QTimer>

#include <algorithm>

namespace carriel::commands {
namespace {

int asked(Documents &documents)
{
    const auto removal = documents.guard().massRemoval();
    return removal ? removal->removed : 0;
}

// What the operator lacks is a problem of its document, and named as one.
QJsonArray withMissing(const QJsonObject &status, Documents &documents)
{
    constexpr int most = 100; // "missing" counts them all
    QJsonArray out = status.value(QLatin1String("problems")).toArray();
    for (const MissingItem &one : documents.guard().missing().mid(0, most)) {
        const ErrorCode code = one.isContent() && !one.here ? errors::contentNowhere : sync::errors::goneAtOperator;
        out += problemJson({one.item, one.name, Error{code, {{QStringLiteral("name"), one.name}}, {}}, {}, {}});
    }
    return out;
}

// `headline`: told already, above all this. `fresh`: computers that came lately.
QString statusText(const SyncStatus &status, const Account &account, Documents &documents,
                   const QList<DeviceInfo> &fresh, std::optional<ErrorCode> headline = {})
{
    const int removals = asked(documents);
    QString text;
    if (!account.holderName.isEmpty())
        text += account.holderName + QStringLiteral(" · ") + account.holder.display() + u'\n';
    if (account.connected)
        text += account.op.url.toString() + u'\n';
    const auto told = [&](const SyncProblem &problem) {
        return headline && problem.item.isEmpty() && problem.error.code == *headline;
    };
    const bool missing = !documents.guard().missing().isEmpty();
    if (!missing || status.phase != SyncPhase::UpToDate) // else both have not the same
        text += standing(status, account, documents.transfers()).join(u'\n') + u'\n';
    if (status.conflicts > 0) {
        text += QCoreApplication::translate("Commands", "Changed here and elsewhere: %1. See them with: carriel-cli conflicts")
                    .arg(status.conflicts) + u'\n';
    }
    text += missingText(documents) + notedText(documents);
    if (removals > 0) {
        text += QCoreApplication::translate("Commands", "Another computer removed %n document(s) or folder(s) at once. They stay here until you answer: carriel-cli removals",
                                            nullptr, removals) + u'\n';
    }
    for (const DeviceInfo &device : fresh) {
        text += QCoreApplication::translate("Commands", "A new computer uses your folder: %1, since %2.")
                    .arg(onOneLine(text::computerName(device.name, account.deviceName)), text::dateTimeAtEnd(device.registeredUtc)) +
                u'\n';
        text += QStringLiteral("    ") +
                QCoreApplication::translate("Commands", "It was not you: carriel-cli devices remove %1")
                    .arg(device.id.text()) +
                u'\n';
        text +=
            QStringLiteral("    ") +
            QCoreApplication::translate("Commands", "It was you: carriel-cli devices mine %1").arg(device.id.text()) +
            u'\n';
    }
    for (const SyncProblem &problem : status.problems) {
        if (told(problem))
            continue;
        const text::Words words = wordsHere(problem.error);
        const QString what = problem.userMessage.isEmpty() ? words.title : problem.userMessage;
        text += u'\n' + (problem.itemName.isEmpty() ? what : QString(onOneLine(problem.itemName) + QStringLiteral(": ") + what)) + u'\n';
        if (!words.remedy.isEmpty())
            text += QStringLiteral("    ") + words.remedy + u'\n';
        if (problem.error.code == remote::errors::stepUpNeeded && !problem.item.isEmpty())
            text += QStringLiteral("    ") + confirmOrTakeBack(problem.item) + u'\n';
    }
    return text;
}

class Status final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        // What could not be counted is not told as nothing.
        then(DamagedDocuments::of(documents()).catalogue(), [this](const Outcome &reads) { reads ? look() : fail(reads.error()); });
    }

private:
    // Nothing waits in a folder that takes nothing: that is said beside it.
    void look()
    {
        then(DamagedDocuments::of(documents()).takesChanges(), [this](const Outcome &takes) {
            if (!takes && (takes.error().code == vault::errors::readOnly || takes.error().code == vault::errors::diskFull))
                tell(takes.error());
            ask();
        });
    }

    void ask()
    {
        const Account account = session().account();
        if (!account.connected) {
            answer(false);
            return;
        }
        // Whether the operator answers is asked, not remembered; but nobody waits long for a status.
        QTimer::singleShot(std::chrono::seconds(4), this, aloud([this] { answer(false); }));
        then(session().discover(account.op.url, {}), [this](const Result<OperatorInfo> &found) {
            // It is looked for after the operator: that one answered.
            const bool loginAway = !found.ok() && found.error().code == remote::errors::providerAway;
            if (loginAway)
                m_away = found.error();
            answer(found.ok() || loginAway);
        });
    }

    void answer(bool online)
    {
        documents().ids({});
        if (const auto unread = documents().unread()) {
            fail(*unread);
            return;
        }
        SyncStatus status = session().status();
        if (m_away)
            status.problems.append({{}, {}, *m_away, {}, {}});
        const Account account = session().account();
        if (online && status.phase == SyncPhase::Offline) // an engine that has not run in this process yet
            status.phase = SyncPhase::Waiting;
        const OtherActs others = otherActs(documents());
        const QString aside = account.loggedIn ? keptAsideWords(session().dir()) : setAsideWords(session().dir(), account);
        const QString text = statusText(status, account, documents(), newComputers(session())) + others.words + aside;
        QJsonObject object = statusJson(status, account, session().vaultState(), online);
        object.insert(QStringLiteral("problems"), withMissing(object, documents()));
        object.insert(QStringLiteral("set_aside"), QJsonArray::fromStringList(setAside(session().dir())));
        object.insert(QStringLiteral("new_computers"), computersJson(newComputers(session())));
        object.insert(QStringLiteral("acts"), others.json);
        object.insert(QStringLiteral("missing"), documents().guard().missing().size());
        object.insert(QStringLiteral("record_alarm"), orNull(documents().activity().alarm()));
        object.insert(QStringLiteral("record_alarm_noted"), orNull(utcText(documents().activity().alarmNotedUtc())));
        for (const Error &alarm : alarms(documents()))
            tell(alarm);
        done(object, text);
    }

    std::optional<Error> m_away; // where one logs in
};

class Sync final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        // Neither "both have the same" nor "nobody is logged in" is said where that could not be read.
        then(DamagedDocuments::of(documents()).catalogue(), [this](const Outcome &reads) { reads ? begin() : fail(reads.error()); });
    }

private:
    void begin()
    {
        if (!session().account().connected)
            return fail(Error{errors::noOperator, {}, {}});
        if (!session().account().loggedIn)
            return fail(noLogin());
        const QString wanted = invocation().options.value(QStringLiteral("wait"));
        bool isNumber = false;
        const int seconds = wanted.toInt(&isNumber);
        if (!wanted.isEmpty() && (!isNumber || seconds < 10 || seconds > 86400)) {
            fail(Error{errors::badWord,
                       {{QStringLiteral("what"), wanted}, {QStringLiteral("usage"), QCoreApplication::translate("Commands", "sync [--wait SECONDS], at least 10")}},
                       {}});
            return;
        }
        const QDateTime started = QDateTime::currentDateTimeUtc();
        then(sync(Patience::Long), [this, started](const Result<SyncStatus> &synced) {
            if (!synced.ok())
                return fail(synced.error());
            const auto next = [this, started, status = synced.value()] { answer(status, started); };
            synced.value().phase == SyncPhase::NeedsLogin ? next() : sendOtherActs(this, documents(), next);
        });
    }

    void answer(SyncStatus status, const QDateTime &started)
    {
        const Account account = session().account();
        const bool silent = status.silentSinceUtc.isValid(); // it was waited for long enough
        const bool online = !silent && status.lastContactUtc.isValid() && status.lastContactUtc >= started;
        if (!online && !silent && status.phase == SyncPhase::Syncing)
            status.phase = SyncPhase::Waiting; // it was not waited for any longer: nothing is exchanged now
        std::optional<Error> left;
        if (status.phase == SyncPhase::NeedsLogin)
            left = noLogin();
        else if (const auto cause = commonCause(status))
            left = cause;
        else if (!online)
            left = Error{errors::operatorAway, {}, {}};
        else if (status.failed > 0 || status.pending > 0 || !status.problems.isEmpty())
            left = Error{errors::notSent, {}, {}};
        // Of what stands still by the person's word the answer below says how it goes on: trying later would not help.
        const bool paused = left && left->code == errors::notSent && nothingMayGoUp(documents().transfers());
        if (left && !paused)
            tell(*left);
        // Documents come and go as ever; that the operator rewrites its record is said all the same.
        const QList<Error> alarming = alarms(documents());
        for (const Error &alarm : alarming)
            tell(alarm);
        const bool whole = alarming.isEmpty() && toFetch(documents().transfers()) == 0;
        const int exit = left ? exitFor(*left) : whole ? exits::done : exits::failed;
        const RenamedApart renamed = renamedSince(documents(), started);
        QString text =
            statusText(status, account, documents(), newComputers(session()), left && !paused ? std::optional(left->code) : std::nullopt);
        for (const QString &words : renamed.words)
            text += onOneLine(words) + u'\n';
        const OtherActs others = otherActs(documents());
        text += others.words;
        QJsonObject object = statusJson(status, account, session().vaultState(), online);
        object.insert(QStringLiteral("problems"), withMissing(object, documents()));
        object.insert(QStringLiteral("renamed"), renamed.json);
        object.insert(QStringLiteral("acts"), others.json);
        object.insert(QStringLiteral("missing"), documents().guard().missing().size());
        object.insert(QStringLiteral("record_alarm"), orNull(documents().activity().alarm()));
        object.insert(QStringLiteral("record_alarm_noted"), orNull(utcText(documents().activity().alarmNotedUtc())));
        object.insert(QStringLiteral("new_computers"), computersJson(newComputers(session())));
        done(object, text, exit);
    }
};

class Logout final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        then(session().logout(), [this](const Outcome &out) {
            if (!out.ok())
                return fail(out.error());
            const SyncStatus status = session().status();
            const int unsent = status.pending + status.waiting + status.failed;
            QString words = QCoreApplication::translate("Commands", "Logged out. The documents stay on this computer.");
            if (unsent > 0) {
                words += u'\n' + QCoreApplication::translate("Commands",
                    "%n change(s) of yours are only on this computer. Your operator gets them once you log in again.", nullptr, unsent);
            }
            done({{QStringLiteral("state"), QStringLiteral("logged_out")}, {QStringLiteral("pending"), unsent}}, words);
        });
    }
};

class Devices final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!session().account().loggedIn) {
            fail(session().account().connected ? noLogin() : Error{errors::noOperator, {}, {}});
            return;
        }
        const QStringList words = invocation().words;
        const bool known =
            !words.isEmpty() && (words.first() == QLatin1String("remove") || words.first() == QLatin1String("mine"));
        if (!words.isEmpty() && (!known || words.size() != 2)) {
            fail(Error{errors::badWord,
                       {{QStringLiteral("what"), words.first()}, {QStringLiteral("usage"), QStringLiteral("carriel-cli devices [remove|mine ID]")}}, {}});
            return;
        }
        if (words.isEmpty())
            list();
        else if (words.first() == QLatin1String("mine"))
            know(words.last());
        else
            remove(words.last());
    }

private:
    void list()
    {
        soon(this, session().devices(), [this](const Result<QList<DeviceInfo>> &devices) {
            if (!devices.ok()) {
                fail(devices.error());
                return;
            }
            QJsonArray items;
            QString text;
            const QStringList names = text::computerNames(devices.value());
            for (const DeviceInfo &device : devices.value()) {
                const bool gone = device.revokedUtc.isValid();
                items += QJsonObject{
                    {QStringLiteral("id"), device.id.text()},
                    {QStringLiteral("name"), device.name},
                    {QStringLiteral("state"), gone ? QStringLiteral("removed") : QStringLiteral("active")},
                    {QStringLiteral("since"), utcText(device.registeredUtc)},
                    {QStringLiteral("removed"), gone ? QJsonValue(utcText(device.revokedUtc)) : QJsonValue()},
                    {QStringLiteral("this"), device.thisOne}};
                text += device.id.text() + QStringLiteral("  ") + onOneLine(names.at(items.size() - 1));
                if (device.thisOne)
                    text += QStringLiteral("  ") + QCoreApplication::translate("Commands", "(this computer)");
                if (gone)
                    text += QStringLiteral("  ") + QCoreApplication::translate("Commands", "(removed on %1)")
                                                       .arg(text::dateTime(device.revokedUtc));
                text += u'\n';
            }
            done({{QStringLiteral("items"), items}}, text);
        });
    }

    void know(const QString &id)
    {
        const QList<DeviceInfo> asked = newComputers(session());
        const bool one =
            std::any_of(asked.begin(), asked.end(), [&id](const DeviceInfo &d) { return d.id.text() == id; });
        if (!one) {
            fail(Error{errors::badWord,
                       {{QStringLiteral("what"), id}, {QStringLiteral("usage"), QStringLiteral("carriel-cli devices [remove|mine ID]")}}, {}});
            return;
        }
        then(confirmComputer(session(), DeviceId(id)), [this, id](const Outcome &known) {
            if (known.ok())
                done({{QStringLiteral("id"), id}, {QStringLiteral("state"), QStringLiteral("mine")}},
                     QCoreApplication::translate("Commands", "Noted: that computer is yours."));
            else
                fail(known.error());
        });
    }

    void remove(const QString &id)
    {
        then(session().revokeDevice(DeviceId(id)), [this, id](const Outcome &removed) {
            if (removed.ok())
                done({{QStringLiteral("id"), id}, {QStringLiteral("state"), QStringLiteral("removed")}},
                     QCoreApplication::translate("Commands",
                                                 "Removed. It gets nothing new; what it holds stays on it."));
            else
                fail(removed.error());
        });
    }
};

} // namespace

std::unique_ptr<Command> makeAccountCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("login"))
        return makeLogin(environment, invocation);
    if (invocation.command == QLatin1String("devices"))
        return std::make_unique<Devices>(environment, invocation);
    if (invocation.command == QLatin1String("logout"))
        return std::make_unique<Logout>(environment, invocation);
    if (invocation.command == QLatin1String("status"))
        return std::make_unique<Status>(environment, invocation);
    if (invocation.command == QLatin1String("sync"))
        return std::make_unique<Sync>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
