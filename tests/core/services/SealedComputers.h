// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Computers of one person, and an operator between them that is played here: an honest one, or one that is not.
#pragma once

#include "core/crypto/RecoveryCode.h"
#include "core/services/sealed/KeyRing.h"
#include "core/services/sealed/SealedErrors.h"
#include "core/vault/Settings.h"
#include "core/vault/keys/KeyFile.h"
#include "tests/core/vault/TestVault.h"
#include "tests/support/Patience.h"

#include <QJsonArray>
#include <QTest>

namespace carriel::sealed::testing {

using namespace carriel::vault::testing;

inline const QString person = QStringLiteral("co:CC:1020304050");

// Keeps and forwards. `lie` changes what a computer is told of another one.
struct FakeOperator {
    QMap<int, QJsonObject> keys;
    QMap<QString, QMap<int, QJsonObject>> servedTo; // to one computer: these instead
    QStringList nonces;                // that a person confirmed in a login
    QMap<int, QJsonObject> proofs;
    bool refuses = false;      // no answer, and nothing done
    bool needsStepUp = false;  // for the next generation, until somebody proves who he is
    int stepUps = 0;
    int asked = 0; // for the keys
    bool losesAnswers = false; // done, and no answer
    QMap<QString, QJsonObject> pairings;
    QMap<QString, QJsonObject> devices;
    std::function<void(QJsonObject &device)> lieAboutDevice;
    std::function<void(QJsonObject &pairing)> lieAboutPairing;
};

inline sync::Trouble trouble(sync::TroubleKind kind)
{
    sync::Trouble out;
    out.kind = kind;
    out.error = Error{vault::errors::sealedElsewhere, {}, QStringLiteral("fake")};
    return out;
}

class FakeKeys final : public KeysPort
{
public:
    FakeKeys(FakeOperator &op, QString id) : m_op(op), m_id(std::move(id)), m_keys(remote::DeviceKeys::generate().value())
    {
        m_op.devices[m_id] = {{QStringLiteral("id"), m_id}, {QStringLiteral("de"), m_keys.encrypt.publicKey().toJwk()}};
    }
    Result<OwnDevice> self() override { return OwnDevice{person, m_id, m_keys}; }
    void keys(Done done) override
    {
        ++m_op.asked;
        if (m_op.refuses)
            return done(trouble(sync::TroubleKind::Unreachable));
        QJsonArray all;
        const QMap<int, QJsonObject> served = m_op.servedTo.value(m_id, m_op.keys);
        for (const QJsonObject &one : served)
            all.append(one);
        done(QJsonObject{{QStringLiteral("keys"), all}});
    }
    void add(int generation, const QJsonObject &body, Done done) override
    {
        if (m_op.keys.contains(generation))
            return done(trouble(sync::TroubleKind::AlreadyExists));
        if (generation > 1 && m_op.needsStepUp)
            return done(trouble(sync::TroubleKind::StepUpNeeded));
        QJsonObject key = body;
        key.insert(QStringLiteral("gen"), generation);
        m_op.keys[generation] = key;
        if (m_op.losesAnswers)
            return done(trouble(sync::TroubleKind::Unreachable));
        done(key);
    }
    void copy(int generation, const QString &reader, const QJsonObject &body, Done done) override
    {
        QJsonArray copies = m_op.keys[generation].value(QLatin1String("copies")).toArray();
        copies.append(QJsonObject{{QStringLiteral("for"), reader}, {QStringLiteral("jwe"), body.value(QLatin1String("jwe"))}});
        m_op.keys[generation].insert(QStringLiteral("copies"), copies);
        done(m_op.keys[generation]);
    }
    void proveKey(const QString &nonce, std::function<void(Result<QByteArray>)> proven) override
    {
        m_op.nonces.append(nonce);
        proven(QByteArray("id.token." + nonce.toLatin1()));
    }
    void stepUp(std::function<void(Outcome)> done) override
    {
        ++m_op.stepUps;
        m_op.needsStepUp = false;
        done({});
    }
    void addProof(int generation, const QJsonObject &body, Done done) override
    {
        m_op.proofs[generation] = body;
        m_op.keys[generation].insert(QStringLiteral("proven"), true);
        done(m_op.keys[generation]);
    }
    void provider(std::function<void(Result<shares::Provider>)> done) override { done(shares::Provider()); }
    void device(const QString &id, Done done) override
    {
        QJsonObject told = m_op.devices.value(id);
        if (m_op.lieAboutDevice)
            m_op.lieAboutDevice(told);
        done(told);
    }
    void pairing(const QString &device, Done done) override
    {
        QJsonObject told = m_op.pairings.value(device);
        for (const char *member : {"by", "commit", "new", "reveal"})
            told.insert(QLatin1String(member), told.contains(QLatin1String(member)) ? told.value(QLatin1String(member)) : QJsonValue());
        if (m_op.lieAboutPairing)
            m_op.lieAboutPairing(told);
        done(told);
    }
    void step(const QString &device, const QString &step, const QJsonObject &body, Done done) override
    {
        if (step == QLatin1String("commit"))
            m_op.pairings[device] = {{QStringLiteral("by"), body.value(QLatin1String("by"))}};
        m_op.pairings[device].insert(step, body.value(QLatin1String("value")));
        done(m_op.pairings[device]);
    }

private:
    FakeOperator &m_op;
    QString m_id;
    remote::DeviceKeys m_keys;
};

struct Computer {
    Computer(FakeOperator &op, const QString &id) : port(op, id)
    {
        if (!vault.create().ok())
            qFatal("no vault");
        vault::KeyFile keys = vault::KeyFile::fresh();
        code = keys.newRecoveryCode(keyOf('k')).value();
        if (!keys.save(vault.dir.filePath(QStringLiteral("vault.keys"))).ok())
            qFatal("no key file");
        edits = std::make_unique<sync::Edits>(*vault.store, vault.clock, vault.random);
        desk = std::make_unique<SealedDesk>(*vault.store, *edits);
        ring = std::make_unique<KeyRing>(*vault.store, *desk, vault.clock, vault.random);
        ring->setPort(&port);
    }
    Outcome refresh()
    {
        return said([this](const KeyRing::Finished &done) { ring->refresh(done); });
    }
    Outcome refreshIfDue(bool moved)
    {
        return said([this, moved](const KeyRing::Finished &done) { ring->refreshIfDue(moved, done); });
    }
    Outcome prove()
    {
        return said([this](const KeyRing::Finished &done) { ring->prove(done); });
    }
    QString told(const QString &news) { return vault::Settings(vault.store->database()).value(news); }
    Outcome confirm()
    {
        return said([this](const KeyRing::Finished &done) { ring->confirm(done); });
    }
    Outcome allow()
    {
        return said([this](const KeyRing::Finished &done) { ring->allow(done); });
    }
    Outcome startOver()
    {
        return said([this](const KeyRing::Finished &done) { ring->startOver(done); });
    }
    Outcome renewWithout(const QString &device)
    {
        return said([this, device](const KeyRing::Finished &done) { ring->renewWithout(device, done); });
    }
    template <typename Ask> Outcome said(Ask ask) // the fake answers at once
    {
        Outcome out = Error{errors::notMet, {}, {}};
        ask([&out](const Outcome &done) { out = done; });
        return out;
    }
    QByteArray kid() { return desk->key().ok() ? desk->key().value().kid : QByteArray(); }

    TestVault vault;
    FakeKeys port;
    QString code;
    std::unique_ptr<sync::Edits> edits;
    std::unique_ptr<SealedDesk> desk;
    std::unique_ptr<KeyRing> ring;
};

struct Met {
    std::optional<Result<QString>> old, fresh;
};

// Begins both sides and waits until both have said something.
inline bool meet(Computer &one, Computer &two, const QString &second, Met &met)
{
    two.ring->beMet([&met](const Result<QString> &digits) { met.fresh = digits; });
    one.ring->meet(second, [&met](const Result<QString> &digits) { met.old = digits; });
    return QTest::qWaitFor([&met] { return met.old && met.fresh; }, test::patienceMs);
}

} // namespace carriel::sealed::testing
