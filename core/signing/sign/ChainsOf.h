// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Which certificates the proofs of a document must be about.
#pragma once

#include "core/signing/pdf/PdfFile.h"
#include "core/signing/sign/RevocationGatherer.h"

namespace carriel::signing {

struct SignatureChain
{
    QList<crypto::Certificate> path; // leaf first; only the leaf if nobody above it is known
    QDateTime shownAt;               // when the earliest timestamp over it says that it existed; now without any
    bool timestamp = false;
};

struct DocumentChains
{
    QList<SignatureChain> signatures; // in the order of what they sign
    QByteArrayList certificates;      // of every path, once
    QList<RevocationWanted> wanted;   // once each
};

// Paths of every signature and every timestamp in the document. `known` helps to complete them; the self-issued ones of
// it end a path. A signature that cannot be read is left out.
// With `own` (SHA-256 of a certificate), proofs are required of its signatures alone: that nobody answers for the certificate of somebody else is
// no reason not to prove one's own.
Result<DocumentChains> chainsOf(const PdfFile &file, const QList<crypto::Certificate> &known, const QDateTime &now,
                                const std::optional<QByteArray> &own = {});

// The same of one signature and its timestamps.
DocumentChains chainsOf(const QByteArray &cms, const QList<crypto::Certificate> &known, const QDateTime &now);

// Whether proofs may be written: not for a signature of `key` whose certificate was revoked when it was made, nor by an
// authority of time that is revoked; and without a key, not if no signature held when it is shown to have existed.
// keyRevoked, timestampRefused.
Outcome mayProve(const DocumentChains &chains, const ValidationData &data,
                 const std::optional<crypto::Certificate> &key, const QDateTime &now);

// Who signed and stays without proofs, because nobody said anything of them. noRevocation if that is everybody.
Result<QStringList> unproven(const DocumentChains &chains, const ValidationData &data);

// noRevocation if nobody can be asked, because who issued the certificate is not known: of `key`, or of every
// signature.
Outcome canAsk(const DocumentChains &chains, const std::optional<crypto::Certificate> &key);

// keyRevoked if one of these lists says it of the certificate or of one above it.
Outcome notListed(const crypto::Certificate &certificate, const QList<crypto::Certificate> &known,
                  const QByteArrayList &lists, const QDateTime &now);

} // namespace carriel::signing
