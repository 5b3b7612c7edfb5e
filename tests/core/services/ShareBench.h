// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A computer that shares one document, and the operator of shares that it speaks to.
#pragma once

#include "core/base/BaseErrors.h"
#include "core/crypto/Digest.h"
#include "core/services/shares/ShareErrors.h"
#include "core/services/shares/Sharer.h"
#include "core/sync/Edits.h"
#include "tests/core/services/MailComputer.h"
#include "tests/support/Patience.h"

#include <QBuffer>

namespace carriel::test {

using carriel::shares::Sharer;
using vault::ShareState;

inline const QString theirId = QStringLiteral("0192f0c4-5a00-7000-8000-0000000000b2");

// An operator of shares: runs a key once, counts what it did, and loses what a test says.
class FakeShares final : public shares::SharePort
{
public:
    int offers = 0, ends = 0; // effects
    bool loseRequests = false, loseAnswers = false;
    const char *refusal = nullptr;
    int refusals = -1; // so many requests are refused, then none; -1: all
    QHash<QString, QJsonObject> answers; // by key
    QJsonObject held;                    // the one share
    QJsonObject person;                  // whose number it is
    QJsonObject theirs; // one that somebody shares with this person
    QJsonObject odd;    // before it in the list
    QByteArray bytes;

    void recipient(const QString &, Done done) override { done(person); }
    void listing(Done done) override { done(QJsonObject()); }
    void setListing(bool, Done done) override { done(QJsonObject()); }
    void shares(const QString &, Done done) override { done(page(held)); }
    void received(const QString &, Done done) override
    {
        QJsonObject all = page(theirs);
        if (!odd.isEmpty())
            all.insert(QStringLiteral("shares"), QJsonArray{odd, theirs});
        done(all);
    }
    void share(const QString &, bool mine, Done done) override { done(mine ? held : theirs); }
    void offer(const QString &number, const QString &key, const QByteArray &body, Done done) override
    {
        if (!answers.contains(key) && held.value(QLatin1String("id")).toString() == number) {
            sync::Trouble exists; // whoever forgot the key still knows the share
            exists.kind = sync::TroubleKind::AlreadyExists;
            return done(exists);
        }
        run(key, done, [&] {
            ++offers;
            held = {{QStringLiteral("id"), number},
                    {QStringLiteral("rev"), 1},
                    {QStringLiteral("state"), QStringLiteral("Offered")},
                    {QStringLiteral("kind"), QStringLiteral("person")},
                    {QStringLiteral("grant"), QJsonDocument::fromJson(body).object().value(QLatin1String("statement"))}};
            return held;
        });
    }
    void act(const QString &kind, const QString &, const QString &key, const QByteArray &, Done done) override
    {
        run(key, done, [&] {
            ++ends;
            QJsonObject &of = kind == QLatin1String("revoke") || kind == QLatin1String("extend") ? held : theirs;
            of.insert(QStringLiteral("rev"), of.value(QLatin1String("rev")).toInt() + 1);
            of.insert(QStringLiteral("state"), kind == QLatin1String("accept") ? QStringLiteral("Accepted") : QStringLiteral("Revoked"));
            return of;
        });
    }
    void document(const QString &, int, qint64, BytesDone done) override { done(bytes); }

private:
    static QJsonObject page(const QJsonObject &one)
    {
        return {{QStringLiteral("shares"), one.isEmpty() ? QJsonArray() : QJsonArray{one}}, {QStringLiteral("next"), QJsonValue()}};
    }
    template <typename Effect> void run(const QString &key, const Done &done, Effect effect)
    {
        if (refusal && refusals != 0) {
            refusals -= refusals > 0;
            return done(FakeOperator::refused(refusal, 422));
        }
        if (loseRequests)
            return done(sync::Trouble());
        if (!answers.contains(key))
            answers.insert(key, effect());
        loseAnswers ? done(sync::Trouble()) : done(answers.value(key));
    }
};

// Base of the tests.
class ShareBench : public QObject
{
protected:
    FakeOperator m_mail;
    std::unique_ptr<Computer> m_computer;
    std::unique_ptr<Sharer> m_sharer;
    SystemClock m_clock;
    SystemRandom m_random;
    FakeShares m_shares;
    ItemId m_item;
    QByteArray m_digest;

    void restart() // the program, on the same vault
    {
        m_sharer = std::make_unique<Sharer>(*m_computer->store, *m_computer->mailbox, m_random);
        m_sharer->setPort(&m_shares);
    }
    void write(const QByteArray &bytes, bool synced)
    {
        sync::Edits edits(*m_computer->store, m_clock, m_random);
        QByteArray copy = bytes;
        QBuffer buffer(&copy);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto blob = edits.stage(buffer);
        QVERIFY(blob.ok());
        if (m_item.isEmpty()) {
            const auto added = edits.addDocuments({{rootItem(), QStringLiteral("Diploma.pdf"), blob.value().id, QStringLiteral("application/pdf"), {}}});
            QVERIFY(added.ok());
            m_item = added.value().first().id;
        } else {
            QVERIFY(edits.addVersion(m_item, blob.value().id, QStringLiteral("application/pdf")).ok());
        }
        m_digest = crypto::sha256(bytes);
        if (synced)
            sent();
    }
    void sent() // the operator has what is here
    {
        QVERIFY(m_computer->store->transact([&](sync::Writer &writer) -> Outcome {
            CARRIEL_TRY(auto row, m_computer->store->item(m_item));
            row->remote = row->base = row->local;
            row->remoteRev = row->baseRev = 1;
            return writer.putItem(*row);
        }));
    }
    shares::Wish wish(const QString &to = QStringLiteral("co:CC:52000111")) const
    {
        return {to, QStringLiteral("Luis M."), QStringLiteral("Crédito"), {}, QDateTime::currentDateTimeUtc().addDays(7), false,
                {{m_item, QStringLiteral("Diploma.pdf"), m_digest, 10, QStringLiteral("application/pdf")}}};
    }
    Outcome send()
    {
        std::optional<Outcome> done;
        m_sharer->send([&](const Outcome &outcome) { done = outcome; });
        (void)QTest::qWaitFor([&] { return done.has_value(); }, patienceMs);
        return done.value_or(Outcome(Error{ErrorCode{"never"}, {}, {}}));
    }
    vault::ShareRow row(const QString &number) { return m_sharer->rows().find(number).value().value_or(vault::ShareRow()); }

    bool refreshed()
    {
        std::optional<Outcome> done;
        m_sharer->refresh([&](const Outcome &outcome) { done = outcome; });
        return QTest::qWaitFor([&] { return done.has_value(); }, patienceMs) && done->ok();
    }
    Result<QByteArray> fetch()
    {
        Result<QByteArray> out = Error{ErrorCode{"never"}, {}, {}};
        m_sharer->fetch(theirId, 0, [&](Result<QByteArray> bytes) { out = std::move(bytes); });
        return out;
    }
    int noted(const char *kind, const QString &number)
    {
        vault::Statement row = m_computer->store->database().query("SELECT count(*) FROM activity WHERE instr(bytes,CAST(? AS BLOB))>0 AND instr(bytes,CAST(? AS BLOB))>0",
                                                                   QString::fromLatin1(kind), number);
        return row.next().valueOr(false) ? int(row.integer(0)) : -1;
    }
    // One document of 13 bytes, as the operator tells it to the recipient.
    QJsonObject received(const QString &owner, const QString &recipient, bool foreignKey, bool follow = false)
    {
        const QByteArray digest = crypto::sha256("lo compartido");
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const crypto::PrivateKey other = crypto::PrivateKey::generate(crypto::KeyType::P256).value();
        const evidence::ShareGrant grant{{}, {}, theirId, owner, recipient, QStringLiteral("Para que lo vea"), {}, now, now.addDays(7), {},
                                         {{QStringLiteral("I"), QStringLiteral("V"), QStringLiteral("Carta.txt"), QStringLiteral("text/plain"),
                                           follow, 13, digest}}};
        const QByteArray jws = evidence::makeGrant(grant, foreignKey ? other : m_mail.vector.deviceKey).value();
        const QByteArray device = Vector::again(m_mail.vector.proof.device, {{QStringLiteral("sub"), QStringLiteral("co:CC:52000111")}},
                                                m_mail.vector.operatorKey);
        const QJsonObject document{{QStringLiteral("n"), 0},
                                   {QStringLiteral("available"), true},
                                   {QStringLiteral("size"), 13},
                                   {QStringLiteral("sha256"), b64(crypto::toBase64Url(digest))}};
        return {{QStringLiteral("id"), theirId},
                {QStringLiteral("rev"), 1},
                {QStringLiteral("state"), QStringLiteral("Offered")},
                {QStringLiteral("from"), QJsonObject{{QStringLiteral("id"), owner}, {QStringLiteral("name"), QStringLiteral("Luis")}}},
                {QStringLiteral("grant"), b64(jws)},
                {QStringLiteral("device"), b64(device)},
                {QStringLiteral("documents"), QJsonArray{document}}};
    }

    // The program with one document that the operator has.
    void begin()
    {
        m_item = {};
        m_shares = {};
        m_computer = std::make_unique<Computer>(m_mail);
        m_computer->settle();
        restart();
        write("un diploma", true);
    }
    void end()
    {
        m_sharer.reset();
        m_computer.reset();
    }
};

} // namespace carriel::test
