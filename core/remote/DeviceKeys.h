// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of this computer and how the identity provider is made to vouch for them (docs/protocol: device keys, K2 and K3).
#pragma once

#include "core/base/Random.h"
#include "core/crypto/Keys.h"

namespace carriel::remote {

struct DeviceKeys {
    crypto::PrivateKey sign;    // `ds`, P-256
    crypto::PrivateKey encrypt; // `de`, X25519

    static Result<DeviceKeys> generate();

    // PKCS#8 of both. For the vault and nowhere else.
    struct Exported {
        SecretBytes sign;
        SecretBytes encrypt;
    };
    Result<Exported> exported() const;
    static Result<DeviceKeys> imported(const Exported &keys);
};

// Made before the login whose ID token will name the keys: nonce = b64u(SHA-256(r ‖ thumbprint(ds) ‖ thumbprint(de))).
struct DeviceBinding {
    QByteArray r;  // 32 random bytes
    QString nonce; // for LoginRequest
};
DeviceBinding bindingFor(const DeviceKeys &keys, Random &random);

// What the operator says about a device: JWS `typ` carpeta-device+json. badStatement names what does not hold.
struct StatementExpectations {
    QString issuer;     // the API's address
    QString subject;    // co:CC:…
    QString device;
    QByteArray idToken; // compact
};
Outcome verifyDeviceStatement(QByteArrayView jws, const crypto::JwkSet &operatorKeys, const DeviceKeys &keys,
                              const StatementExpectations &expected);

} // namespace carriel::remote
