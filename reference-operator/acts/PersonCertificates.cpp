// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/PersonCertificates.h"

#include "reference-operator/Encoding.h"

#include <QFile>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/x509v3.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 10; // certificates of a chain

struct Free
{
    void operator()(X509 *c) const { X509_free(c); }
    void operator()(X509_STORE *s) const { X509_STORE_free(s); }
    void operator()(X509_STORE_CTX *c) const { X509_STORE_CTX_free(c); }
    void operator()(STACK_OF(X509) * s) const { sk_X509_pop_free(s, X509_free); }
    void operator()(BIGNUM *n) const { BN_free(n); }
};
template <typename T> using Owned = std::unique_ptr<T, Free>;

Owned<X509> certificateIn(const QJsonValue &value)
{
    const QByteArray der = fromB64(value.toString().toLatin1()).value_or(QByteArray());
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    Owned<X509> out(d2i_X509(nullptr, &at, der.size()));
    const bool whole = out && at == reinterpret_cast<const unsigned char *>(der.constData()) + der.size();
    return whole ? std::move(out) : nullptr;
}

Owned<X509_STORE> storeOf(const QString &authorities)
{
    Owned<X509_STORE> store(X509_STORE_new());
    X509_LOOKUP *lookup = X509_STORE_add_lookup(store.get(), X509_LOOKUP_file());
    if (X509_load_cert_crl_file(lookup, QFile::encodeName(authorities).constData(), X509_FILETYPE_PEM) <= 0)
        return nullptr;
    bool lists = false;
    STACK_OF(X509_OBJECT) *held = X509_STORE_get0_objects(store.get());
    for (int i = 0; i < sk_X509_OBJECT_num(held); ++i)
        lists = lists || X509_OBJECT_get_type(sk_X509_OBJECT_value(held, i)) == X509_LU_CRL;
    X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN | (lists ? X509_V_FLAG_CRL_CHECK : 0));
    return store;
}

// A person's, for signing: not an authority's.
bool maySign(X509 *leaf)
{
    const uint32_t usage = X509_get_key_usage(leaf); // all bits where it has none
    return X509_check_ca(leaf) == 0 && (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
}

bool isTaken(X509 *leaf, const QJsonArray &x5c, const QString &authorities)
{
    const Owned<X509_STORE> store = authorities.isEmpty() ? nullptr : storeOf(authorities);
    const Owned<STACK_OF(X509)> others(sk_X509_new_null());
    for (qsizetype i = 1; i < x5c.size(); ++i) {
        Owned<X509> one = certificateIn(x5c.at(i));
        if (!one || sk_X509_push(others.get(), one.get()) <= 0)
            return false;
        (void)one.release();
    }
    const Owned<X509_STORE_CTX> check(X509_STORE_CTX_new());
    return store && maySign(leaf) && X509_STORE_CTX_init(check.get(), store.get(), leaf, others.get()) == 1 &&
           X509_verify_cert(check.get()) == 1;
}

// The number of the document, alone or with its kind before it as certificates of this country and ETSI EN 319 412-1
// write it: "CC 1020304050", "IDCCO-1020304050".
bool isOf(X509 *leaf, const QString &person)
{
    const QString type = person.section(u':', 1, 1), number = person.section(u':', 2);
    X509_NAME *name = X509_get_subject_name(leaf);
    const int at = X509_NAME_get_index_by_NID(name, NID_serialNumber, -1);
    if (at < 0 || number.isEmpty() || X509_NAME_get_index_by_NID(name, NID_serialNumber, at) >= 0)
        return false;
    unsigned char *utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    const QString serial = QString::fromUtf8(reinterpret_cast<char *>(utf8), std::max(size, 0));
    OPENSSL_free(utf8);
    for (const QString &form : {QString(), QString(type + u' '), QString(type + u'-'), u"IDCCO-"_s, u"PNOCO-"_s, u"TINCO-"_s}) {
        if (serial == QString(form + number))
            return true;
    }
    return false;
}

QString numberOf(EVP_PKEY *key, const char *name)
{
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &raw) != 1)
        return {};
    const Owned<BIGNUM> number(raw);
    QByteArray bytes(BN_num_bytes(number.get()), '\0');
    BN_bn2bin(number.get(), reinterpret_cast<unsigned char *>(bytes.data()));
    return QString::fromLatin1(b64u(bytes));
}

QJsonObject jwkIn(X509 *leaf)
{
    EVP_PKEY *raw = X509_get0_pubkey(leaf);
    if (!raw)
        return {};
    if (EVP_PKEY_get_base_id(raw) == EVP_PKEY_RSA)
        return {{u"kty"_s, u"RSA"_s},
                {u"n"_s, numberOf(raw, OSSL_PKEY_PARAM_RSA_N)},
                {u"e"_s, numberOf(raw, OSSL_PKEY_PARAM_RSA_E)}};
    char group[64] = {};
    EVP_PKEY_get_utf8_string_param(raw, OSSL_PKEY_PARAM_GROUP_NAME, group, sizeof group, nullptr);
    if (EVP_PKEY_get_base_id(raw) != EVP_PKEY_EC || qstrcmp(group, "prime256v1") != 0)
        return {};
    EVP_PKEY_up_ref(raw);
    return jwkOf(KeyPtr(raw, [](EVP_PKEY *k) { EVP_PKEY_free(k); }));
}

} // namespace

PersonKey personKey(const QString &authorities, const QJsonArray &x5c, const QString &person)
{
    const Owned<X509> leaf = x5c.isEmpty() || x5c.size() > longest ? nullptr : certificateIn(x5c.first());
    if (!leaf || !isTaken(leaf.get(), x5c, authorities))
        return {{}, {}, "certificate"};
    if (!isOf(leaf.get(), person))
        return {{}, {}, "holder"};
    const QJsonObject jwk = jwkIn(leaf.get());
    PersonKey out{keyFromJwk(jwk), thumbprint(jwk).value_or(QByteArray()), nullptr};
    if (!out.key)
        out.reason = "certificate";
    return out;
}

} // namespace carriel::op
