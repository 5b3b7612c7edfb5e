// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/verify/SignatureCheck.h"

namespace carriel::signing {

// A CAdES signature with its archive time stamps, over bytes whose digest `digest` tells. Nothing can come after it.
SignatureReport checkCades(const QByteArray &cms, const QString &name, const DigestOf &digest, CheckContext &context);

} // namespace carriel::signing
