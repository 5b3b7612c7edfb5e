// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule of verification by the file that breaks it, and by its name: several rules may stop one attack, and one that
// no test names could go without anybody seeing it.
#include "core/signing/pdf/FormFields.h"
#include "tests/core/signing/Bend.h"

#include <QTest>
#include <QtEndian>
#include <openssl/cms.h>
#include <openssl/objects.h>

using namespace carriel;
using namespace carriel::signing;
using namespace carriel::test;

namespace {

QByteArray withRange(const QByteArray &bytes, qint64 first, qint64 gap, qint64 second, qint64 rest)
{
    const qsizetype at = bytes.lastIndexOf("/ByteRange ["), end = bytes.indexOf(']', at) + 1;
    const QByteArray text = "/ByteRange [" + QByteArray::number(first) + ' ' + QByteArray::number(gap) + ' ' + QByteArray::number(second) + ' ' +
                            QByteArray::number(rest) + ']';
    return QByteArray(bytes).replace(at, end - at, text.leftJustified(end - at, ' '));
}

// Where the table of the last update says that an object is.
QByteArray listedAt(const QByteArray &bytes, int number, qsizetype offset)
{
    const qsizetype table = bytes.lastIndexOf("\nxref\n");
    const QByteArray head = "\n" + QByteArray::number(number) + " 1\n";
    const qsizetype entry = bytes.indexOf(head, table) + head.size();
    return QByteArray(bytes).replace(entry, 10, QByteArray::number(offset).rightJustified(10, '0'));
}

// The same value with an attribute of the signature left out, or (`twice`) there twice. What it signs is not the same then,
// but its structure is looked at first.
QByteArray withAttributes(const QByteArray &der, int kind, bool twice)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    CMS_ContentInfo *cms = d2i_CMS_ContentInfo(nullptr, &at, der.size());
    CMS_SignerInfo *signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
    const int where = CMS_signed_get_attr_by_NID(signer, kind, -1);
    if (twice) {
        X509_ATTRIBUTE *attribute = X509_ATTRIBUTE_dup(CMS_signed_get_attr(signer, where));
        CMS_signed_add1_attr(signer, attribute);
        X509_ATTRIBUTE_free(attribute);
    } else {
        X509_ATTRIBUTE_free(CMS_signed_delete_attr(signer, where));
    }
    unsigned char *out = nullptr;
    const int size = i2d_CMS_ContentInfo(cms, &out);
    const QByteArray bent(reinterpret_cast<const char *>(out), size);
    OPENSSL_free(out);
    CMS_ContentInfo_free(cms);
    return bent;
}

} // namespace

class SigningRules : public QObject, private test::SigningDesk
{
    Q_OBJECT

    ByHand how(const char *subFilter = "ETSI.CAdES.detached") const
    {
        ByHand out;
        out.subFilter = subFilter;
        out.cms = cmsBy(*this, QStringLiteral("eva"));
        return out;
    }

    QByteArray byOpenSsl(const char *subFilter, const QStringList &options)
    {
        ByHand out = how(subFilter);
        out.cms = [this, options](const QByteArray &, const QByteArray &bytes) {
            put(QStringLiteral("data.bin"), bytes);
            pki.openssl(QStringList{QStringLiteral("cms"), QStringLiteral("-sign"), QStringLiteral("-binary"), QStringLiteral("-in"), QStringLiteral("data.bin"),
                                    QStringLiteral("-signer"), QStringLiteral("eva.pem"), QStringLiteral("-inkey"), QStringLiteral("eva.key"),
                                    QStringLiteral("-outform"), QStringLiteral("DER"), QStringLiteral("-out"), QStringLiteral("cms.der")} + options);
            return bytesOf(pki.file(QStringLiteral("cms.der")));
        };
        return signedByHand(plainPdf(1), out);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void rules_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("finding");
        const QByteArray a = signedByHand(plainPdf(1), how());
        const auto row = [](const char *name, const QByteArray &bytes, const char *finding) {
            QTest::newRow(name) << bytes << QString::fromLatin1(finding);
        };
        const PdfFile file = PdfFile::open(a).value();
        const SignatureValue value = signatureValues(file, formFields(file)).front();
        const auto &[first, gap, second, rest] = value.byteRange;

        row("begins at the beginning", withRange(a, 1, gap - 1, second, rest), "the signed bytes do not begin at the beginning");
        row("lies inside the file", withRange(a, 0, gap, second, rest + 9), "the signed bytes lie outside the file");
        row("the gap is the value alone", withRange(a, 0, gap - 9, second, rest), "what is not signed is more than the signature's value");
        row("one field for one signature",
            signedByHand(updated(plainPdf(1), {{1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[50 0 R]>>>>"},
                                               {50, "<</FT/Sig/T(otra)/V " + QByteArray::number(51) + " 0 R>>"}}), how()),
            "one signature stands in several fields");
        PdfDict other = value.dict;
        other.set("Reason", PdfValue::string("otra razon"));
        row("the dictionary that was signed", updated(a, {{value.ref.number, written(PdfValue::dict(other))}}), "the signature's dictionary was changed");
        row("the same root", updated(a, {{90, "<</Type/Catalog/Pages 2 0 R/AcroForm " + written(file.resolved(file.resolved(file.trailer()["Root"]).value()["AcroForm"]).value()) + ">>"}}, 90),
            "another document root");
        const QByteArray two = updated(a, {{96, "<</Length 22>>\nstream\n97 0 obj\n<<>>\nendobj \nendstream"}, {97, "<<>>"}});
        row("no object in another", listedAt(two, 97, two.indexOf("97 0 obj", a.size())), "objects overlap at %1");
        row("no bytes that nobody lists", QByteArray(a + "96 0 obj\n<<>>\nendobj\n"), "unlisted bytes at %1");
        row("two certifications: the stricter", [&] {
            ByHand strict = how();
            PdfArray both = docMdp(1)["Reference"].items();
            const PdfArray loose = docMdp(3)["Reference"].items();
            both.insert(both.end(), loose.begin(), loose.end());
            strict.more.set("Reference", PdfValue::array(both));
            strict.certify = true;
            return updated(signedByHand(formPdf(), strict), {{7, "<</FT/Tx/Type/Annot/Subtype/Widget/F 4/P 4 0 R/T(nombre)/Rect[72 600 272 620]/V(Otra)/AP<</N 10 0 R>>>>"}});
        }(), "field nombre changed, which the signer did not allow");
        row("one signer", byOpenSsl("adbe.pkcs7.detached", {QStringLiteral("-signer"), QStringLiteral("ana.pem"), QStringLiteral("-inkey"), QStringLiteral("ana.key")}),
            "not exactly one signer");
        row("no content of its own", byOpenSsl("adbe.pkcs7.detached", {QStringLiteral("-nodetach")}), "the signature brings its own content");
        row("says whose it is", byOpenSsl("ETSI.CAdES.detached", {}), "the signature does not say that it is of this certificate");
        row("signed attributes", byOpenSsl("ETSI.CAdES.detached", {QStringLiteral("-noattr")}), "no signed attributes");
        row("a certificate beside it", byOpenSsl("adbe.pkcs7.detached", {QStringLiteral("-nocerts")}), "no certificate of the signer");

        // What a signature is made of.
        const auto valued = [&](const char *name, const std::function<QByteArray(QByteArray)> &bend, const char *finding) {
            ByHand by = how();
            by.cms = [&, usual = by.cms](const QByteArray &digest, const QByteArray &bytes) { return bend(usual(digest, bytes)); };
            row(name, signedByHand(plainPdf(1), by), finding);
        };
        valued("the value is of its key", [](QByteArray der) { der.back() = char(der.back() ^ 1); return der; }, "the value is not of this key");
        valued("each attribute once", [](const QByteArray &der) { return withAttributes(der, NID_pkcs9_messageDigest, true); }, "an attribute stands twice");
        valued("a digest of what was signed", [](const QByteArray &der) { return withAttributes(der, NID_pkcs9_messageDigest, false); }, "no digest of what was signed");
        valued("a type of content", [](const QByteArray &der) { return withAttributes(der, NID_pkcs9_contentType, false); }, "the content's type does not fit");
        const auto ofKind = [&](const char *name, const char *kind, const char *finding) { row(name, signedByHand(plainPdf(1), how(kind)), finding); };
        ofKind("a known kind", "Otra.cosa", "an unknown kind of signature");
        ofKind("a kind that is checked", "adbe.x509.rsa_sha1", "an old technique, not checked");
        ofKind("a timestamp is one", "ETSI.RFC3161", "no timestamp structure");
        const QByteArray other16 = updated(plainPdf(1), {{60, "<abcdef00>"}});
        {
            const QByteArray b = signedByHand(other16, how());
            const qint64 from = b.indexOf("<abcdef00>");
            row("the gap is its own value", withRange(b, 0, from, from + 10, b.size() - from - 10), "what is not signed is not this signature's value");
        }
        row("nothing twice in its dictionary", QByteArray(a).replace("/Filter /Adobe.PPKLite", "/M (D:1)/M (D:2)      "), "the signature's dictionary says something twice");

        // Tables of what came later.
        row("objects where they are listed", listedAt(two, 97, two.indexOf("96 0 obj", a.size())), "a second reader finds the later version irregular"); // ours says the same behind it
        QByteArray again = two;
        const QByteArray entry = again.mid(again.lastIndexOf("97 1\n"), 25);
        row("each object listed once", again.insert(again.lastIndexOf("trailer"), entry), "object 97 is listed twice");

        // What may change in the root and in the form.
        const PdfDict root = file.resolved(file.trailer()["Root"]).value().entries();
        const auto rooted = [&](const char *name, const char *key, const PdfValue &given, const char *finding) {
            PdfDict is = root;
            is.set(key, given);
            row(name, updated(a, {{1, written(PdfValue::dict(is))}}), finding);
        };
        rooted("no action of its own", "OpenAction", PdfValue::array({}), "/OpenAction of the document root");
        rooted("a version is a name", "Version", PdfValue::string("1.9"), "/Version of the document root");
        rooted("extensions are what they are", "Extensions", PdfValue::string("x"), "/Extensions of the document root");
        const QByteArray f = signedByHand(formPdf(), how());
        const PdfFile formFile = PdfFile::open(f).value();
        const PdfDict formRoot = formFile.resolved(formFile.trailer()["Root"]).value().entries(), form = formRoot["AcroForm"].entries();
        const int own = formFile.size() - 1;
        const auto withForm = [&](const QByteArray &pdf, const std::function<void(PdfDict &)> &change, std::map<int, QByteArray> more = {}) {
            const PdfFile read = PdfFile::open(pdf).value();
            PdfDict is = read.resolved(read.trailer()["Root"]).value().entries(), changed = is["AcroForm"].entries();
            change(changed);
            is.set("AcroForm", PdfValue::dict(changed));
            more[1] = written(PdfValue::dict(is));
            return updated(pdf, more);
        };
        const auto grown = [&](const char *name, const QByteArray &field, const char *finding, std::map<int, QByteArray> more = {}, const QByteArray &pdf = {}) {
            more[97] = field;
            row(name, withForm(pdf.isEmpty() ? f : pdf, [](PdfDict &is) {
                PdfArray fields = is["Fields"].items();
                fields.push_back(PdfValue::ref({97, 0}));
                is.set("Fields", PdfValue::array(fields));
            }, more), finding);
        };
        row("a form keeps its kind", withForm(f, [](PdfDict &is) { is.set("XFA", PdfValue::array({})); }), "/XFA of the form");
        row("a form keeps its flags", withForm(f, [](PdfDict &is) { is.set("SigFlags", PdfValue::integer(0)); }), "/SigFlags of the form");
        row("fields stay", withForm(f, [&](PdfDict &is) { is.set("Fields", PdfValue::array({PdfValue::ref({own, 0})})); }), "fields were removed");
        row("notes stay", updated(f, {{4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R/Annots[7 0 R 9 0 R]>>"}}), "annotations were removed");
        const QByteArray sign = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<30>>>";
        const QByteArray old = QByteArray::number(own - 1) + " 0 R";
        grown("new fields are signatures", "<</FT/Tx/T(mas)/V(x)>>", "a new field that is no signature");
        grown("new signatures are new", "<</FT/Sig/T(mas)/V " + old + ">>", "a new field with an old signature");
        grown("what hangs from a new field is a widget", "<</FT/Sig/T(mas)/V 98 0 R/Kids[99 0 R]>>", "a new field with a part that is no widget", {{98, sign}, {99, "<</T(otra)>>"}});
        row("a signature is not taken for another", updated(signedByHand(f, how()), {{own, "<</FT/Sig/T(a mano)/V 98 0 R>>"}, {98, sign}}), "signature field a mano");
        row("an empty field is signed anew", updated(f, {{9, "<</FT/Sig/T(firma)/Type/Annot/Subtype/Widget/F 4/Rect[72 400 272 460]/P 4 0 R/V " + old + ">>"}}), "signature field firma with an old signature");

        // What whoever signed allowed.
        const auto certified = [&](int p, const QByteArray &pdf) {
            ByHand by = how();
            by.more = docMdp(p);
            by.certify = true;
            return signedByHand(pdf, by);
        };
        const auto locked = [&](const char *action, const char *name, int p = 0) {
            ByHand by = how();
            PdfDict lock;
            lock.set("Action", PdfValue::name(action));
            lock.set("Fields", PdfValue::array({PdfValue::string(name)}));
            if (p)
                lock.set("P", PdfValue::integer(p));
            by.fieldMore.set("Lock", PdfValue::dict(lock));
            return signedByHand(formPdf(), by);
        };
        const std::map<int, QByteArray> fill{{7, "<</FT/Tx/Type/Annot/Subtype/Widget/F 4/P 4 0 R/T(nombre)/Rect[72 600 272 620]/V(Otra)/AP<</N 10 0 R>>>>"}};
        grown("no signature after the last", "<</FT/Sig/T(mas)/V 98 0 R>>", "another signature, which the signer did not allow", {{98, sign}}, certified(1, plainPdf(1)));
        row("a level that exists", updated(certified(9, formPdf()), fill), "what the signer allowed cannot be understood");
        row("all fields closed", updated(locked("All", "x"), fill), "field nombre was closed by the signer");
        row("all but others closed", updated(locked("Exclude", "nota"), fill), "field nombre was closed by the signer");
        row("closed by a word nobody knows", updated(locked("Quizas", "x"), fill), "field nombre was closed by the signer");
        row("closed by the level of a lock", updated(locked("Include", "nota", 1), fill), "field nombre changed, which the signer did not allow");
        const QByteArray page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R/Annots[93 0 R]>>";
        const auto noted = [&](const char *name, const QByteArray &note, const char *finding) {
            row(name, updated(certified(3, plainPdf(1)), {{4, page}, {93, "<</Type/Annot/Rect[72 100 272 120]" + note + ">>"}}), finding);
        };
        noted("links are no notes", "/Subtype/Link/A<</S/URI/URI(http://x)>>", "a new annotation of a kind that is no note");
        noted("notes do nothing", "/Subtype/Square/A<</S/URI/URI(http://x)>>", "a new annotation of a kind that is no note");
        noted("notes are no fields", "/Subtype/Widget/FT/Tx/T(x)", "a new field that is no signature");

        // What is prepared by whoever signs first, or lies beside the signature.
        const QString kept = pki.file(QStringLiteral("kept.pdf"));
        QVERIFY(SigningDesk::sign(put(QStringLiteral("in.pdf"), formPdf()), kept, QStringLiteral("eva"), Level::B).ok());
        const QByteArray keptBytes = bytesOf(kept);
        const PdfFile keptFile = PdfFile::open(keptBytes).value();
        PdfDict keptRoot = keptFile.resolved(keptFile.trailer()["Root"]).value().entries();
        const QByteArray keptForm = written(keptFile.resolved(keptRoot["AcroForm"]).value());
        keptRoot.set("AcroForm", PdfValue::ref({95, 0}));
        row("the same form", updated(keptBytes, {{1, written(PdfValue::dict(keptRoot))}, {95, keptForm}}), "another form");
        const QByteArray formPage = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R/Annots[7 0 R 8 0 R";
        row("no empty box put on a page", updated(signedByHand(updated(formPdf(), {{4, formPage + "]>>"},
            {9, "<</FT/Sig/T(firma)/Type/Annot/Subtype/Widget/F 4/Rect[72 400 272 460]/P 4 0 R/AP<</N 10 0 R>>>>"}}), how()), {{4, formPage + " 9 0 R]>>"}}),
            "a box like a signature's that nobody signed");
        row("a form that can be read", updated(plainPdf(1), {{1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[50 0 R]>>>>"}, {50, "<</FT/Sig/T(x)/Kids[50 0 R]>>"}}),
            "the form cannot be read");
        row("a document", "%PDF-1.7\n1 0 obj <</Type/Sig/ByteRange[0 1 2 3]/Contents<30>>> endobj", "no document");
        {
            QByteArray cross = "<</Type/XRef/W[1 4 1]/Index[98 1]/Size 99/Root 1 0 R/Length 6>>\nstream\n......\nendstream";
            QByteArray mixed = updated(a, {{98, cross}});
            const qint64 at = mixed.lastIndexOf("98 0 obj");
            QByteArray entry98(6, '\0');
            entry98[0] = 1;
            qToBigEndian(quint32(at), entry98.data() + 1);
            mixed.replace(mixed.lastIndexOf("......"), 6, entry98).replace(mixed.lastIndexOf("/Prev "), 0, QByteArray("/XRefStm " + QByteArray::number(at) + ' '));
            row("one table", mixed, "hybrid cross-reference after the signature");
            // A table of its own that goes by the one of the signed version.
            QByteArray past = a + "xref\n";
            const qint64 table = a.size();
            for (const int number : {1, file.size() - 2, file.size() - 1})
                past += QByteArray::number(number) + " 1\n" + QByteArray::number(file.entry(number)->offset).rightJustified(10, '0') + " 00000 n \n";
            PdfDict trailer = file.trailer();
            trailer.set("Prev", PdfValue::integer(plainPdf(1).lastIndexOf("xref\n0 ")));
            past += "trailer\n" + written(PdfValue::dict(trailer)) + "\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
            row("tables that follow each other", past, "the update does not follow the signed version");
        }
    }

    // An authority whose clock is ahead, or a key of it that somebody has: what it says of later proves nothing now.
    void timestampOfTheFuture()
    {
        const QString target = pki.file(QStringLiteral("estampado.pdf"));
        QVERIFY(sign(put(QStringLiteral("in.pdf"), plainPdf()), target, QStringLiteral("eva"), Level::T).ok());
        const SignatureReport now = verify(target).signatures.first();
        QVERIFY(now.certifiedTime && !now.notes.contains(QStringLiteral("the timestamp is of the future")));
        const SignatureReport before = verifyPdf(bytesOf(target), pki.trust(), {}, clock.nowUtc().addSecs(-3600)).signatures.first();
        QVERIFY(!before.certifiedTime);
        QVERIFY2(before.notes.contains(QStringLiteral("the timestamp is of the future")), qPrintable((before.notes + before.findings).join(u';')));
    }

    void rules()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, finding);
        const VerificationReport report = verifyBytes(bytes);
        QStringList found = report.findings;
        for (const SignatureReport &one : report.signatures)
            found += one.findings;
        const QString head = finding.section(QStringLiteral("%1"), 0, 0), tail = finding.contains(QStringLiteral("%1")) ? finding.section(QStringLiteral("%1"), 1) : QString();
        QVERIFY2(std::any_of(found.begin(), found.end(),
                             [&](const QString &one) { return one.startsWith(head) && one.endsWith(tail); }),
                 qPrintable(told(report) + found.join(u';')));
        QVERIFY(report.verdict != FileVerdict::Valid && report.verdict != FileVerdict::ValidLaterChanges);
    }
};

QTEST_GUILESS_MAIN(SigningRules)
#include "tst_signing_rules.moc"
