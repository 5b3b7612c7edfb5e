// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/KeySource.h"

#include "core/crypto/Cms.h"
#include "core/signing/SigningErrors.h"

namespace carriel::signing {

Outcome checkSuitable(const crypto::Certificate &certificate, const QDateTime &now)
{
    const auto unsuitable = [](const char *reason) {
        return Error{errors::keyUnsuitable, {{QStringLiteral("reason"), QString::fromLatin1(reason)}}, {}};
    };
    if (now > certificate.notAfter())
        return unsuitable("expired");
    if (now < certificate.notBefore())
        return unsuitable("notYet");
    if (!certificate.mayMakeSignatures())
        return unsuitable("usage");
    const bool strong = certificate.keyKind() == crypto::Certificate::KeyKind::Rsa  ? certificate.keyBits() >= 2048
                        : certificate.keyKind() == crypto::Certificate::KeyKind::Ec ? certificate.keyBits() >= 224
                                                                                    : false;
    if (!strong)
        return unsuitable("algorithm");
    return {};
}

Result<QByteArray> assembled(crypto::CmsBuilder &builder, const Result<QByteArray> &value)
{
    if (!value.ok())
        return value.error();
    auto cms = builder.finish(value.value());
    if (!cms.ok())
        return Error{errors::keyUnsuitable, {{QStringLiteral("reason"), QStringLiteral("pair")}}, cms.error().detail};
    return cms;
}

} // namespace carriel::signing
