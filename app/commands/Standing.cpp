// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/Standing.h"

#include "core/remote/RemoteErrors.h"
#include "core/services/Transfers.h"
#include "ui/text/Format.h"
#include "ui/text/StatusWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace carriel::commands {

bool nothingMayGoUp(const Transfers &transfers)
{
    const QList<TransferInfo> all = transfers.list();
    const auto goesUp = [](const TransferInfo &transfer) { return transfer.up; };
    const auto stands = [&](const TransferInfo &transfer) { return !transfer.up || transfer.paused; };
    return std::any_of(all.begin(), all.end(), goesUp) &&
           (transfers.allPaused() || std::all_of(all.begin(), all.end(), stands));
}

int toFetch(const Transfers &transfers)
{
    const QList<TransferInfo> all = transfers.list();
    return int(std::count_if(all.begin(), all.end(), [](const TransferInfo &one) { return !one.up && !one.paused; }));
}

QStringList standing(SyncStatus status, const Account &account, const Transfers &transfers)
{
    status.nextTryUtc = {}; // this process ends with the command: nothing is tried by itself
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (const int missing = status.phase == SyncPhase::UpToDate ? toFetch(transfers) : 0; missing > 0) // not the same on both sides
        return {QCoreApplication::translate("Commands", "Your operator has not given the content of %n document(s) that belong on this "
                                                        "computer. See them with: carriel-cli transfers",
                                            nullptr, missing)};
    if (!account.connected || !account.loggedIn || status.phase != SyncPhase::Waiting ||
        status.waiting + status.conflicts > 0 || text::isSilent(status))
        return text::longLines(status, now);
    // What was tried and did not go is not helped by trying: what each problem needs stands with it.
    if (!status.problems.isEmpty() || status.failed > 0)
        return text::longLines(status, now);
    if (!status.lastContactUtc.isValid()) {
        return {QCoreApplication::translate("Commands",
            "The list of your documents has not been fetched from your operator yet. Fetch it with: carriel-cli sync")};
    }
    const QString contact = QCoreApplication::translate("Commands", "Last synchronised: %1.").arg(text::ago(status.lastContactUtc, now));
    if (status.pending > 0 && nothingMayGoUp(transfers)) {
        return {QCoreApplication::translate("Commands",
                                            "%n change(s) wait here because the transfers are paused. Resume them "
                                            "with: carriel-cli transfers resume all",
                                            nullptr, status.pending),
                contact};
    }
    if (status.pending > 0) {
        return {QCoreApplication::translate("Commands", "%n change(s) wait here to be sent. Send them with: carriel-cli sync", nullptr,
                                            status.pending),
                contact};
    }
    return {QCoreApplication::translate("Commands", "Nothing waits here to be sent."), contact};
}

std::optional<Error> commonCause(const SyncStatus &status)
{
    for (const SyncProblem &problem : status.problems) {
        if (problem.item.isEmpty() && problem.error.code != remote::errors::unreachable && problem.error.code != remote::errors::deadline)
            return problem.error;
    }
    return std::nullopt;
}

} // namespace carriel::commands
