// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How a person reads a notification, its proof and its term. Names of the protocol go in, words come out; what is not
// known stays as it is, neutralised. Terms are always said to be informative. Thread: any, once the translator is set.
#pragma once

#include "core/services/NotificationValues.h"

namespace carriel::text {

QString dateTimeWithZone(const QDateTime &utc);       // "15 jun 2026, 1:48 p. m. (hora de Colombia)": where the moment counts
QString personWords(const QString &id);               // "NIT 900123456", of co:NIT:900123456
QString kindWords(const QString &kind);               // "Official notification"
QString stateWords(const NotificationEntry &entry);   // short: "To be opened"
QString stateMeaning(const NotificationEntry &entry); // one sentence, for one that cannot simply be opened or read
QString regimeWords(const QString &regime);           // what it is and what rule holds
QString madeOnSending(const NotificationEntry &entry); // what runs although it is sealed; empty: nothing does
QString openingMeaning(const OpeningTerms &terms);    // what opening it does, before the text of the law
QString postponing(const OpeningTerms &terms);        // what happens if it is not opened
QString openingVerb(const OpeningTerms &terms);       // on the one button
QString phaseWords(OpeningPhase phase);

QString termLine(const TermInfo &term, QDate today); // "Last day to answer: 4 Dec 2026 (in 8 days)"
QString termForWords(const QString &purpose);        // what a term is for, one sentence; empty: nobody says
QString termDayWords(const TermDay &day);            // why this day counts or does not
QString holidayWords(const QString &id);

QString proofWords(ProofState proof); // short
// Evidence that ends before an opening: until when, and that it says no more. Empty: of any other.
QString unopenedWords(const EvidenceInfo &proof);
QString proofMeaning(const EvidenceInfo &proof);
QString eventWords(const QString &eventName);         // what happened, for the timeline
QString findingWords(const EvidenceFinding &finding); // what does not fit, and where
QString mismatchWords(const QString &reason);
QString disputeWords(const EvidenceInfo &proof); // what the holder declares, and whether anybody can see it
QString actionWords(const ActActionInfo &action); // "Pay $ 1.284.000, until 4 Dec 2026"

// The words of an act are of somebody else: paragraphs, lists and emphasis as they mean them, and nothing that links,
// loads or hides (docs/protocol, Act). HTML for a label.
QString actHtml(const QString &body);

} // namespace carriel::text
