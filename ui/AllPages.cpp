// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/AllPages.h"

#include "ui/activity/ActivityPage.h"
#include "ui/conflicts/ConflictsPage.h"
#include "ui/contributions/Pages.h"
#include "ui/documents/Pages.h"
#include "ui/history/HistoryPage.h"
#include "ui/home/HomePage.h"
#include "ui/notifications/Pages.h"
#include "ui/onboarding/OnboardingPage.h"
#include "ui/procedures/ProceduresPage.h"
#include "ui/profiles/ProfilesPage.h"
#include "ui/settings/SettingsPage.h"
#include "ui/shares/Pages.h"
#include "ui/signing/Pages.h"
#include "ui/text/Preferences.h"
#include "ui/transfers/TransfersPage.h"
#include "ui/unlock/UnlockPage.h"
#include "ui/viewer/Pages.h"

#include <algorithm>

namespace carriel::ui {

PageRegistry allPages(PageParts parts)
{
    if (!parts.preferences)
        parts.preferences = std::make_shared<text::Preferences>(text::Preferences::defaultFile());
    PageRegistry registry;
    const auto others = [profiles = parts.profiles](const QString &dir) {
        const QList<ProfileInfo> all = profiles.list();
        return std::any_of(all.begin(), all.end(), [&dir](const ProfileInfo &profile) { return profile.dir != dir; });
    };
    onboarding::addPages(registry, {parts.operatorUrl, parts.caFile, others});
    addUnlockPages(registry, parts.profiles);
    addHomePages(registry);
    addDocumentPages(registry);
    addActivityPages(registry);
    addConflictPages(registry);
    addContributionPages(registry);
    addHistoryPages(registry);
    addProcedurePages(registry);
    addNotificationPages(registry);
    addSharePages(registry);
    addSigningPages(registry);
    addTransferPages(registry);
    settings::addPages(registry, parts.preferences);
    addProfilePages(registry, parts.profiles);
    addViewerPages(registry);
    return registry;
}

} // namespace carriel::ui
