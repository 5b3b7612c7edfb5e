// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/Pages.h"

#include "ui/notifications/ActPage.h"
#include "ui/notifications/AttachmentPage.h"
#include "ui/notifications/EvidencePage.h"
#include "ui/notifications/NotificationPage.h"
#include "ui/notifications/NotificationsPage.h"
#include "ui/shell/PageRegistry.h"

namespace carriel::ui {

namespace {
template <typename P> Page *make(const PageContext &context, QWidget *parent)
{
    return new P(context, parent);
}
Page *makeOutside(const PageContext &context, QWidget *parent)
{
    return new EvidencePage(context, parent, EvidencePage::Where::Outside);
}
} // namespace

void addNotificationPages(PageRegistry &registry)
{
    const QString list = QStringLiteral("notifications");
    registry.add({list, PagePlace::Navigation, QT_TRANSLATE_NOOP("Pages", "Notifications"), "bell", 30,
                  make<NotificationsPage>});
    registry.add({QStringLiteral("notification"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Notification"), "lock",
                  0, make<NotificationPage>, list});
    registry.add({QStringLiteral("act"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Opened notification"),
                  "lock-open", 0, make<ActPage>, list});
    registry.add({QStringLiteral("attachment"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Document"), "eye", 0,
                  make<AttachmentPage>, list});
    registry.add({QStringLiteral("evidence"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Evidence"), "scroll-text",
                  0, make<EvidencePage>, list});
    // Before there is a folder, or while it is locked: whoever was given a file checks it on any computer.
    registry.add({QStringLiteral("verify-evidence"), PagePlace::Gate, QT_TRANSLATE_NOOP("Pages", "Verify evidence"), "shield-check", 0,
                  makeOutside});
}

} // namespace carriel::ui
