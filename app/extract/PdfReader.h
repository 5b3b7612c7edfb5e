// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The only place outside the viewer that touches QtPdf. Runs in the confined child alone.
#pragma once

#include <QByteArray>
#include <functional>

class QBuffer;
class QPdfDocument;

namespace carriel::extract {

enum class ReadOutcome { Done, Unreadable, NeedsPassword };

// The buffer, which holds the whole file, must outlive the document.
ReadOutcome load(QPdfDocument &document, QBuffer &buffer);

// UTF-8, pages separated by a form feed, cut at `maxBytes` at a character border and after about ten seconds. `write` gets
// it page by page.
ReadOutcome readText(const QByteArray &pdf, qsizetype maxBytes, const std::function<void(QByteArray)> &write);

} // namespace carriel::extract
