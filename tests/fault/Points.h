// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where an exchange is cut, by class: before, within and after each of its parts, and around the sizes in which bytes
// go.
#pragma once

#include "tests/fault/FaultProxy.h"

namespace carriel::test {

struct Point
{
    const char *name;
    bool request;
    Fault::At at;
};

inline qint64 requestBody(const Exchange &e)
{
    return e.request.size() - e.head;
}
inline qint64 answerBody(const Exchange &e)
{
    return e.answer.size() - e.answerHead();
}

inline QList<Point> points(const QByteArray &kind)
{
    QList<Point> out{
        {"request+0", true, [](const Exchange &) { return 0; }},
        {"request+1", true, [](const Exchange &) { return 1; }},
        {"request-head-1", true, [](const Exchange &e) { return e.head - 1; }},
        {"request-head", true, [](const Exchange &e) { return std::min<qint64>(e.head, e.request.size() - 1); }},
        {"request-head+1", true, [](const Exchange &e) { return std::min<qint64>(e.head + 1, e.request.size() - 1); }},
        {"request-half-body", true,
         [](const Exchange &e) { return std::min<qint64>(e.head + requestBody(e) / 2, e.request.size() - 1); }},
        {"request-1", true, [](const Exchange &e) { return e.request.size() - 1; }},
        {"answer+0", false, [](const Exchange &) { return 0; }},
        {"answer-half-status", false, [](const Exchange &) { return 8; }},
        {"answer-status", false, [](const Exchange &e) { return e.answer.indexOf('\n') + 1; }},
        {"answer-half-head", false, [](const Exchange &e) { return e.answerHead() / 2; }},
        {"answer-head-1", false, [](const Exchange &e) { return e.answerHead() - 1; }},
        {"answer-head", false, [](const Exchange &e) { return std::min<qint64>(e.answerHead(), e.answer.size() - 1); }},
        {"answer-head+1", false,
         [](const Exchange &e) { return std::min<qint64>(e.answerHead() + 1, e.answer.size() - 1); }},
        {"answer-half-body", false,
         [](const Exchange &e) { return std::min<qint64>(e.answerHead() + answerBody(e) / 2, e.answer.size() - 1); }},
        {"answer-1", false, [](const Exchange &e) { return e.answer.size() - 1; }},
    };
    const auto around = [&out](const char *label, bool request, qint64 boundary) {
        for (int d = -1; d <= 1; ++d) {
            out.append({label, request, [request, boundary, d](const Exchange &e) {
                            const qint64 all = request ? e.request.size() : e.answer.size();
                            return std::min<qint64>((request ? e.head : e.answerHead()) + boundary + d, all - 1);
                        }});
        }
    };
    if (kind == "append")
        around("request 16 KiB", true, 16384);
    if (kind == "blob") {
        around("answer 16 KiB", false, 16384);
        around("answer 256 KiB", false, 262144);
        around("answer 512 KiB", false, 524288);
    }
    return out;
}

} // namespace carriel::test
