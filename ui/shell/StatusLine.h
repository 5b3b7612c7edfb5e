// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// At the foot of the window: what is under way, in numbers; a click opens transfers and problems.
#pragma once

#include "core/services/Values.h"
#include "ui/theme/Theme.h"

#include <QTimer>
#include <QWidget>

class QToolButton;
class QLabel;

namespace carriel::ui {

class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(const Theme &theme, QWidget *parent = nullptr);
    void setNarrow(bool narrow); // only what matters most
    void setStatus(const SyncStatus &status);

Q_SIGNALS:
    void clicked();
    void retryAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    void tick();

    SyncStatus m_status;
    QToolButton *m_summary;
    QLabel *m_next;
    QToolButton *m_retry;
    QTimer m_second; // while the next try is awaited
    QLabel *m_contact;
};

} // namespace carriel::ui
