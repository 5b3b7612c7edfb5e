// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A receipt that a person signed with a certificate: it holds in her name, by a key of that certificate, where the
// entity asked for it, and by an authority that the verifier trusts.
#include "core/evidence/proof/EvidencePackage.h"
#include "core/evidence/records/CertifiedReceipt.h"
#include "tests/core/evidence/Vector.h"
#include "tests/core/signing/SigningPki.h"

#include <QTest>
#include <algorithm>

using namespace carriel;
using namespace carriel::evidence;
using test::Vector;

class TestEvidenceReceipt : public QObject
{
    Q_OBJECT

private:
    Vector vector = Vector::complete();
    test::SigningPki pki;

    ReceiptOrder order() const
    {
        ReceiptOrder out;
        out.id = QStringLiteral("acuse");
        out.head = digestOf(vector.proof.records.at(1).jws);
        out.challenge = QStringLiteral("reto");
        out.now = QDateTime::currentDateTimeUtc();
        return out;
    }
    QByteArray certified(const QString &name, const Proof &proof) const
    {
        const auto key = pki.key(name);
        ReceiptOrder asked = order();
        asked.head = digestOf(proof.records.at(1).jws);
        const QByteArray text =
            receiptToSign(readSeal(proof.seal).value(), asked, crypto::chainFor(key->certificate(), key->chain()))
                .value();
        QByteArray out;
        key->sign(text, [&](const Result<QByteArray> &value) {
            out = crypto::jwsSigned(text, key->certificate(), value.value()).value();
        });
        return out;
    }
    // Opened today: the certificates of these tests are no older. Up to the handover, which refers to this receipt.
    Proof handed(Proof proof, const QByteArray &receipt) const
    {
        const auto ref = [](const char *type, const QByteArray &statement) {
            return QJsonObject{{QStringLiteral("type"), QLatin1String(type)},
                               {QStringLiteral("sha256"), test::b64(digestOf(statement))}};
        };
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        proof.receipt = receipt;
        proof.certificate.clear();
        proof.records.resize(3);
        proof.records[2] = {
            Vector::again(proof.records.at(2).jws,
                          {{QStringLiteral("toe"), now},
                           {QStringLiteral("iat"), now},
                           {QStringLiteral("prev"), test::b64(digestOf(proof.records.at(1).jws))},
                           {QStringLiteral("refs"),
                            QJsonArray{ref("seal", proof.seal), ref("receipt", receipt), ref("device", proof.device)}}},
                          vector.operatorKey),
            {}};
        return proof;
    }
    // The same, of an entity that asks for these signers.
    Proof asking(const QStringList &signers) const
    {
        Proof proof = vector.proof;
        QJsonObject open = Vector::payload(proof.seal).value(QLatin1String("open")).toObject();
        open.insert(QStringLiteral("signer"), QJsonArray::fromStringList(signers));
        proof.seal = Vector::again(proof.seal, {{QStringLiteral("open"), open}}, vector.entityKey);
        const QJsonArray refs{QJsonObject{{QStringLiteral("type"), QStringLiteral("seal")},
                                          {QStringLiteral("sha256"), test::b64(digestOf(proof.seal))}}};
        QByteArray before;
        for (int i = 0; i < 2; ++i) {
            QJsonObject changes{{QStringLiteral("refs"), refs}};
            if (i > 0)
                changes.insert(QStringLiteral("prev"), test::b64(digestOf(before)));
            before = Vector::again(proof.records.at(i).jws, changes, vector.operatorKey);
            proof.records[i] = {before, {}};
        }
        return proof;
    }
    ProofReport check(const Proof &proof, bool trusted = true) const
    {
        Anchors anchors = vector.anchors();
        if (trusted)
            anchors.store = pki.trust();
        return verifyProof(proof, anchors);
    }
    static bool finds(const ProofReport &report, Weight weight, const char *defect)
    {
        return report.findings.contains(Finding{weight, QString::fromLatin1(defect), QStringLiteral("receipt")});
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void holdsInThatPersonsName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("RSA") << QStringLiteral("ana");
        QTest::newRow("P-256") << QStringLiteral("eva");
    }
    void holdsInThatPersonsName()
    {
        QFETCH(QString, name);
        const Proof proof = handed(vector.proof, certified(name, vector.proof));
        const ProofReport good = check(proof);
        QVERIFY2(good.verdict == ProofVerdict::Good, qPrintable(test::defects(good).join(u' ')));
        QVERIFY(!good.has(QStringLiteral("signer_unanchored")));
        // Who does not know the authority is told that, and nothing worse.
        const ProofReport unknown = check(proof, false);
        QCOMPARE(unknown.verdict, ProofVerdict::Unanchored);
        QVERIFY(finds(unknown, Weight::Open, "signer_unanchored"));
        // One file has all of it, for whoever checks with openssl too.
        const auto package = EvidencePackage::of(proof);
        const QString key =
            QStringLiteral("keys/%1.pem").arg(QString::fromLatin1(readReceipt(proof.receipt).value().keyThumbprint));
        const auto has = [&](const QString &file) {
            const auto &files = package.value().files();
            return std::any_of(files.begin(), files.end(), [&](const auto &one) { return one.first == file; });
        };
        QVERIFY(has(key) && has(QStringLiteral("certs/receipt-1.der")) && has(QStringLiteral("receipt.der")));
        Anchors anchors = vector.anchors();
        anchors.store = pki.trust();
        const auto back = checkEvidence(package.value().bytes({}, QDateTime::currentDateTimeUtc()).value(), anchors);
        for (const Finding &one : back.value().report.findings)
            QVERIFY2(one.weight != Weight::Broken && one.defect != QLatin1String("incomplete"), qPrintable(one.defect));
        QCOMPARE(back.value().proof.receipt, proof.receipt);
    }

    void whatDoesNotFitIsBroken()
    {
        const auto of = [this](const QString &name) {
            return check(handed(vector.proof, certified(name, vector.proof)));
        };
        QVERIFY(finds(of(QStringLiteral("rob")), Weight::Open, "signer_unanchored")); // of an authority nobody trusts
        QVERIFY(finds(of(QStringLiteral("leo")), Weight::Broken, "bad_receipt"));     // expired
        QVERIFY(finds(of(QStringLiteral("sol")), Weight::Broken, "bad_receipt"));     // not for signatures
        QVERIFY(finds(of(QStringLiteral("ocsp")), Weight::Broken, "foreign_key"));    // of nobody
        // Another's signature beneath this certificate, and another certificate over this signature.
        const QByteArray receipt = certified(QStringLiteral("eva"), vector.proof);
        QByteArray altered = receipt;
        altered[altered.size() - 10] = altered.at(altered.size() - 10) == 'A' ? 'B' : 'A';
        QVERIFY(finds(check(handed(vector.proof, altered)), Weight::Broken, "bad_signature"));
        const crypto::Certificate other = pki.key(QStringLiteral("rob"))->certificate();
        const QList<QByteArray> parts = receipt.split('.');
        QJsonObject header = crypto::readUnverifiedJws(receipt).value().header;
        header.insert(QStringLiteral("x5c"), QJsonArray{test::b64(other.der().toBase64())});
        const QByteArray swapped = QJsonDocument(header)
                                       .toJson(QJsonDocument::Compact)
                                       .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) +
                                   '.' + parts.at(1) + '.' + parts.at(2);
        QVERIFY(finds(check(handed(vector.proof, swapped)), Weight::Broken, "foreign_key"));
    }

    // The seal says by what; the other is no receipt for it.
    void signedByWhatTheEntityAsksFor()
    {
        const Proof device = asking({QStringLiteral("device")});
        QVERIFY(finds(check(handed(device, certified(QStringLiteral("eva"), device))), Weight::Broken, "bad_receipt"));
        const Proof certificate = asking({QStringLiteral("certificate")});
        const auto own = makeReceipt(
            readSeal(certificate.seal).value(),
            [&] {
                ReceiptOrder asked = order();
                asked.head = digestOf(certificate.records.at(1).jws);
                return asked;
            }(),
            vector.deviceKey);
        QVERIFY(finds(check(handed(certificate, own.value())), Weight::Broken, "bad_receipt"));
        const ProofReport good = check(handed(certificate, certified(QStringLiteral("eva"), certificate)));
        QVERIFY2(test::defects(good).isEmpty(), qPrintable(test::defects(good).join(u' ')));
    }

    void whoseItIs()
    {
        const crypto::Certificate eva = pki.key(QStringLiteral("eva"))->certificate();
        QVERIFY(belongsTo(eva, QStringLiteral("co:CC:1020304050")));
        for (const char *other : {"co:CC:79500100", "co:CE:1020304050", "co:CC:20304050", "co:CC:", ""})
            QVERIFY2(!belongsTo(eva, QString::fromLatin1(other)), other);
        QVERIFY(!belongsTo(pki.authority(), QStringLiteral("co:CC:1020304050")));
    }
};

QTEST_GUILESS_MAIN(TestEvidenceReceipt)
#include "tst_evidence_receipt.moc"
