// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a folder of this computer holds, before it is brought in: how many documents, folders and bytes.
// Args: path (of the folder), parent (the target).
#pragma once

#include "ui/documents/Adding.h"
#include "ui/documents/FormDialog.h"

class QLabel;

namespace carriel::ui {

class ImportDialog final : public FormDialog
{
    Q_OBJECT
public:
    ImportDialog(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;

protected:
    bool accept() override;

private:
    void show(const ImportPlan &plan);

    QLabel *m_count;
    QString m_path;
    QString m_target;
};

} // namespace carriel::ui
