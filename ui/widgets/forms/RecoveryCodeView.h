// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery code, shown once: to write down, print or copy, and then to prove by typing two of its groups. The code is
// wiped from the view by forget(), as far as Qt's strings allow. Thread: GUI.
#pragma once

#include "ui/theme/Theme.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace carriel::ui {

class Callout;

class RecoveryCodeView final : public QWidget
{
    Q_OBJECT
public:
    RecoveryCodeView(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    void setFolder(const QString &name) { m_folder = name; } // whose code it is, for the paper
    void setCode(const QString &code); // groups separated by '-' or spaces
    bool confirmed() const;            // both groups were typed right
    void forget();
    QString paperWords() const; // what stands on the paper above the code

Q_SIGNALS:
    void changed();

private:
    void print();
    void copy();
    void check();

    const Theme &m_theme;
    QString m_folder;
    QString m_code;
    QStringList m_groups;
    int m_asked[2] = {0, 0};
    QLabel *m_shown;
    QLabel *m_ask[2];
    QLineEdit *m_typed[2];
    QLabel *m_problem;
    Callout *m_note;
};

// How it is read aloud and printed: letters and numbers that are easily taken for each other are the same to the program.
bool sameGroup(const QString &typed, const QString &group);

} // namespace carriel::ui
