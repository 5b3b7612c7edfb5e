// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An entity asks for papers, and the person gives exactly those in the window: who asks, what serves, what goes out,
// once, with a filing number. The operator and the entity are the real programs.
#include "Stage.h"
#include "app/desktop/ContributionNotices.h"
#include "core/services/Activity.h"
#include "core/services/sealed/SealedDocuments.h"
#include "core/services/Contributions.h"
#include "tests/support/Patience.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace carriel;
using namespace carriel::ui;

class TestContribute final : public carriel::ui::test::Stage
{
    Q_OBJECT

    QString label(const char *name)
    {
        return m_program->find<QLabel>(name) ? m_program->find<QLabel>(name)->text() : QString();
    }
    QString request(const QStringList &more = {})
    {
        QFile asked(m_entity->file(QStringLiteral("pide.json")));
        if (!asked.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("cannot write what is asked for");
        asked.write(R"([{"id":"diploma","title":"Diploma de pregrado","required":true,"types":["diploma"]},
                        {"id":"anexo","title":"Otro documento","required":false}])");
        asked.close();
        const QString out = m_entity->file(QStringLiteral("solicitud"));
        m_entity->command(QStringList{QStringLiteral("request"), QStringLiteral("--procedure"),
                                      QStringLiteral("noticias"), QStringLiteral("--title"),
                                      QStringLiteral("Beca de posgrado"), QStringLiteral("--purpose"),
                                      QStringLiteral("Comprobar su título"), QStringLiteral("--retention"),
                                      QStringLiteral("Cinco años"), QStringLiteral("--documents"), asked.fileName(),
                                      QStringLiteral("--out"), out} +
                          more);
        QFile file(out);
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString();
    }
    QString written(const char *name, const QByteArray &bytes) // a file of the person's computer
    {
        QFile file(m_dir.filePath(QString::fromUtf8(name)));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    void read(const QString &source)
    {
        m_program->navigator->open(QStringLiteral("contributions"));
        m_program->type("contributions.source", source);
        m_program->click("contributions.read");
    }
    QListWidget *list(const char *ask)
    {
        return m_program->find<QListWidget>(qPrintable(QStringLiteral("asked.%1.list").arg(QLatin1String(ask))));
    }
    QList<ContributionInfo> made() { return session().documents().contributions().list(); }

private Q_SLOTS:
    void initTestCase()
    {
        begin();
        Documents &documents = session().documents();
        m_diploma = answer(documents.addBytes("diploma", QStringLiteral("Diploma.txt"), QStringLiteral("text/plain"),
                                              rootItem()))
                        .value()
                        .id;
        QVERIFY(answer(documents.setDocumentType({m_diploma}, QStringLiteral("diploma"))).ok());
        QVERIFY(answer(documents.addBytes("otro", QStringLiteral("Otro.txt"), QStringLiteral("text/plain"), rootItem()))
                    .ok());
    }
    void cleanupTestCase() { end(); }

    void whatIsNoRequestIsRefused()
    {
        read(QStringLiteral("https://nadie.invalid/solicitud"));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows("contribute.callout.action"), carriel::test::patienceMs);
        QVERIFY(!m_program->shows("contribute.give"));
    }

    void nothingIsGivenBeforeItIsSeen()
    {
        m_asked = request({QStringLiteral("--to"), person()});
        read(m_asked);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows("contribute.give"), carriel::test::patienceMs);
        QCOMPARE(label("contribute.entity"), QStringLiteral("Secretaría de Salud de Medellín"));
        QVERIFY(label("contribute.purpose").contains(QStringLiteral("Comprobar su título")));
        QCOMPARE(list("diploma")->count(), 1); // the other one is no diploma
        QCOMPARE(list("anexo")->count(), 2);
        QVERIFY(label("contribute.sum").contains(QStringLiteral("Diploma.txt")));
        list("diploma")->item(0)->setCheckState(Qt::Unchecked);
        QVERIFY(!m_program->find("contribute.give")->isEnabled());
        QVERIFY(label("contribute.sum").contains(QStringLiteral("Diploma de pregrado"))); // is missing
        list("anexo")->item(0)->setCheckState(Qt::Checked);
        list("anexo")->item(1)->setCheckState(Qt::Checked); // one is asked for: the last mark counts
        QCOMPARE(list("anexo")->item(0)->checkState(), Qt::Unchecked);
        list("anexo")->item(1)->setCheckState(Qt::Unchecked);
        list("diploma")->item(0)->setCheckState(Qt::Checked);
        picture("contribute-1-request");
        // Looked at, and found again as it was left.
        list("diploma")->setCurrentRow(0);
        m_program->click("asked.diploma.look");
        QTRY_COMPARE(m_program->navigator->currentPage(), QStringLiteral("viewer"));
        m_program->click("viewerBack");
        QCOMPARE(m_program->navigator->currentPage(), QStringLiteral("contribute"));
        QVERIFY(m_program->find("contribute.give")->isEnabled());
        QVERIFY(made().isEmpty());
    }

    // What changes under the hand, from another computer, is said; it is marked no longer, and the other content is not given.
    void whatWasMarkedIsNotSwapped()
    {
        Documents &documents = session().documents();
        QVERIFY(label("contribute.sum").contains(QString::fromLatin1(documents.details(m_diploma)->sha256.toHex())));
        QVERIFY(answer(documents.addVersion(m_diploma, written("otro diploma.txt", "falso"))).ok());
        QTRY_VERIFY(m_program->shows("asked.diploma.other") && label("asked.diploma.other").contains(QStringLiteral("Diploma.txt")));
        QCOMPARE(list("diploma")->item(0)->checkState(), Qt::Unchecked);
        QVERIFY(!m_program->find("contribute.give")->isEnabled());
        picture("contribute-10-swapped");
        list("diploma")->item(0)->setCheckState(Qt::Checked); // as it is now, by one's own word
        QVERIFY(!m_program->shows("asked.diploma.other") && m_program->find("contribute.give")->isEnabled());
        QVERIFY(label("contribute.sum").contains(QString::fromLatin1(documents.details(m_diploma)->sha256.toHex())));
    }

    // What is asked for signed is signed first, from the same page.
    void whatIsAskedForSignedIsSignedFirst()
    {
        const QString asked = written("firmada.json", R"([{"id":"carta","title":"Carta firmada","required":true,"signed":true}])");
        read(request({QStringLiteral("--to"), person(), QStringLiteral("--documents"), asked}));
        QTRY_VERIFY_WITH_TIMEOUT(list("carta"), carriel::test::patienceMs);
        list("carta")->item(0)->setCheckState(Qt::Checked);
        QVERIFY(m_program->shows("asked.carta.unsigned"));
        QVERIFY(!m_program->find("contribute.give")->isEnabled());
        list("carta")->setCurrentRow(0);
        picture("contribute-11-unsigned");
        m_program->click("asked.carta.sign");
        QTRY_COMPARE(m_program->navigator->currentPage(), QStringLiteral("sign"));
        read(m_asked);
        QTRY_VERIFY_WITH_TIMEOUT(list("diploma"), carriel::test::patienceMs);
    }

    // What kind a document is the person alone says: any of hers may be given as what is asked for. What is sealed is marked.
    void anyDocumentMayBeGivenTheType()
    {
        Documents &documents = session().documents();
        AddRequest request;
        request.path = written("Secreto.txt", "secreto");
        const auto sealed = answer(SealedDocuments::of(documents).add({request}, {}, {}));
        QVERIFY(sealed.ok() && !sealed.value().first().error);
        m_program->click("asked.diploma.others");
        QTRY_COMPARE(list("diploma")->count(), 3);
        const auto row = [this](const QString &name) {
            const QList<QListWidgetItem *> found = list("diploma")->findItems(name, Qt::MatchStartsWith);
            return found.isEmpty() ? nullptr : found.first();
        };
        QVERIFY(m_program->shows("asked.diploma.typed") && m_program->shows("asked.diploma.sealed"));
        QVERIFY(row(QStringLiteral("Secreto.txt"))->text().contains(QStringLiteral("sellado")));
        QVERIFY(!(row(QStringLiteral("Secreto.txt"))->flags() & Qt::ItemIsUserCheckable));
        picture("contribute-9-others");
        row(QStringLiteral("Otro.txt"))->setCheckState(Qt::Checked);
        const ItemId other = *documents.byPath(QStringLiteral("Otro.txt"));
        QTRY_COMPARE(documents.rows({other}).first().documentType, QStringLiteral("diploma"));
        QTRY_VERIFY(label("contribute.sum").contains(QStringLiteral("Otro.txt")));
        QVERIFY(!label("contribute.sum").contains(QStringLiteral("Diploma.txt"))); // one is asked for
        QVERIFY(m_program->find("contribute.give")->isEnabled());
        m_program->click("asked.diploma.others");
        QTRY_COMPARE(list("diploma")->count(), 2);
        row(QStringLiteral("Diploma.txt"))->setCheckState(Qt::Checked);
        QVERIFY(answer(documents.setDocumentType({other}, {})).ok());
        QVERIFY(answer(documents.trash({sealed.value().first().id})).ok());
        QTRY_COMPARE(list("diploma")->count(), 1);
    }

    void itIsGivenOnceAndFiled()
    {
        m_program->click("contribute.give");
        QTRY_COMPARE_WITH_TIMEOUT(m_program->navigator->currentPage(), QStringLiteral("contributions"), carriel::test::patienceMs);
        QCOMPARE(made().size(), 1);
        const QString id = made().first().id;
        const QString name = QStringLiteral("contribution.") + id;
        QTRY_COMPARE_WITH_TIMEOUT(made().first().state, QStringLiteral("submitted"), carriel::test::patienceMs);
        QVERIFY(made().first().defects.isEmpty());
        // In this computer's record since it was done.
        const auto acts = answer(session().documents().activity().search({}, 100));
        QVERIFY(acts.ok());
        QVERIFY(std::any_of(acts.value().cbegin(), acts.value().cend(), [](const ActivityRecord &one) {
            return one.kind == QLatin1String("document.given") && one.name == QLatin1String("Diploma.txt") &&
                   one.with == QStringLiteral("Secretaría de Salud de Medellín");
        }));
        m_entity->command(
            {QStringLiteral("receive"), QStringLiteral("--out"), m_entity->file(QStringLiteral("recibidos"))});
        // The answer comes by itself, whatever page is open, and says on the desktop that it came and no more.
        desktop::ContributionNotices notices(session(), nullptr);
        notices.inFront = [] { return false; };
        QSignalSpy told(&notices, &desktop::ContributionNotices::wanted);
        m_program->navigator->open(QStringLiteral("home"));
        m_entity->command({QStringLiteral("ack"), id});
        QTRY_COMPARE_WITH_TIMEOUT(made().first().state, QStringLiteral("filed"), carriel::test::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, carriel::test::patienceMs);
        QVERIFY(!told.first().at(1).toString().contains(QStringLiteral("Salud")));
        QVERIFY(!told.first().at(1).toString().contains(made().first().filingNumber));
        m_program->navigator->open(QStringLiteral("contributions"));
        QTRY_VERIFY(label(qPrintable(QString(name + QStringLiteral(".line3")))).contains(made().first().filingNumber));
        picture("contribute-2-filed");
    }

    void whoHasWhatIsInOnePlace()
    {
        m_program->click("contributions.holders");
        QTRY_COMPARE(m_program->navigator->currentPage(), QStringLiteral("holders"));
        QCOMPARE(label("holders.0.heading"), QStringLiteral("Secretaría de Salud de Medellín (NIT 900123456-8)"));
        picture("holders-1-by-entity");
        m_program->click("holders.0.0.erase");
        QVERIFY(QGuiApplication::clipboard()->text().contains(made().first().filingNumber));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("- Diploma.txt")));
        auto *by = qobject_cast<QComboBox *>(m_program->find("holders.by"));
        by->setCurrentIndex(1);
        QCOMPARE(label("holders.0.heading"), QStringLiteral("Diploma.txt"));
        picture("holders-2-by-document");
        m_program->click("holders.0.0.see");
        QTRY_COMPARE(m_program->navigator->currentPage(), QStringLiteral("contributions"));
    }

    void whatProvesItIsSaved()
    {
        const QString id = made().first().id;
        const QString file = m_entity->file(QStringLiteral("prueba.asice"));
        const QString prove = QStringLiteral("contribution.%1.prove").arg(id);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows(qPrintable(prove)), carriel::test::patienceMs);
        m_program->click(qPrintable(prove));
        auto *dialog = m_program->navigator->page(QStringLiteral("contributions"))->findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), carriel::test::patienceMs);
        // And looked at in the page of evidence, as anybody's file.
        m_program->navigator->open(QStringLiteral("evidence"), {{QStringLiteral("path"), file}});
        QTRY_COMPARE(label("evidence.verdict.number"), made().first().filingNumber);
        QVERIFY(!m_program->find("evidence.findings"));
        picture("contribute-4-evidence");
    }

    void aRequestIsAnsweredOnce()
    {
        read(m_asked);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows("contribute.before.title"), carriel::test::patienceMs);
        QVERIFY(!m_program->find("contribute.give")); // there is nothing more to give
        picture("contribute-6-answered");
        // Nor does the act itself take a second one.
        const auto again = answer(session().documents().contributions().contribute(m_asked.toLatin1(), {}, true));
        QVERIFY(!again.ok());
        QCOMPARE(again.error().params.value(QStringLiteral("id")).toString(), made().first().id);
        QCOMPARE(made().size(), 1);
        m_program->click("contribute.before.action");
        QTRY_COMPARE(m_program->navigator->currentPage(), QStringLiteral("contributions"));
    }

    void whatIsAskedOfEverybodyIsInTheCatalogue()
    {
        QVERIFY(!m_program->find("published.words")->isVisible());
        m_entity->command({QStringLiteral("request"), QStringLiteral("--publish"), QStringLiteral("--procedure"),
                           QStringLiteral("noticias"), QStringLiteral("--title"), QStringLiteral("Convocatoria"),
                           QStringLiteral("--purpose"), QStringLiteral("Comprobar su título"),
                           QStringLiteral("--retention"), QStringLiteral("Un año"), QStringLiteral("--documents"),
                           m_entity->file(QStringLiteral("pide.json"))});
        m_program->navigator->open(QStringLiteral("contributions"));
        const auto answers = [this] {
            return m_program->navigator->page(QStringLiteral("contributions"))
                ->findChildren<QPushButton *>(QRegularExpression(QStringLiteral("^published\\..*\\.answer$")));
        };
        QTRY_COMPARE(answers().size(), 1);
        picture("contribute-5-catalogue");
        answers().first()->click();
        QTRY_COMPARE(m_program->navigator->currentPage(), QStringLiteral("contribute"));
        QTRY_VERIFY(m_program->shows("contribute.give"));
        QCOMPARE(label("contribute.title"), QStringLiteral("Convocatoria"));
        QVERIFY(!m_program->find("contribute.before.title"));
        m_program->click("contribute.give");
        QTRY_COMPARE_WITH_TIMEOUT(made().size(), 2, carriel::test::patienceMs);
        // It takes several answers, and says when the one who asks for it again has given one.
        QTRY_COMPARE(m_program->navigator->currentPage(), QStringLiteral("contributions"));
        QTRY_COMPARE(answers().size(), 1);
        answers().first()->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows("contribute.before.title"), carriel::test::patienceMs);
        QVERIFY(m_program->find("contribute.give")->isEnabled());
        picture("contribute-7-again");
    }

    // Where anything serves, what was asked for comes first, and the rest is found by its name.
    void amongManyOneFindsIt()
    {
        Documents &documents = session().documents();
        for (int i = 0; i < 60; ++i)
            QVERIFY(answer(documents.addBytes(QByteArray::number(i), QStringLiteral("Foto %1.txt").arg(i),
                                              QStringLiteral("text/plain"), rootItem()))
                        .ok());
        QVERIFY(answer(documents.addBytes("yo", QStringLiteral("Autorización.txt"), QStringLiteral("text/plain"), rootItem()))
                    .ok());
        for (int i = 60; i < 65; ++i)
            QVERIFY(answer(documents.addBytes(QByteArray::number(i), QStringLiteral("Foto %1.txt").arg(i),
                                              QStringLiteral("text/plain"), rootItem()))
                        .ok());
        read(request({QStringLiteral("--to"), person()}));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows("asked.anexo.search"), carriel::test::patienceMs);
        QVERIFY(!m_program->shows("asked.diploma.search"));
        QCOMPARE(list("anexo")->count(), 50);
        m_program->type("asked.anexo.search", QStringLiteral("autoriza"));
        QTRY_COMPARE(list("anexo")->count(), 1);
        QVERIFY(list("anexo")->item(0)->text().startsWith(QStringLiteral("Autorización.txt")));
        list("anexo")->item(0)->setCheckState(Qt::Checked);
        m_program->type("asked.anexo.search", QStringLiteral("foto 59"));
        QTRY_COMPARE(list("anexo")->count(), 2); // what is chosen stays in sight
        QVERIFY(label("contribute.sum").contains(QStringLiteral("Autorización.txt")));
        picture("contribute-8-search");
        AskedFor wanted;
        wanted.title = QStringLiteral("AUTORIZACION para publicar");
        QCOMPARE(documents.contributions().matching(wanted, documents).first().name, QStringLiteral("Autorización.txt"));
    }

    // What was done in the folder is signed for by the operator with the next exchange, and the record says so.
    void whatWasDoneIsAnchored()
    {
        m_program->navigator->open(QStringLiteral("activity"));
        const auto *rows = m_program->find<QAbstractItemView>("activity.list")->model();
        QTRY_VERIFY_WITH_TIMEOUT(rows->rowCount() > 2, carriel::test::patienceMs);
        QCOMPARE(rows->columnCount(), 3);
        const auto anchored = [rows] {
            for (int row = 0; row < rows->rowCount(); ++row) {
                if (rows->index(row, 2).data().toString() != QStringLiteral("Anclado"))
                    return false;
            }
            return rows->rowCount() > 2;
        };
        for (int rounds = 0; rounds < 60 && !anchored(); ++rounds) {
            QVERIFY(answer(session().syncOnce()).ok());
            m_program->navigator->open(QStringLiteral("activity"));
            constexpr int untilTheNextSync = 1000;
            (void)QTest::qWaitFor(anchored, untilTheNextSync);
        }
        QString loose;
        for (int row = 0; row < rows->rowCount(); ++row) {
            if (rows->index(row, 2).data().toString() != QStringLiteral("Anclado"))
                loose += rows->index(row, 0).data(Qt::ToolTipRole).toString() + QLatin1Char('\n');
        }
        QVERIFY2(anchored(), qPrintable(loose));
        picture("activity-anchored");
    }

    void whatWasRejectedIsNotSaidToStand()
    {
        const QString asked = request({QStringLiteral("--to"), person()});
        const auto details = session().documents().details(m_diploma);
        const auto given = answer(session().documents().contributions().contribute(asked.toLatin1(), {{QStringLiteral("diploma"), m_diploma, details->sha256}}));
        QVERIFY(given.ok());
        m_entity->command({QStringLiteral("receive"), QStringLiteral("--out"), m_entity->file(QStringLiteral("rechazados"))});
        m_entity->command({QStringLiteral("reject"), given.value().id, QStringLiteral("--reason"), QStringLiteral("Falta la firma")});
        QTRY_COMPARE_WITH_TIMEOUT(made().first().state, QStringLiteral("rejected"), carriel::test::patienceMs);
        read(asked);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows("contribute.before.title"), carriel::test::patienceMs);
        QVERIFY2(label("contribute.before.text").contains(QStringLiteral("rechazó")), qPrintable(label("contribute.before.text")));
        picture("contribute-10-rejected");
    }

    // A link opened while the folder is locked waits until the person has opened it.
    void aLinkWaitsForItsPerson()
    {
        const QString source = request({QStringLiteral("--case"), QStringLiteral("2026-118"),
                                        QStringLiteral("--holder"), QStringLiteral("Claudia Rojas")});
        QVERIFY(answer(session().lock()).ok());
        m_program->navigator->openAddress(source);
        QVERIFY(!m_program->shows("contribute.content"));
        QVERIFY(answer(session().unlockWithPassphrase(SecretBytes::copyOf(passphrase.toUtf8()))).ok());
        QTRY_COMPARE(m_program->navigator->currentPage(), QStringLiteral("contribute"));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows("contribute.whose.title"), carriel::test::patienceMs); // it does not say that it is hers
        // Her name is not this person's: nothing is given by one click.
        QVERIFY(!m_program->find("contribute.give")->isEnabled());
        m_program->click("contribute.otherCase");
        QVERIFY(m_program->find("contribute.give")->isEnabled());
        picture("contribute-3-whose");
        QVERIFY(answer(session().lock()).ok());
        QVERIFY(!m_program->find("contribute.give")); // nothing of it stays
        QVERIFY(answer(session().unlockWithPassphrase(SecretBytes::copyOf(passphrase.toUtf8()))).ok());
    }

private:
    ItemId m_diploma;
    QString m_asked;
};

QTEST_MAIN(TestContribute)
#include "tst_contribute.moc"
