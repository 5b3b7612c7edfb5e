// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Documents for somebody else in one encrypted file, made and opened from the window; and a folder that is sealed from it.
#include "core/services/sealed/ParcelFiles.h"
#include "core/services/sealed/SealedDocuments.h"
#include "tests/ui/procedures/Stage.h"
#include "ui/shares/OpenParcelPage.h"
#include "ui/shares/ParcelPage.h"

#include <QFile>

using namespace carriel;
using namespace carriel::ui;

class TestParcelPages final : public carriel::ui::test::Stage
{
    Q_OBJECT

    ItemId m_will, m_letter;
    QString m_code;

    QString fileOf(const QString &name) const { return m_dir.filePath(name); }
    ItemId added(const QString &name, bool sealed)
    {
        QFile file(fileOf(name));
        if (!file.open(QIODevice::WriteOnly) || file.write("lo de " + name.toUtf8()) < 0)
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
    template <typename T> T *page(const char *id) { return static_cast<T *>(m_program->navigator->page(QString::fromLatin1(id))); }
    QList<DocumentRow> rowsIn(const ItemId &folder)
    {
        DocumentQuery query;
        query.folder = folder;
        return session().documents().rows(session().documents().ids(query));
    }

private Q_SLOTS:
    void initTestCase()
    {
        begin();
        m_will = added(QStringLiteral("Testamento.txt"), true);
        m_letter = added(QStringLiteral("Carta.txt"), false);
        QVERIFY(!m_will.isEmpty() && !m_letter.isEmpty());
    }
    void cleanupTestCase() { end(); }

    void aFileIsMadeAndItsCodeIsShown()
    {
        m_program->navigator->open(QStringLiteral("documents"));
        QVERIFY(m_program->find<QAction>("action.parcel"));
        m_program->navigator->open(QStringLiteral("parcel"), {{QStringLiteral("ids"), QStringList{m_will.text(), m_letter.text()}}});
        QVERIFY(words("parcel.what").contains(QStringLiteral("Testamento.txt")));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->find("parcel.save")->isEnabled(), carriel::test::patienceMs);
        picture("parcel-1-make");
        m_program->find<QPlainTextEdit>("parcel.message")->setPlainText(QStringLiteral("Guárdalos"));
        page<ParcelPage>("parcel")->makeAt(fileOf(QStringLiteral("para-ana.carpeta")));
        QTRY_VERIFY_WITH_TIMEOUT(!words("parcel.code").isEmpty(), carriel::test::patienceMs);
        m_code = words("parcel.code");
        picture("parcel-2-made");
        const auto parcel = sealed::parcelIn(fileOf(QStringLiteral("para-ana.carpeta")), m_code);
        QVERIFY(parcel.ok());
        QCOMPARE(parcel.value().message, QStringLiteral("Guárdalos"));
        QCOMPARE(parcel.value().documents.size(), 2);
        QCOMPARE(parcel.value().documents.first().bytes, QByteArray("lo de Testamento.txt")); // what is sealed goes in clear into it, and it alone
        // Coming back to the page shows the code again; other documents begin anew.
        m_program->navigator->open(QStringLiteral("home"));
        m_program->navigator->open(QStringLiteral("parcel"));
        QCOMPARE(words("parcel.code"), m_code);
        m_program->navigator->open(QStringLiteral("parcel"), {{QStringLiteral("ids"), QStringList{m_letter.text()}}});
        QVERIFY(words("parcel.code").isEmpty());
    }

    void itIsOpenedWithItsCodeAndKeptSealed()
    {
        m_program->navigator->open(QStringLiteral("parcel.open"), {{QStringLiteral("path"), fileOf(QStringLiteral("para-ana.carpeta"))}});
        QVERIFY(!m_program->find("openParcel.open")->isEnabled());
        m_program->type("openParcel.code", QStringLiteral("0000-0000-0000-0000"));
        m_program->click("openParcel.open");
        QTRY_VERIFY_WITH_TIMEOUT(m_program->shows("openParcel.callout"), carriel::test::patienceMs);
        QVERIFY(!m_program->shows("openParcel.keep"));
        m_program->find<QLineEdit>("openParcel.code")->setText(m_code.toLower());
        QTRY_VERIFY_WITH_TIMEOUT(m_program->find("openParcel.open")->isEnabled(), carriel::test::patienceMs);
        m_program->click("openParcel.open");
        QTRY_VERIFY_WITH_TIMEOUT(words("openParcel.what").contains(QStringLiteral("Carta.txt")), carriel::test::patienceMs);
        QVERIFY(words("openParcel.what").startsWith(QStringLiteral("Guárdalos")));
        picture("parcel-3-opened");
        const qsizetype before = rowsIn(rootItem()).size();
        m_program->click("openParcel.keep");
        QTRY_COMPARE_WITH_TIMEOUT(rowsIn(rootItem()).size(), before + 2, carriel::test::patienceMs);
        QList<ItemId> ids;
        for (const DocumentRow &row : rowsIn(rootItem()))
            ids += row.id;
        QCOMPARE(SealedDocuments::of(session().documents()).among(ids).size(), 3); // the will, and both copies: none went on in clear
        const QString folder = fileOf(QStringLiteral("sacados"));
        page<OpenParcelPage>("parcel.open")->saveTo(folder);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder + QStringLiteral("/Carta.txt")), carriel::test::patienceMs);
        page<OpenParcelPage>("parcel.open")->forget();
        QVERIFY(words("openParcel.what").isEmpty() && !m_program->shows("openParcel.save"));
    }

    void aWholeFolderIsSealed()
    {
        const QString folder = fileOf(QStringLiteral("Papeles"));
        QVERIFY(QDir().mkpath(folder + QStringLiteral("/2025")));
        for (const char *name : {"/uno.txt", "/2025/dos.txt"}) {
            QFile file(folder + QLatin1String(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(name) > 0);
        }
        m_program->navigator->open(QStringLiteral("documents"));
        QVERIFY(m_program->find<QAction>("action.sealFolder"));
        m_program->navigator->open(QStringLiteral("documents.seal"),
                                   {{QStringLiteral("paths"), QStringList{folder}}, {QStringLiteral("parent"), rootItem().text()}});
        QWidget *verb = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((verb = m_program->find("dialogVerb")) && verb->isVisible() && verb->isEnabled(), carriel::test::patienceMs);
        const auto *said = verb->window()->findChild<QLabel *>(QStringLiteral("sealFolders"));
        QVERIFY(said && said->isVisible()); // how the folders are called is not sealed
        QVERIFY(verb->window()->findChild<QLabel *>(QStringLiteral("sealWhich"))->text().contains(QStringLiteral("2 documentos")));
        QVERIFY(verb->window()->grab().save(m_pictures + QStringLiteral("/seal-folder.png")));
        m_program->click("dialogVerb");
        const auto sealedBelow = [this] {
            for (const DocumentRow &row : rowsIn(rootItem())) {
                if (row.type != ItemType::Folder || row.name != QLatin1String("Papeles"))
                    continue;
                QList<ItemId> ids;
                for (const DocumentRow &inside : rowsIn(row.id)) {
                    if (inside.type == ItemType::Document)
                        ids += inside.id;
                    for (const DocumentRow &deeper : inside.type == ItemType::Folder ? rowsIn(inside.id) : QList<DocumentRow>())
                        ids += deeper.id;
                }
                return SealedDocuments::of(session().documents()).among(ids).size();
            }
            return qsizetype(0);
        };
        QTRY_COMPARE_WITH_TIMEOUT(sealedBelow(), qsizetype(2), carriel::test::patienceMs);
    }
};

QTEST_MAIN(TestParcelPages)
#include "tst_parcel_pages.moc"
