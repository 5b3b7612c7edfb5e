// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// keys: whether sealed documents open on this computer, and how another of the person's gets to open them.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/YesOrNo.h"
#include "core/services/ServiceErrors.h"
#include "core/services/sealed/SealedErrors.h"
#include "core/services/sealed/SealedDocuments.h"

#include <QTimer>

namespace carriel::commands {
namespace {

constexpr std::chrono::seconds betweenLooks{1};
constexpr int mostLooks = 600;

QString grouped(const QString &digits)
{
    return digits.left(3) + QLatin1Char(' ') + digits.mid(3);
}

class Keys final : public Command
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
        const QString what = words.value(0);
        if (words.isEmpty())
            look();
        else if (what == QLatin1String("allow") && words.size() == 2)
            allow(DeviceId(words.last()));
        else if (what == QLatin1String("pair") && words.size() == 1)
            pair();
        else if (what == QLatin1String("recover") && words.size() == 1)
            recover();
        else if (what == QLatin1String("reset") && words.size() == 1)
            startOver();
        else if (what == QLatin1String("prove") && words.size() == 1)
            prove();
        else
            fail(Error{errors::badWord,
                       {{QStringLiteral("what"), what}, {QStringLiteral("usage"), QStringLiteral("carriel-cli keys [allow ID|pair|recover|reset|prove]")}},
                       {}});
    }

private:
    SealedDocuments &keys() { return SealedDocuments::of(documents()); }

    void look()
    {
        then(keys().refreshKeys(), [this](const Result<KeysStanding> &standing) {
            if (standing.ok())
                tellStanding(standing.value());
            else
                fail(standing.error());
        });
    }

    void tellStanding(KeysStanding standing)
    {
        static constexpr const char *names[] = {"ready", "waiting", "started_over", "altered", "unsupported"};
        static constexpr const char *sentences[] = {
            QT_TRANSLATE_NOOP("Commands", "Sealed documents open on this computer."),
            QT_TRANSLATE_NOOP("Commands", "This computer waits for your permission on your other computer: carriel-cli keys pair"),
            QT_TRANSLATE_NOOP("Commands", "Another of your computers made a new key without the one of this computer. If that was you, let it have the new one: carriel-cli keys pair. If it was not you, somebody who can log in as you did it."),
            QT_TRANSLATE_NOOP("Commands", "Your operator names other keys than those that this computer has. Nothing new is sealed. Ask your operator."),
            QT_TRANSLATE_NOOP("Commands", "Your operator keeps no keys for several computers: what is sealed opens only where it was sealed."),
        };
        done({{QStringLiteral("state"), QLatin1String(names[int(standing)])}},
             QCoreApplication::translate("Commands", sentences[int(standing)]) + u'\n',
             standing == KeysStanding::Ready ? exits::done : exits::failed);
    }

    // On the computer that has the keys.
    void allow(const DeviceId &device)
    {
        note(QCoreApplication::translate("Commands", "Waiting for the other computer: carriel-cli keys pair"));
        then(keys().meet(device), [this, device](const Result<QString> &digits) {
            if (!digits.ok()) {
                fail(digits.error());
                return;
            }
            compared(digits.value(), [this, device] {
                then(keys().allow(), [this, device](const Outcome &allowed) {
                    if (allowed.ok())
                        done({{QStringLiteral("id"), device.text()}, {QStringLiteral("state"), QStringLiteral("allowed")}},
                             QCoreApplication::translate("Commands", "That computer opens your sealed documents now.") + u'\n');
                    else
                        fail(allowed.error());
                });
            });
        });
    }

    // Shown, and goes on only if the person says that the other shows the same. Either side may be the one that is lied to.
    void compared(const QString &digits, std::function<void()> same)
    {
        show(digits);
        compareAgain(std::move(same));
    }
    void compareAgain(std::function<void()> same)
    {
        environment().console.ask(
            QCoreApplication::translate("Commands", "Does the other computer show the same six digits? (yes/no) "),
            [this, same](const std::optional<QString> &answer) {
                const std::optional<bool> said = answer ? yesOrNo(*answer) : false;
                if (!said) { // a slip of the finger is no alarm
                    note(QCoreApplication::translate("Commands", "Answer yes or no."));
                    return compareAgain(same);
                }
                if (*said)
                    same();
                else
                    then(keys().stopMeeting(), [this](const Outcome &) { fail(Error{errors::notMet, {}, {}}); });
            });
    }

    // On the new one.
    void pair()
    {
        note(QCoreApplication::translate("Commands", "On your other computer: carriel-cli keys allow %1").arg(session().account().device.text()));
        then(keys().beMet(), [this](const Result<QString> &digits) {
            if (!digits.ok()) {
                fail(digits.error());
                return;
            }
            compared(digits.value(), [this] {
                then(keys().confirm(), [this](const Outcome &confirmed) {
                    if (confirmed.ok())
                        waitForKeys(0);
                    else
                        fail(confirmed.error());
                });
            });
        });
    }

    void waitForKeys(int turn)
    {
        then(keys().refreshKeys(), [this, turn](const Result<KeysStanding> &standing) {
            if (standing.ok() && standing.value() == KeysStanding::Ready)
                return tellStanding(standing.value());
            if (turn >= mostLooks)
                return fail(Error{errors::notMet, {}, {}});
            QTimer::singleShot(betweenLooks, this, [this, turn] { waitForKeys(turn + 1); });
        });
    }

    // On the standard error, at once: the answer on the standard output comes when all is done.
    void show(const QString &digits)
    {
        environment().console.err(
            (QCoreApplication::translate("Commands", "Both computers must show: %1").arg(grouped(digits)) + u'\n').toUtf8());
    }

    // Says what is lost first.
    void startOver()
    {
        if (invocation().has(QStringLiteral("yes")))
            return makeAnew();
        environment().console.ask(
            QCoreApplication::translate("Commands", "What was sealed until now stays closed on this computer, and nobody can open it without one that has the old key. A new key is for what is sealed from now on. Go on? [y/N] "),
            [this](const std::optional<QString> &answer) {
                const QString word = answer.value_or(QString()).trimmed().toLower();
                if (!answer)
                    fail(Error{errors::nobodyConfirms, {}, {}});
                else if (word.startsWith(u'y') || word.startsWith(u's')) // yes, sí
                    makeAnew();
                else
                    fail(Error{errors::notConfirmed, {}, {}});
            });
    }

    // For who wants to share sealed documents with this person.
    void prove()
    {
        then(keys().prove(), [this](const Outcome &proven) {
            if (proven.ok())
                done({{QStringLiteral("state"), QStringLiteral("proven")}},
                     QCoreApplication::translate("Commands", "Who looks for your number sees a key that your identity provider says is yours.") + u'\n');
            else
                fail(proven.error());
        });
    }

    void makeAnew()
    {
        then(keys().startOver(), [this](const Outcome &made) {
            if (made.ok())
                look();
            else
                fail(made.error());
        });
    }

    void recover()
    {
        environment().console.ask(QCoreApplication::translate("Commands", "Recovery code of another of your computers: "),
                                  [this](const std::optional<QString> &code) {
                                      if (!code)
                                          return fail(Error{errors::cancelled, {}, {}});
                                      then(keys().recoverKeys(*code), [this](const Outcome &found) {
                                          if (found.ok())
                                              look();
                                          else
                                              fail(found.error());
                                      });
                                  });
    }
};

} // namespace

std::unique_ptr<Command> makeKeysCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("keys"))
        return std::make_unique<Keys>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
