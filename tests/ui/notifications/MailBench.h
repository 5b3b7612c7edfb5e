// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A window whose vault holds the protocol's example of a notification, sealed or opened, and no operator to ask.
#pragma once

#include "core/services/mail/Opener.h"
#include "core/vault/Settings.h"
#include "core/vault/Vault.h"
#include "tests/core/services/FakeMail.h"
#include "tests/support/Patience.h"
#include "tests/ui/documents/Bench.h"

#include <QAbstractButton>
#include <QJsonDocument>
#include <QLabel>

namespace carriel::test {

class MailBench
{
public:
    explicit MailBench(std::shared_ptr<HttpFetch> fetch = {}) : bench(std::move(fetch)) {}

    inline static const QString id = QStringLiteral("0192f0c4-5a00-7000-8000-0000000000a1");

    // Locks, lets `work` play on the vault as the engine would with an operator, and opens the window again.
    void play(const std::function<void(FakeOperator &, FakePort &, mail::Mailbox &, mail::Opener &)> &work)
    {
        (void)wait(bench.session().lock());
        {
            SystemClock clock;
            SystemRandom random;
            const QString dir = bench.path(QStringLiteral("profile"));
            std::unique_ptr<vault::Vault> opened; // the session may still be letting go of it
            const auto open = [&] {
                auto key = vault::Vault::keyFromPassphrase(dir, passphrase);
                auto tried = key ? vault::Vault::open(dir, std::move(key).value()) : Result<std::unique_ptr<vault::Vault>>(key.error());
                if (tried)
                    opened = std::move(tried).value();
                return tried.ok();
            };
            if (!QTest::qWaitFor(open, carriel::test::patienceMs))
                qFatal("the vault does not open");
            auto store = opened->openStore(clock, random).value();
            mail::Mailbox mailbox(*store, clock, random);
            mail::Opener opener(mailbox);
            mailbox.setPort(&port);
            work(op, port, mailbox, opener);
            vault::Settings(store->database())
                .set(QStringLiteral("notifications.warnings"),
                     QString::fromUtf8(
                         QJsonDocument(
                             QJsonObject{{QStringLiteral("warnings"),
                                          QJsonArray{QJsonObject{{QStringLiteral("text"),
                                                                  op.vector.all.value(QLatin1String("warning"))}}}}})
                             .toJson(QJsonDocument::Compact)))
                .ok();
            settle(mailbox);
        }
        (void)wait(bench.session().unlockWithPassphrase(SecretBytes::copyOf(passphrase)));
    }
    void arrive()
    {
        play([](FakeOperator &o, FakePort &, mail::Mailbox &mailbox, mail::Opener &) {
            if (!mailbox.upsert(QJsonDocument(o.notification).toJson(QJsonDocument::Compact)).ok())
                qFatal("not taken in");
            settle(mailbox);
        });
    }
    void openIt()
    {
        play([](FakeOperator &o, FakePort &, mail::Mailbox &mailbox, mail::Opener &opener) {
            settle(mailbox);
            bool done = false;
            const auto seal = evidence::readSeal(o.vector.proof.seal).value();
            opener.open(id, seal.warning, [&done](const Outcome &) { done = true; });
            if (!QTest::qWaitFor([&done] { return done; }, carriel::test::patienceMs))
                qFatal("never opened");
        });
    }
    static void settle(mail::Mailbox &mailbox)
    {
        for (int i = 0; i < 2; ++i) {
            bool done = false;
            mailbox.settled([&done] { done = true; });
            if (!QTest::qWaitFor([&done] { return done; }, carriel::test::patienceMs))
                qFatal("never settled");
            QTest::qWait(5);
        }
    }
    template <typename T> T wait(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, carriel::test::patienceMs))
            qFatal("a future never finished");
        return future.result();
    }
    QString textOf(const char *name)
    {
        auto *label = bench.find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    bool offers(const char *name)
    {
        auto *button = bench.find<QAbstractButton>(name);
        return button && button->isVisible() && button->isEnabled();
    }
    void press(const char *name) { bench.press(name); }

    FakeOperator op;
    FakePort port{op, crypto::PrivateKey::generate(crypto::KeyType::X25519).value()};
    ui::test::Bench bench;

private:
    static constexpr char passphrase[] = "correcto caballo grapa";
};

} // namespace carriel::test
