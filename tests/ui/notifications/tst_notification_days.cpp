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
#include <QSet>
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

    // Two of one title, entity and day are told apart: by the case, the hour, and in one minute by the end of their number.
    void twoThatLookTheSameAreToldApart()
    {
        NotificationEntry one;
        one.id = QStringLiteral("0192f0c4-5a00-7000-8000-0000000000a1");
        one.entityId = QStringLiteral("co:NIT:900123456");
        one.title = QStringLiteral("Requerimiento");
        one.state = QStringLiteral("Available");
        one.receivedUtc = QDateTime(QDate(2026, 1, 5), QTime(15, 4), Qt::UTC);
        NotificationEntry two = one, later = one, other = one;
        two.id.replace(QStringLiteral("a1"), QStringLiteral("b2"));
        two.caseNumber = QStringLiteral("2026-118");
        later.id.replace(QStringLiteral("a1"), QStringLiteral("c3"));
        later.receivedUtc = one.receivedUtc.addSecs(3600);
        other.id.replace(QStringLiteral("a1"), QStringLiteral("d4"));
        other.title = QStringLiteral("Resolución");
        ui::NotificationModel model(nullptr);
        const auto shown = [&model](const NotificationEntry &entry, int role = ui::NotificationModel::WhoRole) {
            return model.index(model.rowOf(entry.id), 0).data(role).toString();
        };
        model.show({one, other}, {}, QDate(2026, 1, 6));
        const QString alone = shown(one);
        QVERIFY2(!alone.contains(QLatin1String("m. (")) && !alone.contains(QLatin1String("…")), qPrintable(alone));
        model.show({one, two, later, other}, {}, QDate(2026, 1, 6));
        QCOMPARE(QSet<QString>({shown(one), shown(two), shown(later)}).size(), 3);
        QVERIFY2(shown(two).contains(QStringLiteral("Expediente 2026-118")), qPrintable(shown(two)));
        QVERIFY2(shown(one).contains(QStringLiteral("10:04")) && shown(one).endsWith(QStringLiteral("…0000a1")), qPrintable(shown(one)));
        QVERIFY2(shown(later).contains(QStringLiteral("11:04")) && !shown(later).contains(QStringLiteral("…")), qPrintable(shown(later)));
        QCOMPARE(shown(other), shown(other).section(QStringLiteral("…"), 0, 0)); // nothing is like it
        QVERIFY(shown(one, Qt::AccessibleTextRole) != shown(two, Qt::AccessibleTextRole));
    }

    // Who else uses the folder is not looked for below what waits to be answered.
    void whoUsesTheFolderComesBeforeEveryDay()
    {
        struct Fixed final : ui::NeedProvider
        {
            QList<ui::Need> needs(const QDate &today) const override
            {
                QList<ui::Need> out(34);
                for (ui::Need &need : out) {
                    need.urgency = ui::Need::Urgency::Deadline;
                    need.due = today;
                }
                out.last().urgency = ui::Need::Urgency::Alarm;
                out.last().due = {};
                return out;
            }
        };
        std::vector<std::unique_ptr<ui::NeedProvider>> providers;
        providers.push_back(std::make_unique<Fixed>());
        QVERIFY(ui::collectNeeds(providers, QDate::currentDate()).first().urgency == ui::Need::Urgency::Alarm);
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
