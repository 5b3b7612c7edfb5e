// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom this computer believes, as a person sets it.
#include "core/services/Signing.h"
#include "core/services/Verification.h"
#include "tests/support/Patience.h"
#include "tests/ui/signing/SigningBench.h"
#include "ui/signing/TrustPage.h"

#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace carriel;
using namespace carriel::ui;
using namespace carriel::test;

class TestSigningTrustPage : public QObject, private SigningBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { m_bench.reset(); }
    void trustIsAskedFor();
    void aPersonIsNoAuthority();
    void accreditedOnlyWhereAccepted();
};

void TestSigningTrustPage::trustIsAskedFor()
{
    m_bench->navigator().open(QStringLiteral("trust"));
    QTRY_VERIFY(textOf("trust.none").contains(QStringLiteral("ONAC")));
    auto *page = m_bench->find<TrustPage>("trust");
    QVERIFY(page);
    page->look(m_desk.pki.file(QStringLiteral("ca.pem")));
    QTRY_VERIFY(m_bench->find<QWidget>("trust.offer")->isVisible());
    QVERIFY(m_bench->documents().verification().anchors().isEmpty());
    press("trust.accept");
    QTRY_COMPARE(m_bench->documents().verification().anchors().size(), 1);
    QTRY_VERIFY(m_bench->find<QPushButton>("trust.anchor0.remove"));
    QTRY_VERIFY(m_bench->find<QWidget>("trust.told")->isVisible());
    m_bench->navigator().open(QStringLiteral("trust"));
    QVERIFY(!m_bench->find<QWidget>("trust.told")->isVisible()); // what was said the last time
    QVERIFY(textOf("trust.none").isEmpty());
    press("trust.anchor0.remove"); // asked first: names would be lost
    QVERIFY(textOf("trust.told.title").contains(QStringLiteral("no longer?")));
    QCOMPARE(m_bench->documents().verification().anchors().size(), 1);
    press("trust.told.action");
    QTRY_VERIFY(m_bench->documents().verification().anchors().isEmpty());
    // A time-stamp authority: only an address.
    m_bench->find<QLineEdit>("trust.tsa")->setText(QStringLiteral("no es nada"));
    press("trust.tsaSave");
    QVERIFY(m_bench->documents().signing().timestampAuthority().isEmpty());
    m_bench->find<QLineEdit>("trust.tsa")->setText(QStringLiteral("http://tsa.example.org/"));
    press("trust.tsaSave");
    QTRY_COMPARE(m_bench->documents().signing().timestampAuthority(), QUrl(QStringLiteral("http://tsa.example.org/")));
    auto *online = m_bench->find<QCheckBox>("trust.online");
    QVERIFY(!online->isChecked());
    online->click();
    QTRY_VERIFY(m_bench->documents().verification().onlineAllowed());
}

// Whoever imports a person's own certificate trusts nobody by it, and is told so.
void TestSigningTrustPage::aPersonIsNoAuthority()
{
    m_bench->navigator().open(QStringLiteral("trust"));
    auto *page = m_bench->find<TrustPage>("trust");
    page->look(m_desk.pki.file(QStringLiteral("ana.pem")));
    QTRY_VERIFY(m_bench->find<QWidget>("trust.told")->isVisible());
    QVERIFY(!m_bench->find<QWidget>("trust.offer")->isVisible());
    QDir(m_desk.pki.file({})).mkpath(QStringLiteral("juntas"));
    for (const QString &name : {QStringLiteral("ana.pem"), QStringLiteral("ca.pem")})
        QFile::copy(m_desk.pki.file(name), m_desk.pki.file(QStringLiteral("juntas/") + name));
    page->look(m_desk.pki.file(QStringLiteral("juntas")));
    QTRY_VERIFY(m_bench->find<QWidget>("trust.offer")->isVisible());
    press("trust.accept");
    QTRY_COMPARE(m_bench->documents().verification().anchors().size(), 1);
    QVERIFY(m_bench->documents().verification().anchors().first().certificate.authority);
}

// Anybody can write a list that calls his own authority accredited: importing it is not believing that.
void TestSigningTrustPage::accreditedOnlyWhereAccepted()
{
    const QString place = m_desk.pki.file(QStringLiteral("acreditadas"));
    QDir().mkpath(place);
    QFile::copy(m_desk.pki.file(QStringLiteral("ca.pem")), place + QStringLiteral("/ca.pem"));
    QFile list(place + QStringLiteral("/anchors.json"));
    QVERIFY(list.open(QIODevice::WriteOnly));
    const QByteArray end = QDateTime::currentDateTimeUtc().addDays(30).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")).toLatin1();
    list.write("{\"version\":1,\"expires\":\"" + end + "\",\"anchors\":[{\"file\":\"ca.pem\",\"source\":\"Lista de prueba\",\"sha256\":\"" +
               m_desk.pki.authority().sha256().toHex() + "\",\"accredited\":true}]}");
    list.close();
    const auto anchors = [this] { return m_bench->documents().verification().anchors(); };
    m_bench->navigator().open(QStringLiteral("trust"));
    auto *page = m_bench->find<TrustPage>("trust");
    page->look(place);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<QWidget>("trust.offer")->isVisible(), patienceMs);
    QVERIFY(textOf("trust.offer0.words").contains(QStringLiteral("The list calls it accredited (Lista de prueba)")));
    // Nobody answers for it: its certificates can be trusted, its words cannot.
    QVERIFY(!m_bench->find<QCheckBox>("trust.accredited")->isVisible());
    QVERIFY(textOf("trust.listWords").contains(QStringLiteral("Nobody signed the list")));
    press("trust.refuse");
    QVERIFY(m_desk.pki.openssl({QStringLiteral("cms"), QStringLiteral("-sign"), QStringLiteral("-cades"), QStringLiteral("-binary"),
                                QStringLiteral("-outform"), QStringLiteral("DER"), QStringLiteral("-in"), QStringLiteral("acreditadas/anchors.json"),
                                QStringLiteral("-signer"), QStringLiteral("rob.pem"), QStringLiteral("-inkey"), QStringLiteral("rob.key"),
                                QStringLiteral("-out"), QStringLiteral("acreditadas/anchors.json.p7s")}));
    page->look(place);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<QWidget>("trust.offer")->isVisible(), patienceMs);
    const QByteArray rob = crypto::Certificate::fromPem(m_desk.bytesOf(m_desk.pki.file(QStringLiteral("rob.pem")))).value().first().sha256();
    QVERIFY2(textOf("trust.listWords").contains(QString::fromLatin1(rob.toHex(' '))), qPrintable(textOf("trust.listWords")));
    QVERIFY(!m_bench->find<QCheckBox>("trust.accredited")->isChecked());
    press("trust.accept");
    QTRY_COMPARE_WITH_TIMEOUT(anchors().size(), 1, patienceMs);
    QVERIFY(!anchors().first().accredited);
    page->look(place); // once more: the word about it is still open
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<QWidget>("trust.offer")->isVisible(), patienceMs);
    m_bench->find<QCheckBox>("trust.accredited")->click();
    press("trust.accept");
    QTRY_VERIFY_WITH_TIMEOUT(anchors().first().accredited, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(textOf("trust.anchor0.words").contains(QStringLiteral("Accredited, says Lista de prueba")), patienceMs);
    QVERIFY(textOf("trust.anchor0.words").contains(QStringLiteral("Its list holds until")));
    QVERIFY(list.open(QIODevice::Append) && list.write(" ") == 1);
    list.close();
    page->look(place);
    QTRY_VERIFY_WITH_TIMEOUT(textOf("trust.told.text").contains(QStringLiteral("it was changed after it was signed")), patienceMs);
    // The certificate alone says nothing of that, and has no list's end: it is offered as another thing to trust.
    page->look(m_desk.pki.file(QStringLiteral("ca.pem")));
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<QWidget>("trust.offer")->isVisible(), patienceMs);
    QVERIFY(!m_bench->find<QCheckBox>("trust.accredited")->isVisible());
    QVERIFY(anchors().first().accredited);
}

QTEST_MAIN(TestSigningTrustPage)
#include "tst_signing_trustpage.moc"
