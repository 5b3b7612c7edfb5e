// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Pages.h"

#include "ui/documents/ConfirmPurge.h"
#include "ui/documents/DocumentsPage.h"
#include "ui/documents/ImportDialog.h"
#include "ui/documents/LabelsDialog.h"
#include "ui/documents/MoveDialog.h"
#include "ui/documents/NameDialogs.h"
#include "ui/documents/PrintDialogPage.h"
#include "ui/documents/TrashPage.h"
#include "ui/shell/PageRegistry.h"

namespace carriel::ui {

namespace {

template <typename Made> Page *make(const PageContext &context, QWidget *parent) { return new Made(context, parent); }

} // namespace

void addDocumentPages(PageRegistry &registry)
{
    using enum PagePlace;
    registry.add({QStringLiteral("documents"), Navigation, QT_TRANSLATE_NOOP("Pages", "Documents"), "folder", 20, make<DocumentsPage>});
    registry.add({QStringLiteral("trash"), Navigation, QT_TRANSLATE_NOOP("Pages", "Trash"), "trash-2", 110, make<TrashPage>});
    registry.add({QStringLiteral("documents.move"), Dialog, QT_TRANSLATE_NOOP("Pages", "Move"), "", 0, make<MoveDialog>});
    registry.add({QStringLiteral("documents.labels"), Dialog, QT_TRANSLATE_NOOP("Pages", "Labels"), "", 0, make<LabelsDialog>});
    registry.add({QStringLiteral("documents.newFolder"), Dialog, QT_TRANSLATE_NOOP("Pages", "New folder"), "", 0, make<NewFolderDialog>});
    registry.add({QStringLiteral("documents.saveSearch"), Dialog, QT_TRANSLATE_NOOP("Pages", "Save search"), "", 0, make<SaveSearchDialog>});
    registry.add({QStringLiteral("documents.purge"), Dialog, QT_TRANSLATE_NOOP("Pages", "Delete for ever"), "", 0, make<ConfirmPurge>});
    registry.add({QStringLiteral("documents.import"), Dialog, QT_TRANSLATE_NOOP("Pages", "Add a folder"), "", 0, make<ImportDialog>});
    registry.add({QStringLiteral("documents.print"), Dialog, QT_TRANSLATE_NOOP("Pages", "Print"), "", 0, make<PrintDialogPage>});
}

} // namespace carriel::ui
