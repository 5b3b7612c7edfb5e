// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/AllPages.h"

#include "ui/documents/Pages.h"

namespace carriel::ui {

PageRegistry allPages()
{
    PageRegistry registry;
    addDocumentPages(registry);
    return registry;
}

} // namespace carriel::ui
