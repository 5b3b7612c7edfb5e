// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Sleep and screen lock as logind and a desktop announce them, on a bus of the test's own.
#include "app/desktop/SessionEvents.h"
#include "tests/app/Logind.h"
#include "tests/support/Patience.h"

#include <QDBusConnection>
#include <QNetworkInformation>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace carriel::desktop;
using carriel::test::Logind;
using carriel::test::PrivateBus;

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
    PrivateBus m_bus;

private Q_SLOTS:
    void initTestCase()
    {
        if (!PrivateBus::possible())
            QSKIP("no dbus-daemon here");
        QVERIFY(m_bus.start());
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus.address());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address());
    }

    void networkManagerSaysWhetherTheNetworkCosts()
    {
        const QString path = QStringLiteral("/org/freedesktop/NetworkManager");
        QThread thread;
        NetworkManager manager;
        manager.moveToThread(&thread);
        thread.start();
        QDBusConnection network = m_bus.connection("network");
        QVERIFY(network.registerObject(path, &manager, QDBusConnection::ExportAllProperties));
        QVERIFY(network.registerService(QStringLiteral("org.freedesktop.NetworkManager")));
        const bool loaded = QNetworkInformation::loadDefaultBackend();
        const auto *known = QNetworkInformation::instance();
        const bool tells = loaded && known->supports(QNetworkInformation::Feature::Metered);
        if (tells) {
            QVERIFY(!known->isMetered());
            QSignalSpy told(known, &QNetworkInformation::isMeteredChanged);
            PrivateBus::announce(network, path, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                                 {QStringLiteral("org.freedesktop.NetworkManager"),
                                  QVariantMap{{QStringLiteral("Metered"), 1U}}, QStringList()});
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
        QDBusConnection login = m_bus.connection("login");
        Logind logind;
        QVERIFY(logind.serve(login));

        SessionEvents events;
        QSignalSpy lock(&events, &SessionEvents::lockWanted);
        QSignalSpy woke(&events, &SessionEvents::wokeUp);
        QTRY_COMPARE(logind.inhibited, 1); // sleep waits for us

        PrivateBus::announce(login, Logind::manager(), "org.freedesktop.login1.Manager", "PrepareForSleep", {true});
        QTRY_COMPARE(lock.size(), 1);
        QVERIFY(!logind.released());
        events.readyToSleep(); // the vault is locked
        QTRY_VERIFY(logind.released());

        PrivateBus::announce(login, Logind::manager(), "org.freedesktop.login1.Manager", "PrepareForSleep", {false});
        QTRY_COMPARE(woke.size(), 1);
        QTRY_COMPARE(logind.inhibited, 2); // and the next sleep waits again
        QCOMPARE(lock.size(), 1);

        // The session's path is asked for while we go on, so the first of these may come too early.
        for (int attempt = 0; attempt < 50 && lock.size() < 2; ++attempt) {
            PrivateBus::announce(login, Logind::session(), "org.freedesktop.login1.Session", "Lock", {});
            QTest::qWait(100);
        }
        QVERIFY(lock.size() > 1);
        PrivateBus::announce(login, Logind::manager(), "org.freedesktop.login1.Manager", "PrepareForSleep", {false});
        QTRY_COMPARE(woke.size(), 2); // signals come in order: those before it have all arrived
        lock.clear();
        PrivateBus::announce(login, QStringLiteral("/org/freedesktop/login1/session/other"),
                             "org.freedesktop.login1.Session", "Lock", {});
        PrivateBus::announce(login, QStringLiteral("/ScreenSaver"), "org.freedesktop.ScreenSaver", "ActiveChanged",
                             {false});
        PrivateBus::announce(login, QStringLiteral("/ScreenSaver"), "org.gnome.ScreenSaver", "ActiveChanged", {true});
        QTRY_COMPARE(lock.size(), 1); // the screen's; the other session's came before it and did not count
    }
};

QTEST_GUILESS_MAIN(SessionEventsTest)
#include "tst_session_events.moc"
