// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/CarriedItems.h"

#include <QUrl>

namespace carriel::ui {

namespace {
const QString uriList = QStringLiteral("text/uri-list");
}

CarriedItems::CarriedItems(const QList<ItemId> &ids, std::function<QList<QUrl>()> files) : m_files(std::move(files))
{
    QByteArray list;
    for (const ItemId &id : ids)
        list += id.text().toUtf8() + '\n';
    setData(QString::fromLatin1(itemsMime), list);
}

bool CarriedItems::hasFormat(const QString &mime) const { return mime == uriList ? m_files != nullptr : QMimeData::hasFormat(mime); }

QStringList CarriedItems::formats() const
{
    QStringList list = QMimeData::formats();
    if (m_files)
        list << uriList;
    return list;
}

QVariant CarriedItems::retrieveData(const QString &mime, QMetaType type) const
{
    if (mime != uriList || !m_files)
        return QMimeData::retrieveData(mime, type);
    if (!m_urls)
        m_urls = m_files();
    if (type.id() == QMetaType::QByteArray) {
        QByteArray lines;
        for (const QUrl &url : *m_urls)
            lines += url.toEncoded() + "\r\n";
        return lines;
    }
    QVariantList list;
    for (const QUrl &url : *m_urls)
        list << url;
    return list;
}

QList<ItemId> CarriedItems::idsOf(const QMimeData *data)
{
    QList<ItemId> ids;
    if (!data || !data->hasFormat(QString::fromLatin1(itemsMime)))
        return ids;
    const QList<QByteArray> lines = data->data(QString::fromLatin1(itemsMime)).split('\n');
    for (const QByteArray &line : lines) {
        if (const QString id = QString::fromUtf8(line); isWireId(id))
            ids << ItemId(id);
    }
    return ids;
}

} // namespace carriel::ui
