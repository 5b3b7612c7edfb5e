// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/extract/PlainText.h"

#include <QStringDecoder>

namespace carriel {
namespace {

QString bareType(const QString &mediaType) { return mediaType.section(u';', 0, 0).trimmed().toLower(); }

// Old Spanish documents come in Windows-1252; where it differs from Latin-1 are quotes and dashes.
QString fromWindows1252(const QByteArray &bytes)
{
    static constexpr char16_t upper[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                           0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                           0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(upper[c.unicode() - 0x80]);
    }
    return text;
}

// A reader for search, not a browser: what stands between < and > is left out, and so are scripts and styles.
QString withoutTags(const QString &html)
{
    QString text;
    text.reserve(html.size());
    qsizetype at = 0;
    while (at < html.size()) {
        const qsizetype open = html.indexOf(u'<', at);
        if (open < 0)
            break;
        text.append(QStringView(html).mid(at, open - at)).append(u' ');
        const QStringView rest = QStringView(html).mid(open);
        qsizetype close = -1;
        for (const QStringView skipped : {QStringView(u"script"), QStringView(u"style")}) {
            if (rest.mid(1).startsWith(skipped, Qt::CaseInsensitive)) {
                const qsizetype end = rest.indexOf(QString(u"</" + skipped), 0, Qt::CaseInsensitive);
                close = end < 0 ? rest.size() : rest.indexOf(u'>', end);
            }
        }
        if (close < 0)
            close = rest.indexOf(u'>');
        at = close < 0 ? html.size() : open + close + 1;
    }
    if (at < html.size())
        text.append(QStringView(html).mid(at));
    return text;
}

} // namespace

bool isPlainText(const QString &mediaType)
{
    const QString type = bareType(mediaType);
    return type.startsWith(QLatin1String("text/")) || type == QLatin1String("application/json")
        || type == QLatin1String("application/xml") || type.endsWith(QLatin1String("+xml"))
        || type.endsWith(QLatin1String("+json"));
}

QString decodedText(const QByteArray &bytes, const QString &mediaType, qsizetype maxBytes)
{
    const bool cut = bytes.size() > maxBytes;
    const QByteArray part = cut ? bytes.left(maxBytes) : bytes;
    QString text;
    if (const auto encoding = QStringConverter::encodingForData(part); encoding) {
        QStringDecoder decoder(*encoding);
        text = decoder(part);
    } else {
        QStringDecoder utf8(QStringConverter::Utf8); // stateful: half a character at the cut is no error
        text = utf8(part);
        if (utf8.hasError())
            text = fromWindows1252(part);
    }
    text.remove(QChar(0));
    return bareType(mediaType) == QLatin1String("text/html") ? withoutTags(text) : text;
}

} // namespace carriel
