// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/Trees.h"

#include "core/vault/Database.h"

#include <algorithm>

namespace carriel::vault {

namespace {
constexpr int usable = Database::pageSize - crypto::PageCipher::reserve;
constexpr quint32 mapped5 = usable / 5; // how many pages one page of the map tells of
constexpr quint32 lockPage = 0x40000000 / Database::pageSize + 1;
constexpr quint8 interiorIndex = 2, interiorTable = 5, leafIndex = 10, leafTable = 13;
constexpr quint8 mapsRoot = 1, mapsInner = 5;
constexpr qint64 longestRow = 1000000000; // SQLite's

bool isTree(quint8 kind)
{
    return kind == interiorIndex || kind == interiorTable || kind == leafIndex || kind == leafTable;
}
bool isInterior(quint8 kind)
{
    return kind == interiorIndex || kind == interiorTable;
}
quint32 mapOf(quint32 page)
{
    const quint32 map = (page - 2) / (mapped5 + 1) * (mapped5 + 1) + 2;
    return map == lockPage ? map + 1 : map;
}
bool isMap(quint32 page)
{
    return page > 1 && mapOf(page) == page;
}

// Numbers in a page; past its end they are 0, and what is made of them is refused.
quint32 number(const QByteArray &bytes, qsizetype at, int size)
{
    quint32 out = 0;
    for (int i = 0; i < size; ++i)
        out = out << 8 | (at + i < bytes.size() ? quint8(bytes.at(at + i)) : 0);
    return out;
}
qint64 varint(const QByteArray &bytes, qsizetype &at)
{
    quint64 out = 0;
    for (int i = 0; i < 9; ++i) {
        if (at >= bytes.size())
            return -1;
        const auto byte = quint8(bytes.at(at++));
        if (i == 8)
            return qint64(out << 8 | byte);
        out = out << 7 | (byte & 0x7f);
        if (!(byte & 0x80))
            break;
    }
    return qint64(out);
}

// §2.1. Ours have no numbers with a fraction.
std::optional<QList<Value>> record(const QByteArray &bytes)
{
    qsizetype at = 0;
    const qint64 header = varint(bytes, at);
    if (header < 1 || header > bytes.size())
        return std::nullopt;
    QList<Value> out;
    qsizetype body = header;
    while (at < header) {
        const qint64 type = varint(bytes, at);
        static constexpr int sizes[] = {0, 1, 2, 3, 4, 6, 8};
        if (type == 0 || type == 8 || type == 9) {
            out.append(type == 0 ? Value(std::monostate()) : Value(qint64(type - 8)));
        } else if (type > 0 && type <= 6) {
            const int size = sizes[type];
            if (body + size > bytes.size())
                return std::nullopt;
            qint64 value = qint8(bytes.at(body)); // the sign is the first byte's
            for (int i = 1; i < size; ++i)
                value = qint64(quint64(value) << 8 | quint8(bytes.at(body + i)));
            out.append(value);
            body += size;
        } else if (type >= 12) {
            const qint64 size = (type - 12) / 2;
            if (size > bytes.size() - body)
                return std::nullopt;
            const QByteArray piece(bytes.constData() + body, size); // an empty one is not a null one
            out.append(type % 2 ? Value(QString::fromUtf8(piece)) : Value(piece));
            body += size;
        } else {
            return std::nullopt;
        }
    }
    return out;
}
} // namespace

Trees::Trees(PageFile &pages, const QHash<QString, quint32> &roots) : m_pages(pages)
{
    look();
    readSchema(roots);
    for (auto it = m_kinds.cbegin(); it != m_kinds.cend(); ++it) {
        if (it.value() != interiorTable) // an interior page of an index has rows, too
            m_leaves[rootOf(it.key())].append(it.key());
    }
    m_leaves.remove(0);
    for (QList<quint32> &leaves : m_leaves)
        std::sort(leaves.begin(), leaves.end());
}

void Trees::look()
{
    for (quint32 page = 1; page <= m_pages.count(); ++page) {
        if (page == lockPage)
            continue;
        const std::optional<QByteArray> bytes = m_pages.page(page);
        if (!bytes) {
            ++m_unread;
            continue;
        }
        if (isMap(page)) {
            m_maps.insert(page, *bytes);
            continue;
        }
        const qsizetype begin = page == 1 ? 100 : 0;
        const auto kind = quint8(bytes->at(begin));
        if (!isTree(kind))
            continue;
        m_kinds.insert(page, kind);
        if (!isInterior(kind))
            continue;
        const quint32 cells = number(*bytes, begin + 3, 2);
        m_above.insert(number(*bytes, begin + 8, 4), page);
        for (quint32 i = 0; i < cells; ++i)
            m_above.insert(number(*bytes, number(*bytes, begin + 12 + 2 * qsizetype(i), 2), 4), page);
    }
}

// What the file says of itself stands before what this program knows: an older one has fewer tables.
void Trees::readSchema(const QHash<QString, quint32> &roots)
{
    QSet<quint32> taken{1};
    for (auto it = m_kinds.cbegin(); it != m_kinds.cend(); ++it) {
        if (it.value() != leafTable || (it.key() != 1 && rootOf(it.key()) != 1))
            continue;
        const QList<TreeRow> rows = rowsOn(it.key());
        for (const TreeRow &row : rows) {
            if (row.values.size() < 4)
                continue;
            const auto *name = std::get_if<QString>(&row.values.at(1));
            const auto *root = std::get_if<qint64>(&row.values.at(3));
            if (name && root && *root > 1) {
                m_roots.insert(*name, quint32(*root));
                taken.insert(quint32(*root));
            }
        }
    }
    for (auto it = roots.cbegin(); it != roots.cend(); ++it) {
        quint8 kind = 0;
        (void)mapped(it.value(), &kind);
        if (!m_roots.contains(it.key()) && !taken.contains(it.value()) && (kind == mapsRoot || kind == 0))
            m_roots.insert(it.key(), it.value());
    }
}

// What the map says of a page: its kind (0: the map does not read) and the page above it.
quint32 Trees::mapped(quint32 page, quint8 *kind)
{
    *kind = 0;
    const auto map = page > 2 ? m_maps.constFind(mapOf(page)) : m_maps.constEnd();
    if (map == m_maps.constEnd())
        return 0;
    const qsizetype at = 5 * qsizetype(page - mapOf(page) - 1);
    *kind = quint8(number(*map, at, 1));
    return number(*map, at + 1, 4);
}

// 0 if nobody knows any more.
quint32 Trees::rootOf(quint32 page)
{
    for (int height = 0; height < 24; ++height) {
        if (page == 1)
            return 1;
        quint8 kind = 0;
        const quint32 above = mapped(page, &kind);
        const quint32 told = m_above.value(page);
        if (kind == mapsRoot || (told == 0 && kind == 0 && m_roots.values().contains(page)))
            return page;
        if (told == 0 && kind != mapsInner)
            return 0;
        page = told != 0 ? told : above;
    }
    return 0;
}

QList<quint32> Trees::leavesOf(const QString &name) const
{
    return m_leaves.value(m_roots.value(name));
}

// A cell's content, wherever it goes on (§1.6). `at` stands on its size.
std::optional<QByteArray> Trees::payload(const QByteArray &page, qsizetype &at, bool table)
{
    const qint64 size = varint(page, at);
    if (table && size >= 0)
        (void)varint(page, at); // the row's number, read before
    if (size < 0 || size > longestRow)
        return std::nullopt;
    const qint64 most = table ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    const qint64 least = (usable - 12) * 32 / 255 - 23;
    const qint64 fitted = least + (size - least) % (usable - 4);
    const qint64 here = size <= most ? size : fitted <= most ? fitted : least;
    if (at + here > page.size())
        return std::nullopt;
    QByteArray out = page.mid(at, here);
    out.reserve(size);
    quint32 next = here < size ? number(page, at + here, 4) : 0;
    while (out.size() < size) {
        const std::optional<QByteArray> more = m_pages.page(next);
        if (!more)
            return std::nullopt;
        next = number(*more, 0, 4);
        out.append(more->constData() + 4, qMin<qint64>(usable - 4, size - out.size()));
    }
    return out;
}

QList<TreeRow> Trees::rowsOn(quint32 page)
{
    QList<TreeRow> out;
    const std::optional<QByteArray> bytes = m_pages.page(page);
    if (!bytes)
        return out;
    const qsizetype begin = page == 1 ? 100 : 0;
    const auto kind = quint8(bytes->at(begin));
    const quint32 cells = number(*bytes, begin + 3, 2);
    const qsizetype first = begin + (isInterior(kind) ? 12 : 8);
    for (quint32 i = 0; i < cells; ++i) {
        qsizetype at = number(*bytes, first + 2 * qsizetype(i), 2) + (kind == interiorIndex ? 4 : 0);
        TreeRow row;
        if (kind == leafTable) {
            qsizetype ahead = at;
            (void)varint(*bytes, ahead);
            row.number = varint(*bytes, ahead);
        }
        const std::optional<QByteArray> content = payload(*bytes, at, kind == leafTable);
        std::optional<QList<Value>> values = content ? record(*content) : std::nullopt;
        if (!values) {
            ++m_unread;
            continue;
        }
        row.values = std::move(*values);
        out.append(std::move(row));
    }
    return out;
}

} // namespace carriel::vault
