// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/StatusWords.h"

#include "ui/text/ErrorWords.h"
#include "ui/text/Format.h"

#include <QCoreApplication>

namespace carriel::text {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StatusWords)
};

// What could be sent, and stands still although the operator answers: by the person's word, or for a network that
// costs.
enum class Stopped { No, Paused, Metered };

Stopped stopped(const SyncStatus &status)
{
    if (status.phase != SyncPhase::Waiting || status.nextTryUtc.isValid() || status.waiting + status.conflicts > 0)
        return Stopped::No;
    Stopped out = Stopped::No;
    for (const TransferInfo &transfer : status.transfers) {
        if (!transfer.up)
            continue;
        if (transfer.moving && !transfer.paused)
            return Stopped::No;
        out = transfer.paused && out != Stopped::Metered ? Stopped::Paused : Stopped::Metered;
    }
    return out;
}

// When the operator was heard last. An operator that stands still is noticed only when it is asked again, so nothing is said
// of now that is known of then.
QString heard(const QDateTime &utc)
{
    const bool today = utc.toLocalTime().date() == QDate::currentDate();
    return today ? time(utc) : dateTime(utc);
}

// "7:38 p. m." has its own full stop.
QString oneStop(QString sentence)
{
    if (sentence.endsWith(QLatin1String("..")))
        sentence.chop(1);
    return sentence;
}

} // namespace

QString shortWords(ItemStatus status)
{
    switch (status) {
    case ItemStatus::Synced: return Tr::tr("Up to date");
    case ItemStatus::Pending: return Tr::tr("Waiting to go up");
    case ItemStatus::Uploading: return Tr::tr("Going up");
    case ItemStatus::Downloading: return Tr::tr("Coming down");
    case ItemStatus::OnlineOnly: return Tr::tr("At the operator only");
    case ItemStatus::Conflict: return Tr::tr("Two versions");
    case ItemStatus::Error: return Tr::tr("Problem");
    case ItemStatus::MissingOnServer: return Tr::tr("Not at the operator");
    case ItemStatus::Trashed: return Tr::tr("In the trash");
    case ItemStatus::LocalOnly: return Tr::tr("On this computer");
    }
    return {};
}

QString longWords(ItemStatus status)
{
    switch (status) {
    case ItemStatus::Synced: return Tr::tr("Your operator and this computer hold the same.");
    case ItemStatus::Pending: return Tr::tr("It is safe on this computer and goes to your operator as soon as possible.");
    case ItemStatus::Uploading: return Tr::tr("It is on its way to your operator.");
    case ItemStatus::Downloading: return Tr::tr("It is on its way to this computer.");
    case ItemStatus::OnlineOnly: return Tr::tr("Its content lies at your operator. Open it to bring it here.");
    case ItemStatus::Conflict: return Tr::tr("It was changed here and elsewhere. Both were kept: say which one holds.");
    case ItemStatus::Error: return Tr::tr("Something keeps it from reaching your operator. It is safe on this computer.");
    case ItemStatus::MissingOnServer: return Tr::tr("Your operator no longer has it. The copy on this computer was kept.");
    case ItemStatus::Trashed: return Tr::tr("It is in the trash and can be recovered.");
    case ItemStatus::LocalOnly: return Tr::tr("It lies only on this computer, because the folder has no operator yet.");
    }
    return {};
}

QString shortWords(const SyncStatus &status)
{
    // Never "up to date" while somebody must still decide, whatever the engine's round came to.
    if (status.phase == SyncPhase::UpToDate && status.waiting + status.conflicts > 0)
        return Tr::tr("%n matter(s) wait for you", nullptr, status.waiting + status.conflicts);
    if (isSilent(status))
        return Tr::tr("Your operator does not answer");
    switch (status.phase) {
    case SyncPhase::NotConnected: return Tr::tr("Only on this computer");
    case SyncPhase::Offline:
        return status.pending > 0 ? Tr::tr("Without connection · %n change(s) to send", nullptr, status.pending)
                                  : Tr::tr("Without connection");
    case SyncPhase::UpToDate:
        return status.lastContactUtc.isValid() ? Tr::tr("Up to date · %1").arg(heard(status.lastContactUtc))
                                               : Tr::tr("All up to date");
    case SyncPhase::Syncing:
        return status.bytesLeft > 0 ? Tr::tr("Synchronising · %1 left").arg(size(status.bytesLeft)) : Tr::tr("Synchronising");
    case SyncPhase::Waiting:
        if (const Stopped by = stopped(status); by != Stopped::No)
            return by == Stopped::Metered
                       ? Tr::tr("Waits for another network · %n change(s) to send", nullptr, status.pending)
                       : Tr::tr("Paused · %n change(s) to send", nullptr, status.pending);
        if (status.waiting + status.conflicts == 0) // not for the person: for the next try
            return status.pending > 0          ? Tr::tr("%n change(s) to send", nullptr, status.pending)
                   : status.problems.isEmpty() ? Tr::tr("Synchronising")
                                               : Tr::tr("Waits for the next try");
        return Tr::tr("%n matter(s) wait for you", nullptr, status.waiting + status.conflicts);
    case SyncPhase::NeedsLogin: return Tr::tr("Log in to synchronise");
    case SyncPhase::Problem: return Tr::tr("With a problem: %1").arg(qMax(1, status.failed));
    }
    return {};
}

bool isSilent(const SyncStatus &status)
{
    return status.silentSinceUtc.isValid() &&
           (status.phase == SyncPhase::Syncing || status.phase == SyncPhase::Waiting);
}

QString longWords(const SyncStatus &status, const QDateTime &nowUtc)
{
    QStringList lines = longLines(status, nowUtc);
    if (status.phase == SyncPhase::Waiting) { // for what: not only that it is tried again
        for (const SyncProblem &problem : status.problems) {
            if (problem.item.isEmpty()) {
                lines.prepend(problem.userMessage.isEmpty() ? wordsFor(problem.error).title : problem.userMessage);
                break;
            }
        }
    }
    return lines.join(u' ');
}

QStringList longLines(const SyncStatus &status, const QDateTime &nowUtc)
{
    QString contact = status.lastContactUtc.isValid()
                          ? Tr::tr("Last contact: %1.").arg(ago(status.lastContactUtc, nowUtc))
                          : QString();
    QString next;
    if (const qint64 seconds = status.nextTryUtc.isValid() ? nowUtc.secsTo(status.nextTryUtc) : 0; seconds > 0)
        next = Tr::tr("Next try in %1.").arg(duration(seconds));
    QString what;
    switch (status.phase) {
    case SyncPhase::NotConnected:
        return {Tr::tr("This folder has no operator yet. Your documents lie on this computer only.")};
    case SyncPhase::Offline:
        what = Tr::tr("Your operator cannot be reached. You can go on working.");
        if (status.lastContactUtc.isValid()) // "just now" beside "cannot be reached" would be a riddle
            contact = Tr::tr("Last contact: %1.").arg(dateTime(status.lastContactUtc));
        break;
    case SyncPhase::UpToDate: // whatever waits for an answer is not the same on both sides
        if (status.waiting + status.conflicts > 0) {
            what = Tr::tr("Something waits for your decision.");
        } else if (status.lastContactUtc.isValid()) {
            what = oneStop(Tr::tr("Your operator and this computer hold the same, as far as was heard last: %1.")
                               .arg(heard(status.lastContactUtc)));
            contact.clear();
        } else {
            what = Tr::tr("Your operator and this computer hold the same.");
        }
        break;
    case SyncPhase::Syncing:
        what = Tr::tr("Your documents are being exchanged with your operator.");
        break;
    case SyncPhase::Waiting:
        what = status.waiting + status.conflicts > 0 ? Tr::tr("Something waits for your decision.")
               : stopped(status) == Stopped::Metered
                   ? Tr::tr("This network is paid by amount, so your files wait for another one. What you want "
                            "to send now can be put first in Transfers.")
               : stopped(status) == Stopped::Paused
                   ? Tr::tr("Your files wait because the transfers are paused. You can resume them in Transfers.")
               : status.pending > 0
                   ? Tr::tr("Your changes are safe here and wait for the next try.")
                   : Tr::tr("Nothing of yours waits to be sent. What stopped goes on at the next try.");
        break;
    case SyncPhase::NeedsLogin:
        what = status.removed ? Tr::tr("This computer was removed from your folder at the operator. What is here stays "
                                       "here; nothing new comes or goes. Log in to add it again.")
               : status.loggedOut
                   ? Tr::tr("You are not logged in. Your documents are here; what you change is sent once you log in.")
                   : Tr::tr("Your operator asks you to log in again. You can go on working meanwhile.");
        break;
    case SyncPhase::Problem: what = Tr::tr("Something could not be exchanged with your operator."); break;
    }
    if (isSilent(status)) {
        what =
            Tr::tr(
                "Your operator has not answered for %1. Nothing is lost: the program goes on waiting, and then tries "
                "again by itself.")
                .arg(duration(qMax<qint64>(status.silentSinceUtc.secsTo(nowUtc), 1)));
        if (status.lastContactUtc.isValid())
            contact = Tr::tr("Last contact: %1.").arg(dateTime(status.lastContactUtc));
    }
    contact = oneStop(contact);
    QString unsent; // wherever nothing is being sent just now, what lies only here must not be hidden
    const bool sends = status.phase == SyncPhase::Syncing && !isSilent(status);
    if (status.pending > 0 && !sends && status.phase != SyncPhase::NotConnected)
        unsent = QString(Tr::tr("%n change(s) to send", nullptr, status.pending) + u'.');
    QStringList lines{what, unsent, contact, next};
    lines.removeAll(QString());
    return lines;
}

QString shortWords(VaultState state)
{
    switch (state) {
    case VaultState::None: return Tr::tr("Not set up yet");
    case VaultState::Locked: return Tr::tr("Locked");
    case VaultState::Unlocked: return Tr::tr("Unlocked");
    case VaultState::InUse: return Tr::tr("Open in another program");
    case VaultState::Newer: return Tr::tr("Made by a newer version");
    case VaultState::Foreign: return Tr::tr("Not a folder of this program");
    case VaultState::Damaged: return Tr::tr("Damaged");
    }
    return {};
}

QString longWords(VaultState state)
{
    switch (state) {
    case VaultState::None: return Tr::tr("There are no documents here yet.");
    case VaultState::Locked: return Tr::tr("Your documents are encrypted. Unlock them to go on.");
    case VaultState::Unlocked: return Tr::tr("Your documents are open.");
    case VaultState::InUse:
        return Tr::tr("Another window or a command has these documents open. Close it there, then try again.");
    case VaultState::Newer:
        return Tr::tr("A newer version of the program wrote these documents. Nothing was touched. Update the program to open them.");
    case VaultState::Foreign:
        return Tr::tr("Where your documents should be there is a file that this program did not make. Nothing was touched.");
    case VaultState::Damaged:
        return Tr::tr("The file with your documents is damaged. It is kept as it is; what can be read of it can be saved into a new one.");
    }
    return {};
}

QString keyStoreWords(const QString &problem)
{
    if (problem.isEmpty())
        return {};
    if (problem == QLatin1String("locked"))
        return Tr::tr("Your system's key store is locked. Open it with your system password and try again, or use another way.");
    if (problem == QLatin1String("missing_entry"))
        return Tr::tr("Your system's key store no longer has the key of these documents. Use your passphrase or your recovery code.");
    if (problem == QLatin1String("no_library"))
        return Tr::tr("This computer lacks the program part that talks to its key store (libsecret). Use another way.");
    return Tr::tr("This computer has no key store running. Use another way.");
}

} // namespace carriel::text
