// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The sandbox's signing service (CSC API 2) in a process of its own, what stands between it and the client, and a
// person who answers in a browser (curl).
#pragma once

#include "core/remote/NetworkFetch.h"
#include "core/services/SigningDoor.h"
#include "tests/core/signing/SigningDesk.h"
#include "tests/support/Patience.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTest>
#include <list>

namespace carriel::test {

// Between the client and the real service: bends what comes back, or cuts the line.
class BentFetch final : public HttpFetch
{
public:
    explicit BentFetch(HttpFetch &inner) : m_inner(inner) {}
    std::function<void(const QUrl &, Result<QByteArray> &)> bend;
    QStringList asked;
    void fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done) override
    {
        asked += request.url.path();
        const QUrl url = request.url;
        m_inner.fetch(std::move(request), [this, url, done](Result<QByteArray> answer) {
            if (bend)
                bend(url, answer);
            done(std::move(answer));
        });
    }

private:
    HttpFetch &m_inner;
};

class RemoteRig : protected SigningDesk
{
protected:
    SystemRandom m_random;
    std::unique_ptr<remote::HttpTransport> m_transport;
    std::unique_ptr<remote::NetworkFetch> m_network;
    std::unique_ptr<BentFetch> m_fetch;
    QProcess m_server;
    QUrl m_service;
    QHash<QString, QStringList> m_answers; // of the person, by scope
    std::list<std::unique_ptr<QProcess>> m_browsers;

    void startServer(const QString &sadSeconds = QStringLiteral("300"))
    {
        stopServer();
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const QString port = QString::number(free.serverPort());
        free.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CARRIEL_SANDBOX_SAD_SECONDS"), sadSeconds);
        m_server.setProcessEnvironment(environment);
        m_server.start(QStringLiteral("node"),
                       {QStringLiteral(CARRIEL_SOURCE_DIR "/tools/sandbox.d/trust/server.mjs"),
                        pki.file(QStringLiteral("firma")), port, pki.file(QStringLiteral("root.pem")),
                        pki.file(QStringLiteral("root.key"))});
        QByteArray said;
        QVERIFY2(QTest::qWaitFor(
                     [&] {
                         said += m_server.readAllStandardOutput();
                         return said.contains('\n');
                     },
                     carriel::test::patienceMs),
                 m_server.readAllStandardError().constData());
        m_service = QUrl(QJsonDocument::fromJson(said).object().value(QLatin1String("csc")).toString());
        QVERIFY(m_service.isValid());
    }

    void stopServer()
    {
        if (m_server.state() == QProcess::NotRunning)
            return;
        m_server.kill();
        m_server.waitForFinished(carriel::test::patienceMs);
    }

    // What the person types into the page; nothing: the page stays open.
    std::shared_ptr<SigningDoor> door(std::chrono::seconds patience = std::chrono::seconds(60))
    {
        return std::make_shared<SigningDoor>(
            *m_fetch, [this](const QUrl &url) { answerAt(url); }, patience);
    }

    void answerAt(const QUrl &url)
    {
        const QString scope = url.query().contains(QLatin1String("scope=service")) ? QStringLiteral("service")
                                                                                   : QStringLiteral("credential");
        const QStringList fields = m_answers.value(scope);
        if (fields.isEmpty())
            return;
        QStringList arguments{QStringLiteral("-s"), QStringLiteral("-S"), QStringLiteral("-L"), QStringLiteral("-o"),
                              QProcess::nullDevice()};
        for (const QString &field : fields)
            arguments << QStringLiteral("--data-urlencode") << field;
        arguments << QString::fromLatin1(url.toEncoded());
        m_browsers.push_back(std::make_unique<QProcess>());
        m_browsers.back()->start(QStringLiteral("curl"), arguments);
    }

    template <typename T> T wait(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, carriel::test::patienceMs))
            qFatal("a future never finished");
        return future.result();
    }

    Result<std::shared_ptr<signing::RemoteService>> enter(std::chrono::seconds patience = std::chrono::seconds(60))
    {
        std::optional<Result<std::shared_ptr<signing::RemoteService>>> result;
        signing::RemoteService::enter(m_service, QStringLiteral("carriel"), door(patience),
                                      [&](auto entered) { result = std::move(entered); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, carriel::test::patienceMs))
            qFatal("no answer");
        return *result;
    }
};

} // namespace carriel::test
