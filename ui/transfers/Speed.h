// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How fast documents travel, seen from the bytes done at moments. They arrive in pieces, so it counts from one arrival to
// another over half a minute, and a piece whose beginning nobody saw tells nothing. Pure.
#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace carriel::ui {

class Speed
{
public:
    // Bytes done of one transfer at a moment in milliseconds (of any clock that only goes forwards).
    void note(const QString &id, qint64 done, qint64 ms);
    void keepOnly(const QSet<QString> &ids);
    double bytesPerSecond(const QString &id, qint64 ms) const; // 0: not known yet
    // Seconds; -1: not known.
    static qint64 secondsLeft(double bytesPerSecond, qint64 left);

private:
    struct Arrival {
        qint64 ms = 0;
        qint64 done = 0;
    };
    struct Track {
        qint64 done = 0; // as it was when first looked at
        QList<Arrival> arrivals;
    };
    QHash<QString, Track> m_tracks;
};

} // namespace carriel::ui
