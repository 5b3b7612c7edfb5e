// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures of the person: rows that survive, the original kept, stamps that come later, the register.
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Signing.h"
#include "core/services/Versions.h"
#include "core/signing/pdf/PdfUpdate.h"
#include "tests/core/services/DeskFetch.h"
#include "tests/core/signing/SigningDesk.h"
#include "tests/support/Patience.h"

#include <QTemporaryDir>
#include <QTest>

using namespace carriel;
using namespace carriel::test;

namespace {

// A PDF that runs a program when it is opened.
QByteArray withScript()
{
    using namespace carriel::signing;
    const QByteArray plain = plainPdf();
    const auto file = PdfFile::open(plain);
    PdfUpdate update(file.value(), nullptr);
    const auto catalog = file.value().object(file.value().trailer()["Root"].target());
    PdfDict action;
    action.set("S", PdfValue::name("JavaScript"));
    action.set("JS", PdfValue::string("app.alert(1)"));
    PdfDict dict = catalog.value().value.entries();
    dict.set("OpenAction", PdfValue::dict(action));
    update.replace(catalog.value(), PdfValue::dict(dict));
    return plain + update.finish().bytes;
}

} // namespace

class TestSigning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_desk.pki.ready()); }
    void init() { open(); }
    void cleanup()
    {
        m_session.reset();
        m_dir.reset();
        m_desk.pki.down = false;
    }
    void becomesTheNewestVersion();
    void becomesADocumentOfItsOwn();
    void wrongPasswordAndUnsuitableKeys();
    void anotherCertificateDoesNotSign();
    void givenUpWhileItIsMade();
    void revokedDoesNotSign();
    void stampComesLater();
    void stampByTheAddressOfNow();
    void whatCannotBeSignedSaysWhy();
    void rowsSurviveTheEnd();
    void safeToSign();
    void renewsTheArchive();

private:
    void open()
    {
        if (!m_dir)
            m_dir = std::make_unique<QTemporaryDir>();
        Session::Options options;
        options.dir = m_dir->filePath(QStringLiteral("perfil"));
        options.fetch = std::make_shared<DeskFetch>(m_desk.pki);
        m_session = std::make_unique<Session>(std::move(options));
        if (m_session->vaultState() == VaultState::None)
            QVERIFY(wait(m_session->createVault({false, SecretBytes::copyOf("correct horse battery")})).ok());
        else
            QVERIFY(wait(m_session->unlockWithPassphrase(SecretBytes::copyOf("correct horse battery"))).ok());
    }
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
    Result<SignIdentity> identity(const QString &key, const char *password = "clave")
    {
        return wait(
            signing().openIdentity({QStringLiteral("p12"), m_desk.pki.p12(key), SecretBytes::copyOf(password)}));
    }
    SignRequest request(const QList<ItemId> &ids, const QString &key, SignLevel level)
    {
        SignRequest out;
        const auto opened = identity(key);
        out.documents = ids;
        out.identity = opened.value().handle;
        out.certificate = opened.value().certificate.sha256;
        out.level = level;
        out.timestampAuthority = m_desk.pki.tsa();
        out.reason = QStringLiteral("Estoy de acuerdo");
        out.place = QStringLiteral("Medellín");
        return out;
    }
    SignState stateOf(const QString &job)
    {
        const QList<SignJob> jobs = signing().jobs(100);
        for (const SignJob &one : jobs) {
            if (one.id == job)
                return one.state;
        }
        return SignState::GivenUp;
    }
    SignJob job(int at) { return signing().jobs(100).value(at); }
    QByteArray head(const ItemId &id) { return documents().open(id)->readAll(); }
    Documents &documents() { return m_session->documents(); }
    Signing &signing() { return documents().signing(); }
    Verification &verification() { return documents().verification(); }
    void trustDesk()
    {
        QVERIFY(wait(verification().trust(m_desk.pki.file(QStringLiteral("ca.pem")), {m_desk.pki.authority().sha256()}))
                    .ok());
    }

    SigningDesk m_desk;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Session> m_session;
};

void TestSigning::becomesTheNewestVersion()
{
    const QByteArray original = plainPdf();
    const ItemId id = put(QStringLiteral("contrato.pdf"), original);
    const auto ids = wait(signing().sign(request({id}, QStringLiteral("ana"), SignLevel::B)));
    QVERIFY(ids.ok());
    QTRY_COMPARE(stateOf(ids.value().first()), SignState::Done);
    const QList<DocumentVersion> versions = documents().versions().list(id);
    QCOMPARE(versions.size(), 2);
    QCOMPARE(documents().versions().open(versions.last().id)->readAll(), original);
    const QByteArray made = head(id);
    QVERIFY(made.startsWith(original));
    QVERIFY(made.size() > original.size());
    const auto checked = wait(verification().check(id));
    QCOMPARE(checked.value().signatures.size(), 1);
    QCOMPARE(checked.value().signatures.first().reason, QStringLiteral("Estoy de acuerdo"));
    QCOMPARE(checked.value().signatures.first().after, QStringLiteral("B0"));

    const QList<SignatureMade> register_ = signing().made(10);
    QCOMPARE(register_.size(), 1);
    QCOMPARE(register_.first().name, QStringLiteral("contrato.pdf"));
    QCOMPARE(register_.first().certificate.sha256, m_desk.pki.key(QStringLiteral("ana"))->certificate().sha256());
    QCOMPARE(register_.first().resultSha256, checked.value().sha256);
    QVERIFY(!register_.first().signedSha256.isEmpty());
    QVERIFY(wait(signing().clearEnded()).ok());
    QVERIFY(signing().jobs(10).isEmpty());
    QCOMPARE(signing().made(10).size(), 1);
}

void TestSigning::becomesADocumentOfItsOwn()
{
    const QByteArray original = plainPdf();
    const ItemId id = put(QStringLiteral("contrato.pdf"), original);
    SignRequest what = request({id}, QStringLiteral("eva"), SignLevel::B);
    what.separate = true;
    what.box = SignBox{1, QRectF(72, 72, 200, 50)};
    const auto ids = wait(signing().sign(what));
    QTRY_COMPARE(stateOf(ids.value().first()), SignState::Done);
    QCOMPARE(head(id), original);
    QCOMPARE(documents().versions().list(id).size(), 1);
    const ItemId result = job(0).result;
    QVERIFY(!result.isEmpty() && result != id);
    QCOMPARE(documents().rows({result}).first().name, QStringLiteral("contrato - firmado.pdf"));
    QVERIFY(head(result).startsWith(original));
}

void TestSigning::wrongPasswordAndUnsuitableKeys()
{
    const auto wrong = identity(QStringLiteral("ana"), "otra");
    QVERIFY(!wrong.ok());
    QCOMPARE(wrong.error().codeText(), QStringLiteral("CAR-SGN-008"));
    const auto expired = identity(QStringLiteral("leo"));
    QVERIFY(expired.ok());
    QVERIFY(expired.value().unsuitable);
    QCOMPARE(expired.value().unsuitable->codeText(), QStringLiteral("CAR-SGN-010"));
    QVERIFY(!identity(QStringLiteral("ana")).value().unsuitable);
    QVERIFY(!wait(signing().openIdentity({QStringLiteral("telepathy"), {}, {}})).ok());
}

void TestSigning::anotherCertificateDoesNotSign()
{
    const ItemId id = put(QStringLiteral("contrato.pdf"), plainPdf());
    SignRequest what = request({id}, QStringLiteral("ana"), SignLevel::B);
    what.certificate = m_desk.pki.key(QStringLiteral("eva"))->certificate().sha256();
    const auto ids = wait(signing().sign(what));
    QTRY_COMPARE(stateOf(ids.value().first()), SignState::Failed);
    QCOMPARE(job(0).problem, QStringLiteral("CAR-SGN-010"));
    QCOMPARE(job(0).problemParams.value(QStringLiteral("reason")).toString(), QStringLiteral("other"));
    QCOMPARE(documents().versions().list(id).size(), 1);
    QVERIFY(signing().made(10).isEmpty());
}

// Whoever gives up what an authority keeps waiting gets nothing of it afterwards.
void TestSigning::givenUpWhileItIsMade()
{
    const ItemId first = put(QStringLiteral("uno.pdf"), plainPdf());
    const ItemId second = put(QStringLiteral("dos.pdf"), plainPdf());
    const auto ids = wait(signing().sign(request({first, second}, QStringLiteral("ana"), SignLevel::B)));
    QStringList givenUp;
    for (const QString &id : ids.value()) { // whatever the worker is at just now
        QVERIFY(wait(signing().giveUp(id)).ok());
        if (stateOf(id) == SignState::GivenUp)
            givenUp << id;
    }
    const ItemId last = put(QStringLiteral("tres.pdf"), plainPdf());
    const auto more = wait(signing().sign(request({last}, QStringLiteral("ana"), SignLevel::B)));
    QTRY_COMPARE(stateOf(more.value().first()), SignState::Done);
    for (const QString &id : std::as_const(givenUp)) // none if all was faster
        QCOMPARE(stateOf(id), SignState::GivenUp);
    QCOMPARE(documents().versions().list(first).size() + documents().versions().list(second).size(),
             2 + 2 - int(givenUp.size()));
    QCOMPARE(signing().made(10).size(), 3 - int(givenUp.size()));
}

// Not signed "for the archive" with a certificate whose authority has just said that it does not answer for it.
void TestSigning::revokedDoesNotSign()
{
    trustDesk();
    const ItemId id = put(QStringLiteral("contrato.pdf"), plainPdf());
    m_desk.pki.revoke(QStringLiteral("ana"), QDateTime::currentDateTimeUtc().addSecs(-600));
    const auto ids = wait(signing().sign(request({id}, QStringLiteral("ana"), SignLevel::LTA)));
    QTRY_COMPARE(stateOf(ids.value().first()), SignState::Failed);
    m_desk.pki.restore(QStringLiteral("ana"));
    QCOMPARE(job(0).problem, QStringLiteral("CAR-SGN-025"));
    QCOMPARE(documents().versions().list(id).size(), 1);
    QVERIFY(signing().made(10).isEmpty());
}

void TestSigning::stampComesLater()
{
    trustDesk();
    const ItemId id = put(QStringLiteral("contrato.pdf"), plainPdf());
    m_desk.pki.down = true;
    const auto ids = wait(signing().sign(request({id}, QStringLiteral("ana"), SignLevel::LT)));
    QTRY_COMPARE(stateOf(ids.value().first()), SignState::Unstamped);
    QCOMPARE(documents().versions().list(id).size(), 2);
    QCOMPARE(signing().made(10).first().level, SignLevel::B);
    QVERIFY(job(0).nextTryUtc.isValid());
    QVERIFY(!job(0).problem.isEmpty()); // why it waits, and for whom
    QCOMPARE(job(0).problemParams.value(QStringLiteral("host")).toString(), m_desk.pki.tsa().host());
    // Tried while nobody answers: it goes on waiting, and nothing is signed twice.
    signing().stampNow();
    QTest::qWait(300);
    QTRY_COMPARE(stateOf(ids.value().first()), SignState::Unstamped);
    m_desk.pki.down = false;
    signing().stampNow();
    QTRY_COMPARE(stateOf(ids.value().first()), SignState::Done);
    QCOMPARE(documents().versions().list(id).size(), 3);
    const auto checked = wait(verification().check(id));
    QCOMPARE(checked.value().verdict, QStringLiteral("valid"));
    QVERIFY(checked.value().signatures.first().certifiedUtc.isValid());
    QCOMPARE(signing().made(10).size(), 1);
}

// An address that was mistyped when signing does not keep the signature without its stamp for ever.
void TestSigning::stampByTheAddressOfNow()
{
    trustDesk();
    const ItemId id = put(QStringLiteral("contrato.pdf"), plainPdf());
    SignRequest what = request({id}, QStringLiteral("ana"), SignLevel::LT);
    what.timestampAuthority = QUrl(QStringLiteral("http://no.example.org/"));
    const auto ids = wait(signing().sign(what));
    QTRY_COMPARE(stateOf(ids.value().first()), SignState::Unstamped);
    QVERIFY(wait(signing().setTimestampAuthority(m_desk.pki.tsa())).ok());
    QTRY_COMPARE(stateOf(ids.value().first()), SignState::Done);
    QCOMPARE(wait(verification().check(id)).value().verdict, QStringLiteral("valid"));
}

void TestSigning::whatCannotBeSignedSaysWhy()
{
    const ItemId good = put(QStringLiteral("bueno.pdf"), plainPdf());
    const ItemId bad = put(QStringLiteral("malo.pdf"), "esto no es un PDF");
    const auto ids = wait(signing().sign(request({bad, good}, QStringLiteral("ana"), SignLevel::B)));
    QTRY_COMPARE(stateOf(ids.value().last()), SignState::Done);
    QCOMPARE(stateOf(ids.value().first()), SignState::Failed);
    QVERIFY(!job(1).problem.isEmpty());
    QVERIFY(wait(signing().giveUp(ids.value().first())).ok());
    QCOMPARE(stateOf(ids.value().first()), SignState::GivenUp);
}

void TestSigning::rowsSurviveTheEnd()
{
    const ItemId id = put(QStringLiteral("contrato.pdf"), plainPdf());
    SignRequest what = request({id}, QStringLiteral("ana"), SignLevel::B);
    what.identity = QStringLiteral("closed long ago");
    const auto ids = wait(signing().sign(what));
    QTRY_COMPARE(stateOf(ids.value().first()), SignState::NeedsKey);
    m_session.reset();
    open();
    QCOMPARE(stateOf(ids.value().first()), SignState::NeedsKey);
    QVERIFY(wait(signing().resume(ids.value(), identity(QStringLiteral("ana")).value().handle)).ok());
    QTRY_COMPARE(stateOf(ids.value().first()), SignState::Done);
    QCOMPARE(documents().versions().list(id).size(), 2);
}

void TestSigning::safeToSign()
{
    const ItemId plain = put(QStringLiteral("limpio.pdf"), plainPdf(3));
    const ItemId scripted = put(QStringLiteral("con programa.pdf"), withScript());
    const ItemId none = put(QStringLiteral("nada.pdf"), "hola");
    const auto seen = wait(signing().inspect({plain, scripted, none}));
    QVERIFY(seen.ok());
    QCOMPARE(seen.value().size(), 3);
    QCOMPARE(seen.value().at(1).findings.value(0).kind, QStringLiteral("script"));
    QVERIFY(seen.value().first().findings.isEmpty());
    QCOMPARE(seen.value().first().pages, 3);
    QVERIFY(seen.value().first().firstPage.width() > 100);
    QVERIFY(!seen.value().first().refused);
    QVERIFY(seen.value().first().pdf);
    QVERIFY(!seen.value().last().pdf); // it is signed in a container
    QVERIFY(!seen.value().last().refused);
}

void TestSigning::renewsTheArchive()
{
    trustDesk();
    const ItemId id = put(QStringLiteral("contrato.pdf"), plainPdf());
    const auto ids = wait(signing().sign(request({id}, QStringLiteral("ana"), SignLevel::B)));
    QTRY_COMPARE(stateOf(ids.value().first()), SignState::Done);
    QVERIFY(wait(signing().setTimestampAuthority(m_desk.pki.tsa())).ok());
    QCOMPARE(signing().timestampAuthority(), m_desk.pki.tsa());
    QVERIFY(wait(signing().renew({id})).ok());
    QTRY_COMPARE(job(0).state, SignState::Done);
    QVERIFY(job(0).renewal);
    const auto checked = wait(verification().check(id));
    QVERIFY(checked.value().signatures.size() >= 2); // the signature and what seals it
    QVERIFY(!checked.value().signatures.first().timestamp);
    QVERIFY(checked.value().signatures.last().timestamp);
    // The warning comes before the first of all who vouch for the stamp has ended.
    QDateTime soonest;
    for (const CertificateFacts &one : checked.value().signatures.last().path)
        soonest = soonest.isValid() ? qMin(soonest, one.notAfterUtc) : one.notAfterUtc;
    const QDateTime own = checked.value().signatures.first().path.first().notAfterUtc;
    QCOMPARE(checked.value().proofEndsUtc, qMax(own, soonest));
    QCOMPARE(signing().made(10).size(), 1);
}

QTEST_GUILESS_MAIN(TestSigning)
#include "tst_signing.moc"
