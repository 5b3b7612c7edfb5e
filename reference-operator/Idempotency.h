// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// At most one effect per Idempotency-Key (draft-ietf-httpapi-idempotency-key). A success is stored in the transaction of its
// effect and answered again, byte for byte, to whoever repeats it; a refusal had no effect and is not stored.
#pragma once

#include "reference-operator/Connection.h"
#include "reference-operator/Outcome.h"

#include <mutex>
#include <optional>
#include <set>
#include <utility>

namespace carriel::op {

class Exchange;

struct Key {
    QString folder;
    QString key;
    QString fingerprint; // of method, path and body

    // Of a request with a JSON body.
    static Key of(const Exchange &ex, const QJsonObject &body);
    static QString fingerprintOf(const QByteArray &method, const QString &path, const QByteArray &body);
};

// Inside a transaction. Throws idempotency_key_reused.
std::optional<Outcome> storedOutcome(Connection &c, const Key &key);
void storeOutcome(Connection &c, const Key &key, const Outcome &outcome);

template <typename F> Outcome once(Connection &c, const Key &key, F &&effect)
{
    if (auto stored = storedOutcome(c, key))
        return *stored;
    Outcome outcome = effect();
    storeOutcome(c, key, outcome);
    return outcome;
}

// The keys being worked on in this process: a second arrival meanwhile is told to wait instead of queueing behind the first.
class InFlight
{
public:
    class Guard
    {
    public:
        Guard(InFlight &of, const QString &folder, const QString &key); // throws operation_in_progress
        ~Guard();
        Guard(const Guard &) = delete;
        Guard &operator=(const Guard &) = delete;

    private:
        InFlight &m_of;
        std::pair<QString, QString> m_key;
    };

private:
    std::mutex m_mutex;
    std::set<std::pair<QString, QString>> m_keys;
};

} // namespace carriel::op
