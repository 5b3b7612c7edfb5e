// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Time stamps (RFC 3161). Whether the authority is trusted, the caller judges. Thread-safe.
#pragma once

#include "core/crypto/Cms.h"

namespace carriel::crypto {

// A request for the SHA-256 `imprint`, certificates wanted. `nonce` is 1 to 16 bytes.
QByteArray timestampRequest(const QByteArray &imprint, const QByteArray &nonce);

class Timestamp
{
public:
    // The token in a TimeStampResp. badEncoding, or badParameters with `what` = the refusal's text.
    static Result<QByteArray> tokenOf(const QByteArray &response);
    // Well formed and signed by the certificate it names: one signer, message digest and signing certificate fit.
    static Result<Timestamp> parse(QByteArrayView token, CmsSignature::Padding padding = CmsSignature::Padding::None);

    const QDateTime &time() const { return m_time; } // UTC
    HashKind digest() const { return m_digest; }
    const QByteArray &imprint() const { return m_imprint; }
    const QByteArray &nonce() const { return m_nonce; } // without leading zeros; empty if none
    const Certificate &authority() const { return *m_cms.signer(); }
    const CmsSignature &cms() const { return m_cms; }

private:
    explicit Timestamp(CmsSignature cms) : m_cms(std::move(cms)) {}
    CmsSignature m_cms;
    QDateTime m_time;
    HashKind m_digest = HashKind::Sha256;
    QByteArray m_imprint, m_nonce;
};

} // namespace carriel::crypto
