// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence as a file: complete, checked without network, by us and by the openssl program; spoilt, it says so.
#include "core/crypto/Digest.h"
#include "core/crypto/Timestamp.h"
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/proof/EvidencePackage.h"
#include "core/signing/asic/Zip.h"
#include "core/signing/verify/FileVerifier.h"
#include "tests/core/evidence/Vector.h"
#include "tests/core/signing/SigningPki.h"
#include "tests/support/Patience.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace carriel;
using namespace carriel::evidence;
using test::Vector;

namespace {
const QDateTime moment(QDate(2026, 1, 5), QTime(12, 0), Qt::UTC);
}

class TestEvidencePackage : public QObject
{
    Q_OBJECT

private:
    Vector vector = Vector::complete();
    test::SigningPki pki;

    QByteArray file(const QByteArray &token = {}) const
    {
        return EvidencePackage::of(vector.proof).value().bytes(token, moment).value();
    }
    QList<std::pair<QString, QByteArray>> unpacked(const QByteArray &bytes) const
    {
        QList<std::pair<QString, QByteArray>> out;
        const auto zip = signing::ZipReader::open(bytes);
        for (const signing::ZipEntry &entry : zip.value().entries())
            out.append({entry.name, zip.value().bytesOf(entry, 1 << 24).value()});
        return out;
    }
    QByteArray packed(const QList<std::pair<QString, QByteArray>> &files) const
    {
        QByteArray out;
        signing::ZipWriter zip(
            [&out](QByteArrayView part) -> Outcome {
                out += part;
                return {};
            },
            moment);
        for (const auto &[name, content] : files) {
            if (!zip.add(name, content))
                qFatal("zip");
        }
        if (!zip.finish())
            qFatal("zip");
        return out;
    }

private Q_SLOTS:
    void comesBackAsItWas()
    {
        const QByteArray bytes = file();
        const auto checked = checkEvidence(bytes, vector.anchorsWithStamps());
        QVERIFY(checked.ok());
        QCOMPARE(checked.value().report.verdict, ProofVerdict::Good);
        QVERIFY(checked.value().report.has(QStringLiteral("unprotected")));
        const Proof &back = checked.value().proof;
        QCOMPARE(back.seal, vector.proof.seal);
        QCOMPARE(back.records, vector.proof.records);
        QCOMPARE(back.content, vector.proof.content);
        QCOMPARE(back.directory, vector.proof.directory);
        QCOMPARE(checkEvidence(bytes, {}).value().report.verdict, ProofVerdict::Unanchored);
        QCOMPARE(file(), bytes);
    }

    // unzip and zip -r: the folders of its files are entries now, and nothing is other than it was.
    void packedAgainWithItsFolders()
    {
        auto files = unpacked(file());
        for (const char *folder : {"META-INF/", "keys/", "certs/"}) {
            if (std::any_of(files.cbegin(), files.cend(), [folder](const auto &one) { return one.first.startsWith(QLatin1String(folder)); }))
                files.append({QLatin1String(folder), {}});
        }
        QVERIFY(files.size() > unpacked(file()).size());
        QCOMPARE(checkEvidence(packed(files), vector.anchorsWithStamps()).value().report.verdict, ProofVerdict::Good);
        auto empty = files;
        empty.append({QStringLiteral("nada/"), {}});
        QVERIFY(checkEvidence(packed(empty), vector.anchorsWithStamps()).value().report.has(QStringLiteral("extra")));
        auto more = files;
        more.append({QStringLiteral("keys/otra.pem"), "x"});
        QCOMPARE(checkEvidence(packed(more), vector.anchorsWithStamps()).value().report.verdict, ProofVerdict::Broken);
    }

    // What was read before the opening may be missing, as in a file of a computer that never showed it; it is told.
    void withoutTheWordsThatWereRead()
    {
        QVERIFY(vector.proof.warningText.isEmpty());
        QVERIFY(checkEvidence(file(), vector.anchorsWithStamps()).value().report.has(QStringLiteral("warning_absent")));
        Proof whole = vector.proof;
        whole.warningText = vector.all.value(QLatin1String("warning")).toString().toUtf8();
        const QByteArray bytes = EvidencePackage::of(whole).value().bytes({}, moment).value();
        QVERIFY(!checkEvidence(bytes, vector.anchorsWithStamps()).value().report.has(QStringLiteral("warning_absent")));
    }

    void stampedAndReadAsAContainer()
    {
        QVERIFY(pki.ready());
        const EvidencePackage package = EvidencePackage::of(vector.proof).value();
        QByteArray token;
        pki.fetch({pki.tsa(), crypto::timestampRequest(crypto::sha256(package.manifest()), "12345678"), {}},
                  [&](Result<QByteArray> answer) { token = crypto::Timestamp::tokenOf(answer.value()).value(); });
        const QByteArray bytes = package.bytes(token, moment).value();
        Anchors anchors = vector.anchorsWithStamps();
        const signing::TrustStore store = pki.trust();
        for (const signing::TrustAnchor &one : store.anchors())
            anchors.store.add(one);
        const auto checked = checkEvidence(bytes, anchors);
        QCOMPARE(checked.value().report.verdict, ProofVerdict::Good);
        QVERIFY(checked.value().stamped.has_value());
        const auto report = signing::verifyFile(bytes, {}, pki.trust(), {}, QDateTime::currentDateTimeUtc());
        QCOMPARE(report.signatures.size(), 1);
        QVERIFY(report.signatures.first().indication != signing::Indication::TotalFailed);
        QCOMPARE(report.signatures.first().after, signing::After::B0);
    }

    // What the page of the file itself says: unzip and openssl are enough.
    void opensslChecksEveryStatement()
    {
        int checkedCount = 0;
        const auto files = unpacked(file());
        for (const auto &[name, content] : files) {
            QFile out(pki.file(QString(name).replace(QLatin1Char('/'), QLatin1Char('_'))));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(content);
        }
        for (const auto &[name, content] : files) {
            if (!name.endsWith(QLatin1String(".jws")))
                continue;
            const QString kid = QString::fromLatin1(crypto::readUnverifiedJws(content).value().kid);
            const QString stem = name.chopped(4);
            const QStringList arguments{
                QStringLiteral("dgst"),       QStringLiteral("-sha256"),
                QStringLiteral("-verify"),    QLatin1String("keys_") + kid + QLatin1String(".pem"),
                QStringLiteral("-signature"), stem + QLatin1String(".der"),
                stem + QLatin1String(".tbs")};
            bool ok = false;
            QVERIFY2(pki.run(QStringLiteral("openssl"), arguments, &ok).contains("Verified OK") && ok,
                     qPrintable(name));
            ++checkedCount;
        }
        QCOMPARE(checkedCount, 11); // seal, four records, receipt, device, certificate, consent and its device, directory
    }

    // The commands of LEAME.txt, as they stand there: a judge's clerk copies them.
    void theGuidesCommandsDoWhatTheySay()
    {
        QTemporaryDir folder;
        for (const auto &[name, content] : unpacked(file())) {
            QVERIFY(QFileInfo(folder.filePath(name)).dir().mkpath(QStringLiteral(".")));
            QFile out(folder.filePath(name));
            QVERIFY(out.open(QIODevice::WriteOnly) && out.write(content) == content.size());
        }
        QFile root(folder.filePath(QStringLiteral("RAIZ.pem")));
        QVERIFY(root.open(QIODevice::WriteOnly));
        root.write("-----BEGIN CERTIFICATE-----\n" + vector.all.value(QLatin1String("stamp_ca")).toString().toLatin1() + "\n-----END CERTIFICATE-----\n");
        root.close();
        QFile leame(folder.filePath(QStringLiteral("LEAME.txt")));
        QVERIFY(leame.open(QIODevice::ReadOnly));
        QStringList commands; // of each step
        bool steps = false;
        for (const QString &line : QString::fromUtf8(leame.readAll()).split(QLatin1Char('\n'))) {
            QVERIFY2(line.size() <= 80, qPrintable(line));
            if (line.startsWith(QLatin1String("3.")) || line.startsWith(QLatin1String("4.")))
                steps = line.startsWith(QLatin1Char('3'));
            else if (steps && line.size() > 2 && line.at(1) == QLatin1Char(')'))
                commands.append(QString());
            else if (steps && line.startsWith(QLatin1String("    ")))
                commands.last() += line.mid(4) + QLatin1Char('\n');
        }
        QCOMPARE(commands.size(), 7);
        const auto told = [&](const QString &script) {
            QProcess shell;
            shell.setWorkingDirectory(folder.path());
            shell.setProcessChannelMode(QProcess::MergedChannels);
            shell.start(QStringLiteral("bash"), {QStringLiteral("-c"), script});
            return shell.waitForFinished(test::patienceMs) ? QString::fromUtf8(shell.readAll()) : QString();
        };
        QVERIFY(told(commands.at(1)).contains(QLatin1String("\"plain_sha256\"")));
        const QString kid = QString::fromLatin1(crypto::readUnverifiedJws(vector.proof.seal).value().kid);
        const QString signatures = told(QString(commands.at(2)).replace(QLatin1String("LLAVE"), kid));
        QVERIFY2(!signatures.contains(QLatin1String("NINGUNA")) && signatures.contains(QLatin1String("Verified OK")), qPrintable(signatures));
        QCOMPARE(signatures.count(QLatin1String(": keys/")), 11);
        const QStringList chain = told(commands.at(3)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(chain.size(), 12); // four records, and three lines of each
        for (int record = 0; record < 3; ++record) {
            const QString digest = chain.at(3 * record + 1).section(QLatin1String("es:"), 1).trimmed();
            QVERIFY2(digest.size() == 43 && chain.at(3 * record + 5).contains(digest), qPrintable(chain.join(QLatin1Char('\n'))));
        }
        const QString function = commands.at(3).section(QLatin1String("for r in"), 0, 0);
        QCOMPARE(told(QString(function + commands.at(4).section(QLatin1Char('\n'), 0, 0))).trimmed(),
                 QString::fromLatin1(readSeal(vector.proof.seal).value().plain));
        QVERIFY(told(commands.at(4).section(QLatin1Char('\n'), 1)).contains(QLatin1String("act.json")));
        const QString stamps = told(commands.at(5));
        QVERIFY2(stamps.contains(QLatin1String("Verification: OK")) && stamps.contains(QLatin1String("Time stamp: ")), qPrintable(stamps));
        QFile list(folder.filePath(QStringLiteral("META-INF/ASiCManifest.xml")));
        QVERIFY(list.open(QIODevice::ReadOnly) && list.readAll().contains(told(commands.at(6)).trimmed().toLatin1()));
    }

    void whatIsSpoiltIsFound()
    {
        const auto whole = unpacked(file());
        QRandomGenerator random(11);
        for (int round = 0; round < 300; ++round) {
            auto files = whole;
            auto &[name, content] = files[random.bounded(int(files.size()))];
            if (name.startsWith(QLatin1String("META-INF/"))) // without a stamp the list says nothing by itself
                continue;
            content[random.bounded(int(content.size()))] ^= char(1 << random.bounded(7));
            const auto checked = checkEvidence(packed(files), vector.anchorsWithStamps());
            QVERIFY2(!checked || checked.value().report.verdict == ProofVerdict::Broken, qPrintable(name));
        }
        for (qsizetype i = 0; i < whole.size(); ++i) {
            auto files = whole;
            files.removeAt(i);
            const auto checked = checkEvidence(packed(files), vector.anchorsWithStamps());
            QVERIFY2(!checked || checked.value().report.verdict == ProofVerdict::Broken, qPrintable(whole.at(i).first));
        }
        auto files = whole;
        files.append({QStringLiteral("05-Extra.jws"), vector.proof.records.last().jws});
        QVERIFY(checkEvidence(packed(files), vector.anchorsWithStamps()).value().report.has(QStringLiteral("unlisted")));
        QByteArray cut = file();
        cut.chop(30);
        QCOMPARE(checkEvidence(cut, {}).error().code, errors::badEvidence);
        QCOMPARE(checkEvidence("nothing", {}).error().code, errors::badEvidence);
    }

    // What happened to a container that cannot be read is said, and in which of its files.
    void eachDamageIsNamed()
    {
        const QByteArray whole = file();
        const auto told = [](const QByteArray &bytes) -> QString {
            const auto checked = checkEvidence(bytes, {});
            const QVariantMap params = checked ? QVariantMap() : checked.error().params;
            const QString in = params.value(QStringLiteral("file")).toString();
            return params.value(QStringLiteral("reason")).toString() + (in.isEmpty() ? QString() : QString(QLatin1String(": ") + in));
        };
        const auto flipped = [&whole](qsizetype at) {
            QByteArray out = whole;
            out[at] ^= 1;
            return out;
        };
        QCOMPARE(told(whole), QString());
        QCOMPARE(told({}), QStringLiteral("evidence empty"));
        QCOMPARE(told("hola"), QStringLiteral("evidence container"));
        QCOMPARE(told(whole.chopped(30)), QStringLiteral("evidence cut"));
        QCOMPARE(told(whole.first(whole.size() / 2)), QStringLiteral("evidence cut"));
        QCOMPARE(told(flipped(whole.size() - 22)), QStringLiteral("evidence cut"));
        QCOMPARE(told("algo" + whole), QStringLiteral("evidence begun"));
        QCOMPARE(told(whole + "algo"), QStringLiteral("evidence longer"));
        const auto directory = qsizetype(qFromLittleEndian<quint32>(whole.constData() + whole.size() - 6));
        const qsizetype receipt = whole.indexOf(QByteArray("receipt.jws" + vector.proof.receipt.first(9)));
        QCOMPARE(told(flipped(receipt + 200)), QStringLiteral("evidence file damaged: receipt.jws"));
        QCOMPARE(told(flipped(directory + 16)), QStringLiteral("evidence twofold: mimetype")); // the sum, in the list alone
        QByteArray locked = flipped(6); // the first file, here and in the list
        locked[directory + 8] ^= 1;
        QCOMPARE(told(locked), QStringLiteral("evidence packed: mimetype"));
        QByteArray twice = whole;
        QCOMPARE(told(twice.replace("receipt.tbs", "receipt.jws")), QStringLiteral("evidence twice: receipt.jws"));
        QByteArray out = whole;
        QCOMPARE(told(out.replace("receipt.tbs", "../../x.tbs")), QStringLiteral("evidence leads out: ../../x.tbs"));
        QCOMPARE(told(packed({{QStringLiteral("a.txt"), "x"}})), QStringLiteral("no evidence"));
    }

    // One answer has one verdict, and what decides it stands first.
    void theGravestDecidesAndStandsFirst()
    {
        QList<Finding> found{{Weight::Note, QStringLiteral("unprotected"), QStringLiteral("a")},
                             {Weight::Open, QStringLiteral("no_stamp"), QStringLiteral("b")},
                             {Weight::Note, QStringLiteral("clock"), QStringLiteral("c")},
                             {Weight::Broken, QStringLiteral("extra"), QStringLiteral("d")}};
        QCOMPARE(judge(found), ProofVerdict::Broken);
        QString order;
        for (const Finding &one : std::as_const(found))
            order += one.where;
        QCOMPARE(order, QStringLiteral("dbac"));
        found.removeFirst();
        QCOMPARE(judge(found), ProofVerdict::Unanchored);
        found.removeFirst();
        QCOMPARE(judge(found), ProofVerdict::Good);
    }

    // A list that was written anew around a changed twin: what openssl would be shown is not what was signed.
    void twinsCannotDiffer()
    {
        auto files = unpacked(file());
        QByteArray manifest;
        for (auto &[name, content] : files) {
            if (name == QLatin1String("seal.tbs")) {
                manifest = crypto::sha256(content).toBase64();
                content += 'x';
                for (auto &[other, list] : files) {
                    if (other == QLatin1String("META-INF/ASiCManifest.xml"))
                        list.replace(manifest, crypto::sha256(content).toBase64());
                }
            }
        }
        const auto checked = checkEvidence(packed(files), vector.anchorsWithStamps());
        QVERIFY(checked.value().report.has(QStringLiteral("twin")));
        QVERIFY(!checked.value().report.has(QStringLiteral("manifest")));
    }
};

QTEST_APPLESS_MAIN(TestEvidencePackage)
#include "tst_evidence_package.moc"
