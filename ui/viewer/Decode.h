// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be shown of untrusted bytes without the confined child: text, with limits. Pure; any thread.
#pragma once

#include <QByteArray>
#include <QString>

namespace carriel::ui {

struct DecodedText {
    QString text;
    QString encoding;   // "UTF-8", "UTF-16LE", "ISO-8859-1", …
    bool cut = false;   // there is more than was decoded
};
// UTF-8 (or UTF-16 by its mark) if it is valid, Latin-1 otherwise, which never fails. Lines of more than 2,000 characters are
// broken, so that they can be shown.
DecodedText decodeText(const QByteArray &bytes, qsizetype most);

bool showsAsText(const QString &mediaType);
bool showsAsImage(const QString &mediaType);

} // namespace carriel::ui
