// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Table.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cstdio>

namespace carriel::bench {

namespace {
QJsonArray listOf(const QList<double> &values)
{
    QJsonArray out;
    for (const double value : values)
        out.append(value);
    return out;
}
} // namespace

double quantile(QList<double> values, double q)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(std::min(values.size() - 1, qsizetype(q * double(values.size()))));
}

QList<double> Table::Row::ratios() const
{
    QList<double> out;
    for (qsizetype i = 0; i < ours.size(); ++i)
        out.append(better == Better::Less ? ours.at(i) / floor.at(i) : floor.at(i) / ours.at(i));
    std::sort(out.begin(), out.end());
    return out;
}

void Table::add(const QString &work, const QString &floorName, const QString &unit, double ours, double floor, Better better)
{
    auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &r) { return r.work == work && r.floorName == floorName; });
    if (row == m_rows.end())
        row = m_rows.insert(m_rows.end(), Row{work, floorName, unit, better, {}, {}});
    row->ours.append(ours);
    row->floor.append(floor);
}

void Table::print() const
{
    std::printf("%-40s %-34s %10s %10s %-5s %6s   %s\n", "work", "floor", "ours", "floor", "", "ratio", "spread of the ratio");
    for (const Row &row : m_rows) {
        const QList<double> ratios = row.ratios();
        std::printf("%-40s %-34s %10.3f %10.3f %-5s %6.2f   %.2f-%.2f\n", qPrintable(row.work), qPrintable(row.floorName),
                    quantile(row.ours, 0.5), quantile(row.floor, 0.5), qPrintable(row.unit), quantile(ratios, 0.5), ratios.first(),
                    ratios.last());
    }
}

bool Table::save(const QString &path) const
{
    QJsonArray rows;
    for (const Row &row : m_rows) {
        rows.append(QJsonObject{{QStringLiteral("work"), row.work}, {QStringLiteral("floor_is"), row.floorName},
                                {QStringLiteral("unit"), row.unit}, {QStringLiteral("ours"), listOf(row.ours)},
                                {QStringLiteral("floor"), listOf(row.floor)}, {QStringLiteral("ratio"), listOf(row.ratios())}});
    }
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(rows).toJson()) > 0;
}

} // namespace carriel::bench
