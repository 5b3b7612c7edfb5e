// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/PageSpace.h"

#include <cmath>

namespace carriel::signing {

namespace {

constexpr double largest = 1'000'000; // points; beyond, nobody shows it

std::optional<QRectF> rectIn(const PdfFile &file, const PdfValue &value)
{
    const PdfArray corners = file.resolved(value).valueOr({}).items();
    if (corners.size() != 4)
        return std::nullopt;
    double n[4];
    for (std::size_t i = 0; i < 4; ++i) {
        n[i] = file.resolved(corners[i]).valueOr({}).toNumber();
        if (!std::isfinite(n[i]) || std::abs(n[i]) > largest)
            return std::nullopt;
    }
    const QRectF rect(std::min(n[0], n[2]), std::min(n[1], n[3]), std::abs(n[2] - n[0]), std::abs(n[3] - n[1]));
    return rect.isEmpty() ? std::nullopt : std::optional(rect);
}

// Of the page, or of what it hangs from (§7.7.3.4).
PdfValue inherited(const PdfFile &file, PdfRef page, const char *key)
{
    PdfValue node = file.resolved(PdfValue::ref(page)).valueOr({});
    for (int depth = 0; depth < 32 && node.isDict(); ++depth) {
        if (const PdfValue found = file.resolved(node[key]).valueOr({}); !found.isNull())
            return found;
        node = file.resolved(node["Parent"]).valueOr({});
    }
    return {};
}

} // namespace

QSizeF PageSpace::shown() const
{
    return rotation % 180 ? box.size().transposed() : box.size();
}

QRectF PageSpace::onPage(const QRectF &place) const
{
    const double x = place.x(), y = place.y(), w = place.width(), h = place.height();
    switch (rotation) {
    case 90:
        return {box.right() - y - h, box.top() + x, h, w};
    case 180:
        return {box.right() - x - w, box.bottom() - y - h, w, h};
    case 270:
        return {box.left() + y, box.bottom() - x - w, h, w};
    default:
        return {box.left() + x, box.top() + y, w, h};
    }
}

std::optional<PageSpace> pageSpace(const PdfFile &file, PdfRef page)
{
    const auto media = rectIn(file, inherited(file, page, "MediaBox"));
    if (!media)
        return std::nullopt;
    PageSpace out;
    out.box = *media;
    if (const auto crop = rectIn(file, inherited(file, page, "CropBox")); crop && crop->intersects(*media))
        out.box = crop->intersected(*media);
    const int turned = int(inherited(file, page, "Rotate").toInt() % 360);
    out.rotation = turned % 90 ? 0 : (turned + 360) % 360;
    return out;
}

} // namespace carriel::signing
