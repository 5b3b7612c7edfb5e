// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs work in another object's thread and gives its answer as a future.
#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <memory>
#include <type_traits>

namespace carriel {

// `work()` answers at once. If `target` dies first, the future is cancelled and its continuations do not run.
template <typename Work> auto post(QObject *target, Work work) -> QFuture<std::invoke_result_t<Work &>>
{
    using T = std::invoke_result_t<Work &>;
    auto promise = std::make_shared<QPromise<T>>();
    auto job = std::make_shared<Work>(std::move(work)); // may hold what cannot be copied
    promise->start();
    QFuture<T> future = promise->future();
    QMetaObject::invokeMethod(
        target,
        [promise, job] {
            promise->addResult((*job)());
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

// `work(finish)` answers later, once, by calling finish(T).
template <typename T, typename Work> QFuture<T> postAsync(QObject *target, Work work)
{
    auto promise = std::make_shared<QPromise<T>>();
    auto job = std::make_shared<Work>(std::move(work));
    promise->start();
    QFuture<T> future = promise->future();
    QMetaObject::invokeMethod(
        target,
        [promise, job] {
            (*job)([promise](T value) {
                promise->addResult(std::move(value));
                promise->finish();
            });
        },
        Qt::QueuedConnection);
    return future;
}

// Runs in a worker thread of the program. Continue with .then(context, …): the answer is dropped if the context died.
template <typename Work> auto runInPool(Work work) -> QFuture<std::invoke_result_t<Work &>>
{
    using T = std::invoke_result_t<Work &>;
    auto promise = std::make_shared<QPromise<T>>();
    auto job = std::make_shared<Work>(std::move(work));
    promise->start();
    QFuture<T> future = promise->future();
    QThreadPool::globalInstance()->start([promise, job] {
        promise->addResult((*job)());
        promise->finish();
    });
    return future;
}

} // namespace carriel
