// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Conflicts.h"

#include "core/services/ConflictErrors.h"
#include "core/services/ConflictFields.h"
#include "core/services/VaultAccess.h"
#include "core/sync/SyncErrors.h"

#include <array>

namespace carriel {

namespace {
constexpr std::array aboutNames = {"name", "folder", "facts", "state", "content", "bytes"};
constexpr std::array resolutionNames = {"both", "mine", "theirs"};
} // namespace

QString conflictAboutName(ConflictAbout about)
{
    return QString::fromLatin1(aboutNames.at(std::size_t(about)));
}

QString resolutionName(Resolution resolution)
{
    return QString::fromLatin1(resolutionNames.at(std::size_t(resolution)));
}

std::optional<Resolution> resolutionFrom(QStringView name)
{
    for (std::size_t i = 0; i < resolutionNames.size(); ++i) {
        if (name == QLatin1String(resolutionNames.at(i)))
            return Resolution(i);
    }
    return std::nullopt;
}

QList<ConflictInfo> Conflicts::open() const
{
    QList<ConflictInfo> out;
    if (!m_access.reader)
        return out;
    vault::RowReader rows(m_access.reader->database());
    for (const sync::ConflictRow &row : m_access.seen(rows.openConflicts())) {
        if (row.kind == sync::ConflictKind::Removal)
            continue; // one question for all of them: Guard
        out.append(describe(row, *m_access.reader, rows));
    }
    return out;
}

QList<ConflictInfo> Conflicts::of(const ItemId &item) const
{
    QList<ConflictInfo> out = open();
    out.removeIf([&item](const ConflictInfo &conflict) { return conflict.item != item; });
    return out;
}

QFuture<Outcome> Conflicts::resolve(QList<ConflictId> ids, Resolution how)
{
    return m_access.decide({}, [ids, how](sync::Decisions &decisions) -> Outcome {
        for (const ConflictId &id : ids) {
            const Outcome done = decisions.resolve(id, sync::Choice(how));
            // "A folder cannot go into itself" is no answer to who asked for no such thing.
            if (!done.ok() && done.error().code == sync::errors::wouldCycle)
                return Error{errors::foldersCircle, done.error().params, done.error().detail};
            CARRIEL_CHECK(done);
        }
        return {};
    });
}

QFuture<Outcome> Conflicts::resolveAll(Resolution how)
{
    QList<ConflictId> ids;
    for (const ConflictInfo &conflict : open())
        ids.append(conflict.id);
    return resolve(ids, how);
}

} // namespace carriel
