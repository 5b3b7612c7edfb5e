// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/PdfValue.h"

#include <QStringDecoder>
#include <QStringEncoder>
#include <algorithm>

namespace carriel::signing {

namespace {
const PdfValue nullValue;
const PdfArray noItems;
const PdfDict noEntries;
} // namespace

const PdfValue &PdfDict::operator[](QByteArrayView name) const
{
    for (const Entry &entry : m_entries) {
        if (entry.first == name)
            return entry.second;
    }
    return nullValue;
}

bool PdfDict::contains(QByteArrayView name) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.first == name; });
}

void PdfDict::set(const QByteArray &name, PdfValue value)
{
    for (Entry &entry : m_entries) {
        if (entry.first == name) {
            entry.second = std::move(value);
            return;
        }
    }
    m_entries.emplace_back(name, std::move(value));
}

void PdfDict::remove(QByteArrayView name)
{
    std::erase_if(m_entries, [&](const Entry &entry) { return entry.first == name; });
}

PdfValue PdfValue::boolean(bool b)
{
    PdfValue v;
    v.m_kind = Kind::Bool;
    v.m_int = b ? 1 : 0;
    return v;
}

PdfValue PdfValue::integer(qint64 i)
{
    PdfValue v;
    v.m_kind = Kind::Int;
    v.m_int = i;
    return v;
}

PdfValue PdfValue::real(QByteArray asWritten)
{
    PdfValue v;
    v.m_kind = Kind::Real;
    v.m_bytes = std::move(asWritten);
    return v;
}

PdfValue PdfValue::string(QByteArray bytes)
{
    PdfValue v;
    v.m_kind = Kind::String;
    v.m_bytes = std::move(bytes);
    return v;
}

PdfValue PdfValue::name(QByteArray bytes)
{
    PdfValue v;
    v.m_kind = Kind::Name;
    v.m_bytes = std::move(bytes);
    return v;
}

PdfValue PdfValue::array(PdfArray items)
{
    PdfValue v;
    v.m_kind = Kind::Array;
    v.m_array = std::make_shared<const PdfArray>(std::move(items));
    return v;
}

PdfValue PdfValue::dict(PdfDict entries)
{
    PdfValue v;
    v.m_kind = Kind::Dict;
    v.m_dict = std::make_shared<const PdfDict>(std::move(entries));
    return v;
}

PdfValue PdfValue::ref(PdfRef target)
{
    PdfValue v;
    v.m_kind = Kind::Ref;
    v.m_ref = target;
    return v;
}

double PdfValue::toNumber() const
{
    if (m_kind == Kind::Int)
        return double(m_int);
    return m_kind == Kind::Real ? m_bytes.toDouble() : 0.0;
}

const PdfArray &PdfValue::items() const
{
    return m_array ? *m_array : noItems;
}

const PdfDict &PdfValue::entries() const
{
    return m_dict ? *m_dict : noEntries;
}

bool operator==(const PdfDict &a, const PdfDict &b)
{
    if (a.entries().size() != b.entries().size())
        return false;
    return std::all_of(a.entries().begin(), a.entries().end(), [&](const PdfDict::Entry &entry) {
        return b.contains(entry.first) && b[entry.first] == entry.second;
    });
}

bool operator==(const PdfValue &a, const PdfValue &b)
{
    if (a.m_kind != b.m_kind)
        return false;
    switch (a.m_kind) {
    case PdfValue::Kind::Array:
        return a.m_array == b.m_array || a.items() == b.items();
    case PdfValue::Kind::Dict:
        return a.m_dict == b.m_dict || a.entries() == b.entries();
    default:
        return a.m_int == b.m_int && a.m_ref == b.m_ref && a.m_bytes == b.m_bytes;
    }
}

namespace {

void mention(const PdfValue &value, std::vector<int> &numbers)
{
    if (value.isRef())
        numbers.push_back(value.target().number);
    for (const PdfValue &item : value.items())
        mention(item, numbers);
    for (const auto &[name, entry] : value.entries().entries())
        mention(entry, numbers);
}

void writeName(const QByteArray &name, QByteArray &out)
{
    out += '/';
    for (const char c : name) {
        const auto u = uchar(c);
        if (u > 0x20 && u < 0x7f && !strchr("()<>[]{}/%#", c))
            out += c;
        else
            out += '#' + QByteArray(1, c).toHex();
    }
}

void writeValue(const PdfValue &value, QByteArray &out)
{
    switch (value.kind()) {
    case PdfValue::Kind::Null:
        out += "null";
        break;
    case PdfValue::Kind::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case PdfValue::Kind::Int:
        out += QByteArray::number(value.toInt());
        break;
    case PdfValue::Kind::Real:
        out += value.bytes();
        break;
    case PdfValue::Kind::String:
        out += '<' + value.bytes().toHex() + '>';
        break;
    case PdfValue::Kind::Name:
        writeName(value.bytes(), out);
        break;
    case PdfValue::Kind::Ref:
        out += QByteArray::number(value.target().number) + ' ' + QByteArray::number(value.target().generation) + " R";
        break;
    case PdfValue::Kind::Array:
        out += '[';
        for (const PdfValue &item : value.items()) {
            if (!out.endsWith('['))
                out += ' ';
            writeValue(item, out);
        }
        out += ']';
        break;
    case PdfValue::Kind::Dict:
        out += "<<";
        for (const auto &[name, entry] : value.entries().entries()) {
            writeName(name, out);
            out += ' ';
            writeValue(entry, out);
        }
        out += ">>";
        break;
    }
}

} // namespace

std::vector<int> mentionsOf(const PdfValue &value)
{
    std::vector<int> numbers;
    mention(value, numbers);
    return numbers;
}

QByteArray written(const PdfValue &value)
{
    QByteArray out;
    writeValue(value, out);
    return out;
}

QString textOf(const PdfValue &string)
{
    const QByteArray bytes = string.isString() ? string.bytes() : QByteArray();
    if (bytes.startsWith("\xFE\xFF"))
        return QStringDecoder(QStringDecoder::Utf16BE).decode(bytes.mid(2));
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return QString::fromUtf8(bytes.mid(3));
    return QString::fromLatin1(bytes); // PDFDocEncoding is Latin-1 for every letter of Spanish
}

PdfValue textString(const QString &text)
{
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 32 && c.unicode() < 127; });
    if (ascii)
        return PdfValue::string(text.toLatin1());
    return PdfValue::string(
        "\xFE\xFF" + QByteArray(QStringEncoder(QStringEncoder::Utf16BE, QStringEncoder::Flag::Default).encode(text)));
}

} // namespace carriel::signing
