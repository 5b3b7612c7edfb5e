// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/PlainContent.h"

#include "core/signing/pdf/ContentLexer.h"
#include "core/signing/pdf/FontFacts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace carriel::signing {

namespace {

constexpr int deepest = 8;
constexpr qint64 mostInstructions = 200'000;
constexpr qsizetype mostBytes = 8 * 1024 * 1024;
constexpr double largest = 1e5; // numbers, also of a readers that counts in 16 bits and fractions
constexpr double smallestArea = 1e-6;

// Where an instruction may stand, and where it leads.
enum Where { Page = 1, Path = 2, Clip = 4, Text = 8 };
struct Rule
{
    const char *operands; // n number, N name, s string, a array, d dictionary or name, c numbers of a colour and its pattern
    int where;
    int then = 0; // 0: where it was
};

const std::map<QByteArray, Rule> &rules()
{
    static const std::map<QByteArray, Rule> all{
        {"q", {"", Page}}, {"Q", {"", Page}}, {"cm", {"nnnnnn", Page}},
        {"w", {"n", Page | Text}}, {"J", {"n", Page | Text}}, {"j", {"n", Page | Text}}, {"M", {"n", Page | Text}},
        {"d", {"an", Page | Text}}, {"ri", {"N", Page | Text}}, {"i", {"n", Page | Text}}, {"gs", {"N", Page | Text}},
        {"m", {"nn", Page | Path, Path}}, {"re", {"nnnn", Page | Path, Path}}, {"l", {"nn", Path}}, {"c", {"nnnnnn", Path}},
        {"v", {"nnnn", Path}}, {"y", {"nnnn", Path}}, {"h", {"", Path}},
        {"W", {"", Path, Clip}}, {"W*", {"", Path, Clip}}, {"n", {"", Path | Clip, Page}},
        {"S", {"", Path | Clip, Page}}, {"s", {"", Path | Clip, Page}}, {"f", {"", Path | Clip, Page}}, {"F", {"", Path | Clip, Page}},
        {"f*", {"", Path | Clip, Page}}, {"B", {"", Path | Clip, Page}}, {"B*", {"", Path | Clip, Page}}, {"b", {"", Path | Clip, Page}},
        {"b*", {"", Path | Clip, Page}},
        {"BT", {"", Page, Text}}, {"ET", {"", Text, Page}},
        {"Tc", {"n", Page | Text}}, {"Tw", {"n", Page | Text}}, {"Tz", {"n", Page | Text}}, {"TL", {"n", Page | Text}},
        {"Tf", {"Nn", Page | Text}}, {"Tr", {"n", Page | Text}}, {"Ts", {"n", Page | Text}},
        {"Td", {"nn", Text}}, {"TD", {"nn", Text}}, {"Tm", {"nnnnnn", Text}}, {"T*", {"", Text}},
        {"Tj", {"s", Text}}, {"TJ", {"a", Text}}, {"'", {"s", Text}}, {"\"", {"nns", Text}},
        {"g", {"n", Page | Text}}, {"G", {"n", Page | Text}}, {"rg", {"nnn", Page | Text}}, {"RG", {"nnn", Page | Text}},
        {"k", {"nnnn", Page | Text}}, {"K", {"nnnn", Page | Text}}, {"cs", {"N", Page | Text}}, {"CS", {"N", Page | Text}},
        {"sc", {"c", Page | Text}}, {"SC", {"c", Page | Text}}, {"scn", {"c", Page | Text}}, {"SCN", {"c", Page | Text}},
        {"sh", {"N", Page}}, {"Do", {"N", Page}},
        {"BMC", {"N", Page | Text}}, {"BDC", {"Nd", Page | Text}}, {"EMC", {"", Page | Text}}, {"MP", {"N", Page | Text}},
        {"DP", {"Nd", Page | Text}}};
    return all;
}

bool isNumber(const Operand &one)
{
    return one.kind == Operand::Kind::Number && std::abs(one.number) <= largest;
}

bool fits(char kind, const Operand &one)
{
    using Kind = Operand::Kind;
    switch (kind) {
    case 'n':
        return isNumber(one);
    case 'N':
        return one.kind == Kind::Name;
    case 's':
        return one.kind == Kind::String;
    case 'd':
        return one.kind == Kind::Name || one.kind == Kind::Other;
    default:
        return one.kind == Kind::Array && std::all_of(one.items.begin(), one.items.end(), [](const Operand &item) {
                   return item.kind == Kind::String || isNumber(item);
               });
    }
}

bool fits(QByteArrayView kinds, const std::vector<Operand> &with)
{
    if (kinds == "c") {
        const std::size_t colours = with.size() - (!with.empty() && with.back().kind == Operand::Kind::Name ? 1 : 0);
        return !with.empty() && with.size() <= 32 && std::all_of(with.begin(), with.begin() + std::ptrdiff_t(colours), isNumber);
    }
    return std::equal(kinds.begin(), kinds.end(), with.begin(), with.end(), [](char kind, const Operand &one) { return fits(kind, one); });
}

class Reader
{
public:
    explicit Reader(const PdfFile &file) : m_file(file) {}
    Plainly out;

    void form(const PdfValue &ref, int depth)
    {
        const auto object = ref.isRef() ? m_file.object(ref.target()) : Result<PdfObject>(PdfObject());
        const PdfValue dict = now(ref), resources = now(dict["Resources"]);
        out.grouped |= !dict["Group"].isNull();
        for (const char *all : {"DefaultGray", "DefaultRGB", "DefaultCMYK"})
            out.coloured &= now(now(resources["ColorSpace"])[all]).isNull();
        if (depth > deepest || !object.ok() || !object.value().isStream || !isMatrix(dict["Matrix"])) {
            out.written = false;
            return;
        }
        const auto bytes = m_file.decoded(object.value());
        m_bytes += bytes.ok() ? bytes.value().size() : mostBytes;
        if (m_bytes >= mostBytes) {
            out.written = false;
            return;
        }
        instructions(bytes.value(), resources, depth);
    }

private:
    PdfValue now(const PdfValue &value) const { return m_file.resolved(value).valueOr({}); }

    bool isMatrix(const PdfValue &value) const
    {
        const PdfArray all = now(value).items();
        if (now(value).isNull())
            return true;
        return all.size() == 6 && std::all_of(all.begin(), all.end(), [this](const PdfValue &one) {
                   return std::abs(now(one).toNumber()) <= largest;
               });
    }

    void instructions(const QByteArray &bytes, const PdfValue &resources, int depth)
    {
        ContentLexer lexer{QByteArrayView(bytes)};
        QByteArrayView name;
        std::vector<Operand> with;
        QByteArray before;
        int where = Page, saved = 0, marked = 0;
        bool font = false;
        while (out.written && lexer.next(name, with)) {
            const auto rule = rules().find(name.toByteArray());
            if (rule == rules().end() || (rule->second.where & where) == 0 || !fits(rule->second.operands, with) || ++m_instructions > mostInstructions) {
                out.written = false;
                return;
            }
            const bool paintsAPoint = before == "m" && where == Path && name != "l" && name != "c" && name != "v" && name != "y" && name != "h" && name != "re";
            saved += name == "q" ? 1 : name == "Q" ? -1 : 0;
            marked += name == "BMC" || name == "BDC" ? 1 : name == "EMC" ? -1 : 0;
            out.written &= saved >= 0 && marked >= 0 && !paintsAPoint && isUsual(name, with);
            font |= name == "Tf";
            if (name == "Tj" || name == "TJ" || name == "'" || name == "\"")
                out.lettered &= font;
            if (name == "Tf")
                out.lettered &= everywhere(now(resources["Font"])[with[0].bytes]);
            else if (name == "cs" || name == "CS" || name == "sc" || name == "SC" || name == "scn" || name == "SCN")
                out.coloured = false; // what such numbers look like depends on more than they
            else if (name == "gs")
                out.written &= settings(now(now(resources["ExtGState"])[with[0].bytes]));
            else if (name == "Do")
                external(now(resources["XObject"])[with[0].bytes], depth);
            before = name.toByteArray();
            where = rule->second.then ? rule->second.then : where;
        }
        out.written &= !lexer.irregular() && where == Page && saved == 0 && marked == 0;
    }

    // Numbers that readers take in several ways.
    static bool isUsual(QByteArrayView name, const std::vector<Operand> &with)
    {
        const auto n = [&](std::size_t i) { return with[i].number; };
        const auto oneOf = [&](int count) { return n(0) >= 0 && n(0) < count && n(0) == std::floor(n(0)); };
        if (name == "w")
            return n(0) >= 0;
        if (name == "M")
            return n(0) >= 1;
        if (name == "J" || name == "j")
            return oneOf(3);
        if (name == "Tr") // and not those that clip
            return oneOf(4);
        if (name == "cm" || name == "Tm")
            return std::abs(n(0) * n(3) - n(1) * n(2)) > smallestArea;
        return true;
    }

    // What changes lines, letters or what lies below is told by the instructions themselves, or not believed.
    bool settings(const PdfValue &dict) const
    {
        static const QByteArrayList known{"Type", "ca", "CA", "BM", "SMask", "SA", "AIS", "OP", "op", "OPM", "SM", "FL", "RI"};
        const auto &all = dict.entries().entries();
        return dict.isDict() && std::all_of(all.begin(), all.end(), [](const PdfDict::Entry &one) { return known.contains(one.first); });
    }

    bool everywhere(const PdfValue &ref) const
    {
        const PdfValue font = now(ref);
        return fontFacts(m_file, ref).everywhere && now(font["ToUnicode"]).isNull() && isSpaced(font);
    }

    // Widths that readers count alike: as many as it says, and none of them backwards.
    bool isSpaced(const PdfValue &font) const
    {
        const PdfArray widths = now(font["Widths"]).items();
        const qint64 first = now(font["FirstChar"]).toInt(), last = now(font["LastChar"]).toInt();
        return now(font["Widths"]).isNull() ||
               (first >= 0 && first <= ' ' && last >= '~' && last - first + 1 == qint64(widths.size()) &&
                std::all_of(widths.begin(), widths.end(), [this](const PdfValue &one) {
                    const double width = now(one).toNumber();
                    return width >= 0 && width <= 3000;
                }));
    }

    void external(const PdfValue &ref, int depth)
    {
        const PdfValue dict = now(ref);
        if (now(dict["Subtype"]).isName("Form"))
            form(ref, depth + 1);
        else
            out.written &= now(dict["Subtype"]).isName("Image");
    }

    const PdfFile &m_file;
    qint64 m_instructions = 0;
    qsizetype m_bytes = 0;
};

} // namespace

Plainly howPlainly(const PdfFile &file, const PdfValue &form)
{
    Reader reader(file);
    reader.form(form, 0);
    return reader.out;
}

Plainly howPlainlyDrawn(const PdfFile &file, const PdfDict &annotation)
{
    const PdfValue looks = file.resolved(annotation["AP"]).valueOr({});
    if (looks.isNull())
        return {};
    PdfValue normal = looks["N"];
    bool chosen = true;
    if (const PdfValue states = file.resolved(normal).valueOr({}); states.isDict() && states["Length"].isNull() && states["Subtype"].isNull()) {
        const PdfValue state = file.resolved(annotation["AS"]).valueOr({});
        chosen = !state.isNull(); // else some take the only one there is
        normal = states[state.bytes()];
    }
    Plainly out = normal.isNull() ? Plainly() : howPlainly(file, normal);
    const auto &all = looks.entries().entries();
    out.one = chosen && std::all_of(all.begin(), all.end(), [](const PdfDict::Entry &one) { return one.first == "N"; });
    return out;
}

} // namespace carriel::signing
