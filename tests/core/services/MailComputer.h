// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A computer with a vault, for the tests of the mailbox.
#pragma once

#include "core/evidence/EvidenceErrors.h"
#include "core/services/mail/MailErrors.h"
#include "core/services/mail/Opener.h"
#include "core/vault/Vault.h"
#include "tests/core/services/FakeMail.h"
#include "tests/support/Patience.h"

#include <QTemporaryDir>
#include <QTest>

namespace carriel::test {

using namespace carriel::mail;
using vault::OpeningState;

inline const QString id = QStringLiteral("0192f0c4-5a00-7000-8000-0000000000a1");

// A computer: its vault, and the program while it runs.
class Computer
{
public:
    explicit Computer(FakeOperator &op) : port(op, crypto::PrivateKey::generate(crypto::KeyType::X25519).value())
    {
        vault::UnlockSetup setup;
        setup.passphrase = SecretBytes::copyOf("clave");
        m_vault =
            std::move(vault::Vault::create(m_dir.path(), vault::Vault::plan(), setup, m_clock, m_random).value().vault);
        store = m_vault->openStore(m_clock, m_random).value();
        start();
        if (!store->transact([](sync::Writer &writer) { return writer.putOther({QStringLiteral("all"), {}, 0, {}}); }))
            qFatal("arrival");
    }
    void start()
    {
        opener.reset();
        mailbox = std::make_unique<Mailbox>(*store, m_clock, m_random);
        opener = std::make_unique<Opener>(*mailbox);
        mailbox->setPort(&port);
    }
    void end() // as if killed: nothing that is under way answers any more
    {
        opener.reset();
        mailbox.reset();
    }
    void settle()
    {
        bool done = false;
        mailbox->settled([&done] { done = true; });
        QTRY_VERIFY(done);
        QTest::qWait(5); // what it woke
        done = false;
        mailbox->settled([&done] { done = true; });
        QTRY_VERIFY(done);
    }
    vault::NotificationRow row() { return mailbox->rows().find(id).value().value_or(vault::NotificationRow()); }
    Outcome open()
    {
        std::optional<Outcome> outcome;
        const auto seal = evidence::readSeal(readEnvelope(row().json).value().seal).value();
        opener->open(id, seal.warning, [&outcome](Outcome result) { outcome = std::move(result); });
        for (int i = 0; i < (port.endless ? 200 : 20000) && !outcome; ++i) // nobody waits for a program that was killed
            QTest::qWait(1);
        return outcome.value_or(Outcome(Error{ErrorCode{"never"}, {}, {}}));
    }

    FakePort port;
    std::unique_ptr<vault::VaultStore> store;
    std::unique_ptr<Mailbox> mailbox;
    std::unique_ptr<Opener> opener;

private:
    QTemporaryDir m_dir;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<vault::Vault> m_vault;
};

// Opened, proven, and once only.
inline void isOpen(Computer &computer, const FakeOperator &op)
{
    const vault::NotificationRow row = computer.row();
    QCOMPARE(int(row.opening), int(OpeningState::Verified));
    QCOMPARE(computer.mailbox->rows().content(id).value(), op.vector.proof.content);
    QVERIFY(row.words.contains(QStringLiteral("Resoluci")));
    QCOMPARE(op.handovers, 1);
    QCOMPARE(op.answers.size(), 1);
    const auto report = computer.mailbox->check(id);
    QVERIFY2(report.value().verdict == evidence::ProofVerdict::Good, qPrintable(computer.row().findings));
    QCOMPARE(report.value().state, evidence::DeliveryState::Accessed);
}

} // namespace carriel::test
