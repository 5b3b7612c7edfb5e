// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The protocol's example of one notification from deposit to opening, with all its keys, made by another
// implementation; and the means to write what an operator or an entity that lies would.
#pragma once

#include "core/evidence/proof/Proof.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::test {

inline crypto::PrivateKey p256(const QJsonObject &jwk)
{
    const auto decoded = [&](const char *name) {
        return QByteArray::fromBase64(jwk.value(QLatin1String(name)).toString().toLatin1(),
                                      QByteArray::Base64UrlEncoding);
    };
    const QByteArray der =
        QByteArray::fromHex("308187020100301306072a8648ce3d020106082a8648ce3d030107046d306b0201010420") + decoded("d") +
        QByteArray::fromHex("a14403420004") + decoded("x") + decoded("y");
    return crypto::PrivateKey::fromPkcs8(der).value();
}

inline QString b64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}

struct Vector
{
    QJsonObject all;
    crypto::PrivateKey operatorKey, deviceKey, entityKey;
    evidence::Proof proof;
    QByteArray cipher, a;

    static Vector read()
    {
        QFile file(QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/examples/OpeningVector.sealed1.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no vector");
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        const auto object = [&](const char *name) { return all.value(QLatin1String(name)).toObject(); };
        Vector v{all, p256(object("operator")), p256(object("device_sign")), p256(object("entity_sign")), {}, {}, {}};
        const auto bytes = [&](const char *name) { return all.value(QLatin1String(name)).toString().toLatin1(); };
        v.proof.seal = bytes("seal");
        v.proof.receipt = bytes("receipt");
        v.proof.device = bytes("device");
        v.proof.directory = bytes("directory");
        v.proof.salt = QByteArray::fromBase64(bytes("salt"), QByteArray::Base64UrlEncoding);
        v.proof.content = QByteArray::fromBase64(bytes("package"));
        v.cipher = QByteArray::fromBase64(bytes("cipher"));
        v.a = QByteArray::fromBase64(bytes("a"), QByteArray::Base64UrlEncoding);
        for (const QJsonValue &jws : all.value(QLatin1String("evidence")).toArray())
            v.proof.records.append({jws.toString().toLatin1(), {}});
        v.proof.certificate = object("notification").value(QLatin1String("certificate")).toString().toLatin1();
        return v;
    }

    // The same with what came to it later: the stamps, and the consent that the seal names.
    static Vector complete()
    {
        Vector v = read();
        const QJsonArray stamps = v.all.value(QLatin1String("stamps")).toArray();
        for (qsizetype i = 0; i < stamps.size(); ++i)
            v.proof.records[i].stamp = QByteArray::fromBase64(stamps.at(i).toString().toLatin1());
        v.proof.consent = v.all.value(QLatin1String("consent")).toString().toLatin1();
        v.proof.consentDevice = v.proof.device; // one computer signed both
        return v;
    }

    evidence::Anchors anchors() const
    {
        evidence::Anchors out;
        out.keys.append(operatorKey.publicKey().thumbprint());
        return out;
    }
    evidence::Anchors anchorsWithStamps() const
    {
        evidence::Anchors out = anchors();
        out.store.add(signing::TrustAnchor{
            crypto::Certificate::fromDer(
                QByteArray::fromBase64(all.value(QLatin1String("stamp_ca")).toString().toLatin1()))
                .value(),
            false,
            {},
            {}});
        return out;
    }

    static QJsonObject payload(const QByteArray &compact)
    {
        return QJsonDocument::fromJson(crypto::readUnverifiedJws(compact).value().payload).object();
    }

    // The same statement with other members, signed again by `key`.
    static QByteArray again(const QByteArray &compact, const QJsonObject &changes, const crypto::PrivateKey &key,
                            QJsonObject header = {})
    {
        const crypto::Jws jws = crypto::readUnverifiedJws(compact).value();
        QJsonObject body = QJsonDocument::fromJson(jws.payload).object();
        for (auto one = changes.begin(); one != changes.end(); ++one) {
            if (one.value().isUndefined())
                body.remove(one.key());
            else
                body.insert(one.key(), one.value());
        }
        for (const QString &name : jws.header.keys()) {
            if (name != QLatin1String("alg") && name != QLatin1String("typ") && name != QLatin1String("kid"))
                header.insert(name, jws.header.value(name));
        }
        return crypto::signJws(key, jws.header.value(QLatin1String("typ")).toString().toLatin1(),
                               QJsonDocument(body).toJson(QJsonDocument::Compact), header)
            .value();
    }

    // Signs the records again so that each follows the one before; what an operator could do that rewrites its history.
    void relink(qsizetype from = 0)
    {
        for (qsizetype i = from; i < proof.records.size(); ++i) {
            QJsonObject changes{{QStringLiteral("seq"), int(i + 1)}};
            changes.insert(QStringLiteral("prev"),
                           i == 0 ? QJsonValue(QJsonValue::Undefined)
                                  : QJsonValue(b64(evidence::digestOf(proof.records.at(i - 1).jws))));
            if (i == 0) {
                QJsonObject body = payload(proof.records.at(0).jws);
                body.remove(QStringLiteral("prev"));
            }
            proof.records[i].jws = again(proof.records.at(i).jws, changes, operatorKey);
        }
    }
};

inline QStringList defects(const evidence::ProofReport &report)
{
    QStringList out;
    for (const evidence::Finding &finding : report.findings) {
        if (finding.weight == evidence::Weight::Broken)
            out.append(finding.defect);
    }
    return out;
}

} // namespace carriel::test
