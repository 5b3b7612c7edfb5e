// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where to: all folders as a tree. Args: ids.
#pragma once

#include "core/services/Values.h"
#include "ui/documents/FormDialog.h"

class QTreeWidget;

namespace carriel::ui {

class MoveDialog final : public FormDialog
{
    Q_OBJECT
public:
    MoveDialog(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;
    void focusContent() override;

protected:
    bool accept() override;

private:
    void fill();

    QTreeWidget *m_tree;
    QList<DocumentRow> m_rows;
};

} // namespace carriel::ui
