// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The folder locks when nobody has touched keyboard or mouse for as long as the setting says, and not before.
#include "app/desktop/IdleLock.h"
#include "tests/support/Patience.h"
#include "ui/text/Preferences.h"

#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace carriel;
using namespace std::chrono_literals;

namespace {

constexpr char passphrase[] = "correcto caballo grapa";

class HandClock final : public Clock
{
public:
    QDateTime nowUtc() const override { return QDateTime(QDate(2026, 1, 5), QTime(14, 3), Qt::UTC); }
    std::chrono::milliseconds monotonic() const override { return at; }
    std::chrono::milliseconds at{1h};
};

} // namespace

class TestIdleLock : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    HandClock m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<desktop::IdleLock> m_idle;

    template <typename T> T answer(QFuture<T> future)
    {
        return QTest::qWaitFor([&] { return future.isFinished(); }, carriel::test::patienceMs) ? future.result()
                                                                                               : T(Error{});
    }
    // What the folder is after the program has looked, `later` than now.
    VaultState after(std::chrono::milliseconds later)
    {
        m_clock.at += later;
        m_idle->look();
        QCoreApplication::processEvents();
        return m_session->vaultState();
    }
    bool locked()
    {
        return QTest::qWaitFor([this] { return m_session->vaultState() == VaultState::Locked; },
                               carriel::test::patienceMs);
    }

private Q_SLOTS:
    void initTestCase()
    {
        Session::Options options;
        options.dir = m_dir.filePath(QStringLiteral("profile"));
        options.background = false;
        m_session = std::make_unique<Session>(std::move(options));
        UnlockChoice choice;
        choice.keyStore = false;
        choice.passphrase = SecretBytes::copyOf(passphrase);
        QVERIFY(answer(m_session->createVault(std::move(choice))).ok());
    }

    void init()
    {
        if (m_session->vaultState() != VaultState::Unlocked)
            QVERIFY(answer(m_session->unlockWithPassphrase(SecretBytes::copyOf(passphrase))).ok());
        m_idle = std::make_unique<desktop::IdleLock>(*m_session, m_clock);
    }

    void fifteenMinutesUnlessSomethingElseIsSaid()
    {
        QCOMPARE(after(14min + 59s), VaultState::Unlocked);
        (void)after(1s);
        QVERIFY(locked());
    }

    void theSettingCounts()
    {
        QVERIFY(answer(m_session->setSetting(text::keys::idleMinutes, QStringLiteral("5"))).ok());
        QCOMPARE(after(4min + 59s), VaultState::Unlocked);
        (void)after(1s);
        QVERIFY(locked());
    }

    void zeroIsNever()
    {
        QVERIFY(answer(m_session->setSetting(text::keys::idleMinutes, QStringLiteral("0"))).ok());
        QCOMPARE(after(240h), VaultState::Unlocked);
        QVERIFY(answer(m_session->setSetting(text::keys::idleMinutes, QStringLiteral("15"))).ok());
    }

    void whoTouchesSomethingIsThere_data()
    {
        QTest::addColumn<bool>("mouse");
        QTest::newRow("keyboard") << false;
        QTest::newRow("mouse") << true;
    }
    void whoTouchesSomethingIsThere()
    {
        QFETCH(const bool, mouse);
        QWidget widget;
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        QCOMPARE(after(14min), VaultState::Unlocked);
        if (mouse)
            QTest::mouseMove(&widget, QPoint(3, 3));
        else
            QTest::keyClick(&widget, Qt::Key_Shift);
        QCoreApplication::processEvents();
        QCOMPARE(after(14min), VaultState::Unlocked);
        (void)after(1min);
        QVERIFY(locked());
    }

    void theTimeLockedDoesNotCount()
    {
        (void)after(15min);
        QVERIFY(locked());
        (void)after(10h);
        QVERIFY(answer(m_session->unlockWithPassphrase(SecretBytes::copyOf(passphrase))).ok());
        QCOMPARE(after(14min), VaultState::Unlocked);
    }
};

QTEST_MAIN(TestIdleLock)
#include "tst_idle_lock.moc"
