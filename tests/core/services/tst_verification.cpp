// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts on documents: found when they come, kept with the content, and looked at again when the trust moves.
#include "core/services/Activity.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Verification.h"
#include "core/services/Versions.h"
#include "tests/core/signing/SigningDesk.h"
#include "tests/support/Patience.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace carriel;
using namespace carriel::test;

namespace {

// The network of the desk, in the thread that asks.
class DeskFetch final : public HttpFetch
{
public:
    explicit DeskFetch(SigningPki &pki) : m_pki(pki) {}
    void fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done) override
    {
        ++calls;
        m_pki.fetch(std::move(request), std::move(done));
    }
    std::atomic_int calls = 0;

private:
    SigningPki &m_pki;
};

} // namespace

class TestVerification : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_session.reset(); }
    void comesUnknownAndIsConfirmedByTrust();
    void alteredIsSeenInTheList();
    void rubbishIsNoSpoiledSignature();
    void unsignedIsNone();
    void newVersionIsNotTheOldVerdict();
    void worseNewVersionIsTold();
    void outsideTheVault();
    void offlineAsksNobody();
    void signedVersionIsTheFirstBytes();
    void importAndTakeOutOfTrust();

private:
    template <typename T> T wait(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, carriel::test::patienceMs))
            qFatal("a future never finished");
        return future.result();
    }
    ItemId put(const QString &name, const QByteArray &bytes)
    {
        return wait(documents().addBytes(bytes, name, QStringLiteral("application/pdf"), rootItem())).value().id;
    }
    QByteArray signedPdf(const QString &key, signing::Level level);
    QString verdictOf(const ItemId &id) { return documents().rows({id}).value(0).signatures; }
    Documents &documents() { return m_session->documents(); }
    Verification &verification() { return documents().verification(); }
    QByteArray authorityId() const { return m_desk.pki.authority().sha256(); }

    SigningDesk m_desk;
    std::shared_ptr<DeskFetch> m_fetch;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Session> m_session;
};

void TestVerification::initTestCase()
{
    QVERIFY(m_desk.pki.ready());
    m_fetch = std::make_shared<DeskFetch>(m_desk.pki);
}

void TestVerification::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    Session::Options options;
    options.dir = m_dir->filePath(QStringLiteral("perfil"));
    options.fetch = m_fetch;
    m_session = std::make_unique<Session>(std::move(options));
    QVERIFY(wait(m_session->createVault({false, SecretBytes::copyOf("correct horse battery")})).ok());
    m_fetch->calls = 0;
}

QByteArray TestVerification::signedPdf(const QString &key, signing::Level level)
{
    const QString source = m_desk.put(QStringLiteral("fuente.pdf"), plainPdf());
    const QString target = m_desk.pki.file(QStringLiteral("firmado.pdf"));
    const auto made =
        m_desk.sign(source, target, key, level, [](signing::PdfSignOptions &options) { options.overwrite = true; });
    if (!made.ok())
        qFatal("cannot sign: %s", qPrintable(made.error().codeText()));
    return SigningDesk::bytesOf(target);
}

void TestVerification::comesUnknownAndIsConfirmedByTrust()
{
    const ItemId id = put(QStringLiteral("contrato.pdf"), signedPdf(QStringLiteral("ana"), signing::Level::LT));
    QTRY_COMPARE(verdictOf(id), QStringLiteral("indeterminate"));
    const auto first = verification().of(id);
    QVERIFY(first);
    QCOMPARE(first->signatures.size(), 1);
    QCOMPARE(first->signatures.first().sub, QStringLiteral("NO_CERTIFICATE_CHAIN_FOUND"));
    QCOMPARE(first->anchors, 0);

    const QString ca = m_desk.pki.file(QStringLiteral("ca.pem"));
    QVERIFY(QFile::exists(ca));
    QVERIFY(wait(verification().trust(ca, {authorityId()})).ok());
    QTRY_COMPARE(verdictOf(id), QStringLiteral("valid"));
    const auto second = verification().of(id);
    QCOMPARE(second->signatures.first().indication, QStringLiteral("TOTAL-PASSED"));
    QCOMPARE(second->signatures.first().path.size(), 2);
    QVERIFY(second->proofEndsUtc.isValid());
    QVERIFY(!second->signatures.first().accredited);
    QCOMPARE(m_fetch->calls.load(), 0); // what it needs is inside

    // The change is told, the first verdict is not.
    const QList<ActivityRecord> told = documents().activity().of(id, 10);
    QCOMPARE(told.first().kind, QStringLiteral("document.verdict_changed"));
    QCOMPARE(told.first().before, QStringLiteral("indeterminate"));
    QCOMPARE(told.first().verdict, QStringLiteral("valid"));
    QCOMPARE(told.first().name, QStringLiteral("contrato.pdf"));
    QVERIFY(!verification().ending(QDateTime::currentDateTimeUtc().addYears(60)).isEmpty());
    QVERIFY(verification().ending(QDateTime::currentDateTimeUtc()).isEmpty());
}

void TestVerification::alteredIsSeenInTheList()
{
    QByteArray bytes = signedPdf(QStringLiteral("ana"), signing::Level::B);
    const qsizetype at = bytes.indexOf("MediaBox");
    QVERIFY(at > 0);
    bytes[at + 12] = bytes[at + 12] == '1' ? '2' : '1';
    const ItemId id = put(QStringLiteral("alterado.pdf"), bytes);
    QTRY_VERIFY(!verdictOf(id).isEmpty());
    QVERIFY2(verdictOf(id) == QLatin1String("altered") || verdictOf(id) == QLatin1String("unreadable"),
             qPrintable(verdictOf(id)));
}

// Rubbish with the name of a document is no signature that somebody spoiled; a signed document that was cut is.
void TestVerification::rubbishIsNoSpoiledSignature()
{
    const ItemId rubbish = put(QStringLiteral("basura.pdf"), "%PDF-1.7\nhola");
    QTRY_COMPARE_WITH_TIMEOUT(verdictOf(rubbish), QStringLiteral("none"), 60000);
    const QByteArray whole = signedPdf(QStringLiteral("ana"), signing::Level::B);
    const qsizetype traces = whole.indexOf("/ByteRange");
    QVERIFY(traces > 0);
    const ItemId cut = put(QStringLiteral("cortado.pdf"), "%PDF-1.7\n" + whole.mid(traces, 400));
    QTRY_COMPARE_WITH_TIMEOUT(verdictOf(cut), QStringLiteral("unreadable"), 60000);
}

void TestVerification::unsignedIsNone()
{
    const ItemId id = put(QStringLiteral("carta.pdf"), plainPdf());
    QTRY_COMPARE(verdictOf(id), QStringLiteral("none"));
    const ItemId text =
        wait(documents().addBytes("hola", QStringLiteral("a.txt"), QStringLiteral("text/plain"), rootItem()))
            .value()
            .id;
    QVERIFY(wait(verification().checkAll()).ok());
    QCOMPARE(verdictOf(text), QString());
    QCOMPARE(verification().waiting(), 0);
}

void TestVerification::newVersionIsNotTheOldVerdict()
{
    const ItemId id = put(QStringLiteral("contrato.pdf"), signedPdf(QStringLiteral("eva"), signing::Level::B));
    QTRY_COMPARE(verdictOf(id), QStringLiteral("indeterminate"));
    QVERIFY(wait(documents().addVersion(id, m_desk.put(QStringLiteral("contrato.pdf"), plainPdf(2)))).ok());
    QVERIFY(verdictOf(id) != QLatin1String("indeterminate")); // at once, not when it was looked at
    QTRY_COMPARE(verdictOf(id), QStringLiteral("none"));
    QVERIFY(wait(documents().versions().restore(id, documents().versions().list(id).last().id)).ok());
    QTRY_COMPARE(verdictOf(id), QStringLiteral("indeterminate"));
}

void TestVerification::worseNewVersionIsTold()
{
    const QByteArray good = signedPdf(QStringLiteral("ana"), signing::Level::B);
    const ItemId id = put(QStringLiteral("contrato.pdf"), good);
    QTRY_COMPARE(verdictOf(id), QStringLiteral("indeterminate"));
    QVERIFY(documents().activity().of(id, 10).first().kind != QLatin1String("document.verdict_changed"));
    const QByteArray bent = QByteArray(good).replace("100 pesos", "900 pesos");
    QVERIFY(wait(documents().addVersion(id, m_desk.put(QStringLiteral("contrato.pdf"), bent))).ok());
    QTRY_COMPARE(verdictOf(id), QStringLiteral("altered"));
    // Shown first, then told: another thread may look between the two.
    QTRY_COMPARE(documents().activity().of(id, 10).first().kind, QStringLiteral("document.verdict_changed"));
    const ActivityRecord told = documents().activity().of(id, 10).first();
    QCOMPARE(told.before, QStringLiteral("indeterminate"));
    QCOMPARE(told.verdict, QStringLiteral("altered"));
}

void TestVerification::outsideTheVault()
{
    const QString path = m_desk.put(QStringLiteral("fuera.pdf"), signedPdf(QStringLiteral("ana"), signing::Level::B));
    const auto checked = wait(verification().checkFile(path));
    QVERIFY(checked.ok());
    QCOMPARE(checked.value().verdict, QStringLiteral("indeterminate"));
    QVERIFY(!checked.value().sha256.isEmpty());
    QVERIFY(!verification().ofContent(checked.value().sha256)); // nothing of it is kept
    QCOMPARE(wait(verification().checkFile(m_desk.put(QStringLiteral("nota.txt"), "hola"))).value().verdict,
             QStringLiteral("none"));
    QCOMPARE(wait(verification().checkFile(m_desk.put(QStringLiteral("a.xml"), "<a><Signature/></a>"))).value().verdict,
             QStringLiteral("unchecked"));
    QVERIFY(!wait(verification().checkFile(m_dir->filePath(QStringLiteral("no.pdf")))).ok());
}

void TestVerification::offlineAsksNobody()
{
    QVERIFY(wait(verification().trust(m_desk.pki.file(QStringLiteral("ca.pem")), {authorityId()})).ok());
    const ItemId id = put(QStringLiteral("contrato.pdf"), signedPdf(QStringLiteral("ana"), signing::Level::B));
    QTRY_COMPARE(verdictOf(id), QStringLiteral("indeterminate"));
    QCOMPARE(m_fetch->calls.load(), 0);
    QVERIFY(verification().of(id)->moreToAsk);
    QVERIFY(wait(verification().allowOnline(true)).ok());
    QVERIFY(verification().onlineAllowed());
    QTRY_COMPARE(verdictOf(id), QStringLiteral("valid"));
    QVERIFY(m_fetch->calls.load() > 0);
    // What they said stays known without a network.
    QVERIFY(wait(verification().allowOnline(false)).ok());
    QVERIFY(wait(verification().checkAll()).ok());
    QCOMPARE(verdictOf(id), QStringLiteral("valid"));
}

void TestVerification::signedVersionIsTheFirstBytes()
{
    const QByteArray bytes = signedPdf(QStringLiteral("ana"), signing::Level::B);
    const ItemId id = put(QStringLiteral("contrato.pdf"), bytes);
    const auto checked = wait(verification().check(id));
    QVERIFY(checked.ok());
    const qint64 covers = checked.value().signatures.first().covers;
    QVERIFY(covers > 0 && covers <= bytes.size());
    QCOMPARE(verification().openSigned(id, covers)->readAll(), bytes.left(covers));
    QCOMPARE(verification().openSigned(id, 100)->readAll(), bytes.left(100));
    QVERIFY(!verification().openSigned(id, 0));
}

void TestVerification::importAndTakeOutOfTrust()
{
    QVERIFY(verification().anchors().isEmpty()); // the shipped list
    const QString ca = m_desk.pki.file(QStringLiteral("ca.pem"));
    const auto read = wait(verification().readAnchors(ca));
    QVERIFY(read.ok());
    QCOMPARE(read.value().size(), 1);
    QVERIFY(!read.value().first().known);
    QVERIFY(verification().anchors().isEmpty());
    QVERIFY(wait(verification().trust(ca, {authorityId()})).ok());
    QCOMPARE(verification().anchors().size(), 1);
    QVERIFY(verification().anchors().first().certificate.authority);
    QVERIFY(wait(verification().readAnchors(ca)).value().first().known);
    QVERIFY(wait(verification().distrust(authorityId())).ok());
    QVERIFY(verification().anchors().isEmpty());
    QVERIFY(!wait(verification().readAnchors(m_dir->filePath(QStringLiteral("no.pem")))).ok());
}

QTEST_GUILESS_MAIN(TestVerification)
#include "tst_verification.moc"
