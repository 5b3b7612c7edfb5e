// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The signed version beside the present one, and keys on cards, as a person meets them.
#include "core/services/Signing.h"
#include "tests/core/signing/Cards.h"
#include "tests/support/Patience.h"
#include "tests/ui/signing/SigningBench.h"
#include "ui/keys/KeyPage.h"
#include "ui/signing/PageDifference.h"
#include "ui/text/Translation.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QWheelEvent>

using namespace carriel;
using namespace carriel::ui;
using namespace carriel::test;

class TestSigningSides : public QObject, private SigningBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { m_bench.reset(); }
    void signedVersionBesideThePresentOne();
    void oneLetterIsADifference();
    void forgedPageIsNotShownAsSigned();
    void cardInTheWindow();
    void browserThatDoesNotComeBack();
    void keyStaysOpen();
    void wheelChangesNothing();
    void picturesInEveryLook();
};

void TestSigningSides::signedVersionBesideThePresentOne()
{
    const QByteArray first = signedPdf(QStringLiteral("ana"), plainPdf());
    const ItemId id = put(QStringLiteral("dos.pdf"), signedPdf(QStringLiteral("eva"), first));
    m_bench->navigator().open(QStringLiteral("verify"), {{QStringLiteral("id"), id.text()}});
    QTRY_VERIFY(m_bench->find<QPushButton>("verify.view.signature0.signed"));
    QVERIFY(!m_bench->find<QPushButton>("verify.view.signature1.signed")); // it covers the whole file
    press("verify.view.signature0.signed");
    QVERIFY(!textOf("verify.difference").isEmpty());
    QVERIFY(textOf("verify.then.title").contains(QStringLiteral("As it was signed by")));
    QTRY_VERIFY(textOf("verify.differs").startsWith(QStringLiteral("On the pages 1 to 1 nothing looks different.")));
    press("verify.backToResult");
    QVERIFY(!textOf("verify.view.headline").isEmpty());
}

void TestSigningSides::oneLetterIsADifference()
{
    QImage before(700, 990, QImage::Format_RGB32);
    before.fill(Qt::white);
    QVERIFY(differingAreas(before, before).isEmpty());
    QImage after = before;
    QPainter painter(&after);
    painter.fillRect(300, 500, 3, 8, Qt::black);
    painter.fillRect(20, 20, 200, 30, QColor(255, 255, 200)); // a tint that a grey picture would hide
    painter.end();
    const QList<QRectF> areas = differingAreas(before, after);
    QCOMPARE(areas.size(), 2);
    QVERIFY(std::any_of(areas.begin(), areas.end(), [](const QRectF &one) {
        return one.contains(QPointF(301.0 / 700, 504.0 / 990)) && one.width() < 0.05;
    }));
    QCOMPARE(differingAreas(before, QImage(10, 10, QImage::Format_RGB32)), QList<QRectF>{QRectF(0, 0, 1, 1)});
}

// What nobody signed is never headed "as it was signed".
void TestSigningSides::forgedPageIsNotShownAsSigned()
{
    trustDesk();
    QByteArray bytes = signedPdf(QStringLiteral("ana"), plainPdf(), signing::Level::LT); // bytes follow the signed ones
    const qsizetype at = bytes.indexOf("MediaBox");
    bytes[at + 12] = bytes[at + 12] == '1' ? '2' : '1';
    const ItemId id = put(QStringLiteral("alterado.pdf"), bytes);
    m_bench->navigator().open(QStringLiteral("verify"),
                              {{QStringLiteral("id"), id.text()}, {QStringLiteral("signature"), 0}});
    QTRY_VERIFY(!textOf("verify.view.headline").isEmpty());
    QVERIFY(!m_bench->find<QPushButton>("verify.view.signature0.signed"));
    QVERIFY(textOf("verify.then.title").isEmpty());
}

// Driver, card, certificate, PIN; another file than a PDF; and what the card says of its PIN.
void TestSigningSides::cardInTheWindow()
{
    if (!cardsPossible())
        QSKIP("SoftHSM is not installed: tools/setup installs it");
    QVERIFY(makeCards(m_desk.pki));
    trustDesk();
    const ItemId id = wait(m_bench->documents().addBytes("Buenos días", QStringLiteral("carta.txt"),
                                                         QStringLiteral("text/plain"), rootItem()))
                          .value()
                          .id;
    m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{id.text()}}});
    QTRY_VERIFY(textOf("sign.safe0.findings").contains(QStringLiteral("It is no PDF")));
    QVERIFY(!m_bench->find<QWidget>("sign.box")->isVisible());
    auto *driver = m_bench->find<QComboBox>("sign.driver");
    auto *page = m_bench->find<CardKeyPage>("sign.card");
    const auto lookWith = [&](const QString &path) {
        m_bench->find<QComboBox>("sign.kind")->setCurrentIndex(1);
        page->setDriver(path);
        QCOMPARE(driver->currentData().toString(), path);
        press("sign.lookForCards");
        QTRY_VERIFY(m_bench->find<QComboBox>("sign.cardKey")->count() == 3);
        auto *keys = m_bench->find<QComboBox>("sign.cardKey");
        keys->setCurrentIndex(keys->findText(QStringLiteral("ana"), Qt::MatchStartsWith));
        QVERIFY(keys->currentText().contains(QStringLiteral("cedula")));
    };
    qputenv("CARRIEL_TEST_TOKEN", "locked");
    lookWith(QStringLiteral(CARRIEL_TEST_TOKEN_MODULE));
    QVERIFY(textOf("sign.cardState.title").contains(QStringLiteral("locked")));
    QVERIFY(!m_bench->find<QWidget>("sign.pin")->isVisible());
    qputenv("CARRIEL_TEST_TOKEN", "last");
    lookWith(QStringLiteral(CARRIEL_TEST_TOKEN_MODULE));
    QVERIFY(textOf("sign.cardState.title").contains(QStringLiteral("One more wrong PIN")));
    QVERIFY(!m_bench->find<QWidget>("sign.pin")->isVisible());
    press("sign.cardState.action");
    QVERIFY(m_bench->find<QWidget>("sign.pin")->isVisible());
    qputenv("CARRIEL_TEST_TOKEN", "worse");
    lookWith(QStringLiteral(CARRIEL_TEST_TOKEN_MODULE));
    m_bench->find<QLineEdit>("sign.pin")->setText(QStringLiteral("000000"));
    press("sign.openCard");
    QTRY_VERIFY(m_bench->find<QWidget>("sign.identityTold")->isVisible());
    QVERIFY(textOf("sign.cardState.title").contains(QStringLiteral("One more wrong PIN")));
    QVERIFY(m_bench->find<QLineEdit>("sign.pin")->text().isEmpty());
    qunsetenv("CARRIEL_TEST_TOKEN");
    lookWith(QString::fromLatin1(softhsmDriver));
    m_bench->find<QLineEdit>("sign.pin")->setText(QStringLiteral("123456"));
    press("sign.openCard");
    auto *verb = m_bench->find<QPushButton>("sign.verb");
    QTRY_VERIFY(verb->isEnabled());
    QVERIFY(textOf("sign.who").contains(QStringLiteral("ana")));
    press("sign.verb");
    QTRY_COMPARE(m_bench->navigator().currentPage(), QStringLiteral("signatures"));
    QTRY_COMPARE(textOf("signatures.job0.words"), QStringLiteral("Signed."));
    press("signatures.job0.see");
    QTRY_VERIFY(!textOf("verify.view.headline").isEmpty());
    QCOMPARE(textOf("verify.title"), QStringLiteral("carta.txt.asice"));
    QTRY_VERIFY(textOf("verify.view.signature0.who.headline").contains(QStringLiteral("ana")));
}

// Who closed the browser's page opens it again, or gives up; nobody waits for a time limit.
void TestSigningSides::browserThatDoesNotComeBack()
{
    const ItemId id = put(QStringLiteral("uno.pdf"), plainPdf());
    m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{id.text()}}});
    m_bench->find<QComboBox>("sign.kind")->setCurrentIndex(2);
    m_bench->find<QLineEdit>("sign.service")->setText(QStringLiteral("https://firma.invalid/csc/v2"));
    auto *login = m_bench->find<QPushButton>("sign.serviceLogin");
    const QString words = login->text();
    press("sign.serviceLogin"); // nothing is waited for from here on, so that no answer can come between
    QCOMPARE(textOf("sign.serviceTold.title"), QStringLiteral("Go on in the browser"));
    QVERIFY(login->isEnabled());
    QVERIFY(login->text() != words);
    press("sign.serviceTold.action");
    QVERIFY(textOf("sign.serviceTold.title").isEmpty());
    QCOMPARE(login->text(), words);
}

// A key stays open some minutes after its last use: the next document asks for no password.
void TestSigningSides::keyStaysOpen()
{
    const ItemId first = put(QStringLiteral("uno.pdf"), plainPdf());
    const ItemId second = put(QStringLiteral("dos.pdf"), plainPdf());
    m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{first.text()}}});
    m_bench->find<QLineEdit>("sign.file")->setText(m_desk.pki.p12(QStringLiteral("ana")));
    m_bench->find<QLineEdit>("sign.secret")->setText(QStringLiteral("clave"));
    press("sign.open");
    auto *verb = m_bench->find<QPushButton>("sign.verb");
    QTRY_VERIFY(verb->isEnabled());
    press("sign.verb");
    QTRY_COMPARE(textOf("signatures.job0.words"), QStringLiteral("Signed."));
    QCOMPARE(textOf("signatures.ended.title"), QStringLiteral("Signed just now"));
    m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{second.text()}}});
    QTRY_VERIFY(verb->isEnabled());
    QVERIFY(textOf("sign.who").contains(QStringLiteral("ana")));
    // Locking the vault forgets it.
    m_bench->navigator().page(QStringLiteral("sign"))->forget();
    QVERIFY(!verb->isEnabled());
}

void TestSigningSides::wheelChangesNothing()
{
    m_bench->navigator().open(QStringLiteral("sign"),
                              {{QStringLiteral("ids"), QStringList{put(QStringLiteral("a.pdf"), plainPdf()).text()}}});
    auto *level = m_bench->find<QComboBox>("sign.level");
    const int before = level->currentIndex();
    for (const int delta : {-120, 120, -120}) {
        QWheelEvent wheel(QPointF(5, 5), level->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, delta), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(level, &wheel);
        QCOMPARE(level->currentIndex(), before);
    }
}

// To be looked at: a good, an altered and an unknown signature, the comparison and the keys, dark and in high contrast.
void TestSigningSides::picturesInEveryLook()
{
    text::Translation translation(*qApp);
    translation.use(QStringLiteral("es"));
    m_bench = std::make_unique<ui::test::Bench>();
    trustDesk();
    QByteArray bent = signedPdf(QStringLiteral("ana"), plainPdf());
    const qsizetype at = bent.indexOf("MediaBox");
    bent[at + 12] = bent[at + 12] == '1' ? '2' : '1';
    const ItemId altered = put(QStringLiteral("Otrosí.pdf"), bent);
    const ItemId twice =
        put(QStringLiteral("Contrato con visto bueno.pdf"),
            signedPdf(QStringLiteral("eva"), signedPdf(QStringLiteral("ana"), plainPdf(2), signing::Level::LT),
                      signing::Level::B, [](signing::PdfSignOptions &options) {
                          options.box = signing::VisibleBox{1, QRectF(72, 72, 200, 50), {}};
                      }));
    const ItemId unknown = put(QStringLiteral("Carta de Roberto.pdf"), signedPdf(QStringLiteral("rob"), plainPdf()));
    QVERIFY(wait(m_bench->documents().verification().checkAll()).ok());
    m_bench->window().resize(1180, 760);
    for (const auto &[choice, name] : {std::pair(ThemeChoice::Light, "light"), std::pair(ThemeChoice::Dark, "dark"),
                                       std::pair(ThemeChoice::HighContrast, "contrast")}) {
        m_bench->look().setChoice(choice);
        const auto shot = [&, look = QString::fromLatin1(name)](const char *page, int wait) {
            QTest::qWait(wait);
            QVERIFY(m_bench->window().grab().save(
                QStringLiteral(CARRIEL_BINARY_DIR "/screenshots/signing-%1-%2.png").arg(QLatin1String(page), look)));
        };
        m_bench->navigator().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), altered.text()}});
        shot("list", 400);
        m_bench->navigator().open(QStringLiteral("verify"), {{QStringLiteral("id"), altered.text()}});
        shot("altered", 400);
        m_bench->navigator().open(QStringLiteral("verify"), {{QStringLiteral("id"), unknown.text()}});
        shot("unknown", 400);
        m_bench->navigator().open(QStringLiteral("viewer"), {{QStringLiteral("id"), twice.text()}});
        shot("viewer", 1500);
        m_bench->navigator().open(QStringLiteral("verify"),
                                  {{QStringLiteral("id"), twice.text()}, {QStringLiteral("signature"), 0}});
        shot("sides", 4000);
        m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{unknown.text()}}});
        m_bench->find<QComboBox>("sign.kind")->setCurrentIndex(2);
        shot("remote", 400);
    }
    translation.use(QStringLiteral("en"));
}

QTEST_MAIN(TestSigningSides)
#include "tst_signing_sides.moc"
