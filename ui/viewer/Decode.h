// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Untrusted bytes into something to show, with limits. Pure; any thread.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace carriel::ui {

// Only raster formats whose decoders have limits; never SVG. At most 100 megapixels in the file; scaled down while it is
// read to fit into `most` (empty: as it is). Null if it cannot be shown.
QImage decodeImage(const QByteArray &bytes, QSize most = {});

struct DecodedText {
    QString text;
    QString encoding;   // "UTF-8", "UTF-16LE", "ISO-8859-1", …
    bool cut = false;   // there is more than was decoded
};
// UTF-8 (or UTF-16 by its mark) if it is valid, Latin-1 otherwise, which never fails.
DecodedText decodeText(const QByteArray &bytes, qsizetype most);

bool showsAsText(const QString &mediaType);
bool showsAsImage(const QString &mediaType);

} // namespace carriel::ui
