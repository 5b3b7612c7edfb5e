// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, as a process with an open folder, on a bus of the test's own: before the computer sleeps and when
// the screen or the session is locked, the folder is locked. What it answers to commands says whether it is.
#include "core/services/Session.h"
#include "tests/app/Logind.h"
#include "tests/support/Patience.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace carriel;
using carriel::test::Logind;
using carriel::test::PrivateBus;

namespace {

const QString passphrase = QStringLiteral("ocho caballos pacen en la vega");
constexpr auto managerName = "org.freedesktop.login1.Manager";

QString program(const char *name)
{
    return QStringLiteral(CARRIEL_BINARY_DIR "/bin/") + QString::fromLatin1(name);
}

} // namespace

class SessionLockTest : public QObject
{
    Q_OBJECT
    PrivateBus m_bus;
    QTemporaryDir m_home;
    Logind m_logind;
    QProcess m_window;

    QString profile() const { return m_home.filePath(QStringLiteral("perfil")); }
    void prepare(QProcess &process, const QString &secret) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_home.path());
        for (const char *variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QString::fromLatin1(variable), m_home.path());
        for (const char *variable : {"DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"})
            environment.insert(QString::fromLatin1(variable), QString::fromUtf8(m_bus.address()));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("CARRIEL_PASSPHRASE"), secret);
        process.setProcessEnvironment(environment);
        process.setStandardErrorFile(m_home.filePath(QStringLiteral("stderr.txt")), QIODevice::Append);
    }
    // The exit code of a command that runs in the window's process: 0 done, 4 the folder is locked.
    int command(const char *word, const QString &secret = {}) const
    {
        QProcess process;
        prepare(process, secret);
        process.start(program("carriel-cli"), {QStringLiteral("--profile"), profile(), QString::fromLatin1(word)});
        return process.waitForFinished(carriel::test::patienceMs) ? process.exitCode() : -1;
    }
    void open() const
    {
        QCOMPARE(command("unlock", passphrase), 0);
        QCOMPARE(command("ls"), 0);
    }
    bool listening() const
    {
        return !QDir(m_home.filePath(QStringLiteral("carriel")))
                    .entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot)
                    .isEmpty();
    }
    void say(const QString &path, const char *interface, const char *name, const QVariantList &arguments) const
    {
        PrivateBus::announce(m_bus.connection("logind"), path, interface, name, arguments);
    }
    // Signals come in order: when sleep is held back anew, everything said before has been heard.
    void heard()
    {
        const int before = m_logind.inhibited;
        say(Logind::manager(), managerName, "PrepareForSleep", {false});
        QTRY_COMPARE(m_logind.inhibited, before + 1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PrivateBus::possible())
            QSKIP("no dbus-daemon here");
        QVERIFY(m_bus.start());
        QVERIFY(m_logind.serve(m_bus.connection("logind")));
        QFile::setPermissions(m_home.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        {
            Session::Options options;
            options.dir = profile();
            options.background = false;
            Session session(std::move(options));
            UnlockChoice choice;
            choice.keyStore = false;
            choice.passphrase = SecretBytes::copyOf(passphrase.toUtf8());
            auto made = session.createVault(std::move(choice));
            QVERIFY(QTest::qWaitFor([&made] { return made.isFinished(); }, 2 * carriel::test::patienceMs));
            QVERIFY(made.result().ok());
        }
        prepare(m_window, {});
        m_window.start(program("carriel"), {QStringLiteral("--profile"), profile()});
        QVERIFY(m_window.waitForStarted(carriel::test::patienceMs));
        QTRY_VERIFY(listening());
        QTRY_COMPARE(m_logind.inhibited, 1); // it holds sleep back from the start
        QCOMPARE(command("ls"), 4);
    }
    void cleanupTestCase()
    {
        m_window.kill();
        m_window.waitForFinished(carriel::test::patienceMs);
    }

    void sleepWaitsUntilTheFolderIsLocked()
    {
        open();
        QVERIFY(!m_logind.released());
        say(Logind::manager(), managerName, "PrepareForSleep", {true});
        QTRY_VERIFY(m_logind.released());
        QCOMPARE(command("ls"), 4); // locked before the computer may sleep, not soon after
        heard();                    // it wakes up
        QCOMPARE(command("ls"), 4);
        QVERIFY(!m_logind.released()); // and the next sleep waits again
    }

    void theSessionsLockLocks()
    {
        open();
        say(QStringLiteral("/org/freedesktop/login1/session/other"), "org.freedesktop.login1.Session", "Lock", {});
        heard();
        QCOMPARE(command("ls"), 0); // another person's session
        say(Logind::session(), "org.freedesktop.login1.Session", "Lock", {});
        QTRY_COMPARE(command("ls"), 4);
    }

    void theScreensLockLocks_data()
    {
        QTest::addColumn<QByteArray>("saver");
        for (const char *saver : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"})
            QTest::newRow(saver) << QByteArray(saver);
    }
    void theScreensLockLocks()
    {
        QFETCH(QByteArray, saver);
        open();
        say(QStringLiteral("/ScreenSaver"), saver.constData(), "ActiveChanged", {false});
        heard();
        QCOMPARE(command("ls"), 0); // the screen came back
        say(QStringLiteral("/ScreenSaver"), saver.constData(), "ActiveChanged", {true});
        QTRY_COMPARE(command("ls"), 4);
        QCOMPARE(m_window.state(), QProcess::Running);
    }
};

QTEST_GUILESS_MAIN(SessionLockTest)
#include "tst_session_lock.moc"
