// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A bus of the test's own, and on it what we use of org.freedesktop.login1: who holds sleep back, and the session's
// path.
#pragma once

#include "tests/support/Patience.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

namespace carriel::test {

class PrivateBus
{
public:
    static bool possible() { return !QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty(); }
    ~PrivateBus()
    {
        m_bus.kill();
        m_bus.waitForFinished(patienceMs);
    }
    bool start()
    {
        m_bus.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (!m_bus.waitForStarted(patienceMs) || !QTest::qWaitFor([this] { return m_bus.canReadLine(); }, patienceMs))
            return false;
        m_address = m_bus.readLine().trimmed();
        return !m_address.isEmpty();
    }
    QByteArray address() const { return m_address; }
    QDBusConnection connection(const char *name) const
    {
        return QDBusConnection::connectToBus(QString::fromUtf8(m_address), QString::fromLatin1(name));
    }
    static void announce(const QDBusConnection &bus, const QString &path, const char *interface, const char *name,
                         const QVariantList &arguments)
    {
        QDBusMessage message =
            QDBusMessage::createSignal(path, QString::fromLatin1(interface), QString::fromLatin1(name));
        message.setArguments(arguments);
        QVERIFY(bus.send(message));
    }

private:
    QProcess m_bus;
    QByteArray m_address;
};

class Logind : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    static QString manager() { return QStringLiteral("/org/freedesktop/login1"); }
    static QString session() { return QStringLiteral("/org/freedesktop/login1/session/c1"); }

    int inhibited = 0;
    int readEnd = -1;

    ~Logind() override
    {
        if (readEnd >= 0)
            close(readEnd);
    }
    bool serve(QDBusConnection bus)
    {
        return bus.registerObject(manager(), this, QDBusConnection::ExportAllSlots) &&
               bus.registerService(QStringLiteral("org.freedesktop.login1"));
    }
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
        if (what != QLatin1String("sleep") || mode != QLatin1String("delay") ||
            pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            return {};
        if (readEnd >= 0)
            close(readEnd);
        readEnd = ends[0];
        QDBusUnixFileDescriptor held(ends[1]); // a copy
        close(ends[1]);
        ++inhibited;
        return held;
    }
    QDBusObjectPath GetSessionByPID(uint) { return QDBusObjectPath(session()); }
};

} // namespace carriel::test
