// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/verify/TrustCheck.h"

namespace carriel::signing {

// A container. Without anything of ASiC in it the verdict is None; with XML signatures alone, indeterminate.
VerificationReport verifyAsic(QByteArrayView bytes, const TrustStore &trust, const Evidence &fetched,
                              const QDateTime &at);

} // namespace carriel::signing
