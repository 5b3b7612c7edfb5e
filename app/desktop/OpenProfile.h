// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that lives as long as one profile is open: its session, the window on it, the socket that commands reach.
#pragma once

#include "app/commands/Browser.h"
#include "app/desktop/IdleLock.h"
#include "app/instance/InstanceServer.h"
#include "core/services/Session.h"
#include "ui/AllPages.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Navigator.h"

namespace carriel::desktop {

class OpenProfile final : public QObject
{
    Q_OBJECT
public:
    // Listens at once, so that a second start finds this one. `theme` and `browser` outlive it.
    OpenProfile(const QString &dir, const QString &socket, ui::PageParts parts, ui::Theme &theme, commands::Browser &browser);
    ~OpenProfile() override;

    Session &session() { return m_session; }
    ui::MainWindow &window() { return *m_window; }
    ui::Navigator &navigator() { return *m_navigator; }
    const ui::PageRegistry &registry() const { return m_registry; }

    void show();
    void raise();
    void makeWindowAnew(); // in another language

Q_SIGNALS:
    void profileRequested(const QString &dir);
    void addressReceived(const QString &address);

private:
    void makeWindow();

    ui::Theme &m_theme;
    std::shared_ptr<text::Preferences> m_preferences;
    Session m_session;
    ui::PageRegistry m_registry;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::Navigator> m_navigator; // dies before the window that it fills
    SystemClock m_clock;
    IdleLock m_idle;
    instance::InstanceServer m_server;          // first of all to die: commands work on the session
};

} // namespace carriel::desktop
