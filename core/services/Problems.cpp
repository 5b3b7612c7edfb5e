// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Problems.h"

#include "core/remote/RemoteErrors.h"
#include "core/services/Documents.h"
#include "core/services/LostContent.h"
#include "core/services/StoredErrors.h"
#include "core/services/UnrestKept.h"
#include "core/services/VaultAccess.h"
#include "core/sync/SyncErrors.h"
#include "core/vault/DamagedContent.h"

#include <QTimer>

#include <algorithm>
#include <array>

namespace carriel {

QString actKindName(ActKind kind)
{
    static constexpr std::array names = {"new_folder", "new_document", "change", "new_version",
                                         "trash",      "restore",      "purge"};
    return QString::fromLatin1(names.at(std::size_t(kind)));
}

Problems::Problems(VaultAccess &access) : m_access(access), m_unrest(std::make_shared<UnrestKept>()) {}

InsideFolder Problems::inside(const ItemId &folder) const
{
    if (!m_access.reader)
        return {};
    const vault::Unrest found = m_access.seen(m_unrest->in(m_access.reader, folder));
    // What was answered is not of now: whoever shows it is told to ask again.
    if (const auto rest = m_unrest->behind(); rest && !m_asksAgain) {
        if (auto *documents = qobject_cast<Documents *>(m_access.front)) {
            m_asksAgain = true;
            QTimer::singleShot(*rest, documents, [this, documents] {
                m_asksAgain = false;
                Q_EMIT documents->changed({});
            });
        }
    }
    const bool sends = m_access.connected; // without an operator nothing is on its way anywhere
    return {found.twofold, found.stopped, found.gone, sends ? found.up : 0, found.down, sends ? found.waiting : 0};
}

QList<ProblemInfo> Problems::list() const
{
    QList<ProblemInfo> out;
    if (!m_access.reader)
        return out;
    vault::RowReader rows(m_access.reader->database());
    const auto place = [this](ProblemInfo &problem) {
        QStringList path;
        for (const vault::FolderEntry &entry : m_access.seen(m_access.reader->pathTo(problem.item)))
            path.append(entry.name);
        problem.name = path.isEmpty() ? QString() : path.last();
        problem.path = path.join(u'/');
    };
    for (const sync::OpRow &op : m_access.seen(rows.liveOps())) {
        if (op.state != sync::OpState::Failed && op.state != sync::OpState::WaitingUser)
            continue;
        ProblemInfo problem;
        problem.id = op.key;
        problem.item = op.target;
        problem.act = ActKind(op.kind);
        problem.userMessage = op.lastProblemText;
        problem.sinceUtc = op.createdUtc;
        problem.attempts = op.attempts;
        problem.nextTryUtc = op.notBeforeUtc;
        problem.waitsForPerson = op.state == sync::OpState::WaitingUser;
        // A definite no, or not sent: nothing of it can have happened. To undo the adding would destroy the only copy:
        // for that the document goes to the trash, like any other.
        problem.canGiveUp = op.kind != sync::OpKind::CreateDocument;
        problem.needsStepUp = storedError(op.lastProblem).code == remote::errors::stepUpNeeded;
        place(problem);
        problem.error = storedError(op.lastProblem, problem.name);
        out.append(problem);
    }
    // What was only here, and was to be sent, says so already.
    const auto said = [&out](const ItemId &item) {
        return std::any_of(out.cbegin(), out.cend(), [&item](const ProblemInfo &problem) {
            return problem.item == item && problem.error.code == sync::errors::bytesDamaged;
        });
    };
    for (const vault::DamagedDocument &document : m_access.seen(vault::damagedDocuments(m_access.reader->database()))) {
        if (said(document.item))
            continue;
        ProblemInfo problem;
        problem.item = document.item;
        problem.waitsForPerson = true;
        place(problem);
        problem.error = damagedContent(problem.name, document.atOperator);
        out.append(problem);
    }
    return out;
}

QList<ProblemInfo> Problems::of(const ItemId &item) const
{
    QList<ProblemInfo> out = list();
    out.removeIf([&item](const ProblemInfo &problem) { return problem.item != item; });
    return out;
}

QFuture<Outcome> Problems::retry(OpKey id)
{
    return m_access.decide({}, [id](sync::Decisions &decisions) { return decisions.retry(id); });
}

QFuture<Outcome> Problems::retryAll()
{
    return post(m_access.host, [host = m_access.host]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        sync::Decisions decisions(host->store(), host->clock(), host->random());
        CARRIEL_TRY(const QList<sync::OpRow> live, host->store().liveOps());
        for (const sync::OpRow &op : live) {
            if (op.state == sync::OpState::Failed || op.state == sync::OpState::WaitingUser)
                CARRIEL_CHECK(decisions.retry(op.key));
        }
        if (host->engine())
            host->engine()->retryNow();
        host->edited({});
        return {};
    });
}

QFuture<Outcome> Problems::giveUp(OpKey id)
{
    return m_access.decide({}, [id](sync::Decisions &decisions) { return decisions.undo(id); });
}

QFuture<Outcome> Problems::giveUpAll(ItemId item)
{
    return post(m_access.host, [host = m_access.host, item]() -> Outcome {
        if (!host->isOpen())
            return VaultAccess::locked();
        sync::Decisions decisions(host->store(), host->clock(), host->random());
        // From the last to the first: what stands behind hangs on what stands before. Taking back one may take others along.
        for (int guard = 0; guard < 1000; ++guard) {
            CARRIEL_TRY(const QList<sync::OpRow> live, host->store().liveOpsOf(item));
            if (live.isEmpty())
                break;
            CARRIEL_CHECK(decisions.undo(live.last().key));
        }
        host->edited({item});
        return {};
    });
}

QFuture<Outcome> Problems::confirmIdentity()
{
    return postAsync<Outcome>(m_access.host, [host = m_access.host](auto finish) {
        if (!host->isOpen())
            return finish(VaultAccess::locked());
        host->account().stepUp([host, finish](Outcome stepped) {
            if (stepped.ok() && host->engine())
                host->engine()->retryNow();
            finish(stepped);
        });
    });
}

} // namespace carriel
