// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Nobody gains by leaving something out of a file of evidence (docs/adr/0013-what-is-absent.md): whatever is taken from
// a proof that is not good, it does not become good, also when the list of the file is written anew around the hole.
#include "core/crypto/Digest.h"
#include "core/evidence/proof/EvidencePackage.h"
#include "core/evidence/proof/FileWeights.h"
#include "core/evidence/proof/SealedPackage.h"
#include "tests/core/evidence/HandedOver.h"
#include "tests/core/evidence/Vector.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace carriel;
using namespace carriel::evidence;
using test::Vector;

namespace {

const QDateTime moment(QDate(2026, 1, 5), QTime(15, 0), Qt::UTC);
using Files = test::Files;

Files filesOf(const Proof &proof)
{
    Files out;
    const auto package = EvidencePackage::of(proof);
    for (const auto &[name, content] : package.value().files())
        out.insert(name, content);
    return out;
}

QByteArray written(const Files &files)
{
    return test::handedOver(files, moment);
}

// A file and its copies go together.
QString unitOf(const QString &name)
{
    return name.startsWith(QLatin1String("keys/")) || name.startsWith(QLatin1String("certs/"))
               ? name
               : name.section(QLatin1Char('.'), 0, 0);
}

QByteArray say(const ProofReport &report)
{
    QByteArray out;
    for (const Finding &finding : report.findings)
        out += QByteArray::number(int(finding.weight)) + finding.defect.toLatin1() + '@' + finding.where.toLatin1() + ' ';
    return out;
}

} // namespace

class TestEvidenceRemoval : public QObject
{
    Q_OBJECT

private:
    const Vector m_vector = Vector::complete();

    Result<CheckedPackage> check(const Files &files) const
    {
        return checkEvidence(written(files), m_vector.anchorsWithStamps());
    }
    bool good(const Files &files) const
    {
        const auto checked = check(files);
        return checked && checked.value().report.verdict == ProofVerdict::Good;
    }
    ProofReport report(const Files &files) const { return check(files).value().report; }

private Q_SLOTS:
    void theWholeIsGood()
    {
        const ProofReport whole = report(filesOf(m_vector.proof));
        QVERIFY2(whole.verdict == ProofVerdict::Good, say(whole).constData());
        QVERIFY(!unopenedUntil(whole));
    }

    // Each file, and each statement with its copies. What came after the opening is no part of its proof.
    void whatIsOwedIsMissed()
    {
        const Files whole = filesOf(m_vector.proof);
        QStringList kept;
        for (const QString &name : whole.keys()) {
            Files cut = whole;
            cut.remove(name);
            if (good(cut))
                kept.append(name);
        }
        QCOMPARE(kept, QStringList{QStringLiteral("04-AccessCertificate.tst")});
        kept.clear();
        for (const QString &name : whole.keys()) {
            Files cut = whole;
            cut.removeIf([&](auto one) { return unitOf(one.key()) == unitOf(name); });
            if (good(cut) && !kept.contains(unitOf(name)))
                kept.append(unitOf(name));
        }
        QCOMPARE(kept, QStringList{QStringLiteral("certificate")});
    }

    // Without the provider's keys the login of an opening is a text that nobody can check; with none in their list, or
    // somebody else's, it is one that does not hold.
    void theLoginsKeysAreMissed()
    {
        const auto provider = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
        const auto jwks = [](const QJsonArray &keys) {
            return QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson(QJsonDocument::Compact);
        };
        const QJsonObject claims{{QStringLiteral("nonce"), QString::fromLatin1(digestOf(m_vector.proof.receipt))},
                                 {QStringLiteral("sub"), Vector::payload(m_vector.proof.receipt).value(QLatin1String("sub"))},
                                 {QStringLiteral("acr"), QStringLiteral("urn:carpeta:loa:high")}};
        Proof proof = m_vector.proof;
        proof.idToken =
            crypto::signJws(provider, "JWT", QJsonDocument(claims).toJson(QJsonDocument::Compact)).value();
        QJsonObject key = provider.publicKey().toJwk();
        key.insert(QStringLiteral("kid"), QString::fromLatin1(provider.publicKey().thumbprint()));
        proof.idProviderKeys = jwks({key});
        const Files whole = filesOf(proof);
        QVERIFY2(good(whole), say(report(whole)).constData());
        const QString name = QStringLiteral("jwks.json");
        // Who knows the provider's key names it, and then nothing is left to vouch for.
        const Finding unknown{Weight::Note, QStringLiteral("id_provider_unanchored"), QStringLiteral("id_token")};
        QVERIFY(report(whole).findings.contains(unknown));
        Anchors named = m_vector.anchorsWithStamps();
        named.keys.append(provider.publicKey().thumbprint());
        QVERIFY(!checkEvidence(written(whole), named).value().report.findings.contains(unknown));
        // The same key as openssl reads it, missed as every other.
        const QString pem =
            QLatin1String("keys/") + QString::fromLatin1(provider.publicKey().thumbprint()) + QLatin1String(".pem");
        QVERIFY(whole.value(pem).startsWith("-----BEGIN PUBLIC KEY-----"));
        Files keyless = whole;
        QVERIFY(keyless.remove(pem) && report(keyless).verdict == ProofVerdict::Unanchored);
        Files without = whole;
        QVERIFY(without.remove(name));
        QVERIFY(report(without).findings.contains({Weight::Broken, QStringLiteral("extra"), pem})); // whose is that?
        QVERIFY(without.remove(pem));
        QCOMPARE(report(without).verdict, ProofVerdict::Unanchored);
        QVERIFY(report(without).findings.contains(
            {Weight::Open, QStringLiteral("login_unproven"), QStringLiteral("id_token")}));
        Files other = whole;
        for (const QByteArray &keys : {jwks({}), jwks({m_vector.operatorKey.publicKey().toJwk()}), QByteArray("{}"),
                                       QByteArray("keys")}) {
            other[name] = keys;
            QVERIFY2(report(other).verdict == ProofVerdict::Broken, keys.constData());
        }
    }

    // The words that were shown: others than those that were signed are found.
    void otherWordsAreFound()
    {
        for (QByteArray Proof::*words : {&Proof::warningText, &Proof::consentText}) {
            Proof proof = m_vector.proof;
            (proof.*words) = "Abrirla no tiene ningún efecto.";
            QVERIFY(report(filesOf(proof)).findings.contains(
                {Weight::Broken, QStringLiteral("wrong_reference"),
                 words == &Proof::warningText ? QStringLiteral("warning") : QStringLiteral("consent")}));
            proof.consent.clear();
            QCOMPARE(report(filesOf(proof)).verdict, ProofVerdict::Broken);
        }
    }

    void whatIsNotGoodDoesNotBecomeIt_data()
    {
        QTest::addColumn<int>("what");
        const char *const names[] = {"no stamp of the opening",  "its stamp by somebody unknown",
                                     "another one signed later", "no consent",
                                     "consent without computer", "no content",
                                     "a directory of a stranger", "sealed",
                                     "a dispute untold"};
        for (int i = 0; i < int(std::size(names)); ++i)
            QTest::newRow(names[i]) << i;
    }

    void whatIsNotGoodDoesNotBecomeIt()
    {
        QFETCH(const int, what);
        Proof proof = m_vector.proof;
        Anchors anchors = m_vector.anchorsWithStamps();
        if (what == 0) {
            proof.records[2].stamp.clear();
            proof.records[3].stamp.clear();
        }
        if (what == 1)
            anchors.store = {};
        if (what == 2) { // only what came later has a stamp of somebody known
            proof.records[2].stamp.clear();
            QVERIFY(!proof.records.at(3).stamp.isEmpty());
        }
        if (what == 3) {
            proof.consent.clear();
            proof.consentDevice.clear();
        }
        if (what == 4)
            proof.consentDevice.clear();
        if (what == 5 || what == 8) {
            proof.content.clear();
            proof.salt.clear();
        }
        if (what == 6)
            anchors.keys.clear();
        if (what == 7) {
            proof.records.resize(2);
            for (QByteArray Proof::*part :
                 {&Proof::receipt, &Proof::device, &Proof::certificate, &Proof::content, &Proof::salt})
                (proof.*part).clear();
        }
        if (what == 8)
            proof.dispute = makeDispute(readSeal(proof.seal).value(), digestOf(proof.records.at(2).jws),
                                        DisputeReason::Key, QByteArray(32, 'x'), moment, m_vector.deviceKey)
                                .value();
        const Files whole = filesOf(proof);
        const auto verdict = [&](const Files &files) {
            const auto checked = checkEvidence(written(files), anchors);
            return checked ? checked.value().report.verdict : ProofVerdict::Broken;
        };
        QCOMPARE(verdict(whole), ProofVerdict::Unanchored);
        QRandomGenerator random{quint32(what) + 7};
        for (int round = 0; round < 6; ++round) {
            Files cut = whole;
            // Whole statements in some rounds, single files in others, one after the other until little is left.
            while (cut.size() > 3) {
                const QString name = cut.keys().at(random.bounded(int(cut.size())));
                if (round % 2 == 0)
                    cut.removeIf([&](auto one) { return unitOf(one.key()) == unitOf(name); });
                else
                    cut.remove(name);
                QVERIFY2(verdict(cut) != ProofVerdict::Good, qPrintable(cut.keys().join(QLatin1Char(' '))));
            }
        }
        // The end of the chain, and all that only it names.
        for (qsizetype records = 1; records < proof.records.size(); ++records) {
            for (const int parts : {0, 15, 31, 63, random.bounded(64), random.bounded(64)}) {
                Proof less = proof;
                less.records.resize(records);
                int bit = 1;
                for (QByteArray Proof::*part : {&Proof::receipt, &Proof::device, &Proof::certificate, &Proof::content,
                                                &Proof::salt, &Proof::dispute}) {
                    if (parts & bit)
                        (less.*part).clear();
                    bit *= 2;
                }
                QVERIFY(verdict(filesOf(less)) != ProofVerdict::Good);
            }
        }
    }

    // Cut before the opening and written anew: it says until when it tells, and that it tells no more.
    void whatEndsBeforeAnOpeningSaysSo()
    {
        Proof proof = m_vector.proof;
        proof.records.resize(2);
        for (QByteArray Proof::*part :
             {&Proof::receipt, &Proof::device, &Proof::certificate, &Proof::content, &Proof::salt})
            (proof.*part).clear();
        const ProofReport cut = report(filesOf(proof));
        QCOMPARE(cut.verdict, ProofVerdict::Unanchored);
        QVERIFY(cut.findings.contains({Weight::Open, QStringLiteral("unfinished"), QStringLiteral("chain")}));
        QCOMPARE(unopenedUntil(cut)->toSecsSinceEpoch(), 1767600002);
        QVERIFY(!verifyProof(proof, m_vector.anchors()).has(QStringLiteral("unfinished"))); // the mailbox goes on
    }

    // The guide, the keys and the copies are what somebody without this program looks at.
    void whatLiesBesideIsCompared()
    {
        const Files whole = filesOf(m_vector.proof);
        int keys = 0;
        for (const QString &name : whole.keys()) {
            Files changed = whole;
            if (name.startsWith(QLatin1String("keys/"))) {
                ++keys;
                changed[name] = whole.value(name == whole.keys().filter(QStringLiteral("keys/")).first()
                                                ? whole.keys().filter(QStringLiteral("keys/")).last()
                                                : whole.keys().filter(QStringLiteral("keys/")).first());
            } else {
                changed[name] += ' ';
            }
            const auto checked = check(changed);
            QVERIFY2(!checked || checked.value().report.verdict == ProofVerdict::Broken, qPrintable(name));
        }
        QVERIFY(keys >= 3);
        // The guide is another one in another version of the program: what was exported before stays as it was made.
        Files earlier = whole;
        QByteArray &guide = earlier[QStringLiteral("LEAME.txt")];
        const qsizetype newer = guide.indexOf("META-INF/timestamp.tst");
        QVERIFY(newer > 0);
        guide.remove(newer, guide.indexOf("cipher.bin") - newer);
        QVERIFY(good(earlier));
        Files lying = whole;
        lying[QStringLiteral("LEAME.txt")] = "Esta notificacion nunca fue abierta.";
        QVERIFY(report(lying).findings.contains({Weight::Broken, QStringLiteral("changed"), QStringLiteral("LEAME.txt")}));
        for (const char *name : {"NOTA.txt", "keys/other.pem", "certs/other.der", "seal.txt", "META-INF/nota.txt"}) {
            Files more = whole;
            more.insert(QLatin1String(name), "something");
            QVERIFY(report(more).findings.contains({Weight::Broken, QStringLiteral("extra"), QLatin1String(name)}));
        }
    }
};

QTEST_APPLESS_MAIN(TestEvidenceRemoval)
#include "tst_evidence_removal.moc"
