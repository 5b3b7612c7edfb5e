// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Strangers' PDFs in the viewer: drawn by the real confined child, and strange children against the window.
#include "tests/support/Patience.h"
#include "tests/support/SimplePdf.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/PdfPages.h"
#include "ui/viewer/PdfView.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace carriel;
using namespace carriel::ui;
using carriel::test::pdfOfContents;
using carriel::test::pdfOfLines;

namespace {

constexpr int patience = 90'000; // ms; the child has deadlines of its own

const QByteArray blackSquare = "0 g 0 396 306 396 re f"; // the upper left quarter of the page

PdfPages::Open of(const QByteArray &bytes)
{
    return [bytes]() -> std::unique_ptr<QIODevice> {
        auto buffer = std::make_unique<QBuffer>();
        buffer->setData(bytes);
        return buffer;
    };
}

// Says that it is very large and has not a byte.
class Huge final : public QIODevice
{
public:
    qint64 size() const override { return wire::mostInput + 1; }
    qint64 readData(char *, qint64) override { return 0; }
    qint64 writeData(const char *, qint64) override { return -1; }
};

QByteArray encoded(const QImage &image, const QByteArray &format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, format.constData()) ? buffer.data() : QByteArray();
}

// What came of a document: pictures by page, pages that failed, the end.
struct Watch
{
    explicit Watch(PdfPages &pages)
    {
        QObject::connect(&pages, &PdfPages::opened, &context, [this] { isOpen = true; });
        QObject::connect(&pages, &PdfPages::drawn, &context,
                         [this](int page, int, const QImage &picture) { pictures.insert(page, picture); });
        QObject::connect(&pages, &PdfPages::notDrawn, &context, [this](int page) { bad << page; });
        QObject::connect(&pages, &PdfPages::failed, &context, [this](PdfPages::Failure f) { failure = f; });
    }
    bool settled(int page) const { return failure || bad.contains(page) || pictures.contains(page); }
    QObject context;
    bool isOpen = false;
    QHash<int, QImage> pictures;
    QList<int> bad;
    std::optional<PdfPages::Failure> failure;
};

} // namespace

class TestPdfPages final : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    // A child that is not ours: Python speaks the wire as it likes.
    void useChild(const QByteArray &body)
    {
        const QString path = m_dir.filePath(QStringLiteral("child%1").arg(++m_children));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/usr/bin/python3\n"
                   "import os, struct, sys, time\n"
                   "def need(n):\n"
                   "    got = b''\n"
                   "    while len(got) < n:\n"
                   "        part = os.read(0, n - len(got))\n"
                   "        if not part: sys.exit(0)\n"
                   "        got += part\n"
                   "    return got\n"
                   "def say(*n): os.write(1, struct.pack('=%di' % len(n), *n))\n"
                   "def opened(): size, secret = struct.unpack('=qi', need(12)); need(secret + size); say(1, 2, 0); os.write(1, struct.pack('=4f', "
                   "612, 792, 612, 792))\n"
                   "def page(): return struct.unpack('=2i', need(8))\n" +
                   body + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        qputenv("CARRIEL_EXTRACT", path.toUtf8());
    }
    int m_children = 0;

private Q_SLOTS:
    void init() { qputenv("CARRIEL_EXTRACT", CARRIEL_BINARY_DIR "/bin/carriel-extract"); }

    void drawsPagesAsTheyAreWanted()
    {
        PdfPages pages(of(pdfOfContents({blackSquare, "BT ET"})), nullptr);
        Watch watch(pages);
        QTRY_VERIFY(watch.isOpen);
        QCOMPARE(pages.sizes(), (QList<QSizeF>{{612, 792}, {612, 792}}));
        pages.want({{1, 100}, {0, 200}});
        QTRY_VERIFY(watch.settled(0) && watch.settled(1));
        QCOMPARE(watch.pictures.value(0).size(), QSize(200, 258));
        QCOMPARE(watch.pictures.value(0).pixelColor(50, 60), QColor(Qt::black));
        QCOMPARE(watch.pictures.value(0).pixelColor(150, 200), QColor(Qt::white));
        QCOMPARE(watch.pictures.value(1).size(), QSize(100, 129));
        pages.want({{7, 100}}); // there is no such page
        QTRY_COMPARE(watch.bad, QList<int>{7});
        watch.pictures.clear();
        pages.want({{0, 64}}); // and the child goes on
        QTRY_VERIFY(watch.pictures.contains(0));
    }

    // What a person fills in, and a visible signature, is part of what they see before they sign.
    void drawsFieldsAndSignatureBoxes()
    {
        QByteArray pdf = "%PDF-1.7\n";
        QList<qsizetype> at;
        for (const QByteArray &body :
             {QByteArray("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R 6 0 R]>>>>"),
              QByteArray("<</Type/Pages/Count 1/Kids[3 0 R]>>"),
              QByteArray("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Annots[4 0 R 6 0 R]>>"),
              QByteArray("<</FT/Tx/T(a)/Type/Annot/Subtype/Widget/Rect[0 400 300 800]/F 4/P 3 0 R/AP<</N 5 0 R>>>>"),
              QByteArray("<</Type/XObject/Subtype/Form/BBox[0 0 10 10]/Length 22>>\nstream\n1 0 0 rg 0 0 10 10 re "
                         "f\nendstream")
                  .replace("22", "23"),
              QByteArray(
                  "<</FT/Sig/T(b)/Type/Annot/Subtype/Widget/Rect[300 0 600 400]/F 132/P 3 0 R/AP<</N 5 0 R>>>>")}) {
            at += pdf.size();
            pdf += QByteArray::number(at.size()) + " 0 obj\n" + body + "\nendobj\n";
        }
        const qsizetype table = pdf.size();
        pdf += "xref\n0 7\n0000000000 65535 f \n";
        for (const qsizetype offset : at)
            pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
        pdf += "trailer\n<</Root 1 0 R/Size 7>>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
        PdfPages pages(of(pdf), nullptr);
        Watch watch(pages);
        pages.want({{0, 60}});
        QTRY_VERIFY(watch.settled(0));
        const QImage page = watch.pictures.value(0);
        QCOMPARE(page.pixelColor(15, 20), QColor(Qt::red));
        QCOMPARE(page.pixelColor(45, 60), QColor(Qt::red));
        QCOMPARE(page.pixelColor(45, 20), QColor(Qt::white));
    }

    void aVeryWidePageKeepsWithinTheLimit()
    {
        PdfPages pages(of(pdfOfContents({blackSquare})), nullptr);
        Watch watch(pages);
        pages.want({{0, 50'000}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.settled(0), patience);
        const QSize size = watch.pictures.value(0).size();
        QVERIFY(size.width() > 1000 && qint64(size.width()) * size.height() <= wire::mostPixels);
    }

    void saysWhyNothingIsShown_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray noise(100'000, Qt::Uninitialized);
        QRandomGenerator(1).generate(reinterpret_cast<quint32 *>(noise.data()),
                                     reinterpret_cast<quint32 *>(noise.data()) + 25'000);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("noise") << noise;
        QTest::newRow("noise after a header") << QByteArray("%PDF-1.7\n" + noise);
        QTest::newRow("open brackets") << QByteArray("%PDF-1.7\n1 0 obj\n" + QByteArray(2'000'000, '['));
        QTest::newRow("open dictionaries") << QByteArray("%PDF-1.7\n1 0 obj\n" + QByteArray("<</A").repeated(400'000));
        QTest::newRow("a drawing that may run programs")
            << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>");
        QTest::newRow("a bitmap that claims 60,000 by 60,000 pixels")
            << QByteArray("BM" + QByteArray(12, '\0')
                          + QByteArray::fromHex("28000000" "60ea0000" "60ea0000" "0100" "1800") + QByteArray(24, '\0'));
        QTest::newRow("wrong table") << QByteArray(
            "%PDF-1.4\nxref\n0 99999999\ntrailer<</Size 99999999/Root 1 0 R>>\nstartxref\n9\n%%EOF");
    }
    void saysWhyNothingIsShown()
    {
        QFETCH(QByteArray, bytes);
        PdfPages pages(of(bytes), nullptr);
        Watch watch(pages);
        pages.want({{0, 100}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.failure, patience);
        QCOMPARE(*watch.failure, PdfPages::Failure::Unreadable);
        QVERIFY(watch.pictures.isEmpty());
    }

    void picturesAreDrawnByTheChildToo_data()
    {
        QTest::addColumn<QByteArray>("format");
        for (const QByteArray format : {"png", "jpeg", "bmp", "webp", "tiff"}) {
            if (QImageReader::supportedImageFormats().contains(format))
                QTest::newRow(format.constData()) << format;
        }
    }
    void picturesAreDrawnByTheChildToo()
    {
        QFETCH(QByteArray, format);
        // Half of it black, the other half nothing, which is paper; large enough for threads in the decoders.
        QImage half(1'000, 600, QImage::Format_ARGB32);
        half.fill(format == "jpeg" || format == "bmp" ? Qt::white : Qt::transparent);
        QPainter(&half).fillRect(0, 0, 500, 600, Qt::black);
        PdfPages pages(of(encoded(half, format)), nullptr);
        Watch watch(pages);
        pages.want({{0, 300}, {1, 300}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.failure || (watch.settled(0) && watch.settled(1)), patience);
        QCOMPARE(pages.sizes(), QList<QSizeF>{QSizeF(1'000, 600)});
        const QImage picture = watch.pictures.value(0);
        QCOMPARE(picture.size(), QSize(300, 180));
        QVERIFY(picture.pixelColor(50, 90).lightness() < 10);
        QVERIFY(picture.pixelColor(250, 90).lightness() > 245);
        QVERIFY(!watch.pictures.contains(1));
    }

    void aPhotographOf64MegapixelsIsShown()
    {
        QImage large(8'000, 8'000, QImage::Format_Grayscale8);
        large.fill(90);
        PdfPages pages(of(encoded(large, "png")), nullptr, {.opening = 60'000, .page = 60'000, .unwanted = 1'000});
        Watch watch(pages);
        pages.want({{0, 8'000}}); // more than is drawn at once; how fast is not asked here
        QTRY_VERIFY_WITH_TIMEOUT(watch.failure || watch.settled(0), patience);
        QVERIFY(watch.pictures.value(0).width() > 3'000);
        QCOMPARE(watch.pictures.value(0).pixelColor(5, 5), QColor(90, 90, 90));
    }

    void aPictureIsShownUpright()
    {
        QByteArray jpeg = encoded(QImage(60, 40, QImage::Format_Mono), "jpeg");
        // Exif says: turn it by a quarter.
        jpeg.insert(2, QByteArray::fromHex("ffe1001e457869660000" "4d4d002a00000008" "0001" "011200030000000100060000"));
        PdfPages pages(of(jpeg), nullptr);
        Watch watch(pages);
        pages.want({{0, 40}});
        QTRY_VERIFY(watch.failure || watch.settled(0));
        QCOMPARE(watch.pictures.value(0).size(), QSize(40, 60));
    }

    void aFileTooLargeIsNotEvenBegun()
    {
        PdfPages pages([]() -> std::unique_ptr<QIODevice> { return std::make_unique<Huge>(); }, nullptr);
        Watch watch(pages);
        QTRY_VERIFY(watch.failure);
        QCOMPARE(*watch.failure, PdfPages::Failure::TooLarge);
        PdfPages none([]() -> std::unique_ptr<QIODevice> { return nullptr; }, nullptr);
        Watch second(none);
        QTRY_VERIFY(second.failure);
        QCOMPARE(*second.failure, PdfPages::Failure::NotHere);
    }

    void aLargeFileOfManyPagesIsLeafedThrough()
    {
        QList<QByteArray> contents(3'000, "%" + QByteArray(20'000, 'x') + "\n" + blackSquare); // some 60 MB
        PdfPages pages(of(pdfOfContents(contents)), nullptr);
        Watch watch(pages);
        pages.want({{2'999, 50}, {1'500, 50}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.settled(1'500), patience);
        QCOMPARE(pages.sizes().size(), 3'000);
        QCOMPARE(watch.pictures.value(2'999).pixelColor(10, 10), QColor(Qt::black));
        QVERIFY(watch.pictures.contains(1'500));
    }

    // One page takes for ever; it is given up, and the next is drawn all the same.
    void aPageThatNeverEndsCostsOnlyItself()
    {
        QByteArray endless = "1 0 0 RG 0.01 w [0.0001] 0 d\n";
        for (int i = 0; i < 20'000; ++i)
            endless += "0 0 m 612 792 l 0 792 l s\n";
        PdfPages pages(of(pdfOfContents({endless, blackSquare})), nullptr,
                       {.opening = 20'000, .page = 4'000, .unwanted = 100});
        Watch watch(pages);
        pages.want({{0, 800}, {1, 100}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.settled(0) && watch.settled(1), patience);
        QVERIFY(watch.pictures.contains(1));
        QVERIFY(!watch.failure);
    }

    void survivesDamage()
    {
        const QByteArray whole = pdfOfLines({"uno", "dos", "tres"});
        QRandomGenerator random(2);
        for (int round = 0; round < 12; ++round) {
            QByteArray damaged = round % 2 ? whole : whole.left(whole.size() * (round + 1) / 13);
            for (int n = 0; round % 2 && n < 30; ++n)
                damaged[qsizetype(random.bounded(quint32(damaged.size())))] = char(random.bounded(256));
            PdfPages pages(of(damaged), nullptr, {.opening = 3'000, .page = 3'000, .unwanted = 100});
            Watch watch(pages);
            pages.want({{0, 100}});
            QTRY_VERIFY_WITH_TIMEOUT(watch.settled(0), patience);
        }
    }

    void strangeChildren_data()
    {
        QTest::addColumn<QByteArray>("child");
        QTest::addColumn<bool>("opens");
        QTest::newRow("dies at once") << QByteArray("sys.exit(1)") << false;
        QTest::newRow("never reads") << QByteArray("time.sleep(600)") << false;
        QTest::newRow("only talks") << QByteArray("while True: os.write(1, b'x' * 65536)") << false;
        QTest::newRow("too many pages") << QByteArray("say(1, 2000000000, 0); time.sleep(600)") << false;
        QTest::newRow("minus one page") << QByteArray("say(1, -1, 0); time.sleep(600)") << false;
        QTest::newRow("dies on a page") << QByteArray("opened(); page(); sys.exit(0)") << true;
        QTest::newRow("hangs on a page") << QByteArray("opened(); page(); time.sleep(600)") << true;
        QTest::newRow("a picture without end")
            << QByteArray("opened(); page(); say(2, 2000000000, 2000000000)\nwhile True: os.write(1, b'x' * 65536)")
            << true;
        QTest::newRow("larger than asked")
            << QByteArray("opened(); page(); say(2, 4000, 4000); os.write(1, b'x' * 64000000)") << true;
        QTest::newRow("a negative picture")
            << QByteArray("opened(); page(); say(2, -100, -100); time.sleep(600)") << true;
        QTest::newRow("half a picture")
            << QByteArray("opened(); w = page()[1]; say(2, w, w); os.write(1, b'x' * w); sys.exit(0)") << true;
        QTest::newRow("more than a picture")
            << QByteArray(
                   "opened(); w = page()[1]; say(2, w, w); os.write(1, b'x' * (w * w * 4 + 100000)); time.sleep(600)")
            << true;
        QTest::newRow("an answer nobody knows")
            << QByteArray("opened(); say(9, 10, 10); os.write(1, b'x' * 400); time.sleep(600)") << true;
    }
    void strangeChildren()
    {
        QFETCH(QByteArray, child);
        QFETCH(bool, opens);
        useChild(child);
        PdfPages pages(of(QByteArray(5'000'000, 'x')), nullptr, {.opening = 3'000, .page = 1'000, .unwanted = 100});
        Watch watch(pages);
        pages.want({{0, 100}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.settled(0), patience);
        QCOMPARE(watch.isOpen, opens);
        QVERIFY(watch.pictures.isEmpty());
    }

    void aChildThatDiesInBetweenIsStartedAgain()
    {
        useChild("opened()\n"
                 "w = page()[1]; say(2, w, w); os.write(1, b'x' * (w * w * 4))\n"
                 "page(); sys.exit(0)"); // the second page kills it; a fresh child draws that one
        PdfPages pages(of("x"), nullptr);
        Watch watch(pages);
        pages.want({{0, 20}, {1, 20}});
        QTRY_VERIFY(watch.settled(0) && watch.settled(1));
        QVERIFY(watch.pictures.contains(0) && watch.pictures.contains(1));
    }

    void aMissingHelperIsSaid()
    {
        qputenv("CARRIEL_EXTRACT", "/nowhere/carriel-extract");
        PdfPages pages(of("x"), nullptr);
        Watch watch(pages);
        QTRY_VERIFY(watch.failure);
        QCOMPARE(*watch.failure, PdfPages::Failure::NoHelper);
    }

    void theViewShowsScrollsAndZooms()
    {
        Theme theme;
        PdfView view(theme, nullptr);
        view.resize(500, 400);
        view.show();
        QSignalSpy opened(&view, &PdfView::opened);
        QSignalSpy turned(&view, &PdfView::pageChanged);
        view.open(of(pdfOfContents(QList<QByteArray>(40, blackSquare))));
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toInt(), 40);
        const auto middle = [&view] { return view.viewport()->grab().toImage().pixelColor(120, 120); };
        QTRY_COMPARE(middle(), QColor(Qt::black));
        view.goTo(20);
        QCOMPARE(view.page(), 20);
        QCOMPARE(turned.last().first().toInt(), 20);
        QTRY_COMPARE(middle(), QColor(Qt::black));
        const int before = view.verticalScrollBar()->maximum();
        view.zoomBy(2);
        QVERIFY(view.verticalScrollBar()->maximum() > before);
        QCOMPARE(view.page(), 20); // what was in view stays in view
        view.fit();
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.page(), 39);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.page(), 0);
        view.forget();
        QCOMPARE(view.verticalScrollBar()->maximum(), 0);
    }
};

QTEST_MAIN(TestPdfPages)
#include "tst_pdf_pages.moc"
