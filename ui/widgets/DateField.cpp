// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DateField.h"

#include "ui/theme/Space.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QVBoxLayout>

namespace carriel::ui {

DateField::DateField(const QString &caption, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_has = new QCheckBox(caption, this);
    m_has->setObjectName(QStringLiteral("hasDate"));
    m_date = new QDateEdit(this);
    m_date->setObjectName(QStringLiteral("date"));
    m_date->setAccessibleName(caption);
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(QStringLiteral("d MMM yyyy")); // as dates are written everywhere else
    m_date->hide();
    column->addWidget(m_has);
    column->addWidget(m_date);
    connect(m_has, &QCheckBox::clicked, this, [this](bool on) {
        m_date->setVisible(on);
        if (on) {
            m_date->setDate(QDate::currentDate().addYears(1));
            m_date->setFocus();
        }
        Q_EMIT changed(date());
    });
    // When the person has finished with the field, not at each key.
    connect(m_date, &QDateEdit::editingFinished, this, [this] { Q_EMIT changed(date()); });
}

QDate DateField::date() const { return m_has->isChecked() ? m_date->date() : QDate(); }

void DateField::setDate(QDate date)
{
    m_has->setChecked(date.isValid());
    m_date->setVisible(date.isValid());
    if (date.isValid() && !m_date->hasFocus()) {
        const QSignalBlocker quiet(m_date);
        m_date->setDate(date);
    }
}

} // namespace carriel::ui
