// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The identity provider's keys: from a file, or fetched from the issuer over TLS, kept, and fetched again for an unknown kid
// (at most every few seconds, so that a made-up kid cannot make us hammer it). Thread: any.
#pragma once

#include "reference-operator/Config.h"
#include "reference-operator/Jws.h"

#include <QHash>
#include <mutex>

namespace carriel::op {

class Jwks
{
public:
    explicit Jwks(const Config &config) : m_config(config) {}
    // Throws Problem "unavailable" when there are no keys at all and the issuer cannot be asked.
    // `sure`: also when the key is unknown and the issuer was not asked right now, so that "no" is for good.
    bool verifies(const Jws &jws, bool sure = false);

private:
    KeyPtr find(const QString &kid);
    bool load(bool forced, bool *asked = nullptr);
    QByteArray fetch() const;

    const Config &m_config;
    std::mutex m_mutex;
    std::mutex m_fetching;
    QHash<QString, KeyPtr> m_keys;
    qint64 m_loadedAt = 0;
    qint64 m_triedAt = 0;
};

} // namespace carriel::op
