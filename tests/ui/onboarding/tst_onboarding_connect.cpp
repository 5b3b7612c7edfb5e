// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A folder that was used for a while without an operator is connected to one, in the window: all that was put and done
// in it arrives there, and the person's other computer, which had begun before, shows the same. Nothing is taken away
// on either.
#include "Program.h"
#include "core/remote/Discovery.h"
#include "core/remote/HttpTransport.h"
#include "core/services/Activity.h"
#include "core/services/Documents.h"
#include "core/services/Versions.h"
#include "tests/support/Await.h"
#include "tests/support/RealOperator.h"
#include "ui/text/Translation.h"
#include "ui/widgets/NoticeBar.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

using namespace carriel;
using namespace carriel::ui;

namespace {

constexpr int patience = 60000; // ms; for what goes over the network on a busy machine

// Waits for an act of the services and gives its value.
template <typename T> std::optional<T> done(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience) || !future.result().ok())
        return std::nullopt;
    return future.result().value();
}
bool done(const QFuture<Outcome> &future)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, patience) && future.result().ok();
}

// All that is active, by its path; a document with the digest of its bytes.
QMap<QString, QByteArray> paths(Program &program)
{
    QMap<QString, QByteArray> all;
    Documents &documents = program.session->documents();
    DocumentQuery query;
    query.everywhere = true;
    const QList<ItemId> found = documents.ids(query);
    for (const ItemId &id : found) {
        if (const auto details = documents.details(id))
            all.insert(details->path, details->sha256);
    }
    const QList<FolderNode> folders = documents.folders();
    for (const FolderNode &folder : folders) {
        if (const auto details = documents.details(folder.id))
            all.insert(QString(details->path + QLatin1Char('/')), QByteArray());
    }
    return all;
}

QString read(Program &program, const QString &path)
{
    Documents &documents = program.session->documents();
    const auto id = documents.byPath(path);
    if (!id || !done(documents.fetch(*id)))
        return {};
    const std::unique_ptr<QIODevice> bytes = documents.open(*id);
    return bytes ? QString::fromUtf8(bytes->readAll()) : QString();
}

QStringList trashed(Program &program)
{
    DocumentQuery query;
    query.everywhere = true;
    query.state = ItemState::Trashed;
    QStringList names;
    const QList<DocumentRow> rows = program.session->documents().rows(program.session->documents().ids(query));
    for (const DocumentRow &row : rows)
        names << row.name;
    names.sort();
    return names;
}

} // namespace

class TestOnboardingConnect final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_translation = std::make_unique<text::Translation>(*qApp);
        m_translation->use(QStringLiteral("es"));
        m_provider = std::make_unique<test::TestProvider>(m_authority);
        m_provider->acr = QStringLiteral("urn:carpeta:loa:high");
        m_provider->claims = {{QStringLiteral("name"), QStringLiteral("Ana Pérez Gómez")}};
        m_operator = std::make_unique<test::RealOperator>(m_authority, *m_provider);
        // The provider must know for whom it writes its tokens.
        SystemRandom random;
        remote::HttpTransport transport(random, m_authority.trust());
        test::Await<Result<remote::OperatorDescription>> found;
        const remote::CallPtr call = remote::discoverOperator(transport, m_operator->url(), std::nullopt, found.take());
        QVERIFY(found.wait() && found.value().ok());
        m_provider->audience = found.value().value().audience;
    }
    void cleanupTestCase()
    {
        m_home.reset();
        m_office.reset();
        m_translation.reset();
    }

    // The computer at the office has the operator from the beginning, and a few things there.
    void theOfficeBeginsWithAnOperator()
    {
        m_office = comesIn(QStringLiteral("office"));
        QVERIFY(m_office);
        m_office->click("onboarding.withOperator");
        m_office->click("onboarding.next");
        QVERIFY(!m_office->chooseAndConfirm().isEmpty());
        const auto *page = m_office->navigator->page(QStringLiteral("onboarding"));
        goThroughTheOperator(*page);
        QTRY_VERIFY_WITH_TIMEOUT(shown(*page, "onboarding.terms"), patience);
        click(*page, "onboarding.accept");
        click(*page, "onboarding.next");
        QTRY_VERIFY_WITH_TIMEOUT(shown(*page, "onboarding.documents"), patience);
        click(*page, "onboarding.next");
        QVERIFY(!m_office->window->gateShown());
        Documents &documents = m_office->session->documents();
        QVERIFY(done(documents.addFolder(rootItem(), QStringLiteral("Salud"))));
        const auto bank = done(documents.addFolder(rootItem(), QStringLiteral("Banco")));
        QVERIFY(bank);
        QVERIFY(
            done(documents.addBytes("del banco", QStringLiteral("extracto.txt"), QStringLiteral("text/plain"), *bank)));
        QTRY_COMPARE_WITH_TIMEOUT(m_office->session->status().phase, SyncPhase::UpToDate, patience);
    }

    // The one at home does not: documents in folders, changed, labelled, thrown away and brought back, all without a
    // network.
    void atHomeAFolderIsUsedWithoutAnOperator()
    {
        m_home = comesIn(QStringLiteral("home"));
        QVERIFY(m_home);
        m_home->click("onboarding.withoutOperator");
        m_home->click("onboarding.next");
        QVERIFY(!m_home->chooseAndConfirm().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_home->shows("onboarding.documents"), patience);
        m_home->click("onboarding.next");
        QVERIFY(!m_home->window->gateShown());

        Documents &documents = m_home->session->documents();
        const auto add = [&](const char *name, const QByteArray &bytes, const ItemId &folder = rootItem()) {
            const auto added =
                done(documents.addBytes(bytes, QString::fromUtf8(name), QStringLiteral("text/plain"), folder));
            return added ? added->id : ItemId();
        };
        const ItemId health =
            done(documents.addFolder(rootItem(), QStringLiteral("Salud"))).value_or(ItemId()); // there, but empty
        const ItemId bank = done(documents.addFolder(rootItem(), QStringLiteral("Banco")))
                                .value_or(ItemId()); // there, with something in it
        const ItemId year = done(documents.addFolder(bank, QStringLiteral("2026"))).value_or(ItemId());
        QVERIFY(!health.isEmpty() && !bank.isEmpty() && !year.isEmpty());
        QVERIFY(!add("crédito.txt", "un crédito", year).isEmpty());
        const ItemId bill = add("factura.txt", "la primera", bank);
        const ItemId diploma = add("diploma.txt", "Universidad de Antioquia");
        const ItemId thrown = add("borrador.txt", "no sirve");
        const ItemId back = add("carta.txt", "vuelve");
        const ItemId purged = add("secreto.txt", "nunca debe llegar");
        QVERIFY(done(documents.rename(diploma, QStringLiteral("Diploma de Ángela.txt"))));
        QVERIFY(done(documents.setLabels({diploma, bill}, {QStringLiteral("importante")}, {})));
        QVERIFY(done(documents.setFavourite({diploma}, true)));
        QVERIFY(done(documents.setNote(diploma, QStringLiteral("El original está donde mamá."))));
        QVERIFY(done(documents.setExpires({bill}, QDate(2031, 3, 9))));
        const QString path = m_dir.filePath(QStringLiteral("factura.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("la corregida") > 0);
        file.close();
        QVERIFY(done(documents.addVersion(bill, path)));
        QVERIFY(done(documents.trash({thrown, back, purged})));
        QVERIFY(done(documents.restore({back})));
        QVERIFY(done(documents.move({back}, year)));
        QVERIFY(done(documents.purge({purged})));
        m_before = paths(*m_home);
        QCOMPARE(m_before.size(), 4 + 3); // documents, folders
        QCOMPARE(m_home->session->documents().details(diploma)->row.status, ItemStatus::LocalOnly);
    }

    void itIsConnectedFromTheSettings()
    {
        // The clock goes on: what was made before the folder is connected is told apart from what arrives now.
        m_madeBefore = QDateTime::currentDateTimeUtc();
        QTRY_VERIFY_WITH_TIMEOUT(QDateTime::currentDateTimeUtc() > m_madeBefore.addMSecs(5), patience);
        m_home->navigator->open(QStringLiteral("settings"), {{QStringLiteral("section"), QStringLiteral("operator")}});
        m_home->click("settings.operator.connect");
        const auto *page = m_home->navigator->page(QStringLiteral("connect"));
        QVERIFY(page && m_home->window->gateShown());
        click(*page, "onboarding.back"); // not now: and nothing has happened
        QVERIFY(!m_home->window->gateShown() && !m_home->session->account().connected);
        m_home->navigator->open(QStringLiteral("connect"));
        QStringList said; // a notice may stand for a moment only
        QTimer listening;
        listening.callOnTimeout([&said, &notices = m_home->window->notices()] { said << notices.text(); });
        listening.start(20);
        goThroughTheOperator(*page);
        QTRY_VERIFY_WITH_TIMEOUT(!m_home->window->gateShown(), patience); // no terms: this person has a folder there
        QVERIFY(m_home->session->account().loggedIn);
        QTRY_VERIFY_WITH_TIMEOUT(said.join(QLatin1Char('|')).contains(QStringLiteral("«Banco (2)»")), patience);
        listening.stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_home->session->status().phase, SyncPhase::UpToDate, patience);
        QCOMPARE(m_home->session->status().pending, 0);
        m_home->navigator->open(QStringLiteral("documents"));
        m_home->picture("connected");
    }

    void bothComputersShowAllOfIt()
    {
        QMap<QString, QByteArray> expected = {
            {QStringLiteral("Banco/"), {}},
            {QStringLiteral("Banco/extracto.txt"), QCryptographicHash::hash("del banco", QCryptographicHash::Sha256)}};
        for (auto it = m_before.cbegin(); it != m_before.cend(); ++it) {
            QString path = it.key();
            expected.insert(path.replace(QStringLiteral("Banco/"), QStringLiteral("Banco (2)/")), it.value());
        }
        QVERIFY(expected.contains(QStringLiteral("Banco (2)/2026/carta.txt")));
        QTRY_COMPARE_WITH_TIMEOUT(paths(*m_home), expected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(paths(*m_office), expected, patience);
        QTRY_COMPARE_WITH_TIMEOUT(trashed(*m_office), QStringList{QStringLiteral("borrador.txt")}, patience);
        QCOMPARE(trashed(*m_home), QStringList{QStringLiteral("borrador.txt")});
        QCOMPARE(read(*m_office, QStringLiteral("Diploma de Ángela.txt")), QStringLiteral("Universidad de Antioquia"));
        QCOMPARE(read(*m_office, QStringLiteral("Banco (2)/factura.txt")), QStringLiteral("la corregida"));
        QCOMPARE(read(*m_home, QStringLiteral("Banco/extracto.txt")), QStringLiteral("del banco"));

        Documents &documents = m_office->session->documents();
        const auto diploma = [&] {
            return *documents.details(*documents.byPath(QStringLiteral("Diploma de Ángela.txt")));
        };
        QTRY_COMPARE_WITH_TIMEOUT(diploma().meta.note(), QStringLiteral("El original está donde mamá."), patience);
        QCOMPARE(diploma().row.labels, QStringList{QStringLiteral("importante")});
        QVERIFY(diploma().row.favourite);
        const ItemId bill = *documents.byPath(QStringLiteral("Banco (2)/factura.txt"));
        QTRY_COMPARE_WITH_TIMEOUT(documents.details(bill)->row.expires, QDate(2031, 3, 9), patience);
        QVERIFY(documents.details(bill)->row.labels.contains(QStringLiteral("importante")));
        // Who came in, and what was agreed to, stands in the record of the computer where it was done.
        const auto told = [](const Program &program, const char *kind) {
            const QList<ActivityRecord> records = program.session->documents().activity().records(500);
            return std::count_if(records.begin(), records.end(), [kind](const ActivityRecord &one) { return one.kind == QLatin1String(kind); });
        };
        QCOMPARE(told(*m_office, "terms.accepted"), 1);
        QVERIFY(told(*m_office, "account.login") >= 1 && told(*m_home, "account.login") >= 1);
        QCOMPARE(told(*m_home, "terms.accepted"), 0);

        // The person's own dates, and not the moment of the connection.
        for (const Program *program : {m_home.get(), m_office.get()}) {
            for (const QString &path : {QStringLiteral("Diploma de Ángela.txt"), QStringLiteral("Banco (2)/factura.txt")}) {
                const auto details = program->session->documents().details(*program->session->documents().byPath(path));
                QVERIFY(details && details->row.modifiedUtc.isValid());
                QVERIFY2(details->row.modifiedUtc <= m_madeBefore, qPrintable(details->row.modifiedUtc.toString(Qt::ISODateWithMs)));
            }
        }
        QVERIFY(done(documents.versions().refresh(bill)));
        QCOMPARE(documents.versions().list(bill).size(), 2); // the first content of the bill went up as well
    }

private:
    std::unique_ptr<Program> comesIn(const QString &name)
    {
        if (!QDir(m_dir.path()).mkdir(name))
            return nullptr;
        auto program = std::make_unique<Program>(
            m_dir.filePath(name), [this](const QUrl &url) { test::TestProvider::visit(m_provider->wayBack(url)); });
        return QTest::qWaitFor([&] { return program->shows("onboarding.start"); }, patience) ? std::move(program)
                                                                                          : nullptr;
    }

    // There are three pages made of the same steps; what is meant stands in this one.
    static bool shown(const QWidget &page, const char *name)
    {
        const auto *widget = page.findChild<QWidget *>(QString::fromLatin1(name));
        return widget && widget->isVisible();
    }
    static void click(const QWidget &page, const char *name)
    {
        // A step is shown before its button may be pressed: something is asked in between.
        auto *button = page.findChild<QAbstractButton *>(QString::fromLatin1(name));
        QVERIFY2(button, name);
        QTRY_VERIFY2_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), name, patience);
        button->click();
    }
    void goThroughTheOperator(const QWidget &page)
    {
        QTRY_VERIFY_WITH_TIMEOUT(shown(page, "onboarding.operator"), patience);
        page.findChild<QLineEdit *>(QStringLiteral("onboarding.url"))->setText(m_operator->url().toString());
        click(page, "onboarding.caToggle");
        page.findChild<QLineEdit *>(QStringLiteral("onboarding.ca"))->setText(m_authority.caFile());
        click(page, "onboarding.next");
        const auto *next = page.findChild<QAbstractButton *>(QStringLiteral("onboarding.next"));
        QTRY_VERIFY_WITH_TIMEOUT(shown(page, "onboarding.found") && next->isEnabled(), patience);
        click(page, "onboarding.next");
        QTRY_VERIFY_WITH_TIMEOUT(shown(page, "onboarding.login"), patience);
        click(page, "onboarding.next");
    }

    QTemporaryDir m_dir;
    test::TestAuthority m_authority;
    std::unique_ptr<test::TestProvider> m_provider;
    std::unique_ptr<test::RealOperator> m_operator;
    std::unique_ptr<text::Translation> m_translation;
    std::unique_ptr<Program> m_office;
    std::unique_ptr<Program> m_home;
    QMap<QString, QByteArray> m_before;
    QDateTime m_madeBefore;
};

QTEST_MAIN(TestOnboardingConnect)
#include "tst_onboarding_connect.moc"
