// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SecretBytes.h"
#include "core/signing/KeySource.h"

#include <memory>

namespace carriel::signing {

// A PKCS#12 file (.p12, .pfx). badKeyFile, wrongPin. The password is needed for opening alone.
Result<std::unique_ptr<KeySource>> openPkcs12(const QString &path, const SecretBytes &password);

} // namespace carriel::signing
