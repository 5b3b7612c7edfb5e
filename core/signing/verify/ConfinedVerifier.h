// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Judges strangers' files in a child process (carriel-verify) with limits on memory and time, without files, network or
// vault: whatever a hostile file does to the readers ends there. Blocking: call it where waiting does no harm.
#pragma once

#include "core/signing/LentBytes.h"
#include "core/signing/sign/PageFacts.h"
#include "core/signing/sign/SafeToSign.h"
#include "core/signing/verify/FileVerifier.h"

#include <chrono>

namespace carriel::signing {

struct Question
{
    enum class Kind { Verify, Look }; // its signatures; what somebody who is to sign it should know
    Kind kind = Kind::Verify;
    TrustStore trust;
    Evidence fetched;
    QDateTime at;
    VerifyMemo memo = {}; // of an earlier answer about the same bytes
    bool digest = false;
    QByteArray password = {}; // of an encrypted file, if the empty one does not open it
    std::optional<VisibleBox> box = {}; // Look: where the signature is to be seen
};

struct Judgement
{
    SignedFormat format = SignedFormat::None;
    VerificationReport report; // none for None and Unchecked
    QByteArray signedDigest;   // of a signature without its content: what it signs, if SHA-256
    QByteArray sha256;         // of the file, if asked for
    VerifyMemo memo;           // for the next question
    PageFacts facts;           // Look
    QList<SafetyNote> notes;   // Look
};

// Whether a limit ended the judging, or a fault of the reader: nothing is known of such a file.
bool stoppedByLimit(const QStringList &findings);
bool stopped(const QStringList &findings);

struct ConfinedLimits
{
    // Besides what the size asks for. A file that needs more is not judged, and said so.
    std::chrono::milliseconds patience{60'000};
    QString program; // carriel-verify; empty: CARRIEL_VERIFY if that is set, else the one beside this program
};

// What a limit or a fault leaves: never an error, because such a file must not look as if it had not been tried. Time
// and memory: indeterminate. A reader that ended by itself: unreadable. The finding names it. helperMissing; fileMoved
// if somebody wrote to a file meanwhile.
Result<Judgement> judgeConfined(const LentBytes &file, const LentBytes *content, const Question &question,
                                const ConfinedLimits &limits = {});

} // namespace carriel::signing
