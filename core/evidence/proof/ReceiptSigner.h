// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whose key signed a receipt, when it was a certificate of the person and not her device. Private to core/evidence.
#pragma once

#include "core/evidence/proof/Signers.h"

namespace carriel::evidence {

// `at`: when it had its effect; invalid: it has none, and the certificate is judged at the receipt's own moment.
void checkCertified(QByteArrayView compact, const Receipt &receipt, const QDateTime &at, const Anchors &anchors,
                    Signers &signers);

} // namespace carriel::evidence
