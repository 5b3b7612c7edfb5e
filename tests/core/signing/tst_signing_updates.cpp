// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A document with nearly all that a document can have, signed, and then each part of it changed by an incremental update,
// with a table and with streams: what a page shows, does or says may not change behind a signature. Beside each what is harmless.
#include "tests/core/signing/Bend.h"

#include <QTest>

using namespace carriel;
using namespace carriel::signing;
using namespace carriel::test;

namespace {

QByteArray stream(const QByteArray &bytes, const QByteArray &entries = {})
{
    return "<<" + entries + "/Length " + QByteArray::number(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream";
}

QByteArray look(const QByteArray &words, const QByteArray &more = {})
{
    return stream("BT /F1 12 Tf 2 5 Td (" + words + ") Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 3 0 R>>>>" + more);
}

using Objects = std::map<int, QByteArray>;

// What the document is made of, under fixed numbers.
Objects parts()
{
    return {
        {1, "<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R/OCProperties 20 0 R/Names 21 0 R/StructTreeRoot 22 0 R/MarkInfo<</Marked true>>/Outlines 24 0 R"
            "/PageLabels 25 0 R/OpenAction[4 0 R/Fit]/ViewerPreferences 26 0 R/Lang(es)/PageMode/UseNone>>"},
        {2, "<</Type/Pages/Count 2/Kids[4 0 R 11 0 R]/Resources 12 0 R/MediaBox[0 0 612 792]>>"},
        {3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 28 0 R>>"},
        {4, "<</Type/Page/Parent 2 0 R/Contents 27 0 R/Annots[7 0 R 8 0 R 9 0 R 15 0 R 16 0 R 17 0 R]/StructParents 0>>"},
        {5, stream("/P<</MCID 0>>BDC BT /F1 18 Tf 72 700 Td (Contrato por 100 pesos) Tj ET EMC")},
        {6, "<</Fields[7 0 R 8 0 R 9 0 R 14 0 R]/DA(/F1 12 Tf 0 g)/DR<</Font<</F1 3 0 R>>>>/CO[7 0 R]>>"},
        {7, "<</FT/Tx/Type/Annot/Subtype/Widget/F 4/P 4 0 R/T(nombre)/Rect[72 600 272 620]/AP<</N 10 0 R>>>>"},
        {8, "<</FT/Ch/Ff 131072/Opt[(uno)(dos)]/Type/Annot/Subtype/Widget/F 4/P 4 0 R/T(plan)/V(uno)/Rect[72 560 272 580]/AP<</N 30 0 R>>>>"},
        {9, "<</FT/Sig/T(firma)/Type/Annot/Subtype/Widget/F 4/Rect[72 300 272 360]/P 4 0 R>>"},
        {10, look("")},
        {11, "<</Type/Page/Parent 2 0 R/Contents 29 0 R>>"},
        {12, "<</Font<</F1 3 0 R>>/Properties<</L1 18 0 R/L2 31 0 R>>/XObject<</X1 19 0 R>>/ExtGState<</G1 33 0 R>>>>"},
        {13, stream("/OC/L1 BDC BT /F1 12 Tf 72 660 Td (Sin multa) Tj ET EMC /OC/L2 BDC BT /F1 12 Tf 72 640 Td (Con multa) Tj ET EMC q 1 0 0 1 72 500 cm /G1 gs /X1 Do Q")},
        {14, "<</FT/Tx/T(valor)/V(100)/Kids[15 0 R 16 0 R]>>"},
        {15, "<</Parent 14 0 R/Type/Annot/Subtype/Widget/F 4/P 4 0 R/Rect[300 600 400 620]/AP<</N 32 0 R>>>>"},
        {16, "<</Parent 14 0 R/Type/Annot/Subtype/Widget/F 4/P 4 0 R/Rect[300 560 400 580]/AP<</N 34 0 R>>>>"},
        {17, "<</Type/Annot/Subtype/Link/Rect[300 690 400 720]/Border[0 0 0]/A<</S/URI/URI(https://banco.example/)>>>>"},
        {18, "<</Type/OCG/Name(uno)>>"},
        {19, look("Anexo")},
        {20, "<</OCGs[18 0 R 31 0 R]/D<</ON[18 0 R]/OFF[31 0 R]/Order[18 0 R 31 0 R]>>>>"},
        {21, "<</Dests<</Names[(a)[4 0 R/Fit]]>>>>"},
        {22, "<</Type/StructTreeRoot/K 23 0 R/ParentTree<</Nums[0[23 0 R]]>>>>"},
        {23, "<</S/P/P 22 0 R/Pg 4 0 R/K 0/ActualText(Contrato por 100 pesos)>>"},
        {24, "<</First 35 0 R/Last 35 0 R/Count 1>>"},
        {25, "<</Nums[0<</S/D>>]>>"},
        {26, "<</DisplayDocTitle true>>"},
        {27, "[5 0 R 13 0 R]"},
        {28, stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange endcmap end end")},
        {29, stream("BT /F1 18 Tf 72 700 Td (Segunda hoja) Tj ET")},
        {30, look("uno")},
        {31, "<</Type/OCG/Name(dos)>>"},
        {32, look("100")},
        {33, "<</Type/ExtGState/ca 1>>"},
        {34, look("100")},
        {35, "<</Title(Contrato)/Parent 24 0 R/Dest[4 0 R/Fit]>>"},
    };
}

QByteArray whole()
{
    QByteArray out("%PDF-1.7\n"), table("xref\n0 1\n0000000000 65535 f \n");
    const Objects all = parts();
    for (const auto &[number, body] : all) {
        table += QByteArray::number(number) + " 1\n" + QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
    }
    return out + table + "trailer\n<</Root 1 0 R/Size 40>>\nstartxref\n" + QByteArray::number(out.size()) + "\n%%EOF\n";
}

} // namespace

class SigningUpdates : public QObject, private test::SigningDesk
{
    Q_OBJECT

    QByteArray m_table, m_streams, m_noted, m_seen;

    QByteArray byHand(const QByteArray &pdf, int certified = 0, const PdfDict &fieldMore = {})
    {
        ByHand how;
        if (certified) {
            how.more = docMdp(certified);
            how.certify = true;
        }
        how.fieldMore = fieldMore;
        how.cms = cmsBy(*this, QStringLiteral("eva"));
        return signedByHand(pdf, how);
    }

    // Object `number` as it was signed, and one thing in it otherwise.
    static QByteArray with(int number, const QByteArray &from, const QByteArray &to)
    {
        QByteArray body = number == 1 ? s_root : parts().at(number);
        if (!body.contains(from))
            qFatal("nothing to change: %s", from.constData());
        return body.replace(body.indexOf(from), from.size(), to);
    }
    static inline QByteArray s_root; // with the form in it, as it was signed
    static QByteArray plus(int number, const QByteArray &entries) { return with(number, "<<", "<<" + entries); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(pki.ready());
        m_table = byHand(updated(whole(), {{36, "<<>>"}, {41, "<<>>"}})); // the same numbers in both
        // The same with streams, also where it was signed.
        m_streams = byHand(updatedByStreams(whole(), {{36, "<<>>"}}));
        const auto root = [](const QByteArray &pdf) { return written(PdfFile::open(pdf).value().object({1, 0}).value().value); };
        s_root = root(m_table);
        QCOMPARE(root(m_streams), s_root);
        m_noted = byHand(updated(whole(), {{4, with(4, "17 0 R]", "17 0 R 36 0 R 37 0 R 38 0 R]")},
                                           {36, "<</Type/Annot/Subtype/Text/Rect[500 500 520 520]/Contents(ojo)>>"},
                                           {37, "<</Type/Annot/Subtype/FileAttachment/Rect[540 500 560 520]/FS<</F(a.txt)>>>>"},
                                           {38, "<</Type/Annot/Subtype/Square/Rect[540 400 560 420]>>"}}), 3);
        // Where Eva's signature is seen.
        PdfDict box, looks;
        looks.set("N", PdfValue::ref({36, 0}));
        box.set("Type", PdfValue::name("Annot"));
        box.set("Subtype", PdfValue::name("Widget"));
        box.set("F", PdfValue::integer(4));
        box.set("Rect", PdfValue::array({PdfValue::integer(72), PdfValue::integer(100), PdfValue::integer(272), PdfValue::integer(120)}));
        box.set("AP", PdfValue::dict(looks));
        m_seen = byHand(updated(whole(), {{4, with(4, "17 0 R]", "17 0 R 41 0 R]")}, {36, look("Firmado por Eva")}}), 0, box);
        for (const QByteArray &one : {m_table, m_streams, m_noted, m_seen}) {
            const VerificationReport report = verifyBytes(one);
            QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        }
    }

    void changed_data()
    {
        QTest::addColumn<Objects>("objects");
        const auto row = [](const char *name, const Objects &objects) { QTest::newRow(name) << objects; };
        const auto form = [](const QByteArray &from, const QByteArray &to) {
            const qsizetype at = s_root.indexOf(from, s_root.indexOf("/AcroForm"));
            if (at < 0)
                qFatal("nothing to change in the form: %s", from.constData());
            return QByteArray(s_root).replace(at, from.size(), to);
        };
        row("a field less in the form", {{1, form("8 0 R", "")}});
        row("a field more in the form", {{1, form("8 0 R", "8 0 R 50 0 R")}, {50, QByteArray(parts().at(7)).replace("nombre", "otro")}});
        row("the signature out of the form", {{1, form("43 0 R", "")}});
        row("the form's flags", {{1, form("/SigFlags 3", "/SigFlags 0")}});
        const QByteArray script = "<</S/JavaScript/JS(this.getField\\('nombre'\\).value='x')>>";
        row("page turned", {{4, plus(4, "/Rotate 180")}});
        row("page cropped", {{4, plus(4, "/CropBox[0 0 612 690]")}});
        row("page of another size", {{4, plus(4, "/MediaBox[0 0 300 300]")}});
        row("page in other units", {{4, plus(4, "/UserUnit 5")}});
        row("all pages turned", {{2, plus(2, "/Rotate 90")}});
        row("all pages of another size", {{2, with(2, "792]", "90]")}});
        row("pages in another order", {{2, with(2, "4 0 R 11 0 R", "11 0 R 4 0 R")}});
        row("a page less", {{2, with(2, "Count 2/Kids[4 0 R 11 0 R]", "Count 1/Kids[11 0 R]")}});
        row("a page more", {{2, with(2, "Count 2/Kids[4 0 R 11 0 R]", "Count 3/Kids[4 0 R 11 0 R 50 0 R]")}, {50, "<</Type/Page/Parent 2 0 R/Contents 5 0 R>>"}});
        row("pages counted otherwise", {{2, with(2, "Count 2", "Count 1")}});
        row("a page with resources of its own", {{4, plus(4, "/Resources<</Font<</F1 50 0 R>>>>")}, {50, "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>"}});
        row("inherited resources", {{12, with(12, "/F1 3 0 R", "/F1 50 0 R")}, {50, "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>"}});
        row("other inherited resources", {{2, with(2, "12 0 R", "50 0 R")}, {50, with(12, "19 0 R", "30 0 R")}});
        row("another font", {{3, with(3, "Helvetica", "ZapfDingbats")}});
        row("another encoding", {{3, with(3, "/WinAnsiEncoding", "<</Differences[49/nine]>>")}});
        row("other words to copy", {{28, stream("beginbfchar <31> <0039> endbfchar")}});
        row("another state of drawing", {{33, with(33, "/ca 1", "/ca 0")}});
        row("another drawing inside", {{19, look("Anulado")}});
        row("the list of contents", {{27, "[13 0 R]"}});
        row("the list of contents in another order", {{27, "[13 0 R 5 0 R]"}});
        row("one more content", {{27, "[5 0 R 13 0 R 50 0 R]"}, {50, stream("1 g 0 0 612 792 re f")}});
        row("contents instead of their list", {{27, stream("BT /F1 18 Tf 72 700 Td (Contrato por 900 pesos) Tj ET")}});
        row("other contents", {{4, with(4, "27 0 R", "[5 0 R 50 0 R]")}, {50, stream("1 g 0 0 612 792 re f")}});
        row("another layer shown", {{20, with(20, "/ON[18 0 R]/OFF[31 0 R]", "/ON[31 0 R]/OFF[18 0 R]")}});
        row("layers by the way of use", {{18, plus(18, "/Usage<</Print<</PrintState/OFF>>/View<</ViewState/OFF>>>>")}});
        row("other layers", {{1, with(1, "20 0 R", "50 0 R")}, {50, with(20, "/OFF[31 0 R]", "/OFF[18 0 R]")}});
        row("the names of layers", {{12, with(12, "/L1 18 0 R/L2 31 0 R", "/L1 31 0 R/L2 18 0 R")}});
        row("a layer for a note", {{17, plus(17, "/OC 31 0 R")}});
        row("a layer for a field", {{7, plus(7, "/OC 31 0 R")}});
        row("a layer for a drawing", {{19, look("Anexo", "/OC 31 0 R")}});
        row("what is done when it opens", {{1, with(1, "/OpenAction [4 0 R /Fit]", "/OpenAction" + script)}});
        row("where it opens", {{1, with(1, "[4 0 R /Fit]", "[11 0 R/Fit]")}});
        row("what is done when it is closed", {{1, plus(1, "/AA<</WC" + script + ">>")}});
        row("what is done on a page", {{4, plus(4, "/AA<</O" + script + ">>")}});
        row("what is done in a field", {{7, plus(7, "/AA<</K" + script + ">>")}});
        row("a script by name", {{21, plus(21, "/JavaScript<</Names[(a)" + script + "]>>")}});
        row("other names", {{1, with(1, "21 0 R", "50 0 R")}, {50, "<</JavaScript<</Names[(a)" + script + "]>>>>"}});
        row("files inside", {{21, plus(21, "/EmbeddedFiles<</Names[]>>")}});
        row("another place by name", {{21, with(21, "4 0 R", "11 0 R")}});
        row("another link", {{17, with(17, "banco.", "estafa.")}});
        row("a link elsewhere", {{17, with(17, "[300 690 400 720]", "[0 0 612 792]")}});
        row("a link more", {{4, with(4, "17 0 R", "17 0 R 50 0 R")}, {50, with(17, "banco.", "estafa.")}});
        row("notes in another order", {{4, with(4, "7 0 R 8 0 R", "8 0 R 7 0 R")}});
        row("a field less on the page", {{4, with(4, "16 0 R ", "")}});
        row("a field on another page too", {{11, plus(11, "/Annots[7 0 R]")}});
        row("other words read aloud", {{23, with(23, "100", "900")}});
        row("other words instead", {{23, plus(23, "/Alt(900 pesos)")}});
        row("another tree of words", {{1, with(1, "22 0 R", "50 0 R")}, {50, "<</Type/StructTreeRoot/K 51 0 R>>"}, {51, with(23, "22 0 R", "50 0 R")}});
        row("another role of words", {{22, plus(22, "/RoleMap<</P/Artifact>>")}});
        row("another language", {{1, with(1, written(PdfValue::string("es")), "(en)")}});
        row("another outline", {{35, with(35, "(Contrato)", "(Anulado)")}});
        row("other numbers of pages", {{25, "<</Nums[0<</S/D/St 2>>]>>"}});
        row("other preferences", {{26, plus(26, "/HideToolbar true")}});
        row("how it opens", {{1, with(1, "/UseNone", "/FullScreen")}});
        row("a collection", {{1, plus(1, "/Collection<</View/D>>")}});
        row("another form", {{1, with(1, "/AcroForm", "/AcroForm 50 0 R/Was")}, {50, parts().at(6)}});
        row("the form draws anew", {{1, form("<<", "<</NeedAppearances true")}});
        row("a form in XML", {{1, form("<<", "<</XFA 50 0 R")}, {50, stream("<xdp/>")}});
        row("the form's letters", {{1, form(written(PdfValue::string("/F1 12 Tf 0 g")), "(/F1 0.1 Tf 1 g)")}});
        row("the form's fonts", {{1, form("/F1 3 0 R", "/F1 50 0 R")}, {50, "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>"}});
        row("the order of sums", {{1, form("/CO [7 0 R", "/CO [8 0 R")}});
        row("one of two boxes of a field", {{14, with(14, "(100)", "(900)")}, {32, look("900")}});
        row("a value and no box", {{14, with(14, "(100)", "(900)")}});
        row("both boxes and no value", {{32, look("900")}, {34, look("900")}});
        row("another value in each box", {{14, with(14, "(100)", "(900)")}, {15, plus(15, "/V(900)")}, {16, plus(16, "/V(100)")}, {32, look("900")}});
        row("a box that hides", {{15, with(15, "/F 4", "/F 2")}});
        row("a box elsewhere", {{15, with(15, "[300 600", "[300 100")}});
        row("boxes in another field", {{14, with(14, "15 0 R 16 0 R", "15 0 R")}});
        row("a list with other options", {{8, with(8, "[(uno)(dos)]", "[(uno)(nueve)]")}});
        row("an empty box of a signature drawn on", {{9, plus(9, "/MK<</BG[1 0 0]>>")}});
        row("an empty box of a signature elsewhere", {{9, with(9, "[72 300", "[0 0")}});
        row("what the author allows", {{1, plus(1, "/Perms<</DocMDP 50 0 R>>")}, {50, "<</Type/Sig>>"}});
        row("a page that was none", {{29, "<<>>"}});
        row("a page freed", {{11, {}}});
        row("a store that is a page", {{1, plus(1, "/DSS 11 0 R")}, {11, "<</Type/DSS>>"}});
        row("extensions that are no list", {{1, plus(1, "/Extensions[50 0 R]")}, {50, "<<>>"}});
        row("a version that is none", {{1, plus(1, "/Version 50 0 R")}, {50, "<</S/JavaScript>>"}});
    }

    void changed()
    {
        QFETCH(Objects, objects);
        for (const QByteArray &bytes : {updated(m_table, objects), updatedByStreams(m_table, objects), updated(m_streams, objects), updatedByStreams(m_streams, objects)}) {
            const VerificationReport report = verifyBytes(bytes);
            QVERIFY2(report.verdict == FileVerdict::Altered || report.verdict == FileVerdict::Unreadable, qPrintable(told(report)));
        }
    }

    void harmless_data()
    {
        QTest::addColumn<Objects>("objects");
        QTest::addColumn<QString>("verdict");
        const QString valid = QStringLiteral("valid"), changes = QStringLiteral("valid_later_changes");
        const auto row = [](const char *name, const Objects &objects, const QString &verdict) { QTest::newRow(name) << objects << verdict; };
        row("nothing", {{50, "<<>>"}}, valid);
        row("the same again", {{4, parts().at(4)}, {12, parts().at(12)}, {20, parts().at(20)}, {23, parts().at(23)}, {5, parts().at(5)}}, valid);
        row("a store of proofs", {{1, plus(1, "/DSS 50 0 R")}, {50, "<</Type/DSS/Certs[51 0 R]/CRLs[]/VRI<</AB<</TU(D:2026)>>>>>>"}, {51, stream("x")}}, valid);
        row("a store with odd things", {{1, plus(1, "/DSS 50 0 R")}, {50, "<</Type/DSS/Certs[4 0 R null 1 (x)]/Odd 5 0 R/Action<</S/JavaScript/JS(x)>>>>"}}, valid);
        row("extensions and a version", {{1, plus(1, "/Version/2.0/Extensions<</ESIC<</BaseVersion/1.7/ExtensionLevel 1>>>>")}}, valid);
        row("both boxes and the value", {{14, with(14, "(100)", "(900)")}, {32, look("900")}, {34, look("900")}}, changes);
        row("a field", {{7, plus(7, "/V(Eva)")}, {10, look("Eva")}}, changes);
    }

    void harmless()
    {
        QFETCH(Objects, objects);
        QFETCH(QString, verdict);
        for (const QByteArray &bytes : {updated(m_table, objects), updatedByStreams(m_table, objects), updated(m_streams, objects), updatedByStreams(m_streams, objects)}) {
            const VerificationReport report = verifyBytes(bytes);
            QVERIFY2(name(report.verdict) == verdict, qPrintable(told(report)));
        }
    }

    void inAStreamThatNoTableNames()
    {
        const VerificationReport report = verifyBytes(updatedByStreams(m_table, {{50, "<<>>"}}, "27 [13 0 R]"));
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
    }

    // Who allowed notes allowed no other link, file or thing that is done.
    void noted_data()
    {
        QTest::addColumn<Objects>("objects");
        QTest::addColumn<bool>("altered");
        const QByteArray note = "<</Type/Annot/Subtype/Text/Rect[500 500 520 520]/Contents(visto)";
        QTest::newRow("another note") << Objects{{36, note + ">>"}} << false;
        QTest::newRow("a note that does something") << Objects{{36, note + "/A<</S/URI/URI(https://estafa.example/)>>>>"}} << true;
        QTest::newRow("a note that became a link") << Objects{{36, "<</Type/Annot/Subtype/Link/Rect[500 500 520 520]/Dest[11 0 R/Fit]>>"}} << true;
        QTest::newRow("a note that became a field") << Objects{{36, "<</Type/Annot/Subtype/Widget/FT/Tx/T(x)/Rect[500 500 520 520]>>"}} << true;
        QTest::newRow("another link") << Objects{{17, with(17, "banco.", "estafa.")}} << true;
        QTest::newRow("a link elsewhere") << Objects{{17, with(17, "[300 690 400 720]", "[0 0 612 792]")}} << true;
        QTest::newRow("another file") << Objects{{37, "<</Type/Annot/Subtype/FileAttachment/Rect[540 500 560 520]/FS<</F(b.exe)>>>>"}} << true;
        QTest::newRow("a drawing elsewhere") << Objects{{38, "<</Type/Annot/Subtype/Square/Rect[540 300 560 320]>>"}} << false;
        QTest::newRow("a link taken away") << Objects{{17, {}}} << true;
    }

    void noted()
    {
        QFETCH(Objects, objects);
        QFETCH(bool, altered);
        for (const QByteArray &bytes : {updated(m_noted, objects), updatedByStreams(m_noted, objects)}) {
            const VerificationReport report = verifyBytes(bytes);
            QVERIFY2(report.verdict == (altered ? FileVerdict::Altered : FileVerdict::ValidLaterChanges), qPrintable(told(report)));
        }
    }

    // The picture of a signature stands where its signer saw it, and nowhere else.
    void boxOnAnotherPage()
    {
        QVERIFY(m_seen.contains("\n41 0 obj"));
        for (const Objects &objects : {Objects{{11, plus(11, "/Annots[41 0 R]")}}, Objects{{4, with(4, "17 0 R]", "17 0 R 41 0 R 41 0 R]")}}}) {
            const VerificationReport report = verifyBytes(updated(m_seen, objects));
            QVERIFY2(report.verdict == FileVerdict::Altered, qPrintable(told(report)));
        }
        // Made, but on no page until now.
        PdfDict box;
        box.set("Subtype", PdfValue::name("Widget"));
        box.set("Rect", PdfValue::array({PdfValue::integer(72), PdfValue::integer(100), PdfValue::integer(272), PdfValue::integer(120)}));
        PdfDict looks;
        looks.set("N", PdfValue::ref({36, 0}));
        box.set("AP", PdfValue::dict(looks));
        const QByteArray unseen = byHand(updated(whole(), {{36, look("Firmado por Eva")}}), 0, box);
        const VerificationReport report = verifyBytes(updated(unseen, {{4, with(4, "17 0 R]", "17 0 R 41 0 R]")}}));
        QVERIFY2(report.verdict != FileVerdict::Valid, qPrintable(told(report)));
    }

    // What readers of tables take in different ways.
    void tables_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray evil = stream("BT /F1 18 Tf 72 700 Td (Contrato por 900 pesos) Tj ET");
        const QByteArray &a = m_table;
        const QByteArray plainly = updated(a, {{5, evil}});
        const auto bent = [](QByteArray bytes, const QByteArray &from, const QByteArray &to) {
            const qsizetype at = bytes.lastIndexOf(from);
            if (at < 0)
                qFatal("nothing to bend: %s", from.constData());
            return bytes.replace(at, from.size(), to);
        };
        const auto table = [&](const QByteArray &bytes, const QByteArray &rows, const QByteArray &trailer) {
            return QByteArray(bytes + "xref\n" + rows + "trailer\n<</Root 1 0 R/Size 60" + trailer + ">>\nstartxref\n" + QByteArray::number(bytes.size()) + "\n%%EOF\n");
        };
        const auto at = [](qsizetype offset, const char *generation = "00000") -> QByteArray { return QByteArray::number(offset).rightJustified(10, '0') + ' ' + generation + " n \n"; };
        const QByteArray prev = "/Prev " + QByteArray::number(PdfFile::open(a).value().startXref());
        const QByteArray more = a + "5 0 obj\n" + evil + "\nendobj\n", later = a + "5 1 obj\n" + evil + "\nendobj\n";
        QTest::newRow("another generation") << table(later, "5 1\n" + at(a.size(), "00001"), prev);
        QTest::newRow("another generation and its content") << table(later + "27 0 obj\n[5 1 R 13 0 R]\nendobj\n", "5 1\n" + at(a.size(), "00001") + "27 1\n" + at(later.size()), prev);
        QTest::newRow("twice in one table") << table(more, "5 1\n" + at(a.indexOf("5 0 obj")) + "5 1\n" + at(a.size()), prev);
        QTest::newRow("twice in one table, the other first") << table(more, "5 1\n" + at(a.size()) + "5 1\n" + at(a.indexOf("\n5 0 obj") + 1), prev);
        QTest::newRow("no table before it") << table(more, "5 1\n" + at(a.size()), "");
        QTest::newRow("a table before it that is another") << table(more, "5 1\n" + at(a.size()), "/Prev 9");
        QTest::newRow("a stream in a stream") << bent(updatedByStreams(a, {{50, "<<>>"}}), "/Type/ObjStm", "/Type/ObjStx");
        // Hybrid: some read the stream, some do not.
        {
            const QByteArray streams = updatedByStreams(a, {{27, "[13 0 R]"}});
            const qint64 xref = PdfFile::open(streams).value().startXref();
            QTest::newRow("a hybrid") << table(streams.left(streams.lastIndexOf("startxref")), "0 1\n0000000000 65535 f \n", prev + "/XRefStm " + QByteArray::number(xref));
        }
        // The last table lay in the signed version all the time, inside something that nobody looks at.
        {
            QByteArray hidden = whole();
            const qsizetype place = hidden.size();
            const QByteArray other = "50 0 obj\n" + stream("5 0 obj\n" + evil + "\nendobj\nxref\n5 1\n" + at(place + 9 + 11 + 15) + "trailer\n<</Root 1 0 R/Size 60/Prev " +
                                                           QByteArray::number(PdfFile::open(hidden).value().startXref()) + ">>\n") + "\nendobj\n";
            QByteArray base = hidden + other;
            const qsizetype inner = base.indexOf("5 0 obj", place + 5);
            base.replace(base.indexOf(at(place + 9 + 11 + 15), place), 20, at(inner));
            const qsizetype xref = base.indexOf("xref\n5 1", place);
            base = table(base, "50 1\n" + at(place), "/Prev " + QByteArray::number(PdfFile::open(hidden).value().startXref()));
            const QByteArray once = byHand(base);
            QVERIFY(verifyBytes(once).verdict == FileVerdict::Valid);
            QTest::newRow("a table that was hidden") << QByteArray(once + "startxref\n" + QByteArray::number(xref) + "\n%%EOF\n");
        }
        QTest::newRow("back to the first table") << QByteArray(a + "startxref\n" + QByteArray::number(PdfFile::open(whole()).value().startXref()) + "\n%%EOF\n");
        QTest::newRow("a length elsewhere") << updated(a, {{5, "<</Length 50 0 R>>\nstream\nBT /F1 18 Tf 72 700 Td (900) Tj ET\nendstream"}, {50, "36"}});
        QTest::newRow("another encryption") << bent(updated(a, {{50, "<<>>"}}), "/Size", "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<00>/U<00>>>/Size");
        QTest::newRow("a stub of a comment") << QByteArray(a + "%PDF-1.7\n5 0 obj\n" + evil + "\nendobj\n");
        QTest::newRow("a whole document behind it") << QByteArray(a + whole());
    }

    void tables()
    {
        QFETCH(QByteArray, bytes);
        const VerificationReport report = verifyBytes(bytes);
        QVERIFY2(report.verdict != FileVerdict::Valid && report.verdict != FileVerdict::ValidLaterChanges && report.verdict != FileVerdict::None, qPrintable(told(report)));
    }
};

QTEST_GUILESS_MAIN(SigningUpdates)
#include "tst_signing_updates.moc"
