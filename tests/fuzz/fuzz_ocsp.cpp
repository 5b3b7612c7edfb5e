// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an authority says of a certificate: OCSP answers and lists (RFC 6960, RFC 5280), about the certificates of a
// kept signature.
#include "core/crypto/Cades.h"
#include "core/crypto/Revocation.h"
#include "tests/fuzz/Signed.h"

using namespace carriel;

namespace {

const QList<crypto::Certificate> &known()
{
    static const QList<crypto::Certificate> all =
        crypto::CmsSignature::parse(fuzz::kept("lta.p7s")).value().certificates();
    return all;
}

void run(const QByteArray &bytes)
{
    (void)crypto::certificatesIn(bytes);
    (void)crypto::Certificate::fromDer(bytes);
    for (const crypto::Certificate &subject : known()) {
        for (const crypto::Certificate &issuer : known()) {
            for (const auto &said :
                 {crypto::fromOcsp(bytes, subject, issuer), crypto::fromList(bytes, subject, issuer)})
                fuzz::must(!said || said->thisUpdate.isValid());
        }
    }
}

QList<QByteArray> seeds()
{
    QList<QByteArray> all{fuzz::kept("answer.ocsp")};
    all += crypto::keptOcsp(fuzz::kept("lta.p7s"));
    for (const crypto::Certificate &one : known())
        all += one.der();
    return all;
}

} // namespace

CARRIEL_FUZZ_TARGET("ocsp")
