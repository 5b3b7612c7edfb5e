// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfers/Speed.h"

#include <cmath>

namespace carriel::ui {

namespace {
constexpr qint64 window = 30'000;
} // namespace

void Speed::note(const QString &id, qint64 done, qint64 ms)
{
    auto it = m_tracks.find(id);
    if (it == m_tracks.end() || done < it->done) {
        m_tracks.insert(id, {done, {}});
        return;
    }
    if (done == it->done)
        return;
    it->done = done;
    it->arrivals.append({ms, done});
    while (it->arrivals.size() > 2 && ms - it->arrivals.first().ms > window)
        it->arrivals.removeFirst();
}

void Speed::keepOnly(const QSet<QString> &ids)
{
    m_tracks.removeIf([&](const auto &entry) { return !ids.contains(entry.key()); });
}

double Speed::bytesPerSecond(const QString &id, qint64 ms) const
{
    const auto it = m_tracks.constFind(id);
    if (it == m_tracks.constEnd() || it->arrivals.size() < 2)
        return 0;
    const Arrival &first = it->arrivals.first(), &last = it->arrivals.last();
    qint64 passed = last.ms - first.ms;
    if (passed <= 0)
        return 0;
    // The next piece takes as long as the others did; what stands still for longer gets slower by it.
    const qint64 usual = passed / (it->arrivals.size() - 1), since = ms - last.ms;
    if (since > 2 * usual)
        passed += since - usual;
    return double(last.done - first.done) * 1000 / double(passed);
}

qint64 Speed::secondsLeft(double bytesPerSecond, qint64 left)
{
    return bytesPerSecond < 1 ? -1 : qint64(std::ceil(double(left) / bytesPerSecond));
}

} // namespace carriel::ui
