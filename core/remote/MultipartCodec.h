// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles of small documents: multipart/mixed (RFC 2046 §5.1) in which every part says its Content-Length.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QList>
#include <functional>

namespace carriel::remote {

struct Part {
    QByteArray id;          // Content-ID, without angle brackets
    QByteArray contentType;
    QByteArray digest;      // 32 raw bytes of Repr-Digest; empty if absent
    QByteArray bytes;
};

QByteArray writeMultipart(const QList<Part> &parts, const QByteArray &boundary);

// The boundary of "multipart/mixed; boundary=…"; empty if the type is another.
QByteArray boundaryOf(const QByteArray &contentType);

// Reads a multipart as it comes; memory for one part at a time. Everything wrong is CAR-REM-002.
class MultipartReader
{
public:
    MultipartReader(QByteArray boundary, qint64 maxPart, std::function<Outcome(Part)> part);

    Outcome add(QByteArrayView bytes);
    Outcome finish(); // an error if the closing boundary has not been there

private:
    enum class At { Boundary, Headers, Body, End };
    Result<bool> step(); // false: more bytes are needed
    Result<bool> boundary();
    Result<bool> headers();
    Result<bool> body();

    QByteArray m_delimiter;
    qint64 m_maxPart;
    std::function<Outcome(Part)> m_part;
    At m_at = At::Boundary;
    QByteArray m_held;
    qsizetype m_used = 0;
    Part m_current;
    qint64 m_length = 0;
    bool m_first = true;
};

} // namespace carriel::remote
