// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// login. The first one makes the vault, but only for an operator that answers; if it fails, nothing is left of it. The recovery
// code is printed once, with the login that succeeded.
#include "app/commands/Commands.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "app/commands/OpenVault.h"
#include "core/remote/RemoteErrors.h"
#include "core/services/Problems.h"
#include "core/services/ServiceErrors.h"
#include "ui/text/Preferences.h"

#include <algorithm>

namespace carriel::commands {
namespace {

// Set while a vault exists whose recovery code nobody has seen: this process may be killed before it prints it.
const QString kCodeDue = QStringLiteral("recovery.due");

class Login final : public Command
{
public:
    using Command::Command;
    bool needsOpenVault() const override { return false; } // makes it, if need be

    void start() override
    {
        if (session().vaultState() != VaultState::None) {
            open();
            return;
        }
        if (const auto wrong = wrongUrl()) {
            fail(*wrong);
            return;
        }
        then(session().discover(url(), caFile()), [this](const Result<OperatorInfo> &found) {
            if (found.ok())
                open();
            else
                fail(atTheBeginning(found.error()));
        });
    }

    void browserFailed(const Error &error) override
    {
        m_noBrowser = error; // told instead of what the cancelled login answers
        session().cancelLogin();
    }

private:
    QUrl url() const { return QUrl(invocation().global.operatorUrl, QUrl::StrictMode); }
    std::optional<Error> wrongUrl() const
    {
        const QString given = invocation().global.operatorUrl;
        if (given.isEmpty())
            return Error{errors::noOperator, {}, {}};
        if (!url().isValid() || url().host().isEmpty())
            return Error{remote::errors::notHttps, {{QStringLiteral("url"), given}}, {}};
        return std::nullopt;
    }
    QString caFile() const
    {
        const QString file = invocation().global.caFile;
        return file.isEmpty() ? QString() : absolutePath(file);
    }

    void open()
    {
        m_opener = new OpenVault(environment(), this);
        m_opener->openOrCreate([this](const Result<QString> &code) {
            if (!code.ok()) {
                fail(code.error());
                return;
            }
            m_recoveryCode = code.value();
            m_madeVault = !m_recoveryCode.isEmpty();
            if (!m_madeVault) {
                connectOperator();
                return;
            }
            then(session().setSetting(kCodeDue, QStringLiteral("1")), [this](const Outcome &) { connectOperator(); });
        });
    }

    void stop(const Error &error)
    {
        const Error told = m_noBrowser.value_or(error);
        if (!m_madeVault) {
            fail(told);
            return;
        }
        then(session().discardVault(), [this, told](const Outcome &) { fail(atTheBeginning(told)); });
    }

    // Nothing is here yet: "you can go on working" would be no help.
    static Error atTheBeginning(Error error)
    {
        error.params.insert(QStringLiteral("beginning"), true);
        return error;
    }

    void connectOperator()
    {
        const GlobalOptions &global = invocation().global;
        const Account account = session().account();
        if (global.operatorUrl.isEmpty()) {
            account.connected ? login() : stop(Error{errors::noOperator, {}, {}});
            return;
        }
        if (account.connected && url() == account.op.url && global.caFile.isEmpty()) {
            login(); // the one on record, with what is trusted for it
            return;
        }
        if (const auto wrong = wrongUrl()) {
            stop(*wrong);
            return;
        }
        then(session().connectOperator(url(), caFile()), [this](const Outcome &connected) {
            if (connected.ok())
                login();
            else
                stop(connected.error());
        });
    }

    void login()
    {
        note(QCoreApplication::translate("Commands", "Log in in the browser that opens now."));
        then(session().login(invocation().options.value(QStringLiteral("computer"))), [this](const Outcome &loggedIn) {
            if (loggedIn.ok())
                fetchList();
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
                fetchList();
            else
                stop(enrolled.error());
        });
    }

    // A login without the list would show an empty folder as if there were nothing. What the documents contain comes later.
    void fetchList()
    {
        m_loggedInUtc = QDateTime::currentDateTimeUtc();
        connect(&session(), &Session::statusChanged, this, [this](const SyncStatus &status) {
            if (status.lastContactUtc.isValid() && status.lastContactUtc >= m_loggedInUtc &&
                documents().problems().list().isEmpty())
                aloud([this] { recoveryCode(); })();
        });
        then(session().syncOnce(), [this](const Result<SyncStatus> &) { stepUp(); });
    }

    // What waits for a stronger login is not helped by a plain one: the person is here now, so it is asked for.
    void stepUp()
    {
        const QList<ProblemInfo> problems = documents().problems().list();
        const bool waits =
            std::any_of(problems.cbegin(), problems.cend(), [](const ProblemInfo &p) { return p.needsStepUp; });
        if (!waits || m_ending) {
            recoveryCode();
            return;
        }
        note(QCoreApplication::translate("Commands", "A change of yours waits until the operator is sure that it is "
                                                     "you: confirm in the browser that opens now."));
        then(documents().problems().confirmIdentity(), [this](const Outcome &confirmed) {
            if (!confirmed.ok()) {
                tell(confirmed.error()); // logged in all the same; it goes on waiting
                recoveryCode();
                return;
            }
            then(session().syncOnce(), [this](const Result<SyncStatus> &) { recoveryCode(); });
        });
    }

    void recoveryCode()
    {
        if (std::exchange(m_ending, true))
            return;
        if (!m_recoveryCode.isEmpty() || session().setting(kCodeDue) != QLatin1String("1")) {
            finished();
            return;
        }
        // An earlier login made the vault and was killed before it could print the code: nobody has it.
        then(session().newRecoveryCode(), [this](const Result<QString> &code) {
            m_recoveryCode = code.valueOr({});
            finished();
        });
    }

    void finished()
    {
        const Account account = session().account();
        QJsonObject object = statusJson(session().status(), account, session().vaultState(), true);
        object.insert(QStringLiteral("enrolled"), m_enrolled);
        QString words = QCoreApplication::translate("Commands", "Logged in: %1 (%2) at %3")
                            .arg(account.holderName, account.holder.display(), account.op.url.toString());
        const RenamedApart renamed = renamedSince(documents(), m_loggedInUtc);
        object.insert(QStringLiteral("renamed"), renamed.json);
        for (const QString &line : renamed.words)
            words += u'\n' + onOneLine(line);
        if (m_recoveryCode.isEmpty()) {
            done(object, words);
            return;
        }
        object.insert(QStringLiteral("recovery_code"), m_recoveryCode);
        words += QStringLiteral("\n\n")
            + QCoreApplication::translate("Commands",
                  "Your recovery code, shown this once. Write it down and keep it away from this computer:\n\n    %1\n").arg(m_recoveryCode);
        // Before the settings: a code printed twice is better than one that was never seen.
        json() ? environment().console.out(line(object)) : print(words);
        session().confirmRecoveryCode(); // it is on the screen: the one of the login that was killed is nobody's
        then(session().setSetting(text::keys::recoveryConfirmed, QStringLiteral("yes")), [this](const Outcome &) {
            then(session().setSetting(kCodeDue, {}), [this](const Outcome &) { finish(exits::done); });
        });
    }

    OpenVault *m_opener = nullptr;
    QString m_recoveryCode;
    QDateTime m_loggedInUtc;
    std::optional<Error> m_noBrowser;
    bool m_madeVault = false;
    bool m_enrolled = false;
    bool m_ending = false;
};

} // namespace

std::unique_ptr<Command> makeLogin(Environment &environment, const Invocation &invocation)
{
    return std::make_unique<Login>(environment, invocation);
}

} // namespace carriel::commands
