// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Tx.h"

#include <QJsonDocument>

namespace carriel::sync {

Result<OpKey> Tx::newKey()
{
    CARRIEL_TRY(const QString device, writer.device());
    const QString id = newId();
    const bool fits = !device.isEmpty() && device.size() + 1 + id.size() <= 64; // the protocol's length of a key
    return OpKey(fits ? QString(device + u'-' + id) : id);
}

Result<OpRow> Tx::addOp(OpKind kind, const ItemRow &item, const VersionId &version, const QList<OpKey> &needs)
{
    OpRow op;
    CARRIEL_TRY(op.key, newKey());
    op.kind = kind;
    op.target = item.id;
    op.lane = item.id.text();
    op.version = version;
    op.needs = needs;
    op.createdUtc = now();
    CARRIEL_TRY(op.seq, writer.addOp(op));
    ops.append(op);
    return op;
}

Outcome Tx::addOp(OpRow row)
{
    CARRIEL_TRY(row.seq, writer.addOp(row));
    ops.append(row);
    return {};
}

Outcome Tx::putOp(const OpRow &op)
{
    CARRIEL_CHECK(writer.updateOp(op));
    ops.append(op);
    return {};
}

Outcome Tx::step(OpRow &op, OpEvent event)
{
    CARRIEL_CHECK(advance(op, event));
    return putOp(op);
}

Outcome Tx::putItem(const ItemRow &row)
{
    CARRIEL_CHECK(writer.putItem(row));
    items.insert(row.id);
    return {};
}

Outcome Tx::addConflict(const ItemId &item, ConflictKind kind, const QJsonObject &ours, const QJsonObject &theirs,
                        const OpKey &by)
{
    QJsonObject told = theirs;
    if (!by.isEmpty())
        told.insert(causedByKey(), by.text());
    ConflictRow row;
    row.id = ConflictId(newId());
    row.item = item;
    row.kind = kind;
    row.ours = QJsonDocument(ours).toJson(QJsonDocument::Compact);
    row.theirs = QJsonDocument(told).toJson(QJsonDocument::Compact);
    row.createdUtc = now();
    return writer.putConflict(row);
}

Outcome Tx::log(const char *kind, const ItemId &item, const QJsonObject &data, const OpKey &op)
{
    return writer.addActivity(ActivityEntry{QString::fromLatin1(kind), item.text(), op, data});
}

Outcome Tx::renamedApart(const ItemId &item, const QString &from, const QString &to)
{
    return log("item.renamed_apart", item, {{QStringLiteral("from"), from}, {QStringLiteral("to"), to}});
}

} // namespace carriel::sync
