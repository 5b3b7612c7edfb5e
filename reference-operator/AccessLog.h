// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON line for each request: route, status, sizes, time, the folder's id and the request's id. Never a token, a name, a
// person's number or a query. Thread: any.
#pragma once

#include <QString>
#include <cstdio>
#include <mutex>

namespace carriel::op {

class AccessLog
{
public:
    explicit AccessLog(const QString &file); // "-": standard error; empty: none
    ~AccessLog();
    AccessLog(const AccessLog &) = delete;
    AccessLog &operator=(const AccessLog &) = delete;
    void request(const QString &id, const QString &route, const QString &folder, int status, qint64 in, double seconds);

private:
    std::mutex m_mutex;
    std::FILE *m_file = nullptr;
};

} // namespace carriel::op
