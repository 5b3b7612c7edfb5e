// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/MoveDialog.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/documents/Acts.h"
#include "ui/theme/Theme.h"

#include <QCollator>
#include <QHash>
#include <QPushButton>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace carriel::ui {

MoveDialog::MoveDialog(const PageContext &context, QWidget *parent) : FormDialog(context, parent, tr("Move here"))
{
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("folderTree"));
    m_tree->setAccessibleName(tr("Folders"));
    m_tree->setHeaderHidden(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setMinimumHeight(300);
    body().addWidget(m_tree, 1);
    connect(m_tree, &QTreeWidget::currentItemChanged, this,
            [this](QTreeWidgetItem *item) { verbButton().setEnabled(item && !item->isDisabled()); });
}

void MoveDialog::enter(const QVariantMap &args)
{
    m_rows = session().documents().rows(acts::fromTexts(args.value(QStringLiteral("ids"))));
    setWords(m_rows.size() == 1 ? tr("Choose the folder for “%1”.").arg(m_rows.first().name)
                                : tr("Choose the folder for %n documents.", nullptr, int(m_rows.size())));
    fill();
    focusContent();
}

void MoveDialog::focusContent() { m_tree->setFocus(); }

void MoveDialog::fill()
{
    m_tree->clear();
    QSet<ItemId> own; // a folder cannot go into itself
    for (const DocumentRow &row : std::as_const(m_rows)) {
        if (row.type == ItemType::Folder)
            own.insert(row.id);
    }
    QHash<ItemId, QList<FolderNode>> children;
    const QList<FolderNode> folders = session().documents().folders();
    for (const FolderNode &folder : folders)
        children[folder.parent] << folder;
    QCollator byName;
    byName.setNumericMode(true);
    byName.setCaseSensitivity(Qt::CaseInsensitive);
    for (QList<FolderNode> &list : children)
        std::sort(list.begin(), list.end(), [&byName](const FolderNode &a, const FolderNode &b) { return byName.compare(a.name, b.name) < 0; });

    auto *top = new QTreeWidgetItem(m_tree, {tr("Documents")});
    top->setData(0, Qt::UserRole, rootItem().text());
    top->setIcon(0, theme().icon(QStringLiteral("folder"), Role::Primary));
    // A list of work rather than recursion: depth is the person's, not ours.
    QList<std::pair<QTreeWidgetItem *, ItemId>> open{{top, rootItem()}};
    while (!open.isEmpty()) {
        const auto [item, id] = open.takeLast();
        const QList<FolderNode> below = children.value(id);
        for (const FolderNode &folder : below) {
            if (own.contains(folder.id))
                continue;
            auto *child = new QTreeWidgetItem(item, {folder.name});
            child->setData(0, Qt::UserRole, folder.id.text());
            child->setIcon(0, theme().icon(QStringLiteral("folder"), Role::Primary));
            open.append({child, folder.id});
        }
    }
    top->setExpanded(true);
    m_tree->setCurrentItem(top);
}

bool MoveDialog::accept()
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    if (!item)
        return false;
    acts::move(context(), m_rows, ItemId(item->data(0, Qt::UserRole).toString()));
    return true;
}

} // namespace carriel::ui
