// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Files with certificates, as a person has them. Private to core/signing/trust.
#pragma once

#include "core/crypto/Certificate.h"

namespace carriel::signing {

Error badAnchor(const QString &file, const char *reason); // CAR-SGN-016
Result<QByteArray> contentOf(const QString &path);        // of a plain file, at most 50 MB; badAnchor
Result<QList<crypto::Certificate>> certificatesIn(const QByteArray &bytes); // PEM or DER

} // namespace carriel::signing
