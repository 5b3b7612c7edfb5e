// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Problems.h"

#include "core/base/BaseErrors.h"
#include "core/services/StoredErrors.h"
#include "core/services/VaultAccess.h"
#include "core/sync/OpMachine.h"

#include <array>

namespace carriel {

QString actKindName(ActKind kind)
{
    static constexpr std::array names = {"new_folder", "new_document", "change", "new_version",
                                         "trash",      "restore",      "purge"};
    return QString::fromLatin1(names.at(std::size_t(kind)));
}

QList<ProblemInfo> Problems::list() const
{
    QList<ProblemInfo> out;
    if (!m_access.reader)
        return out;
    vault::RowReader rows(m_access.reader->database());
    for (const sync::OpRow &op : rows.liveOps().valueOr({})) {
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
        problem.canGiveUp = true;
        QStringList path;
        for (const vault::FolderEntry &entry : m_access.reader->pathTo(op.target).valueOr({}))
            path.append(entry.name);
        problem.name = path.isEmpty() ? QString() : path.last();
        problem.path = path.join(u'/');
        problem.error = storedError(op.lastProblem, problem.name);
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
    Q_UNUSED(id)
    return retryAll();
}

QFuture<Outcome> Problems::retryAll()
{
    return m_access.withEngine([](sync::Engine &engine) -> Outcome {
        engine.retryNow();
        return {};
    });
}

QFuture<Outcome> Problems::giveUp(OpKey id)
{
    Q_UNUSED(id)
    return m_access.edit<void>({}, [](EngineHost &) -> Outcome {
        return Error{errors::notSupported, {{QStringLiteral("what"), QStringLiteral("give up")}}, {}};
    });
}

} // namespace carriel
