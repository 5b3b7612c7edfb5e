// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfers/Speed.h"

#include <QSet>
#include <cmath>

namespace carriel::ui {

void Speed::note(const QString &id, qint64 done, qint64 ms)
{
    auto it = m_samples.find(id);
    if (it == m_samples.end() || done < it->done) {
        m_samples.insert(id, {done, ms, 0});
        return;
    }
    const qint64 passed = ms - it->ms;
    if (passed < 500)
        return; // too short to tell
    const double now = double(done - it->done) * 1000 / double(passed);
    it->rate = it->rate > 0 ? it->rate * 0.7 + now * 0.3 : now;
    it->done = done;
    it->ms = ms;
}

void Speed::keepOnly(const QSet<QString> &ids)
{
    m_samples.removeIf([&](const auto &entry) { return !ids.contains(entry.key()); });
}

double Speed::bytesPerSecond(const QString &id) const
{
    return m_samples.value(id).rate;
}

qint64 Speed::secondsLeft(const QString &id, qint64 left) const
{
    const double rate = bytesPerSecond(id);
    return rate < 1 ? -1 : qint64(std::ceil(double(left) / rate));
}

} // namespace carriel::ui
