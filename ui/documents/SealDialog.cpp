// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/SealDialog.h"

#include "core/services/Values.h"
#include "ui/text/Format.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/Background.h"

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
    m_folders = theme().label(tr("The folders themselves are not sealed: your operator reads how they are called and how many documents lie in each."),
                              TypeRole::Body, this);
    m_folders->setObjectName(QStringLiteral("sealFolders"));
    m_folders->setWordWrap(true);
    body().addWidget(m_folders);
}

void SealDialog::enter(const QVariantMap &args)
{
    m_paths = args.value(QStringLiteral("paths")).toStringList();
    m_target = args.value(QStringLiteral("parent"), rootItem().text()).toString();
    m_which->setText(m_paths.size() == 1 ? QFileInfo(m_paths.first()).fileName() : tr("%n documents", nullptr, int(m_paths.size())));
    const bool folder = m_paths.size() == 1 && QFileInfo(m_paths.first()).isDir();
    m_folders->setVisible(folder);
    verbButton().setEnabled(!m_paths.isEmpty() && !folder);
    setProblem({});
    if (folder)
        inBackground([path = m_paths.first()] { return planImport({path}); }).then(this, [this](const ImportPlan &plan) { count(plan); });
    grow();
}

void SealDialog::count(const ImportPlan &plan)
{
    m_which->setText(tr("%1: %2 in %3, %4")
                         .arg(QFileInfo(m_paths.value(0)).fileName(), tr("%n documents", nullptr, int(plan.files.size())),
                              tr("%n folders", nullptr, int(plan.folders.size())), text::size(plan.bytes)));
    QStringList problems;
    if (const QString words = Adding::leftOutWords(plan); !words.isEmpty())
        problems << words;
    if (plan.cut)
        problems << tr("There are more than 100,000; the rest will be left out.");
    setProblem(problems.join(QLatin1Char(' ')));
    setVerbEnabled(!plan.files.isEmpty());
    grow();
}

bool SealDialog::accept()
{
    host().open(QStringLiteral("documents"), {{QStringLiteral("seal"), m_paths}, {QStringLiteral("into"), m_target}});
    return true;
}

} // namespace carriel::ui
