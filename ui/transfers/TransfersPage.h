// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is on its way, in bytes and time, each to be paused, put first or taken back. Opened from the status line.
// Thread: GUI.
#pragma once

#include "core/services/Session.h"
#include "ui/shell/Page.h"
#include "ui/transfers/Speed.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

class QLabel;
class QPushButton;

namespace carriel::ui {

class Card;
class ContentColumn;
class PageRegistry;
class TransferRow;

class TransfersPage final : public Page
{
    Q_OBJECT
public:
    explicit TransfersPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void show();
    void showRows(const QList<TransferInfo> &transfers);
    void showSum(const QList<TransferInfo> &transfers);
    TransferRow *makeRow(const TransferInfo &transfer, int number);
    void pauseAll();
    void tell(const Outcome &outcome);

    ContentColumn *m_content;
    QLabel *m_state;
    QPushButton *m_pause;
    QPushButton *m_problems;
    QPushButton *m_limits;
    QLabel *m_sum;
    Card *m_list;
    Card *m_calm;
    QHash<QString, TransferRow *> m_rows;
    QStringList m_order;
    Speed m_speed;
    qint64 m_left = 0; // bytes, when last looked at,
    qint64 m_gone = 0; // and how many have arrived while this page is shown
    QElapsedTimer m_clock;
    QTimer m_second;
    bool m_paused = false;
};

void addTransferPages(PageRegistry &registry);

} // namespace carriel::ui
