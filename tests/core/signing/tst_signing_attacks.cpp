// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The known families of attacks on signed PDFs, each on a file that the test signs itself and then bends: none may be green.
// And what honest programs do to signed files, which must stay so.
#include "core/crypto/Cms.h"
#include "tests/core/signing/Bend.h"

#include <QTest>

using namespace carriel;
using namespace carriel::signing;
using namespace carriel::test;

namespace {
constexpr char evil[] = "<</Length 55>>\nstream\nBT /F1 18 Tf 72 700 Td (Contrato por 900 pesos!!) Tj ET   \nendstream";
} // namespace

class SigningAttacks : public QObject, private test::SigningDesk
{
    Q_OBJECT

    QByteArray m_plain, m_form, m_stamped, m_stampedOther;

    QByteArray signedFile(const QByteArray &pdf, Level level, const QString &key = QStringLiteral("eva"))
    {
        const QString target = pki.file(QStringLiteral("base.pdf"));
        const auto done = sign(put(QStringLiteral("in.pdf"), pdf), target, key, level, [](PdfSignOptions &o) { o.overwrite = true; });
        return done.ok() ? bytesOf(target) : QByteArray();
    }

    QByteArray certified(const QByteArray &pdf, int p)
    {
        ByHand how;
        how.more = docMdp(p);
        how.certify = true;
        how.cms = cmsBy(*this, QStringLiteral("eva"));
        return signedByHand(pdf, how);
    }

    static QByteArray replaced(QByteArray bytes, const QByteArray &from, const QByteArray &to)
    {
        if (!bytes.contains(from))
            qFatal("nothing to bend: %s", from.constData());
        return bytes.replace(bytes.lastIndexOf(from), from.size(), to);
    }

    static QByteArray rangeOf(const QByteArray &bytes)
    {
        const qsizetype at = bytes.lastIndexOf("/ByteRange [");
        return bytes.mid(at, bytes.indexOf(']', at) + 1 - at);
    }

    static QByteArray range(const QByteArray &bytes, const QByteArray &text)
    {
        const QByteArray old = rangeOf(bytes);
        return replaced(bytes, old, QByteArray("/ByteRange ").append(text).leftJustified(old.size(), ' '));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(pki.ready());
        m_plain = signedFile(plainPdf(2), Level::B);
        m_form = signedFile(formPdf(), Level::B);
        m_stamped = signedFile(plainPdf(1), Level::T);
        m_stampedOther = signedFile(plainPdf(1), Level::T);
        QVERIFY(!m_plain.isEmpty() && !m_form.isEmpty() && !m_stamped.isEmpty());
        const VerificationReport report = verifyBytes(m_plain);
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
    }

    void attacks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray &a = m_plain;
        const QByteArray range4 = rangeOf(a);
        // Universal signature forgery: a signature that says nothing.
        QTest::newRow("usf no range") << replaced(a, "/ByteRange", "/ByteRangX");
        QTest::newRow("usf empty range") << range(a, "[]");
        QTest::newRow("usf zero range") << range(a, "[0 0 0 0]");
        QTest::newRow("usf null range") << range(a, "null");
        QTest::newRow("usf negative range") << range(a, "[0 -1 1 1]");
        QTest::newRow("usf no contents") << replaced(a, "/Contents <", "/Contentz <");
        QTest::newRow("usf empty contents") << replaced(a, "]/Contents <30", "]/Contents <> ");
        QTest::newRow("usf no subfilter") << replaced(a, "/SubFilter /ETSI.CAdES.detached", "/SubFiltex /ETSI.CAdES.detached");
        // Incremental saving.
        QTest::newRow("isa content") << updated(a, {{5, evil}});
        QTest::newRow("isa page") << updated(a, {{4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>"}});
        QTest::newRow("isa pages") << updated(a, {{2, "<</Type/Pages/Count 1/Kids[6 0 R]>>"}});
        QTest::newRow("isa root") << updated(a, {{90, "<</Type/Catalog/Pages 2 0 R>>"}}, 90);
        QTest::newRow("isa catalog names") << updated(a, {{1, "<</Type/Catalog/Pages 2 0 R/Names<<>>>>"}});
        QTest::newRow("isa freed content") << updated(a, {{5, {}}});
        QTest::newRow("isa without table") << QByteArray(a + "5 0 obj\n" + evil + "\nendobj\n");
        QTest::newRow("isa behind the end") << QByteArray(a + "trailer\n<</Root 1 0 R>>\n%%EOF\n");
        QTest::newRow("isa table without entry") << replaced(updated(a, {{91, "<<>>"}}), "91 0 obj", "5 0 obj\n<<>>\nendobj\n91 0 obj");
        // Signature wrapping: the second part moved, something between.
        const qsizetype gap = a.lastIndexOf("/Contents <") + 10;
        const qsizetype end = a.indexOf('>', gap) + 1;
        const auto widened = [&](qsizetype by) {
            QByteArray b = a;
            b.insert(end, QByteArray(evil).leftJustified(by, ' '));
            const QByteArray numbers = "[0 " + QByteArray::number(gap) + ' ' + QByteArray::number(end + by) + ' '
                + QByteArray::number(a.size() - end) + ']';
            return range(b, numbers);
        };
        QTest::newRow("swa wide gap") << widened(400);
        QTest::newRow("swa short range") << range(a, "[0 " + QByteArray::number(gap) + ' ' + QByteArray::number(end) + " 10]");
        // Shadows: prepared before, shown after.
        QTest::newRow("shadow replace font") << updated(a, {{3, "<</Type/Font/Subtype/Type1/BaseFont/Courier>>"}});
        {
            QByteArray prepared = plainPdf(1);
            const qsizetype hidden = prepared.indexOf("2 0 obj");
            prepared.insert(hidden, QByteArray("5 0 obj\n").append(evil).append("\nendobj\n"));
            // Offsets moved: let QPDF's repair be used by the signer, as any writer of such a file would.
            const QByteArray base = signedFile(prepared, Level::B);
            QByteArray shown = updated(base, {{92, "<<>>"}});
            const QByteArray entry = QByteArray::number(base.indexOf("5 0 obj")).rightJustified(10, '0') + " 00000 n \n";
            const qsizetype at = shown.lastIndexOf("92 1\n");
            shown.replace(at, 5 + 20, QByteArray("5 1\n").append(entry));
            QTest::newRow("shadow hide and replace") << shown;
        }
        QTest::newRow("shadow hide overlay")
            << updated(signedFile(updated(plainPdf(1), {{4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents[5 0 R 20 0 R]>>"},
                                                        {20, evil}}), Level::B), {{20, {}}});
        // Dangling: what the signed version lacked, and used.
        QTest::newRow("dangling content")
            << updated(signedFile(updated(plainPdf(1), {{4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents[5 0 R 21 0 R]>>"}}),
                                  Level::B), {{21, evil}});
        // Explained as one thing, used as another.
        QTest::newRow("metadata is content")
            << updated(signedFile(updated(plainPdf(1), {{1, "<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R>>"}}), Level::B), {{5, evil}});
        QTest::newRow("store is content")
            << updated(signedFile(updated(plainPdf(1), {{1, "<</Type/Catalog/Pages 2 0 R/DSS<</Certs[5 0 R]>>>>"}}), Level::B), {{5, evil}});
        // The picture of a field, led to by way of something that the whole document uses.
        {
            ByHand how;
            how.cms = cmsBy(*this, QStringLiteral("eva"));
            const QByteArray shared = updated(formPdf(), {{1, "<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R/Other 30 0 R>>"},
                {30, "<</N 10 0 R>>"},
                {7, "<</FT/Tx/Type/Annot/Subtype/Widget/F 4/P 4 0 R/T(nombre)/Rect[72 600 272 620]/AP 30 0 R>>"}});
            QTest::newRow("picture used elsewhere") << updated(signedByHand(shared, how), {{10, evil}});
        }
        {
            ByHand how;
            how.cms = cmsBy(*this, QStringLiteral("eva"));
            const QByteArray twice = updated(plainPdf(1), {{1, "<</Type/Catalog/Pages 2 0 R/Extensions 10 0 R/Evil 10 0 R>>"}, {10, "<<>>"}});
            QTest::newRow("extensions used elsewhere") << updated(signedByHand(twice, how), {{10, "<</ISO_<<>>>>"}});
        }
        QTest::newRow("trailer key") << replaced(updated(a, {{96, "<<>>"}}), "/Size 97", "/Evil 5 0 R/Size 97");
        // Forms and annotations.
        const QByteArray note = "<</Type/Annot/Subtype/FreeText/Rect[72 690 400 720]/Contents(900 pesos)>>";
        const QByteArray page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R/Annots[";
        QTest::newRow("eaa p1") << updated(certified(plainPdf(1), 1), {{4, page + "93 0 R]>>"}, {93, note}});
        QTest::newRow("eaa p2") << updated(certified(plainPdf(1), 2), {{4, page + "93 0 R]>>"}, {93, note}});
        QTest::newRow("eaa p3") << updated(certified(plainPdf(1), 3), {{4, page + "93 0 R]>>"}, {93, note}});
        QTest::newRow("eaa approval") << updated(signedByHand(plainPdf(1), {{}, {}, false, "ETSI.CAdES.detached", cmsBy(*this, QStringLiteral("eva"))}),
                                                 {{4, page + "93 0 R]>>"}, {93, note}});
        const QByteArray filled = "<</FT/Tx/Type/Annot/Subtype/Widget/F 4/P 4 0 R/T(nombre)/Rect[72 600 272 620]/V(Otra)/AP<</N 10 0 R>>>>";
        QTest::newRow("fill p1") << updated(certified(formPdf(), 1), {{7, filled}});
        QTest::newRow("fill elsewhere") << updated(certified(formPdf(), 2), {{7, QByteArray(filled).replace("[72 600", "[72 100")}});
        QTest::newRow("script") << updated(certified(formPdf(), 2), {{7, QByteArray(filled).replace("/V(", "/A<</S/JavaScript>>/V(")}});
        {
            PdfDict lock;
            lock.set("Type", PdfValue::name("SigFieldLock"));
            lock.set("Action", PdfValue::name("Include"));
            lock.set("Fields", PdfValue::array({PdfValue::string("nombre")}));
            PdfDict field;
            field.set("Lock", PdfValue::dict(lock));
            QTest::newRow("locked field")
                << updated(signedByHand(formPdf(), {{}, field, false, "ETSI.CAdES.detached", cmsBy(*this, QStringLiteral("eva"))}), {{7, filled}});
        }
        // A box that looks like a signature's, drawn over the page, and nobody signed.
        const QByteArray box = "<</FT/Sig/T(firma)/Type/Annot/Subtype/Widget/F 4/Rect[72 400 272 460]/P 4 0 R/AP<</N 98 0 R>>>>";
        const QByteArray drawing = "<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Length 22>>\nstream\n1 g 0 0 612 792 re f   \nendstream";
        QTest::newRow("empty field drawn on") << updated(m_form, {{9, box}, {98, drawing}});
        const auto body = [this](int number) {
            const QByteArray head = '\n' + QByteArray::number(number) + " 0 obj";
            const qsizetype at = m_form.lastIndexOf(head) + head.size();
            return m_form.mid(at, m_form.indexOf("endobj", at) - at);
        };
        const auto with = [&](int number, const char *list) {
            QByteArray dict = body(number);
            return dict.insert(dict.indexOf(']', dict.indexOf(list)), " 97 0 R");
        };
        const QByteArray wide = QByteArray(box).replace("(firma)", "(otra)").replace("[72 400 272 460]", "[0 0 612 792]");
        QTest::newRow("new empty field over the page") << updated(m_form, {{6, with(6, "/Fields")}, {4, with(4, "/Annots")}, {97, wide}, {98, drawing}});
        // The signature taken over: the same value in another field, another document's value here.
        QTest::newRow("removed from form") << updated(m_form, {{6, "<</Fields[7 0 R 8 0 R 9 0 R]/SigFlags 3>>"}});
        const PdfFile file = PdfFile::open(m_form).value();
        const int own = file.size() - 1;
        QTest::newRow("one signature, two fields")
            << updated(m_form, {{9, "<</FT/Sig/T(firma)/Type/Annot/Subtype/Widget/F 4/Rect[72 400 272 460]/P 4 0 R/V "
                                 + QByteArray::number(own - 1) + " 0 R>>"}});
        {
            QByteArray copied = m_stamped;
            const qsizetype at = copied.lastIndexOf("/Contents <") + 11;
            const qsizetype from = m_stampedOther.lastIndexOf("/Contents <") + 11;
            const qsizetype size = copied.indexOf('>', at) - at;
            QTest::newRow("another document's signature") << copied.replace(at, size, m_stampedOther.mid(from, size));
            // Its own signature with the other's timestamp.
            const auto mine = crypto::CmsSignature::parse(QByteArray::fromHex(m_stamped.mid(at, size)), crypto::CmsSignature::Padding::Zeros).value();
            const auto other = crypto::CmsSignature::parse(QByteArray::fromHex(m_stampedOther.mid(from, size)), crypto::CmsSignature::Padding::Zeros).value();
            ByHand how;
            how.cms = [&](const QByteArray &digest, const QByteArray &bytes) {
                return crypto::withSignatureTimestamp(cmsBy(*this, QStringLiteral("eva"))(digest, bytes), other.timestampTokens().first()).value();
            };
            QTest::newRow("copied timestamp") << signedByHand(plainPdf(1), how);
            QVERIFY(mine.timestampTokens().size() == 1);
        }
        // CMS itself.
        const auto tricked = [&](const QStringList &options, const QString &who = QStringLiteral("eva")) {
            ByHand how;
            how.subFilter = "adbe.pkcs7.detached";
            how.cms = [this, options, who](const QByteArray &, const QByteArray &bytes) {
                put(QStringLiteral("data.bin"), bytes);
                pki.openssl(QStringList{QStringLiteral("cms"), QStringLiteral("-sign"), QStringLiteral("-binary"), QStringLiteral("-in"),
                                        QStringLiteral("data.bin"), QStringLiteral("-signer"), who + QStringLiteral(".pem"), QStringLiteral("-inkey"),
                                        who + QStringLiteral(".key"), QStringLiteral("-outform"), QStringLiteral("DER"), QStringLiteral("-out"),
                                        QStringLiteral("cms.der")} + options);
                return bytesOf(pki.file(QStringLiteral("cms.der")));
            };
            return signedByHand(plainPdf(1), how);
        };
        QTest::newRow("cms two signers") << tricked({QStringLiteral("-signer"), QStringLiteral("ana.pem"), QStringLiteral("-inkey"), QStringLiteral("ana.key")});
        QTest::newRow("cms brings content") << tricked({QStringLiteral("-nodetach")});
        QTest::newRow("cms sha1") << tricked({QStringLiteral("-md"), QStringLiteral("sha1")});
        QTest::newRow("cms by a time stamping authority") << tricked({}, QStringLiteral("tsa"));
        QTest::newRow("cms no certificate") << tricked({QStringLiteral("-nocerts")});
        {
            ByHand how;
            how.cms = [this](const QByteArray &, const QByteArray &bytes) {
                return cmsBy(*this, QStringLiteral("eva"))(crypto::hashOf(crypto::HashKind::Sha256, QByteArray(bytes).append("x")), bytes);
            };
            QTest::newRow("cms wrong digest") << signedByHand(plainPdf(1), how);
            how.cms = [](const QByteArray &, const QByteArray &) { return QByteArray("\x30\x03\x02\x01\x01", 5); };
            QTest::newRow("cms rubbish") << signedByHand(plainPdf(1), how);
        }
        // Readers that disagree.
        QByteArray loop = updated(a, {{94, "<<>>"}});
        const qsizetype prev = loop.lastIndexOf("/Prev ");
        QTest::newRow("prev loop") << QByteArray(loop).replace(prev, 6 + QByteArray::number(PdfFile::open(a).value().startXref()).size(),
                                                              QByteArray("/Prev ").append(QByteArray::number(PdfFile::open(loop).value().startXref())));
        QTest::newRow("name twice") << updated(a, {{4, "<</Type/Page/Parent 2 0 R/Contents 5 0 R/Contents 7 0 R>>"}});
        QTest::newRow("one byte") << replaced(a, "Contrato por 100 pesos, hoja 2", "Contrato por 900 pesos, hoja 2");
        QTest::newRow("cut") << a.left(a.size() - 7);
    }

    void attacks()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!bytes.isEmpty());
        const VerificationReport report = verifyBytes(bytes);
        QVERIFY2(report.verdict != FileVerdict::Valid, qPrintable(told(report)));
        // "No signature" would be a lie for all but the ones that were taken out of the form.
        if (report.verdict == FileVerdict::ValidLaterChanges)
            QCOMPARE(QByteArray(QTest::currentDataTag()), QByteArray("eaa p3"));
        QVERIFY2(report.verdict != FileVerdict::None, qPrintable(told(report)));
    }

    void benign_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("verdict");
        const QByteArray filled = "<</FT/Tx/Type/Annot/Subtype/Widget/F 4/P 4 0 R/T(nombre)/Rect[72 600 272 620]/V(Otra)/AP<</N 10 0 R>>>>";
        QTest::newRow("certified") << certified(formPdf(), 1) << int(FileVerdict::Valid);
        QTest::newRow("filled p2") << updated(certified(formPdf(), 2), {{7, filled}}) << int(FileVerdict::ValidLaterChanges);
        QTest::newRow("empty lines") << QByteArray(m_plain + "\r\n\n") << int(FileVerdict::Valid);
        QTest::newRow("information") << updated(signedFile(plainPdf(1), Level::B), {{95, "<</Producer(x)>>"}}) << int(FileVerdict::Valid);
        {
            ByHand how;
            how.cms = cmsBy(*this, QStringLiteral("eva"));
            const QByteArray once = updated(plainPdf(1), {{1, "<</Type/Catalog/Pages 2 0 R/Extensions 10 0 R>>"}, {10, "<<>>"}});
            QTest::newRow("extensions") << updated(signedByHand(once, how), {{10, "<</ISO_<<>>>>"}}) << int(FileVerdict::Valid);
        }
        QTest::newRow("same again") << updated(m_plain, {{3, "<</Type/Font /Subtype /Type1 /BaseFont/Helvetica>>"}}) << int(FileVerdict::Valid);
        const QString one = put(QStringLiteral("one.pdf"), certified(formPdf(), 2));
        const QString two = pki.file(QStringLiteral("two.pdf"));
        QVERIFY(sign(one, two, QStringLiteral("ana"), Level::LTA, [](PdfSignOptions &o) { o.overwrite = true; }).ok());
        QTest::newRow("certified, then B-LTA") << bytesOf(two) << int(FileVerdict::Valid);
    }

    void benign()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, verdict);
        const VerificationReport report = verifyBytes(bytes);
        QVERIFY2(int(report.verdict) == verdict, qPrintable(told(report)));
    }

    void certificationIsTold()
    {
        const auto notes = [this](const QByteArray &bytes) { return verifyBytes(bytes).signatures.first().notes.join(u';'); };
        QVERIFY(notes(certified(formPdf(), 1)).contains(QStringLiteral("its author certified it: nothing may be changed")));
        QVERIFY(notes(certified(formPdf(), 2)).contains(QStringLiteral("only forms may be filled in")));
        QVERIFY(notes(certified(formPdf(), 3)).contains(QStringLiteral("and notes and signatures added")));
        QVERIFY(!notes(signedFile(plainPdf(1), Level::B)).contains(QStringLiteral("certified")));
    }

    void certifiedIsNotSignedOver()
    {
        const QString closed = put(QStringLiteral("closed.pdf"), certified(formPdf(), 1));
        QCOMPARE(sign(closed, pki.file(QStringLiteral("over.pdf")), QStringLiteral("ana"), Level::B).error().codeText(), QStringLiteral("CAR-SGN-005"));
    }
};

QTEST_GUILESS_MAIN(SigningAttacks)
#include "tst_signing_attacks.moc"
