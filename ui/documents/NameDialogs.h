// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The two dialogs that ask for a name: of a new folder (args: parent) and of a search to keep (args: query, by its words).
#pragma once

#include "core/services/Values.h"
#include "ui/documents/FormDialog.h"

class QLineEdit;

namespace carriel::ui {

class NameDialog : public FormDialog
{
    Q_OBJECT
public:
    NameDialog(const PageContext &context, QWidget *parent, const QString &caption, const QString &verb);
    void focusContent() override;

protected:
    QString name() const; // trimmed
    void setName(const QString &name);

private:
    QLineEdit *m_name;
};

class NewFolderDialog final : public NameDialog
{
    Q_OBJECT
public:
    NewFolderDialog(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;

protected:
    bool accept() override;

private:
    ItemId m_parent = rootItem();
};

class SaveSearchDialog final : public NameDialog
{
    Q_OBJECT
public:
    SaveSearchDialog(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;

protected:
    bool accept() override;

private:
    DocumentQuery m_query;
};

} // namespace carriel::ui

Q_DECLARE_METATYPE(carriel::DocumentQuery)
