// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The words of documents that are text already: no child process is needed to read those.
#pragma once

#include <QByteArray>
#include <QString>

namespace carriel {

bool isPlainText(const QString &mediaType); // text/*, JSON, XML; parameters after ";" are ignored

// By byte order mark, else UTF-8, else Windows-1252, which reads every byte. At most `maxBytes` of input are looked at.
QString decodedText(const QByteArray &bytes, const QString &mediaType, qsizetype maxBytes);

} // namespace carriel
