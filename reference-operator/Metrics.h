// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Counters in OpenMetrics text. No ids, no names. Thread: any.
#pragma once

#include <QByteArray>
#include <QString>
#include <array>
#include <atomic>
#include <map>
#include <mutex>

namespace carriel::op {

class Metrics
{
public:
    void request(const QString &route, int status, double seconds);
    std::atomic<qint64> streams = 0;
    std::atomic<qint64> bytesIn = 0;
    std::atomic<qint64> bytesOut = 0;
    QByteArray text() const;

private:
    static constexpr std::array<double, 7> bounds = {0.001, 0.005, 0.02, 0.1, 0.5, 2, 10};
    mutable std::mutex m_mutex;
    std::map<std::pair<QString, int>, qint64> m_requests;
    std::array<qint64, bounds.size() + 1> m_buckets = {};
    double m_sum = 0;
    qint64 m_count = 0;
};

} // namespace carriel::op
