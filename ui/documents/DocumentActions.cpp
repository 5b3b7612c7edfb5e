// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/DocumentActions.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/documents/Acts.h"
#include "ui/documents/Printing.h"
#include "ui/theme/Theme.h"

#include <QFileDialog>
#include <QMenu>
#include <QStandardPaths>

#include <algorithm>

namespace carriel::ui {

namespace {
constexpr int looked = 200; // rows that decide which acts are offered

bool isDocument(const DocumentRow &row)
{
    return row.type == ItemType::Document;
}
}

DocumentActions::DocumentActions(const PageContext &context, QWidget *page) : QObject(page), m_context(context), m_page(page)
{
    open = make("open", "eye", tr("Open"));
    openWith = make("openWith", "external-link", tr("Open with another program"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O));
    download = make("download", "download", tr("Save a copy…"), QKeySequence(Qt::CTRL | Qt::Key_S));
    print = make("print", "printer", tr("Print…"), QKeySequence::Print);
    sign = make("sign", "signature", tr("Sign…"), QKeySequence(Qt::CTRL | Qt::Key_I));
    verify = make("verify", "shield-check", tr("Verify signatures…"));
    share = make("share", "share-2", tr("Share…"));
    parcel = make("parcel", "lock", tr("Encrypted file for somebody…"));
    rename = make("rename", "pencil", tr("Rename"), QKeySequence(Qt::Key_F2));
    move = make("move", "folder-input", tr("Move…"), QKeySequence(Qt::CTRL | Qt::Key_M));
    labels = make("labels", "tag", tr("Labels…"), QKeySequence(Qt::CTRL | Qt::Key_E));
    favourite = make("favourite", "star", tr("Favourite"), QKeySequence(Qt::CTRL | Qt::Key_D));
    favourite->setCheckable(true);
    keepHere = make("keepHere", "hard-drive", tr("Always keep on this computer"));
    release = make("release", "cloud", tr("Only when I open it"));
    versions = make("versions", "history", tr("Versions…"), QKeySequence(Qt::CTRL | Qt::Key_H));
    newVersion = make("newVersion", "upload", tr("New version from a file…"));
    trash = make("trash", "trash-2", tr("Move to the trash"), QKeySequence::Delete);

    const auto ids = [this] { return QVariantMap{{QStringLiteral("ids"), acts::toTexts(m_ids)}}; };
    connect(print, &QAction::triggered, this, [this, ids] { m_context.host.open(QStringLiteral("documents.print"), ids()); });
    connect(sign, &QAction::triggered, this, [this, ids] { m_context.host.open(QStringLiteral("sign"), ids()); });
    connect(verify, &QAction::triggered, this, [this] {
        m_context.host.open(QStringLiteral("verify"), {{QStringLiteral("id"), first().text()}});
    });
    connect(share, &QAction::triggered, this, [this, ids] { m_context.host.open(QStringLiteral("share"), ids()); });
    connect(parcel, &QAction::triggered, this, [this, ids] { m_context.host.open(QStringLiteral("parcel"), ids()); });
    connect(move, &QAction::triggered, this, [this, ids] { m_context.host.open(QStringLiteral("documents.move"), ids()); });
    connect(labels, &QAction::triggered, this, [this, ids] { m_context.host.open(QStringLiteral("documents.labels"), ids()); });
    connect(favourite, &QAction::triggered, this, [this](bool on) { acts::setFavourite(m_context, selection(), on); });
    connect(keepHere, &QAction::triggered, this, [this] { acts::setKeepRule(m_context, m_ids, KeepRule::Keep); });
    connect(release, &QAction::triggered, this, [this] { acts::setKeepRule(m_context, m_ids, KeepRule::Release); });
    connect(versions, &QAction::triggered, this, [this] {
        m_context.host.open(QStringLiteral("history"), {{QStringLiteral("id"), first().text()}});
    });
    connect(newVersion, &QAction::triggered, this, &DocumentActions::chooseVersion);
    connect(trash, &QAction::triggered, this, [this] { acts::trash(m_context, selection()); });
    setSelection({});
}

QAction *DocumentActions::make(const char *name, const char *icon, const QString &words, const QKeySequence &keys)
{
    auto *action = new QAction(m_context.theme.icon(QString::fromLatin1(icon)), words, this);
    action->setObjectName(QStringLiteral("action.") + QString::fromLatin1(name));
    if (!keys.isEmpty()) {
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(words, keys.toString(QKeySequence::NativeText)));
    }
    m_page->addAction(action);
    return action;
}

QList<DocumentRow> DocumentActions::selection() const { return m_context.session.documents().rows(m_ids); }

void DocumentActions::setSelection(const QList<ItemId> &ids)
{
    m_ids = ids;
    const QList<DocumentRow> rows = m_context.session.documents().rows(ids.mid(0, looked));
    const bool any = !rows.isEmpty();
    const bool one = ids.size() == 1 && any;
    const bool document = one && rows.first().type == ItemType::Document;
    open->setEnabled(one);
    openWith->setEnabled(document);
    download->setEnabled(any);
    print->setEnabled(document && Printing::canPrint(rows.first()));
    sign->setEnabled(any && std::any_of(rows.begin(), rows.end(), isDocument));
    verify->setEnabled(document);
    rename->setEnabled(one);
    versions->setEnabled(document);
    newVersion->setEnabled(document && !rows.first().official); // what an issuer issued is not replaced
    // Without an operator every document has its only place here.
    const bool connected = m_context.session.account().connected;
    share->setVisible(connected);
    share->setEnabled(any && ids.size() <= looked);
    parcel->setEnabled(any && ids.size() <= looked); // no operator has a part in it
    keepHere->setVisible(connected);
    release->setVisible(connected);
    for (QAction *action : {move, labels, favourite, keepHere, release, trash})
        action->setEnabled(any);
    favourite->setChecked(any && std::all_of(rows.begin(), rows.end(), [](const DocumentRow &r) { return r.favourite; }));
}

void DocumentActions::chooseVersion()
{
    const QList<DocumentRow> rows = selection();
    if (rows.size() != 1)
        return;
    auto *dialog = new QFileDialog(m_page->window(), tr("New version of “%1”").arg(rows.first().name),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(QStringLiteral("newVersionDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, row = rows.first()](const QString &path) { acts::addVersion(m_context, row, path); });
    dialog->open();
}

void DocumentActions::fillMenu(QMenu *menu) const
{
    menu->addActions({open, openWith, download, print, versions, newVersion});
    menu->addSeparator();
    menu->addActions({sign, verify, share, parcel});
    menu->addSeparator();
    menu->addActions({rename, move, labels, favourite});
    menu->addSeparator();
    menu->addActions({keepHere, release});
    menu->addSeparator();
    menu->addAction(trash);
}

} // namespace carriel::ui
