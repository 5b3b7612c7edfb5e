// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A quiet box that says something where it matters: an icon, a title, a sentence, at most one button. Hidden while it has
// nothing to say. What it says is announced to a screen reader when it appears.
#pragma once

#include "core/base/Error.h"
#include "ui/theme/Theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace carriel::ui {

class Callout final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Info, Success, Warning, Danger };
    Callout(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    void say(Kind kind, const QString &title, const QString &text = {});
    // The words of ui/text: what happened, what it means and what to do. Being cancelled is no error and says so quietly.
    void say(const Error &error);
    void setAction(const QString &text); // empty takes it away
    void clear();
    QString title() const;

Q_SIGNALS:
    void action();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    const Theme &m_theme;
    Kind m_kind = Kind::Info;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace carriel::ui
