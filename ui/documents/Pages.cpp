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
#include "ui/documents/SealDialog.h"
#include "ui/documents/TrashPage.h"
#include "ui/shell/PageRegistry.h"

namespace carriel::ui {

void addDocumentPages(PageRegistry &registry)
{
    using enum PagePlace;
    const auto add = [&registry](const char *id, PagePlace place, const char *title, const char *icon, int order, auto make) {
        registry.add({QString::fromLatin1(id), place, title, icon, order, make});
    };
    using Context = const PageContext &;
    add("documents", Navigation, QT_TRANSLATE_NOOP("Pages", "Documents"), "folder", 20,
        [](Context context, QWidget *parent) { return new DocumentsPage(context, parent); });
    add("trash", Navigation, QT_TRANSLATE_NOOP("Pages", "Trash"), "trash-2", 80,
        [](Context context, QWidget *parent) { return new TrashPage(context, parent); });
    add("documents.move", Dialog, QT_TRANSLATE_NOOP("Pages", "Move"), "", 0,
        [](Context context, QWidget *parent) { return new MoveDialog(context, parent); });
    add("documents.labels", Dialog, QT_TRANSLATE_NOOP("Pages", "Labels"), "", 0,
        [](Context context, QWidget *parent) { return new LabelsDialog(context, parent); });
    add("documents.newFolder", Dialog, QT_TRANSLATE_NOOP("Pages", "New folder"), "", 0,
        [](Context context, QWidget *parent) { return new NewFolderDialog(context, parent); });
    add("documents.saveSearch", Dialog, QT_TRANSLATE_NOOP("Pages", "Save search"), "", 0,
        [](Context context, QWidget *parent) { return new SaveSearchDialog(context, parent); });
    add("documents.purge", Dialog, QT_TRANSLATE_NOOP("Pages", "Delete for ever"), "", 0,
        [](Context context, QWidget *parent) { return new ConfirmPurge(context, parent); });
    add("documents.import", Dialog, QT_TRANSLATE_NOOP("Pages", "Add a folder"), "", 0,
        [](Context context, QWidget *parent) { return new ImportDialog(context, parent); });
    add("documents.seal", Dialog, QT_TRANSLATE_NOOP("Pages", "Seal documents"), "", 0,
        [](Context context, QWidget *parent) { return new SealDialog(context, parent); });
    add("documents.print", Dialog, QT_TRANSLATE_NOOP("Pages", "Print"), "", 0,
        [](Context context, QWidget *parent) { return new PrintDialogPage(context, parent); });
}

} // namespace carriel::ui
