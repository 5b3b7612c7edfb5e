// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Tray.h"

namespace carriel::desktop {

Tray::Tray(const QIcon &icon, QObject *parent)
    : QObject(parent), m_open(m_menu.addAction(QString())), m_lock(m_menu.addAction(QString())),
      m_quit(m_menu.addAction(QString())), m_icon(icon)
{
    connect(m_open, &QAction::triggered, this, &Tray::openRequested);
    connect(m_lock, &QAction::triggered, this, &Tray::lockRequested);
    connect(m_quit, &QAction::triggered, this, &Tray::quitRequested);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT openRequested();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::openRequested);
    retranslate();
    m_icon.setContextMenu(&m_menu);
    if (QSystemTrayIcon::isSystemTrayAvailable())
        m_icon.show();
}

void Tray::setState(const QString &words)
{
    m_icon.setToolTip(tr("Carriel") + QStringLiteral(" · ") + words);
}

void Tray::say(const QString &title, const QString &text)
{
    if (m_icon.isVisible() && QSystemTrayIcon::supportsMessages())
        m_icon.showMessage(title, text, m_icon.icon());
}

void Tray::retranslate()
{
    m_open->setText(tr("Open"));
    m_lock->setText(tr("Lock"));
    m_quit->setText(tr("Quit"));
}

} // namespace carriel::desktop
