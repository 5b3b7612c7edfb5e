// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The digests that signatures of other people use. We make SHA-256 alone; the rest is read. Thread-safe; a Hash belongs
// to one.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

struct evp_md_ctx_st;
struct evp_md_st;

namespace carriel::crypto {

enum class HashKind { Sha1, Sha224, Sha256, Sha384, Sha512 };

class Hash
{
public:
    explicit Hash(HashKind kind = HashKind::Sha256);
    ~Hash();
    Hash(const Hash &other); // goes on from the same state
    Hash &operator=(const Hash &) = delete;

    void add(QByteArrayView bytes);
    QByteArray result(); // once

private:
    evp_md_ctx_st *m_context;
};

QByteArray hashOf(HashKind kind, QByteArrayView bytes);
const evp_md_st *digestOf(HashKind kind);    // for core/crypto
std::optional<HashKind> hashKindOf(int nid); // for core/crypto
inline bool isOld(HashKind kind)
{
    return kind == HashKind::Sha1;
} // no longer proof of anything (ETSI TS 119 312)

} // namespace carriel::crypto
