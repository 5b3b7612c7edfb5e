// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Runner.h"

#include "app/commands/CommandErrors.h"
#include "app/commands/Commands.h"
#include "app/commands/Grammar.h"
#include "app/commands/Json.h"
#include "app/commands/OpenVault.h"
#include "ui/text/ErrorWords.h"

#include <QTimer>

namespace carriel::commands {

std::unique_ptr<Command> makeCommand(Environment &environment, const Invocation &invocation)
{
    for (const auto make :
         {makeAccountCommand, makeActivityCommand, makeKeysCommand, makeListCommand, makeGetCommand, makePutCommand, makeChangeCommand,
          makeTrashCommand, makeVersionCommand, makeTransferCommand, makeGuardCommand, makeSignCommand,
          makeVerifyCommand, makeVaultCommand, makeNotificationCommand, makeConsentCommand, makeEvidenceCommand,
          makeContributionCommand, makeShareCommand, makeParcelCommand}) {
        if (auto command = make(environment, invocation))
            return command;
    }
    return nullptr;
}

Runner::Runner(Environment &environment, Invocation invocation, QObject *parent)
    : QObject(parent), m_environment(environment), m_invocation(std::move(invocation)),
      m_browserBefore(environment.browser.command())
{
}

Runner::~Runner()
{
    m_environment.browser.setCommand(m_browserBefore);
    m_environment.browser.setOnFailure({});
}

void Runner::browserFailed(const QUrl &url)
{
    const QString address = QString::fromLatin1(url.toEncoded());
    if (m_environment.console.errIsTerminal()) {
        // Somebody is there and can take the address to a browser.
        m_environment.console.err(QString(QCoreApplication::translate("Commands",
            "No browser could be opened. Open this address in a browser of this computer:") + QStringLiteral("\n\n    ")
            + address + QStringLiteral("\n\n")).toUtf8());
        return;
    }
    // Nobody is: nothing is gained by waiting. A moment is left, though, to a command that failed after its work was done.
    QTimer::singleShot(std::chrono::seconds(2), this, [this, address] {
        if (m_command)
            m_command->browserFailed(Error{errors::noBrowser, {{QStringLiteral("url"), address}}, {}});
    });
}

void Runner::start()
{
    if (!m_invocation.global.browser.isEmpty())
        m_environment.browser.setCommand(m_invocation.global.browser);
    m_environment.browser.setOnFailure([this](const QUrl &url) { browserFailed(url); });
    m_command = makeCommand(m_environment, m_invocation);
    if (!m_command) {
        Q_EMIT finished(exits::usage);
        return;
    }
    connect(m_command.get(), &Command::finished, this, &Runner::finished);
    if (!m_command->needsOpenVault()) {
        m_command->start();
        return;
    }
    auto *opener = new OpenVault(m_environment, this);
    if (m_invocation.command == QLatin1String("unlock"))
        opener->letUnlockWindow();
    opener->open([this](const Outcome &opened) {
        if (opened.ok() && m_environment.session.keysRestored() && !m_environment.inWindow &&
            !m_invocation.global.json) {
            m_environment.console.err(
                QString(QCoreApplication::translate("Commands",
                                                    "The file with the keys of your documents was missing or damaged. "
                                                    "It was written anew from its copy; nothing was lost.") +
                        u'\n')
                    .toUtf8());
        }
        if (opened.ok())
            m_command->start();
        else
            m_command->fail(opened.error());
    });
}

std::optional<int> answerAtOnce(const Result<Invocation> &parsed, bool json, const QString &program, Console &console)
{
    if (!parsed.ok()) {
        if (json) {
            console.err(line(errorJson(parsed.error())));
        } else {
            const text::Words words = text::wordsFor(parsed.error());
            console.err(QString(words.title + u'\n' + words.remedy + u'\n').toUtf8());
        }
        return exits::usage;
    }
    const Invocation &invocation = parsed.value();
    if (invocation.version) {
        console.out(QString(program + QStringLiteral(" " CARRIEL_VERSION "\n")).toUtf8());
        return exits::done;
    }
    if (invocation.help) {
        const CommandSpec *command = findCommand(invocation.command);
        console.out((command ? helpFor(*command) : generalHelp()).toUtf8());
        return exits::done;
    }
    return std::nullopt;
}

} // namespace carriel::commands
