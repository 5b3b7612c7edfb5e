// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A folder without an operator, as a person uses it: made, filled, searched, locked, opened again.
#include "core/services/Documents.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Session.h"
#include "core/services/TextExtractor.h"
#include "core/vault/VaultErrors.h"
#include "tests/support/Patience.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace carriel;

namespace {
class PlainText final : public TextExtractor
{
public:
    Result<QString> extract(const QByteArray &bytes, const QString &) override { return QString::fromUtf8(bytes); }
    bool handles(const QString &mediaType) const override { return mediaType.startsWith(u"text/"); }
};

SecretBytes passphrase(const char *text = "correct horse battery")
{
    return SecretBytes::copyOf(text);
}

UnlockChoice byPassphrase()
{
    return UnlockChoice{false, passphrase()};
}
} // namespace

class TestSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void documentsMakeTheRoundTrip();
    void namesAreChangedVisibly();
    void severalFilesOneMissing();
    void cancellingKeepsWhatIsFinished();
    void lockedMeansNothingIsRead();
    void wrongPassphraseAndRecoveryCode();
    void aPassphraseThatIsEasyToGuessIsNotSet();
    void theKeyStoreIsAskedOnlyIfItIsNeeded();
    void everyEditIsSeenAndSurvives();
    void whatWasAskedForIsDoneBeforeTheEnd();
    void theOwnerProvesItByPassphraseOrByCode();
    void aPageThatDoesNotReadIsToldAndTheRestIsSaved();
    void wordsInsideAreFound();
    void settingsAndSavedSearchesSurvive();
    void withoutAnOperatorSyncSaysSo();

private:
    // Waits for a future by its signals, as a window does; fails the test after a long time.
    template <typename T> T wait(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, carriel::test::patienceMs))
            qFatal("a future never finished");
        return future.result();
    }
    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_files->filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    void open(bool background = true)
    {
        m_session.reset();
        Session::Options options;
        options.dir = m_dir->filePath(QStringLiteral("perfil de prueba"));
        options.extractor = std::make_shared<PlainText>();
        options.background = background;
        m_session = std::make_unique<Session>(std::move(options));
    }
    AddedDocument put(const QString &name, const QByteArray &bytes)
    {
        const auto added = wait(documents().add({{file(name, bytes), rootItem(), {}, OriginMedium::Electronic}}, {}, {}));
        return added.value().first();
    }
    Documents &documents() { return m_session->documents(); }
    QStringList names(const DocumentQuery &query)
    {
        QStringList out;
        for (const DocumentRow &row : documents().rows(documents().ids(query)))
            out.append(row.name);
        return out;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<Session> m_session;
    QString m_code;
};

void TestSession::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_files = std::make_unique<QTemporaryDir>();
    open();
    QCOMPARE(m_session->vaultState(), VaultState::None);
    const auto code = wait(m_session->createVault(byPassphrase()));
    QVERIFY(code.ok());
    m_code = code.value();
    QCOMPARE(m_session->vaultState(), VaultState::Unlocked);
}

void TestSession::cleanup()
{
    m_session.reset();
}

void TestSession::documentsMakeTheRoundTrip()
{
    QByteArray bytes(700000, 'x'); // three chunks
    for (int i = 0; i < bytes.size(); ++i)
        bytes[i] = char(i * 31 + i / 977);
    const AddedDocument added = put(QStringLiteral("Diploma de grado.pdf"), bytes);
    QVERIFY(!added.error);
    QCOMPARE(added.sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    QCOMPARE(names({}), QStringList(QStringLiteral("Diploma de grado.pdf")));

    const auto device = documents().open(added.id);
    QVERIFY(device);
    QCOMPARE(device->readAll(), bytes);

    const QString copy = m_files->filePath(QStringLiteral("copia.pdf"));
    QVERIFY(wait(documents().exportTo(added.id, copy, {}, {})).ok());
    QFile out(copy);
    QVERIFY(out.open(QIODevice::ReadOnly));
    QCOMPARE(out.readAll(), bytes);
    QCOMPARE(out.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(documents().byPath(QStringLiteral("Diploma de grado.pdf")).has_value());
}

void TestSession::namesAreChangedVisibly()
{
    const QByteArray content("contenido");
    const AddedDocument device = put(QStringLiteral("CON.txt"), content);
    QCOMPARE(device.name, QStringLiteral("CON_.txt"));
    QCOMPARE(device.originalName, QStringLiteral("CON.txt"));
    QCOMPARE(documents().details(device.id)->facts.originalName, QStringLiteral("CON.txt"));
    const AddedDocument again = wait(documents().addBytes(content, QStringLiteral("con_.TXT"), {}, rootItem())).value();
    QCOMPARE(again.name, QStringLiteral("con_ (2).TXT"));
}

void TestSession::severalFilesOneMissing()
{
    QList<AddRequest> files;
    for (int i = 0; i < 40; ++i)
        files.append({file(QStringLiteral("f%1.txt").arg(i), QByteArray::number(i)), rootItem(), {}, OriginMedium::Electronic});
    files.insert(7, {m_files->filePath(QStringLiteral("no existe.txt")), rootItem(), {}, OriginMedium::Electronic});
    const auto added = wait(documents().add(files, {}, {})).value();
    QCOMPARE(added.size(), 41);
    for (int i = 0; i < 41; ++i)
        QCOMPARE(added.at(i).error.has_value(), i == 7);
    QCOMPARE(documents().count(ItemState::Active), 40);
}

void TestSession::cancellingKeepsWhatIsFinished()
{
    QList<AddRequest> files;
    for (int i = 0; i < 60; ++i)
        files.append({file(QStringLiteral("g%1.bin").arg(i), QByteArray(1 << 20, char(i))), rootItem(), {}, OriginMedium::Electronic});
    const CancelToken token;
    auto future = documents().add(files, [&token](const Progress &) { token.cancel(); }, token);
    const auto result = wait(future);
    if (!result.ok()) { // a very fast machine is done before the first progress
        QCOMPARE(result.error().codeText(), QStringLiteral("CAR-BAS-002"));
        QVERIFY(documents().count(ItemState::Active) < 60);
    }
    for (const DocumentRow &row : documents().rows(documents().ids({})))
        QVERIFY(documents().open(row.id));
}

void TestSession::lockedMeansNothingIsRead()
{
    const AddedDocument added = put(QStringLiteral("secreto.txt"), "muy privado");
    const auto device = documents().open(added.id);
    QVERIFY(wait(m_session->lock()).ok());
    QCOMPARE(m_session->vaultState(), VaultState::Locked);
    QVERIFY(documents().ids({}).isEmpty());
    QVERIFY(!documents().open(added.id));
    QVERIFY(device->readAll().isEmpty()); // one that was open reads no more either
    QCOMPARE(wait(documents().addFolder(rootItem(), QStringLiteral("x"))).error().code, errors::vaultLocked);
    QVERIFY(wait(m_session->unlockWithPassphrase(passphrase())).ok());
    QCOMPARE(names({}), QStringList(QStringLiteral("secreto.txt")));
}

void TestSession::wrongPassphraseAndRecoveryCode()
{
    put(QStringLiteral("a.txt"), "a");
    QVERIFY(wait(m_session->lock()).ok());
    QVERIFY(!wait(m_session->unlockWithPassphrase(passphrase("wrong"))).ok());
    QCOMPARE(m_session->vaultState(), VaultState::Locked);
    QVERIFY(!wait(m_session->unlockWithRecoveryCode(QStringLiteral("0000-0000"))).ok());
    QVERIFY(wait(m_session->unlockWithRecoveryCode(m_code.toLower())).ok());
    QCOMPARE(names({}), QStringList(QStringLiteral("a.txt")));
    open(); // a second program start, while nothing else has it open
    QCOMPARE(m_session->vaultState(), VaultState::Locked);
    QVERIFY(wait(m_session->unlockWithPassphrase(passphrase())).ok());
}

void TestSession::aPassphraseThatIsEasyToGuessIsNotSet()
{
    for (const char *weak : {"x", "siete l", "aaaaaaaa"}) {
        const Outcome changed = wait(m_session->changeUnlock(UnlockChoice{false, passphrase(weak)}));
        QCOMPARE(changed.error().codeText(), QStringLiteral("CAR-SVC-014"));
    }
    QVERIFY(wait(m_session->checkOwner(passphrase())).ok()); // what it was goes on opening
    QVERIFY(wait(m_session->changeUnlock(UnlockChoice{false, passphrase("la nueva")})).ok());
    QVERIFY(wait(m_session->checkOwner(passphrase("la nueva"))).ok());
    // And nothing is made with one.
    QTemporaryDir elsewhere;
    Session::Options options;
    options.dir = elsewhere.filePath(QStringLiteral("profile"));
    options.background = false;
    Session other(std::move(options));
    QCOMPARE(wait(other.createVault(UnlockChoice{false, passphrase("a")})).error().codeText(), QStringLiteral("CAR-SVC-014"));
    QCOMPARE(other.vaultState(), VaultState::None);
    QVERIFY(!QFileInfo::exists(elsewhere.filePath(QStringLiteral("profile"))));
}

void TestSession::theKeyStoreIsAskedOnlyIfItIsNeeded()
{
    // Asking the system may open a dialog of it: a vault that a passphrase opens does not.
    QVERIFY(wait(m_session->unlockWays()).value().keyStoreProblem.isEmpty());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    QVERIFY(!wait(m_session->keyStoreProblem()).value().isEmpty());
}

void TestSession::whatWasAskedForIsDoneBeforeTheEnd()
{
    const ItemId id = put(QStringLiteral("a.txt"), "a").id;
    for (int turn = 1; turn <= 5; ++turn) {
        // The window closes in the same moment: nobody waits for the answer.
        for (int i = 0; i <= turn; ++i)
            documents().setNote(id, QStringLiteral("nota %1 de %2").arg(i).arg(turn));
        open();
        QVERIFY(wait(m_session->unlockWithPassphrase(passphrase())).ok());
        QCOMPARE(documents().details(id)->meta.note(), QStringLiteral("nota %1 de %1").arg(turn));
    }
}

void TestSession::theOwnerProvesItByPassphraseOrByCode()
{
    QVERIFY(wait(m_session->checkOwner(passphrase())).ok());
    const QString code = wait(m_session->newRecoveryCode()).value();
    QVERIFY(wait(m_session->checkOwner(passphrase(code.toUtf8()))).ok());
    const Outcome wrong = wait(m_session->checkOwner(passphrase("wrong")));
    QCOMPARE(wrong.error().code, vault::errors::wrongPassphrase);
    QCOMPARE(m_session->vaultState(), VaultState::Unlocked);
}

void TestSession::everyEditIsSeenAndSurvives()
{
    const ItemId folder = wait(documents().addFolder(rootItem(), QStringLiteral("Salud"))).value();
    const ItemId a = put(QStringLiteral("examen.txt"), "sangre").id;
    const ItemId b = put(QStringLiteral("factura.txt"), "luz").id;
    QVERIFY(wait(documents().move({a}, folder)).ok());
    QVERIFY(wait(documents().setLabels({a, b}, {QStringLiteral("2026"), QStringLiteral("casa")}, {})).ok());
    QVERIFY(wait(documents().setLabels({a}, {}, {QStringLiteral("casa")})).ok());
    // Capitals alone make no other label.
    QVERIFY(wait(documents().setLabels({a}, {QStringLiteral("CASA")}, {})).ok());
    QVERIFY(documents().details(a)->row.labels.contains(QStringLiteral("casa")));
    QCOMPARE(documents().labelsInUse().size(), 2);
    QVERIFY(wait(documents().setLabels({a}, {}, {QStringLiteral("casa")})).ok());
    QVERIFY(wait(documents().setFavourite({b}, true)).ok());
    QVERIFY(wait(documents().setNote(a, QStringLiteral("ayuno previo"))).ok());
    QVERIFY(wait(documents().setExpires({b}, QDate(2027, 1, 31))).ok());
    QCOMPARE(wait(documents().rename(b, QStringLiteral("factura luz.txt"))).value(), QStringLiteral("factura luz.txt"));
    QVERIFY(wait(documents().addVersion(b, file(QStringLiteral("v2.txt"), "luz, corregida"))).ok());
    const ItemId c = put(QStringLiteral("viejo.txt"), "viejo").id;
    QVERIFY(wait(documents().trash({c})).ok());

    open();
    QVERIFY(wait(m_session->unlockWithPassphrase(passphrase())).ok());
    QCOMPARE(names({}), QStringList({QStringLiteral("Salud"), QStringLiteral("factura luz.txt")}));
    QCOMPARE(documents().details(a)->path, QStringLiteral("Salud/examen.txt"));
    QCOMPARE(documents().details(a)->meta.note(), QStringLiteral("ayuno previo"));
    QCOMPARE(documents().details(a)->row.labels, QStringList(QStringLiteral("2026")));
    QCOMPARE(documents().details(b)->versions, 2);
    QCOMPARE(documents().open(b)->readAll(), QByteArray("luz, corregida"));
    QCOMPARE(documents().expiring(QDate(2027, 2, 1), 10).size(), 1);
    DocumentQuery trash;
    trash.state = ItemState::Trashed;
    trash.everywhere = true;
    QCOMPARE(names(trash), QStringList(QStringLiteral("viejo.txt")));
    QVERIFY(wait(documents().restore({c})).ok());
    QVERIFY(!wait(documents().purge({c})).ok()); // only out of the trash
    QVERIFY(wait(documents().trash({c})).ok());
    QVERIFY(wait(documents().purge({c})).ok());
    QVERIFY(names(trash).isEmpty());
}

// Most pages are not touched by opening a vault. Whichever it is: no blank rows without a word, and salvage() can follow.
void TestSession::aPageThatDoesNotReadIsToldAndTheRestIsSaved()
{
    for (int i = 0; i < 40; ++i)
        QVERIFY(wait(m_session->documents().addFolder(rootItem(), QStringLiteral("Carpeta %1").arg(i))).ok());
    QVERIFY(wait(m_session->lock()).ok());
    const QString path = m_session->dir() + QStringLiteral("/vault.db");
    QFile vault(path);
    QVERIFY(vault.open(QIODevice::ReadWrite));
    const QByteArray good = vault.readAll();
    constexpr qint64 page = 8192;
    bool told = false;
    for (qint64 at = (good.size() / page - 1) * page; at > 0 && !told; at -= page) {
        QVERIFY(vault.seek(0) && vault.write(good) == good.size());
        QVERIFY(vault.seek(at) && vault.write(QByteArray(page, 'x')) == page && vault.flush());
        open(false);
        if (!wait(m_session->unlockWithPassphrase(passphrase())).ok())
            continue; // found at once: tried elsewhere
        QSignalSpy damage(m_session.get(), &Session::damageFound);
        DocumentQuery all;
        all.everywhere = true;
        m_session->documents().rows(m_session->documents().ids(all));
        QCoreApplication::processEvents();
        told = damage.count() == 1;
        if (!told)
            continue;
        QVERIFY(m_session->documents().unread());
        QCOMPARE(wait(m_session->readThrough()).error().code, vault::errors::damaged);
        QCOMPARE(m_session->vaultState(), VaultState::Damaged);
        QCOMPARE(m_session->vaultProblem()->code, vault::errors::damaged);
        QVERIFY(wait(m_session->salvage(byPassphrase())).ok());
        QCOMPARE(m_session->vaultState(), VaultState::Unlocked);
        QVERIFY(wait(m_session->readThrough()).ok());
        QCOMPARE(m_session->vaultState(), VaultState::Unlocked);
    }
    QVERIFY(told);
}

void TestSession::wordsInsideAreFound()
{
    put(QStringLiteral("carta.txt"), "Solicitud de pensión por invalidez");
    put(QStringLiteral("otra.txt"), "nada que ver");
    DocumentQuery query;
    query.text = QStringLiteral("PENSION inval");
    QTRY_COMPARE(names(query), QStringList(QStringLiteral("carta.txt")));
}

void TestSession::settingsAndSavedSearchesSurvive()
{
    QVERIFY(wait(m_session->setSetting(QStringLiteral("ui.theme"), QStringLiteral("dark"))).ok());
    SavedSearch search;
    search.name = QStringLiteral("Vencen pronto");
    search.query.everywhere = true;
    search.query.labels = QStringList{QStringLiteral("casa")};
    search.query.favourite = true;
    QVERIFY(wait(documents().saveSearch(search)).ok());
    open();
    QVERIFY(wait(m_session->unlockWithPassphrase(passphrase())).ok());
    QCOMPARE(m_session->setting(QStringLiteral("ui.theme")), QStringLiteral("dark"));
    const QList<SavedSearch> saved = documents().savedSearches();
    QCOMPARE(saved.size(), 1);
    QCOMPARE(saved.first().query.labels, search.query.labels);
    QCOMPARE(saved.first().query.favourite, std::optional(true));
    QVERIFY(wait(documents().removeSavedSearch(saved.first().id)).ok());
    QVERIFY(documents().savedSearches().isEmpty());
}

void TestSession::withoutAnOperatorSyncSaysSo()
{
    put(QStringLiteral("a.txt"), "a");
    QCOMPARE(m_session->status().phase, SyncPhase::NotConnected);
    QCOMPARE(wait(m_session->syncOnce()).error().code, errors::noOperator);
    QCOMPARE(wait(m_session->login()).error().code, errors::noOperator);
    QVERIFY(!m_session->account().connected);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
