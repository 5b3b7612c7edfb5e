// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/PrintDialogPage.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/documents/Acts.h"
#include "ui/documents/Printing.h"

#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

PrintDialogPage::PrintDialogPage(const PageContext &context, QWidget *parent) : FormDialog(context, parent, tr("Choose printer…"))
{
    m_cover = new QCheckBox(tr("Add a cover sheet with the facts and the digest"), this);
    m_cover->setObjectName(QStringLiteral("coverSheet"));
    body().addWidget(m_cover);
}

void PrintDialogPage::enter(const QVariantMap &args)
{
    const QList<DocumentRow> rows = session().documents().rows(acts::fromTexts(args.value(QStringLiteral("ids"))).mid(0, 1));
    verbButton().setEnabled(!rows.isEmpty() && Printing::canPrint(rows.first()));
    if (rows.isEmpty())
        return;
    m_row = rows.first();
    setWords(Printing::canPrint(m_row) ? tr("Print “%1”.").arg(m_row.name)
                                       : tr("“%1” cannot be printed from here. Open it with another program.").arg(m_row.name));
}

bool PrintDialogPage::accept()
{
    Printing::start(context(), m_row, m_cover->isChecked(), window()->parentWidget());
    return true;
}

} // namespace carriel::ui
