// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a document says of itself - title, author, XMP - changed after a signature: it is told, by name. What every
// program notes when it saves is not.
#include "core/signing/verify/DocumentData.h"
#include "core/signing/verify/RangeDigests.h"
#include "tests/core/signing/Bend.h"

#include <QTest>

using namespace carriel;
using namespace carriel::signing;
using namespace carriel::test;

namespace {

QByteArray xmp(const QByteArray &properties, const QByteArray &attributes = {})
{
    const QByteArray packet =
        "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
        "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/' "
        "xmlns:pdf='http://ns.adobe.com/pdf/1.3/' xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/' " +
        attributes + ">" + properties + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
    return "<</Type/Metadata/Subtype/XML/Length " + QByteArray::number(packet.size()) + ">>\nstream\n" + packet +
           "\nendstream";
}

QByteArray title(const QByteArray &text)
{
    return "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>" + text + "</rdf:li></rdf:Alt></dc:title>";
}

constexpr char info[] = "<</Title(Contrato)/Author(Ana)/Producer(Uno)/CreationDate(D:20260101000000Z)>>";

} // namespace

class SigningData : public QObject, private test::SigningDesk
{
    Q_OBJECT

    QByteArray m_signed;

    // Object 6 is /Info, 7 the XMP.
    static QByteArray described()
    {
        QByteArray pdf = updated(
            plainPdf(), {{1, "<</Type/Catalog/Pages 2 0 R/Metadata 7 0 R>>"}, {6, info}, {7, xmp(title("Contrato"))}});
        const qsizetype at = pdf.lastIndexOf("/Root");
        return pdf.insert(at, "/Info 6 0 R");
    }

    QByteArray signedFile(const QByteArray &pdf)
    {
        const QString target = pki.file(QStringLiteral("base.pdf"));
        const auto done = sign(put(QStringLiteral("in.pdf"), pdf), target, QStringLiteral("eva"), Level::B,
                               [](PdfSignOptions &o) { o.overwrite = true; });
        return done.ok() ? bytesOf(target) : QByteArray();
    }

private Q_SLOTS:
    // What is read once for several signatures gives each the digest of its own bytes, in whatever order it is asked.
    void rangesThatBeginAlike()
    {
        QByteArray bytes(1000, '\0');
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = char(i * 37 + i / 7);
        const QList<RangeDigests::Range> ranges{{0, 900, 950, 50}, {0, 0, 10, 5},      {0, 300, 400, 100},
                                                {0, 300, 310, 1},  {0, 1000, 1000, 0}, {0, 299, 299, 701}};
        for (const QList<int> &order : {QList<int>{4, 0, 2, 3, 5, 1}, QList<int>{1, 5, 3, 2, 0, 4}}) {
            RangeDigests digests(bytes, {-5, 0, 299, 300, 900, 1000, 5000});
            for (const crypto::HashKind kind : {crypto::HashKind::Sha256, crypto::HashKind::Sha512}) {
                for (const int at : order) {
                    const auto &range = ranges.at(at);
                    QCOMPARE(digests.of(range, kind),
                             crypto::hashOf(kind, QByteArray(bytes.first(range[1]) + bytes.mid(range[2], range[3]))));
                }
            }
        }
    }

    void initTestCase()
    {
        QVERIFY(pki.ready());
        m_signed = signedFile(described());
        QVERIFY(verifyBytes(m_signed).verdict == FileVerdict::Valid);
    }

    void changes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("after");
        QTest::addColumn<QString>("note");
        const auto row = [](const char *name, const QByteArray &bytes, After after, const char *note) {
            QTest::newRow(name) << bytes << int(after) << QString::fromLatin1(note);
        };
        const QByteArray &a = m_signed;
        row("another title",
            updated(a, {{6, "<</Title(Vendo por 900 millones)/Author(Ana)/CreationDate(D:20260101000000Z)>>"}}),
            After::B3, "the document's title changed");
        row("another author", updated(a, {{6, "<</Title(Contrato)/Author(Notaria)/CreationDate(D:20260101000000Z)>>"}}),
            After::B3, "the document's author changed");
        row("an older date", updated(a, {{6, "<</Title(Contrato)/Author(Ana)/CreationDate(D:20190101000000Z)>>"}}),
            After::B3, "the document's date of creation changed");
        row("the title gone", updated(a, {{6, "<</Author(Ana)/CreationDate(D:20260101000000Z)>>"}}), After::B3,
            "the document's title changed");
        row("a field of somebody", updated(a, {{6, QByteArray(info).replace("<<", "<</Valor(900)")}}), After::B3,
            "the document's Valor changed");
        row("another XMP title", updated(a, {{7, xmp(title("Vendo"))}}), After::B3, "the document's title changed");
        row("an XMP author as attribute", updated(a, {{7, xmp(title("Contrato"), "dc:creator='Notaria'")}}), After::B3,
            "the document's author changed");
        row("XMP that is none", updated(a, {{7, "<</Length 3>>\nstream\nabc\nendstream"}}), After::B3,
            "the document's metadata changed");
        row("an entity",
            updated(a, {{7, xmp(title("&amp;Contrato"))
                                .replace("<x:xmpmeta", "<!DOCTYPE a><x:xmpmeta")
                                .replace("/Length ", "/Lengte ")}}),
            After::B3, "");
        row("something unused", updated(a, {{20, "<</Foo(bar)>>"}}), After::B1, "something that nothing shows");
        // What honest programs do when they add a signature.
        row("when it was saved",
            updated(a, {{6, QByteArray(info).replace("Uno", "Dos").replace("<<", "<</ModDate(D:20270101000000Z)")}}),
            After::B1, "document information");
        row("the same in UTF-16", updated(a, {{6, QByteArray(info).replace("(Ana)", "<FEFF0041006E0061>")}}), After::B1,
            "document information");
        row("XMP saved again",
            updated(a, {{7, xmp(title("Contrato") +
                                    "<xmp:ModifyDate>2027</xmp:ModifyDate><xmpMM:InstanceID>uuid:2</xmpMM:InstanceID>",
                                "pdf:Producer='Dos' xmp:MetadataDate='2027'")}}),
            After::B1, "document information");
        row("XMP says what Info said",
            updated(a, {{7, xmp(title("Contrato") + "<dc:creator><rdf:Seq><rdf:li>Ana</rdf:li></rdf:Seq></dc:creator>"
                                                    "<xmp:CreateDate>2026-01-01</xmp:CreateDate>")}}),
            After::B1, "document information");
    }

    void changes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, after);
        QFETCH(QString, note);
        const VerificationReport report = verifyBytes(bytes);
        const SignatureReport &one = report.signatures.first();
        if (note.isEmpty()) { // whatever else is wrong with it: not green
            QVERIFY2(report.verdict > FileVerdict::Valid, qPrintable(told(report)));
            return;
        }
        QVERIFY2(int(one.after) == after, qPrintable(told(report) + one.notes.join(u'|')));
        QVERIFY2(one.notes.contains(note), qPrintable(one.notes.join(u'|')));
        QCOMPARE(report.verdict, After(after) == After::B1 ? FileVerdict::Valid : FileVerdict::ValidLaterChanges);
    }

    // Readers agree on a document whose table promises room for more objects; not on one that hides some.
    void sizeOfTheTable()
    {
        const QByteArray update = updated(m_signed, {{20, "<</Foo(bar)>>"}});
        const auto sized = [&update](const char *size) {
            const qsizetype at = update.lastIndexOf("/Size 21");
            return QByteArray(update).replace(at, 8, size);
        };
        QVERIFY2(verifyBytes(sized("/Size 99")).verdict == FileVerdict::Valid,
                 qPrintable(told(verifyBytes(sized("/Size 99")))));
        QVERIFY(verifyBytes(sized("/Size 09")).verdict > FileVerdict::Indeterminate);
    }

    // Who certified that nothing may change meant the title too.
    void certified()
    {
        for (const int p : {1, 2}) {
            ByHand how;
            how.more = docMdp(p);
            how.certify = true;
            how.cms = cmsBy(*this, QStringLiteral("eva"));
            const QByteArray base = signedByHand(described(), how);
            const auto changed = verifyBytes(updated(base, {{6, "<</Title(Otro)>>"}}));
            QVERIFY2(changed.verdict == (p == 1 ? FileVerdict::Altered : FileVerdict::ValidLaterChanges),
                     qPrintable(told(changed)));
            const auto saved =
                verifyBytes(updated(base, {{6, QByteArray(info).replace("<<", "<</ModDate(D:20270101000000Z)")}}));
            QVERIFY2(saved.verdict == FileVerdict::Valid, qPrintable(told(saved)));
        }
    }

    // Strings of encrypted files are written anew with another value each time.
    void encrypted()
    {
        put(QStringLiteral("open.pdf"), described());
        bool ok = false;
        pki.run(QStringLiteral("qpdf"),
                {QStringLiteral("--encrypt"), QString(), QStringLiteral("dueña"), QStringLiteral("256"),
                 QStringLiteral("--"), QStringLiteral("open.pdf"), QStringLiteral("locked.pdf")},
                &ok);
        QVERIFY(ok);
        const QByteArray locked = signedFile(bytesOf(pki.file(QStringLiteral("locked.pdf"))));
        QVERIFY(!locked.isEmpty());
        const PdfFile file = PdfFile::open(locked).value();
        const PdfRef at = file.trailer()["Info"].target();
        const PdfDict was = file.resolved(file.trailer()["Info"]).value().entries();
        PdfDict same = was;
        same.remove("Producer");
        const auto saved = verifyBytes(updated(locked, {{at.number, written(PdfValue::dict(same))}}));
        QVERIFY2(saved.signatures.first().after == After::B1, qPrintable(told(saved)));
        PdfDict swapped = was;
        swapped.set("Title", was["Author"]);
        const auto changed = verifyBytes(updated(locked, {{at.number, written(PdfValue::dict(swapped))}}));
        QVERIFY2(changed.verdict == FileVerdict::ValidLaterChanges, qPrintable(told(changed)));
    }
};

QTEST_GUILESS_MAIN(SigningData)
#include "tst_signing_data.moc"
