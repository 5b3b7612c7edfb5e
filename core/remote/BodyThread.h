// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/remote: requests with a body of some size, sent from a thread of their own. Qt asks the thread in which a
// request lives for its body, 16 KiB at a time, and an engine that writes documents into the vault answers only between two of
// its transactions: nothing would travel while files come in.
//
// Thread: the transport's. Answers come there, as those of other exchanges do.
#pragma once

#include "core/remote/HttpTransport.h"

#include <QThread>
#include <map>

namespace carriel::remote {

class BodyThread final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<HttpResponse>)>;

    BodyThread(Random &random, HttpTransport::Plain plain);
    ~BodyThread() override; // nothing under way is answered any more

    // Bodies of documents always, because they share one limit of bandwidth; never what its owner follows while it comes.
    static bool isFor(const HttpRequest &request);

    [[nodiscard]] CallPtr send(HttpRequest request, const QList<QSslCertificate> &trust, const QByteArray &requestId, Done done);
    void setRate(qint64 bytesPerSecond);
    void dropConnections();
    void cancel(quint64 id);

private:
    struct There; // lives in the thread
    void answered(quint64 id, Result<HttpResponse> result);

    QThread m_thread;
    There *m_there;
    std::map<quint64, Done> m_waiting;
    quint64 m_last = 0;
};

} // namespace carriel::remote
