// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Long work in the page: what is being done, how far it is, and a button to stop it.
#pragma once

#include "core/services/Values.h"
#include "ui/theme/Theme.h"

#include <QFrame>

class QLabel;
class QProgressBar;

namespace carriel::ui {

class ProgressStrip final : public QFrame
{
    Q_OBJECT
public:
    explicit ProgressStrip(const Theme &theme, QWidget *parent = nullptr);

    // Shows itself; the returned token is cancelled by the button.
    CancelToken begin(const QString &title);
    void update(const Progress &progress);
    void end();
    bool running() const { return m_running > 0; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QLabel *m_title;
    QLabel *m_what;
    QProgressBar *m_bar;
    QList<CancelToken> m_tokens;
    int m_running = 0;
};

} // namespace carriel::ui
