// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the box of a later signature paints over words that were signed, in every way in which a reader of drawing
// instructions can be led to see less than there is.
#include "tests/core/signing/Bend.h"
#include "tests/support/SimplePdf.h"

#include <QTest>

using namespace carriel;
using namespace carriel::signing;
using namespace carriel::test;

namespace {

QByteArray stream(const QByteArray &entries, const QByteArray &bytes)
{
    return "<<" + entries + "/Length " + QByteArray::number(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream";
}

QByteArray form(const QByteArray &drawn, const QByteArray &more = {}, const QByteArray &objects = {})
{
    return stream("/Type/XObject/Subtype/Form/BBox[0 0 200 50]" + more +
                      "/Resources<</Font<</F1 3 0 R/W 43 0 R/S 44 0 R/E 46 0 R>>/XObject<<" + objects +
                      ">>/ExtGState<</M<</BM/Multiply>>/A<</BM[/Multiply/Normal]>>/Z<</ca 0/CA 0>>/L<</LW 40>>>>>>",
                  drawn);
}

PdfValue rect()
{
    return PdfValue::array({PdfValue::integer(72), PdfValue::integer(72), PdfValue::integer(272), PdfValue::integer(122)});
}

} // namespace

class SigningInk : public QObject, private test::SigningDesk
{
    Q_OBJECT

    // Eva signed a line that says what is owed; over it lies the box of Ana's signature.
    VerificationReport withBox(const QByteArray &look, const QByteArray &inner, bool pressed)
    {
        if (m_signed.isEmpty()) {
            ByHand how;
            how.cms = cmsBy(*this, QStringLiteral("eva"));
            m_signed = signedByHand(pdfOfContents({"BT /F1 18 Tf 80 90 Td (Debe 1000 pesos) Tj ET"}), how);
        }
        const QByteArray helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica", spaces =
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n1 beginbfrange\n<21> <7e> <0020>\nendbfrange endcmap end end";
        const QByteArray page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R/Annots[50 0 R]>>"; // the field that comes next
        const QByteArray later = updated(m_signed, {{4, page}, {40, look}, {41, form(inner)}, {42, form(inner, "/Group<</S/Transparency/I true>>")},
                                                    {43, helvetica + "/FirstChar 87/LastChar 87/Widths[0]/FontDescriptor<</Type/FontDescriptor/FontName/Helvetica/Flags 32>>>>"},
                                                    {44, helvetica + "/ToUnicode 45 0 R>>"}, {45, stream("", spaces)},
                                                    {46, helvetica + "/FontDescriptor<</Type/FontDescriptor/FontName/Helvetica/Flags 32/FontFile 47 0 R>>>>"}, {47, stream("", "x")},
                                                    {48, stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "x")}});
        ByHand how;
        how.cms = cmsBy(*this, QStringLiteral("ana"));
        how.more.set("Reason", PdfValue::string("leido y aprobado"));
        how.more.set("Location", PdfValue::string("Cali"));
        how.more.set("M", PdfValue::string("D:20261123102030-05'00'"));
        PdfDict looks;
        looks.set("N", PdfValue::ref({40, 0}));
        if (pressed)
            looks.set("D", PdfValue::ref({41, 0}));
        how.fieldMore.set("Type", PdfValue::name("Annot"));
        how.fieldMore.set("Subtype", PdfValue::name("Widget"));
        how.fieldMore.set("Rect", rect());
        how.fieldMore.set("AP", PdfValue::dict(looks));
        return verifyBytes(signedByHand(later, how));
    }

    QByteArray m_signed;

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void painted_data()
    {
        QTest::addColumn<QByteArray>("look");
        QTest::addColumn<QByteArray>("inner");
        QTest::addColumn<bool>("altered");
        const auto row = [](const char *name, const QByteArray &drawn, bool altered = true, const QByteArray &more = {}, const QByteArray &inner = {}) {
            QTest::newRow(name) << form(drawn, more, "/X 41 0 R/G 42 0 R") << inner << altered;
        };
        const QByteArray all = "1 g 0 0 200 50 re f ", name = "BT /F1 6 Tf 2 2 Td (Ana) Tj ET ";
        row("white over it", all);
        row("a pen that is stretched after the path", "1 G q 1 w 0 0 m 200 0 l 1 0 0 90 0 0 cm S Q");
        row("a pen that is stretched before it", "1 G q 1 0 0 90 0 0 cm 1 w 0 0 m 200 0 l S Q");
        row("a width below nothing", "1 G -40 w 0 25 m 200 25 l S");
        row("a width that is set on the way", "1 G 0 0 m 200 0 l 90 w S");
        row("a width from the settings", "/L gs 1 G 0 1 m 200 1 l S");
        row("more numbers than it takes", "1 g 0 0 1 1 8 0 150 50 re f");
        row("fewer numbers", "8 0 150 50 /x pop 1 g re f");
        row("two numbers in one", "1 g 0 0 2--00 50 re f");
        row("a number with two points", "1 g 0 0 1.2.3 50 re f");
        row("a number with an exponent", "1 g 0 0 2 5e1 re f");
        row("a number with a comma", "1 g 0 0 2,5 50 re f");
        row("a number to another base", "1 g 0 0 16#C8 50 re f");
        row("a number that no reader holds", "1 g 0 0 200 99999999999999999999 re f");
        row("a list that is not closed", "[ 1 2 1 g 0 0 200 50 re f");
        row("a list around it", "[ 1 g 0 0 200 50 re f ]");
        row("a dictionary around it", "<< /a 1 g 0 0 200 50 re f >>");
        row("a string that is not closed", "(a " + all);
        row("letters in hexadecimal that are not closed", "<41 " + all);
        row("what nobody knows", "BX foo EX");
        row("more put back than was kept", "q 0 0 1 1 re W n Q Q " + all);
        row("what is left over", name + "1 2");
        row("a path that is left open", "1 g 0 0 200 50 re");
        row("a text that is left open", "BT /F1 6 Tf 2 2 Td (Ana) Tj");
        row("an image in the instructions", "BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI");
        row("a sharp corner", "1 G 2 w 10000 M 0 22 m 7 22.05 l 0 22.1 l S");
        row("a path of straight corners", "1 G 30 w 0 0 m 0 25 l 200 25 l 200 50 l S");
        row("a dot of a round pen", "1 G 60 w 1 J 5 25 m 5 25 l S");
        row("white multiplied within a group", "/G Do", true, {}, "/M gs " + all);
        row("white multiplied in a look that is a group", "/M gs " + all, true, "/Group<</S/Transparency>>");
        row("white multiplied, if that is known", "/A gs " + all);
        row("grey multiplied many times", "/M gs .7 g 0 0 200 50 re f 0 0 200 50 re f 0 0 200 50 re f");
        row("yellow multiplied by a signature", "/M gs 1 1 0 rg 0 0 200 50 re f");
        row("a point alone", "1 G 60 w 1 J 5 25 m S " + name);
        row("what is not put back", name + "q");
        row("put back before it was kept", "Q " + name + "q");
        row("a thin line through it", "0 G 1 w 0 24 m 200 24 l S");
        row("thin white lines over a digit", "1 G 1 w 60 20 m 70 20 l 60 23 m 70 23 l S");
        row("a dot between digits", "0 g 68 18 1.5 1.5 re f");
        row("a letter on a letter", "BT /F1 18 Tf 62 18 Td (9) Tj ET");
        row("a letter wider than it is said to be", "BT /W 30 Tf 0 18 Td (W) Tj ET");
        row("letters said to be spaces", "BT /S 18 Tf 8 18 Td (9000) Tj ET");
        row("letters in a font of their own", "BT /E 6 Tf 2 2 Td (Ana) Tj ET");
        row("letters in no font", "BT 2 2 Td (Ana) Tj ET");
        row("letters that let through what follows", "BT 7 Tr /F1 6 Tf 2 2 Td (Ana) Tj ET");
        row("a layer", "/OC /L BDC " + name + "EMC");
        row("a form within itself", "/X Do", true, {}, "/X Do");

        row("nothing", "", false);
        row("a name beside the words", name, false);
        row("a frame", "0 0 1 RG 1 w .5 .5 199 49 re S " + name, false);
        row("a frame by its sides", "0 0 1 RG 1 w 1 1 m 199 1 l 199 49 l 1 49 l h S " + name, false);
        row("a name in marks of content", "/Tx BMC q " + name + "Q EMC", false);
        row("a name in a form", "q 1 0 0 1 0 0 cm /X Do Q", false, {}, name);
        row("a name in a group", "/G Do", false, {}, name);
        row("a stroke beside the words", "0 0 1 RG .7 w 2 2 m 20 8 l 40 2 l S " + name, false);
        row("paint that is not seen", "/Z gs " + all, false);
        row("white multiplied once", "/M gs " + all, false);
    }

    void painted()
    {
        QFETCH(QByteArray, look);
        QFETCH(QByteArray, inner);
        QFETCH(bool, altered);
        const VerificationReport report = withBox(look, inner, false);
        QVERIFY2((report.verdict == FileVerdict::Altered) == altered, qPrintable(told(report)));
        QCOMPARE(report.signatures.first().findings.contains(QLatin1String("the box of a later signature hides text of page 1")), altered);
        QCOMPARE(report.signatures.first().indication, Indication::TotalPassed);
    }

    // What a box may say by itself becomes part of the page that others signed.
    void said_data()
    {
        QTest::addColumn<QByteArray>("drawn");
        QTest::addColumn<QByteArray>("told"); // empty: nothing
        const QByteArray more = "says more than who signed", unread = "holds something that cannot be read", nobody = "does not name who signed";
        const auto row = [](const char *name, const QByteArray &drawn, const QByteArray &told) { QTest::newRow(name) << drawn << told; };
        const auto words = [](const QByteArray &text, const char *size = "6") -> QByteArray { return QByteArray("BT /F1 ") + size + " Tf 2 2 Td (" + text + ") Tj ET "; };
        row("a name", words("Ana"), {});
        row("who signed", words("Firmado digitalmente por Ana"), {});
        row("in English, in a frame", "0 0 1 RG 1 w .5 .5 199 49 re S " + words("Digitally signed by Ana"), {});
        row("with the day and hour", words("Firmado por Ana Fecha: 2026.11.23 10:20:30 -05'00'"), {});
        row("with reason and place", words("Firmado por Ana Motivo: leido y aprobado Lugar: Cali"), {});
        row("with a small picture", "q 10 0 0 10 180 2 cm /I Do Q " + words("Ana"), {});
        row("on pale paper", ".9 1 .9 rg 0 0 200 8 re f 0 g " + words("Ana"), {});
        row("a sentence with the name", words("y entrega su casa a Ana"), more);
        row("a figure after the name", words("Firmado por Ana 9000000"), more);
        row("a digit by itself", words("Ana") + "BT /F1 6 Tf 150 2 Td (0) Tj ET", more);
        row("a digit after the day", words("2026.11.23 Ana") + "BT /F1 6 Tf 150 2 Td (0) Tj ET", more);
        row("another year", words("Ana 1999.11.23"), more);
        row("a reason without saying that it is one's", words("leido y aprobado Ana"), more);
        row("no name", words("y entrega su casa"), nobody);
        row("a name in white", words("y su casa") + "1 g BT /F1 6 Tf 60 2 Td (Ana) Tj ET", more);
        row("a name that is not seen", "1 g " + words("Ana"), unread);
        row("a name in one point", words("Ana", "1"), unread);
        row("a drawing", words("Ana") + "0 G .7 w 60 2 m 70 8 l 80 2 l S", unread);
        row("a filled drawing", words("Ana") + "0 g 60 2 2 6 re f 65 2 2 6 re f", unread);
        row("a wide picture", "q 80 0 0 10 100 2 cm /I Do Q " + words("Ana"), unread);
        row("a slim picture", "q 40 0 0 8 100 2 cm /I Do Q " + words("Ana"), unread);
        row("a year alone", words("Ana 2026"), more);
        row("two pictures", "q 9 0 0 9 100 2 cm /I Do Q q 9 0 0 9 120 2 cm /I Do Q " + words("Ana"), unread);
    }

    void said()
    {
        QFETCH(QByteArray, drawn);
        QFETCH(QByteArray, told);
        const VerificationReport report = withBox(form(drawn, {}, "/I 48 0 R"), {}, false);
        const QStringList notes = report.signatures.first().notes;
        QVERIFY2(report.verdict == (told.isEmpty() ? FileVerdict::Valid : FileVerdict::ValidLaterChanges), qPrintable(SigningDesk::told(report) + notes.join(u';')));
        QCOMPARE(notes.join(u';').contains(QString::fromLatin1(told)), true);
    }

    void underTheMouse()
    {
        const QByteArray look = form("BT /F1 6 Tf 2 2 Td (Ana) Tj ET");
        QVERIFY(withBox(look, "1 g 0 0 200 50 re f", false).verdict != FileVerdict::Altered);
        QCOMPARE(withBox(look, "1 g 0 0 200 50 re f", true).verdict, FileVerdict::Altered);
    }
};

QTEST_GUILESS_MAIN(SigningInk)
#include "tst_signing_ink.moc"
