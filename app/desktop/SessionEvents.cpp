// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/SessionEvents.h"

#ifdef CARRIEL_DBUS
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#endif

namespace carriel::desktop {

#ifdef CARRIEL_DBUS

namespace {

// D-Bus connections take the receiver by name only: 1 before a slot, 2 before a signal.
constexpr auto slotPrepareForSleep = "1prepareForSleep(bool)";
constexpr auto slotScreenLocked = "1screenLocked(bool)";
constexpr auto signalLockWanted = "2lockWanted()";
const QString service = QStringLiteral("org.freedesktop.login1");
const QString managerPath = QStringLiteral("/org/freedesktop/login1");
const QString manager = QStringLiteral("org.freedesktop.login1.Manager");

} // namespace

struct SessionEvents::Private {
    QDBusConnection system = QDBusConnection::systemBus();
    QDBusUnixFileDescriptor delay; // while it is open, sleep waits for us (a few seconds at most)
};

SessionEvents::SessionEvents(QObject *parent) : QObject(parent), d(new Private)
{
    if (d->system.isConnected()) {
        d->system.connect(service, managerPath, manager, QStringLiteral("PrepareForSleep"), this, slotPrepareForSleep);
        holdSleep();
        watchOwnSession();
    }
    QDBusConnection session = QDBusConnection::sessionBus();
    for (const char *saver : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"}) {
        if (session.isConnected())
            session.connect(QString(), QString(), QString::fromLatin1(saver), QStringLiteral("ActiveChanged"), this, slotScreenLocked);
    }
}

SessionEvents::~SessionEvents() = default;

void SessionEvents::holdSleep()
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, managerPath, manager, QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QStringLiteral("Carriel") << QStringLiteral("Locks the documents") << QStringLiteral("delay");
    auto *watcher = new QDBusPendingCallWatcher(d->system.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (reply.isValid())
            d->delay = reply.value();
        watcher->deleteLater();
    });
}

void SessionEvents::watchOwnSession()
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, managerPath, manager, QStringLiteral("GetSessionByPID"));
    call << quint32(QCoreApplication::applicationPid());
    auto *watcher = new QDBusPendingCallWatcher(d->system.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (reply.isValid())
            d->system.connect(service, reply.value().path(), QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock"),
                              this, signalLockWanted);
        watcher->deleteLater();
    });
}

void SessionEvents::readyToSleep() { d->delay = QDBusUnixFileDescriptor(); }

void SessionEvents::prepareForSleep(bool before)
{
    if (before) {
        Q_EMIT lockWanted();
        return;
    }
    holdSleep();
    Q_EMIT wokeUp();
}

void SessionEvents::screenLocked(bool locked)
{
    if (locked)
        Q_EMIT lockWanted();
}

#else

struct SessionEvents::Private {};
SessionEvents::SessionEvents(QObject *parent) : QObject(parent) {}
SessionEvents::~SessionEvents() = default;
void SessionEvents::readyToSleep() {}
void SessionEvents::prepareForSleep(bool) {}
void SessionEvents::screenLocked(bool) {}
void SessionEvents::holdSleep() {}
void SessionEvents::watchOwnSession() {}

#endif

} // namespace carriel::desktop
