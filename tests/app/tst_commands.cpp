// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The command line's grammar, its exit codes, and the words a shell would see.
#include "app/commands/CommandErrors.h"
#include "app/commands/ExitCodes.h"
#include "app/commands/FolderPath.h"
#include "app/commands/Grammar.h"
#include "app/commands/Invocation.h"
#include "app/commands/Json.h"
#include "app/commands/ShellWords.h"
#include "app/commands/YesOrNo.h"
#include "core/services/ServiceErrors.h"
#include "ui/text/ErrorWords.h"

#include <QTest>

using namespace carriel;
using namespace carriel::commands;

namespace {

QStringList list(const char *text) { return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts); }

Invocation parsed(const char *text)
{
    const auto invocation = parseInvocation(list(text));
    return invocation.ok() ? invocation.value() : Invocation();
}

} // namespace

class CommandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsTypedForYesAndNo()
    {
        for (const char *yes : {"s", "S", "sí", "SÍ", "si", "y", "yes", " Yes "})
            QCOMPARE(yesOrNo(QString::fromUtf8(yes)), std::optional(true));
        for (const char *no : {"n", "no", "NO"})
            QCOMPARE(yesOrNo(QString::fromUtf8(no)), std::optional(false));
        for (const char *neither : {"", "x", "sin duda", "856 658"})
            QVERIFY2(!yesOrNo(QString::fromUtf8(neither)), neither);
    }

    void takesGlobalOptionsAnywhere()
    {
        for (const char *text : {"--profile /p --operator https://o --ca c.pem --json login --accept-terms",
                                 "login --accept-terms --json --ca c.pem --operator https://o --profile /p",
                                 "--json --profile=/p login --operator=https://o --accept-terms --ca=c.pem"}) {
            const Invocation invocation = parsed(text);
            QCOMPARE(invocation.command, QStringLiteral("login"));
            QCOMPARE(invocation.global.profile, QStringLiteral("/p"));
            QCOMPARE(invocation.global.operatorUrl, QStringLiteral("https://o"));
            QCOMPARE(invocation.global.caFile, QStringLiteral("c.pem"));
            QVERIFY(invocation.global.json);
            QVERIFY(invocation.has(QStringLiteral("accept-terms")));
        }
    }

    void knowsEveryCommand()
    {
        QCOMPARE(parsed("ls").words, QStringList());
        QCOMPARE(parsed("ls a/b").words, list("a/b"));
        QCOMPARE(parsed("put a b --to x --offline").words, list("a b"));
        QCOMPARE(parsed("put a b --to x --offline").options.value(QStringLiteral("to")), QStringLiteral("x"));
        QCOMPARE(parsed("get id -o out").options.value(QStringLiteral("output")), QStringLiteral("out"));
        QCOMPARE(parsed("get -o out id").words, list("id"));
        QCOMPARE(parsed("get --output=out id").options.value(QStringLiteral("output")), QStringLiteral("out"));
        QCOMPARE(parsed("search a b c").words.size(), 3);
        QCOMPARE(parsed("mv -- -a -b").words, list("-a -b"));
        for (const CommandSpec &command : grammar())
            QVERIFY(findCommand(command.name));
    }

    void takesEveryWordAfterAnIdAsAChange()
    {
        const Invocation invocation = parsed("label id +salud -viejo -o +-x --json");
        QCOMPARE(invocation.words, list("id +salud -viejo -o +-x"));
        QVERIFY(invocation.global.json);
        const Invocation later = parsed("label id +salud --offline");
        QCOMPARE(later.words, list("id +salud"));
        QVERIFY(later.has(QStringLiteral("offline")));
    }

    void refusesTheRest_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *text : {"", "frobnicate", "--frobnicate ls", "ls --frobnicate", "ls a b", "put", "get", "get a b", "get a -o",
                                 "mv a", "mv a b c", "mkdir", "label id", "label id salud", "label id +", "search", "login x",
                                 "login --accept-terms=yes", "--profile", "ls --profile", "--lang fr ls", "-x ls", "status --to a",
                                 "put a --to=", "resolve x", "resolve x y", "keep a", "keep a maybe",
                                 "transfers pause", "transfers stop x", "purge", "conflicts x", "diagnostics x"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void refusesTheRest()
    {
        QFETCH(QString, line);
        const auto invocation = parseInvocation(line.split(u' ', Qt::SkipEmptyParts));
        QVERIFY(!invocation.ok());
        QCOMPARE(exitFor(invocation.error()), 64);
        const text::Words words = text::wordsFor(invocation.error());
        QVERIFY2(!words.remedy.contains(u'{') && words.remedy.contains(QLatin1String("carriel-cli")), qPrintable(words.remedy));
    }

    void answersHelpWithoutAFullCommand()
    {
        QVERIFY(parsed("--help").help);
        QVERIFY(parsed("help").help);
        QVERIFY(parsed("put --help").help);
        QCOMPARE(parsed("put --help").command, QStringLiteral("put"));
        QVERIFY(parsed("--version").version);
        for (const CommandSpec &command : grammar())
            QVERIFY(generalHelp().contains(command.name));
    }

    void splitsLikeAShell_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const char *command, const QStringList &words) { QTest::newRow(command) << QString::fromUtf8(command) << words; };
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        row("firefox", {s("firefox")});
        row("  a   b\tc ", {s("a"), s("b"), s("c")});
        row("'/opt/my browser/run' --x", {s("/opt/my browser/run"), s("--x")});
        row("\"a b\"c'd e'", {s("a bcd e")});
        row("a\\ b \\'c", {s("a b"), s("'c")});
        row("'a\\b' \"a\\b\" \"a\\\"b\" \"\\$x\"", {s("a\\b"), s("a\\b"), s("a\"b"), s("$x")});
        row("a '' \"\"", {s("a"), s(""), s("")});
        row("$HOME `x` *.txt", {s("$HOME"), s("`x`"), s("*.txt")}); // nothing is expanded
    }
    void splitsLikeAShell()
    {
        QFETCH(QString, command);
        QFETCH(QStringList, words);
        const auto split = shellWords(command);
        QVERIFY(split.ok());
        QCOMPARE(split.value(), words);
    }

    void refusesAnOpenQuote()
    {
        for (const char *text : {"'a", "\"a", "", "   ", "a \"b' c"})
            QVERIFY(!shellWords(QString::fromLatin1(text)).ok());
    }

    void givesTheContractsExitCodes()
    {
        const auto exit = [](ErrorCode code) { return exitFor(Error{code, {}, {}}); };
        QCOMPARE(exit(errors::usage), 64);
        QCOMPARE(exit(errors::nothingToLock), 3);
        QCOMPARE(exit(errors::itemNotFound), 3);
        QCOMPARE(exit(errors::notLoggedIn), 4);
        QCOMPARE(exit(errors::vaultLocked), 4);
        QCOMPARE(exit(errors::noWayToOpen), 4);
        QCOMPARE(exit(ErrorCode{"CAR-VLT-013"}), 4);
        QCOMPARE(exit(ErrorCode{"CAR-VLT-030"}), 4);
        QCOMPARE(exit(ErrorCode{"CAR-VLT-004"}), 1);
        QCOMPARE(exit(errors::notSent), 1);
    }

    void tellsErrorsAsTheContractSays()
    {
        const QJsonObject told = errorJson(Error{errors::usage, {{QStringLiteral("what"), QStringLiteral("--x")}}, {}});
        QCOMPARE(told.keys(), (QStringList{QStringLiteral("code"), QStringLiteral("message"), QStringLiteral("remedy")}));
        QCOMPARE(told.value(QStringLiteral("code")).toString(), QStringLiteral("CAR-CLI-001"));
        QVERIFY(told.value(QStringLiteral("message")).toString().contains(QStringLiteral("--x")));
        for (int n = 1; n <= 8; ++n)
            QVERIFY(text::hasWords(QStringLiteral("CAR-CLI-%1").arg(n, 3, 10, QChar(u'0'))));
    }

    // Where no window is, nobody is sent to one to close it.
    void saysWhichProgramHasTheDocumentsOpen()
    {
        const auto told = [](const char *program) {
            return wordsHere(Error{ErrorCode{"CAR-VLT-012"}, {{QStringLiteral("program"), QString::fromLatin1(program)}}, {}}).paragraph();
        };
        QVERIFY(told("carriel-cli").contains(QStringLiteral("Another command of carriel-cli")));
        QVERIFY(told("carriel-cli").contains(QStringLiteral("Ctrl+C")));
        QVERIFY(told("carriel").contains(QStringLiteral("belongs to another session")));
        QVERIFY(!told("carriel").contains(QStringLiteral("Ctrl+C")));
    }

    void tellsTheStatusAsTheContractSays()
    {
        const QJsonObject status = statusJson(SyncStatus(), Account(), VaultState::None, false);
        for (const char *key : {"account", "operator", "online", "last_contact", "pending", "waiting", "failed", "conflicts", "problems"})
            QVERIFY2(status.contains(QString::fromLatin1(key)), key);
        QVERIFY(status.value(QStringLiteral("problems")).isArray());
        QVERIFY(status.value(QStringLiteral("online")).isBool());
    }

    void splitsFolderPaths()
    {
        QCOMPARE(pathParts(QStringLiteral("/a//b/c/")), list("a b c"));
        QCOMPARE(pathParts(QStringLiteral("/")), QStringList());
        QCOMPARE(pathParts(QStringLiteral("./..")), list(". ..")); // refused as names: there is nothing above the folder
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
