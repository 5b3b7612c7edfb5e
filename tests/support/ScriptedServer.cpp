// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedServer.h"
#include "tests/support/Patience.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QPointer>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>
#include <QUrlQuery>

namespace carriel::test {

namespace {
void openssl(const QTemporaryDir &dir, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(dir.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished(carriel::test::patienceMs) || process.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(QLatin1Char(' '))), process.readAll().constData());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QHash<QString, QString> decoded(const QString &query)
{
    QHash<QString, QString> out;
    const auto items = QUrlQuery(query).queryItems(QUrl::FullyDecoded);
    for (const auto &item : items)
        out.insert(item.first, item.second);
    return out;
}
} // namespace

TestAuthority::TestAuthority()
{
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    openssl(m_dir, words("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -days 30 "
                         "-subj /CN=Test-CA -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign"));
    openssl(m_dir, words("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout server.key -out server.csr -subj /CN=localhost"));
    QFile extensions(m_dir.filePath(QStringLiteral("server.ext")));
    if (!extensions.open(QIODevice::WriteOnly))
        qFatal("no temporary folder");
    extensions.write("subjectAltName=IP:127.0.0.1,DNS:localhost\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n");
    extensions.close();
    openssl(m_dir, words("x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -out server.pem -extfile server.ext"));
    m_certificate = QSslCertificate(contentOf(m_dir.filePath(QStringLiteral("server.pem"))), QSsl::Pem);
    m_key = QSslKey(contentOf(m_dir.filePath(QStringLiteral("server.key"))), QSsl::Ec, QSsl::Pem);
}

QList<QSslCertificate> TestAuthority::trust() const
{
    return QSslCertificate::fromData(contentOf(caFile()), QSsl::Pem);
}

QHash<QString, QString> ScriptedRequest::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QHash<QString, QString>() : decoded(QString::fromLatin1(target.mid(mark + 1)));
}

QHash<QString, QString> ScriptedRequest::form() const
{
    return decoded(QString::fromLatin1(body));
}

ScriptedReply ScriptedReply::answer(const ScriptedRequest &request, int status, const QByteArray &type, const QByteArray &body,
                                    const QList<QPair<QByteArray, QByteArray>> &headers)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nX-Request-Id: " + request.headers.value("x-request-id") +
                      "\r\nDate: " +
                      QLocale::c().toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() +
                      " GMT\r\n";
    if (!type.isEmpty())
        head += "Content-Type: " + type + "\r\n";
    if (status != 204)
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    for (const auto &[name, value] : headers)
        head += name + ": " + value + "\r\n";
    return raw(head + "\r\n" + (request.method == "HEAD" ? QByteArray() : body));
}

ScriptedReply ScriptedReply::json(const ScriptedRequest &request, int status, const QByteArray &body,
                                  const QList<QPair<QByteArray, QByteArray>> &headers)
{
    return answer(request, status, status < 400 ? "application/json" : "application/problem+json", body, headers);
}

ScriptedReply ScriptedReply::raw(const QByteArray &bytes, bool closeAfter)
{
    ScriptedReply reply;
    reply.pieces = {{bytes, 0}};
    reply.close = closeAfter;
    return reply;
}

ScriptedReply ScriptedReply::cut()
{
    ScriptedReply reply;
    reply.close = true;
    return reply;
}

ScriptedReply ScriptedReply::silence()
{
    ScriptedReply reply;
    reply.hang = true;
    return reply;
}

ScriptedServer::ScriptedServer(const TestAuthority &authority, Handler handler, QObject *parent)
    : QTcpServer(parent), m_certificate(authority.certificate()), m_key(authority.key()), m_handler(std::move(handler))
{
    if (!listen(QHostAddress(QHostAddress::LocalHost), 0))
        qFatal("no free port");
}

ScriptedServer::~ScriptedServer()
{
    const auto sockets = findChildren<QSslSocket *>();
    for (QSslSocket *socket : sockets)
        socket->disconnect(this);
}

QUrl ScriptedServer::url(const QString &path) const
{
    QUrl url(QStringLiteral("https://127.0.0.1"));
    url.setPort(serverPort());
    url.setPath(path);
    return url;
}

int ScriptedServer::count(const QByteArray &method, const QByteArray &path) const
{
    int n = 0;
    for (const ScriptedRequest &request : m_requests)
        n += request.method == method && request.path() == path;
    return n;
}

void ScriptedServer::incomingConnection(qintptr handle)
{
    auto *socket = new QSslSocket(this);
    const int connection = ++m_connections;
    socket->setSocketDescriptor(handle);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QSslConfiguration tls = socket->sslConfiguration();
    tls.setLocalCertificate(m_certificate);
    tls.setPrivateKey(m_key);
    socket->setSslConfiguration(tls);
    connect(socket, &QSslSocket::readyRead, this, [this, socket, connection] { read(socket, connection); });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] {
        m_incoming.remove(socket);
        socket->deleteLater();
    });
    socket->startServerEncryption();
}

void ScriptedServer::read(QSslSocket *socket, int connection)
{
    Incoming &incoming = m_incoming[socket];
    incoming.bytes += socket->readAll();
    for (;;) {
        if (incoming.bodyAt < 0 && !readHead(incoming, connection))
            return;
        if (incoming.bytes.size() < incoming.bodyAt + incoming.length)
            return;
        incoming.request.body = incoming.bytes.mid(incoming.bodyAt, incoming.length);
        incoming.bytes.remove(0, incoming.bodyAt + incoming.length);
        incoming.bodyAt = -1;
        const ScriptedRequest request = incoming.request;
        m_requests.append(request);
        const QPointer<QSslSocket> alive(socket);
        write(socket, m_handler ? m_handler(request) : ScriptedReply::answer(request, 404, {}, {}));
        if (!alive || !m_incoming.contains(socket))
            return;
    }
}

bool ScriptedServer::readHead(Incoming &incoming, int connection)
{
    const qsizetype end = incoming.bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    QByteArrayList lines = incoming.bytes.left(end).split('\n');
    const QByteArrayList first = lines.takeFirst().trimmed().split(' ');
    incoming.request = {first.value(0), first.value(1), {}, {}, connection};
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        incoming.request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    incoming.bodyAt = end + 4;
    incoming.length = incoming.request.headers.value("content-length").toLongLong();
    return true;
}

void ScriptedServer::write(QSslSocket *socket, ScriptedReply reply)
{
    if (reply.hang)
        return;
    while (!reply.pieces.isEmpty()) {
        ScriptedReply::Piece &piece = reply.pieces.first();
        if (piece.waitMs > 0) {
            const int wait = std::exchange(piece.waitMs, 0);
            QTimer::singleShot(wait, socket, [this, socket, reply] { write(socket, reply); });
            return;
        }
        socket->write(piece.bytes);
        reply.pieces.removeFirst();
    }
    if (reply.close)
        socket->disconnectFromHost();
}

} // namespace carriel::test
