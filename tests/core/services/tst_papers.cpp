// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the documents: their history, their room on the disk, the record of what happened, the diagnostic sheet.
#include "core/services/Activity.h"
#include "core/services/Conflicts.h"
#include "core/services/Diagnostics.h"
#include "core/services/Documents.h"
#include "core/services/Guard.h"
#include "core/services/Problems.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Session.h"
#include "core/services/Storage.h"
#include "core/services/Transfers.h"
#include "core/services/Versions.h"
#include "tests/support/Patience.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace carriel;

class TestPapers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_session.reset(); }
    void historyKeepsEveryContent();
    void rulesHoldForWhatComesLater();
    void activityTellsNewestFirst();
    void diagnosticsNameNobody();
    void lockedMeansNothing();

private:
    template <typename T> T wait(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, carriel::test::patienceMs))
            qFatal("a future never finished");
        return future.result();
    }
    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_dir->filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    ItemId put(const QString &name, const QByteArray &bytes, const ItemId &folder = rootItem())
    {
        return wait(documents().addBytes(bytes, name, QStringLiteral("text/plain"), folder)).value().id;
    }
    Documents &documents() { return m_session->documents(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Session> m_session;
};

void TestPapers::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    Session::Options options;
    options.dir = m_dir->filePath(QStringLiteral("perfil"));
    m_session = std::make_unique<Session>(std::move(options));
    QVERIFY(wait(m_session->createVault({false, SecretBytes::copyOf("correct horse battery")})).ok());
}

void TestPapers::historyKeepsEveryContent()
{
    const ItemId id = put(QStringLiteral("carta.txt"), "uno");
    QVERIFY(wait(documents().addVersion(id, file(QStringLiteral("carta.txt"), "dos"))).ok());
    Versions &versions = documents().versions();
    QList<DocumentVersion> list = versions.list(id);
    QCOMPARE(list.size(), 2);
    QCOMPARE(list.at(0).number, 2);
    QVERIFY(list.at(0).head && !list.at(1).head);
    QVERIFY(list.at(1).here && !list.at(1).atOperator);
    QCOMPARE(versions.open(list.at(1).id)->readAll(), QByteArray("uno"));
    QCOMPARE(versions.open(list.at(0).id)->readAll(), QByteArray("dos"));

    QVERIFY(wait(versions.restore(id, list.at(1).id)).ok());
    list = versions.list(id);
    QCOMPARE(list.size(), 3);
    QVERIFY(list.at(0).head);
    QCOMPARE(documents().open(id)->readAll(), QByteArray("uno"));
    QCOMPARE(versions.open(list.at(1).id)->readAll(), QByteArray("dos"));

    const QString copy = m_dir->filePath(QStringLiteral("copia.txt"));
    QVERIFY(wait(versions.exportTo(list.at(1).id, copy, {}, {})).ok());
    QFile out(copy);
    QVERIFY(out.open(QIODevice::ReadOnly));
    QCOMPARE(out.readAll(), QByteArray("dos"));
    QVERIFY(!(out.permissions() & (QFile::ReadGroup | QFile::ReadOther)));

    const ItemId other = put(QStringLiteral("otra.txt"), "tres");
    QVERIFY(!wait(versions.restore(other, list.at(1).id)).ok()); // of another document
    QVERIFY(!wait(versions.exportTo(VersionId(QStringLiteral("no")), copy, {}, {})).ok());
}

void TestPapers::rulesHoldForWhatComesLater()
{
    Storage &storage = documents().storage();
    const ItemId health = wait(documents().addFolder(rootItem(), QStringLiteral("Salud"))).value();
    const ItemId year = wait(documents().addFolder(health, QStringLiteral("2024"))).value();
    QVERIFY(storage.keepsEverything() && storage.isKept(year));
    QVERIFY(wait(storage.setKeepEverything(false)).ok());
    QVERIFY(!storage.isKept(health));
    QVERIFY(wait(storage.setRule({health}, KeepRule::Keep)).ok());
    const ItemId later = put(QStringLiteral("examen.txt"), QByteArray(1000, 'x'), year);
    QVERIFY(storage.isKept(later));
    QCOMPARE(storage.useOf(health).kept, 1000);
    QVERIFY(wait(storage.setRule({year}, KeepRule::Release)).ok());
    QVERIFY(!storage.isKept(later));
    QCOMPARE(storage.useOf(health).kept, 0);
    // Nobody else has it: released or not, it stays.
    QCOMPARE(storage.useOf(rootItem()).onlyHere, 1000);
    QCOMPARE(wait(storage.freeNow()).value(), 0);
    QCOMPARE(documents().open(later)->readAll().size(), 1000);
    QCOMPARE(storage.rules().size(), 2);
    QCOMPARE(storage.rules().at(1).path, QStringLiteral("Salud/2024"));
    QVERIFY(wait(storage.setRule({year}, KeepRule::Inherited)).ok());
    QVERIFY(storage.isKept(later));
    QVERIFY(storage.use().vaultFile > 0);
    QVERIFY(!wait(storage.setRule({ItemId(QStringLiteral("nada"))}, KeepRule::Keep)).ok());
}

void TestPapers::activityTellsNewestFirst()
{
    const ItemId id = put(QStringLiteral("a.txt"), "a");
    QVERIFY(wait(documents().rename(id, QStringLiteral("b.txt"))).ok());
    put(QStringLiteral("c.txt"), "c");
    const QList<ActivityRecord> records = documents().activity().records(10);
    QCOMPARE(records.size(), 3);
    QCOMPARE(records.at(0).kind, QStringLiteral("document.added"));
    QCOMPARE(records.at(1).kind, QStringLiteral("item.renamed"));
    QCOMPARE(records.at(1).before, QStringLiteral("a.txt"));
    QCOMPARE(records.at(1).name, QStringLiteral("b.txt"));
    QVERIFY(records.at(1).whenUtc.isValid());
    QCOMPARE(documents().activity().of(id, 10).size(), 2);
    QCOMPARE(documents().activity().records(1, 2).at(0).name, QStringLiteral("a.txt"));
}

void TestPapers::diagnosticsNameNobody()
{
    const QStringList canaries{QStringLiteral("CanarioNombre"), QStringLiteral("CanarioNota"), QStringLiteral("CanarioRotulo"),
                               QStringLiteral("CanarioCarpeta"), QStringLiteral("CanarioTipo"), QStringLiteral("CanarioTexto"),
                               m_dir->path()};
    const ItemId folder = wait(documents().addFolder(rootItem(), canaries.at(3))).value();
    const ItemId id = put(canaries.at(0), canaries.at(5).toUtf8(), folder);
    QVERIFY(wait(documents().setNote(id, canaries.at(1))).ok());
    QVERIFY(wait(documents().setLabels({id}, {canaries.at(2)}, {})).ok());
    QVERIFY(wait(documents().setDocumentType({id}, canaries.at(4))).ok());
    const QString sheet = wait(documents().diagnostics().text()).value();
    for (const QString &canary : canaries)
        QVERIFY2(!sheet.contains(canary, Qt::CaseInsensitive), qPrintable(canary));
    QVERIFY(!sheet.contains(id.text()) && !sheet.contains(folder.text()));
    QVERIFY2(sheet.contains(QStringLiteral("document.added")), qPrintable(sheet));
    QVERIFY(sheet.contains(QStringLiteral("schema: ")));
    QVERIFY(sheet.contains(QStringLiteral("phase: ")));

    const QString path = m_dir->filePath(QStringLiteral("hoja.txt"));
    QVERIFY(wait(documents().diagnostics().writeTo(path)).ok());
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(!wait(documents().diagnostics().writeTo(QStringLiteral("/no/hay/hoja.txt"))).ok());
}

void TestPapers::lockedMeansNothing()
{
    const ItemId id = put(QStringLiteral("a.txt"), "a");
    const VersionId version = documents().versions().list(id).first().id;
    QVERIFY(wait(m_session->lock()).ok());
    QVERIFY(documents().versions().list(id).isEmpty());
    QVERIFY(!documents().versions().open(version));
    QVERIFY(documents().conflicts().open().isEmpty());
    QVERIFY(documents().problems().list().isEmpty());
    QVERIFY(documents().transfers().list().isEmpty());
    QVERIFY(documents().guard().missing().isEmpty());
    QVERIFY(documents().activity().records(10).isEmpty());
    QCOMPARE(wait(documents().storage().freeNow()).error().code, errors::vaultLocked);
    QCOMPARE(wait(documents().versions().restore(id, version)).error().code, errors::vaultLocked);
    QVERIFY(wait(documents().diagnostics().text()).value().contains(QStringLiteral("carriel: ")));
}

QTEST_GUILESS_MAIN(TestPapers)
#include "tst_papers.moc"
