// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted content of any size, streamed: RFC 8188 `aes128gcm` as the protocol fixes it: a 32-byte key used once, records of
// 262,144 plain bytes (rs = 262161), no key id, padding only in the last record, exactly one final delimiter. Each record is
// sealed, and so are their order and their end.
#pragma once

#include "core/base/Result.h"
#include "core/base/SecretBytes.h"

#include <QByteArray>

namespace carriel::crypto {

struct EceProfile {
    quint32 recordSize = 262161; // plain bytes + delimiter + tag
    QByteArray keyId;            // at most 255 bytes
    qsizetype keySize = 32;
};

class EceSealer
{
public:
    static Result<EceSealer> start(QByteArrayView key, const EceProfile &profile = {});

    // Cipher text that is ready, possibly none. The first call begins with the header.
    Result<QByteArray> add(QByteArrayView plain);
    Result<QByteArray> finish(); // the last record; then it is used up

private:
    EceSealer() = default;
    Outcome seal(bool last, QByteArray &out);

    SecretBytes m_contentKey;
    QByteArray m_nonceBase;
    QByteArray m_header;
    QByteArray m_held;
    qsizetype m_plainPerRecord = 0;
    quint64 m_record = 0;
};

class EceOpener
{
public:
    explicit EceOpener(SecretBytes key, EceProfile profile = {});

    // Plain text of whole, authentic records. notAuthentic, or badCipherText; then everything given out so far is worthless.
    Result<QByteArray> add(QByteArrayView cipher);
    Result<QByteArray> finish(); // badCipherText if the content was cut

private:
    Outcome readHeader();
    Outcome open(qsizetype size, bool last, QByteArray &out);

    SecretBytes m_key;
    EceProfile m_profile;
    SecretBytes m_contentKey;
    QByteArray m_nonceBase;
    QByteArray m_held;
    quint64 m_record = 0;
};

// Any record of content whose first bytes are known: for reading in the middle of a long document. Each record is proven,
// and that it stands at this place; `last` proves that the content ends there, so the caller must ask for the last record
// as the last one.
class EceRecords
{
public:
    // `header`: the fixed 21 bytes and the key id. badCipherText for another profile.
    static Result<EceRecords> start(QByteArrayView header, QByteArrayView key, const EceProfile &profile);

    Result<QByteArray> open(quint64 record, QByteArrayView cipher, bool last) const;

private:
    EceRecords() = default;
    SecretBytes m_contentKey;
    QByteArray m_nonceBase;
};

} // namespace carriel::crypto
