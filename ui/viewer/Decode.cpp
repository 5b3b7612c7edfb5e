// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/Decode.h"

#include <QStringDecoder>

namespace carriel::ui {

namespace {

constexpr qsizetype longestLine = 2'000; // characters; laying out one of millions takes minutes

QString inLines(const QString &text)
{
    QString out;
    qsizetype from = 0; // of what is not yet in `out`
    for (qsizetype at = 0, line = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c == u'\n' || c == QChar::ParagraphSeparator || c == QChar::LineSeparator)
            line = at + 1;
        if (at - line < longestLine || c.isLowSurrogate())
            continue;
        out += QStringView(text).mid(from, at - from);
        out += u'\n';
        from = line = at;
    }
    return from == 0 ? text : QString(out + QStringView(text).mid(from));
}

} // namespace

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
    result.text = inLines(result.text);
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
