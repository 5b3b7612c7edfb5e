// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, and the signing itself, in a thread of its own: a card may take seconds, a large file too. Another kind of key
// joins in open(). Private to core/services. Thread: its own, with an event loop.
#pragma once

#include "core/base/Clock.h"
#include "core/services/Network.h"
#include "core/services/Signing.h"
#include "core/signing/RemoteKey.h"
#include "core/signing/sign/FileSignJob.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace carriel {

class SignWorker final : public QObject
{
    Q_OBJECT
public:
    // `openBrowser` is called in this thread and hands over to the window's.
    SignWorker(std::shared_ptr<HttpFetch> fetch, std::function<void(const QUrl &)> openBrowser)
        : m_network(std::move(fetch)), m_openBrowser(std::move(openBrowser))
    {
    }

    void open(IdentityRequest request, std::function<void(Result<SignIdentity>)> done);
    void remote(const QUrl &service, const std::function<void(Result<QList<RemoteKeyFact>>)> &done);
    void cards(const QString &driver, const std::function<void(Result<CardListing>)> &done);
    void forget(const QString &handle) { m_keys.remove(handle); }
    bool holds(const QString &handle) const { return m_keys.contains(handle); }
    // The open key, once more in use; keyClosed, keyUnsuitable.
    Result<std::shared_ptr<signing::KeySource>> fit(const QString &handle);

    struct Task
    {
        SignFormat format = SignFormat::Pades; // of what is signed; what is raised tells by itself
        signing::PdfSignOptions options;
        QString name;           // of the document, for a container
        QString content;        // the file that a signature beside it signs, for raising
        QString identity;       // empty: raise what is signed
        QByteArray certificate; // SHA-256 that the key must have
        bool anew = false;      // an irregular PDF is written anew beside its source, and that is signed
    };
    struct Made
    {
        signing::Level reached = signing::Level::B;
        std::optional<Error> unstamped; // why it is not the level that was asked
        QByteArray certificate;         // DER
    };
    // Side by side if there are several: they have one identity, and are no more than its `together`. `done` is called
    // once for each, with its place in the list.
    void run(const QList<Task> &tasks, const std::function<void(qsizetype, Result<Made>)> &done);

private:
    using Several = std::function<QList<std::shared_ptr<signing::KeySource>>(int)>;
    Result<SignIdentity> hold(std::shared_ptr<signing::KeySource> key, int together = 1, Several several = {});
    void runOne(const Task &task, const std::shared_ptr<signing::KeySource> &key,
                const std::function<void(Result<Made>)> &done);
    void start(const Task &task, std::shared_ptr<signing::KeySource> key, signing::PdfSignJob::Done done);
    struct Held
    {
        std::shared_ptr<signing::KeySource> key;
        Several several; // keys for documents that are signed side by side
        std::shared_ptr<QTimer> until;
    };
    Network m_network;
    std::function<void(const QUrl &)> m_openBrowser;
    std::shared_ptr<signing::RemoteService> m_remote; // that the person logged in at last
    SystemClock m_clock;
    SystemRandom m_random;
    QHash<QString, Held> m_keys;
};

// A network that does not answer, or an authority that does not: the signature can be made now and stamped later.
bool mayComeLater(const Error &error);

} // namespace carriel
