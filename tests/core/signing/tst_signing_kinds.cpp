// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are not plain, keys that may not sign, and whom a verifier believes.
#include "core/signing/Pkcs12Key.h"
#include "core/signing/SigningErrors.h"
#include "tests/core/signing/SigningDesk.h"

#include <QDir>
#include <QTest>

using namespace carriel;
using namespace carriel::signing;

class SigningKinds : public QObject, private test::SigningDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void encrypted_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("RC4 40") << QStringList{QStringLiteral("--allow-weak-crypto"),
                                               QStringLiteral("--encrypt"),
                                               {},
                                               QStringLiteral("dueño"),
                                               QStringLiteral("40"),
                                               QStringLiteral("--")};
        QTest::newRow("RC4 128") << QStringList{QStringLiteral("--allow-weak-crypto"),
                                                QStringLiteral("--encrypt"),
                                                {},
                                                QStringLiteral("dueño"),
                                                QStringLiteral("128"),
                                                QStringLiteral("--use-aes=n"),
                                                QStringLiteral("--")};
        QTest::newRow("AES 128") << QStringList{QStringLiteral("--allow-weak-crypto"),
                                                QStringLiteral("--encrypt"),
                                                {},
                                                QStringLiteral("dueño"),
                                                QStringLiteral("128"),
                                                QStringLiteral("--use-aes=y"),
                                                QStringLiteral("--")};
        QTest::newRow("AES 256") << QStringList{
            QStringLiteral("--encrypt"), {}, QStringLiteral("dueño"), QStringLiteral("256"), QStringLiteral("--")};
        QTest::newRow("AES 256, streams") << QStringList{QStringLiteral("--object-streams=generate"),
                                                         QStringLiteral("--encrypt"),
                                                         {},
                                                         QStringLiteral("dueño"),
                                                         QStringLiteral("256"),
                                                         QStringLiteral("--")};
    }

    void encrypted()
    {
        QFETCH(QStringList, options);
        const QString plain = put(QStringLiteral("p.pdf"), test::formPdf());
        const QString locked = pki.file(QStringLiteral("locked.pdf"));
        const QString target = pki.file(
            QStringLiteral("e-%1.pdf").arg(QString::fromLatin1(QTest::currentDataTag()).remove(u' ').remove(u',')));
        bool ok = false;
        const QByteArray said = pki.run(QStringLiteral("qpdf"), options + QStringList{plain, locked}, &ok);
        QVERIFY2(ok, said.constData());
        const auto done = sign(locked, target, QStringLiteral("eva"), Level::LTA, [](PdfSignOptions &o) {
            o.place = QStringLiteral("Cali");
            o.box = VisibleBox{1, QRectF(72, 72, 200, 50), {}};
        });
        QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : done.error().codeText() + done.error().detail));
        const VerificationReport report = verify(target, false);
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        QCOMPARE(report.signatures.first().place, QStringLiteral("Cali"));
        // A second parser reads the strings back; another still finds the signature good.
        const QByteArray open =
            pki.run(QStringLiteral("qpdf"),
                    {QStringLiteral("--qdf"), QStringLiteral("--decrypt"), target, QStringLiteral("-")}, &ok);
        QVERIFY(ok);
        QVERIFY(open.contains("/Location (Cali)"));
        QVERIFY(open.contains("(eva)")); // in the picture's stream
        const QByteArray pdfsig = pki.run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), target});
        QVERIFY2(pdfsig.contains("Signature is Valid."), pdfsig.constData());
        const QByteArray qpdf = pki.run(QStringLiteral("qpdf"), {QStringLiteral("--check"), target}, &ok);
        QVERIFY2(ok, qpdf.constData());
    }

    void forbiddenByPermissions()
    {
        const QString plain = put(QStringLiteral("p.pdf"), test::plainPdf());
        const QString locked = pki.file(QStringLiteral("forbidden.pdf"));
        bool ok = false;
        pki.run(QStringLiteral("qpdf"),
                {QStringLiteral("--encrypt"),
                 {},
                 QStringLiteral("clave"),
                 QStringLiteral("256"),
                 QStringLiteral("--modify=none"),
                 QStringLiteral("--"),
                 plain,
                 locked},
                &ok);
        QVERIFY(ok);
        const QString target = pki.file(QStringLiteral("forbidden-signed.pdf"));
        QCOMPARE(sign(locked, target, QStringLiteral("eva"), Level::B).error().code, signing::errors::encryptedPdf);
        QVERIFY(sign(locked, target, QStringLiteral("eva"), Level::B, [](PdfSignOptions &o) {
                    o.password = "clave";
                }).ok());
    }

    void damagedTable()
    {
        QByteArray bytes = test::plainPdf(2);
        bytes.replace("startxref\n", "startxref\n9");
        const QString target = pki.file(QStringLiteral("repaired.pdf"));
        const auto done = sign(put(QStringLiteral("d.pdf"), bytes), target, QStringLiteral("eva"), Level::LT);
        QVERIFY(done.ok());
        QVERIFY(done.value().repaired);
        QVERIFY(bytesOf(target).startsWith(bytes));
        QVERIFY2(verify(target).verdict == FileVerdict::Valid, qPrintable(told(verify(target))));
        QVERIFY(pki.run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), target}).contains("Signature is Valid."));
        // A signed file is never repaired: that would break what was signed.
        QByteArray signedBytes = bytesOf(target);
        signedBytes.replace(signedBytes.lastIndexOf("startxref\n"), 10, "startxref\n9");
        QCOMPARE(sign(put(QStringLiteral("d.pdf"), signedBytes), pki.file(QStringLiteral("no.pdf")),
                      QStringLiteral("eva"), Level::B)
                     .error()
                     .code,
                 signing::errors::signedIrregular);
    }

    void headerNotFirst()
    {
        const QByteArray junk = "basura\n" + test::plainPdf();
        const QString target = pki.file(QStringLiteral("junk.pdf"));
        const auto done = sign(put(QStringLiteral("d.pdf"), junk), target, QStringLiteral("ana"), Level::B);
        QVERIFY(done.ok());
        QVERIFY(!done.value().repaired);
        QVERIFY2(verify(target).verdict == FileVerdict::Valid, qPrintable(told(verify(target))));
        QVERIFY(pki.run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), target}).contains("Signature is Valid."));
    }

    void refused()
    {
        const QString source = put(QStringLiteral("p.pdf"), test::plainPdf());
        const QString target = pki.file(QStringLiteral("refused.pdf"));
        QCOMPARE(sign(source, target, QStringLiteral("leo"), Level::B)
                     .error()
                     .params.value(QStringLiteral("reason"))
                     .toString(),
                 QStringLiteral("expired"));
        QCOMPARE(sign(source, target, QStringLiteral("sol"), Level::B)
                     .error()
                     .params.value(QStringLiteral("reason"))
                     .toString(),
                 QStringLiteral("usage"));
        QCOMPARE(sign(put(QStringLiteral("t.txt"), "hola"), target, QStringLiteral("ana"), Level::B).error().code,
                 signing::errors::notPdf);
        pki.down = true;
        QVERIFY(!sign(source, target, QStringLiteral("ana"), Level::T).ok());
        pki.down = false;
        QVERIFY(!QFile::exists(target));
        QVERIFY(sign(source, target, QStringLiteral("ana"), Level::B).ok());
        QCOMPARE(sign(source, target, QStringLiteral("ana"), Level::B).error().code, signing::errors::outputThere);
        QVERIFY(
            sign(source, target, QStringLiteral("ana"), Level::B, [](PdfSignOptions &o) { o.overwrite = true; }).ok());
        QCOMPARE(openPkcs12(pki.p12(QStringLiteral("ana")), SecretBytes::copyOf("otra")).error().code,
                 signing::errors::wrongPin);
        QCOMPARE(openPkcs12(source, SecretBytes::copyOf("clave")).error().code, signing::errors::badKeyFile);
        // Nothing is left lying about.
        QCOMPARE(QDir(pki.file({})).entryList({QStringLiteral(".carriel*")}, QDir::Files | QDir::Hidden).size(), 0);
    }

    void trust()
    {
        const QString target = pki.file(QStringLiteral("trust.pdf"));
        QVERIFY(sign(put(QStringLiteral("p.pdf"), test::plainPdf()), target, QStringLiteral("rob"), Level::B).ok());
        const VerificationReport stranger = verify(target);
        QCOMPARE(stranger.verdict, FileVerdict::Indeterminate);
        QCOMPARE(stranger.signatures.first().sub, SubIndication::NoCertificateChainFound);

        QVERIFY(sign(put(QStringLiteral("p.pdf"), test::plainPdf()), target, QStringLiteral("eva"), Level::B,
                     [](PdfSignOptions &o) { o.overwrite = true; })
                    .ok());
        QCOMPARE(verify(target, false).signatures.first().sub, SubIndication::TryLater);
        const QString stamped = pki.file(QStringLiteral("stamped.pdf"));
        QVERIFY(sign(put(QStringLiteral("p.pdf"), test::plainPdf()), stamped, QStringLiteral("eva"), Level::T).ok());
        QVERIFY(verify(stamped).verdict == FileVerdict::Valid);

        pki.revoke(QStringLiteral("eva"), clock.nowUtc().addSecs(600)); // after both, and before nothing
        QVERIFY(verify(stamped).verdict == FileVerdict::Valid);
        pki.revoke(QStringLiteral("eva"), clock.nowUtc().addSecs(-600));
        const VerificationReport unproven = verify(target);
        QCOMPARE(unproven.verdict, FileVerdict::Indeterminate);
        QCOMPARE(unproven.signatures.first().sub, SubIndication::RevokedNoPoe);
        const VerificationReport proven = verify(stamped);
        QCOMPARE(proven.verdict, FileVerdict::Invalid);
        QCOMPARE(proven.signatures.first().sub, SubIndication::Revoked);
    }
};

QTEST_GUILESS_MAIN(SigningKinds)
#include "tst_signing_kinds.moc"
