// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// An operator of one notification, the protocol's example, with the keys of that example: it takes receipts and hands
// over the key as docs/NOTIFICATIONS.md says, counts what it did, and loses requests and answers where a test says so.
#pragma once

#include "core/crypto/Base64Url.h"
#include "core/crypto/Jwe.h"
#include "core/crypto/StrictJson.h"
#include "core/services/mail/MailPort.h"
#include "tests/core/evidence/Vector.h"

#include <QTimer>
#include <optional>

namespace carriel::test {

struct FakeOperator
{
    Vector vector = Vector::read();
    QJsonObject notification;
    QHash<QString, QByteArray> answers; // by Idempotency-Key: what it acknowledged
    QStringList alive;                  // challenges
    int handovers = 0, challenges = 0;
    bool wantsStepUp = false, wrongKey = false;
    bool silentOnDeath = false;             // its 404 does not say whether the challenge lives
    std::optional<QJsonArray> otherRecords; // instead of the handover, beside the key
    bool circles = false;                   // each page of a list names another one
    bool withholds = false;                 // the key without any record, and the feed says nothing of it either
    QByteArray directory = vector.proof.directory;

    FakeOperator()
    {
        notification = vector.all.value(QLatin1String("notification")).toObject();
        QJsonArray chain = notification.value(QLatin1String("evidence")).toArray();
        while (chain.size() > 2)
            chain.removeLast();
        notification.insert(QStringLiteral("evidence"), chain);
        notification.insert(QStringLiteral("state"), QStringLiteral("Available"));
        notification.insert(QStringLiteral("rev"), 1);
        for (const char *name : {"acknowledgement", "certificate", "dispute"})
            notification.insert(QLatin1String(name), QJsonValue());
    }

    QString last() const
    {
        const QJsonArray chain = notification.value(QLatin1String("evidence")).toArray();
        return b64(evidence::digestOf(chain.last().toObject().value(QLatin1String("jws")).toString().toLatin1()));
    }
    void set(const char *name, const QJsonValue &value)
    {
        notification.insert(QLatin1String(name), value);
        notification.insert(QStringLiteral("rev"), notification.value(QLatin1String("rev")).toInt() + 1);
    }

    // The entity sent it with these words, and the operator's records are about that.
    void reseal(const QJsonObject &changes)
    {
        vector.proof.seal = Vector::again(vector.proof.seal, changes, vector.entityKey);
        const QJsonArray refs{QJsonObject{{QStringLiteral("type"), QStringLiteral("seal")},
                                          {QStringLiteral("sha256"), b64(evidence::digestOf(vector.proof.seal))}}};
        QJsonArray chain;
        QByteArray before;
        for (const QJsonValue &one : notification.value(QLatin1String("evidence")).toArray()) {
            const QByteArray jws = one.toObject().value(QLatin1String("jws")).toString().toLatin1();
            QJsonObject events = Vector::payload(jws).value(QLatin1String("events")).toObject();
            for (const QString &name : events.keys()) {
                QJsonObject event = events.value(name).toObject();
                if (changes.contains(QLatin1String("regime")))
                    event.insert(QStringLiteral("regime"), changes.value(QLatin1String("regime")));
                events.insert(name, event);
            }
            QJsonObject changed{{QStringLiteral("refs"), refs}, {QStringLiteral("events"), events}};
            if (!before.isEmpty())
                changed.insert(QStringLiteral("prev"), b64(evidence::digestOf(before)));
            before = Vector::again(jws, changed, vector.operatorKey);
            chain.append(QJsonObject{{QStringLiteral("jws"), b64(before)}, {QStringLiteral("tst"), QJsonValue()}});
        }
        notification.insert(QStringLiteral("seal"), b64(vector.proof.seal));
        set("evidence", chain);
    }
    QJsonValue next(const QString &page) const
    {
        return circles ? QJsonValue(page == QLatin1String("/a") ? QStringLiteral("/b") : QStringLiteral("/a"))
                       : QJsonValue();
    }
    QJsonObject told() const // by the feed
    {
        QJsonObject out = notification;
        if (withholds) {
            QJsonArray chain = out.value(QLatin1String("evidence")).toArray();
            while (chain.size() > 2)
                chain.removeLast();
            out.insert(QStringLiteral("evidence"), chain);
            out.insert(QStringLiteral("state"), QStringLiteral("Available"));
            out.insert(QStringLiteral("acknowledgement"), QJsonValue());
        }
        return out;
    }

    static sync::Trouble refused(const char *code, int status, bool alive = false)
    {
        sync::Trouble trouble;
        trouble.kind = status == 404   ? sync::TroubleKind::Gone
                       : status == 401 ? sync::TroubleKind::StepUpNeeded
                                       : sync::TroubleKind::Refused;
        trouble.error.code = ErrorCode{"CAR-REM-000"};
        trouble.error.params = {{QStringLiteral("code"), QString::fromLatin1(code)},
                                {QStringLiteral("challenge_alive"), alive}};
        return trouble;
    }

    QJsonObject handedOver(const crypto::PublicKey &device) const
    {
        QByteArray a = vector.a;
        if (wrongKey)
            a[0] = char(a[0] ^ 1);
        const QJsonObject inside{{QStringLiteral("notification"), notification.value(QLatin1String("id"))},
                                 {QStringLiteral("a"), b64(crypto::toBase64Url(a))}};
        const auto jwe = crypto::encryptJwe(device, QJsonDocument(inside).toJson(QJsonDocument::Compact));
        if (withholds)
            return {{QStringLiteral("evidence"), QJsonArray()}, {QStringLiteral("key"), b64(jwe.value())}};
        if (otherRecords)
            return {{QStringLiteral("evidence"), *otherRecords}, {QStringLiteral("key"), b64(jwe.value())}};
        return {{QStringLiteral("evidence"), QJsonArray{notification.value(QLatin1String("evidence")).toArray().at(2)}},
                {QStringLiteral("caused_by"), QStringLiteral("op")},
                {QStringLiteral("key"), b64(jwe.value())}};
    }

    sync::Answer<QJsonObject> opening()
    {
        if (notification.value(QLatin1String("state")).toString() != QLatin1String("Available"))
            return refused(handovers > 0 ? "already_acknowledged" : "cancelled", 409);
        alive.append(QStringLiteral("challenge-%1").arg(++challenges));
        return QJsonObject{{QStringLiteral("state"), QStringLiteral("available")},
                           {QStringLiteral("challenge"), alive.last()},
                           {QStringLiteral("expires_in"), 900},
                           {QStringLiteral("head"), last()}};
    }

    sync::Answer<QJsonObject> acknowledge(const QString &key, const QByteArray &body, const crypto::PublicKey &device)
    {
        const QJsonObject request = QJsonDocument::fromJson(body).object();
        if (answers.contains(key)) {
            if (answers.value(key) != body)
                return refused("idempotency_key_reused", 422);
            return handedOver(device);
        }
        if (handovers > 0)
            return refused("already_acknowledged", 412);
        const QByteArray receipt = request.value(QLatin1String("receipt")).toString().toLatin1();
        const auto read = evidence::readReceipt(receipt);
        if (!read || !alive.contains(read.value().challenge))
            return refused("challenge_expired", 409);
        const QList<QByteArray> &x5c = read.value().signer.chain;
        const crypto::PublicKey signer = x5c.isEmpty() ? vector.deviceKey.publicKey()
                                                       : crypto::PublicKey::fromCertificate(x5c.first()).value();
        if (!crypto::verifyJws(receipt, signer, "secevent+jwt") ||
            read.value().head != last().toLatin1())
            return refused("receipt_invalid", 422);
        const QByteArray token = request.value(QLatin1String("id_token")).toString().toLatin1();
        if (wantsStepUp && token.isEmpty())
            return refused("insufficient_user_authentication", 401);
        if (wantsStepUp &&
            Vector::payload(token).value(QLatin1String("nonce")).toString().toLatin1() != read.value().digest)
            return refused("receipt_invalid", 422);
        QJsonObject changes{{QStringLiteral("prev"), last()}};
        if (!x5c.isEmpty()) { // the certificates of tests are no older than they
            changes.insert(QStringLiteral("toe"), QDateTime::currentSecsSinceEpoch());
            changes.insert(QStringLiteral("iat"), QDateTime::currentSecsSinceEpoch());
        }
        changes.insert(QStringLiteral("refs"),
              QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("seal")},
                                     {QStringLiteral("sha256"), b64(evidence::digestOf(vector.proof.seal))}},
                         QJsonObject{{QStringLiteral("type"), QStringLiteral("receipt")},
                                     {QStringLiteral("sha256"), b64(read.value().digest)}},
                         QJsonObject{{QStringLiteral("type"), QStringLiteral("device")},
                                     {QStringLiteral("sha256"), b64(evidence::digestOf(vector.proof.device))}}});
        const QByteArray handover = Vector::again(vector.proof.records.at(2).jws, changes, vector.operatorKey);
        QJsonArray chain = notification.value(QLatin1String("evidence")).toArray();
        chain.append(QJsonObject{{QStringLiteral("jws"), b64(handover)}, {QStringLiteral("tst"), QJsonValue()}});
        notification.insert(QStringLiteral("evidence"), chain);
        notification.insert(QStringLiteral("acknowledgement"),
                            QJsonObject{{QStringLiteral("receipt"), b64(receipt)},
                                        {QStringLiteral("device"), request.value(QLatin1String("device"))},
                                        {QStringLiteral("id_token"), request.value(QLatin1String("id_token"))}});
        set("state", QStringLiteral("Accessed"));
        ++handovers;
        answers.insert(key, body);
        return handedOver(device);
    }

    sync::Answer<QJsonObject> outcome(const QString &challenge, const crypto::PublicKey &device)
    {
        if (handovers > 0)
            return handedOver(device);
        sync::Trouble trouble = refused("not_acknowledged", 404, alive.contains(challenge));
        if (silentOnDeath)
            trouble.error.params.remove(QStringLiteral("challenge_alive"));
        return trouble;
    }
};

// One device's way to it. Every call may be cut: before it arrives, or before its answer does.
class FakePort final : public mail::MailPort
{
public:
    enum class Cut { None, Request, Answer };
    explicit FakePort(FakeOperator &op, crypto::PrivateKey encrypt) : m_op(op), m_encrypt(std::move(encrypt)) {}

    bool offline = false, endless = false; // endless: no answer ever, as if the program ended
    int cutAt = -1;                        // the number of the call, from 0
    Cut cut = Cut::None;
    int calls = 0, logins = 0;
    bool held = false; // answers wait until release()
    std::vector<std::function<void()>> answers;
    std::function<void()> onCall;

    Result<mail::Identity> identity() override
    {
        return mail::Identity{QStringLiteral("co:CC:1020304050"),
                              DeviceId(QStringLiteral("0192f0c4-5a00-7000-8000-0000000000d1")),
                              remote::DeviceKeys{m_op.vector.deviceKey, m_encrypt}, m_op.vector.proof.device};
    }
    void directory(Done done) override
    {
        answer<QJsonObject>(done, [this] { return QJsonObject{{QStringLiteral("directory"), b64(m_op.directory)}}; });
    }
    void warnings(Done done) override
    {
        answer<QJsonObject>(done, [] { return QJsonObject(); });
    }
    void procedures(const QString &, Done done) override
    {
        answer<QJsonObject>(done, [] { return QJsonObject(); });
    }
    void notifications(const QString &page, Done done) override
    {
        answer<QJsonObject>(done, [this, page] {
            return QJsonObject{{QStringLiteral("next"), m_op.next(page)},
                               {QStringLiteral("notifications"), QJsonArray{m_op.told()}}};
        });
    }
    void notification(const QString &, Done done) override
    {
        answer<QJsonObject>(done, [this] { return m_op.told(); });
    }
    void consents(const QString &page, Done done) override
    {
        answer<QJsonObject>(done, [this, page] { return QJsonObject{{QStringLiteral("next"), m_op.next(page)}}; });
    }
    void bytes(const QString &, qint64, BytesDone done) override
    {
        answer<QByteArray>(done, [this] { return m_op.vector.cipher; });
    }
    void prepareOpening(const QString &, Done done) override
    {
        answer<QJsonObject>(done, [this] { return m_op.opening(); });
    }
    void acknowledge(const QString &, const QString &key, const QByteArray &body, Done done) override
    {
        answer<QJsonObject>(done, [=, this] { return m_op.acknowledge(key, body, m_encrypt.publicKey()); });
    }
    void acknowledgement(const QString &, const QString &challenge, Done done) override
    {
        answer<QJsonObject>(done, [=, this] { return m_op.outcome(challenge, m_encrypt.publicKey()); });
    }
    void dispute(const QString &, const QString &, const QByteArray &body, Done done) override
    {
        answer<QJsonObject>(done, [=, this] {
            disputes.append(QJsonDocument::fromJson(body).object());
            return QJsonObject();
        });
    }
    void giveConsent(const QString &, const QString &, const QByteArray &, Done done) override
    {
        answer<QJsonObject>(done, [] { return QJsonObject(); });
    }
    void withdrawConsent(const QString &, const QString &, const QByteArray &, Done done) override
    {
        answer<QJsonObject>(done, [] { return QJsonObject(); });
    }
    void proveAct(const QString &nonce, const QString &, int, Proven proven) override
    {
        ++logins;
        const QJsonObject claims{{QStringLiteral("nonce"), nonce},
                                 {QStringLiteral("sub"), QStringLiteral("co:CC:1020304050")},
                                 {QStringLiteral("acr"), QStringLiteral("urn:carpeta:loa:high")}};
        const crypto::PrivateKey &key = m_op.vector.deviceKey;
        const QJsonObject keys{{QStringLiteral("keys"), QJsonArray{key.publicKey().toJwk()}}};
        proven(IdentityProof{crypto::signJws(key, "JWT", QJsonDocument(claims).toJson(QJsonDocument::Compact)).value(),
                             QJsonDocument(keys).toJson(QJsonDocument::Compact)});
    }
    QList<QJsonObject> disputes;

private:
    template <typename T> void answer(std::function<void(sync::Answer<T>)> done, std::function<sync::Answer<T>()> work)
    {
        const int number = calls++;
        const Cut here = number == cutAt ? cut : Cut::None;
        sync::Trouble nobody;
        nobody.error.code = ErrorCode{"CAR-REM-001"};
        sync::Answer<T> result = nobody;
        if (!offline && here != Cut::Request)
            result = work();
        if (offline || here == Cut::Answer)
            result = nobody;
        if (here != Cut::None && endless)
            return;
        if (held)
            return answers.push_back([done, result] { done(result); });
        QTimer::singleShot(0, &m_context, [done, result] { done(result); });
    }
    QObject m_context;
    FakeOperator &m_op;
    crypto::PrivateKey m_encrypt;
};

} // namespace carriel::test
