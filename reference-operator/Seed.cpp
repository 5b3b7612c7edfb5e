// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Seed.h"

#include "reference-operator/Blobs.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Item.h"
#include "reference-operator/Names.h"
#include "reference-operator/acts/Entities.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

QString text(const QJsonValue &value)
{
    return value.isObject() ? QString::fromUtf8(compact(value.toObject())) : QString();
}

void addFolder(Connection &c, const QJsonObject &json)
{
    const QJsonObject holder = json.value("holder"_L1).toObject();
    c.change(u"INSERT INTO folders(id, holder, holder_name, state, seq, floor_seq, made, used, created)"
             u" VALUES(?, ?, ?, 'active', 0, 0, 0, 0, ?) ON CONFLICT DO NOTHING"_s,
             {json.value("id"_L1).toString(), holder.value("id"_L1).toString(), holder.value("name"_L1).toString(), nowText()});
}

struct Content {
    QByteArray sha256;
    qint64 size = 0;
};

void addItem(Connection &c, const Config &config, BlobStore &store, const QString &folder, const QJsonObject &json,
             const std::optional<Content> &content)
{
    Item item;
    item.id = json.value("id"_L1).toString();
    if (findItem(c, folder, item.id))
        return;
    item.type = json.value("type"_L1).toString(content ? u"document"_s : u"folder"_s);
    item.parent = json.value("parent"_L1).toString(u"root"_s);
    item.name = json.value("name"_L1).toString();
    item.state = u"active"_s;
    item.custody = u"open"_s;
    item.official = json.value("official"_L1).toBool();
    item.issuer = text(json.value("issuer"_L1));
    item.validity = text(json.value("validity"_L1));
    item.meta = json.value("meta"_L1).isObject() ? text(json.value("meta"_L1)) : u"{}"_s;
    const QString wanted = item.name;
    for (int n = 2; c.one(u"SELECT 1 FROM items WHERE folder = ? AND parent = ? AND name_key = ? AND state = 'active'"_s,
                          {folder, item.parent, nameKey(item.name)})
                        .isValid();
         ++n)
        item.name = numberedName(wanted, n, config.limits.nameBytes);
    if (content) {
        const Blob blob = nameBlob(c, folder, content->sha256, content->size, store.place(folder, content->sha256));
        Head head{newId(), blob.id, blob.size, QString::fromLatin1(b64(blob.sha256)),
                  json.value("media_type"_L1).toString(u"application/octet-stream"_s), nowText(), {}, {}, {}};
        const qint64 counted = item.official ? 0 : blob.size; // mail from the State is never counted
        c.change(u"INSERT INTO versions(folder, id, item, n, blob, size, sha256, media_type, created, counted)"
                 u" VALUES(?, ?, ?, 1, ?, ?, ?, ?, ?, ?)"_s,
                 {folder, head.version, item.id, head.blob, head.size, head.sha256, head.mediaType, head.created, counted});
        c.change(u"UPDATE folders SET used = used + ? WHERE id = ?"_s, {counted, folder});
        item.head = head;
        item.versions = 1;
    }
    insertItem(c, folder, item);
}

} // namespace

QString seed(const Config &config, Database &database, BlobStore &store, const QString &directory)
{
    const QDir dir(directory);
    QFile file(dir.filePath(u"seed.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        return QString(file.fileName() + u": "_s + file.errorString());
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (error.error != QJsonParseError::NoError)
        return QString(file.fileName() + u": "_s + error.errorString());

    database.write([&](Connection &c) {
        for (const QJsonValue &value : json.value("entities"_L1).toArray()) {
            const QJsonObject entity = value.toObject();
            const QString id = entity.value("id"_L1).toString();
            c.change(u"INSERT INTO entities(id, name, number) VALUES(?, ?, ?) ON CONFLICT(id) DO UPDATE SET name = excluded.name"_s,
                     {id, entity.value("name"_L1).toString(), id.section(u':', 2)});
            if (entity.contains("client"_L1)) // with its keys: one that notifies
                registerEntity(c, id, entity);
        }
        for (const QJsonValue &value : json.value("folders"_L1).toArray())
            addFolder(c, value.toObject());
    });
    for (const QJsonValue &value : json.value("folders"_L1).toArray()) {
        const QString folder = value.toObject().value("id"_L1).toString();
        const QJsonArray items = value.toObject().value("items"_L1).toArray();
        if (!database.read([&](Connection &c) { return c.one(u"SELECT 1 FROM folders WHERE id = ?"_s, {folder}).isValid(); }))
            continue; // its holder has a folder under another id
        constexpr qsizetype together = 100;
        for (qsizetype from = 0; from < items.size(); from += together) {
            const auto held = store.hold();
            std::vector<NewBlob> blobs;
            QHash<qsizetype, Content> contents;
            const qsizetype to = std::min(from + together, items.size());
            for (qsizetype i = from; i < to; ++i) {
                const QString name = items.at(i).toObject().value("file"_L1).toString();
                if (name.isEmpty())
                    continue;
                QFile in(dir.filePath(name));
                if (!in.open(QIODevice::ReadOnly))
                    return QString(in.fileName() + u": "_s + in.errorString());
                const QByteArray bytes = in.readAll();
                blobs.push_back({sha256(bytes), bytes});
                contents.insert(i, {blobs.back().sha256, bytes.size()});
            }
            store.put(folder, blobs);
            database.write([&](Connection &c) {
                for (qsizetype i = from; i < to; ++i)
                    addItem(c, config, store, folder, items.at(i).toObject(),
                            contents.contains(i) ? std::optional(contents.value(i)) : std::nullopt);
            });
        }
    }
    return {};
}

} // namespace carriel::op
