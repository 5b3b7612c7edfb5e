// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One document on its way: how far it is in bytes and time, and what can be done with it. Thread: GUI.
#pragma once

#include "core/services/Values.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace carriel::ui {

class TransferRow final : public QWidget
{
    Q_OBJECT
public:
    TransferRow(const TransferInfo &transfer, int number, const Theme &theme, QWidget *parent);

    // `secondsLeft` -1: not known. `allPaused`: everything stands still, whatever this one is told. `waits`: said of
    // one that does not move.
    void show(const TransferInfo &transfer, double bytesPerSecond, bool allPaused, const QString &waits);

Q_SIGNALS:
    void pauseAsked(bool on);
    void firstAsked();
    void cancelAsked();

private:
    QToolButton *tool(const char *icon, const QString &name, const QString &words);

    const Theme &m_theme;
    QString m_document;
    bool m_leads; // nothing stands before it
    bool m_paused = false;
    QProgressBar *m_bar;
    QLabel *m_fact;
    QToolButton *m_pause;
    QToolButton *m_first;
    QToolButton *m_cancel;
};

} // namespace carriel::ui
