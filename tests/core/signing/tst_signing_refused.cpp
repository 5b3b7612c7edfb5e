// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is not signed, raised or repaired, because the result would not hold or would hide that something did not.
#include "core/signing/Pkcs12Key.h"
#include "core/signing/SigningErrors.h"
#include "core/signing/pdf/SignatureTraces.h"
#include "core/signing/sign/FileSignJob.h"
#include "core/signing/sign/Normalise.h"
#include "core/signing/sign/PageFacts.h"
#include "core/signing/sign/SafeToSign.h"
#include "core/signing/verify/FileVerifier.h"
#include "tests/core/signing/Bend.h"

#include <sys/mman.h>
#include <unistd.h>

#include <QFileInfo>
#include <QTest>

using namespace carriel;
using namespace carriel::signing;

class SigningRefused : public QObject, private test::SigningDesk
{
    Q_OBJECT

    static QString why(const Result<SignedFile> &result)
    {
        return result.ok() ? QStringLiteral("done") : result.error().codeText();
    }
    static QString code(const ErrorCode &code) { return Error{code, {}, {}}.codeText(); }

    QString signedBy(const QString &name, const QString &key, Level level)
    {
        const QString target = pki.file(name);
        const auto done = sign(put(QStringLiteral("plain.pdf"), test::plainPdf()), target, key, level,
                               [](PdfSignOptions &o) { o.overwrite = true; });
        if (!done.ok())
            qFatal("not signed: %s", qPrintable(done.error().codeText()));
        return target;
    }

    Result<SignedFile> signFile(FileFormat format, const QString &source, const QString &target, const QString &key,
                                Level level)
    {
        FileSignOptions options;
        options.format = format;
        options.source = source;
        options.content = pki.file(QStringLiteral("carta.txt"));
        options.target = target;
        options.level = level;
        options.timestampAuthority = pki.tsa();
        options.anchors = {pki.authority()};
        std::optional<Result<SignedFile>> result;
        FileSignJob::run(options, key.isEmpty() ? nullptr : pki.key(key), &pki, clock,
                         [&](auto done) { result = std::move(done); });
        return *result;
    }

private Q_SLOTS:
    // Irregular, and nobody signed it: written anew when that is asked for. What somebody signed never is.
    void writtenAnew()
    {
        const QByteArray plain = test::plainPdf(2), spoiled = QByteArray(plain).replace("startxref\n", "startxref\n9");
        const QString target = pki.file(QStringLiteral("anew.pdf"));
        QCOMPARE(normalise(plain, target, {}).value(), false);
        QVERIFY(!QFile::exists(target));
        for (const QByteArray &irregular : {spoiled, QByteArray("basura\n" + plain)}) {
            QCOMPARE(normalise(irregular, target, {}).value(), true);
            const QByteArray bytes = bytesOf(target);
            QVERIFY(PdfFile::open(bytes).ok());
            for (const SafetyNote &note : safetyNotes(bytes))
                QVERIFY(note.kind != SafetyNote::Kind::Damaged);
            const PageFacts facts = pageFacts(bytes, clock.nowUtc());
            QVERIFY(facts.maySign.ok());
            QCOMPARE(facts.pages, 2);
            const auto done = sign(target, pki.file(QStringLiteral("anew-signed.pdf")), QStringLiteral("ana"), Level::B,
                                   [](PdfSignOptions &o) { o.overwrite = true; });
            QVERIFY(done.ok());
            QVERIFY(!done.value().repaired);
            QVERIFY(verify(pki.file(QStringLiteral("anew-signed.pdf")), false).signatures.first().after == After::B0);
        }
        QFile::remove(target);
        const QByteArray signedOnce = bytesOf(signedBy(QStringLiteral("once.pdf"), QStringLiteral("ana"), Level::B));
        const QByteArray irregular = "basura\n" + signedOnce;
        QCOMPARE(normalise(irregular, target, {}).error().codeText(), code(signing::errors::signedIrregular));
        QCOMPARE(normalise("hola", target, {}).error().codeText(), code(signing::errors::notPdf));
        QVERIFY(!QFile::exists(target));
    }

    // Where the byte before the file belongs to nobody: a reader that looks there ends the program.
    void nothingIsReadBeforeTheBeginning()
    {
        const size_t page = size_t(::sysconf(_SC_PAGESIZE));
        auto *two =
            static_cast<char *>(::mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
        QVERIFY(two != MAP_FAILED);
        QCOMPARE(::mprotect(two, page, PROT_NONE), 0);
        const QByteArray start("%PDF-1.7\n%%EOF\nstartxref");
        memcpy(two + page, start.constData(), size_t(start.size()));
        for (qsizetype size = 0; size <= start.size(); ++size)
            QVERIFY(!PdfFile::open(QByteArrayView(two + page, size)).ok());
        ::munmap(two, 2 * page);
    }

    void initTestCase() { QVERIFY(pki.ready()); }

    // A revoked certificate makes nothing that asks its authority anyway, in any format; and nothing is left behind.
    void revokedDoesNotSign()
    {
        const QString held = signedBy(QStringLiteral("held.pdf"), QStringLiteral("eva"), Level::T); // before
        const QString plain = signedBy(QStringLiteral("plain-b.pdf"), QStringLiteral("eva"), Level::B);
        const QString text = put(QStringLiteral("carta.txt"), "Querida Eva:\n");
        const QString detached = pki.file(QStringLiteral("carta.p7s"));
        QVERIFY(signFile(FileFormat::Cades, text, detached, QStringLiteral("eva"), Level::B).ok());
        pki.revoke(QStringLiteral("eva"), clock.nowUtc().addSecs(-60));
        for (const Level level : {Level::LT, Level::LTA}) {
            const QString target = pki.file(QStringLiteral("revoked%1.pdf").arg(int(level)));
            const auto done =
                sign(put(QStringLiteral("p.pdf"), test::plainPdf()), target, QStringLiteral("eva"), level);
            QCOMPARE(why(done), code(errors::keyRevoked));
            QVERIFY(done.error().params.value(QStringLiteral("name")).toString() == QStringLiteral("eva"));
            QVERIFY(!QFileInfo::exists(target));
            for (const FileFormat format : {FileFormat::Asice, FileFormat::Cades})
                QCOMPARE(why(signFile(format, text, target, QStringLiteral("eva"), level)), code(errors::keyRevoked));
        }
        // What it signed is not made to last either: nobody can show that it was before.
        QCOMPARE(why(sign(plain, pki.file(QStringLiteral("r.pdf")), {}, Level::LT)), code(errors::keyRevoked));
        QCOMPARE(why(signFile(FileFormat::Cades, detached, pki.file(QStringLiteral("r.p7s")), {}, Level::LT)),
                 code(errors::keyRevoked));

        // A list at hand is enough to know it without asking anybody, at every level.
        QByteArray list;
        pki.fetch({QUrl(QStringLiteral("http://crl.example.org/")), {}, {}},
                  [&](const Result<QByteArray> &answer) { list = answer.valueOr({}); });
        const int before = pki.calls;
        const auto known = sign(put(QStringLiteral("p.pdf"), test::plainPdf()), pki.file(QStringLiteral("l.pdf")),
                                QStringLiteral("eva"), Level::B, [&](PdfSignOptions &o) { o.lists = {list}; });
        QCOMPARE(why(known), code(errors::keyRevoked));
        QCOMPARE(pki.calls, before);

        // One that is proven to have been made before stays what it was, and may be kept.
        pki.revoke(QStringLiteral("eva"), clock.nowUtc().addSecs(600));
        const QString kept = pki.file(QStringLiteral("kept.pdf"));
        const auto raised = sign(held, kept, {}, Level::LTA);
        QCOMPARE(why(raised), QStringLiteral("done"));
        QVERIFY2(verify(kept).verdict == FileVerdict::Valid, qPrintable(told(verify(kept))));
        // Somebody else may still sign what she signed.
        pki.revoke(QStringLiteral("eva"), clock.nowUtc().addSecs(-60));
        QCOMPARE(why(sign(held, pki.file(QStringLiteral("both.pdf")), QStringLiteral("ana"), Level::LT)),
                 QStringLiteral("done"));
        pki.restore(QStringLiteral("eva"));
    }

    // Nobody says at which level it is if who issued the certificate is not known.
    void nobodyToAsk()
    {
        const auto done = sign(put(QStringLiteral("p.pdf"), test::plainPdf()), pki.file(QStringLiteral("alone.pdf")),
                               QStringLiteral("rob"), Level::LT);
        QCOMPARE(why(done), code(errors::noRevocation));
    }

    // A signed document that is cut anywhere is refused: a repair would make it one that was never signed.
    void cutSignature_data()
    {
        QTest::addColumn<int>("percent"); // of what the signature appended
        for (const int percent : {25, 50, 75, 90, 99})
            QTest::addRow("%d", percent) << percent;
    }
    void cutSignature()
    {
        QFETCH(int, percent);
        const QByteArray original = test::plainPdf();
        for (const bool rewritten : {false, true}) {
            QByteArray whole = bytesOf(signedBy(QStringLiteral("whole.pdf"), QStringLiteral("ana"), Level::B));
            // As it arrives from programs that write everything into one revision.
            const QByteArray start = rewritten ? QByteArray(original).replace("%%EOF", "") : original;
            QCOMPARE(whole.left(original.size()), original);
            whole = start + whole.mid(original.size());
            const QByteArray cut = whole.left(start.size() + (whole.size() - start.size()) * percent / 100);
            const QString source = put(QStringLiteral("cut.pdf"), cut);
            const QString target = pki.file(QStringLiteral("cured.pdf"));
            QCOMPARE(why(sign(source, target, QStringLiteral("eva"), Level::B)), code(errors::signedIrregular));
            QVERIFY(!QFileInfo::exists(target));
            if (!PdfFile::open(cut).ok()) {
                QVERIFY(!pageFacts(cut, clock.nowUtc()).maySign.ok());
            }
        }
        // The benign twin: damaged, and never signed.
        const QString damaged =
            put(QStringLiteral("damaged.pdf"), QByteArray(original).replace("startxref", "startxxxx"));
        QCOMPARE(
            why(sign(damaged, pki.file(QStringLiteral("cured%1.pdf").arg(percent)), QStringLiteral("eva"), Level::B)),
            QStringLiteral("done"));
        QVERIFY(!hasSignatureTraces(test::formPdf().replace("/FT/Sig", "/FT/Sig/Lock<</Type/SigFieldLock>>")));
    }

    // What authorities hand out: protected in a way that OpenSSL keeps apart, and that a citizen cannot have changed.
    void oldKeyFile()
    {
        QVERIFY(pki.openssl({QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-legacy"),
                             QStringLiteral("-in"), QStringLiteral("ana.pem"), QStringLiteral("-inkey"),
                             QStringLiteral("ana.key"), QStringLiteral("-certfile"), QStringLiteral("ca.pem"),
                             QStringLiteral("-passout"), QStringLiteral("pass:clave"), QStringLiteral("-out"),
                             QStringLiteral("old.p12")}));
        const auto key = openPkcs12(pki.p12(QStringLiteral("old")), SecretBytes::copyOf("clave"));
        QVERIFY2(key.ok(), key.ok() ? "" : qPrintable(key.error().detail));
        QCOMPARE(key.value()->certificate().name(), QStringLiteral("ana"));
        QCOMPARE(key.value()->chain().size(), 1);
        const QString target = signedBy(QStringLiteral("old.pdf"), QStringLiteral("old"), Level::B);
        QVERIFY2(verify(target).verdict == FileVerdict::Valid, qPrintable(told(verify(target))));
        const auto wrong = openPkcs12(pki.p12(QStringLiteral("old")), SecretBytes::copyOf("otra"));
        QVERIFY(!wrong.ok() && wrong.error().code == errors::wrongPin);
    }

    // Proofs and archive timestamps are for what holds.
    void raiseOfBroken()
    {
        const QByteArray good = bytesOf(signedBy(QStringLiteral("good.pdf"), QStringLiteral("ana"), Level::B));
        const QString flipped = put(QStringLiteral("flip.pdf"), QByteArray(good).replace("100 pesos", "900 pesos"));
        const QString altered =
            put(QStringLiteral("alt.pdf"), test::updated(good, {{5, "<</Length 2>>\nstream\nBT\nendstream"}}));
        const int before = pki.calls;
        for (const QString &source : {flipped, altered}) {
            const QString target = pki.file(QStringLiteral("raised.pdf"));
            QCOMPARE(why(sign(source, target, {}, Level::LTA)), code(errors::nothingHolds));
            QVERIFY(!QFileInfo::exists(target));
        }
        QCOMPARE(pki.calls, before); // and no authority was asked
        // A later signature over the altered document is somebody's will, and is kept; the other one is counted.
        const QString both = pki.file(QStringLiteral("both-broken.pdf"));
        QVERIFY(sign(altered, both, QStringLiteral("eva"), Level::B).ok());
        const auto raised = sign(both, pki.file(QStringLiteral("both-raised.pdf")), {}, Level::LTA);
        QCOMPARE(why(raised), QStringLiteral("done"));
        QCOMPARE(raised.value().broken, 1);
    }

    // Who is told that it is signed twice looks for two people.
    void timestampIsNoSignature()
    {
        const QByteArray archived = bytesOf(signedBy(QStringLiteral("lta.pdf"), QStringLiteral("ana"), Level::LTA));
        int earlier = 0;
        for (const SafetyNote &one : safetyNotes(archived))
            earlier += one.kind == SafetyNote::Kind::EarlierSignature ? one.count : 0;
        QCOMPARE(earlier, 1);
    }

    void mayComeLater_data()
    {
        QTest::addColumn<int>("format"); // -1: inside a PDF
        QTest::addColumn<QString>("silent");
        QTest::addColumn<int>("answered"); // times that it still does
        QTest::addColumn<int>("reached");
        for (const int format : {-1, int(FileFormat::Asice), int(FileFormat::Cades)}) {
            QTest::addRow("%d no stamp", format) << format << QStringLiteral("tsa") << 0 << int(Level::B);
            QTest::addRow("%d no proof", format) << format << QStringLiteral("ca") << 0 << int(Level::T);
            QTest::addRow("%d no archive", format) << format << QStringLiteral("tsa") << 1 << int(Level::LT);
        }
    }

    // Somebody who may answer another day does not: what is signed by then is kept, and the key was asked once - a
    // person at a signing service confirms once, and a card asks for one PIN.
    void mayComeLater()
    {
        QFETCH(int, format);
        QFETCH(QString, silent);
        QFETCH(int, answered);
        QFETCH(int, reached);
        struct Counting final : KeySource
        {
            explicit Counting(std::shared_ptr<KeySource> key) : real(std::move(key)) {}
            crypto::Certificate certificate() const override { return real->certificate(); }
            QList<crypto::Certificate> chain() const override { return real->chain(); }
            void sign(const QByteArray &bytes, Signed done) override
            {
                ++times;
                real->sign(bytes, std::move(done));
            }
            std::shared_ptr<KeySource> real;
            int times = 0;
        };
        struct Gaps final : HttpFetch
        {
            void fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done) override
            {
                const bool stamp = request.url.host().startsWith(QLatin1String("tsa"));
                if (stamp == (silent == QLatin1String("tsa")) && answers-- <= 0)
                    return done(Error{{"CAR-REM-001"}, {}, {}});
                pki->fetch(std::move(request), std::move(done));
            }
            HttpFetch *pki = nullptr;
            QString silent;
            int answers = 0;
        };
        const auto key = std::make_shared<Counting>(pki.key(QStringLiteral("ana")));
        Gaps gaps;
        gaps.pki = &pki;
        gaps.silent = silent;
        gaps.answers = answered;
        std::optional<Result<SignedFile>> result;
        const auto done = [&](Result<SignedFile> one) { result = std::move(one); };
        const auto later = [](const Error &) { return true; };
        const QString target = pki.file(QStringLiteral("later-%1.pdf").arg(QLatin1String(QTest::currentDataTag())));
        const QString source = put(QStringLiteral("carta.txt"), test::plainPdf());
        if (format < 0) {
            PdfSignOptions options;
            options.source = source;
            options.target = target;
            options.level = Level::LTA;
            options.timestampAuthority = pki.tsa();
            options.anchors = {pki.authority()};
            options.later = later;
            PdfSignJob::run(options, key, &gaps, clock, done);
        } else {
            FileSignOptions options;
            options.format = FileFormat(format);
            options.source = source;
            options.target = target;
            options.level = Level::LTA;
            options.timestampAuthority = pki.tsa();
            options.anchors = {pki.authority()};
            options.later = later;
            FileSignJob::run(options, key, &gaps, clock, done);
        }
        QVERIFY(result && result->ok());
        QCOMPARE(int(result->value().level), reached);
        QVERIFY(result->value().missing.has_value());
        QCOMPARE(key->times, 1);
        const QByteArray bytes = bytesOf(target);
        const VerificationReport report =
            verifyFile(bytes, QByteArrayView(bytesOf(source)), pki.trust(), {}, clock.nowUtc());
        QCOMPARE(report.signatures.size(), 1); // and no half of a timestamp behind it
        QVERIFY2(report.signatures.first().level ==
                     QStringList({QStringLiteral("B-B"), QStringLiteral("B-T"), QStringLiteral("B-LT")}).at(reached),
                 qPrintable(told(report)));
        QVERIFY(report.signatures.first().indication != Indication::TotalFailed);
    }
};

QTEST_GUILESS_MAIN(SigningRefused)
#include "tst_signing_refused.moc"
