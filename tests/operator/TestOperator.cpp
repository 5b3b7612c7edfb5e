// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operator/TestOperator.h"
#include "tests/support/Patience.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "tests/operator/Pki.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <signal.h>
#include <unistd.h>

namespace carriel::op::test {

using namespace Qt::StringLiterals;

namespace {

void writeFile(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

// CARRIEL_OPERATOR_BIN: another build of it.
QString program()
{
    return qEnvironmentVariable("CARRIEL_OPERATOR_BIN", QStringLiteral(CARRIEL_BINARY_DIR "/bin/carriel-operator"));
}

const QString issuer = u"https://127.0.0.1:1"_s;

} // namespace

QJsonObject Reply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString Reply::code() const
{
    return json().value("code"_L1).toString();
}

QByteArray Reply::header(const char *name) const
{
    const auto it = headers.find(name);
    return it == headers.end() ? QByteArray() : QByteArray::fromStdString(it->second);
}

QByteArray quoted(const QString &key)
{
    return QByteArray('"' + key.toLatin1() + '"');
}

std::string freshKey()
{
    return quoted(newId()).toStdString();
}

TestOperator::TestOperator() : m_issuer(makeKey())
{
    writeCertificate(m_dir.filePath(u"cert.pem"_s), m_dir.filePath(u"key.pem"_s));
    writeFile(m_dir.filePath(u"jwks.json"_s), compact(issuerJwks()));
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.setStandardErrorFile(m_dir.filePath(u"stderr.txt"_s), QIODevice::Append);
}

TestOperator::~TestOperator()
{
    if (m_process.state() != QProcess::NotRunning)
        kill();
    if (m_postgres.state() != QProcess::NotRunning) {
        m_postgres.terminate();
        m_postgres.waitForFinished(carriel::test::patienceMs);
    }
    if (qEnvironmentVariableIsSet("CARRIEL_TEST_KEEP")) {
        m_dir.setAutoRemove(false);
        qInfo("kept: %s", qPrintable(m_dir.path()));
    }
}

// CARRIEL_TEST_DATABASE=postgres starts a private cluster on a Unix socket in the test's folder.
bool TestOperator::prepareDatabase()
{
    if (!m_database.isEmpty())
        return true;
    if (qEnvironmentVariable("CARRIEL_TEST_DATABASE") != u"postgres") {
        m_database = m_dir.filePath(u"operator.sqlite"_s);
        return true;
    }
    const QStringList versions = QDir(u"/usr/lib/postgresql"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    if (versions.isEmpty()) {
        m_error = u"no PostgreSQL here"_s;
        return false;
    }
    const QString bin = QString(u"/usr/lib/postgresql/"_s + versions.last() + u"/bin/"_s);
    const QString data = m_dir.filePath(u"pg"_s);
    QDir().mkpath(data);
    const bool root = ::geteuid() == 0;
    if (root) { // PostgreSQL refuses to be root
        QProcess::execute(u"chmod"_s, {u"711"_s, m_dir.path()});
        QProcess::execute(u"chown"_s, {u"postgres"_s, data});
    }
    const auto as = [&](const QString &program, QStringList arguments, QProcess &process) {
        if (root) {
            arguments = QStringList{u"-u"_s, u"postgres"_s, u"--"_s, QString(bin + program)} + arguments;
            process.start(u"runuser"_s, arguments);
        } else {
            process.start(QString(bin + program), arguments);
        }
    };
    QProcess init;
    init.setWorkingDirectory(u"/"_s);
    as(u"initdb"_s, {u"-D"_s, data, u"-A"_s, u"trust"_s, u"-U"_s, u"carriel"_s, u"-E"_s, u"UTF8"_s, u"--locale=C"_s, u"-N"_s}, init);
    if (!init.waitForFinished(carriel::test::patienceMs) || init.exitCode() != 0) {
        m_error = QString::fromUtf8(init.readAllStandardError());
        return false;
    }
    m_postgres.setWorkingDirectory(u"/"_s);
    m_postgres.setStandardErrorFile(m_dir.filePath(u"postgres.txt"_s));
    as(u"postgres"_s, {u"-D"_s, data, u"-k"_s, data, u"-c"_s, u"listen_addresses="_s, u"-c"_s, u"fsync=off"_s}, m_postgres);
    // Its socket is there before it takes connections; the eighth line of this file says when it does.
    const auto ready = [&] {
        QFile file(QString(data + u"/postmaster.pid"_s));
        return file.open(QIODevice::ReadOnly) && file.readAll().split('\n').value(7).trimmed() == "ready";
    };
    for (int i = 0; i < 1200 && !ready() && m_postgres.state() != QProcess::NotRunning; ++i)
        m_postgres.waitForFinished(50);
    m_database = QString(u"postgresql://carriel@localhost/postgres?host="_s + data);
    return ready();
}

bool TestOperator::start(const QJsonObject &overrides)
{
    ::signal(SIGPIPE, SIG_IGN); // we write to connections of processes that we kill; Qt Test makes it fatal when it begins
    if (!prepareDatabase())
        return false;
    QJsonObject config{{u"listen"_s, u"127.0.0.1"_s},
                       {u"port"_s, m_port},
                       {u"tls"_s, QJsonObject{{u"cert"_s, u"cert.pem"_s}, {u"key"_s, u"key.pem"_s}}},
                       {u"database"_s, m_database},
                       {u"blobs"_s, u"blobs"_s},
                       {u"keys"_s, u"keys"_s},
                       {u"issuer"_s, issuer},
                       {u"issuer_jwks_file"_s, u"jwks.json"_s},
                       {u"client_id"_s, u"carriel-desktop"_s},
                       {u"audience"_s, u"https://operador.prueba/carpeta/v1"_s},
                       {u"log"_s, u"access.log"_s},
                       {u"limits"_s, QJsonObject{{u"requests_per_s"_s, 1000000}}}};
    for (auto it = overrides.begin(); it != overrides.end(); ++it)
        config.insert(it.key(), it.value());
    writeFile(configFile(), compact(config));
    if (m_faults) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"CARRIEL_FAULTS"_s, m_dir.filePath(u"faults.json"_s));
        m_process.setProcessEnvironment(environment);
    }
    m_process.start(m_faults ? QStringLiteral(CARRIEL_BINARY_DIR "/tests/carriel-operator-with-faults") : program(),
                    {u"--config"_s, configFile()});
    while (!m_process.canReadLine() && m_process.waitForReadyRead(carriel::test::patienceMs)) {
    }
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    if (!ready.value("ready"_L1).toBool()) {
        QFile errors(m_dir.filePath(u"stderr.txt"_s));
        m_error = errors.open(QIODevice::ReadOnly) ? QString::fromUtf8(errors.readAll()) : m_process.errorString();
        return false;
    }
    m_port = ready.value("url"_L1).toString().section(u':', -1).toInt();
    m_client = client();
    return true;
}

void TestOperator::setFaults(const QJsonArray &rules) const
{
    writeFile(m_dir.filePath(u"faults.json"_s), QJsonDocument(rules).toJson());
}

bool TestOperator::run(const QStringList &arguments) const
{
    return QProcess::execute(program(), QStringList{u"--config"_s, configFile()} + arguments) == 0;
}

QByteArray TestOperator::output(const QStringList &arguments) const
{
    QProcess process;
    process.start(program(), QStringList{u"--config"_s, configFile()} + arguments);
    process.waitForFinished(carriel::test::patienceMs);
    return process.readAllStandardOutput();
}

QList<QJsonObject> TestOperator::effects() const
{
    QList<QJsonObject> out;
    for (const QByteArray &line : output({u"effects"_s}).split('\n')) {
        if (!line.isEmpty())
            out.append(QJsonDocument::fromJson(line).object());
    }
    return out;
}

bool TestOperator::stop()
{
    m_client.reset();
    m_process.terminate();
    return m_process.waitForFinished(carriel::test::patienceMs) && m_process.exitStatus() == QProcess::NormalExit &&
           m_process.exitCode() == 0;
}

void TestOperator::kill()
{
    ::kill(pid_t(m_process.processId()), SIGKILL);
    m_process.waitForFinished(carriel::test::patienceMs);
    m_client.reset();
}

QString TestOperator::apiUrl() const
{
    return QString(u"https://127.0.0.1:"_s + QString::number(m_port) + api());
}

QJsonObject TestOperator::issuerJwks() const
{
    QJsonObject key = jwkOf(m_issuer);
    key.insert(u"kid"_s, u"idp-1"_s);
    key.insert(u"use"_s, u"sig"_s);
    key.insert(u"alg"_s, u"ES256"_s);
    return {{u"keys"_s, QJsonArray{key}}};
}

namespace {

QJsonObject with(QJsonObject claims, const QJsonObject &overrides)
{
    for (auto it = overrides.begin(); it != overrides.end(); ++it)
        claims.insert(it.key(), it.value());
    return claims;
}

} // namespace

QByteArray TestOperator::token(const QString &sub, const QJsonObject &overrides) const
{
    const QJsonObject claims{{u"iss"_s, issuer},
                             {u"aud"_s, u"https://operador.prueba/carpeta/v1"_s},
                             {u"sub"_s, sub},
                             {u"scope"_s, u"openid folder acts"_s},
                             {u"acr"_s, u"urn:carpeta:loa:high"_s},
                             {u"auth_time"_s, nowSeconds()},
                             {u"iat"_s, nowSeconds()},
                             {u"exp"_s, nowSeconds() + 600}};
    return signJws(u"at+jwt"_s, u"idp-1"_s, with(claims, overrides), m_issuer);
}

QByteArray TestOperator::idToken(const QString &sub, const QByteArray &nonce, const QJsonObject &overrides) const
{
    const QJsonObject claims{{u"iss"_s, issuer},
                             {u"aud"_s, u"carriel-desktop"_s},
                             {u"sub"_s, sub},
                             {u"nonce"_s, QString::fromLatin1(nonce)},
                             {u"acr"_s, u"urn:carpeta:loa:high"_s},
                             {u"auth_time"_s, nowSeconds()},
                             {u"iat"_s, nowSeconds()},
                             {u"exp"_s, nowSeconds() + 600}};
    return signJws(u"JWT"_s, u"idp-1"_s, with(claims, overrides), m_issuer);
}

std::unique_ptr<httplib::SSLClient> TestOperator::client() const
{
    auto made = std::make_unique<httplib::SSLClient>("127.0.0.1", m_port);
    made->set_ca_cert_path(QFile::encodeName(m_dir.filePath(u"cert.pem"_s)).constData());
    made->enable_server_certificate_verification(true);
    made->set_keep_alive(true);
    made->set_tcp_nodelay(true);
    made->set_read_timeout(60);
    return made;
}

Reply TestOperator::call(const char *method, const QString &path, Headers headers, const QByteArray &body, const QByteArray &token) const
{
    httplib::Request request;
    request.method = method;
    request.path = path.startsWith(u'!') ? path.mid(1).toStdString() : QString(api() + path).toStdString();
    for (const auto &[name, value] : headers)
        request.headers.emplace(name, value);
    if (!token.isEmpty())
        request.headers.emplace("Authorization", "Bearer " + (token == "own" ? this->token(ana()) : token).toStdString());
    request.body = body.toStdString();
    if (body.isEmpty() && request.method != "GET" && request.method != "HEAD")
        request.headers.emplace("Content-Length", "0");
    const auto result = m_client->send(request);
    if (!result)
        return {};
    return {result->status, result->headers, QByteArray::fromStdString(result->body)};
}

Reply TestOperator::json(const char *method, const QString &path, Headers headers, const QJsonObject &body, const QByteArray &token) const
{
    std::vector<std::pair<std::string, std::string>> all(headers);
    const bool patch = qstrcmp(method, "PATCH") == 0;
    httplib::Request request;
    request.method = method;
    request.path = QString(api() + path).toStdString();
    for (const auto &[name, value] : all)
        request.headers.emplace(name, value);
    request.headers.emplace("Content-Type", patch ? "application/merge-patch+json" : "application/json");
    request.headers.emplace("Authorization", "Bearer " + (token == "own" ? this->token(ana()) : token).toStdString());
    request.body = compact(body).toStdString();
    const auto result = m_client->send(request);
    if (!result)
        return {};
    return {result->status, result->headers, QByteArray::fromStdString(result->body)};
}

QString TestOperator::in(const QString &path) const
{
    return QString(u"/folders/"_s + folder() + path);
}

bool TestOperator::seed(const QJsonObject &json)
{
    if (!prepareDatabase())
        return false;
    const bool wasRunning = m_process.state() != QProcess::NotRunning;
    if (!wasRunning) { // a first start writes the configuration
        if (!start() || !stop())
            return false;
    }
    writeFile(m_dir.filePath(u"seed.json"_s), compact(json));
    QProcess process;
    process.start(program(),
                  {u"--config"_s, configFile(), u"seed"_s, u"--from"_s, m_dir.path()});
    process.waitForFinished(carriel::test::patienceMs);
    m_error = QString::fromUtf8(process.readAllStandardError());
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

Reply TestOperator::mkdir(const QString &id, const QString &name, const QString &parent) const
{
    return json("PUT", in(QString(u"/items/"_s + id)), {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}},
                {{u"type"_s, u"folder"_s}, {u"parent"_s, parent}, {u"name"_s, name}});
}

QString TestOperator::putBlob(const QByteArray &bytes) const
{
    const std::string digest = digestField(sha256(bytes)).toStdString();
    const Reply made = call("POST", in(u"/uploads"_s),
                            {{"Idempotency-Key", freshKey()},
                             {"Upload-Complete", "?0"},
                             {"Upload-Length", std::to_string(bytes.size())},
                             {"Repr-Digest", digest}});
    if (made.status == 200)
        return made.json().value("blob"_L1).toObject().value("id"_L1).toString();
    const Reply sent = call("PATCH", QString(u'!' + QString::fromLatin1(made.header("Location"))),
                            {{"Content-Type", "application/partial-upload"},
                             {"Upload-Offset", "0"},
                             {"Upload-Complete", "?1"},
                             {"Content-Digest", digest}},
                            bytes);
    return sent.json().value("blob"_L1).toObject().value("id"_L1).toString();
}

Reply TestOperator::put(const QString &id, const QString &name, const QByteArray &bytes, const QString &parent) const
{
    return json("PUT", in(QString(u"/items/"_s + id)), {{"If-None-Match", "*"}, {"Idempotency-Key", freshKey()}},
                {{u"type"_s, u"document"_s},
                 {u"parent"_s, parent},
                 {u"name"_s, name},
                 {u"blob"_s, putBlob(bytes)},
                 {u"sha256"_s, QString::fromLatin1(b64(sha256(bytes)))},
                 {u"media_type"_s, u"text/plain"_s}});
}

} // namespace carriel::op::test
