// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The real key store of a Linux desktop (GNOME Keyring over a private session bus), in each state a person may find it
// in. This program is also the client that runs inside that session: `tst_vault_keystore client COMMAND…`.
#include "core/vault/keys/KeyStore.h"
#include "tests/support/Patience.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <csignal>
#include <cstdio>

using namespace carriel;
using namespace carriel::vault;

namespace {
// Runs the commands one after the other and prints a word for each.
class Client : public QObject
{
public:
    explicit Client(QStringList commands) : m_store(systemKeyStore()), m_commands(std::move(commands)) {}

    void next()
    {
        if (m_commands.isEmpty())
            return QCoreApplication::exit(0);
        const QString command = m_commands.takeFirst();
        const QString id = QStringLiteral("vault-of-the-test");
        const auto say = [this](const QString &word) {
            std::printf("%s\n", qPrintable(word));
            next();
        };
        const auto outcome = [say](const Outcome &result) {
            say(result.ok() ? QStringLiteral("ok") : keyStoreProblem(result.error()));
        };
        if (command == QLatin1String("write"))
            m_store->write(id, SecretBytes::copyOf(QByteArray("\0binary key of thirty-two bytes\xff", 32)), outcome);
        else if (command == QLatin1String("remove"))
            m_store->remove(id, outcome);
        else if (command == QLatin1String("thread"))
            readInAThread(id, say);
        else
            m_store->read(id, [say](const Result<SecretBytes> &key) {
                const bool none = !key.ok() && key.error().detail == QLatin1String("no_keyring");
                say(key.ok() ? QString::fromLatin1(key.value().view().toByteArray().toHex().left(8))
                    : none   ? QStringLiteral("no_keyring")
                             : keyStoreProblem(key.error()));
            });
    }

private:
    // As a folder that is opened and left again: its store lives and dies in a thread of its own. Asked twice.
    void readInAThread(const QString &id, const std::function<void(QString)> &say)
    {
        auto *thread = new QThread(this);
        auto *home = new QObject;
        home->moveToThread(thread);
        connect(thread, &QThread::finished, home, &QObject::deleteLater);
        connect(thread, &QThread::finished, this, [say] { say(QStringLiteral("answered")); });
        connect(thread, &QThread::started, home, [id, thread] {
            auto store = std::make_shared<std::unique_ptr<KeyStore>>(systemKeyStore());
            (*store)->read(id, [store, id, thread](const Result<SecretBytes> &) {
                (*store)->read(id, [store, thread](const Result<SecretBytes> &) {
                    QMetaObject::invokeMethod(thread, [store, thread] { thread->quit(); });
                });
            });
        });
        thread->start();
    }

    std::unique_ptr<KeyStore> m_store;
    QStringList m_commands;
};
} // namespace

class TestVaultKeyStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void writesReadsRemoves();
    void lockedIsNotMissing();
    void lookingMakesNoKeyring();
    void noBus();
    void noService();
    void neverAFile();
    void oneFolderAfterTheOther();

private:
    // In a home and a session of its own. An empty `password`: no key store is started; "-": one without any keyring.
    QStringList inSession(const QString &password, const QStringList &commands)
    {
        QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
        for (const char *name :
             {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP", "XDG_DATA_HOME"})
            env.remove(QLatin1String(name));
        env.insert(QStringLiteral("HOME"), m_home->filePath(QStringLiteral("home")));
        env.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home->filePath(QStringLiteral("run")));
        const QString client = QLatin1Char('"') + QCoreApplication::applicationFilePath() +
                               QLatin1String("\" client ") + commands.join(QLatin1Char(' '));
        const QString keyring =
            password == QLatin1String("-")
                ? QStringLiteral("gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; ")
                : QString(QLatin1String("printf %s '") + password +
                          QLatin1String("' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "));
        QStringList arguments{QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"), keyring + client};
        if (password.isEmpty()) {
            // A bus that can start no service by itself, either.
            QFile config(m_home->filePath(QStringLiteral("session.conf")));
            if (!config.open(QIODevice::WriteOnly))
                return {};
            config.write(
                "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth><policy "
                "context='default'>"
                "<allow send_destination='*'/><allow receive_sender='*'/><allow own='*'/></policy></busconfig>");
            arguments = {QLatin1String("--config-file=") + config.fileName(), QStringLiteral("--"),
                         QStringLiteral("sh"), QStringLiteral("-c"), client};
        }
        return run(QStringLiteral("dbus-run-session"), arguments, env);
    }
    QStringList run(const QString &program, const QStringList &arguments, const QProcessEnvironment &env)
    {
        QProcess process;
        process.setProcessEnvironment(env);
        process.start(program, arguments);
        if (!process.waitForFinished(carriel::test::patienceMs)) {
            process.kill();
            process.waitForFinished();
            return {QStringLiteral("did not end")};
        }
        return QString::fromUtf8(process.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestVaultKeyStore::init()
{
    if (QStandardPaths::findExecutable(QStringLiteral("dbus-run-session")).isEmpty() ||
        QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty())
        QSKIP("dbus-run-session or gnome-keyring is not there: run tools/setup");
    m_home = std::make_unique<QTemporaryDir>();
    for (const char *name : {"home", "run"}) {
        QVERIFY(QDir(m_home->path()).mkdir(QLatin1String(name)));
        QFile::setPermissions(m_home->filePath(QLatin1String(name)),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
}

// The bus may have started a second daemon, which outlives it. Only processes whose home is this test's are ended.
void TestVaultKeyStore::cleanup()
{
    if (!m_home)
        return;
    const QByteArray home = "HOME=" + m_home->path().toLocal8Bit();
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const int pid = entry.toInt(&isNumber);
        QFile environment(QLatin1String("/proc/") + entry + QLatin1String("/environ"));
        if (isNumber && pid != QCoreApplication::applicationPid() && environment.open(QIODevice::ReadOnly) &&
            environment.readAll().contains(home))
            ::kill(pid, SIGTERM);
    }
}

void TestVaultKeyStore::writesReadsRemoves()
{
    const QString key = QStringLiteral("0062696e");
    QCOMPARE(inSession(QStringLiteral("uno"), {QStringLiteral("read"), QStringLiteral("write"), QStringLiteral("read"),
                                               QStringLiteral("remove"), QStringLiteral("remove"),
                                               QStringLiteral("read"), QStringLiteral("write")}),
             (QStringList{QStringLiteral("missing_entry"), QStringLiteral("ok"), key, QStringLiteral("ok"),
                          QStringLiteral("ok"), QStringLiteral("missing_entry"), QStringLiteral("ok")}));
    QCOMPARE(inSession(QStringLiteral("uno"), {QStringLiteral("read")}), QStringList{key});
}

void TestVaultKeyStore::lockedIsNotMissing()
{
    QCOMPARE(inSession(QStringLiteral("uno"), {QStringLiteral("write")}), QStringList{QStringLiteral("ok")});
    QCOMPARE(inSession(QStringLiteral("dos"), {QStringLiteral("read"), QStringLiteral("write")}),
             (QStringList{QStringLiteral("locked"), QStringLiteral("locked")}));
    QCOMPARE(inSession(QStringLiteral("uno"), {QStringLiteral("read")}), QStringList{QStringLiteral("0062696e")});
}

// A service, and nobody has made a keyring: to look makes none, and has the system ask for none.
void TestVaultKeyStore::lookingMakesNoKeyring()
{
    QCOMPARE(inSession(QStringLiteral("-"), {QStringLiteral("read"), QStringLiteral("read"), QStringLiteral("write"), QStringLiteral("read")}),
             (QStringList{QStringLiteral("no_keyring"), QStringLiteral("no_keyring"), QStringLiteral("denied"), QStringLiteral("no_keyring")}));
    QCOMPARE(QDir(m_home->filePath(QStringLiteral("home/.local/share/keyrings"))).entryList(QDir::Files), QStringList());
}

void TestVaultKeyStore::noBus()
{
    QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"})
        env.remove(QLatin1String(name));
    env.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home->filePath(QStringLiteral("run")));
    QCOMPARE(run(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("client"), QStringLiteral("read"), QStringLiteral("write")}, env),
             (QStringList{QStringLiteral("no_bus"), QStringLiteral("no_bus")}));
}

void TestVaultKeyStore::noService()
{
    QCOMPARE(inSession(QString(), {QStringLiteral("read"), QStringLiteral("write")}),
             (QStringList{QStringLiteral("no_service"), QStringLiteral("no_service")}));
}

void TestVaultKeyStore::neverAFile()
{
    inSession(QString(), {QStringLiteral("write")});
    QCOMPARE(QDir(m_home->filePath(QStringLiteral("home")))
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList());
}

// Each has a thread of its own, and the first one's is gone when the second asks.
void TestVaultKeyStore::oneFolderAfterTheOther()
{
    QCOMPARE(
        inSession(QStringLiteral("uno"), {QStringLiteral("thread"), QStringLiteral("thread"), QStringLiteral("write"),
                                          QStringLiteral("thread"), QStringLiteral("read")}),
        (QStringList{QStringLiteral("answered"), QStringLiteral("answered"), QStringLiteral("ok"),
                     QStringLiteral("answered"), QStringLiteral("0062696e")}));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc > 1 && qstrcmp(argv[1], "client") == 0) {
        Client client(app.arguments().mid(2));
        QTimer::singleShot(0, &client, [&client] { client.next(); });
        return QCoreApplication::exec();
    }
    TestVaultKeyStore test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_vault_keystore.moc"
