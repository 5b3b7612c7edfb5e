// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The person at the operator: which operator, who logged in, which folder, which keys this computer has there.
// Thread: the engine's. What it knows lies in the vault.
#pragma once

#include "core/base/Clock.h"
#include "core/base/Random.h"
#include "core/services/Values.h"
#include "core/sync/OperatorPort.h"

#include <QObject>
#include <functional>
#include <memory>

namespace carriel::vault {
class VaultStore;
}

namespace carriel::mail {
class MailPort;
}

namespace carriel::papers {
class ContributionPort;
}

namespace carriel::shares {
class SharePort;
}

namespace carriel::sealed {
class KeysPort;
}

namespace carriel {

struct AcceptedTerms;

struct CountTicket;

QString defaultComputerName(); // host and system

class AccountLink final : public QObject
{
    Q_OBJECT
public:
    using OpenBrowser = std::function<void(const QUrl &)>; // called in this thread; hands over to the window's
    template <typename T> using Done = std::function<void(Result<T>)>;
    using Finished = std::function<void(Outcome)>;

    // `refresh`: ask the operator at once what has changed about it. Without, what it said last holds until a login.
    enum class Refresh { No, AtOnce };
    AccountLink(vault::VaultStore &store, const Clock &clock, Random &random, OpenBrowser openBrowser, Refresh refresh);
    ~AccountLink() override;

    const Account &account() const;
    // The engine's door to the operator; null until there is an operator, a login and a folder.
    sync::OperatorPort *port() const;
    // The same for notifications.
    mail::MailPort *mail() const;
    papers::ContributionPort *contributions() const;
    shares::SharePort *sharing() const;
    sealed::KeysPort *keys() const;

    void discover(const QUrl &url, const QString &caFile, Done<OperatorInfo> done);
    void connectOperator(const QUrl &url, const QString &caFile, Finished done);
    // `computerName`: what this computer is to be called in the list of devices, if it is not in it yet; empty: its
    // default.
    void login(const QString &computerName, Finished done);
    // Proves anew and more strongly who is there; nothing else changes.
    void stepUp(Finished done);
    void cancelLogin();
    void terms(Done<Terms> done);
    void enrol(const Terms &accepted, Finished done);
    std::optional<AcceptedTerms> acceptedTerms() const; // as Session::acceptedTerms()
    void logout(Finished done);
    void devices(Done<QList<DeviceInfo>> done);
    void revokeDevice(const DeviceId &id, Finished done);
    // Reads the list again if the operator said that it changed: newComputers(). At most one at a time.
    void lookAtDevices(std::function<void()> done);
    // A ticket for the time when the vault is closed; the one before (may be empty) is ended. No answer if none can be
    // had.
    void countTicket(const QByteArray &before, std::function<void(CountTicket)> done);
    // Has the record of activity anchored, if there is something new in it. activityAlarm, or the network's.
    void anchorActivity(Finished done);
    // The operator said at the last round that its record has news, or that it is shorter than it was.
    bool activityMoved() const;

Q_SIGNALS:
    void changed(); // account() or port() answers something else
    void devicesChanged(); // newComputers() or Activity::alarm() may answer something else; account() and port() stand

public:
    struct Private; // for core/services

private:
    std::unique_ptr<Private> d;
};

} // namespace carriel
