// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/PdfUpdate.h"

#include "core/base/Random.h"

#include <algorithm>

namespace carriel::signing {

namespace {
constexpr int byteRangeRoom = 60; // four numbers of up to 12 digits and their blanks

QByteArray padded(qint64 n, int width)
{
    return QByteArray::number(n).rightJustified(width, '0');
}

void putBigEndian(QByteArray &out, quint64 n, int width)
{
    for (int i = width - 1; i >= 0; --i)
        out += char(n >> (8 * i) & 0xff);
}
} // namespace

PdfUpdate::PdfUpdate(const PdfFile &file, const PdfEncryptor *encryptor)
    : m_file(file), m_encryptor(encryptor), m_next(std::max(1, file.size()))
{
    if (!file.bytes().endsWith('\n') && !file.bytes().endsWith('\r'))
        m_tail.bytes += '\n';
}

void PdfUpdate::begin(PdfRef ref)
{
    m_written[ref.number] = {XrefEntry::Kind::At, m_file.bytes().size() + m_tail.bytes.size(), ref.generation};
    m_tail.bytes += QByteArray::number(ref.number) + ' ' + QByteArray::number(ref.generation) + " obj\n";
}

PdfValue PdfUpdate::encrypted(PdfRef ref, const PdfValue &value) const
{
    if (value.isString())
        return PdfValue::string(m_encryptor->string(ref, value.bytes()));
    if (value.isArray()) {
        PdfArray items;
        for (const PdfValue &item : value.items())
            items.push_back(encrypted(ref, item));
        return PdfValue::array(std::move(items));
    }
    if (value.isDict()) {
        PdfDict dict;
        for (const auto &[name, entry] : value.entries().entries())
            dict.set(name, encrypted(ref, entry));
        return PdfValue::dict(std::move(dict));
    }
    return value;
}

void PdfUpdate::put(PdfRef ref, const PdfValue &value, Strings strings)
{
    begin(ref);
    m_tail.bytes += written(m_encryptor && strings == Strings::Plain ? encrypted(ref, value) : value) + "\nendobj\n";
}

void PdfUpdate::replace(const PdfObject &old, const PdfValue &value)
{
    // In an object stream the stream was encrypted, not its strings (§7.5.7).
    put(old.ref, value, old.inStream ? Strings::Plain : Strings::AsInFile);
}

void PdfUpdate::putStream(PdfRef ref, PdfDict dict, const QByteArray &data)
{
    const QByteArray stored = m_encryptor ? m_encryptor->stream(ref, data) : data;
    dict.set("Length", PdfValue::integer(stored.size()));
    begin(ref);
    const PdfValue value = PdfValue::dict(std::move(dict));
    m_tail.bytes +=
        written(m_encryptor ? encrypted(ref, value) : value) + "\nstream\n" + stored + "\nendstream\nendobj\n";
}

void PdfUpdate::putSignature(PdfRef ref, const PdfDict &dict, qsizetype contentsBytes)
{
    begin(ref);
    const PdfValue value = PdfValue::dict(dict);
    QByteArray body = written(m_encryptor ? encrypted(ref, value) : value);
    body.chop(2); // the closing >>
    m_tail.bytes += body + "/ByteRange [";
    m_tail.byteRangeAt = m_tail.bytes.size();
    m_tail.bytes += QByteArray(byteRangeRoom, ' ') + "]/Contents ";
    m_tail.contentsAt = m_tail.bytes.size();
    m_tail.bytes += '<' + QByteArray(2 * contentsBytes, '0') + '>'; // never encrypted (§7.6.1)
    m_tail.contentsEnd = m_tail.bytes.size();
    m_tail.bytes += ">>\nendobj\n";
}

void PdfUpdate::setByteRange(Tail &tail, qint64 originalSize)
{
    const qint64 gapEnd = originalSize + tail.contentsEnd;
    const QByteArray text = "0 " + QByteArray::number(originalSize + tail.contentsAt) + ' ' +
                            QByteArray::number(gapEnd) + ' ' + QByteArray::number(tail.bytes.size() - tail.contentsEnd);
    tail.bytes.replace(tail.byteRangeAt, byteRangeRoom, text.leftJustified(byteRangeRoom, ' '));
}

bool PdfUpdate::setContents(Tail &tail, const QByteArray &der)
{
    const QByteArray hex = der.toHex();
    if (hex.size() > tail.contentsEnd - tail.contentsAt - 2)
        return false;
    tail.bytes.replace(tail.contentsAt + 1, hex.size(), hex);
    return true;
}

PdfDict PdfUpdate::trailer() const
{
    PdfDict dict = m_file.trailer();
    for (const char *key : {"Prev", "XRefStm", "W", "Index", "Type", "Filter", "DecodeParms", "Length", "Size"})
        dict.remove(key);
    const PdfArray &old = dict["ID"].items();
    const QByteArray fresh = SystemRandom().bytes(16);
    const bool keep = old.size() == 2 && old[0].isString();
    dict.set("ID", PdfValue::array({keep ? old[0] : PdfValue::string(fresh), PdfValue::string(fresh)}));
    if (!m_file.rebuilt())
        dict.set("Prev", PdfValue::integer(m_file.startXref()));
    return dict;
}

void PdfUpdate::table(const std::map<int, XrefEntry> &entries)
{
    QByteArray &out = m_tail.bytes;
    out += "xref\n";
    for (auto it = entries.begin(); it != entries.end();) {
        auto end = it;
        int count = 0;
        while (end != entries.end() && end->first == it->first + count) {
            ++count;
            ++end;
        }
        out += QByteArray::number(it->first) + ' ' + QByteArray::number(count) + '\n';
        for (; it != end; ++it) {
            const XrefEntry &entry = it->second;
            const bool used = entry.kind == XrefEntry::Kind::At;
            out += padded(used ? entry.offset - m_file.base() : 0, 10) + ' ' +
                   padded(it->first == 0 ? 65535 : entry.generation, 5) + (used ? " n \n" : " f \n");
        }
    }
    PdfDict dict = trailer();
    dict.set("Size", PdfValue::integer(m_next));
    out += "trailer\n" + written(PdfValue::dict(std::move(dict))) + '\n';
}

void PdfUpdate::stream(std::map<int, XrefEntry> entries)
{
    const PdfRef own = newObject();
    const qint64 at = m_file.bytes().size() + m_tail.bytes.size();
    entries[own.number] = {XrefEntry::Kind::At, at, 0};
    int width = 1;
    while (width < 8 && (at >> (8 * width)) > 0)
        ++width;
    QByteArray rows;
    PdfArray index;
    int expected = -1;
    for (const auto &[number, entry] : entries) {
        if (number != expected) {
            index.push_back(PdfValue::integer(number));
            index.push_back(PdfValue::integer(0));
        }
        index.back() = PdfValue::integer(index.back().toInt() + 1);
        expected = number + 1;
        const bool inStream = entry.kind == XrefEntry::Kind::InStream;
        const bool used = entry.kind == XrefEntry::Kind::At;
        putBigEndian(rows, inStream ? 2 : (used ? 1 : 0), 1);
        putBigEndian(rows, inStream ? quint64(entry.offset) : (used ? quint64(entry.offset - m_file.base()) : 0),
                     width);
        putBigEndian(rows, quint64(entry.generation), 2);
    }
    PdfDict dict = trailer();
    dict.set("Type", PdfValue::name("XRef"));
    dict.set("Size", PdfValue::integer(m_next));
    dict.set("W", PdfValue::array({PdfValue::integer(1), PdfValue::integer(width), PdfValue::integer(2)}));
    dict.set("Index", PdfValue::array(std::move(index)));
    dict.set("Length", PdfValue::integer(rows.size()));
    m_tail.bytes += QByteArray::number(own.number) + " 0 obj\n" + written(PdfValue::dict(std::move(dict))) +
                    "\nstream\n" + rows + "\nendstream\nendobj\n";
}

PdfUpdate::Tail PdfUpdate::finish()
{
    std::map<int, XrefEntry> entries = m_written;
    bool asStream = m_file.rebuilt() ? false : m_file.sections().front().isStream;
    if (m_file.rebuilt()) {
        for (const auto &[number, entry] : m_file.table()) {
            entries.emplace(number, entry);
            asStream |= entry.kind == XrefEntry::Kind::InStream;
        }
        entries.emplace(0, XrefEntry{XrefEntry::Kind::Free, 0, 65535});
    }
    const qint64 at = m_file.bytes().size() + m_tail.bytes.size() - m_file.base();
    if (asStream)
        stream(std::move(entries));
    else
        table(entries);
    m_tail.bytes += "startxref\n" + QByteArray::number(at) + "\n%%EOF\n";
    return std::move(m_tail);
}

} // namespace carriel::signing
