// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A page that is one picture, signed twice: the box of the second signature may stand where the picture shows nothing but
// its ground, and nowhere else; where nobody can tell, nowhere.
#include "core/signing/sign/PageFacts.h"
#include "tests/core/signing/Bend.h"
#include "tests/support/SimplePdf.h"

#include <QTest>
#include <algorithm>

using namespace carriel;
using namespace carriel::signing;
using namespace carriel::test;

namespace {

// A line of letters, as it were: from the left edge 72 to 480 points, 648 to 696 high, on a page of 612 by 792.
constexpr int wide = 51, high = 66;

bool isInk(int x, int y)
{
    return y >= 8 && y < 12 && x >= 6 && x < 40 && x % 3 != 0;
}

QByteArray samples(int parts = 1, int ink = 20, int paper = 245)
{
    QByteArray out;
    for (int i = 0; i < wide * high; ++i)
        out += QByteArray(parts, char(isInk(i % wide, i / wide) ? ink : paper));
    return out;
}

QByteArray bits(bool inkIsZero = true)
{
    QByteArray out;
    for (int y = 0; y < high; ++y) {
        QByteArray row((wide + 7) / 8, '\0');
        for (int x = 0; x < wide; ++x) {
            if (isInk(x, y) != inkIsZero)
                row[x / 8] = char(row[x / 8] | (0x80 >> x % 8));
        }
        out += row;
    }
    return out;
}

// The same as a JPEG: in grey; in colour, progressive.
const QByteArray grey = QByteArray::fromBase64(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCABCADMBAREA/8QAFwABAQEBAAAAAAAAAAAAAAAA"
    "AAQGB//EACkQAAECAwYFBQAAAAAAAAAAAAADEQQSEwECFBUxYQUGMkKBFiRBRGP/2gAIAQEAAD8A6QAAATcRhcdw2Kg56eIRvpTs8s1ltjt86mdR5MpRCKuYPSWg1Wo60E7bjdXc77bk3oL2GFzT6eFmw/71pmm8"
    "N52KVuTKsQsrmDVVoxVqOldOy43V2s++wR5MpRCKuYPSWg1Wo60E7bjdXc77bmrAAAAAAAAAAAAAAAAAAAAAAAAAP//Z");
const QByteArray colour = QByteArray::fromBase64(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09P"
    "T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCABCADMDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAUDBv/EABUBAQEAAAAAAAAAAAAAAAAAAAAB/9oADAMBAAIQAxAAAAHpGc+Soj6F"
    "RLqAWgAAAAAAAAAAAAAAAf/EAB0QAAEDBQEAAAAAAAAAAAAAAAEDBBECEhQgIlD/2gAIAQEAAQUC3UpvTDSDhcFpJDSD6f8A/8QAFBEBAAAAAAAAAAAAAAAAAAAAQP/aAAgBAwEBPwEn/8QAFBEBAAAAAAAAAAAA"
    "AAAAAAAAQP/aAAgBAgEBPwEn/8QAHxAAAQQCAgMAAAAAAAAAAAAAAQACEjERURMgQlBh/9oACAEBAAY/Au7m7GEDOi01pR5PGNfcomdlxraBnRaa17T/xAAeEAABBAEFAAAAAAAAAAAAAAARAEFR0SAhMVCRsf/a"
    "AAgBAQABPyHPUEGKCqUliXXu3e3VKSxLKlJYl+U//9oADAMBAAIAAwAAABAc4sAAAAAAAAAAAAAAAAD/xAAYEQADAQEAAAAAAAAAAAAAAAAAARFAUf/aAAgBAwEBPxB0r4K4v//EABgRAAIDAAAAAAAAAAAAAAAA"
    "AAABEUBR/9oACAECAQE/ECXgqX//xAAgEAABBAIBBQAAAAAAAAAAAAARACFhgTFBASBQUZHw/9oACAEBAAE/EOuH/BY54ItZns2xwsMSvq3wvQXCxPZtBhQZhZns2xwsMT3T/9k=");

} // namespace

class SigningScan : public QObject, private test::SigningDesk
{
    Q_OBJECT

    static QByteArray page(const QByteArray &entries, const QByteArray &data, const QByteArray &at = "612 0 0 792 0 0 cm", const QByteArray &size = "/Width 51/Height 66")
    {
        const QByteArray picture = "<</Type/XObject/Subtype/Image" + size + entries + "/Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data + "\nendstream";
        return updated(pdfOfContents({"q " + at + " /X Do Q"}),
                       {{4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</X 8 0 R>>>>/Contents 5 0 R>>"}, {8, picture}, {9, "<</N 3/Length 4>>\nstream\njunk\nendstream"}});
    }

    // Eva signs without being seen, then Ana in a box; what Ana is told before must be what is found then.
    QString twice(const QByteArray &pdf, const QRectF &box)
    {
        const QString first = pki.file(QStringLiteral("eva.pdf")), second = pki.file(QStringLiteral("ana.pdf"));
        const auto in = [](const std::optional<VisibleBox> &place) {
            return [place](PdfSignOptions &options) {
                options.overwrite = true;
                options.box = place;
            };
        };
        const VisibleBox place{1, box, {}};
        if (!sign(put(QStringLiteral("in.pdf"), pdf), first, QStringLiteral("eva"), Level::B, in({})).ok() ||
            !sign(first, second, QStringLiteral("ana"), Level::B, in(place)).ok())
            return QStringLiteral("not signed");
        const Cover::Of over = pageFacts(bytesOf(first), clock.nowUtc(), {}, place).boxOver;
        const VerificationReport report = verify(second);
        const SignatureReport &one = report.signatures.first();
        const bool covers = one.findings.contains(QStringLiteral("the box of a later signature covers part of page 1"));
        if ((over != Cover::Of::Nothing) != (report.verdict == FileVerdict::Altered) || covers != (report.verdict == FileVerdict::Altered))
            return QStringLiteral("not as it was said before: ") + told(report);
        const bool beside = one.notes.join(u';').contains(QLatin1String("beside what was signed on page 1"));
        return name(report.verdict) + (beside ? QStringLiteral(", beside") : QString());
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void read_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        const QByteArray flate = samples();
        const QByteArray packed = qCompress(flate).mid(4);
        QByteArray up; // each row as the difference from the one above
        for (int y = 0; y < high; ++y) {
            up += char(2);
            for (int x = 0; x < wide; ++x)
                up += char(flate[y * wide + x] - (y ? flate[(y - 1) * wide + x] : 0));
        }
        const QByteArray eight = "/BitsPerComponent 8/ColorSpace/DeviceGray", one = "/BitsPerComponent 1/ColorSpace/DeviceGray",
                         three = "/BitsPerComponent 8/ColorSpace/DeviceRGB";
        QTest::newRow("grey") << page(eight, flate);
        QTest::newRow("grey, packed") << page(eight + "/Filter/FlateDecode", packed);
        QTest::newRow("grey, packed by differences") << page(eight + "/Filter[/FlateDecode]/DecodeParms[<</Predictor 15/Columns 51>>]", qCompress(up).mid(4));
        QTest::newRow("grey, the other way round") << page(eight + "/Decode[1 0]", samples(1, 235, 10));
        QTest::newRow("colours") << page(three, samples(3));
        QTest::newRow("colours of a profile") << page("/BitsPerComponent 8/ColorSpace[/ICCBased 9 0 R]", samples(3));
        QTest::newRow("black and white") << page(one, bits());
        QTest::newRow("black and white, the other way round") << page(one + "/Decode[1 0]", bits(false));
        QTest::newRow("a stencil") << page("/ImageMask true", bits());
        QTest::newRow("JPEG") << page(eight + "/Filter/DCTDecode", grey);
        QTest::newRow("JPEG in colour") << page(three + "/Filter[/DCTDecode]", colour);
        QTest::newRow("on paper that is not white") << page(eight, samples(1, 20, 200));
        QTest::newRow("faint ink") << page(eight, samples(1, 220, 245));
        QByteArray turned = flate;
        std::reverse(turned.begin(), turned.end());
        QTest::newRow("turned twice") << page(eight, turned, "-612 0 0 -792 612 792 cm");
        QByteArray lying;
        for (int x = 0; x < wide; ++x) {
            for (int y = high - 1; y >= 0; --y)
                lying += flate[y * wide + x];
        }
        QTest::newRow("lying") << page(eight, lying, "0 792 -612 0 612 0 cm", "/Width 66/Height 51");
    }

    void read()
    {
        QFETCH(QByteArray, pdf);
        QCOMPARE(twice(pdf, {72, 72, 200, 50}), QStringLiteral("valid"));
        QCOMPARE(twice(pdf, {72, 650, 200, 40}), QStringLiteral("altered"));
        QCOMPARE(twice(pdf, {430, 600, 100, 60}), QStringLiteral("altered")); // in part
        QCOMPARE(twice(pdf, {510, 650, 90, 40}), QStringLiteral("valid_later_changes, beside"));
    }

    void notRead_data()
    {
        QTest::addColumn<QByteArray>("pdf");
        const QByteArray eight = "/BitsPerComponent 8/ColorSpace/DeviceGray", flate = samples();
        QByteArray dot = flate;
        dot[55 * wide + 12] = 20;
        QTest::newRow("a dot below the box") << page(eight, dot);
        QTest::newRow("data that end early") << page(eight, flate.chopped(1));
        QTest::newRow("more data than it has room for") << page(eight, flate + "x");
        QTest::newRow("a filter that is not read") << page(eight + "/Filter/CCITTFaxDecode", flate);
        QTest::newRow("two filters") << page(eight + "/Filter[/FlateDecode/DCTDecode]", qCompress(grey).mid(4));
        QTest::newRow("a table of colours") << page("/BitsPerComponent 8/ColorSpace[/Indexed/DeviceGray 255<" + QByteArray("00ff").repeated(128) + ">]", flate);
        QTest::newRow("a mask") << page(eight + "/Mask[245 245]", flate);
        QTest::newRow("a soft mask") << page(eight + "/SMask 5 0 R", flate);
        QTest::newRow("another one to print") << page(eight + "/Alternates[]", flate);
        QTest::newRow("a layer") << page(eight + "/OC<<>>", flate);
        QTest::newRow("a decoding of its own") << page(eight + "/Decode[0.5 1]", flate);
        QTest::newRow("four bits") << page("/BitsPerComponent 4/ColorSpace/DeviceGray", flate);
        QTest::newRow("a size that nobody has") << page(eight, flate, "612 0 0 792 0 0 cm", "/Width 51/Height -66");
        QTest::newRow("JPEG of another size") << page(eight + "/Filter/DCTDecode", grey, "612 0 0 792 0 0 cm", "/Width 66/Height 51");
        QTest::newRow("JPEG in other colours") << page(eight + "/Filter/DCTDecode", colour);
        QTest::newRow("JPEG that is cut off") << page(eight + "/Filter/DCTDecode", grey.chopped(40));
        QTest::newRow("JPEG that is none") << page(eight + "/Filter/DCTDecode", "\xff\xd8" + flate + "\xff\xd9");
        QTest::newRow("JPEG with parameters") << page(eight + "/Filter/DCTDecode/DecodeParms<</ColorTransform 0>>", grey);
        QTest::newRow("leaning") << page(eight, flate, "612 10 0 792 0 0 cm");
        QTest::newRow("only within a shape") << page(eight, flate, "0 0 m 612 0 l 612 792 l 0 700 l h W n 612 0 0 792 0 0 cm");
        QTest::newRow("no ground at all") << page(eight, [] {
            QByteArray all;
            for (int i = 0; i < wide * high; ++i)
                all += char(i * 37 % 256);
            return all;
        }());
        QTest::newRow("the same many times") << page(eight, flate, "612 0 0 792 0 0 cm " + QByteArray("/X Do ").repeated(200'000));
    }

    void notRead()
    {
        QFETCH(QByteArray, pdf);
        QCOMPARE(twice(pdf, {72, 72, 200, 50}), QStringLiteral("altered"));
    }
};

QTEST_GUILESS_MAIN(SigningScan)
#include "tst_signing_scan.moc"
