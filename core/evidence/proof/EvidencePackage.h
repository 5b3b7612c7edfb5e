// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The proof of a notification or contribution as one file that anybody can check: an ASiC-E (ETSI EN 319 162-1) whose list of digests a
// time-stamp authority may have stamped. It opens with unzip, and each statement X.jws lies there a second time as
// X.tbs and X.der, so that `openssl dgst -sha256 -verify keys/K.pem -signature X.der X.tbs` checks it. Pure;
// thread-safe.
#pragma once

#include "core/evidence/proof/Proof.h"

#include <functional>

namespace carriel::evidence {

struct ContributionProof;

class EvidencePackage
{
public:
    static Result<EvidencePackage> of(const Proof &proof); // badEvidence: no seal
    // Of a contribution (ContributionProof.h). badEvidence: neither what became of it nor what failed is there.
    static Result<EvidencePackage> of(const ContributionProof &proof);

    // Everything in it but the list and its stamp, by name.
    const QList<std::pair<QString, QByteArray>> &files() const { return m_files; }
    // What a time stamp is asked for.
    const QByteArray &manifest() const { return m_manifest; }
    // The file. `token`: a DER TimeStampToken over the manifest; empty: none, and the file says so when it is checked.
    Result<QByteArray> bytes(const QByteArray &token, const QDateTime &time) const;
    Outcome write(const std::function<Outcome(QByteArrayView)> &sink, const QByteArray &token, const QDateTime &time) const;

private:
    void add(const QString &name, const QByteArray &content, const char *type);
    void statement(const QString &name, const QByteArray &compact);
    void addRecords(const QList<ProofRecord> &records);
    void addKeys(const QList<crypto::PublicKey> &keys);
    void addLoginKey(const Proof &proof);
    void list(); // when all of it is there
    QList<std::pair<QString, QByteArray>> m_files;
    QByteArrayList m_types;
    QByteArray m_manifest;
};

struct CheckedPackage
{
    Proof proof;
    ProofReport report;
    std::optional<QDateTime> stamped; // when the file was made, if a stamp says so
};
// `file` is to stay as long as the answer, whose content may lie in it. badEvidence: no such file. Everything else is found, named, and told in the report.
Result<CheckedPackage> checkEvidence(QByteArrayView file, const Anchors &anchors);

// The two halves of a compact JWS as openssl reads them; nothing if it is none. ECDSA becomes DER (RFC 3279 §2.2.3).
struct Twin
{
    QByteArray toBeSigned, signature;
};
std::optional<Twin> twinOf(QByteArrayView compact);

} // namespace carriel::evidence
