// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// That something could not be given stays provable: the device signs what was tried; whoever gets the file finds out
// whether it holds; whatever is changed in it is found, and openssl checks it without us.
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/evidence/proof/ContributionProof.h"
#include "core/evidence/proof/FileWeights.h"
#include "tests/core/evidence/HandedOver.h"
#include "tests/core/evidence/Vector.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace carriel;
using namespace carriel::evidence;

class TestContributionProof final : public QObject
{
    Q_OBJECT

    test::Vector m_vector = test::Vector::read();
    QDateTime m_now = QDateTime::fromSecsSinceEpoch(1767600900, Qt::UTC);
    QString m_holder = test::Vector::payload(m_vector.proof.device).value(QLatin1String("sub")).toString();

    static FailedTry tried(const QString &outcome, int status, const QDateTime &at)
    {
        return {QStringLiteral("submission"), outcome, status, {}, at, at, 1, {}};
    }

    // Once: each signature is another one.
    ContributionProof failed() const
    {
        static const ContributionProof once = make();
        return once;
    }

    ContributionProof make() const
    {
        QFile file(QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/examples/ContributionRequest.once.json"));
        QJsonObject asked = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
        asked.insert(QStringLiteral("iss"), test::Vector::payload(m_vector.proof.seal).value(QLatin1String("iss")));
        ContributionProof out;
        out.request = crypto::signJws(m_vector.entityKey, "carpeta-request+json",
                                      QJsonDocument(asked).toJson(QJsonDocument::Compact))
                          .value();
        const ContributionRequest request = readContributionRequest(out.request).value();
        out.statement = makeContribution(request,
                                         {QStringLiteral("c1"), m_holder, crypto::sha256("p"), 1, "codigo", {}, m_now},
                                         m_vector.deviceKey)
                            .value();
        FailureOrder order{out.statement, request.audience, QStringLiteral("op1"), {}, m_now.addSecs(90)};
        addTry(order.tries, tried(QStringLiteral("unreachable"), 0, m_now.addSecs(10)));
        addTry(order.tries, tried(QStringLiteral("unreachable"), 0, m_now.addSecs(20)));
        FailedTry answered = tried(QStringLiteral("server_error"), 503, m_now.addSecs(60));
        answered.serverTime = m_now.addSecs(63);
        addTry(order.tries, answered);
        out.failure = makeFailure(order, m_vector.deviceKey).value();
        out.device = m_vector.proof.device;
        out.directory = m_vector.proof.directory;
        return out;
    }

    QByteArray answer(const ContributionProof &proof, bool isFiled) const
    {
        QJsonObject said{{QStringLiteral("v"), 1},
                         {QStringLiteral("id"), QStringLiteral("c1")},
                         {QStringLiteral("sub"), m_holder},
                         {QStringLiteral("iat"), m_now.addSecs(300).toSecsSinceEpoch()},
                         {QStringLiteral("statement_sha256"), QString::fromLatin1(digestOf(proof.statement))}};
        said.insert(isFiled ? QStringLiteral("filing_number") : QStringLiteral("reason"), QStringLiteral("2026-1"));
        return crypto::signJws(m_vector.entityKey, isFiled ? "carpeta-filing+json" : "carpeta-rejection+json",
                               QJsonDocument(said).toJson(QJsonDocument::Compact))
            .value();
    }

    // Given after some tries, taken by the entity and answered.
    ContributionProof answered(bool isFiled) const
    {
        ContributionProof out = failed();
        (isFiled ? out.filing : out.rejection) = answer(out, isFiled);
        const QString answers = isFiled ? QStringLiteral("Filing") : QStringLiteral("FilingRejection");
        for (const auto &[event, statement] :
             {std::pair{QStringLiteral("http://uri.etsi.org/19522/Event/SubmissionAcceptance"), out.statement},
              {QStringLiteral("http://uri.etsi.org/19522/Event/ContentHandover"), QByteArray()},
              {QString(QLatin1String("urn:carpeta:event:") + answers), isFiled ? out.filing : out.rejection}}) {
            QJsonArray refs;
            if (!statement.isEmpty())
                refs.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("contribution")},
                                        {QStringLiteral("sha256"), QString::fromLatin1(digestOf(statement))}});
            const qint64 at = m_now.addSecs(100 + 100 * out.records.size()).toSecsSinceEpoch();
            QJsonObject record{{QStringLiteral("iat"), at},
                               {QStringLiteral("toe"), at},
                               {QStringLiteral("txn"), QStringLiteral("c1")},
                               {QStringLiteral("seq"), out.records.size() + 1},
                               {QStringLiteral("refs"), refs},
                               {QStringLiteral("events"), QJsonObject{{event, QJsonObject()}}}};
            if (!out.records.isEmpty())
                record.insert(QStringLiteral("prev"), QString::fromLatin1(digestOf(out.records.last().jws)));
            out.records.append({crypto::signJws(m_vector.operatorKey, "secevent+jwt",
                                                QJsonDocument(record).toJson(QJsonDocument::Compact))
                                    .value(),
                                {}});
        }
        return out;
    }

    using Files = test::Files;
    static Files filesOf(const ContributionProof &proof)
    {
        Files out;
        const auto package = EvidencePackage::of(proof);
        for (const auto &[name, content] : package.value().files())
            out.insert(name, content);
        return out;
    }
    // As whoever hands it over would write it.
    Result<std::optional<ContributionReport>> checked(const Files &files) const
    {
        return checkContributionFile(test::handedOver(files, m_now), m_vector.anchors());
    }
    ContributionReport reportOf(const Files &files) const { return *checked(files).value(); }
    ProofVerdict verdict(const Files &files) const // what is no such file any more proves nothing
    {
        const auto report = checked(files);
        return report && report.value() ? report.value()->verdict : ProofVerdict::Broken;
    }

    QStringList defects(const ContributionProof &proof) const
    {
        QStringList out;
        for (const Finding &one : checkContribution(proof, m_vector.anchors()).findings)
            out.append(QString(one.defect + QLatin1Char('@') + one.where));
        return out;
    }

    QByteArray changed(const QString &member, const QJsonValue &value) const
    {
        return test::Vector::again(failed().failure, {{member, value}}, m_vector.deviceKey);
    }

private Q_SLOTS:
    void whatFailedIsTold()
    {
        const ContributionProof proof = failed();
        const ContributionReport report = checkContribution(proof, m_vector.anchors());
        QCOMPARE(defects(proof), QStringList());
        QCOMPARE(report.verdict, ProofVerdict::Good);
        QCOMPARE(report.holder, m_holder);
        QVERIFY(report.failure);
        const QList<FailedTry> &tries = report.failure->tries;
        QCOMPARE(tries.size(), 2); // those that went the same way are one
        QCOMPARE(tries.first().count, 2);
        QCOMPARE(tries.first().first, m_now.addSecs(10));
        QCOMPARE(tries.first().last, m_now.addSecs(20));
        QCOMPARE(tries.last().status, 503);
        QCOMPARE(tries.last().serverTime, m_now.addSecs(63));
        QCOMPARE(checkContribution(proof, {}).verdict, ProofVerdict::Unanchored);
    }

    void howeverManyTheyAreItStaysOneStatement()
    {
        ContributionProof proof = failed();
        FailureOrder order{proof.statement, QStringLiteral("https://o.example"), QStringLiteral("op1"), {}, m_now};
        for (int i = 0; i < 3000; ++i)
            addTry(order.tries, tried(QStringLiteral("server_error"), i % 2 ? 500 : 503, m_now.addSecs(i - 3000)));
        QCOMPARE(order.tries.size(), 500);
        int all = 0;
        for (const FailedTry &one : std::as_const(order.tries))
            all += one.count;
        QCOMPARE(all, 3000);
        const auto made = makeFailure(order, m_vector.deviceKey);
        QVERIFY(made.ok());
        QVERIFY(made.value().size() < crypto::maxJwsBytes);
        QCOMPARE(readFailure(made.value()).value().tries.size(), 500);
    }

    void whatWasChangedIsFound()
    {
        const auto with = [&](const QByteArray &failure) {
            ContributionProof proof = failed();
            proof.failure = failure;
            return defects(proof);
        };
        QCOMPARE(with(changed(QStringLiteral("id"), QStringLiteral("c2"))), QStringList{QStringLiteral("mismatch@failure")});
        QCOMPARE(with(changed(QStringLiteral("statement_sha256"), QString::fromLatin1(crypto::toBase64Url(crypto::sha256("x"))))),
                 QStringList{QStringLiteral("wrong_reference@failure")});
        QCOMPARE(with(changed(QStringLiteral("iat"), 1767600000)), QStringList{QStringLiteral("time_order@failure")});
        QCOMPARE(with(changed(QStringLiteral("tries"), QJsonArray())), QStringList{QStringLiteral("bad_form@failure")});
        QCOMPARE(with(test::Vector::again(failed().failure, {}, m_vector.entityKey)),
                 QStringList{QStringLiteral("bad_signature@failure")});
        const QByteArray others = test::Vector::again(
            failed().failure,
            {{QStringLiteral("iss"), QString(QLatin1String("urn:carpeta:key:") +
                                             QString::fromLatin1(m_vector.entityKey.publicKey().thumbprint()))}},
            m_vector.entityKey);
        QCOMPARE(with(others), QStringList{QStringLiteral("foreign_key@failure")});
        QCOMPARE(with({}), QStringList{QStringLiteral("truncated@chain")});

        ContributionProof proof = failed();
        proof.statement = test::Vector::again(proof.statement, {{QStringLiteral("sub"), QStringLiteral("co:CC:1")}}, m_vector.deviceKey);
        QVERIFY(defects(proof).contains(QStringLiteral("mismatch@statement")));
        proof = failed();
        proof.request = test::Vector::again(proof.request, {}, m_vector.operatorKey);
        QVERIFY(defects(proof).contains(QStringLiteral("foreign_key@request")));
        proof = failed();
        proof.device = test::Vector::again(proof.device, {}, m_vector.entityKey);
        QVERIFY(defects(proof).contains(QStringLiteral("foreign_key@device")));
    }

    // Nobody gains by leaving something out (docs/adr/0013-what-is-absent.md): each file of one that was answered, and each
    // statement with its copies, the list written anew around the hole.
    void whatIsOwedIsMissed_data()
    {
        QTest::addColumn<bool>("isFiled");
        QTest::newRow("filed") << true;
        QTest::newRow("rejected") << false;
    }

    void whatIsOwedIsMissed()
    {
        QFETCH(const bool, isFiled);
        const ContributionProof proof = answered(isFiled);
        const Files whole = filesOf(proof);
        QCOMPARE(verdict(whole), ProofVerdict::Good);
        const auto unitOf = [](const QString &name) {
            return name.startsWith(QLatin1String("keys/")) ? name : name.section(QLatin1Char('.'), 0, 0);
        };
        for (const QString &name : whole.keys()) {
            Files cut = whole;
            cut.remove(name);
            QVERIFY2(verdict(cut) != ProofVerdict::Good, qPrintable(name));
            cut = whole;
            cut.removeIf([&](auto one) { return unitOf(one.key()) == unitOf(name); });
            // That it could not be given at first takes nothing from what was given.
            QCOMPARE(verdict(cut) == ProofVerdict::Good, name.startsWith(QLatin1String("failure.")));
            Files other = whole;
            other[name] += ' ';
            QVERIFY2(verdict(other) != ProofVerdict::Good, qPrintable(name));
        }
        // Its end: what was answered, then that the entity took it. What is left says until when it tells.
        ContributionProof less = proof;
        less.filing.clear();
        less.rejection.clear();
        for (less.records.removeLast(); !less.records.isEmpty(); less.records.removeLast()) {
            const ContributionReport report = reportOf(filesOf(less));
            QCOMPARE(report.verdict, ProofVerdict::Unanchored);
            QVERIFY(unansweredUntil(report).has_value());
        }
        // The answer of another contribution, or one that no record tells of.
        ContributionProof bent = proof;
        (isFiled ? bent.rejection : bent.filing) = answer(bent, !isFiled);
        QCOMPARE(verdict(filesOf(bent)), ProofVerdict::Broken);
        bent = proof;
        (isFiled ? bent.filing : bent.rejection) = answer(bent, isFiled); // signed once more: not the one that was recorded
        QCOMPARE(verdict(filesOf(bent)), ProofVerdict::Broken);
        bent = proof;
        bent.records.first().stamp = "no stamp";
        QCOMPARE(verdict(filesOf(bent)), ProofVerdict::Broken);
        bent.records.first().stamp = QByteArray::fromBase64(
            m_vector.all.value(QLatin1String("stamps")).toArray().at(2).toString().toLatin1()); // of another record
        QCOMPARE(verdict(filesOf(bent)), ProofVerdict::Broken);
    }

    void asAFileAnybodyChecksIt()
    {
        const auto package = EvidencePackage::of(failed());
        QVERIFY(package.ok());
        const QByteArray bytes = package.value().bytes({}, m_now).value();
        const auto checked = checkContributionFile(bytes, m_vector.anchors());
        QVERIFY(checked.ok() && checked.value());
        QCOMPARE(checked.value()->verdict, ProofVerdict::Unanchored); // it may have been given since
        QVERIFY(checked.value()->findings.contains(
            {Weight::Open, QStringLiteral("unanswered"), QStringLiteral("failure")}));
        QCOMPARE(*unansweredUntil(*checked.value()), m_now.addSecs(90));
        QCOMPARE(checked.value()->failure->tries.size(), 2);

        ContributionProof nothing = failed();
        nothing.failure.clear();
        QVERIFY(!EvidencePackage::of(nothing).ok());
        QVERIFY(!checkContributionFile("no zip", {}).ok());
        const auto mail = EvidencePackage::of(m_vector.proof);
        QVERIFY(!checkContributionFile(mail.value().bytes({}, m_now).value(), m_vector.anchors()).value());

        QTemporaryDir dir;
        const auto zip = signing::ZipReader::open(bytes);
        for (const signing::ZipEntry &entry : zip.value().entries()) {
            const QString path = dir.filePath(entry.name);
            QDir().mkpath(QFileInfo(path).path());
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(zip.value().bytesOf(entry, 1 << 20).value());
        }
        const QString key = QStringLiteral("keys/%1.pem").arg(QString::fromLatin1(m_vector.deviceKey.publicKey().thumbprint()));
        QProcess openssl;
        openssl.setWorkingDirectory(dir.path());
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("dgst"), QStringLiteral("-sha256"), QStringLiteral("-verify"), key,
                       QStringLiteral("-signature"), QStringLiteral("failure.der"), QStringLiteral("failure.tbs")});
        QVERIFY(openssl.waitForFinished(60000));
        QCOMPARE(openssl.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestContributionProof)
#include "tst_contribution_proof.moc"
