// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Der.h"

#include "core/crypto/X509Tools.h"

#include <algorithm>

namespace carriel::crypto::der {

std::optional<Value> take(QByteArrayView &rest)
{
    if (rest.size() < 2 || (rest[0] & 0x1f) == 0x1f)
        return std::nullopt;
    qsizetype at = 2;
    qsizetype size = uchar(rest[1]);
    if (size == 0x80)
        return std::nullopt;
    if (size > 0x80) {
        const int digits = int(size - 0x80);
        if (digits > 4 || rest.size() < 2 + digits)
            return std::nullopt;
        size = 0;
        for (int i = 0; i < digits; ++i)
            size = size << 8 | uchar(rest[at++]);
    }
    if (size > rest.size() - at)
        return std::nullopt;
    Value value{uchar(rest[0]), rest.first(at + size), rest.sliced(at, size)};
    rest = rest.sliced(at + size);
    return value;
}

std::optional<QList<Value>> all(QByteArrayView bytes)
{
    QList<Value> values;
    while (!bytes.isEmpty()) {
        const auto one = take(bytes);
        if (!one)
            return std::nullopt;
        values += *one;
    }
    return values;
}

QByteArray wrap(unsigned char tag, const QByteArray &content)
{
    QByteArray length;
    if (content.size() < 128) {
        length.append(char(content.size()));
    } else {
        for (qsizetype size = content.size(); size > 0; size >>= 8)
            length.prepend(char(size & 0xff));
        length.prepend(char(0x80 | length.size()));
    }
    return QByteArray(1, char(tag)) + length + content;
}

QByteArray oid(const char *dotted)
{
    const Owned<ASN1_OBJECT, ASN1_OBJECT_free> object(OBJ_txt2obj(dotted, 1));
    return derOf(object.get(), i2d_ASN1_OBJECT);
}

QByteArray setOf(unsigned char tag, QByteArrayList members)
{
    std::sort(members.begin(), members.end(), [](const QByteArray &a, const QByteArray &b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                            [](char x, char y) { return uchar(x) < uchar(y); });
    });
    return wrap(tag, members.join());
}

} // namespace carriel::crypto::der
