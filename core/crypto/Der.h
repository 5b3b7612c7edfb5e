// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of DER (X.690) where OpenSSL gives no access to a part. Private to core/crypto.
#pragma once

#include <QByteArray>
#include <QList>
#include <optional>

namespace carriel::crypto::der {

struct Value
{
    unsigned char tag = 0;
    QByteArrayView whole, content;
};

// Takes the first value off `rest`. Definite lengths and single-byte tags only.
std::optional<Value> take(QByteArrayView &rest);
// All that stand one behind the other; nothing if one is broken.
std::optional<QList<Value>> all(QByteArrayView bytes);

QByteArray wrap(unsigned char tag, const QByteArray &content);
QByteArray oid(const char *dotted);
// The members of a SET OF in their order of encoding (§11.6).
QByteArray setOf(unsigned char tag, QByteArrayList members);

} // namespace carriel::crypto::der
