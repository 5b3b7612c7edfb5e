// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A date that may be missing: a mark that says there is one, and the date.
#pragma once

#include <QDate>
#include <QWidget>

class QCheckBox;
class QDateEdit;

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
    QCheckBox *m_has;
    QDateEdit *m_date;
};

} // namespace carriel::ui
