// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Guard.h"

#include "core/base/BaseErrors.h"
#include "core/services/AccountStore.h"
#include "core/services/VaultAccess.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace carriel {

namespace {
QFuture<Outcome> notYet(VaultAccess &access, const char *what)
{
    return post(access.host, [what]() -> Outcome {
        return Error{errors::notSupported, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
    });
}
} // namespace

QList<MissingItem> Guard::missing() const
{
    QList<MissingItem> out;
    if (!m_access.reader)
        return out;
    vault::RowReader rows(m_access.reader->database());
    for (const ItemId &id : m_access.reader->missingAtOperator().valueOr({})) {
        const auto item = rows.item(id).valueOr(std::nullopt);
        const auto row = m_access.reader->row(id).valueOr(std::nullopt);
        if (!item || !row)
            continue;
        MissingItem missing;
        missing.item = id;
        missing.type = item->type;
        missing.name = item->local.name;
        QStringList path;
        for (const vault::FolderEntry &entry : m_access.reader->pathTo(id).valueOr({}))
            path.append(entry.name);
        missing.path = path.join(u'/');
        missing.sinceUtc = item->missingSinceUtc;
        missing.here = item->type == ItemType::Folder || row->here;
        out.append(missing);
    }
    return out;
}

QFuture<Outcome> Guard::sendAgain(QList<ItemId>)
{
    return notYet(m_access, "send again");
}
QFuture<Outcome> Guard::letGo(QList<ItemId>)
{
    return notYet(m_access, "let go");
}
std::optional<MassRemoval> Guard::massRemoval() const
{
    return std::nullopt;
}
QFuture<Outcome> Guard::acceptMassRemoval()
{
    return notYet(m_access, "accept");
}
QFuture<Outcome> Guard::undoMassRemoval()
{
    return notYet(m_access, "undo");
}

qint64 Guard::trashSeconds() const
{
    if (!m_access.reader || !m_access.connected)
        return 0;
    const auto known = AccountStore(m_access.reader->database()).knownOperator();
    if (!known.ok() || !known.value())
        return 0;
    const QJsonObject said = QJsonDocument::fromJson(known.value()->op.source).object();
    return said.value(QLatin1String("retention")).toObject().value(QLatin1String("trash_s")).toInteger();
}

} // namespace carriel
