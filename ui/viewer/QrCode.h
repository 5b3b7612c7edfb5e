// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A QR code as an image of one pixel per module, with its quiet zone. Null where the library was not there at build time
// or the text is too long. Pure; any thread.
#pragma once

#include <QImage>
#include <QString>

namespace carriel::ui {

QImage qrCode(const QString &text);

} // namespace carriel::ui
