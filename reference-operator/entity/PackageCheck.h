// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an entity looks at before it files a contribution: who signed the request, the consent and the package, and
// that the documents are those consented to (docs/CONTRIBUTIONS.md). Nothing is taken on the operator's word but who
// the device is.
#pragma once

#include "reference-operator/entity/Home.h"

#include <QJsonObject>
#include <QMap>

namespace carriel::entity {

struct CheckedContribution
{
    QString id;
    QString person;
    QJsonObject request;   // payload
    QJsonObject statement; // payload
    QByteArray statementJws;
    QMap<QString, QByteArray> files; // of the package, by name
};

// `contribution`: schema Contribution; `operatorKeys`: schema JwkSet. Throws std::runtime_error that says what does not
// hold.
CheckedContribution checkContribution(const Home &home, const QJsonObject &contribution, const QByteArray &package,
                                      const QJsonObject &operatorKeys);

// A container whose entries are stored, one behind the other, and nothing between; throws std::runtime_error.
QMap<QString, QByteArray> filesOf(const QByteArray &container);

} // namespace carriel::entity
