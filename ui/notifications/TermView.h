// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A term: its last day, from which rule, and on demand day by day why each one counts. Says that it is informative.
#pragma once

#include "core/services/NotificationValues.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace carriel::ui {

class TermView final : public QWidget
{
    Q_OBJECT
public:
    // Usual: by the general rule, of an act that nobody has read here; it may give less, and no day is said to be the last.
    // Later: another day comes before this one and was said already.
    enum class Of { Act, Usual, Later };
    TermView(const Theme &theme, const QString &name, const TermInfo &term, const QDate &today, QWidget *parent,
             Of of = Of::Act);

private:
    void fold(bool open);

    const Theme &m_theme;
    TermInfo m_term;
    QToolButton *m_how;
    QWidget *m_steps;
};

} // namespace carriel::ui
