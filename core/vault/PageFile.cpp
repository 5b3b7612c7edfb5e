// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/PageFile.h"

#include "core/vault/Database.h"
#include "core/vault/VaultErrors.h"

#include <QFileInfo>
#include <QtEndian>

namespace carriel::vault {

namespace {
constexpr qint64 headerSize = 32;
constexpr qint64 frameSize = 24 + Database::pageSize;
constexpr quint32 lockPage = 0x40000000 / Database::pageSize + 1; // never written: SQLite locks there

struct Sums {
    quint32 a = 0, b = 0;
    // §4.2, over words in the order that the log's first number names.
    void add(QByteArrayView bytes, bool big)
    {
        for (qsizetype i = 0; i + 8 <= bytes.size(); i += 8) {
            const auto word = [&](qsizetype at) {
                return big ? qFromBigEndian<quint32>(bytes.data() + at) : qFromLittleEndian<quint32>(bytes.data() + at);
            };
            a += word(i) + b;
            b += word(i + 4) + a;
        }
    }
};

quint32 at(const QByteArray &bytes, qsizetype offset)
{
    return qFromBigEndian<quint32>(bytes.constData() + offset);
}
} // namespace

LogIndex readLog(const QString &path)
{
    LogIndex out;
    QFile file(path + QLatin1String("-wal"));
    if (!file.open(QIODevice::ReadOnly))
        return out;
    const QByteArray header = file.read(headerSize);
    if (header.size() != headerSize || (at(header, 0) & ~1u) != 0x377f0682 || at(header, 8) != quint32(Database::pageSize))
        return out;
    const bool big = (at(header, 0) & 1) != 0;
    Sums sums;
    sums.add(header.first(24), big);
    if (sums.a != at(header, 24) || sums.b != at(header, 28))
        return out;
    QHash<quint32, qint64> open; // of a commit whose end is yet to come
    for (qint64 begin = headerSize;; begin += frameSize) {
        const QByteArray frame = file.read(frameSize);
        if (frame.size() != frameSize || frame.mid(8, 8) != header.mid(16, 8))
            return out;
        sums.add(frame.first(8), big);
        sums.add(QByteArrayView(frame).sliced(24), big);
        if (sums.a != at(frame, 16) || sums.b != at(frame, 20))
            return out;
        open.insert(at(frame, 0), begin + 24);
        if (const quint32 pages = at(frame, 4); pages != 0) {
            out.frames.insert(open);
            open.clear();
            out.pages = pages;
        }
    }
}

Outcome endIsThere(const QString &path)
{
    const QFileInfo info(path);
    if (QFileInfo(path + QLatin1String("-wal")).size() <= headerSize)
        return {};
    const LogIndex log = readLog(path);
    for (quint32 number = quint32(info.size() / Database::pageSize) + 1; number <= log.pages; ++number) {
        if (number != lockPage && !log.frames.contains(number))
            return Error{errors::damaged, {{QStringLiteral("path"), path}}, QStringLiteral("page %1 of %2 is not there").arg(number).arg(log.pages)};
    }
    return {};
}

QByteArray PageFile::saltOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(crypto::PageCipher::saltSize) : QByteArray();
}

PageFile::PageFile(const QString &path, const SecretBytes &key, const QList<QByteArray> &salts)
    : m_file(path), m_logFile(path + QLatin1String("-wal")), m_log(readLog(path))
{
    if (!m_file.open(QIODevice::ReadOnly))
        return;
    (void)m_logFile.open(QIODevice::ReadOnly);
    // What the last commit gave up may still stand behind its end.
    m_count = m_log.pages ? m_log.pages : quint32(m_file.size() / Database::pageSize);
    QList<QByteArray> all = salts;
    all.prepend(saltOf(path));
    if (m_log.frames.contains(1))
        all.prepend(stored(1).first(crypto::PageCipher::saltSize));
    for (const QByteArray &salt : std::as_const(all)) {
        if (salt.size() != crypto::PageCipher::saltSize)
            continue;
        auto cipher = crypto::PageCipher::of(key, salt);
        if (!cipher.ok())
            continue;
        // Under a wrong salt none opens; under the right one some do, unless everything was overwritten.
        for (quint32 number = 1; number <= m_count; ++number) {
            if (cipher.value().open(number, stored(number))) {
                m_cipher.emplace(std::move(cipher).value());
                if (const std::optional<QByteArray> first = page(1); first && m_log.pages == 0)
                    m_count = qMax(m_count, at(*first, 28)); // what was cut off is missing, and counts as such
                return;
            }
        }
    }
}

QByteArray PageFile::stored(quint32 number)
{
    const auto framed = m_log.frames.constFind(number);
    QFile &file = framed != m_log.frames.constEnd() ? m_logFile : m_file;
    const qint64 begin = framed != m_log.frames.constEnd() ? *framed : qint64(number - 1) * Database::pageSize;
    return file.seek(begin) ? file.read(Database::pageSize) : QByteArray();
}

std::optional<QByteArray> PageFile::page(quint32 number)
{
    if (!m_cipher || number == 0 || number > m_count)
        return std::nullopt;
    const QByteArray bytes = stored(number);
    return bytes.size() == Database::pageSize ? m_cipher->open(number, bytes) : std::nullopt;
}

} // namespace carriel::vault
