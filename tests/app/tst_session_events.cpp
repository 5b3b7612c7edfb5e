// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Sleep and screen lock as logind and a desktop announce them, on a bus of the test's own.
#include "app/desktop/SessionEvents.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QNetworkInformation>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace carriel::desktop;

namespace {

const QString sessionPath = QStringLiteral("/org/freedesktop/login1/session/c1");

} // namespace

// What we use of org.freedesktop.login1.
class Logind : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    int inhibited = 0;
    int readEnd = -1;

    // True once everybody who held sleep back has let go.
    bool released() const
    {
        char byte = 0;
        return readEnd >= 0 && read(readEnd, &byte, 1) == 0;
    }

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &, const QString &, const QString &mode)
    {
        int ends[2] = {-1, -1};
        if (what != QLatin1String("sleep") || mode != QLatin1String("delay") || pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            return {};
        readEnd = ends[0];
        QDBusUnixFileDescriptor held(ends[1]); // a copy
        close(ends[1]);
        ++inhibited;
        return held;
    }
    QDBusObjectPath GetSessionByPID(uint) { return QDBusObjectPath(sessionPath); }
};

// What is asked of org.freedesktop.NetworkManager; it answers in a thread of its own, because who asks waits.
class NetworkManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager")
    Q_PROPERTY(uint State MEMBER m_state)
    Q_PROPERTY(uint Connectivity MEMBER m_connectivity)
    Q_PROPERTY(uint Metered MEMBER m_metered)
    uint m_state = 70;       // connected globally
    uint m_connectivity = 4; // full
    uint m_metered = 2;      // no
};

class SessionEventsTest : public QObject
{
    Q_OBJECT
    QProcess m_bus;

    static void announce(QDBusConnection bus, const QString &path, const char *interface, const char *name, const QVariantList &arguments)
    {
        QDBusMessage message = QDBusMessage::createSignal(path, QString::fromLatin1(interface), QString::fromLatin1(name));
        message.setArguments(arguments);
        QVERIFY(bus.send(message));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty())
            QSKIP("no dbus-daemon here");
        m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(m_bus.waitForStarted());
        QTRY_VERIFY(m_bus.canReadLine());
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    }
    void cleanupTestCase()
    {
        m_bus.kill();
        m_bus.waitForFinished();
    }

    void networkManagerSaysWhetherTheNetworkCosts()
    {
        const QString path = QStringLiteral("/org/freedesktop/NetworkManager");
        QThread thread;
        NetworkManager manager;
        manager.moveToThread(&thread);
        thread.start();
        QDBusConnection network = QDBusConnection::connectToBus(QString::fromUtf8(qgetenv("DBUS_SYSTEM_BUS_ADDRESS")),
                                                                QStringLiteral("network"));
        QVERIFY(network.registerObject(path, &manager, QDBusConnection::ExportAllProperties));
        QVERIFY(network.registerService(QStringLiteral("org.freedesktop.NetworkManager")));
        const bool loaded = QNetworkInformation::loadDefaultBackend();
        const auto *known = QNetworkInformation::instance();
        const bool tells = loaded && known->supports(QNetworkInformation::Feature::Metered);
        if (tells) {
            QVERIFY(!known->isMetered());
            QSignalSpy told(known, &QNetworkInformation::isMeteredChanged);
            announce(network, path, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                     {QStringLiteral("org.freedesktop.NetworkManager"), QVariantMap{{QStringLiteral("Metered"), 1U}},
                      QStringList()});
            QTRY_COMPARE(told.size(), 1);
            QVERIFY(known->isMetered());
        }
        thread.quit();
        QVERIFY(thread.wait(30000));
        network.unregisterService(QStringLiteral("org.freedesktop.NetworkManager"));
        if (!tells)
            QSKIP("this Qt cannot ask NetworkManager");
    }

    void locksBeforeSleepAndWithTheScreen()
    {
        QDBusConnection login = QDBusConnection::connectToBus(QString::fromUtf8(qgetenv("DBUS_SYSTEM_BUS_ADDRESS")), QStringLiteral("login"));
        Logind logind;
        QVERIFY(login.registerObject(QStringLiteral("/org/freedesktop/login1"), &logind, QDBusConnection::ExportAllSlots));
        QVERIFY(login.registerService(QStringLiteral("org.freedesktop.login1")));

        SessionEvents events;
        QSignalSpy lock(&events, &SessionEvents::lockWanted);
        QSignalSpy woke(&events, &SessionEvents::wokeUp);
        QTRY_COMPARE(logind.inhibited, 1); // sleep waits for us

        const QString manager = QStringLiteral("/org/freedesktop/login1");
        announce(login, manager, "org.freedesktop.login1.Manager", "PrepareForSleep", {true});
        QTRY_COMPARE(lock.size(), 1);
        QVERIFY(!logind.released());
        events.readyToSleep(); // the vault is locked
        QTRY_VERIFY(logind.released());

        announce(login, manager, "org.freedesktop.login1.Manager", "PrepareForSleep", {false});
        QTRY_COMPARE(woke.size(), 1);
        QTRY_COMPARE(logind.inhibited, 2); // and the next sleep waits again
        QCOMPARE(lock.size(), 1);

        // The session's path is asked for while we go on, so the first of these may come too early.
        for (int attempt = 0; attempt < 50 && lock.size() < 2; ++attempt) {
            announce(login, sessionPath, "org.freedesktop.login1.Session", "Lock", {});
            QTest::qWait(100);
        }
        QVERIFY(lock.size() > 1);
        announce(login, manager, "org.freedesktop.login1.Manager", "PrepareForSleep", {false});
        QTRY_COMPARE(woke.size(), 2); // signals come in order: those before it have all arrived
        lock.clear();
        announce(login, QStringLiteral("/org/freedesktop/login1/session/other"), "org.freedesktop.login1.Session", "Lock", {});
        announce(login, QStringLiteral("/ScreenSaver"), "org.freedesktop.ScreenSaver", "ActiveChanged", {false});
        announce(login, QStringLiteral("/ScreenSaver"), "org.gnome.ScreenSaver", "ActiveChanged", {true});
        QTRY_COMPARE(lock.size(), 1); // the screen's; the other session's came before it and did not count
    }
};

QTEST_GUILESS_MAIN(SessionEventsTest)
#include "tst_session_events.moc"
