// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Stamper.h"

#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/Jws.h"
#include "reference-operator/acts/Notifications.h"

#include <QFile>
#include <QUrl>
#include <chrono>
#include <ctime>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceSeconds = 10;
constexpr size_t largestAnswer = 262144;
// A person's program calls evidence broken whose stamp is outside of this, so it must never be kept.
constexpr qint64 latest = 86400; // seconds after the event
constexpr qint64 margin = 600;   // a record this near to that is not asked for any more

struct Free
{
    void operator()(TS_REQ *r) const { TS_REQ_free(r); }
    void operator()(TS_RESP *r) const { TS_RESP_free(r); }
    void operator()(ASN1_INTEGER *i) const { ASN1_INTEGER_free(i); }
    void operator()(TS_MSG_IMPRINT *i) const { TS_MSG_IMPRINT_free(i); }
    void operator()(X509_ALGOR *a) const { X509_ALGOR_free(a); }
    void operator()(X509 *c) const { X509_free(c); }
    void operator()(X509_STORE *s) const { X509_STORE_free(s); }
};
template <typename T> using Owned = std::unique_ptr<T, Free>;

QByteArray post(const QString &address, const QByteArray &question)
{
    const QUrl url(address);
    const auto ask = [&](auto &client) {
        client.set_connection_timeout(patienceSeconds);
        client.set_read_timeout(patienceSeconds);
        const auto answer = client.Post(url.path(QUrl::FullyEncoded).toStdString(), question.constData(),
                                        size_t(question.size()), "application/timestamp-query");
        const bool good = answer && answer->status == 200 && answer->body.size() <= largestAnswer;
        return good ? QByteArray::fromStdString(answer->body) : QByteArray();
    };
    if (url.scheme() == u"https") {
        httplib::SSLClient client(url.host().toStdString(), url.port(443));
        client.enable_server_certificate_verification(true);
        return ask(client);
    }
    httplib::Client client(url.host().toStdString(), url.port(80)); // as is the custom: the answer is signed by itself
    return ask(client);
}

// By whom: somebody below an anchor of `ca`. Without one the certificate that came along must itself be for time stamps
// and in force; whether it is trusted is then for whoever verifies.
bool isSigned(PKCS7 *token, const QString &ca)
{
    const Owned<X509_STORE> store(X509_STORE_new());
    if (!ca.isEmpty()) {
        if (X509_STORE_load_file(store.get(), QFile::encodeName(ca).constData()) != 1)
            return false;
    } else {
        STACK_OF(X509) *signers = PKCS7_get0_signers(token, nullptr, 0);
        X509_STORE_set_flags(store.get(), X509_V_FLAG_PARTIAL_CHAIN);
        if (sk_X509_num(signers) == 1)
            X509_STORE_add_cert(store.get(), sk_X509_value(signers, 0));
        sk_X509_free(signers);
    }
    X509 *signer = nullptr;
    const bool good = TS_RESP_verify_signature(token, nullptr, store.get(), &signer) == 1;
    const Owned<X509> freed(signer);
    return good;
}

qint64 secondsOf(const ASN1_GENERALIZEDTIME *time)
{
    std::tm parts{};
    return time && ASN1_TIME_to_tm(time, &parts) == 1 ? qint64(::timegm(&parts)) : -1;
}

} // namespace

std::optional<TimeStamp> askTimeStamp(const QString &url, const QString &ca, const QByteArray &bytes)
{
    const QByteArray digest = sha256(bytes);
    const Owned<TS_REQ> request(TS_REQ_new());
    const Owned<TS_MSG_IMPRINT> imprint(TS_MSG_IMPRINT_new());
    const Owned<X509_ALGOR> algorithm(X509_ALGOR_new());
    X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
    TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
    auto *raw = reinterpret_cast<unsigned char *>(
        const_cast<char *>(digest.constData())); // copied; the signature forgot its const
    TS_MSG_IMPRINT_set_msg(imprint.get(), raw, int(digest.size()));
    const Owned<ASN1_INTEGER> nonce(ASN1_INTEGER_new());
    ASN1_INTEGER_set_uint64(nonce.get(), QByteArray(randomBytes(8)).toHex().left(15).toULongLong(nullptr, 16));
    TS_REQ_set_version(request.get(), 1);
    TS_REQ_set_msg_imprint(request.get(), imprint.get());
    TS_REQ_set_nonce(request.get(), nonce.get());
    TS_REQ_set_cert_req(request.get(), 1);
    unsigned char *der = nullptr;
    const int size = i2d_TS_REQ(request.get(), &der);
    const QByteArray question(reinterpret_cast<char *>(der), std::max(size, 0));
    OPENSSL_free(der);

    const QByteArray answer = post(url, question);
    const auto *at = reinterpret_cast<const unsigned char *>(answer.constData());
    const Owned<TS_RESP> response(d2i_TS_RESP(nullptr, &at, answer.size()));
    TS_TST_INFO *info = response ? TS_RESP_get_tst_info(response.get()) : nullptr;
    PKCS7 *token = info ? TS_RESP_get_token(response.get()) : nullptr;
    if (!token)
        return std::nullopt;
    const ASN1_OCTET_STRING *told = TS_MSG_IMPRINT_get_msg(TS_TST_INFO_get_msg_imprint(info));
    const QByteArray stamped(reinterpret_cast<const char *>(ASN1_STRING_get0_data(told)), ASN1_STRING_length(told));
    const ASN1_INTEGER *echoed = TS_TST_INFO_get_nonce(info);
    if (stamped != digest || !echoed || ASN1_INTEGER_cmp(echoed, nonce.get()) != 0 || !isSigned(token, ca))
        return std::nullopt;
    unsigned char *out = nullptr;
    const int outSize = i2d_PKCS7(token, &out);
    const QByteArray tst(reinterpret_cast<char *>(out), std::max(outSize, 0));
    OPENSSL_free(out);
    const qint64 time = secondsOf(TS_TST_INFO_get_time(info));
    return tst.isEmpty() || time < 0 ? std::nullopt : std::optional(TimeStamp{tst, time});
}

Stamper::Stamper(Operator &op) : m_op(op)
{
    if (!op.config.tsa.isEmpty())
        m_repeat.emplace("time stamps", [this, pause = std::chrono::seconds(1)]() mutable -> std::chrono::milliseconds {
            pause = sweep() ? std::chrono::seconds(1) : std::min(pause * 2, std::chrono::seconds(300));
            return pause;
        });
}

bool Stamper::sweep()
{
    struct Waiting
    {
        QString notification;
        qint64 seq = 0;
        QByteArray jws;
        qint64 happened = 0;
    };
    const QList<Waiting> waiting = m_op.database.read([](Connection &c) {
        QList<Waiting> out;
        QSqlQuery &row =
            c.run(u"SELECT notification, seq, jws FROM evidence WHERE stamp = 1 AND tst IS NULL LIMIT 100"_s);
        while (row.next()) {
            Waiting one{row.value(0).toString(), row.value(1).toLongLong(), row.value(2).toString().toLatin1()};
            if (const auto record = parseJws(one.jws)) // one that is too large for any reader stays without a stamp
                one.happened = record->payload.value("toe"_L1).toInteger();
            out.append(one);
        }
        row.finish();
        return out;
    });
    bool all = true;
    for (const Waiting &one : waiting) {
        if (one.happened + latest - margin < nowSeconds()) { // stays without: a stamp that late would discredit it
            m_op.database.write([&](Connection &c) {
                c.change(u"UPDATE evidence SET stamp = 2 WHERE notification = ? AND seq = ?"_s,
                         {one.notification, one.seq});
            });
            continue;
        }
        const auto got = askTimeStamp(m_op.config.tsa, m_op.config.tsaCa, one.jws);
        if (!got)
            return false;
        if (got->time < one.happened || got->time > one.happened + latest) {
            qWarning("time stamps: the authority's clock is %lld s from ours; asked again later",
                     static_cast<long long>(got->time - nowSeconds()));
            all = false;
            continue;
        }
        m_op.database.write([&](Connection &c) {
            const auto n = lockNotification(c, one.notification);
            if (!n)
                return;
            // Another operator on this database may have been quicker: a stamp that was told never changes.
            if (c.change(u"UPDATE evidence SET tst = ? WHERE notification = ? AND seq = ? AND tst IS NULL"_s,
                         {QString::fromLatin1(b64(got->der)), one.notification, one.seq}) == 0)
                return;
            if (n->rev == 0) // was never there for the recipient, and a stamp does not make it so
                return;
            c.change(u"UPDATE notifications SET rev = rev + 1 WHERE id = ?"_s, {one.notification});
            recordChange(c, n->folder, u"notification"_s, one.notification);
            announce(c, m_op.hub, n->folder);
        });
    }
    return all;
}

} // namespace carriel::op
