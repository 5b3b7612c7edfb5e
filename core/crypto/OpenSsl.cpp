// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/OpenSsl.h"

#include "core/crypto/CryptoErrors.h"

#include <openssl/err.h>

namespace carriel::crypto {

Error libraryError(const char *operation)
{
    char text[256] = "no reason given";
    if (const unsigned long code = ERR_get_error())
        ERR_error_string_n(code, text, sizeof text);
    ERR_clear_error();
    const QString name = QString::fromLatin1(operation);
    return {errors::library, {{QStringLiteral("operation"), name}}, name + QStringLiteral(": ") + QString::fromLatin1(text)};
}

} // namespace carriel::crypto
