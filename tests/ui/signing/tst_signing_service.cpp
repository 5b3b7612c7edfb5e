// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signing with a key at a signing service, in the window: the sandbox's real service, and a person who goes through its
// pages in a browser (tools/sandbox browser), for the login and for the permission with PIN and second factor.
#include "core/services/Signing.h"
#include "core/services/Versions.h"
#include "tests/ui/signing/SigningBench.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QUrlQuery>
#include <list>

using namespace carriel;
using namespace carriel::test;

namespace {
const QString sandbox = QStringLiteral(CARRIEL_SOURCE_DIR "/tools/sandbox");
constexpr int patience = 120'000; // a state is waited for, however slow the machine is
} // namespace

class TestSigningService : public QObject, private SigningBench
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QProcess m_sandbox;
    QJsonObject m_facts;
    QStringList m_asked;       // which pages the browser was sent to
    bool m_says = true;        // whether the person allows what is asked
    std::list<QProcess> m_browsers;

    QString home() const { return m_dir.filePath(QStringLiteral("sandbox")); }

    void browse(const QUrl &url)
    {
        m_asked += QUrlQuery(url).queryItemValue(QStringLiteral("scope"));
        QStringList words{QStringLiteral("browser"), QStringLiteral("--dir"), home()};
        if (!m_says)
            words += QStringLiteral("--deny");
        QProcess &browser = m_browsers.emplace_back();
        browser.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        browser.start(sandbox, words + QStringList{QStringLiteral("ana"), QString::fromLatin1(url.toEncoded())});
    }

    void enterService()
    {
        auto *kind = m_bench->find<QComboBox>("sign.kind");
        kind->setCurrentIndex(kind->findData(QStringLiteral("remote")));
        auto *address = m_bench->find<QLineEdit>("sign.service");
        address->setText(m_facts.value(QLatin1String("csc")).toString());
        press("sign.serviceLogin");
        auto *key = m_bench->find<QComboBox>("sign.remoteKey");
        QTRY_VERIFY_WITH_TIMEOUT(key->isVisible(), patience);
        QCOMPARE(key->count(), 2); // hers, and one that expired
        key->setCurrentIndex(key->findData(QStringLiteral("ana")));
        QVERIFY2(key->currentText().startsWith(QStringLiteral("Ana María Pérez")), qPrintable(key->currentText()));
        press("sign.openRemote");
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<QPushButton>("sign.verb")->isEnabled(), patience);
        QVERIFY(textOf("sign.who").contains(QStringLiteral("Ana María Pérez")));
    }

    bool allJobs(SignState state)
    {
        const QList<SignJob> jobs = m_bench->documents().signing().jobs(10);
        return !jobs.isEmpty() &&
               std::all_of(jobs.begin(), jobs.end(), [state](const SignJob &one) { return one.state == state; });
    }

    QByteArray pdfsigOf(const ItemId &id)
    {
        const auto device = m_bench->documents().open(id);
        const QByteArray bytes = device && (device->isOpen() || device->open(QIODevice::ReadOnly)) ? device->readAll()
                                                                                                   : QByteArray();
        return m_desk.pki.run(QStringLiteral("pdfsig"),
                              {QStringLiteral("-nocert"), m_desk.put(QStringLiteral("remota.pdf"), bytes)});
    }

private Q_SLOTS:
    void initTestCase()
    {
        prepare();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CARRIEL_SANDBOX_SEED"), QStringLiteral("none"));
        environment.insert(QStringLiteral("CARRIEL_OPERATOR_BIN"),
                           QStringLiteral(CARRIEL_BINARY_DIR "/bin/carriel-operator"));
        environment.insert(QStringLiteral("CARRIEL_ENTITY_BIN"), QStringLiteral("/no/entities/here"));
        m_sandbox.setProcessEnvironment(environment);
        m_sandbox.start(sandbox, {QStringLiteral("start"), QStringLiteral("--dir"), home()});
        QByteArray said;
        QVERIFY2(QTest::qWaitFor(
                     [&] {
                         said += m_sandbox.readAllStandardOutput();
                         return said.contains('\n') || m_sandbox.state() == QProcess::NotRunning;
                     },
                     patience),
                 "the sandbox does not start");
        m_facts = QJsonDocument::fromJson(said).object();
        QVERIFY2(m_facts.contains(QLatin1String("csc")), m_sandbox.readAllStandardError().constData());
    }

    void cleanupTestCase()
    {
        QProcess::execute(sandbox, {QStringLiteral("stop"), QStringLiteral("--dir"), home()});
        m_sandbox.waitForFinished(patience);
        for (QProcess &browser : m_browsers)
            browser.waitForFinished(patience);
    }

    void init()
    {
        m_asked.clear();
        m_says = true;
        m_bench = std::make_unique<ui::test::Bench>(nullptr, [this](const QUrl &url) { browse(url); });
        QVERIFY(m_bench->ready());
        QVERIFY(wait(m_bench->documents().signing().setTimestampAuthority(
                         QUrl(m_facts.value(QLatin1String("tsa")).toString())))
                    .ok());
    }
    void cleanup() { m_bench.reset(); }

    // One login, one permission for both, and signatures that another program calls valid.
    void signsTwoByOnePermission()
    {
        const ItemId one = put(QStringLiteral("contrato.pdf"), plainPdf());
        const ItemId two = put(QStringLiteral("anexo.pdf"), plainPdf(2));
        m_bench->navigator().open(QStringLiteral("sign"),
                                  {{QStringLiteral("ids"), QStringList{one.text(), two.text()}}});
        QTRY_VERIFY_WITH_TIMEOUT(!textOf("sign.safe1.findings").isEmpty(), patience);
        enterService();
        QCOMPARE(m_asked, QStringList{QStringLiteral("service")});
        press("sign.verb");
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->navigator().currentPage(), QStringLiteral("signatures"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(allJobs(SignState::Done), patience);
        QCOMPARE(m_asked, (QStringList{QStringLiteral("service"), QStringLiteral("credential")}));
        for (const ItemId &id : {one, two}) {
            QCOMPARE(m_bench->documents().versions().list(id).size(), 2); // the original is in the history
            const QByteArray said = pdfsigOf(id);
            QVERIFY2(said.contains("Signature is Valid.") && said.contains("Ana Mar"), said.constData());
        }
        // The proofs came too, and the register knows whose key it was.
        const QList<SignatureMade> made = m_bench->documents().signing().made(10);
        QCOMPARE(made.size(), 2);
        QVERIFY(made.first().level == SignLevel::LT);
        QCOMPARE(made.first().certificate.name, QStringLiteral("Ana María Pérez"));
    }

    // The person says no in the browser: nothing is signed, the row says why, and one can go on from it.
    void saysNoAndThenYes()
    {
        const ItemId id = put(QStringLiteral("contrato.pdf"), plainPdf());
        m_bench->navigator().open(QStringLiteral("sign"), {{QStringLiteral("ids"), QStringList{id.text()}}});
        QTRY_VERIFY_WITH_TIMEOUT(!textOf("sign.safe0.findings").isEmpty(), patience);
        enterService();
        m_says = false;
        press("sign.verb");
        QTRY_VERIFY_WITH_TIMEOUT(allJobs(SignState::Failed), patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            textOf("signatures.job0.words").contains(QStringLiteral("The signing service did not sign.")), patience);
        QCOMPARE(m_bench->documents().versions().list(id).size(), 1);
        m_says = true;
        press("signatures.job0.resume");
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->navigator().currentPage(), QStringLiteral("sign"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<QPushButton>("sign.verb")->isEnabled(), patience); // still open
        press("sign.verb");
        QTRY_VERIFY_WITH_TIMEOUT(allJobs(SignState::Done), patience);
        QVERIFY(pdfsigOf(id).contains("Signature is Valid."));
        QCOMPARE(m_asked, (QStringList{QStringLiteral("service"), QStringLiteral("credential"),
                                       QStringLiteral("credential")}));
    }
};

QTEST_MAIN(TestSigningService)
#include "tst_signing_service.moc"
