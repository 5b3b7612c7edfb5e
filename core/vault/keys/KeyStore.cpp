// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/keys/KeyStore.h"

#include "core/vault/VaultErrors.h"
#include "core/vault/keys/KeyStoreLook.h"

#include <QCoreApplication>
#include <QMutex>
#include <optional>
#include <qt6keychain/keychain.h>

namespace carriel::vault {

namespace {
const QString kService = QStringLiteral("Carriel");

// The library tells most failures apart by their words only, and those may be translated: what is looked for are names.
Error errorOf(const QKeychain::Job &job)
{
    const QString words = job.errorString();
    const auto with = [&](ErrorCode code) { return Error{code, {}, words}; };
    const auto says = [&](const char *part) { return words.contains(QLatin1String(part), Qt::CaseInsensitive); };
    if (says("locked"))
        return with(errors::keyStoreLocked);
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return with(errors::keyStoreMissing);
    case QKeychain::AccessDenied: // "Cannot create an item in a locked collection", in any language
#ifdef Q_OS_LINUX
        return with(errors::keyStoreLocked);
#endif
    case QKeychain::AccessDeniedByUser:
        return with(errors::keyStoreDenied);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return with(errors::keyStoreNoService);
    default:
        break;
    }
    if (!sessionBusIsThere())
        return with(errors::keyStoreNoBus);
    if (says("/org/freedesktop/secrets"))
        return with(errors::keyStoreLocked); // a service that could not ask for its password
    if (says("org.freedesktop.secrets"))
        return with(errors::keyStoreNoService);
    if (says("D-Bus") || says("DBUS_SESSION"))
        return with(errors::keyStoreNoBus);
    if (words.isEmpty() || words == QLatin1String("Unknown error"))
        return with(errors::keyStoreNoLibrary);
    return Error{errors::keyStoreFailed, {{QStringLiteral("reason"), words}}, words};
}

// Where answers go: to the thread of the one that asked, as long as it is there.
class Asker
{
public:
    void post(std::function<void()> answer)
    {
        const QMutexLocker locker(&m_mutex);
        if (m_target)
            QMetaObject::invokeMethod(m_target.get(), std::move(answer), Qt::QueuedConnection);
    }
    void leave()
    {
        const QMutexLocker locker(&m_mutex);
        m_target.reset();
    }

private:
    QMutex m_mutex;
    std::unique_ptr<QObject> m_target = std::make_unique<QObject>();
};

struct Answer
{
    std::optional<Error> error;
    bool noEntry = false;
    SecretBytes bytes;
};

// The library has one queue for the whole process. It belongs to the thread that asked first: used by two threads it
// races, and once that thread has ended (another folder was opened) it answers nobody any more. So every job lives in
// the program's own thread.
class SystemKeyStore final : public KeyStore
{
public:
    ~SystemKeyStore() override { m_asker->leave(); }

    void read(const QString &vaultId, std::function<void(Result<SecretBytes>)> done) override
    {
        start<QKeychain::ReadPasswordJob>(
            vaultId, [](auto &) {},
            [this, vaultId, done = std::move(done)](Answer &answer) {
                if (answer.noEntry)
                    return askWhetherLocked(vaultId, done);
                if (answer.error)
                    return done(*answer.error);
                if (answer.bytes.size() != 32)
                    return done(
                        Error{errors::keyStoreFailed, {{QStringLiteral("reason"), QStringLiteral("not a key")}}, {}});
                done(std::move(answer.bytes));
            });
    }

    void write(const QString &vaultId, const SecretBytes &key, std::function<void(Outcome)> done) override
    {
        put(vaultId, key.view().toByteArray(), [asker = m_asker, done = std::move(done)](const Outcome &written) {
            if (written.ok() || written.error().code != errors::keyStoreLocked)
                return done(written);
            // Said of a keyring that is not there, too: the person was asked for a password for a new one, and gave none.
            lookAtKeyStore([asker, done, written](const QString &state) {
                asker->post([done, written, state] {
                    done(state == u"no_keyring" ? Outcome(Error{errors::keyStoreDenied, {}, state}) : written);
                });
            });
        });
    }

    void remove(const QString &vaultId, std::function<void(Outcome)> done) override
    {
        start<QKeychain::DeletePasswordJob>(
            vaultId, [](auto &) {},
            [done = std::move(done)](const Answer &answer) {
                done(answer.error && !answer.noEntry ? Outcome(*answer.error) : Outcome());
            });
    }

private:
    template <typename Job>
    void start(const QString &name, std::function<void(Job &)> fill, std::function<void(Answer &)> finished)
    {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [name, fill = std::move(fill), finished = std::move(finished), asker = m_asker] {
                auto *job = new Job(kService); // deletes itself when it has finished
                job->setKey(name);
                fill(*job);
                QObject::connect(job, &QKeychain::Job::finished, job, [job, finished, asker] {
                    auto answer = std::make_shared<Answer>();
                    answer->noEntry = job->error() == QKeychain::EntryNotFound;
                    if (job->error() != QKeychain::NoError)
                        answer->error = errorOf(*job);
                    if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>) {
                        QByteArray bytes = job->binaryData();
                        answer->bytes = SecretBytes::takeFrom(bytes);
                    }
                    asker->post([finished, answer] { finished(*answer); });
                });
                job->start();
            },
            Qt::QueuedConnection);
    }

    void put(const QString &name, const QByteArray &bytes, std::function<void(Outcome)> done)
    {
        start<QKeychain::WritePasswordJob>(
            name, [bytes](QKeychain::WritePasswordJob &job) { job.setBinaryData(bytes); },
            [done = std::move(done)](const Answer &answer) {
                done(answer.error ? Outcome(*answer.error) : Outcome());
            });
    }

    // A locked store also answers "no entry". Looked at first: it asks nobody anything, as writing would where no keyring is.
    void askWhetherLocked(const QString &vaultId, std::function<void(Result<SecretBytes>)> done)
    {
        lookAtKeyStore([this, asker = m_asker, vaultId, done = std::move(done)](const QString &state) {
            asker->post([this, state, vaultId, done] {
                if (state == u"unknown")
                    tryToWrite(vaultId, done);
                else
                    done(Error{state == u"locked" ? errors::keyStoreLocked : errors::keyStoreMissing, {}, state});
            });
        });
    }

    // It refuses to take one, though.
    void tryToWrite(const QString &vaultId, std::function<void(Result<SecretBytes>)> done)
    {
        const QString probe = vaultId + QLatin1String(".probe");
        put(probe, QByteArray(1, 'p'), [this, probe, done = std::move(done)](Outcome outcome) {
            if (!outcome.ok())
                return done(outcome.error());
            remove(probe, [done](const Outcome &) { done(Error{errors::keyStoreMissing, {}, {}}); });
        });
    }

    std::shared_ptr<Asker> m_asker = std::make_shared<Asker>();
};
} // namespace

std::unique_ptr<KeyStore> systemKeyStore()
{
    return std::make_unique<SystemKeyStore>();
}

QString keyStoreProblem(const Error &error)
{
    const std::pair<ErrorCode, QLatin1String> names[] = {{errors::keyStoreLocked, QLatin1String("locked")},
                                                         {errors::keyStoreNoService, QLatin1String("no_service")},
                                                         {errors::keyStoreNoBus, QLatin1String("no_bus")},
                                                         {errors::keyStoreNoLibrary, QLatin1String("no_library")},
                                                         {errors::keyStoreMissing, QLatin1String("missing_entry")},
                                                         {errors::keyStoreDenied, QLatin1String("denied")},
                                                         {errors::keyStoreFailed, QLatin1String("failed")}};
    for (const auto &[code, name] : names) {
        if (code == error.code)
            return name;
    }
    return {};
}

} // namespace carriel::vault
