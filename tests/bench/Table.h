// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of one run of the benches: ours beside its floor, several runs of each, printed and kept as JSON.
#pragma once

#include <QList>
#include <QString>

namespace carriel::bench {

enum class Better { Less, More };

class Table
{
public:
    // One pair, measured one right after the other. `unit` is of both.
    void add(const QString &work, const QString &floorName, const QString &unit, double ours, double floor, Better better = Better::Less);
    void print() const;
    bool save(const QString &path) const;

private:
    struct Row {
        QString work;
        QString floorName;
        QString unit;
        Better better;
        QList<double> ours;
        QList<double> floor;
        QList<double> ratios() const; // above 1: so many times as dear as the floor; sorted
    };
    QList<Row> m_rows;
};

double quantile(QList<double> values, double q);

} // namespace carriel::bench
