// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Beside an open PDF: what its signatures are worth, read from the vault and looked at again when the person asks.
// Thread: GUI.
#pragma once

#include "core/services/Values.h"
#include "ui/shell/Page.h"

#include <QScrollArea>

class QLabel;
class QPushButton;

namespace carriel::ui {

class VerificationView;

class VerificationPane final : public QScrollArea
{
    Q_OBJECT
public:
    VerificationPane(const PageContext &context, QWidget *parent);
    void show(const DocumentRow &row);
    void forget();

private:
    void reload();
    void check();
    void unlock();

    PageContext m_context;
    DocumentRow m_row;
    bool m_busy = false;
    VerificationView *m_view;
    QPushButton *m_again;
    QPushButton *m_report;
    QPushButton *m_sign;
};

} // namespace carriel::ui
