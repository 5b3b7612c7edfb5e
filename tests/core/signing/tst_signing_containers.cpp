// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What of a container is signed and what is not: each file is named, and nothing that nobody signed is passed over in
// silence. Beside each trick stands what it looks like where nobody means harm.
#include "core/crypto/Cades.h"
#include "core/crypto/Cms.h"
#include "core/signing/asic/AsicManifest.h"
#include "core/signing/asic/Zip.h"
#include "core/signing/sign/FileSignJob.h"
#include "core/signing/verify/ConfinedVerifier.h"
#include "core/signing/verify/FileVerifier.h"
#include "tests/core/signing/SigningDesk.h"

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

QStringList behind(const QString &head, const QStringList &lines)
{
    QStringList out;
    for (const QString &one : lines) {
        if (one.startsWith(head))
            out += one.mid(head.size());
    }
    return out;
}

} // namespace

class SigningContainers : public QObject, private test::SigningDesk
{
    Q_OBJECT

    QByteArray m_good;
    Entries m_base; // mimetype, carta.txt, its list, its signature

    QByteArray made(FileFormat format)
    {
        FileSignOptions options;
        options.format = format;
        options.source = put(QStringLiteral("carta.txt"), "Ana debe mil pesos.\n");
        options.target = pki.file(QStringLiteral("out"));
        options.overwrite = true;
        std::optional<Result<SignedFile>> result;
        FileSignJob::run(options, pki.key(QStringLiteral("eva")), nullptr, clock, [&](auto done) { result = std::move(done); });
        if (!result || !result->ok())
            qFatal("not signed");
        return bytesOf(options.target);
    }

    VerificationReport judged(const QByteArray &bytes)
    {
        Evidence fetched;
        for (int round = 0;; ++round) {
            const VerificationReport report = verifyFile(bytes, {}, pki.trust(), fetched, clock.nowUtc());
            if (report.wanted.isEmpty() || round == 5)
                return report;
            for (const FetchWanted &wanted : report.wanted)
                pki.fetch({wanted.url, wanted.body, {}, {}}, [&](const Result<QByteArray> &answer) {
                    if (answer.ok())
                        (wanted.ocsp ? fetched.ocsp : fetched.lists) += answer.value();
                });
        }
    }

    // A second list and signature in the same container, over these of its files.
    Entries alsoSigned(Entries entries, const QStringList &names)
    {
        AsicManifest manifest{QStringLiteral("META-INF/signature002.p7s"), {}};
        for (const auto &[name, content] : std::as_const(entries)) {
            if (names.contains(name))
                manifest.entries += {name, QStringLiteral("text/plain"), crypto::HashKind::Sha256,
                                     crypto::hashOf(crypto::HashKind::Sha256, content)};
        }
        const QByteArray list = written(manifest);
        const auto key = pki.key(QStringLiteral("ana"));
        auto builder = crypto::CmsBuilder::start(key->certificate(), crypto::hashOf(crypto::HashKind::Sha256, list),
                                                       {key->chain(), clock.nowUtc()});
        QByteArray cms;
        key->sign(builder.value().toBeSigned(),
                  [&](const Result<QByteArray> &value) { cms = assembled(builder.value(), value).value(); });
        entries += {QStringLiteral("META-INF/ASiCManifest002.xml"), list};
        entries += {manifest.signature, cms};
        return entries;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(pki.ready());
        m_good = made(FileFormat::Asice);
        m_base = unzipped(m_good);
    }

    // Shorter than any mark that is looked for.
    void tiny()
    {
        for (const char *bytes : {"", "x", "PK", "PK\x05", "%PD", "0"}) {
            QVERIFY(formatOf(bytes) == SignedFormat::None);
            const auto judged = judgeConfined(*LentBytes::copyOf(QByteArrayView(bytes)).value(), nullptr, {Question::Kind::Verify, pki.trust(), {}, clock.nowUtc()});
            QVERIFY(judged.ok() && judged.value().report.verdict == FileVerdict::None);
        }
    }

    void filesAreNamed()
    {
        VerificationReport report = judged(m_good);
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        QCOMPARE(behind(QStringLiteral("covers the file: "), report.signatures.first().notes), QStringList{QStringLiteral("carta.txt")});
        // A simple container: its one file.
        report = judged(zipped({{QStringLiteral("mimetype"), "application/vnd.etsi.asic-s+zip"}, m_base[1], {QStringLiteral("META-INF/signature.p7s"), made(FileFormat::Cades)}}));
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        QCOMPARE(behind(QStringLiteral("covers the file: "), report.signatures.first().notes), QStringList{QStringLiteral("carta.txt")});
        // What does not hold covers nothing.
        Entries changed = m_base;
        changed[1].second += "y un millón más";
        report = judged(zipped(changed));
        QVERIFY(report.verdict == FileVerdict::Altered);
        QCOMPARE(behind(QStringLiteral("covers the file: "), report.signatures.first().notes), QStringList());
    }

    // Each says its own files; what only the other covers is not called nobody's, and is no green either.
    void twoSignatures()
    {
        VerificationReport report = judged(zipped(alsoSigned(m_base, {QStringLiteral("carta.txt")})));
        QVERIFY2(report.verdict == FileVerdict::Valid, qPrintable(told(report)));
        QCOMPARE(report.signatures.size(), 2);
        Entries more = m_base;
        more.insert(2, {QStringLiteral("anexo.txt"), "Eva debe dos mil."});
        report = judged(zipped(alsoSigned(more, {QStringLiteral("carta.txt"), QStringLiteral("anexo.txt")})));
        QVERIFY2(report.verdict == FileVerdict::Altered, qPrintable(told(report)));
        QCOMPARE(report.signatures.size(), 2);
        QCOMPARE(behind(QStringLiteral("only another signature covers: "), report.signatures.first().findings), QStringList{QStringLiteral("anexo.txt")});
        QCOMPARE(behind(QStringLiteral("covers the file: "), report.signatures.last().notes), (QStringList{QStringLiteral("carta.txt"), QStringLiteral("anexo.txt")}));
        QVERIFY(verdictOf(report.signatures.last()) == FileVerdict::Valid);
    }

    // No green says nothing of it: either it is altered and named, or it is named as nobody's.
    void whatNobodySigned_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("ofTheContainer");
        for (const char *name : {"otro.txt", "META-INF/otro.txt", "meta-inf/container.xml", "META-INF/x/manifest.xml", "META-INF/manifest.xml.html", "mimetype2", "carta.txt.html", "sub/carta.txt"})
            QTest::newRow(name) << QString::fromLatin1(name) << false;
        for (const char *name : {"META-INF/manifest.xml", "META-INF/container.xml", "META-INF/evidencerecord001.ers"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
    }

    void whatNobodySigned()
    {
        QFETCH(QString, name);
        QFETCH(bool, ofTheContainer);
        Entries entries = m_base;
        entries += {name, "Ana debe nueve mil pesos.\n"};
        const VerificationReport report = judged(zipped(entries));
        const SignatureReport &one = report.signatures.first();
        QCOMPARE(behind(QStringLiteral("not signed: "), one.findings).contains(name), !ofTheContainer);
        QCOMPARE(behind(QStringLiteral("nobody signed this part of the container: "), one.notes).contains(name), ofTheContainer);
        QVERIFY2((report.verdict == FileVerdict::Valid) == ofTheContainer, qPrintable(told(report)));
    }

    void xmlSignaturesAreNamed()
    {
        Entries entries = m_base;
        entries += {QStringLiteral("META-INF/signatures7.xml"), "<x/>"};
        const VerificationReport report = judged(zipped(entries));
        QVERIFY(report.verdict == FileVerdict::Indeterminate);
        QVERIFY(report.findings.contains(QStringLiteral("not checked here: META-INF/signatures7.xml")));
    }

    // Names that some computer takes for another that is there, and beside them names that nobody takes for it.
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("clash");
        for (const char *name : {"CARTA.TXT", "carta.txt.", "carta.txt ", "car\u200bta.txt", "car\u202eta.txt", "ｃarta.txt", "carta.txt/dentro.txt", "a\x01" "b", "c:carta.txt", "..\\carta.txt", "sub//carta.txt", "./carta.txt"})
            QTest::newRow(name) << QString::fromUtf8(name) << true;
        for (const char *name : {"Acuerdo S.A.", "ca\u0301rta.txt", "carta.txt.2/dentro.txt", "carta", "Łukasz.txt"})
            QTest::newRow(name) << QString::fromUtf8(name) << false;
    }

    void names()
    {
        QFETCH(QString, name);
        QFETCH(bool, clash);
        Entries entries{m_base[0], m_base[1], {name, "x"}};
        const VerificationReport report = judged(zipped(clash ? m_base + Entries{{name, "x"}} : alsoSigned(entries, {m_base[1].first, name})));
        QVERIFY2(report.verdict == (clash ? FileVerdict::Unreadable : FileVerdict::Valid), qPrintable(told(report)));
    }

    void tricks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("harmless");
        Entries other = m_base;
        other[1].second = "Ana debe nueve mil pesos.\n";
        QTest::newRow("as it was") << m_good << true;
        QTest::newRow("another container behind it") << QByteArray(m_good + zipped(other)) << false;
        QTest::newRow("another container before it") << QByteArray(zipped(other) + m_good) << false;
        QTest::newRow("bytes behind it") << QByteArray(m_good + "bytes") << false;
        QByteArray closed = m_good;
        const qsizetype local = closed.indexOf("PK\x03\x04", 4), central = closed.indexOf("PK\x01\x02", closed.indexOf("PK\x01\x02") + 1);
        closed[local + 6] = closed[local + 6] | 1;
        closed[central + 8] = closed[central + 8] | 1;
        QTest::newRow("encrypted") << closed << false;
        QByteArray empty = zipped(m_base + Entries{{QStringLiteral("sub/"), ""}});
        QTest::newRow("an empty folder") << empty << true;
        // As Java writes one: no bytes, deflated into two.
        const qsizetype head = empty.lastIndexOf("PK\x03\x04");
        const qsizetype row = empty.lastIndexOf("PK\x01\x02");
        for (const QByteArray &two : {QByteArray("\x03\x00", 2), QByteArray("\x41\x42", 2)}) {
            QByteArray deflated = empty;
            deflated[head + 8] = 8;
            deflated[head + 18] = 2;
            deflated[row + 10] = 8;
            deflated[row + 20] = 2;
            deflated.insert(head + 30 + 4, two);
            const qsizetype end = deflated.size() - 22;
            qToLittleEndian<quint32>(qFromLittleEndian<quint32>(deflated.constData() + end + 16) + 2, deflated.data() + end + 16);
            QTest::newRow(two.startsWith('\x03') ? "a folder of deflated nothing" : "a folder with two bytes of somebody") << deflated << two.startsWith('\x03');
        }
    }

    void tricks()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, harmless);
        const VerificationReport report = judged(bytes);
        QVERIFY2(report.verdict == (harmless ? FileVerdict::Valid : FileVerdict::Unreadable), qPrintable(told(report)));
    }
};

QTEST_GUILESS_MAIN(SigningContainers)
#include "tst_signing_containers.moc"
