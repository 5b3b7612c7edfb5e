// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/AccountMail.h"

namespace carriel {

void AccountMail::recipient(const QString &person, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_shares.recipient(folder(), person, std::move(came)); });
}

void AccountMail::listing(Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_shares.listing(folder(), std::move(came)); });
}

void AccountMail::setListing(bool findable, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_shares.setListing(folder(), findable, std::move(came)); });
}

void AccountMail::shares(const QString &next, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_shares.shares(folder(), next, std::move(came)); });
}

void AccountMail::received(const QString &next, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_shares.received(folder(), next, std::move(came)); });
}

void AccountMail::share(const QString &id, bool mine, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) {
        return mine ? m_shares.share(folder(), id, std::move(came)) : m_shares.receivedOne(folder(), id, std::move(came));
    });
}

void AccountMail::offer(const QString &id, const QString &key, const QByteArray &body, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) { return m_shares.offer(folder(), id, key, body, std::move(came)); });
}

void AccountMail::act(const QString &kind, const QString &id, const QString &key, const QByteArray &body, Done done)
{
    run<QJsonObject>(std::move(done), [&](auto came) {
        if (kind == QLatin1String("revoke"))
            return m_shares.revoke(folder(), id, key, body, std::move(came));
        if (kind == QLatin1String("extend"))
            return m_shares.extend(folder(), id, key, body, std::move(came));
        if (kind == QLatin1String("erase"))
            return m_shares.askErasure(folder(), id, key, body, std::move(came));
        if (kind == QLatin1String("erased") || kind == QLatin1String("kept"))
            return m_shares.answerErasure(folder(), id, key, body, std::move(came));
        return m_shares.answer(folder(), id, key, body, std::move(came));
    });
}

void AccountMail::document(const QString &id, int n, qint64 size, BytesDone done)
{
    run<QByteArray>(std::move(done), [&](auto came) { return m_shares.document(folder(), id, n, size, std::move(came)); });
}

} // namespace carriel
