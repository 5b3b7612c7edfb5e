// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/NameDialogs.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/documents/Acts.h"
#include "ui/widgets/UndoStack.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

NameDialog::NameDialog(const PageContext &context, QWidget *parent, const QString &caption, const QString &verb)
    : FormDialog(context, parent, verb)
{
    auto *label = new QLabel(caption, this);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setMaxLength(255);
    m_name->setMinimumWidth(QFontMetrics(font()).averageCharWidth() * 48);
    label->setBuddy(m_name);
    body().addWidget(label);
    body().addWidget(m_name);
    verbButton().setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, this, [this] { verbButton().setEnabled(!name().isEmpty()); });
}

QString NameDialog::name() const { return m_name->text().trimmed(); }

void NameDialog::setName(const QString &name)
{
    m_name->setText(name);
    m_name->selectAll();
}

void NameDialog::focusContent() { m_name->setFocus(); }

NewFolderDialog::NewFolderDialog(const PageContext &context, QWidget *parent)
    : NameDialog(context, parent, tr("Name of the folder"), tr("Create folder"))
{
}

void NewFolderDialog::enter(const QVariantMap &args)
{
    m_parent = ItemId(args.value(QStringLiteral("parent"), rootItem().text()).toString());
    focusContent();
}

bool NewFolderDialog::accept()
{
    if (name().isEmpty())
        return false;
    PageHost &window = host();
    acts::newFolder(context(), m_parent, name(), [&window](const ItemId &id) {
        window.open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id.text()}}); // chosen, and in view
    });
    return true;
}

SaveSearchDialog::SaveSearchDialog(const PageContext &context, QWidget *parent)
    : NameDialog(context, parent, tr("Name of this search"), tr("Save search"))
{
    setWords(tr("The words and filters are kept, not what was found: the search is done anew each time."));
}

void SaveSearchDialog::enter(const QVariantMap &args)
{
    m_query = args.value(QStringLiteral("query")).value<DocumentQuery>();
    setName(m_query.text);
    focusContent();
}

bool SaveSearchDialog::accept()
{
    if (name().isEmpty())
        return false;
    PageHost &window = host();
    session().documents().saveSearch({{}, name(), m_query}).then(&window.undo(), [&window, words = tr("Search saved")](const Outcome &outcome) {
        if (outcome.ok())
            window.say(words);
        else
            window.showError(outcome.error());
    });
    return true;
}

} // namespace carriel::ui
