// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Base64Url.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/Guide.h"
#include "core/evidence/proof/EvidencePackage.h"
#include "core/signing/asic/AsicManifest.h"
#include "core/signing/asic/Zip.h"

#include <algorithm>

namespace carriel::evidence {

namespace {

// A DER INTEGER of an unsigned number.
QByteArray integer(QByteArray bytes)
{
    while (bytes.size() > 1 && bytes.at(0) == 0)
        bytes.remove(0, 1);
    if (uchar(bytes.at(0)) & 0x80)
        bytes.prepend('\0');
    return QByteArray(1, '\x02') + char(bytes.size()) + bytes;
}

QByteArray pem(const QByteArray &der)
{
    QByteArray out = "-----BEGIN PUBLIC KEY-----\n";
    const QByteArray text = der.toBase64();
    for (qsizetype i = 0; i < text.size(); i += 64)
        out += text.mid(i, 64) + '\n';
    return out + "-----END PUBLIC KEY-----\n";
}

QString safe(const QByteArray &kid)
{
    return QString::fromLatin1(kid.left(64)).replace(QLatin1Char('/'), QLatin1Char('_'));
}

} // namespace

std::optional<Twin> twinOf(QByteArrayView compact)
{
    const auto jws = crypto::readUnverifiedJws(compact);
    if (!jws)
        return {};
    const qsizetype dot = compact.lastIndexOf('.');
    auto signature = crypto::fromBase64Url(compact.sliced(dot + 1));
    if (!signature)
        return {};
    Twin twin{compact.first(dot).toByteArray(), std::move(signature).value()};
    if (jws.value().alg == "ES256") {
        if (twin.signature.size() != 64)
            return {};
        const QByteArray both = integer(twin.signature.left(32)) + integer(twin.signature.mid(32));
        twin.signature = QByteArray(1, '\x30') + char(both.size()) + both;
    }
    return twin;
}

void EvidencePackage::add(const QString &name, const QByteArray &content, const char *type)
{
    if (content.isEmpty())
        return;
    m_files.append({name, content});
    m_types.append(type);
}

void EvidencePackage::statement(const QString &name, const QByteArray &compact)
{
    if (compact.isEmpty())
        return;
    add(name + QLatin1String(name == QLatin1String("id_token") ? ".jwt" : ".jws"), compact, "application/jose");
    if (const auto twin = twinOf(compact)) {
        add(name + QLatin1String(".tbs"), twin->toBeSigned, "application/octet-stream");
        add(name + QLatin1String(".der"), twin->signature, "application/octet-stream");
    }
}

void EvidencePackage::addRecords(const QList<ProofRecord> &records)
{
    int number = 0;
    for (const ProofRecord &raw : records) {
        const auto record = readRecord(raw.jws);
        const QString full = record ? record.value().eventName : QString();
        const QString event =
            full.mid(std::max(full.lastIndexOf(QLatin1Char('/')), full.lastIndexOf(QLatin1Char(':'))) + 1);
        const QString name = QStringLiteral("%1-%2").arg(++number, 2, 10, QLatin1Char('0')).arg(safe(event.toLatin1()));
        statement(name, raw.jws);
        add(name + QLatin1String(".tst"), raw.stamp, "application/vnd.etsi.timestamp-token");
    }
}

Result<EvidencePackage> EvidencePackage::of(const Proof &proof)
{
    if (!readSeal(proof.seal))
        return Error{errors::badEvidence, {{QStringLiteral("reason"), QStringLiteral("seal")}}, {}};
    EvidencePackage out;
    out.add(QStringLiteral("LEAME.txt"), guide(), "text/plain");
    out.statement(QStringLiteral("seal"), proof.seal);
    out.addRecords(proof.records);
    out.statement(QStringLiteral("receipt"), proof.receipt);
    out.statement(QStringLiteral("device"), proof.device);
    out.statement(QStringLiteral("id_token"), proof.idToken);
    out.add(QStringLiteral("jwks.json"), proof.idProviderKeys, "application/json");
    out.statement(QStringLiteral("certificate"), proof.certificate);
    out.statement(QStringLiteral("dispute"), proof.dispute);
    out.statement(QStringLiteral("consent"), proof.consent);
    out.statement(QStringLiteral("consent-device"), proof.consentDevice);
    out.add(QStringLiteral("warning.txt"), proof.warningText, "text/plain");
    out.add(QStringLiteral("consent.txt"), proof.consentText, "text/plain");
    out.statement(QStringLiteral("directory"), proof.directory);
    out.add(QStringLiteral("salt.bin"), proof.salt, "application/octet-stream");
    out.add(QStringLiteral("content.asice"), proof.content, "application/vnd.etsi.asic-e+zip");
    out.add(QStringLiteral("cipher.bin"), proof.cipher, "application/octet-stream");
    QList<crypto::PublicKey> keys;
    if (const auto directory = readDirectory(proof.directory)) {
        for (const ListedKey &key : directory.value().operatorParty.keys)
            keys.append(key.key);
        const auto seal = readSeal(proof.seal);
        if (const Party *entity = directory.value().entity(seal.value().entity)) {
            for (const ListedKey &key : entity->keys)
                keys.append(key.key);
        }
    }
    for (const QByteArray &one : {proof.device, proof.consentDevice}) {
        if (const auto device = readDevice(one))
            keys.append(device.value().sign);
    }
    const auto receipt = readReceipt(proof.receipt);
    const QList<QByteArray> signer = receipt ? receipt.value().signer.chain : QList<QByteArray>();
    if (const auto key = signer.isEmpty() ? Result<crypto::PublicKey>(Error{})
                                          : crypto::PublicKey::fromCertificate(signer.first()))
        keys.append(key.value());
    out.addKeys(keys);
    out.addLoginKey(proof);
    int place = 0;
    const auto seal = readSeal(proof.seal);
    for (const QByteArray &der : seal.value().signer.chain)
        out.add(QStringLiteral("certs/seal-%1.der").arg(++place), der, "application/pkix-cert");
    place = 0;
    for (const QByteArray &der : signer)
        out.add(QStringLiteral("certs/receipt-%1.der").arg(++place), der, "application/pkix-cert");
    out.list();
    return out;
}

void EvidencePackage::addKeys(const QList<crypto::PublicKey> &keys)
{
    QByteArrayList seen;
    for (const crypto::PublicKey &key : keys) {
        if (seen.contains(key.thumbprint()))
            continue;
        seen.append(key.thumbprint());
        add(QLatin1String("keys/") + safe(key.thumbprint()) + QLatin1String(".pem"), pem(key.toSpki()),
            "application/x-pem-file");
    }
}

// By the name that the token's header gives it, as the guide says.
void EvidencePackage::addLoginKey(const Proof &proof)
{
    const auto token = crypto::readUnverifiedJws(proof.idToken);
    const auto provider = crypto::JwkSet::parse(proof.idProviderKeys);
    const crypto::PublicKey *key =
        token && provider ? provider.value().find(token.value().kid, token.value().keyType()) : nullptr;
    const QString name = key ? QLatin1String("keys/") + safe(token.value().kid) + QLatin1String(".pem") : QString();
    const bool there = std::any_of(m_files.begin(), m_files.end(), [&](const auto &one) { return one.first == name; });
    if (key && !token.value().kid.isEmpty() && !there)
        add(name, pem(key->toSpki()), "application/x-pem-file");
}

void EvidencePackage::list()
{
    signing::AsicManifest manifest{QStringLiteral("META-INF/timestamp.tst"), {}};
    for (qsizetype i = 0; i < m_files.size(); ++i)
        manifest.entries.append({m_files.at(i).first, QString::fromLatin1(m_types.at(i)), crypto::HashKind::Sha256,
                                 crypto::hashOf(crypto::HashKind::Sha256, m_files.at(i).second)});
    m_manifest = signing::written(manifest);
}

Result<QByteArray> EvidencePackage::bytes(const QByteArray &token, const QDateTime &time) const
{
    QByteArray out;
    CARRIEL_CHECK(write(
        [&out](QByteArrayView part) -> Outcome {
            out += part;
            return {};
        },
        token, time));
    return out;
}

Outcome EvidencePackage::write(const std::function<Outcome(QByteArrayView)> &sink, const QByteArray &token,
                               const QDateTime &time) const
{
    signing::ZipWriter zip(sink, time);
    CARRIEL_CHECK(zip.add(QStringLiteral("mimetype"), "application/vnd.etsi.asic-e+zip"));
    for (const auto &[name, content] : m_files)
        CARRIEL_CHECK(zip.add(name, content));
    CARRIEL_CHECK(zip.add(QStringLiteral("META-INF/ASiCManifest.xml"), m_manifest));
    if (!token.isEmpty())
        CARRIEL_CHECK(zip.add(QStringLiteral("META-INF/timestamp.tst"), token));
    return zip.finish();
}

} // namespace carriel::evidence
