// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/Painter.h"

#include "core/signing/pdf/PictureInk.h"

#include <algorithm>
#include <cmath>

namespace carriel::signing {

namespace {

constexpr std::size_t mostMarks = 300'000;
constexpr std::size_t mostPieces = 100'000; // of one path
constexpr std::size_t mostSaved = 512;
constexpr qint64 mostInstructions = 3'000'000;
constexpr qsizetype mostBytes = 64 * 1024 * 1024;
constexpr int deepest = 12;
constexpr double smallestFrame = 36; // points; what is smaller may be a letter

double numberAt(const std::vector<Operand> &with, std::size_t i)
{
    return i < with.size() && with[i].kind == Operand::Kind::Number ? with[i].number : 0;
}

QRectF around(QPointF a, QPointF b)
{
    return {std::min(a.x(), b.x()), std::min(a.y(), b.y()), std::abs(a.x() - b.x()), std::abs(a.y() - b.y())};
}

// Also of what is a line or a point, which Qt takes for nothing.
QRectF both(const QRectF &a, const QRectF &b)
{
    const double left = std::min(a.left(), b.left()), top = std::min(a.top(), b.top());
    return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

QRectF common(const QRectF &a, const QRectF &b);

// Where it would stand is kept.
void keepLetter(Mark &mark, const QRectF &seen, const QRectF &clip)
{
    constexpr double side = 0.2, above = 0.3; // of its box, which is larger than the letter
    const double x = side * mark.at.width(), y = above * mark.at.height();
    mark.cut = seen.isEmpty();
    mark.partly = !mark.cut && !clip.contains(mark.at.adjusted(x, y, -x, -y));
}

QRectF common(const QRectF &a, const QRectF &b)
{
    const double left = std::max(a.left(), b.left()), top = std::max(a.top(), b.top());
    const double width = std::min(a.right(), b.right()) - left, height = std::min(a.bottom(), b.bottom()) - top;
    return width > 0 && height > 0 ? QRectF(left, top, width, height) : QRectF();
}

} // namespace

QRectF PaintMatrix::bounds(const QRectF &r) const
{
    return both(around(at(r.left(), r.top()), at(r.right(), r.bottom())),
                around(at(r.right(), r.top()), at(r.left(), r.bottom())));
}

PaintMatrix operator*(const PaintMatrix &m, const PaintMatrix &n)
{
    return {m.a * n.a + m.b * n.c,       m.a * n.b + m.b * n.d,       m.c * n.a + m.d * n.c,
            m.c * n.b + m.d * n.d,       m.e * n.a + m.f * n.c + n.e, m.e * n.b + m.f * n.d + n.f};
}

PaintMatrix Painter::matrixOf(const PdfFile &file, const PdfValue &value)
{
    const PdfArray all = file.resolved(value).valueOr({}).items();
    if (all.size() != 6)
        return {};
    const auto n = [&](std::size_t i) { return file.resolved(all[i]).valueOr({}).toNumber(); };
    return {n(0), n(1), n(2), n(3), n(4), n(5)};
}

std::optional<QByteArray> Painter::streamOf(const PdfValue &ref)
{
    const auto object = ref.isRef() ? m_file.object(ref.target()) : Result<PdfObject>(PdfObject());
    if (object.ok() && object.value().isStream && m_bytes < mostBytes) {
        if (auto bytes = m_file.decoded(object.value()); bytes.ok()) {
            m_bytes += bytes.value().size();
            return std::move(bytes).value();
        }
    }
    m_out.complete = false;
    return std::nullopt;
}

void Painter::paint(QByteArrayView instructions, const PdfValue &resources, const QRectF &clip)
{
    m_state = {};
    m_state.clip = clip;
    run(instructions, resources);
}

void Painter::paintForm(const PdfValue &ref, const PaintMatrix &outer, const QRectF &clip)
{
    m_state = {};
    m_state.ctm = outer;
    m_state.clip = clip;
    const PdfValue dict = now(ref);
    noteDependence(dict);
    if (const auto bytes = streamOf(ref)) {
        m_state.ctm = matrixOf(m_file, dict["Matrix"]) * outer;
        run(*bytes, now(dict["Resources"]));
    }
}

void Painter::run(QByteArrayView instructions, const PdfValue &resources)
{
    if (m_depth >= deepest) {
        m_out.complete = false;
        return;
    }
    ++m_depth;
    const std::size_t below = m_saved.size();
    ContentLexer lexer(instructions);
    QByteArrayView name;
    std::vector<Operand> with;
    while (lexer.next(name, with)) {
        if (++m_instructions > mostInstructions || m_out.marks.size() >= mostMarks) {
            m_out.complete = false;
            break;
        }
        if (name == "Q" && m_saved.size() <= below) // it is not ours
            continue;
        if (!text(name, with, resources) && !path(name, with) && !colour(name, with, resources))
            (void)graphics(name, with, resources);
    }
    endRun();
    m_out.complete &= !lexer.doubtful();
    if (m_saved.size() > below) {
        m_state = m_saved[below];
        m_saved.resize(below);
    }
    --m_depth;
}

PdfValue Painter::named(const PdfValue &resources, const char *kind, const QByteArray &name) const
{
    return now(resources[kind])[name];
}

bool Painter::add(Mark mark)
{
    if (!std::isfinite(mark.at.x() + mark.at.y() + mark.at.width() + mark.at.height())) {
        m_out.complete = false;
        return false;
    }
    const QRectF seen = common(mark.at, m_state.clip);
    if (mark.kind == Mark::Kind::Letter)
        keepLetter(mark, seen, m_state.clip);
    else if (seen.isEmpty())
        return false;
    else
        mark.at = seen;
    m_out.marks.push_back(mark);
    return true;
}

bool Painter::graphics(QByteArrayView name, const std::vector<Operand> &with, const PdfValue &resources)
{
    if (name == "q") {
        if (m_saved.size() < mostSaved)
            m_saved.push_back(m_state);
        else
            m_out.complete = false;
    } else if (name == "Q") {
        m_state = m_saved.back();
        m_saved.pop_back();
    } else if (name == "cm") {
        const auto n = [&](std::size_t i) { return numberAt(with, i); };
        m_state.ctm = PaintMatrix{n(0), n(1), n(2), n(3), n(4), n(5)} * m_state.ctm;
    } else if (name == "w") {
        m_state.width = numberAt(with, 0);
    } else if (name == "M") {
        m_state.miter = numberAt(with, 0);
    } else if (name == "J") {
        m_state.cap = int(numberAt(with, 0));
    } else if (name == "j") {
        m_state.join = int(numberAt(with, 0));
    } else if (name == "gs" && !with.empty()) {
        settings(now(named(resources, "ExtGState", with[0].bytes)));
    } else if (name == "Do" && !with.empty()) {
        external(with[0].bytes, resources);
    } else if (name == "BDC" && !with.empty()) {
        m_out.depends |= with[0].bytes == "OC";
    } else if (name == "BI") {
        picture(false);
    } else if (name == "sh") {
        add({.kind = Mark::Kind::Area, .opaque = !m_state.mixed && !m_state.faded && m_state.fill.alpha >= 1, .veil = float(m_state.fill.alpha), .colour = {},
             .at = m_state.clip});
    } else {
        return false;
    }
    return true;
}

void Painter::noteDependence(const PdfValue &form)
{
    for (const char *key : {"OC", "Ref", "OPI", "PS", "F"})
        m_out.depends |= !form[key].isNull();
}

// Where it is widest, if the pen is stretched.
double Painter::strokeWidth() const
{
    const PaintMatrix &m = m_state.ctm;
    const double squares = m.a * m.a + m.b * m.b + m.c * m.c + m.d * m.d, area = m.a * m.d - m.b * m.c;
    return m_state.width * std::sqrt((squares + std::sqrt(std::max(0.0, squares * squares - 4 * area * area))) / 2);
}

// Beyond half the width, which goes all around: a square end goes on, and a sharp corner does as far as it may.
float Painter::strokeReach(double half) const
{
    constexpr double diagonal = 0.42;
    const bool sharp = m_state.join == 0 && m_path.size() > 1;
    return float(half * std::max(m_state.cap == 2 ? diagonal : 0.0, sharp ? m_state.miter - 1 : 0.0));
}

void Painter::picture(bool opaque)
{
    add({.kind = Mark::Kind::Picture, .plain = m_state.ctm.upright(),
         .opaque = opaque && !m_state.mixed && !m_state.faded && m_state.fill.alpha >= 1, .colour = {},
         .at = m_state.ctm.bounds({0, 0, 1, 1})});
}

bool Painter::pictureByParts(const PdfValue &picture)
{
    const PaintMatrix &at = m_state.ctm;
    if (!m_pictures || !at.upright() || m_state.mixed || m_state.faded || m_state.shaped || m_state.fill.alpha < 1 || m_out.depends)
        return false;
    const QRectF whole = at.bounds({0, 0, 1, 1});
    const bool lies = at.a == 0 && at.d == 0;
    const auto read = m_pictures->inkOf(m_file, picture, lies ? whole.size().transposed() : whole.size());
    if (!read)
        return false;
    if (read->ground)
        add({.kind = Mark::Kind::Area, .plain = true, .opaque = true, .colour = read->ground, .at = whole});
    for (const QRectF &ink : read->ink)
        add({.kind = Mark::Kind::Picture, .opaque = true, .colour = {}, .at = at.bounds(ink)});
    return true;
}

void Painter::external(const QByteArray &name, const PdfValue &resources)
{
    const PdfValue ref = named(resources, "XObject", name);
    const PdfValue dict = now(ref);
    noteDependence(dict);
    if (now(dict["Subtype"]).isName("Form")) {
        const auto bytes = streamOf(ref);
        if (!bytes || m_saved.size() >= mostSaved)
            return;
        const State kept = m_state;
        const PaintMatrix text = m_text, line = m_line;
        m_state.faded |= !dict["Group"].isNull() && (m_state.mixed || m_state.fill.alpha < 1);
        m_state.ctm = matrixOf(m_file, dict["Matrix"]) * m_state.ctm;
        const PdfArray box = now(dict["BBox"]).items();
        if (box.size() == 4) {
            const QPointF a(now(box[0]).toNumber(), now(box[1]).toNumber());
            const QPointF b(now(box[2]).toNumber(), now(box[3]).toNumber());
            m_state.clip = common(m_state.clip, m_state.ctm.bounds(around(a, b)));
        }
        const PdfValue own = now(dict["Resources"]);
        run(*bytes, own.isNull() ? resources : own);
        m_state = kept;
        m_text = text;
        m_line = line;
    } else if (now(dict["Subtype"]).isName("Image")) {
        if (!pictureByParts(ref))
            picture(dict["SMask"].isNull() && dict["Mask"].isNull() && !now(dict["ImageMask"]).toBool());
    } else if (!dict.isNull()) {
        m_out.complete = false;
    }
}

bool Painter::path(QByteArrayView name, const std::vector<Operand> &with)
{
    const auto point = [&](std::size_t i) { return m_state.ctm.at(numberAt(with, i), numberAt(with, i + 1)); };
    const auto piece = [&](const QRectF &at, bool plain, bool line) {
        if (m_path.size() < mostPieces)
            m_path.push_back({at, plain, line});
        else
            m_out.complete = false;
    };
    const auto curve = [&](QPointF a, QPointF b, QPointF to) {
        piece(both(around(m_from, to), around(a, b)), false, false);
        m_from = to;
    };
    if (name == "m") {
        m_from = m_start = point(0);
        ++m_moves;
    } else if (name == "l") {
        piece(around(m_from, point(0)), false, true);
        m_from = point(0);
    } else if (name == "c") {
        curve(point(0), point(2), point(4));
    } else if (name == "v") {
        curve(m_from, point(0), point(2));
    } else if (name == "y") {
        curve(point(0), point(2), point(2));
    } else if (name == "h") {
        piece(around(m_from, m_start), false, true);
        m_from = m_start;
    } else if (name == "re") {
        const QRectF rect = around({numberAt(with, 0), numberAt(with, 1)},
                                   {numberAt(with, 0) + numberAt(with, 2), numberAt(with, 1) + numberAt(with, 3)});
        piece(m_state.ctm.bounds(rect), m_state.ctm.upright(), false);
        m_from = m_start = point(0);
    } else if (name == "W" || name == "W*") {
        m_clips = true;
    } else if (name == "n") {
        endPath(false, false);
    } else if (name == "S" || name == "s") {
        endPath(true, false);
    } else if (name == "f" || name == "F" || name == "f*") {
        endPath(false, true);
    } else if (name == "B" || name == "B*" || name == "b" || name == "b*") {
        endPath(true, true);
    } else {
        return false;
    }
    return true;
}

void Painter::endPath(bool stroke, bool fill)
{
    QRectF whole = m_path.empty() ? QRectF() : m_path.front().at;
    bool rectangles = !m_path.empty();
    for (const Piece &one : m_path) {
        whole = both(whole, one.at);
        rectangles &= one.plain;
    }
    // A rectangle by its sides, each of them whole.
    const auto isSide = [&whole](const Piece &one) {
        constexpr double same = 0.01;
        const auto lies = [](double a, double b) { return std::abs(a - b) < same; };
        const QRectF &at = one.at;
        return one.line && ((at.height() < same && lies(at.width(), whole.width()) && (lies(at.y(), whole.top()) || lies(at.y(), whole.bottom()))) ||
                            (at.width() < same && lies(at.height(), whole.height()) && (lies(at.x(), whole.left()) || lies(at.x(), whole.right()))) ||
                            (at.width() < same && at.height() < same));
    };
    if (m_moves == 1 && m_path.size() >= 3 && m_path.size() <= 5 && std::all_of(m_path.begin(), m_path.end(), isSide)) {
        m_path = {{whole, true, false}};
        rectangles = true;
    }
    const auto opaque = [this](const Ink &ink) { return ink.alpha >= 1 && !m_state.mixed && !m_state.faded; };
    // Two rectangles in one path may cut holes into each other (§8.5.3.3).
    const bool whollyPainted = rectangles && m_path.size() == 1 && !m_state.shaped;
    if (fill && m_state.fill.alpha > 0 && !m_path.empty()) {
        // Rectangles each for itself; of all else, what holds it.
        for (const Piece &one : rectangles ? m_path : std::vector<Piece>{{whole, false, false}})
            add({.kind = Mark::Kind::Area, .plain = whollyPainted, .opaque = opaque(m_state.fill), .veil = veilOf(m_state.fill),
                 .colour = m_state.fill.colour, .at = one.at.adjusted(-0.01, -0.01, 0.01, 0.01)});
    }
    if (stroke && m_state.stroke.alpha > 0) {
        const double half = std::max(0.25, strokeWidth() / 2);
        // The corners of rectangles go as far as their sides do.
        const float reach = rectangles && m_state.ctm.upright() ? 0 : strokeReach(half);
        const auto line = [&](const QRectF &at, bool frame = false) {
            add({.kind = Mark::Kind::Line, .plain = frame, .opaque = opaque(m_state.stroke), .stroke = float(2 * half),
                 .reach = reach, .veil = veilOf(m_state.stroke), .colour = m_state.stroke.colour,
                 .at = at.adjusted(-half, -half, half, half)});
        };
        for (const Piece &one : m_path) {
            if (!one.plain) {
                line(one.at);
                continue;
            }
            const bool frame = std::max(one.at.width(), one.at.height()) >= smallestFrame;
            line(around(one.at.topLeft(), one.at.topRight()), frame);
            line(around(one.at.topRight(), one.at.bottomRight()), frame);
            line(around(one.at.bottomRight(), one.at.bottomLeft()), frame);
            line(around(one.at.bottomLeft(), one.at.topLeft()), frame);
        }
    }
    if (m_clips)
        m_state.clip = m_path.empty() ? QRectF() : common(m_state.clip, whole);
    m_state.shaped |= m_clips && (!rectangles || m_path.size() != 1);
    m_clips = false;
    m_moves = 0;
    m_path.clear();
}

} // namespace carriel::signing
