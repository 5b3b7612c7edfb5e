// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator could write all by itself: another person's device, a mandate, a moment, a login, a consent of
// somebody else. Well signed and well linked, none of it holds.
#include "core/evidence/proof/EvidencePackage.h"
#include "core/evidence/proof/Proof.h"
#include "tests/core/evidence/Vector.h"

#include <QElapsedTimer>
#include <QTest>

using namespace carriel;
using namespace carriel::evidence;
using test::b64;
using test::defects;
using test::Vector;

class TestEvidenceClaims : public QObject
{
    Q_OBJECT

private:
    Vector vector = Vector::read();
    ProofReport check(const Proof &proof) const { return verifyProof(proof, vector.anchors()); }

    // The handover refers to what lies beside it now, as the operator itself would write it.
    static Vector written(Vector vector, bool device)
    {
        QJsonArray refs;
        const auto add = [&refs](const char *type, const QByteArray &what) {
            if (!what.isEmpty())
                refs.append(QJsonObject{{QStringLiteral("type"), QLatin1String(type)},
                                        {QStringLiteral("sha256"), b64(digestOf(what))}});
        };
        add("seal", vector.proof.seal);
        add("receipt", vector.proof.receipt);
        if (device)
            add("device", vector.proof.device);
        add("id_token", vector.proof.idToken);
        vector.proof.certificate.clear();
        vector.proof.records.resize(3);
        vector.proof.records[2].jws =
            Vector::again(vector.proof.records.at(2).jws, {{QStringLiteral("refs"), refs}}, vector.operatorKey);
        return vector;
    }

private Q_SLOTS:
    // An operator alone, with the device of anybody, makes no opening that holds.
    void whoOpenedIsProven()
    {
        const auto device = [this](const QJsonObject &changes) {
            Vector lying = vector;
            lying.proof.device = Vector::again(lying.proof.device, changes, lying.operatorKey);
            return defects(check(written(lying, true).proof));
        };
        QCOMPARE(device({}), QStringList());
        for (const auto &[name, value] :
             {std::pair<QString, QJsonValue>{QStringLiteral("sub"), QStringLiteral("co:CC:9")},
              {QStringLiteral("iss"), QStringLiteral("https://other")},
              {QStringLiteral("iat"), 1767621900}})
            QVERIFY2(device({{name, value}}).contains(QStringLiteral("bad_device")), qPrintable(name));
        Vector lying = vector;
        lying.proof.receipt = Vector::again(
            lying.proof.receipt,
            {{QStringLiteral("act"), QJsonObject{{QStringLiteral("sub"), QStringLiteral("co:CC:9")},
                                                 {QStringLiteral("mandate"), QStringLiteral("m")},
                                                 {QStringLiteral("mandate_sha256"), b64(digestOf("m"))}}}},
            lying.deviceKey);
        QVERIFY(defects(check(written(lying, true).proof)).contains(QStringLiteral("mandate_unproven")));
        lying = vector;
        QVERIFY(defects(check(written(lying, false).proof)).contains(QStringLiteral("missing_reference")));
    }

    void aLoginIsOfThePersonAndOfThisReceipt()
    {
        const crypto::PrivateKey provider = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
        const auto with = [&](const QJsonObject &changes) {
            QJsonObject claims{{QStringLiteral("sub"), QStringLiteral("co:CC:1020304050")},
                               {QStringLiteral("acr"), QStringLiteral("urn:carpeta:loa:high")},
                               {QStringLiteral("nonce"), b64(digestOf(vector.proof.receipt))}};
            for (auto one = changes.begin(); one != changes.end(); ++one)
                claims.insert(one.key(), one.value());
            Vector held = vector;
            held.proof.idToken =
                crypto::signJws(provider, "JWT", QJsonDocument(claims).toJson(QJsonDocument::Compact)).value();
            return check(written(held, true).proof);
        };
        QCOMPARE(defects(with({})), QStringList());
        QVERIFY(with({}).has(QStringLiteral("login_unproven"))); // nobody's keys are there to check it
        QVERIFY(!with({}).has(QStringLiteral("id_provider_unanchored")));
        QVERIFY(!with({}).has(QStringLiteral("login_absent")));
        // Without it how sure she was is the operator's word alone, where the seal asks for a login that is sure.
        const ProofReport without = check(vector.proof);
        QVERIFY(without.verdict == ProofVerdict::Good && without.has(QStringLiteral("login_absent")));
        QVERIFY(defects(with({{QStringLiteral("sub"), QStringLiteral("co:CC:9")}}))
                    .contains(QStringLiteral("foreign_token")));
        QVERIFY(
            defects(with({{QStringLiteral("nonce"), QStringLiteral("x")}})).contains(QStringLiteral("wrong_nonce")));
        QVERIFY(defects(with({{QStringLiteral("acr"), QStringLiteral("urn:carpeta:loa:low")}}))
                    .contains(QStringLiteral("weak_token")));
    }

    // What was handed over and is not what was sealed lies in the package with its key: others can try it.
    void whatDoesNotFitCanBeTried()
    {
        QJsonObject content = Vector::payload(vector.proof.seal).value(QLatin1String("content")).toObject();
        content.insert(QStringLiteral("plain_sha256"), b64(digestOf("something else")));
        const auto with = [&](bool wrong, DisputeReason reason, QByteArray key, QByteArray cipher) {
            Vector held = vector;
            held.proof.content.clear();
            held.proof.salt.clear();
            if (wrong)
                held.proof.seal =
                    Vector::again(held.proof.seal, {{QStringLiteral("content"), content}}, held.entityKey);
            held.proof.dispute = makeDispute(readSeal(held.proof.seal).value(), digestOf(held.proof.records.at(2).jws),
                                             reason, key, QDateTime::currentDateTimeUtc(), held.deviceKey)
                                     .value();
            held.proof.cipher = cipher;
            const QByteArray file =
                EvidencePackage::of(held.proof).value().bytes({}, QDateTime::currentDateTimeUtc()).value();
            return checkEvidence(file, vector.anchors()).value().report;
        };
        const ProofReport shown = with(true, DisputeReason::Plain, vector.a, vector.cipher);
        QVERIFY(shown.has(QStringLiteral("dispute_shown")) && !shown.has(QStringLiteral("dispute_unfounded")));
        QVERIFY(shown.has(QStringLiteral("dispute_untold"))); // the operator has not recorded it
        QVERIFY(with(true, DisputeReason::Signature, vector.a, vector.cipher).has(QStringLiteral("dispute_unfounded")));
        const ProofReport lie = with(false, DisputeReason::Plain, vector.a, vector.cipher);
        QVERIFY(lie.has(QStringLiteral("dispute_unfounded")) && lie.verdict != ProofVerdict::Good);
        const ProofReport key = with(false, DisputeReason::Key, QByteArray(32, 'x'), vector.cipher);
        QVERIFY(!key.has(QStringLiteral("dispute_shown")) && !key.has(QStringLiteral("dispute_unfounded")));
        QVERIFY(defects(with(true, DisputeReason::Cipher, vector.a, vector.cipher + 'x'))
                    .contains(QStringLiteral("wrong_content")));
    }

    // Terms are counted from the moment of the access: each bound of it, from both sides.
    void theMomentOfTheAccessHasBounds()
    {
        const auto at = [this](qint64 toe, qint64 iat) {
            Vector lying = vector;
            lying.proof.certificate.clear();
            lying.proof.records.resize(3);
            lying.proof.records[2].jws =
                Vector::again(lying.proof.records.at(2).jws,
                              {{QStringLiteral("toe"), toe}, {QStringLiteral("iat"), iat}}, lying.operatorKey);
            return defects(check(lying.proof)).contains(QStringLiteral("time_order"));
        };
        const qint64 iat = 1767621802;
        QVERIFY(!at(iat, iat));
        QVERIFY(!at(iat - 3, iat));
        QVERIFY(at(iat - 400, iat));
        QVERIFY(at(iat + 400, iat));
        QVERIFY(at(iat - qint64(400) * 86400, iat));
        QVERIFY(at(1767600000 - 60, 1767600000 - 60)); // before it was available
        QVERIFY(!at(1767600002, 1767600002));
    }

    void consentAndDisputeAreOfThisCase()
    {
        const auto consent = [this](const QJsonObject &changes) {
            QJsonObject said{{QStringLiteral("action"), QStringLiteral("give")},
                             {QStringLiteral("sub"), QStringLiteral("co:CC:1020304050")},
                             {QStringLiteral("entity"), QStringLiteral("co:NIT:900123456")},
                             {QStringLiteral("procedure"), QStringLiteral("T-4471")}};
            for (auto one = changes.begin(); one != changes.end(); ++one)
                said.insert(one.key(), one.value());
            Vector held = vector;
            held.proof.consent = crypto::signJws(held.deviceKey, "carpeta-consent+json",
                                                 QJsonDocument(said).toJson(QJsonDocument::Compact))
                                     .value();
            held.proof.seal =
                Vector::again(held.proof.seal,
                              {{QStringLiteral("consent"),
                                QJsonObject{{QStringLiteral("id"), QStringLiteral("c")},
                                            {QStringLiteral("sha256"), b64(digestOf(held.proof.consent))}}}},
                              held.entityKey);
            return defects(check(held.proof)).filter(QStringLiteral("wrong_reference")).size();
        };
        QCOMPARE(consent({}), 0);
        for (const char *name : {"sub", "entity", "procedure", "action"})
            QVERIFY2(consent({{QLatin1String(name), QStringLiteral("other")}}) > 0, name);
        Vector none = vector;
        none.proof.seal = Vector::again(none.proof.seal, {{QStringLiteral("consent"), QJsonValue()}}, none.entityKey);
        QVERIFY(check(none.proof).has(QStringLiteral("missing_reference")));
    }

    // The consent that lies beside it is signed by a computer of the same person, as the operator registered it.
    void theConsentIsSigned()
    {
        const auto said = [this](const crypto::PrivateKey &key, const QByteArray &device) {
            Vector held = vector;
            held.proof.consent =
                crypto::signJws(key, "carpeta-consent+json",
                                "{\"action\":\"give\",\"sub\":\"co:CC:1020304050\",\"entity\":\"co:NIT:900123456\","
                                "\"procedure\":\"T-4471\"}")
                    .value();
            held.proof.consentDevice = device;
            held.proof.seal =
                Vector::again(held.proof.seal,
                              {{QStringLiteral("consent"),
                                QJsonObject{{QStringLiteral("id"), QStringLiteral("c")},
                                            {QStringLiteral("sha256"), b64(digestOf(held.proof.consent))}}}},
                              held.entityKey);
            return check(held.proof);
        };
        const auto faults = [&](const crypto::PrivateKey &key, const QByteArray &device) {
            const ProofReport report = said(key, device);
            return std::count_if(report.findings.begin(), report.findings.end(), [](const Finding &one) {
                return one.where == QLatin1String("consent") && one.weight == Weight::Broken;
            });
        };
        const QByteArray device = vector.proof.device;
        QVERIFY(faults(vector.deviceKey, device) == 0);
        QVERIFY(!said(vector.deviceKey, device).has(QStringLiteral("consent_unproven")));
        // By a program that did not keep it: whoever signed, it is told that nobody could look.
        for (const crypto::PrivateKey &key : {vector.deviceKey, vector.operatorKey}) {
            const ProofReport report = said(key, {});
            QVERIFY(report.findings.contains(
                Finding{Weight::Open, QStringLiteral("consent_unproven"), QStringLiteral("consent")}));
            QVERIFY(report.verdict != ProofVerdict::Good);
        }
        // Not there at all: the seal names it, and that is told as well.
        QVERIFY(vector.proof.consent.isEmpty());
        QVERIFY(
            check(vector.proof)
                .findings.contains(Finding{Weight::Note, QStringLiteral("consent_absent"), QStringLiteral("consent")}));
        QVERIFY(faults(vector.operatorKey, device) > 0);
        QVERIFY(faults(vector.deviceKey, "a.b.c") > 0);
        QVERIFY(faults(vector.deviceKey, Vector::again(device, {{QStringLiteral("sub"), QStringLiteral("co:CC:1")}},
                                                       vector.operatorKey)) > 0);
        QVERIFY(faults(vector.deviceKey, Vector::again(device, {}, vector.deviceKey)) > 0); // nobody registered it
    }

    // All entities of a country, with two keys each and a certificate beside each.
    void theDirectoryOfACountryIsRead()
    {
        QJsonObject body = Vector::payload(vector.proof.directory);
        QJsonArray entities = body.value(QLatin1String("entities")).toArray();
        QJsonObject one = entities.first().toObject();
        QJsonArray keys = one.value(QLatin1String("keys")).toArray();
        QJsonObject key = keys.first().toObject();
        key.insert(QStringLiteral("x5c"), QJsonArray{QString(800, QLatin1Char('A'))});
        one.insert(QStringLiteral("keys"), QJsonArray{key, key});
        for (int i = 0; i < 5000; ++i) {
            one.insert(QStringLiteral("id"), QStringLiteral("co:NIT:8%1").arg(i, 8, 10, QLatin1Char('0')));
            entities.append(one);
        }
        Proof proof = vector.proof;
        proof.directory = Vector::again(proof.directory, {{QStringLiteral("entities"), entities}}, vector.operatorKey);
        QVERIFY(proof.directory.size() > 10000000 && proof.directory.size() < maxDirectory);
        QElapsedTimer timer;
        timer.start();
        const ProofReport report = verifyProof(proof, vector.anchors());
        qInfo("a proof with a directory of %lld bytes: %lld ms", qlonglong(proof.directory.size()), timer.elapsed());
        QVERIFY2(report.verdict == ProofVerdict::Good, qPrintable(defects(report).join(QLatin1Char(' '))));
        QVERIFY(!report.entityName.isEmpty());
        // Other statements are as short as they were.
        QVERIFY(!crypto::readUnverifiedJws(proof.directory).ok());
    }
};

QTEST_GUILESS_MAIN(TestEvidenceClaims)
#include "tst_evidence_claims.moc"
