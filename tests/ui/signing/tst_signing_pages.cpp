// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signing and verifying as a person does it: by buttons, fields and keys. Pictures go to build/…/screenshots.
#include "core/services/Signing.h"
#include "core/services/Verification.h"
#include "core/services/Versions.h"
#include "tests/support/Patience.h"
#include "tests/support/SimplePdf.h"
#include "tests/ui/signing/SigningBench.h"
#include "ui/home/Needs.h"
#include "ui/signing/PlacePicker.h"
#include "ui/text/Translation.h"
#include "ui/viewer/SignatureReport.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace carriel;
using namespace carriel::ui;
using namespace carriel::test;

class TestSigningPages : public QObject, private SigningBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { m_bench.reset(); }
    void paneAnswersThreeQuestions();
    void peopleAreCountedWithoutTimestamps();
    void alteredIsNeverGreen();
    void fileOutsideTheFolder();
    void theNetworkIsOneButtonAway();
    void signsWhatIsSelected();
    void goesOnWithTheSameKeyOnly();
    void wrongPasswordIsSaidAtTheField();
    void boxIsMovedByKeys();
    void boxOverSignedTextIsRefused();
    void reportForPeopleAndPrograms();
    void pictures();
};

void TestSigningPages::paneAnswersThreeQuestions()
{
    trustDesk();
    const ItemId id =
        put(QStringLiteral("contrato.pdf"), signedPdf(QStringLiteral("ana"), plainPdf(), signing::Level::LT));
    m_bench->navigator().open(QStringLiteral("viewer"), {{QStringLiteral("id"), id.text()}});
    QTRY_VERIFY(!textOf("signaturesPane.view.headline").isEmpty());
    QCOMPARE(textOf("signaturesPane.view.headline"), QStringLiteral("Valid signature"));
    QCOMPARE(textOf("signaturesPane.view.signature0.who.question"), QStringLiteral("Who signed?"));
    QVERIFY(textOf("signaturesPane.view.signature0.who.text").contains(QStringLiteral("firma electrónica")));
    QCOMPARE(textOf("signaturesPane.view.signature0.changed.headline"), QStringLiteral("No"));
    QVERIFY(!textOf("signaturesPane.view.signature0.provable.headline").isEmpty());
    // What an expert wants is folded away.
    QVERIFY(textOf("signaturesPane.view.signature0.facts").isEmpty());
    press("signaturesPane.view.signature0.fold");
    QVERIFY(textOf("signaturesPane.view.signature0.facts").contains(QStringLiteral("TOTAL-PASSED")));
    // The list and the details know it as well.
    QCOMPARE(m_bench->documents().rows({id}).first().signatures, QStringLiteral("valid"));
    press("signaturesPane.view.signature0.certificate");
    QTRY_VERIFY(m_bench->dialog(QStringLiteral("certificate")));
    QVERIFY(textOf("certificate.words").contains(QStringLiteral("It says who signs")));
}

void TestSigningPages::peopleAreCountedWithoutTimestamps()
{
    trustDesk();
    const QByteArray first = signedPdf(QStringLiteral("ana"), plainPdf(), signing::Level::LTA);
    const QString path = m_desk.put(QStringLiteral("dos personas.pdf"), signedPdf(QStringLiteral("eva"), first));
    m_bench->navigator().open(QStringLiteral("verify"), {{QStringLiteral("path"), path}});
    QTRY_COMPARE(textOf("verify.view.signature2.title"), QStringLiteral("Signature 2"));
    QCOMPARE(textOf("verify.view.signature0.title"), QStringLiteral("Signature 1"));
}

void TestSigningPages::alteredIsNeverGreen()
{
    trustDesk();
    QByteArray bytes = signedPdf(QStringLiteral("ana"), plainPdf());
    const qsizetype at = bytes.indexOf("MediaBox");
    bytes[at + 12] = bytes[at + 12] == '1' ? '2' : '1';
    const ItemId id = put(QStringLiteral("alterado.pdf"), bytes);
    m_bench->navigator().open(QStringLiteral("verify"), {{QStringLiteral("id"), id.text()}});
    QTRY_VERIFY(!textOf("verify.view.headline").isEmpty());
    QVERIFY(!textOf("verify.view.headline").startsWith(QStringLiteral("Valid")));
    QTRY_COMPARE(textOf("verify.view.signature0.changed.headline"), QStringLiteral("Yes, it was altered"));
}

void TestSigningPages::fileOutsideTheFolder()
{
    const QString path = m_desk.put(QStringLiteral("fuera.pdf"), signedPdf(QStringLiteral("rob"), plainPdf()));
    m_bench->navigator().open(QStringLiteral("verify"), {{QStringLiteral("path"), path}});
    QTRY_VERIFY(!textOf("verify.view.headline").isEmpty());
    QVERIFY(textOf("verify.hint").contains(QStringLiteral("nothing of it is kept")));
    QCOMPARE(textOf("verify.view.headline"), QStringLiteral("It cannot be confirmed who signed"));
    QVERIFY(m_bench->find<QPushButton>("verify.view.trust")->isVisible());
    press("verify.view.trust");
    QCOMPARE(m_bench->navigator().currentPage(), QStringLiteral("trust"));
}

void TestSigningPages::theNetworkIsOneButtonAway()
{
    trustDesk();
    const QString path = m_desk.put(QStringLiteral("hoy.pdf"), signedPdf(QStringLiteral("ana"), plainPdf()));
    m_bench->navigator().open(QStringLiteral("verify"), {{QStringLiteral("path"), path}});
    QTRY_COMPARE(textOf("verify.view.headline"), QStringLiteral("Something is still to be checked"));
    QVERIFY(m_bench->find<QPushButton>("verify.view.network")->isVisible());
    QVERIFY(!m_bench->documents().verification().onlineAllowed());
    press("verify.view.network");
    QTRY_VERIFY(m_bench->documents().verification().onlineAllowed());
    QTRY_VERIFY(textOf("verify.view.when").contains(QStringLiteral("may be asked")));
    QVERIFY(!m_bench->find<QPushButton>("verify.view.network")->isVisible());
}

void TestSigningPages::signsWhatIsSelected()
{
    const ItemId id = put(QStringLiteral("contrato.pdf"), plainPdf());
    m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{id.text()}}});
    QTRY_VERIFY(!textOf("sign.safe0.findings").isEmpty());
    auto *verb = m_bench->find<QPushButton>("sign.verb");
    QVERIFY(!verb->isEnabled());
    m_bench->find<QLineEdit>("sign.file")->setText(m_desk.pki.p12(QStringLiteral("ana")));
    m_bench->find<QLineEdit>("sign.secret")->setText(QStringLiteral("clave"));
    press("sign.open");
    QTRY_VERIFY(verb->isEnabled());
    QVERIFY(textOf("sign.who").startsWith(QStringLiteral("You sign as")));
    QVERIFY(m_bench->find<QLineEdit>("sign.secret")->text().isEmpty());
    m_bench->find<QLineEdit>("sign.reason")->setText(QStringLiteral("Acepto"));
    press("sign.verb");
    QTRY_COMPARE(m_bench->navigator().currentPage(), QStringLiteral("signatures"));
    QTRY_COMPARE(textOf("signatures.job0.words"), QStringLiteral("Signed."));
    QTRY_VERIFY(textOf("signatures.made0.words").contains(QStringLiteral("Acepto")));
    // Its level may rise later; the register says what it was.
    QVERIFY(textOf("signatures.made0.words").contains(QStringLiteral("when it was made: ")));
    press("signatures.job0.see");
    QTRY_VERIFY(!textOf("verify.view.headline").isEmpty());
    // One looks at it from Signatures, and goes back there.
    QVERIFY(m_bench->find<QAbstractButton>("nav.signatures")->isChecked());
    press("verify.back");
    QCOMPARE(m_bench->navigator().currentPage(), QStringLiteral("signatures"));
    press("signatures.ended.clear");
    QTRY_VERIFY(!m_bench->find<QWidget>("signatures.ended")->isVisible());
    // The file of the key is proposed the next time; its password is not.
    m_bench->navigator().page(QStringLiteral("sign"))->forget();
    m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{id.text()}}});
    QCOMPARE(m_bench->find<QLineEdit>("sign.file")->text(), m_desk.pki.p12(QStringLiteral("ana")));
    QVERIFY(m_bench->find<QLineEdit>("sign.secret")->text().isEmpty());
}

// What waits for a key is not signed with another, and that is said before the button is pressed.
void TestSigningPages::goesOnWithTheSameKeyOnly()
{
    const ItemId first = put(QStringLiteral("uno.pdf"), plainPdf());
    const ItemId second = put(QStringLiteral("dos.pdf"), plainPdf());
    SignRequest request;
    request.documents = {first, second};
    request.identity = QStringLiteral("closed long ago");
    request.certificate = m_desk.pki.key(QStringLiteral("ana"))->certificate().sha256();
    request.signer = QStringLiteral("Ana");
    QVERIFY(wait(m_bench->documents().signing().sign(request)).ok());
    m_bench->navigator().open(QStringLiteral("signatures"));
    QTRY_VERIFY(m_bench->find<QPushButton>("signatures.allJobs.resume"));
    // The first page tells it too: nobody has to look under Signatures by chance.
    const Reminders reminders(m_bench->session());
    const auto titles = [&] {
        QStringList out;
        for (const Need &need : collectNeeds(needProviders(m_bench->session(), reminders), QDate::currentDate()))
            out += need.page == QLatin1String("signatures") ? need.title : QString();
        return out.join(QLatin1Char(' '));
    };
    QVERIFY2(titles().contains(QStringLiteral("wait for your key")), qPrintable(titles()));
    press("signatures.allJobs.resume");
    auto *verb = m_bench->find<QPushButton>("sign.verb");
    QVERIFY(textOf("sign.waitsFor.text").contains(QStringLiteral("Ana")));
    QTRY_COMPARE_WITH_TIMEOUT(textOf("sign.safe0.name"), QStringLiteral("uno.pdf"), patienceMs); // what will be signed
    QCOMPARE(textOf("sign.safe1.name"), QStringLiteral("dos.pdf"));
    const auto openKey = [&](const char *whose) {
        m_bench->find<QLineEdit>("sign.file")->setText(m_desk.pki.p12(QString::fromLatin1(whose)));
        m_bench->find<QLineEdit>("sign.secret")->setText(QStringLiteral("clave"));
        press("sign.open");
    };
    openKey("eva");
    QTRY_COMPARE(textOf("sign.waitsFor.title"), QStringLiteral("This is another key than you chose then"));
    QVERIFY(!verb->isEnabled());
    press("sign.otherKey");
    openKey("ana");
    QTRY_VERIFY(verb->isEnabled());
    QVERIFY(textOf("sign.waitsFor.title").isEmpty());
    press("sign.verb");
    for (const ItemId &id : {first, second})
        QTRY_COMPARE(m_bench->documents().versions().list(id).size(), 2);
    // Of many that wait for a key that is lost, all are given up at once.
    request.identity = QStringLiteral("closed long ago");
    QVERIFY(wait(m_bench->documents().signing().sign(request)).ok());
    m_bench->navigator().open(QStringLiteral("signatures"));
    QTRY_VERIFY(m_bench->find<QPushButton>("signatures.allJobs.giveUp"));
    press("signatures.allJobs.giveUp");
    QTRY_VERIFY(!m_bench->find<QWidget>("signatures.jobs")->isVisible());
    QTRY_COMPARE(textOf("signatures.job0.words"), QStringLiteral("Given up; nothing was changed."));
}

void TestSigningPages::wrongPasswordIsSaidAtTheField()
{
    const ItemId id = put(QStringLiteral("contrato.pdf"), plainPdf());
    m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{id.text()}}});
    m_bench->find<QLineEdit>("sign.file")->setText(m_desk.pki.p12(QStringLiteral("ana")));
    m_bench->find<QLineEdit>("sign.secret")->setText(QStringLiteral("otra"));
    press("sign.open");
    QTRY_VERIFY(m_bench->find<QWidget>("sign.identityTold")->isVisible());
    QVERIFY(!m_bench->find<QPushButton>("sign.verb")->isEnabled());
    // An expired certificate is shown, and signs nothing.
    m_bench->find<QLineEdit>("sign.file")->setText(m_desk.pki.p12(QStringLiteral("leo")));
    m_bench->find<QLineEdit>("sign.secret")->setText(QStringLiteral("clave"));
    press("sign.open");
    QTRY_VERIFY(!textOf("sign.who").isEmpty());
    QVERIFY(m_bench->find<QWidget>("sign.identityTold")->isVisible());
    QVERIFY(!m_bench->find<QPushButton>("sign.verb")->isEnabled());
}

void TestSigningPages::boxIsMovedByKeys()
{
    Theme theme;
    PlacePicker picker(theme, nullptr);
    picker.resize(306, 396);
    picker.setPage({612, 792});
    picker.setPlace({72, 72, 200, 50});
    QTest::keyClick(&picker, Qt::Key_Right);
    QTest::keyClick(&picker, Qt::Key_Up);
    QCOMPARE(picker.place(), QRectF(81, 81, 200, 50));
    QTest::keyClick(&picker, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(picker.place().width(), 209.0);
    for (int i = 0; i < 200; ++i)
        QTest::keyClick(&picker, Qt::Key_Left);
    QCOMPARE(picker.place().x(), 0.0); // never off the page
    QVERIFY(picker.accessibleDescription().contains(QStringLiteral("cm")));
    // The mouse: a click puts its middle there.
    QTest::mouseClick(&picker, Qt::LeftButton, {}, QPoint(153, 198));
    QVERIFY(qAbs(picker.place().center().x() - 306) < 2);
    QVERIFY(qAbs(picker.place().center().y() - 396) < 2);
}

void TestSigningPages::boxOverSignedTextIsRefused()
{
    const QByteArray pdf = pdfOfContents({"BT /F1 18 Tf 80 90 Td (Debe 1000 pesos) Tj ET"});
    const ItemId id = put(QStringLiteral("firmado.pdf"), signedPdf(QStringLiteral("ana"), pdf));
    m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{id.text()}}});
    m_bench->find<QLineEdit>("sign.file")->setText(m_desk.pki.p12(QStringLiteral("eva")));
    m_bench->find<QLineEdit>("sign.secret")->setText(QStringLiteral("clave"));
    press("sign.open");
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<QPushButton>("sign.verb")->isEnabled(), patienceMs);
    m_bench->find<QCheckBox>("sign.visible")->click();
    auto *picker = m_bench->find<PlacePicker>("sign.picker");
    auto *verb = m_bench->find<QPushButton>("sign.verb");
    QTRY_VERIFY_WITH_TIMEOUT(!picker->place().intersects(QRectF(80, 86, 200, 18)), patienceMs); // another is proposed
    picker->setPlace({72, 72, 200, 50});
    QTRY_COMPARE_WITH_TIMEOUT(textOf("sign.boxOver.title"), QStringLiteral("There the box hides text that others signed"), patienceMs);
    QVERIFY(!verb->isEnabled());
    picker->setPlace({72, 500, 200, 50});
    QTRY_VERIFY_WITH_TIMEOUT(verb->isEnabled(), patienceMs);
    QVERIFY(textOf("sign.boxOver.title").isEmpty());
    // Who is faster than the answer is told by the row.
    SignRequest request;
    request.documents = {id};
    const auto identity = wait(m_bench->documents().signing().openIdentity(
        {QStringLiteral("p12"), m_desk.pki.p12(QStringLiteral("eva")), SecretBytes::copyOf("clave")}));
    QVERIFY(identity.ok());
    request.identity = identity.value().handle;
    request.certificate = identity.value().certificate.sha256;
    request.box = SignBox{1, {72, 72, 200, 50}};
    QVERIFY(wait(m_bench->documents().signing().sign(request)).ok());
    const auto row = [&] { return m_bench->documents().signing().jobs(1).value(0); };
    QTRY_COMPARE_WITH_TIMEOUT(row().state, SignState::Failed, patienceMs);
    QCOMPARE(row().problem, QStringLiteral("CAR-SGN-032"));
    picker->setPlace({72, 72, 200, 50}); // and back
    QTRY_VERIFY_WITH_TIMEOUT(!verb->isEnabled(), patienceMs);
}

void TestSigningPages::reportForPeopleAndPrograms()
{
    const QString path = m_desk.put(QStringLiteral("fuera.pdf"), signedPdf(QStringLiteral("ana"), plainPdf()));
    const auto checked = wait(m_bench->documents().verification().checkFile(path));
    QVERIFY(checked.ok());
    const QString json = m_bench->path(QStringLiteral("informe.json"));
    QVERIFY(writeReport(json, QStringLiteral("fuera.pdf"), checked.value()).ok());
    const QJsonObject object = QJsonDocument::fromJson(SigningDesk::bytesOf(json)).object();
    const QJsonObject item = object.value(QLatin1String("items")).toArray().first().toObject();
    QCOMPARE(item.value(QLatin1String("verdict")).toString(), QStringLiteral("indeterminate"));
    QCOMPARE(item.value(QLatin1String("sha256")).toString(), QString::fromLatin1(checked.value().sha256.toHex()));
    QCOMPARE(item.value(QLatin1String("signatures")).toArray().size(), 1);
    const QString pdf = m_bench->path(QStringLiteral("informe.pdf"));
    QVERIFY(writeReport(pdf, QStringLiteral("<b>fuera</b>.pdf"), checked.value()).ok());
    QVERIFY(SigningDesk::bytesOf(pdf).startsWith("%PDF-"));
    // What is copied out of it is what it says: no letters that were joined into one sign.
    QString copied = QString::fromUtf8(m_desk.pki.run(QStringLiteral("pdftotext"), {pdf, QStringLiteral("-")}));
    QVERIFY2(copied.contains(QStringLiteral("firma")) || copied.contains(QStringLiteral("signature")), qPrintable(copied));
    for (const QChar letter : std::as_const(copied))
        QVERIFY2(letter.unicode() < 0xFB00 || letter.unicode() > 0xFB06, qPrintable(copied));
    QVERIFY(copied.remove(u'\n').remove(u' ').contains(QString::fromLatin1(checked.value().sha256.toHex())));
    QCOMPARE(QFile::permissions(pdf) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(reportHtml(QStringLiteral("<b>x</b>"), checked.value()).contains(QStringLiteral("&lt;b&gt;")));
    QVERIFY(!writeReport(m_bench->path(QStringLiteral("no/hay.pdf")), QStringLiteral("x"), checked.value()).ok());
}

void TestSigningPages::pictures()
{
    text::Translation translation(*qApp);
    translation.use(QStringLiteral("es"));
    m_bench = std::make_unique<ui::test::Bench>();
    trustDesk();
    const ItemId good = put(QStringLiteral("Contrato de arrendamiento.pdf"),
                            signedPdf(QStringLiteral("ana"), plainPdf(), signing::Level::LT));
    const ItemId unknown = put(QStringLiteral("Carta de Roberto.pdf"), signedPdf(QStringLiteral("rob"), plainPdf()));
    const ItemId plain = put(QStringLiteral("Poder.pdf"), plainPdf());
    QVERIFY(wait(m_bench->documents().verification().checkAll()).ok());
    const auto shot = [&](const QString &name, int width, int height) {
        m_bench->window().resize(width, height);
        QTest::qWait(400);
        QVERIFY(m_bench->window().grab().save(
            QStringLiteral(CARRIEL_BINARY_DIR "/screenshots/signing-%1-%2.png").arg(name).arg(width)));
    };
    m_bench->navigator().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), good.text()}});
    shot(QStringLiteral("documents"), 1180, 760);
    m_bench->navigator().open(QStringLiteral("viewer"), {{QStringLiteral("id"), good.text()}});
    shot(QStringLiteral("viewer"), 1180, 760);
    m_bench->navigator().open(QStringLiteral("verify"), {{QStringLiteral("id"), unknown.text()}});
    shot(QStringLiteral("verify"), 1180, 760);
    shot(QStringLiteral("verify"), 900, 600);
    m_bench->navigator().open(QStringLiteral("sign"),
                              {{QStringLiteral("ids"), QStringList{plain.text(), good.text()}}});
    m_bench->find<QLineEdit>("sign.file")->setText(m_desk.pki.p12(QStringLiteral("ana")));
    m_bench->find<QLineEdit>("sign.secret")->setText(QStringLiteral("clave"));
    press("sign.open");
    QTRY_VERIFY(m_bench->find<QPushButton>("sign.verb")->isEnabled());
    m_bench->find<QCheckBox>("sign.visible")->click();
    shot(QStringLiteral("sign"), 1180, 760);
    shot(QStringLiteral("sign-tall"), 1180, 2000);
    press("sign.verb");
    QTRY_COMPARE(m_bench->navigator().currentPage(), QStringLiteral("signatures"));
    QTest::qWait(1500);
    shot(QStringLiteral("signatures"), 1180, 760);
    m_bench->navigator().open(QStringLiteral("trust"));
    shot(QStringLiteral("trust"), 1180, 760);
    translation.use(QStringLiteral("en"));
}

QTEST_MAIN(TestSigningPages)
#include "tst_signing_pages.moc"
