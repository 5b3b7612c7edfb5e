// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Screenshots.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTimer>

namespace carriel::desktop {
namespace {

using namespace std::chrono_literals;
constexpr auto toSettle = 900ms; // lists are read and pictures drawn

} // namespace

Screenshots::Screenshots(OpenProfile &profile, QString folder, QString suffix, QObject *parent)
    : QObject(parent), m_profile(profile), m_folder(std::move(folder)), m_suffix(std::move(suffix))
{
}

void Screenshots::start()
{
    QDir().mkpath(m_folder);
    connect(&m_profile.session(), &Session::vaultStateChanged, this, [this](VaultState state) {
        if (state == VaultState::Unlocked)
            QTimer::singleShot(toSettle, this, &Screenshots::begin);
    });
    if (m_profile.session().vaultState() == VaultState::Unlocked)
        QTimer::singleShot(toSettle, this, &Screenshots::begin);
    else
        QTimer::singleShot(toSettle, this, [this] { keep(QStringLiteral("gate")); });
    QTimer::singleShot(60s, this, [this] {
        if (!m_begun)
            Q_EMIT finished(m_kept);
    });
}

void Screenshots::begin()
{
    if (std::exchange(m_begun, true))
        return;
    for (const ui::PageInfo &page : m_profile.registry().all()) {
        if (page.place != ui::PagePlace::Gate)
            m_left += page;
    }
    next();
}

void Screenshots::next()
{
    if (m_left.isEmpty()) {
        Q_EMIT finished(m_kept);
        return;
    }
    const ui::PageInfo page = m_left.takeFirst();
    m_profile.navigator().open(page.id);
    QTimer::singleShot(toSettle, this, [this, page] {
        keep(page.id);
        if (page.place == ui::PagePlace::Dialog) {
            for (QWidget *window : QApplication::topLevelWidgets()) {
                if (window != &m_profile.window() && window->isVisible())
                    window->close();
            }
        }
        next();
    });
}

void Screenshots::keep(const QString &name)
{
    QWidget *shown = &m_profile.window();
    if (QWidget *active = QApplication::activeWindow())
        shown = active;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && window->isModal())
            shown = window;
    }
    if (shown->grab().save(m_folder + u'/' + name + m_suffix + QStringLiteral(".png")))
        ++m_kept;
}

} // namespace carriel::desktop
