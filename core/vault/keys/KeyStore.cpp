// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/keys/KeyStore.h"

#include "core/vault/VaultErrors.h"

#include <QFileInfo>
#include <QObject>
#include <qt6keychain/keychain.h>

namespace carriel::vault {

namespace {
const QString kService = QStringLiteral("Carriel");

bool sessionBusIsThere()
{
#ifdef Q_OS_LINUX
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
           || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QLatin1String("/bus"));
#else
    return true;
#endif
}

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

class SystemKeyStore final : public KeyStore
{
public:
    void read(const QString &vaultId, std::function<void(Result<SecretBytes>)> done) override
    {
        auto *job = new QKeychain::ReadPasswordJob(kService, &m_jobs);
        start(job, vaultId, [this, vaultId, job, done = std::move(done)]() {
            if (job->error() == QKeychain::EntryNotFound)
                return askWhetherLocked(vaultId, std::move(done));
            if (job->error() != QKeychain::NoError)
                return done(errorOf(*job));
            QByteArray bytes = job->binaryData();
            if (bytes.size() != 32)
                return done(Error{errors::keyStoreFailed, {{QStringLiteral("reason"), QStringLiteral("not a key")}}, {}});
            done(SecretBytes::takeFrom(bytes));
        });
    }

    void write(const QString &vaultId, const SecretBytes &key, std::function<void(Outcome)> done) override
    {
        put(vaultId, key.view().toByteArray(), std::move(done));
    }

    void remove(const QString &vaultId, std::function<void(Outcome)> done) override
    {
        auto *job = new QKeychain::DeletePasswordJob(kService, &m_jobs);
        start(job, vaultId, [job, done = std::move(done)]() {
            const bool gone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
            done(gone ? Outcome() : Outcome(errorOf(*job)));
        });
    }

private:
    void start(QKeychain::Job *job, const QString &name, std::function<void()> finished)
    {
        job->setKey(name);
        QObject::connect(job, &QKeychain::Job::finished, &m_jobs, [finished = std::move(finished)](QKeychain::Job *) { finished(); });
        job->start();
    }

    void put(const QString &name, QByteArray bytes, std::function<void(Outcome)> done)
    {
        auto *job = new QKeychain::WritePasswordJob(kService, &m_jobs);
        job->setBinaryData(bytes);
        start(job, name, [job, done = std::move(done)]() {
            done(job->error() == QKeychain::NoError ? Outcome() : Outcome(errorOf(*job)));
        });
    }

    // A locked store also answers "no entry". It refuses to take one, though.
    void askWhetherLocked(const QString &vaultId, std::function<void(Result<SecretBytes>)> done)
    {
        const QString probe = vaultId + QLatin1String(".probe");
        put(probe, QByteArray(1, 'p'), [this, probe, done = std::move(done)](Outcome outcome) {
            if (!outcome.ok())
                return done(outcome.error());
            remove(probe, [done](const Outcome &) { done(Error{errors::keyStoreMissing, {}, {}}); });
        });
    }

    QObject m_jobs; // their parent: none outlives this
};
} // namespace

std::unique_ptr<KeyStore> systemKeyStore()
{
    return std::make_unique<SystemKeyStore>();
}

QString keyStoreProblem(const Error &error)
{
    const std::pair<ErrorCode, QLatin1String> names[] = {
        {errors::keyStoreLocked, QLatin1String("locked")},       {errors::keyStoreNoService, QLatin1String("no_service")},
        {errors::keyStoreNoBus, QLatin1String("no_bus")},        {errors::keyStoreNoLibrary, QLatin1String("no_library")},
        {errors::keyStoreMissing, QLatin1String("missing_entry")}, {errors::keyStoreDenied, QLatin1String("denied")},
        {errors::keyStoreFailed, QLatin1String("failed")}};
    for (const auto &[code, name] : names) {
        if (code == error.code)
            return name;
    }
    return {};
}

} // namespace carriel::vault
