// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Before files, or a folder with all it holds, are sealed: what that means, in plain words. Arguments: paths, parent.
#pragma once

#include "ui/documents/Adding.h"
#include "ui/documents/FormDialog.h"

namespace carriel::ui {

class SealDialog final : public FormDialog
{
    Q_OBJECT
public:
    SealDialog(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;

protected:
    bool accept() override;

private:
    void count(const ImportPlan &plan);

    QStringList m_paths;
    QString m_target;
    QLabel *m_which, *m_folders;
};

} // namespace carriel::ui
