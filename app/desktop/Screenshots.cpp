// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Screenshots.h"

#include "core/services/Documents.h"

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
    // Dialogs are left out: without what they are about they show nothing. The audit of accessibility meets them.
    for (const ui::PageInfo &page : m_profile.registry().all()) {
        if (page.place == ui::PagePlace::Navigation || page.place == ui::PagePlace::Inner)
            m_left += {page.id, page.id, {}};
    }
    DocumentQuery pdfs;
    pdfs.everywhere = true;
    pdfs.mediaPrefix = QStringLiteral("application/pdf");
    const QList<ItemId> ids = m_profile.session().documents().ids(pdfs);
    if (!ids.isEmpty()) {
        for (Stop &stop : m_left) {
            if (stop.page == QLatin1String("viewer"))
                stop.args = {{QStringLiteral("id"), ids.first().text()}};
        }
        m_left += {QStringLiteral("documents"), QStringLiteral("documents-details"), {{QStringLiteral("reveal"), ids.first().text()}}};
    }
    next();
}

void Screenshots::next()
{
    if (m_left.isEmpty()) {
        Q_EMIT finished(m_kept);
        return;
    }
    const Stop stop = m_left.takeFirst();
    m_profile.navigator().open(stop.page, stop.args);
    QTimer::singleShot(toSettle, this, [this, stop] {
        keep(stop.name);
        next();
    });
}

void Screenshots::keep(const QString &name)
{
    if (m_profile.window().grab().save(m_folder + u'/' + name + m_suffix + QStringLiteral(".png")))
        ++m_kept;
}

} // namespace carriel::desktop
