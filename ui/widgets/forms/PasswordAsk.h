// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The password of a protected document: what for, a field, and a button that opens it. Hidden until ask(). Thread: GUI.
#pragma once

#include "ui/widgets/forms/SecretField.h"

class QPushButton;

namespace carriel::ui {

class PasswordAsk final : public QWidget
{
    Q_OBJECT
public:
    // `name` begins the object names inside.
    PasswordAsk(const Theme &theme, const QString &name, QWidget *parent);
    void ask(const QString &words);
    void forget(); // empty and hidden
    SecretBytes take() { return m_field->take(); }
    void setProblem(const QString &text);

Q_SIGNALS:
    void given();

private:
    QLabel *m_words;
    SecretField *m_field;
    QPushButton *m_open;
};

} // namespace carriel::ui
