// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/ImportDialog.h"

#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/Background.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

ImportDialog::ImportDialog(const PageContext &context, QWidget *parent) : FormDialog(context, parent, tr("Add these documents"))
{
    m_count = theme().label(tr("Counting…"), TypeRole::Title, this);
    m_count->setObjectName(QStringLiteral("importCount"));
    body().addWidget(m_count);
}

void ImportDialog::enter(const QVariantMap &args)
{
    m_path = args.value(QStringLiteral("path")).toString();
    m_target = args.value(QStringLiteral("parent"), rootItem().text()).toString();
    setWords(m_path.isEmpty() ? tr("No folder was chosen.") : tr("From the folder “%1”. The originals stay where they are.").arg(QDir::toNativeSeparators(m_path)));
    verbButton().setEnabled(false);
    if (m_path.isEmpty()) {
        m_count->clear();
        return;
    }
    inBackground([path = m_path] { return planImport({path}); }).then(this, [this](const ImportPlan &plan) { show(plan); });
}

void ImportDialog::show(const ImportPlan &plan)
{
    const QString documents = tr("%n documents", nullptr, int(plan.files.size()));
    const QString folders = tr("%n folders", nullptr, int(plan.folders.size()));
    m_count->setText(tr("%1 in %2, %3").arg(documents, folders, text::size(plan.bytes)));
    QStringList problems;
    if (const QString words = Adding::leftOutWords(plan); !words.isEmpty())
        problems << words;
    if (plan.cut)
        problems << tr("There are more than 100,000; the rest will be left out.");
    setProblem(problems.join(QLatin1Char(' ')));
    setVerbEnabled(!plan.files.isEmpty() || !plan.folders.isEmpty());
    grow();
}

bool ImportDialog::accept()
{
    host().open(QStringLiteral("documents"), {{QStringLiteral("import"), m_path}, {QStringLiteral("into"), m_target}});
    return true;
}

} // namespace carriel::ui
