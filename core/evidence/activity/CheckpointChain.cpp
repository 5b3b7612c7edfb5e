// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/activity/CheckpointChain.h"

namespace carriel::evidence {

namespace {
QString chainName()
{
    return QStringLiteral("checkpoints");
}
} // namespace

void CheckpointChain::wrong(qint64 n, const char *reason)
{
    if (!m_fault)
        m_fault = LogFault{chainName(), n, QString::fromLatin1(reason)};
}

void CheckpointChain::add(QByteArrayView compact)
{
    if (m_fault) // of what comes behind a broken place nothing is believed
        return;
    const qint64 expected = m_last ? m_last->n + 1 : 1;
    const auto jws = crypto::readUnverifiedJws(compact);
    const auto form = jws ? readCheckpoint(compact) : Result<Checkpoint>(jws.error());
    if (!form)
        return wrong(expected, "malformed");
    const crypto::PublicKey *key = m_keys.find(jws.value().kid, jws.value().keyType());
    if (key && !crypto::verifyJws(compact, *key, "secevent+jwt"))
        return wrong(expected, "bad_signature");
    const Checkpoint &now = form.value();
    if (now.n != expected)
        return wrong(expected, now.n > expected ? "missing" : "inserted");
    if (m_last && now.folder != m_last->folder)
        return wrong(expected, "foreign");
    if (now.prev != (m_last ? m_last->digest : QByteArray()))
        return wrong(expected, "altered");
    if ((m_last && now.own.seq < m_last->own.seq) || now.told.seq < m_told.value(now.told.log))
        return wrong(expected, "fell_back");
    m_told.insert(now.told.log, now.told.seq);
    m_digests.insert(now.n, now.digest);
    if (key) { // without its key it anchors nothing
        if (!m_signers.contains(key->thumbprint()))
            m_signers.append(key->thumbprint());
        m_heads.append(now.told);
        if (now.own.seq > 0)
            m_heads.append(now.own);
    }
    m_last = now;
}

std::optional<LogFault> forkBetween(const CheckpointChain &one, const CheckpointChain &other)
{
    for (auto it = one.digests().begin(); it != one.digests().end(); ++it) {
        const auto there = other.digests().constFind(it.key());
        if (there != other.digests().constEnd() && *there != *it)
            return LogFault{chainName(), it.key(), QStringLiteral("forked")};
    }
    return {};
}

} // namespace carriel::evidence
