// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Print one document, with a cover sheet if wanted: what it is, and its digest as text and as a QR code. Args: ids (one).
#pragma once

#include "core/services/Values.h"
#include "ui/documents/FormDialog.h"

class QCheckBox;

namespace carriel::ui {

class PrintDialogPage final : public FormDialog
{
    Q_OBJECT
public:
    PrintDialogPage(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;

protected:
    bool accept() override;

private:
    QCheckBox *m_cover;
    DocumentRow m_row;
};

} // namespace carriel::ui
