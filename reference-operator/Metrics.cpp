// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Metrics.h"

namespace carriel::op {

void Metrics::request(const QString &route, int status, double seconds)
{
    const std::lock_guard lock(m_mutex);
    ++m_requests[{route, status}];
    size_t bucket = 0;
    while (bucket < bounds.size() && seconds > bounds[bucket])
        ++bucket;
    ++m_buckets[bucket];
    m_sum += seconds;
    ++m_count;
}

QByteArray Metrics::text() const
{
    const std::lock_guard lock(m_mutex);
    QByteArray out = "# TYPE carriel_requests counter\n";
    for (const auto &[key, count] : m_requests)
        out += QByteArray("carriel_requests_total{route=\"" + key.first.toUtf8() + "\",status=\"" + QByteArray::number(key.second) +
                          "\"} " + QByteArray::number(count) + "\n");
    out += "# TYPE carriel_request_seconds histogram\n";
    qint64 sum = 0;
    for (size_t i = 0; i <= bounds.size(); ++i) {
        sum += m_buckets[i];
        const QByteArray le = i < bounds.size() ? QByteArray::number(bounds[i]) : QByteArray("+Inf");
        out += QByteArray("carriel_request_seconds_bucket{le=\"" + le + "\"} " + QByteArray::number(sum) + "\n");
    }
    out += QByteArray("carriel_request_seconds_sum " + QByteArray::number(m_sum) + "\ncarriel_request_seconds_count " +
                      QByteArray::number(m_count) + "\n");
    out += QByteArray("# TYPE carriel_streams gauge\ncarriel_streams " + QByteArray::number(streams.load()) + "\n");
    out += QByteArray("# TYPE carriel_received_bytes counter\ncarriel_received_bytes_total " + QByteArray::number(bytesIn.load()) + "\n");
    out += QByteArray("# TYPE carriel_sent_bytes counter\ncarriel_sent_bytes_total " + QByteArray::number(bytesOut.load()) + "\n");
    out += "# EOF\n";
    return out;
}

} // namespace carriel::op
