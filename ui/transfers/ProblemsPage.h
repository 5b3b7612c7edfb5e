// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps the folder from being up to date, one card for each matter. Nothing leaves the page before it is settled.
// Thread: GUI.
#pragma once

#include "ui/shell/Page.h"
#include "ui/transfers/Matter.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace carriel::ui {

class Card;
class ContentColumn;

class ProblemsPage final : public Page
{
    Q_OBJECT
public:
    explicit ProblemsPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void show();
    QWidget *card(const Matter &matter, int number);

    ContentColumn *m_content;
    QLabel *m_state;
    QPushButton *m_retry;
    QPushButton *m_transfers;
    QWidget *m_cards = nullptr; // made anew when the matters change
    Card *m_calm;
    QList<Matter> m_shown;
    QList<QLabel *> m_nexts; // beside m_shown, for the countdown
    QTimer m_second;
};

} // namespace carriel::ui
