// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence and at most one button, at the foot of the content: "Moved to the trash. [Undo]". Notices go away by
// themselves, errors stay. Hovering or the keyboard inside stops the time (WCAG 2.2.1).
#pragma once

#include "ui/theme/Theme.h"

#include <QFrame>
#include <QTimer>
#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace carriel::ui {

class NoticeBar final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Notice, Error };
    explicit NoticeBar(const Theme &theme, QWidget *parent = nullptr);

    void show(Kind kind, const QString &text, const QString &actionText = {}, std::function<void()> action = {});
    void dismiss();
    void forget(); // also what it said: the window was locked
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    Kind m_kind = Kind::Notice;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer m_time;
    std::function<void()> m_act;
};

} // namespace carriel::ui
