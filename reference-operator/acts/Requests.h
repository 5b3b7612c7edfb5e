// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an entity asks people for: an object that it signs (schema ContributionRequest), given by link or by file, or
// published here for the catalogue (docs/CONTRIBUTIONS.md). Inside a transaction unless said otherwise.
#pragma once

#include "reference-operator/Connection.h"

#include <QJsonArray>
#include <QJsonObject>

namespace carriel::op {

struct Config;

struct ContributionRequest
{
    QByteArray jws;
    QJsonObject payload;
    QString id;
    QString entity;
    QString procedure;
    QString sub;       // empty: for whoever answers it
    bool once = false; // for one contribution; otherwise it is published, and for many
    qint64 expires = 0;
};

// Form and dates alone, without a transaction. Throws request_invalid with its reason.
ContributionRequest readRequest(const Config &config, const QByteArray &jws);
// Its signature is the entity's, in force now, and the procedure its own; what is for many was published. Throws
// request_invalid.
void needGenuine(Connection &c, const ContributionRequest &request);

// Throws request_invalid, already_exists, id_taken. Gives schema PublishedRequest.
QJsonObject publishRequest(Connection &c, const QString &entity, const ContributionRequest &request);
QJsonObject publishedRequest(Connection &c, const QString &id); // throws not_found, also when it is over
// Those for everybody that are not over. Schema PublishedRequestList.
QJsonObject publishedRequests(Connection &c, const QString &entity, const QString &procedure, const QString &after,
                              qint64 limit);

} // namespace carriel::op
