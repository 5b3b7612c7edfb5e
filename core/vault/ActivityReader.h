// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The activity records of this vault, for people. Thread: the connection's.
#pragma once

#include "core/domain/Ids.h"
#include "core/vault/Database.h"

#include <QJsonObject>
#include <QList>

namespace carriel::vault {

struct ActivityRow
{
    QString log;
    qint64 seq = 0;
    QString kind;
    QDateTime atUtc;
    QString actor; // who did it: of the operator's log, the entity or person
    QString subject;
    QJsonObject data; // empty if its detail was erased
    bool erased = false;
};

class ActivityReader
{
public:
    explicit ActivityReader(Database &database) : m_db(database) {}
    Result<QList<ActivityRow>> newest(int most, int skip = 0);
    Result<QList<ActivityRow>> about(const ItemId &item, int most); // newest first
    // Every record as it was written, each log in its order; without what is kept of its hash.
    struct Raw
    {
        QString log;
        qint64 seq = 0;
        QByteArray bytes;
        std::optional<QByteArray> detail; // erased without
    };
    Outcome each(const std::function<void(const Raw &)> &told);
    static ActivityRow rowOf(const Raw &raw);

private:
    Database &m_db;
};

} // namespace carriel::vault
