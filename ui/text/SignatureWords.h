// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures in words for a person: three questions, never one. What comes out of a document is made neutral before it
// is shown. Thread: any, once the translator is set.
#pragma once

#include "core/services/Verification.h"
#include "ui/text/VerdictWords.h"

namespace carriel::text {

enum class Weight { Good, Doubt, Bad, Plain };

struct Answer
{
    QString id; // "who", "changed", "provable"; stable
    QString question;
    QString headline;
    QString text;
    Weight weight = Weight::Doubt;
};

// Who signed, has it changed since, and is its certificate good for it, now and later. Empty for a document timestamp.
// `asked`: over the network, as far as it may be.
QList<Answer> threeAnswers(const SignatureFacts &signature, bool asked = false);

VerdictWords verdictWords(const SignatureFacts &signature);
VerdictWords fileWords(const CheckedFile &file); // of the file as a whole
bool needsPassword(const CheckedFile &file);     // and was not looked at for want of it
Weight weightOf(const QString &verdict);
QString shortVerdict(const QString &verdict); // "Valid signature" … ; in a list

// What happened after it was signed, one sentence each; the signed version is the other side.
QStringList differenceWords(const SignatureFacts &signature);

QString signerOf(const SignatureFacts &signature);       // neutral; says so if nobody is named
QString issuerName(const CertificateFacts &certificate); // its common name, or all of it; neutral
QString timeOf(const SignatureFacts &signature);         // certified or claimed, and which of both; empty if none
QString levelWords(const QString &level);                // what B-B … B-LTA means

} // namespace carriel::text
