// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A form filled after it was signed: what was truly filled is a change that was allowed; what only looks so is not.
#include "core/signing/pdf/PdfLexer.h"
#include "tests/core/signing/Bend.h"

#include <QTest>

using namespace carriel;
using namespace carriel::signing;
using namespace carriel::test;

namespace {

QByteArray look(const QByteArray &text, const QByteArray &font = "/F1", const QByteArray &more = {})
{
    const QByteArray drawn = "/Tx BMC q BT " + font + " 12 Tf 2 5 Td " + text + " ET Q EMC";
    return "<</Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 3 0 R/F2 33 0 R" + more + ">>>>/Length " +
           QByteArray::number(drawn.size()) + ">>\nstream\n" + drawn + "\nendstream";
}

QByteArray field(const QByteArray &type, const QByteArray &more)
{
    return "<</FT/" + type + "/Type/Annot/Subtype/Widget/F 4/P 4 0 R" + more + ">>";
}

const QByteArray rect = "/Rect[72 600 272 620]", place = "/AP<</N 10 0 R>>";
const QByteArray box = "/T(acepto)/Rect[72 500 92 520]/AP<</N<</Si 23 0 R/Off 24 0 R>>>>";

QByteArray text(const QByteArray &value, const QByteArray &more = {})
{
    return field("Tx", "/T(nombre)" + rect + place + (value.isNull() ? QByteArray() : "/V(" + value + ")") + more);
}

// In the file: what its letters look like, only who draws it knows.
QByteArray ownFont(const QByteArray &meanings)
{
    return "<</Type/Font/Subtype/Type1/BaseFont/Letra/Encoding/WinAnsiEncoding/FontDescriptor 36 0 R/ToUnicode " + meanings + ">>";
}

} // namespace

class SigningFill : public QObject, private test::SigningDesk
{
    Q_OBJECT

    // A text field 7 that says and shows "uno", and a box 12 that is not ticked.
    QByteArray signedForm(const std::map<int, QByteArray> &more = {})
    {
        std::map<int, QByteArray> objects{
            {4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R/Annots[7 0 R 12 0 R]>>"},
            {6, "<</Fields[7 0 R 12 0 R]>>"},
            {7, text("uno")},
            {10, look("(uno) Tj")},
            {12, field("Btn", box + "/V/Off/AS/Off")},
            {23, look("(x) Tj")},
            {24, look("")},
            {33, ownFont("34 0 R")},
            {36, "<</Type/FontDescriptor/FontName/Letra/Flags 32/FontFile3 37 0 R>>"},
            {37, "<</Subtype/Type1C/Length 4>>\nstream\nabcd\nendstream"},
            {34, "<</Length 55>>\nstream\n1 beginbfchar <31> <0075> endbfchar 2 beginbfchar      \nendstream"}};
        for (const auto &[number, body] : more)
            objects[number] = body;
        ByHand how;
        how.cms = cmsBy(*this, QStringLiteral("eva"));
        return signedByHand(updated(formPdf(), objects), how);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void filled_data()
    {
        using Objects = std::map<int, QByteArray>;
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("told");
        const QString changes = QStringLiteral("valid_later_changes"), altered = QStringLiteral("altered");
        const QString filled = QStringLiteral("field nombre was filled"),
                      different = QStringLiteral("field nombre looks different"),
                      other = QStringLiteral("field nombre shows something else than its value");
        const QByteArray form = signedForm();
        const auto row = [](const char *name, const QByteArray &pdf, const Objects &later, const QString &verdict,
                            const QString &told) { QTest::newRow(name) << updated(pdf, later) << verdict << told; };
        row("honest", form, {{7, text("dos")}, {10, look("(dos) Tj")}}, changes, filled);
        row("another look for it", form, {{7, field("Tx", "/T(nombre)" + rect + "/V(dos)/AP<</N 40 0 R>>")}, {40, look("(d)Tj [(o)-3(s)] TJ")}}, changes, filled);
        row("in two lines", form, {{7, text("dos casas")}, {10, look("(dos) Tj 0 -12 Td (casas) Tj")}}, changes, filled);
        row("emptied", form, {{7, text("")}, {10, look("")}}, changes, filled);
        row("value without a look", form, {{7, field("Tx", "/T(nombre)" + rect + "/V(dos)")}}, changes, filled);
        row("drawn anew", form, {{10, look("0 0 1 rg (uno) Tj")}}, changes, different);
        row("letters by the font's own table", form, {{7, text("un")}, {10, look("(1n) Tj", "/F2")}}, changes, filled);
        row("ticked", form, {{12, field("Btn", box + "/V/Si/AS/Si")}}, changes, QStringLiteral("field acepto was filled"));
        row("computed by the author's script", signedForm({{6, "<</Fields[7 0 R 12 0 R]/CO[7 0 R]>>"}, {7, text("uno", "/Ff 1")}}),
            {{7, text("dos", "/Ff 1")}, {10, look("(dos) Tj")}}, changes, filled);
        row("shown in a form of its own", signedForm({{7, text("1000", "/AA<</F<</S/JavaScript/JS(x)>>>>")}, {10, look("(1.000,00) Tj")}}),
            {{7, text("2000", "/AA<</F<</S/JavaScript/JS(x)>>>>")}, {10, look("(2.000,00) Tj")}}, changes, filled);

        const QByteArray paper = "ET 1 g 0 0 200 20 re f 0 G 0.5 0.5 199 19 re S 0 g BT /F1 12 Tf 2 5 Td ";
        row("on paper of its own, in a frame", form, {{7, text("dos")}, {10, look(paper + "(dos) Tj")}}, changes, filled);
        row("strokes beside the value", form, {{7, text("dos")}, {10, look("(dos) Tj ET 60 5 m 80 15 l S BT")}}, altered, other);
        row("paint that readers understand in two ways", form, {{7, text("dos")}, {10, look("(dos) Tj ET 1 g 0 0 1 1 0 0 60 20 re f BT")}}, altered,
            QStringLiteral("what field nombre shows cannot be told"));
        row("strokes and an invisible value", form, {{7, text("dos")}, {10, look("3 Tr (dos) Tj ET 60 5 m 80 15 l S BT")}}, altered, other);
        row("a value that nobody sees", form, {{7, text("dos")}, {10, look("3 Tr (dos) Tj")}}, altered, other);
        row("white on white, and rectangles", form,
            {{7, text("dos")}, {10, look(paper + "1 g (dos) Tj ET 0 g 60 4 4 12 re f BT")}}, altered, other);
        row("letters that are drawings", signedForm({{33, "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 100/LastChar 100"
                                                          "/Widths[1]/Encoding<</Differences[100/d]>>/CharProcs<</d 35 0 R>>>>"},
                                                     {35, "<</Length 21>>\nstream\n1 0 d0 0 0 1 1 re f  \nendstream"}}),
            {{7, text("d")}, {10, look("(d) Tj", "/F2")}}, altered, other);

        // Fonts that come with what is filled in.
        const QString unknown = QStringLiteral("what field nombre shows cannot be told");
        const QByteArray later = "/F3 43 0 R", common = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding";
        const auto inFont = [&](const char *name, const QByteArray &value, const QByteArray &drawn, const QByteArray &font, const QString &verdict, const QString &told) {
            row(name, form, {{7, text(value)}, {10, look(drawn, "/F3", later)}, {43, font}}, verdict, told);
        };
        inFont("in a font that all have", "d\363s", "(d\\363s) Tj", common + "/WinAnsiEncoding>>", changes, filled);
        inFont("whose digits have other codes", "900", "(100) Tj", common + "<</Differences[49/nine]>>>>", changes, filled);
        inFont("whose digits are others", "100", "(100) Tj", common + "<</Differences[49/nine]>>>>", altered, other);
        inFont("that says so", "100", "(900) Tj", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 34 0 R>>", altered, other);
        inFont("with letters of its own", "100", "(100) Tj", ownFont("34 0 R"), altered, unknown);
        inFont("of pictures", "100", "(100) Tj", "<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>", altered, unknown);
        inFont("with signs nobody knows", "100", "(100) Tj", common + "<</Differences[49/one.alt]>>>>", altered, unknown);

        // Letters that are there and are read as others.
        row("backwards", form, {{7, text("100")}, {10, look("40 0 Td (1) Tj -30 0 Td (00) Tj")}}, altered, unknown);
        row("mirrored", form, {{7, text("100")}, {10, look("-1 0 0 1 60 5 Tm (100) Tj")}}, altered, unknown);
        const QByteArray up = look("0 1 -1 0 20 4 Tm (ab) Tj"), turned = "/MK<</R 90>>";
        row("upwards", form, {{7, text("ab")}, {10, up}}, altered, unknown);
        row("upwards, as its author turned the field", signedForm({{7, text("", turned)}, {10, look("")}}), {{7, text("ab", turned)}, {10, up}}, changes, filled);
        row("upwards, as the page is turned", signedForm({{4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Rotate 90/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R/Annots[7 0 R 12 0 R]>>"}}),
            {{7, text("ab")}, {10, up}}, changes, filled);
        row("upside down", form, {{7, text("66")}, {10, look("-1 0 0 -1 60 15 Tm (66) Tj")}}, altered, unknown);
        row("upside down by its matrix", form, {{7, text("66")}, {10, look("(66) Tj").replace("/BBox", "/Matrix[-1 0 0 -1 200 20]/BBox")}}, altered, unknown);
        row("upside down by its size", form, {{7, text("66")}, {10, look("/F1 -12 Tf 60 10 Td (66) Tj")}}, altered, unknown);
        row("one mirrored letter", form, {{7, text("6")}, {10, look("(6) Tj").replace("/BBox", "/Matrix[1 0 0 -1 0 20]/BBox")}}, altered, unknown);
        row("a word too small to be read", form, {{7, text("no acepto")}, {10, look("/F1 0.1 Tf (no ) Tj /F1 12 Tf (acepto) Tj")}}, altered, unknown);
        row("a word as white as paper", form, {{7, text("no acepto")}, {10, look("1 g (no ) Tj 0 g (acepto) Tj")}}, altered, unknown);
        row("a word outside", form, {{7, text("no acepto")}, {10, look("-50 0 Td (no ) Tj 50 0 Td (acepto) Tj")}}, altered, unknown);
        row("longer than its place", form, {{7, text("acepto con todas las condiciones de este largo papel")},
            {10, look("(acepto con todas las condiciones de este largo papel) Tj")}}, changes, filled);
        // Letters that are there, in their order, and are not seen.
        const auto number = [&](const char *name, const QByteArray &value, const QByteArray &drawn, const QString &told, const QByteArray &more = {}) {
            QByteArray all = look(drawn);
            row(name, form, {{7, text(value)}, {10, more.isEmpty() ? all : all.replace("/Resources<<", QByteArray("/Resources<<" + more))}}, altered, told);
        };
        const auto clipped = [](const QByteArray &clip) -> QByteArray { return "ET " + clip + " n BT /F1 12 Tf 2 5 Td "; };
        number("the end of a number clipped away", "1000000", clipped("0 0 28 20 re W") + "(1000000) Tj", other);
        number("half a digit clipped away", "8", clipped("5 0 190 20 re W") + "(8) Tj", other);
        number("a last digit far away", "10009", "(1000) Tj 900 Tc ( ) Tj (9) Tj", other);
        number("a last digit behind a wide space", "1000 9", "900 Tw (1000 9) Tj", other);
        number("longer than its place by one digit", "10000000000000000000000000000000", "(10000000000000000000000000000000) Tj", other);
        number("a digit in the words behind the edge", "vale 10009", "150 0 Td (vale 10009) Tj", other);
        number("a word clipped away in the middle of the box", "acepto nada", clipped("0 0 38 20 re W") + "(acepto nada) Tj", other);
        number("all of it clipped away", "2000", clipped("0 0 1 1 re W") + "(2000) Tj", other);
        number("outside its box", "abc", "900 0 Td (abc) Tj", other);
        number("clipped by a shape", "abc", clipped("0 0 m 90 0 l 0 1 l h W") + "(abc) Tj", unknown);
        number("clipped by two rectangles", "abc", clipped("0 0 100 20 re 0 0 100 20 re W*") + "(abc) Tj", unknown);
        number("a digit as narrow as a line", "91000", "1 Tz (9) Tj 100 Tz (1000) Tj", unknown);
        number("letters on each other", "10", "-6.67 Tc (10) Tj", unknown);
        number("in a pattern", "91000", "/Pattern cs /P1 scn (9) Tj 0 g (1000) Tj", unknown);
        number("white", "2000", "1 g (2000) Tj", other);
        number("nearly white", "2000", "0.99 g (2000) Tj", other);
        number("black on black", "2000", "ET 0 0 200 20 re f 0.1 g BT /F1 12 Tf 2 5 Td (2000) Tj", other);
        number("in outlines without width", "2000", "0 w 1 Tr (2000) Tj", unknown);
        number("behind a mask", "2000", "/G gs (2000) Tj", unknown, "/ExtGState<</G<</SMask<</S/Luminosity/G 10 0 R>>>>>>");
        number("mixed with what lies below", "2000", "/G gs 0.5 g (2000) Tj", unknown, "/ExtGState<</G<</BM/Screen>>>>");
        number("nearly transparent", "2000", "/G gs (2000) Tj", unknown, "/ExtGState<</G<</ca 0.02>>>>");
        number("in a layer", "2000", "/OC /L BDC (2000) Tj EMC", unknown, "/Properties<</L<</Type/OCG/Name(a)>>>>");
        number("nothing at all", "2000", "", other);
        row("a picture from elsewhere", form, {{7, text("dos")}, {10, look("(dos) Tj").replace("/BBox", "/Ref<</F(otro.pdf)/Page 0>>/BBox")}}, altered, unknown);
        row("white, where its author wanted it", signedForm({{7, text("", "/DA(/F1 12 Tf 1 g)")}, {10, look("")}}),
            {{7, text("dos", "/DA(/F1 12 Tf 1 g)")}, {10, look("1 g (dos) Tj")}}, changes, filled);
        row("another look under the mouse", form, {{7, field("Tx", "/T(nombre)" + rect + "/V(uno)/AP<</N 10 0 R/R 40 0 R>>")}, {40, look("(999) Tj")}}, altered, other);
        row("another look while it is pressed", form, {{12, field("Btn", "/T(acepto)/Rect[72 500 92 520]/AP<</N<</Si 23 0 R/Off 24 0 R>>/D<</Si 40 0 R>>>>/V/Off/AS/Off")}, {40, look("(999) Tj")}},
            altered, QStringLiteral("field acepto shows something else than its value"));

        row("a point that moved", form, {{7, text("100000")}, {10, look("(1000.00) Tj")}}, altered, other);
        row("a value that is a list", form, {{7, field("Tx", "/T(nombre)" + rect + place + "/V[(100)]")}, {10, look("(900) Tj")}}, altered, unknown);
        const QByteArray script = "/AA<</F<</S/JavaScript/JS(x)>>>>", keys = "/AA<</K<</S/JavaScript/JS(x)>>>>";
        row("another number than the script would show", signedForm({{7, text("1000", script)}, {10, look("(1.000,00) Tj")}}),
            {{7, text("2000", script)}, {10, look("(9.000,00) Tj")}}, altered, other);
        row("a script that looks at keys alone", signedForm({{7, text("1000", keys)}, {10, look("(1000) Tj")}}),
            {{7, text("2000", keys)}, {10, look("(9000) Tj")}}, altered, other);
        const QByteArray anew = "<</Fields[7 0 R 12 0 R]/NeedAppearances true>>";
        row("to be drawn anew", signedForm({{6, anew}}), {{7, text("dos")}}, changes, filled);
        row("drawn otherwise, where not all draw anew", signedForm({{6, anew}}), {{7, text("100")}, {10, look("(900) Tj")}}, altered, other);

        // A script shows a moment in its own form, and nothing else.
        const auto moment = [&](const char *name, const QByteArray &value, const QByteArray &drawn, bool good) {
            row(name, signedForm({{7, text("", script)}, {10, look("")}}), {{7, text(value, script)}, {10, look("(" + drawn + ") Tj")}},
                good ? changes : altered, good ? filled : other);
        };
        moment("a day in another form", "2026-01-05", "05/01/2026", true);
        moment("a day in words", "05/01/26", "5 de enero de 2026", true);
        moment("another day", "2026-01-05", "05/01/2030", false);
        moment("another month", "2026-01-05", "5 de junio de 2026", false);
        moment("a day and more words", "2026-01-05", "no acepto 05/01/2026", false);
        moment("an hour", "14:30", "2:30 p.m.", true);
        moment("another hour", "14:30", "2:30 a.m.", false);
        moment("capitals", "bogota", "BOGOTA", true);
        moment("other words", "acepto", "no acepto", false);

        // What plain letters alone would not tell.
        const QByteArray western = common + "/WinAnsiEncoding>>";
        inFont("with accents", "P\xe9rez", "(P\\351rez) Tj", western, changes, filled);
        inFont("a stroke for an accent", "P\xe9rez", "(P\\370rez) Tj", western, altered, other);
        inFont("a sign that is no hyphen", "5", "(\\2265) Tj", western, altered, other);
        inFont("a half", "1", "(\\275) Tj", western, altered, other);
        inFont("an accent that others leave out", "Pena", "(Pe\\361a) Tj", western, changes, filled);
        row("per cent", form, {{7, text("5")}, {10, look("(5%) Tj")}}, altered, other);

        // A password shows as many signs as it likes, and nothing else.
        const auto secret = [&](const QByteArray &value) { return text(value, "/Ff 8192"); };
        row("a password", signedForm({{7, secret("")}, {10, look("")}}), {{7, secret("clave")}, {10, look("(*****) Tj")}}, changes, filled);
        row("a password that is read", signedForm({{7, secret("")}, {10, look("")}}), {{7, secret("clave")}, {10, look("(acepto) Tj")}}, altered, other);
        row("a password and strokes", signedForm({{7, secret("")}, {10, look("")}}), {{7, secret("clave")}, {10, look("(***) Tj ET 60 5 m 80 15 l S BT")}}, altered, other);

        const auto richly = [&](const QByteArray &value, const QByteArray &words) {
            return text(value, "/Ff 33554432/RV(<?xml version=\"1.0\"?><body><p>" + words + "</p></body>)");
        };
        row("rich text", signedForm({{7, richly("", "")}, {10, look("")}}), {{7, richly("dos", "<b>do</b>s")}, {10, look("(dos) Tj")}}, changes, filled);
        row("rich text that says something else", signedForm({{7, richly("", "")}, {10, look("")}}), {{7, richly("dos", "900")}, {10, look("(dos) Tj")}}, altered, other);

        // A list shows its author's options, and which is chosen.
        const QByteArray tall = "/Rect[72 580 272 620]";
        const auto list = [&](const QByteArray &more) { return field("Ch", "/T(nombre)" + tall + place + "/Opt[(uno)[(b)(dos)](tres)]" + more); };
        const auto lines = [](const QByteArray &marked, const QByteArray &drawn = "(uno) Tj 0 -12 Td (dos) Tj 0 -12 Td (tres) Tj") -> QByteArray {
            const QByteArray body = "q 1 1 1 rg 0 0 200 40 re f " + marked + " 0 g BT /F1 10 Tf 2 30 Td " + drawn + " ET Q";
            return "<</Type/XObject/Subtype/Form/BBox[0 0 200 40]/Resources<</Font<</F1 3 0 R>>>>/Length " + QByteArray::number(body.size()) +
                   ">>\nstream\n" + body + "\nendstream";
        };
        const QByteArray blue = "0.6 0.75 0.85 rg ", second = blue + "1 16 198 12 re f", third = blue + "1 4 198 12 re f";
        const QByteArray box2 = signedForm({{7, list({})}, {10, lines({})}});
        const auto chosen = [&](const char *name, const QByteArray &more, const QByteArray &drawn, bool good) {
            row(name, box2, {{7, list(more)}, {10, drawn}}, good ? changes : altered, good ? filled : other);
        };
        chosen("a line of a list", "/V(b)/I[1]", lines(second), true);
        chosen("two lines of a list", "/V[(b)(tres)]", lines(second + ' ' + third), true);
        chosen("another line looks chosen", "/V(b)", lines(third), false);
        chosen("no line looks chosen", "/V(b)", lines({}), false);
        chosen("a line looks chosen and is not", {}, lines(second), false);
        chosen("the numbers say otherwise", "/V(b)/I[2]", lines(second), false);
        chosen("a value that is no option", "/V(otro)", lines({}), false);
        chosen("a list that shows other words", "/V(b)", lines(second, "(uno) Tj 0 -12 Td (900) Tj 0 -12 Td (tres) Tj"), false);
        chosen("a list in another order", "/V(b)", lines(second, "(tres) Tj 0 -12 Td (dos) Tj 0 -12 Td (uno) Tj"), false);
        chosen("a list with strokes", "/V(b)", lines(second + " 60 5 m 80 15 l S"), false);
        chosen("a list whose chosen line is not read", "/V(b)", lines("0 g 1 16 198 12 re f"), false);
        chosen("a scrolled list", "/V(tres)", lines(second, "(dos) Tj 0 -12 Td (tres) Tj"), true);

        row("only the look", form, {{10, look("(999) Tj")}}, altered, other);
        row("look and value differ", form, {{7, text("dos")}, {10, look("(999) Tj")}}, altered, other);
        row("the old look of another value", form, {{7, text("dos")}}, altered, other);
        row("a value that is not seen", form, {{7, text("dos")}, {10, look("(999) Tj 3 Tr (dos) Tj")}}, altered, other);
        row("closed to filling", signedForm({{7, text("uno", "/Ff 1")}}), {{7, text("dos", "/Ff 1")}, {10, look("(dos) Tj")}}, altered,
            QStringLiteral("field nombre changed, which its author closed to filling"));
        row("looks ticked", form, {{12, field("Btn", box + "/V/Off/AS/Si")}}, altered, QStringLiteral("field acepto shows something else than its value"));
        row("looks unticked", signedForm({{12, field("Btn", box + "/V/Si/AS/Si")}}), {{12, field("Btn", box + "/V/Si/AS/Off")}}, altered,
            QStringLiteral("field acepto shows something else than its value"));
        const QString lies = QStringLiteral("field acepto shows something else than its value");
        row("an empty box drawn ticked", form, {{24, look("(x) Tj")}}, altered, lies);
        row("a ticked box with another sign", form, {{12, field("Btn", box + "/V/Si/AS/Si")}, {23, look("(no) Tj")}}, altered, lies);
        row("other looks for its states", form, {{12, field("Btn", "/T(acepto)/Rect[72 500 92 520]/AP<</N<</Si 24 0 R/Off 23 0 R>>>>/V/Off/AS/Off")}}, altered, lies);
        row("one look for all states", form, {{12, field("Btn", "/T(acepto)/Rect[72 500 92 520]/AP<</N 23 0 R>>/V/Off/AS/Off")}}, altered, lies);
        row("a third state", form, {{12, field("Btn", "/T(acepto)/Rect[72 500 92 520]/AP<</N<</Si 23 0 R/Off 24 0 R/Otro 40 0 R>>>>/V/Otro/AS/Otro")}, {40, look("(y) Tj")}}, altered, lies);
        row("drawn again as it was", form, {{12, field("Btn", box + "/V/Si/AS/Si")}, {23, look(" (x)  Tj")}}, changes, QStringLiteral("field acepto was filled"));
        const QByteArray bare = signedForm({{12, field("Btn", "/T(acepto)/Rect[72 500 92 520]/V/Off/AS/Off")}});
        row("a box that nobody had drawn", bare, {{12, field("Btn", box + "/V/Si/AS/Si")}}, changes, QStringLiteral("field acepto was filled"));
        row("a box that nobody had drawn, with words", bare, {{12, field("Btn", box + "/V/Si/AS/Si")}, {23, look("(no) Tj")}}, altered, lies);
        row("an empty box that nobody had drawn, ticked", bare, {{12, field("Btn", box + "/V/Off/AS/Off")}, {24, look("(x) Tj")}}, altered, lies);
        row("a push button", signedForm({{12, field("Btn", "/Ff 65536/T(boton)/Rect[72 500 92 520]/AP<</N 23 0 R>>")}}), {{23, look("(9) Tj")}},
            altered, QStringLiteral("button boton"));
    }

    void filled()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, verdict);
        QFETCH(QString, told);
        const VerificationReport report = verifyBytes(bytes);
        QVERIFY2(name(report.verdict) == verdict, qPrintable(SigningDesk::told(report)));
        const SignatureReport &one = report.signatures.first();
        QVERIFY2((verdict == QLatin1String("altered") ? one.findings : one.notes).contains(told),
                 qPrintable((one.findings + one.notes).join(u';')));
    }

    // Fields without a look are drawn by their form's fonts: those may become more, never others.
    void fonts()
    {
        const QByteArray helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
                         other = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[49/nine 48/nine]>>>>";
        const auto with = [](const QByteArray &fonts) -> QByteArray {
            return "<</Fields[7 0 R 12 0 R]/DA(/Helv 12 Tf)" + (fonts.isEmpty() ? QByteArray() : "/DR<</Font<<" + fonts + ">>>>") + ">>";
        };
        const auto verdict = [&](const QByteArray &before, const QByteArray &after) {
            const QByteArray pdf = signedForm({{6, with(before)}, {7, field("Tx", "/T(nombre)" + rect + "/V(100)/DA(/Helv 12 Tf)")}, {80, helvetica}});
            const PdfFile file = PdfFile::open(pdf).value(); // who signs writes the form into the root
            const PdfObject root = file.object(file.trailer()["Root"].target()).value();
            PdfDict catalog = root.value.entries(), form = catalog["AcroForm"].entries();
            const QByteArray grown = "<</Font<<" + after + ">>>>";
            form.set("DR", PdfLexer(grown).value().value());
            catalog.set("AcroForm", PdfValue::dict(form));
            return name(verifyBytes(updated(pdf, {{root.ref.number, written(PdfValue::dict(catalog))}, {90, other}})).verdict);
        };
        QCOMPARE(verdict("/Helv" + helvetica, "/Helv 90 0 R"), QStringLiteral("altered"));
        QCOMPARE(verdict("/Helv" + helvetica, "/Helv" + other), QStringLiteral("altered"));
        QCOMPARE(verdict("/Helv 80 0 R", "/Helv 90 0 R"), QStringLiteral("altered"));
        QCOMPARE(verdict({}, "/Helv 90 0 R"), QStringLiteral("altered"));
        QCOMPARE(verdict("/Helv" + helvetica, "/Helv" + helvetica + "/ZaDb 90 0 R"), QStringLiteral("valid"));
        QCOMPARE(verdict({}, "/Otra 90 0 R"), QStringLiteral("valid"));
    }
};

QTEST_GUILESS_MAIN(SigningFill)
#include "tst_signing_fill.moc"
