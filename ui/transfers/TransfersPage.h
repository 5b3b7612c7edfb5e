// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is on its way, in bytes and time, and what went wrong: to which document, what happens next and when. Opened from
// the status line. Thread: GUI.
#pragma once

#include "core/services/Session.h"
#include "ui/shell/Page.h"
#include "ui/transfers/Speed.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace carriel::ui {

class Card;
class ContentColumn;
class PageRegistry;

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
    struct Row {
        QWidget *widget = nullptr;
        QLabel *fact = nullptr;
        QProgressBar *bar = nullptr;
    };
    void show(const SyncStatus &status);
    void showTransfers(const SyncStatus &status);
    void showProblems(const SyncStatus &status);
    void tick();
    Row makeRow(const TransferInfo &transfer, int number);
    QWidget *problemCard(const SyncProblem &problem, int number);
    QString next(const SyncProblem &problem) const;

    ContentColumn *m_content;
    QLabel *m_state;
    QPushButton *m_pause;
    QPushButton *m_retry;
    QPushButton *m_login;
    QLabel *m_transfersTitle;
    Card *m_transfers;
    QHash<QString, Row> m_rows;
    QStringList m_order;
    QLabel *m_problemsTitle;
    QWidget *m_problems = nullptr;
    QStringList m_problemsShown;
    QList<QLabel *> m_nexts; // beside status().problems, for the countdown
    Card *m_calm;
    Speed m_speed;
    QElapsedTimer m_clock;
    QTimer m_second;
    bool m_paused = false;
};

void addTransferPages(PageRegistry &registry);

} // namespace carriel::ui
