// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Verifies with what the network can tell besides. The person allowed that before; what a document names is still
// judged.
#pragma once

#include "core/base/HttpFetch.h"
#include "core/signing/verify/PdfVerifier.h"

namespace carriel::signing {

// Whether an address that a certificate of a document names may be asked: http(s), no user or fragment, a public host
// by its name or number - or one that the anchor's own data lists. What a name resolves to is not known here.
bool mayFetch(const FetchWanted &wanted, const TrustStore &trust);

// `bytes`, `trust` and `fetch` must live until it answers, once, from `fetch`'s thread; without anything to ask, at
// once. At most 24 objects are fetched, each once.
void verifyOnline(QByteArrayView bytes, const TrustStore &trust, HttpFetch &fetch, const QDateTime &at,
                  std::function<void(VerificationReport)> done);

// The same for whatever can be verified again with more evidence; nothing in `again` may dangle until it answers.
using VerifyAgain = std::function<VerificationReport(const Evidence &)>;
void verifyOnline(VerifyAgain again, const TrustStore &trust, HttpFetch &fetch,
                  std::function<void(VerificationReport)> done);

} // namespace carriel::signing
