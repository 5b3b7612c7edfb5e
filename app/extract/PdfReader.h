// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The only place outside the viewer that touches QtPdf. Runs in the confined child alone.
#pragma once

#include <QByteArray>
#include <functional>

namespace carriel::extract {

enum class ReadOutcome { Done, Unreadable, NeedsPassword };

// UTF-8, pages separated by a form feed, cut at `maxBytes` at a character border and after about ten seconds. `write` gets
// it page by page.
ReadOutcome readText(const QByteArray &pdf, qsizetype maxBytes, const std::function<void(QByteArray)> &write);

// A PNG of one page (0 is the first), `width` pixels wide.
ReadOutcome renderPage(const QByteArray &pdf, int page, int width, QByteArray &png);

} // namespace carriel::extract
