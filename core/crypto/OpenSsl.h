// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to core/crypto: owning pointers for what OpenSSL gives out, and its errors as ours.
#pragma once

#include "core/base/Error.h"

#include <memory>
#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/x509.h>

namespace carriel::crypto {

template <auto Free> struct Freer {
    template <typename T> void operator()(T *p) const { Free(p); }
};
template <typename T, auto Free> using Owned = std::unique_ptr<T, Freer<Free>>;

using PkeyPtr = Owned<EVP_PKEY, EVP_PKEY_free>;
using PkeyCtxPtr = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using CipherCtxPtr = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
using MdCtxPtr = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using BignumPtr = Owned<BIGNUM, BN_free>;
using EcdsaSigPtr = Owned<ECDSA_SIG, ECDSA_SIG_free>;
using X509Ptr = Owned<X509, X509_free>;

// The library's own words go to the detail, and its thread-local error queue is emptied.
Error libraryError(const char *operation);

inline const unsigned char *bytesOf(const char *p) { return reinterpret_cast<const unsigned char *>(p); }
inline unsigned char *bytesOf(char *p) { return reinterpret_cast<unsigned char *>(p); }

} // namespace carriel::crypto
