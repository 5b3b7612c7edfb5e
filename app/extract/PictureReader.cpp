// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extract/PictureReader.h"

#include <QBuffer>
#include <QImageReader>
#include <QList>

namespace carriel::extract {
namespace {

constexpr qint64 mostPixels = 100'000'000;
constexpr int mostMegabytes = 512; // of one decoded picture: 100 megapixels and a little

const QList<QByteArray> &formats()
{
    static const QList<QByteArray> allowed{"png", "jpeg", "jpg", "gif", "bmp", "webp", "tiff", "tif", "pbm", "pgm", "ppm", "ico"};
    return allowed;
}

} // namespace

void warmUpPictures()
{
    QImageReader::setAllocationLimit(mostMegabytes);
    for (const QByteArray &format : formats()) {
        QByteArray none;
        QBuffer empty(&none);
        empty.open(QIODevice::ReadOnly);
        QImageReader(&empty, format).canRead();
    }
}

PictureReader::PictureReader(const QByteArray &bytes) : m_bytes(bytes)
{
    QBuffer buffer;
    buffer.setData(m_bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    if (!formats().contains(reader.format()))
        return;
    const QSize size = reader.size();
    if (size.isEmpty() || qint64(size.width()) * size.height() > mostPixels)
        return;
    m_size = reader.transformation() & QImageIOHandler::TransformationRotate90 ? size.transposed() : size;
}

QImage PictureReader::scaled(const QSize &to)
{
    if (m_whole.isNull()) {
        QBuffer buffer;
        buffer.setData(m_bytes);
        buffer.open(QIODevice::ReadOnly);
        QImageReader reader(&buffer);
        reader.setDecideFormatFromContent(true);
        reader.setAutoTransform(true);
        m_whole = reader.read();
    }
    return m_whole.size() == to ? m_whole : m_whole.scaled(to, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace carriel::extract
