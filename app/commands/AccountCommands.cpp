// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// login, logout, status, sync.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "app/commands/OpenVault.h"
#include "core/services/ServiceErrors.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/StatusWords.h"

#include <QTimer>

namespace carriel::commands {
namespace {

QString statusText(const SyncStatus &status, const Account &account)
{
    QString text;
    if (!account.holderName.isEmpty())
        text += account.holderName + QStringLiteral(" · ") + account.holder.display() + u'\n';
    if (account.connected)
        text += account.op.url.toString() + u'\n';
    text += text::longWords(status, QDateTime::currentDateTimeUtc()) + u'\n';
    for (const SyncProblem &problem : status.problems) {
        const text::Words words = text::wordsFor(problem.error);
        text += QStringLiteral("  ") + problem.itemName + QStringLiteral(": ")
            + (problem.userMessage.isEmpty() ? words.title : problem.userMessage) + u' ' + words.remedy + u'\n';
    }
    return text;
}

class Status final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const Account account = session().account();
        if (!account.connected) {
            answer(false);
            return;
        }
        // Whether the operator answers is asked, not remembered; but nobody waits long for a status.
        QTimer::singleShot(std::chrono::seconds(4), this, [this] { answer(false); });
        then(session().discover(account.op.url, {}), [this](const Result<OperatorInfo> &found) { answer(found.ok()); });
    }

private:
    void answer(bool online)
    {
        SyncStatus status = session().status();
        const Account account = session().account();
        if (online && status.phase == SyncPhase::Offline) // an engine that has not run in this process yet
            status.phase = status.pending > 0 ? SyncPhase::Waiting : SyncPhase::UpToDate;
        const QString text = statusText(status, account);
        done(statusJson(status, account, session().vaultState(), online), text);
    }
};

class Sync final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        if (!session().account().connected) {
            fail(Error{errors::noOperator, {}, {}});
            return;
        }
        if (!session().account().loggedIn) {
            fail(Error{errors::notLoggedIn, {}, {}});
            return;
        }
        const QDateTime started = QDateTime::currentDateTimeUtc();
        then(session().syncOnce(), [this, started](const Result<SyncStatus> &synced) {
            if (!synced.ok()) {
                fail(synced.error());
                return;
            }
            const SyncStatus &status = synced.value();
            const Account account = session().account();
            const bool online = status.lastContactUtc.isValid() && status.lastContactUtc >= started;
            std::optional<Error> left;
            if (status.phase == SyncPhase::NeedsLogin)
                left = Error{errors::notLoggedIn, {}, {}};
            else if (!online)
                left = Error{errors::operatorAway, {}, {}};
            else if (status.failed > 0 || status.pending > 0)
                left = Error{errors::notSent, {}, {}};
            if (left)
                tell(*left);
            const int exit = left ? exitFor(*left) : exits::done;
            done(statusJson(status, account, session().vaultState(), online), statusText(status, account), exit);
        });
    }
};

class Logout final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        then(session().logout(), [this](const Outcome &out) {
            if (!out.ok()) {
                fail(out.error());
                return;
            }
            done({{QStringLiteral("state"), QStringLiteral("logged_out")}},
                 QCoreApplication::translate("Commands", "Logged out. The documents stay on this computer."));
        });
    }
};

class Login final : public Command
{
public:
    using Command::Command;
    bool needsOpenVault() const override { return false; } // makes it, if need be

    void start() override
    {
        m_opener = new OpenVault(environment(), this);
        m_opener->openOrCreate([this](const Result<QString> &code) {
            if (!code.ok()) {
                fail(code.error());
                return;
            }
            m_recoveryCode = code.value();
            if (!m_recoveryCode.isEmpty() && !json()) {
                print(QCoreApplication::translate("Commands",
                          "Your recovery code, shown this once. Write it down and keep it away from this computer:\n\n    %1\n\n")
                          .arg(m_recoveryCode));
            }
            connectOperator();
        });
    }

private:
    void stop(const Error &error)
    {
        // The vault stands although the login failed, so its code must not be lost.
        if (!m_recoveryCode.isEmpty() && json())
            environment().console.out(line({{QStringLiteral("recovery_code"), m_recoveryCode}}));
        fail(error);
    }

    void connectOperator()
    {
        const GlobalOptions &global = invocation().global;
        const Account account = session().account();
        if (global.operatorUrl.isEmpty()) {
            account.connected ? login() : stop(Error{errors::noOperator, {}, {}});
            return;
        }
        const QUrl url(global.operatorUrl, QUrl::StrictMode);
        if (account.connected && url == account.op.url && global.caFile.isEmpty()) {
            login(); // the one on record, with what is trusted for it
            return;
        }
        if (!url.isValid() || url.host().isEmpty()) {
            stop(Error{errors::usage, {{QStringLiteral("what"), global.operatorUrl}}, {}});
            return;
        }
        const QString ca = global.caFile.isEmpty() ? QString() : absolutePath(global.caFile);
        then(session().connectOperator(url, ca), [this](const Outcome &connected) {
            if (connected.ok())
                login();
            else
                stop(connected.error());
        });
    }

    void login()
    {
        note(QCoreApplication::translate("Commands", "Log in in the browser that opens now."));
        then(session().login(), [this](const Outcome &loggedIn) {
            if (loggedIn.ok())
                finished();
            else if (loggedIn.error().code == errors::noFolderYet)
                askTerms();
            else
                stop(loggedIn.error());
        });
    }

    void askTerms()
    {
        then(session().terms(), [this](const Result<Terms> &terms) {
            if (!terms.ok()) {
                stop(terms.error());
                return;
            }
            if (invocation().has(QStringLiteral("accept-terms"))) {
                enrol(terms.value());
                return;
            }
            environment().console.ask(
                QString(terms.value().text + QStringLiteral("\n\n")
                        + QCoreApplication::translate("Commands", "Do you accept these terms? [y/N] ")),
                [this, accepted = terms.value()](const std::optional<QString> &answer) {
                    const QString word = answer.value_or(QString()).trimmed().toLower();
                    if (!answer)
                        stop(Error{errors::termsOpen, {}, {}});
                    else if (word.startsWith(u'y') || word.startsWith(u's')) // yes, sí
                        enrol(accepted);
                    else
                        stop(Error{errors::termsDeclined, {}, {}});
                });
        });
    }

    void enrol(const Terms &terms)
    {
        m_enrolled = true;
        then(session().enrol(terms), [this](const Outcome &enrolled) {
            if (enrolled.ok())
                finished();
            else
                stop(enrolled.error());
        });
    }

    void finished()
    {
        const Account account = session().account();
        QJsonObject object = statusJson(session().status(), account, session().vaultState(), true);
        object.insert(QStringLiteral("enrolled"), m_enrolled);
        if (!m_recoveryCode.isEmpty())
            object.insert(QStringLiteral("recovery_code"), m_recoveryCode);
        done(object, QCoreApplication::translate("Commands", "Logged in: %1 (%2) at %3")
                         .arg(account.holderName, account.holder.display(), account.op.url.toString()));
    }

    OpenVault *m_opener = nullptr;
    QString m_recoveryCode;
    bool m_enrolled = false;
};

} // namespace

std::unique_ptr<Command> makeAccountCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("login"))
        return std::make_unique<Login>(environment, invocation);
    if (invocation.command == QLatin1String("logout"))
        return std::make_unique<Logout>(environment, invocation);
    if (invocation.command == QLatin1String("status"))
        return std::make_unique<Status>(environment, invocation);
    if (invocation.command == QLatin1String("sync"))
        return std::make_unique<Sync>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
