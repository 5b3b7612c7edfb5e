// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the recipient of sealed documents alone reads: what they are called, what for, and the key of each (openapi:
// ShareManifest). Signed by the sender's person key and encrypted to the recipient's; the grant, which the operator sees, names
// its digest, and it names the grant. Private to core/services. Thread: that of the database.
#pragma once

#include "core/crypto/PersonKey.h"
#include "core/evidence/records/ShareRecords.h"
#include "core/vault/ContactKeyStore.h"

#include <optional>
#include <vector>

namespace carriel::shares {

struct ManifestDocument {
    QString name, mediaType;
    SecretBytes contentKey;
};

struct ShareManifest {
    QString purpose, message;
    std::vector<ManifestDocument> documents; // in the grant's order
    QByteArray senderHalves; // kid(enc) ‖ kid(sig) of whoever signed it
    std::optional<vault::ContactKey> sender = std::nullopt; // of one that was opened; which generation it is, is not said
};

// JWE to `to`, for the grant's id, owner and recipient. tooMany if it is too large.
Result<QByteArray> sealedManifest(const evidence::ShareGrant &grant, const ShareManifest &manifest, const crypto::PersonKey &own,
                                  const crypto::PublicKey &to);
// CAR-VLT-040 if the key that it is for is not in this vault; manifestFalse.
Result<ShareManifest> openedManifest(vault::Database &database, const evidence::ShareGrant &grant, QByteArrayView jwe);

} // namespace carriel::shares
