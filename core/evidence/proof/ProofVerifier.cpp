// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/StrictJson.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/ChainCheck.h"
#include "core/evidence/proof/ReceiptSigner.h"
#include "core/evidence/proof/SealedPackage.h"

#include <algorithm>
#include <array>

namespace carriel::evidence {

namespace {

struct Named
{
    DeliveryState state;
    const char *name;
};
constexpr std::array names{
    Named{DeliveryState::Unknown, "Unknown"},       Named{DeliveryState::Submitted, "Submitted"},
    Named{DeliveryState::Available, "Available"},   Named{DeliveryState::Accessed, "Accessed"},
    Named{DeliveryState::Certified, "Certified"},   Named{DeliveryState::Cancelled, "Cancelled"},
    Named{DeliveryState::OtherMeans, "OtherMeans"}, Named{DeliveryState::NotAccessed, "NotAccessed"}};

class Verifier
{
public:
    Verifier(const Proof &proof, const Anchors &anchors)
        : m_proof(proof), m_anchors(anchors), m_signers(anchors, m_report.findings),
          m_chain(proof, anchors, m_signers, m_report)
    {
    }
    ProofReport run();

private:
    void seal();
    void receipt();
    void consent();
    void dispute();
    void tried();
    void device(const Receipt &receipt);
    void idToken(const Receipt &receipt);
    void untold();
    void certificate();
    void content();
    void broken(const char *defect, const char *where) { m_signers.add(Weight::Broken, defect, QLatin1String(where)); }

    const Proof &m_proof;
    const Anchors &m_anchors;
    ProofReport m_report;
    Signers m_signers;
    ChainCheck m_chain;
};

void Verifier::seal()
{
    auto read = readSeal(m_proof.seal);
    if (!read)
        return broken("bad_form", "seal");
    const Seal &seal = read.value();
    m_signers.checkEntity(m_proof.seal, seal.signer, "carpeta-seal+json", seal.entity, seal.issued,
                          QStringLiteral("seal"));
    if (m_signers.directory() && seal.audience != m_signers.directory()->operatorIssuer)
        broken("foreign_operator", "seal");
    // Nobody is notified by what calls itself a communication, and no notification is without legal effects.
    if ((seal.kind == QLatin1String("notification")) == (seal.regime == QLatin1String("comunicacion")))
        broken("mismatch", "seal");
    if (!m_proof.warningText.isEmpty() && digestOf(m_proof.warningText) != seal.warning)
        broken("wrong_reference", "warning");
    m_report.seal = std::move(read).value();
    consent();
}

QJsonObject unverified(const QByteArray &compact)
{
    const auto form = crypto::readUnverifiedJws(compact);
    return form ? crypto::parseStrictObject(form.value().payload).valueOr({}) : QJsonObject();
}

// How sure a login is; -1: by a name that nobody knows here.
qsizetype rankOf(const QString &acr)
{
    static const QStringList order{QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high"),
                                   QStringLiteral("very-high")};
    return order.indexOf(acr.section(QLatin1Char(':'), -1));
}

// Whether the statement says this of each; who signed it is another question.
bool says(const QJsonObject &payload, std::initializer_list<std::pair<const char *, QString>> members)
{
    return std::all_of(members.begin(), members.end(), [&](const auto &member) {
        return payload.value(QLatin1String(member.first)).toString() == member.second;
    });
}

// Nobody is notified by this means who has not agreed to it, in this procedure, with this entity.
void Verifier::consent()
{
    const Seal &seal = *m_report.seal;
    if (seal.kind == QLatin1String("notification") && seal.consent.isEmpty())
        m_signers.add(Weight::Open, "missing_reference", QStringLiteral("consent"));
    if (m_proof.consent.isEmpty() && !m_proof.consentText.isEmpty()) // of which consent?
        broken("wrong_reference", "consent");
    if (seal.consent.isEmpty())
        return;
    if (m_proof.consent.isEmpty()) // the seal names it all the same
        return m_signers.add(Weight::Note, "consent_absent", QStringLiteral("consent"));
    if (digestOf(m_proof.consent) != seal.consent ||
        !says(unverified(m_proof.consent), {{"action", QStringLiteral("give")},
                                            {"sub", seal.holder},
                                            {"entity", seal.entity},
                                            {"procedure", seal.procedure}}))
        broken("wrong_reference", "consent");
    if (!m_proof.consentText.isEmpty() &&
        !says(unverified(m_proof.consent), {{"text_sha256", QString::fromLatin1(digestOf(m_proof.consentText))}}))
        broken("wrong_reference", "consent");
    // Without the computer that signed it nobody can say whose statement this is; older packages are like that.
    if (m_proof.consentDevice.isEmpty())
        return m_signers.add(Weight::Open, "consent_unproven", QStringLiteral("consent"));
    const auto device = readDevice(m_proof.consentDevice);
    if (!device || device.value().holder != seal.holder)
        return broken("bad_device", "consent");
    m_signers.checkOperator(m_proof.consentDevice, device.value().signer, "carpeta-device+json", device.value().issued,
                            QStringLiteral("consent"));
    if (!crypto::verifyJws(m_proof.consent, device.value().sign, "carpeta-consent+json"))
        broken("bad_signature", "consent");
}

void Verifier::dispute()
{
    if (m_proof.dispute.isEmpty())
        return;
    const Seal &seal = *m_report.seal;
    if (!m_report.handover ||
        !says(unverified(m_proof.dispute), {{"id", seal.id},
                                            {"sub", seal.holder},
                                            {"seal_sha256", QString::fromLatin1(seal.digest)},
                                            {"evidence_sha256", QString::fromLatin1(m_report.handover->digest)}}))
        broken("wrong_reference", "dispute");
    m_report.disputed = unverified(m_proof.dispute).value(QLatin1String("reason")).toString().left(40);
    tried();
}

// Whoever has the key and the bytes that were handed over sees for himself that they are not what was sealed. That the
// key itself was another one than sealed is the person's word alone.
void Verifier::tried()
{
    const Seal &seal = *m_report.seal;
    if (m_proof.cipher.isEmpty())
        return;
    if (m_proof.cipher.size() != seal.cipherSize || digestOf(m_proof.cipher) != seal.cipher)
        return broken("wrong_content", "cipher");
    const QJsonObject said = unverified(m_proof.dispute);
    const auto key = crypto::secretFromBase64Url(said.value(QLatin1String("a")).toString().toLatin1());
    if (!key || crypto::toBase64Url(crypto::sha256(key.value().view())) != seal.keyA)
        return;
    const auto &directory = m_signers.directory();
    const auto opened =
        openSeal(seal, directory ? directory->entity(seal.entity) : nullptr, key.value(), m_proof.cipher);
    const bool shown = !opened && opened.error().params.value(QStringLiteral("reason")).toString() ==
                                      said.value(QLatin1String("reason")).toString();
    const bool asSealed = shown && opened.error().code == errors::noAct;
    m_signers.add(shown ? Weight::Note : Weight::Open,
                  asSealed ? "dispute_form"
                  : shown  ? "dispute_shown"
                           : "dispute_unfounded",
                  QStringLiteral("dispute"));
}

void Verifier::receipt()
{
    if (m_proof.receipt.isEmpty()) {
        if (m_report.handover)
            broken("truncated", "receipt");
        return;
    }
    const auto read = readReceipt(m_proof.receipt);
    if (!read)
        return broken("bad_form", "receipt");
    const Receipt &receipt = read.value();
    const Seal &seal = *m_report.seal;
    if (receipt.notification != seal.id || receipt.seal != seal.digest || receipt.holder != seal.holder ||
        receipt.regime != seal.regime || receipt.warning != seal.warning)
        broken("bad_receipt", "receipt");
    // The head that was signed is a record before the opening.
    bool known = false;
    for (const Record &record : m_chain.records()) {
        if (m_report.handover && record.seq >= m_report.handover->seq)
            break;
        known = known || record.digest == receipt.head;
    }
    if (!known)
        broken("receipt_head", "receipt");
    if (!m_report.handover)
        m_signers.add(Weight::Note, "no_handover", QStringLiteral("receipt"));
    device(receipt);
    if (!m_proof.idToken.isEmpty())
        idToken(receipt);
    else if (m_report.handover && rankOf(seal.acr) > 0) // how sure the login was only the operator says
        m_signers.add(Weight::Note, "login_absent", QStringLiteral("id_token"));
}

void Verifier::device(const Receipt &receipt)
{
    const auto read = readDevice(m_proof.device);
    if (!read)
        return broken("bad_device", "device");
    const DeviceStatement &statement = read.value();
    const QString opener = receipt.actor.isEmpty() ? receipt.holder : receipt.actor;
    m_signers.checkOperator(m_proof.device, statement.signer, "carpeta-device+json", statement.issued,
                            QStringLiteral("device"));
    // Signed by what the entity asked for; where that was a certificate, the device is the one that it was opened on.
    const bool certified = !receipt.signer.chain.isEmpty();
    if (!m_report.seal->signers.contains(certified ? QStringLiteral("certificate") : QStringLiteral("device")))
        broken("bad_receipt", "receipt");
    // A device is one person's, registered with this operator before it signed.
    if ((!certified && statement.sign.thumbprint() != receipt.keyThumbprint) || statement.holder != opener ||
        statement.issuer != m_report.seal->audience)
        broken("bad_device", "device");
    if (!receipt.actor.isEmpty()) // nothing here can prove a mandate yet
        broken("mandate_unproven", "receipt");
    if (const auto &handover = m_report.handover) {
        if (statement.issued > handover->happened.addMSecs(slackMs))
            broken("bad_device", "device");
        if (handover->openedBy != opener || (!handover->device.isEmpty() && handover->device != statement.device))
            broken("mismatch", "receipt");
    }
    if (certified)
        checkCertified(m_proof.receipt, receipt, m_report.handover ? m_report.handover->happened : QDateTime(),
                       m_anchors, m_signers);
    else if (!crypto::verifyJws(m_proof.receipt, statement.sign, "secevent+jwt"))
        broken("bad_signature", "receipt");
}

void Verifier::idToken(const Receipt &receipt)
{
    const auto form = crypto::readUnverifiedJws(m_proof.idToken);
    const auto claims = form ? crypto::parseStrictObject(form.value().payload) : Result<QJsonObject>(form.error());
    if (!claims)
        return broken("bad_form", "id_token");
    if (claims.value().value(QLatin1String("nonce")).toString().toLatin1() != receipt.digest)
        broken("wrong_nonce", "id_token");
    const QString opener = receipt.actor.isEmpty() ? receipt.holder : receipt.actor;
    if (claims.value().value(QLatin1String("sub")).toString() != opener)
        broken("foreign_token", "id_token");
    const qsizetype acr = rankOf(claims.value().value(QLatin1String("acr")).toString());
    if (acr < rankOf(m_report.seal->acr)) // of a provider with other names of its own nobody knows
        m_signers.add(acr < 0 ? Weight::Note : Weight::Broken, "weak_token", QStringLiteral("id_token"));
    if (m_proof.idProviderKeys.isEmpty())
        return m_signers.add(Weight::Note, "login_unproven", QStringLiteral("id_token"));
    const auto keys = crypto::JwkSet::parse(m_proof.idProviderKeys);
    if (!keys)
        return broken("bad_form", "jwks.json");
    // Keys that lie beside it prove that it was not altered since; who the provider is knows only who was told its keys.
    const crypto::PublicKey *key = keys.value().find(form.value().kid, form.value().keyType());
    if (!key || !m_signers.believes(*key))
        m_signers.add(Weight::Note, "id_provider_unanchored", QStringLiteral("id_token"));
    if (!crypto::verifyJws(m_proof.idToken, keys.value(), {}))
        broken("bad_signature", "id_token");
}

// What lies beside the chain, but no record tells of: the end of the chain was left out.
void Verifier::untold()
{
    const auto told = [this](QLatin1String name) {
        return std::any_of(m_chain.records().begin(), m_chain.records().end(),
                           [&](const Record &record) { return record.eventName == name; });
    };
    if ((!m_proof.content.isEmpty() && !told(event::handover)) ||
        (!m_proof.certificate.isEmpty() && !told(event::certificate)))
        broken("truncated", "chain");
    // The person's own word, which an operator may have kept to itself; or the end of the chain was left out.
    if (!m_proof.dispute.isEmpty() && !told(event::dispute))
        m_signers.add(m_proof.content.isEmpty() ? Weight::Open : Weight::Note, "dispute_untold",
                      QStringLiteral("dispute"));
}

void Verifier::certificate()
{
    if (m_proof.certificate.isEmpty())
        return;
    const auto read = readCertificate(m_proof.certificate);
    if (!read)
        return broken("bad_form", "certificate");
    const AccessCertificate &paper = read.value();
    m_signers.checkEntity(m_proof.certificate, paper.signer, "carpeta-certificate+json", paper.entity, paper.issued,
                          QStringLiteral("certificate"));
    const auto &handover = m_report.handover;
    if (!handover || paper.evidence != handover->digest || paper.accessed != handover->happened ||
        paper.notification != m_report.seal->id || paper.entity != m_report.seal->entity ||
        paper.holder != m_report.seal->holder)
        broken("bad_certificate", "certificate");
}

void Verifier::content()
{
    if (m_proof.content.isEmpty() && m_proof.salt.isEmpty()) {
        if (m_report.handover)
            m_signers.add(Weight::Note, "content_absent", QStringLiteral("content"));
        return;
    }
    if (m_proof.salt.size() != saltSize || sealedDigest(m_proof.salt, m_proof.content) != m_report.seal->plain)
        return broken("wrong_content", "content");
    const auto &directory = m_signers.directory();
    const Party *entity = directory ? directory->entity(m_report.seal->entity) : nullptr;
    if (!openPackage(m_proof.content, *m_report.seal, entity))
        broken("bad_package", "content");
}

ProofReport Verifier::run()
{
    m_signers.readDirectory(m_proof.directory);
    seal();
    if (m_report.seal) {
        m_chain.run();
        receipt();
        untold();
        certificate();
        dispute();
        content();
        if (const auto &directory = m_signers.directory()) {
            m_report.operatorName = directory->operatorParty.name;
            if (const Party *entity = directory->entity(m_report.seal->entity))
                m_report.entityName = entity->name;
        }
    }
    m_report.judge();
    return m_report;
}

} // namespace

QString name(DeliveryState state)
{
    for (const Named &one : names) {
        if (one.state == state)
            return QString::fromLatin1(one.name);
    }
    return {};
}

std::optional<DeliveryState> deliveryStateFrom(const QString &text)
{
    for (const Named &one : names) {
        if (text == QLatin1String(one.name))
            return one.state;
    }
    return {};
}

bool ProofReport::has(const QString &defect) const
{
    return std::any_of(findings.begin(), findings.end(), [&](const Finding &one) { return one.defect == defect; });
}

ProofVerdict judge(QList<Finding> &findings)
{
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) { return a.weight < b.weight; });
    const bool any = !findings.isEmpty();
    return any && findings.first().weight == Weight::Broken ? ProofVerdict::Broken
           : any && findings.first().weight == Weight::Open ? ProofVerdict::Unanchored
                                                            : ProofVerdict::Good;
}

ProofReport verifyProof(const Proof &proof, const Anchors &anchors)
{
    return Verifier(proof, anchors).run();
}

bool continues(const QList<ProofRecord> &before, const QList<ProofRecord> &now)
{
    if (now.size() < before.size())
        return false;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (now.at(i).jws != before.at(i).jws)
            return false;
    }
    return true;
}

} // namespace carriel::evidence
