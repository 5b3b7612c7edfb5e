// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Trámites as a person uses them, against the real operator and a real entity: what is offered, agreeing over the whole
// text, being notified, taking it back, the history and its proof; and what is said without a connection.
#include "Stage.h"
#include "tests/support/Patience.h"
#include "ui/procedures/Catalogue.h"
#include "ui/widgets/NoticeBar.h"

#include <QComboBox>
#include <QFileDialog>
#include <QListView>

using namespace carriel;
using namespace carriel::ui;

class TestProcedures final : public carriel::ui::test::Stage
{
    Q_OBJECT

    QString label(const char *name)
    {
        return m_program->find<QLabel>(name) ? m_program->find<QLabel>(name)->text() : QString();
    }
    QStringList rows()
    {
        QStringList out;
        const QAbstractItemModel *model = m_program->find<QListView>("procedures.list")->model();
        for (int i = 0; i < model->rowCount(); ++i)
            out << model->index(i, 0).data(Qt::AccessibleTextRole).toString();
        out.removeAll(QString()); // headings
        return out;
    }
    void choose(const QString &title)
    {
        auto *list = m_program->find<QListView>("procedures.list");
        const QModelIndexList found = list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, title);
        QCOMPARE(found.size(), 1);
        list->scrollTo(found.first()); // what lies below the edge of a small window cannot be clicked
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(found.first()).center());
    }

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { end(); }

    void whatIsOfferedStandsByEntity()
    {
        m_program->navigator->open(QStringLiteral("procedures"));
        QTRY_COMPARE(rows().size(), 3);
        QVERIFY(rows().contains(QStringLiteral("Subsidio de salud, Secretaría de Salud de Medellín (NIT 900123456-8), Sin suscripción")));
        QVERIFY(rows().contains(QStringLiteral("Noticias de salud, Secretaría de Salud de Medellín (NIT 900123456-8), Solo informa")));
        m_program->type("procedures.words", QStringLiteral("medellin RENTA"));
        QCOMPARE(rows().size(), 1);
        m_program->type("procedures.words", QStringLiteral("nada de esto"));
        QVERIFY(m_program->shows("empty.action") || rows().isEmpty());
        m_program->type("procedures.words", QString());
        QCOMPARE(rows().size(), 3);
    }

    void whoAgreesHasReadTheWholeText()
    {
        choose(QStringLiteral("Subsidio de salud"));
        QTRY_VERIFY(m_program->shows("procedure.agree") && m_program->find("procedure.agree")->isEnabled());
        QCOMPARE(label("procedure.words"), QStringLiteral("Acepto que me notifiquen los actos del subsidio."));
        QVERIFY(label("procedure.digest").contains(QStringLiteral("SHA-256")));
        QVERIFY(label("procedure.entity").contains(QStringLiteral("NIT 900123456-8")));
        QVERIFY(!m_program->shows("procedure.end"));
        picture("procedure-1-offered");
        m_program->click("procedure.agree");
        QTRY_VERIFY(m_program->shows("procedure.end"));
        QVERIFY(!m_program->shows("procedure.agree"));
        QTRY_VERIFY2(label("procedure.consent0.proof").contains(QStringLiteral("completa")),
                     qPrintable(label("procedure.consent0.proof")));
        picture("procedure-2-subscribed");
        QCOMPARE(mail().consents().size(), 1);
        QCOMPARE(mail().consents().first().state, QStringLiteral("active"));
    }

    void theConsentWorks()
    {
        m_entity->send(person(), QStringLiteral("subsidio"), QStringLiteral("cpaca-56"),
                       QStringLiteral("Acto administrativo"), QStringLiteral("Se concede el subsidio."));
        QVERIFY(arrives(1));
    }

    void theProofIsKeptAsAFile()
    {
        m_program->click("procedure.consent0.read");
        QVERIFY(m_program->shows("procedure.consent0.text"));
        m_program->click("procedure.consent0.save");
        auto *dialog = m_program->find<QFileDialog>("procedure.saveDialog");
        QVERIFY(dialog);
        const QString path = m_dir.filePath(QStringLiteral("prueba.zip"));
        Q_EMIT dialog->fileSelected(path);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("PK") && bytes.contains("given-receipt.jws") && bytes.contains("texto.txt"));
        QCOMPARE(file.permissions() & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
        dialog->close();
    }

    void itIsTakenBackAsEasily()
    {
        m_program->click("procedure.end");
        QVERIFY(m_program->shows("procedure.withdrawal"));
        picture("procedure-3-taking-back");
        m_program->click("procedure.keep"); // one may change one's mind
        QVERIFY(!m_program->shows("procedure.withdrawal"));
        m_program->click("procedure.end");
        m_program->click("procedure.withdraw");
        // Whoever looks at another one meanwhile is told all the same what became of this.
        m_program->navigator->open(QStringLiteral("procedure"), {{QStringLiteral("id"), QStringLiteral("renta")}});
        QTRY_VERIFY2(m_program->window->notices().text().contains(QStringLiteral("Subsidio de salud")),
                     qPrintable(m_program->window->notices().text()));
        QTRY_COMPARE(label("procedure.title"), QStringLiteral("Impuesto sobre la renta"));
        m_program->navigator->open(QStringLiteral("procedure"), {{QStringLiteral("id"), QStringLiteral("subsidio")}});
        QTRY_VERIFY(m_program->shows("procedure.agree"));
        QTRY_VERIFY2(label("procedure.consent0.proof").contains(QStringLiteral("completa")),
                     qPrintable(label("procedure.consent0.proof")));
        QVERIFY(label("procedure.consent0.ended").contains(QStringLiteral("retiró")));
        picture("procedure-4-withdrawn");
        QCOMPARE(mail().list().size(), 1); // what came before stays
        m_program->navigator->open(QStringLiteral("procedures"));
        QTRY_VERIFY(rows().filter(QStringLiteral("Lo retiró")).size() == 1);
        picture("procedure-5-list");
    }

    void givenAgainItIsASecondConsent()
    {
        QVERIFY(subscribe(QStringLiteral("subsidio")).ok());
        QVERIFY(subscribe(QStringLiteral("renta")).ok());
        // Somebody else agreed meanwhile, or an answer was lost: what holds is read, and it is no failure.
        QVERIFY(subscribe(QStringLiteral("renta")).ok());
        QCOMPARE(mail().consents().size(), 3);
        choose(QStringLiteral("Subsidio de salud"));
        QTRY_VERIFY(m_program->shows("procedure.consent1"));
        QVERIFY(label("procedure.consent0.ended").contains(QStringLiteral("vigor")));
    }

    void afterALockSheIsWhereSheWas()
    {
        m_program->navigator->open(QStringLiteral("procedure"), {{QStringLiteral("id"), QStringLiteral("renta")}});
        QTRY_COMPARE(label("procedure.title"), QStringLiteral("Impuesto sobre la renta"));
        QVERIFY(answer(session().lock()).ok());
        QCOMPARE(label("procedure.title"), QString()); // and nothing of it stays
        QVERIFY(answer(session().unlockWithPassphrase(SecretBytes::copyOf(passphrase.toUtf8()))).ok());
        QTRY_COMPARE(label("procedure.title"), QStringLiteral("Impuesto sobre la renta"));
        QTRY_VERIFY(m_program->shows("procedure.consent0"));
    }

    void withoutAConnectionOnesOwnConsentsAreShown()
    {
        m_operator->kill();
        m_program->navigator->open(QStringLiteral("home"));
        m_program->navigator->open(QStringLiteral("procedure"), {{QStringLiteral("id"), QStringLiteral("renta")}});
        QTRY_COMPARE(label("procedure.title"), QStringLiteral("Impuesto sobre la renta"));
        QTRY_VERIFY(m_program->shows("procedure.consent0"));
        m_program->click("procedure.end");
        m_program->click("procedure.withdraw");
        QTRY_VERIFY(m_program->shows("procedure.callout"));
        QVERIFY(m_program->shows("procedure.end")); // nothing happened, and it is not said that it did
        picture("procedure-6-offline");
        m_operator->start();
    }

    void linesAreSortedAndNeutral()
    {
        ProcedureInfo one;
        one.id = QStringLiteral("b");
        one.title = QStringLiteral("Ábaco\u202e");
        one.entityName = QStringLiteral("Zeta");
        one.text = QStringLiteral("texto");
        ProcedureInfo two = one;
        two.id = QStringLiteral("a");
        two.title = QStringLiteral("Zapato");
        two.entityName = QStringLiteral("Árbol");
        ConsentInfo gone;
        gone.id = QStringLiteral("c");
        gone.procedureId = QStringLiteral("x");
        gone.procedureTitle = QStringLiteral("Antiguo");
        gone.entityName = QStringLiteral("Árbol");
        gone.state = QStringLiteral("active");
        const QList<ProcedureLine> lines = procedureLines({one, two}, {gone});
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0).title, QStringLiteral("Antiguo"));
        QVERIFY(!lines.at(0).listed && lines.at(0).standing == Standing::Subscribed);
        QCOMPARE(lines.at(1).title, QStringLiteral("Zapato"));
        QVERIFY(!lines.at(2).title.contains(QChar(0x202e)));
        QVERIFY(hasWords(lines.at(2), QStringLiteral("abaco")) && !hasWords(lines.at(2), QStringLiteral("arbol")));
    }

    // Two entities of one name stand under two headings that a person can tell apart, each with all of its own.
    void entitiesOfOneName()
    {
        QList<ProcedureInfo> catalogue;
        for (const auto &[id, entity] : {std::pair{"a", "co:NIT:900100201"}, {"b", "co:NIT:900100505"}, {"c", "co:NIT:900100201"}}) {
            ProcedureInfo one;
            one.id = one.title = QLatin1String(id);
            one.entityId = QLatin1String(entity);
            one.entityName = QStringLiteral("Impuestos");
            catalogue.append(one);
        }
        const QList<ProcedureLine> lines = procedureLines(catalogue, {});
        QCOMPARE(lines.at(0).entity, lines.at(1).entity);
        QVERIFY(lines.at(0).id == QLatin1String("a") && lines.at(1).id == QLatin1String("c"));
        QVERIFY2(lines.at(2).entity.contains(QStringLiteral("900100505")) && lines.at(0).entity.contains(QStringLiteral("900100201")),
                 qPrintable(lines.at(0).entity));
        QVERIFY(hasWords(lines.at(2), QStringLiteral("900100505")));
    }
};

QTEST_MAIN(TestProcedures)
#include "tst_procedures.moc"
