// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Every example of docs/protocol is read by the client with what it reads the operator's answers with, or it is said
// here why it never comes to a client. A file that has no line here fails, so that nobody publishes a form that one
// side alone knows.
#include "core/crypto/Base64Url.h"
#include "core/crypto/Digest.h"
#include "core/crypto/Jws.h"
#include "core/evidence/proof/ConsentProof.h"
#include "core/evidence/records/ContributionRecords.h"
#include "core/evidence/records/FailureRecord.h"
#include "core/evidence/records/ShareRecords.h"
#include "core/evidence/records/Statements.h"
#include "core/remote/AccountCodec.h"
#include "core/remote/ChangeCodec.h"
#include "core/remote/Discovery.h"
#include "core/remote/ItemCodec.h"
#include "core/remote/ProblemCodec.h"
#include "core/services/mail/MailValues.h"
#include "tests/core/evidence/Vector.h"
#include "tests/core/services/ExampleOperator.h"

#include <QDir>
#include <QTest>

using namespace carriel;
using namespace carriel::remote;
using namespace carriel::sync;
using namespace carriel::test;

namespace {

const QString folder = QStringLiteral(CARRIEL_SOURCE_DIR "/docs/protocol/examples/");

QString textOf(const QJsonObject &o, const char *name)
{
    return o.value(QLatin1String(name)).toString();
}

QByteArray bytesOf(const QJsonObject &o)
{
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

template <typename T> QString wrong(const Result<T> &read)
{
    return read.ok() ? QString() : QString(read.error().codeText() + u' ' + read.error().detail);
}

template <typename T> QString wrong(const Answer<T> &answer)
{
    const auto *trouble = std::get_if<Trouble>(&answer);
    return trouble ? QString(trouble->error.codeText() + u' ' + trouble->error.detail) : QString();
}

QString need(bool holds, const char *what)
{
    return holds ? QString() : QString::fromLatin1(what);
}

// Each of a list's members by the reader of one.
QString each(const QJsonObject &o, const char *name, const std::function<QString(const QJsonObject &)> &one)
{
    const QJsonArray all = o.value(QLatin1String(name)).toArray();
    if (all.isEmpty())
        return QStringLiteral("an empty list shows nothing");
    for (const QJsonValue &value : all) {
        if (const QString trouble = one(value.toObject()); !trouble.isEmpty())
            return trouble;
    }
    return {};
}

} // namespace

class TestProtocolExamples final : public QObject
{
    Q_OBJECT

    using Reader = std::function<QString(const QJsonObject &)>; // answers what is wrong; empty: nothing

    ExampleOperator m_operator;
    crypto::PrivateKey m_key = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
    QHash<QString, Reader> m_readers; // by schema, or by file where the schema is not enough
    QHash<QString, QString> m_reasons;

    QByteArray signedAs(const char *typ, const QJsonObject &payload) const
    {
        return crypto::signJws(m_key, typ, bytesOf(payload)).value();
    }

    void client(const char *name, Reader reader) { m_readers.insert(QLatin1String(name), std::move(reader)); }
    void notForClients(const QString &reason, const QStringList &names)
    {
        for (const QString &name : names)
            m_reasons.insert(name, reason);
    }

    void documents()
    {
        client("Item", [](const QJsonObject &o) { return wrong(readItem(o)); });
        client("Changes", [](const QJsonObject &o) { return wrong(readChanges(bytesOf(o), textOf(o, "old_cursor"))); });
        client("Changes.mixed", [](const QJsonObject &o) {
            const auto page = readChanges(bytesOf(o), textOf(o, "old_cursor"));
            const bool device =
                page.ok() &&
                std::any_of(page.value().others.begin(), page.value().others.end(), [](const OtherChange &one) {
                    return one.kind == QLatin1String("device") && !one.id.isEmpty();
                });
            return page.ok() ? need(device, "that the list of devices changed") : wrong(page);
        });
        client("Removal", [](const QJsonObject &o) {
            const QJsonObject page{{QStringLiteral("epoch"), QStringLiteral("e")},
                                   {QStringLiteral("old_cursor"), QStringLiteral("a")},
                                   {QStringLiteral("new_cursor"), QStringLiteral("b")},
                                   {QStringLiteral("has_more"), false},
                                   {QStringLiteral("changes"), QJsonArray{o}}};
            const auto read = readChanges(bytesOf(page), QStringLiteral("a"));
            return read.ok() ? need(read.value().changes.size() == 1 && !read.value().changes.first().item, "a removal")
                             : wrong(read);
        });
        client("Snapshot", [](const QJsonObject &o) { return wrong(readSnapshot(bytesOf(o))); });
        notForClients(QStringLiteral("the client lists whole folders, never one's children"),
                      {QStringLiteral("Snapshot.children")});
        client("VersionList", [this](const QJsonObject &o) {
            const auto came = m_operator.answered<QList<RemoteHead>>(
                o, [](OperatorApi &api, auto done) { return api.versions(ItemId(QStringLiteral("D")), done); });
            const auto *list = std::get_if<QList<RemoteHead>>(&came);
            return list ? need(list->size() == o.value(QLatin1String("versions")).toArray().size(), "all versions")
                        : wrong(came);
        });
        client("BatchResult", [this](const QJsonObject &o) {
            const auto count = o.value(QLatin1String("results")).toArray().size();
            QList<OpRow> ops;
            for (qsizetype i = 0; i < count; ++i) {
                const QJsonObject entry = o.value(QLatin1String("results")).toArray().at(i).toObject();
                OpRow op;
                op.key = OpKey(textOf(entry, "key").isEmpty() ? QStringLiteral("k%1").arg(i) : textOf(entry, "key"));
                op.method = "PATCH";
                op.path = QStringLiteral("/items/D%1").arg(i);
                op.body = "{}";
                ops.append(op);
            }
            const auto came = m_operator.answered<QList<Answer<OpResult>>>(
                o, [&](OperatorApi &api, auto done) { return api.sendBatch(ops, done); });
            const auto *list = std::get_if<QList<Answer<OpResult>>>(&came);
            return list ? need(list->size() == count && std::holds_alternative<OpResult>(list->first()), "its results")
                        : wrong(came);
        });
        client("BundleUploadResult", [this](const QJsonObject &o) {
            QJsonArray items;
            QList<BundlePart> parts;
            for (const QJsonValue &one : o.value(QLatin1String("items")).toArray()) {
                QJsonObject item = one.toObject();
                item.insert(QStringLiteral("content_id"),
                            QString::number(items.size())); // whoever sends them names them
                items.append(item);
                parts.append({crypto::sha256(QByteArray::number(items.size())), QByteArray::number(items.size())});
            }
            const auto came = m_operator.answered<QList<BundleResult>>(
                {{QStringLiteral("items"), items}},
                [&](OperatorApi &api, auto done) { return api.uploadBundle(parts, done); });
            const auto *list = std::get_if<QList<BundleResult>>(&came);
            return list ? need(list->size() == items.size() && std::holds_alternative<RemoteBlobId>(list->first().blob),
                               "its parts")
                        : wrong(came);
        });
        client("UploadResult", [this](const QJsonObject &o) {
            const QByteArray bytes = "x";
            const auto came = m_operator.answered<UploadProgress>(
                o,
                [&](OperatorApi &api, auto done) {
                    return api.append(QStringLiteral("/v1/folders/F/uploads/u"), 0, bytes, true, done);
                },
                200, {{"Upload-Complete", "?1"}, {"Upload-Offset", "1"}});
            const auto *end = std::get_if<UploadProgress>(&came);
            return end ? need(end->blob.text() == textOf(o.value(QLatin1String("blob")).toObject(), "id"), "the blob")
                       : wrong(came);
        });
        client("Fixity", [this](const QJsonObject &o) {
            const QByteArray nonce =
                QByteArray::fromBase64(textOf(o, "nonce").toLatin1(), QByteArray::Base64UrlEncoding);
            QList<FixityRange> ranges;
            for (const QJsonValue &one : o.value(QLatin1String("answers")).toArray()) {
                const QJsonObject range = one.toObject();
                ranges.append({RemoteBlobId(textOf(range, "blob")), range.value(QLatin1String("from")).toInteger(),
                               range.value(QLatin1String("size")).toInteger()});
            }
            const auto came = m_operator.answered<QList<FixityAnswer>>(
                o, [&](OperatorApi &api, auto done) { return api.fixity(nonce, ranges, done); });
            const auto *list = std::get_if<QList<FixityAnswer>>(&came);
            return list ? need(list->size() == ranges.size() && list->first().digest.size() == 32, "the digests")
                        : wrong(came);
        });
        client("Problem", [](const QJsonObject &o) {
            const Trouble trouble = troubleOf(o.value(QLatin1String("status")).toInt(), o);
            return need(trouble.kind != TroubleKind::Protocol && trouble.userMessage == textOf(o, "user_message"),
                        "what it says");
        });
    }

    void account()
    {
        client("Discovery", [](const QJsonObject &o) {
            return wrong(readOperator(bytesOf(o), QUrl(textOf(o, "api")).adjusted(QUrl::RemovePath), std::nullopt));
        });
        client("Terms", [](const QJsonObject &o) { return wrong(readTerms(o)); });
        client("Folder", [](const QJsonObject &o) { return wrong(readFolder(o)); });
        client("FolderList", [](const QJsonObject &o) { return wrong(readFolders(o)); });
        client("Device", [](const QJsonObject &o) { return wrong(remote::readDevice(o)); });
        client("DeviceList", [](const QJsonObject &o) { return wrong(readDevices(o)); });
        client("Enrolment", [](const QJsonObject &o) {
            const QString inFolder = wrong(readFolder(o.value(QLatin1String("folder")).toObject()));
            return inFolder.isEmpty() ? wrong(remote::readDevice(o.value(QLatin1String("device")).toObject()))
                                      : inFolder;
        });
        client("JwkSet", [](const QJsonObject &o) { return wrong(crypto::JwkSet::parse(bytesOf(o))); });
        client("DeviceStatement", [this](const QJsonObject &o) {
            return wrong(evidence::readDevice(signedAs("carpeta-device+json", o)));
        });
        client("CountTicket", [](const QJsonObject &o) {
            return need(!textOf(o, "ticket").isEmpty() && o.value(QLatin1String("expires_in")).toInt() > 0,
                        "ticket and time (AccountCount)");
        });
        client("Counts", [](const QJsonObject &o) {
            return need(o.value(QLatin1String("new")).toInt(-1) >= 0, "a number (LockedCount)");
        });
    }

    void acts()
    {
        const auto envelope = [](const QJsonObject &o) { return wrong(mail::readEnvelope(bytesOf(o))); };
        client("Notification", envelope);
        client("NotificationList", [envelope](const QJsonObject &o) { return each(o, "notifications", envelope); });
        const auto consent = [](const QJsonObject &o) {
            const auto proof = evidence::readConsentProof(bytesOf(o));
            const ConsentInfo info = mail::consentOf(
                {textOf(o, "id"), o.value(QLatin1String("rev")).toInteger(), textOf(o, "state"), bytesOf(o)});
            return proof.ok() ? need(info.id == textOf(o, "id") && !info.entityName.isEmpty(), "whose it is")
                              : wrong(proof);
        };
        client("Consent", consent);
        client("ConsentList", [consent](const QJsonObject &o) { return each(o, "consents", consent); });
        const auto procedure = [](const QJsonObject &o) {
            const ProcedureInfo info = mail::procedureOf(o);
            return need(info.id == textOf(o, "id") && !info.entityName.isEmpty() && !info.title.isEmpty(),
                        "the procedure");
        };
        client("Procedure", procedure);
        client("ProcedureList", [procedure](const QJsonObject &o) { return each(o, "procedures", procedure); });
        client("WarningList", [](const QJsonObject &o) {
            return each(o, "warnings", [](const QJsonObject &one) { // found by its digest alone (Notifications::terms)
                const QByteArray named = QByteArray::fromBase64(textOf(one, "sha256").toLatin1());
                return need(crypto::fromBase64Url(evidence::digestOf(textOf(one, "text").toUtf8())).valueOr({}) ==
                                named,
                            "the text's digest");
            });
        });
        client("Directory",
               [](const QJsonObject &o) { return wrong(evidence::readDirectory(textOf(o, "directory").toLatin1())); });
        client("DirectoryStatement", [this](const QJsonObject &o) {
            return wrong(evidence::readDirectory(signedAs("carpeta-directory+json", o)));
        });
        client("Seal",
               [this](const QJsonObject &o) { return wrong(evidence::readSeal(signedAs("carpeta-seal+json", o))); });
        client("EvidenceRecord",
               [this](const QJsonObject &o) { return wrong(evidence::readRecord(signedAs("secevent+jwt", o))); });
        client("Receipt",
               [this](const QJsonObject &o) { return wrong(evidence::readReceipt(signedAs("secevent+jwt", o))); });
        client("AccessCertificate", [this](const QJsonObject &o) {
            return wrong(evidence::readCertificate(signedAs("carpeta-certificate+json", o)));
        });
        client("ContributionRequest", [this](const auto &o) { return wrong(evidence::readContributionRequest(signedAs("carpeta-request+json", o))); });
        client("FailureStatement", [this](const auto &o) { return wrong(evidence::readFailure(signedAs("carpeta-failure+json", o))); });
        client("PublishedRequest", [](const QJsonObject &o) {
            return wrong(evidence::readContributionRequest(textOf(o, "request").toLatin1()));
        });
        client("OpeningVector", [](const QJsonObject &o) {
            const Vector vector = Vector::read(); // opened whole in tst_opening and by every test of the mailbox
            return need(vector.all == o && !vector.a.isEmpty(), "the vector");
        });
        // Read inside what has more states than one: what the tests of those feed has exactly these members.
        client("Opening", [](const QJsonObject &o) {
            QString missing;
            for (const char *name : {"state", "challenge", "expires_in", "head"})
                missing += o.contains(QLatin1String(name)) ? QString() : QString::fromLatin1(name);
            return missing;
        });
        client("Acknowledgement", [](const QJsonObject &o) {
            const QString key = need(textOf(o, "key").count(u'.') == 4, "the key as a JWE");
            return key.isEmpty() ? each(o, "evidence",
                                        [](const QJsonObject &one) {
                                            return wrong(evidence::readRecord(textOf(one, "jws").toLatin1()));
                                        })
                                 : key;
        });
        client("Contribution", [](const QJsonObject &o) {
            // What became of it is read with the keys of tst_contributions; here that its parts are there.
            const QString request = wrong(evidence::readContributionRequest(textOf(o, "request").toLatin1()));
            const bool whole = textOf(o, "statement").count(u'.') == 2 && textOf(o, "filing").count(u'.') == 2 &&
                               !o.value(QLatin1String("evidence")).toArray().isEmpty();
            return request.isEmpty() ? need(whole, "statement, filing and evidence") : request;
        });
        client("ShareGrant", [this](const QJsonObject &o) {
            return wrong(evidence::readGrant(signedAs("carpeta-grant+json", o)));
        });
        const auto grantOf = [](const QJsonObject &o) { return wrong(evidence::readGrant(textOf(o, "grant").toLatin1())); };
        client("Share", [grantOf](const QJsonObject &o) {
            // The keys are nobody's; everything else of the chain fits.
            const evidence::ShareOutcome outcome = evidence::shareOutcomeOf(o, {});
            const bool fits = outcome.state == textOf(o, "state") && outcome.readings.size() == 1 &&
                              std::all_of(outcome.defects.cbegin(), outcome.defects.cend(), [](const QString &defect) {
                                  return defect.startsWith(QLatin1String("bad_signature"));
                              });
            return grantOf(o).isEmpty() ? need(fits, "the chain") : grantOf(o);
        });
        client("ReceivedShare", grantOf);
        client("ShareList", [grantOf](const QJsonObject &o) { return each(o, "shares", grantOf); });
        client("ReceivedShareList", [grantOf](const QJsonObject &o) { return each(o, "shares", grantOf); });
        client("Recipient", [](const QJsonObject &o) {
            return need(!textOf(o, "id").isEmpty() && !textOf(o, "name").isEmpty(), "who it is");
        });
        client("DirectoryListing", [](const QJsonObject &o) { return need(o.contains(QLatin1String("findable")), "it"); });
    }

    void others()
    {
        notForClients(QStringLiteral("the client writes it"),
                      {QStringLiteral("Acceptance"), QStringLiteral("AcknowledgementRequest"),
                       QStringLiteral("BatchRequest"), QStringLiteral("BundleRequest"),
                       QStringLiteral("ConsentRequest"), QStringLiteral("ConsentStatement"),
                       QStringLiteral("ContributionStatement"), QStringLiteral("ContributionSubmission"),
                       QStringLiteral("DeviceRequest"), QStringLiteral("Dispute"), QStringLiteral("DisputeRequest"),
                       QStringLiteral("EnrolmentRequest"), QStringLiteral("FixityRequest"), QStringLiteral("KeyProof"),
                       QStringLiteral("ItemCreate"), QStringLiteral("ItemPatch"), QStringLiteral("VersionCreate"),
                       QStringLiteral("ShareAnswer"), QStringLiteral("ErasureRequest"), QStringLiteral("ErasureAnswer"), QStringLiteral("ShareExtension"), QStringLiteral("ShareRequest"),
                       QStringLiteral("ShareSaying")});
        notForClients(QStringLiteral("between an entity and the operator"),
                      {QStringLiteral("Batch"), QStringLiteral("BatchBegin"), QStringLiteral("BatchDeposit"),
                       QStringLiteral("BatchRefusals"), QStringLiteral("BatchDepositResults"), QStringLiteral("CertificateRequest"),
                       QStringLiteral("ClientAssertion"), QStringLiteral("Closure"), QStringLiteral("DeliveryEvents"),
                       QStringLiteral("Deposit"), QStringLiteral("EntityRegistered"),
                       QStringLiteral("EntityRegistration"), QStringLiteral("EvidenceList"),
                       QStringLiteral("ProcedureRequest"), QStringLiteral("SealKey"), QStringLiteral("SubscriberAnswers"),
                       QStringLiteral("SubscriberQuery"), QStringLiteral("TokenAnswer"), QStringLiteral("TokenError"),
                       QStringLiteral("Tracking"), QStringLiteral("TrackingList"), QStringLiteral("TrackingTotals"), QStringLiteral("Webhook")});
        notForClients(QStringLiteral("part of something that is read whole: the sealed package, the JWE of the key, "
                                     "the consent, the contribution"),
                      {QStringLiteral("Act"), QStringLiteral("ReleasedKey"), QStringLiteral("ConsentReceipt"),
                       QStringLiteral("Filing"), QStringLiteral("FilingRejection")});
        notForClients(QStringLiteral("keys of persons: tst_sealed, tst_sealed_keys, tst_their_key and tst_shares_sealed read them"),
                      QStringLiteral("DirectoryKey InquiryList Pairing PairingStep PersonKey PersonKeyList PersonKeyRequest ShareManifest").split(u' '));
    }

private Q_SLOTS:
    void initTestCase()
    {
        documents();
        account();
        acts();
        others();
    }

    void everyExampleIsReadOrItIsSaidWhyNot_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(file)) << file;
    }
    void everyExampleIsReadOrItIsSaidWhyNot()
    {
        QFETCH(QString, file);
        const QString name = file.chopped(5), schema = file.section(u'.', 0, 0);
        QFile json(QString(folder + file));
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QJsonObject object = QJsonDocument::fromJson(json.readAll()).object();
        QVERIFY(!object.isEmpty());
        const Reader reader = m_readers.value(name, m_readers.value(schema));
        if (m_reasons.contains(name) || !reader) {
            QVERIFY2(m_reasons.contains(name) || m_reasons.contains(schema), "an example without a line in this test");
            return;
        }
        const QString trouble = reader(object);
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

    // A line for what is no longer published would hide that nobody reads it.
    void noLineIsLeftOver()
    {
        const QStringList files = QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files);
        for (const QString &name : m_readers.keys() + m_reasons.keys()) {
            const bool there = std::any_of(files.begin(), files.end(),
                                           [&](const QString &file) { return file.startsWith(QString(name + u'.')); });
            QVERIFY2(there, qPrintable(name));
        }
    }
};

QTEST_GUILESS_MAIN(TestProtocolExamples)
#include "tst_protocol_examples.moc"
