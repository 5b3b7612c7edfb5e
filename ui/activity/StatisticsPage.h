// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How much was done month by month, as a chart and, with the same figures, as a table. All of it from the record in the
// vault; nothing is told to anybody. Thread: GUI.
#pragma once

#include "core/services/Activity.h"
#include "ui/shell/Page.h"

class QChartView;
class QComboBox;
class QLabel;
class QTableWidget;

namespace carriel::ui {

class StatisticsPage final : public Page
{
    Q_OBJECT
public:
    explicit StatisticsPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    QWidget *buildHead();
    void reload();
    void show(const QList<ActivityCount> &months);
    void fillTable();
    void drawChart();

    struct Line
    { // one group over all months
        QString words;
        QList<int> counts;
    };
    QComboBox *m_period;
    QLabel *m_none;
    QChartView *m_chart;
    QTableWidget *m_table;
    QDate m_from; // the first month of the period; invalid: the record's own
    QList<QDate> m_months;
    QList<Line> m_lines;
};

} // namespace carriel::ui
