// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/PdfFile.h"

#include "core/signing/SigningErrors.h"
#include "core/signing/pdf/Inflate.h"
#include "core/signing/pdf/PdfLexer.h"
#include "core/signing/pdf/QuickMentions.h"
#include "core/signing/pdf/XrefReader.h"

#include <algorithm>

namespace carriel::signing {

namespace {
constexpr qsizetype maxCachedStreams = 16 * 1024 * 1024;

Error wrong(const char *what, qint64 at)
{
    return {errors::badPdf, {{QStringLiteral("what"), QString::fromLatin1(what)}, {QStringLiteral("offset"), at}}, {}};
}

struct Deeper
{
    explicit Deeper(int &depth) : m_depth(depth) { ++m_depth; }
    ~Deeper() { --m_depth; }
    int &m_depth;
};
} // namespace

Result<PdfFile> PdfFile::open(QByteArrayView bytes)
{
    PdfFile file;
    file.m_bytes = bytes;
    file.m_base = bytes.first(std::min<qsizetype>(bytes.size(), 1024)).indexOf("%PDF-");
    if (file.m_base < 0)
        return Error{errors::notPdf, {}, {}};
    const qsizetype from = std::max<qsizetype>(0, bytes.size() - 2048);
    constexpr QByteArrayView keyword = "startxref";
    // Of what is shorter than the word, Qt 6.4 reads before the beginning.
    const qsizetype word = bytes.size() < keyword.size() ? -1 : bytes.sliced(from).lastIndexOf(keyword);
    if (word < 0)
        return wrong("no startxref", bytes.size());
    PdfLexer lexer(bytes, from + word + 9);
    file.m_startXref = lexer.takeNumber();
    if (file.m_startXref < 0)
        return wrong("startxref", from + word);
    XrefReader reader(file, bytes, file.m_base);
    CARRIEL_TRY(std::vector<XrefSection> sections, reader.chain(file.m_startXref));
    file.m_sections = std::move(sections);
    file.m_trailer = file.m_sections.front().trailer;
    for (const XrefSection &section : file.m_sections) {
        const qint64 size = section.trailer["Size"].toInt();
        if (size < 0 || size > maxObjectNumber + 1)
            return wrong("size of the cross-reference", section.begin);
        file.m_size = std::max({file.m_size, int(size), section.limit()});
    }
    if (!file.m_trailer["Root"].isRef())
        return wrong("no root", file.m_sections.front().begin);
    return file;
}

PdfFile PdfFile::withTable(QByteArrayView bytes, qint64 base, std::map<int, XrefEntry> table, PdfDict trailer)
{
    PdfFile file;
    file.m_bytes = bytes;
    file.m_base = base;
    file.m_rebuilt = true;
    file.m_table = std::move(table);
    file.m_trailer = std::move(trailer);
    file.m_size = file.m_table.empty() ? 1 : file.m_table.rbegin()->first + 1;
    return file;
}

std::optional<XrefEntry> PdfFile::entry(int number) const
{
    if (m_rebuilt) {
        const auto found = m_table.find(number);
        return found == m_table.end() ? std::nullopt : std::optional(found->second);
    }
    for (const XrefSection &section : m_sections) {
        if (const auto found = section.find(number))
            return found;
    }
    return std::nullopt;
}

std::map<int, XrefEntry> PdfFile::table() const
{
    std::map<int, XrefEntry> all = m_table;
    for (const XrefSection &section : m_sections) {
        section.each([&](int number, const XrefEntry &) {
            if (!all.contains(number))
                all.emplace(number, section.find(number).value_or(XrefEntry{}));
        });
    }
    return all;
}

Result<PdfObject> PdfFile::objectAt(qint64 offset) const
{
    if (offset < 0 || offset >= m_bytes.size())
        return wrong("object outside the file", offset);
    if (m_depth > 16)
        return wrong("objects that need each other", offset);
    const Deeper deeper(m_depth);
    PdfLexer lexer(m_bytes, offset);
    lexer.skipSpace();
    PdfObject object;
    object.begin = lexer.at();
    const qint64 number = lexer.takeNumber();
    const qint64 generation = lexer.takeNumber();
    if (number < 0 || number > maxObjectNumber || generation < 0 || generation > 65535 || !lexer.takeWord("obj"))
        return wrong("no object", offset);
    object.ref = {int(number), int(generation)};
    CARRIEL_TRY(object.value, lexer.value());
    object.duplicate = lexer.sawDuplicate();
    if (object.value.isDict() && lexer.takeWord("stream")) {
        qint64 at = lexer.at();
        if (at < m_bytes.size() && m_bytes[at] == '\r')
            ++at;
        if (at < m_bytes.size() && m_bytes[at] == '\n')
            ++at;
        CARRIEL_TRY(const PdfValue length, resolved(object.value["Length"]));
        const qint64 size = length.toInt(-1);
        if (size < 0 || size > m_bytes.size() - at)
            return wrong("length of a stream", offset);
        object.isStream = true;
        object.data = m_bytes.sliced(at, size);
        lexer.seek(at + size);
        // Only an end of line may stand between the data and the word: a comment there would be data for another
        // reader.
        while (!lexer.atEnd() && PdfLexer::isSpace(m_bytes[lexer.at()]))
            lexer.seek(lexer.at() + 1);
        if (!lexer.takeWord("endstream"))
            return wrong("length of a stream", offset);
    }
    if (!lexer.takeWord("endobj"))
        return wrong("object without end", offset);
    object.end = lexer.at();
    return object;
}

Result<PdfObject> PdfFile::object(PdfRef ref) const
{
    PdfObject nothing;
    nothing.ref = ref;
    const auto found = entry(ref.number);
    if (!found || found->kind == XrefEntry::Kind::Free)
        return nothing;
    if (found->kind == XrefEntry::Kind::InStream)
        return ref.generation == 0 ? fromStream(ref, *found) : Result<PdfObject>(nothing);
    if (found->generation != ref.generation)
        return nothing;
    CARRIEL_TRY(PdfObject object, objectAt(found->offset));
    if (object.ref != ref)
        return wrong("another object", found->offset);
    return object;
}

Outcome PdfFile::mentions(PdfRef ref, std::vector<int> &numbers) const
{
    const auto found = entry(ref.number);
    if (found && found->kind == XrefEntry::Kind::At && found->generation == ref.generation) {
        // What is no stream, in one pass. Everything else, and every fault, is left to object().
        if (quickMentions(m_bytes, found->offset, ref, numbers) || mentionsAt(ref, found->offset, numbers).ok())
            return {};
        numbers.clear();
    }
    CARRIEL_TRY(const PdfObject object, this->object(ref));
    numbers = mentionsOf(object.value);
    return {};
}

Outcome PdfFile::mentionsAt(PdfRef ref, qint64 offset, std::vector<int> &numbers) const
{
    if (offset < 0 || offset >= m_bytes.size())
        return wrong("object outside the file", offset);
    PdfLexer lexer(m_bytes, offset);
    if (lexer.takeNumber() != ref.number || lexer.takeNumber() != ref.generation || !lexer.takeWord("obj"))
        return wrong("another object", offset);
    CARRIEL_CHECK(lexer.mentions(numbers));
    if (!lexer.takeWord("endobj"))
        return wrong("object without end", offset);
    return {};
}

Result<std::shared_ptr<const PdfFile::ObjectStream>> PdfFile::objectStream(int number) const
{
    if (const auto cached = m_streams.find(number); cached != m_streams.end())
        return cached->second;
    const auto where = entry(number);
    if (!where || where->kind != XrefEntry::Kind::At)
        return wrong("object stream", 0);
    CARRIEL_TRY(const PdfObject object, this->object({number, where->generation}));
    if (!object.isStream || !object.value["Type"].isName("ObjStm"))
        return wrong("object stream", where->offset);
    auto stream = std::make_shared<ObjectStream>();
    CARRIEL_TRY(stream->data, decoded(object));
    CARRIEL_TRY(const PdfValue countValue, resolved(object.value["N"]));
    CARRIEL_TRY(const PdfValue firstValue, resolved(object.value["First"]));
    const qint64 count = countValue.toInt(-1);
    const qint64 first = firstValue.toInt(-1);
    if (count < 0 || count > stream->data.size() || first < 0 || first > stream->data.size())
        return wrong("object stream", where->offset);
    PdfLexer lexer(stream->data);
    stream->index.reserve(std::size_t(count));
    for (qint64 i = 0; i < count; ++i) {
        const qint64 inner = lexer.takeNumber();
        const qint64 offset = lexer.takeNumber();
        if (inner < 0 || inner > maxObjectNumber || offset < 0 || first + offset >= stream->data.size())
            return wrong("object stream", where->offset);
        stream->index.emplace_back(int(inner), first + offset);
    }
    if (m_streamBytes > maxCachedStreams) {
        m_streams.clear();
        m_streamBytes = 0;
    }
    m_streamBytes += stream->data.size();
    m_streams.emplace(number, stream);
    return std::shared_ptr<const ObjectStream>(stream);
}

Result<PdfObject> PdfFile::fromStream(PdfRef ref, const XrefEntry &entry) const
{
    CARRIEL_TRY(const std::shared_ptr<const ObjectStream> stream, objectStream(int(entry.offset)));
    const auto index = std::size_t(entry.generation);
    if (index >= stream->index.size() || stream->index[index].first != ref.number)
        return wrong("object stream", entry.offset);
    PdfLexer lexer(stream->data, stream->index[index].second);
    PdfObject object;
    object.ref = ref;
    object.inStream = int(entry.offset);
    CARRIEL_TRY(object.value, lexer.value());
    object.duplicate = lexer.sawDuplicate();
    return object;
}

Result<PdfValue> PdfFile::resolved(const PdfValue &value) const
{
    PdfValue now = value;
    for (int i = 0; i < 32 && now.isRef(); ++i) {
        CARRIEL_TRY(PdfObject object, this->object(now.target()));
        now = object.value;
    }
    if (now.isRef())
        return wrong("loop of references", 0);
    return now;
}

Result<QByteArray> PdfFile::decoded(const PdfObject &stream) const
{
    PdfDict dict = stream.value.entries();
    for (const char *key : {"Filter", "DecodeParms"}) {
        CARRIEL_TRY(PdfValue value, resolved(dict[key]));
        if (!value.isNull())
            dict.set(key, value);
    }
    if (!m_decryptor)
        return decodedStream(dict, stream.data);
    CARRIEL_TRY(const QByteArray plain, m_decryptor(stream));
    return decodedStream(dict, plain);
}

} // namespace carriel::signing
