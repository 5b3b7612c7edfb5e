// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ItemMeta.h"

#include <QJsonArray>

namespace carriel {

namespace {
const QString kLabels = QStringLiteral("labels");
const QString kOrigin = QStringLiteral("origin");
const QString kPages = QStringLiteral("pages");

QDate dateOf(const QJsonObject &fields, QLatin1String key)
{
    return QDate::fromString(fields.value(key).toString(), Qt::ISODate);
}

QJsonValue dateValue(QDate date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue textValue(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}
} // namespace

QStringList ItemMeta::labels() const
{
    QStringList out;
    for (const QJsonValue value : m_fields.value(kLabels).toArray())
        out.append(value.toString());
    out.removeDuplicates();
    out.sort();
    return out;
}

bool ItemMeta::favourite() const { return m_fields.value(QLatin1String("favourite")).toBool(); }
QString ItemMeta::note() const { return m_fields.value(QLatin1String("note")).toString(); }
QString ItemMeta::documentType() const { return m_fields.value(QLatin1String("document_type")).toString(); }
QDate ItemMeta::expires() const { return dateOf(m_fields, QLatin1String("expires")); }
QDate ItemMeta::createdOn() const { return dateOf(m_fields, QLatin1String("created_on")); }
QDate ItemMeta::incorporatedOn() const { return dateOf(m_fields, QLatin1String("incorporated_on")); }
QString ItemMeta::annexOf() const { return m_fields.value(QLatin1String("annex_of")).toString(); }

OriginKind ItemMeta::origin() const
{
    const QString kind = m_fields.value(kOrigin).toObject().value(QLatin1String("kind")).toString();
    return kind == QLatin1String("issued") ? OriginKind::Issued : OriginKind::Uploaded;
}

OriginMedium ItemMeta::medium() const
{
    const QString medium = m_fields.value(kOrigin).toObject().value(QLatin1String("medium")).toString();
    return medium == QLatin1String("digitised") ? OriginMedium::Digitised : OriginMedium::Electronic;
}

std::optional<PageRange> ItemMeta::pages() const
{
    const QJsonObject pages = m_fields.value(kPages).toObject();
    if (pages.isEmpty())
        return std::nullopt;
    return PageRange{pages.value(QLatin1String("first")).toInt(), pages.value(QLatin1String("last")).toInt()};
}

void ItemMeta::setLabels(const QStringList &labels)
{
    QStringList sorted = labels;
    sorted.removeDuplicates();
    sorted.removeAll(QString());
    sorted.sort();
    set(kLabels, sorted.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray::fromStringList(sorted)));
}

void ItemMeta::setFavourite(bool on) { set(QStringLiteral("favourite"), on ? QJsonValue(true) : QJsonValue()); }
void ItemMeta::setNote(const QString &note) { set(QStringLiteral("note"), textValue(note)); }
void ItemMeta::setDocumentType(const QString &type) { set(QStringLiteral("document_type"), textValue(type)); }
void ItemMeta::setExpires(QDate date) { set(QStringLiteral("expires"), dateValue(date)); }
void ItemMeta::setCreatedOn(QDate date) { set(QStringLiteral("created_on"), dateValue(date)); }
void ItemMeta::setIncorporatedOn(QDate date) { set(QStringLiteral("incorporated_on"), dateValue(date)); }
void ItemMeta::setAnnexOf(const QString &id) { set(QStringLiteral("annex_of"), textValue(id)); }

void ItemMeta::setOrigin(OriginKind kind, OriginMedium medium)
{
    QJsonObject origin = m_fields.value(kOrigin).toObject();
    origin.insert(QStringLiteral("kind"), kind == OriginKind::Issued ? QStringLiteral("issued") : QStringLiteral("uploaded"));
    origin.insert(QStringLiteral("medium"),
                  medium == OriginMedium::Digitised ? QStringLiteral("digitised") : QStringLiteral("electronic"));
    set(kOrigin, origin);
}

void ItemMeta::setPages(PageRange pages)
{
    set(kPages, QJsonObject{{QStringLiteral("first"), pages.first}, {QStringLiteral("last"), pages.last}});
}

QJsonObject ItemMeta::patchFrom(const ItemMeta &from) const
{
    QJsonObject patch;
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
        if (from.m_fields.value(it.key()) != it.value())
            patch.insert(it.key(), it.value());
    }
    for (auto it = from.m_fields.begin(); it != from.m_fields.end(); ++it) {
        if (!m_fields.contains(it.key()))
            patch.insert(it.key(), QJsonValue());
    }
    return patch;
}

ItemMeta ItemMeta::patched(const QJsonObject &patch) const
{
    ItemMeta out = *this;
    for (auto it = patch.begin(); it != patch.end(); ++it)
        out.set(it.key(), it.value());
    return out;
}

void ItemMeta::set(const QString &key, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        m_fields.remove(key);
    else
        m_fields.insert(key, value);
}

} // namespace carriel
