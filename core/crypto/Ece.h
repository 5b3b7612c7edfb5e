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

} // namespace carriel::crypto
