// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// PDFs that open only with a password: signed and verified in the window, where it is asked once.
#include "core/services/Signing.h"
#include "core/services/Versions.h"
#include "core/signing/sign/SafeToSign.h"
#include "tests/support/Patience.h"
#include "tests/support/SimplePdf.h"
#include "tests/ui/signing/SigningBench.h"
#include "ui/signing/PlacePicker.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace carriel;
using namespace carriel::test;

class TestSigningProtected : public QObject, private SigningBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { m_bench.reset(); }
    void signedInTheWindow();
    void verifiedInTheWindow();
    void fileOutsideKeepsNothing();
    void damagedIsWrittenAnew();
    void shownInTheViewer();

private:
    // Opens with "abrete"; whoever knows "duena" may do all.
    QByteArray locked(const QByteArray &plain)
    {
        const QString from = m_desk.put(QStringLiteral("plano.pdf"), plain), to = m_desk.pki.file(QStringLiteral("cerrado.pdf"));
        m_desk.pki.run(QStringLiteral("qpdf"), {QStringLiteral("--encrypt"), QStringLiteral("abrete"), QStringLiteral("duena"),
                                                QStringLiteral("256"), QStringLiteral("--"), from, to});
        return SigningDesk::bytesOf(to);
    }
    void type(const char *field, const char *text)
    {
        m_bench->find<QLineEdit>(field)->setText(QString::fromLatin1(text));
    }
    bool isShown(const char *name)
    {
        auto *widget = m_bench->find<QWidget>(name);
        return widget && widget->isVisible();
    }
};

void TestSigningProtected::signedInTheWindow()
{
    trustDesk();
    const ItemId id = put(QStringLiteral("cerrado.pdf"), locked(plainPdf()));
    const ItemId open = put(QStringLiteral("abierto.pdf"), plainPdf());
    m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{id.text(), open.text()}}});
    QTRY_VERIFY_WITH_TIMEOUT(isShown("sign.password"), patienceMs);
    QVERIFY(textOf("sign.safe0.findings").contains(QStringLiteral("password")));
    type("sign.file", qPrintable(m_desk.pki.p12(QStringLiteral("ana"))));
    type("sign.secret", "clave");
    press("sign.open");
    auto *verb = m_bench->find<QPushButton>("sign.verb");
    QTRY_VERIFY_WITH_TIMEOUT(verb->text().startsWith(QStringLiteral("Sign 1 ")), patienceMs);

    type("sign.password.secret", "otra");
    press("sign.password.open");
    QTRY_VERIFY_WITH_TIMEOUT(!textOf("sign.password.secret.problem").isEmpty(), patienceMs);
    QVERIFY(m_bench->find<QLineEdit>("sign.password.secret")->text().isEmpty());
    type("sign.password.secret", "abrete");
    press("sign.password.open");
    QTRY_VERIFY_WITH_TIMEOUT(verb->text().startsWith(QStringLiteral("Sign 2 ")), patienceMs);
    QVERIFY(!isShown("sign.password"));
    press("sign.verb");
    for (const ItemId &one : {id, open})
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->documents().versions().list(one).size(), 2, patienceMs);

    // Its signature is judged without asking again, also in the background.
    const auto seen = wait(m_bench->documents().verification().check(id));
    QVERIFY(seen.ok());
    QCOMPARE(seen.value().signatures.size(), 1);
    QCOMPARE(seen.value().signatures.first().signer(), seen.value().signatures.first().path.first().name);
    QVERIFY(wait(m_bench->documents().verification().checkAll()).ok());
    QCOMPARE(m_bench->documents().verification().of(id)->signatures.size(), 1);
}

void TestSigningProtected::verifiedInTheWindow()
{
    trustDesk();
    const QByteArray closed = locked(plainPdf());
    const QByteArray bytes = signedPdf(QStringLiteral("ana"), closed, signing::Level::LT,
                                       [](signing::PdfSignOptions &options) { options.password = "abrete"; });
    const ItemId id = put(QStringLiteral("firmado.pdf"), bytes);
    m_bench->navigator().open(QStringLiteral("verify"), {{QStringLiteral("id"), id.text()}});
    QTRY_VERIFY_WITH_TIMEOUT(isShown("verify.view.password"), patienceMs);
    QCOMPARE(textOf("verify.view.headline"), QStringLiteral("Not checked"));
    type("verify.view.password.secret", "nada");
    press("verify.view.password.open");
    QTRY_VERIFY_WITH_TIMEOUT(!textOf("verify.view.password.secret.problem").isEmpty(), patienceMs);
    type("verify.view.password.secret", "abrete");
    press("verify.view.password.open");
    QTRY_COMPARE_WITH_TIMEOUT(textOf("verify.view.headline"), QStringLiteral("Valid signature"), patienceMs);
    QVERIFY(!isShown("verify.view.password"));
    // Another trust: it is looked at again by itself, and is not closed again.
    QVERIFY(wait(m_bench->documents().verification().distrust(m_desk.pki.authority().sha256())).ok());
    QVERIFY(wait(m_bench->documents().verification().checkAll()).ok());
    QCOMPARE(m_bench->documents().verification().of(id)->signatures.size(), 1);
    QCOMPARE(m_bench->documents().verification().of(id)->verdict, QStringLiteral("indeterminate"));
}

void TestSigningProtected::fileOutsideKeepsNothing()
{
    trustDesk();
    const QByteArray bytes = signedPdf(QStringLiteral("ana"), locked(plainPdf()), signing::Level::LT,
                                       [](signing::PdfSignOptions &options) { options.password = "abrete"; });
    const QString path = m_desk.put(QStringLiteral("fuera.pdf"), bytes);
    m_bench->navigator().open(QStringLiteral("verify"), {{QStringLiteral("path"), path}});
    QTRY_VERIFY_WITH_TIMEOUT(isShown("verify.view.password"), patienceMs);
    type("verify.view.password.secret", "abrete");
    press("verify.view.password.open");
    QTRY_COMPARE_WITH_TIMEOUT(textOf("verify.view.headline"), QStringLiteral("Valid signature"), patienceMs);
    press("verify.again");
    QTRY_VERIFY_WITH_TIMEOUT(isShown("verify.view.password"), patienceMs);
    QVERIFY(textOf("verify.view.password.words").isEmpty()); // of a file outside nothing is kept
}

// Asked for where it is shown, and kept by nobody: it is asked for again, and verification still does not know it.
void TestSigningProtected::shownInTheViewer()
{
    const ItemId id = put(QStringLiteral("cerrado.pdf"), locked(plainPdf(2)));
    m_bench->navigator().open(QStringLiteral("viewer"), {{QStringLiteral("id"), id.text()}});
    QTRY_VERIFY_WITH_TIMEOUT(isShown("viewer.password"), patienceMs);
    type("viewer.password.secret", "nada");
    press("viewer.password.open");
    QTRY_VERIFY_WITH_TIMEOUT(!textOf("viewer.password.secret.problem").isEmpty(), patienceMs);
    type("viewer.password.secret", "abrete");
    press("viewer.password.open");
    QTRY_VERIFY_WITH_TIMEOUT(isShown("pdfView"), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->find<QSpinBox>("viewerPage")->maximum(), 2, patienceMs);
    QVERIFY(!isShown("viewer.password"));
    const auto seen = wait(m_bench->documents().signing().inspect({id}));
    QVERIFY(seen.ok() && !seen.value().first().password);
    m_bench->navigator().open(QStringLiteral("documents"), {});
    m_bench->navigator().open(QStringLiteral("viewer"), {{QStringLiteral("id"), id.text()}});
    QTRY_VERIFY_WITH_TIMEOUT(isShown("viewer.password"), patienceMs);
    // Once it was given to sign with, the page on which the box is placed is drawn.
    QVERIFY(wait(m_bench->documents().verification().setPassword(id, SecretBytes::copyOf("abrete"))).ok());
    m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{id.text()}}});
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<QCheckBox>("sign.visible") && isShown("sign.visible"), patienceMs);
    m_bench->find<QCheckBox>("sign.visible")->setChecked(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<ui::PlacePicker>("sign.picker")->hasPicture(), patienceMs);
}

// A table is added behind what is damaged, unless the person wants the file put right; the original is the version before.
void TestSigningProtected::damagedIsWrittenAnew()
{
    trustDesk();
    const QByteArray spoiled = plainPdf().replace("startxref\n", "startxref\n9");
    const ItemId whole = put(QStringLiteral("entero.pdf"), plainPdf());
    m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{whole.text()}}});
    QTRY_VERIFY_WITH_TIMEOUT(isShown("sign.safe0.findings"), patienceMs);
    QVERIFY(!isShown("sign.anew"));
    const ItemId id = put(QStringLiteral("roto.pdf"), spoiled);
    m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{id.text()}}});
    QTRY_VERIFY_WITH_TIMEOUT(isShown("sign.anew"), patienceMs);
    QVERIFY(!m_bench->find<QCheckBox>("sign.anew")->isChecked());
    m_bench->find<QCheckBox>("sign.anew")->click();
    type("sign.file", qPrintable(m_desk.pki.p12(QStringLiteral("ana"))));
    type("sign.secret", "clave");
    press("sign.open");
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<QPushButton>("sign.verb")->isEnabled(), patienceMs);
    press("sign.verb");
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->documents().versions().list(id).size(), 2, patienceMs);
    const QByteArray made = m_bench->documents().open(id)->readAll();
    QVERIFY(!made.startsWith(spoiled));
    for (const signing::SafetyNote &note : signing::safetyNotes(made))
        QVERIFY(note.kind != signing::SafetyNote::Kind::Damaged);
    QCOMPARE(wait(m_bench->documents().verification().check(id)).value().signatures.first().after, QStringLiteral("B0"));
}

QTEST_MAIN(TestSigningProtected)
#include "tst_signing_protected.moc"
