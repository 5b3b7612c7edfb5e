// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Who sent it and until when, where two entities have one name and an act sets a day before the counted one.
#include "MailBench.h"
#include "core/crypto/Digest.h"
#include "core/services/Notifications.h"
#include "ui/home/Needs.h"
#include "ui/notifications/NotificationModel.h"
#include "ui/text/EntityWords.h"
#include "ui/text/Translation.h"

#include <QListView>
#include <memory>

using namespace carriel;
using test::MailBench;

class TestNotificationDays final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_translation = std::make_unique<text::Translation>(*qApp);
        m_translation->use(QStringLiteral("es"));
    }
    void cleanupTestCase() { m_translation.reset(); }

    // Another entity of the directory has the sender's name, written otherwise: wherever it is named its number stands.
    void aNamesakeIsToldApart()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        const QJsonObject body = test::Vector::payload(mail.op.directory);
        QJsonArray entities = body.value(QLatin1String("entities")).toArray();
        QJsonObject other = entities.first().toObject();
        other.insert(QStringLiteral("id"), QStringLiteral("co:NIT:900100505"));
        other.insert(QStringLiteral("name"), QString(other.value(QLatin1String("name")).toString().toUpper() + QLatin1String(" .")));
        entities.append(other);
        mail.arrive();
        QVERIFY(!list(mail).first().namesake);
        mail.play([&](test::FakeOperator &op, test::FakePort &, mail::Mailbox &mailbox, mail::Opener &) {
            op.directory = test::Vector::again(op.directory, {{QStringLiteral("entities"), entities}}, op.vector.operatorKey);
            QVERIFY(mailbox.rows().keepDirectory(op.directory, crypto::sha256(op.directory), QDateTime::currentDateTimeUtc().addDays(1)).ok());
        });
        QVERIFY(list(mail).first().namesake);
        QVERIFY2(text::entityWords(list(mail).first()).contains(QStringLiteral("NIT 900123456")), qPrintable(text::entityWords(list(mail).first())));
        QVERIFY(home(mail).contains(QStringLiteral("NIT 900123456")));
        mail.bench.navigator().open(QStringLiteral("notifications"));
        auto *shown = mail.bench.find<QListView>("notifications.list");
        QVERIFY(shown->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("NIT 900123456")));
    }

    // What an earlier version opened has no days beside it: they are read from the act.
    void theDaysOfAnActThatWasOpenedEarlier()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.arrive();
        mail.openIt();
        mail.play([](test::FakeOperator &, test::FakePort &, mail::Mailbox &mailbox, mail::Opener &) {
            QVERIFY(mailbox.rows().all().value().first().granted.asked.contains(QStringLiteral("2026-01-20")));
            QVERIFY(mailbox.database().query("DELETE FROM profile_info WHERE key LIKE 'act_%'").run().ok());
        });
        const NotificationEntry one = list(mail).first();
        QVERIFY(one.asked.size() == 1 && one.asked.first().day == QDate(2026, 1, 20));
        QVERIFY(one.lastDay.has_value() && one.termFor == QStringLiteral("recurso de reposición"));
    }

    // The day that the entity had set is over and the counted term runs on: the first page says so before all that is to come.
    void aMissedDayStandsFirstInInicio()
    {
        MailBench mail;
        QVERIFY(mail.bench.ready());
        mail.arrive();
        mail.openIt();
        const QDate last = *list(mail).first().lastDay, asked = last.addDays(-3), today = last.addDays(-2);
        mail.play([&](test::FakeOperator &, test::FakePort &, mail::Mailbox &mailbox, mail::Opener &) {
            auto change = mailbox.database().query("UPDATE profile_info SET value=replace(value,'2026-01-20',?) WHERE key LIKE 'act_days %'");
            QVERIFY(change.bind(asked.toString(Qt::ISODate)).run().ok());
        });
        const QString before = home(mail, asked), after = home(mail, today);
        QVERIFY2(!before.contains(QStringLiteral("ya pasó")) && before.contains(QStringLiteral("Último día")), qPrintable(before));
        QVERIFY2(after.contains(QStringLiteral("ya pasó el día que fijó la entidad")) && after.contains(QStringLiteral("Responda ya")), qPrintable(after));
        const Reminders reminders(mail.bench.session());
        const auto all = ui::collectNeeds(ui::needProviders(mail.bench.session(), reminders), today);
        QVERIFY(all.first().due == asked && all.first().role == ui::Role::Danger);
    }

    // The list: what binds first comes first, though its counted term ends later.
    void theListIsOrderedByTheEarlierDay()
    {
        NotificationEntry counted;
        counted.id = QStringLiteral("counted");
        counted.kind = QStringLiteral("notification");
        counted.state = QStringLiteral("Accessed");
        counted.step = NotificationStep::Opened;
        counted.lastDay = QDate(2026, 11, 26);
        NotificationEntry asked = counted;
        asked.id = QStringLiteral("asked");
        asked.lastDay = QDate(2026, 12, 2);
        asked.asked = {{0, QStringLiteral("deadline"), QStringLiteral("Contestar"), QDate(2026, 11, 25)}};
        NotificationEntry message = counted; // no term, a day all the same
        message.id = QStringLiteral("message");
        message.kind = QStringLiteral("communication");
        message.lastDay.reset();
        message.asked = {{0, QStringLiteral("appointment"), QStringLiteral("Cita"), QDate(2026, 11, 24)}};
        ui::NotificationModel model(nullptr);
        model.show({counted, asked, message}, {}, QDate(2026, 11, 23));
        QCOMPARE(model.rowCount(), 4); // one heading
        QCOMPARE(model.index(1).data(ui::NotificationModel::IdRole).toString(), QStringLiteral("message"));
        QCOMPARE(model.index(2).data(ui::NotificationModel::IdRole).toString(), QStringLiteral("asked"));
        QVERIFY(model.index(2).data(ui::NotificationModel::UrgentRole).toBool());
        QVERIFY(model.index(2).data(ui::NotificationModel::DueRole).toString().startsWith(QStringLiteral("La entidad pide responder antes, el 25")));
    }

private:
    static QList<NotificationEntry> list(MailBench &mail)
    {
        return mail.bench.session().documents().notifications().list();
    }
    static QString home(MailBench &mail, QDate today = QDate::currentDate())
    {
        const Reminders reminders(mail.bench.session());
        QString out;
        for (const ui::Need &need : ui::collectNeeds(ui::needProviders(mail.bench.session(), reminders), today))
            out += need.title + QLatin1Char('\n') + need.text + QLatin1Char('\n');
        return out;
    }

    std::unique_ptr<text::Translation> m_translation;
};

QTEST_MAIN(TestNotificationDays)
#include "tst_notification_days.moc"
