// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Composition: makes every object of the window, hands them to one another, and changes profile, language and look.
// Thread: GUI.
#pragma once

#include "app/desktop/EndSignals.h"
#include "app/desktop/OpenProfile.h"
#include "app/desktop/Options.h"
#include "app/desktop/SessionEvents.h"
#include "app/desktop/Tray.h"
#include "app/instance/InstanceClient.h"
#include "core/services/Profiles.h"
#include "ui/text/Preferences.h"
#include "ui/text/Translation.h"

namespace carriel::desktop {

class Desktop final : public QObject
{
    Q_OBJECT
public:
    Desktop(QApplication &application, Options options);
    ~Desktop() override;

    void start(); // shows a window, or raises the one that has the profile open and ends

private:
    void look();
    void watch();
    void openOrRaise(const QString &dir);
    void open(const QString &dir, const QString &socket);
    void lock();
    void end(); // as when the person locks it and closes the window: what is half typed is kept
    void tellMetered(); // whether this network is paid by amount, where the system says so
    void takeScreenshots();

    QApplication &m_application;
    Options m_options;
    std::shared_ptr<text::Preferences> m_preferences;
    text::Translation m_translation;
    ui::Theme m_theme;
    commands::Browser m_browser;
    Profiles m_profiles;
    SessionEvents m_events;
    EndSignals m_end;
    std::unique_ptr<OpenProfile> m_open;
    std::unique_ptr<Tray> m_tray;
    QString m_parkedAddress; // of a carpeta:// link, until a folder's window is there
};

} // namespace carriel::desktop
