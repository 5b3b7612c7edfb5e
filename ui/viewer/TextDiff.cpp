// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/TextDiff.h"

#include "ui/viewer/Decode.h"

#include <QIODevice>

#include <algorithm>
#include <vector>

namespace carriel::ui {
namespace {

constexpr qsizetype mostCells = 4'000'000; // of the table of common lengths

QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    for (QString &line : lines) {
        if (line.endsWith(QLatin1Char('\r')))
            line.chop(1);
    }
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

void append(QList<DiffLine> &out, DiffLine::Kind kind, const QStringList &lines)
{
    for (const QString &line : lines)
        out.append({kind, line});
}

} // namespace

QList<DiffLine> diffLines(const QString &before, const QString &after)
{
    using Kind = DiffLine::Kind;
    const QStringList a = linesOf(before);
    const QStringList b = linesOf(after);
    qsizetype head = 0;
    while (head < a.size() && head < b.size() && a.at(head) == b.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < a.size() - head && tail < b.size() - head && a.at(a.size() - 1 - tail) == b.at(b.size() - 1 - tail))
        ++tail;
    const QStringList x = a.mid(head, a.size() - head - tail);
    const QStringList y = b.mid(head, b.size() - head - tail);
    QList<DiffLine> out;
    append(out, Kind::Same, a.mid(0, head));
    if (x.size() * y.size() > mostCells || x.isEmpty() || y.isEmpty()) {
        append(out, Kind::Removed, x);
        append(out, Kind::Added, y);
    } else {
        // Length of the longest common part of what begins at (i, j).
        const auto width = std::size_t(y.size()) + 1;
        std::vector<int> common((std::size_t(x.size()) + 1) * width, 0);
        const auto at = [&](qsizetype i, qsizetype j) -> int & { return common[std::size_t(i) * width + std::size_t(j)]; };
        for (qsizetype i = x.size() - 1; i >= 0; --i) {
            for (qsizetype j = y.size() - 1; j >= 0; --j)
                at(i, j) = x.at(i) == y.at(j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        }
        qsizetype i = 0;
        qsizetype j = 0;
        while (i < x.size() && j < y.size()) {
            if (x.at(i) == y.at(j)) {
                out.append({Kind::Same, x.at(i++)});
                ++j;
            } else if (at(i + 1, j) >= at(i, j + 1)) {
                out.append({Kind::Removed, x.at(i++)});
            } else {
                out.append({Kind::Added, y.at(j++)});
            }
        }
        append(out, Kind::Removed, x.mid(i));
        append(out, Kind::Added, y.mid(j));
    }
    append(out, Kind::Same, a.mid(a.size() - tail));
    return out;
}

QString comparedText(QIODevice *device)
{
    if (!device || (!device->isOpen() && !device->open(QIODevice::ReadOnly)))
        return {};
    return decodeText(device->read(mostCompared), mostCompared).text;
}

} // namespace carriel::ui
