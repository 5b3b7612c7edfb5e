// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/FaultProxy.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

namespace carriel::test {

namespace {
QByteArray kindOf(const QByteArray &method, const QByteArray &target)
{
    const QByteArray path = target.split('?').first();
    if (path.startsWith("/.well-known/"))
        return "discovery";
    const qsizetype folder = path.indexOf("/folders/");
    const QByteArray below = folder < 0 ? path : path.mid(path.indexOf('/', folder + 9));
    const QByteArrayList parts = below.mid(1).split('/');
    const QByteArray first = parts.value(0);
    if (first == "items") {
        if (parts.size() == 3)
            return parts.at(2); // versions, trash, restore, purge
        return parts.size() == 1 ? "snapshot" : method == "GET" ? "item" : method.toLower();
    }
    if (first == "uploads") {
        if (parts.value(1) == "bundle")
            return "bundle-up";
        return method == "POST" ? "create" : method == "PATCH" ? "append" : "head";
    }
    if (first == "blobs")
        return parts.value(1) == "bundle" ? "bundle-down" : "blob";
    return first; // changes, batch, events
}

QHash<QByteArray, QByteArray> headersOf(const QByteArray &head)
{
    QHash<QByteArray, QByteArray> out;
    const QByteArrayList lines = head.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        if (colon > 0)
            out.insert(lines.at(i).left(colon).toLower(), lines.at(i).mid(colon + 1).trimmed());
    }
    return out;
}
} // namespace

// One connection of the client, its own to the operator, and the exchange that is under way on them.
struct FaultProxy::Line
{
    QSslSocket *client = nullptr;
    QSslSocket *op = nullptr;
    QByteArray in;
    QByteArray out;
    bool underWay = false;
    bool over = false; // nothing more is said on it
    Exchange exchange;
    qint64 length = 0;
    std::optional<Fault> fault;
    int executed = 0;
    QByteArrayList answers;
    qint64 streamed = 0; // bytes of an event stream that went through
};

FaultProxy::FaultProxy(const TestAuthority &authority, QObject *parent)
    : QTcpServer(parent), m_certificate(authority.certificate()), m_key(authority.key())
{
    if (!listen(QHostAddress(QHostAddress::LocalHost), 0))
        qFatal("no free port");
}

void FaultProxy::arm(QList<Fault> faults)
{
    m_faults = std::move(faults);
    m_fired = 0;
}

std::optional<Fault> FaultProxy::faultFor(const QByteArray &kind)
{
    for (qsizetype i = 0; i < m_faults.size(); ++i) {
        Fault &fault = m_faults[i];
        if (fault.kind != kind && fault.kind != "*")
            continue;
        if (fault.skip-- > 0)
            return std::nullopt;
        const Fault out = fault;
        if (--fault.times <= 0)
            m_faults.removeAt(i);
        ++m_fired;
        return out;
    }
    return std::nullopt;
}

void FaultProxy::incomingConnection(qintptr handle)
{
    auto line = std::make_shared<Line>();
    line->client = new QSslSocket(this);
    m_lines.insert(line->client, line);
    QSslSocket *client = line->client;
    client->setSocketDescriptor(handle);
    client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QSslConfiguration tls = client->sslConfiguration();
    tls.setLocalCertificate(m_certificate);
    tls.setPrivateKey(m_key);
    client->setSslConfiguration(tls);
    const std::weak_ptr<Line> weak = line;
    connect(client, &QSslSocket::readyRead, this, [this, weak] {
        if (const auto alive = weak.lock())
            clientSaid(*alive);
    });
    connect(client, &QSslSocket::disconnected, this, [this, weak] {
        if (const auto alive = weak.lock())
            close(*alive);
    });
    client->startServerEncryption();
}

void FaultProxy::close(Line &line)
{
    line.over = true;
    if (line.op) {
        line.op->disconnect(this);
        line.op->abort();
        line.op->deleteLater();
    }
    line.client->disconnect(this);
    line.client->deleteLater();
    m_lines.remove(line.client); // the caller holds it
}

void FaultProxy::clientSaid(Line &line)
{
    line.in += line.client->readAll();
    if (!line.underWay && !line.over)
        begin(line);
    else if (line.underWay && line.answers.isEmpty() && line.executed == 0)
        forward(line);
}

void FaultProxy::begin(Line &line)
{
    const qsizetype end = line.in.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    line.exchange = {};
    line.exchange.head = end + 4;
    const QByteArrayList first = line.in.left(line.in.indexOf('\r')).split(' ');
    line.exchange.method = first.value(0);
    line.exchange.target = first.value(1);
    line.exchange.headers = headersOf(line.in.left(end));
    line.exchange.kind = kindOf(line.exchange.method, line.exchange.target);
    line.length = line.exchange.head + line.exchange.headers.value("content-length").toLongLong();
    line.underWay = true;
    line.executed = 0;
    line.answers.clear();
    line.streamed = 0;
    line.out.clear();
    ++m_counts[line.exchange.kind];
    line.fault = faultFor(line.exchange.kind);
    if (!line.op) {
        line.op = new QSslSocket(this);
        line.op->setPeerVerifyMode(QSslSocket::VerifyNone); // the operator of this very test
        const auto self = m_lines.value(line.client);
        const std::weak_ptr<Line> weak = self;
        connect(line.op, &QSslSocket::readyRead, this, [this, weak] {
            if (const auto alive = weak.lock())
                operatorSaid(*alive);
        });
        connect(line.op, &QSslSocket::disconnected, this, [this, weak] {
            const auto alive = weak.lock();
            if (alive && !alive->over)
                hangUp(*alive, End::Fin); // it was killed or hung up between two requests
        });
        line.op->connectToHostEncrypted(m_operator.host(), quint16(m_operator.port()));
        connect(line.op, &QSslSocket::connected, line.op,
                [op = line.op] { op->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
    }
    forward(line);
}

void FaultProxy::forward(Line &line)
{
    if (line.fault && line.fault->requestAt) {
        line.exchange.request = line.in.left(line.length);
        // What the point is measured against is how long the request is going to be, not how much of it came.
        Exchange whole = line.exchange;
        whole.request.resize(line.length, ' ');
        const qint64 at = line.fault->requestAt(whole);
        if (line.in.size() < std::min<qint64>(at, line.length))
            return;
        line.op->write(line.in.left(at));
        line.op->disconnectFromHost();
        return hangUp(line, line.fault->end);
    }
    if (line.in.size() < line.length)
        return;
    line.exchange.request = line.in.left(line.length);
    line.in.remove(0, line.length);
    line.executed = 1;
    if (line.fault && !line.fault->ask) {
        line.answers.append(QByteArray());
        return answer(line);
    }
    line.op->write(line.exchange.request);
}

void FaultProxy::operatorSaid(Line &line)
{
    line.out += line.op->readAll();
    if (!line.underWay || line.over)
        return;
    if (line.exchange.kind == "events") { // has no end
        const QByteArray bytes = std::exchange(line.out, {});
        line.exchange.answer += bytes;
        const qint64 at = line.fault && line.fault->answerAt ? line.fault->answerAt(line.exchange) : -1;
        line.client->write(at < 0 ? bytes : bytes.left(std::max<qint64>(0, at - line.streamed)));
        line.streamed += bytes.size();
        if (at >= 0 && line.streamed >= at)
            hangUp(line, line.fault->end);
        return;
    }
    const qsizetype end = line.out.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const int status = line.out.mid(9, 3).toInt();
    const bool empty = line.exchange.method == "HEAD" || status == 204;
    const qint64 length = end + 4 + (empty ? 0 : headersOf(line.out.left(end)).value("content-length").toLongLong());
    if (line.out.size() < length)
        return;
    line.exchange.answer = line.out.left(length);
    line.out.remove(0, length);
    account(line.exchange);
    line.answers.append(line.exchange.answer);
    if (line.fault && line.executed < line.fault->executions) {
        ++line.executed;
        line.op->write(line.exchange.request);
        return;
    }
    answer(line);
}

void FaultProxy::answer(Line &line)
{
    const qsizetype which = line.fault ? line.fault->answerOf : 0;
    line.exchange.answer = which < 0 ? line.answers.last() : line.answers.value(which, line.answers.last());
    if (!line.fault)
        return deliver(line, line.exchange.answer, std::nullopt);
    QByteArray bytes = line.fault->rewrite ? line.fault->rewrite(line.exchange) : line.exchange.answer;
    std::optional<End> end;
    if (line.fault->answerAt) {
        line.exchange.answer = bytes;
        bytes.truncate(std::max<qint64>(0, line.fault->answerAt(line.exchange)));
        end = line.fault->end;
    }
    if (line.fault->delayMs > 0) {
        const std::weak_ptr<Line> weak = m_lines.value(line.client);
        QTimer::singleShot(line.fault->delayMs, line.client, [this, weak, bytes, end] {
            const auto alive = weak.lock();
            if (alive && !alive->over)
                deliver(*alive, bytes, end);
        });
        return;
    }
    deliver(line, bytes, end);
}

void FaultProxy::deliver(Line &line, const QByteArray &bytes, std::optional<End> end)
{
    line.client->write(bytes);
    line.underWay = false;
    if (end)
        return hangUp(line, *end);
    if (!line.in.isEmpty())
        begin(line);
}

void FaultProxy::hangUp(Line &line, End end)
{
    line.over = true;
    if (line.op)
        line.op->disconnect(this);
    if (end == End::Stall)
        return;
    QSslSocket *client = line.client;
    if (end == End::Fin)
        return client->disconnectFromHost(); // after what was written, with close_notify
    const auto drop = [client, end] {
        if (client->encryptedBytesToWrite() > 0 || client->bytesToWrite() > 0)
            return false;
        if (end == End::Rst)
            resetOnClose(client->socketDescriptor());
        client->abort();
        return true;
    };
    client->flush();
    if (!drop())
        connect(client, &QSslSocket::encryptedBytesWritten, client, drop, Qt::QueuedConnection); // not inside its own signal
}

void FaultProxy::account(const Exchange &e)
{
    if (e.method == "GET" || e.method == "HEAD")
        return;
    const QByteArray key = e.headers.value("idempotency-key");
    const QByteArray body = e.request.mid(e.head);
    const QJsonObject said = QJsonDocument::fromJson(e.answer.mid(e.answerHead())).object();
    const auto once = [this](const QByteArray &name, const QByteArray &bytes) {
        const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        if (m_sent.value(name, digest) != digest)
            violations.append(QStringLiteral("key %1 was sent with other bytes").arg(QLatin1String(name)));
        m_sent.insert(name, digest);
    };
    if (e.kind == "batch") {
        const QJsonArray ops = QJsonDocument::fromJson(body).object().value(QLatin1String("ops")).toArray();
        const QJsonArray results = said.value(QLatin1String("results")).toArray();
        for (qsizetype i = 0; i < ops.size(); ++i) {
            const QJsonObject op = ops.at(i).toObject();
            const QByteArray name = op.value(QLatin1String("key")).toString().toLatin1();
            const QByteArray condition =
                (op.value(QLatin1String("if_match")).toString() + op.value(QLatin1String("if_none_match")).toString())
                    .toUtf8();
            once(name, op.value(QLatin1String("method")).toString().toLatin1() +
                           op.value(QLatin1String("path")).toString().toUtf8() + condition +
                           QJsonDocument(op.value(QLatin1String("body")).toObject()).toJson(QJsonDocument::Compact));
            const QJsonObject result = results.at(i).toObject();
            countEffect(name, result.value(QLatin1String("status")).toInt(),
                        result.value(QLatin1String("replayed")).toBool());
        }
        return;
    }
    if (key.isEmpty())
        return; // appends and bundles: harmless to repeat, and no effect that anybody sees
    QByteArray name = key;
    name.replace("\"", "");
    const qsizetype below = e.target.indexOf('/', e.target.indexOf("/folders/") + 9);
    once(name,
         e.method + e.target.mid(below) + e.headers.value("if-match") + e.headers.value("if-none-match") +
             (body.isEmpty() ? QByteArray()
                             : QJsonDocument(QJsonDocument::fromJson(body).object()).toJson(QJsonDocument::Compact)));
    if (e.kind != "create") // an upload nobody refers to has no effect
        countEffect(name, e.status(), headersOf(e.answer.left(e.answerHead())).value("idempotency-replayed") == "true");
}

void FaultProxy::countEffect(const QByteArray &key, int status, bool replayed)
{
    if (status < 200 || status >= 300 || replayed)
        return;
    if (++m_effects[key] > 1)
        violations.append(
            QStringLiteral("key %1 had its effect %2 times").arg(QLatin1String(key)).arg(m_effects.value(key)));
}

} // namespace carriel::test
