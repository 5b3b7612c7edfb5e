// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/SealDialog.h"

#include "core/services/Values.h"
#include "ui/theme/Theme.h"

#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

SealDialog::SealDialog(const PageContext &context, QWidget *parent) : FormDialog(context, parent, tr("Seal and add"))
{
    m_which = theme().label({}, TypeRole::Strong, this);
    m_which->setObjectName(QStringLiteral("sealWhich"));
    body().addWidget(m_which);
    for (const QString &words :
         {tr("Only your computers can open them. They are encrypted here, with their names, before anything is sent: your operator keeps "
             "them and cannot read them."),
          tr("If you lose all your computers and the recovery codes, nobody can open them: not your operator, and not us."),
          tr("What is sealed can be shared with a person, end to end, and not be given to an entity. What is sealed stays sealed.")}) {
        QLabel *line = theme().label(words, TypeRole::Body, this);
        line->setWordWrap(true);
        body().addWidget(line);
    }
}

void SealDialog::enter(const QVariantMap &args)
{
    m_paths = args.value(QStringLiteral("paths")).toStringList();
    m_target = args.value(QStringLiteral("parent"), rootItem().text()).toString();
    m_which->setText(m_paths.size() == 1 ? QFileInfo(m_paths.first()).fileName() : tr("%n documents", nullptr, int(m_paths.size())));
    verbButton().setEnabled(!m_paths.isEmpty());
    grow();
}

bool SealDialog::accept()
{
    host().open(QStringLiteral("documents"), {{QStringLiteral("seal"), m_paths}, {QStringLiteral("into"), m_target}});
    return true;
}

} // namespace carriel::ui
