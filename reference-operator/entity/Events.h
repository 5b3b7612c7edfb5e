// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The delivery events that reached this entity, pushed or fetched: each is checked before it is kept, and kept before it
// is answered for. A file of one compact JWS a line, in the order in which they came.
#pragma once

#include "reference-operator/Jwk.h"
#include "reference-operator/Jws.h"

#include <QFile>
#include <QHash>
#include <QMap>
#include <QSet>
#include <functional>

namespace carriel::entity {

class Events
{
public:
    // Of the operator's keys by kid; null: it has none of that name.
    using KeyOf = std::function<op::KeyPtr(const QString &kid)>;

    // `operatorApi` is who must have written them, `entity` whose they must be. Throws std::runtime_error.
    Events(const QString &file, QString operatorApi, QString entity, KeyOf keyOf);

    struct Taken
    {
        // good: follows what is here. unconnected: what came before it is not here. contradicts: the operator signed
        // something else in its place; kept, as that is what proves it. known: it came before. Otherwise it is refused.
        QString state;
        const char *refusal = nullptr; // the error of RFC 8935, section 2.4
        QString why;
        QString notification, event;
        qint64 seq = 0;
        qint64 happened = 0; // seconds since 1970
        bool fresh() const { return !refusal && state != QLatin1StringView("known"); }
    };
    Taken take(const QByteArray &jws); // throws std::runtime_error if it cannot be kept

    // Where the feed was read to.
    QString cursor() const;
    void setCursor(const QString &cursor) const;

private:
    struct Record
    {
        QByteArray digest, previous;
    };
    QString standing(const op::Jws &jws, const QByteArray &digest);
    void remember(const op::Jws &jws, const QByteArray &digest);

    QFile m_file;
    QString m_operator, m_entity;
    KeyOf m_keyOf;
    QHash<QString, QMap<qint64, Record>> m_chains;
};

} // namespace carriel::entity
