// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/BodyThread.h"

#include <QPointer>

namespace carriel::remote {

namespace {
constexpr qint64 pieceOfQt = 16 * 1024; // a body up to this is asked for once

class ThereCall final : public Call
{
public:
    ThereCall(BodyThread *bodies, quint64 id) : m_bodies(bodies), m_id(id) {}
    ~ThereCall() override
    {
        if (m_bodies)
            m_bodies->cancel(m_id);
    }

private:
    QPointer<BodyThread> m_bodies;
    quint64 m_id;
};
} // namespace

struct BodyThread::There : QObject {
    std::unique_ptr<HttpTransport> transport;
    std::map<quint64, CallPtr> calls;
};

BodyThread::BodyThread(Random &random, HttpTransport::Plain plain) : m_there(new There)
{
    m_there->moveToThread(&m_thread);
    QMetaObject::invokeMethod(m_there, [there = m_there, &random, plain] {
        there->transport = std::make_unique<HttpTransport>(random, QList<QSslCertificate>(), plain);
    }, Qt::QueuedConnection);
    connect(&m_thread, &QThread::finished, m_there, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("bodies"));
    m_thread.start();
}

BodyThread::~BodyThread()
{
    m_thread.quit();
    m_thread.wait();
}

bool BodyThread::isFor(const HttpRequest &request)
{
    return !request.sink && !request.checkHead && request.method != "GET" && request.method != "HEAD" &&
           (request.paced || request.body.size() > pieceOfQt);
}

CallPtr BodyThread::send(HttpRequest request, const QList<QSslCertificate> &trust, const QByteArray &requestId, Done done)
{
    const quint64 id = ++m_last;
    m_waiting.emplace(id, std::move(done));
    QMetaObject::invokeMethod(m_there, [this, id, request = std::move(request), trust, requestId] {
        CallPtr call = m_there->transport->begin(request, trust, requestId, [this, id](const Result<HttpResponse> &result) {
            m_there->calls.erase(id);
            QMetaObject::invokeMethod(this, [this, id, result] { answered(id, result); }, Qt::QueuedConnection);
        });
        m_there->calls.emplace(id, std::move(call)); // it answers later
    }, Qt::QueuedConnection);
    return std::make_unique<ThereCall>(this, id);
}

void BodyThread::answered(quint64 id, Result<HttpResponse> result)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end())
        return; // nobody waits any more
    const Done done = std::move(found->second);
    m_waiting.erase(found);
    done(std::move(result)); // which may be the end of this
}

void BodyThread::cancel(quint64 id)
{
    if (m_waiting.erase(id) > 0)
        QMetaObject::invokeMethod(m_there, [there = m_there, id] { there->calls.erase(id); }, Qt::QueuedConnection);
}

void BodyThread::setRate(qint64 bytesPerSecond)
{
    QMetaObject::invokeMethod(m_there, [there = m_there, bytesPerSecond] { there->transport->setBandwidth(bytesPerSecond, 0); },
                              Qt::QueuedConnection);
}

void BodyThread::dropConnections()
{
    QMetaObject::invokeMethod(m_there, [there = m_there] { there->transport->dropConnections(); }, Qt::QueuedConnection);
}

} // namespace carriel::remote
