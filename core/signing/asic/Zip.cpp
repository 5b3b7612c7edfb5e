// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/asic/Zip.h"

#include "core/signing/SigningErrors.h"

#include <QtEndian>
#include <algorithm>
#include <numeric>
#include <set>
#include <zlib.h>

namespace carriel::signing {

namespace {

constexpr quint32 localMark = 0x04034b50, directoryMark = 0x02014b50, endMark = 0x06054b50, laterMark = 0x08074b50;
constexpr qsizetype localSize = 30, directorySize = 46, endSize = 22;
constexpr quint16 utf8Flag = 0x0800, laterFlag = 0x0008;

Error bad(const char *what, const QString &name = {})
{
    return {errors::badZip, {{QStringLiteral("what"), QString::fromLatin1(what)}}, name};
}

template <typename T> T at(QByteArrayView bytes, qsizetype offset)
{
    return qFromLittleEndian<T>(bytes.data() + offset);
}

template <typename T> void append(QByteArray &to, T value)
{
    char buffer[sizeof(T)];
    qToLittleEndian(value, buffer);
    to.append(buffer, sizeof buffer);
}

// A relative path that stays inside, the same for every system.
bool isPlainName(const QString &name)
{
    if (name.isEmpty() || name.size() > 1024 || name.contains(u'\\') || name.contains(u':') ||
        std::any_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return false;
    const QString folder = name.endsWith(u'/') ? name.chopped(1) : name;
    const QStringList parts = folder.split(u'/');
    return std::none_of(parts.begin(), parts.end(), [](const QString &part) {
        return part.isEmpty() || part == QLatin1String(".") || part == QLatin1String("..");
    });
}

// Other names that a file system may take for the same: other letters, signs that nobody sees, and dots and spaces at an
// end, which Windows drops.
QString folded(const QString &name)
{
    QString plain = name.normalized(QString::NormalizationForm_KC).toCaseFolded();
    plain.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    QStringList parts = plain.split(u'/');
    for (QString &part : parts) {
        while (part.endsWith(u'.') || part.endsWith(u' '))
            part.chop(1);
    }
    return parts.join(u'/');
}

struct Directory
{
    qint64 at = 0, size = 0, count = 0;
};

Result<Directory> directoryOf(QByteArrayView bytes)
{
    // A comment may stand at the end, and would let two readers find two ends: none is taken.
    if (bytes.size() < endSize || at<quint32>(bytes, bytes.size() - endSize) != endMark)
        return bad("no plain end of the directory");
    const QByteArrayView end = bytes.last(endSize);
    const Directory directory{at<quint32>(end, 16), at<quint32>(end, 12), at<quint16>(end, 10)};
    if (at<quint16>(end, 4) != 0 || at<quint16>(end, 6) != 0 || at<quint16>(end, 8) != at<quint16>(end, 10) ||
        at<quint16>(end, 20) != 0)
        return bad("several disks or a comment");
    if (directory.count > ZipReader::mostEntries || directory.at == 0xffffffffLL || directory.count == 0xffff)
        return bad("too many entries");
    if (directory.at + directory.size != bytes.size() - endSize)
        return bad("bytes between the directory and its end");
    return directory;
}

// Other fields of an entry: some programs take its name or its sizes from there (0x7075, 0x0001), and one that is not
// known here may say anything. What is left tells of times, of owners, or pads.
bool isHarmless(QByteArrayView extra)
{
    static constexpr quint16 harmless[] = {0x000a, 0x5455, 0x5855, 0x7855, 0x7875, 0xa220, 0xcafe, 0xd935};
    qsizetype next = 0;
    while (next + 4 <= extra.size()) {
        if (std::find(std::begin(harmless), std::end(harmless), at<quint16>(extra, next)) == std::end(harmless))
            return false;
        next += 4 + at<quint16>(extra, next + 2);
    }
    return next == extra.size();
}

// Flags, method, sizes and name say the same in both places.
Result<qint64> checkLocal(QByteArrayView bytes, ZipEntry &entry, quint16 flags, QByteArrayView name, qint64 limit)
{
    if (entry.header + localSize > limit || at<quint32>(bytes, entry.header) != localMark)
        return bad("no entry where the directory says", entry.name);
    const QByteArrayView local = bytes.sliced(entry.header, localSize);
    const qsizetype nameSize = at<quint16>(local, 26), extraSize = at<quint16>(local, 28);
    entry.data = entry.header + localSize + nameSize + extraSize;
    entry.extra |= extraSize > 0;
    if (entry.data + entry.packed > limit || bytes.sliced(entry.header + localSize, nameSize) != name ||
        at<quint16>(local, 6) != flags || at<quint16>(local, 8) != entry.method)
        return bad("an entry says something else than the directory", entry.name);
    if (!isHarmless(bytes.sliced(entry.header + localSize + nameSize, extraSize)))
        return bad("a field that may give an entry another name or size", entry.name);
    const auto fits = [&](QByteArrayView said, qsizetype from) {
        return at<quint32>(said, from) == entry.crc && at<quint32>(said, from + 4) == quint32(entry.packed) &&
               at<quint32>(said, from + 8) == quint32(entry.size);
    };
    qint64 end = entry.data + entry.packed;
    if (!(flags & laterFlag)) {
        if (!fits(local, 14))
            return bad("an entry says something else than the directory", entry.name);
        return end;
    }
    if (end + 12 > limit)
        return bad("an entry ends early", entry.name);
    if (at<quint32>(bytes, end) == laterMark)
        end += 4;
    if (end + 12 > limit || !fits(bytes, end))
        return bad("an entry says something else than the directory", entry.name);
    return end + 12;
}

} // namespace

Result<ZipReader> ZipReader::open(QByteArrayView bytes)
{
    CARRIEL_TRY(const Directory directory, directoryOf(bytes));
    ZipReader reader;
    reader.m_bytes = bytes;
    std::set<QString> names;
    QStringList files;
    qint64 offset = directory.at, total = 0;
    QList<quint16> flags;
    QList<QByteArrayView> raw;
    for (qint64 i = 0; i < directory.count; ++i) {
        if (offset + directorySize > directory.at + directory.size || at<quint32>(bytes, offset) != directoryMark)
            return bad("a broken directory");
        const QByteArrayView one = bytes.sliced(offset, directorySize);
        const qsizetype nameSize = at<quint16>(one, 28), extraSize = at<quint16>(one, 30),
                        noteSize = at<quint16>(one, 32);
        if (offset + directorySize + nameSize + extraSize + noteSize > directory.at + directory.size)
            return bad("a broken directory");
        const QByteArrayView name = bytes.sliced(offset + directorySize, nameSize);
        ZipEntry entry;
        entry.name = QString::fromUtf8(name);
        entry.method = at<quint16>(one, 10);
        entry.crc = at<quint32>(one, 16);
        entry.packed = at<quint32>(one, 20);
        entry.size = at<quint32>(one, 24);
        entry.header = at<quint32>(one, 42);
        entry.extra = extraSize > 0;
        flags += at<quint16>(one, 8);
        raw += name;
        if (flags.last() & ~quint16(utf8Flag | laterFlag | 0x0006))
            return bad("encrypted, or packed in an unknown way", entry.name);
        if (entry.method != 0 && entry.method != 8)
            return bad("packed in an unknown way", entry.name);
        if (!isHarmless(bytes.sliced(offset + directorySize + nameSize, extraSize)))
            return bad("a field that may give an entry another name or size", entry.name);
        if (!isPlainName(entry.name) || entry.name.toUtf8() != name)
            return bad("a name that leaves the container", entry.name);
        const bool folder = entry.name.endsWith(u'/');
        const QString plain = folded(folder ? entry.name.chopped(1) : entry.name);
        if (!names.insert(plain).second)
            return bad("a name stands twice", entry.name);
        if (!folder)
            files += plain;
        constexpr quint32 unixMade = 3, linkKind = 0120000, kinds = 0170000; // links lead elsewhere
        if ((at<quint16>(one, 4) >> 8) == unixMade && (at<quint32>(one, 38) >> 16 & kinds) == linkKind)
            return bad("a link instead of a file", entry.name);
        constexpr qint64 packedNothing = 2; // as some programs deflate no bytes at all
        if (folder && (entry.size != 0 || entry.packed > (entry.method == 8 ? packedNothing : 0)))
            return bad("bytes in a folder", entry.name);
        total += entry.size;
        if (total > mostBytes || entry.size > std::max<qint64>(entry.packed, 1) * highestRatio + 1024 ||
            (entry.method == 0 && entry.size != entry.packed))
            return bad("sizes that cannot be", entry.name);
        reader.m_entries += entry;
        offset += directorySize + nameSize + extraSize + noteSize;
    }
    if (offset != directory.at + directory.size)
        return bad("a broken directory");
    for (const QString &file : std::as_const(files)) { // whichever is unpacked first stands in the other's way
        const auto inside = names.lower_bound(file + u'/');
        if (inside != names.end() && inside->startsWith(file + u'/'))
            return bad("a name stands twice", file);
    }
    // One behind the other from the first byte to the directory: nothing hides between them.
    QList<qsizetype> order(reader.m_entries.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(),
              [&](auto a, auto b) { return reader.m_entries[a].header < reader.m_entries[b].header; });
    qint64 expected = 0;
    QList<ZipEntry> sorted;
    for (const qsizetype i : std::as_const(order)) {
        if (reader.m_entries[i].header != expected)
            return bad("bytes that belong to no entry", reader.m_entries[i].name);
        CARRIEL_TRY(expected, checkLocal(bytes, reader.m_entries[i], flags[i], raw[i], directory.at));
        if (reader.m_entries[i].name.endsWith(u'/')) // nobody reads it later
            CARRIEL_CHECK(reader.read(reader.m_entries[i], [](QByteArrayView) {}));
        sorted += reader.m_entries[i];
    }
    if (expected != directory.at)
        return bad("bytes that belong to no entry");
    reader.m_entries = sorted;
    return reader;
}

const ZipEntry *ZipReader::find(const QString &name) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](auto &one) { return one.name == name; });
    return found == m_entries.end() ? nullptr : &*found;
}

Outcome ZipReader::read(const ZipEntry &entry, const std::function<void(QByteArrayView)> &part) const
{
    const QByteArrayView packed = m_bytes.sliced(entry.data, entry.packed);
    uLong crc = crc32(0, nullptr, 0);
    qint64 size = 0;
    const auto give = [&](QByteArrayView bytes) {
        for (qsizetype from = 0; from < bytes.size(); from += 1 << 20) {
            const QByteArrayView piece = bytes.sliced(from, std::min<qsizetype>(1 << 20, bytes.size() - from));
            crc = crc32(crc, reinterpret_cast<const Bytef *>(piece.data()), uInt(piece.size()));
            part(piece);
        }
        size += bytes.size();
    };
    if (entry.method == 0) {
        give(packed);
    } else {
        z_stream stream{};
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
            return bad("memory", entry.name);
        QByteArray out(256 * 1024, Qt::Uninitialized);
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
        stream.avail_in = uInt(packed.size());
        int answer = Z_OK;
        while (answer == Z_OK && size <= entry.size) {
            stream.next_out = reinterpret_cast<Bytef *>(out.data());
            stream.avail_out = uInt(out.size());
            answer = inflate(&stream, Z_NO_FLUSH);
            give(QByteArrayView(out).first(out.size() - qsizetype(stream.avail_out)));
        }
        const bool whole = answer == Z_STREAM_END && stream.avail_in == 0;
        inflateEnd(&stream);
        if (!whole)
            return bad("broken data", entry.name);
    }
    if (size != entry.size || quint32(crc) != entry.crc)
        return bad("broken data", entry.name);
    return {};
}

Result<QByteArray> ZipReader::bytesOf(const ZipEntry &entry, qint64 limit) const
{
    if (entry.size > limit)
        return Error{errors::tooLarge, {{QStringLiteral("what"), entry.name}}, {}};
    QByteArray all;
    CARRIEL_CHECK(read(entry, [&all](QByteArrayView part) { all.append(part); }));
    return all;
}

ZipWriter::ZipWriter(Sink sink, const QDateTime &time) : m_sink(std::move(sink))
{
    const QDateTime utc = time.toUTC();
    const int year = std::clamp(utc.date().year(), 1980, 2107);
    m_dosTime = quint32((year - 1980) << 25 | utc.date().month() << 21 | utc.date().day() << 16 |
                        utc.time().hour() << 11 | utc.time().minute() << 5 | utc.time().second() / 2);
}

Outcome ZipWriter::put(QByteArrayView bytes)
{
    m_at += bytes.size();
    return m_sink(bytes);
}

Outcome ZipWriter::add(const QString &name, QByteArrayView bytes)
{
    if (m_at + bytes.size() > 0xf0000000LL)
        return Error{errors::tooLarge, {{QStringLiteral("what"), name}}, {}};
    uLong crc = crc32(0, nullptr, 0);
    for (qsizetype from = 0; from < bytes.size(); from += 1 << 20)
        crc = crc32(crc, reinterpret_cast<const Bytef *>(bytes.data() + from),
                    uInt(std::min<qsizetype>(1 << 20, bytes.size() - from)));
    const QByteArray utf8 = name.toUtf8();
    const bool plain = std::all_of(utf8.begin(), utf8.end(), [](char c) { return uchar(c) < 0x80; });
    QByteArray common;
    append<quint16>(common, 20); // version needed
    append<quint16>(common, plain ? 0 : utf8Flag);
    append<quint16>(common, 0); // stored
    append<quint32>(common, m_dosTime);
    append<quint32>(common, quint32(crc));
    append<quint32>(common, quint32(bytes.size()));
    append<quint32>(common, quint32(bytes.size()));
    append<quint16>(common, quint16(utf8.size()));
    append<quint16>(common, 0); // no extra field
    append<quint32>(m_directory, directoryMark);
    append<quint16>(m_directory, 20);
    m_directory += common;
    m_directory.append(8, '\0'); // no comment, first disk, attributes
    append<quint16>(m_directory, 0);
    append<quint32>(m_directory, quint32(m_at));
    m_directory += utf8;
    ++m_count;
    QByteArray local;
    append<quint32>(local, localMark);
    CARRIEL_CHECK(put(QByteArray(local + common + utf8)));
    return put(bytes);
}

Outcome ZipWriter::finish()
{
    QByteArray end;
    append<quint32>(end, endMark);
    append<quint32>(end, 0);
    append<quint16>(end, quint16(m_count));
    append<quint16>(end, quint16(m_count));
    append<quint32>(end, quint32(m_directory.size()));
    append<quint32>(end, quint32(m_at));
    append<quint16>(end, 0);
    return put(QByteArray(m_directory + end));
}

} // namespace carriel::signing
