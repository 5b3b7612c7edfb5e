// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A field for a passphrase, with a button that shows what was typed. Qt's strings are never wiped, so the text stays here
// no longer than it must: take() empties the field.
#pragma once

#include "core/base/SecretBytes.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QLineEdit;
class QLabel;
class QToolButton;

namespace carriel::ui {

class SecretField final : public QWidget
{
    Q_OBJECT
public:
    SecretField(const Theme &theme, const QString &label, const QString &name, QWidget *parent = nullptr);

    QString text() const;
    bool isEmpty() const;
    SecretBytes take(); // UTF-8 (NFC, so that an accent typed another way is the same); the field is empty afterwards
    void clear();
    // What is wrong with it, tied to the field for screen readers; empty: nothing.
    void setProblem(const QString &text);
    // The button of `last` shows what is typed in both, so that Tab goes from one straight into the other.
    void shownBy(SecretField &last);
    QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed();
    void entered(); // Return

private:
    QLineEdit *m_edit;
    QToolButton *m_show;
    QLabel *m_problem;
};

} // namespace carriel::ui
