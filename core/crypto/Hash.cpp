// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/Hash.h"

#include "core/crypto/OpenSsl.h"

#include <openssl/obj_mac.h>

namespace carriel::crypto {

const EVP_MD *digestOf(HashKind kind)
{
    switch (kind) {
    case HashKind::Sha1:
        return EVP_sha1();
    case HashKind::Sha224:
        return EVP_sha224();
    case HashKind::Sha384:
        return EVP_sha384();
    case HashKind::Sha512:
        return EVP_sha512();
    case HashKind::Sha256:
        break;
    }
    return EVP_sha256();
}

std::optional<HashKind> hashKindOf(int nid)
{
    switch (nid) {
    case NID_sha1:
        return HashKind::Sha1;
    case NID_sha224:
        return HashKind::Sha224;
    case NID_sha256:
        return HashKind::Sha256;
    case NID_sha384:
        return HashKind::Sha384;
    case NID_sha512:
        return HashKind::Sha512;
    default:
        return std::nullopt;
    }
}

Hash::Hash(HashKind kind) : m_context(EVP_MD_CTX_new())
{
    EVP_DigestInit_ex(m_context, digestOf(kind), nullptr);
}

Hash::Hash(const Hash &other) : m_context(EVP_MD_CTX_new())
{
    EVP_MD_CTX_copy_ex(m_context, other.m_context);
}

Hash::~Hash()
{
    EVP_MD_CTX_free(m_context);
}

void Hash::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context, bytes.data(), std::size_t(bytes.size()));
}

QByteArray Hash::result()
{
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_context, out, &size);
    return {reinterpret_cast<const char *>(out), qsizetype(size)};
}

QByteArray hashOf(HashKind kind, QByteArrayView bytes)
{
    Hash hash(kind);
    hash.add(bytes);
    return hash.result();
}

} // namespace carriel::crypto
