// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A date that may be missing: a mark that says there is one, and the date.
#pragma once

#include <QDate>
#include <QWidget>

class QCheckBox;
class QDateEdit;
class QLabel;

namespace carriel::ui {

class DateField final : public QWidget
{
    Q_OBJECT
public:
    explicit DateField(const QString &caption, QWidget *parent = nullptr);
    QDate date() const; // invalid: none
    void setDate(QDate date); // without changed()

Q_SIGNALS:
    void changed(QDate date);

private:
    void setChoosing(bool on); // ticked, and no date chosen yet: there is none

    QCheckBox *m_has;
    QDateEdit *m_date;
    QLabel *m_hint;
    bool m_choosing = false;
};

} // namespace carriel::ui
