// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/Pages.h"

#include "ui/shell/PageRegistry.h"
#include "ui/viewer/ViewerPage.h"

namespace carriel::ui {

void addViewerPages(PageRegistry &registry)
{
    registry.add({QStringLiteral("viewer"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Document"), "eye", 0,
                  [](const PageContext &context, QWidget *parent) { return new ViewerPage(context, parent); },
                  QStringLiteral("documents")});
}

} // namespace carriel::ui
