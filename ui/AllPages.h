// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The list of every page and dialog of the program. A page that is not in it cannot be opened, and fails the audit.
#pragma once

#include "core/services/Profiles.h"
#include "ui/shell/PageRegistry.h"

#include <QUrl>
#include <memory>

namespace carriel::text {
class Preferences;
}

namespace carriel::ui {

// What some pages need beside their session. Given by app/; the defaults are the person's own places.
struct PageParts {
    Profiles profiles{Profiles::defaultRoot()};
    std::shared_ptr<text::Preferences> preferences; // null: the default file
    QUrl operatorUrl;                               // from the command line, proposed at onboarding
    QString caFile;
};

PageRegistry allPages(PageParts parts = {});

} // namespace carriel::ui
