// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Conflicts.h"

#include "core/services/ConflictErrors.h"
#include "core/services/ConflictFields.h"
#include "core/services/VaultAccess.h"
#include "core/sync/SyncErrors.h"
#include "core/vault/Settings.h"

#include <QJsonDocument>
#include <QJsonObject>

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
        if (row.kind == sync::ConflictKind::Removal || row.kind == sync::ConflictKind::Fixity)
            continue; // no two versions: Guard asks
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

namespace {
constexpr auto shownKey = "conflicts.shown";

// All of them first: an answer is taken whole or not at all.
Outcome refuseMoved(sync::Decisions &decisions, const QList<ConflictInfo> &shown)
{
    CARRIEL_TRY(const QList<sync::Conflict> open, decisions.conflicts());
    for (const sync::Conflict &now : open) {
        for (const ConflictInfo &one : shown) {
            if (one.id == now.id && one.seen != seenOf(now.theirs))
                return Error{errors::conflictMoved, {{QStringLiteral("name"), one.name}}, {}};
        }
    }
    return {};
}
} // namespace

QFuture<Outcome> Conflicts::resolve(QList<ConflictInfo> shown, Resolution how)
{
    return m_access.decide({}, [shown, how](sync::Decisions &decisions) -> Outcome {
        CARRIEL_CHECK(refuseMoved(decisions, shown));
        for (const ConflictInfo &one : shown) {
            const Outcome done = decisions.resolve(one.id, sync::Choice(how));
            // "A folder cannot go into itself" is no answer to who asked for no such thing.
            if (!done.ok() && done.error().code == sync::errors::wouldCycle)
                return Error{errors::foldersCircle, done.error().params, done.error().detail};
            if (!done.ok() && done.error().code == sync::errors::itemNotFound)
                continue; // both have come to want the same meanwhile
            CARRIEL_CHECK(done);
        }
        return {};
    });
}

QFuture<Outcome> Conflicts::noteShown(QList<ConflictInfo> shown)
{
    QJsonObject seen;
    for (const ConflictInfo &one : shown)
        seen.insert(one.id.text(), one.seen);
    const QString text = QString::fromUtf8(QJsonDocument(seen).toJson(QJsonDocument::Compact));
    return post(m_access.host, [host = m_access.host, text]() -> Outcome {
        return host->isOpen() ? vault::Settings(host->store().database()).set(QLatin1String(shownKey), text) : VaultAccess::locked();
    });
}

QHash<ConflictId, QString> Conflicts::shownLast() const
{
    QHash<ConflictId, QString> out;
    if (!m_access.reader)
        return out;
    const QString text = vault::Settings(m_access.reader->database()).value(QLatin1String(shownKey));
    const QJsonObject seen = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = seen.begin(); it != seen.end(); ++it)
        out.insert(ConflictId(it.key()), it.value().toString());
    return out;
}

} // namespace carriel
