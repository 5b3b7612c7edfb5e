// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sealed/KeyList.h"

#include "core/crypto/Digest.h"

#include <QJsonObject>
#include <algorithm>

namespace carriel::sealed {

Result<QList<Generation>> generationsIn(const QJsonArray &keys)
{
    QList<Generation> out;
    for (const QJsonValue one : keys) {
        const QJsonObject o = one.toObject();
        CARRIEL_TRY(crypto::PublicKey receive, crypto::PublicKey::fromJwk(o.value(QLatin1String("enc")).toObject()));
        CARRIEL_TRY(crypto::PublicKey sign, crypto::PublicKey::fromJwk(o.value(QLatin1String("sig")).toObject()));
        Generation generation{o.value(QLatin1String("gen")).toInt(), std::move(receive), std::move(sign),
                              o.value(QLatin1String("continuity")).toString().toLatin1(), {}, o.value(QLatin1String("proven")).toBool()};
        const QJsonArray copies = o.value(QLatin1String("copies")).toArray();
        for (const QJsonValue copy : copies)
            generation.copies.insert(copy.toObject().value(QLatin1String("for")).toString(),
                                     copy.toObject().value(QLatin1String("jwe")).toString().toLatin1());
        out.append(std::move(generation));
    }
    std::stable_sort(out.begin(), out.end(), [](const Generation &a, const Generation &b) { return a.number < b.number; });
    return out;
}

qsizetype beginningOf(const QList<Generation> &all)
{
    qsizetype at = all.size();
    while (at > 0 && !all.at(at - 1).continuity.isEmpty())
        --at;
    return qMax<qsizetype>(0, at - 1);
}

QByteArray ringDigest(const QList<Generation> &all)
{
    QByteArray halves;
    for (qsizetype i = beginningOf(all); i < all.size(); ++i)
        halves += all.at(i).halves();
    return crypto::sha256(halves);
}

} // namespace carriel::sealed
