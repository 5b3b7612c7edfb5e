// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Evidence of another implementation holds, and whatever is altered, moved, cut, repeated or taken from elsewhere is
// found and named.
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Timestamp.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/SealedPackage.h"
#include "tests/core/evidence/Vector.h"
#include "tests/core/signing/SigningPki.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace carriel;
using namespace carriel::evidence;
using test::defects;
using test::Vector;

namespace {

QByteArray say(const ProofReport &report)
{
    QByteArray out;
    for (const Finding &finding : report.findings)
        out += finding.defect.toLatin1() + '@' + finding.where.toLatin1() + ' ';
    return out;
}

} // namespace

class TestEvidenceProof : public QObject
{
    Q_OBJECT

private:
    Vector vector = Vector::read();
    ProofReport check(const Proof &proof) const { return verifyProof(proof, vector.anchors()); }

private Q_SLOTS:
    void theExampleHolds()
    {
        const ProofReport report = check(vector.proof);
        QVERIFY2(report.verdict == ProofVerdict::Good, say(report).constData());
        QCOMPARE(name(report.state), QStringLiteral("Certified"));
        QCOMPARE(report.timeline.size(), 4);
        QCOMPARE(report.entityName, QStringLiteral("Entidad de ejemplo"));
        QCOMPARE(report.handover->openedBy, QStringLiteral("co:CC:1020304050"));
        QVERIFY(report.has(QStringLiteral("no_stamp")) && report.has(QStringLiteral("consent_absent")));
        // With its stamps and the consent nothing is left but how sure the login was.
        const Vector whole = Vector::complete();
        const ProofReport complete = verifyProof(whole.proof, whole.anchorsWithStamps());
        QCOMPARE(say(complete), QByteArray("login_absent@id_token "));
        QVERIFY(complete.timeline.at(2).stamped.has_value() && complete.timeline.at(3).stamped.has_value());
    }

    void whoIsNotKnownLeavesItOpen()
    {
        const ProofReport report = verifyProof(vector.proof, {});
        QCOMPARE(report.verdict, ProofVerdict::Unanchored);
        Proof bare = vector.proof;
        bare.directory.clear();
        QCOMPARE(verifyProof(bare, vector.anchors()).verdict, ProofVerdict::Unanchored);
    }

    void theSealOpensWithItsKeyAlone()
    {
        const Seal seal = readSeal(vector.proof.seal).value();
        const auto opened = openSeal(seal, nullptr, SecretBytes::copyOf(vector.a), vector.cipher);
        QVERIFY2(opened.ok(),
                 opened ? "" : qPrintable(opened.error().params.value(QStringLiteral("reason")).toString()));
        QCOMPARE(opened.value().content, vector.proof.content);
        QCOMPARE(opened.value().act.documents.size(), 1);
        QCOMPARE(*opened.value().act.termDays, 10);
        QVERIFY(!documentOf(opened.value().content, opened.value().act.documents.first()).value().isEmpty());

        // Read again without any key; other bytes are not it.
        QCOMPARE(readVerified(opened.value().salt, opened.value().content, seal).value().title,
                 opened.value().act.title);
        QVERIFY(!readVerified(opened.value().salt, opened.value().content + 'x', seal).ok());

        const auto reason = [&](const QByteArray &key, const QByteArray &cipher, const Seal &of) {
            const auto result = openSeal(of, nullptr, SecretBytes::copyOf(key), cipher);
            return result ? QString() : result.error().params.value(QStringLiteral("reason")).toString();
        };
        QByteArray other = vector.a;
        other[5] = char(other[5] ^ 1);
        QCOMPARE(reason(other, vector.cipher, seal), QStringLiteral("key"));
        QCOMPARE(reason(vector.a, vector.cipher.chopped(1), seal), QStringLiteral("cipher"));
        // A key that the seal names, but that does not open what it names.
        Seal lying = seal;
        lying.keyA = crypto::toBase64Url(crypto::sha256(other));
        QCOMPARE(reason(other, vector.cipher, lying), QStringLiteral("cipher"));
        lying = seal;
        lying.plain = lying.cipher;
        QCOMPARE(reason(vector.a, vector.cipher, lying), QStringLiteral("plain"));
        lying = seal;
        lying.signer.chain.clear();
        QCOMPARE(reason(vector.a, vector.cipher, lying), QStringLiteral("signature"));
        lying = seal;
        lying.id = QStringLiteral("another");
        QCOMPARE(reason(vector.a, vector.cipher, lying), QStringLiteral("package"));
    }

    void anyAlteredByteIsFound()
    {
        QRandomGenerator random(3);
        const auto spoil = [&](QByteArray &compact) {
            const qsizetype at = random.bounded(int(compact.size()));
            const char before = compact.at(at);
            while (compact.at(at) == before)
                compact[at] = char(random.bounded(33, 127));
        };
        int tried = 0;
        for (int round = 0; round < 50; ++round) {
            for (QByteArray Proof::*part : {&Proof::seal, &Proof::receipt, &Proof::device, &Proof::certificate,
                                            &Proof::directory, &Proof::salt, &Proof::content}) {
                Proof proof = vector.proof;
                spoil(proof.*part);
                const ProofReport report = check(proof);
                QVERIFY2(report.verdict == ProofVerdict::Broken, say(report).constData());
                ++tried;
            }
            Proof proof = vector.proof;
            spoil(proof.records[random.bounded(4)].jws);
            QCOMPARE(check(proof).verdict, ProofVerdict::Broken);
        }
        QVERIFY(tried >= 350);
    }

    void anyOtherOrderIsFound()
    {
        QList<int> order{0, 1, 2, 3};
        while (std::next_permutation(order.begin(), order.end())) {
            Proof proof = vector.proof;
            for (int i = 0; i < 4; ++i)
                proof.records[i] = vector.proof.records.at(order.at(i));
            const QStringList found = defects(check(proof));
            QVERIFY(found.contains(QStringLiteral("reordered")) || found.contains(QStringLiteral("gap")));
        }
    }

    void anythingLeftOutIsFound()
    {
        for (int missing = 0; missing < 4; ++missing) {
            Proof proof = vector.proof;
            proof.records.removeAt(missing);
            const QStringList found = defects(check(proof));
            QVERIFY2(found.contains(missing == 3 ? QStringLiteral("truncated") : QStringLiteral("gap")),
                     qPrintable(found.join(QLatin1Char(' '))));
        }
        Proof proof = vector.proof;
        proof.records.resize(2);
        QVERIFY(defects(check(proof)).contains(QStringLiteral("truncated")));
        proof.records.clear();
        QVERIFY(defects(check(proof)).contains(QStringLiteral("truncated")));
        proof = vector.proof;
        proof.receipt.clear();
        QVERIFY(defects(check(proof)).contains(QStringLiteral("truncated")));
        // Cut and linked anew by the operator itself: what begins in the middle, begins wrong.
        Vector lying = vector;
        lying.proof.records.removeAt(0);
        lying.proof.records[0].jws = Vector::again(
            lying.proof.records.at(0).jws,
            {{QStringLiteral("prev"), QJsonValue::Undefined}, {QStringLiteral("seq"), 1}}, lying.operatorKey);
        lying.relink(1);
        QVERIFY(defects(check(lying.proof)).contains(QStringLiteral("truncated")));
    }

    void repeatedRecordsAreFound()
    {
        for (int i = 0; i < 4; ++i) {
            Proof proof = vector.proof;
            proof.records.insert(i, proof.records.at(i));
            QVERIFY(defects(check(proof)).contains(QStringLiteral("replayed")));
        }
        Vector lying = vector; // a second handover, well linked and signed
        lying.proof.records.append(
            {Vector::again(lying.proof.records.at(2).jws, {{QStringLiteral("jti"), QStringLiteral("second")}},
                           lying.operatorKey),
             {}});
        lying.relink(4);
        QCOMPARE(defects(check(lying.proof)), QStringList{QStringLiteral("two_handovers")});
    }

    void foreignPartsAreFound()
    {
        const crypto::PrivateKey stranger = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
        Vector lying = vector;
        lying.proof.records[1].jws = Vector::again(lying.proof.records.at(1).jws, {}, stranger);
        QVERIFY(defects(check(lying.proof)).contains(QStringLiteral("foreign_key")));
        lying = vector;
        lying.proof.seal = Vector::again(lying.proof.seal, {}, stranger);
        QVERIFY(defects(check(lying.proof)).contains(QStringLiteral("foreign_key")));
        lying = vector; // another notification's record, and another operator's
        lying.proof.records[1].jws = Vector::again(
            lying.proof.records.at(1).jws, {{QStringLiteral("txn"), QStringLiteral("other")}}, lying.operatorKey);
        lying.relink(2);
        QVERIFY(defects(check(lying.proof)).contains(QStringLiteral("foreign_record")));
        lying = vector;
        lying.proof.records[1].jws =
            Vector::again(lying.proof.records.at(1).jws, {{QStringLiteral("iss"), QStringLiteral("https://other")}},
                          lying.operatorKey);
        lying.relink(2);
        QVERIFY(defects(check(lying.proof)).contains(QStringLiteral("foreign_operator")));
        lying = vector; // the same entity's seal of another content
        lying.proof.seal =
            Vector::again(lying.proof.seal, {{QStringLiteral("title"), QStringLiteral("Otro")}}, lying.entityKey);
        QVERIFY(defects(check(lying.proof)).contains(QStringLiteral("foreign_seal")));
        lying = vector; // a receipt by a key that the operator did not name
        lying.proof.receipt = Vector::again(lying.proof.receipt, {}, stranger);
        QVERIFY(defects(check(lying.proof)).contains(QStringLiteral("wrong_reference")));
        QVERIFY(defects(check(lying.proof)).contains(QStringLiteral("bad_signature")));
        lying = vector; // a directory that a stranger signed
        lying.proof.directory = Vector::again(lying.proof.directory, {}, stranger);
        QVERIFY(!defects(check(lying.proof)).isEmpty());
    }

    void statementsThatDoNotFitEachOtherAreFound()
    {
        const auto with = [this](int record, const char *name, const QString &value) {
            Vector lying = vector;
            const QJsonObject events =
                Vector::payload(lying.proof.records.at(record).jws).value(QLatin1String("events")).toObject();
            QJsonObject inner = events.begin().value().toObject();
            inner.insert(QLatin1String(name), value);
            lying.proof.records[record].jws = Vector::again(
                lying.proof.records.at(record).jws,
                {{QStringLiteral("events"), QJsonObject{{events.begin().key(), inner}}}}, lying.operatorKey);
            lying.relink(record + 1);
            return defects(check(lying.proof));
        };
        for (const char *name : {"regime", "entity", "recipient"})
            QVERIFY(with(0, name, QStringLiteral("other")).contains(QStringLiteral("mismatch")));
        const QString other = QString::fromLatin1(vector.proof.seal.isEmpty() ? "" : digestOf("x"));
        QVERIFY(with(2, "a_sha256", other).contains(QStringLiteral("mismatch")));
        QVERIFY(with(2, "cipher_sha256", other).contains(QStringLiteral("mismatch")));
        QVERIFY(with(2, "opened_by", QStringLiteral("co:CC:1")).contains(QStringLiteral("mismatch")));
        // The handover moved in time: the certificate says another moment.
        Vector lying = vector;
        lying.proof.records[2].jws =
            Vector::again(lying.proof.records.at(2).jws, {{QStringLiteral("toe"), 1767621000}}, lying.operatorKey);
        lying.relink(3);
        QVERIFY(defects(check(lying.proof)).contains(QStringLiteral("bad_certificate")));
        // An opening before anything was available.
        lying = vector;
        lying.proof.records.removeAt(1);
        lying.relink(1);
        QVERIFY(defects(check(lying.proof)).contains(QStringLiteral("wrong_event")));
    }

    void aReceiptNamesTheChainThatItSaw()
    {
        const Seal seal = readSeal(vector.proof.seal).value();
        const QByteArray head = digestOf(vector.proof.records.at(1).jws);
        const auto receipt = makeReceipt(seal,
                                         {QStringLiteral("r1"),
                                          {},
                                          {},
                                          {},
                                          head,
                                          QStringLiteral("challenge"),
                                          QDateTime::fromSecsSinceEpoch(1767621800, Qt::UTC)},
                                         vector.deviceKey);
        const Receipt read = readReceipt(receipt.value()).value();
        QCOMPARE(read.seal, seal.digest);
        QCOMPARE(read.keyThumbprint, vector.deviceKey.publicKey().thumbprint());
        QVERIFY(!read.text.isEmpty());
        Proof proof = vector.proof; // prepared, not sent
        proof.certificate.clear();
        proof.content.clear();
        proof.salt.clear();
        proof.records.resize(2);
        proof.receipt = receipt.value();
        ProofReport report = check(proof);
        QVERIFY2(report.verdict == ProofVerdict::Good && report.has(QStringLiteral("no_handover")),
                 say(report).constData());
        proof.receipt = makeReceipt(seal,
                                    {QStringLiteral("r1"),
                                     {},
                                     {},
                                     {},
                                     digestOf("nothing"),
                                     QStringLiteral("c"),
                                     QDateTime::fromSecsSinceEpoch(1, Qt::UTC)},
                                    vector.deviceKey)
                            .value();
        QCOMPARE(defects(check(proof)), QStringList{QStringLiteral("receipt_head")});
    }

    void rewrittenHistoryIsNoContinuation()
    {
        QList<ProofRecord> before = vector.proof.records;
        QList<ProofRecord> now = before;
        now[1].stamp = "a stamp may come later";
        QVERIFY(continues(before, now));
        before.removeLast();
        QVERIFY(continues(before, now));
        QVERIFY(!continues(now, before));
        now[0].jws += 'x';
        QVERIFY(!continues(before, now));
    }

    // The store of authorities is for time stamps: their customers do not say whose keys are whose.
    void aDirectoryIsBelievedByItsKeyAlone()
    {
        test::SigningPki pki;
        QVERIFY(pki.ready());
        bool ok = false;
        const auto key = crypto::PrivateKey::fromPkcs8(pki.run(
            QStringLiteral("openssl"),
            {QStringLiteral("pkcs8"), QStringLiteral("-topk8"), QStringLiteral("-nocrypt"), QStringLiteral("-in"),
             pki.file(QStringLiteral("eva.key")), QStringLiteral("-outform"), QStringLiteral("DER")},
            &ok));
        const auto leaf = pki.run(QStringLiteral("openssl"),
                                  {QStringLiteral("x509"), QStringLiteral("-in"), pki.file(QStringLiteral("eva.pem")),
                                   QStringLiteral("-outform"), QStringLiteral("DER")});
        QVERIFY(ok && key.ok() && !leaf.isEmpty());
        Proof proof = vector.proof;
        proof.directory =
            Vector::again(proof.directory, {}, key.value(),
                          {{QStringLiteral("x5c"), QJsonArray{QString::fromLatin1(leaf.toBase64()),
                                                              QString::fromLatin1(pki.authority().der().toBase64())}}});
        Anchors anchors;
        anchors.store = pki.trust();
        ProofReport report = verifyProof(proof, anchors);
        QCOMPARE(report.verdict, ProofVerdict::Unanchored);
        QVERIFY(report.findings.contains({Weight::Open, QStringLiteral("unanchored"), QStringLiteral("directory")}));
        anchors.keys.append(key.value().publicKey().thumbprint()); // an articulator that the verifier knows
        report = verifyProof(proof, anchors);
        QVERIFY2(report.verdict == ProofVerdict::Good, say(report).constData());
    }

    void theClassIsThatOfTheRegime()
    {
        const Finding mismatch{Weight::Broken, QStringLiteral("mismatch"), QStringLiteral("seal")};
        QVERIFY(!check(vector.proof).findings.contains(mismatch));
        for (const auto &[kind, regime] : {std::pair{QStringLiteral("communication"), QStringLiteral("cpaca-56")},
                                           std::pair{QStringLiteral("notification"), QStringLiteral("comunicacion")}}) {
            Proof proof = vector.proof;
            proof.seal = Vector::again(
                proof.seal, {{QStringLiteral("class"), kind}, {QStringLiteral("regime"), regime}}, vector.entityKey);
            QVERIFY(check(proof).findings.contains(mismatch));
        }
    }

    void stampsAreChecked()
    {
        test::SigningPki pki;
        QVERIFY(pki.ready());
        Vector fresh = vector;
        fresh.proof.certificate.clear();
        fresh.proof.records.resize(3);
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        fresh.proof.records[2].jws =
            Vector::again(fresh.proof.records.at(2).jws, {{QStringLiteral("toe"), now}, {QStringLiteral("iat"), now}},
                          fresh.operatorKey);
        const auto stamp = [&pki](const QByteArray &jws) {
            QByteArray token;
            pki.fetch({pki.tsa(), crypto::timestampRequest(crypto::sha256(jws), "12345678"), {}},
                      [&](Result<QByteArray> answer) { token = crypto::Timestamp::tokenOf(answer.value()).value(); });
            return token;
        };
        fresh.proof.records[2].stamp = stamp(fresh.proof.records.at(2).jws);
        Anchors anchors = vector.anchors();
        ProofReport report = verifyProof(fresh.proof, anchors);
        QCOMPARE(report.verdict, ProofVerdict::Unanchored);
        QVERIFY(report.has(QStringLiteral("stamp_unanchored")));
        QVERIFY(!report.timeline.last().stamped.has_value()); // nobody that is known says so
        anchors.store = pki.trust();
        report = verifyProof(fresh.proof, anchors);
        QVERIFY2(report.verdict == ProofVerdict::Good, say(report).constData());
        QVERIFY(report.timeline.last().stamped.has_value());
        Proof other = fresh.proof;
        other.records[2].stamp = stamp(other.records.at(1).jws);
        QCOMPARE(defects(verifyProof(other, anchors)), QStringList{QStringLiteral("bad_stamp")});
        other.records[2].stamp[40] = char(other.records[2].stamp[40] ^ 1);
        QCOMPARE(defects(verifyProof(other, anchors)), QStringList{QStringLiteral("bad_stamp")});
        other = vector.proof; // the example's moments are long past
        other.records[2].stamp = stamp(other.records.at(2).jws);
        QCOMPARE(defects(verifyProof(other, anchors)), QStringList{QStringLiteral("stamp_time")});
    }
};

QTEST_APPLESS_MAIN(TestEvidenceProof)
#include "tst_evidence_proof.moc"
