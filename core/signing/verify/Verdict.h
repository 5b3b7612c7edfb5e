// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a verification says. Two questions, never one: is the signature good and of somebody known (ETSI EN 319 102-1),
// and what happened to the document after it. Names in text are stable: scripts read them.
#pragma once

#include "core/crypto/Certificate.h"

#include <QStringList>
#include <optional>

namespace carriel::signing {

enum class Indication { TotalPassed, Indeterminate, TotalFailed };

enum class SubIndication {
    None,
    FormatFailure,
    HashFailure,
    SigCryptoFailure,
    Revoked,
    Expired,
    NotYetValid,
    SigConstraintsFailure,
    ChainConstraintsFailure,
    CryptoConstraintsFailure,
    NoSigningCertificateFound,
    NoCertificateChainFound,
    RevokedNoPoe,
    OutOfBoundsNoPoe,
    TryLater,
};

// B0 nothing · B1 only proofs, timestamps, invisible signatures · B2 another signature or signed field · B3 form filled
// · B4 annotations · B5 altered or unexplained · B6 damaged: cannot be told.
enum class After { B0, B1, B2, B3, B4, B5, B6 };

// From best to worst; the file's is the worst of its signatures'.
enum class FileVerdict { Valid, ValidLaterChanges, Indeterminate, Invalid, Altered, Unreadable, None };

struct SignatureReport
{
    QString field;          // name of the signature field
    bool timestamp = false; // a document timestamp
    Indication indication = Indication::Indeterminate;
    SubIndication sub = SubIndication::None;
    After after = After::B6;
    QString level; // B-B, B-T, B-LT, B-LTA; empty for a document timestamp and what is no CAdES signature
    std::optional<crypto::Certificate> certificate;
    QList<crypto::Certificate> path; // to the anchor, if there is one
    bool accredited = false;         // the anchor is an accredited authority: firma digital; else firma electrónica
    QString reason, place;           // as the signer wrote them, not neutralised
    std::optional<QDateTime> claimedTime;   // what the signer's computer said
    std::optional<QDateTime> certifiedTime; // the earliest trusted timestamp
    qint64 covers = 0;                      // the signed version is the file's first so many bytes
    QStringList findings;                   // what speaks against it, in English, for experts
    QStringList notes;                      // what does not

    QString signer() const { return certificate ? certificate->name() : QString(); }
};

// An object of the network without which something stays open.
struct FetchWanted
{
    QUrl url;
    QByteArray body; // empty: GET
    bool ocsp = false;
    bool forTrustedPath = false; // the certificate that names the place leads to a trusted anchor
    QString anchorId;            // of that anchor: SHA-256 in hexadecimal
    friend bool operator==(const FetchWanted &, const FetchWanted &) = default;
};

struct VerificationReport
{
    FileVerdict verdict = FileVerdict::None;
    QList<SignatureReport> signatures; // by what they sign, the first first
    QStringList findings;              // about the file as a whole
    QList<FetchWanted> wanted;         // fetch, put into Evidence, verify again
};

QString name(Indication indication); // TOTAL-PASSED …
QString name(SubIndication sub);     // NO_CERTIFICATE_CHAIN_FOUND …; empty for None
QString name(After after);           // B0 …
QString name(FileVerdict verdict);   // valid_later_changes …

FileVerdict verdictOf(const SignatureReport &report);

} // namespace carriel::signing
