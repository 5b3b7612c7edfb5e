// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The first of the two questions: is the signature well made, and of somebody known (ETSI EN 319 102-1). For any signed
// bytes.
#pragma once

#include "core/crypto/Timestamp.h"
#include "core/signing/verify/TrustCheck.h"

#include <functional>

namespace carriel::signing {

struct CheckContext
{
    const TrustStore &trust;
    Evidence kept;                   // in the document
    Evidence others;                 // fetched
    QList<crypto::Certificate> pool; // kept in the document; help to build paths
    QDateTime now;
    QList<FetchWanted> &wanted;
    std::optional<QDateTime> provenBy; // a trusted document timestamp over all this existed then
};

using DigestOf = std::function<QByteArray(crypto::HashKind)>;

// The value of a signature over detached bytes whose digest `digest` tells. `cades`: rules of CAdES, else those of
// plain CMS.
void checkSignature(const QByteArray &cms, const DigestOf &digest, bool cades, CheckContext &context,
                    SignatureReport &report);

// A document timestamp: its token over the same bytes.
void checkDocumentTimestamp(const QByteArray &token, const DigestOf &digest, CheckContext &context,
                            SignatureReport &report);

// Says the worse; what failed is not mended by what comes later.
void fail(SignatureReport &report, Indication indication, SubIndication sub, const QString &finding);

} // namespace carriel::signing
