// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// That a person tried to give something, and the authority's system did not take it: a JWS by the device's key over
// what was tried, when, and what came back (Ley 1437/2011 art. 62; docs/CONTRIBUTIONS.md). Times are this computer's
// but for the one that the other side said. Strictly read; pure; thread-safe.
#pragma once

#include "core/evidence/records/ContributionRecords.h"

namespace carriel::evidence {

// Tries that went the same way, one after the other.
struct FailedTry
{
    QString step;    // upload, submission
    QString outcome; // unreachable: nobody could be reached; no_answer: cut or silent; bad_answer: not of the protocol;
                     // server_error: the other side's own words, `status` and `code`
    int status = 0;  // of HTTP; 0: none came
    QString code;    // of the answer's problem; may be empty
    QDateTime first, last;
    int count = 1;
    QDateTime serverTime; // of the last answer, as it says; invalid: it did not
};

struct FailureRecord
{
    QString id, holder, entity, procedure, audience, op;
    QByteArray keyThumbprint;               // of the device key that `iss` names
    QByteArray request, statement, package; // digests, base64url
    QDateTime made;
    QList<FailedTry> tries; // oldest first
};

// Joined to the last one if it went the same way. What is beyond the five-hundredth different one is told as that.
void addTry(QList<FailedTry> &tries, const FailedTry &one);

// The whole story so far, signed again: `statement` is what could not be given.
struct FailureOrder
{
    QByteArray statement; // ContributionStatement, compact
    QString audience;     // the operator's address
    QString op;           // Idempotency-Key of the request that was tried
    QList<FailedTry> tries;
    QDateTime now;
};
Result<QByteArray> makeFailure(const FailureOrder &order, const crypto::PrivateKey &deviceKey);
Result<FailureRecord> readFailure(QByteArrayView compact); // badStatement, or the error of the form

} // namespace carriel::evidence
