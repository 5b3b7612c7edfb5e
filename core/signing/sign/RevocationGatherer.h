// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches, for certificates of the person who signs, what their authorities say of them: to be kept inside the
// document.
#pragma once

#include "core/base/HttpFetch.h"
#include "core/crypto/Revocation.h"

#include <map>
#include <memory>

namespace carriel::signing {

// What a document keeps for later (EN 319 142-1 §5.4.2.2): DER, each once.
struct ValidationData
{
    QByteArrayList certificates;
    QByteArrayList ocsp;
    QByteArrayList lists;
    std::map<QByteArray, QDateTime> revoked; // certificates (DER) that an authority says are revoked, and since when
    QByteArrayList unanswered = {};          // certificates (DER) of which nobody said anything, and need not
};

struct RevocationWanted
{
    crypto::Certificate subject;
    crypto::Certificate issuer;
    bool required = true; // else it may stay without
};

// Pairs for a path, leaf first; the last certificate needs none.
QList<RevocationWanted> wantedFor(const QList<crypto::Certificate> &path, bool required);

// One after another, OCSP before lists. noRevocation with the name if nothing usable came for a required one.
void gatherRevocation(HttpFetch &fetch, QList<RevocationWanted> wanted, const QDateTime &now,
                      std::function<void(Result<ValidationData>)> done);

} // namespace carriel::signing
