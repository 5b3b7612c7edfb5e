// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, and how they mix with what lies below (ISO 32000-1 §8.4.5, §8.6, §11.3).
#include "core/signing/pdf/Painter.h"

#include <algorithm>
#include <cmath>

namespace carriel::signing {

namespace {

double numberAt(const std::vector<Operand> &with, std::size_t i)
{
    return i < with.size() && with[i].kind == Operand::Kind::Number ? with[i].number : 0;
}

quint32 rgb(double r, double g, double b)
{
    const auto part = [](double v) { return quint32(std::lround(std::clamp(v, 0.0, 1.0) * 255)); };
    return part(r) << 16 | part(g) << 8 | part(b);
}

} // namespace

std::optional<quint32> colourOf(const std::vector<Operand> &with)
{
    const auto n = [&](std::size_t i) { return numberAt(with, i); };
    switch (with.size()) {
    case 1:
        return rgb(n(0), n(0), n(0));
    case 3:
        return rgb(n(0), n(1), n(2));
    case 4:
        return rgb(1 - n(0) - n(3), 1 - n(1) - n(3), 1 - n(2) - n(3));
    default:
        return std::nullopt;
    }
}

void Painter::settings(const PdfValue &dict)
{
    for (const auto &[key, given] : dict.entries().entries()) {
        const PdfValue value = now(given);
        if (key == "ca")
            m_state.fill.alpha = value.toNumber();
        else if (key == "CA")
            m_state.stroke.alpha = value.toNumber();
        else if (key == "LW")
            m_state.width = value.toNumber();
        else if (key == "Font" && value.items().size() == 2)
            setFont(value.items()[0], now(value.items()[1]).toNumber());
    }
    const PdfValue blend = now(dict["BM"]), mask = now(dict["SMask"]);
    const bool masked = !mask.isNull() && !mask.isName("None");
    const PdfValue first = blend.isArray() && !blend.items().empty() ? now(blend.items()[0]) : blend;
    if (!blend.isNull() || !mask.isNull()) {
        m_state.mixed = (!first.isNull() && !first.isName("Normal") && !first.isName("Compatible")) || masked;
        m_state.multiplies = blend.isName("Multiply") && !masked; // of several each reader takes which it knows
    }
}

// A marker's light colour over dark letters takes nothing from them; a strong one takes the paper from around them.
float Painter::veilOf(const Ink &ink) const
{
    constexpr quint32 light = 0x80;
    const quint32 seen = ink.colour ? ((*ink.colour >> 16 & 0xff) * 299 + (*ink.colour >> 8 & 0xff) * 587 + (*ink.colour & 0xff) * 114) / 1000 : 0;
    if (m_state.multiplies && ink.colour && seen >= light)
        return 0;
    return float(std::clamp(ink.alpha, 0.0, 1.0));
}

bool Painter::colour(QByteArrayView name, const std::vector<Operand> &with, const PdfValue &resources)
{
    if (name.isEmpty() || name.size() > 3)
        return false;
    const bool stroke = name[0] >= 'A' && name[0] <= 'Z';
    Ink &ink = stroke ? m_state.stroke : m_state.fill;
    const QByteArray small = name.toByteArray().toLower();
    if (small == "g" || small == "rg" || small == "k") {
        ink.colour = colourOf(with);
        ink.plain = true;
    } else if (small == "cs" && !with.empty()) {
        PdfValue space = PdfValue::name(with[0].bytes);
        if (const PdfValue given = now(named(resources, "ColorSpace", with[0].bytes)); !given.isNull())
            space = given.isArray() && !given.items().empty() ? now(given.items()[0]) : given;
        static const QByteArrayList known{"DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "ICCBased"};
        ink.plain = known.contains(space.bytes());
        ink.colour = ink.plain ? std::optional<quint32>(0) : std::nullopt;
    } else if (small == "sc" || small == "scn") {
        ink.colour = ink.plain ? colourOf(with) : std::nullopt;
    } else {
        return false;
    }
    return true;
}

} // namespace carriel::signing
