// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Actividad: what happened in this folder on this computer, newest first, day by day. Thread: GUI.
#pragma once

#include "ui/shell/Page.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace carriel::ui {

class PageRegistry;

class ActivityPage final : public Page
{
    Q_OBJECT
public:
    explicit ActivityPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    void reload();

    QLineEdit *m_filter;
    QListWidget *m_list;
    QLabel *m_none;
    QPushButton *m_more;
    QTimer m_soon;
    int m_most;
};

void addActivityPages(PageRegistry &registry);

} // namespace carriel::ui
