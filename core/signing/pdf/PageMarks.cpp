// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/PageMarks.h"

#include "core/signing/pdf/Painter.h"

#include <algorithm>
#include <cmath>

namespace carriel::signing {

namespace {

std::optional<QRectF> boxOf(const PdfFile &file, const PdfValue &value)
{
    const PdfArray corners = file.resolved(value).valueOr({}).items();
    if (corners.size() < 4) // of more, readers take the first
        return std::nullopt;
    double n[4];
    for (std::size_t i = 0; i < 4; ++i) {
        n[i] = file.resolved(corners[i]).valueOr({}).toNumber();
        if (!std::isfinite(n[i]))
            return std::nullopt;
    }
    return QRectF(std::min(n[0], n[2]), std::min(n[1], n[3]), std::abs(n[2] - n[0]), std::abs(n[3] - n[1]));
}

// Of the page, or of what it hangs from (§7.7.3.4).
PdfValue inherited(const PdfFile &file, const PdfValue &page, const char *key)
{
    PdfValue node = page;
    for (int depth = 0; depth < 32 && node.isDict(); ++depth) {
        if (const PdfValue found = file.resolved(node[key]).valueOr({}); !found.isNull())
            return found;
        node = file.resolved(node["Parent"]).valueOr({});
    }
    return {};
}

// The look that is shown now: of several, that of the state.
PdfValue lookOf(const PdfFile &file, const PdfDict &annotation)
{
    const PdfValue look = file.resolved(annotation["AP"]).valueOr({})["N"];
    const auto isStream = [&](const PdfValue &ref) {
        const auto object = ref.isRef() ? file.object(ref.target()) : Result<PdfObject>(PdfObject());
        return !object.ok() || object.value().isStream; // what cannot be read is left to who reads it
    };
    if (look.isNull() || isStream(look))
        return look;
    const PdfValue states = file.resolved(look).valueOr({});
    return states[file.resolved(annotation["AS"]).valueOr({}).bytes()];
}

} // namespace

QRectF rectOf(const PdfFile &file, const PdfDict &annotation)
{
    return boxOf(file, annotation["Rect"]).value_or(QRectF());
}

PageMarks marksOfPage(const PdfFile &file, PdfRef page, PictureReader *pictures)
{
    PageMarks out;
    Painter painter(file, out, pictures);
    const PdfValue dict = file.resolved(PdfValue::ref(page)).valueOr({});
    const auto media = boxOf(file, inherited(file, dict, "MediaBox"));
    const auto crop = boxOf(file, inherited(file, dict, "CropBox"));
    QRectF shown = media.value_or(QRectF(-1e6, -1e6, 2e6, 2e6));
    if (crop && crop->intersects(shown))
        shown &= *crop;
    QByteArray all;
    const PdfValue contents = file.resolved(dict["Contents"]).valueOr({});
    const PdfArray parts = contents.isArray() ? contents.items() : PdfArray{dict["Contents"]};
    for (const PdfValue &part : parts) {
        if (part.isNull())
            continue;
        const auto bytes = painter.streamOf(part);
        if (bytes)
            all.append(*bytes).append('\n');
    }
    painter.paint(all, inherited(file, dict, "Resources"), shown);
    return out;
}

PageMarks marksOfNote(const PdfFile &file, const PdfDict &annotation)
{
    constexpr qint64 hidden = 2, print = 4, notViewed = 32;
    PageMarks out;
    const QRectF rect = rectOf(file, annotation);
    const PdfValue look = lookOf(file, annotation);
    const qint64 flags = file.resolved(annotation["F"]).valueOr({}).toInt();
    if (look.isNull() || rect.isEmpty() || (flags & hidden) || ((flags & notViewed) && !(flags & print)))
        return out;
    Painter painter(file, out);
    const PdfValue form = file.resolved(look).valueOr({});
    const PaintMatrix matrix = Painter::matrixOf(file, form["Matrix"]);
    const auto box = boxOf(file, form["BBox"]);
    const QRectF turned = box ? matrix.bounds(*box) : QRectF();
    if (!box || turned.isEmpty()) // readers differ about what they show of it
        return out.complete = false, out;
    const double x = rect.width() / turned.width(), y = rect.height() / turned.height();
    painter.paintForm(look, {x, 0, 0, y, rect.x() - turned.x() * x, rect.y() - turned.y() * y}, rect);
    return out;
}

} // namespace carriel::signing
