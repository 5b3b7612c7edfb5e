// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Any file: containers (ASiC-E) and detached signatures (CAdES), made at every level and checked by openssl and unzip;
// and containers bent in every way, of which none may be green.
#include "core/crypto/Cades.h"
#include "core/crypto/Timestamp.h"
#include "core/signing/asic/AsicManifest.h"
#include "core/signing/asic/Zip.h"
#include "core/signing/sign/FileSignJob.h"
#include "core/signing/verify/FileVerifier.h"
#include "tests/core/signing/Bend.h"

#include <QDir>
#include <QTest>
#include <QtEndian>

using namespace carriel;
using namespace carriel::signing;

namespace {

using Entries = QList<std::pair<QString, QByteArray>>;

QByteArray zipped(const Entries &entries)
{
    QByteArray bytes;
    ZipWriter zip(
        [&bytes](QByteArrayView part) {
            bytes.append(part);
            return Outcome();
        },
        QDateTime::currentDateTimeUtc());
    bool good = true;
    for (const auto &[name, content] : entries)
        good &= zip.add(name, content).ok();
    if (!good || !zip.finish().ok())
        qFatal("no container");
    return bytes;
}

Entries unzipped(const QByteArray &bytes)
{
    Entries entries;
    const ZipReader zip = ZipReader::open(bytes).value();
    for (const ZipEntry &one : zip.entries())
        entries += {one.name, zip.bytesOf(one, 1 << 20).value()};
    return entries;
}

} // namespace

class SigningFiles : public QObject, private test::SigningDesk
{
    Q_OBJECT

    QByteArray m_text = "Señor notario: cien mil pesos.\n";

    QByteArray made(FileFormat format, Level level, const QString &key = QStringLiteral("eva"))
    {
        FileSignOptions options;
        options.format = format;
        options.source = put(QStringLiteral("carta número 1.txt"), m_text);
        options.target = pki.file(QStringLiteral("out"));
        options.overwrite = true;
        options.level = level;
        options.timestampAuthority = pki.tsa();
        options.anchors = {pki.authority()};
        std::optional<Result<SignedFile>> result;
        FileSignJob::run(options, pki.key(key), &pki, clock, [&](auto done) { result = std::move(done); });
        if (!result || !result->ok())
            qFatal("not signed");
        return bytesOf(options.target);
    }

    VerificationReport judged(const QByteArray &bytes, const std::optional<QByteArrayView> &content = {},
                              bool online = true)
    {
        Evidence fetched;
        for (int round = 0;; ++round) {
            const VerificationReport report = verifyFile(bytes, content, pki.trust(), fetched, clock.nowUtc());
            if (!online || report.wanted.isEmpty() || round == 5)
                return report;
            for (const FetchWanted &wanted : report.wanted)
                pki.fetch({wanted.url, wanted.body, {}}, [&](const Result<QByteArray> &answer) {
                    if (answer.ok())
                        (wanted.ocsp ? fetched.ocsp : fetched.lists) += answer.value();
                });
        }
    }

    bool byOpenssl(const QByteArray &cms, const QByteArray &content)
    {
        put(QStringLiteral("c.der"), cms);
        put(QStringLiteral("c.bin"), content);
        return pki.openssl(
            {QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-cades"), QStringLiteral("-purpose"),
             QStringLiteral("any"), QStringLiteral("-binary"), QStringLiteral("-inform"), QStringLiteral("DER"),
             QStringLiteral("-in"), QStringLiteral("c.der"), QStringLiteral("-content"), QStringLiteral("c.bin"),
             QStringLiteral("-CAfile"), QStringLiteral("ca.pem"), QStringLiteral("-out"), QStringLiteral("/dev/null")});
    }

    static QByteArray entryOf(const Entries &entries, const QString &name)
    {
        for (const auto &[one, content] : entries) {
            if (one == name)
                return content;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(pki.ready()); }

    void levels_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("level");
        QTest::addColumn<QString>("key");
        for (const char *key : {"ana", "eva"}) {
            for (const FileFormat format : {FileFormat::Asice, FileFormat::Cades}) {
                for (const Level level : {Level::B, Level::T, Level::LT, Level::LTA})
                    QTest::newRow(QByteArray(QByteArray(key) + (format == FileFormat::Asice ? "-asice-" : "-cades-") +
                                             QByteArray::number(int(level)))
                                      .constData())
                        << int(format) << int(level) << QString::fromLatin1(key);
            }
        }
    }

    void levels()
    {
        QFETCH(int, format);
        QFETCH(int, level);
        QFETCH(QString, key);
        const bool container = FileFormat(format) == FileFormat::Asice;
        const QByteArray bytes = made(FileFormat(format), Level(level), key);
        QVERIFY(formatOf(bytes) == (container ? SignedFormat::Asic : SignedFormat::Cades));
        const std::optional<QByteArrayView> content = container ? std::nullopt : std::optional<QByteArrayView>(m_text);
        for (const bool online : {true, false}) {
            const VerificationReport report = judged(bytes, content, online);
            if (!online && Level(level) < Level::LT) {
                QVERIFY(report.verdict == FileVerdict::Indeterminate); // nobody was asked
                continue;
            }
            QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
            QCOMPARE(report.signatures.size(), 1);
            const SignatureReport &one = report.signatures.first();
            QCOMPARE(one.signer(), key);
            const QStringList names{QStringLiteral("B-B"), QStringLiteral("B-T"), QStringLiteral("B-LT"),
                                    QStringLiteral("B-LTA")};
            QCOMPARE(one.level, names[level]);
            QVERIFY(one.claimedTime.has_value()); // CAdES says when
            QCOMPARE(one.certifiedTime.has_value(), Level(level) != Level::B);
        }
        // Other people's programs.
        if (!container) {
            QVERIFY(byOpenssl(bytes, m_text));
            QVERIFY(judged(bytes, QByteArrayView("otra cosa")).verdict == FileVerdict::Altered);
            QVERIFY(judged(bytes).verdict == FileVerdict::Indeterminate);
            return;
        }
        bool ok = false;
        pki.run(QStringLiteral("unzip"), {QStringLiteral("-t"), pki.file(QStringLiteral("out"))}, &ok);
        QVERIFY(ok);
        QCOMPARE(pki.run(QStringLiteral("unzip"),
                         {QStringLiteral("-p"), pki.file(QStringLiteral("out")), QStringLiteral("carta*")}),
                 m_text);
        QVERIFY(bytes.mid(30, 39) == "mimetypeapplication/vnd.etsi.asic-e+zip");
        const Entries entries = unzipped(bytes);
        QVERIFY(byOpenssl(entryOf(entries, QStringLiteral("META-INF/signature001.p7s")),
                          entryOf(entries, QStringLiteral("META-INF/ASiCManifest001.xml"))));
    }

    void raisedLater_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("asice") << int(FileFormat::Asice);
        QTest::newRow("cades") << int(FileFormat::Cades);
    }

    void raisedLater()
    {
        QFETCH(int, format);
        const bool container = FileFormat(format) == FileFormat::Asice;
        const std::optional<QByteArrayView> content = container ? std::nullopt : std::optional<QByteArrayView>(m_text);
        const QString first = put(QStringLiteral("first"), made(FileFormat(format), Level::B));
        FileSignOptions options;
        options.format = FileFormat(format);
        options.source = first;
        options.content = put(QStringLiteral("content"), m_text);
        options.target = pki.file(QStringLiteral("raised"));
        options.level = Level::LTA;
        options.timestampAuthority = pki.tsa();
        options.anchors = {pki.authority()};
        const auto raise = [&] {
            std::optional<Result<SignedFile>> result;
            FileSignJob::run(options, nullptr, &pki, clock, [&](auto done) { result = std::move(done); });
            return result && result->ok();
        };
        QVERIFY(raise());
        VerificationReport report = judged(bytesOf(options.target), content, false);
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        QCOMPARE(report.signatures.first().level, QStringLiteral("B-LTA"));
        // Renewed: a further archive timestamp over the first.
        options.source = options.target;
        options.target = pki.file(QStringLiteral("renewed"));
        QVERIFY(raise());
        report = judged(bytesOf(options.target), content, false);
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        QVERIFY(bytesOf(options.target).size() > bytesOf(options.source).size() + 500);
        // What does not hold is not stamped.
        options.source =
            put(QStringLiteral("bad"), bytesOf(first).replace(container ? "cien" : "eva", container ? "mil " : "evo"));
        options.content = put(QStringLiteral("content"), container ? m_text : "otra cosa");
        options.target = pki.file(QStringLiteral("never"));
        if (!container) {
            QVERIFY(!raise());
            QVERIFY(!QFile::exists(options.target));
        }
        QFile::remove(pki.file(QStringLiteral("raised")));
        QFile::remove(pki.file(QStringLiteral("renewed")));
    }

    // The token inside is a good timestamp for openssl too.
    void archiveByOpenssl()
    {
        const QByteArray cms = made(FileFormat::Cades, Level::LTA);
        const auto stamps =
            crypto::archiveStamps(cms, [this](crypto::HashKind kind) { return crypto::hashOf(kind, m_text); });
        QCOMPARE(stamps.size(), 1);
        QVERIFY(stamps.first().covers);
        const auto token = crypto::Timestamp::parse(stamps.first().token);
        QVERIFY(token.ok());
        put(QStringLiteral("ats.der"), stamps.first().token);
        QVERIFY(pki.openssl({QStringLiteral("ts"), QStringLiteral("-verify"), QStringLiteral("-token_in"),
                             QStringLiteral("-in"), QStringLiteral("ats.der"), QStringLiteral("-digest"),
                             QString::fromLatin1(token.value().imprint().toHex()), QStringLiteral("-CAfile"),
                             QStringLiteral("ca.pem")}));
        const auto other = crypto::archiveStamps(cms, [](crypto::HashKind kind) { return crypto::hashOf(kind, "x"); });
        QVERIFY(!other.first().covers);
    }

    // Somebody may take the outer signature for one by who signed what is inside.
    void signedInsideIsTold()
    {
        const QByteArray plain = m_text, inner = made(FileFormat::Asice, Level::B, QStringLiteral("ana"));
        const QString told = QStringLiteral("has signatures of its own, which were not looked at");
        QVERIFY(!judged(made(FileFormat::Asice, Level::B)).signatures.first().notes.join(u' ').contains(told));
        m_text = inner;
        QVERIFY(judged(made(FileFormat::Asice, Level::B)).signatures.first().notes.join(u' ').contains(told));
        m_text = plain;
    }

    void bent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("verdict");
        const QByteArray good = made(FileFormat::Asice, Level::LT);
        const Entries base = unzipped(good);
        const auto row = [](const char *name, const QByteArray &bytes, FileVerdict verdict) {
            QTest::newRow(name) << bytes << int(verdict);
        };
        const auto with = [&](auto change) {
            Entries entries = base;
            change(entries);
            return zipped(entries);
        };
        const auto manifest = [&](const QByteArray &from, const QByteArray &to) {
            return with([&](Entries &e) { e[2].second.replace(from, to); });
        };
        row("good again", with([](Entries &) {}), FileVerdict::Valid);
        row("content", with([](Entries &e) { e[1].second.replace("cien", "mil "); }), FileVerdict::Altered);
        row("uncovered file", with([](Entries &e) {
                e.insert(2, {QStringLiteral("anexo.txt"), "no firmado"});
            }),
            FileVerdict::Altered);
        row("uncovered file beside the signature", with([](Entries &e) {
                e += {QStringLiteral("META-INF/otrosí.txt"), "no firmado"};
            }),
            FileVerdict::Altered);
        row("missing file", with([](Entries &e) { e.removeAt(1); }), FileVerdict::Altered);
        row("renamed file", with([](Entries &e) { e[1].first = QStringLiteral("otra.txt"); }), FileVerdict::Altered);
        row("list changed", manifest("carta", "cartb"), FileVerdict::Altered);
        row("list gone", with([](Entries &e) { e.removeAt(2); }), FileVerdict::Unreadable);
        row("signature gone", with([](Entries &e) { e.removeAt(3); }), FileVerdict::Unreadable);
        row("doctype", manifest("<asic:ASiC", "<!DOCTYPE x [<!ENTITY a 'b'>]><asic:ASiC"), FileVerdict::Unreadable);
        row("outside", manifest("carta", "../carta"), FileVerdict::Unreadable);
        row("address", manifest("URI=\"carta", "URI=\"http://example.org/carta"), FileVerdict::Unreadable);
        row("critical extension",
            manifest("<asic:DataObjectReference", "<asic:X Critical=\"true\"/><asic:DataObjectReference"),
            FileVerdict::Unreadable);
        // Some take an entry's name from its other fields (Info-ZIP's 0x7075); what is unknown may do anything.
        for (const int kind : {0x7075, 0x0001, 0x9999}) {
            row(QByteArray("a field that renames " + QByteArray::number(kind, 16)).constData(), test::withField(good, quint16(kind), QByteArray("\x01\0\0\0\0otra.txt", 13)), FileVerdict::Unreadable);
            row(QByteArray("the same in one place " + QByteArray::number(kind, 16)).constData(), test::withField(good, quint16(kind), QByteArray("\x01\0\0\0\0otra.txt", 13), true), FileVerdict::Unreadable);
        }
        row("a field that tells of times", test::withField(good, 0x5455, QByteArray("\x01\0\0\0\0", 5)), FileVerdict::Valid);
        QByteArray link = good;
        const qsizetype second = link.indexOf("PK\x01\x02", link.indexOf("PK\x01\x02") + 1);
        link.replace(second + 5, 1, QByteArray(1, '\3')).replace(second + 40, 2, QByteArray("\xff\xa1"));
        row("a link", link, FileVerdict::Unreadable);
        row("bytes in a folder", with([](Entries &e) { e += {QStringLiteral("sub/"), "falso"}; }), FileVerdict::Unreadable);
        row("a folder named like a file", with([](Entries &e) { e += {e[1].first + u'/', ""}; }), FileVerdict::Unreadable);
        row("one signature in two lists", with([](Entries &e) { e += {QStringLiteral("META-INF/ASiCManifest2.xml"), e[2].second}; }), FileVerdict::Unreadable);
        row("an extension that must be understood", with([](Entries &e) {
                e[2].second.replace("</asic:ASiCManifest>", "<asic:ASiCManifestExtensions><asic:Extension Critical=\"true\"/></asic:ASiCManifestExtensions></asic:ASiCManifest>");
            }),
            FileVerdict::Unreadable);
        row("other type", with([](Entries &e) { e[0].second = "application/zip"; }), FileVerdict::Unreadable);
        row("no type", with([](Entries &e) { e.removeAt(0); }), FileVerdict::Unreadable);
        row("type not first", with([](Entries &e) { e.move(0, 3); }), FileVerdict::Unreadable);
        row("twice", with([](Entries &e) { e.insert(1, {e[1].first, "falso"}); }), FileVerdict::Unreadable);
        row("twice in other letters", with([](Entries &e) {
                e.insert(1, {e[1].first.toUpper(), "falso"});
            }),
            FileVerdict::Unreadable);
        row("leaves", with([](Entries &e) {
                e.insert(1, {QStringLiteral("../x"), "falso"});
            }),
            FileVerdict::Unreadable);
        row("absolute", with([](Entries &e) {
                e.insert(1, {QStringLiteral("/etc/x"), "falso"});
            }),
            FileVerdict::Unreadable);
        row("orphan signature", with([](Entries &e) {
                e += {QStringLiteral("META-INF/signature002.p7s"), e[3].second};
            }),
            FileVerdict::Unreadable);
        row("xml signature beside", with([](Entries &e) {
                e += {QStringLiteral("META-INF/signatures001.xml"), "<x/>"};
            }),
            FileVerdict::Indeterminate);
        row("xml signature alone", zipped({base[0], base[1], {QStringLiteral("META-INF/signatures.xml"), "<x/>"}}),
            FileVerdict::Indeterminate);
        row("plain zip", zipped({base[1]}), FileVerdict::None);
        row("comment", QByteArray(good).replace(good.size() - 2, 2, QByteArray("\x01\x00x", 3)),
            FileVerdict::Unreadable);
        row("cut", good.chopped(5), FileVerdict::Unreadable);
        row("bytes in front", "#!/bin/sh\n" + good, FileVerdict::Unreadable); // no ZIP by its first bytes
        QByteArray hidden = good;
        hidden.insert(good.indexOf("PK\x01\x02"), "oculto");
        qToLittleEndian<quint32>(quint32(good.indexOf("PK\x01\x02") + 6), hidden.data() + hidden.size() - 6);
        row("bytes between", hidden, FileVerdict::Unreadable);
        QByteArray differs = good;
        differs.replace(differs.indexOf("carta"), 5, "otras"); // the local name alone
        row("two names", differs, FileVerdict::Unreadable);
        QByteArray bomb = good;
        qToLittleEndian<quint32>(0x7fffffff, bomb.data() + bomb.indexOf("PK\x01\x02") + 24);
        row("bomb", bomb, FileVerdict::Unreadable);
        // ASiC-S: the signature is over the file itself.
        const QByteArray detached = made(FileFormat::Cades, Level::LT);
        const std::pair<QString, QByteArray> type{QStringLiteral("mimetype"), "application/vnd.etsi.asic-s+zip"};
        const std::pair<QString, QByteArray> value{QStringLiteral("META-INF/signature.p7s"), detached};
        row("simple", zipped({type, base[1], value}), FileVerdict::Valid);
        row("simple, other content", zipped({type, {base[1].first, "x"}, value}), FileVerdict::Altered);
        row("simple, two files", zipped({type, base[1], {QStringLiteral("b.txt"), "x"}, value}),
            FileVerdict::Unreadable);
    }

    void bent()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, verdict);
        const VerificationReport report = judged(bytes);
        QVERIFY2(int(report.verdict) == verdict, qPrintable(told(report)));
    }

    // A deflated entry, as other programs write it.
    void packedByOthers()
    {
        const Entries entries = unzipped(made(FileFormat::Asice, Level::LT));
        QDir(pki.file({})).mkpath(QStringLiteral("box/META-INF"));
        for (const auto &[name, content] : entries)
            put(QStringLiteral("box/") + name, content);
        put(QStringLiteral("box/") + entries[1].first, m_text);
        bool ok = false;
        const QByteArray said = pki.run(
            QStringLiteral("sh"),
            {QStringLiteral("-c"),
             QStringLiteral("cd box && python3 - <<'E'\nimport "
                            "zipfile,os\nz=zipfile.ZipFile('../b.asice','w')\nz.write('mimetype',compress_type=0)\n"
                            "for r,_,f in os.walk('.'):\n for n in f:\n  p=os.path.relpath(os.path.join(r,n))\n  if "
                            "p!='mimetype': z.write(p,compress_type=8)\nz.close()\nE")},
            &ok);
        QVERIFY2(ok, said.constData());
        const VerificationReport report = judged(bytesOf(pki.file(QStringLiteral("b.asice"))));
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
    }
};

QTEST_GUILESS_MAIN(SigningFiles)
#include "tst_signing_files.moc"
