// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A sealed document is shared from the window: whose key it is is said, the code is compared, a changed key stops it until the
// person agrees, and whoever receives it reads the same code. Two persons with a folder each at a real operator.
#include "core/domain/ReceivedFrom.h"
#include "core/services/Documents.h"
#include "core/services/Shares.h"
#include "core/services/sealed/SealedDocuments.h"
#include "tests/ui/procedures/Stage.h"

#include <QFile>
#include <QTabBar>

using namespace carriel;
using namespace carriel::ui;

class TestShareSealed final : public carriel::ui::test::Stage
{
    Q_OBJECT

    const QString m_carlosId = QStringLiteral("co:CC:79845612");
    std::unique_ptr<Program> m_carlos, m_again;
    ItemId m_will, m_open;

    // A computer of somebody else.
    std::unique_ptr<Program> joins(const QString &name, const QString &id)
    {
        const QString dir = m_dir.filePath(name);
        if (!QDir().mkpath(dir))
            return nullptr;
        m_provider->subject = id;
        m_provider->claims = {};
        auto other = std::make_unique<Program>(dir, [this](const QUrl &url) { Provider::visit(m_provider->wayBack(url)); });
        Session &his = *other->session;
        UnlockChoice choice;
        choice.keyStore = false;
        choice.passphrase = SecretBytes::copyOf(passphrase.toUtf8());
        bool in = answer(his.createVault(std::move(choice))).ok() && answer(his.connectOperator(m_operator->url(), m_authority.caFile())).ok();
        if (in && !answer(his.login(name)).ok())
            in = answer(his.enrol(answer(his.terms()).value())).ok();
        m_provider->subject = person();
        return in ? std::move(other) : nullptr;
    }
    static SealedDocuments &keysOf(Program &program) { return SealedDocuments::of(program.session->documents()); }
    ItemId added(const QString &name, bool sealed)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write("lo mío para " + name.toUtf8()) < 0)
            return {};
        file.close();
        AddRequest request;
        request.path = file.fileName();
        request.folder = rootItem();
        Documents &documents = session().documents();
        const auto done = sealed ? answer(SealedDocuments::of(documents).add({request}, {}, {})) : answer(documents.add({request}, {}, {}));
        return done ? done.value().first().id : ItemId();
    }
    QString words(const char *name)
    {
        const auto *label = m_program->find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    void open(const ItemId &item)
    {
        m_program->navigator->open(QStringLiteral("home"));
        m_program->navigator->open(QStringLiteral("share"), {{QStringLiteral("ids"), QStringList{item.text()}}});
    }
    void findCarlos()
    {
        m_program->type("share.number", QStringLiteral("CC 79845612"));
        m_program->click("share.find");
        QTRY_VERIFY_WITH_TIMEOUT(!words("share.who").isEmpty(), carriel::test::patienceMs);
        m_program->type("share.purpose", QStringLiteral("Guardarlo"));
    }
    bool anyLabel(const QString &words) const
    {
        const QList<QLabel *> all = m_program->window->findChildren<QLabel *>();
        return std::any_of(all.begin(), all.end(), [&words](const QLabel *one) { return one->isVisible() && one->text().contains(words); });
    }
    bool mayShare() { return m_program->find("share.share")->isEnabled(); }

private Q_SLOTS:
    void initTestCase()
    {
        begin();
        m_carlos = joins(QStringLiteral("carlos"), m_carlosId);
        QVERIFY(m_carlos);
        QVERIFY(answer(keysOf(*m_carlos).refreshKeys()).ok());
        QVERIFY(answer(Shares(m_carlos->session->documents()).setFindable(true)).ok());
        m_will = added(QStringLiteral("Testamento.txt"), true);
        m_open = added(QStringLiteral("Abierto.txt"), false);
        QVERIFY(!m_will.isEmpty() && !m_open.isEmpty());
        QVERIFY(answer(session().syncOnce()).ok());
    }
    void cleanupTestCase()
    {
        m_carlos.reset();
        m_again.reset();
        end();
    }

    void onlyWhatIsSealedGoesEndToEnd()
    {
        open(m_open);
        QVERIFY(words("share.honest").contains(QStringLiteral("en claro")));
        QVERIFY(m_program->shows("share.link"));
        findCarlos();
        QVERIFY(words("share.code").isEmpty());
        QVERIFY(mayShare());
        open(m_will);
        QVERIFY(words("share.honest").contains(QStringLiteral("De extremo a extremo")));
        QVERIFY(!m_program->shows("share.link")); // by link the operator would have to open it
        QVERIFY(!m_program->shows("share.follow"));
        m_program->type("share.number", QStringLiteral("NIT 900123456"));
        m_program->click("share.find");
        QTRY_VERIFY_WITH_TIMEOUT(!words("share.who").isEmpty(), carriel::test::patienceMs);
        m_program->type("share.purpose", QStringLiteral("x"));
        QVERIFY(words("share.key").contains(QStringLiteral("no con entidades")));
        QVERIFY(!mayShare());
    }

    void aKeyThatNobodyConfirmsIsComparedFirst()
    {
        open(m_will);
        findCarlos();
        QVERIFY2(words("share.key").contains(QStringLiteral("Nadie confirma")), qPrintable(words("share.key")));
        QCOMPARE(words("share.code").size(), 47);
        QVERIFY(!mayShare());
        picture("share-sealed-1-unconfirmed");
        const QString code = words("share.code");
        m_program->click("share.compared");
        QTRY_VERIFY_WITH_TIMEOUT(mayShare(), carriel::test::patienceMs);
        picture("share-sealed-2-compared");
        m_program->click("share.share");
        QTRY_COMPARE_WITH_TIMEOUT(m_program->navigator->currentPage(), QStringLiteral("shares"), carriel::test::patienceMs);
        const ShareInfo made = Shares(session().documents()).list().first();
        QVERIFY(made.sealed);
        QCOMPARE(made.compareCode, code);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows(QStringLiteral("share.%1.revoke").arg(made.id).toUtf8()), carriel::test::patienceMs);
        picture("share-sealed-3-shared");
        // Who receives it reads the same, and what it is.
        Shares his(m_carlos->session->documents());
        QVERIFY(answer(his.refresh()).ok());
        const auto got = his.one(made.id);
        QVERIFY(got);
        QCOMPARE(got->compareCode, code);
        QCOMPARE(got->senderKey, QStringLiteral("new")); // nobody told him whose key it is
        QCOMPARE(got->purpose, QStringLiteral("Guardarlo"));
        QCOMPARE(got->documents.first().name, QStringLiteral("Testamento.txt"));
        QVERIFY(answer(his.accept(made.id)).ok());
        QCOMPARE(answer(his.fetch(made.id, 0)).value(), QByteArray("lo mío para Testamento.txt"));
        const auto kept = answer(his.keep(made.id, {rootItem(), {}}, QStringLiteral("De Ana")));
        QVERIFY(kept.ok());
        QCOMPARE(keysOf(*m_carlos).among({kept.value().first().id}).size(), 1);
        QCOMPARE(receivedFrom(m_carlos->session->documents().details(kept.value().first().id)->meta)->key, QStringLiteral("new"));
    }

    // What comes sealed says before it is accepted that nobody has confirmed who signed it, and the two compare the code there.
    void whoSignedIsComparedBeforeItIsAccepted()
    {
        const auto luis = joins(QStringLiteral("luis"), QStringLiteral("co:CC:52000111"));
        QVERIFY(luis);
        Documents &documents = luis->session->documents();
        QVERIFY(answer(keysOf(*luis).refreshKeys()).ok());
        QVERIFY(answer(Shares(session().documents()).setFindable(true)).ok());
        AddRequest request;
        request.path = m_dir.filePath(QStringLiteral("Testamento.txt"));
        request.folder = rootItem();
        const auto put = answer(keysOf(*luis).add({request}, {}, {}));
        QVERIFY(put.ok());
        QVERIFY(answer(luis->session->syncOnce()).ok());
        Shares his(documents);
        const auto ana = answer(his.find(person()));
        QVERIFY(ana.ok());
        QVERIFY(answer(his.agree(person(), ana.value().key.kid)).ok());
        ShareOrder order{person(), ana.value().name, QStringLiteral("Que lo guarde"), {}, QDateTime::currentDateTimeUtc().addDays(7), false, {}, {}, {}, false};
        order.documents = his.what({put.value().first().id}, documents).value();
        const auto made = answer(his.share(order));
        QVERIFY(made.ok());
        const QString id = made.value().id;
        const auto part = [&id](const char *name) { return QByteArray(QStringLiteral("share.%1").arg(id).toUtf8() + name); };
        Shares mine(session().documents());
        QVERIFY(answer(mine.refresh()).ok());
        QCOMPARE(mine.one(id)->senderKey, QStringLiteral("new"));
        m_program->navigator->open(QStringLiteral("home"));
        QTRY_VERIFY_WITH_TIMEOUT(anyLabel(QStringLiteral("Nadie ha confirmado")), carriel::test::patienceMs);
        m_program->navigator->open(QStringLiteral("shares"), {{QStringLiteral("id"), id}});
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows(part(".sender")), carriel::test::patienceMs);
        QVERIFY(anyLabel(QStringLiteral("Nadie ha confirmado")));
        picture("share-sealed-9-sender-new");
        m_program->click(part(".sender"));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows(part(".newCode")), carriel::test::patienceMs); // he is not found: no matter
        QCOMPARE(words(part(".newCode")), made.value().compareCode);
        picture("share-sealed-10-sender-code");
        m_program->click(part(".same"));
        QTRY_COMPARE_WITH_TIMEOUT(mine.one(id)->senderKey, QStringLiteral("compared"), carriel::test::patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_program->find(part(".sender")), carriel::test::patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(anyLabel(QStringLiteral("usted comparó su código")), carriel::test::patienceMs);
        QVERIFY(answer(mine.decline(id)).ok());
    }

    // Whoever throws away what others read is told so, and may take it out again.
    void theTrashSaysWhoReads()
    {
        m_program->navigator->open(QStringLiteral("documents"), {{QStringLiteral("reveal"), m_will.text()}});
        QTRY_VERIFY_WITH_TIMEOUT(m_program->find<QAction>("action.trash")->isEnabled(), carriel::test::patienceMs);
        m_program->find<QAction>("action.trash")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(anyLabel(QStringLiteral("Lo comparte con")), carriel::test::patienceMs);
        picture("share-sealed-8-trash");
        Documents &documents = session().documents();
        QVERIFY(Shares(documents).readable(documents.rows({m_open}), documents).isEmpty());
        QVERIFY(answer(documents.restore({m_will})).ok());
        QCOMPARE(Shares(documents).readable(documents.rows({m_will}), documents).size(), 1);
    }

    void aChangedKeyIsToldAndStopsIt()
    {
        m_again = joins(QStringLiteral("carlos nuevo"), m_carlosId);
        QVERIFY(m_again);
        QVERIFY(answer(keysOf(*m_again).startOver()).ok());
        // Nobody looks him up: the share itself tells, on the first page and on its own.
        Shares mine(session().documents());
        QVERIFY(answer(mine.refresh()).ok());
        const QList<ShareInfo> all = mine.list();
        const auto sent = std::find_if(all.begin(), all.end(), [](const ShareInfo &one) { return one.mine; });
        QVERIFY(sent != all.end());
        const QString id = sent->id;
        QTRY_COMPARE_WITH_TIMEOUT(mine.one(id)->keyNow, QStringLiteral("changed"), carriel::test::patienceMs);
        m_program->navigator->open(QStringLiteral("home"));
        QTRY_VERIFY_WITH_TIMEOUT(anyLabel(QStringLiteral("Otra llave de")), carriel::test::patienceMs);
        picture("share-sealed-6-home-other-key");
        m_program->navigator->open(QStringLiteral("shares"), {{QStringLiteral("id"), id}});
        const auto part = [&id](const char *name) { return QByteArray(QStringLiteral("share.%1").arg(id).toUtf8() + name); };
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows(part(".compare")), carriel::test::patienceMs);
        m_program->click(part(".compare"));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows(part(".newCode")), carriel::test::patienceMs);
        QCOMPARE(words(part(".newCode")).size(), 47);
        picture("share-sealed-7-other-key");
        m_program->click(part(".later"));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows(part(".compare")), carriel::test::patienceMs);
        open(m_will);
        findCarlos();
        QVERIFY2(words("share.key").contains(QStringLiteral("otra llave")), qPrintable(words("share.key")));
        QVERIFY(!mayShare());
        picture("share-sealed-4-changed");
        m_program->click("share.compared");
        QTRY_VERIFY_WITH_TIMEOUT(mayShare(), carriel::test::patienceMs);
    }

    // The other side of it: she lets others see that her key is hers.
    void theOwnKeyIsConfirmed()
    {
        m_provider->claims = {};
        m_program->navigator->open(QStringLiteral("shares"));
        m_program->find<QTabBar>("shares.which")->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows("shares.prove"), carriel::test::patienceMs);
        picture("share-sealed-5-with-me");
        QVERIFY(answer(Shares(session().documents()).setFindable(true)).ok());
        const auto standing = [&] { return answer(Shares(m_carlos->session->documents()).find(person())).value().key.standing; };
        QCOMPARE(standing(), QStringLiteral("unconfirmed"));
        m_program->click("shares.prove");
        QTRY_VERIFY_WITH_TIMEOUT(m_program->find("shares.prove")->isEnabled(), carriel::test::patienceMs);
        QCOMPARE(standing(), QStringLiteral("proven"));
    }
};

QTEST_MAIN(TestShareSealed)
#include "tst_share_sealed.moc"
