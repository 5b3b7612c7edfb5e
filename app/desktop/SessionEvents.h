// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop says about the person: the computer goes to sleep, the screen is locked. Without D-Bus it says nothing.
#pragma once

#include <QObject>
#include <memory>

namespace carriel::desktop {

class SessionEvents final : public QObject
{
    Q_OBJECT
public:
    explicit SessionEvents(QObject *parent = nullptr);
    ~SessionEvents() override;

    // The vault is locked: the computer need not wait any longer before it sleeps.
    void readyToSleep();

Q_SIGNALS:
    void lockWanted();
    void wokeUp();

private Q_SLOTS:
    void prepareForSleep(bool before);
    void screenLocked(bool locked);

private:
    void holdSleep();
    void watchOwnSession();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace carriel::desktop
