// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an entity asks for is believed only when everything fits; the package is one that others can check; what
// operator and entity say became of it is checked.
#include "core/crypto/Base64Url.h"
#include "core/crypto/Cms.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Hash.h"
#include "core/crypto/OwnCertificate.h"
#include "core/crypto/StrictJson.h"
#include "core/evidence/records/ContributionRecords.h"
#include "core/services/contributions/Packing.h"
#include "core/signing/asic/AsicManifest.h"
#include "core/signing/asic/Zip.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace carriel;
using namespace carriel::evidence;

namespace {

crypto::PrivateKey newKey()
{
    return crypto::PrivateKey::generate(crypto::KeyType::P256).value();
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString b64(const QByteArray &text)
{
    return QString::fromLatin1(text);
}

const QString api = QStringLiteral("https://operador.example/carpeta/v1");
const QString person = QStringLiteral("co:CC:1020304050");
const QString entityId = QStringLiteral("co:NIT:900123456");
const QString origin = QStringLiteral("https://becas.example");

} // namespace

class TestContributions final : public QObject
{
    Q_OBJECT

    crypto::PrivateKey m_entity = newKey(), m_operator = newKey(), m_device = newKey(), m_other = newKey();
    QDateTime m_now = QDateTime::fromSecsSinceEpoch(1767600900, Qt::UTC);

    Party party(const QString &id, const crypto::PrivateKey &key) const
    {
        return {id,
                QStringLiteral("Universidad de Ejemplo"),
                {{key.publicKey(), key.publicKey().thumbprint(), QStringLiteral("sign"), m_now.addDays(-30), {}}},
                {origin}};
    }
    Directory directory() const
    {
        Directory out;
        out.operatorParty = party(QStringLiteral("op"), m_operator);
        out.list(party(entityId, m_entity));
        return out;
    }
    static QJsonObject example(const char *name)
    {
        QFile file(QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/examples/") + QLatin1String(name));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    QByteArray request(const QString &member = {}, const QJsonValue &value = {},
                       const char *typ = "carpeta-request+json") const
    {
        QJsonObject payload = example("ContributionRequest.once.json");
        if (!member.isEmpty())
            payload.insert(member, value);
        return crypto::signJws(m_entity, typ, bytesOf(payload)).value();
    }
    Answering answering() const { return {person, api, origin, m_now}; }

private Q_SLOTS:
    void aRequestOfTheProtocolIsRead()
    {
        const auto read = readContributionRequest(request());
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().detail));
        QCOMPARE(read.value().documents.size(), 2);
        QVERIFY(read.value().documents.first().required);
        QVERIFY(read.value().documents.first().mustBeSigned && !read.value().documents.last().mustBeSigned);
        QCOMPARE(read.value().caseHolder, QStringLiteral("Claudia Marcela Rojas"));
        QCOMPARE(troubleWith(read.value(), directory(), answering()), QString());
        const auto many = readContributionRequest(
            crypto::signJws(m_entity, "carpeta-request+json", bytesOf(example("ContributionRequest.published.json")))
                .value());
        QCOMPARE(troubleWith(many.value(), directory(), answering()), QString());
    }

    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("trouble"); // empty: it cannot even be read
        QTest::newRow("expired") << "exp" << QJsonValue(1767600800) << "expired";
        QTest::newRow("made tomorrow") << "iat" << QJsonValue(1767680000) << "dates";
        QTest::newRow("too long") << "exp" << QJsonValue(1767700000) << "dates";
        QTest::newRow("another operator")
            << "aud" << QJsonValue(QLatin1String("https://otro.example/v1")) << "audience";
        QTest::newRow("another person") << "sub" << QJsonValue(QLatin1String("co:CC:1")) << "holder";
        QTest::newRow("unknown entity") << "iss" << QJsonValue(QLatin1String("co:NIT:1")) << "unknown_entity";
        QTest::newRow("returns elsewhere")
            << "return" << QJsonValue(QLatin1String("https://malo.example/x")) << "return";
        QTest::newRow("returns in the clear") << "return" << QJsonValue(QLatin1String("http://becas.example/x")) << "";
        QTest::newRow("answers elsewhere") << "response" << QJsonValue(QLatin1String("https://malo.example")) << "";
        QTest::newRow("no purpose") << "purpose" << QJsonValue(QLatin1String("")) << "";
        QTest::newRow("no documents") << "documents" << QJsonValue(QJsonArray()) << "";
        QTest::newRow("another version") << "v" << QJsonValue(2) << "";
        QTest::newRow("a member that nobody knows") << "sold_to" << QJsonValue(QLatin1String("todos")) << "";
    }

    void whatDoesNotFitIsRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, trouble);
        const auto read = readContributionRequest(request(member, value));
        QCOMPARE(read.ok(), !trouble.isEmpty());
        if (read)
            QCOMPARE(troubleWith(read.value(), directory(), answering()), trouble);
    }

    void onlyTheEntitysSignatureCounts()
    {
        QVERIFY(!readContributionRequest(request({}, {}, "carpeta-seal+json")));
        const ContributionRequest good = readContributionRequest(request()).value();
        Directory others = directory();
        others.list(party(entityId, m_other));
        QCOMPARE(troubleWith(good, others, answering()), QStringLiteral("signature"));
        Directory ended = directory();
        evidence::Party retired = *ended.entity(entityId);
        retired.keys[0].until = m_now.addDays(-1);
        ended.list(retired);
        QCOMPARE(troubleWith(good, ended, answering()), QStringLiteral("signature"));
        Answering elsewhere = answering();
        elsewhere.origin = QStringLiteral("https://becas.example.malo.co");
        QCOMPARE(troubleWith(good, directory(), elsewhere), QStringLiteral("origin"));
        elsewhere.origin.clear(); // a file
        QCOMPARE(troubleWith(good, directory(), elsewhere), QString());
        QByteArray bent = request();
        bent[bent.size() - 5] = bent.at(bent.size() - 5) == 'A' ? 'B' : 'A';
        const auto read = readContributionRequest(bent);
        QVERIFY(!read || troubleWith(read.value(), directory(), answering()) == QLatin1String("signature"));
    }

    void thePackageIsOneThatOthersCheck()
    {
        papers::Packing packing{request(), QStringLiteral("2026-118"), person, {}, m_now};
        packing.documents.append({QStringLiteral("Di/plo\\ma: \"uno\".pdf"),
                                  QStringLiteral("diploma"),
                                  QStringLiteral("application/pdf"),
                                  m_now,
                                  true,
                                  {},
                                  "%PDF-1.4",
                                  {}});
        packing.documents.append(
            {QStringLiteral("vacío.txt"), {}, QStringLiteral("text/plain"), m_now, false, {}, {}, {}});
        const auto made = papers::packed(packing, m_device);
        QVERIFY(made.ok());
        const auto zip = signing::ZipReader::open(made.value());
        QVERIFY(zip.ok());
        QCOMPARE(zip.value().entries().first().name, QStringLiteral("mimetype"));
        const auto file = [&](const QString &name) {
            const signing::ZipEntry *entry = zip.value().find(name);
            return entry ? zip.value().bytesOf(*entry, 1 << 20).valueOr("?") : QByteArray("?");
        };
        const QByteArray list = file(QStringLiteral("META-INF/ASiCManifest001.xml"));
        const auto manifest = signing::parseManifest(list);
        QVERIFY(manifest.ok());
        QCOMPARE(manifest.value().entries.size(), zip.value().entries().size() - 3);
        for (const signing::ManifestEntry &entry : manifest.value().entries)
            QCOMPARE(entry.digest, crypto::sha256(file(entry.name)));
        QCOMPARE(file(QStringLiteral("documentos/1-Di_plo_ma_ _uno_.pdf")), QByteArray("%PDF-1.4"));
        QVERIFY(file(QStringLiteral("indice.xml")).contains("<Origen>Digitalizado</Origen>"));
        QCOMPARE(file(QStringLiteral("solicitud.jws")), packing.request);
        const auto cms = crypto::CmsSignature::parse(file(manifest.value().signature));
        QVERIFY(cms.ok() && cms.value().signer());
        QCOMPARE(cms.value().messageDigest().value(), crypto::sha256(list));
        QCOMPARE(int(cms.value().checkValue()), int(crypto::CmsSignature::Value::Good));
        QCOMPARE(crypto::PublicKey::fromCertificate(cms.value().signer()->der()).value().thumbprint(),
                 m_device.publicKey().thumbprint());
        QVERIFY(!crypto::ownCertificate(crypto::PrivateKey::generate(crypto::KeyType::X25519).value(), person, m_now));
    }

    void whatBecameOfItIsChecked()
    {
        const ContributionRequest asked = readContributionRequest(request()).value();
        const QByteArray statement =
            makeContribution(asked, {QStringLiteral("c1"), person, crypto::sha256("p"), 1, "codigo", {}, m_now},
                             m_device)
                .value();
        const QJsonObject said =
            crypto::parseStrictObject(
                crypto::verifyJws(statement, m_device.publicKey(), "carpeta-contribution+json").value().payload)
                .value();
        QCOMPARE(said.value(QLatin1String("code_sha256")).toString(),
                 b64(crypto::toBase64Url(crypto::sha256("codigo"))));
        const QByteArray filing =
            crypto::signJws(m_entity, "carpeta-filing+json",
                            bytesOf({{QStringLiteral("v"), 1},
                                     {QStringLiteral("id"), QStringLiteral("c1")},
                                     {QStringLiteral("sub"), person},
                                     {QStringLiteral("iat"), m_now.toSecsSinceEpoch()},
                                     {QStringLiteral("statement_sha256"), b64(digestOf(statement))},
                                     {QStringLiteral("filing_number"), QStringLiteral("2026-1")}}))
                .value();
        QJsonArray chain;
        QByteArray before;
        for (const auto &[event, ref] :
             {std::pair{QStringLiteral("http://uri.etsi.org/19522/Event/SubmissionAcceptance"), statement},
              {QStringLiteral("http://uri.etsi.org/19522/Event/ContentHandover"), QByteArray()},
              {QStringLiteral("urn:carpeta:event:Filing"), filing}}) {
            QJsonObject record{
                {QStringLiteral("iat"), m_now.toSecsSinceEpoch()},
                {QStringLiteral("txn"), QStringLiteral("c1")},
                {QStringLiteral("seq"), chain.size() + 1},
                {QStringLiteral("refs"), QJsonArray{QJsonObject{{QStringLiteral("sha256"), b64(digestOf(ref))}}}},
                {QStringLiteral("events"), QJsonObject{{event, QJsonObject()}}}};
            if (!before.isEmpty())
                record.insert(QStringLiteral("prev"), b64(digestOf(before)));
            before = crypto::signJws(m_operator, "secevent+jwt", bytesOf(record)).value();
            chain.append(QJsonObject{{QStringLiteral("jws"), b64(before)}});
        }
        const QJsonObject good{{QStringLiteral("id"), QStringLiteral("c1")},
                               {QStringLiteral("sub"), person},
                               {QStringLiteral("state"), QStringLiteral("Filed")},
                               {QStringLiteral("entity"), QJsonObject{{QStringLiteral("id"), entityId}}},
                               {QStringLiteral("statement"), b64(statement)},
                               {QStringLiteral("evidence"), chain},
                               {QStringLiteral("filing"), b64(filing)}};
        const ContributionOutcome outcome = outcomeOf(good, directory());
        QCOMPARE(outcome.defects, QStringList());
        QCOMPARE(outcome.filingNumber, QStringLiteral("2026-1"));
        QCOMPARE(outcome.state, QStringLiteral("Filed"));

        const auto bent = [&](const char *member, const QJsonValue &value) {
            QJsonObject other = good;
            other.insert(QLatin1String(member), value);
            return !outcomeOf(other, directory()).defects.isEmpty();
        };
        QVERIFY(bent("state", QStringLiteral("Rejected")));
        QVERIFY(bent("filing", QJsonValue()));
        QVERIFY(bent("id", QStringLiteral("c2")));
        QVERIFY(bent("statement", b64(filing)));
        QJsonArray cut = chain, swapped = chain, without = chain;
        cut.removeLast();
        swapped[0] = chain.at(1);
        without.removeAt(1);
        for (const QJsonArray &other : {cut, swapped, without, QJsonArray()})
            QVERIFY(bent("evidence", other));
        Directory others = directory();
        others.operatorParty = party(QStringLiteral("op"), m_other);
        QVERIFY(!outcomeOf(good, others).defects.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestContributions)
#include "tst_contributions.moc"
