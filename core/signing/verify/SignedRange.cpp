// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/SignedRange.h"

#include "core/signing/pdf/PdfLexer.h"

#include <algorithm>

namespace carriel::signing {

namespace {

// Where the value of `key` stands in the dictionary of the object at `offset`: from its first byte to after its last.
std::optional<std::pair<qint64, qint64>> extentOf(QByteArrayView bytes, qint64 offset, QByteArrayView key)
{
    PdfLexer lexer(bytes, offset);
    if (lexer.takeNumber() < 0 || lexer.takeNumber() < 0 || !lexer.takeWord("obj"))
        return std::nullopt;
    lexer.skipSpace();
    if (lexer.atEnd() || !lexer.startsWith("<<"))
        return std::nullopt;
    lexer.seek(lexer.at() + 2);
    for (;;) {
        lexer.skipSpace();
        if (lexer.atEnd() || lexer.startsWith(">>"))
            return std::nullopt;
        const auto name = lexer.value();
        if (!name.ok() || !name.value().isName())
            return std::nullopt;
        lexer.skipSpace();
        const qint64 begin = lexer.at();
        if (!lexer.value().ok())
            return std::nullopt;
        if (name.value().isName(key))
            return std::pair(begin, lexer.at());
    }
}

bool isHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

} // namespace

SignedRange signedRange(QByteArrayView whole, const SignatureValue &found, const PdfFile::Decryptor &decryptor)
{
    SignedRange range;
    range.value = found;
    const auto bad = [&range](const char *why) {
        range.wrong = QString::fromLatin1(why);
        return range;
    };
    if (!found.readable)
        return bad("the signature cannot be read");
    const auto &[first, gap, second, rest] = found.byteRange;
    if (first != 0)
        return bad("the signed bytes do not begin at the beginning");
    if (gap > whole.size() || second > whole.size() || rest > whole.size() - second || gap + 2 > second)
        return bad("the signed bytes lie outside the file");
    range.end = second + rest;
    if (whole[gap] != '<' || whole[second - 1] != '>' || !isHex(whole.sliced(gap + 1, second - gap - 2)))
        return bad("what is not signed is more than the signature's value");
    auto opened = PdfFile::open(whole.first(range.end));
    if (!opened.ok())
        return bad("the signed version cannot be read by its own table");
    range.revision = std::move(opened).value();
    range.revision->setDecryptor(decryptor);
    const FormFields form = formFields(*range.revision);
    const std::vector<SignatureValue> values = signatureValues(*range.revision, form);
    const auto same = std::find_if(values.begin(), values.end(), [&](const SignatureValue &other) {
        return other.byteRange == found.byteRange && other.ref == found.ref && other.field.ref == found.field.ref;
    });
    if (same == values.end())
        return bad("the signed version does not have this signature");
    const auto fields = std::count_if(values.begin(), values.end(),
                                      [&](const SignatureValue &other) { return other.ref == found.ref; });
    if (fields != 1)
        return bad("one signature stands in several fields");
    range.value = *same;
    if (range.value.dict.contains("Contents") && !range.value.dict["Contents"].isString())
        return bad("the signature's value is somewhere else");
    const auto where = range.value.ref.number ? range.revision->entry(range.value.ref.number) : std::nullopt;
    if (!where || where->kind != XrefEntry::Kind::At)
        return bad("the signature is not an object of its own");
    const auto object = range.revision->object(range.value.ref);
    if (!object.ok() || object.value().duplicate)
        return bad("the signature's dictionary says something twice");
    const auto extent = extentOf(whole, object.value().begin, "Contents");
    if (!extent || extent->first != gap || extent->second != second)
        return bad("what is not signed is not this signature's value");
    if (!(range.value.dict == found.dict) || range.value.contents != found.contents)
        return bad("the signature's dictionary was changed");
    return range;
}

} // namespace carriel::signing
