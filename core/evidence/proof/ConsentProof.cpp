// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/proof/ConsentProof.h"

#include "core/crypto/StrictJson.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/EvidencePackage.h"
#include "core/evidence/proof/Signers.h"
#include "core/evidence/records/Claims.h"
#include "core/signing/asic/Zip.h"

namespace carriel::evidence {

namespace {

const char readMe[] =
    "Prueba de un consentimiento para ser notificado por medios electr\xC3\xB3nicos\n"
    "Proof of a consent to be notified electronically\n\n"
    "texto.txt: lo que se mostr\xC3\xB3 / the text that was shown. Su huella / its digest, base64url SHA-256 = "
    "text_sha256 of given.jws.\n"
    "given, withdrawn: firmados por el equipo de la persona / signed by the person's device.\n"
    "given-receipt, withdrawn-receipt: firmados por el operador / signed by the operator; refs = base64url SHA-256 of "
    "the statement's .jws.\n\n"
    "  openssl dgst -sha256 -verify keys/KID.pem -signature X.der X.tbs\n"
    "X.jws = X.tbs . base64url(signature); KID: header of X.jws.\n";

ConsentAct actOf(const QJsonObject &object)
{
    const auto text = [&object](const char *name) { return object.value(QLatin1String(name)).toString().toLatin1(); };
    return {text("statement"), text("device"), text("receipt")};
}

QByteArray pem(const crypto::PublicKey &key)
{
    QByteArray out = "-----BEGIN PUBLIC KEY-----\n";
    const QByteArray text = key.toSpki().toBase64();
    for (qsizetype i = 0; i < text.size(); i += 64)
        out += text.mid(i, 64) + '\n';
    return out + "-----END PUBLIC KEY-----\n";
}

class Checker
{
public:
    Checker(const ConsentProof &proof, const Anchors &anchors) : m_proof(proof), m_signers(anchors, m_report.findings)
    {
        m_signers.readDirectory(proof.directory);
    }

    ConsentReport run()
    {
        m_report.textDigest = digestOf(m_proof.text.toUtf8());
        m_report.given = check(m_proof.given, QStringLiteral("given"), "give", "urn:carpeta:event:Consent");
        if (m_proof.withdrawn)
            m_report.withdrawn = check(*m_proof.withdrawn, QStringLiteral("withdrawn"), "withdraw",
                                       "urn:carpeta:event:ConsentWithdrawal");
        m_report.verdict = ProofVerdict::Good;
        for (const Finding &finding : std::as_const(m_report.findings)) {
            if (finding.weight == Weight::Broken)
                m_report.verdict = ProofVerdict::Broken;
            else if (finding.weight == Weight::Open && m_report.verdict == ProofVerdict::Good)
                m_report.verdict = ProofVerdict::Unanchored;
        }
        return std::move(m_report);
    }

private:
    // What the operator's receipt says of the moment.
    QDateTime check(const ConsentAct &act, const QString &where, const char *action, const char *event)
    {
        statement(act, where, action);
        return receipt(act, where, event);
    }

    void broken(const char *defect, const QString &where) { m_signers.add(Weight::Broken, defect, where); }

    void statement(const ConsentAct &act, const QString &where, const char *action)
    {
        const auto device = readDevice(act.device);
        if (!device)
            return broken("bad_device", where);
        m_signers.checkOperator(act.device, device.value().signer, "carpeta-device+json", device.value().issued, where);
        const auto jws = crypto::verifyJws(act.statement, device.value().sign, "carpeta-consent+json");
        if (!jws)
            return broken("bad_signature", where);
        const auto payload = crypto::parseStrictObject(jws.value().payload);
        if (!payload)
            return broken("bad_form", where);
        Claims claims(payload.value(), "consent");
        claims.must(claims.text("id", 64) == m_proof.id, "id");
        claims.must(claims.text("action", 16) == QLatin1String(action), "action");
        claims.must(claims.text("sub", 64) == device.value().holder, "sub");
        claims.must(claims.text("entity", 64) == m_proof.entity, "entity");
        claims.must(claims.text("procedure", 64) == m_proof.procedure, "procedure");
        claims.must(claims.digest("text_sha256") == m_report.textDigest, "text_sha256");
        if (&act != &m_proof.given)
            claims.must(claims.digest("given_sha256") == digestOf(m_proof.given.statement), "given_sha256");
        if (!claims.outcome())
            broken("mismatch", where);
    }

    QDateTime receipt(const ConsentAct &act, const QString &where, const char *event)
    {
        const auto jws = crypto::readUnverifiedJws(act.receipt);
        const auto payload = jws ? crypto::parseStrictObject(jws.value().payload) : Result<QJsonObject>(jws.error());
        const auto signer = jws ? signerOf(jws.value()) : Result<Signer>(jws.error());
        if (!payload || !signer) {
            broken("bad_receipt", where);
            return {};
        }
        Claims claims(payload.value(), "consent receipt");
        const QDateTime when = claims.time("toe");
        claims.must(claims.text("txn", 64) == m_proof.id, "txn");
        claims.must(claims.object("events").keys() == QStringList{QLatin1String(event)}, "events");
        QByteArrayList refs;
        for (const QJsonValue &ref : claims.array("refs", 8))
            refs.append(ref.toObject().value(QLatin1String("sha256")).toString().toLatin1());
        if (!claims.outcome())
            broken("bad_receipt", where);
        if (!refs.contains(digestOf(act.statement)))
            broken("missing_reference", where);
        m_signers.checkOperator(act.receipt, signer.value(), "secevent+jwt", when, where);
        return when;
    }

    const ConsentProof &m_proof;
    ConsentReport m_report;
    Signers m_signers;
};

} // namespace

Result<ConsentProof> readConsentProof(const QByteArray &json)
{
    CARRIEL_TRY(const QJsonObject object, crypto::parseStrictObject(json));
    Claims claims(object, "consent");
    ConsentProof out;
    out.id = claims.text("id", 64);
    out.entity = claims.object("entity").value(QLatin1String("id")).toString();
    out.procedure = claims.object("procedure").value(QLatin1String("id")).toString();
    out.text = claims.object("text").value(QLatin1String("text")).toString();
    out.given = actOf(claims.object("given"));
    if (object.value(QLatin1String("withdrawn")).isObject())
        out.withdrawn = actOf(object.value(QLatin1String("withdrawn")).toObject());
    CARRIEL_CHECK(claims.outcome());
    return out;
}

ConsentReport checkConsent(const ConsentProof &proof, const Anchors &anchors)
{
    return Checker(proof, anchors).run();
}

Result<QByteArray> consentPackage(const ConsentProof &proof, const QDateTime &time)
{
    QByteArray out;
    signing::ZipWriter zip(
        [&out](QByteArrayView part) -> Outcome {
            out += part;
            return {};
        },
        time);
    QList<crypto::PublicKey> keys;
    const auto statement = [&zip](const QString &name, const QByteArray &compact) -> Outcome {
        if (compact.isEmpty())
            return {};
        CARRIEL_CHECK(zip.add(QString(name + QLatin1String(".jws")), compact));
        if (const auto twin = twinOf(compact)) {
            CARRIEL_CHECK(zip.add(QString(name + QLatin1String(".tbs")), twin->toBeSigned));
            CARRIEL_CHECK(zip.add(QString(name + QLatin1String(".der")), twin->signature));
        }
        return {};
    };
    const auto whole = [&](const QString &name, const ConsentAct &act) -> Outcome {
        CARRIEL_CHECK(statement(name, act.statement));
        CARRIEL_CHECK(statement(QString(name + QLatin1String("-device")), act.device));
        CARRIEL_CHECK(statement(QString(name + QLatin1String("-receipt")), act.receipt));
        if (const auto device = readDevice(act.device))
            keys.append(device.value().sign);
        return {};
    };
    CARRIEL_CHECK(zip.add(QStringLiteral("LEAME.txt"), readMe));
    CARRIEL_CHECK(zip.add(QStringLiteral("texto.txt"), proof.text.toUtf8()));
    CARRIEL_CHECK(whole(QStringLiteral("given"), proof.given));
    if (proof.withdrawn)
        CARRIEL_CHECK(whole(QStringLiteral("withdrawn"), *proof.withdrawn));
    CARRIEL_CHECK(statement(QStringLiteral("directory"), proof.directory));
    if (const auto directory = readDirectory(proof.directory)) {
        for (const ListedKey &key : directory.value().operatorParty.keys)
            keys.append(key.key);
    }
    QByteArrayList seen;
    for (const crypto::PublicKey &key : std::as_const(keys)) {
        if (seen.contains(key.thumbprint()))
            continue;
        seen.append(key.thumbprint());
        CARRIEL_CHECK(
            zip.add(QStringLiteral("keys/%1.pem").arg(QString::fromLatin1(key.thumbprint().left(64))), pem(key)));
    }
    CARRIEL_CHECK(zip.finish());
    return out;
}

} // namespace carriel::evidence
