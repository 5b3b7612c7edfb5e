// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A verification as the vault keeps it, and as plain values. Private to core/services. Pure.
#pragma once

#include "core/services/Verification.h"
#include "core/signing/verify/Verdict.h"

namespace carriel {

CertificateFacts factsOf(const crypto::Certificate &certificate);
CheckedFile factsOf(const signing::VerificationReport &report);

QByteArray toJson(const CheckedFile &file); // UTF-8; certificates as DER
CheckedFile checkedFromJson(const QByteArray &json);

// When the same question may have another answer: a certificate ends, or the network could be asked again.
QDateTime dueAfter(const CheckedFile &file, bool online);

} // namespace carriel
