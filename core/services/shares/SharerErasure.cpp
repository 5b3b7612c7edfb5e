// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Asking whoever has read a share to erase the copies, and the answer: words of persons, each signed and kept, and no more than that.
#include "core/evidence/records/ErasureRecords.h"
#include "core/services/ServiceErrors.h"
#include "core/services/shares/ShareErrors.h"
#include "core/services/shares/Sharer.h"

#include <QJsonDocument>

namespace carriel::shares {

Outcome Sharer::erasure(const QString &kind, const QString &id, const QString &why)
{
    constexpr int mostWhy = 500; // characters (openapi: ErasureAnswer)
    CARRIEL_TRY(const auto row, m_rows.find(id));
    const bool asks = kind == QLatin1String("erase");
    if (!row || row->mine != asks)
        return Error{errors::noSuchShare, {{QStringLiteral("id"), id}}, {}};
    if (why.size() > mostWhy)
        return Error{errors::wordsTooLong, {{QStringLiteral("what"), QStringLiteral("message")}, {QStringLiteral("limit"), mostWhy}}, {}};
    const QJsonObject json = QJsonDocument::fromJson(row->json).object();
    CARRIEL_TRY(const evidence::ShareGrant grant, evidence::readGrant(json.value(QLatin1String("grant")).toString().toLatin1()));
    CARRIEL_TRY(const QByteArray jws, m_mailbox.rows().directory());
    CARRIEL_TRY(const evidence::Directory directory, evidence::readDirectory(jws));
    const evidence::Erasure now = evidence::erasureOf(json, directory);
    if (asks && (grant.recipient.isEmpty() || json.value(QLatin1String("fetches")).toInt() == 0))
        return Error{errors::nothingRead, {{QStringLiteral("id"), id}}, {}};
    if (asks && now.asked.isValid())
        return {}; // it was asked
    if (!asks && (!now.asked.isValid() || now.answered.isValid() || !now.trouble.isEmpty()))
        return Error{errors::notAsked, {{QStringLiteral("id"), id}}, {}};
    CARRIEL_TRY(const QList<vault::ShareAct> waiting, m_rows.acts());
    for (const vault::ShareAct &one : waiting) {
        const bool same = one.kind == QLatin1String("erase") || one.kind == QLatin1String("erased") || one.kind == QLatin1String("kept");
        if (one.share == id && same)
            return {}; // it waits already
    }
    if (!m_mailbox.port())
        return Error{carriel::errors::notLoggedIn, {}, {}};
    CARRIEL_TRY(const mail::Identity who, m_mailbox.port()->identity());
    const QString reason = kind == QLatin1String("kept") ? why.trimmed() : QString();
    CARRIEL_TRY(const QByteArray statement, asks ? evidence::makeErasureRequest(grant, this->now(), who.keys.sign)
                                                 : evidence::makeErasureAnswer(grant, who.holder, reason, this->now(), who.keys.sign));
    const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("statement"), QString::fromLatin1(statement)},
                                                      {QStringLiteral("device"), who.device.text()}})
                                .toJson(QJsonDocument::Compact);
    const QJsonObject person = json.value(QLatin1String(row->mine ? "to" : "from")).toObject();
    CARRIEL_CHECK(noted(QLatin1String("share.") + kind, id, person.value(QLatin1String("name")).toString(),
                        [&] { return m_rows.addAct({m_mailbox.newId(), id, kind, body, this->now()}); }));
    Q_EMIT changed();
    return {};
}

} // namespace carriel::shares
