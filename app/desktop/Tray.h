// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The icon in the desktop's tray, where it has one.
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace carriel::desktop {

class Tray final : public QObject
{
    Q_OBJECT
public:
    explicit Tray(const QIcon &icon, QObject *parent = nullptr);
    void setState(const QString &words); // the tooltip; never names a document
    void retranslate();
    void say(const QString &title, const QString &text); // a notice on the desktop; a click opens the window

Q_SIGNALS:
    void openRequested();
    void lockRequested();
    void quitRequested();

private:
    QMenu m_menu;
    QAction *m_open;
    QAction *m_lock;
    QAction *m_quit;
    QSystemTrayIcon m_icon;
};

} // namespace carriel::desktop
