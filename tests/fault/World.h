// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A person at the real operator with everything between them that can break: relay, proxy, identity provider. `mine` is
// the computer that suffers; the fixture's own port goes to the operator directly and says how things really are.
#pragma once

#include "tests/core/remote/OperatorFixture.h"
#include "tests/fault/Computer.h"
#include "tests/fault/FaultProxy.h"

#include <QRandomGenerator>
#include <QTest>

namespace carriel::test {

// Bytes that say themselves whose they are: no two positions look alike.
inline QByteArray contentOf(quint32 seed, qsizetype size)
{
    QByteArray out(size, Qt::Uninitialized);
    QRandomGenerator generator(seed);
    for (qsizetype i = 0; i < size; ++i)
        out[i] = char(generator.generate());
    return out;
}

inline bool isLong()
{
    return qEnvironmentVariableIsSet("CARRIEL_LONG");
}

class World : public OperatorFixture
{
protected:
    std::unique_ptr<FaultProxy> proxy;
    std::unique_ptr<RawRelay> relay;
    std::unique_ptr<Computer> mine;
    int serial = 0;

    void build()
    {
        proxy = std::make_unique<FaultProxy>(m_authority);
        relay = std::make_unique<RawRelay>(proxy->serverPort());
        setUp({{QStringLiteral("bundle_part_max"), 8192},
               {QStringLiteral("append_max"), 65536},
               {QStringLiteral("requests_per_s"), 10000},
               {QStringLiteral("page_max"), 100}},
              relay->url());
        proxy->setOperator(m_operator->url());
        enrol();
        mine = std::make_unique<Computer>(m_random, m_authority, *m_tokens, m_description.api, m_folder,
                                          m_description.limits);
        // The fixture asks the operator itself.
        QUrl direct = m_operator->url();
        direct.setPath(m_description.api.path());
        m_client->setApi(direct);
        m_events->setApi(direct);
        if (mine->settle().pendingOps != 0)
            qFatal("no first round");
    }

    QString name(const char *what) { return QStringLiteral("%1 %2").arg(QLatin1String(what)).arg(++serial); }

    // How the operator has it. Fails the test where it does not.
    RemoteItem there(const ItemId &id)
    {
        const auto answer = ask<RemoteItem>([&](auto done) { return m_api->item(id, done); });
        if (std::holds_alternative<Trouble>(answer)) {
            QTest::qFail(qPrintable(QString(QLatin1String("the operator does not have ") + id.text() +
                                            QLatin1Char(' ') + trouble(answer))),
                         __FILE__, __LINE__);
            return {};
        }
        return std::get<RemoteItem>(answer);
    }
    bool isThere(const ItemId &id)
    {
        return std::holds_alternative<RemoteItem>(ask<RemoteItem>([&](auto done) { return m_api->item(id, done); }));
    }
    RemoteBlobId uploadInPieces(const QByteArray &bytes)
    {
        const auto created = ask<UploadCreated>(
            [&](auto done) { return m_api->createUpload(key(), bytes.size(), crypto::sha256(bytes), done); });
        UploadProgress progress;
        progress.blob = std::get<UploadCreated>(created).blob;
        while (progress.blob.isEmpty()) {
            const QByteArray piece = bytes.mid(progress.offset, 65536);
            const bool last = progress.offset + piece.size() == bytes.size();
            const QString url = std::get<UploadCreated>(created).url;
            progress = std::get<UploadProgress>(
                ask<UploadProgress>([&](auto done) { return m_api->append(url, progress.offset, piece, last, done); }));
        }
        return progress.blob;
    }
    // Somebody else's document, put by another way.
    RemoteItem theirs(const QString &id, const QString &name, const QByteArray &bytes)
    {
        const auto made = send(frozen(newDocument(id, name, uploadInPieces(bytes), bytes)));
        if (std::holds_alternative<Trouble>(made))
            qFatal("%s", qPrintable(trouble(made)));
        return *std::get<OpResult>(made).item;
    }

private:
    void enrol()
    {
        const auto terms = ask<Terms>([&](auto done) { return m_account->terms(done); });
        if (!std::holds_alternative<Terms>(terms)) { // nobody is logged in yet
            m_keys = DeviceKeys::generate().value();
            (void)registration(QStringLiteral("device-0"), *m_keys);
        }
        m_keys = DeviceKeys::generate().value();
        const auto again = ask<Terms>([&](auto done) { return m_account->terms(done); });
        const EnrolmentOrder order{m_folder, QStringLiteral("Ana"), std::get<Terms>(again), m_clock.nowUtc(),
                                   registration(QStringLiteral("device-1"), *m_keys)};
        const auto enrolled = ask<Enrolled>([&](auto done) { return m_account->enrol(order, done); });
        if (!std::holds_alternative<Enrolled>(enrolled))
            qFatal("%s", qPrintable(trouble(enrolled)));
        m_api->configure(m_folder, m_description.limits);
    }
};

} // namespace carriel::test
