// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule of verification by the file that breaks it, and by its name: several rules may stop one attack, and one that
// no test names could go without anybody seeing it.
#include "core/signing/pdf/FormFields.h"
#include "tests/core/signing/Bend.h"

#include <QTest>

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
