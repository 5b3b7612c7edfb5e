// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mail/Envelope.h"

#include "core/crypto/StrictJson.h"
#include "core/remote/WireValues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

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
    out.unconfirmed = o.value(QLatin1String("unconfirmed")).toBool();
    for (const QJsonValue &value : o.value(QLatin1String("evidence")).toArray()) {
        const QJsonObject one = value.toObject();
        out.records.append({jws(one, "jws"), QByteArray::fromBase64(jws(one, "tst"))});
    }
    return out;
}

bool mayFollow(const Envelope &before, const Envelope &now)
{
    const auto kept = [](const QByteArray &was, const QByteArray &is) { return was.isEmpty() || was == is; };
    for (qsizetype i = 0; i < std::min(before.records.size(), now.records.size()); ++i) {
        if (!kept(before.records.at(i).stamp, now.records.at(i).stamp))
            return false;
    }
    return before.seal == now.seal && evidence::continues(before.records, now.records) &&
           kept(before.receipt, now.receipt) && kept(before.device, now.device) && kept(before.idToken, now.idToken) &&
           kept(before.certificate, now.certificate) && kept(before.dispute, now.dispute);
}

bool hasHandover(const Envelope &envelope, const std::optional<evidence::Directory> &directory)
{
    return std::any_of(envelope.records.begin(), envelope.records.end(), [&](const evidence::ProofRecord &raw) {
        const auto record = evidence::readRecord(raw.jws);
        if (!record || record.value().eventName != evidence::event::handover ||
            record.value().notification != envelope.id || !directory)
            return false;
        const evidence::ListedKey *key =
            directory->operatorParty.find(record.value().signer.kid, QLatin1String("sign"), record.value().ingested);
        return key && crypto::verifyJws(raw.jws, key->key, "secevent+jwt").ok();
    });
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
    o.insert(QStringLiteral("unconfirmed"), true);
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
    if (proof.idToken == row.idToken) // this computer's own login
        proof.idProviderKeys = row.idProviderKeys;
    proof.certificate = envelope.certificate;
    proof.dispute = envelope.dispute;
    proof.directory = directory;
    proof.salt = row.salt;
    const auto seal = evidence::readSeal(envelope.seal);
    for (const vault::ConsentRow &consent : consents) {
        const QJsonObject given =
            QJsonDocument::fromJson(consent.json).object().value(QLatin1String("given")).toObject();
        const QByteArray statement = jws(given, "statement");
        if (seal && !statement.isEmpty() && evidence::digestOf(statement) == seal.value().consent) {
            proof.consent = statement;
            proof.consentDevice = jws(given, "device");
            proof.consentText = QJsonDocument::fromJson(consent.json)
                                    .object()
                                    .value(QLatin1String("text"))
                                    .toObject()
                                    .value(QLatin1String("text"))
                                    .toString()
                                    .toUtf8();
        }
    }
    return proof;
}

} // namespace carriel::mail
