// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The way in as a person walks it, in the real window over a real vault: a folder without an operator, locked and
// opened again in each way, and settings that are still there afterwards.
#include "Program.h"
#include "core/services/DamagedDocuments.h"
#include "core/services/Documents.h"
#include "tests/support/Patience.h"
#include "ui/shell/Resumable.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/Translation.h"
#include "ui/widgets/forms/RecoveryCodeView.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QListWidget>
#include <QMimeData>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace carriel;
using namespace carriel::ui;

class TestOnboarding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_translation = std::make_unique<text::Translation>(*qApp);
        m_translation->use(QStringLiteral("es"));
        QFile file(m_dir.filePath(QStringLiteral("diploma de Ángela.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Universidad de Antioquia");
    }
    void cleanupTestCase() { m_translation.reset(); }

    void theFirstPageOffersOnlyWhatThereIs()
    {
        QTemporaryDir dir;
        Program program(dir.path());
        QVERIFY(!program.shows("onboarding.skip")); // no other folders, so no way to them
        QVERIFY(program.find<QLabel>("onboarding.where")->text().isEmpty());
        // Return goes on from a field or a choice.
        QTest::keyClick(program.find("onboarding.withOperator"), Qt::Key_Return);
        QVERIFY(program.shows("onboarding.unlock"));
        const QString withOperator = program.find<QLabel>("onboarding.where")->text();
        QVERIFY2(withOperator.endsWith(QLatin1String("5")),
                 qPrintable(withOperator)); // the terms are not for everybody
        program.click("onboarding.back");
        // The whole card is the choice.
        QTest::mouseClick(program.find("onboarding.withoutOperator.why"), Qt::LeftButton);
        QVERIFY(program.find<QAbstractButton>("onboarding.withoutOperator")->isChecked());
        QVERIFY(!program.find<QAbstractButton>("onboarding.withOperator")->isChecked());
        QVERIFY(Profiles(dir.filePath(QStringLiteral("profiles"))).create(QStringLiteral("Mi panadería")).ok());
        program.navigator->page(QStringLiteral("onboarding"))->enter({});
        program.click("onboarding.next");
        program.click("onboarding.back");
        QVERIFY(program.shows("onboarding.skip"));

        // One of several folders says which it is.
        const Result<ProfileInfo> named =
            Profiles(dir.filePath(QStringLiteral("named"))).create(QStringLiteral("Mi panadería"));
        QVERIFY(named.ok() && QFile::rename(named.value().dir, dir.filePath(QStringLiteral("named/profile"))));
        Program other(dir.filePath(QStringLiteral("named")));
        QCOMPARE(other.find<QLabel>("onboarding.where")->text(), QStringLiteral("Carpeta: Mi panadería"));
    }

    void aFolderWithoutAnOperatorIsReadyInFiveSteps()
    {
        Program program(m_dir.path());
        QVERIFY(program.window->gateShown());
        QVERIFY(program.shows("onboarding.start"));
        program.click("onboarding.withoutOperator");
        program.click("onboarding.next");

        QVERIFY(program.shows("onboarding.unlock"));
        m_code = program.chooseAndConfirm();
        QVERIFY(m_code.size() >= 26);
        // The paper says what it is for: which program, folder and computer, and that it opens no other.
        const QString paper = program.window->findChild<RecoveryCodeView *>()->paperWords();
        for (const QString &words : {QStringLiteral("Carriel"), QSysInfo::machineHostName(),
                                     QStringLiteral("los documentos de esta carpeta en este equipo"),
                                     QStringLiteral("Otro equipo tiene"), QString::number(QDate::currentDate().year())})
            QVERIFY2(paper.contains(words), qPrintable(paper));

        QTRY_VERIFY(program.shows("onboarding.documents"));
        QMimeData dropped;
        dropped.setUrls({QUrl::fromLocalFile(m_dir.filePath(QStringLiteral("diploma de Ángela.txt")))});
        QDragEnterEvent over({10, 10}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(program.find("onboarding.documents"), &over);
        QVERIFY(over.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(program.find("onboarding.documents"), &drop);
        QTRY_COMPARE(program.find<QListWidget>("onboarding.added")->count(), 1);
        QTRY_VERIFY(program.find<QAbstractButton>("onboarding.next")->isEnabled());
        program.click("onboarding.next");

        QVERIFY(!program.window->gateShown());
        QCOMPARE(program.navigator->currentPage(), QStringLiteral("home"));
        QTRY_COMPARE(program.session->documents().recent(5).size(), 1);
        QTRY_VERIFY(program.shows("home.recent"));
        QCOMPARE(program.session->documents().recent(1).first().status, ItemStatus::LocalOnly);
        program.picture("home");
        QVERIFY(!program.session->account().connected);
        QCOMPARE(program.session->setting(text::keys::recoveryConfirmed), QStringLiteral("yes"));
    }

    void aWrongPassphraseIsSaidAndTheRightOneOpens()
    {
        Program program(m_dir.path());
        QTRY_VERIFY(program.shows("unlock.passphrase"));
        program.type("unlock.passphrase", QStringLiteral("otra frase cualquiera"));
        program.click("unlock.open");
        QTRY_VERIFY(program.shows("unlock.problem"));
        QVERIFY(program.find<QLabel>("unlock.problem.title")->text().contains(QStringLiteral("frase de paso")));
        QVERIFY(program.find<QLineEdit>("unlock.passphrase")->text().isEmpty());
        QVERIFY(program.window->gateShown());

        // The same letters, an accent typed as two characters.
        program.type("unlock.passphrase", passphrase.normalized(QString::NormalizationForm_D));
        program.click("unlock.open");
        QTRY_VERIFY(!program.window->gateShown());

        // Locking takes everything off the screen.
        program.session->lock();
        QTRY_VERIFY(program.window->gateShown());
        QTRY_VERIFY(program.shows("unlock.card"));
        for (const QLabel *label : program.window->findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(QStringLiteral("Ángela")), qPrintable(label->objectName()));
    }

    void theRecoveryCodeOpensToo()
    {
        QVERIFY(!m_code.isEmpty());
        Program program(m_dir.path());
        QTRY_VERIFY(program.shows("unlock.other"));
        program.click("unlock.other");
        program.type("unlock.code", m_code.toLower());
        program.click("unlock.open");
        QTRY_VERIFY(!program.window->gateShown());
    }

    void whatIsOpenElsewhereSaysSo()
    {
        auto first = std::make_unique<Program>(m_dir.path());
        QTRY_VERIFY(first->shows("unlock.passphrase"));
        first->type("unlock.passphrase", passphrase);
        first->click("unlock.open");
        QTRY_VERIFY(!first->window->gateShown());

        Program second(m_dir.path());
        QVERIFY(second.window->gateShown());
        QCOMPARE(second.session->vaultState(), VaultState::InUse);
        QTRY_VERIFY(second.shows("unlock.state"));
        QVERIFY(!second.shows("unlock.card"));
        second.picture("in-use");
        second.click("unlock.state.action"); // still
        QTRY_VERIFY(second.shows("unlock.state"));
        first.reset();
        second.click("unlock.state.action");
        QTRY_VERIFY(second.shows("unlock.passphrase"));
    }

    void settingsAreStillThereTheNextTime()
    {
        const auto open = [](Program &program) {
            QTRY_VERIFY(program.shows("unlock.passphrase"));
            program.type("unlock.passphrase", passphrase);
            program.click("unlock.open");
            QTRY_VERIFY(!program.window->gateShown());
            program.navigator->open(QStringLiteral("settings"), {{QStringLiteral("section"), QStringLiteral("guard")}});
        };
        {
            Program program(m_dir.path());
            open(program);
            auto *idle = program.find<QComboBox>("settings.idle");
            QVERIFY(idle && idle->isVisible());
            QCOMPARE(idle->currentData().toString(), QStringLiteral("15"));
            QStringList minutes;
            for (int i = 0; i < idle->count(); ++i)
                minutes << idle->itemData(i).toString();
            QCOMPARE(minutes.join(QLatin1Char(' ')), QStringLiteral("2 5 15 30 60 0")); // 0: never
            idle->setCurrentIndex(idle->findData(QStringLiteral("30")));
            Q_EMIT idle->activated(idle->currentIndex());
            program.click("settings.noticeContent");
            program.navigator->open(QStringLiteral("settings"), {{QStringLiteral("section"), QStringLiteral("look")}});
            program.click("settings.appearance.dark");
            program.click("settings.language.en");
            QTRY_COMPARE(program.session->setting(text::keys::noticeContent), QStringLiteral("yes"));
        }
        Program program(m_dir.path());
        open(program);
        QCOMPARE(program.find<QComboBox>("settings.idle")->currentData().toString(), QStringLiteral("30"));
        QVERIFY(program.find<QAbstractButton>("settings.noticeContent")->isChecked());
        const text::Preferences preferences(m_dir.filePath(QStringLiteral("preferences.ini")));
        QCOMPARE(preferences.language(), QStringLiteral("en"));
        QCOMPARE(preferences.appearance(), QStringLiteral("dark"));
    }

    // The window is made anew in the other words; the page, what was chosen and how far it was scrolled stay.
    void anotherLanguageLeavesEverythingWhereItStood()
    {
        Program program(m_dir.path());
        QTRY_VERIFY(program.shows("unlock.passphrase"));
        program.type("unlock.passphrase", passphrase);
        program.click("unlock.open");
        QTRY_VERIFY_WITH_TIMEOUT(!program.window->gateShown(), 60000);
        Documents &documents = program.session->documents();
        const QFuture<Result<ItemId>> folder = documents.addFolder(rootItem(), QStringLiteral("Estudios"));
        QTRY_VERIFY_WITH_TIMEOUT(folder.isFinished(), 60000);
        const auto added = documents.addBytes("uno", QStringLiteral("notas.txt"), QStringLiteral("text/plain"), folder.result().value());
        QTRY_VERIFY_WITH_TIMEOUT(added.isFinished(), 60000);
        const ItemId id = added.result().value().id;
        const auto place = [&program] {
            return dynamic_cast<const Resumable *>(program.navigator->page(QStringLiteral("documents")))->place();
        };
        const auto chosen = [&place] { return place().value(QStringLiteral("chosen")).toStringList(); };
        program.navigator->open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id.text()}});
        QTRY_COMPARE_WITH_TIMEOUT(chosen(), QStringList{id.text()}, 60000);

        program.window->resize(program.window->minimumSizeHint().width(), 320);
        program.navigator->open(QStringLiteral("settings"), {{QStringLiteral("section"), QStringLiteral("look")}});
        const auto bar = [&program] { return program.find<QAbstractScrollArea>("settings.look")->verticalScrollBar(); };
        QTRY_VERIFY_WITH_TIMEOUT(bar()->maximum() > 20, 60000);
        bar()->setValue(15);
        program.find("settings.language.es")->setFocus();
        m_translation->use(QStringLiteral("en"));
        program.makeWindowAnew();
        QCOMPARE(program.navigator->currentPage(), QStringLiteral("settings"));
        QVERIFY(program.shows("settings.language.es"));
        QTRY_COMPARE_WITH_TIMEOUT(bar()->value(), 15, 60000);
        QTRY_COMPARE_WITH_TIMEOUT(chosen(), QStringList{id.text()}, 60000);
        QCOMPARE(place().value(QStringLiteral("folder")).toString(), folder.result().value().text());
        program.picture("another-language");
        m_translation->use(QStringLiteral("es"));
    }

    void whatIsNotOursIsNamedWithWhatHelps()
    {
        const QString path = m_dir.filePath(QStringLiteral("profile/vault.db"));
        QVERIFY(QFile::rename(path, path + QStringLiteral(".kept")));
        QFile other(path);
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write(QByteArray("SQLite format 3\0", 16) + QByteArray(9000, 0)) > 0);
        other.close();
        {
            Program program(m_dir.path());
            QTRY_VERIFY(program.shows("unlock.state"));
            QVERIFY(!program.shows("unlock.card"));
            QString said;
            for (const QLabel *label : program.find("unlock.state")->findChildren<QLabel *>())
                said += label->text();
            QVERIFY2(said.contains(path) && said.contains(text::wordsFor(QStringLiteral("CAR-VLT-002")).remedy), qPrintable(said));
            QCOMPARE(program.find<QPushButton>("unlock.folders")->text(), QCoreApplication::translate("carriel::ui::UnlockPage", "Choose another folder…"));
            program.picture("foreign");
        }
        QVERIFY(QFile::remove(path) && QFile::rename(path + QStringLiteral(".kept"), path));
    }

    // Nothing that is shown first lies on that page: the program looks by itself, and leaves the list for the page that helps.
    void aPageThatNobodyAskedForIsMissed()
    {
        const QString path = m_dir.filePath(QStringLiteral("profile/vault.db"));
        const auto bytes = [&path] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const auto write = [&path](const QByteArray &content) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        };
        // With no window: does the vault open, and does what is known in it read?
        const auto opensAndReads = [this](bool &reads) {
            Session::Options options;
            options.dir = m_dir.filePath(QStringLiteral("profile"));
            options.background = false;
            Session session(std::move(options));
            auto opening = session.unlockWithPassphrase(SecretBytes::copyOf(passphrase.toUtf8()));
            (void)QTest::qWaitFor([&] { return opening.isFinished(); }, carriel::test::patienceMs);
            if (!opening.result().ok())
                return false;
            auto looking = DamagedDocuments::of(session.documents()).catalogue();
            (void)QTest::qWaitFor([&] { return looking.isFinished(); }, carriel::test::patienceMs);
            reads = looking.result().ok();
            return true;
        };
        bool reads = false;
        QVERIFY(opensAndReads(reads) && reads);
        const QByteArray good = bytes();
        constexpr int page = 8192;
        qsizetype at = good.size() - page;
        for (; at > page; at -= page) {
            QVERIFY(write(QByteArray(good).replace(at, page, QByteArray(page, 'x'))));
            if (opensAndReads(reads) && !reads)
                break;
        }
        QVERIFY(at > page);
        {
            Program program(m_dir.path(), [](const QUrl &) {});
            QTRY_VERIFY(program.shows("unlock.passphrase"));
            program.type("unlock.passphrase", passphrase);
            program.click("unlock.open");
            QTRY_COMPARE(program.session->vaultState(), VaultState::Damaged);
            QTRY_VERIFY(program.shows("unlock.state"));
            QCOMPARE(program.session->vaultProblem()->codeText(), QStringLiteral("CAR-VLT-004"));
            QVERIFY(program.shows("unlock.open")); // what can be read of it is saved from there
            program.picture("damaged-catalogue");
        }
        QVERIFY(write(good));
    }

    // Last, because it ruins the vault.
    void whatIsDamagedIsSavedAsFarAsItReads()
    {
        QFile vault(m_dir.filePath(QStringLiteral("profile/vault.db")));
        QVERIFY(vault.open(QIODevice::ReadWrite));
        vault.seek(0);
        const QByteArray first = vault.read(4096);
        vault.seek(0);
        vault.write(QByteArray(first.size(), 'X')); // not even the first page
        vault.close();
        Program program(m_dir.path());
        QTRY_VERIFY(program.shows("unlock.passphrase"));
        program.type("unlock.passphrase", passphrase);
        program.click("unlock.open");
        QTRY_COMPARE(program.session->vaultState(), VaultState::Damaged);
        QTRY_VERIFY(program.shows("unlock.state"));
        program.picture("damaged");
        program.type("unlock.passphrase", passphrase);
        program.click("unlock.open");
        QTRY_VERIFY(!program.window->gateShown());
        QVERIFY(!QDir(m_dir.filePath(QStringLiteral("profile")))
                     .entryList({QStringLiteral("vault.db.damaged-*")})
                     .isEmpty());
        QVERIFY(!program.session->documents().recent(1).isEmpty()); // what stands on the other pages is rescued all the same
    }

private:
    QTemporaryDir m_dir;
    QString m_code;
    std::unique_ptr<text::Translation> m_translation;
};

QTEST_MAIN(TestOnboarding)
#include "tst_onboarding.moc"
