// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A consent given and withdrawn, as the protocol's examples have it: it holds; whatever is changed in it is found; and
// what is exported, openssl checks without us.
#include "core/evidence/proof/ConsentProof.h"
#include "core/signing/asic/Zip.h"
#include "tests/core/evidence/Vector.h"
#include "tests/support/Patience.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace carriel;
using namespace carriel::evidence;

class TestConsentProof final : public QObject
{
    Q_OBJECT

    test::Vector m_vector = test::Vector::read();

    static QByteArray example(const char *name)
    {
        QFile file(QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/examples/") + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    ConsentProof withdrawn() const
    {
        ConsentProof proof = readConsentProof(example("Consent.withdrawn.json")).value();
        proof.directory = m_vector.proof.directory;
        return proof;
    }
    QStringList defects(const ConsentProof &proof) const
    {
        QStringList out;
        for (const Finding &one : checkConsent(proof, m_vector.anchors()).findings)
            out.append(QString(one.defect + QLatin1Char('@') + one.where));
        return out;
    }

private Q_SLOTS:
    void whatWasGivenAndWithdrawnHolds()
    {
        const ConsentReport report = checkConsent(withdrawn(), m_vector.anchors());
        QCOMPARE(defects(withdrawn()), QStringList());
        QCOMPARE(report.verdict, ProofVerdict::Good);
        QVERIFY(report.given.isValid() && report.withdrawn > report.given);
        ConsentProof active = readConsentProof(example("Consent.active.json")).value();
        QVERIFY(!active.withdrawn);
        active.directory = m_vector.proof.directory;
        QCOMPARE(checkConsent(active, m_vector.anchors()).verdict, ProofVerdict::Good);
        active.directory.clear();
        QCOMPARE(checkConsent(active, m_vector.anchors()).verdict, ProofVerdict::Unanchored);
        QCOMPARE(checkConsent(withdrawn(), {}).verdict, ProofVerdict::Unanchored);
    }

    void whatWasChangedIsFound()
    {
        ConsentProof proof = withdrawn();
        proof.text += QLatin1Char(' ');
        QVERIFY(defects(proof).contains(QStringLiteral("mismatch@given")));
        proof = withdrawn();
        proof.procedure = QStringLiteral("T-9");
        QVERIFY(defects(proof).contains(QStringLiteral("mismatch@given")));
        proof = withdrawn();
        proof.given.statement = proof.withdrawn->statement; // a withdrawal is no consent
        QVERIFY(defects(proof).contains(QStringLiteral("mismatch@given")));
        QVERIFY(defects(proof).contains(QStringLiteral("missing_reference@given")));
        proof = withdrawn();
        proof.withdrawn->receipt = proof.given.receipt;
        QVERIFY(defects(proof).contains(QStringLiteral("bad_receipt@withdrawn")));
        // Signed by somebody else's key.
        proof = withdrawn();
        proof.given.statement = test::Vector::again(proof.given.statement, {}, m_vector.entityKey);
        QVERIFY(defects(proof).contains(QStringLiteral("bad_signature@given")));
        proof = withdrawn();
        proof.given.receipt = test::Vector::again(proof.given.receipt, {}, m_vector.entityKey);
        QVERIFY(!defects(proof).isEmpty());
        QCOMPARE(checkConsent(proof, m_vector.anchors()).verdict, ProofVerdict::Broken);
        for (QByteArray *part : {&proof.given.statement, &proof.given.device, &proof.given.receipt}) {
            *part = "x";
            QCOMPARE(checkConsent(proof, m_vector.anchors()).verdict, ProofVerdict::Broken);
        }
        QVERIFY(!readConsentProof("{}"));
        QVERIFY(!readConsentProof("no"));
    }

    void opensslChecksWhatIsExported()
    {
        const QByteArray bytes = consentPackage(withdrawn(), QDateTime::currentDateTimeUtc()).value();
        const auto zip = signing::ZipReader::open(bytes);
        QVERIFY(zip.ok());
        QTemporaryDir dir;
        QStringList keys;
        for (const signing::ZipEntry &entry : zip.value().entries()) {
            const QString path = dir.filePath(entry.name);
            QVERIFY(QDir().mkpath(QFileInfo(path).path()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes.mid(entry.data, entry.size)) == entry.size);
            if (entry.name.startsWith(QLatin1String("keys/")))
                keys.append(path);
        }
        QVERIFY(QFile::exists(dir.filePath(QStringLiteral("texto.txt"))));
        for (const char *name :
             {"given", "given-device", "given-receipt", "withdrawn", "withdrawn-receipt", "directory"}) {
            bool good = false;
            for (const QString &key : std::as_const(keys)) {
                QProcess openssl;
                openssl.start(QStringLiteral("openssl"),
                              {QStringLiteral("dgst"), QStringLiteral("-sha256"), QStringLiteral("-verify"), key,
                               QStringLiteral("-signature"), dir.filePath(QLatin1String(name) + QLatin1String(".der")),
                               dir.filePath(QLatin1String(name) + QLatin1String(".tbs"))});
                QVERIFY(openssl.waitForFinished(carriel::test::patienceMs));
                good = good || openssl.exitCode() == 0;
            }
            QVERIFY2(good, name);
        }
    }
};

QTEST_GUILESS_MAIN(TestConsentProof)
#include "tst_consent_proof.moc"
