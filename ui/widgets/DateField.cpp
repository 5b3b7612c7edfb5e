// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DateField.h"

#include "ui/theme/Space.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
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
    m_hint = new QLabel(tr("No date is kept until you choose it."), this);
    m_hint->setObjectName(QStringLiteral("dateHint"));
    m_hint->setWordWrap(true);
    m_date->hide();
    m_hint->hide();
    column->addWidget(m_has);
    column->addWidget(m_date);
    column->addWidget(m_hint);
    connect(m_has, &QCheckBox::clicked, this, [this](bool on) {
        m_date->setVisible(on);
        setChoosing(on);
        if (on) {
            const QSignalBlocker quiet(m_date);
            m_date->setDate(QDate::currentDate()); // where choosing begins; nobody's date yet
            m_date->setFocus();
        } else {
            Q_EMIT changed(date());
        }
    });
    connect(m_date, &QDateEdit::dateChanged, this, [this] { setChoosing(false); });
    connect(m_date->calendarWidget(), &QCalendarWidget::clicked, this, [this] { // today has been there before the click
        setChoosing(false);
        Q_EMIT changed(date());
    });
    // When the person has finished with the field, not at each key; Enter takes the date that stands there.
    connect(m_date, &QDateEdit::editingFinished, this, [this] {
        if (m_choosing && !m_date->hasFocus())
            return;
        setChoosing(false);
        Q_EMIT changed(date());
    });
}

void DateField::setChoosing(bool on)
{
    m_choosing = on;
    m_hint->setVisible(on);
}

QDate DateField::date() const { return m_has->isChecked() && !m_choosing ? m_date->date() : QDate(); }

void DateField::setDate(QDate date)
{
    if (!date.isValid() && m_has->isChecked() && (m_date->hasFocus() || m_date->calendarWidget()->isVisible()))
        return; // what is read again meanwhile does not take the field away
    setChoosing(false);
    m_has->setChecked(date.isValid());
    m_date->setVisible(date.isValid());
    if (date.isValid() && !m_date->hasFocus()) {
        const QSignalBlocker quiet(m_date);
        m_date->setDate(date);
    }
}

} // namespace carriel::ui
