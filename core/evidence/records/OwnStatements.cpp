// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the person's computer signs: the receipt and the dispute.
#include "core/crypto/Base64Url.h"
#include "core/evidence/records/Statements.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace carriel::evidence {

namespace {

QString latin(QByteArrayView text)
{
    return QString::fromLatin1(text.data(), text.size());
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// Part of what is signed, so it is one text in the language of the law, not a translation.
const char receiptText[] =
    "Acuso recibo de esta notificaci\xC3\xB3n y pido su contenido. Este acuse no tiene efecto si el operador "
    "no lo registra como acceso.";

} // namespace

QByteArray receiptPayload(const Seal &seal, const ReceiptOrder &order, const crypto::PublicKey &key)
{
    const QJsonObject consignment{{QStringLiteral("notification"), seal.id},
                                  {QStringLiteral("seal_sha256"), latin(seal.digest)},
                                  {QStringLiteral("head"), latin(order.head)},
                                  {QStringLiteral("challenge"), order.challenge},
                                  {QStringLiteral("warning_sha256"), latin(seal.warning)},
                                  {QStringLiteral("regime"), seal.regime}};
    QJsonObject payload{
        {QStringLiteral("iss"), QString(QLatin1String("urn:carpeta:key:") + latin(key.thumbprint()))},
        {QStringLiteral("jti"), order.id},
        {QStringLiteral("sub"), seal.holder},
        {QStringLiteral("iat"), order.now.toSecsSinceEpoch()},
        {QStringLiteral("text"), QString::fromUtf8(receiptText)},
        {QStringLiteral("events"), QJsonObject{{QString(event::consignment), consignment}}}};
    if (!order.actor.isEmpty())
        payload.insert(QStringLiteral("act"),
                       QJsonObject{{QStringLiteral("sub"), order.actor},
                                   {QStringLiteral("mandate"), order.mandate},
                                   {QStringLiteral("mandate_sha256"), latin(order.mandateDigest)}});
    return compact(payload);
}

Result<QByteArray> makeReceipt(const Seal &seal, const ReceiptOrder &order, const crypto::PrivateKey &deviceKey)
{
    return crypto::signJws(deviceKey, "secevent+jwt", receiptPayload(seal, order, deviceKey.publicKey()));
}

QString name(DisputeReason reason)
{
    switch (reason) {
    case DisputeReason::Key:
        return QStringLiteral("key");
    case DisputeReason::Cipher:
        return QStringLiteral("cipher");
    case DisputeReason::Plain:
        return QStringLiteral("plain");
    case DisputeReason::Package:
        return QStringLiteral("package");
    case DisputeReason::Signature:
        return QStringLiteral("signature");
    }
    return {};
}

Result<QByteArray> makeDispute(const Seal &seal, const QByteArray &handover, DisputeReason reason, QByteArrayView key,
                               const QDateTime &now, const crypto::PrivateKey &deviceKey)
{
    const QJsonObject payload{
        {QStringLiteral("v"), 1},
        {QStringLiteral("id"), seal.id},
        {QStringLiteral("sub"), seal.holder},
        {QStringLiteral("iat"), now.toSecsSinceEpoch()},
        {QStringLiteral("reason"), name(reason)},
        {QStringLiteral("seal_sha256"), latin(seal.digest)},
        {QStringLiteral("evidence_sha256"), latin(handover)},
        {QStringLiteral("a"), key.isEmpty() ? QJsonValue() : QJsonValue(latin(crypto::toBase64Url(key)))}};
    return crypto::signJws(deviceKey, "carpeta-dispute+json", compact(payload));
}

} // namespace carriel::evidence
