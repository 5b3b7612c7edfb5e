// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate that a key makes for itself, because a container's signature must carry one (RFC 5652). It says whose
// key it is to nobody: a statement of the operator does. Thread-safe.
#pragma once

#include "core/crypto/Certificate.h"
#include "core/crypto/Keys.h"

namespace carriel::crypto {

// `name` becomes the common name, cut to 64 characters. P-256 alone: badKey. Valid from an hour before `from`, for a
// day.
Result<Certificate> ownCertificate(const PrivateKey &key, const QString &name, const QDateTime &from);
// ECDSA with SHA-256 in DER, as CMS has it. badKey for others than P-256.
Result<QByteArray> signDer(const PrivateKey &key, QByteArrayView message);

} // namespace carriel::crypto
