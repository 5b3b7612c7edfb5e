// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Text (ISO 32000-1 §9.3, §9.4).
#include "core/signing/pdf/Painter.h"

#include <algorithm>
#include <cmath>

namespace carriel::signing {

namespace {

constexpr std::size_t mostFonts = 5'000;

// Mirrored letters are read as others.
Mark::Way wayOf(const PaintMatrix &place)
{
    constexpr double slant = 0.2;
    const double mirrored = place.a * place.d - place.b * place.c;
    if (mirrored <= 0)
        return Mark::Way::Other;
    if (std::abs(place.b) <= slant * std::abs(place.a))
        return place.a > 0 ? Mark::Way::Right : Mark::Way::Left;
    if (std::abs(place.a) <= slant * std::abs(place.b))
        return place.b > 0 ? Mark::Way::Up : Mark::Way::Down;
    return Mark::Way::Other;
}

// Wider or narrower than any print.
bool isOdd(const PaintMatrix &place)
{
    constexpr double most = 2.5;
    const double width = std::hypot(place.a, place.b), height = std::hypot(place.c, place.d);
    return width > most * height || height > most * width;
}

double numberAt(const std::vector<Operand> &with, std::size_t i)
{
    return i < with.size() && with[i].kind == Operand::Kind::Number ? with[i].number : 0;
}

} // namespace

bool Painter::text(QByteArrayView name, const std::vector<Operand> &with, const PdfValue &resources)
{
    const auto n = [&](std::size_t i) { return numberAt(with, i); };
    if (name == "BT") {
        m_text = m_line = {};
    } else if (name == "Tf" && with.size() > 1) {
        setFont(named(resources, "Font", with[0].bytes), n(1));
    } else if (name == "Tc") {
        m_state.spacing = n(0);
    } else if (name == "Tw") {
        m_state.wordSpacing = n(0);
    } else if (name == "Tz") {
        m_state.stretch = n(0) / 100;
    } else if (name == "TL") {
        m_state.leading = n(0);
    } else if (name == "Ts") {
        m_state.rise = n(0);
    } else if (name == "Tr") {
        m_state.mode = int(n(0));
    } else if (name == "Tm") {
        m_text = m_line = {n(0), n(1), n(2), n(3), n(4), n(5)};
    } else if (name == "Td") {
        newLine(n(0), n(1));
    } else if (name == "TD") {
        m_state.leading = -n(1);
        newLine(n(0), n(1));
    } else if (name == "T*") {
        newLine(0, -m_state.leading);
    } else if (name == "Tj" && !with.empty()) {
        show(with[0].bytes);
        endRun();
    } else if (name == "'" && !with.empty()) {
        newLine(0, -m_state.leading);
        show(with[0].bytes);
        endRun();
    } else if (name == "\"" && with.size() > 2) {
        m_state.wordSpacing = n(0);
        m_state.spacing = n(1);
        newLine(0, -m_state.leading);
        show(with[2].bytes);
        endRun();
    } else if (name == "TJ" && !with.empty()) {
        for (const Operand &item : with[0].items) {
            if (item.kind == Operand::Kind::String) {
                show(item.bytes);
            } else if (item.kind == Operand::Kind::Number) {
                const bool down = m_state.font && m_state.font->vertical;
                const double by = -item.number / 1000 * m_state.size * (down ? 1 : m_state.stretch);
                m_text = PaintMatrix{1, 0, 0, 1, down ? 0 : by, down ? by : 0} * m_text;
            }
        }
        endRun();
    } else {
        return false;
    }
    return true;
}

void Painter::newLine(double x, double y)
{
    m_line = PaintMatrix{1, 0, 0, 1, x, y} * m_line;
    m_text = m_line;
}

void Painter::setFont(const PdfValue &font, double size)
{
    m_state.size = size;
    m_state.font = nullptr;
    const PdfRef ref = font.isRef() ? font.target() : PdfRef{};
    m_state.fontNumber = ref.number;
    if (const auto known = m_fonts.find(ref); ref.number && known != m_fonts.end()) {
        m_state.font = known->second;
        return;
    }
    auto facts = std::make_shared<const FontFacts>(fontFacts(m_file, font));
    if (ref.number && m_fonts.size() < mostFonts)
        m_fonts.emplace(ref, facts);
    m_state.font = std::move(facts);
}

void Painter::show(const QByteArray &codes)
{
    if (!m_state.font)
        setFont({}, m_state.size);
    const qsizetype step = m_state.font->twoBytes ? 2 : 1;
    for (qsizetype i = 0; i + step <= codes.size() && m_out.complete; i += step)
        letter(step == 1 ? uchar(codes[i]) : uchar(codes[i]) * 256 + uchar(codes[i + 1]));
}

void Painter::letter(int code)
{
    constexpr int invisible = 3, clipOnly = 7;
    constexpr double faint = 0.5, thickest = 0.12; // of its size: more blots it
    constexpr std::size_t mostLetters = 300'000;
    const FontFacts &font = *m_state.font;
    const double width = font.widthOf(code);
    const PaintMatrix place =
        PaintMatrix{m_state.size * m_state.stretch, 0, 0, m_state.size, 0, m_state.rise} * m_text * m_state.ctm;
    const double space = m_state.spacing + (!font.twoBytes && code == 32 ? m_state.wordSpacing : 0);
    const double right = font.vertical ? 0 : (width * m_state.size + space) * m_state.stretch;
    m_text = PaintMatrix{1, 0, 0, 1, right, font.vertical ? -m_state.size - space : 0} * m_text;
    if (font.isBlank(code))
        return;
    const bool lines = m_state.mode == 1 || m_state.mode == 5, both = m_state.mode == 2 || m_state.mode == 6;
    const Ink &ink = lines ? m_state.stroke : m_state.fill;
    Mark mark{.kind = Mark::Kind::Letter, .shows = font.shows(code), .colour = ink.colour};
    if (both && m_state.stroke.colour != ink.colour) // seen by its edge
        mark.colour = std::nullopt;
    mark.at = place.bounds(font.vertical ? QRectF(-width / 2, -1, width, 1)
                                         : QRectF(0, font.descent, width, font.ascent - font.descent));
    mark.size = float(std::hypot(place.c, place.d));
    mark.unseen = m_state.mode == invisible || m_state.mode == clipOnly || ink.alpha <= 0;
    mark.stroke = float(lines || both ? strokeWidth() : 0);
    const float around = mark.shows < 127 ? 0.08F : 0.2F; // slants, and accents; and what is wider than the file says
    const double beyond = (font.drawnWidthOf(code) - width) * std::hypot(place.a, place.b);
    mark.reach = mark.size * around + mark.stroke * 5 + float(std::max(0.0, beyond));
    mark.odd = isOdd(place) || ink.alpha < faint || m_state.mixed || m_state.shaped || lines || m_state.mode > 2 ||
               (both && (m_state.stroke.alpha < faint || double(mark.stroke) > thickest * double(mark.size)));
    m_state.shaped |= m_state.mode > invisible; // such letters clip what follows
    mark.opaque = font.drawn && ink.alpha >= 1 && !m_state.mixed;
    mark.outside = font.outside;
    mark.says = font.meaning(code);
    mark.font = m_state.fontNumber;
    mark.way = font.vertical ? Mark::Way::Other : wayOf(place);
    if (m_out.marks.size() >= mostLetters) {
        m_out.complete = false;
        return;
    }
    if (code != m_runCode)
        endRun();
    if (m_runCode < 0) {
        m_runBegin = m_out.marks.size();
        m_runCode = code;
    }
    add(mark);
}

void Painter::endRun()
{
    const std::size_t end = m_out.marks.size();
    for (std::size_t i = m_runBegin; m_runCode >= 0 && i < end; ++i)
        m_out.marks[i].run = int(end - m_runBegin);
    m_runCode = -1;
}

} // namespace carriel::signing
