// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The report for whoever helps: the person reads it before it goes anywhere, and saves or copies it. Nothing is sent.
// Thread: GUI.
#pragma once

#include "ui/shell/Page.h"

class QPlainTextEdit;
class QPushButton;

namespace carriel::ui {

class DiagnosticsDialog final : public Page
{
    Q_OBJECT
public:
    explicit DiagnosticsDialog(const PageContext &context, QWidget *parent = nullptr);
    void enter(const QVariantMap &args) override;

private:
    void save();

    QPlainTextEdit *m_text;
    QPushButton *m_save;
    QPushButton *m_copy;
};

} // namespace carriel::ui
