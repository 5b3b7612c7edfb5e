// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The socket between command line and window: what passes, and what a stranger cannot do.
#include "app/commands/Console.h"
#include "app/instance/Frames.h"
#include "app/instance/InstanceClient.h"
#include "app/instance/InstanceServer.h"
#include "app/instance/SocketPath.h"
#include "tests/support/Patience.h"
#include "ui/text/Speaking.h"
#include "ui/text/Translation.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace carriel;
using namespace carriel::instance;

namespace {

struct Recorder final : commands::Console {
    QByteArray said, complained;
    void out(const QByteArray &utf8) override { said += utf8; }
    void err(const QByteArray &utf8) override { complained += utf8; }
    bool errIsTerminal() const override { return false; }
    void ask(const QString &, Answer answer) override { answer(std::nullopt); }
    void askPassphrase(const QString &, Purpose, SecretAnswer answer) override { answer(std::nullopt); }
};

} // namespace

class InstanceTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    std::unique_ptr<InstanceServer> m_server;
    QString m_path;

private Q_SLOTS:
    void init()
    {
        qputenv("XDG_RUNTIME_DIR", m_dir.path().toUtf8());
        const auto path = socketPath(m_dir.filePath(QStringLiteral("profile")));
        QVERIFY(path.ok());
        m_path = path.value();
        m_server = std::make_unique<InstanceServer>();
        QVERIFY(m_server->listen(m_path).ok());
    }
    void cleanup() { m_server.reset(); }

    void carriesFrames()
    {
        FrameReader reader;
        const QByteArray both = encoded(Frame{Kind::Out, "hola"}) + encoded(Frame{Kind::Exit, QByteArray(1, '\3')});
        for (const char byte : both) { // however it is cut
            reader.feed(QByteArray(1, byte));
            if (const auto frame = reader.next())
                QVERIFY(frame->kind == Kind::Out ? frame->body == "hola" : frame->body.front() == 3);
        }
        QVERIFY(!reader.next());
        QVERIFY(!reader.broken());
    }

    void refusesWhatIsNoFrame()
    {
        FrameReader unknown;
        unknown.feed(QByteArray("\x63\0\0\0\0", 5));
        QVERIFY(!unknown.next());
        QVERIFY(unknown.broken());
        FrameReader huge;
        huge.feed(QByteArray("\x01\x7f\xff\xff\xff", 5));
        QVERIFY(!huge.next());
        QVERIFY(huge.broken());
    }

    void carriesRequests()
    {
        const Request request{{QStringLiteral("put"), QStringLiteral("año nuevo.pdf"), QString()}, QStringLiteral("/tmp"), true};
        const auto back = decodedRequest(encoded(request));
        QVERIFY(back);
        QCOMPARE(back->arguments, request.arguments);
        QCOMPARE(back->cwd, request.cwd);
        QVERIFY(back->errIsTerminal);
        const QByteArray whole = encoded(request);
        for (qsizetype cut = 0; cut < whole.size(); ++cut)
            QVERIFY(!decodedRequest(whole.left(cut)));
        QVERIFY(!decodedRequest(whole + 'x'));
        QVERIFY(!decodedRequest(encoded(Request{{}, QStringLiteral("relative"), false})));
        QByteArray many = encoded(Request{{}, QStringLiteral("/"), false});
        many.replace(many.size() - 4, 4, "\xff\xff\xff\xff");
        QVERIFY(!decodedRequest(many));
    }

    void runsACommandLine()
    {
        InstanceClient client;
        Recorder console;
        QSignalSpy finished(&client, &InstanceClient::finished);
        client.run(m_path, {{QStringLiteral("--version")}, QStringLiteral("/"), false}, console);
        QVERIFY(finished.wait(carriel::test::patienceMs));
        QCOMPARE(finished.first().first().toInt(), 0);
        QCOMPARE(console.said, QByteArray("carriel-cli " CARRIEL_VERSION "\n"));
    }

    void givesTheExitCodeOfAnError()
    {
        InstanceClient client;
        Recorder console;
        QSignalSpy finished(&client, &InstanceClient::finished);
        client.run(m_path, {{QStringLiteral("nonsense"), QStringLiteral("--json")}, QStringLiteral("/"), false}, console);
        QVERIFY(finished.wait(carriel::test::patienceMs));
        QCOMPARE(finished.first().first().toInt(), 64);
        QVERIFY(console.complained.contains("CAR-CLI-02"));
    }

    // The window's process speaks Spanish; a command in it speaks what it was asked for in, also where it was not understood.
    void answersInTheLanguageThatWasAskedFor()
    {
        text::Translation translation(*qApp);
        translation.use(QStringLiteral("es"));
        const auto complaint = [this](const QStringList &arguments) {
            InstanceClient client;
            Recorder console;
            QSignalSpy finished(&client, &InstanceClient::finished);
            client.run(m_path, {arguments, QStringLiteral("/"), false}, console);
            return finished.wait(carriel::test::patienceMs) ? console.complained : QByteArray();
        };
        const QByteArray spanish = complaint({QStringLiteral("nope")});
        QVERIFY2(spanish.contains("No hay ninguna orden"), spanish.constData());
        for (const QStringList &asked : {QStringList{QStringLiteral("--lang"), QStringLiteral("en"), QStringLiteral("nope")},
                                         QStringList{QStringLiteral("nope"), QStringLiteral("--lang=en")}}) {
            const QByteArray english = complaint(asked);
            QVERIFY2(english.contains("There is no command"), english.constData());
        }
        QCOMPARE(complaint({QStringLiteral("nope")}), spanish);
        const text::Speaking english(QStringLiteral("en"));
        QCOMPARE(text::locale().language(), QLocale::English);
        QCOMPARE(QLocale().language(), QLocale::Spanish);
        {
            const text::Speaking itsOwn({});
            QCOMPARE(QCoreApplication::translate("Commands", "Locked."), QStringLiteral("Bloqueada."));
        }
        QCOMPARE(QCoreApplication::translate("Commands", "Locked."), QStringLiteral("Locked."));
    }

    void raisesTheWindow()
    {
        InstanceClient client;
        QSignalSpy finished(&client, &InstanceClient::finished);
        QSignalSpy raised(m_server.get(), &InstanceServer::raiseRequested);
        client.raise(m_path, QStringLiteral("carpeta://x"));
        QVERIFY(finished.wait(carriel::test::patienceMs));
        QCOMPARE(raised.size(), 1);
        QCOMPARE(raised.first().first().toString(), QStringLiteral("carpeta://x"));
    }

    void saysThatNobodyIsThere()
    {
        InstanceClient client;
        Recorder console;
        QSignalSpy nobody(&client, &InstanceClient::nobodyThere);
        client.run(m_path + QStringLiteral("-other"), {{QStringLiteral("ls")}, QStringLiteral("/"), false}, console);
        QTRY_COMPARE(nobody.size(), 1);
    }

    void takesThePlaceOfADeadSocket()
    {
        m_server.reset();
        QFile leftBehind(m_path);
        QVERIFY(leftBehind.open(QIODevice::WriteOnly));
        leftBehind.close();
        m_server = std::make_unique<InstanceServer>();
        QVERIFY(m_server->listen(m_path).ok());
    }

    void hangsUpOnStrangers()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 30; ++round) {
            QLocalSocket stranger;
            stranger.connectToServer(m_path);
            QVERIFY(stranger.waitForConnected(carriel::test::patienceMs));
            QByteArray noise(1 + random.bounded(2000), Qt::Uninitialized);
            for (char &byte : noise)
                byte = char(random.bounded(256));
            if (round % 3 == 0)
                noise = encoded(Frame{Kind::Answer, "out of turn"});
            else if (round % 3 == 1)
                noise = encoded(Frame{Kind::Run, noise});
            else
                noise.front() = '\x40';
            stranger.write(noise);
            QTRY_COMPARE(stranger.state(), QLocalSocket::UnconnectedState);
        }
        runsACommandLine();
    }

    void survivesAPeerThatLeaves()
    {
        for (int round = 0; round < 10; ++round) {
            QLocalSocket stranger;
            stranger.connectToServer(m_path);
            QVERIFY(stranger.waitForConnected(carriel::test::patienceMs));
            stranger.write(encoded(Frame{Kind::Run, encoded(Request{{QStringLiteral("--help")}, QStringLiteral("/"), false})}).left(round * 4));
            stranger.abort();
        }
        runsACommandLine();
    }

    void keepsOthersOut()
    {
        const QFileInfo folder(QFileInfo(m_path).path());
        QCOMPARE(folder.permissions() & 0x0077, QFile::Permissions());
        QFile::setPermissions(folder.filePath(), QFile::Permissions(0x7755));
        QVERIFY(!socketPath(m_dir.path()).ok());
        QFile::setPermissions(folder.filePath(), QFile::Permissions(0x7700));
        QVERIFY(socketPath(m_dir.path()).ok());
    }

    void namesOneSocketForOneProfile()
    {
        QVERIFY(QDir(m_dir.path()).mkpath(QStringLiteral("p")));
        QVERIFY(QFile::link(m_dir.filePath(QStringLiteral("p")), m_dir.filePath(QStringLiteral("link"))));
        const QString plain = socketPath(m_dir.filePath(QStringLiteral("p"))).value();
        QCOMPARE(socketPath(m_dir.filePath(QStringLiteral("link"))).value(), plain);
        QCOMPARE(socketPath(m_dir.filePath(QStringLiteral("p/"))).value(), plain);
        QVERIFY(socketPath(m_dir.filePath(QStringLiteral("q"))).value() != plain);
    }
};

QTEST_GUILESS_MAIN(InstanceTest)
#include "tst_instance.moc"
