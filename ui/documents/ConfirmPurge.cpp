// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/ConfirmPurge.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/documents/Acts.h"

namespace carriel::ui {

ConfirmPurge::ConfirmPurge(const PageContext &context, QWidget *parent)
    : FormDialog(context, parent, tr("Delete for ever"), true)
{
}

void ConfirmPurge::enter(const QVariantMap &args)
{
    m_ids = acts::fromTexts(args.value(QStringLiteral("ids")));
    QString which;
    if (m_ids.size() == 1) {
        const QList<DocumentRow> rows = session().documents().rows(m_ids);
        which = rows.isEmpty() ? QString() : rows.first().name;
    }
    setWords(which.isEmpty()
                 ? tr("%n documents will be deleted here and at your operator, with all their versions. This cannot be undone.", nullptr,
                      int(m_ids.size()))
                 : tr("“%1” will be deleted here and at your operator, with all its versions. This cannot be undone.").arg(which));
}

bool ConfirmPurge::accept()
{
    acts::purge(context(), m_ids);
    return true;
}

} // namespace carriel::ui
