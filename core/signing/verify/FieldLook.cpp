// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/FieldLook.h"

#include <algorithm>

namespace carriel::signing {

PdfValue inherited(const PdfFile &file, const PdfDict &field, const char *key)
{
    PdfValue node = PdfValue::dict(field);
    for (int depth = 0; depth < 32 && node.isDict(); ++depth) {
        if (const PdfValue found = file.resolved(node[key]).valueOr({}); !found.isNull())
            return found;
        node = file.resolved(node["Parent"]).valueOr({});
    }
    return {};
}

bool sameMark(const Mark &a, const Mark &b)
{
    constexpr double near = 0.5;
    if (a.kind == Mark::Kind::Letter &&
        (a.says != b.says || a.shows != b.shows || a.font != b.font || (a.font == 0 && a.shows == 0)))
        return false; // a font that is part of the look may have become another
    return a.kind == b.kind && a.colour == b.colour && qAbs(a.at.x() - b.at.x()) < near && qAbs(a.at.y() - b.at.y()) < near &&
           qAbs(a.at.width() - b.at.width()) < near && qAbs(a.at.height() - b.at.height()) < near;
}

bool isOfTheBox(const Mark &mark, const QRectF &box, bool below, bool comb)
{
    constexpr double edge = 4, most = 0.85, thin = 2.5;
    const QRectF &at = mark.at;
    if (mark.kind == Mark::Kind::Area && mark.plain && below && at.width() >= most * box.width() && at.height() >= most * box.height())
        return true;
    if (mark.kind == Mark::Kind::Picture || std::min(at.width(), at.height()) > edge)
        return false;
    const bool side = at.right() - box.left() <= edge || box.right() - at.left() <= edge ||
                      at.bottom() - box.top() <= edge || box.bottom() - at.top() <= edge;
    return side || (comb && at.width() <= thin && at.height() >= most * box.height());
}

} // namespace carriel::signing
