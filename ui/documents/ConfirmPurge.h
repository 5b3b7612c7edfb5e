// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Before documents are deleted for ever: which, and that it cannot be taken back. Args: ids.
#pragma once

#include "core/services/Values.h"
#include "ui/documents/FormDialog.h"

namespace carriel::ui {

class ConfirmPurge final : public FormDialog
{
    Q_OBJECT
public:
    ConfirmPurge(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;

protected:
    bool accept() override;

private:
    QList<ItemId> m_ids;
};

} // namespace carriel::ui
