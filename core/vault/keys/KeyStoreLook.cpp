// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/keys/KeyStoreLook.h"

#include <QCoreApplication>
#include <QFileInfo>

#ifdef CARRIEL_SECRET_SERVICE
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace carriel::vault {

bool sessionBusIsThere()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QLatin1String("/bus"));
#else
    return true;
#endif
}

#ifdef CARRIEL_SECRET_SERVICE
namespace {

const QString kService = QStringLiteral("org.freedesktop.secrets");
const QString kRoot = QStringLiteral("/org/freedesktop/secrets");

using Answered = std::function<void(const QDBusPendingCallWatcher &)>;

void ask(const QDBusMessage &message, Answered answered)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message));
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [answered = std::move(answered)](QDBusPendingCallWatcher *done) {
        answered(*done);
        done->deleteLater();
    });
}

void askWhetherOpen(const QString &collection, std::function<void(QString)> done)
{
    QDBusMessage get = QDBusMessage::createMethodCall(kService, collection, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    get << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    ask(get, [done = std::move(done)](const QDBusPendingCallWatcher &call) {
        const QDBusPendingReply<QDBusVariant> reply = call;
        done(reply.isError() ? QStringLiteral("unknown") : reply.value().variant().toBool() ? QStringLiteral("locked") : QString());
    });
}

void askForKeyring(std::function<void(QString)> done)
{
    QDBusMessage alias = QDBusMessage::createMethodCall(kService, kRoot, QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
    alias << QStringLiteral("default");
    ask(alias, [done = std::move(done)](const QDBusPendingCallWatcher &call) {
        const QDBusPendingReply<QDBusObjectPath> reply = call;
        if (reply.isError())
            done(QStringLiteral("unknown"));
        else if (reply.value().path() == QLatin1String("/"))
            done(QStringLiteral("no_keyring"));
        else
            askWhetherOpen(reply.value().path(), done);
    });
}

// Whether anybody answers, now or when asked: KWallet has names of its own, and then only the library knows.
void askForService(const std::function<void(QString)> &done)
{
    const auto names = [](const char *method) {
        return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                                              QStringLiteral("org.freedesktop.DBus"), QString::fromLatin1(method));
    };
    ask(names("ListNames"), [done, names](const QDBusPendingCallWatcher &running) {
        const QStringList now = QDBusPendingReply<QStringList>(running).value();
        ask(names("ListActivatableNames"), [done, now](const QDBusPendingCallWatcher &startable) {
            const QStringList all = now + QDBusPendingReply<QStringList>(startable).value();
            if (all.contains(kService))
                askForKeyring(done);
            else
                done(all.filter(QStringLiteral("org.kde.kwalletd")).isEmpty() ? QStringLiteral("no_service") : QStringLiteral("unknown"));
        });
    });
}

} // namespace
#endif

void lookAtKeyStore(std::function<void(QString)> done)
{
#ifdef CARRIEL_SECRET_SERVICE
    if (!sessionBusIsThere())
        return done(QStringLiteral("no_bus"));
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [done = std::move(done)] {
            if (QDBusConnection::sessionBus().isConnected())
                askForService(done);
            else
                done(QStringLiteral("no_bus"));
        },
        Qt::QueuedConnection);
#else
    done(QStringLiteral("unknown"));
#endif
}

} // namespace carriel::vault
