// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RealOperator.h"
#include "tests/support/Patience.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <csignal>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace carriel::test {

namespace {
void save(const QString &path, const QJsonObject &o)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    file.write(QJsonDocument(o).toJson());
}

int freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress(QHostAddress::LocalHost), 0);
    return probe.serverPort();
}
} // namespace

RealOperator::RealOperator(const TestAuthority &authority, const TestProvider &provider, const QJsonObject &limits,
                           const QUrl &announced)
{
    const int port = freePort();
    m_url = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port));
    write(authority, provider, limits, port, announced.isEmpty() ? m_url : announced);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
#ifdef Q_OS_LINUX
    // A test that crashes takes it along; else it would hold the pipe that the run of the tests waits for.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    start();
}

RealOperator::~RealOperator()
{
    kill();
}

void RealOperator::write(const TestAuthority &authority, const TestProvider &provider, const QJsonObject &limits, int port,
                         const QUrl &announced)
{
    const QDir dir(m_dir.path());
    save(dir.filePath(QStringLiteral("jwks.json")), {{QStringLiteral("keys"), QJsonArray{provider.key.publicKey().toJwk()}}});
    save(dir.filePath(QStringLiteral("operator.json")),
         {{QStringLiteral("port"), port},
          {QStringLiteral("public_url"), announced.toString()},
          {QStringLiteral("tls"), QJsonObject{{QStringLiteral("cert"), authority.certificateFile()},
                                              {QStringLiteral("key"), authority.keyFile()}}},
          {QStringLiteral("database"), QStringLiteral("operator.db")},
          {QStringLiteral("blobs"), QStringLiteral("blobs")},
          {QStringLiteral("keys"), QStringLiteral("keys")},
          {QStringLiteral("issuer"), provider.issuer()},
          {QStringLiteral("issuer_jwks_file"), QStringLiteral("jwks.json")},
          {QStringLiteral("log"), QStringLiteral("requests.log")},
          {QStringLiteral("limits"), limits}});
}

void RealOperator::configure(const QString &key, const QJsonValue &value)
{
    QFile file(configFile());
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no configuration");
    QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    all.insert(key, value);
    save(configFile(), all);
}

QList<QByteArray> RealOperator::requests() const
{
    QFile file(m_dir.filePath(QStringLiteral("requests.log")));
    QList<QByteArray> lines = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
    lines.removeAll({});
    return lines;
}

void RealOperator::start()
{
    m_process.start(QStringLiteral(CARRIEL_OPERATOR), {QStringLiteral("--config"), m_dir.filePath(QStringLiteral("operator.json"))});
    QByteArray said;
    while (!said.contains('\n')) {
        if (!m_process.waitForReadyRead(carriel::test::patienceMs))
            qFatal("the operator does not start: %s", qPrintable(m_process.errorString()));
        said += m_process.readAllStandardOutput();
    }
}

void RealOperator::hang()
{
    ::kill(pid_t(m_process.processId()), SIGSTOP);
}

void RealOperator::kill()
{
    m_process.kill();
    m_process.waitForFinished(carriel::test::patienceMs);
}

} // namespace carriel::test
