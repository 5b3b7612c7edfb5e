// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/PageDifference.h"

#include <algorithm>

namespace carriel::ui {

namespace {

constexpr int cell = 12;      // pixels
constexpr int visible = 32;   // of 255: what an eye sees on paper
constexpr int mostAreas = 40; // more are shown as one

bool cellDiffers(const QImage &a, const QImage &b, int left, int top)
{
    const int right = std::min(left + cell, a.width());
    const int bottom = std::min(top + cell, a.height());
    for (int y = top; y < bottom; ++y) {
        const uchar *one = a.constScanLine(y);
        const uchar *other = b.constScanLine(y);
        for (int x = left; x < right; ++x) {
            if (std::abs(int(one[x]) - int(other[x])) > visible)
                return true;
        }
    }
    return false;
}

} // namespace

QList<QRectF> differingAreas(const QImage &before, const QImage &after)
{
    if (before.isNull() || after.isNull() || before.size() != after.size())
        return {QRectF(0, 0, 1, 1)};
    // Colours that differ while their greys do not are compared too.
    QList<QRect> areas;
    const auto compare = [&areas](const QImage &a, const QImage &b) {
        for (int y = 0; y < a.height(); y += cell) {
            for (int x = 0; x < a.width(); x += cell) {
                if (cellDiffers(a, b, x, y))
                    areas += QRect(x, y, cell, cell).intersected(a.rect());
            }
        }
    };
    const QImage a = before.convertToFormat(QImage::Format_RGB888);
    const QImage b = after.convertToFormat(QImage::Format_RGB888);
    QImage channelA(a.size(), QImage::Format_Grayscale8), channelB(a.size(), QImage::Format_Grayscale8);
    for (int channel = 0; channel < 3; ++channel) {
        for (int y = 0; y < a.height(); ++y) {
            const uchar *fromA = a.constScanLine(y) + channel;
            const uchar *fromB = b.constScanLine(y) + channel;
            uchar *toA = channelA.scanLine(y);
            uchar *toB = channelB.scanLine(y);
            for (int x = 0; x < a.width(); ++x) {
                toA[x] = fromA[3 * x];
                toB[x] = fromB[3 * x];
            }
        }
        compare(channelA, channelB);
    }
    // A word is one mark, not one for each letter.
    QList<QRect> merged;
    for (const QRect &one : std::as_const(areas)) {
        QRect grown = one;
        for (bool again = true; again;) {
            again = false;
            for (qsizetype i = 0; i < merged.size(); ++i) {
                if (merged.at(i).adjusted(-cell, -cell, cell, cell).intersects(grown)) {
                    grown = grown.united(merged.takeAt(i));
                    again = true;
                    break;
                }
            }
        }
        merged += grown;
    }
    if (merged.size() > mostAreas) {
        QRect all;
        for (const QRect &one : std::as_const(merged))
            all = all.united(one);
        merged = {all};
    }
    QList<QRectF> out;
    for (const QRect &one : std::as_const(merged))
        out += QRectF(qreal(one.x()) / a.width(), qreal(one.y()) / a.height(), qreal(one.width()) / a.width(),
                      qreal(one.height()) / a.height());
    return out;
}

} // namespace carriel::ui
