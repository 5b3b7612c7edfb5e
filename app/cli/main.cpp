// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// carriel-cli: the second front end over the same use cases. If the window has the profile open, the window runs the command.
#include "app/cli/TerminalConsole.h"
#include "app/commands/Commands.h"
#include "app/commands/Runner.h"
#include "app/extract/ChildTextExtractor.h"
#include "app/instance/InstanceClient.h"
#include "app/instance/SocketPath.h"
#include "app/process/Hardening.h"
#include "app/process/ProfileChoice.h"
#include "core/base/Log.h"
#include "ui/text/Translation.h"

#include <QDir>
#include <QTimer>

#include <unistd.h>

using namespace carriel;

namespace {

class Program final : public QObject
{
public:
    Program(QStringList arguments, commands::Invocation invocation)
        : m_arguments(std::move(arguments)), m_invocation(std::move(invocation)), m_browser({})
    {
        m_browser.setCommand(QStringLiteral("xdg-open")); // the desktop's own opener, by its standard name
    }

    void start()
    {
        m_profile = process::chosenProfile(m_invocation.global.profile);
        const auto path = instance::socketPath(m_profile);
        if (!path.ok() || commands::runsAlone(m_invocation.command)) {
            runHere(); // nobody can listen in a folder that is not ours
            return;
        }
        connect(&m_client, &instance::InstanceClient::nobodyThere, this, &Program::runHere);
        connect(&m_client, &instance::InstanceClient::finished, this, [](int code) { QCoreApplication::exit(code); });
        m_client.run(path.value(), {inItsLanguage(m_arguments), QDir::currentPath(), isatty(STDERR_FILENO) != 0}, m_console);
    }

private:
    // What the environment says of it does not reach the window by itself.
    static QStringList inItsLanguage(QStringList arguments)
    {
        if (qEnvironmentVariableIsSet("CARRIEL_LANGUAGE") && commands::wantedLanguage(arguments).isEmpty())
            arguments = QStringList{QStringLiteral("--lang"), text::languageToUse({})} + arguments;
        return arguments;
    }

    void runHere()
    {
        Session::Options options;
        options.dir = m_profile;
        options.extractor = std::make_shared<ChildTextExtractor>();
        options.openBrowser = [this](const QUrl &url) { m_browser.open(url); };
        options.background = false;
        m_session = std::make_unique<Session>(std::move(options));
        m_environment.reset(new commands::Environment{*m_session, m_console, m_browser, QDir::currentPath(), false});
        m_runner = std::make_unique<commands::Runner>(*m_environment, m_invocation);
        connect(m_runner.get(), &commands::Runner::finished, this, [](int code) { QCoreApplication::exit(code); });
        m_runner->start();
    }

    QStringList m_arguments;
    commands::Invocation m_invocation;
    QString m_profile;
    TerminalConsole m_console;
    commands::Browser m_browser;
    instance::InstanceClient m_client;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<commands::Environment> m_environment;
    std::unique_ptr<commands::Runner> m_runner; // dies before what it works on
};

} // namespace

int main(int argc, char **argv)
{
    process::harden();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("carriel-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CARRIEL_VERSION));
    installLog();

    const QStringList arguments = application.arguments().mid(1);
    const auto parsed = commands::parseInvocation(arguments);
    text::Translation translation(application);
    translation.use(commands::wantedLanguage(arguments));
    TerminalConsole console;
    if (const auto code = commands::answerAtOnce(parsed, commands::wantsJson(arguments), QStringLiteral("carriel-cli"), console))
        return *code;
    int exitCode = 0;
    {
        Program program(arguments, parsed.value());
        QTimer::singleShot(0, &program, &Program::start);
        exitCode = QCoreApplication::exec();
    }
    process::leave(exitCode);
}
