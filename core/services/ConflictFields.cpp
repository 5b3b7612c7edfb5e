// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/ConflictFields.h"

#include "core/vault/Settings.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel {

namespace {

ConflictAbout aboutFrom(sync::ConflictKind kind)
{
    switch (kind) {
    case sync::ConflictKind::Name:
        return ConflictAbout::Name;
    case sync::ConflictKind::Parent:
        return ConflictAbout::Folder;
    case sync::ConflictKind::Meta:
        return ConflictAbout::Facts;
    case sync::ConflictKind::State:
    case sync::ConflictKind::Removal:
        return ConflictAbout::State;
    case sync::ConflictKind::Content:
        return ConflictAbout::Content;
    case sync::ConflictKind::Fixity:
        return ConflictAbout::Bytes;
    }
    return ConflictAbout::Facts;
}

QString pathOf(vault::VaultReader &reader, const ItemId &item)
{
    QStringList names;
    for (const vault::FolderEntry &entry : reader.pathTo(item).valueOr({}))
        names.append(entry.name);
    return names.join(u'/');
}

QString textOf(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const QJsonValue entry : array)
            parts.append(entry.toString());
        return parts.join(QStringLiteral(", "));
    }
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}

// The other computer's name, as the operator told it last; empty if it is not known whose change it was.
QString whoIs(const OpKey &key, const vault::ProfileFacts &facts)
{
    const QJsonObject names = QJsonDocument::fromJson(facts.value(QStringLiteral("device_names")).toUtf8()).object();
    return names.value(sync::deviceOf(key)).toString();
}

// {"parent": id, "meta": {…}} → {"folder": path, its keys one by one}.
QMap<QString, QString> flat(const QJsonObject &side, vault::VaultReader &reader)
{
    QMap<QString, QString> out;
    for (auto it = side.begin(); it != side.end(); ++it) {
        if (it.key() == QLatin1String("parent")) {
            const ItemId folder(it.value().toString());
            out.insert(QStringLiteral("folder"), folder == rootItem() ? QStringLiteral("/") : pathOf(reader, folder));
        } else if (it.key() == QLatin1String("meta")) {
            const QJsonObject meta = it.value().toObject();
            for (auto fact = meta.begin(); fact != meta.end(); ++fact)
                out.insert(fact.key(), textOf(fact.value()));
        } else {
            out.insert(it.key() == QLatin1String("version") ? QStringLiteral("content") : it.key(), textOf(it.value()));
        }
    }
    return out;
}

QString textOf(ItemState state)
{
    return state == ItemState::Active    ? QStringLiteral("active")
           : state == ItemState::Trashed ? QStringLiteral("trashed")
                                         : QStringLiteral("removed");
}

// The same members, as the operator has them by now: that is what "theirs" would leave, whatever stood there when the
// conflict was noticed.
QJsonObject asItIsNow(const QJsonObject &noticed, const QJsonObject &ours, const ItemFields &there)
{
    QStringList keys = noticed.keys() + ours.keys();
    keys.removeDuplicates();
    keys.removeAll(sync::causedByKey());
    QJsonObject out;
    for (const QString &key : std::as_const(keys)) {
        const QJsonValue now = key == QLatin1String("name")      ? QJsonValue(there.name)
                               : key == QLatin1String("parent")  ? QJsonValue(there.parent.text())
                               : key == QLatin1String("state")   ? QJsonValue(textOf(there.state))
                               : key == QLatin1String("version") ? QJsonValue(there.version.text())
                               : key == QLatin1String("meta")    ? QJsonValue(there.meta.fields())
                                                                 : there.meta.fields().value(key);
        if (!now.isUndefined())
            out.insert(key, now);
    }
    return out;
}

} // namespace

QString seenOf(const QJsonObject &theirs)
{
    return QString::fromUtf8(QJsonDocument(theirs).toJson(QJsonDocument::Compact));
}

ConflictInfo describe(const sync::ConflictRow &row, vault::VaultReader &reader, vault::RowReader &rows)
{
    ConflictInfo out;
    out.id = row.id;
    out.item = row.item;
    out.about = aboutFrom(row.kind);
    out.oursUtc = row.createdUtc;
    const auto item = rows.item(row.item).valueOr(std::nullopt);
    if (item) {
        out.type = item->type;
        out.name = item->local.name;
        out.theirsUtc = item->facts.modifiedUtc;
    }
    out.path = pathOf(reader, row.item);
    const vault::ProfileFacts facts(reader.database());
    out.oursDevice = facts.value(QStringLiteral("device_name"));
    const QJsonObject ours = QJsonDocument::fromJson(row.ours).object();
    QJsonObject theirs = QJsonDocument::fromJson(row.theirs).object();
    out.seen = seenOf(theirs);
    const OpKey by(theirs.take(sync::causedByKey()).toString());
    const QJsonObject noticed = theirs;
    if (item && item->remote && row.kind != sync::ConflictKind::Fixity && row.kind != sync::ConflictKind::Removal)
        theirs = asItIsNow(noticed, ours, *item->remote);
    const QMap<QString, QString> left = flat(ours, reader), right = flat(theirs, reader), before = flat(noticed, reader);
    bool moved = false;
    QStringList keys = left.keys() + right.keys() + before.keys();
    keys.sort();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys)) {
        if (left.value(key) != right.value(key))
            out.fields.append({key, left.value(key), right.value(key)});
        moved = moved || right.value(key) != before.value(key);
    }
    if (!moved) // of what came later nobody says whose it is
        out.theirsBy = whoIs(by, facts);
    if (out.about == ConflictAbout::Content) {
        out.oursVersion = VersionId(ours.value(QLatin1String("version")).toString());
        out.theirsVersion = VersionId(theirs.value(QLatin1String("version")).toString());
        const auto version = rows.version(out.theirsVersion).valueOr(std::nullopt);
        if (version && version->createdUtc.isValid())
            out.theirsUtc = version->createdUtc;
    }
    return out;
}

} // namespace carriel
