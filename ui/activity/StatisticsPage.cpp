// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/StatisticsPage.h"

#include "core/services/Documents.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Session.h"
#include "ui/text/ActivityWords.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PageHead.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLegend>
#include <QStackedBarSeries>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <array>

namespace carriel::ui {
namespace {

constexpr int wholeRecord = 0;
constexpr int mostMonths = 60; // more bars than this say nothing

// Told apart by their order and their gap too, not by colour alone; the table has the figures. One for each line: two of one colour
// are one block to the eye.
constexpr std::array colours{Role::Primary, Role::Warning, Role::TextMuted, Role::Success, Role::Danger, Role::Info, Role::Text};

} // namespace

StatisticsPage::StatisticsPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, space::l);
    column->setSpacing(space::s);
    column->addWidget(buildHead());
    auto *why = theme().label(tr("Counted on this computer, from the record of activity. Nobody else sees it."),
                              TypeRole::Body, this, Role::TextMuted);
    why->setWordWrap(true);
    column->addWidget(why);
    m_none = theme().label(tr("Nothing was done in this time."), TypeRole::Body, this, Role::TextMuted);
    m_none->setObjectName(QStringLiteral("statistics.none"));
    column->addWidget(m_none);
    m_chart = new QChartView(this);
    m_chart->setObjectName(QStringLiteral("statistics.chart"));
    m_chart->setAccessibleName(tr("Chart of what was done each month. The table below has the same figures."));
    m_chart->setFrameShape(QFrame::NoFrame);
    m_chart->setRenderHint(QPainter::Antialiasing);
    m_chart->viewport()->setObjectName(QStringLiteral("statistics.chart.area"));
    m_chart->setFocusPolicy(Qt::NoFocus);
    m_chart->setMinimumHeight(200);
    column->addWidget(m_chart, 3);
    m_table = new QTableWidget(this);
    m_table->setObjectName(QStringLiteral("statistics.table"));
    m_table->setAccessibleName(tr("What was done each month"));
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    column->addWidget(m_table, 2);
    column->addStretch(0);
    connect(&theme(), &Theme::changed, this, &StatisticsPage::drawChart);
}

QWidget *StatisticsPage::buildHead()
{
    auto *head = new PageHead(theme(), QStringLiteral("statistics"), tr("Statistics"), this);
    head->addBack(tr("Back (Esc)"), [this] { host().open(QStringLiteral("activity")); });
    m_period = new QComboBox(head);
    m_period->setObjectName(QStringLiteral("statistics.period"));
    m_period->setAccessibleName(tr("Period"));
    m_period->setMinimumHeight(space::target);
    m_period->addItem(tr("The last 12 months"), 12);
    m_period->addItem(tr("The last 3 months"), 3);
    m_period->addItem(tr("The whole record"), wholeRecord);
    connect(m_period, &QComboBox::activated, this, &StatisticsPage::reload);
    head->addAtEnd(m_period);
    return head;
}

void StatisticsPage::enter(const QVariantMap &)
{
    reload();
}

void StatisticsPage::forget()
{
    show({});
}

void StatisticsPage::focusContent()
{
    m_period->setFocus();
}

void StatisticsPage::reload()
{
    const QDate today = QDate::currentDate();
    const QDate month(today.year(), today.month(), 1);
    const int span = m_period->currentData().toInt();
    m_from = span == wholeRecord ? QDate() : month.addMonths(1 - span);
    ActivityQuery query;
    if (m_from.isValid())
        query.since = m_from.startOfDay().toUTC();
    session().documents().activity().count(query).then(this, [this](const Result<QList<ActivityCount>> &months) {
        if (months.ok())
            show(months.value());
        else if (months.error().code != errors::vaultLocked)
            host().showError(months.error());
    });
}

void StatisticsPage::show(const QList<ActivityCount> &months)
{
    m_months.clear();
    m_lines.clear();
    if (!months.isEmpty()) {
        QDate first = m_from.isValid() ? m_from : months.first().month;
        const QDate last = months.last().month;
        while (first.addMonths(mostMonths) <= last)
            first = first.addMonths(1);
        for (QDate month = first; month <= last; month = month.addMonths(1)) // those without anything too
            m_months += month;
    }
    for (const text::ActivityGroup &group : text::activityGroups()) {
        if (group.counted.isEmpty())
            continue;
        Line line{group.words, QList<int>(m_months.size(), 0)};
        for (const ActivityCount &month : months) {
            const qsizetype at = m_months.indexOf(month.month);
            for (const QString &kind : group.counted)
                line.counts[std::max<qsizetype>(at, 0)] += at < 0 ? 0 : month.kinds.value(kind);
        }
        m_lines += line;
    }
    const bool any = std::any_of(m_lines.begin(), m_lines.end(), [](const Line &line) {
        return std::any_of(line.counts.begin(), line.counts.end(), [](int count) { return count > 0; });
    });
    m_none->setVisible(!any);
    m_chart->setVisible(any);
    m_table->setVisible(any);
    fillTable();
    drawChart();
}

// The newest month on top.
void StatisticsPage::fillTable()
{
    m_table->clear();
    m_table->setRowCount(int(m_months.size()));
    m_table->setColumnCount(int(m_lines.size()) + 1);
    const QLocale locale;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const qsizetype at = m_months.size() - 1 - row;
        m_table->setItem(row, 0, new QTableWidgetItem(locale.toString(m_months.at(at), QStringLiteral("MMMM yyyy"))));
        for (int line = 0; line < int(m_lines.size()); ++line) {
            auto *cell = new QTableWidgetItem(text::count(m_lines.at(line).counts.at(at)));
            cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, line + 1, cell);
        }
    }
    QStringList titles{tr("Month")};
    for (const Line &line : std::as_const(m_lines))
        titles += line.words;
    m_table->setHorizontalHeaderLabels(titles);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void StatisticsPage::drawChart()
{
    auto *chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setMargins({});
    auto *series = new QStackedBarSeries(chart);
    int highest = 1;
    for (qsizetype at = 0; at < m_months.size(); ++at) {
        int sum = 0;
        for (const Line &line : std::as_const(m_lines))
            sum += line.counts.at(at);
        highest = std::max(highest, sum);
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        if (std::all_of(line.counts.begin(), line.counts.end(), [](int count) { return count == 0; }))
            continue;
        auto *set = new QBarSet(line.words, series);
        for (int count : line.counts)
            set->append(count);
        set->setColor(theme().color(colours.at(size_t(i) % colours.size())));
        set->setBorderColor(theme().color(Role::Window));
        series->append(set);
    }
    series->setBarWidth(0.6);
    chart->addSeries(series);
    QStringList names;
    const QLocale locale;
    for (const QDate &month : std::as_const(m_months))
        names += locale.toString(month, QStringLiteral("MMM yy"));
    auto *across = new QBarCategoryAxis(chart);
    across->append(names);
    auto *up = new QValueAxis(chart);
    up->setRange(0, highest);
    up->setLabelFormat(QStringLiteral("%d"));
    up->setTickCount(std::min(highest, 5) + 1);
    up->applyNiceNumbers();
    const QColor muted = theme().color(Role::TextMuted);
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(across), static_cast<QAbstractAxis *>(up)}) {
        axis->setLabelsColor(muted);
        axis->setLabelsFont(theme().font(TypeRole::Small));
        axis->setLinePenColor(theme().color(Role::Border));
        axis->setGridLineColor(theme().color(Role::Divider));
    }
    across->setGridLineVisible(false);
    chart->addAxis(across, Qt::AlignBottom);
    chart->addAxis(up, Qt::AlignLeft);
    series->attachAxis(across);
    series->attachAxis(up);
    chart->legend()->setAlignment(Qt::AlignBottom);
    chart->legend()->setLabelColor(theme().color(Role::Text));
    chart->legend()->setFont(theme().font(TypeRole::Small));
    m_chart->setBackgroundBrush(theme().color(Role::Window));
    const std::unique_ptr<QChart> former(m_chart->chart()); // the view gives the old one back
    m_chart->setChart(chart);
}

} // namespace carriel::ui
