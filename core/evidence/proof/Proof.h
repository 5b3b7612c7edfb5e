// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that proves what became of a notification, byte for byte as it was received, and what a check of it finds.
// The check needs neither network nor account. Pure; thread-safe.
#pragma once

#include "core/evidence/records/Directory.h"
#include "core/signing/trust/TrustStore.h"

#include <optional>

namespace carriel::evidence {

struct ProofRecord
{
    QByteArray jws;
    QByteArray stamp; // DER TimeStampToken over the ASCII of jws; empty: none yet
    friend bool operator==(const ProofRecord &, const ProofRecord &) = default;
};

struct Proof
{
    QByteArray seal;
    QList<ProofRecord> records;                                         // by seq
    QByteArray receipt, device, idToken, certificate, dispute, consent; // compact JWS; empty: none
    QByteArray idProviderKeys;                                          // JWKS, as this computer kept it
    QByteArray directory;
    QByteArray salt, content; // after the opening: 32 bytes, and the ASiC-E; salt ‖ content is what was sealed
    QByteArray cipher;        // only of what was not as it was sealed, so that others can try it; empty: none
    QByteArray consentDevice; // the operator's word on the computer that signed the consent; empty: none is here
    // UTF-8, as they were shown: what opening means, which seal and receipt name by digest, and what was agreed to, which
    // the consent names so. Empty: it is not here; then nobody can read in the proof which words those were.
    QByteArray warningText, consentText;
};

// Whom a verifier believes: whoever signs directories by his keys (thumbprints), time stamps by their authorities. No
// authority makes its customers sign directories.
struct Anchors
{
    QByteArrayList keys;
    signing::TrustStore store;
};

enum class Weight { // the gravest first
    Broken, // it is not as it was made: nothing of it may be shown as good
    Open,   // nothing speaks against it, but it rests on somebody this verifier does not know
    Note,   // worth telling
};

// `defect` is stable, scripts read it:
// bad_form bad_signature no_key foreign_key unanchored foreign_record foreign_seal foreign_operator gap reordered
// replayed truncated chain_broken wrong_event no_handover two_handovers missing_reference wrong_reference mismatch
// bad_receipt receipt_head bad_device wrong_nonce bad_stamp stamp_time stamp_unanchored no_stamp bad_certificate
// wrong_content bad_package time_order mandate_unproven foreign_token weak_token clock content_absent
// dispute_untold dispute_shown dispute_form dispute_unfounded login_absent login_unproven consent_absent consent_unproven signer_unanchored
// id_provider_unanchored manifest unlisted twin unprotected unfinished unanswered incomplete changed extra
// warning_absent
struct Finding
{
    Weight weight = Weight::Broken;
    QString defect;
    QString where; // seal, record 3, receipt, device, content …
    friend bool operator==(const Finding &, const Finding &) = default;
};

enum class ProofVerdict { Good, Unanchored, Broken };
// The one place that decides what findings make of evidence; afterwards the gravest stand first.
ProofVerdict judge(QList<Finding> &findings);

struct TimelineEntry
{
    QString eventName;
    QDateTime happened, ingested;
    std::optional<QDateTime> stamped; // by a time-stamp authority
    QString by;                       // who opened, or the reason
    int seq = 0;
};

enum class DeliveryState { Unknown, Submitted, Available, Accessed, Certified, Cancelled, OtherMeans, NotAccessed };
QString name(DeliveryState state); // as in the protocol
std::optional<DeliveryState> deliveryStateFrom(const QString &name);

struct ProofReport
{
    ProofVerdict verdict = ProofVerdict::Broken;
    QList<Finding> findings;
    std::optional<Seal> seal;
    QList<TimelineEntry> timeline;
    DeliveryState state = DeliveryState::Unknown; // what the chain says
    std::optional<Record> handover;               // the E.1
    QByteArray head;                              // digest of the last record
    QString entityName, operatorName;             // as the directory has them
    QString disputed; // which check failed, as the holder declares; empty: no declaration of hers is in it
    bool has(const QString &defect) const;
    void judge() { verdict = evidence::judge(findings); }
};

ProofReport verifyProof(const Proof &proof, const Anchors &anchors);

// Whether `now` goes on where `before` ended: same records, perhaps more, none changed. False: history was rewritten.
bool continues(const QList<ProofRecord> &before, const QList<ProofRecord> &now);

} // namespace carriel::evidence
