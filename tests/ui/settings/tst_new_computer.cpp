// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A computer that joins the folder is told to the one that was there: on the first page, on the desktop and in
// Actividad, until the person has said whether it was them. "It was not me" leads to removing it. With the real
// operator.
#include "app/desktop/Notices.h"
#include "core/services/Activity.h"
#include "core/services/Computers.h"
#include "tests/support/Patience.h"
#include "tests/ui/procedures/Stage.h"

using namespace carriel;
using namespace carriel::ui;

class TestNewComputer final : public carriel::ui::test::Stage
{
    Q_OBJECT

    std::unique_ptr<Session> joins(const QString &name)
    {
        Session::Options options;
        options.dir = m_dir.filePath(name);
        options.background = false;
        options.openBrowser = [this](const QUrl &url) { Provider::visit(m_provider->wayBack(url)); };
        auto other = std::make_unique<Session>(std::move(options));
        UnlockChoice choice;
        choice.keyStore = false;
        choice.passphrase = SecretBytes::copyOf(passphrase.toUtf8());
        const bool in = answer(other->createVault(std::move(choice))).ok() &&
                        answer(other->connectOperator(m_operator->url(), m_authority.caFile())).ok() &&
                        answer(other->login(name)).ok();
        return in ? std::move(other) : nullptr;
    }
    QList<DeviceInfo> asked() { return newComputers(session()); }
    QString title(int number)
    {
        const auto *label = m_program->find<QLabel>(qPrintable(QStringLiteral("home.need%1.title").arg(number)));
        return label ? label->text() : QString();
    }
    bool isInActivity(const QString &kind, const QString &name)
    {
        ActivityQuery query;
        query.kinds = {kind};
        const QList<ActivityRecord> found = session().documents().activity().found(query, 100);
        return std::any_of(found.begin(), found.end(), [&](const ActivityRecord &one) { return one.name == name; });
    }

private Q_SLOTS:
    void initTestCase() { begin(); }
    void cleanupTestCase() { end(); }

    void itIsToldUntilThePersonSaysThatItWasThem()
    {
        desktop::Notices notices(session(), this);
        QStringList said;
        connect(&notices, &desktop::Notices::wanted, this,
                [&said](const QString &, const QString &text) { said << text; });
        m_program->navigator->open(QStringLiteral("home"));
        QTRY_COMPARE(session().status().phase, SyncPhase::UpToDate);
        QVERIFY(asked().isEmpty()); // itself is no news

        const QString name = QStringLiteral("Portátil de la sala");
        const auto other = joins(name);
        QVERIFY(other);
        QTRY_COMPARE(asked().size(), 1);
        QCOMPARE(asked().first().name, name);
        QVERIFY(answer(other->syncOnce()).ok());
        QVERIFY(newComputers(*other).isEmpty()); // those that were there before it are not new to it
        QTRY_VERIFY(m_program->shows("home.need0.other") && title(0).contains(name));
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.first().contains(QStringLiteral("equipo nuevo")) &&
                !said.first().contains(name)); // others read the screen
        QVERIFY(isInActivity(QStringLiteral("device.appeared"), name));
        picture("home-new-computer");

        // Kept until it is answered.
        QVERIFY(answer(session().lock()).ok());
        QVERIFY(answer(session().unlockWithPassphrase(SecretBytes::copyOf(passphrase.toUtf8()))).ok());
        QTRY_COMPARE(asked().size(), 1);
        m_program->navigator->open(QStringLiteral("home"));
        QTRY_VERIFY(m_program->shows("home.need0.other"));
        m_program->click("home.need0.other");
        QTRY_VERIFY(asked().isEmpty());
        QTRY_VERIFY(!m_program->shows("home.need0.other"));
        QTRY_VERIFY(isInActivity(QStringLiteral("device.confirmed"), {}));
        // Nobody is asked twice.
        QVERIFY(answer(session().devices()).ok());
        QVERIFY(asked().isEmpty());
    }

    void oneThatWasNotThemIsRemoved()
    {
        QTRY_COMPARE(session().status().phase, SyncPhase::UpToDate);
        m_program->navigator->open(QStringLiteral("home"));
        const QString name = QStringLiteral("PC del ladrón");
        const auto thief = joins(name);
        QVERIFY(thief);
        QTRY_VERIFY(m_program->shows("home.need0.button") && title(0).contains(name));
        QVERIFY(!m_program->find("home.need0.button")->hasFocus()); // no Enter that opened the page accuses anybody
        m_program->click("home.need0.button");
        QTRY_VERIFY(m_program->shows("settings.devices.problem.action"));
        QVERIFY(m_program->find<QLabel>("settings.devices.problem.title")->text().contains(name));
        picture("settings-new-computer");
        m_program->click("settings.devices.problem.action");
        QTRY_VERIFY(asked().isEmpty());
        const auto all = answer(session().devices());
        QVERIFY(all.ok() && std::any_of(all.value().begin(), all.value().end(), [&](const DeviceInfo &one) {
            return one.name == name && one.revokedUtc.isValid();
        }));
        m_program->navigator->open(QStringLiteral("home"));
        QTRY_VERIFY(!m_program->shows("home.need0.other"));
    }
};

QTEST_MAIN(TestNewComputer)
#include "tst_new_computer.moc"
