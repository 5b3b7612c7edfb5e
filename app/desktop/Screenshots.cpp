// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Screenshots.h"

#include "core/services/Documents.h"
#include "core/services/Notifications.h"

#include <QDir>
#include <QHash>
#include <QPixmap>
#include <QTimer>

namespace carriel::desktop {
namespace {

using namespace std::chrono_literals;
constexpr auto toSettle = 900ms; // lists are read and pictures drawn

// Pages about one thing, or some.
const QStringList &aboutOne()
{
    static const QStringList pages{QStringLiteral("viewer"),     QStringLiteral("history"), QStringLiteral("verify"),
                                   QStringLiteral("sign"),       QStringLiteral("share"),   QStringLiteral("notification"),
                                   QStringLiteral("act"),        QStringLiteral("attachment"), QStringLiteral("contribute"),
                                   QStringLiteral("procedure")};
    return pages;
}

// What they are opened with.
QHash<QString, QVariantMap> subjectsOf(Documents &documents)
{
    QHash<QString, QVariantMap> out;
    const auto of = [&out](std::initializer_list<const char *> pages, const QVariantMap &subject) {
        for (const char *page : pages)
            out.insert(QLatin1String(page), subject);
    };
    DocumentQuery pdfs;
    pdfs.everywhere = true;
    pdfs.mediaPrefix = QStringLiteral("application/pdf");
    if (const QList<ItemId> ids = documents.ids(pdfs); !ids.isEmpty()) {
        of({"viewer", "history", "verify"}, {{QStringLiteral("id"), ids.first().text()}});
        of({"sign", "share"}, {{QStringLiteral("ids"), QStringList{ids.first().text()}}});
    }
    for (const NotificationEntry &entry : documents.notifications().list()) {
        if (entry.step == NotificationStep::Sealed)
            of({"notification"}, {{QStringLiteral("id"), entry.id}});
        else if (entry.step == NotificationStep::Opened)
            of({"act"}, {{QStringLiteral("id"), entry.id}});
        if (!entry.procedureId.isEmpty())
            of({"procedure"}, {{QStringLiteral("id"), entry.procedureId}});
    }
    return out;
}

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
    // Dialogs are left out, and so is a page about something that this folder does not have: it would show nothing. The audit of
    // accessibility meets them.
    const QHash<QString, QVariantMap> subjects = subjectsOf(m_profile.session().documents());
    for (const ui::PageInfo &page : m_profile.registry().all()) {
        const bool inside = page.place == ui::PagePlace::Inner && aboutOne().contains(page.id);
        if (page.place == ui::PagePlace::Navigation || (page.place == ui::PagePlace::Inner && (!inside || subjects.contains(page.id))))
            m_left += {page.id, page.id, subjects.value(page.id)};
    }
    if (const QVariantMap shown = subjects.value(QStringLiteral("viewer")); !shown.isEmpty())
        m_left += {QStringLiteral("documents"), QStringLiteral("documents-details"), {{QStringLiteral("reveal"), shown.value(QStringLiteral("id"))}}};
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
