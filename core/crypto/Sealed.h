// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A sealed document: RFC 8188 content whose key lies in its own header, wrapped with a key of the person's ring. So any bytes
// of any version open with the ring alone: no list beside them can be lost, or be answered wrongly by whoever keeps them.
//
//   key id (72 bytes) = thumbprint of the person key (32 raw bytes) ‖ AES-KW(sealing key, content key) (RFC 3394)
//
// The sealing key is symmetric and derived from the person's private key. The public key would do for secrecy, but it is
// known to others: they could write a document, or a key that they know, in the person's name.
#pragma once

#include "core/crypto/Ece.h"
#include "core/crypto/Keys.h"

namespace carriel::crypto {

struct SealingKey {
    QByteArray kid; // RFC 7638 thumbprint of the person key, base64url
    SecretBytes key;

    // HKDF-SHA256(ikm = the 32 bytes of the X25519 private key, salt = "", info = "carpeta/sealed/1").
    static Result<SealingKey> of(const PrivateKey &person);
    SealingKey clone() const { return {kid, key.clone()}; }
};

inline constexpr qsizetype sealedHeaderSize = 21 + 72;
inline constexpr qint64 sealedRecordSize = 262161;
inline constexpr qint64 sealedPlainPerRecord = 262144;

qint64 sealedSizeOf(qint64 plainSize);
qint64 plainSizeOf(qint64 sealedSize); // -1: no sealed document has this size

// The thumbprint (base64url) of the person key that these first bytes are sealed with; empty if they are not sealed at all.
QByteArray sealedWith(QByteArrayView header);

// Content of any size, piece by piece, each sealer with a fresh content key.
Result<EceSealer> sealWith(const SealingKey &key);
// Records of sealed content, by their number. badCipherText: sealed with another key, or not sealed. notAuthentic.
Result<EceRecords> recordsOf(QByteArrayView header, const SealingKey &key);

// The key of these bytes alone, from their header: what somebody else needs to read this one version and nothing more. The
// same errors.
Result<SecretBytes> contentKeyOf(QByteArrayView header, const SealingKey &key);
// The whole of sealed bytes with their content key, for whom they were shared with. badCipherText, notAuthentic.
Result<QByteArray> openedWith(QByteArrayView cipher, QByteArrayView contentKey);

} // namespace carriel::crypto
