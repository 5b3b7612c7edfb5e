// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How far an opening is: its steps, which are done, which runs now. The login in the browser can be given up.
#pragma once

#include "core/services/NotificationValues.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace carriel::ui {

class OpeningSteps final : public QWidget
{
    Q_OBJECT
public:
    OpeningSteps(const Theme &theme, QWidget *parent);
    void begin();
    void tell(OpeningPhase phase);

Q_SIGNALS:
    void loginGivenUp();
    void askingGivenUp(); // nothing is signed yet

private:
    struct Step
    {
        OpeningPhase phase;
        QLabel *icon, *words;
    };
    void show();

    const Theme &m_theme;
    QList<Step> m_steps;
    std::optional<OpeningPhase> m_now;
    bool m_proved = false;
    QLabel *m_note;
    QPushButton *m_giveUp;
};

} // namespace carriel::ui
