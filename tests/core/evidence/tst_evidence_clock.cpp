// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The legal clock: every holiday of 2000 to 2060 against rules written down here a second time, known years by their
// published dates, terms against a count by hand.
#include "core/evidence/EvidenceErrors.h"
#include "core/evidence/clock/CalendarFile.h"
#include "core/evidence/clock/TermRules.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace carriel;
using namespace carriel::evidence;

namespace {

QDateTime bogota(int y, int m, int d, int hour = 10)
{
    return QDateTime(QDate(y, m, d), QTime(hour, 0), Qt::UTC).addSecs(5 * 3600);
}

// Gauss' rule with its exceptions, another way than the program's.
QDate easterByGauss(int year)
{
    const int a = year % 19, b = year % 4, c = year % 7, k = year / 100;
    const int p = (13 + 8 * k) / 25, q = k / 4, m = (15 - p + k - q) % 30, n = (4 + k - q) % 7;
    const int d = (19 * a + m) % 30, e = (2 * b + 4 * c + 6 * d + n) % 7;
    QDate date = QDate(year, 3, 22).addDays(d + e);
    if (d == 29 && e == 6)
        date = QDate(year, 4, 19);
    else if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19)
        date = QDate(year, 4, 18);
    return date;
}

QDate toMonday(QDate date)
{
    while (date.dayOfWeek() != 1)
        date = date.addDays(1);
    return date;
}

} // namespace

class TestEvidenceClock : public QObject
{
    Q_OBJECT

private:
    HolidayCalendar calendar = HolidayCalendar::shipped().value();
    TermRules rules = TermRules::shipped().value();

private Q_SLOTS:
    void everyHolidayOf2000To2060()
    {
        for (int year = 2000; year <= 2060; ++year) {
            const QDate easter = easterByGauss(year);
            QCOMPARE(easterSunday(year), easter);
            QCOMPARE(easter.dayOfWeek(), 7);
            QList<QDate> expected = {
                {year, 1, 1},
                {year, 5, 1},
                {year, 7, 20},
                {year, 8, 7},
                {year, 12, 8},
                {year, 12, 25},
                easter.addDays(-3),
                easter.addDays(-2),
                // Ascension, Corpus Christi and the Sacred Heart fall on Thursday, Thursday and Friday.
                easter.addDays(43),
                easter.addDays(64),
                easter.addDays(71)};
            for (const auto &[month, day] : {std::pair{1, 6}, {3, 19}, {6, 29}, {8, 15}, {10, 12}, {11, 1}, {11, 11}})
                expected.append(toMonday({year, month, day}));
            std::sort(expected.begin(), expected.end());
            QList<QDate> found;
            const QList<Holiday> all = calendar.holidays(year).value();
            for (const Holiday &holiday : all)
                found.append(holiday.date);
            QCOMPARE(found, expected);
            for (QDate date(year, 1, 1); date.year() == year; date = date.addDays(1)) {
                const Day day = calendar.day(date).value();
                QCOMPARE(day.kind == DayKind::Business, date.dayOfWeek() < 6 && !expected.contains(date));
                QCOMPARE(!day.holiday.isEmpty(), expected.contains(date));
            }
        }
    }

    void publishedYears()
    {
        const auto dates = [this](int year) {
            QStringList all;
            const QList<Holiday> holidays = calendar.holidays(year).value();
            for (const Holiday &holiday : holidays)
                all.append(holiday.date.toString(QStringLiteral("MM-dd")));
            return all.join(QLatin1Char(' '));
        };
        QCOMPARE(dates(2024), QStringLiteral("01-01 01-08 03-25 03-28 03-29 05-01 05-13 06-03 06-10 07-01 07-20 08-07 "
                                             "08-19 10-14 11-04 11-11 12-08 12-25"));
        QCOMPARE(dates(2026), QStringLiteral("01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-20 08-07 "
                                             "08-17 10-12 11-02 11-16 12-08 12-25"));
    }

    void yearsWithoutRulesHaveNoAnswer()
    {
        QCOMPARE(calendar.holidays(1983).error().code, errors::notKnownYet);
        QCOMPARE(calendar.day({1983, 12, 31}).error().code, errors::notKnownYet);
        QVERIFY(calendar.day({1984, 1, 1}).ok());
    }

    void countedDaysAreBusinessDays()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 5000; ++i) {
            const QDate from = QDate(2000, 1, 1).addDays(random.bounded(22000));
            const int days = random.bounded(40);
            const QDate end = calendar.businessDaysAfter(from, days).value();
            int counted = 0;
            for (QDate date = from.addDays(1); date <= end; date = date.addDays(1))
                counted += calendar.day(date).value().kind == DayKind::Business ? 1 : 0;
            QCOMPARE(counted, days);
            if (days > 0)
                QVERIFY(calendar.day(end).value().kind == DayKind::Business);
            // One day more is never earlier, and two counts add up.
            QCOMPARE(calendar.businessDaysAfter(end, 3).value(), calendar.businessDaysAfter(from, days + 3).value());
        }
    }

    void accessRegimeOverHolyWeek()
    {
        // Opened on Friday 27 March 2026; 2 and 3 April are Holy Thursday and Good Friday.
        const auto term =
            rules.compute(calendar, QStringLiteral("cpaca-56"), {{}, {}, bogota(2026, 3, 27), {}}).value();
        QCOMPARE(*term.made, QDate(2026, 3, 27));
        QCOMPARE(*term.begins, QDate(2026, 3, 30));
        QCOMPARE(*term.lastDay, QDate(2026, 4, 14));
        QCOMPARE(term.days, 10);
        QSet<QString> holidays;
        int counted = 0, weekends = 0;
        for (const TermStep &step : term.steps) {
            counted += step.kind == TermStepKind::Counted ? 1 : 0;
            weekends += step.kind == TermStepKind::Weekend ? 1 : 0;
            if (step.kind == TermStepKind::Holiday)
                holidays.insert(step.holiday);
        }
        QCOMPARE(counted, 10);
        QCOMPARE(weekends, 6);
        QCOMPARE(holidays, (QSet<QString>{QStringLiteral("holy-thursday"), QStringLiteral("good-friday")}));
        QCOMPARE(term.steps.first(), (TermStep{TermStepKind::Accessed, {2026, 3, 27}, 0, {}}));
        QCOMPARE(term.steps.last(), (TermStep{TermStepKind::LastDay, {2026, 4, 14}, 0, {}}));
    }

    // A moment late in the evening in Colombia is the next day in UTC.
    void theDayIsThatOfColombia()
    {
        const QDateTime late = bogota(2026, 3, 26, 23);
        QCOMPARE(late.date(), QDate(2026, 3, 27));
        const auto term = rules.compute(calendar, QStringLiteral("cpaca-56"), {{}, {}, late, {}}).value();
        QCOMPARE(*term.made, QDate(2026, 3, 26));
    }

    void termsGrantedByTheActItself()
    {
        const auto term = rules.compute(calendar, QStringLiteral("cpaca-56"), {{}, {}, bogota(2026, 3, 9), 5}).value();
        QCOMPARE(*term.lastDay, QDate(2026, 3, 16));
        QCOMPARE(term.days, 5);
    }

    // Days of the calendar count from the very next one; a last day on a holiday is told beside the day it moves to.
    void termsByTheCalendar()
    {
        const auto term =
            rules.compute(calendar, QStringLiteral("cpaca-56"), {{}, {}, bogota(2026, 3, 27), 8, true}).value();
        QCOMPARE(*term.begins, QDate(2026, 3, 28)); // a Saturday
        QCOMPARE(*term.lastDay, QDate(2026, 4, 4)); // the Saturday of Holy Week
        QCOMPARE(*term.extended, QDate(2026, 4, 6));
        QCOMPARE(std::count_if(term.steps.begin(), term.steps.end(),
                               [](const TermStep &step) { return step.kind == TermStepKind::CountedAny; }),
                 8);
        // What cannot be counted has no last day; least of all the usual one.
        for (const int days : {0, -3, 1001})
            QVERIFY(!rules.compute(calendar, QStringLiteral("cpaca-56"), {{}, {}, bogota(2026, 3, 27), days})
                         .value()
                         .lastDay);
    }

    // The days that an act gives itself are not those of the usual appeal, and that is said.
    void theRuleIsThatOfTheTerm()
    {
        const auto of = [&](std::optional<int> days, bool any) {
            return rules.compute(calendar, QStringLiteral("cpaca-56"), {{}, {}, bogota(2026, 3, 27), days, any}).value();
        };
        const auto kinds = [](const TermComputation &term, TermStepKind kind) {
            return std::count_if(term.steps.begin(), term.steps.end(), [kind](const TermStep &one) { return one.kind == kind; });
        };
        QVERIFY(of({}, false).source.contains(QStringLiteral("art. 76")));
        QVERIFY(!of(15, true).source.contains(QStringLiteral("art. 76")));
        QVERIFY(of({}, false).purpose.contains(QStringLiteral("recursos"))); // of the usual term, and of no other
        QVERIFY(of(15, true).purpose.isEmpty());
        QCOMPARE(kinds(of({}, false), TermStepKind::Granted) + kinds(of({}, false), TermStepKind::GrantedAny), 0);
        QCOMPARE(kinds(of(15, true), TermStepKind::GrantedAny), 1);
        QCOMPARE(kinds(of(3, false), TermStepKind::Granted), 1);
    }

    // Who names a version means it; that another was in force is told.
    void aRuleOutOfForceIsTold()
    {
        const auto doubted = [&](const char *regime) {
            const QDateTime sent = bogota(2026, 11, 23);
            const auto term = rules.compute(calendar, QLatin1String(regime), {sent, sent, {}, {}}).value();
            return std::any_of(term.steps.begin(), term.steps.end(),
                               [](const TermStep &one) { return one.kind == TermStepKind::NotInForce; });
        };
        QVERIFY(doubted("et-566-1@2019"));
        QVERIFY(!doubted("et-566-1") && !doubted("et-566-1@2025-11-19") && !doubted("cpaca-205"));
    }

    // What is told of a sealed act holds once it is read, whatever the act grants: the earliest start first.
    void whatIsToldBeforeTheOpeningHoldsAfterIt()
    {
        QRandomGenerator random(5);
        int both = 0, extended = 0;
        for (QDate day(2025, 12, 1); day < QDate(2027, 12, 1); day = day.addDays(1)) {
            const QDateTime moment(day, QTime(random.bounded(24), random.bounded(60)), Qt::UTC);
            for (const char *regime : {"cpaca-56", "et-566-1", "cpaca-205"}) {
                const auto of = [&](std::optional<int> days, bool any, bool sealed) {
                    return rules.compute(calendar, QLatin1String(regime), {moment, moment, moment, days, any, sealed})
                        .value();
                };
                const TermComputation before = of({}, false, true);
                QSet<QDate> told{*before.begins};
                if (before.beginsIfBusiness) {
                    QVERIFY(*before.begins < *before.beginsIfBusiness);
                    told.insert(*before.beginsIfBusiness);
                    ++both;
                }
                const int days = random.bounded(1, 40);
                const TermComputation any = of(days, true, false), business = of(days, false, false),
                                      silent = of({}, false, false);
                QCOMPARE(*any.begins, *before.begins);
                QCOMPARE(*business.begins, before.beginsIfBusiness.value_or(*before.begins));
                QVERIFY(told.contains(*silent.begins));
                QVERIFY(!any.beginsIfBusiness && !business.beginsIfBusiness && !business.extended);
                for (const TermComputation &term : {any, business, silent}) {
                    if (!term.lastDay)
                        continue;
                    const bool worked = calendar.day(*term.lastDay).value().kind == DayKind::Business;
                    QCOMPARE(term.extended.has_value(), !worked);
                    if (worked)
                        continue;
                    ++extended;
                    QCOMPARE(*term.extended, calendar.businessDaysAfter(*term.lastDay, 1).value());
                    QCOMPARE(term.steps.last(), (TermStep{TermStepKind::Extended, *term.extended, 0, {}}));
                }
            }
        }
        QVERIFY(both > 200 && extended > 200);
    }

    // The tax authority's requirement of a Sunday evening: the fifth business day is a Friday.
    void bothStartsAreToldWhereNobodyKnowsWhichDaysCount()
    {
        const QDateTime sent = bogota(2026, 11, 22, 21);
        const auto sealed =
            rules.compute(calendar, QStringLiteral("et-566-1"), {sent, sent, {}, {}, false, true}).value();
        QCOMPARE(*sealed.begins, QDate(2026, 11, 28));
        QCOMPARE(*sealed.beginsIfBusiness, QDate(2026, 11, 30));
        const auto act =
            rules.compute(calendar, QStringLiteral("et-566-1"), {sent, sent, {}, 15, true, false}).value();
        QCOMPARE(*act.begins, QDate(2026, 11, 28));
        QCOMPARE(*act.lastDay, QDate(2026, 12, 12)); // a Saturday
        QCOMPARE(*act.extended, QDate(2026, 12, 14));
    }

    void taxRegimeChangesWithItsVersion()
    {
        const QString tax = QStringLiteral("et-566-1");
        // Monday 10 November 2025 (the 11th moves to Monday 17): the day of delivery is counted.
        const auto old = rules.compute(calendar, tax, {bogota(2025, 11, 10), bogota(2025, 11, 10), {}, {}}).value();
        QCOMPARE(old.rules, QStringLiteral("et-566-1@2019"));
        QCOMPARE(*old.made, QDate(2025, 11, 10));
        QCOMPARE(*old.begins, QDate(2025, 11, 15)); // a Saturday, if the act counts every day
        QCOMPARE(*old.beginsIfBusiness, QDate(2025, 11, 18));
        QVERIFY(!old.lastDay);
        // Monday 24 November 2025: counted from the day after.
        const auto now = rules.compute(calendar, tax, {bogota(2025, 11, 24), bogota(2025, 11, 24), {}, 10}).value();
        QCOMPARE(now.rules, QStringLiteral("et-566-1@2025-11-19"));
        QCOMPARE(*now.begins, QDate(2025, 12, 2));
        QCOMPARE(*now.lastDay, QDate(2025, 12, 16)); // 8 December is a holiday
        // The law says five days and not which: that they are counted as business days is said, with the rule for it.
        for (const auto *term : {&old, &now}) {
            QVERIFY(term->steps.contains(TermStep{TermStepKind::DaysUnsaid, *term->made, 5, {}}));
            QVERIFY(term->source.contains(QStringLiteral("Ley 4 de 1913, art. 62")));
        }
        QCOMPARE(rules.compute(calendar, tax, {bogota(2019, 12, 26), {}, {}, {}}).error().code, errors::notKnownYet);
    }

    void courtsWaitTwoDays()
    {
        const auto term =
            rules.compute(calendar, QStringLiteral("cpaca-205"), {bogota(2026, 6, 11), {}, {}, 3}).value();
        QCOMPARE(*term.made, QDate(2026, 6, 16)); // Thursday; Friday 12 and, after Monday's Sacred Heart, Tuesday
        QCOMPARE(*term.begins, QDate(2026, 6, 17));
        QCOMPARE(*term.lastDay, QDate(2026, 6, 19));
    }

    void communicationsHaveNoTerm()
    {
        const auto term =
            rules.compute(calendar, QStringLiteral("comunicacion"), {bogota(2026, 6, 11), {}, {}, {}}).value();
        QVERIFY(!term.legalEffect && !term.made && !term.lastDay);
    }

    void whatHasNotHappenedHasNoDate()
    {
        QCOMPARE(rules.compute(calendar, QStringLiteral("cpaca-56"), {bogota(2026, 1, 5), {}, {}, {}}).error().code,
                 errors::missingFact);
        QCOMPARE(rules.compute(calendar, QStringLiteral("nonsense"), {}).error().code, errors::unknownRegime);
        QVERIFY(rules.madeOnAccess(QStringLiteral("cpaca-56"), {2026, 1, 1}));
        QVERIFY(!rules.madeOnAccess(QStringLiteral("et-566-1"), {2026, 1, 1}));
    }

    void brokenRulesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
        row("not json", "{");
        row("format", R"({"format":2})");
        row("twice", R"({"format":1,"format":1})");
        row("no regime", R"({"format":1,"regimes":[]})");
        row("overlap", R"({"format":1,"regimes":[{"id":"a","from":"2000-01-01","until":null},
            {"id":"a","from":"2001-01-01","until":null}]})");
        row("until before from", R"({"format":1,"regimes":[{"id":"a","from":"2000-01-01","until":"1999-01-01"}]})");
        row("until forgotten", R"({"format":1,"regimes":[{"id":"a","from":"2000-01-01"}]})");
        row("days", R"({"format":1,"regimes":[{"id":"a","from":"2000-01-01","until":null,"term":{"days":-1}}]})");
        row("event", R"({"format":1,"regimes":[{"id":"a","from":"2000-01-01","until":null,"made":{"on":"luck"}}]})");
        row("weekend", R"({"format":1,"utc_offset_minutes":-300,"versions":[{"from":"2000-01-01","until":null,
            "weekend":[8],"holidays":[{"id":"x","rule":"fixed","month":1,"day":1}]}]})");
        row("date", R"({"format":1,"utc_offset_minutes":-300,"versions":[{"from":"2000-01-01","until":null,
            "weekend":[7],"holidays":[{"id":"x","rule":"fixed","month":2,"day":30}]}]})");
    }
    void brokenRulesAreRefused()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(TermRules::parse(json, QStringLiteral("f")).error().code, errors::badRules);
        QCOMPARE(HolidayCalendar::parse(json, QStringLiteral("f")).error().code, errors::badRules);
    }

    void calendarFiles()
    {
        const QByteArray file = calendarFile({{QStringLiteral("n1@carriel"),
                                               {2026, 4, 14},
                                               QString::fromUtf8("Vence un término; lea, hágalo ya"),
                                               QString::fromUtf8("ñ").repeated(120) + QStringLiteral("\nuno\\dos\x01"),
                                               2}},
                                             QDateTime({2026, 3, 27}, {15, 0}, Qt::UTC));
        QByteArray unfolded = file;
        unfolded.replace("\r\n ", "");
        QVERIFY(unfolded.contains("\r\nDTSTART;VALUE=DATE:20260414\r\nDTEND;VALUE=DATE:20260415\r\n"));
        QVERIFY(unfolded.contains("SUMMARY:Vence un t\xC3\xA9rmino\\; lea\\, h\xC3\xA1galo ya\r\n"));
        QVERIFY(unfolded.contains("\xC3\xB1\\nuno\\\\dos\r\n"));
        QVERIFY(unfolded.contains("TRIGGER:-P2D\r\n"));
        QVERIFY(file.startsWith("BEGIN:VCALENDAR\r\n") && file.endsWith("END:VCALENDAR\r\n"));
        for (const QByteArray &line : file.split('\n')) {
            QVERIFY(line.size() <= 76);
            QVERIFY(QString::fromUtf8(line).toUtf8() == line);
        }
    }
};

QTEST_APPLESS_MAIN(TestEvidenceClock)
#include "tst_evidence_clock.moc"
