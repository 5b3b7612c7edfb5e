// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Contributions: a package of documents that a person gave to an entity for a procedure, once, and what became of it
// (docs/CONTRIBUTIONS.md). One chain of records for each; whoever appends holds the row's lock. Inside a transaction.
#pragma once

#include "reference-operator/Connection.h"
#include "reference-operator/OperatorKeys.h"
#include "reference-operator/acts/Requests.h"

#include <optional>

namespace carriel::op {

struct Config;

namespace event {
inline constexpr char filing[] = "urn:carpeta:event:Filing";
inline constexpr char filingRejection[] = "urn:carpeta:event:FilingRejection";
} // namespace event

struct Contribution
{
    QString id;
    QString folder, person;
    QString entity, procedure;
    QString box;  // the entity's folder
    qint64 n = 0; // of the entity's contributions
    qint64 rev = 0;
    QString state;                      // schema ContributionState
    QString request, statement, device; // JWS; `device` is the operator's statement about the device that signed
    QString blob;                       // of the person's folder
    QString copy;                       // the same bytes in the entity's
    QString sha256;                     // of the package, base64url
    QString head;
    qint64 records = 0;
    QString filing, filingNumber, rejection; // null: not yet
    QString causedBy;
    QString received, changed;
};

std::optional<Contribution> findContribution(Connection &c, const QString &id);
std::optional<Contribution> lockContribution(Connection &c, const QString &id); // until the end of the transaction

// What a person sends (schema ContributionSubmission). Throws already_exists, id_taken, request_invalid, request_used,
// statement_invalid, contribution_invalid.
Contribution submit(Connection &c, const Config &config, const OperatorKeys &keys, const QString &folder,
                    const QString &person, const QString &id, const QJsonObject &submission, const QString &key);
// The entity took the package: the first time it was handed over, later ones are told.
void handOver(Connection &c, const Config &config, const OperatorKeys &keys, Contribution &contribution);
// The entity's answer, signed. Throws not_available, statement_invalid, filing_number_taken.
void file(Connection &c, const Config &config, const OperatorKeys &keys, Contribution &contribution,
          const QByteArray &receipt, const QString &key);
void reject(Connection &c, const Config &config, const OperatorKeys &keys, Contribution &contribution,
            const QByteArray &rejection, const QString &key);

QJsonObject contributionJson(Connection &c, const Contribution &contribution); // schema Contribution
QJsonObject contributionChange(Connection &c, const QString &id);              // schema ContributionChange

} // namespace carriel::op
