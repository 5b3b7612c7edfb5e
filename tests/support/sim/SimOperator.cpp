// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sim/SimOperator.h"

#include "core/sync/BlobBytes.h"

#include <QJsonDocument>

namespace carriel::sim {

using namespace sync;

Trouble trouble(TroubleKind kind)
{
    Trouble out;
    out.kind = kind;
    out.error = Error{ErrorCode{"CAR-SIM-003"}, {}, QString::number(int(kind))};
    return out;
}

FrozenRequest freezeIntent(const Intent &intent)
{
    FrozenRequest out;
    QJsonObject body;
    const ItemRow &row = intent.item;
    const auto content = [&] {
        body.insert(QStringLiteral("blob"), intent.blob->remoteId.text());
        body.insert(QStringLiteral("sha256"), QString::fromLatin1(intent.blob->sha256.toHex()));
        body.insert(QStringLiteral("media_type"), intent.version->mediaType);
    };
    out.method = "POST";
    out.path = QStringLiteral("/items/%1").arg(row.id.text());
    out.ifMatch = row.etag.toUtf8();
    switch (intent.kind) {
    case OpKind::CreateFolder:
    case OpKind::CreateDocument:
        out.method = "PUT";
        out.ifMatch = "*";
        body = {{QStringLiteral("parent"), row.local.parent.text()},
                {QStringLiteral("name"), row.local.name},
                {QStringLiteral("original_name"), row.facts.originalName},
                {QStringLiteral("meta"), row.local.meta.fields()},
                {QStringLiteral("type"), intent.kind == OpKind::CreateFolder ? QStringLiteral("folder") : QStringLiteral("document")}};
        if (intent.kind == OpKind::CreateDocument)
            content();
        break;
    case OpKind::PatchItem:
        out.method = "PATCH";
        if (row.local.name != row.base->name)
            body.insert(QStringLiteral("name"), row.local.name);
        if (row.local.parent != row.base->parent)
            body.insert(QStringLiteral("parent"), row.local.parent.text());
        if (row.local.meta != row.base->meta)
            body.insert(QStringLiteral("meta"), row.local.meta.patchFrom(row.base->meta));
        break;
    case OpKind::AddVersion:
        out.path += QStringLiteral("/versions");
        content();
        if (!intent.base.isEmpty())
            body.insert(QStringLiteral("base"), intent.base.text());
        break;
    case OpKind::Trash:
        out.path += QStringLiteral("/trash");
        break;
    case OpKind::Restore:
        out.path += QStringLiteral("/restore");
        break;
    case OpKind::Purge:
        out.path += QStringLiteral("/purge");
        break;
    }
    out.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return out;
}

void SimOperator::touch(SimItem &item, const OpKey &key)
{
    ++item.item.rev;
    item.item.etag = QStringLiteral("\"%1-%2-%3\"").arg(item.item.id.text(), epoch).arg(item.item.rev);
    item.item.causedBy = key;
    item.lastSeq = ++seq;
}

bool SimOperator::isActiveFolder(const ItemId &id) const
{
    if (id == rootItem())
        return true;
    const auto found = items.constFind(id);
    return found != items.constEnd() && !found->purged && found->item.type == ItemType::Folder
           && found->item.fields.state == ItemState::Active;
}

QList<ItemId> SimOperator::below(const ItemId &id) const
{
    QList<ItemId> out;
    for (const SimItem &item : items) {
        if (!item.purged && item.item.fields.parent == id) {
            out.append(item.item.id);
            out.append(below(item.item.id));
        }
    }
    return out;
}

std::optional<Trouble> SimOperator::place(SimItem &item, const ItemId &parent, const QString &name, bool rename)
{
    if (parent != rootItem() && !items.contains(parent) && epoch == QStringLiteral("e1"))
        violations.append(QStringLiteral("I16: %1 before its folder %2").arg(item.item.id.text(), parent.text()));
    if (!isActiveFolder(parent))
        return trouble(TroubleKind::ParentMissing);
    for (ItemId at = parent; at != rootItem(); at = items.value(at).item.fields.parent) {
        if (at == item.item.id)
            return trouble(TroubleKind::Cycle);
    }
    QString chosen = name;
    const auto taken = [&] {
        return std::any_of(items.begin(), items.end(), [&](const SimItem &other) {
            return !other.purged && other.item.id != item.item.id && other.item.fields.parent == parent
                   && other.item.fields.state == ItemState::Active && limits.names.clash(other.item.fields.name, chosen);
        });
    };
    for (int number = 2; taken(); ++number) {
        if (!rename)
            return trouble(TroubleKind::NameTaken);
        chosen = limits.names.numbered(name, number);
    }
    item.item.fields.parent = parent;
    item.item.fields.name = chosen;
    return {};
}

std::optional<Trouble> SimOperator::setContent(SimItem &item, const QJsonObject &body, const OpKey &key)
{
    const RemoteBlobId blob(body.value(QStringLiteral("blob")).toString());
    const auto bytes = blobs.constFind(blob);
    if (bytes == blobs.constEnd())
        return trouble(TroubleKind::BlobMissing);
    const QByteArray sha = QByteArray::fromHex(body.value(QStringLiteral("sha256")).toString().toLatin1());
    if (sha256Of(*bytes) != sha)
        return trouble(TroubleKind::DigestMismatch);
    RemoteHead head;
    head.version = VersionId(QStringLiteral("v%1").arg(++m_count));
    head.blob = blob;
    head.size = bytes->size();
    head.sha256 = sha;
    head.mediaType = body.value(QStringLiteral("media_type")).toString();
    head.causedBy = key;
    item.versions.append(head);
    const QString base = body.value(QStringLiteral("base")).toString();
    if (!base.isEmpty() && base != item.item.fields.version.text())
        return {}; // made from one that is not the head any more: a further version
    item.item.head = head;
    item.item.fields.version = head.version;
    return {};
}

// How it is now, and in which epoch.
Trouble SimOperator::told(TroubleKind kind, const SimItem &item) const
{
    Trouble conflict = trouble(kind);
    conflict.current = std::make_shared<RemoteItem>(item.item);
    conflict.epoch = namesEpoch ? epoch : QString();
    return conflict;
}

// The operator's own word; of what it never knew it says only that it is not there.
Trouble SimOperator::destroyed() const
{
    Trouble gone = trouble(TroubleKind::Gone);
    gone.error.params.insert(QStringLiteral("code"), QStringLiteral("item_purged"));
    return gone;
}

Answer<OpResult> SimOperator::create(const OpRow &op, const QJsonObject &body)
{
    if (const auto there = items.constFind(op.target); there != items.constEnd()) {
        if (there->purged)
            return destroyed();
        return told(TroubleKind::AlreadyExists, *there);
    }
    SimItem item;
    item.item.id = op.target;
    item.item.type = body.value(QStringLiteral("type")).toString() == QLatin1String("folder") ? ItemType::Folder : ItemType::Document;
    item.item.fields.meta = ItemMeta(body.value(QStringLiteral("meta")).toObject());
    item.item.facts.originalName = body.value(QStringLiteral("original_name")).toString();
    if (auto no = place(item, ItemId(body.value(QStringLiteral("parent")).toString()), body.value(QStringLiteral("name")).toString(), true))
        return *no;
    if (item.item.type == ItemType::Document) {
        if (auto no = setContent(item, body, op.key))
            return *no;
    }
    touch(item, op.key);
    items.insert(op.target, item);
    return resultOf(item);
}

Answer<OpResult> SimOperator::patch(const OpRow &op, SimItem &item, const QJsonObject &body)
{
    if (item.item.fields.state != ItemState::Active)
        return trouble(TroubleKind::Refused);
    const ItemFields before = item.item.fields;
    if (body.contains(QStringLiteral("name")) || body.contains(QStringLiteral("parent"))) {
        const QString name = body.value(QStringLiteral("name")).toString(before.name);
        const ItemId parent(body.value(QStringLiteral("parent")).toString(before.parent.text()));
        if (auto no = place(item, parent, name, false))
            return *no;
    }
    item.item.fields.meta = before.meta.patched(body.value(QStringLiteral("meta")).toObject());
    touch(item, op.key);
    return resultOf(item);
}

Answer<OpResult> SimOperator::addVersion(const OpRow &op, SimItem &item, const QJsonObject &body)
{
    if (item.item.facts.official)
        return trouble(TroubleKind::Locked);
    if (item.item.fields.state != ItemState::Active)
        return trouble(TroubleKind::Refused);
    if (auto no = setContent(item, body, op.key))
        return *no;
    touch(item, op.key);
    return OpResult{item.item, item.versions.last(), false};
}

void SimOperator::trash(const OpKey &key, SimItem &item)
{
    const QList<ItemId> inside = below(item.item.id);
    item.item.fields.state = ItemState::Trashed;
    item.trashedRoot = item.item.id;
    touch(item, key);
    for (const ItemId &id : inside) {
        SimItem &child = items[id];
        if (child.item.fields.state != ItemState::Active)
            continue;
        child.item.fields.state = ItemState::Trashed;
        child.trashedRoot = item.item.id;
        touch(child, key);
    }
}

void SimOperator::restore(const OpKey &key, SimItem &item)
{
    const ItemId root = item.trashedRoot;
    const QList<ItemId> inside = below(item.item.id);
    ItemId parent = item.item.fields.parent;
    if (!isActiveFolder(parent)) {
        parent = {};
        for (const SimItem &other : std::as_const(items)) {
            if (!other.purged && other.item.type == ItemType::Folder && other.item.fields.parent == rootItem()
                && other.item.fields.state == ItemState::Active && other.item.fields.name == QLatin1String("Recuperados"))
                parent = other.item.id;
        }
        if (parent.isEmpty()) {
            SimItem made;
            made.item.id = ItemId(QStringLiteral("recovered%1").arg(++m_count));
            made.item.type = ItemType::Folder;
            (void)place(made, rootItem(), QStringLiteral("Recuperados"), true);
            touch(made, key);
            parent = made.item.id;
            const ItemId back = item.item.id;
            items.insert(parent, made); // `item` may not be where it was
            SimItem &again = items[back];
            again.item.fields.parent = parent;
            restore(key, again);
            return;
        }
    }
    (void)place(item, parent, item.item.fields.name, true);
    item.item.fields.state = ItemState::Active;
    item.trashedRoot = {};
    touch(item, key);
    QSet<ItemId> back{item.item.id};
    for (const ItemId &id : inside) {
        SimItem &child = items[id];
        if (child.item.fields.state != ItemState::Trashed || child.trashedRoot != root || !back.contains(child.item.fields.parent))
            continue;
        back.insert(id);
        (void)place(child, child.item.fields.parent, child.item.fields.name, true);
        child.item.fields.state = ItemState::Active;
        child.trashedRoot = {};
        touch(child, key);
    }
}

void SimOperator::purge(const OpKey &key, SimItem &item)
{
    const QList<ItemId> inside = below(item.item.id);
    const auto end = [&](SimItem &one) {
        for (const RemoteHead &head : std::as_const(one.versions))
            purgedContent.insert(blobs.value(head.blob));
        one.purged = true;
        one.item.head.reset();
        one.versions.clear();
        touch(one, key);
    };
    end(item);
    for (const ItemId &id : inside)
        end(items[id]);
    forgetUnusedBlobs();
}

void SimOperator::forgetUnusedBlobs()
{
    QSet<RemoteBlobId> used;
    for (const SimItem &item : std::as_const(items)) {
        for (const RemoteHead &head : item.versions)
            used.insert(head.blob);
    }
    for (auto it = blobs.begin(); it != blobs.end();) {
        if (used.contains(it.key())) {
            ++it;
            continue;
        }
        m_bySha.remove(sha256Of(*it));
        it = blobs.erase(it);
    }
    uploads.removeIf([&](const auto &entry) { return !entry.value().blob.isEmpty() && !blobs.contains(entry.value().blob); });
}

Answer<OpResult> SimOperator::apply(const OpRow &op, bool stepUp)
{
    if (refuses && refuses(op))
        return trouble(TroubleKind::QuotaExceeded);
    const QJsonObject body = QJsonDocument::fromJson(op.body).object();
    if (op.method == "PUT")
        return create(op, body);
    const auto found = items.find(op.target);
    if (found == items.end())
        return trouble(TroubleKind::Gone);
    if (found->purged)
        return destroyed();
    SimItem &item = *found;
    if (op.path.endsWith(QLatin1String("/purge")) && stepUpForPurge && !stepUp)
        return trouble(TroubleKind::StepUpNeeded);
    if (op.ifMatch != item.item.etag.toUtf8())
        return told(TroubleKind::VersionConflict, item);
    if (op.method == "PATCH")
        return patch(op, item, body);
    if (op.path.endsWith(QLatin1String("/versions")))
        return addVersion(op, item, body);
    const bool active = item.item.fields.state == ItemState::Active;
    if (op.path.endsWith(QLatin1String("/trash"))) {
        if (!active)
            return trouble(TroubleKind::Refused);
        trash(op.key, item);
        return resultOf(items.value(op.target));
    }
    if (active)
        return trouble(TroubleKind::Refused);
    if (op.path.endsWith(QLatin1String("/restore"))) {
        restore(op.key, item);
        return resultOf(items.value(op.target));
    }
    purge(op.key, item);
    return OpResult{};
}

Answer<OpResult> SimOperator::execute(const OpRow &op, bool stepUp)
{
    const QByteArray request = op.method + ' ' + op.path.toUtf8() + '\n' + op.ifMatch + '\n' + op.body;
    if (const auto first = sent.constFind(op.key); first == sent.constEnd())
        sent.insert(op.key, request);
    else if (*first != request)
        violations.append(QStringLiteral("I17: %1 came with other bytes").arg(op.key.text()));
    if (const auto known = m_answers.constFind(op.key); known != m_answers.constEnd()) {
        OpResult again = *known;
        again.replayed = true;
        return again;
    }
    const Answer<OpResult> answer = apply(op, stepUp);
    if (const OpResult *result = std::get_if<OpResult>(&answer)) {
        m_answers.insert(op.key, *result);
        ++effects[op.key];
        if (changed)
            changed();
    }
    return answer;
}

ItemId SimOperator::issue(const QString &name, const QByteArray &bytes, bool official)
{
    SimItem item;
    item.item.id = ItemId(QStringLiteral("issued%1").arg(++m_count));
    item.item.facts.official = official;
    item.item.facts.issuerName = QStringLiteral("Universidad");
    const auto blob = putBlob(sha256Of(bytes), bytes);
    (void)place(item, rootItem(), name, true);
    (void)setContent(item, {{QStringLiteral("blob"), std::get<0>(blob).text()},
                            {QStringLiteral("sha256"), QString::fromLatin1(sha256Of(bytes).toHex())}}, {});
    touch(item, {});
    items.insert(item.item.id, item);
    if (changed)
        changed();
    return item.item.id;
}

} // namespace carriel::sim
