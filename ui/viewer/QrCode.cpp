// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/QrCode.h"

#ifdef CARRIEL_HAVE_QR
#include <qrcodegen/qrcodegen.hpp>
#endif

namespace carriel::ui {

#ifdef CARRIEL_HAVE_QR
QImage qrCode(const QString &text)
{
    constexpr int quiet = 4; // modules, ISO/IEC 18004 section 6.3.8
    try {
        const auto code = qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        const int side = code.getSize() + 2 * quiet;
        QImage image(side, side, QImage::Format_RGB32);
        image.fill(Qt::white);
        for (int y = 0; y < code.getSize(); ++y) {
            for (int x = 0; x < code.getSize(); ++x) {
                if (code.getModule(x, y))
                    image.setPixelColor(x + quiet, y + quiet, Qt::black);
            }
        }
        return image;
    } catch (const std::exception &) {
        return {}; // longer than a code can hold
    }
}
#else
QImage qrCode(const QString &) { return {}; }
#endif

} // namespace carriel::ui
