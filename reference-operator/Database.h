// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The database and its threads. A request asks from its own thread and waits; the work runs on a thread that owns a
// connection, so hundreds of slow connections to us never become hundreds to the database.
// SQLite: one writing thread, which commits the writes that wait together (one fsync for all), and some reading ones.
#pragma once

#include "reference-operator/Connection.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace carriel::op {

class Database
{
public:
    explicit Database(QString database);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // f(Connection &) -> value. Throws what f throws, and DatabaseError. What `read` sees is committed.
    template <typename F> auto read(F &&f) { return ask(m_readers, std::forward<F>(f)); }
    // In a transaction that is durable when this returns; rolled back when f throws.
    template <typename F> auto write(F &&f) { return ask(m_writers, std::forward<F>(f)); }

private:
    struct Job {
        std::function<void(Connection &)> work;
        std::exception_ptr error;
        bool done = false;
        std::condition_variable finished;
    };
    struct Queue {
        std::mutex mutex;
        std::condition_variable filled;
        std::deque<Job *> jobs;
        bool closed = false;
    };

    template <typename F> auto ask(Queue &queue, F &&f)
    {
        using Value = std::invoke_result_t<F, Connection &>;
        if constexpr (std::is_void_v<Value>) {
            execute(queue, [&](Connection &c) { f(c); });
        } else {
            std::optional<Value> value;
            execute(queue, [&](Connection &c) { value.emplace(f(c)); });
            return std::move(*value);
        }
    }

    void execute(Queue &queue, std::function<void(Connection &)> work);
    void serveReads(int number);
    void serveWrites(int number, size_t together);
    void runTogether(std::unique_ptr<Connection> &c, const QString &name, std::vector<Job *> &jobs);
    void finish(Queue &queue, const std::vector<Job *> &jobs);
    static std::vector<Job *> take(Queue &queue, size_t most);

    QString m_database;
    Queue m_readers;
    Queue m_writers;
    std::vector<std::thread> m_threads;
};

} // namespace carriel::op
