// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons in one line. Where they do not all fit, the last ones show their icon alone (the name stays in the tooltip
// and for screen readers), so that the line keeps its height and what lies under it does not move. Only when that is
// not enough do they take a second line.
#pragma once

#include <QFont>
#include <QHash>
#include <QList>
#include <QWidget>

class QAction;
class QToolButton;

namespace carriel::ui {

class FlowLayout;

class ActionRow final : public QWidget
{
    Q_OBJECT
public:
    explicit ActionRow(int gap, QWidget *parent = nullptr);

    void addWidget(QWidget *widget);                                    // keeps its size
    QToolButton *addAction(QAction *action, const QString &objectName); // gives way

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    // How wide a button is with and without its words.
    struct Widths
    {
        QString text;
        QFont font;
        int wide = 0;
        int narrow = 0;
    };
    void fit();
    const Widths &widthsOf(QToolButton *button);

    FlowLayout *m_flow;
    int m_gap;
    QList<QWidget *> m_fixed;
    QList<QToolButton *> m_buttons;
    QHash<QToolButton *, Widths> m_widths;
};

} // namespace carriel::ui
