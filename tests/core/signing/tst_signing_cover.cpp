// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the visible box of a second, real signature stands: what was signed before must still be seen, and an honest
// second signer must not make the first one doubtful.
#include "core/signing/pdf/FormFields.h"
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
        const QString second = signedBy(QStringLiteral("ana"), first, more);
        return second.isEmpty() ? VerificationReport() : verify(second);
    }

    static More inBox(const QRectF &rect)
    {
        return [rect](PdfSignOptions &options) { options.box = VisibleBox{1, rect, {}}; };
    }

    void check(const VerificationReport &report, const QString &expected) const
    {
        static const QString part = QStringLiteral("the box of a later signature covers part of page 1");
        static const QString text = QStringLiteral("the box of a later signature hides text of page 1");
        QCOMPARE(report.signatures.size(), 2);
        const SignatureReport &first = report.signatures.first();
        QVERIFY2(name(report.verdict) == expected, qPrintable(told(report) + first.notes.join(u';')));
        QCOMPARE(first.notes.contains(part), expected == QLatin1String("valid_later_changes"));
        QCOMPARE(first.findings.contains(text), expected == QLatin1String("altered"));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void box_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("verdict");
        const QString valid = QStringLiteral("valid"), changes = QStringLiteral("valid_later_changes"),
                      altered = QStringLiteral("altered");
        const auto row = [](const char *name, const QByteArray &content, const QString &verdict) {
            QTest::newRow(name) << content << verdict;
        };
        const QByteArray text = "BT /F1 18 Tf 80 90 Td (Debe 1000 pesos) Tj ET ";
        row("free space", "BT /F1 18 Tf 72 700 Td (Debe 1000 pesos) Tj ET", valid);
        row("below the line", "BT /F1 12 Tf 72 126 Td (Debe 1000 pesos) Tj ET", valid);
        row("beside the words", "BT /F1 12 Tf 280 90 Td (Debe 1000 pesos) Tj ET", valid);
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

        row("over a scan", "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q", changes);
        row("over a drawing", "72 72 m 100 100 150 50 270 110 c S", changes);
        row("over short strokes", "100 80 m 100 95 l S", changes);
        row("over a small area", "1 0 0 rg 100 80 20 20 re f", changes);
        row("over something that it touches only", "BT /F1 18 Tf 268 100 Td (Debe) Tj ET", changes);
    }

    void box()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, verdict);
        check(twice(pdfOfContents({content}), inBox({72, 72, 200, 50})), verdict);
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
        check(twice(updated(pdfOfContents({""}), {{5, odd}}), inBox({72, 72, 200, 50})), QStringLiteral("valid_later_changes"));
    }

    void overTheFirstSignature()
    {
        const More box = inBox({72, 72, 200, 50});
        const QString first = signedBy(QStringLiteral("eva"), put(QStringLiteral("in.pdf"), pdfOfContents({""})), box);
        check(verify(signedBy(QStringLiteral("ana"), first, box)), QStringLiteral("altered"));
        const QString beside = signedBy(QStringLiteral("ana"), first, inBox({72, 130, 200, 50}));
        check(verify(beside), QStringLiteral("valid"));
    }

    // A field that the first signer saw standing there.
    void preparedField()
    {
        const auto inField = [](PdfSignOptions &options) { options.field = QStringLiteral("firma"); };
        check(twice(formPdf(), inField), QStringLiteral("valid"));
        const auto with = [](const QByteArray &more) {
            return updated(formPdf(), {{9, "<</FT/Sig/T(firma)/Type/Annot/Subtype/Widget/P 4 0 R" + more + ">>"}});
        };
        check(twice(with("/F 4/Rect[60 690 300 730]"), inField), QStringLiteral("valid_later_changes"));
    }
};

QTEST_GUILESS_MAIN(SigningCover)
#include "tst_signing_cover.moc"
