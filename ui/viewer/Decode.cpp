// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/Decode.h"

#include <QBuffer>
#include <QImageReader>
#include <QStringDecoder>

namespace carriel::ui {

namespace {
constexpr qint64 mostPixels = 100'000'000;
}

QImage decodeImage(const QByteArray &bytes, QSize most)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    static const QList<QByteArray> allowed{"png", "jpeg", "jpg", "gif", "bmp", "webp", "tiff", "tif", "pbm", "pgm", "ppm", "ico"};
    if (!allowed.contains(reader.format()))
        return {};
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > mostPixels)
        return {};
    if (!most.isEmpty() && (size.width() > most.width() || size.height() > most.height()))
        reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    return reader.read();
}

DecodedText decodeText(const QByteArray &bytes, qsizetype most)
{
    DecodedText result;
    result.cut = bytes.size() > most;
    QByteArray part = bytes.left(most);
    const auto marked = QStringConverter::encodingForData(part);
    if (result.cut && (!marked || *marked == QStringConverter::Utf8)) {
        // Not through the middle of a character.
        while (!part.isEmpty() && (uchar(part.back()) & 0xC0) == 0x80)
            part.chop(1);
        if (!part.isEmpty() && (uchar(part.back()) & 0x80))
            part.chop(1);
    }
    const auto encoding = marked.value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding);
    result.text = decoder.decode(part);
    result.encoding = QString::fromLatin1(QStringConverter::nameForEncoding(encoding));
    if (decoder.hasError()) {
        result.text = QString::fromLatin1(part);
        result.encoding = QStringLiteral("ISO-8859-1");
    }
    result.text.remove(QChar::Null);
    return result;
}

bool showsAsText(const QString &mediaType)
{
    return mediaType.startsWith(QLatin1String("text/")) || mediaType == QLatin1String("application/json") ||
           mediaType == QLatin1String("application/xml");
}

bool showsAsImage(const QString &mediaType)
{
    return mediaType.startsWith(QLatin1String("image/")) && !mediaType.contains(QLatin1String("svg"));
}

} // namespace carriel::ui
