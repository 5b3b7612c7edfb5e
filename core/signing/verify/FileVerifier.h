// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Verifies any file: a PDF, a container (ASiC-E and ASiC-S with CAdES, EN 319 162-1), or a detached CAdES signature
// with what it signs. Pure, like PdfVerifier, which it calls.
#pragma once

#include "core/signing/verify/TrustCheck.h"
#include "core/signing/verify/VerifyMemo.h"

namespace carriel::signing {

enum class SignedFormat {
    Pdf,
    Asic,      // a ZIP with something signed in it
    Cades,     // a signature beside its file
    Unchecked, // signed in a way that is not checked here: XML, a container of another kind
    None       // nothing signed, as far as its bytes tell
};

SignedFormat formatOf(QByteArrayView bytes);

// The SHA-256 of what a detached signature signs, as it says itself; empty if it says none, or another digest.
QByteArray signedDigest(QByteArrayView signature);

// `content` is what a detached signature signs; without it such a one is indeterminate. Every signature's name stands
// in `field`; `covers` is 0 but for PDFs. A file of a container that a signature does not cover makes that one B5.
VerificationReport verifyFile(QByteArrayView bytes, const std::optional<QByteArrayView> &content,
                              const TrustStore &trust, const Evidence &fetched, const QDateTime &at,
                              VerifyMemo *memo = nullptr, const QByteArray &password = {});

} // namespace carriel::signing
