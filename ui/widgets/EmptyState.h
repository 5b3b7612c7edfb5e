// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where a list would be, when there is nothing in it: what this is for, and the one next step.
#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace carriel::ui {

class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const Theme &theme, QWidget *parent = nullptr);
    // An empty action hides the button.
    void show(const QString &icon, const QString &title, const QString &words, const QString &action = {});

Q_SIGNALS:
    void acted();

private:
    const Theme &m_theme;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_words;
    QPushButton *m_action;
};

} // namespace carriel::ui
