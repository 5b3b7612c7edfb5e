// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures on files that are no PDF, and with cards, as the window makes them.
#include "core/services/Activity.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/SignedThen.h"
#include "core/services/Signing.h"
#include "core/signing/sign/FileSignJob.h"
#include "tests/core/services/DeskFetch.h"
#include "tests/core/signing/Cards.h"
#include "tests/core/signing/SigningDesk.h"
#include "tests/support/Patience.h"

#include <QTemporaryDir>
#include <QTest>

using namespace carriel;
using namespace carriel::test;

class TestSigningFilesKept : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_desk.pki.ready());
        if (cardsPossible())
            QVERIFY(makeCards(m_desk.pki));
        Session::Options options;
        options.dir = m_dir.filePath(QStringLiteral("perfil"));
        options.fetch = std::make_shared<DeskFetch>(m_desk.pki);
        m_session = std::make_unique<Session>(std::move(options));
        QVERIFY(wait(m_session->createVault({false, SecretBytes::copyOf("correct horse battery")})).ok());
        QVERIFY(wait(verification().trust(m_desk.pki.file(QStringLiteral("ca.pem")), {m_desk.pki.authority().sha256()}))
                    .ok());
    }
    void cleanup()
    {
        qunsetenv("CARRIEL_TEST_TOKEN");
        m_desk.pki.down = false;
    }
    void containerHoldsTheFile();
    void signatureBesideFindsItsFile();
    void fileThatWentOnIsNotWhatWasSigned();
    void raisedLater();
    void containerWithAPdf();
    void filesOutside();
    void cardSigns();
    void cardMoods_data();
    void cardMoods();

private:
    template <typename T> T wait(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, carriel::test::patienceMs))
            qFatal("a future never finished");
        return future.result();
    }
    Documents &documents() { return m_session->documents(); }
    Signing &signing() { return documents().signing(); }
    Verification &verification() { return documents().verification(); }
    ItemId put(const QString &name, const QByteArray &bytes, const QString &kind = QStringLiteral("text/plain"))
    {
        return wait(documents().addBytes(bytes, name, kind, rootItem())).value().id;
    }
    SignIdentity ana()
    {
        return wait(signing().openIdentity(
                        {QStringLiteral("p12"), m_desk.pki.p12(QStringLiteral("ana")), SecretBytes::copyOf("clave")}))
            .value();
    }
    // Signs one document; where the result is.
    ItemId sign(const ItemId &id, SignFormat format, SignLevel level = SignLevel::B,
                std::optional<SignIdentity> with = std::nullopt)
    {
        const SignIdentity identity = with ? *with : ana();
        SignRequest request;
        request.documents = {id};
        request.identity = identity.handle;
        request.certificate = identity.certificate.sha256;
        request.format = format;
        request.level = level;
        request.timestampAuthority = m_desk.pki.tsa();
        if (!wait(signing().sign(request)).ok())
            return {};
        if (!QTest::qWaitFor([&] { return signing().jobs(1).first().state == SignState::Done; },
                             carriel::test::patienceMs))
            qWarning("%s", qPrintable(signing().jobs(1).first().problem));
        return signing().jobs(1).first().result;
    }
    QString nameOf(const ItemId &id) { return documents().rows({id}).value(0).name; }
    Result<CardListing> cards(const char *driver) { return wait(signing().cards(QString::fromLatin1(driver))); }

    SigningDesk m_desk;
    QTemporaryDir m_dir;
    std::unique_ptr<Session> m_session;
};

void TestSigningFilesKept::containerHoldsTheFile()
{
    const ItemId id = put(QStringLiteral("carta.txt"), "Buenos días");
    const ItemId made = sign(id, SignFormat::Choose);
    QVERIFY(made != id);
    QCOMPARE(nameOf(made), QStringLiteral("carta.txt.asice"));
    QCOMPARE(documents().rows({made}).first().mediaType, QStringLiteral("application/vnd.etsi.asic-e+zip"));
    const QByteArray bytes = documents().open(made)->readAll();
    QVERIFY(bytes.contains("carta.txt") && bytes.contains("Buenos días"));
    // It is looked at by itself, as everything signed that comes.
    QVERIFY(wait(verification().checkAll()).ok());
    const auto seen = verification().of(made);
    QVERIFY(seen);
    QCOMPARE(seen->verdict, QStringLiteral("indeterminate")); // nobody was asked whether the certificate still holds
    QCOMPARE(seen->format, QStringLiteral("asic"));
    QCOMPARE(seen->signatures.first().signer(), QStringLiteral("ana"));
    QCOMPARE(documents().rows({made}).first().signatures, QStringLiteral("indeterminate"));
    QCOMPARE(signing().made(1).first().name, QStringLiteral("carta.txt"));
}

void TestSigningFilesKept::signatureBesideFindsItsFile()
{
    const ItemId id = put(QStringLiteral("foto.jpg"), "no es una foto", QStringLiteral("image/jpeg"));
    const ItemId made = sign(id, SignFormat::Cades, SignLevel::LT);
    QCOMPARE(nameOf(made), QStringLiteral("foto.jpg.p7s"));
    const auto seen = wait(verification().check(made));
    QVERIFY(seen.ok());
    QCOMPARE(seen.value().verdict, QStringLiteral("valid"));
    QCOMPARE(seen.value().content, QStringLiteral("foto.jpg"));
    // The document goes on; the signature still names the version that was signed.
    QVERIFY(wait(documents().rename(id, QStringLiteral("otra.jpg"))).ok());
    QCOMPARE(wait(verification().check(made)).value().content, QStringLiteral("otra.jpg"));
    // Without its file nothing is claimed.
    const ItemId alone = put(
        QStringLiteral("sola.p7s"),
        [&] {
            const QString file = m_desk.put(QStringLiteral("ajeno.txt"), "que no está en la carpeta");
            std::optional<Result<signing::SignedFile>> done;
            signing::FileSignOptions options;
            options.format = signing::FileFormat::Cades;
            options.source = file;
            options.target = m_desk.pki.file(QStringLiteral("ajeno.p7s"));
            signing::FileSignJob::run(options, m_desk.pki.key(QStringLiteral("ana")), nullptr, m_desk.clock,
                                      [&](auto result) { done = std::move(result); });
            return SigningDesk::bytesOf(options.target);
        }(),
        QStringLiteral("application/pkcs7-signature"));
    const auto nothing = wait(verification().check(alone));
    QCOMPARE(nothing.value().verdict, QStringLiteral("indeterminate"));
    QVERIFY(nothing.value().content.isEmpty());
}

// What lies there now is what is compared, and it is looked at again without being asked.
void TestSigningFilesKept::fileThatWentOnIsNotWhatWasSigned()
{
    const ItemId id = put(QStringLiteral("nota2.txt"), "hola mundo");
    const ItemId made = sign(id, SignFormat::Cades, SignLevel::LT);
    QVERIFY(wait(verification().checkAll()).ok());
    QCOMPARE(verification().of(made)->verdict, QStringLiteral("valid"));
    QVERIFY(!signedThen(*verification().of(made)).isValid());

    const QString other = m_desk.put(QStringLiteral("nueva.txt"), "otra cosa");
    QVERIFY(wait(documents().addVersion(id, other)).ok());
    QTRY_COMPARE(documents().rows({made}).first().signatures, QStringLiteral("altered"));
    const auto seen = wait(verification().check(made));
    QCOMPARE(seen.value().verdict, QStringLiteral("altered"));
    QCOMPARE(seen.value().content, QStringLiteral("nota2.txt"));
    QVERIFY(signedThen(seen.value()).isValid()); // an older version of it is what was signed
    const auto told = documents().activity().of(made, 10);
    QVERIFY(std::any_of(told.begin(), told.end(),
                        [](const auto &one) { return one.kind == QLatin1String("document.verdict_changed"); }));

    // As it was again, under whichever name: it is that content that was signed.
    QVERIFY(wait(documents().addVersion(id, m_desk.put(QStringLiteral("vieja.txt"), "hola mundo"))).ok());
    QTRY_COMPARE(documents().rows({made}).first().signatures, QStringLiteral("valid"));
    // Another file takes its name: the signature lies beside that one now.
    QVERIFY(wait(documents().rename(id, QStringLiteral("aparte.txt"))).ok());
    put(QStringLiteral("nota2.txt"), "de otra persona");
    QTRY_COMPARE(documents().rows({made}).first().signatures, QStringLiteral("altered"));
    QVERIFY(!signedThen(*verification().of(made)).isValid()); // that one never was what was signed
}

void TestSigningFilesKept::raisedLater()
{
    QVERIFY(wait(signing().setTimestampAuthority(m_desk.pki.tsa())).ok());
    for (const SignFormat format : {SignFormat::Asice, SignFormat::Cades}) {
        const ItemId id = put(QStringLiteral("acta%1.txt").arg(int(format)), "Acta " + QByteArray::number(int(format)));
        m_desk.pki.down = true;
        const SignIdentity identity = ana();
        SignRequest request;
        request.documents = {id};
        request.identity = identity.handle;
        request.certificate = identity.certificate.sha256;
        request.format = format;
        request.level = SignLevel::LT;
        request.timestampAuthority = m_desk.pki.tsa();
        QVERIFY(wait(signing().sign(request)).ok());
        QTRY_COMPARE(signing().jobs(1).first().state, SignState::Unstamped);
        m_desk.pki.down = false;
        signing().stampNow();
        QTRY_COMPARE(signing().jobs(1).first().state, SignState::Done);
        const ItemId made = signing().jobs(1).first().result;
        QCOMPARE(wait(verification().check(made)).value().verdict, QStringLiteral("valid"));
        QVERIFY(documents().rows({made}).first().mediaType.contains(
            format == SignFormat::Asice ? QStringLiteral("asic") : QStringLiteral("pkcs7")));
        QVERIFY(wait(signing().renew({made})).ok());
        QTRY_VERIFY(signing().jobs(1).first().renewal && signing().jobs(1).first().state == SignState::Done);
        QCOMPARE(wait(verification().check(made)).value().signatures.first().level, QStringLiteral("B-LTA"));
    }
}

// The PDF that a container holds begins where a PDF's own header may stand.
void TestSigningFilesKept::containerWithAPdf()
{
    const ItemId id = put(QStringLiteral("contrato.pdf"), plainPdf(), QStringLiteral("application/pdf"));
    const ItemId made = sign(id, SignFormat::Asice, SignLevel::LT);
    QCOMPARE(nameOf(made), QStringLiteral("contrato.pdf.asice"));
    const auto seen = wait(verification().check(made));
    QCOMPARE(seen.value().format, QStringLiteral("asic"));
    QCOMPARE(seen.value().verdict, QStringLiteral("valid"));
}

void TestSigningFilesKept::filesOutside()
{
    const ItemId id = put(QStringLiteral("nota.txt"), "una nota");
    const ItemId made = sign(id, SignFormat::Cades, SignLevel::LT);
    const QByteArray signature = documents().open(made)->readAll();
    const QString beside = m_desk.put(QStringLiteral("nota.txt.p7s"), signature);
    m_desk.put(QStringLiteral("nota.txt"), "una nota");
    QCOMPARE(wait(verification().checkFile(beside)).value().verdict, QStringLiteral("valid"));
    m_desk.put(QStringLiteral("nota.txt"), "otra nota");
    QCOMPARE(wait(verification().checkFile(beside)).value().verdict, QStringLiteral("altered"));
    const QString named = m_desk.put(QStringLiteral("con otro nombre.txt"), "una nota");
    QCOMPARE(wait(verification().checkFile(beside, named)).value().verdict, QStringLiteral("valid"));
}

void TestSigningFilesKept::cardSigns()
{
    if (!cardsPossible())
        QSKIP("SoftHSM is not installed: tools/setup installs it");
    const auto found = cards(softhsmDriver);
    QVERIFY(found.ok());
    QCOMPARE(found.value().keys.size(), 3);
    QCOMPARE(signing().cardDriver(), QString::fromLatin1(softhsmDriver));
    for (const CardKey &key : found.value().keys) {
        if (key.certificate.name == QLatin1String("rob"))
            continue;
        const auto identity =
            wait(signing().openIdentity({QStringLiteral("card"), key.place, SecretBytes::copyOf("123456")}));
        QVERIFY(identity.ok());
        QCOMPARE(identity.value().certificate.sha256, key.certificate.sha256);
        const ItemId id = put(QStringLiteral("por tarjeta.pdf"), plainPdf(), QStringLiteral("application/pdf"));
        const ItemId made = sign(id, SignFormat::Choose, SignLevel::LT, identity.value());
        QCOMPARE(wait(verification().check(made)).value().verdict, QStringLiteral("valid"));
        QCOMPARE(signing().made(1).first().certificate.sha256, key.certificate.sha256);
    }
    const auto wrong = wait(signing().openIdentity(
        {QStringLiteral("card"), found.value().keys.first().place, SecretBytes::copyOf("999999")}));
    QCOMPARE(wrong.error().codeText(), QStringLiteral("CAR-SGN-008"));
    QVERIFY(!cards("/no/hay.so").ok());
}

void TestSigningFilesKept::cardMoods_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("locked") << QByteArray("CAR-SGN-009");
    QTest::newRow("last") << QByteArray("CAR-SGN-022");
    QTest::newRow("removed") << QByteArray("CAR-SGN-020"); // while it signs
    QTest::newRow("crash") << QByteArray("CAR-SGN-021");
}

void TestSigningFilesKept::cardMoods()
{
    if (!cardsPossible())
        QSKIP("SoftHSM is not installed: tools/setup installs it");
    QFETCH(QByteArray, code);
    const QByteArray mood = QTest::currentDataTag();
    qputenv("CARRIEL_TEST_TOKEN", mood);
    const auto found = cards(CARRIEL_TEST_TOKEN_MODULE);
    QVERIFY(found.ok());
    QCOMPARE(found.value().cards.first().locked, mood == "locked");
    QCOMPARE(found.value().cards.first().lastTry, mood == "last");
    const auto eva = std::find_if(found.value().keys.begin(), found.value().keys.end(),
                                  [](const CardKey &one) { return one.label == QLatin1String("eva"); });
    IdentityRequest request{QStringLiteral("card"), eva->place, SecretBytes::copyOf("123456")};
    const auto identity = wait(signing().openIdentity(std::move(request)));
    if (mood == "locked" || mood == "last") {
        QCOMPARE(identity.error().codeText(), QString::fromLatin1(code));
        IdentityRequest again{QStringLiteral("card"), eva->place, SecretBytes::copyOf("123456"), true};
        QCOMPARE(wait(signing().openIdentity(std::move(again))).ok(), mood == "last");
        return;
    }
    QVERIFY(identity.ok());
    const ItemId id = put(QStringLiteral("x.pdf"), plainPdf(), QStringLiteral("application/pdf"));
    SignRequest what;
    what.documents = {id};
    what.identity = identity.value().handle;
    what.certificate = identity.value().certificate.sha256;
    QVERIFY(wait(signing().sign(what)).ok());
    QTRY_COMPARE(signing().jobs(1).first().state, SignState::Failed);
    QCOMPARE(signing().jobs(1).first().problem, QString::fromLatin1(code));
    QVERIFY(wait(signing().giveUp(signing().jobs(1).first().id)).ok());
}

QTEST_GUILESS_MAIN(TestSigningFilesKept)
#include "tst_signing_files_kept.moc"
