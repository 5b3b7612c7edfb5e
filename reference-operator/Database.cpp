// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Database.h"

#include "reference-operator/Schema.h"

#include <algorithm>

namespace carriel::op {

using namespace Qt::StringLiterals;

Database::Database(QString database) : m_database(std::move(database))
{
    bool postgres = false;
    {
        Connection c(m_database, u"schema"_s);
        makeSchema(c);
        postgres = c.isPostgres();
    }
    const int readers = 4;
    const int writers = postgres ? 4 : 1;
    for (int n = 0; n < readers; ++n)
        m_threads.emplace_back([this, n] { serveReads(n); });
    for (int n = 0; n < writers; ++n)
        m_threads.emplace_back([this, n, postgres] { serveWrites(n, postgres ? 1 : 32); });
}

Database::~Database()
{
    for (Queue *queue : {&m_readers, &m_writers}) {
        const std::lock_guard lock(queue->mutex);
        queue->closed = true;
        queue->filled.notify_all();
    }
    for (std::thread &thread : m_threads)
        thread.join();
}

void Database::execute(Queue &queue, std::function<void(Connection &)> work)
{
    Job job;
    job.work = std::move(work);
    std::unique_lock lock(queue.mutex);
    queue.jobs.push_back(&job);
    queue.filled.notify_one();
    job.finished.wait(lock, [&] { return job.done; });
    lock.unlock();
    if (job.error)
        std::rethrow_exception(job.error);
}

std::vector<Database::Job *> Database::take(Queue &queue, size_t most)
{
    std::unique_lock lock(queue.mutex);
    queue.filled.wait(lock, [&] { return queue.closed || !queue.jobs.empty(); });
    std::vector<Job *> jobs;
    while (!queue.jobs.empty() && jobs.size() < most) {
        jobs.push_back(queue.jobs.front());
        queue.jobs.pop_front();
    }
    return jobs;
}

void Database::finish(Queue &queue, const std::vector<Job *> &jobs)
{
    const std::lock_guard lock(queue.mutex);
    for (Job *job : jobs) {
        job->done = true;
        job->finished.notify_one(); // under the lock: the job lives on its asker's stack
    }
}

namespace {

bool rolledBack(const std::unique_ptr<Connection> &c)
{
    if (!c)
        return true;
    try {
        c->settle();
        c->execute(u"ROLLBACK"_s);
        return true;
    } catch (const DatabaseError &) { // the connection is gone; the next job makes another
        return false;
    }
}

} // namespace

void Database::serveReads(int number)
{
    std::unique_ptr<Connection> c;
    const QString name = QString(u"read"_s + QString::number(number));
    for (;;) {
        const std::vector<Job *> jobs = take(m_readers, 1);
        if (jobs.empty())
            return;
        for (int attempt = 0;; ++attempt) {
            try {
                if (!c)
                    c = std::make_unique<Connection>(m_database, name);
                // All of it of one moment: a row and its evidence must belong together.
                c->execute(c->isPostgres() ? u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s : u"BEGIN"_s);
                jobs.front()->work(*c);
                jobs.front()->error = nullptr;
                c->settle();
                c->execute(u"COMMIT"_s);
            } catch (const DatabaseError &e) {
                jobs.front()->error = std::current_exception();
                if (!rolledBack(c))
                    c.reset();
                if (e.retryable() && attempt < 2) {
                    c.reset();
                    continue;
                }
            } catch (...) {
                jobs.front()->error = std::current_exception();
                if (!rolledBack(c))
                    c.reset();
            }
            break;
        }
        finish(m_readers, jobs);
    }
}

void Database::serveWrites(int number, size_t together)
{
    std::unique_ptr<Connection> c;
    const QString name = QString(u"write"_s + QString::number(number));
    for (;;) {
        std::vector<Job *> jobs = take(m_writers, together);
        if (jobs.empty())
            return;
        runTogether(c, name, jobs);
        finish(m_writers, jobs);
    }
}

// Each job in a savepoint of its own: one that fails takes nothing of the others along. When the commit itself fails, or a
// deadlock ends the transaction, all of them are done again, and after some attempts all of them have failed.
void Database::runTogether(std::unique_ptr<Connection> &c, const QString &name, std::vector<Job *> &jobs)
{
    for (int attempt = 0;; ++attempt) {
        try {
            if (!c)
                c = std::make_unique<Connection>(m_database, name);
            c->execute(c->isPostgres() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s);
            for (Job *job : jobs) {
                const size_t after = c->afterCommitCount();
                c->execute(u"SAVEPOINT job"_s);
                try {
                    job->work(*c);
                    job->error = nullptr;
                } catch (const DatabaseError &e) {
                    if (e.retryable())
                        throw;
                    job->error = std::current_exception();
                } catch (...) {
                    job->error = std::current_exception();
                }
                c->settle();
                if (job->error) {
                    c->execute(u"ROLLBACK TO SAVEPOINT job"_s);
                    c->forgetAfterCommit(after);
                }
                c->execute(u"RELEASE SAVEPOINT job"_s);
            }
            c->execute(u"COMMIT"_s);
            for (const auto &act : c->takeAfterCommit())
                act();
            c->settle();
            return;
        } catch (const DatabaseError &e) {
            c.reset(); // rolls back what was open
            if (attempt >= 4 || !e.retryable()) {
                for (Job *job : jobs)
                    job->error = std::current_exception();
                return;
            }
        }
    }
}

} // namespace carriel::op
