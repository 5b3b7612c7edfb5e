// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How much a person's folder may hold, in bytes. More space - a purge, a higher limit - is told in the feed (kind
// `folder`), so that a program whose upload was refused for lack of it knows when to try again. Inside a transaction.
#pragma once

#include "reference-operator/Config.h"
#include "reference-operator/Connection.h"

namespace carriel::op {

struct Space
{
    qint64 used = 0;
    qint64 limit = 0;

    QJsonObject json() const;
};

Space spaceOf(Connection &c, const Config &config, const QString &folder);
void needSpace(Connection &c, const Config &config, const QString &folder, qint64 bytes); // throws quota_exceeded
void takeSpace(Connection &c, const Config &config, const QString &folder, qint64 bytes); // throws quota_exceeded
void freeSpace(Connection &c, const QString &folder, qint64 bytes);
// A limit of the folder's own; nothing: the configuration's. False when there is no such folder.
bool setQuota(Connection &c, const QString &folder, std::optional<qint64> bytes);
// At a start with another limit in the configuration than before.
void noticeQuota(Connection &c, const Config &config);

} // namespace carriel::op
