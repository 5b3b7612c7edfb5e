// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/proof/ContributionProof.h"

#include "core/crypto/StrictJson.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/FileWeights.h"
#include "core/evidence/proof/Guide.h"
#include "core/evidence/proof/PackageFiles.h"
#include "core/evidence/proof/Signers.h"
#include "core/evidence/proof/StampCheck.h"
#include "core/evidence/records/Claims.h"

namespace carriel::evidence {

namespace {

QString latin(const QByteArray &text)
{
    return QString::fromLatin1(text);
}

class Check
{
public:
    Check(const ContributionProof &proof, const Anchors &anchors)
        : m_proof(proof), m_anchors(anchors), m_signers(anchors, m_report.findings)
    {
        m_signers.readDirectory(proof.directory);
    }

    ContributionReport run()
    {
        request();
        device();
        statement();
        failure();
        outcome();
        stamps();
        return std::move(m_report);
    }

private:
    void broken(const char *defect, const char *where)
    {
        m_signers.add(Weight::Broken, defect, QString::fromLatin1(where));
    }

    void request()
    {
        const auto read = readContributionRequest(m_proof.request);
        if (!read)
            return broken("bad_form", "request");
        m_report.entity = read.value().entity;
        m_report.title = read.value().title;
        if (const auto &directory = m_signers.directory(); directory && directory->entity(m_report.entity))
            m_report.entityName = directory->entity(m_report.entity)->name;
        m_signers.checkEntity(m_proof.request, read.value().signer, "carpeta-request+json", m_report.entity,
                              read.value().issued, QStringLiteral("request"));
    }

    void device()
    {
        auto read = readDevice(m_proof.device);
        if (!read)
            return broken("bad_device", "device");
        m_device = std::move(read).value();
        m_signers.checkOperator(m_proof.device, m_device->signer, "carpeta-device+json", m_device->issued,
                                QStringLiteral("device"));
    }

    void statement()
    {
        const auto unread = crypto::readUnverifiedJws(m_proof.statement);
        const auto payload =
            unread ? crypto::parseStrictObject(unread.value().payload) : Result<QJsonObject>(unread.error());
        if (!payload)
            return broken("bad_form", "statement");
        if (m_device && !crypto::verifyJws(m_proof.statement, m_device->sign, "carpeta-contribution+json"))
            broken("bad_signature", "statement");
        Claims claims(payload.value(), "contribution");
        m_report.id = claims.text("id", 64);
        m_report.holder = claims.text("sub", 64);
        claims.must(!m_device || m_report.holder == m_device->holder, "sub");
        claims.must(claims.text("entity", 100) == m_report.entity, "entity");
        claims.must(claims.digest("request_sha256") == digestOf(m_proof.request), "request_sha256");
        m_package = claims.object("package").value(QLatin1String("sha256")).toString().toLatin1();
        if (!claims.outcome())
            broken("mismatch", "statement");
    }

    void failure()
    {
        if (m_proof.failure.isEmpty())
            return;
        auto read = readFailure(m_proof.failure);
        if (!read)
            return broken("bad_form", "failure");
        const FailureRecord &told = read.value();
        if (m_device && told.keyThumbprint != m_device->sign.thumbprint())
            broken("foreign_key", "failure");
        else if (m_device && !crypto::verifyJws(m_proof.failure, m_device->sign, "carpeta-failure+json"))
            broken("bad_signature", "failure");
        if (told.id != m_report.id || told.holder != m_report.holder || told.entity != m_report.entity ||
            told.package != m_package)
            broken("mismatch", "failure");
        if (told.statement != digestOf(m_proof.statement) || told.request != digestOf(m_proof.request))
            broken("wrong_reference", "failure");
        QDateTime before = told.tries.first().first;
        for (const FailedTry &one : told.tries) {
            if (one.first < before || told.made < one.last)
                broken("time_order", "failure");
            before = one.last;
        }
        m_report.failure = std::move(read).value();
    }

    void outcome()
    {
        if (m_proof.records.isEmpty()) {
            if (m_proof.failure.isEmpty())
                broken("truncated", "chain"); // nothing became of it, and nothing failed
            return;
        }
        if (!m_signers.directory()) // said already; whose keys they are nobody here knows
            return;
        QJsonArray evidence;
        for (const ProofRecord &one : m_proof.records)
            evidence.append(QJsonObject{{QStringLiteral("jws"), latin(one.jws)}});
        QJsonObject json{{QStringLiteral("id"), m_report.id},
                         {QStringLiteral("sub"), m_report.holder},
                         {QStringLiteral("entity"), QJsonObject{{QStringLiteral("id"), m_report.entity}}},
                         {QStringLiteral("statement"), latin(m_proof.statement)},
                         {QStringLiteral("evidence"), evidence},
                         {QStringLiteral("filing"), latin(m_proof.filing)},
                         {QStringLiteral("rejection"), latin(m_proof.rejection)}};
        m_report.outcome = outcomeOf(json, *m_signers.directory());
        for (const QString &one : std::as_const(m_report.outcome.defects)) {
            if (one == QLatin1String("mismatch@state")) // the operator's word beside the chain; it is not in a file
                continue;
            m_signers.add(Weight::Broken, one.section(QLatin1Char('@'), 0, 0).toLatin1(),
                          one.section(QLatin1Char('@'), 1));
        }
    }

    // An operator may stamp them; none is owed.
    void stamps()
    {
        int number = 0;
        for (const ProofRecord &raw : m_proof.records) {
            ++number;
            if (raw.stamp.isEmpty())
                continue;
            const auto jws = crypto::readUnverifiedJws(raw.jws);
            const auto payload =
                jws ? crypto::parseStrictObject(jws.value().payload) : Result<QJsonObject>(jws.error());
            if (!payload) // found already
                continue;
            Claims claims(payload.value(), "record");
            const StampCheck stamp = checkStamp(raw, claims.time("toe"), 0, m_anchors.store);
            if (stamp.defect)
                m_signers.add(stamp.unanchored() ? Weight::Note : Weight::Broken, stamp.defect,
                              QStringLiteral("record %1").arg(number));
        }
    }

    const ContributionProof &m_proof;
    const Anchors &m_anchors;
    ContributionReport m_report;
    Signers m_signers;
    std::optional<DeviceStatement> m_device;
    QByteArray m_package;
};

} // namespace

ContributionReport checkContribution(const ContributionProof &proof, const Anchors &anchors)
{
    ContributionReport out = Check(proof, anchors).run();
    out.judge();
    return out;
}

Result<std::optional<ContributionReport>> checkContributionFile(QByteArrayView file, const Anchors &anchors)
{
    using None = std::optional<ContributionReport>;
    CARRIEL_TRY(const PackageFiles files, PackageFiles::open(file));
    if (!files.has("request.jws") || !files.has("statement.jws"))
        return None();
    ContributionProof proof{files.file("request.jws"), files.file("statement.jws"), files.file("device.jws"),
                            files.file("failure.jws"), {},
                            files.file("filing.jws"),  files.file("rejection.jws"), files.file("directory.jws")};
    CARRIEL_TRY(proof.records, files.records());
    ContributionReport out = Check(proof, anchors).run();
    out.stamped = files.check(anchors, EvidencePackage::of(proof), out.findings);
    weighAsWhole(out);
    return None(std::move(out));
}

Result<EvidencePackage> EvidencePackage::of(const ContributionProof &proof)
{
    const auto request = readContributionRequest(proof.request);
    if (!request || (proof.records.isEmpty() && proof.failure.isEmpty()))
        return Error{
            errors::badEvidence,
            {{QStringLiteral("reason"), request ? QStringLiteral("nothing became of it yet") : QStringLiteral("request")}},
            {}};
    EvidencePackage out;
    out.add(QStringLiteral("LEAME.txt"), guideOfGiven(), "text/plain");
    out.statement(QStringLiteral("request"), proof.request);
    out.statement(QStringLiteral("statement"), proof.statement);
    out.statement(QStringLiteral("device"), proof.device);
    out.statement(QStringLiteral("failure"), proof.failure);
    out.addRecords(proof.records);
    out.statement(QStringLiteral("filing"), proof.filing);
    out.statement(QStringLiteral("rejection"), proof.rejection);
    out.statement(QStringLiteral("directory"), proof.directory);
    QList<crypto::PublicKey> keys;
    if (const auto device = readDevice(proof.device))
        keys.append(device.value().sign);
    if (const auto directory = readDirectory(proof.directory)) {
        for (const ListedKey &key : directory.value().operatorParty.keys)
            keys.append(key.key);
        if (const Party *entity = directory.value().entity(request.value().entity)) {
            for (const ListedKey &key : entity->keys)
                keys.append(key.key);
        }
    }
    out.addKeys(keys);
    out.list();
    return out;
}

} // namespace carriel::evidence
