// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Every level and kind of key, signed and verified; and what other people's programs say of the same files.
#include "core/crypto/Cms.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/trust/CachedFetch.h"
#include "core/signing/verify/OnlineVerify.h"
#include "tests/core/signing/Bend.h"

#include <QTest>

using namespace carriel;
using namespace carriel::signing;

class SigningLevels : public QObject, private test::SigningDesk
{
    Q_OBJECT

    // `openssl ts -verify` on the last signature, the document timestamp.
    void timestampByOpenssl(const QByteArray &bytes)
    {
        const qsizetype gap = bytes.lastIndexOf("/Contents <") + 10;
        const qsizetype end = bytes.indexOf('>', gap) + 1;
        put(QStringLiteral("stamped.bin"), bytes.left(gap) + bytes.mid(end));
        const QByteArray padded = QByteArray::fromHex(bytes.mid(gap + 1, end - gap - 2));
        put(QStringLiteral("token.der"),
            padded.left(crypto::CmsSignature::parse(padded, crypto::CmsSignature::Padding::Zeros).value().derSize()));
        QVERIFY(pki.openssl({QStringLiteral("ts"), QStringLiteral("-verify"), QStringLiteral("-token_in"),
                             QStringLiteral("-in"), QStringLiteral("token.der"), QStringLiteral("-data"),
                             QStringLiteral("stamped.bin"), QStringLiteral("-CAfile"), QStringLiteral("ca.pem")}));
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void levels_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("streams");
        for (const char *key : {"ana", "eva"}) {
            for (const Level level : {Level::B, Level::T, Level::LT, Level::LTA}) {
                for (const bool streams : {false, true})
                    QTest::addRow("%s-%d-%s", key, int(level), streams ? "streams" : "table")
                        << QString::fromLatin1(key) << int(level) << streams;
            }
        }
    }

    void levels()
    {
        QFETCH(QString, key);
        QFETCH(int, level);
        QFETCH(bool, streams);
        QString source = put(QStringLiteral("source.pdf"), test::plainPdf(3));
        if (streams) {
            bool ok = false;
            pki.run(QStringLiteral("qpdf"),
                    {QStringLiteral("--object-streams=generate"), source, pki.file(QStringLiteral("s.pdf"))}, &ok);
            QVERIFY(ok);
            source = pki.file(QStringLiteral("s.pdf"));
        }
        const QByteArray original = bytesOf(source);
        const QString target = pki.file(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".pdf"));
        const auto done = sign(source, target, key, Level(level));
        QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : done.error().codeText() + done.error().detail));
        const QByteArray bytes = bytesOf(target);
        QVERIFY(bytes.startsWith(original));
        QCOMPARE(bytesOf(source), original);

        const VerificationReport report = verify(target);
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        const SignatureReport &one = report.signatures.first();
        QCOMPARE(one.signer(), key);
        QCOMPARE(one.reason, QStringLiteral("Aprobación"));
        const QStringList levels{QStringLiteral("B-B"), QStringLiteral("B-T"), QStringLiteral("B-LT"),
                                 QStringLiteral("B-LTA")};
        QCOMPARE(one.level, levels[level]);
        QCOMPARE(one.after, Level(level) >= Level::LT ? After::B1 : After::B0);
        QCOMPARE(one.certifiedTime.has_value(), Level(level) != Level::B);
        QCOMPARE(report.signatures.size(), Level(level) == Level::LTA ? 2 : 1);
        if (Level(level) >= Level::LT)
            QVERIFY2(verify(target, false).verdict == FileVerdict::Valid, qPrintable(told(verify(target, false))));

        // Other people's readers.
        bool ok = false;
        const QByteArray qpdf = pki.run(QStringLiteral("qpdf"), {QStringLiteral("--check"), target}, &ok);
        QVERIFY2(ok, qpdf.constData());
        const QByteArray mutool =
            pki.run(QStringLiteral("mutool"), {QStringLiteral("sign"), QStringLiteral("-v"), target});
        // It has no words for document timestamps, and calls proofs added later a change.
        if (Level(level) < Level::LT)
            QVERIFY2(mutool.contains("The document is unchanged since signing."), mutool.constData());
        const QByteArray pdfsig = pki.run(QStringLiteral("pdfsig"), {QStringLiteral("-nocert"), target});
        QVERIFY2(pdfsig.contains("Signature is Valid."), pdfsig.constData());
        QVERIFY(pdfsig.contains("ETSI.CAdES.detached"));
        if (Level(level) == Level::LTA)
            timestampByOpenssl(bytes);
    }

    // `openssl cms -verify -cades` on the bytes that the ByteRange names, and no signingTime inside (EN 319 142-1
    // §6.3).
    void cmsByOpenssl()
    {
        const QString target = pki.file(QStringLiteral("cms.pdf"));
        QVERIFY(sign(put(QStringLiteral("p.pdf"), test::plainPdf()), target, QStringLiteral("eva"), Level::B).ok());
        const QByteArray bytes = bytesOf(target);
        const qsizetype gap = bytes.indexOf("/Contents <") + 10;
        const qsizetype end = bytes.indexOf('>', gap) + 1;
        put(QStringLiteral("signed.bin"), bytes.left(gap) + bytes.mid(end));
        put(QStringLiteral("cms.der"), QByteArray::fromHex(bytes.mid(gap + 1, end - gap - 2)));
        QVERIFY(pki.openssl({QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-cades"),
                             QStringLiteral("-purpose"), QStringLiteral("any"), QStringLiteral("-inform"),
                             QStringLiteral("DER"), QStringLiteral("-in"), QStringLiteral("cms.der"),
                             QStringLiteral("-content"), QStringLiteral("signed.bin"), QStringLiteral("-binary"),
                             QStringLiteral("-CAfile"), QStringLiteral("ca.pem"), QStringLiteral("-out"),
                             QStringLiteral("/dev/null")}));
        const QByteArray printed = pki.run(QStringLiteral("openssl"),
                                           {QStringLiteral("cms"), QStringLiteral("-cmsout"), QStringLiteral("-print"),
                                            QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"),
                                            QStringLiteral("cms.der"), QStringLiteral("-noout")});
        QVERIFY(printed.contains("id-smime-aa-signingCertificateV2"));
        QVERIFY(!printed.contains("signingTime"));
    }

    void second_data()
    {
        QTest::addColumn<int>("level");
        QTest::newRow("over B-B") << int(Level::B);
        QTest::newRow("over B-LTA") << int(Level::LTA);
    }

    void second()
    {
        QFETCH(int, level);
        const QString first = pki.file(QStringLiteral("first%1.pdf").arg(level));
        const QString both = pki.file(QStringLiteral("both%1.pdf").arg(level));
        QVERIFY(sign(put(QStringLiteral("p.pdf"), test::formPdf()), first, QStringLiteral("ana"), Level(level)).ok());
        QVERIFY(sign(first, both, QStringLiteral("eva"), Level::T).ok());
        const VerificationReport report = verify(both);
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        QCOMPARE(report.signatures.first().signer(), QStringLiteral("ana"));
        QCOMPARE(report.signatures.first().after, After::B1);
        QCOMPARE(report.signatures.last().signer(), QStringLiteral("eva"));
        QCOMPARE(report.signatures.last().after, After::B0);
    }

    void raisedLater()
    {
        const QString basic = pki.file(QStringLiteral("basic.pdf"));
        const QString raised = pki.file(QStringLiteral("raised.pdf"));
        QVERIFY(sign(put(QStringLiteral("p.pdf"), test::plainPdf()), basic, QStringLiteral("eva"), Level::B).ok());
        const auto done = sign(basic, raised, {}, Level::LTA);
        QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : done.error().codeText()));
        const VerificationReport report = verify(raised, false);
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        QCOMPARE(report.signatures.first().level, QStringLiteral("B-LTA"));
        QVERIFY(report.signatures.first().certifiedTime.has_value());
    }

    // What was proven when it was signed stays so, though nobody is asked any more; without proofs beside it, it does not.
    void proofsLast()
    {
        for (const Level level : {Level::T, Level::LT, Level::LTA}) {
            const QString target = pki.file(QStringLiteral("later-%1.pdf").arg(int(level)));
            QVERIFY(sign(put(QStringLiteral("p.pdf"), test::plainPdf()), target, QStringLiteral("eva"), level).ok());
            for (const int days : {1, 20, 60}) {
                const VerificationReport report = verifyPdf(bytesOf(target), pki.trust(), {}, clock.nowUtc().addDays(days));
                QVERIFY2((report.verdict == FileVerdict::Valid) == (level != Level::T), qPrintable(QString::number(days) + told(report)));
            }
        }
        // Who says now that the authority of the timestamp is revoked is heard all the same.
        const QByteArray bytes = bytesOf(pki.file(QStringLiteral("later-%1.pdf").arg(int(Level::LT))));
        pki.revoke(QStringLiteral("tsa"), clock.nowUtc().addSecs(-60));
        const VerificationReport asked = verifyPdf(bytes, pki.trust(), {}, clock.nowUtc().addDays(60));
        QCOMPARE(asked.verdict, FileVerdict::Valid); // nobody was asked
        QByteArray list;
        HttpFetchRequest request;
        request.url = QUrl(QStringLiteral("http://crl.example.org/ca.crl"));
        pki.fetch(request, [&](const Result<QByteArray> &got) { list = got.value(); });
        const VerificationReport told = verifyPdf(bytes, pki.trust(), {{}, {list}}, clock.nowUtc().addDays(60));
        pki.restore(QStringLiteral("tsa"));
        QVERIFY2(told.verdict == FileVerdict::Indeterminate, qPrintable(SigningDesk::told(told)));
    }

    // Many documents of one signer: authorities are asked once, until what they said is an hour old or the clock jumps.
    // Whose authority answers nobody signed before: that keeps nobody else's signature from its proofs.
    void strangerWithoutAnswers()
    {
        const QString first = pki.file(QStringLiteral("stranger.pdf"));
        QVERIFY(sign(put(QStringLiteral("p.pdf"), test::plainPdf()), first, QStringLiteral("rob"), Level::B).ok());
        for (const Level level : {Level::LT, Level::LTA}) {
            const QString target = pki.file(QStringLiteral("stranger-%1.pdf").arg(int(level)));
            const auto done = sign(first, target, QStringLiteral("eva"), level);
            QVERIFY2(done.ok(), qPrintable(done.ok() ? QString() : done.error().codeText()));
            QCOMPARE(done.value().unproven, QStringList{QStringLiteral("rob")});
            const VerificationReport report = verify(target, false);
            QCOMPARE(report.signatures.at(1).signer(), QStringLiteral("eva"));
            QCOMPARE(report.signatures.at(1).indication, Indication::TotalPassed);
            QCOMPARE(report.signatures.at(1).level, level == Level::LT ? QStringLiteral("B-LT") : QStringLiteral("B-LTA"));
            QCOMPARE(report.signatures.at(0).indication, Indication::Indeterminate);
        }
        // Proofs for nobody are none; and one's own must be there.
        QCOMPARE(sign(first, pki.file(QStringLiteral("stranger-no.pdf")), {}, Level::LT).error().code,
                 signing::errors::noRevocation);
        const auto own = sign(pki.file(QStringLiteral("stranger-2.pdf")), pki.file(QStringLiteral("stranger-no.pdf")), {}, Level::LT,
                              [&](PdfSignOptions &o) { o.owner = pki.key(QStringLiteral("rob"))->certificate().sha256(); });
        QCOMPARE(own.error().code, signing::errors::noRevocation);
        const auto raised =
            sign(pki.file(QStringLiteral("stranger-2.pdf")), pki.file(QStringLiteral("stranger-raised.pdf")), {}, Level::LT);
        QVERIFY2(raised.ok(), qPrintable(raised.ok() ? QString() : raised.error().codeText()));
        QCOMPARE(raised.value().unproven, QStringList{QStringLiteral("rob")});
    }

    // A name is shown as it is, or not at all.
    void lettersOfTheBox()
    {
        const QString source = put(QStringLiteral("p.pdf"), test::plainPdf());
        const auto with = [&](const QString &place) {
            return sign(source, pki.file(QStringLiteral("letters.pdf")), QStringLiteral("eva"), Level::B,
                        [&](PdfSignOptions &o) {
                            o.overwrite = true;
                            o.box = VisibleBox{1, QRectF(100, 100, 200, 60), {}};
                            o.place = place;
                        });
        };
        for (const QString &place : {QStringLiteral("Łódź"), QStringLiteral("王"), QStringLiteral("Bogotá 🦜")}) {
            const auto refused = with(place);
            QVERIFY2(!refused.ok(), qPrintable(place));
            QCOMPARE(refused.error().code, signing::errors::boxLetters);
            QVERIFY(refused.error().params.value(QStringLiteral("line")).toString().contains(place));
        }
        // Also with its marks apart, and with what Windows has beyond Latin-1.
        QVERIFY(with(QStringLiteral("Nin\u0303o Šimon – “Œuvre” €")).ok());
        const QByteArray text = pki.run(QStringLiteral("pdftotext"), {pki.file(QStringLiteral("letters.pdf")), QStringLiteral("-")});
        QVERIFY2(text.contains("Niño Šimon – “Œuvre” €"), text.constData());
    }

    void askedOnce()
    {
        struct Moving final : Clock
        {
            QDateTime at = QDateTime::currentDateTimeUtc();
            QDateTime nowUtc() const override { return at; }
            std::chrono::milliseconds monotonic() const override { return {}; }
        } moving;
        const QString target = pki.file(QStringLiteral("cached.pdf"));
        QVERIFY(sign(put(QStringLiteral("p.pdf"), test::plainPdf()), target, QStringLiteral("eva"), Level::B).ok());
        const QByteArray bytes = bytesOf(target);
        const TrustStore trust = pki.trust();
        CachedFetch cache(pki, moving);
        const auto calls = [&] {
            const int before = pki.calls;
            verifyOnline(bytes, trust, cache, clock.nowUtc(), [](const VerificationReport &report) {
                QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
            });
            return pki.calls - before;
        };
        QVERIFY(calls() > 0);
        QCOMPARE(calls(), 0);
        moving.at = moving.at.addSecs(CachedFetch::keepSeconds - 1);
        QCOMPARE(calls(), 0);
        moving.at = moving.at.addSecs(2);
        QVERIFY(calls() > 0);
        moving.at = moving.at.addDays(-1);
        QVERIFY(calls() > 0);
    }

    void visible()
    {
        const QString target = pki.file(QStringLiteral("visible.pdf"));
        QVERIFY(sign(put(QStringLiteral("p.pdf"), test::plainPdf(2)), target, QStringLiteral("ana"), Level::B,
                     [](PdfSignOptions &options) {
                         options.box = VisibleBox{2, QRectF(72, 72, 200, 50), {}};
                     })
                    .ok());
        QVERIFY(verify(target).verdict == FileVerdict::Valid);
        // Who looks at the paper, reads the hour of the country, and which hour it is.
        const QByteArray shown = bytesOf(target);
        QVERIFY(shown.contains("(Firmado electr\xf3nicamente por)"));
        QVERIFY(shown.contains(clock.nowUtc().addSecs(-5 * 3600).toString(QStringLiteral("yyyy-MM-dd")).toLatin1()));
        QVERIFY(shown.contains("UTC-05:00"));
    }

    void visibleWhereNobodyLooks_data()
    {
        QTest::addColumn<VisibleBox>("box");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no such page") << VisibleBox{3, QRectF(0, 0, 100, 50), {}} << QStringLiteral("page");
        QTest::newRow("beside the page") << VisibleBox{1, QRectF(5000, 72, 200, 50), {}} << QStringLiteral("outside");
        QTest::newRow("half on it") << VisibleBox{1, QRectF(500, 72, 200, 50), {}} << QStringLiteral("outside");
        QTest::newRow("below it") << VisibleBox{1, QRectF(72, -20, 200, 50), {}} << QStringLiteral("outside");
        QTest::newRow("a point") << VisibleBox{1, QRectF(72, 72, 2, 2), {}} << QStringLiteral("small");
    }

    void visibleWhereNobodyLooks()
    {
        QFETCH(VisibleBox, box);
        QFETCH(QString, reason);
        const auto wrong = sign(put(QStringLiteral("p.pdf"), test::plainPdf(2)), pki.file(QStringLiteral("no.pdf")),
                                QStringLiteral("ana"), Level::B, [&](PdfSignOptions &options) { options.box = box; });
        QVERIFY(!wrong.ok());
        QCOMPARE(wrong.error().code, signing::errors::boxOffPage);
        QCOMPARE(wrong.error().params.value(QStringLiteral("reason")).toString(), reason);
        QVERIFY(!QFile::exists(pki.file(QStringLiteral("no.pdf"))));
    }

    // Phones scan pages that are turned when shown; a box must lie where the person put it, and stand upright.
    void visibleOnTurnedPages_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("rect");
        QTest::addColumn<QByteArray>("matrix");
        QTest::newRow("0") << QByteArray("/MediaBox[0 0 600 800]") << QByteArray("[50 60 250 110]") << QByteArray();
        QTest::newRow("90") << QByteArray("/MediaBox[0 0 600 800]/Rotate 90") << QByteArray("[490 50 540 250]")
                            << QByteArray("[0 1 -1 0 0 0]");
        QTest::newRow("180") << QByteArray("/MediaBox[0 0 600 800]/Rotate 180") << QByteArray("[350 690 550 740]")
                             << QByteArray("[-1 0 0 -1 0 0]");
        QTest::newRow("270") << QByteArray("/MediaBox[0 0 600 800]/Rotate -90") << QByteArray("[60 550 110 750]")
                             << QByteArray("[0 -1 1 0 0 0]");
        QTest::newRow("cropped") << QByteArray("/MediaBox[0 0 600 800]/CropBox[100 200 500 700]")
                                 << QByteArray("[150 260 350 310]") << QByteArray();
        QTest::newRow("elsewhere") << QByteArray("/MediaBox[-300 -400 300 400]/Rotate 90")
                                   << QByteArray("[190 -350 240 -150]") << QByteArray("[0 1 -1 0 0 0]");
    }

    void visibleOnTurnedPages()
    {
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, rect);
        QFETCH(QByteArray, matrix);
        const QByteArray pdf = test::updated(
            test::plainPdf(1), {{4, "<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<<>>" + page + ">>"}});
        const QString target = pki.file(QStringLiteral("turned.pdf"));
        QVERIFY(sign(put(QStringLiteral("p.pdf"), pdf), target, QStringLiteral("ana"), Level::B,
                     [](PdfSignOptions &options) {
                         options.box = VisibleBox{1, QRectF(50, 60, 200, 50), {}};
                         options.overwrite = true;
                     })
                    .ok());
        QVERIFY(verify(target).verdict == FileVerdict::Valid);
        // Numbers of two decimals, of which none is needed here.
        QByteArray tail = bytesOf(target).sliced(pdf.size()).replace(".00", "").replace("[ ", "[").replace(" ]", "]");
        QVERIFY2(tail.contains(QByteArray("/Rect ").append(rect)), tail.constData());
        QCOMPARE(tail.contains("/Matrix"), !matrix.isEmpty());
        QVERIFY(tail.contains(matrix));
    }
};

QTEST_GUILESS_MAIN(SigningLevels)
#include "tst_signing_levels.moc"
