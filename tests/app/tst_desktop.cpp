// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a process: one for each profile, reachable by commands, gone without a trace of a listener.
#include "app/desktop/Options.h"
#include "tests/support/Patience.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace carriel;

namespace {

QString program(const char *name) { return QStringLiteral(CARRIEL_BINARY_DIR "/bin/") + QString::fromLatin1(name); }

Result<desktop::Options> options(const char *text)
{
    return desktop::parseOptions(QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class DesktopTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_home;

    void prepare(QProcess &process, const char *name, const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_home.path());
        for (const char *variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QString::fromLatin1(variable), m_home.path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.remove(QStringLiteral("CARRIEL_PASSPHRASE"));
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
        process.setProcessEnvironment(environment);
        process.setProgram(program(name));
        process.setArguments(arguments);
        process.setStandardErrorFile(m_home.filePath(QStringLiteral("stderr.txt")), QIODevice::Append);
    }
    int run(const char *name, const QStringList &arguments)
    {
        QProcess process;
        prepare(process, name, arguments);
        process.start();
        return process.waitForFinished(carriel::test::patienceMs) ? process.exitCode() : -1;
    }
    QStringList profile() const { return {QStringLiteral("--profile"), m_home.filePath(QStringLiteral("mi carpeta"))}; }
    bool listening() const
    {
        return !QDir(m_home.filePath(QStringLiteral("carriel"))).entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot).isEmpty();
    }

private Q_SLOTS:
    void initTestCase() { QFile::setPermissions(m_home.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); }

    void understandsItsOptions()
    {
        const auto all = options("--profile /p --operator https://o --ca c --browser b --lang en --theme dark --open-url carpeta://x");
        QVERIFY(all.ok());
        QCOMPARE(all.value().theme, QStringLiteral("dark"));
        QCOMPARE(all.value().openUrl, QStringLiteral("carpeta://x"));
        QCOMPARE(all.value().global.language, QStringLiteral("en"));
        QCOMPARE(options("carpeta://tramite/1").value().openUrl, QStringLiteral("carpeta://tramite/1"));
        for (const char *wrong : {"--theme pink", "--theme", "ls", "--nonsense", "--lang fr"})
            QVERIFY2(!options(wrong).ok(), wrong);
    }

    void answersWithoutAWindow()
    {
        QCOMPARE(run("carriel", {QStringLiteral("--version")}), 0);
        QCOMPARE(run("carriel", {QStringLiteral("--help")}), 0);
        QCOMPARE(run("carriel", {QStringLiteral("--nonsense")}), 64);
    }

    void isOneForEachProfile()
    {
        QProcess window;
        prepare(window, "carriel", profile());
        window.start();
        QVERIFY(window.waitForStarted(carriel::test::patienceMs));
        QTRY_VERIFY(listening());
        QCOMPARE(run("carriel", profile()), 0); // the second start ends: the first came to the front
        QCOMPARE(window.state(), QProcess::Running);
        QCOMPARE(run("carriel-cli", profile() + QStringList{QStringLiteral("lock")}), 3);   // nothing is unlocked in it
        QCOMPARE(run("carriel-cli", profile() + QStringList{QStringLiteral("nonsense")}), 64);
        window.kill(); // and a window that was killed does not keep the next from starting
        QVERIFY(window.waitForFinished(carriel::test::patienceMs));
        QProcess next;
        prepare(next, "carriel", profile() + QStringList{QStringLiteral("--screenshots"), m_home.filePath(QStringLiteral("pictures"))});
        next.start();
        QVERIFY(next.waitForStarted(carriel::test::patienceMs));
        QTRY_VERIFY(QFile::exists(m_home.filePath(QStringLiteral("pictures/gate.png"))));
        QCOMPARE(run("carriel-cli", profile() + QStringList{QStringLiteral("lock")}), 3);
        next.terminate();
        QVERIFY(next.waitForFinished(carriel::test::patienceMs));
    }

    void saysThatThereIsNoVault()
    {
        QCOMPARE(run("carriel-cli", {QStringLiteral("--profile"), m_home.filePath(QStringLiteral("nothing")), QStringLiteral("ls")}), 4);
        QVERIFY(!QFile::exists(m_home.filePath(QStringLiteral("nothing/vault.db"))));
    }
};

QTEST_GUILESS_MAIN(DesktopTest)
#include "tst_desktop.moc"
