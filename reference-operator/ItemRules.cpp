// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/ItemRules.h"

#include "reference-operator/Encoding.h"
#include "reference-operator/Names.h"
#include "reference-operator/Problem.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void invalid(const QString &detail)
{
    throw Problem("invalid_request").with("detail", detail);
}

QString namesake(Connection &c, const QString &folder, const Item &item, const QString &parent, const QString &name)
{
    return c.one(u"SELECT id FROM items WHERE folder = ? AND parent = ? AND name_key = ? AND state = 'active' AND id <> ?"_s,
                 {folder, parent, nameKey(name), item.id})
        .toString();
}

// How many folders stand above an item in `parent`; throws when that is no place for it.
qint64 depthUnder(Connection &c, const QString &folder, const Item &item, QString parent, const Limits &limits)
{
    qint64 depth = 0;
    while (parent != u"root") {
        if (parent == item.id)
            throw Problem("cycle");
        QSqlQuery &row = c.run(u"SELECT parent, type, state FROM items WHERE folder = ? AND id = ?"_s, {folder, parent});
        if (!row.next() || row.value(1).toString() != u"folder" || row.value(2).toString() != u"active")
            throw Problem("parent_missing");
        parent = row.value(0).toString();
        row.finish();
        if (++depth > limits.depth)
            throw Problem("depth_exceeded");
    }
    return depth;
}

qint64 heightOf(Connection &c, const QString &folder, const QString &item)
{
    return c.one(u"WITH RECURSIVE t(id, d) AS (SELECT id, 1 FROM items WHERE folder = ? AND parent = ? AND state = 'active'"
                 u" UNION ALL SELECT i.id, t.d + 1 FROM items i JOIN t ON i.parent = t.id"
                 u" WHERE i.folder = ? AND i.state = 'active' AND t.d < 100) SELECT MAX(d) FROM t"_s,
                 {folder, item, folder})
        .toLongLong();
}

QJsonObject merged(QJsonObject into, const QJsonObject &patch) // RFC 7396
{
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        if (it.value().isNull())
            into.remove(it.key());
        else if (it.value().isObject())
            into.insert(it.key(), merged(into.value(it.key()).toObject(), it.value().toObject()));
        else
            into.insert(it.key(), it.value());
    }
    return into;
}

bool isDate(const QJsonValue &value)
{
    return value.isString() && QDate::fromString(value.toString(), Qt::ISODate).isValid() && value.toString().size() == 10;
}

void checkLabels(const QJsonValue &value)
{
    QSet<QString> seen;
    if (!value.isArray() || value.toArray().size() > 64)
        invalid(u"meta.labels"_s);
    for (const QJsonValue &label : value.toArray()) {
        if (!label.isString() || label.toString().isEmpty() || label.toString().size() > 100 || seen.contains(label.toString()))
            invalid(u"meta.labels"_s);
        seen.insert(label.toString());
    }
}

void checkMeta(const QJsonObject &meta)
{
    const auto text = [&](QLatin1StringView key, qsizetype most) {
        if (meta.contains(key) && (!meta.value(key).isString() || meta.value(key).toString().size() > most))
            invalid(QString(u"meta."_s + key));
    };
    text("note"_L1, 10000);
    text("document_type"_L1, 200);
    text("digest_function"_L1, 100);
    text("format"_L1, 200);
    text("annex_of"_L1, 64);
    for (QLatin1StringView key : {"expires"_L1, "created_on"_L1, "incorporated_on"_L1}) {
        if (meta.contains(key) && !isDate(meta.value(key)))
            invalid(QString(u"meta."_s + key));
    }
    if (meta.contains("labels"_L1))
        checkLabels(meta.value("labels"_L1));
    if (meta.contains("favourite"_L1) && !meta.value("favourite"_L1).isBool())
        invalid(u"meta.favourite"_s);
    const QJsonValue pages = meta.value("pages"_L1);
    if (!pages.isUndefined() && (!pages.isObject() || pages.toObject().value("first"_L1).toInt(1) < 1 ||
                                 pages.toObject().value("last"_L1).toInt(1) < 1))
        invalid(u"meta.pages"_s);
    const QJsonObject origin = meta.value("origin"_L1).toObject();
    const QString medium = origin.value("medium"_L1).toString(u"electronic"_s);
    if (medium != u"electronic" && medium != u"digitised")
        invalid(u"meta.origin"_s);
}

} // namespace

void checkName(const QString &name, const Limits &limits)
{
    if (const QString fault = nameFault(name, limits.nameBytes); !fault.isEmpty())
        throw Problem("name_invalid").with("reason", fault);
}

void place(Connection &c, const QString &folder, Item &item, const QString &parent, const QString &name, bool rename,
           const Limits &limits)
{
    if (parent == item.id)
        throw Problem("cycle");
    const qint64 depth = depthUnder(c, folder, item, parent, limits);
    if (item.isFolder() && depth + 1 + (item.parent.isNull() ? 0 : heightOf(c, folder, item.id)) > limits.depth)
        throw Problem("depth_exceeded");
    QString wanted = name;
    for (int number = 2;; ++number) {
        const QString other = namesake(c, folder, item, parent, wanted);
        if (other.isEmpty())
            break;
        if (!rename || number > 100000)
            throw Problem("name_taken").with("existing", other);
        wanted = numberedName(name, number, limits.nameBytes);
    }
    item.parent = parent;
    item.name = wanted;
}

void mergeMeta(Item &item, const QJsonObject &patch, const Limits &limits)
{
    const QJsonObject before = QJsonDocument::fromJson(item.meta.toUtf8()).object();
    const QJsonObject after = merged(before, patch);
    // Who issued a document is not for its holder to say.
    const QJsonValue kindBefore = before.value("origin"_L1).toObject().value("kind"_L1);
    const QJsonValue kindAfter = after.value("origin"_L1).toObject().value("kind"_L1);
    if (kindBefore != kindAfter && (item.official || (!kindAfter.isUndefined() && kindAfter.toString() != u"uploaded")))
        throw Problem("field_read_only").with("detail", u"meta.origin.kind"_s);
    checkMeta(after);
    const QByteArray text = compact(after);
    if (text.size() > limits.metaBytes)
        throw Problem("meta_too_large");
    item.meta = QString::fromUtf8(text);
}

QString checkedOriginalName(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (!value.isString() || value.toString().size() > 1024)
        invalid(u"original_name"_s);
    return value.toString();
}

QString checkedSealed(const QJsonValue &value)
{
    const QJsonObject o = value.toObject();
    if (o.value("enc"_L1).toString() != u"aes128gcm" || !o.value("plain_size"_L1).isDouble() ||
        o.value("meta"_L1).toString().isEmpty() || o.value("meta"_L1).toString().size() > 65536)
        invalid(u"sealed"_s);
    return QString::fromUtf8(compact(o));
}

} // namespace carriel::op
