// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the visible box of a second, real signature stands: what was signed before must still be seen, and an honest
// second signer must not make the first one doubtful.
#include "core/signing/pdf/FormFields.h"
#include "core/signing/sign/PageFacts.h"
#include "tests/core/signing/Bend.h"
#include "tests/support/SimplePdf.h"

#include <QTest>

using namespace carriel;
using namespace carriel::signing;
using namespace carriel::test;

class SigningCover : public QObject, private test::SigningDesk
{
    Q_OBJECT

    using More = std::function<void(PdfSignOptions &)>;

    QString signedBy(const QString &key, const QString &source, const More &more)
    {
        const QString target = pki.file(key + QStringLiteral(".pdf"));
        const auto done = sign(source, target, key, Level::B, [&](PdfSignOptions &options) {
            options.overwrite = true;
            more(options);
        });
        return done.ok() ? target : QString();
    }

    // Eva signs without being seen, then Ana with what `more` says.
    VerificationReport twice(const QByteArray &pdf, const More &more)
    {
        const QString first = signedBy(QStringLiteral("eva"), put(QStringLiteral("in.pdf"), pdf), [](PdfSignOptions &) {});
        ask(first, more);
        const QString second = signedBy(QStringLiteral("ana"), first, more);
        return second.isEmpty() ? VerificationReport() : verify(second);
    }

    // What whoever signs next is told of the box before.
    void ask(const QString &signedFile, const More &more)
    {
        PdfSignOptions asked;
        more(asked);
        m_over.reset();
        if (asked.box)
            m_over = pageFacts(bytesOf(signedFile), clock.nowUtc(), {}, asked.box).boxOver;
    }

    static More inBox(const QRectF &rect)
    {
        return [rect](PdfSignOptions &options) { options.box = VisibleBox{1, rect, {}}; };
    }

    void check(const VerificationReport &report, const QString &what) const
    {
        const bool beside = what == QLatin1String("beside");
        const QString expected = beside ? QStringLiteral("valid_later_changes") : what;
        static const QString part = QStringLiteral("the box of a later signature covers part of page 1");
        static const QString other = QStringLiteral("the box of a later signature covers an earlier one on page 1");
        static const QString text = QStringLiteral("the box of a later signature hides text of page 1");
        QCOMPARE(report.signatures.size(), 2);
        using Of = Cover::Of;
        if (m_over) // the same was said before it was signed
            QCOMPARE(*m_over == Of::Text || *m_over == Of::Drawn ? QStringLiteral("altered")
                     : *m_over == Of::Nothing ? (beside ? what : QStringLiteral("valid"))
                                              : QStringLiteral("valid_later_changes"),
                     what);
        const SignatureReport &first = report.signatures.first();
        QVERIFY2(name(report.verdict) == expected, qPrintable(told(report) + first.notes.join(u';')));
        const bool isTold = first.notes.join(u';').contains(QLatin1String("beside what was signed on page 1 the box of a later signature says: Firmado"));
        QCOMPARE(isTold, beside);
        QCOMPARE(first.notes.contains(part) || first.notes.contains(other), what == QLatin1String("valid_later_changes"));
        QCOMPARE(first.findings.contains(text) || first.findings.contains(part), expected == QLatin1String("altered"));
    }

    std::optional<Cover::Of> m_over;

private Q_SLOTS:
    void init() { m_over.reset(); }
    void initTestCase() { QVERIFY(pki.ready()); }

    // Any authority gives a timestamp to anybody, and what one shows on a page nobody stands for.
    void timestampThatIsSeen()
    {
        const QByteArray drawn = "BT /F1 12 Tf 2 5 Td (y 5000 pesos) Tj ET";
        const QByteArray look = "<</Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 3 0 R>>>>/Length " +
                                QByteArray::number(drawn.size()) + ">>\nstream\n" + drawn + "\nendstream";
        const QString first = signedBy(QStringLiteral("eva"), put(QStringLiteral("in.pdf"), updated(plainPdf(), {{40, look}})), [](PdfSignOptions &) {});
        ByHand how;
        how.subFilter = "ETSI.RFC3161";
        how.cms = [this](const QByteArray &digest, const QByteArray &) {
            if (!pki.openssl({QStringLiteral("ts"), QStringLiteral("-query"), QStringLiteral("-digest"), QString::fromLatin1(digest.toHex()), QStringLiteral("-sha256"),
                              QStringLiteral("-cert"), QStringLiteral("-out"), QStringLiteral("query")}) ||
                !pki.openssl({QStringLiteral("ts"), QStringLiteral("-reply"), QStringLiteral("-config"), QStringLiteral("pki.cnf"), QStringLiteral("-queryfile"),
                              QStringLiteral("query"), QStringLiteral("-token_out"), QStringLiteral("-out"), QStringLiteral("token")}))
                qFatal("no token");
            return bytesOf(pki.file(QStringLiteral("token")));
        };
        const VerificationReport unseen = verifyBytes(signedByHand(bytesOf(first), how));
        QVERIFY2(unseen.verdict == FileVerdict::Valid, qPrintable(told(unseen)));
        how.fieldMore.set("Rect", PdfValue::array({PdfValue::integer(72), PdfValue::integer(60), PdfValue::integer(272), PdfValue::integer(80)}));
        PdfDict looks;
        looks.set("N", PdfValue::ref({40, 0}));
        how.fieldMore.set("AP", PdfValue::dict(looks));
        const VerificationReport seen = verifyBytes(signedByHand(bytesOf(first), how));
        QVERIFY2(seen.verdict == FileVerdict::Altered, qPrintable(told(seen)));
        QVERIFY(seen.signatures.first().findings.contains(QStringLiteral("a timestamp that shows something on a page")));
    }

    void box_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("verdict");
        const QString valid = QStringLiteral("valid"), beside = QStringLiteral("beside"),
                      altered = QStringLiteral("altered");
        const auto row = [](const char *name, const QByteArray &content, const QString &verdict) {
            QTest::newRow(name) << content << verdict;
        };
        const QByteArray text = "BT /F1 18 Tf 80 90 Td (Debe 1000 pesos) Tj ET ";
        row("free space", "BT /F1 18 Tf 72 700 Td (Debe 1000 pesos) Tj ET", valid);
        row("below the line", "BT /F1 12 Tf 72 138 Td (Debe 1000 pesos) Tj ET", valid);
        row("right below the line", "BT /F1 12 Tf 72 126 Td (Debe 1000 pesos) Tj ET", beside);
        row("beside the words", "BT /F1 12 Tf 280 90 Td (Debe 1000 pesos) Tj ET", beside);
        row("on a rule", "72 100 m 272 100 l S", valid);
        row("in a frame", "80 80 180 30 re S", valid);
        row("in the cells of a table", "60 60 300 20 re 60 80 300 20 re S 80 100 40 20 re S", valid);
        row("on a panel", "0.9 g 60 60 300 100 re f", valid);
        row("on dots", "BT /F1 12 Tf 72 100 Td (..............................) Tj ET", valid);
        row("on underscores in pieces", "BT /F1 12 Tf 72 100 Td [(____)-3(____)-3(____)] TJ ET", valid);
        row("on spaces", "BT /F1 12 Tf 72 100 Td (          ) Tj ET", valid);
        row("on a mark for the signature in white", "1 g BT /F1 12 Tf 80 90 Td (firma_1) Tj ET", valid);
        row("on text that nobody saw", "BT 3 Tr /F1 12 Tf 80 90 Td (firma_1) Tj ET", valid);
        row("on text below the page's end", "BT /F1 12 Tf 80 -90 Td (Debe) Tj ET", valid);

        row("over text", text, altered);
        row("over one digit", "BT /F1 18 Tf 80 90 Td (1) Tj ET", altered);
        row("over text on a panel", "0.9 g 60 60 300 100 re f 0 g " + text, altered);
        row("over white text on a dark panel", "0 g 60 60 300 100 re f 1 g " + text, altered);
        row("over text by an array", "BT /F1 18 Tf 80 90 Td [(De)-20(be 1000)] TJ ET", altered);
        row("over the second line", "BT /F1 18 Tf 20 TL 80 110 Td (x) Tj T* (Debe) Tj ET", altered);
        row("over turned text", "BT /F1 18 Tf 0 1 -1 0 200 80 Tm (Debe) Tj ET", altered);
        row("over text by a matrix", "q 18 0 0 18 80 90 cm BT /F1 1 Tf (Debe) Tj ET Q", altered);
        row("over text behind an image in the instructions",
            "BI /W 1 /H 1 /BPC 8 /CS /G ID ( EI Q " + text, altered);
        row("over two letters many times", "BT /F1 12 Tf 80 90 Td (1010101010101010) Tj ET", altered);

        row("over a scan", "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q", altered);
        row("over a drawing", "72 72 m 100 100 150 50 270 110 c S", altered);
        row("over short strokes", "100 80 m 100 95 l S", altered);
        row("over a small area", "1 0 0 rg 100 80 20 20 re f", altered);
        row("over something that it touches only", "BT /F1 18 Tf 268 100 Td (Debe) Tj ET", altered);
    }

    void box()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, verdict);
        check(twice(pdfOfContents({content}), inBox({72, 72, 200, 50})), verdict);
    }

    // A second box may not go on with the contract as if it were part of it.
    void boxThatSaysOtherThings()
    {
        const auto with = [this](const QByteArray &words) {
            const QByteArray drawn = "BT /F1 12 Tf 2 5 Td (" + words + ") Tj ET";
            const QByteArray look = "<</Type/XObject/Subtype/Form/BBox[0 0 300 20]/Resources<</Font<</F1 3 0 R>>>>/Length " + QByteArray::number(drawn.size()) +
                                    ">>\nstream\n" + drawn + "\nendstream";
            const QString first = signedBy(QStringLiteral("eva"), put(QStringLiteral("in.pdf"), updated(plainPdf(), {{40, look}})), [](PdfSignOptions &) {});
            ByHand how;
            how.cms = cmsBy(*this, QStringLiteral("ana"));
            how.fieldMore.set("Rect", PdfValue::array({PdfValue::integer(72), PdfValue::integer(60), PdfValue::integer(372), PdfValue::integer(80)}));
            PdfDict looks;
            looks.set("N", PdfValue::ref({40, 0}));
            how.fieldMore.set("AP", PdfValue::dict(looks));
            return verifyBytes(signedByHand(bytesOf(first), how));
        };
        QCOMPARE(with("Firmado por Ana").verdict, FileVerdict::Valid);
        const VerificationReport other = with("y 5000 pesos a Eva");
        QCOMPARE(other.verdict, FileVerdict::ValidLaterChanges);
        QVERIFY2(other.signatures.first().notes.contains(QStringLiteral("the box of a later signature does not name who signed, and says: y 5000 pesos a Eva")),
                 qPrintable(other.signatures.first().notes.join(u';')));
    }

    void textInADrawing()
    {
        const QByteArray page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</X 8 0 R>>>>/Contents 5 0 R>>";
        const QByteArray drawn = "BT /F1 18 Tf 10 10 Td (Debe) Tj ET";
        const QByteArray form = "<</Type/XObject/Subtype/Form/BBox[0 0 200 40]/Matrix[1 0 0 1 70 70]/Resources<</Font<</F1 3 0 R>>>>/Length " +
                                QByteArray::number(drawn.size()) + ">>\nstream\n" + drawn + "\nendstream";
        check(twice(updated(pdfOfContents({"/X Do"}), {{4, page}, {8, form}}), inBox({72, 72, 200, 50})), QStringLiteral("altered"));
    }

    // What cannot be looked at may hold anything.
    void unreadableContent()
    {
        const QByteArray odd = "<</Filter/NobodyKnows/Length 3>>\nstream\nabc\nendstream";
        check(twice(updated(pdfOfContents({""}), {{5, odd}}), inBox({72, 72, 200, 50})), QStringLiteral("altered"));
    }

    void overTheFirstSignature()
    {
        const More box = inBox({72, 72, 200, 50});
        const QString first = signedBy(QStringLiteral("eva"), put(QStringLiteral("in.pdf"), pdfOfContents({""})), box);
        ask(first, box);
        QCOMPARE(m_over, Cover::Of::Signature);
        const VerificationReport over = verify(signedBy(QStringLiteral("ana"), first, box));
        check(over, QStringLiteral("valid_later_changes"));
        QVERIFY(over.signatures.first().notes.contains(
            QLatin1String("the box of a later signature covers an earlier one on page 1")));
        ask(first, inBox({72, 130, 200, 50}));
        const QString beside = signedBy(QStringLiteral("ana"), first, inBox({72, 130, 200, 50}));
        check(verify(beside), QStringLiteral("valid"));
        // A look that nobody signed is no signature's box: what it says is text of the page.
        const QByteArray look = "BT /F1 18 Tf 10 10 Td (Debe) Tj ET";
        const QByteArray form = "<</Type/XObject/Subtype/Form/BBox[0 0 240 40]/Resources<</Font<</F1 3 0 R>>>>/Length " +
                                QByteArray::number(look.size()) + ">>\nstream\n" + look + "\nendstream";
        const QByteArray drawn = updated(formPdf(), {{9, "<</FT/Sig/T(firma)/Type/Annot/Subtype/Widget/P 4 0 R/F 4"
                                                         "/Rect[60 600 300 640]/AP<</N 20 0 R>>>>"}, {20, form}});
        check(twice(drawn, inBox({72, 595, 200, 50})), QStringLiteral("altered"));
    }

    // The page as it is shown: turned and cropped.
    void turnedPage()
    {
        const QByteArray page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/CropBox[20 20 592 772]/Rotate 90"
                                "/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>";
        const QByteArray pdf = updated(pdfOfContents({"BT /F1 18 Tf 80 90 Td (Debe 1000 pesos) Tj ET"}), {{4, page}});
        check(twice(pdf, inBox({60, 390, 60, 100})), QStringLiteral("altered"));
        check(twice(pdf, inBox({300, 100, 200, 50})), QStringLiteral("valid"));
    }

    // A timestamp of the document signs its text too.
    void timestampedText()
    {
        const QByteArray pdf = pdfOfContents({"BT /F1 18 Tf 80 90 Td (Debe 1000 pesos) Tj ET"});
        const QString source = put(QStringLiteral("in.pdf"), pdf), target = pki.file(QStringLiteral("stamped.pdf"));
        QVERIFY(sign(source, target, {}, Level::T, [](PdfSignOptions &options) { options.overwrite = true; }).ok());
        ask(target, inBox({72, 72, 200, 50}));
        check(verify(signedBy(QStringLiteral("ana"), target, inBox({72, 72, 200, 50}))), QStringLiteral("altered"));
    }

    // Evil annotations: who certified a document and allowed notes did not allow hiding what was signed.
    void note_data()
    {
        QTest::addColumn<QByteArray>("note");
        QTest::addColumn<QByteArray>("look");
        QTest::addColumn<QString>("verdict");
        const QString notes = QStringLiteral("valid_later_changes"), altered = QStringLiteral("altered");
        const QByteArray white = "1 g 0 0 200 50 re f BT 0 g /F1 18 Tf 8 18 Td (Debe 9 pesos) Tj ET",
                         see = "/G gs 1 1 0 rg 0 0 200 50 re f";
        QTest::newRow("a free text on white") << QByteArray("FreeText") << white << altered;
        QTest::newRow("a stamp on white") << QByteArray("Stamp") << white << altered;
        QTest::newRow("a mark that hides") << QByteArray("Highlight") << QByteArray("1 1 0 rg 0 0 200 50 re f") << altered;
        QTest::newRow("a filled square that readers draw") << QByteArray("Square/IC[1 1 1]") << QByteArray() << altered;
        QTest::newRow("a free text that readers draw on a colour") << QByteArray("FreeText/C[1 1 1]/Contents(dice 9)") << QByteArray() << altered;
        QTest::newRow("a drawing by hand that readers draw") << QByteArray("Ink/InkList[[72 97 272 97]]/C[1 1 1]/BS<</W 30>>") << QByteArray() << altered;
        QTest::newRow("a line that readers draw, from elsewhere") << QByteArray("Line/L[72 97 272 97]/C[1 1 1]/BS<</W 30>>") << QByteArray() << altered;
        QTest::newRow("a mark that readers draw") << QByteArray("Highlight/QuadPoints[72 122 272 122 72 72 272 72]/C[0 0 0]") << QByteArray() << altered;
        QTest::newRow("a strike that readers draw") << QByteArray("StrikeOut/QuadPoints[72 122 272 122 72 72 272 72]/C[1 1 1]/BS<</W 30>>") << QByteArray() << altered;
        QTest::newRow("a mark painted twice") << QByteArray("Highlight") << QByteArray("/G gs .7 g 0 0 200 50 re f 0 0 200 50 re f") << altered;
        QTest::newRow("a pen that is stretched after the path") << QByteArray("Square") << QByteArray("1 G q 1 w 0 0 m 200 0 l 1 0 0 90 0 0 cm S Q") << altered;
        QTest::newRow("a drawing beside the words") << QByteArray("Ink") << QByteArray("0 0 1 RG .7 w 2 2 m 20 8 l 40 2 l S") << notes;
        QTest::newRow("a note that opens") << QByteArray("Popup") << QByteArray() << notes;
        QTest::newRow("a note") << QByteArray("Text/Contents(ojo)") << QByteArray() << altered;
        QTest::newRow("a mark") << QByteArray("Highlight") << see << notes;
        QTest::newRow("a dark marker") << QByteArray("Square") << QByteArray("/G gs 0 0 .51 rg 0 0 200 50 re f") << altered;
        QTest::newRow("a marker of the letters' own colour") << QByteArray("Square") << QByteArray("/G gs .6 g 0 0 200 50 re f") << notes;
        QTest::newRow("a green marker on green letters") << QByteArray("Square") << QByteArray("/G gs .1 .9 .1 rg 0 0 200 50 re f") << altered;
        QTest::newRow("flags that are too many") << QByteArray("Stamp/F 4294967302") << white << altered;
        QTest::newRow("a look that is not chosen") << QByteArray("Stamp/AP<</N<</Foo 31 0 R>>>>") << white << altered;
        QTest::newRow("a frame") << QByteArray("Square") << QByteArray("1 0 0 RG 2 w 1 1 198 48 re S") << notes;
        QTest::newRow("a wide stroke") << QByteArray("StrikeOut") << QByteArray("1 G 30 w 0 25 m 200 25 l S") << altered;
        QTest::newRow("a dashed wide stroke") << QByteArray("Ink") << QByteArray("1 G 40 w [9 1] 0 d 0 25 m 200 25 l S") << altered;
        QTest::newRow("many thin strokes") << QByteArray("Ink") << QByteArray("1 G 1 w ") + [] {
            QByteArray all;
            for (int y = 5; y < 45; ++y)
                all += "0 " + QByteArray::number(y) + " m 200 " + QByteArray::number(y) + " l S ";
            return all;
        }() << altered;
        QTest::newRow("a shape with a curve") << QByteArray("Square") << QByteArray("1 g 0 0 m 200 0 l 200 50 l 100 50 50 50 0 50 c h f") << altered;
        QTest::newRow("an image in the instructions") << QByteArray("Stamp") << QByteArray("q 200 0 0 50 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q") << altered;
        QTest::newRow("a shade") << QByteArray("Stamp") << QByteArray("0 0 200 50 re W n /S sh") << altered;
        QTest::newRow("paper that is blended") << QByteArray("Square") << QByteArray("/H gs 1 g 0 0 200 50 re f") << altered;
        QTest::newRow("paper that lets nearly nothing through") << QByteArray("Square") << QByteArray("/I gs 1 g 0 0 200 50 re f") << altered;
        QTest::newRow("a black marker") << QByteArray("Highlight") << QByteArray("/G gs 0.2 g 0 0 200 50 re f") << altered;
        QTest::newRow("letters by their edge alone") << QByteArray("FreeText") << QByteArray("1 G 90 w BT 1 Tr /F1 18 Tf 8 18 Td (M) Tj ET") << altered;
        QTest::newRow("letters on the letters") << QByteArray("FreeText") << QByteArray("BT /F1 18 Tf 8 18 Td (Debe 9000 pesos) Tj ET") << altered;
        QTest::newRow("a light colour that lets through") << QByteArray("Highlight") << QByteArray("/J gs 1 1 0 rg 0 0 200 50 re f") << altered;
        QTest::newRow("a drawing by hand") << QByteArray("Ink") << QByteArray("0 0 1 RG 1 w 10 10 m 40 45 60 5 80 40 c 100 10 l 130 44 150 12 190 30 c S") << altered;
        QTest::newRow("a line through it") << QByteArray("StrikeOut") << QByteArray("1 0 0 RG 0 25 m 200 25 l S") << altered;
    }

    void note()
    {
        QFETCH(QByteArray, note);
        QFETCH(QByteArray, look);
        QFETCH(QString, verdict);
        ByHand how;
        how.more = docMdp(3);
        how.certify = true;
        how.cms = cmsBy(*this, QStringLiteral("eva"));
        const auto with = [&](int y, const QByteArray &annots) {
            const QByteArray ink = look.contains(".1 .9 .1 rg") ? "0 .8 0 rg " : "";
            const QByteArray content = ink + "BT /F1 18 Tf 80 " + QByteArray::number(y) + " Td (Debe 1000 pesos) Tj ET";
            const QByteArray page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R" + annots + ">>";
            const QByteArray annotation = "<</Type/Annot/Rect[72 72 272 122]" + QByteArray(note.contains("/F ") ? "" : "/F 4") + "/Subtype/" + note +
                                          (look.isEmpty() || note.contains("/AP") ? ">>" : "/AP<</N 31 0 R>>>>");
            const QByteArray form = "<</Type/XObject/Subtype/Form/BBox[0 0 200 50]/Resources<</Font<</F1 3 0 R>>/ExtGState<</G<</BM/Multiply>>/H<</BM/Screen>>/I<</ca 0.97>>/J<</ca 0.4>>>>/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray"
                                    "/Coords[0 0 1 1]/Function<</FunctionType 2/Domain[0 1]/C0[1]/C1[1]/N 1>>/Extend[true true]>>>>>>/Length " +
                                    QByteArray::number(look.size()) + ">>\nstream\n" + look + "\nendstream";
            return updated(signedByHand(pdfOfContents({content}), how), {{4, page}, {30, annotation}, {31, form}});
        };
        const VerificationReport over = verifyBytes(with(90, "/Annots[30 0 R]"));
        QVERIFY2(name(over.verdict) == verdict, qPrintable(SigningDesk::told(over)));
        QCOMPARE(over.signatures.first().findings.contains(QLatin1String("a note hides text of page 1")), verdict == QLatin1String("altered"));
        // What is written as a note is told.
        const VerificationReport beside = verifyBytes(with(400, "/Annots[30 0 R]"));
        QVERIFY2(name(beside.verdict) == QLatin1String("valid_later_changes"), qPrintable(SigningDesk::told(beside)));
        if (look.contains("9000"))
            QVERIFY(beside.signatures.first().notes.contains(QLatin1String("a note says: Debe 9000 pesos")));
        if (note.contains("Contents(dice"))
            QVERIFY(beside.signatures.first().notes.contains(QLatin1String("a note says: dice 9")));
    }

    // A field that the first signer saw standing there.
    void preparedField()
    {
        const auto inField = [](PdfSignOptions &options) { options.field = QStringLiteral("firma"); };
        check(twice(formPdf(), inField), QStringLiteral("valid"));
        const auto with = [](const QByteArray &more) {
            return updated(formPdf(), {{9, "<</FT/Sig/T(firma)/Type/Annot/Subtype/Widget/P 4 0 R" + more + ">>"}});
        };
        check(twice(with("/F 4/Rect[60 690 300 730]"), inField), QStringLiteral("altered")); // whoever signs there hides the words all the same
    }
};

QTEST_GUILESS_MAIN(SigningCover)
#include "tst_signing_cover.moc"
