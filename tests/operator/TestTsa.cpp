// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/operator/TestTsa.h"

#include "tests/operator/Pki.h"

#include <ctime>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

namespace carriel::op::test {

namespace {

std::shared_ptr<X509> certificate(const KeyPtr &key, const char *purpose)
{
    X509 *cert = X509_new();
    X509_set_version(cert, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(cert), 7);
    X509_gmtime_adj(X509_getm_notBefore(cert), -3600);
    X509_gmtime_adj(X509_getm_notAfter(cert), 86400);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(cert), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>("Estampas"), -1, -1, 0);
    X509_set_issuer_name(cert, X509_get_subject_name(cert));
    X509_set_pubkey(cert, key.get());
    for (const auto &[nid, value] :
         {std::pair{NID_ext_key_usage, purpose}, {NID_key_usage, "critical,digitalSignature"}}) {
        X509_EXTENSION *e = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value);
        X509_add_ext(cert, e, -1);
        X509_EXTENSION_free(e);
    }
    X509_sign(cert, key.get(), EVP_sha256());
    return {cert, X509_free};
}

ASN1_INTEGER *serial(TS_resp_ctx *, void *)
{
    ASN1_INTEGER *out = ASN1_INTEGER_new();
    ASN1_INTEGER_set(out, 1);
    return out;
}

int clock(TS_resp_ctx *, void *shift, long *seconds, long *micros)
{
    *seconds = std::time(nullptr) + static_cast<std::atomic<qint64> *>(shift)->load();
    *micros = 0;
    return 1;
}

} // namespace

TestTsa::TestTsa()
    : m_key(makeKey()), m_good(certificate(m_key, "critical,timeStamping")),
      m_other(certificate(m_key, "critical,serverAuth"))
{
    m_server.Post("/tsa", [this](const httplib::Request &request, httplib::Response &response) {
        response.set_content(answer(request.body), "application/timestamp-reply");
        ++asked;
    });
    m_port = m_server.bind_to_any_port("127.0.0.1");
    m_thread = std::thread([this] { m_server.listen_after_bind(); });
}

TestTsa::~TestTsa()
{
    m_server.stop();
    m_thread.join();
}

QString TestTsa::url() const
{
    return QString(QStringLiteral("http://127.0.0.1:") + QString::number(m_port) + QStringLiteral("/tsa"));
}

std::string TestTsa::answer(const std::string &question)
{
    const std::shared_ptr<TS_RESP_CTX> ctx(TS_RESP_CTX_new(), TS_RESP_CTX_free);
    TS_RESP_CTX_set_serial_cb(ctx.get(), serial, nullptr);
    TS_RESP_CTX_set_time_cb(ctx.get(), clock, &shift);
    // Its own signer must be for time stamps; the other is put in its place afterwards.
    TS_RESP_CTX_set_signer_cert(ctx.get(), m_good.get());
    TS_RESP_CTX_set_signer_key(ctx.get(), m_key.get());
    TS_RESP_CTX_set_signer_digest(ctx.get(), EVP_sha256());
    TS_RESP_CTX_set_ess_cert_id_digest(ctx.get(), EVP_sha256());
    ASN1_OBJECT *policy = OBJ_txt2obj("1.2.3.4", 1);
    TS_RESP_CTX_set_def_policy(ctx.get(), policy);
    ASN1_OBJECT_free(policy);
    TS_RESP_CTX_add_md(ctx.get(), EVP_sha256());
    const std::shared_ptr<BIO> in(BIO_new_mem_buf(question.data(), int(question.size())), BIO_free);
    const std::shared_ptr<TS_RESP> response(TS_RESP_create_response(ctx.get(), in.get()), TS_RESP_free);
    PKCS7 *token = TS_RESP_get_token(response.get());
    if (token && !purpose) {
        STACK_OF(X509) *certificates = token->d.sign->cert;
        X509_free(sk_X509_pop(certificates));
        X509_up_ref(m_other.get());
        sk_X509_push(certificates, m_other.get());
    }
    if (token && forged) {
        ASN1_OCTET_STRING *signature = sk_PKCS7_SIGNER_INFO_value(PKCS7_get_signer_info(token), 0)->enc_digest;
        signature->data[signature->length - 1] ^= 1;
    }
    unsigned char *der = nullptr;
    const int size = i2d_TS_RESP(response.get(), &der);
    const std::string out(reinterpret_cast<char *>(der), size_t(std::max(size, 0)));
    OPENSSL_free(der);
    return out;
}

} // namespace carriel::op::test
