// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How people name a key on a card: a PKCS #11 URI (RFC 7512), read and written by p11-kit.
#pragma once

#include "core/base/Result.h"

#include <memory>
#include <p11-kit/pkcs11.h>

struct p11_kit_uri;

namespace carriel::signing {

class TokenUri
{
public:
    // badInput: not such a URI, or one with a PIN in it (it would stand in lists of processes and histories).
    static Result<TokenUri> parse(const QString &text);

    // The driver: module-path, or module-name in the system's folder of drivers; without either all that are registered
    // on this system, by p11-kit's proxy.
    QString module() const;
    bool fitsToken(const CK_TOKEN_INFO &token) const;
    bool fitsObject(const QByteArray &label, const QByteArray &id) const;

    // A URI that names this object with the same driver.
    QString naming(const CK_TOKEN_INFO &token, const QByteArray &label, const QByteArray &id) const;

private:
    explicit TokenUri(p11_kit_uri *uri);
    std::shared_ptr<p11_kit_uri> m_uri;
};

} // namespace carriel::signing
