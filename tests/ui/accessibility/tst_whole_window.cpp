// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a person has it - navigation, top bar, status line, notices, page, details - on a folder with real content: documents,
// a trash, signatures, notifications sealed and opened, a consent, what was given to an entity, the record of it all. Every page and
// dialog of the registry is walked in it, in three looks, one of them in double type, and so is what covers it while it is locked.
#include "Audit.h"
#include "core/services/Contributions.h"
#include "core/services/Signing.h"
#include "core/services/Versions.h"
#include "tests/core/signing/SigningDesk.h"
#include "tests/support/EventCount.h"
#include "tests/support/Patience.h"
#include "tests/ui/procedures/Stage.h"

#include <QElapsedTimer>
#include <QListWidget>

using namespace carriel;
using namespace carriel::ui;
using carriel::test::EventCount;

class TestWholeWindow final : public carriel::ui::test::Stage
{
    Q_OBJECT

    struct Look {
        const char *theme;
        int scale;
    };
    static QList<Look> looks() { return {{"light", 1}, {"contrast", 1}, {"dark", 2}}; } // double type is laid out alike in every colour

    ItemId put(const QString &name, const QByteArray &bytes, const char *type = "text/plain")
    {
        return answer(session().documents().addBytes(bytes, name, QString::fromLatin1(type), rootItem())).value().id;
    }
    void documents()
    {
        Documents &all = session().documents();
        m_document = put(QStringLiteral("Pasaporte de Ángela María Restrepo Echeverri.txt"), "pasaporte");
        const ItemId diploma = put(QStringLiteral("Diploma.txt"), "diploma");
        const ItemId draft = put(QStringLiteral("Borrador.txt"), "borrador");
        QVERIFY(answer(all.addFolder(rootItem(), QStringLiteral("Salud"))).ok());
        QVERIFY(answer(all.setExpires({m_document}, QDate::currentDate().addDays(12))).ok());
        QVERIFY(answer(all.setLabels({m_document}, {QStringLiteral("viajes"), QStringLiteral("identidad")}, {})).ok());
        QVERIFY(answer(all.setFavourite({diploma}, true)).ok());
        QVERIFY(answer(all.setDocumentType({diploma}, QStringLiteral("diploma"))).ok());
        QVERIFY(answer(all.trash({draft})).ok());
    }
    void signature()
    {
        qputenv("CARRIEL_EXTRACT", CARRIEL_BINARY_DIR "/bin/carriel-extract");
        QVERIFY(m_desk.pki.ready());
        Documents &all = session().documents();
        QVERIFY(answer(all.verification().trust(m_desk.pki.file(QStringLiteral("ca.pem")), {m_desk.pki.authority().sha256()})).ok());
        m_signed = put(QStringLiteral("Contrato.pdf"), carriel::test::plainPdf(), "application/pdf");
        const auto key = answer(all.signing().openIdentity(
            {QStringLiteral("p12"), m_desk.pki.p12(QStringLiteral("ana")), SecretBytes::copyOf("clave")}));
        QVERIFY(key.ok());
        SignRequest request;
        request.documents = {m_signed};
        request.identity = key.value().handle;
        request.certificate = key.value().certificate.sha256; // another one than was seen does not sign
        QVERIFY(answer(all.signing().sign(request)).ok());
        QTRY_COMPARE(all.versions().list(m_signed).size(), 2);
        QTRY_COMPARE(all.signing().made(10).size(), 1); // whole: the register has it, too
        m_certificate = m_desk.pki.key(QStringLiteral("ana"))->certificate().der();
    }
    void notifications()
    {
        QVERIFY(subscribe(QStringLiteral("subsidio")).ok());
        const char *titles[] = {"Acto administrativo", "Respuesta a su petición", "Requerimiento"};
        for (const char *title : titles)
            m_entity->send(person(), QStringLiteral("subsidio"), QStringLiteral("cpaca-56"), QString::fromUtf8(title),
                           QStringLiteral("Por la cual se resuelve."));
        QVERIFY(arrives(3));
        m_opened = mail().list().first().id;
        m_sealed = mail().list().last().id;
        const auto terms = answer(mail().terms(m_opened));
        QVERIFY(terms.ok() && answer(mail().open(m_opened, terms.value().warningDigest)).ok());
    }
    void contribution()
    {
        QFile asked(m_entity->file(QStringLiteral("pide.json")));
        QVERIFY(asked.open(QIODevice::WriteOnly));
        asked.write(R"([{"id":"diploma","title":"Diploma de pregrado","required":true,"types":["diploma"]}])");
        asked.close();
        const QString out = m_entity->file(QStringLiteral("solicitud"));
        const auto request = [&] {
            m_entity->command({QStringLiteral("request"), QStringLiteral("--procedure"), QStringLiteral("noticias"), QStringLiteral("--title"),
                               QStringLiteral("Beca de posgrado"), QStringLiteral("--purpose"), QStringLiteral("Comprobar su título"),
                               QStringLiteral("--retention"), QStringLiteral("Cinco años"), QStringLiteral("--documents"),
                               asked.fileName(), QStringLiteral("--to"), person(), QStringLiteral("--out"), out});
            QFile file(out);
            return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()) : QString();
        };
        m_program->navigator->open(QStringLiteral("contributions"));
        m_program->type("contributions.source", request());
        m_program->click("contributions.read");
        m_program->click("contribute.give");
        QTRY_VERIFY2(!session().documents().contributions().list().isEmpty(),
                     qPrintable(m_program->find<QLabel>("contribute.callout.words") ? m_program->find<QLabel>("contribute.callout.words")->text() : QString()));
        QTRY_COMPARE(session().documents().contributions().list().size(), 1);
        QTRY_COMPARE(session().documents().contributions().list().first().state, QStringLiteral("submitted"));
        m_request = request(); // another one, to be looked at
    }

    QVariantMap argumentsFor(const QString &id) const
    {
        const auto one = [](const QString &value) { return QVariantMap{{QStringLiteral("id"), value}}; };
        const QVariantMap many{{QStringLiteral("ids"), QStringList{m_document.text()}}};
        static const QStringList ofMany{QStringLiteral("sign"), QStringLiteral("documents.move"), QStringLiteral("documents.labels"),
                                        QStringLiteral("documents.print"), QStringLiteral("documents.purge")};
        if (ofMany.contains(id))
            return many;
        if (id == u"viewer" || id == u"history" || id == u"verify")
            return one(m_signed.text());
        if (id == u"notification")
            return one(m_sealed);
        if (id == u"act" || id == u"evidence")
            return one(m_opened);
        if (id == u"attachment")
            return {{QStringLiteral("id"), m_opened}, {QStringLiteral("number"), 0}};
        if (id == u"procedure")
            return one(m_procedure);
        if (id == u"contribute")
            return {{QStringLiteral("source"), m_request}};
        if (id == u"certificate")
            return {{QStringLiteral("der"), m_certificate}};
        if (id == u"documents.import")
            return {{QStringLiteral("path"), m_import}};
        return {};
    }

    // What is answered from the vault has come, and nothing is laid out any more.
    static void settle()
    {
        QElapsedTimer patience;
        patience.start();
        for (int still = 0; still < 4 && patience.elapsed() < carriel::test::patienceMs;) {
            const EventCount layouts(QEvent::LayoutRequest);
            QTest::qWait(25);
            still = layouts.count() == 0 ? still + 1 : 0;
        }
    }
    QStringList faults(QWidget &top, const QString &where)
    {
        settle();
        QStringList found = audit::names(top) + audit::roles(top) + audit::objectNames(top) + audit::targets(top) + audit::texts(top) +
                            audit::contrast(top) + audit::keyboard(top);
        for (QString &line : found)
            line.prepend(QString(where + QLatin1String(" | ")));
        return found;
    }
    void photograph(QWidget &top, const QString &name) const { QVERIFY(top.grab().save(m_pictures + QLatin1String("/whole-") + name + QLatin1String(".png"))); }

    // The program begun anew, as after a change of the system's letters, and opened.
    void beginAgain(const Look &look)
    {
        m_program.reset();
        QFont font = m_font;
        font.setPointSizeF(m_font.pointSizeF() * look.scale);
        QApplication::setFont(font);
        m_program = std::make_unique<Program>(m_dir.path(), [this](const QUrl &url) { Provider::visit(m_provider->wayBack(url)); });
        m_program->theme.setChoice(themeChoiceFrom(QString::fromLatin1(look.theme)));
        m_program->window->resize(1366, 768);
        m_program->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_program->window.get(), carriel::test::patienceMs));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_font = QApplication::font();
        begin();
        for (const auto part : {&TestWholeWindow::documents, &TestWholeWindow::signature, &TestWholeWindow::notifications,
                                &TestWholeWindow::contribution}) {
            (this->*part)();
            if (QTest::currentTestFailed())
                return;
        }
        const QList<ProcedureInfo> procedures = answer(mail().procedures()).value();
        m_procedure = procedures.first().id;
        m_import = m_entity->file(QStringLiteral("papeles"));
        QVERIFY(QDir().mkpath(m_import + QStringLiteral("/2024")));
        QFile paper(m_import + QStringLiteral("/2024/escritura.txt"));
        QVERIFY(paper.open(QIODevice::WriteOnly) && paper.write("x") == 1);
        QTRY_COMPARE(session().status().phase, SyncPhase::UpToDate);
    }
    void cleanupTestCase()
    {
        end();
        QApplication::setFont(m_font);
    }

    void everyPageInTheWindow_data()
    {
        QTest::addColumn<int>("look");
        for (int i = 0; i < looks().size(); ++i)
            QTest::newRow(qPrintable(QStringLiteral("%1 %2 %").arg(QLatin1String(looks().at(i).theme)).arg(looks().at(i).scale * 100))) << i;
    }
    void everyPageInTheWindow()
    {
        QFETCH(int, look);
        const Look as = looks().at(look);
        const QString mark = QStringLiteral("%1-%2").arg(QLatin1String(as.theme)).arg(as.scale * 100);
        beginAgain(as);
        QStringList wrong;
        // Locked. (What waits is not counted by a program that begins locked: it has no ticket.)
        QTRY_VERIFY(m_program->shows("unlock.open"));
        photograph(*m_program->window, QStringLiteral("locked-") + mark);
        wrong += faults(*m_program->window, QStringLiteral("locked"));
        m_program->type("unlock.passphrase", passphrase);
        m_program->click("unlock.open");
        QTRY_VERIFY(!m_program->window->gateShown());
        int walked = 0;
        for (const PageInfo &info : m_program->registry.all()) {
            if (info.place == PagePlace::Gate)
                continue; // that of unlocking was seen; the way in has an audit of its own
            m_program->navigator->open(info.id, argumentsFor(info.id));
            QWidget *top = m_program->window.get();
            if (info.place == PagePlace::Dialog) {
                QTRY_VERIFY2(dialog(info.id), qPrintable(info.id));
                top = dialog(info.id);
            } else {
                QTRY_COMPARE(m_program->navigator->currentPage(), info.id);
            }
            top->activateWindow(); // where no window manager gives the keyboard back when a dialog has closed
            QVERIFY(QTest::qWaitForWindowActive(top, carriel::test::patienceMs));
            ++walked;
            auto *sections = top->findChild<QListWidget *>(info.id + QLatin1String(".sections"));
            const int parts = sections ? sections->count() : 1;
            for (int part = 0; part < parts; ++part) {
                if (sections)
                    sections->setCurrentRow(part);
                const QString name = parts > 1 ? QStringLiteral("%1-%2").arg(info.id).arg(part + 1) : info.id;
                const QStringList found = faults(*top, name);
                photograph(*top, name + QLatin1Char('-') + mark);
                wrong += found;
            }
            if (info.place == PagePlace::Dialog) {
                top->close();
                QTRY_VERIFY2(!dialog(info.id), qPrintable(info.id));
            }
        }
        QVERIFY(walked > 30);
        wrong.removeDuplicates();
        for (const QString &line : std::as_const(wrong))
            qWarning("%s", qPrintable(line)); // a message of failure is cut
        QVERIFY2(wrong.isEmpty(), "see above");
    }

private:
    static QWidget *dialog(const QString &id)
    {
        const auto tops = QApplication::topLevelWidgets();
        for (QWidget *top : tops) {
            if (top->objectName() == QStringLiteral("dialog.") + id && top->isVisible())
                return top;
        }
        return nullptr;
    }

    carriel::test::SigningDesk m_desk;
    QFont m_font;
    ItemId m_document, m_signed;
    QString m_sealed, m_opened, m_procedure, m_request, m_import;
    QByteArray m_certificate;
};

QTEST_MAIN(TestWholeWindow)
#include "tst_whole_window.moc"
