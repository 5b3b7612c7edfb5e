// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Verifies every signature of a PDF by two axes, and denies by default. Pure: no network, no clock, nothing is written.
// What the network could still tell is listed; who may ask, fetches it, adds it to the evidence and asks again.
#pragma once

#include "core/signing/verify/TrustCheck.h"
#include "core/signing/verify/VerifyMemo.h"

namespace carriel::signing {

// `memo`: of the same bytes, when they are asked about again. `bytes` are the whole file. `at` is the moment for which
// the question is asked, usually now.
VerificationReport verifyPdf(QByteArrayView bytes, const TrustStore &trust, const Evidence &fetched,
                             const QDateTime &at, VerifyMemo *memo = nullptr,
                             const QByteArray &password = {});

} // namespace carriel::signing
