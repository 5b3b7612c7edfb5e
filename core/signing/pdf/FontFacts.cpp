// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/FontFacts.h"

#include "core/signing/pdf/ContentLexer.h"
#include "core/signing/pdf/GlyphNames.h"
#include "core/signing/pdf/StandardFonts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace carriel::signing {

namespace {

constexpr std::size_t mostWidths = 70'000, mostMeanings = 70'000;
constexpr qsizetype largestMap = 1024 * 1024;

int numberOf(const QByteArray &bytes)
{
    int n = 0;
    for (const char c : bytes.right(3))
        n = n * 256 + uchar(c);
    return n;
}

// The first letter of a text in UTF-16; 0 if there are several.
char32_t letterOf(const QByteArray &utf16)
{
    if (utf16.size() == 1 || utf16.size() == 2)
        return char32_t(numberOf(utf16));
    const QString text = textOf(PdfValue::string(QByteArray("\xfe\xff").append(utf16.left(8))));
    const auto letters = text.toUcs4();
    return letters.size() == 1 ? char32_t(letters.front()) : 0;
}

// The font's own table of characters (§9.10.3).
void readMeanings(const PdfFile &file, const PdfValue &ref, std::map<int, char32_t> &meanings)
{
    const auto object = ref.isRef() ? file.object(ref.target()) : Result<PdfObject>(PdfObject());
    if (!object.ok() || !object.value().isStream)
        return;
    const auto text = file.decoded(object.value());
    if (!text.ok() || text.value().size() > largestMap)
        return;
    // The lexer keeps so many operands that a list would not fit: a line of one is read at a time.
    enum class In { Nothing, Chars, Ranges } in = In::Nothing;
    for (const QByteArray &line : QByteArray(text.value()).replace('\r', '\n').split('\n')) {
        QByteArray rest = line;
        rest.append(" end");
        ContentLexer lexer{QByteArrayView(rest)};
        QByteArrayView word;
        std::vector<Operand> all;
        while (lexer.next(word, all)) {
            const std::size_t step = in == In::Chars ? 2 : 3;
            for (std::size_t i = 0; in != In::Nothing && i + step <= all.size(); i += step) {
                if (all[i].kind != Operand::Kind::String)
                    break;
                const int from = numberOf(all[i].bytes);
                const int last = step == 2 ? from : std::min(numberOf(all[i + 1].bytes), from + 65535);
                const Operand &to = all[i + step - 1];
                const char32_t letter = letterOf(to.bytes);
                for (int code = from; code <= last && meanings.size() < mostMeanings; ++code) {
                    const std::size_t k = std::size_t(code - from);
                    if (to.kind == Operand::Kind::String)
                        meanings[code] = letter ? letter + char32_t(k) : 0;
                    else if (k < to.items.size())
                        meanings[code] = letterOf(to.items[k].bytes);
                }
            }
            in = word == "beginbfchar"    ? In::Chars
                 : word == "beginbfrange" ? In::Ranges
                 : word == "end"          ? in // of the line
                                          : In::Nothing;
        }
    }
}

bool isInside(const PdfFile &file, const PdfValue &descriptor)
{
    const PdfValue dict = file.resolved(descriptor).valueOr({});
    return !dict["FontFile"].isNull() || !dict["FontFile2"].isNull() || !dict["FontFile3"].isNull();
}

void readWide(const PdfFile &file, const PdfValue &list, FontFacts &out)
{
    const PdfArray all = file.resolved(list).valueOr({}).items();
    const auto value = [&](std::size_t i) { return i < all.size() ? file.resolved(all[i]).valueOr({}) : PdfValue(); };
    for (std::size_t i = 0; i + 1 < all.size() && out.wide.size() < mostWidths;) {
        const int from = int(value(i).toInt());
        const PdfValue second = value(i + 1);
        if (second.isArray()) {
            int code = from;
            for (const PdfValue &width : second.items())
                out.wide[code++] = file.resolved(width).valueOr({}).toNumber() / 1000;
            i += 2;
        } else {
            const int to = std::min<int>(int(second.toInt()), 65535);
            for (int code = from; code <= to; ++code)
                out.wide[code] = value(i + 2).toNumber() / 1000;
            i += 3;
        }
    }
}

// The letters that an encoding of its own puts at a place (§9.6.6): by how they are called.
std::map<int, char32_t> differences(const PdfFile &file, const PdfValue &encoding)
{
    std::map<int, char32_t> out;
    qint64 code = 0;
    const PdfArray all = file.resolved(encoding["Differences"]).valueOr({}).items();
    for (const PdfValue &item : all) {
        const PdfValue one = file.resolved(item).valueOr({});
        if (one.isInt())
            code = one.toInt();
        else if (code >= 0 && code < 256)
            out[int(code++)] = signOfGlyph(one.bytes());
    }
    return out;
}

// Of Latin text, where readers take what every computer has: not in the file, and with no encoding that only the font
// itself knows.
bool isEverywhere(const PdfFile &file, const PdfValue &font, const QByteArray &name)
{
    static const QByteArrayList latin{"Helvetica", "Times", "Courier", "Arial", "CourierNew", "TimesNewRoman"};
    static const QByteArrayList known{"", "WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding", "PDFDocEncoding"};
    constexpr qint64 symbolic = 4; // Table 123
    const auto at = [&](const PdfValue &dict, const char *key) { return file.resolved(dict[key]).valueOr({}); };
    const PdfValue encoding = at(font, "Encoding"), kind = at(font, "Subtype"), descriptor = at(font, "FontDescriptor");
    const PdfValue base = encoding.isDict() ? at(encoding, "BaseEncoding") : encoding;
    QByteArray family = name.split(name.contains(',') ? ',' : '-').first();
    for (const char *maker : {"MT", "PS"}) {
        if (family.endsWith(maker))
            family.chop(2);
    }
    return (kind.isName("Type1") || kind.isName("TrueType")) && latin.contains(family) && (base.isNull() || base.isName()) &&
           known.contains(base.bytes()) && !isInside(file, descriptor) && (at(descriptor, "Flags").toInt() & symbolic) == 0;
}

} // namespace

namespace {

// Annex D.2, where it is Windows' own code page; what other encodings have there is not told: readers differ about it
// where none is named.
char32_t beyondAscii(int code, bool western)
{
    static constexpr std::array<char32_t, 32> windows{
        0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
        0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178};
    constexpr int windowsOwn = 0x80, latin = 0xa0;
    if (!western || code < windowsOwn || code > 255)
        return 0;
    return code < latin ? windows[std::size_t(code - windowsOwn)] : char32_t(code);
}

} // namespace

char32_t FontFacts::meaning(int code) const
{
    if (const auto found = meanings.find(code); found != meanings.end())
        return found->second;
    return plainCodes && code >= 32 && code < 127 ? char32_t(code) : 0;
}

char32_t FontFacts::shows(int code) const
{
    if (!everywhere)
        return 0;
    if (const auto found = named.find(code); found != named.end())
        return found->second;
    if (code < 32 || code == 127)
        return 0;
    return code < 127 ? char32_t(code) : beyondAscii(code, western);
}

bool FontFacts::isBlank(int code) const
{
    static constexpr std::array<char32_t, 10> spaces{0x0009, 0x000a, 0x000d, 0x0020, 0x00a0,
                                                     0x2002, 0x2003, 0x2009, 0x202f, 0x3000};
    return std::find(spaces.begin(), spaces.end(), meaning(code)) != spaces.end();
}

double FontFacts::widthOf(int code) const
{
    if (twoBytes) {
        const auto found = wide.find(code);
        return found == wide.end() ? otherWidth : found->second;
    }
    const int index = code - first;
    return index >= 0 && std::size_t(index) < widths.size() ? widths[std::size_t(index)] : otherWidth;
}

double FontFacts::drawnWidthOf(int code) const
{
    const double said = widthOf(code);
    const char32_t seen = shows(code);
    if (!everywhere)
        return said;
    const double own = seen >= 32 && seen - 32 < natural.size() ? natural[std::size_t(seen - 32)] : 1;
    return std::max(said, own);
}

FontFacts fontFacts(const PdfFile &file, const PdfValue &given)
{
    FontFacts out;
    const PdfValue font = file.resolved(given).valueOr({});
    const auto at = [&](const PdfValue &dict, const char *name) { return file.resolved(dict[name]).valueOr({}); };
    const PdfValue encoding = at(font, "Encoding");
    if (at(font, "Subtype").isName("Type0")) {
        const PdfArray below = at(font, "DescendantFonts").items();
        const PdfValue descendant = below.empty() ? PdfValue() : file.resolved(below.front()).valueOr({});
        out.twoBytes = true;
        out.vertical = encoding.isName() && encoding.bytes().endsWith("-V");
        out.otherWidth = descendant.entries().contains("DW") ? at(descendant, "DW").toNumber() / 1000 : 1;
        readWide(file, descendant["W"], out);
        out.outside = !isInside(file, descendant["FontDescriptor"]);
    } else {
        const QByteArray name = at(font, "BaseFont").bytes();
        double unit = 0.001;
        if (at(font, "Subtype").isName("Type3")) {
            out.drawn = true;
            const PdfArray matrix = at(font, "FontMatrix").items();
            unit = matrix.empty() ? unit : std::abs(file.resolved(matrix.front()).valueOr({}).toNumber());
            const PdfArray box = at(font, "FontBBox").items();
            const double scale = matrix.size() > 3 ? file.resolved(matrix[3]).valueOr({}).toNumber() : unit;
            if (box.size() == 4) {
                const double low = file.resolved(box[1]).valueOr({}).toNumber() * scale;
                const double high = file.resolved(box[3]).valueOr({}).toNumber() * scale;
                if (low != high) {
                    out.descent = std::min(low, high);
                    out.ascent = std::max(low, high);
                }
            }
        } else {
            out.outside = !isInside(file, font["FontDescriptor"]) && !isStandardFont(name);
        }
        out.first = int(at(font, "FirstChar").toInt());
        const PdfArray widths = at(font, "Widths").items();
        for (const PdfValue &width : widths) {
            if (out.widths.size() < mostWidths)
                out.widths.push_back(std::abs(file.resolved(width).valueOr({}).toNumber()) * unit);
        }
        if (out.widths.empty()) {
            out.first = 32;
            out.widths = standardWidths(name);
        }
        out.plainCodes = !out.drawn;
        out.named = differences(file, encoding);
        out.meanings = out.named;
        out.everywhere = isEverywhere(file, font, name);
        if (out.everywhere)
            out.natural = standardWidths(isStandardFont(name) ? name : QByteArray(name.startsWith("Courier") ? "Courier-Bold" : "Helvetica-Bold"));
        const PdfValue base = encoding.isDict() ? at(encoding, "BaseEncoding") : encoding;
        out.western = base.isName("WinAnsiEncoding");
    }
    readMeanings(file, font["ToUnicode"], out.meanings);
    return out;
}

} // namespace carriel::signing
