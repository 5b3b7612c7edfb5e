// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What another person shares, in the window of who receives it: from whom, what for, accepted with copies, declined, and
// what was no longer there. Two persons with a folder each at a real operator.
#include "core/domain/ReceivedFrom.h"
#include "core/services/Shares.h"
#include "tests/support/Patience.h"
#include "tests/ui/procedures/Stage.h"

#include <QTabBar>

using namespace carriel;
using namespace carriel::ui;

class TestSharesWithMe final : public carriel::ui::test::Stage
{
    Q_OBJECT

    QString card(const QString &id)
    {
        QString all;
        for (int line = 0;; ++line) {
            const auto *label = m_program->find<QLabel>(qPrintable(QStringLiteral("share.%1.line%2").arg(id).arg(line)));
            if (!label || !label->isVisible())
                return all;
            all += label->text() + QLatin1Char('\n');
        }
    }
    QByteArray button(const QString &id, const char *name) { return QStringLiteral("share.%1.%2").arg(id, QLatin1String(name)).toUtf8(); }
    std::optional<ShareInfo> mine(const QString &id) { return Shares(session().documents()).one(id); }
    ItemId put(const char *text, const QString &name, const ItemId &folder)
    {
        return answer(m_carlos->session->documents().addBytes(text, name, QStringLiteral("text/plain"), folder)).value().id;
    }
    QString shareWithAna(const QList<ItemId> &items)
    {
        Documents &documents = m_carlos->session->documents();
        ShareOrder order;
        order.to = person();
        order.toName = QStringLiteral("Ana P. G."); // as he saw it: nothing goes to a number whose owner nobody saw
        order.documents = Shares(documents).what(items, documents).value();
        order.purpose = QStringLiteral("Arriendo del local");
        order.expiresUtc = QDateTime::currentDateTimeUtc().addDays(7);
        const auto made = answer(Shares(documents).share(order));
        return made ? made.value().id : QString();
    }
    void see()
    {
        m_program->navigator->open(QStringLiteral("shares"));
        m_program->find<QTabBar>("shares.which")->setCurrentIndex(1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        begin();
        QVERIFY(answer(Shares(session().documents()).setFindable(true)).ok());
        m_provider->subject = QStringLiteral("co:CC:79845612");
        m_provider->claims = {{QStringLiteral("name"), QStringLiteral("Carlos Ruiz Mora")}};
        m_carlos = std::make_unique<Program>(m_dir.filePath(QStringLiteral("carlos")),
                                             [this](const QUrl &url) { Provider::visit(m_provider->wayBack(url)); });
        Session &his = *m_carlos->session;
        UnlockChoice choice;
        choice.keyStore = false;
        choice.passphrase = SecretBytes::copyOf(passphrase.toUtf8());
        QVERIFY(answer(his.createVault(std::move(choice))).ok());
        QVERIFY(answer(his.connectOperator(m_operator->url(), m_authority.caFile())).ok());
        if (!answer(his.login()).ok())
            QVERIFY(answer(his.enrol(answer(his.terms()).value())).ok());
        m_provider->subject = person();
        m_provider->claims = {{QStringLiteral("name"), QStringLiteral("Ana Pérez Gómez")}};
        m_contract = put("contrato", QStringLiteral("Contrato.txt"), rootItem());
        m_annex = put("anexo", QStringLiteral("Anexo.txt"), rootItem());
        m_plans = answer(his.documents().addFolder(rootItem(), QStringLiteral("Planos"))).value();
        put("plano", QStringLiteral("Local.txt"), m_plans);
        QVERIFY(answer(his.syncOnce()).ok());
    }
    void cleanupTestCase()
    {
        m_carlos.reset();
        end();
    }

    // With a document that its owner threw away before it was accepted.
    void itIsAcceptedWithCopiesAndWhatIsMissingIsNamed()
    {
        const QString id = shareWithAna({m_contract, m_annex, m_plans});
        QVERIFY(!id.isEmpty());
        see();
        QTRY_VERIFY_WITH_TIMEOUT(!card(id).isEmpty(), carriel::test::patienceMs);
        QVERIFY2(card(id).contains(QStringLiteral("Carlos R")), qPrintable(card(id)));
        QVERIFY(card(id).contains(QStringLiteral("Arriendo del local")));
        picture("shares-6-with-me");
        QVERIFY(answer(m_carlos->session->documents().trash({m_annex})).ok());
        QVERIFY(answer(m_carlos->session->syncOnce()).ok());
        m_program->navigator->open(QStringLiteral("home"));
        see();
        QTRY_VERIFY_WITH_TIMEOUT(card(id).contains(QStringLiteral("ya no está")), carriel::test::patienceMs);
        m_program->click(button(id, "keep"));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows("shares.callout"), carriel::test::patienceMs);
        QVERIFY(m_program->find<QLabel>("shares.callout.text")->text().contains(QStringLiteral("Anexo.txt")));
        picture("shares-7-missing");
        const Documents &documents = session().documents();
        QStringList names;
        for (const DocumentRow &row : documents.rows(documents.ids({})))
            names += row.name;
        QCOMPARE(names, QStringList{QStringLiteral("Compartido conmigo")}); // and not among her own
        const ItemId mineNow = *documents.byPath(names.first());
        DocumentQuery inside;
        inside.folder = mineNow;
        const QList<DocumentRow> people = documents.rows(documents.ids(inside));
        QCOMPARE(people.size(), 1);
        QVERIFY2(people.first().name.contains(QStringLiteral("Carlos R")) && people.first().name.contains(QStringLiteral("79845612")), qPrintable(people.first().name));
        const QString below = names.first() + QLatin1Char('/') + people.first().name;
        QVERIFY(documents.byPath(below + QStringLiteral("/Contrato.txt")));
        QVERIFY(documents.byPath(below + QStringLiteral("/Planos/Local.txt"))); // in the folder that he has it in
        // Whence it came stays with it, whatever becomes of the note.
        const ItemId copy = *documents.byPath(below + QStringLiteral("/Contrato.txt"));
        const auto from = receivedFrom(documents.details(copy)->meta);
        QVERIFY(from && from->share == id && from->person == QLatin1String("co:CC:79845612"));
        QCOMPARE(from->sharedUtc, QDateTime::fromString(mine(id)->madeUtc.toString(Qt::ISODate), Qt::ISODate));
        m_program->navigator->open(QStringLiteral("documents"), {{QStringLiteral("reveal"), copy.text()}});
        QTRY_VERIFY(m_program->shows("detailsShare"));
        picture("shares-9-origin");
        m_program->click("detailsShare");
        QTRY_COMPARE(m_program->navigator->currentPage(), QStringLiteral("shares"));
        // Once more: into the same folders, beside what is there.
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows(button(id, "keep")), carriel::test::patienceMs);
        m_program->click(button(id, "keep"));
        QTRY_VERIFY_WITH_TIMEOUT(documents.byPath(below + QStringLiteral("/Planos/Local (2).txt")), carriel::test::patienceMs);
        QCOMPARE(documents.rows(documents.ids({})).size(), 1);
        QCOMPARE(mine(id)->state, QStringLiteral("accepted"));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows(button(id, "keep")), carriel::test::patienceMs);
        QVERIFY(!m_program->find(button(id, "decline")));
    }

    void itIsDeclined()
    {
        const QString id = shareWithAna({m_contract});
        see();
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows(button(id, "decline")), carriel::test::patienceMs);
        m_program->click(button(id, "decline"));
        QTRY_VERIFY_WITH_TIMEOUT(card(id).contains(QStringLiteral("Usted lo rechazó")), carriel::test::patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_program->find(button(id, "keep")), carriel::test::patienceMs);
        QVERIFY(answer(Shares(m_carlos->session->documents()).refresh()).ok());
        QCOMPARE(Shares(m_carlos->session->documents()).one(id)->state, QStringLiteral("declined"));
    }

private:
    std::unique_ptr<Program> m_carlos;
    ItemId m_contract, m_annex, m_plans;
};

QTEST_MAIN(TestSharesWithMe)
#include "tst_shares_with_me.moc"
