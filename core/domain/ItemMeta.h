// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about a document beside its bytes: labels, notes, dates, and the fields of the AGN (Archivo General de la
// Nación). A map merged key by key; keys this program does not know survive its edits untouched.
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <optional>

namespace carriel {

enum class OriginKind { Uploaded, Issued };
enum class OriginMedium { Electronic, Digitised };

struct PageRange {
    int first = 0;
    int last = 0;
    friend bool operator==(const PageRange &, const PageRange &) = default;
};

class ItemMeta
{
public:
    ItemMeta() = default;
    explicit ItemMeta(QJsonObject fields) : m_fields(std::move(fields)) {}

    QStringList labels() const;            // sorted, without repeats
    bool favourite() const;
    QString note() const;
    QString documentType() const;          // tipología documental
    QDate expires() const;
    QDate createdOn() const;
    QDate incorporatedOn() const;
    OriginKind origin() const;
    OriginMedium medium() const;
    std::optional<PageRange> pages() const;
    QString annexOf() const;               // id of the document this one belongs to

    void setLabels(const QStringList &labels);
    void setFavourite(bool on);
    void setNote(const QString &note);
    void setDocumentType(const QString &type);
    void setExpires(QDate date);
    void setCreatedOn(QDate date);
    void setIncorporatedOn(QDate date);
    void setOrigin(OriginKind kind, OriginMedium medium);
    void setPages(PageRange pages);
    void setAnnexOf(const QString &id);

    // The map as it travels (keys of docs/protocol/openapi.yaml, schema Meta). An unset field is absent.
    const QJsonObject &fields() const { return m_fields; }

    // RFC 7396: what to send so that `from` becomes this; a removed key is null.
    QJsonObject patchFrom(const ItemMeta &from) const;
    ItemMeta patched(const QJsonObject &patch) const;

    friend bool operator==(const ItemMeta &, const ItemMeta &) = default;

private:
    void set(const QString &key, const QJsonValue &value); // Null or Undefined removes
    QJsonObject m_fields;
};

} // namespace carriel
