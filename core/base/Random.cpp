// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"

#include <QRandomGenerator>

namespace carriel {

QByteArray SystemRandom::bytes(int count)
{
    QByteArray out(count, Qt::Uninitialized);
    auto *generator = QRandomGenerator::system();
    for (char &c : out)
        c = char(generator->bounded(256));
    return out;
}

quint64 SystemRandom::below(quint64 bound)
{
    return QRandomGenerator::system()->bounded(bound);
}

QString newIdText(qint64 unixMilliseconds, Random &random)
{
    QByteArray uuid = random.bytes(16);
    for (int i = 0; i < 6; ++i)
        uuid[i] = char((unixMilliseconds >> (40 - 8 * i)) & 0xff);
    uuid[6] = char(0x70 | (uuid[6] & 0x0f));
    uuid[8] = char(0x80 | (uuid[8] & 0x3f));

    static constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString text(26, Qt::Uninitialized);
    // 128 bits in groups of five, most significant first; the first character carries the three that are left over.
    for (int character = 0; character < 26; ++character) {
        int value = 0;
        for (int bit = 0; bit < 5; ++bit) {
            const int at = character * 5 + bit - 2;
            const int one = at < 0 ? 0 : (uuid[at / 8] >> (7 - at % 8)) & 1;
            value = value * 2 + one;
        }
        text[character] = QLatin1Char(alphabet[value]);
    }
    return text;
}

} // namespace carriel
