// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Idempotency.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Exchange.h"

#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

Key Key::of(const Exchange &ex, const QJsonObject &body)
{
    return {ex.folder, ex.key(), fingerprintOf(ex.method(), ex.path(), compact(body))};
}

QString Key::fingerprintOf(const QByteArray &method, const QString &path, const QByteArray &body)
{
    Sha256 digest;
    digest.add(QByteArray(method + '\n' + path.toUtf8() + '\n'));
    digest.add(body);
    return QString::fromLatin1(b64u(digest.result()));
}

std::optional<Outcome> storedOutcome(Connection &c, const Key &key)
{
    QSqlQuery &row = c.run(u"SELECT fingerprint, status, headers, body FROM idempotency WHERE folder = ? AND key = ?"_s,
                           {key.folder, key.key});
    if (!row.next())
        return std::nullopt;
    if (row.value(0).toString() != key.fingerprint)
        throw Problem("idempotency_key_reused");
    Outcome outcome;
    outcome.status = row.value(1).toInt();
    outcome.headers = QJsonDocument::fromJson(row.value(2).toString().toUtf8()).object();
    outcome.body = row.value(3).toString().toUtf8();
    outcome.replayed = true;
    row.finish();
    return outcome;
}

void storeOutcome(Connection &c, const Key &key, const Outcome &outcome)
{
    c.change(u"INSERT INTO idempotency(folder, key, fingerprint, status, headers, body, created) VALUES(?, ?, ?, ?, ?, ?, ?)"_s,
             {key.folder, key.key, key.fingerprint, outcome.status, QString::fromUtf8(compact(outcome.headers)),
              outcome.body.isEmpty() ? u""_s : QString::fromUtf8(outcome.body), nowSeconds()});
}

InFlight::Guard::Guard(InFlight &of, const QString &folder, const QString &key) : m_of(of), m_key(folder, key)
{
    const std::lock_guard lock(m_of.m_mutex);
    if (!m_of.m_keys.insert(m_key).second)
        throw Problem("operation_in_progress").retryAfter(1);
}

InFlight::Guard::~Guard()
{
    const std::lock_guard lock(m_of.m_mutex);
    m_of.m_keys.erase(m_key);
}

} // namespace carriel::op
