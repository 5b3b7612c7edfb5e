// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// multipart/mixed (RFC 2046) as the bundles use it: every part tells its Content-Length, so nothing is searched for.
#pragma once

#include <QByteArray>
#include <QMap>
#include <functional>

namespace carriel::op {

struct Part {
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray bytes;
};

// Fed as the bytes come; hands over each whole part. Throws Problem: invalid_request for a broken frame, too_large.
class MultipartReader
{
public:
    MultipartReader(QByteArray boundary, qint64 partMax, qint64 wholeMax, std::function<void(Part)> whole);
    void add(QByteArrayView bytes);
    bool finished() const { return m_state == State::End; }

    static QByteArray boundaryOf(const QByteArray &contentType); // empty: none

private:
    enum class State { Delimiter, Headers, Body, End };
    bool step();
    bool delimiter();
    bool headers();
    bool body();

    QByteArray m_boundary;
    qint64 m_partMax;
    qint64 m_wholeMax;
    std::function<void(Part)> m_whole;
    State m_state = State::Delimiter;
    QByteArray m_waiting;
    qsizetype m_at = 0;
    qint64 m_seen = 0;
    qint64 m_length = 0;
    Part m_part;
};

} // namespace carriel::op
