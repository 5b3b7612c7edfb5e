// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Sealing in the window, and how a second computer gets to open it, as a person does both: two windows, a real operator.
#include "core/services/sealed/SealedDocuments.h"
#include "tests/support/Patience.h"
#include "tests/ui/procedures/Stage.h"
#include "ui/documents/DocumentViews.h"
#include "ui/models/DocumentListModel.h"

#include <QFile>

using namespace carriel;
using namespace carriel::ui;

class TestSealedWindow final : public carriel::ui::test::Stage
{
    Q_OBJECT

    std::unique_ptr<Program> m_two, m_three;

    std::unique_ptr<Program> joins(const QString &name)
    {
        const QString dir = m_dir.filePath(name);
        if (!QDir().mkpath(dir))
            return nullptr;
        auto other = std::make_unique<Program>(dir, [this](const QUrl &url) { Provider::visit(m_provider->wayBack(url)); });
        other->window->resize(1180, 760);
        UnlockChoice choice;
        choice.keyStore = false;
        choice.passphrase = SecretBytes::copyOf(passphrase.toUtf8());
        const bool in = answer(other->session->createVault(std::move(choice))).ok() &&
                        answer(other->session->connectOperator(m_operator->url(), m_authority.caFile())).ok() &&
                        answer(other->session->login(name)).ok() && answer(other->session->syncOnce()).ok();
        other->session->setSetting(text::keys::recoveryConfirmed, QStringLiteral("yes"));
        Q_EMIT other->navigator->page(QStringLiteral("onboarding"))->done();
        return in ? std::move(other) : nullptr;
    }
    static void settings(Program &program)
    {
        program.navigator->open(QStringLiteral("home"));
        program.navigator->open(QStringLiteral("settings"), {{QStringLiteral("section"), QStringLiteral("operator")}});
    }
    static QString words(Program &program, const char *name)
    {
        const auto *label = program.find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    static DocumentListModel *list(Program &program)
    {
        program.navigator->open(QStringLiteral("documents"));
        return program.navigator->page(QStringLiteral("documents"))->findChild<DocumentListModel *>();
    }
    static QString cell(Program &program, int column, int role = Qt::DisplayRole)
    {
        const DocumentListModel *model = list(program);
        return model->rowCount() == 1 ? model->index(0, column).data(role).toString() : QString();
    }
    void see(Program &program, const char *name)
    {
        QTest::qWait(350);
        for (const char *look : {"dark", "contrast", "light"}) {
            program.theme.setChoice(themeChoiceFrom(QString::fromLatin1(look)));
            QTest::qWait(30);
            QVERIFY(program.window->grab().save(QStringLiteral("%1/%2-%3.png").arg(m_pictures, QLatin1String(name), QLatin1String(look))));
        }
    }

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase()
    {
        m_three.reset();
        m_two.reset();
        end();
    }

    void filesAreSealedOnceItWasSaidWhatThatMeans()
    {
        const QString path = m_dir.filePath(QStringLiteral("Diploma.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Acta de grado") > 0);
        file.close();
        m_program->navigator->open(QStringLiteral("documents"));
        QVERIFY(m_program->find<QAction>("action.sealFiles"));
        m_program->navigator->open(QStringLiteral("documents.seal"),
                                   {{QStringLiteral("paths"), QStringList{path}}, {QStringLiteral("parent"), rootItem().text()}});
        QWidget *verb = nullptr;
        QTRY_VERIFY((verb = m_program->find("dialogVerb")) && verb->isVisible());
        QTest::qWait(350);
        QVERIFY(verb->window()->grab().save(m_pictures + QStringLiteral("/seal-dialog.png")));
        m_program->click("dialogVerb");
        QTRY_COMPARE(cell(*m_program, DocumentListModel::Name), QStringLiteral("Diploma.txt"));
        QVERIFY(cell(*m_program, DocumentListModel::Type).contains(QStringLiteral("sellado")));
        QVERIFY(cell(*m_program, DocumentListModel::Name, Qt::AccessibleTextRole).startsWith(QStringLiteral("sellado")));
        const ItemId id = list(*m_program)->idAt(0);
        QTRY_COMPARE(session().documents().details(id)->row.status, ItemStatus::Synced);
        QCOMPARE(session().documents().details(id)->custody, Custody::Private);
        m_program->navigator->page(QStringLiteral("documents"))->findChild<DocumentViews *>()->select({id});
        QTRY_VERIFY(m_program->shows("detailsVersions"));
        QVERIFY(!m_program->shows("digest")); // it would be that of what travels, not of the file
        see(*m_program, "sealed-list");
    }

    void anotherComputerGetsTheKeyBySixDigits()
    {
        m_two = joins(QStringLiteral("Portátil"));
        QVERIFY(m_two);
        QTRY_COMPARE(cell(*m_two, DocumentListModel::Name), QStringLiteral("Documento sellado"));
        see(*m_two, "sealed-closed");
        settings(*m_two);
        QTRY_VERIFY(m_two->shows("settings.sealed.pair"));
        see(*m_two, "sealed-waiting");
        settings(*m_program);
        QTRY_VERIFY(m_program->shows("settings.sealed.allow0"));

        const auto begun = [this] {
            m_two->click("settings.sealed.pair");
            m_program->click("settings.sealed.allow0");
            return QTest::qWaitFor([this] { return m_two->shows("settings.sealed.digits") && m_program->shows("settings.sealed.digits"); },
                                   carriel::test::patienceMs);
        };
        QVERIFY(begun());
        QCOMPARE(words(*m_two, "settings.sealed.digits"), words(*m_program, "settings.sealed.digits"));
        // The person says no: nothing is given, and both may begin again.
        m_program->click("settings.sealed.differ");
        m_two->click("settings.sealed.differ");
        QTRY_VERIFY(m_two->shows("settings.sealed.pair") && m_program->shows("settings.sealed.allow0"));
        QCOMPARE(answer(SealedDocuments::of(m_two->session->documents()).refreshKeys()).value(), KeysStanding::Waiting);

        QVERIFY(begun());
        QCOMPARE(words(*m_two, "settings.sealed.digits"), words(*m_program, "settings.sealed.digits"));
        see(*m_two, "sealed-digits");
        m_two->click("settings.sealed.same");
        m_program->click("settings.sealed.same");
        QTRY_VERIFY(m_program->shows("settings.sealed.allow0"));
        QTRY_VERIFY(words(*m_two, "settings.sealed.words").contains(QStringLiteral("tiene su llave")));
        see(*m_two, "sealed-ready");
        QTRY_COMPARE(cell(*m_two, DocumentListModel::Name), QStringLiteral("Diploma.txt"));
    }

    void whoLostAllBeginsAnewAndTheOthersSaySo()
    {
        m_three = joins(QStringLiteral("Nuevo"));
        QVERIFY(m_three);
        settings(*m_three);
        m_three->click("settings.sealed.code");
        QTRY_VERIFY(m_three->shows("settings.sealed.codeField"));
        m_three->find<QLineEdit>("settings.sealed.codeField")->setText(QStringLiteral("nada"));
        m_three->click("settings.sealed.useCode");
        QTRY_VERIFY(m_three->shows("settings.sealed.problem"));
        m_three->click("settings.sealed.cancel");
        m_three->click("settings.sealed.lost");
        QTRY_VERIFY(m_three->shows("settings.sealed.startOver"));
        see(*m_three, "sealed-lost");
        m_three->click("settings.sealed.startOver");
        QTRY_VERIFY(words(*m_three, "settings.sealed.words").contains(QStringLiteral("tiene su llave")));
        QCOMPARE(cell(*m_three, DocumentListModel::Name), QStringLiteral("Documento sellado")); // that one is lost here
        settings(*m_program);
        QTRY_VERIFY(words(*m_program, "settings.sealed.words").contains(QStringLiteral("hizo una llave nueva")));
        QCOMPARE(cell(*m_program, DocumentListModel::Name), QStringLiteral("Diploma.txt")); // and not where its key is
    }
};

QTEST_MAIN(TestSealedWindow)
#include "tst_sealed_window.moc"
