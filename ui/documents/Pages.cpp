// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Pages.h"

#include "ui/shell/Page.h"
#include "ui/shell/PageRegistry.h"

namespace carriel::ui {

void addDocumentPages(PageRegistry &registry)
{
    registry.add({QStringLiteral("documents"), PagePlace::Navigation, QT_TRANSLATE_NOOP("Pages", "Documents"), "folder", 20,
                  [](const PageContext &context, QWidget *parent) { return new Page(context, parent); }});
}

} // namespace carriel::ui
