// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a front end knows of notifications. Values only.
#pragma once

#include "core/base/Error.h"

#include <QDate>
#include <QDateTime>
#include <QStringList>
#include <algorithm>
#include <optional>

namespace carriel {

enum class NotificationStep { Sealed, Sending, Unknown, Opened, Mismatch }; // of an opening on this computer
enum class ProofState { NotYet, Good, Unanchored, Broken };

// A day that an opened act itself sets.
struct AskedDay
{
    int number = 0;      // of its action in the act
    QString kind, label; // pay, appointment, reply, form, deadline; the act's own words, not neutralised
    QDate day;           // in Colombia
    bool rest = false;   // a Saturday, Sunday or holiday
};

struct NotificationEntry
{
    QString id;
    QString entityId, procedureId, procedureTitle;
    QString entityName;                // as the signed directory has it, or as the operator says where that has none
    bool namesake = false;             // another entity has that name too: whoever shows it shows the number
    QString title;                     // the entity's, not sensitive; not neutralised
    QString kind;                      // notification, communication, alert
    QString regime, state, caseNumber; // state: the delivery's name in the protocol
    bool sensitive = false;
    QDateTime receivedUtc, accessedUtc, expiresUtc;
    NotificationStep step = NotificationStep::Sealed;
    ProofState proof = ProofState::NotYet;
    QStringList defects; // defect@where
    // Its seal was checked with a key that a believed directory gives for this entity; else nobody knows who sent it.
    bool senderKnown() const
    {
        return (proof == ProofState::Good || proof == ProofState::Unanchored) &&
               std::none_of(defects.begin(), defects.end(), [](const QString &one) {
                   return one.startsWith(QLatin1String("no_key@")) || one.startsWith(QLatin1String("unanchored@"));
               });
    }
    bool contentHere = false;
    std::optional<QDate> lastDay; // of the term, if it runs; informative
    std::optional<QDate> extended; // lastDay is no business day: as in TermInfo
    QList<AskedDay> asked; // which of these days comes first says BindingDay.h
    bool daysUnsaid = false; // the rule does not say of which days it speaks: counted otherwise the term ends earlier
    // Not read here: the last day by the general rule, were it opened today or as it was opened elsewhere; the act may give less.
    std::optional<QDate> lastDayIfToday;
    QString termFor; // what that term is for, as the act says or, unread, the general rule; foreign words. Empty: nobody says
    // Sealed, and its term runs whether it is opened or not: from when, as in TermInfo; informative.
    std::optional<QDate> begins, beginsIfBusiness;
    bool canBeOpened() const { return step == NotificationStep::Sealed && state == QLatin1String("Available"); }
    QString mismatch; // which check failed
};

// Counted from rules; informative, and whoever shows it says so.
struct TermDay
{
    // accessed sent delivered made waited counted counted-any weekend holiday begins begins-any begins-business last
    // extended days-unsaid
    QString kind;
    QDate date;
    int number = 0;
    QString holiday;
};
struct TermInfo
{
    QString rules, source;
    bool legalEffect = true;
    std::optional<QDate> made, begins, lastDay;
    int days = 0;
    QList<TermDay> steps;
    std::optional<QDate> beginsIfBusiness; // not known yet whether it counts every day from `begins` on
    std::optional<QDate> extended;         // lastDay is no business day: the general rule moves it to here
    QString purpose{};                     // what it is for, as NotificationEntry::termFor
};

struct OpeningTerms
{
    NotificationEntry entry;
    QString entityName, operatorName; // as the signed directory says
    QString warning;                  // what the law says of opening it, as the seal names it
    QByteArray warningDigest;         // to be given back with open()
    QString acr;                      // how sure the login must be: low, medium, high, very-high
    std::optional<TermInfo> ifToday;  // the term, were it opened now
    bool byCertificate = false;       // the entity asks for a receipt signed with a certificate of the person
    bool effectOnAccess = false;      // opening is what makes the notification
    std::optional<Error> why;         // it cannot be opened now
    QDateTime consentUtc;             // of the agreement that its seal names, if that is here
};

struct ActDocumentInfo
{
    QString name, mediaType;
    bool main = false;
};
struct ActActionInfo
{
    QString kind, label, url; // url: empty unless it is of a site that the entity has registered
    QDate due;
    qint64 amount = -1;
};
// The entity's word on when it was accessed.
struct CertificateInfo
{
    QString entityId, text;
    QDateTime issuedUtc, accessedUtc;
};
struct OpenedNotification
{
    NotificationEntry entry;
    QString title, body, number;
    QDate date;
    QList<ActDocumentInfo> documents;
    QList<ActActionInfo> actions;
    std::optional<TermInfo> term;
    QString evidenceId; // of the operator's record of the access
    std::optional<CertificateInfo> certificate;
};

enum class OpeningPhase {
    Asking,
    Signing,
    Sending,
    Proving,
    Checking
}; // Proving: a login in the browser is waited for

// A record of the operator's chain.
struct EvidenceStep
{
    int seq = 0;
    QString eventName, by, reason; // by: who opened
    QDateTime happenedUtc, ingestedUtc, stampedUtc;
    int clockErrorMs = 0;        // what the operator knows of its clock
    QByteArray digest, previous; // base64url of SHA-256
    QString id, issuer;
};
struct EvidenceFinding
{
    ProofState weight = ProofState::Broken; // Good: only worth telling
    QString defect, where;                  // stable names, as in core/evidence
};
// What proves a notification, of this vault or from a file.
struct EvidenceInfo
{
    ProofState verdict = ProofState::NotYet;
    QString id, entityId, entityName, operatorName, holder, title, caseNumber, regime, state;
    QList<EvidenceStep> steps;
    QList<EvidenceFinding> findings;
    bool content = false;
    std::optional<CertificateInfo> certificate;
    QString receiptBy, receiptIssuer; // of the certificate that signed the receipt; empty: the computer's own key did
    QDateTime claimedUtc; // when the receipt was signed, by the clock of the computer that signed it
    QDateTime stampedUtc; // a file: when it was made, if a stamp says so
    QString disputed;     // the holder declares that what came is not what was sealed: the check that failed
};

struct ProcedureInfo
{
    QString id, title, description, entityId, entityName;
    QString textId, text;
    QByteArray textDigest; // base64url
};
struct ConsentInfo
{
    QString id, state, procedureId, procedureTitle, entityId, entityName, text;
    QByteArray textDigest; // base64url
    QDateTime givenUtc, withdrawnUtc;
};
// What the statements behind a consent prove.
struct ConsentCheck
{
    ProofState proof = ProofState::NotYet;
    QStringList defects; // defect@where
};

} // namespace carriel
