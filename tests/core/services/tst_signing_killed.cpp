// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The program is killed again and again while it signs. Afterwards every document is signed exactly once, its original is
// there, and the register says neither more nor less. The program that is killed is this one, with --sign.
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Signing.h"
#include "core/services/Versions.h"
#include "tests/core/signing/SigningDesk.h"
#include "tests/support/Patience.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>

using namespace carriel;
using namespace carriel::test;

namespace {

constexpr int howMany = 12;

std::unique_ptr<Session> openSession(const QString &dir)
{
    Session::Options options;
    options.dir = dir;
    auto session = std::make_unique<Session>(std::move(options));
    return session;
}

template <typename T> T wait(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, carriel::test::patienceMs))
        qFatal("a future never finished");
    return future.result();
}

// Signs everything that is not signed yet, or goes on with what an earlier one left; answers how many it asked for.
int signAll(Session &session, const QString &p12)
{
    Signing &signing = session.documents().signing();
    const auto identity = wait(signing.openIdentity({QStringLiteral("p12"), p12, SecretBytes::copyOf("clave")}));
    if (!identity.ok())
        qFatal("no key");
    QSet<ItemId> begun;
    QStringList waiting;
    for (const SignJob &job : signing.jobs(1000)) {
        begun += job.document;
        if (job.state == SignState::NeedsKey || job.state == SignState::Failed)
            waiting += job.id;
    }
    if (!waiting.isEmpty() && !wait(signing.resume(waiting, identity.value().handle)).ok())
        qFatal("cannot go on");
    SignRequest request;
    for (const ItemId &id : session.documents().ids({})) {
        if (!begun.contains(id))
            request.documents += id;
    }
    request.identity = identity.value().handle;
    request.certificate = identity.value().certificate.sha256;
    if (!request.documents.isEmpty() && !wait(signing.sign(request)).ok())
        qFatal("cannot sign");
    return int(waiting.size() + request.documents.size());
}

int child(const QString &dir, const QString &p12)
{
    const auto session = openSession(dir);
    if (const auto opened = wait(session->unlockWithPassphrase(SecretBytes::copyOf("correct horse battery"))); !opened.ok())
        qFatal("cannot open: %s", qPrintable(opened.error().codeText() + QLatin1Char(' ') + opened.error().detail));
    signAll(*session, p12);
    std::puts("signing");
    std::fflush(stdout);
    QTest::qWait(600000); // until it is killed
    return 0;
}

} // namespace

class TestSigningKilled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signedExactlyOnce()
    {
        SigningDesk desk;
        QVERIFY(desk.pki.ready());
        QTemporaryDir home;
        const QString dir = home.filePath(QStringLiteral("perfil"));
        const QString p12 = desk.pki.p12(QStringLiteral("ana"));
        QHash<ItemId, QByteArray> originals;
        {
            const auto session = openSession(dir);
            QVERIFY(wait(session->createVault({false, SecretBytes::copyOf("correct horse battery")})).ok());
            for (int i = 0; i < howMany; ++i) {
                const QByteArray bytes = plainPdf(1 + i % 3) + "%" + QByteArray::number(i) + "\n";
                const auto put = wait(session->documents().addBytes(bytes, QStringLiteral("acta %1.pdf").arg(i),
                                                                    QStringLiteral("application/pdf"), rootItem()));
                QVERIFY(put.ok());
                originals.insert(put.value().id, bytes);
            }
        }
        for (const int after : {0, 5, 12, 25, 40, 60, 90, 130}) { // ms after it began
            QProcess program;
            program.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--sign"), dir, p12});
            QVERIFY(QTest::qWaitFor([&] { return program.canReadLine() || program.state() == QProcess::NotRunning; },
                                    carriel::test::patienceMs));
            QVERIFY2(program.canReadLine(), program.readAllStandardError().constData());
            QTest::qWait(after);
            program.kill();
            QVERIFY(program.waitForFinished(carriel::test::patienceMs));
        }
        const auto session = openSession(dir);
        QVERIFY(wait(session->unlockWithPassphrase(SecretBytes::copyOf("correct horse battery"))).ok());
        Signing &signing = session->documents().signing();
        signAll(*session, p12);
        const auto allDone = [&] {
            const QList<SignJob> jobs = signing.jobs(1000);
            return jobs.size() == howMany &&
                   std::all_of(jobs.begin(), jobs.end(), [](const SignJob &one) { return one.state == SignState::Done; });
        };
        QTRY_VERIFY(allDone());
        const QList<SignatureMade> register_ = signing.made(1000);
        QCOMPARE(register_.size(), howMany);
        QSet<ItemId> named;
        for (const SignatureMade &one : register_)
            named += one.document;
        QCOMPARE(named.size(), howMany);
        for (auto it = originals.begin(); it != originals.end(); ++it) {
            const QList<DocumentVersion> versions = session->documents().versions().list(it.key());
            QCOMPARE(versions.size(), 2);
            QCOMPARE(session->documents().versions().open(versions.last().id)->readAll(), it.value());
            const auto checked = wait(session->documents().verification().check(it.key()));
            QCOMPARE(checked.value().signatures.size(), 1);
            QCOMPARE(checked.value().signatures.first().after, QStringLiteral("B0"));
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("--sign"))
        return child(arguments.at(2), arguments.at(3));
    TestSigningKilled test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_signing_killed.moc"
