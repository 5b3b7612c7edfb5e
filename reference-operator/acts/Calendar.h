// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens by the calendar: a notification becomes available at its `not_before`, and is over at its `expires`. A
// thread of its own that looks once a second; what fell due while the operator was down happens at its start, with the
// time of then.
#pragma once

#include "reference-operator/Operator.h"
#include "reference-operator/acts/Repeat.h"

#include <QHash>
#include <QList>

namespace carriel::op {

class Calendar
{
public:
    explicit Calendar(Operator &op);
    Calendar(const Calendar &) = delete;
    Calendar &operator=(const Calendar &) = delete;

private:
    struct Due
    {
        QString id;
        QString recipient;
    };
    bool sweep(); // true: there may be more
    void happen(Connection &c, QList<Due> some);
    void alone(const Due &one);
    Operator &m_op;
    QHash<QString, qint64> m_left; // those that could not be, until when they are left alone; the thread's
    Repeat m_repeat;               // the last: it ends first
};

} // namespace carriel::op
