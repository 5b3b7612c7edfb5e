// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/LabelsDialog.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/documents/Acts.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace carriel::ui {

LabelsDialog::LabelsDialog(const PageContext &context, QWidget *parent) : FormDialog(context, parent, tr("Save labels"))
{
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("labelList"));
    m_list->setAccessibleName(tr("Labels in use"));
    body().addWidget(m_list, 1);
    auto *caption = new QLabel(tr("New label"), this);
    m_new = new QLineEdit(this);
    m_new->setObjectName(QStringLiteral("newLabel"));
    m_new->setMaxLength(64);
    caption->setBuddy(m_new);
    body().addWidget(caption);
    body().addWidget(m_new);
}

void LabelsDialog::enter(const QVariantMap &args)
{
    m_rows = session().documents().rows(acts::fromTexts(args.value(QStringLiteral("ids"))));
    setWords(m_rows.size() == 1 ? tr("Labels of “%1”.").arg(m_rows.first().name)
                                : tr("Labels of %n documents.", nullptr, int(m_rows.size())));
    m_list->clear();
    QStringList known = session().documents().labelsInUse();
    known.sort(Qt::CaseInsensitive);
    for (const QString &label : std::as_const(known)) {
        const auto count = std::count_if(m_rows.begin(), m_rows.end(), [&label](const DocumentRow &row) { return row.labels.contains(label); });
        auto *item = new QListWidgetItem(label, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        const Qt::CheckState state = count == 0 ? Qt::Unchecked : count == m_rows.size() ? Qt::Checked : Qt::PartiallyChecked;
        item->setCheckState(state);
        item->setData(Qt::UserRole, int(state));
    }
    m_list->setVisible(!known.isEmpty());
    focusContent();
}

void LabelsDialog::focusContent() { m_new->setFocus(); }

bool LabelsDialog::accept()
{
    QStringList add;
    QStringList remove;
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem *item = m_list->item(i);
        if (int(item->checkState()) == item->data(Qt::UserRole).toInt())
            continue;
        (item->checkState() == Qt::Checked ? add : remove) << item->text();
    }
    if (const QString label = m_new->text().simplified(); !label.isEmpty())
        add << label;
    acts::changeLabels(context(), m_rows, add, remove);
    return true;
}

} // namespace carriel::ui
