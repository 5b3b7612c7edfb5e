// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/OpenProfile.h"

#include "app/extract/ChildTextExtractor.h"
#include "ui/text/Preferences.h"

#include <QApplication>
#include <QScreen>

namespace carriel::desktop {
namespace {

Session::Options sessionOptions(const QString &dir, commands::Browser &browser)
{
    Session::Options options;
    options.dir = dir;
    options.extractor = std::make_shared<ChildTextExtractor>();
    options.openBrowser = [&browser](const QUrl &url) { browser.open(url); };
    return options;
}

} // namespace

OpenProfile::OpenProfile(const QString &dir, const QString &socket, ui::PageParts parts, ui::Theme &theme, commands::Browser &browser)
    : m_theme(theme), m_preferences(parts.preferences), m_session(sessionOptions(dir, browser)), m_registry(ui::allPages(std::move(parts))),
      m_idle(m_session, m_clock)
{
    if (!socket.isEmpty() && !m_server.listen(socket).ok())
        qWarning("commands cannot reach this window");
    m_server.serve(&m_session, &browser);
    connect(&m_server, &instance::InstanceServer::raiseRequested, this, [this](const QString &address) {
        raise();
        if (!address.isEmpty())
            Q_EMIT addressReceived(address);
    });
    connect(qApp, &QGuiApplication::applicationStateChanged, &m_session,
            [this](Qt::ApplicationState state) { m_session.setForeground(state == Qt::ApplicationActive); });
    makeWindow();
}

OpenProfile::~OpenProfile()
{
    if (m_preferences && m_window->isVisible())
        m_preferences->setWindowPlace(m_window->saveGeometry());
}

void OpenProfile::makeWindow()
{
    m_window = std::make_unique<ui::MainWindow>(m_registry, m_theme);
    // With room for the system's own frame and bars.
    const QScreen *screen = QGuiApplication::primaryScreen();
    const QSize room = screen ? screen->availableSize() - QSize(16, 56) : QSize(1180, 760);
    m_window->resize(QSize(1180, 760).boundedTo(room));
    if (m_preferences)
        m_window->restoreGeometry(m_preferences->windowPlace()); // where it was left, moved if that screen is gone
    m_navigator = std::make_unique<ui::Navigator>(m_session, m_theme, m_registry, *m_window);
    connect(m_navigator.get(), &ui::Navigator::profileRequested, this, &OpenProfile::profileRequested);
}

void OpenProfile::makeWindowAnew()
{
    const QByteArray place = m_window->saveGeometry();
    const QRect stands = m_window->geometry();
    const ui::Navigator::Place stood = m_navigator->place();
    const bool visible = m_window->isVisible();
    m_navigator.reset();
    makeWindow();
    m_window->restoreGeometry(place);
    // Restoring makes room for a frame that there may not be: the window would go down a little with every language.
    if (!(m_window->windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen)))
        m_window->setGeometry(stands);
    m_window->setVisible(visible);
    m_navigator->goTo(stood);
}

void OpenProfile::show() { m_window->show(); }

void OpenProfile::raise()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace carriel::desktop
