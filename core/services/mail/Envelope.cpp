// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mail/Envelope.h"

#include "core/crypto/StrictJson.h"
#include "core/remote/WireValues.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::mail {

namespace {

constexpr qsizetype maxEnvelope = 8 << 20;

QByteArray jws(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().toLatin1();
}

} // namespace

Result<Envelope> readEnvelope(const QByteArray &json)
{
    CARRIEL_TRY(const QJsonObject o, crypto::parseStrictObject(json, maxEnvelope));
    Envelope out;
    CARRIEL_TRY(out.id, remote::wire::id(o, "id"));
    CARRIEL_TRY(out.rev, remote::wire::number(o, "rev", 1));
    CARRIEL_TRY(out.state, remote::wire::text(o, "state", 40));
    const QJsonObject entity = o.value(QLatin1String("entity")).toObject();
    out.entityId = entity.value(QLatin1String("id")).toString();
    out.entityName = entity.value(QLatin1String("name")).toString();
    const QJsonObject procedure = o.value(QLatin1String("procedure")).toObject();
    out.procedureId = procedure.value(QLatin1String("id")).toString();
    out.procedureTitle = procedure.value(QLatin1String("title")).toString();
    out.received = QDateTime::fromString(o.value(QLatin1String("received")).toString(), Qt::ISODateWithMs);
    const QJsonObject blob = o.value(QLatin1String("blob")).toObject();
    CARRIEL_TRY(out.blob, remote::wire::id(blob, "id"));
    CARRIEL_TRY(out.blobSize, remote::wire::number(blob, "size"));
    out.seal = jws(o, "seal");
    out.certificate = jws(o, "certificate");
    out.dispute = jws(o, "dispute");
    const QJsonObject made = o.value(QLatin1String("acknowledgement")).toObject();
    out.receipt = jws(made, "receipt");
    out.device = jws(made, "device");
    out.idToken = jws(made, "id_token");
    for (const QJsonValue &value : o.value(QLatin1String("evidence")).toArray()) {
        const QJsonObject one = value.toObject();
        out.records.append({jws(one, "jws"), QByteArray::fromBase64(jws(one, "tst"))});
    }
    return out;
}

bool mayFollow(const Envelope &before, const Envelope &now)
{
    return before.seal == now.seal && evidence::continues(before.records, now.records) &&
           (before.receipt.isEmpty() || before.receipt == now.receipt);
}

QByteArray withHandover(const QByteArray &json, const QJsonObject &evidence, const QJsonObject &acknowledgement)
{
    QJsonObject o = QJsonDocument::fromJson(json).object();
    QJsonArray chain = o.value(QLatin1String("evidence")).toArray();
    const QByteArray record = jws(evidence, "jws");
    const auto read = evidence::readRecord(record);
    const QByteArray last = chain.isEmpty() ? QByteArray() : jws(chain.last().toObject(), "jws");
    // A record further on comes with those between by the feed.
    if (!read || read.value().prev != evidence::digestOf(last))
        return json;
    chain.append(evidence);
    o.insert(QStringLiteral("evidence"), chain);
    o.insert(QStringLiteral("acknowledgement"), acknowledgement);
    o.insert(QStringLiteral("state"), QStringLiteral("Accessed"));
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

evidence::Proof proofOf(const vault::NotificationRow &row, const Envelope &envelope, const QByteArray &directory,
                        const QList<vault::ConsentRow> &consents)
{
    evidence::Proof proof;
    proof.seal = envelope.seal;
    proof.records = envelope.records;
    proof.receipt = envelope.receipt.isEmpty() ? row.receipt : envelope.receipt;
    proof.device = envelope.receipt.isEmpty() ? row.device : envelope.device;
    proof.idToken = envelope.receipt.isEmpty() ? row.idToken : envelope.idToken;
    proof.certificate = envelope.certificate;
    proof.dispute = envelope.dispute;
    proof.directory = directory;
    proof.salt = row.salt;
    proof.content = row.content;
    const auto seal = evidence::readSeal(envelope.seal);
    for (const vault::ConsentRow &consent : consents) {
        const QJsonObject given =
            QJsonDocument::fromJson(consent.json).object().value(QLatin1String("given")).toObject();
        const QByteArray statement = jws(given, "statement");
        if (seal && !statement.isEmpty() && evidence::digestOf(statement) == seal.value().consent)
            proof.consent = statement;
    }
    return proof;
}

} // namespace carriel::mail
