// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/keys/KeyPage.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/SecretField.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

FileKeyPage::FileKeyPage(const PageContext &context, QWidget *parent) : KeyPage(parent), m_context(context)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *row = new QHBoxLayout;
    m_file = new QLineEdit(this);
    m_file->setObjectName(QStringLiteral("sign.file"));
    m_file->setPlaceholderText(tr("none chosen yet"));
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setObjectName(QStringLiteral("sign.chooseFile"));
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    m_secret = new SecretField(context.theme, tr("Password of the key"), QStringLiteral("sign.secret"), this);
    m_open = new QPushButton(tr("Open the key"), this);
    m_open->setObjectName(QStringLiteral("sign.open"));
    column->addWidget(caption(context.theme, tr("File with your key and certificate"), m_file));
    column->addLayout(row);
    column->addWidget(m_secret);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(choose, &QPushButton::clicked, this, &FileKeyPage::choose);
    connect(m_open, &QPushButton::clicked, this, &KeyPage::wanted);
    connect(m_secret, &SecretField::entered, this, &KeyPage::wanted);
    setFocusProxy(m_file);
}

std::optional<IdentityRequest> FileKeyPage::request()
{
    if (m_file->text().trimmed().isEmpty()) {
        m_file->setFocus();
        return std::nullopt;
    }
    IdentityRequest request;
    request.kind = QStringLiteral("p12");
    request.place = m_file->text().trimmed();
    request.secret = m_secret->take();
    return request;
}

void FileKeyPage::setBusy(bool busy)
{
    m_open->setEnabled(!busy);
}

void FileKeyPage::wasRefused(const Error &)
{
    m_secret->setFocus();
}

void FileKeyPage::enter()
{
    if (m_file->text().isEmpty())
        m_file->setText(m_context.session.documents().signing().keyFile());
}

void FileKeyPage::forget()
{
    m_file->clear();
    m_secret->clear();
}

void FileKeyPage::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose the file with your key"));
    dialog->setObjectName(QStringLiteral("sign.keyDialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Keys (*.p12 *.pfx)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_file->setText(path);
        m_secret->setFocus();
    });
    dialog->open();
}

} // namespace carriel::ui
