// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs to a person and not to one of the computers: generation g of the key that others encrypt to and that the
// person's own sealed documents hang on, and of the key that signs its entry in the directory (docs/protocol/KEYS.md).
// It leaves a vault only wrapped, for another computer of the same person or for the recovery code.
#pragma once

#include "core/crypto/Keys.h"

namespace carriel::crypto {

struct PersonKey {
    int generation = 1;
    PrivateKey receive; // `enc`, X25519
    PrivateKey sign;    // `sig`, P-256

    static Result<PersonKey> generate(int generation);
    QByteArray kid() const { return receive.publicKey().thumbprint(); }

    // JWE {v, sub, gen, enc, sig} to `key`; `person` is inside, and compared when it is opened.
    Result<QByteArray> wrappedFor(const PublicKey &key, const QString &person) const;
    // badJwe, notAuthentic; badKey if it is another person's or no such key.
    static Result<PersonKey> unwrapped(const PrivateKey &key, const QString &person, QByteArrayView jwe);

    // JWS by this generation's `sig` that `next` follows it: so whoever has this one knows that a computer of the person made
    // the next.
    Result<QByteArray> continuedBy(const PersonKey &next, const QString &person) const;
};

// Whether that JWS names generation `generation` with exactly these public halves.
bool continues(const PublicKey &previousSign, QByteArrayView jws, const QString &person, int generation, const PublicKey &receive,
               const PublicKey &sign);

} // namespace carriel::crypto
