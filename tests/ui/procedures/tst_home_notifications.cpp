// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications on the first page, with the real operator and a real entity: what opening one today would set running,
// what runs already, what must be answered; putting a day aside and taking that back; and no word of what is sealed.
#include "EveryWay.h"
#include "Stage.h"
#include "app/desktop/MailNotices.h"
#include "core/services/Activity.h"
#include "tests/support/Patience.h"
#include "ui/home/Needs.h"
#include "ui/notifications/Openable.h"
#include "ui/text/ActivityWords.h"

#include <QMenu>
#include <QToolButton>
#include <QTreeView>

using namespace carriel;
using namespace carriel::ui;

namespace {
const QString secret = QStringLiteral("palabra reservada");
}

class TestHomeNotifications final : public carriel::ui::test::Stage
{
    Q_OBJECT

    QList<Need> needs()
    {
        const Reminders reminders(session());
        return collectNeeds(needProviders(session(), reminders), QDate::currentDate());
    }
    QString words()
    {
        QString out;
        for (const Need &need : needs())
            out += need.title + QLatin1Char('\n') + need.text + QLatin1Char('\n');
        return out;
    }
    QString idOf(const QString &title)
    {
        for (const NotificationEntry &one : mail().list()) {
            if (one.title == title)
                return one.id;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        begin();
        for (const char *procedure : {"subsidio", "renta"})
            QVERIFY(subscribe(QString::fromLatin1(procedure)).ok());
        m_entity->send(person(), QStringLiteral("subsidio"), QStringLiteral("cpaca-56"),
                       QStringLiteral("Acto administrativo"), secret);
        m_entity->send(person(), QStringLiteral("renta"), QStringLiteral("et-566-1@2025-11-19"),
                       QStringLiteral("Requerimiento"), secret);
        m_entity->send(person(), QStringLiteral("noticias"), QStringLiteral("comunicacion"),
                       QStringLiteral("Jornada de vacunación"), secret, QStringLiteral("communication"));
        QVERIFY(arrives(3));
    }
    void cleanupTestCase() { end(); }

    void whatWaitsIsSaidByWhen()
    {
        const QList<Need> all = needs();
        QVERIFY2(all.size() >= 3, qPrintable(words()));
        // What runs although nobody opened it stands first.
        QVERIFY(all.at(0).title.contains(QStringLiteral("Requerimiento")) && all.at(0).due.isValid());
        QVERIFY2(all.at(0).text.contains(QStringLiteral("aunque usted no la abra")), qPrintable(words()));
        QVERIFY(all.at(1).title.contains(QStringLiteral("Acto administrativo")));
        QVERIFY2(all.at(1).text.contains(QStringLiteral("Si la abre hoy")) &&
                     all.at(1).text.contains(QStringLiteral("informativ")),
                 qPrintable(words()));
        QVERIFY(words().contains(QStringLiteral("No tiene efecto legal")));
        m_program->navigator->open(QStringLiteral("home"));
        QTRY_VERIFY(m_program->shows("home.need2"));
        picture("home-1-notifications");
    }

    void nothingThatIsSealedIsShownOrFound()
    {
        QVERIFY(!words().contains(secret));
        QVERIFY(mail().search(QStringLiteral("reservada")).isEmpty());
        for (const QLabel *label : m_program->window->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(secret));
        for (const NotificationEntry &one : mail().list())
            QVERIFY(one.canBeOpened()); // looking at the page opened nothing
    }

    // Print, preview, thumbnail, save, share, drag, copy, keys: none has the sealed act, and the operator was never
    // asked for it.
    void nothingElseOpensOne()
    {
        const NotificationEntry sealed = mail().list().first();
        carriel::ui::test::tryEveryPage(*m_program, sealed, secret);
        carriel::ui::test::tryEveryService(session().documents(), sealed, secret,
                                           [this](auto future) { return answer(std::move(future)); });
        carriel::ui::test::tryHands(*m_program, sealed, secret);
        for (const QByteArray &line : m_operator->requests()) {
            const QString route = QJsonDocument::fromJson(line).object().value(QLatin1String("route")).toString();
            QVERIFY2(!route.endsWith(QLatin1String(" opening")) && !route.endsWith(QLatin1String(" acknowledgement")),
                     line.constData());
        }
        for (const NotificationEntry &one : mail().list())
            QVERIFY(one.canBeOpened() && one.state == QLatin1String("Available"));
    }

    void anOpenedOneMustBeAnswered()
    {
        const QString id = idOf(QStringLiteral("Acto administrativo"));
        const auto terms = answer(mail().terms(id));
        QVERIFY(terms.ok() && terms.value().ifToday && terms.value().ifToday->lastDay);
        QVERIFY(answer(mail().open(id, terms.value().warningDigest)).ok());
        QTRY_VERIFY(words().contains(QStringLiteral("el término para responder")));
        const Reminders reminders(session());
        const QList<DueDay> days = reminders.running(QDate::currentDate());
        const auto ours = std::find_if(days.begin(), days.end(), [&id](const DueDay &day) { return day.key == id; });
        QVERIFY(ours != days.end());
        QCOMPARE(ours->day, *terms.value().ifToday->lastDay); // what was said before is what runs now
        QCOMPARE(mail().search(QStringLiteral("reservada")).size(), 1);
        QTRY_VERIFY(m_program->shows("home.need1.more") || m_program->shows("home.need0.more"));
        picture("home-2-to-answer");
    }

    // The operator writes numbers; the record says who sent what, what kind of thing it was, and leads to it.
    void theRecordNamesWhoSentAndLeadsThere()
    {
        const QString entity = QStringLiteral("Secretaría de Salud de Medellín");
        const struct
        {
            const char *kind;
            QString words, page;
        } expected[] = {
            {"act.deposit", entity + QStringLiteral(" le envió la comunicación «Jornada de vacunación»"), QStringLiteral("notification")},
            {"act.deposit", entity + QStringLiteral(" le envió la notificación «Requerimiento»"), QStringLiteral("notification")},
            {"act.inquiry", entity + QStringLiteral(" preguntó si lo puede notificar en «Subsidio de salud»"), QStringLiteral("procedure")},
            {"consent.given", QStringLiteral("Usted aceptó que lo notifiquen electrónicamente en «Subsidio de salud»"), QStringLiteral("procedure")},
            {"notification.opened", QStringLiteral("Usted abrió la notificación «Acto administrativo» de ") + entity, QStringLiteral("act")},
        };
        const auto told = [this](const char *kind, const QString &words) {
            const auto all = answer(session().documents().activity().search({}, 500));
            return all.ok() && std::any_of(all.value().cbegin(), all.value().cend(), [&](const ActivityRecord &one) {
                       return one.kind == QLatin1String(kind) && text::activityWords(one).startsWith(words) && !one.with.isEmpty() && !one.name.isEmpty();
                   });
        };
        for (const auto &one : expected) {
            if (!told(one.kind, one.words)) // the operator's words come with a sync
                QTRY_VERIFY2_WITH_TIMEOUT(answer(session().syncOnce()).ok() && told(one.kind, one.words), qPrintable(one.words), carriel::test::patienceMs);
            m_program->navigator->open(QStringLiteral("activity"));
            auto *list = m_program->find<QTreeView>("activity.list");
            const auto row = [list, &one] {
                for (int at = 0; at < list->model()->rowCount(); ++at) {
                    if (list->model()->index(at, 0).data().toString().startsWith(one.words))
                        return list->model()->index(at, 0);
                }
                return QModelIndex();
            };
            QTRY_VERIFY2_WITH_TIMEOUT(row().isValid(), qPrintable(one.words), carriel::test::patienceMs);
            if (one.page == QLatin1String("act"))
                picture("activity-entities");
            Q_EMIT list->activated(row());
            QTRY_COMPARE_WITH_TIMEOUT(m_program->navigator->currentPage(), one.page, carriel::test::patienceMs);
        }
    }

    void theSearchForEverythingFindsWhatWasOpenedAlone()
    {
        m_program->navigator->open(QStringLiteral("documents"),
                                   {{QStringLiteral("search"), QStringLiteral("RESERVADA palábra")}});
        QTRY_VERIFY(m_program->shows("openedActs"));
        QVERIFY(m_program->find<QAbstractButton>("openedActs")->text().startsWith(QStringLiteral("1 ")));
        picture("search-1-opened");
        m_program->navigator->open(QStringLiteral("documents"),
                                   {{QStringLiteral("search"), QStringLiteral("otra cosa")}});
        QTRY_VERIFY(!m_program->shows("openedActs"));
        m_program->navigator->open(QStringLiteral("home"));
    }

    void aDayIsPutAsideAndTakenBack()
    {
        const QString id = idOf(QStringLiteral("Acto administrativo"));
        Reminders reminders(session());
        const QDate today = QDate::currentDate();
        const auto shown = [&] {
            const QList<DueDay> days = reminders.shown(today);
            return std::any_of(days.begin(), days.end(), [&id](const DueDay &day) { return day.key == id; });
        };
        QVERIFY(shown());
        reminders.snooze(id, today.addDays(3));
        QVERIFY(!shown());
        reminders.restore(id);
        QVERIFY(shown());
        const char *name = m_program->shows("home.need1.more") ? "home.need1.more" : "home.need0.more";
        auto *button = m_program->find<QToolButton>(name);
        QVERIFY(button && button->menu()->actions().size() >= 3);
        for (QAction *action : button->menu()->actions()) {
            if (action->text().contains(QStringLiteral("no me lo recuerde")))
                action->trigger();
        }
        QVERIFY(!shown());
        QTRY_VERIFY(!words().contains(QStringLiteral("el término para responder")));
        // It is kept in the vault: after locking it is still put aside.
        QVERIFY(answer(session().lock()).ok());
        QVERIFY(needs().isEmpty() || !words().contains(QStringLiteral("Requerimiento")));
        QVERIFY(answer(session().unlockWithPassphrase(SecretBytes::copyOf(passphrase.toUtf8()))).ok());
        QVERIFY(!shown());
        reminders.restore(id);
        QVERIFY(shown());
    }

    void theDesktopIsToldWithoutContent()
    {
        desktop::MailNotices notices(session(), this);
        notices.inFront = [] { return false; };
        QStringList said;
        connect(&notices, &desktop::MailNotices::wanted, this, [&said](const QString &title, const QString &text) {
            said << QString(title + QLatin1Char(' ') + text);
        });
        QCOMPARE(said.size(), 0); // what stood already is on the first page
        m_entity->send(person(), QStringLiteral("noticias"), QStringLiteral("comunicacion"),
                       QStringLiteral("Otro aviso"), secret, QStringLiteral("communication"));
        QTRY_VERIFY(!said.isEmpty());
        QVERIFY2(said.first().contains(QStringLiteral("1 notificación nueva")), qPrintable(said.first()));
        for (const QString &one : std::as_const(said)) {
            for (const QString &never :
                 {secret, QStringLiteral("Otro aviso"), QStringLiteral("Secretaría"), QStringLiteral("Acto")})
                QVERIFY2(!one.contains(never), qPrintable(one));
        }
        QVERIFY(arrives(4));
        // A day that is near is told once, and again nearer to it; not while the window is looked at.
        const Reminders reminders(session());
        const QList<DueDay> days = reminders.running(QDate::currentDate());
        QVERIFY(!days.isEmpty());
        notices.remind(); // what is near already today
        said.clear();
        notices.today = [day = days.last().day] { return day.addDays(-1); };
        notices.inFront = [] { return true; };
        notices.remind();
        QCOMPARE(said.size(), 0);
        notices.inFront = [] { return false; };
        notices.remind();
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.first().contains(QStringLiteral("informativo")) ||
                     said.first().contains(QStringLiteral("plazos")),
                 qPrintable(said.first()));
        QVERIFY(!said.first().contains(QStringLiteral("Secretaría")));
        notices.remind();
        QCOMPARE(said.size(), 1);
    }

    // Who asked for it without a network is told on the desktop, once, when the operator is back; and without content.
    void whoAskedIsToldWhenItCanBeOpened()
    {
        const QString id = idOf(QStringLiteral("Requerimiento"));
        QVERIFY(!id.isEmpty());
        desktop::MailNotices notices(session(), this);
        notices.inFront = [] { return false; };
        QStringList said;
        connect(&notices, &desktop::MailNotices::wanted, this,
                [&said](const QString &, const QString &text) { said << text; });
        m_operator->kill();
        session().networkChanged();
        QTRY_VERIFY(!Openable::reachable(session().status()));
        Openable::want(session(), id, true);
        m_operator->start();
        session().retryNow();
        const auto told = [&said] { return said.filter(QStringLiteral("ya se puede abrir")).size(); };
        QTRY_COMPARE(told(), 1);
        QVERIFY(!Openable::isWanted(session(), id));
        QVERIFY(!said.join(QLatin1Char(' ')).contains(QStringLiteral("Requerimiento")));
    }

    // An operator that sealed and stops saying so is an alarm, until it says so again.
    void sealingThatStopsIsAnAlarm()
    {
        const auto restart = [this](const QJsonArray &unannounced) {
            m_operator->kill();
            m_operator->configure(QStringLiteral("unannounced"), unannounced);
            m_operator->start();
            QVERIFY(answer(session().lock()).ok()); // what the operator says of itself is asked for at the unlocking
            QVERIFY(answer(session().unlockWithPassphrase(SecretBytes::copyOf(passphrase.toUtf8()))).ok());
            m_program->navigator->open(QStringLiteral("notifications"));
        };
        QVERIFY(!session().account().sealsGone);
        restart({QStringLiteral("sealed-1")});
        QTRY_VERIFY(session().account().sealsGone);
        QTRY_VERIFY(m_program->shows("notifications.alarm"));
        picture("notifications-alarm");
        restart({});
        QTRY_VERIFY(!session().account().sealsGone);
        QTRY_VERIFY(!m_program->shows("notifications.alarm"));
        QTRY_VERIFY(session().account().loggedIn);
    }

    // The vault is closed, and with it the login: what is asked for is a number, and a number is all that is shown and
    // told.
    void whileLockedOnlyANumberIsKnown()
    {
        const auto asked = [this] {
            QStringList out;
            for (const QByteArray &line : m_operator->requests())
                out << QJsonDocument::fromJson(line).object().value(QLatin1String("route")).toString();
            return out;
        };
        const QString counts = QStringLiteral("GET counts");
        QTRY_VERIFY(asked().contains(QStringLiteral("POST count ticket")));
        const QList<NotificationEntry> all = mail().list();
        const auto waiting =
            int(std::count_if(all.begin(), all.end(), [](const NotificationEntry &one) { return one.canBeOpened(); }));
        QVERIFY(waiting > 0);
        desktop::MailNotices notices(session(), this);
        notices.inFront = [] { return false; };
        QStringList said;
        connect(&notices, &desktop::MailNotices::wanted, this,
                [&said](const QString &, const QString &text) { said << text; });
        QCOMPARE(session().waiting(), -1); // while it is open the feed tells

        QVERIFY(answer(session().lock()).ok());
        QTRY_COMPARE(session().waiting(), waiting);
        QTRY_VERIFY(m_program->shows("unlock.waiting"));
        QVERIFY(m_program->find<QLabel>("unlock.waiting")->text().contains(QString::number(waiting)));
        QVERIFY(m_program->find<QLabel>("unlock.waiting")->text().contains(QStringLiteral("Según su operador")));
        QCOMPARE(said.size(), 0); // those were known
        picture("unlock-waiting");
        const auto begun = m_operator->requests().size();
        m_entity->send(person(), QStringLiteral("noticias"), QStringLiteral("comunicacion"),
                       QStringLiteral("Aviso nocturno"), secret, QStringLiteral("communication"));
        QTRY_COMPARE(session().waiting(), waiting + 1);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said.first().contains(QString::number(waiting + 1)));
        for (const QString &never : {secret, QStringLiteral("Aviso"), QStringLiteral("Secretaría")})
            QVERIFY2(!said.first().contains(never), qPrintable(said.first()));
        // The person's program asked for the number and for nothing else; the rest is the entity's.
        for (const QByteArray &line : m_operator->requests().mid(begun)) {
            const QJsonObject request = QJsonDocument::fromJson(line).object();
            const QString route = request.value(QLatin1String("route")).toString();
            const QString folder = request.value(QLatin1String("folder")).toString();
            QVERIFY2(route == counts || folder.isEmpty() || folder.startsWith(QLatin1String("entity-")),
                     line.constData());
        }

        QVERIFY(answer(session().unlockWithPassphrase(SecretBytes::copyOf(passphrase.toUtf8()))).ok());
        QCOMPARE(session().waiting(), -1);
        QVERIFY(arrives(5));
        // The old one ends with the unlocking: another is taken.
        QTRY_VERIFY(asked().contains(QStringLiteral("POST count tickets end")));
        // Who has logged out is told nothing any more.
        QVERIFY(answer(session().logout()).ok());
        QVERIFY(answer(session().lock()).ok());
        const auto rest = asked().count(counts);
        QTest::qWait(1200);
        QCOMPARE(asked().count(counts), rest);
        QCOMPARE(session().waiting(), -1);
        QVERIFY(!m_program->shows("unlock.waiting"));
    }

    void deadlinesOrderEvenWithOthersBetween()
    {
        struct Fixed final : NeedProvider
        {
            QList<Need> needs(const QDate &today) const override
            {
                QList<Need> out;
                for (const int days : {9, 0, 3, 0, 1}) {
                    Need need;
                    need.urgency = Need::Urgency::Deadline;
                    if (days > 0)
                        need.due = today.addDays(days);
                    need.title = QString::number(days);
                    out.append(need);
                }
                return out;
            }
        };
        std::vector<std::unique_ptr<NeedProvider>> providers;
        providers.push_back(std::make_unique<Fixed>());
        QStringList order;
        for (const Need &need : collectNeeds(providers, QDate::currentDate()))
            order << need.title;
        QCOMPARE(order, QStringList({QStringLiteral("1"), QStringLiteral("3"), QStringLiteral("9"), QStringLiteral("0"),
                                     QStringLiteral("0")}));
    }
};

QTEST_MAIN(TestHomeNotifications)
#include "tst_home_notifications.moc"
