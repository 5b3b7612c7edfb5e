// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How fast documents travel, seen from the bytes done at moments; smoothed, so that the time left does not jump. Pure.
#pragma once

#include <QHash>
#include <QString>

namespace carriel::ui {

class Speed
{
public:
    // Bytes done of one transfer at a moment in milliseconds (of any clock that only goes forwards).
    void note(const QString &id, qint64 done, qint64 ms);
    void keepOnly(const QSet<QString> &ids);
    double bytesPerSecond(const QString &id) const; // 0: not known yet
    // Seconds; -1: not known.
    qint64 secondsLeft(const QString &id, qint64 left) const;

private:
    struct Sample {
        qint64 done = 0;
        qint64 ms = 0;
        double rate = 0;
    };
    QHash<QString, Sample> m_samples;
};

} // namespace carriel::ui
