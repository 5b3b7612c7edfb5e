// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Stamper.h"

#include "reference-operator/Changes.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Http.h"
#include "reference-operator/Jws.h"
#include "reference-operator/acts/Notifications.h"

#include <QUrl>
#include <chrono>
#include <ctime>
#include <openssl/ts.h>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceSeconds = 10;
constexpr size_t largestAnswer = 262144;
constexpr qint64 latest = 86400; // seconds after what it stamps; later it proves nothing of that moment

struct Free
{
    void operator()(TS_REQ *r) const { TS_REQ_free(r); }
    void operator()(TS_RESP *r) const { TS_RESP_free(r); }
    void operator()(ASN1_INTEGER *i) const { ASN1_INTEGER_free(i); }
    void operator()(TS_MSG_IMPRINT *i) const { TS_MSG_IMPRINT_free(i); }
    void operator()(X509_ALGOR *a) const { X509_ALGOR_free(a); }
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

} // namespace

std::optional<TimeStamp> askTimeStamp(const QString &url, const QByteArray &bytes)
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
    if (stamped != digest || !echoed || ASN1_INTEGER_cmp(echoed, nonce.get()) != 0)
        return std::nullopt;
    // Whose authority it is, every verifier judges for himself; but what nobody signed is no stamp.
    if (PKCS7_verify(token, nullptr, nullptr, nullptr, nullptr, PKCS7_NOVERIFY) != 1)
        return std::nullopt;
    tm broken{};
    if (ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &broken) != 1)
        return std::nullopt;
    const qint64 time = timegm(&broken);
    unsigned char *out = nullptr;
    const int outSize = i2d_PKCS7(token, &out);
    const QByteArray tst(reinterpret_cast<char *>(out), std::max(outSize, 0));
    OPENSSL_free(out);
    return tst.isEmpty() ? std::nullopt : std::optional(TimeStamp{tst, time});
}

Stamper::Stamper(Operator &op) : m_op(op)
{
    if (!op.config.tsa.isEmpty())
        m_thread = std::thread([this] { run(); });
}

Stamper::~Stamper()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_wake.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void Stamper::run()
{
    for (int pause = 1;;) {
        try {
            pause = sweep() ? 1 : std::min(pause * 2, 300);
        } catch (const std::exception &e) {
            qWarning("time stamps: %s", e.what());
        }
        std::unique_lock lock(m_mutex);
        if (m_wake.wait_for(lock, std::chrono::seconds(pause), [&] { return m_closed; }))
            return;
    }
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
        while (row.next())
            out.append({row.value(0).toString(), row.value(1).toLongLong(), row.value(2).toString().toLatin1()});
        row.finish();
        return out;
    });
    for (Waiting one : waiting) {
        if (const auto jws = parseJws(one.jws))
            one.happened = jws->payload.value("toe"_L1).toInteger();
        if (one.happened + latest <= nowSeconds()) { // a stamp of today would say nothing of that day
            m_op.database.write([&](Connection &c) {
                c.change(u"UPDATE evidence SET stamp = 2 WHERE notification = ? AND seq = ?"_s,
                         {one.notification, one.seq});
            });
            continue;
        }
        const auto stamp = askTimeStamp(m_op.config.tsa, one.jws);
        // One that contradicts the record is not kept: an authority, or a clock of ours, that is wrong is waited for.
        if (!stamp || stamp->time < one.happened || stamp->time > one.happened + latest)
            return false;
        m_op.database.write([&](Connection &c) {
            const auto n = lockNotification(c, one.notification);
            if (!n)
                return;
            c.change(u"UPDATE evidence SET tst = ? WHERE notification = ? AND seq = ?"_s,
                     {QString::fromLatin1(b64(stamp->der)), one.notification, one.seq});
            // What the person was never told of stays so.
            if (c.change(u"UPDATE notifications SET rev = rev + 1 WHERE id = ? AND rev > 0"_s, {one.notification}) == 0)
                return;
            recordChange(c, n->folder, u"notification"_s, one.notification);
            announce(c, m_op.hub, n->folder);
        });
    }
    return true;
}

} // namespace carriel::op
