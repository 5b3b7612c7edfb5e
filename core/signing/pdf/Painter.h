// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Follows drawing instructions and keeps what they would paint: the part of PageMarks that knows operators. Bounded in
// instructions, marks, depth and bytes; past a bound it says that there may be more.
#pragma once

#include "core/signing/pdf/ContentLexer.h"
#include "core/signing/pdf/FontFacts.h"
#include "core/signing/pdf/PageMarks.h"

namespace carriel::signing {

// Row vectors times a b 0 / c d 0 / e f 1 (§8.3.4).
struct PaintMatrix
{
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
    QPointF at(double x, double y) const { return {x * a + y * c + e, x * b + y * d + f}; }
    QRectF bounds(const QRectF &rect) const;
    bool upright() const { return (b == 0 && c == 0) || (a == 0 && d == 0); }
    friend PaintMatrix operator*(const PaintMatrix &first, const PaintMatrix &then);
};

// 0xRRGGBB of what g, rg or k are given.
std::optional<quint32> colourOf(const std::vector<Operand> &with);

class Painter
{
public:
    Painter(const PdfFile &file, PageMarks &out, PictureReader *pictures = nullptr) : m_file(file), m_out(out), m_pictures(pictures) {}

    void paint(QByteArrayView instructions, const PdfValue &resources, const QRectF &clip);
    void paintForm(const PdfValue &form, const PaintMatrix &outer, const QRectF &clip);
    std::optional<QByteArray> streamOf(const PdfValue &ref); // without it, there may be more
    static PaintMatrix matrixOf(const PdfFile &file, const PdfValue &value);

private:
    struct Ink
    {
        std::optional<quint32> colour = 0;
        bool plain = true; // of a colour space whose numbers say the colour
        double alpha = 1;
    };
    struct State
    {
        PaintMatrix ctm;
        QRectF clip;
        Ink fill, stroke;
        bool mixed = false;    // a soft mask, or a way of blending that lets something through
        bool multiplies = false; // the only such way: what is dark below stays so
        bool faded = false;  // within a group that is mixed as a whole (§11.4)
        bool shaped = false; // clipped by more than one rectangle
        double width = 1, miter = 10; // §8.4.3.5
        int cap = 0, join = 0;
        std::shared_ptr<const FontFacts> font;
        int fontNumber = 0;
        double size = 0, spacing = 0, wordSpacing = 0, stretch = 1, leading = 0, rise = 0;
        int mode = 0;
    };

    void run(QByteArrayView instructions, const PdfValue &resources);
    bool graphics(QByteArrayView name, const std::vector<Operand> &with, const PdfValue &resources);
    bool path(QByteArrayView name, const std::vector<Operand> &with);
    bool colour(QByteArrayView name, const std::vector<Operand> &with, const PdfValue &resources);
    bool text(QByteArrayView name, const std::vector<Operand> &with, const PdfValue &resources);
    void external(const QByteArray &name, const PdfValue &resources);
    void settings(const PdfValue &dict);
    void noteDependence(const PdfValue &form);
    float veilOf(const Ink &ink) const;
    double strokeWidth() const;
    float strokeReach(double half) const;
    void setFont(const PdfValue &font, double size);
    void show(const QByteArray &codes);
    void letter(int code);
    void endRun();
    void picture(bool opaque);
    bool pictureByParts(const PdfValue &picture);
    void endPath(bool stroke, bool fill);
    void newLine(double x, double y);
    bool add(Mark mark);
    PdfValue named(const PdfValue &resources, const char *kind, const QByteArray &name) const;
    PdfValue now(const PdfValue &value) const { return m_file.resolved(value).valueOr({}); }

    const PdfFile &m_file;
    PageMarks &m_out;
    PictureReader *m_pictures;
    State m_state;
    std::vector<State> m_saved;
    PaintMatrix m_text, m_line;
    struct Piece
    {
        QRectF at;
        bool plain = false; // exactly this rectangle
        bool line = false;  // the way from one corner of it to the other
    };
    std::vector<Piece> m_path;
    QPointF m_from, m_start;
    bool m_clips = false;
    int m_moves = 0; // of the path: parts that do not hang together
    std::map<PdfRef, std::shared_ptr<const FontFacts>> m_fonts;
    std::size_t m_runBegin = 0; // of the same letter
    int m_runCode = -1;
    qint64 m_instructions = 0;
    qsizetype m_bytes = 0;
    int m_depth = 0;
};

} // namespace carriel::signing
