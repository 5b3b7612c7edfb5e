// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// transfers, retry, undo, diagnostics: what is on its way, what stopped, and a sheet for whoever helps.
#include "app/commands/Commands.h"

#include "app/commands/Change.h"
#include "app/commands/CommandErrors.h"
#include "app/commands/Json.h"
#include "core/services/Diagnostics.h"
#include "core/services/Problems.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Transfers.h"
#include "ui/text/Format.h"

#include <QFileInfo>

namespace carriel::commands {
namespace {

QString k(const char *name) { return QString::fromLatin1(name); }

class ShowTransfers final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QString act = invocation().words.value(0), wanted = invocation().words.value(1);
        if (act.isEmpty()) {
            show();
            return;
        }
        Transfers &transfers = documents().transfers();
        if (wanted == QLatin1String("all") && act != QLatin1String("cancel") && act != QLatin1String("first")) {
            follow(transfers.pauseAll(act == QLatin1String("pause")));
            return;
        }
        QList<BlobId> ids;
        const QList<TransferInfo> all = transfers.list();
        bool paused = false;
        for (const TransferInfo &transfer : all) {
            if (wanted != QLatin1String("all") && transfer.id.text() != wanted && transfer.item.text() != wanted)
                continue;
            ids.append(transfer.id);
            paused |= transfer.paused;
            if (transfer.up)
                m_kept += onOneLine(transfer.name);
        }
        if (ids.isEmpty()) {
            fail(Error{errors::unknownId, {{k("what"), onOneLine(wanted)}, {k("list"), k("transfers")}}, {}});
            return;
        }
        if (const QString words = withoutEffect(act, paused, all.size() == ids.size()); !words.isEmpty())
            note(words);
        follow(act == QLatin1String("pause") ? transfers.pause(ids) : act == QLatin1String("resume") ? transfers.resume(ids)
                   : act == QLatin1String("first") ? transfers.first(ids) : transfers.cancel(ids));
    }

private:
    // What a person asks for and does not get says why; empty: it has its effect.
    QString withoutEffect(const QString &act, bool paused, bool nothingElse) const
    {
        const bool first = act == QLatin1String("first");
        if (!first && act != QLatin1String("resume"))
            return {};
        if (documents().transfers().allPaused())
            return QCoreApplication::translate("Commands", "All transfers are paused, so nothing moves yet. Resume them with: carriel-cli transfers resume all");
        if (first && nothingElse)
            return QCoreApplication::translate("Commands", "Nothing else waits: it goes first as it is.");
        if (first && !environment().inWindow)
            return QCoreApplication::translate("Commands", "An order is kept only while the window is open: the next sync sends all in the order in which it was added.");
        if (!first && !paused)
            return QCoreApplication::translate("Commands", "It was not paused.");
        return {};
    }

    void follow(QFuture<Outcome> future)
    {
        then(std::move(future), [this](const Outcome &outcome) {
            if (!outcome.ok()) {
                fail(outcome.error());
                return;
            }
            if (invocation().words.value(0) == QLatin1String("cancel")) {
                for (const QString &name : std::as_const(m_kept))
                    note(QCoreApplication::translate(
                             "Commands", "\"%1\" stays on this computer and is not sent. \"retry\" sends it.")
                             .arg(name));
            }
            show();
        });
    }

    QStringList m_kept; // what a cancel leaves here, not sent

    void show()
    {
        const bool all = documents().transfers().allPaused();
        QJsonArray items;
        QString text;
        for (const TransferInfo &transfer : documents().transfers().list()) {
            const bool moves = environment().inWindow; // here nothing runs but this command
            const ItemStatus state = transfer.up ? (moves ? ItemStatus::Uploading : ItemStatus::Pending)
                                                 : (moves ? ItemStatus::Downloading : ItemStatus::OnlineOnly);
            items += QJsonObject{{k("id"), transfer.id.text()},
                                 {k("name"), transfer.name},
                                 {k("state"), itemStatusName(state)},
                                 {k("item"), transfer.item.text()},
                                 {k("direction"), transfer.up ? k("up") : k("down")},
                                 {k("done"), transfer.done},
                                 {k("size"), transfer.size},
                                 {k("paused"), transfer.paused || all}};
            text += transfer.id.text() + QStringLiteral("  ") + (transfer.up ? QStringLiteral("↑ ") : QStringLiteral("↓ "))
                + text::sizeOf(transfer.done, transfer.size).leftJustified(24) + QStringLiteral("  ") + transfer.name;
            if (transfer.paused || all)
                text += QStringLiteral("  (") + QCoreApplication::translate("Commands", "paused") + u')';
            text += u'\n';
        }
        if (items.isEmpty())
            text = QCoreApplication::translate("Commands", "Nothing is on its way.");
        done({{k("items"), items}, {k("paused"), all}}, text);
    }
};

class Retry final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        then(documents().problems().retryAll(), [this](const Outcome &asked) {
            if (asked.ok())
                send();
            else
                fail(asked.error());
        });
    }

private:
    void send()
    {
        then(sync(Patience::Short), [this](const Result<SyncStatus> &status) {
            if (!status.ok()) {
                fail(status.error());
                return;
            }
            const QList<ProblemInfo> problems = documents().problems().list();
            const bool stepUp = std::any_of(problems.begin(), problems.end(), [](const ProblemInfo &p) { return p.needsStepUp; });
            if (stepUp && !std::exchange(m_asked, true)) {
                note(QCoreApplication::translate("Commands", "The operator wants to be sure that it is you: confirm in the browser that opens now."));
                then(documents().problems().confirmIdentity(), [this](const Outcome &confirmed) {
                    if (confirmed.ok())
                        send();
                    else
                        fail(confirmed.error());
                });
                return;
            }
            answer(status.value(), problems);
        });
    }

    void answer(const SyncStatus &status, const QList<ProblemInfo> &problems)
    {
        for (const ProblemInfo &problem : problems) {
            note(problem.path);
            tell(problem.error, {{k("item"), problem.item.text()}});
        }
        const bool reached =
            status.phase == SyncPhase::UpToDate || status.phase == SyncPhase::Problem ||
            status.phase == SyncPhase::Syncing || status.phase == SyncPhase::Offline ||
            (status.phase == SyncPhase::Waiting && (status.conflicts > 0 || !status.nextTryUtc.isValid()));
        const bool well = problems.isEmpty() && status.pending == 0;
        if (!well && problems.isEmpty()) { // nothing is wrong with any of it, but it did not go
            for (const SyncProblem &problem : status.problems)
                tell(problem.error);
            note(QCoreApplication::translate("Commands", "%n change(s) are left to send.", nullptr, status.pending));
        }
        done(statusJson(status, session().account(), session().vaultState(), reached),
             well ? QCoreApplication::translate("Commands", "Nothing is left to send.") : QString(), well ? exits::done : exits::failed);
    }

    bool m_asked = false;
};

class Undo final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QString word = invocation().words.first();
        const auto found = item(word);
        // What is to be destroyed stands in no list any more; until the operator has done it, its id brings it back.
        if (!found.ok() && !isWireId(word)) {
            fail(found.error());
            return;
        }
        const ItemId id = found.ok() ? found.value().id : ItemId(word);
        then(documents().problems().giveUpAll(id), [this, id, found](const Outcome &undone) {
            const auto details = documents().details(id);
            if (!undone.ok())
                fail(undone.error());
            else if (!details && !found.ok())
                fail(found.error());
            else
                answer(details, found);
        });
    }

private:
    void answer(const std::optional<DocumentDetails> &details, const Result<DocumentRow> &before)
    {
        const DocumentRow &row = details ? details->row : before.value();
        QJsonObject object = itemJson(row, details ? details->path : QString());
        if (!details)
            object.insert(k("state"), k("removed"));
        const bool nothing = before.ok() && before.value().type == ItemType::Document &&
                             (before.value().status == ItemStatus::Synced || before.value().status == ItemStatus::OnlineOnly);
        if (nothing)
            note(QCoreApplication::translate("Commands", "Nothing of it waited here: there was nothing to take back."));
        done(object, details ? details->path : QCoreApplication::translate("Commands", "Taken back: %1").arg(onOneLine(row.name)));
    }
};

class WriteDiagnostics final : public Command
{
public:
    using Command::Command;
    void start() override
    {
        const QString given = invocation().options.value(k("output"));
        if (given.isEmpty() || given == QLatin1String("-")) {
            then(documents().diagnostics().text(), [this](const Result<QString> &text) {
                if (text.ok())
                    done({{k("text"), text.value()}}, text.value());
                else
                    fail(text.error());
            });
            return;
        }
        const QString target = absolutePath(given);
        if (QFileInfo::exists(target) && !invocation().has(k("force"))) {
            fail(Error{errors::fileThere, {{k("path"), target}}, {}});
            return;
        }
        then(documents().diagnostics().writeTo(target), [this, target](const Outcome &written) {
            if (written.ok())
                done({{k("file"), target}}, target);
            else
                fail(written.error());
        });
    }
};

} // namespace

std::unique_ptr<Command> makeTransferCommand(Environment &environment, const Invocation &invocation)
{
    if (invocation.command == QLatin1String("transfers"))
        return std::make_unique<ShowTransfers>(environment, invocation);
    if (invocation.command == QLatin1String("retry"))
        return std::make_unique<Retry>(environment, invocation);
    if (invocation.command == QLatin1String("undo"))
        return std::make_unique<Undo>(environment, invocation);
    if (invocation.command == QLatin1String("diagnostics"))
        return std::make_unique<WriteDiagnostics>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
