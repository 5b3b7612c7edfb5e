// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One profile while the program runs: its vault, its operator, its engine. A front end holds one Session for each profile
// that is open. Thread: GUI (or the command line's main thread); futures are finished in any thread, so continue them with
// .then(context, …). Errors: CAR-SVC-0xx and those of the modules below.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"
#include "core/services/Values.h"

#include <QFuture>
#include <QObject>
#include <chrono>
#include <memory>

namespace carriel {

struct AcceptedTerms;
class Documents;
class HttpFetch;
class TextExtractor;

// How this computer will open the vault from now on. With neither, only the recovery code opens it.
struct UnlockChoice {
    bool keyStore = true;
    SecretBytes passphrase; // empty: none
};

class Session final : public QObject
{
    Q_OBJECT
public:
    struct Options {
        QString dir;                                    // the profile's folder; made if it is not there
        std::shared_ptr<TextExtractor> extractor;       // nothing: PDFs are not searched by their text
        std::function<void(const QUrl &)> openBrowser;  // shows a login page to the person
        bool background = true;           // sync and verify by itself while unlocked; false: only when asked
        std::shared_ptr<HttpFetch> fetch; // asked about certificates and for time stamps; nothing: the network
        std::chrono::milliseconds countEvery{300000}; // while locked: how often waiting() is asked for
    };
    explicit Session(Options options, QObject *parent = nullptr);
    ~Session() override;

    QString dir() const;

    // ---- the vault
    VaultState vaultState() const;
    std::optional<Error> vaultProblem() const; // why it is InUse, Newer, Foreign or Damaged
    // Looks at the file again: another program may have closed it, or somebody put it right. Nothing while it is unlocked.
    void lookAgain();
    QFuture<Result<UnlockWays>> unlockWays();
    // What keeps the system's key store from taking the key, as UnlockWays::keyStoreProblem names it; empty: nothing. Only for a
    // person who may choose it.
    QFuture<Result<QString>> keyStoreProblem();
    QFuture<Result<QString>> createVault(UnlockChoice choice);  // the recovery code, shown once
    // Undoes createVault(): for a first login that failed. Refused (CAR-VLT-011) unless this session made the vault and nobody
    // has used it: no document and no account.
    QFuture<Outcome> discardVault();
    QFuture<Outcome> unlockWithKeyStore();
    QFuture<Outcome> unlockWithPassphrase(SecretBytes passphrase);
    QFuture<Outcome> unlockWithRecoveryCode(QString code);
    // Whether it is the passphrase that opens this vault, or its recovery code (UTF-8); CAR-VLT-013 if not. Asked before the ways
    // to open it are changed, so that whoever finds the window open cannot shut its owner out.
    QFuture<Outcome> checkOwner(SecretBytes secret);
    QFuture<Outcome> changeUnlock(UnlockChoice choice);
    // The code before this one goes on opening the vault until the new one is confirmed to be on paper.
    QFuture<Result<QString>> newRecoveryCode();
    QFuture<Outcome> confirmRecoveryCode();
    QFuture<Outcome> lock();
    // Reads all of an open vault. If a page of it does not read (CAR-VLT-004) the vault is closed and Damaged, as after an
    // opening that failed for that reason, so that salvage() can follow.
    QFuture<Outcome> readThrough();
    // Sets a damaged database aside, under the name that is answered, and goes on with a new one under the same keys.
    // `choice` tells where the key is: the key store, or behind this passphrase.
    QFuture<Result<QString>> salvage(UnlockChoice choice);
    // The last opening found the keys' file missing or damaged and wrote it anew from its copy.
    bool keysRestored() const;
    SalvageCount salvaged() const; // by the last salvage()

    // ---- the operator
    Account account() const;
    // Works without an open vault, too.
    QFuture<Result<OperatorInfo>> discover(QUrl url, QString caFile);
    // Remembers the operator. Documents of a folder kept without one will be uploaded after the first login.
    QFuture<Outcome> connectOperator(QUrl url, QString caFile);
    // Opens the browser, waits up to five minutes. Afterwards the account is known, the device registered, sync runs.
    // CAR-SVC-010 (no folder yet) means: show terms(), then enrol().
    // `computerName`: what this computer is called in the list of devices, if it is not in it yet.
    QFuture<Outcome> login(QString computerName = {});
    static QString defaultComputerName(); // host and system
    void cancelLogin();
    QFuture<Result<Terms>> terms();
    QFuture<Outcome> enrol(Terms accepted);                     // alta
    // What the person accepted at the alta; nothing if it was done on another computer.
    QFuture<Result<std::optional<AcceptedTerms>>> acceptedTerms();
    QFuture<Outcome> logout();
    QFuture<Result<QList<DeviceInfo>>> devices();
    QFuture<Outcome> revokeDevice(DeviceId id);                 // may open the browser for a step-up

    // How many notifications wait to be opened, as the operator says while the vault is closed; at most 99, -1: not
    // known.
    int waiting() const;

    // ---- the engine
    SyncStatus status() const;
    QFuture<Result<SyncStatus>> syncOnce();
    // Answers when the words of every document that is here can be searched. In the background this happens by itself.
    QFuture<Outcome> indexAll();
    void retryNow();
    void setForeground(bool on);
    void networkChanged();
    void pauseTransfers(bool on);

    // ---- settings kept in the vault; text keys, see Settings.h
    QString setting(const QString &key, const QString &fallback = {}) const;
    QFuture<Outcome> setSetting(QString key, QString value);

    Documents &documents();

Q_SIGNALS:
    void aboutToLock(); // the last moment at which something half done can still be handed over
    void vaultStateChanged(carriel::VaultState state);
    void damageFound(); // a page of the open vault does not read; told once
    void accountChanged();
    void statusChanged(const carriel::SyncStatus &status);
    void waitingChanged(int count); // what waiting() answers
    void notificationsChanged(); // something came, was opened, was found out of one, or a consent changed

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace carriel
