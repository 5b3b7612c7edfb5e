// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A small real HTTPS server inside a test: it says exactly the bytes that the test wants, cuts where the test wants, and
// remembers every request that arrived whole. Lives in the test's thread and event loop; client and server need no second one.
#pragma once

#include <QHash>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUrl>
#include <functional>

class QSslSocket;

namespace carriel::test {

// A throw-away certificate authority and its certificate for 127.0.0.1 and localhost, made by the openssl program.
class TestAuthority
{
public:
    TestAuthority();
    QString caFile() const { return m_dir.filePath(QStringLiteral("ca.pem")); }
    QString certificateFile() const { return m_dir.filePath(QStringLiteral("server.pem")); }
    QString keyFile() const { return m_dir.filePath(QStringLiteral("server.key")); }
    QList<QSslCertificate> trust() const;
    QSslCertificate certificate() const { return m_certificate; }
    QSslKey key() const { return m_key; }

private:
    QTemporaryDir m_dir;
    QSslCertificate m_certificate;
    QSslKey m_key;
};

struct ScriptedRequest {
    QByteArray method;
    QByteArray target;                       // "/a?b=c"
    QHash<QByteArray, QByteArray> headers;   // names in lower case
    QByteArray body;
    int connection = 0;                      // counts from 1

    QByteArray path() const { return target.split('?').first(); }
    QHash<QString, QString> query() const;
    QHash<QString, QString> form() const;    // the body as application/x-www-form-urlencoded
};

struct ScriptedReply {
    struct Piece {
        QByteArray bytes;
        int waitMs = 0; // before it
    };
    QList<Piece> pieces;
    bool close = false; // the connection, after the last piece
    bool hang = false;  // nothing more ever comes

    // With Content-Length, Date and the request's X-Request-Id.
    static ScriptedReply answer(const ScriptedRequest &request, int status, const QByteArray &type, const QByteArray &body,
                                const QList<QPair<QByteArray, QByteArray>> &headers = {});
    static ScriptedReply json(const ScriptedRequest &request, int status, const QByteArray &body,
                              const QList<QPair<QByteArray, QByteArray>> &headers = {});
    static ScriptedReply raw(const QByteArray &bytes, bool closeAfter = false);
    static ScriptedReply cut(); // closes without a word
    static ScriptedReply silence();
};

class ScriptedServer final : public QTcpServer
{
    Q_OBJECT
public:
    using Handler = std::function<ScriptedReply(const ScriptedRequest &)>;

    explicit ScriptedServer(const TestAuthority &authority, Handler handler = {}, QObject *parent = nullptr);
    ~ScriptedServer() override;

    void setHandler(Handler handler) { m_handler = std::move(handler); }
    QUrl url(const QString &path = {}) const; // https://127.0.0.1:port
    const QList<ScriptedRequest> &requests() const { return m_requests; }
    int count(const QByteArray &method, const QByteArray &path) const;
    void forget() { m_requests.clear(); }

protected:
    void incomingConnection(qintptr handle) override;

private:
    struct Incoming {
        QByteArray bytes;
        ScriptedRequest request;
        qsizetype bodyAt = -1; // < 0: the head is not whole yet
        qsizetype length = 0;
    };
    void read(QSslSocket *socket, int connection);
    static bool readHead(Incoming &incoming, int connection);
    void write(QSslSocket *socket, ScriptedReply reply);

    QSslCertificate m_certificate;
    QSslKey m_key;
    Handler m_handler;
    QList<ScriptedRequest> m_requests;
    QHash<QSslSocket *, Incoming> m_incoming;
    int m_connections = 0;
};

} // namespace carriel::test
