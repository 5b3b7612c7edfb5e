// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/XrefReader.h"

#include "core/signing/SigningErrors.h"
#include "core/signing/pdf/Inflate.h"
#include "core/signing/pdf/PdfLexer.h"

#include <algorithm>
#include <set>

namespace carriel::signing {

namespace {
constexpr int entrySize = 20; // `nnnnnnnnnn ggggg n` and two bytes of line end
constexpr std::size_t maxSections = 10'000;

// All of an entry but its digits.
bool isFixedFrame(QByteArrayView e)
{
    const bool lineEnd = (e[18] == ' ' && (e[19] == '\n' || e[19] == '\r')) || (e[18] == '\r' && e[19] == '\n');
    return e[10] == ' ' && e[16] == ' ' && (e[17] == 'n' || e[17] == 'f') && lineEnd;
}

bool isFixedEntry(QByteArrayView e)
{
    for (int i = 0; i < 16; ++i) {
        if (i != 10 && (e[i] < '0' || e[i] > '9'))
            return false;
    }
    return isFixedFrame(e);
}

XrefEntry tableEntry(qint64 offset, qint64 generation, bool used, qint64 base)
{
    // Offset 0 cannot hold an object: writers mean a free one.
    if (!used || offset == 0)
        return {XrefEntry::Kind::Free, 0, int(generation)};
    return {XrefEntry::Kind::At, offset + base, int(generation)};
}

quint64 bigEndian(const QByteArray &data, qsizetype at, int width)
{
    quint64 n = 0;
    for (int i = 0; i < width; ++i)
        n = n << 8 | uchar(data[at + i]);
    return n;
}
} // namespace

XrefEntry XrefSection::entryOf(const Run &run, int index, qint64 base)
{
    if (!run.entries.empty())
        return run.entries[std::size_t(index)];
    const QByteArrayView e = run.fixed.sliced(qsizetype(index) * entrySize, entrySize);
    // By hand, and checked on the way: this is asked for every object of a file, several times.
    unsigned wrong = 0;
    const auto digits = [&e, &wrong](qsizetype from, qsizetype count) {
        qint64 n = 0;
        for (qsizetype i = from; i < from + count; ++i) {
            const unsigned digit = unsigned(static_cast<unsigned char>(e[i])) - '0';
            wrong |= unsigned(digit > 9);
            n = n * 10 + digit;
        }
        return n;
    };
    const qint64 offset = digits(0, 10), generation = digits(11, 5);
    if (wrong || !isFixedFrame(e))
        return {XrefEntry::Kind::At, -1, 0}; // an error when it is asked for
    return tableEntry(offset, generation, e[17] == 'n', base);
}

std::optional<XrefEntry> XrefSection::find(int number) const
{
    const auto search = [&](const std::vector<Run> &runs) -> std::optional<XrefEntry> {
        for (const Run &run : runs) {
            if (number >= run.first && number - run.first < run.count)
                return entryOf(run, number - run.first, m_base);
        }
        return std::nullopt;
    };
    const auto fromTable = search(m_table);
    if (m_stream.empty() || (fromTable && fromTable->kind != XrefEntry::Kind::Free))
        return fromTable;
    const auto fromStream = search(m_stream);
    return fromStream ? fromStream : fromTable;
}

int XrefSection::limit() const
{
    int highest = 0;
    for (const auto *runs : {&m_table, &m_stream}) {
        for (const Run &run : *runs)
            highest = std::max(highest, run.first + run.count);
    }
    return highest;
}

void XrefSection::each(const std::function<void(int, const XrefEntry &)> &use) const
{
    for (const auto *runs : {&m_table, &m_stream}) {
        for (const Run &run : *runs) {
            for (int i = 0; i < run.count; ++i) {
                use(run.first + i, entryOf(run, i, m_base));
            }
        }
    }
}

Error XrefReader::wrong(const char *what, qint64 at) const
{
    return {errors::badPdf, {{QStringLiteral("what"), QString::fromLatin1(what)}, {QStringLiteral("offset"), at}}, {}};
}

Result<std::vector<XrefSection>> XrefReader::chain(qint64 startXref)
{
    std::vector<XrefSection> sections;
    std::set<qint64> seen;
    for (qint64 next = startXref; next >= 0;) {
        const qint64 at = next + m_base;
        if (!seen.insert(at).second)
            return wrong("loop of cross-references", at);
        if (at < m_base || at >= m_bytes.size() || sections.size() >= maxSections)
            return wrong("cross-reference", at);
        CARRIEL_TRY(XrefSection one, section(at));
        const PdfValue previous = one.trailer["Prev"];
        if (!previous.isNull() && !previous.isInt())
            return wrong("previous cross-reference", at);
        next = previous.isInt() ? previous.toInt() : -1;
        if (previous.isInt() && next < 0)
            return wrong("previous cross-reference", at);
        sections.push_back(std::move(one));
    }
    return sections;
}

Result<XrefSection> XrefReader::section(qint64 at)
{
    PdfLexer lexer(m_bytes, at);
    if (lexer.takeWord("xref"))
        return table(lexer.at());
    XrefSection result;
    result.begin = at;
    result.isStream = true;
    CARRIEL_CHECK(stream(at, result, result.trailer, result.end));
    return result;
}

Result<XrefSection::Run> XrefReader::tableRun(PdfLexer &lexer)
{
    const qint64 first = lexer.takeNumber();
    const qint64 count = lexer.takeNumber();
    if (first < 0 || count < 0 || first + count > maxObjectNumber + 1 || count > m_bytes.size() / 10)
        return wrong("cross-reference table", lexer.at());
    XrefSection::Run run;
    run.first = int(first);
    run.count = int(count);
    lexer.skipSpace();
    const qint64 size = count * entrySize;
    const auto entry = [&](qint64 i) { return m_bytes.sliced(lexer.at() + i * entrySize, entrySize); };
    // All of fixed width, as the standard has it: they are read when they are asked for. The ends tell whether they
    // are.
    if (count > 0 && lexer.at() + size <= m_bytes.size() && isFixedEntry(entry(0)) && isFixedEntry(entry(count - 1))) {
        run.fixed = m_bytes.sliced(lexer.at(), size);
        lexer.seek(lexer.at() + size);
        return run;
    }
    run.entries.reserve(std::size_t(count));
    for (qint64 i = 0; i < count; ++i) {
        const qint64 offset = lexer.takeNumber();
        const qint64 generation = lexer.takeNumber();
        const bool used = lexer.takeWord("n");
        if (offset < 0 || generation < 0 || generation > 65535 || (!used && !lexer.takeWord("f")))
            return wrong("cross-reference table", lexer.at());
        run.entries.push_back(tableEntry(offset, generation, used, m_base));
    }
    return run;
}

Result<XrefSection> XrefReader::table(qint64 at)
{
    XrefSection result;
    result.begin = at - 4;
    result.m_base = m_base;
    PdfLexer lexer(m_bytes, at);
    while (!lexer.takeWord("trailer")) {
        CARRIEL_TRY(XrefSection::Run run, tableRun(lexer));
        if (run.count > 0)
            result.m_table.push_back(std::move(run));
    }
    CARRIEL_TRY(const PdfValue trailer, lexer.value());
    if (!trailer.isDict() || lexer.sawDuplicate())
        return wrong("trailer", lexer.at());
    result.trailer = trailer.entries();
    result.end = lexer.at();
    const PdfValue hybrid = result.trailer["XRefStm"];
    if (hybrid.isNull())
        return result;
    if (!hybrid.isInt() || hybrid.toInt() < 0 || hybrid.toInt() + m_base >= m_bytes.size())
        return wrong("hybrid cross-reference", lexer.at());
    PdfDict ignored;
    result.streamBegin = hybrid.toInt() + m_base;
    CARRIEL_CHECK(stream(result.streamBegin, result, ignored, result.streamEnd));
    return result;
}

Outcome XrefReader::stream(qint64 at, XrefSection &into, PdfDict &trailer, qint64 &end)
{
    CARRIEL_TRY(const PdfObject object, m_file.objectAt(at));
    if (!object.isStream || !object.value["Type"].isName("XRef") || object.duplicate)
        return wrong("cross-reference stream", at);
    trailer = object.value.entries();
    end = object.end;
    into.ownNumber = object.ref.number;
    into.m_base = m_base;
    CARRIEL_TRY(const QByteArray data, decodedStream(trailer, object.data));
    const PdfArray &widths = trailer["W"].items();
    if (widths.size() < 3)
        return wrong("cross-reference stream", at);
    int width[3];
    for (std::size_t i = 0; i < 3; ++i) {
        width[i] = int(widths[i].toInt(-1));
        if (width[i] < 0 || width[i] > 8)
            return wrong("cross-reference stream", at);
    }
    const int row = width[0] + width[1] + width[2];
    PdfArray index = trailer["Index"].items();
    if (index.empty())
        index = {PdfValue::integer(0), trailer["Size"]};
    qsizetype position = 0;
    for (std::size_t i = 0; i + 1 < index.size(); i += 2) {
        const qint64 first = index[i].toInt(-1);
        const qint64 count = index[i + 1].toInt(-1);
        if (first < 0 || count < 0 || first + count > maxObjectNumber + 1 || row == 0 ||
            count > (data.size() - position) / row)
            return wrong("cross-reference stream", at);
        XrefSection::Run run;
        run.first = int(first);
        run.count = int(count);
        run.entries.reserve(std::size_t(count));
        for (qint64 n = 0; n < count; ++n, position += row) {
            const quint64 kind = width[0] ? bigEndian(data, position, width[0]) : 1;
            const quint64 second = bigEndian(data, position + width[0], width[1]);
            const quint64 third = bigEndian(data, position + width[0] + width[1], width[2]);
            if (kind == 1 && second < quint64(m_bytes.size()) && third <= 65535)
                run.entries.push_back(tableEntry(qint64(second), qint64(third), true, m_base));
            else if (kind == 2 && second <= maxObjectNumber && third <= maxObjectNumber)
                run.entries.push_back({XrefEntry::Kind::InStream, qint64(second), int(third)});
            else if (kind == 1)
                run.entries.push_back(
                    {XrefEntry::Kind::At, m_bytes.size(), 0}); // past the end: an error when it is asked for
            else
                run.entries.push_back({XrefEntry::Kind::Free, 0, 0});
        }
        if (count > 0)
            into.m_stream.push_back(std::move(run));
    }
    return {};
}

} // namespace carriel::signing
