// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two texts, line by line. Pure; any thread.
#pragma once

#include <QList>
#include <QStringList>

class QIODevice;

namespace carriel::ui {

struct DiffLine {
    enum class Kind { Same, Added, Removed };
    Kind kind = Kind::Same;
    QString text;
    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

// The longest common lines stay; of texts that differ in more lines than can be compared in a moment, the differing middle
// is told whole as removed and added.
QList<DiffLine> diffLines(const QString &before, const QString &after);

// The text of a content that is small enough to be compared; empty if it is not on this computer.
constexpr qint64 mostCompared = 2 * 1024 * 1024;
QString comparedText(QIODevice *device);

} // namespace carriel::ui
