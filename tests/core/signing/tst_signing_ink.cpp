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

QByteArray form(const QByteArray &drawn, const QByteArray &more = {}, const QByteArray &objects = {}, const QByteArray &size = "200 50")
{
    return stream("/Type/XObject/Subtype/Form/BBox[0 0 " + size + "]" + more +
                      "/Resources<</Font<</F1 3 0 R/W 43 0 R/S 44 0 R/E 46 0 R/B 49 0 R/L 50 0 R/O 51 0 R/H 52 0 R>>/ColorSpace<</Cal[/CalRGB<</WhitePoint[.95 1 1.09]/Matrix[0 0 0 0 0 0 0 0 0]>>]"
                      "/Lab[/ICCBased 53 0 R]/Idx[/ICCBased 54 0 R]/Icc[/ICCBased 55 0 R]>>/XObject<<" + objects +
                      ">>/ExtGState<</M<</BM/Multiply>>/A<</BM[/Multiply/Normal]>>/Z<</ca 0/CA 0>>/L<</LW 40>>>>>>",
                  drawn);
}

} // namespace

class SigningInk : public QObject, private test::SigningDesk
{
    Q_OBJECT

    struct Later
    {
        QByteArray content = "BT /F1 18 Tf 80 90 Td (Debe 1000 pesos) Tj ET"; // what Eva signed
        QByteArray note = {};                                                 // that stood there, without a look
        QByteArray box = "72 72 272 122";
        QByteArray look = {}, inner = {};
        QByteArray reason = "leido y aprobado";
        enum { One, Pressed, Unchosen } looks = One;
    };

    // Over or beside what Eva signed stands the box of Ana's signature.
    VerificationReport verified(const Later &later)
    {
        QByteArray &signedOnce = m_signed[later.content + later.note];
        if (signedOnce.isEmpty()) {
            ByHand how;
            how.cms = cmsBy(*this, QStringLiteral("eva"));
            const QByteArray pdf = pdfOfContents({later.content});
            signedOnce = signedByHand(later.note.isEmpty() ? pdf : updated(pdf, {{4, page("/Annots[30 0 R]")}, {30, later.note}}), how);
        }
        const QByteArray helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica", spaces =
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n1 beginbfrange\n<21> <7e> <0020>\nendbfrange endcmap end end";
        const QByteArray wide = "[10000" + QByteArray(" 556").repeated(95) + "]";
        const QByteArray annots = later.note.isEmpty() ? "/Annots[57 0 R]" : "/Annots[30 0 R 57 0 R]"; // the field that comes next
        const QByteArray pdf = updated(signedOnce, {{4, page(annots)}, {40, later.look}, {41, form(later.inner)}, {42, form(later.inner, "/Group<</S/Transparency/I true>>")},
                                                    {43, helvetica + "/FirstChar 87/LastChar 87/Widths[0]/FontDescriptor<</Type/FontDescriptor/FontName/Helvetica/Flags 32>>>>"},
                                                    {44, helvetica + "/ToUnicode 45 0 R>>"}, {45, stream("", spaces)},
                                                    {46, helvetica + "/FontDescriptor<</Type/FontDescriptor/FontName/Helvetica/Flags 32/FontFile 47 0 R>>>>"}, {47, stream("", "x")},
                                                    {48, stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "x")},
                                                    {49, helvetica + "/FirstChar 32/LastChar 32/Widths[-5000]>>"}, {50, helvetica + "/FirstChar 32/LastChar 31/Widths" + wide + ">>"},
                                                    {51, helvetica + "/FirstChar 65/LastChar 90/Widths[" + QByteArray(" 667").repeated(26) + "]>>"},
                                                    {52, helvetica + "/FirstChar 32/LastChar 126/Widths[" + QByteArray(" 556").repeated(95) + "]>>"},
                                                    {53, stream("/N 3/Alternate[/Lab<</WhitePoint[.95 1 1.09]/Range[-100 100 -100 100]>>]", "junk")},
                                                    {54, stream("/N 1/Alternate[/Indexed/DeviceRGB 1<ffffff000000>]", "junk")}, {55, stream("/N 3", "junk")}});
        ByHand how;
        how.cms = cmsBy(*this, QStringLiteral("ana"));
        how.more.set("Reason", PdfValue::string(later.reason));
        how.more.set("Location", PdfValue::string("Cali"));
        how.more.set("M", PdfValue::string("D:20261123102030-05'00'"));
        PdfDict looks, state;
        state.set("Foo", PdfValue::ref({40, 0}));
        looks.set("N", later.looks == Later::Unchosen ? PdfValue::dict(state) : PdfValue::ref({40, 0}));
        if (later.looks == Later::Pressed)
            looks.set("D", PdfValue::ref({41, 0}));
        how.fieldMore.set("Type", PdfValue::name("Annot"));
        how.fieldMore.set("Subtype", PdfValue::name("Widget"));
        PdfArray rect;
        for (const QByteArray &one : later.box.split(' '))
            rect.push_back(PdfValue::integer(one.toInt()));
        how.fieldMore.set("Rect", PdfValue::array(rect));
        how.fieldMore.set("AP", PdfValue::dict(looks));
        return verifyBytes(signedByHand(pdf, how));
    }

    static QByteArray page(const QByteArray &more)
    {
        return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R" + more + ">>";
    }

    std::map<QByteArray, QByteArray> m_signed; // by what was drawn

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

        const QByteArray white = "0 0 200 50 re f", marker = "/M gs ";
        row("white that is none, in a space of its own", marker + "/Cal cs 1 1 1 sc " + white);
        row("white of a profile that nobody has", marker + "/Lab cs 1 1 1 sc " + white);
        row("white from a table behind a profile", marker + "/Idx cs 1 sc " + white);
        row("one number of three", marker + "/Icc cs 1 sc " + white);
        row("one number of red, green and blue", marker + "/DeviceRGB cs 1 sc " + white);
        row("one number of four", marker + "/DeviceCMYK cs 1 sc " + white);
        row("four numbers of grey", marker + "/DeviceGray cs 0 0 0 0 sc " + white);
        row("a space that goes back", "BT /B 30 Tf 158 18 Td ( ) Tj /F1 18 Tf (Ana) Tj ET");
        row("a table of widths that ends before it", "BT /L 30 Tf 8 18 Td ( ) Tj /F1 18 Tf (Ana) Tj ET");
        row("letters outside the table of widths", "BT /O 30 Tf 8 18 Td (                  ) Tj /F1 18 Tf (Ana) Tj ET");

        row("nothing", "", false);
        row("a name in a font with all its widths", "BT /H 6 Tf 2 2 Td (Ana) Tj ET", false);
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
        const VerificationReport report = verified({.look = look, .inner = inner});
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
        const VerificationReport report = verified({.box = "72 300 272 350", .look = form(drawn, {}, "/I 48 0 R")});
        const QStringList notes = report.signatures.first().notes;
        QVERIFY2(report.verdict == (told.isEmpty() ? FileVerdict::Valid : FileVerdict::ValidLaterChanges), qPrintable(SigningDesk::told(report) + notes.join(u';')));
        QCOMPARE(notes.join(u';').contains(QString::fromLatin1(told)), true);
    }

    // What stands beside a figure is read with it: even a reason, a date or a picture is told then.
    void beside_data()
    {
        QTest::addColumn<QByteArray>("box");
        QTest::addColumn<QByteArray>("size");
        QTest::addColumn<QByteArray>("drawn");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QByteArray>("told"); // empty: it stands clear
        const QByteArray says = "beside what was signed on page 1 the box of a later signature says: ", draws = "the box of a later signature draws something beside what was signed on page 1";
        const auto row = [](const char *name, const QByteArray &box, const QByteArray &drawn, const QByteArray &told, const QByteArray &reason = {}) {
            const QList<QByteArray> at = box.split(' ');
            QTest::newRow(name) << box << QByteArray::number(at[2].toInt() - at[0].toInt()) + ' ' + QByteArray::number(at[3].toInt() - at[1].toInt()) << drawn << reason << told;
        };
        const auto text = [](const QByteArray &words, const char *at, const char *size = "20") -> QByteArray { return QByteArray("BT /F1 ") + size + " Tf " + at + " Td (" + words + ") Tj ET "; };
        const QByteArray right = "145 656 345 684", tiny = text("Firmado por Ana", "150 22", "3"), plain = text("Firmado por Ana", "2 4", "9");
        row("a reason that makes it millions", right, text(".000.000 USD", "0 4") + tiny, says + ".000.000 USD Firmado por Ana", ".000.000 USD");
        row("a reason of one size, beside it", right, text(".000.000 USD", "0 4") + text("Firmado por Ana", "0 40"), says + ".000.000 USD", ".000.000 USD");
        row("a reason between the lines", "72 636 552 656", text("mensuales por diez anos y su casa", "0 3") + text("Firmado por Ana", "400 14", "3"), says + "mensuales", "mensuales por diez anos y su casa");
        row("digits of a date", right, "BT /F1 20 Tf 0 4 Td (0) Tj /F1 3 Tf 80 20 Td (11) Tj /F1 20 Tf -68.88 -20 Td (0) Tj /F1 3 Tf 80 20 Td (2026) Tj /F1 20 Tf -68.88 -20 Td (0) Tj ET " + text("Firmado por Ana", "110 22", "3"), says + "0 11 0 2026 0");
        row("a day in the size of the figure", right, text("00", "0 4") + text("11 2026", "90 22", "3") + text("Firmado por Ana", "110 22", "3"), says + "00 11 2026");
        row("no, in a gap", "120 576 178 604", text("NO", "6 4") + text("Firmado por Ana", "0 24", "3"), says + "NO");
        row("a name in a gap", "120 576 178 604", text("Ana", "6 4", "12"), says + "Ana");
        row("a picture of zeros", right, "q 36 0 0 24 0 1 cm /I Do Q " + tiny, draws);
        row("a picture of zeros alone", right, "q 34 0 0 24 0 0 cm /I Do Q", draws);
        row("two bars", "84 658 99 678", "2 w 4 2 m 4 16 l S 10 2 m 10 16 l S", draws);
        row("a minus", "84 658 99 678", "2 w 2 9 m 13 9 l S", draws);
        row("a frame that is a zero", "146 660 156 675", "2 w 1 1 8 13 re S", draws);
        row("a short bar at the edge of a large box", "145 640 345 700", "2 w 1 20 m 1 36 l S " + text("Firmado por Ana", "190 2", "6"), draws);
        row("a name on the same line", "230 656 430 684", plain, says + "Firmado por Ana");
        row("a name right below a label", "72 470 272 496", text("Firmado por Ana", "2 14", "9"), says + "Firmado por Ana");
        row("far to the right on the same line", "400 656 560 684", plain, {});
        row("a name in a frame, below a label", "72 430 272 490", "0 0 1 RG 1 w .5 .5 199 59 re S " + text("Firmado por Ana", "2 30", "9"), {});
        row("on empty space", "72 100 272 150", plain, {});
        row("on empty space, with a reason", "72 100 272 150", plain + text("Motivo: acepto", "2 20", "9"), {}, "acepto");
        row("on the line to sign on", "300 195 500 245", text("Firmado por Ana", "2 20", "9"), {});
    }

    void beside()
    {
        QFETCH(QByteArray, box);
        QFETCH(QByteArray, size);
        QFETCH(QByteArray, drawn);
        QFETCH(QByteArray, reason);
        QFETCH(QByteArray, told);
        const QByteArray content = "BT /F1 20 Tf 72 700 Td (Ana paga a Carlos la suma de) Tj ET BT /F1 20 Tf 72 660 Td ($) Tj ET BT /F1 20 Tf 100 660 Td (1000) Tj ET "
                                   "BT /F1 20 Tf 72 580 Td (Ana) Tj ET BT /F1 20 Tf 180 580 Td (responde por la deuda) Tj ET BT /F1 12 Tf 72 500 Td (Firma del deudor) Tj ET 1 w 300 200 m 500 200 l S";
        const VerificationReport report = verified({.content = content, .box = box, .look = form(drawn, {}, "/I 48 0 R", size), .reason = reason});
        const QStringList notes = report.signatures.first().notes;
        QVERIFY2(report.verdict == (told.isEmpty() ? FileVerdict::Valid : FileVerdict::ValidLaterChanges), qPrintable(SigningDesk::told(report) + notes.join(u';')));
        QVERIFY2(notes.join(u';').contains(QString::fromLatin1(told)), qPrintable(notes.join(u';')));
    }

    // Also dots and what readers draw by themselves may be figures.
    void hidden_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("note");
        QTest::addColumn<QString>("verdict");
        const QByteArray debt = "BT /F1 18 Tf 80 400 Td (Debe 1000 pesos) Tj ET", seen = "/Type/Annot/F 4/Rect[72 72 272 122]";
        const auto total = [](const QByteArray &figure) -> QByteArray { return "BT /F1 18 Tf 40 90 Td (a) Tj 34 0 Td (" + figure + ") Tj ET"; };
        const QString altered = QStringLiteral("altered"), changes = QStringLiteral("valid_later_changes");
        QTest::newRow("eight zeros") << total("00000000") << QByteArray() << altered;
        QTest::newRow("eight underscores") << total("________") << QByteArray() << changes; // on the line of a letter
        QTest::newRow("the value of a field") << debt << "<</Subtype/Widget/FT/Tx/T(m)/V(Tope 5000)/DA(/F1 18 Tf 0 g)" + seen + ">>" << altered;
        QTest::newRow("an empty field") << debt << "<</Subtype/Widget/FT/Tx/T(m)/DA(/F1 18 Tf 0 g)" + seen + ">>" << QStringLiteral("valid");
        QTest::newRow("a free text") << debt << "<</Subtype/FreeText/Contents(Tope 5000)/DA(/F1 18 Tf 0 g)" + seen + ">>" << altered;
        QTest::newRow("a drawing") << debt << "<</Subtype/Ink/InkList[[80 80 260 115]]/C[0 0 0]" + seen + ">>" << altered;
        QTest::newRow("a link") << debt << "<</Subtype/Link/Dest[4 0 R/Fit]" + seen + ">>" << QStringLiteral("valid");
    }

    void hidden()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, note);
        QFETCH(QString, verdict);
        const VerificationReport report = verified({.content = content, .note = note, .look = form("1 g 0 0 200 50 re f 0 g BT /F1 6 Tf 2 2 Td (Ana) Tj ET")});
        QVERIFY2(name(report.verdict) == verdict, qPrintable(told(report) + report.signatures.first().notes.join(u';')));
    }

    void whatReadersChoose()
    {
        const QByteArray look = form("BT /F1 6 Tf 2 2 Td (Ana) Tj ET");
        QVERIFY(verified({.look = look}).verdict != FileVerdict::Altered);
        QVERIFY(verified({.look = look, .inner = "1 g 0 0 200 50 re f"}).verdict != FileVerdict::Altered);
        QCOMPARE(verified({.look = look, .inner = "1 g 0 0 200 50 re f", .looks = Later::Pressed}).verdict, FileVerdict::Altered);
        QCOMPARE(verified({.look = look, .looks = Later::Unchosen}).verdict, FileVerdict::Altered);
    }
};

QTEST_GUILESS_MAIN(SigningInk)
#include "tst_signing_ink.moc"
