// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/Loopback.h"

#include "core/crypto/Digest.h"
#include "core/remote/RemoteErrors.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>
#include <optional>

namespace carriel::remote {

namespace {
constexpr qsizetype maxHead = 16 * 1024;
constexpr int maxWaiting = 16;
constexpr int patienceMs = 10000; // for one connection

const char rightPage[] =
    "<!doctype html><html lang=\"es\"><meta charset=\"utf-8\"><title>Carriel</title>"
    "<body style=\"font-family:sans-serif;max-width:36em;margin:4em auto\"><h1>Ya puede volver a Carriel</h1>"
    "<p>El navegador hizo su parte del ingreso. Puede cerrar esta página.</p></body></html>";
// The provider sent the person back with an error (RFC 6749 §4.1.2.1), after a refusal for instance.
const char refusedPage[] =
    "<!doctype html><html lang=\"es\"><meta charset=\"utf-8\"><title>Carriel</title>"
    "<body style=\"font-family:sans-serif;max-width:36em;margin:4em auto\"><h1>El ingreso no se hizo</h1>"
    "<p>Vuelva a Carriel: allí se dice por qué, y puede intentarlo otra vez. Puede cerrar esta página.</p></body></html>";
const char wrongPage[] =
    "<!doctype html><html lang=\"es\"><meta charset=\"utf-8\"><title>Carriel</title>"
    "<body style=\"font-family:sans-serif;max-width:36em;margin:4em auto\"><h1>Esta página no es de su ingreso</h1>"
    "<p>Vuelva a Carriel e intente de nuevo desde allí.</p></body></html>";

void show(QTcpSocket *socket, const QByteArray &page, const char *status)
{
    socket->setParent(nullptr); // the page is still on its way when its server goes; `disconnected` deletes the socket
    QByteArray reply = QByteArray("HTTP/1.1 ") + status;
    reply += "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
             "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\nX-Content-Type-Options: nosniff\r\n"
             "Connection: close\r\nContent-Length: ";
    reply += QByteArray::number(page.size());
    reply += "\r\n\r\n";
    reply += page;
    socket->write(reply);
    socket->disconnectFromHost();
}

// The query of "GET /callback?… HTTP/1.1"; nothing for any other request.
std::optional<Loopback::Parameters> parametersOf(const QByteArray &head)
{
    const QByteArrayList line = head.left(head.indexOf('\r')).split(' ');
    if (line.size() != 3 || line.at(0) != "GET" || !line.at(2).startsWith("HTTP/1."))
        return std::nullopt;
    const QUrl url = QUrl::fromEncoded(line.at(1), QUrl::StrictMode);
    if (!url.isValid() || url.path() != QLatin1String("/callback"))
        return std::nullopt;
    Loopback::Parameters out;
    // In a form "+" is a space, which QUrlQuery leaves alone.
    const auto items = QUrlQuery(url.query(QUrl::FullyEncoded).replace(QLatin1Char('+'), QLatin1String("%20")))
                           .queryItems(QUrl::FullyDecoded);
    for (const auto &item : items) {
        if (out.contains(item.first))
            return std::nullopt; // RFC 6749 §3.1: not more than once
        out.insert(item.first, item.second);
    }
    return out;
}
} // namespace

Loopback::Loopback(QObject *parent) : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, &Loopback::accept);
}

Result<QUrl> Loopback::listen(QByteArray state, std::function<void(Parameters)> arrived)
{
    m_state = std::move(state);
    m_arrived = std::move(arrived);
    m_server.setMaxPendingConnections(maxWaiting);
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost), 0))
        return Error{errors::loopback, {{QStringLiteral("reason"), m_server.errorString()}}, {}};
    QUrl url(QStringLiteral("http://127.0.0.1/callback"));
    url.setPort(m_server.serverPort());
    return url;
}

void Loopback::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(patienceMs, socket, [socket] { socket->abort(); });
        if (m_server.findChildren<QTcpSocket *>().size() > maxWaiting)
            socket->abort();
    }
}

void Loopback::read(QTcpSocket *socket)
{
    const QByteArray head = socket->peek(maxHead);
    if (!head.contains("\r\n\r\n")) {
        if (head.size() >= maxHead)
            socket->abort();
        return;
    }
    socket->readAll();
    const auto parameters = parametersOf(head);
    const bool right = parameters && m_arrived &&
                       crypto::constantTimeEqual(parameters->value(QStringLiteral("state")).toUtf8(), m_state);
    if (right && parameters->contains(QStringLiteral("error")))
        show(socket, refusedPage, "200 OK");
    else
        answer(socket, right);
    if (!right)
        return;
    m_server.close();
    const auto arrived = std::exchange(m_arrived, nullptr);
    arrived(*parameters);
}

void Loopback::answer(QTcpSocket *socket, bool right)
{
    show(socket, right ? rightPage : wrongPage, right ? "200 OK" : "400 Bad Request");
}

} // namespace carriel::remote
