// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a time-stamp authority (RFC 3161 §3.4, by http) and believes nothing that does not answer the very question.
#pragma once

#include "core/base/HttpFetch.h"
#include "core/crypto/Timestamp.h"

namespace carriel::signing {

// `imprint` is a SHA-256 digest. timestampRefused with the reason: "no authority" where there is nobody to ask, or
// what the network or the authority said. Answers from `fetch`'s thread, or at once.
void askTimestamp(HttpFetch *fetch, const QUrl &authority, const QByteArray &imprint,
                  std::function<void(Result<QByteArray>)> done);
// The signature `cms` with a stamp over its value (ETSI EN 319 122-1 §5.3): B becomes T. Errors as above.
void stampSignature(HttpFetch *fetch, const QUrl &authority, const QByteArray &cms,
                    std::function<void(Result<QByteArray>)> done);

} // namespace carriel::signing
