// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One batch to many people by carriel-entity, cut in the middle: prints what it takes. CARRIEL_DEPOSITS: how many
// (100,000).
#include "tests/operator/TestOperator.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QtTest>

using namespace carriel::op::test;
using namespace Qt::StringLiterals;

namespace {

// The most memory that a process ever held, in KiB.
qint64 mostMemory(qint64 pid)
{
    QFile status(QString(u"/proc/"_s + QString::number(pid) + u"/status"_s));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').value(0).toLongLong();
    }
    return 0;
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestOperatorManyDeposits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBatchToEverybody()
    {
        const int count =
            qEnvironmentVariableIsSet("CARRIEL_DEPOSITS") ? qEnvironmentVariableIntValue("CARRIEL_DEPOSITS") : 100000;
        TestOperator op;
        QJsonArray folders;
        QByteArray recipients;
        for (int i = 0; i < count; ++i) {
            const QString holder = QString(u"co:CC:"_s + QString::number(1000000000LL + i));
            folders.append(QJsonObject{{u"id"_s, QString(u"carpeta-"_s + QString::number(i))},
                                       {u"holder"_s, QJsonObject{{u"id"_s, holder}, {u"name"_s, u"Persona"_s}}}});
            recipients += holder.toLatin1() + '\n';
        }
        const bool ready = op.seed({{u"folders"_s, folders}}) && op.start();
        if (!ready && op.error() == u"no PostgreSQL here")
            QSKIP("no PostgreSQL here");
        QVERIFY2(ready, qPrintable(op.error()));
        folders = {};
        const auto at = [&](const char *name) { return QString(op.dir() + u'/' + QLatin1StringView(name)); };
        write(at("todos.csv"), recipients);
        write(at("acto.txt"), "Por la cual se comunica a todos lo mismo.\n");
        write(at("tramites.json"),
              R"([{"id":"masivo","title":"Masivo","classes":["communication"],"regimes":["comunicacion"]}])");
        const QByteArray invited = op.output({u"invite"_s, u"--entity"_s, u"co:NIT:900123456"_s});
        const QString invitation = QJsonDocument::fromJson(invited).object().value("invitation"_L1).toString();
        const QString entity = QStringLiteral(CARRIEL_BINARY_DIR "/bin/carriel-entity");
        const QStringList common{u"--home"_s, at("entidad"), u"--json"_s};
        const QString url = QString(u"https://127.0.0.1:"_s + QString::number(op.port()));
        QCOMPARE(QProcess::execute(entity, common + QStringList{u"register"_s, u"--id"_s, u"co:NIT:900123456"_s,
                                                                u"--name"_s, u"Entidad"_s, u"--operator"_s, url,
                                                                u"--ca"_s, at("cert.pem"), u"--procedures"_s,
                                                                at("tramites.json"), u"--invitation"_s, invitation}),
                 0);
        const QStringList batch =
            common + QStringList{u"batch"_s,      u"--procedure"_s, u"masivo"_s,       u"--recipients"_s,
                                 at("todos.csv"), u"--title"_s,     u"Aviso"_s,        u"--act"_s,
                                 at("acto.txt"),  u"--class"_s,     u"communication"_s};
        QElapsedTimer clock;
        clock.start();
        QProcess first;
        first.start(entity, batch);
        QVERIFY(!first.waitForFinished(std::max(1000, count / 20))); // cut in the middle
        first.kill();
        first.waitForFinished();
        QProcess second;
        second.start(entity, batch);
        qint64 most = 0;
        while (!second.waitForFinished(500) && second.state() != QProcess::NotRunning)
            most = std::max(most, mostMemory(second.processId()));
        QVERIFY2(second.exitCode() == 0, second.readAllStandardError().constData());
        const double seconds = double(clock.elapsed()) / 1000;
        const QJsonObject result = QJsonDocument::fromJson(second.readAllStandardOutput()).object();
        QCOMPARE(result.value("accepted"_L1).toInt(), count);
        // What was accepted is available: nothing of it waits in a queue.
        QProcess tracking;
        tracking.start(entity, common + QStringList{u"track"_s});
        QVERIFY(tracking.waitForFinished(120000));
        const QJsonObject tracked = QJsonDocument::fromJson(tracking.readAllStandardOutput()).object();
        const int backlog = count - tracked.value("states"_L1).toObject().value("Available"_L1).toInt();
        QCOMPARE(tracked.value("total"_L1).toInt(), count);
        QCOMPARE(backlog, 0);
        const QList<QJsonObject> effects = op.effects();
        QCOMPARE(std::count_if(effects.begin(), effects.end(),
                               [](const QJsonObject &e) { return e.value("kind"_L1) == u"deposit"_s; }),
                 count);
        qInfo("%d notifications in %.1f s, %.0f a second; most memory: operator %lld MB, entity %lld MB; "
              "backlog when the last was answered: %d; %s",
              count, seconds, count / seconds, static_cast<long long>(mostMemory(op.process().processId()) / 1024),
              static_cast<long long>(most / 1024), backlog,
              qPrintable(qEnvironmentVariable("CARRIEL_TEST_DATABASE", u"sqlite"_s)));
    }
};

QTEST_GUILESS_MAIN(TestOperatorManyDeposits)
#include "tst_operator_many_deposits.moc"
