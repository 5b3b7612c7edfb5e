// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Labels of several documents at once. A mark that is neither on nor off stands for "some of them". Args: ids.
#pragma once

#include "core/services/Values.h"
#include "ui/documents/FormDialog.h"

class QLineEdit;
class QListWidget;

namespace carriel::ui {

class LabelsDialog final : public FormDialog
{
    Q_OBJECT
public:
    LabelsDialog(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;
    void focusContent() override;

protected:
    bool accept() override;

private:
    QListWidget *m_list;
    QLineEdit *m_new;
    QList<DocumentRow> m_rows;
};

} // namespace carriel::ui
