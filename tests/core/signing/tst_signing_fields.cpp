// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The empty signature fields that authors leave, and what a person should know of a file before signing it.
#include "core/signing/SigningErrors.h"
#include "core/signing/sign/ExistingField.h"
#include "core/signing/sign/SafeToSign.h"
#include "tests/core/signing/Bend.h"
#include "tests/support/SimplePdf.h"

#include <QTest>

using namespace carriel;
using namespace carriel::signing;
using namespace carriel::test;

class SigningFields : public QObject, private test::SigningDesk
{
    Q_OBJECT

    // The form with its signature field, object 9, written anew.
    static QByteArray formWith(const QByteArray &field)
    {
        return updated(formPdf(), {{9, "<</Type/Annot/Subtype/Widget/FT/Sig/T(firma)/F 4/P 4 0 R" + field + ">>"}});
    }

    Result<SignedFile> signField(const QByteArray &pdf, const QString &target,
                                 const QString &field = QStringLiteral("firma"))
    {
        return sign(put(QStringLiteral("form.pdf"), pdf), target, QStringLiteral("eva"), Level::B,
                    [&](PdfSignOptions &options) {
                        options.field = field;
                        options.overwrite = true;
                    });
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void lists()
    {
        const QByteArray pdf = formWith("/Rect[72 100 272 150]");
        const auto fields = emptySignatureFields(PdfFile::open(pdf).value());
        QCOMPARE(fields.size(), 1);
        QCOMPARE(fields.first().name, QStringLiteral("firma"));
        QCOMPARE(fields.first().rect, QRectF(72, 100, 200, 50));
        QVERIFY(!fields.first().locked);
    }

    void fills_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("visible") << QByteArray("/Rect[72 100 272 150]");
        QTest::newRow("invisible") << QByteArray("/Rect[0 0 0 0]");
        QTest::newRow("wishes only") << QByteArray(
            "/Rect[72 100 272 150]/SV<</SubFilter[/adbe.pkcs7.detached]/Reasons[(otra)]>>");
        QTest::newRow("what we make") << QByteArray(
            "/Rect[0 0 0 0]/SV<</Ff 66/SubFilter[/ETSI.CAdES.detached]/DigestMethod[(SHA256)]>>");
        QTest::newRow("lock") << QByteArray(
            "/Rect[0 0 0 0]/Lock<</Type/SigFieldLock/Action/Include/Fields[(nombre)]>>");
    }

    void fills()
    {
        QFETCH(QByteArray, field);
        const QByteArray pdf = formWith(field);
        const QString target = pki.file(QStringLiteral("filled.pdf"));
        const auto done = signField(pdf, target);
        QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : done.error().codeText() + done.error().detail));
        const QByteArray bytes = bytesOf(target);
        QVERIFY(bytes.startsWith(pdf));
        const VerificationReport report = verify(target);
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        QCOMPARE(report.signatures.first().field, QStringLiteral("firma"));
        QCOMPARE(formFields(PdfFile::open(bytes).value()).fields.size(),
                 formFields(PdfFile::open(pdf).value()).fields.size());
        QVERIFY(emptySignatureFields(PdfFile::open(bytes).value()).isEmpty());
        QVERIFY(pki.run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), target}).contains("Signature is Valid."));
        bool ok = false;
        const QByteArray said = pki.run(QStringLiteral("qpdf"), {QStringLiteral("--check"), target}, &ok);
        QVERIFY2(ok, said.constData());
        // Signing it once more is no signing of an empty field.
        const auto again = sign(target, pki.file(QStringLiteral("again.pdf")), QStringLiteral("ana"), Level::B,
                                [](PdfSignOptions &options) { options.field = QStringLiteral("firma"); });
        QVERIFY(!again.ok());
        QCOMPARE(again.error().params.value(QStringLiteral("reason")).toString(), QStringLiteral("filled"));
    }

    void lockHolds()
    {
        const QString target = pki.file(QStringLiteral("locked.pdf"));
        QVERIFY(signField(formWith("/Rect[0 0 0 0]/Lock<</Type/SigFieldLock/Action/Include/Fields[(nombre)]>>"), target)
                    .ok());
        const QByteArray bytes = bytesOf(target);
        QVERIFY(bytes.contains("/TransformMethod /FieldMDP"));
        const PdfObject name = PdfFile::open(bytes).value().object({7, 0}).value();
        PdfDict dict = name.value.entries();
        dict.set("V", PdfValue::string("Otra"));
        QVERIFY(verifyBytes(updated(bytes, {{7, written(PdfValue::dict(dict))}})).verdict == FileVerdict::Altered);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("reason");
        const QString firma = QStringLiteral("firma");
        const auto seed = [](const char *values) {
            return formWith(QByteArray("/Rect[0 0 0 0]/SV<<") + values + ">>");
        };
        QTest::newRow("missing") << formPdf() << QStringLiteral("nadie") << QStringLiteral("missing");
        QTest::newRow("no signature field") << formPdf() << QStringLiteral("nombre") << QStringLiteral("missing");
        QTest::newRow("no form") << plainPdf() << firma << QStringLiteral("missing");
        QTest::newRow("format") << seed("/Ff 2/SubFilter[/adbe.pkcs7.detached]") << firma << QStringLiteral("seed");
        QTest::newRow("handler") << seed("/Ff 1/Filter/Other.Handler") << firma << QStringLiteral("seed");
        QTest::newRow("digest") << seed("/Ff 64/DigestMethod[(SHA512)]") << firma << QStringLiteral("seed");
        QTest::newRow("reasons") << seed("/Ff 8/Reasons[(Rechazo)]") << firma << QStringLiteral("seed");
        QTest::newRow("certificate") << seed("/Cert<</Ff 1/Subject[(x)]>>") << firma << QStringLiteral("seed");
        QTest::newRow("certification") << seed("/MDP<</P 2>>") << firma << QStringLiteral("seed");
    }

    void refuses()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(QString, field);
        QFETCH(QString, reason);
        const QString target = pki.file(QStringLiteral("refused.pdf"));
        const auto done = signField(pdf, target, field);
        QVERIFY(!done.ok());
        QVERIFY(done.error().code == signing::errors::fieldUnusable);
        QCOMPARE(done.error().params.value(QStringLiteral("reason")).toString(), reason);
        QVERIFY(!QFile::exists(target));
    }

    void safety_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        QTest::addColumn<QStringList>("kinds");
        const auto row = [](const char *name, const QByteArray &pdf, QStringList kinds) {
            QTest::newRow(name) << pdf << kinds;
        };
        const auto root = [](const QByteArray &more) {
            return updated(plainPdf(), {{1, "<</Type/Catalog/Pages 2 0 R" + more + ">>"}});
        };
        const auto with = [](const QByteArray &object) { return updated(plainPdf(), {{90, object}}); };
        row("nothing", plainPdf(3), {});
        row("script", root("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), {QStringLiteral("script")});
        row("script, name by codes", with("<</S/Java#53cript>>"), {QStringLiteral("script")});
        row("script behind a false end", with("<</A(endobj)/S/JavaScript>>"), {QStringLiteral("script")});
        row("script behind a falser end", with("<</A(\\)endobj)/S/JavaScript>>"), {QStringLiteral("script")});
        row("script behind a comment", with("<</A 1 % endobj\n/S/JavaScript>>"), {QStringLiteral("script")});
        row("launch", with("<</S/Launch/F(x.exe)>>"), {QStringLiteral("action")});
        row("link", with("<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://example.org)>>>>"),
            {QStringLiteral("link")});
        row("external stream", with("<</Length 0/F(otro.bin)>>\nstream\n\nendstream"), {QStringLiteral("external")});
        row("attachment", with("<</Type/Filespec/F(a)/EF<</F 91 0 R>>>>"), {QStringLiteral("attachment")});
        row("layers", root("/OCProperties<</OCGs[90 0 R]/D<</OFF[90 0 R]>>>>"), {QStringLiteral("hidden_layer")});
        row("shown layers", root("/OCProperties<</OCGs[90 0 R]/D<<>>>>"), {});
        row("hidden note", with("<</Type/Annot/Subtype/FreeText/F 2/Rect[0 0 9 9]>>"), {QStringLiteral("hidden_note")});
        row("form", formPdf(), {QStringLiteral("form")});
        row("xfa", root("/AcroForm<</Fields[]/XFA[]>>"), {QStringLiteral("xfa")});
        row("film", with("<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>>"), {QStringLiteral("media")});
        row("for the archive", updated(plainPdf(), {{1, "<</Type/Catalog/Pages 2 0 R/Metadata 90 0 R>>"},
                                                    {90, "<</Type/Metadata/Subtype/XML/Length 32>>\nstream\n<pdfaid:part>2</pdfaid:part>    \nendstream"}}),
            {QStringLiteral("archive")});
        row("damaged", QByteArray(plainPdf()).replace("startxref\n", "startxref\n9"), {QStringLiteral("damaged")});
        row("no pdf", "hola", {QStringLiteral("not_pdf")});
        const auto noted = [&](const QByteArray &look) {
            return updated(pdfOfContents({"BT /F1 18 Tf 80 90 Td (Debe 1000 pesos) Tj ET"}),
                           {{4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R/Annots[30 0 R]>>"},
                            {30, "<</Type/Annot/Subtype/Stamp/F 4/Rect[72 72 272 122]/AP<</N 31 0 R>>>>"},
                            {31, "<</Type/XObject/Subtype/Form/BBox[0 0 200 50]/Length " + QByteArray::number(look.size()) + ">>\nstream\n" +
                                     look + "\nendstream"}});
        };
        row("text under a stamp", noted("1 g 0 0 200 50 re f"), {QStringLiteral("hidden_text")});
        row("text in a stamp's frame", noted("1 0 0 RG 1 1 198 48 re S"), {});
        // Letters that nobody sees.
        const auto hides = [&](const char *name, const QByteArray &content, bool any = true, const QByteArray &more = {}) {
            QByteArray pdf = pdfOfContents({"BT /F1 18 Tf 72 700 Td (Debe 1000 pesos) Tj ET " + content});
            if (!more.isEmpty())
                pdf = updated(pdf, {{4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>/ExtGState<</G<</ca 0>>>>>>/Contents 5 0 R" + more + ">>"}});
            row(name, pdf, any ? QStringList{QStringLiteral("hidden_text")} : QStringList{});
        };
        const QByteArray image = "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q ";
        hides("invisible", "BT 3 Tr /F1 18 Tf 72 600 Td (paga todo) Tj ET");
        hides("white", "1 g BT /F1 18 Tf 72 600 Td (paga todo) Tj ET");
        hides("of the panel's colour", "1 0 0 rg 60 590 300 40 re f BT /F1 18 Tf 72 600 Td (paga todo) Tj ET");
        hides("tiny", "BT /F1 0.4 Tf 72 600 Td (paga todo) Tj ET");
        hides("tiny by a matrix", "q 0.03 0 0 0.03 72 600 cm BT /F1 18 Tf (paga todo) Tj ET Q");
        hides("covered", "BT /F1 18 Tf 72 600 Td (paga todo) Tj ET 1 g 60 590 300 40 re f");
        hides("off the page", "BT /F1 18 Tf 72 -300 Td (paga todo) Tj ET");
        hides("outside the crop box", "BT /F1 18 Tf 72 100 Td (paga todo) Tj ET", true, "/CropBox[0 300 612 792]");
        hides("transparent", "/G gs BT /F1 18 Tf 72 600 Td (paga todo) Tj ET", true, "/Rotate 0");
        hides("behind a scan", image + "BT 3 Tr /F1 18 Tf 72 600 Td (paga todo) Tj ET", false);
        hides("behind a scan that is painted last", "BT 3 Tr /F1 18 Tf 72 600 Td (paga todo) Tj ET " + image, false);
        hides("white on a panel", "0 g 60 590 300 40 re f 1 g BT /F1 18 Tf 72 600 Td (paga todo) Tj ET", false);
        hides("white on a picture", image + "1 g BT /F1 18 Tf 72 600 Td (paga todo) Tj ET", false);
        hides("on a panel", "0.8 g 60 590 300 40 re f 0 g BT /F1 18 Tf 72 600 Td (paga todo) Tj ET", false);
        hides("a letter or two", "1 g BT /F1 18 Tf 72 600 Td (pa) Tj ET", false);
        hides("spaces", "BT 3 Tr /F1 18 Tf 72 600 Td (          ) Tj ET", false);
        const QByteArray mark = "BT 3 Tr /F1 1 Tf 3 1 Td (Powered by TCPDF \\(www.tcpdf.org\\)) Tj ET ";
        hides("the mark of the program that made it", mark, false);
        hides("that mark and more", mark + "BT 3 Tr /F1 12 Tf 3 1 Td (paga todo) Tj ET");
        // A line of a font that says no widths is as long as the font makes it, not as a guess does: it stays in the page.
        hides("a long line", "BT /F1 12 Tf 72 600 Td (La firma final ilustra el pliego, fija el litigio, y el titulo civil dice si el fallo es justo: litis, fin, ley) Tj ET", false);
        hides("a line out of the page", "BT /F1 12 Tf 560 600 Td (WWWWWWWWWWWW MMMMMMMMMMMM WWWWWWWWWWW) Tj ET");
        hides("struck out", "72 706 150 0.5 re f", false);
        row("missing part", updated(plainPdf(), {{4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>/XObject<</X 88 0 R>>>>/Contents 5 0 R>>"}}),
            {QStringLiteral("missing_part")});
        row("missing content", updated(plainPdf(), {{4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents[5 0 R 88 0 R]>>"}}),
            {QStringLiteral("missing_part")});
        row("font outside", updated(plainPdf(), {{3, "<</Type/Font/Subtype/TrueType/BaseFont/FuenteQueNoEsta>>"}}), {QStringLiteral("other_font")});
        row("empty signature over text", formWith("/Rect[0 0 612 792]"), {QStringLiteral("empty_signature"), QStringLiteral("form")});
        ByHand how;
        how.more = docMdp(2);
        how.certify = true;
        how.cms = cmsBy(*this, QStringLiteral("eva"));
        row("certified", signedByHand(plainPdf(), how),
            {QStringLiteral("certified"), QStringLiteral("earlier_signature")});
        row("signature taken out", updated(signedByHand(plainPdf(), how), {{1, "<</Type/Catalog/Pages 2 0 R>>"}}),
            {QStringLiteral("bad_signature")});
        row("reader enabled",
            root("/Perms<</UR3<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>>>"), {});
        row("later change", updated(signedByHand(plainPdf(), how), {{90, "<<>>"}}),
            {QStringLiteral("certified"), QStringLiteral("earlier_signature"), QStringLiteral("later_change")});
    }

    void safety()
    {
        QFETCH(QByteArray, pdf);
        QFETCH(QStringList, kinds);
        QStringList found;
        for (const SafetyNote &one : safetyNotes(pdf))
            found += name(one.kind);
        QCOMPARE(found, kinds);
    }
};

QTEST_GUILESS_MAIN(SigningFields)
#include "tst_signing_fields.moc"
