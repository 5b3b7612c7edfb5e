// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Merge.h"

#include "core/sync/Kept.h"

#include <QJsonArray>
#include <QSet>

namespace carriel::sync {

namespace {

QString textOf(ItemState state)
{
    return state == ItemState::Active ? QStringLiteral("active")
           : state == ItemState::Trashed ? QStringLiteral("trashed") : QStringLiteral("removed");
}

Loss loss(ConflictKind kind, const QString &key, const QJsonValue &ours, const QJsonValue &theirs)
{
    return Loss{kind, {{key, ours}}, {{key, theirs}}};
}

// The general rule for one value.
template <typename T> struct Field {
    T local;
    T base;
    T remote;
    bool pending;
    bool lost = false;

    T merged(Author author)
    {
        if (!pending)
            return remote;
        if (author == Author::Ours || remote == base || local == remote)
            return local;
        if (local == base)
            return remote;
        lost = true;
        return remote;
    }
};

// Labels are a set: what either side added is there, what either side took away is not.
QJsonValue mergedLabels(const QJsonValue &local, const QJsonValue &base, const QJsonValue &remote)
{
    const auto setOf = [](const QJsonValue &value) {
        QSet<QString> out;
        const QJsonArray array = value.toArray();
        for (const QJsonValue entry : array)
            out.insert(entry.toString());
        return out;
    };
    const QSet<QString> l = setOf(local), b = setOf(base), r = setOf(remote);
    QStringList merged = ((r | (l - b)) - (b - l)).values();
    merged.sort();
    return merged.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(QJsonArray::fromStringList(merged));
}

ItemMeta mergedMeta(const ItemMeta &local, const ItemMeta &base, const ItemMeta &remote, QList<Loss> &losses)
{
    const QJsonObject l = local.fields(), b = base.fields(), r = remote.fields();
    QJsonObject out;
    const QStringList all = l.keys() + b.keys() + r.keys();
    const QSet<QString> keys(all.begin(), all.end());
    for (const QString &key : keys) {
        QJsonValue value;
        if (key == QLatin1String("labels")) {
            value = mergedLabels(l.value(key), b.value(key), r.value(key));
        } else {
            Field<QJsonValue> field{l.value(key), b.value(key), r.value(key), true};
            value = field.merged(Author::Theirs);
            if (field.lost)
                losses.append(loss(ConflictKind::Meta, key, l.value(key), r.value(key)));
        }
        if (!value.isUndefined() && !value.isNull())
            out.insert(key, value);
    }
    return ItemMeta(out);
}

// Where the state leads: content beats the trash, a restore by others beats our purge.
void mergeState(Merged &out, const ItemRow &row, const ItemFields &theirs, const Cover &pending, Author author)
{
    const ItemState before = row.base ? row.base->state : ItemState::Active;
    ItemState &local = out.row.local.state;
    const bool newContent = row.base && row.base->version != theirs.version;
    if (!pending.state || author == Author::Ours) {
        const bool gone = author == Author::Theirs && theirs.state == ItemState::Trashed && before == ItemState::Active;
        if (gone && pending.content && local == ItemState::Active)
            out.needsRestore = true;
        else if (!pending.state)
            local = theirs.state;
        return;
    }
    if (local == theirs.state)
        return;
    const bool changed = theirs.state != before;
    const bool destroys = local != ItemState::Active;
    if (destroys && theirs.state == ItemState::Active && (changed || newContent)) {
        out.losses.append(loss(ConflictKind::State, QStringLiteral("state"), textOf(local), textOf(theirs.state)));
        out.dropStateOps = true;
        local = theirs.state;
    }
    // Otherwise ours goes on: purge what others only trashed, trash or restore what nobody touched.
}

void takeNews(Merged &out, const RemoteItem &news)
{
    out.by = news.causedBy;
    out.row.type = news.type;
    out.row.custody = news.custody;
    out.row.remote = news.fields;
    out.row.base = news.fields;
    out.row.remoteRev = news.rev;
    out.row.baseRev = news.rev;
    out.row.etag = news.etag;
    const QString original = out.row.facts.originalName;
    out.row.facts = news.facts;
    if (out.row.facts.originalName.isEmpty())
        out.row.facts.originalName = original;
    out.row.missingSinceUtc = {};
}

// The operator went back to an earlier state: what was agreed on is kept as a wish, what was not sent yet waits (I25).
Merged afterReset(const ItemRow &row, const RemoteItem &news, const Cover &pending)
{
    Merged out;
    out.row = row;
    // What waits to be changed from just what the operator has is no difference.
    ItemFields ours = row.local;
    if (pending.fields && news.fields.name == row.base->name)
        ours.name = news.fields.name;
    if (pending.fields && news.fields.parent == row.base->parent)
        ours.parent = news.fields.parent;
    if (pending.fields && news.fields.meta == row.base->meta)
        ours.meta = news.fields.meta;
    if (pending.state && news.fields.state == row.base->state)
        ours.state = news.fields.state;
    if (pending.version && news.fields.version == row.base->version)
        ours.version = news.fields.version;
    out.losses = lossesBetween(ours, news.fields);
    out.hold = !out.losses.isEmpty();
    takeNews(out, news);
    settle(out.row, pending);
    return out;
}

} // namespace

QList<Loss> lossesBetween(const ItemFields &ours, const ItemFields &theirs)
{
    QList<Loss> out;
    if (ours.name != theirs.name)
        out.append(loss(ConflictKind::Name, QStringLiteral("name"), ours.name, theirs.name));
    if (ours.parent != theirs.parent)
        out.append(loss(ConflictKind::Parent, QStringLiteral("parent"), ours.parent.text(), theirs.parent.text()));
    if (ours.version != theirs.version)
        out.append(loss(ConflictKind::Content, QStringLiteral("version"), ours.version.text(), theirs.version.text()));
    if (ours.state != theirs.state)
        out.append(loss(ConflictKind::State, QStringLiteral("state"), textOf(ours.state), textOf(theirs.state)));
    if (ours.meta != theirs.meta)
        out.append(Loss{ConflictKind::Meta, ours.meta.fields(), theirs.meta.fields()});
    return out;
}

Merged merge(const ItemRow &row, const RemoteItem &news, const Cover &given, Author author, Trust trust)
{
    Merged out;
    out.row = row;
    const ItemFields &theirs = news.fields;
    const bool known = row.base.has_value();
    const Cover pending = given;
    ItemFields &local = out.row.local;
    // Without a base nobody else can have changed what we made; what we still want stays.
    const Author by = known ? author : Author::Ours;
    const ItemFields base = known ? *row.base : theirs;
    if (trust == Trust::Reset && known)
        return afterReset(row, news, pending);

    const bool wentToTrash = by == Author::Theirs && theirs.state == ItemState::Trashed &&
                             base.state == ItemState::Active && !pending.state && !pending.content;
    if (pending.fields && wentToTrash) {
        const bool dirty = local.name != base.name || local.parent != base.parent || local.meta != base.meta;
        if (dirty) {
            out.losses.append(Loss{ConflictKind::State,
                                   {{QStringLiteral("name"), local.name}, {QStringLiteral("parent"), local.parent.text()},
                                    {QStringLiteral("meta"), local.meta.fields()}},
                                   {{QStringLiteral("state"), textOf(theirs.state)}}});
        }
        local.name = theirs.name;
        local.parent = theirs.parent;
        local.meta = theirs.meta;
        out.dropPatches = true;
    } else {
        Field<QString> name{local.name, base.name, theirs.name, pending.fields};
        Field<ItemId> parent{local.parent, base.parent, theirs.parent, pending.fields};
        const QString ourName = local.name;
        const ItemId ourParent = local.parent;
        local.name = name.merged(by);
        local.parent = parent.merged(by);
        if (name.lost)
            out.losses.append(loss(ConflictKind::Name, QStringLiteral("name"), ourName, theirs.name));
        if (parent.lost)
            out.losses.append(loss(ConflictKind::Parent, QStringLiteral("parent"), ourParent.text(), theirs.parent.text()));
        if (!pending.fields)
            local.meta = theirs.meta;
        else if (by == Author::Theirs)
            local.meta = mergedMeta(local.meta, base.meta, theirs.meta, out.losses);
    }

    mergeState(out, row, theirs, pending, by);

    const bool notOurs = by == Author::Theirs && known && local.version == base.version; // what was refused has lost its place
    if (!pending.version || notOurs) {
        local.version = theirs.version;
    } else if (by == Author::Theirs && theirs.version != base.version && theirs.version != local.version) {
        // Both are kept: theirs is the head, ours joins the history beside it.
        out.furtherFrom = base.version;
        out.losses.append(
            loss(ConflictKind::Content, QStringLiteral("version"), local.version.text(), theirs.version.text()));
        local.version = theirs.version;
    }

    takeNews(out, news);
    return out;
}

void settle(ItemRow &row, const Cover &pending)
{
    if (!row.remote)
        return;
    if (!pending.fields) {
        row.local.name = row.remote->name;
        row.local.parent = row.remote->parent;
        row.local.meta = row.remote->meta;
    }
    if (!pending.state && !isKept(row))
        row.local.state = row.remote->state;
    if (!pending.version)
        row.local.version = row.remote->version;
}

} // namespace carriel::sync
