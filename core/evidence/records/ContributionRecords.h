// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an entity asks for, what a person consents to give, and what came of it (docs/CONTRIBUTIONS.md). Strictly read;
// digests are base64url of SHA-256. Pure; thread-safe.
#pragma once

#include "core/evidence/records/Directory.h"

#include <QUrl>

namespace carriel::evidence {

struct AskedDocument
{
    QString id, title;
    bool required = false;
    QStringList types, issuers, mediaTypes; // empty: any
    int notOlderThanDays = 0;               // 0: any age
    int max = 1;
    bool mustBeSigned = false; // it has to bear a signature that holds
};

struct ContributionRequest
{
    QByteArray jws, digest;
    Signer signer;
    QString id, entity, audience;
    QString holder; // whom it is for; empty: whoever answers
    QDateTime issued, expires;
    bool once = false;
    QString procedure, title, purpose, caseNumber, caseHolder, retention;
    QList<AskedDocument> documents;
    QUrl back; // page of the entity to go back to; empty: none
};
// badStatement, or the error of the form. Nothing in it may be believed yet.
Result<ContributionRequest> readContributionRequest(QByteArrayView compact);

// For whom and where it is answered.
struct Answering
{
    QString holder;   // co:CC:…
    QString audience; // the operator's api
    QString origin;   // where it was fetched, "https://host[:port]"; empty: a file or the catalogue
    QDateTime now;
};
// Why this request is not to be answered, a stable word: "signature" "unknown_entity" "audience" "holder" "expired"
// "origin" "dates" "return"; empty: nothing speaks against it.
QString troubleWith(const ContributionRequest &request, const Directory &directory, const Answering &answering);
// Scheme, host and port, as a directory lists origins.
QString originOf(const QUrl &url);

struct GivenDocument
{
    QString ask, name, mediaType, item, version;
    qint64 size = 0;
    QByteArray sha256; // 32 raw bytes
};
struct ContributionOrder
{
    QString id, holder;
    QByteArray package; // SHA-256, 32 raw bytes
    qint64 packageSize = 0;
    QByteArray code; // one-time, for the page to go back to; empty: none
    QList<GivenDocument> documents;
    QDateTime now;
};
Result<QByteArray> makeContribution(const ContributionRequest &request, const ContributionOrder &order,
                                    const crypto::PrivateKey &deviceKey);

// What operator and entity say became of it; `json`: schema Contribution.
struct ContributionOutcome
{
    QString state; // of the chain: Submitted, Delivered, Filed, Rejected
    QString filingNumber, reason;
    QDateTime submitted, handedOver, answered;
    int fetches = 0;
    QStringList defects; // empty: everything that is there holds
};
ContributionOutcome outcomeOf(const QJsonObject &json, const Directory &directory);

} // namespace carriel::evidence
