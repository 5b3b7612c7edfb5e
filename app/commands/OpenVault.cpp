// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/OpenVault.h"

#include "app/commands/CommandErrors.h"
#include "core/vault/VaultErrors.h"

#include <QTimer>

namespace carriel::commands {
namespace {

using namespace std::chrono_literals;
constexpr auto pause = 40ms;
constexpr int mostWaits = 400;     // some 20 s: another command has the vault and will soon be done
constexpr int waitsForWindow = 25; // one that opens or closes just now; otherwise it stays, and cannot be reached from here
constexpr int silentWaits = 25;    // then it is said what is waited for

QString say(const char *text) { return QCoreApplication::translate("Commands", text); }

} // namespace

OpenVault::OpenVault(Environment &environment, QObject *parent) : QObject(parent), m_environment(environment) {}

void OpenVault::finish(const Outcome &outcome)
{
    const text::Speaking speaking(m_language);
    if (Done done = std::exchange(m_done, nullptr))
        done(outcome);
}

void OpenVault::open(Done done)
{
    m_done = std::move(done);
    attempt();
}

void OpenVault::attempt()
{
    const QString dir = m_environment.session.dir();
    const auto failed = [&](ErrorCode code) {
        const Error plain{code, {{QStringLiteral("path"), dir}}, {}};
        finish(code == errors::noProfile ? plain : m_environment.session.vaultProblem().value_or(plain));
    };
    switch (m_environment.session.vaultState()) {
    case VaultState::Unlocked:
        if (m_byCode)
            recoveryCode();
        else
            finish({});
        return;
    case VaultState::None:
        failed(errors::noProfile);
        return;
    case VaultState::Newer:
        failed(vault::errors::newerSchema);
        return;
    case VaultState::Foreign:
        failed(vault::errors::notAVault);
        return;
    case VaultState::Damaged:
        failed(vault::errors::damaged);
        return;
    case VaultState::InUse: // was, when somebody looked; trying tells how it is now
    case VaultState::Locked:
        if (m_environment.inWindow && !m_mayUnlockWindow)
            failed(errors::windowLocked);
        else if (m_byCode)
            recoveryCode();
        else
            askWays();
        return;
    }
}

void OpenVault::waitThenAttempt(const Error &by)
{
    const QString who = by.params.value(QStringLiteral("program")).toString();
    ++m_waits;
    if (m_waits == silentWaits && who != QLatin1String("carriel") && m_environment.console.errIsTerminal())
        m_environment.console.err(say(QT_TRANSLATE_NOOP("Commands", "Another command of carriel-cli has them open; waiting for it...")).toUtf8() + '\n');
    if (m_waits > (who == QLatin1String("carriel") ? waitsForWindow : mostWaits))
        finish(Error{vault::errors::inUse, {{QStringLiteral("path"), m_environment.session.dir()}, {QStringLiteral("program"), who}}, {}});
    else
        QTimer::singleShot(pause, this, &OpenVault::attempt);
}

void OpenVault::askWays()
{
    m_environment.session.unlockWays().then(this, [this](const Result<UnlockWays> &ways) {
        if (!ways.ok()) {
            finish(ways.error());
            return;
        }
        const Error none{errors::noWayToOpen, {}, ways.value().keyStoreProblem};
        if (!ways.value().keyStore) {
            passphrase(none);
            return;
        }
        const bool passphraseToo = ways.value().passphrase;
        m_environment.session.unlockWithKeyStore().then(this, [this, passphraseToo](const Outcome &opened) {
            if (opened.ok() || opened.error().code == vault::errors::inUse) {
                opened.ok() ? finish(opened) : waitThenAttempt(opened.error());
                return;
            }
            passphraseToo ? passphrase(opened.error()) : finish(opened);
        });
    });
}

void OpenVault::passphrase(const Error &otherwise)
{
    const text::Speaking speaking(m_language);
    m_environment.console.askPassphrase(say(QT_TRANSLATE_NOOP("Commands", "Passphrase: ")), Console::Purpose::Open,
                                        [this, otherwise](std::optional<SecretBytes> secret) {
        if (!secret || secret->isEmpty()) {
            finish(otherwise);
            return;
        }
        m_environment.session.unlockWithPassphrase(std::move(*secret)).then(this, [this](const Outcome &opened) {
            if (!opened.ok() && opened.error().code == vault::errors::inUse)
                waitThenAttempt(opened.error());
            else
                finish(opened);
        });
    });
}

void OpenVault::recoveryCode()
{
    const text::Speaking speaking(m_language);
    if (m_code) {
        tryCode();
        return;
    }
    m_environment.console.askPassphrase(say(QT_TRANSLATE_NOOP("Commands", "Recovery code: ")), Console::Purpose::Recovery,
                                        [this](std::optional<SecretBytes> code) {
        if (!code || code->isEmpty()) {
            finish(Error{errors::noRecoveryCode, {}, {}});
            return;
        }
        m_code = std::move(code);
        tryCode();
    });
}

void OpenVault::tryCode()
{
    Session &session = m_environment.session;
    const QFuture<Outcome> tried = session.vaultState() == VaultState::Unlocked
        ? session.checkOwner(SecretBytes::copyOf(m_code->view()))
        : session.unlockWithRecoveryCode(QString::fromUtf8(m_code->view()));
    QFuture<Outcome>(tried).then(this, [this](const Outcome &opened) {
        if (!opened.ok() && opened.error().code == vault::errors::inUse) {
            waitThenAttempt(opened.error());
            return;
        }
        m_code.reset();
        finish(opened);
    });
}

void OpenVault::salvage(std::function<void(Result<QString>)> done)
{
    Session &session = m_environment.session;
    const auto withPassphrase = [this, &session, done](const Error &otherwise) {
        m_environment.console.askPassphrase(say(QT_TRANSLATE_NOOP("Commands", "Passphrase: ")), Console::Purpose::Open,
                                            [this, &session, done, otherwise](std::optional<SecretBytes> secret) {
            if (!secret || secret->isEmpty())
                done(otherwise);
            else
                session.salvage(UnlockChoice{false, std::move(*secret)}).then(this, [done](const Result<QString> &aside) { done(aside); });
        });
    };
    session.unlockWays().then(this, [this, &session, done, withPassphrase](const Result<UnlockWays> &ways) {
        if (!ways.ok() || !ways.value().keyStore) {
            withPassphrase(Error{errors::noWayToOpen, {}, {}});
            return;
        }
        session.salvage(UnlockChoice{true, {}}).then(this, [done, withPassphrase](const Result<QString> &aside) {
            aside.ok() || !aside.error().codeText().startsWith(QLatin1String("CAR-VLT-03")) ? done(aside) : withPassphrase(aside.error());
        });
    });
}

void OpenVault::openOrCreate(std::function<void(Result<QString>)> done)
{
    if (m_environment.session.vaultState() == VaultState::None) {
        create(std::move(done));
        return;
    }
    open([done = std::move(done)](const Outcome &opened) {
        if (opened.ok())
            done(QString());
        else
            done(opened.error());
    });
}

void OpenVault::create(std::function<void(Result<QString>)> done)
{
    m_environment.session.unlockWays().then(this, [this, done = std::move(done)](const Result<UnlockWays> &ways) {
        const QString problem = ways.ok() ? ways.value().keyStoreProblem : QString();
        if (ways.ok() && !problem.isEmpty() && problem != QLatin1String("missing_entry")) {
            createWithPassphrase(done);
            return;
        }
        m_environment.session.createVault(UnlockChoice{true, {}}).then(this, [this, done](const Result<QString> &code) {
            const bool keyStoreFailed = !code.ok() && code.error().codeText().startsWith(QLatin1String("CAR-VLT-03"));
            keyStoreFailed ? createWithPassphrase(done) : done(code);
        });
    });
}

void OpenVault::createWithPassphrase(std::function<void(Result<QString>)> done)
{
    m_environment.console.askPassphrase(
        say(QT_TRANSLATE_NOOP("Commands", "This computer has no key store. Choose a passphrase for your documents: ")),
        Console::Purpose::Choose, [this, done = std::move(done)](std::optional<SecretBytes> secret) {
            if (!secret || secret->isEmpty()) {
                done(Error{errors::noWayToOpen, {}, {}});
                return;
            }
            m_environment.session.createVault(UnlockChoice{false, std::move(*secret)})
                .then(this, [done](const Result<QString> &code) { done(code); });
        });
}

} // namespace carriel::commands
