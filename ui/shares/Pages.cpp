// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shares/Pages.h"

#include "ui/shares/OpenParcelPage.h"
#include "ui/shares/ParcelPage.h"
#include "ui/shares/SharePage.h"
#include "ui/shares/SharesPage.h"
#include "ui/shell/PageRegistry.h"

namespace carriel::ui {

void addSharePages(PageRegistry &registry)
{
    registry.add({QStringLiteral("shares"), PagePlace::Navigation, QT_TRANSLATE_NOOP("Pages", "Shared"), "share-2", 45,
                  [](const PageContext &context, QWidget *parent) -> Page * { return new SharesPage(context, parent); }});
    registry.add({QStringLiteral("share"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Share documents"), "share-2", 0,
                  [](const PageContext &context, QWidget *parent) -> Page * { return new SharePage(context, parent); },
                  QStringLiteral("documents")});
    registry.add({QStringLiteral("parcel"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Encrypted file for somebody"), "lock", 0,
                  [](const PageContext &context, QWidget *parent) -> Page * { return new ParcelPage(context, parent); },
                  QStringLiteral("documents")});
    registry.add({QStringLiteral("parcel.open"), PagePlace::Inner, QT_TRANSLATE_NOOP("Pages", "Open an encrypted file"), "lock-open", 0,
                  [](const PageContext &context, QWidget *parent) -> Page * { return new OpenParcelPage(context, parent); },
                  QStringLiteral("shares")});
}

} // namespace carriel::ui
