// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are not plain, keys that may not sign, and whom a verifier believes.
#include "core/signing/Pkcs12Key.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/pdf/FormFields.h"
#include "core/signing/sign/PageFacts.h"
#include "tests/core/signing/Bend.h"

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

    // With object streams even the root is locked away: what is said before a key is asked for must be read with the
    // password too.
    void toldBeforeTheKey()
    {
        const QString locked = pki.file(QStringLiteral("locked-streams.pdf"));
        bool ok = false;
        pki.run(QStringLiteral("qpdf"),
                {QStringLiteral("--object-streams=generate"),
                 QStringLiteral("--encrypt"),
                 {},
                 QStringLiteral("clave"),
                 QStringLiteral("256"),
                 QStringLiteral("--modify=none"),
                 QStringLiteral("--"),
                 put(QStringLiteral("p.pdf"), test::formPdf()),
                 locked},
                &ok);
        QVERIFY(ok);
        const QByteArray bytes = bytesOf(locked);
        const PageFacts shut = pageFacts(bytes, clock.nowUtc());
        QVERIFY(!shut.maySign.ok());
        QCOMPARE(shut.maySign.error().code, signing::errors::encryptedPdf);
        const PageFacts open = pageFacts(bytes, clock.nowUtc(), "clave");
        QVERIFY2(open.maySign.ok(), open.maySign.ok() ? "" : qPrintable(open.maySign.error().codeText()));
        QCOMPARE(open.pages, 1);
        QCOMPARE(open.firstPage, QSizeF(612, 792));
    }

    // A form that leads in circles: read by everybody else, so by us, and nobody goes round for ever.
    void circles_data()
    {
        QTest::addColumn<QByteArray>("form");
        const auto text = [](const QByteArray &more) -> QByteArray {
            return "<</FT/Tx/Type/Annot/Subtype/Widget/F 4/P 4 0 R/Rect[72 600 272 620]" + more + ">>";
        };
        QTest::newRow("its own kid") << test::updated(
            test::formPdf(), {{7, "<</FT/Tx/T(nombre)/Kids[12 0 R 7 0 R]>>"}, {12, text("/T(a)/Parent 7 0 R")}});
        QTest::newRow("nothing but itself")
            << test::updated(test::formPdf(), {{7, text("/T(nombre)/Kids[7 0 R]")}});
        QTest::newRow("a kid leads back") << test::updated(
            test::formPdf(),
            {{7, "<</FT/Tx/T(nombre)/Kids[12 0 R]>>"}, {12, text("/T(a)/Parent 7 0 R/Kids[13 0 R 7 0 R]")},
             {13, text("/T(b)/Parent 12 0 R")}});
        QTest::newRow("a kid that is gone")
            << test::updated(test::formPdf(), {{7, text("/T(nombre)/Kids[99 0 R]")}});
    }

    void circles()
    {
        QFETCH(QByteArray, form);
        const QString target =
            pki.file(QStringLiteral("c-%1.pdf").arg(QString::fromLatin1(QTest::currentDataTag()).remove(u' ')));
        const auto done = sign(put(QStringLiteral("c.pdf"), form), target, QStringLiteral("eva"), Level::LTA);
        QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : done.error().codeText() + done.error().detail));
        QVERIFY2(verify(target).verdict == FileVerdict::Valid, qPrintable(told(verify(target))));
        QVERIFY(pki.run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), target}).contains("Signature is Valid."));
        bool ok = false;
        pki.run(QStringLiteral("qpdf"), {QStringLiteral("--check"), target}, &ok);
        QVERIFY(ok);
        // A circle that comes after the signature is a change of the field, and no kind of it is allowed.
        QVERIFY(verifyBytes(test::updated(bytesOf(target), {{8, "<</FT/Tx/T(nota)/Kids[8 0 R]>>"}})).verdict ==
                FileVerdict::Altered);
    }

    // Where two readers would not agree which fields are signed, nothing is added that nobody could verify.
    void unclearForm_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::newRow("a signature field in a circle")
            << test::updated(test::formPdf(), {{9, "<</FT/Sig/T(firma)/Kids[9 0 R]>>"}});
        QTest::newRow("a field of no kind in a circle")
            << test::updated(test::formPdf(), {{7, "<</T(nombre)/Kids[7 0 R]>>"}});
        QTest::newRow("a field in two places") << test::updated(
            test::formPdf(), {{7, "<</FT/Tx/T(uno)/Kids[12 0 R]>>"}, {8, "<</FT/Tx/T(dos)/Kids[12 0 R]>>"},
                              {12, "<</T(a)>>"}});
        QTest::newRow("a field that is a number") << test::updated(test::formPdf(), {{7, "7"}});
    }

    void unclearForm()
    {
        QFETCH(QByteArray, form);
        const QString target = pki.file(QStringLiteral("unclear.pdf"));
        const auto done = sign(put(QStringLiteral("c.pdf"), form), target, QStringLiteral("eva"), Level::B);
        QVERIFY(!done.ok());
        QCOMPARE(done.error().code, signing::errors::unclearForm);
        QCOMPARE(pageFacts(form, clock.nowUtc()).maySign.error().code, signing::errors::unclearForm);
        QVERIFY(!QFile::exists(target));
        // Signed by another program it is not green either.
        test::ByHand how;
        how.cms = test::cmsBy(*this, QStringLiteral("eva"));
        QVERIFY(verifyBytes(test::signedByHand(form, how)).verdict == FileVerdict::Unreadable);
    }

    // A form that a program allows people to save carries a signature of that program: it is nobody's.
    void readerEnabledForm()
    {
        const QByteArray form = test::updated(
            test::formPdf(), {{1, "<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R/Perms<</UR3 50 0 R>>>>"},
                              {50, "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 9 20 9]"
                                   "/Contents<00>/Reference[<</Type/SigRef/TransformMethod/UR3>>]>>"}});
        QVERIFY2(verifyBytes(form).verdict == FileVerdict::None, qPrintable(told(verifyBytes(form))));
        const QString target = pki.file(QStringLiteral("reader.pdf"));
        QVERIFY(sign(put(QStringLiteral("r.pdf"), form), target, QStringLiteral("eva"), Level::B).ok());
        QVERIFY2(verify(target).verdict == FileVerdict::Valid, qPrintable(told(verify(target))));
        // One more than that is somebody's.
        QVERIFY(verifyBytes(test::updated(form, {{51, "<</Type/Sig/ByteRange[0 9 20 9]/Contents<00>>>"}})).verdict ==
                FileVerdict::Unreadable);
    }

    // Its author closed it to changes; that it can still be proven in ten years is none (ISO 32000-2 §12.8.2.2).
    void closedDocumentIsKept()
    {
        test::ByHand how;
        how.more = test::docMdp(1);
        how.certify = true;
        how.cms = test::cmsBy(*this, QStringLiteral("eva"));
        const QString closed = put(QStringLiteral("closed.pdf"), test::signedByHand(test::formPdf(), how));
        const QString kept = pki.file(QStringLiteral("closed-lta.pdf"));
        const auto raised = sign(closed, kept, {}, Level::LTA);
        QVERIFY2(raised.ok(), qPrintable(raised.ok() ? QString() : raised.error().codeText()));
        const VerificationReport report = verify(kept, false);
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        QCOMPARE(report.signatures.first().level, QStringLiteral("B-LTA"));
        QCOMPARE(report.signatures.first().after, After::B1);
        QVERIFY(pki.run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), kept}).contains("Signature is Valid."));
    }

    // The lock of a field that hangs below another closes the document as well.
    void lockBelowAnotherField()
    {
        test::ByHand how;
        how.cms = test::cmsBy(*this, QStringLiteral("eva"));
        const QByteArray made = test::signedByHand(test::plainPdf(), how);
        const PdfFile file = PdfFile::open(made).value();
        const FormField field = formFields(file).fields.front();
        PdfDict lower = field.dict;
        PdfDict lock;
        lock.set("Action", PdfValue::name("All"));
        lock.set("P", PdfValue::integer(1));
        lower.set("Lock", PdfValue::dict(lock));
        const PdfDict root = file.resolved(file.trailer()["Root"]).value().entries();
        PdfDict catalog = root;
        PdfDict form;
        form.set("Fields", PdfValue::array({PdfValue::ref({80, 0})}));
        catalog.set("AcroForm", PdfValue::dict(form)); // and no flag says that there are signatures
        const QByteArray nested = test::updated(
            made, {{field.ref.number, written(PdfValue::dict(lower))},
                   {80, "<</T(grupo)/Kids[" + QByteArray::number(field.ref.number) + " 0 R]>>"},
                   {file.trailer()["Root"].target().number, written(PdfValue::dict(catalog))}});
        QCOMPARE(pageFacts(nested, clock.nowUtc()).maySign.error().code, signing::errors::certifiedPdf);
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
