// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/clock/TermRules.h"

#include "core/evidence/clock/RulesFile.h"

namespace carriel::evidence {

namespace {

constexpr int mostDays = 1000;

Error missing(const char *what)
{
    return {errors::missingFact, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
}

// Counts `days` business days after `from`, telling each day that passes.
Result<QDate> count(const HolidayCalendar &calendar, QDate from, int days, TermStepKind kind, QList<TermStep> &steps)
{
    QDate date = from;
    for (int number = 0; number < days;) {
        date = date.addDays(1);
        CARRIEL_TRY(const Day day, calendar.day(date));
        if (day.kind == DayKind::Business)
            steps.append({kind, date, ++number, {}});
        else if (day.kind == DayKind::Weekend)
            steps.append({TermStepKind::Weekend, date, 0, {}});
        else
            steps.append({TermStepKind::Holiday, date, 0, day.holiday});
    }
    return date;
}

} // namespace

Result<TermRules> TermRules::shipped()
{
    const QString name = QStringLiteral(":/calendar/terms-co.json");
    CARRIEL_TRY(const QByteArray bytes, rulesFile(name));
    return parse(bytes, name);
}

Result<TermRules::Rule> TermRules::parseRule(const QJsonObject &json, const QString &name)
{
    Rule rule;
    rule.id = json.value(QLatin1String("id")).toString();
    rule.version = json.value(QLatin1String("version")).toString();
    rule.source = json.value(QLatin1String("source")).toString();
    CARRIEL_CHECK(readValidity(json, name, rule.from, rule.until));
    const QJsonObject made = json.value(QLatin1String("made")).toObject();
    const QString on = made.value(QLatin1String("on")).toString();
    if (on == QLatin1String("access"))
        rule.made = Event::Access;
    else if (on == QLatin1String("send"))
        rule.made = Event::Send;
    else if (!made.isEmpty())
        return badRulesFile(name, "made on what?");
    rule.madeDays = made.value(QLatin1String("days")).toInt();
    const QJsonObject wait = json.value(QLatin1String("wait")).toObject();
    rule.waits = !wait.isEmpty();
    rule.waitDays = wait.value(QLatin1String("days")).toInt();
    rule.waitFromDelivery = wait.value(QLatin1String("from")).toString() == QLatin1String("delivery");
    rule.waitSameDay = wait.value(QLatin1String("count")).toString() == QLatin1String("same-day");
    rule.waitUnsaid = wait.value(QLatin1String("kind")).toString() == QLatin1String("unsaid");
    rule.waitSource = wait.value(QLatin1String("source")).toString();
    rule.termFor = json.value(QLatin1String("term")).toObject().value(QLatin1String("for")).toString();
    rule.termSource = json.value(QLatin1String("term")).toObject().value(QLatin1String("source")).toString();
    rule.termDays = json.value(QLatin1String("term")).toObject().value(QLatin1String("days")).toInt();
    for (const int days : {rule.madeDays, rule.waitDays, rule.termDays}) {
        if (days < 0 || days > mostDays)
            return badRulesFile(name, "number of days");
    }
    if (rule.id.isEmpty())
        return badRulesFile(name, "a regime without id");
    return rule;
}

Result<TermRules> TermRules::parse(const QByteArray &json, const QString &name)
{
    CARRIEL_TRY(const QJsonObject root, rulesRoot(json, name));
    TermRules rules;
    for (const QJsonValue &value : root.value(QLatin1String("regimes")).toArray()) {
        CARRIEL_TRY(Rule rule, parseRule(value.toObject(), name));
        for (const Rule &other : std::as_const(rules.m_rules)) {
            if (other.id == rule.id &&
                (overlap(other.from, other.until, rule.from, rule.until) || other.made != rule.made))
                return badRulesFile(name, "two versions of a regime overlap, or begin with different events");
        }
        rules.m_rules.append(std::move(rule));
    }
    if (rules.m_rules.isEmpty())
        return badRulesFile(name, "no regime");
    return rules;
}

bool TermRules::knows(const QString &regime) const
{
    return std::any_of(m_rules.begin(), m_rules.end(),
                       [&](const Rule &rule) { return rule.id == regime || rule.full() == regime; });
}

bool TermRules::madeOnAccess(const QString &regime, QDate date) const
{
    return std::any_of(m_rules.begin(), m_rules.end(), [&](const Rule &rule) {
        return (rule.id == regime || rule.full() == regime) && rule.made == Event::Access &&
               within(date, rule.from, rule.until);
    });
}

Result<const TermRules::Rule *> TermRules::ruleFor(const HolidayCalendar &calendar, const QString &regime,
                                                   const TermFacts &facts) const
{
    if (!knows(regime))
        return Error{errors::unknownRegime, {{QStringLiteral("regime"), regime}}, {}};
    QDate asked;
    for (const Rule &rule : m_rules) {
        if (rule.id != regime && rule.full() != regime)
            continue;
        const QDateTime &begin = rule.made == Event::Access ? facts.accessed : facts.sent;
        if (!begin.isValid())
            return missing(rule.made == Event::Access ? "access" : "send");
        asked = calendar.localDate(begin);
        // Who names a version means it, whenever it was.
        if (within(asked, rule.from, rule.until) || rule.id != regime)
            return &rule;
    }
    return Error{errors::notKnownYet, {{QStringLiteral("what"), regime}, {QStringLiteral("date"), asked}}, {}};
}

Result<TermComputation> TermRules::compute(const HolidayCalendar &calendar, const QString &regime,
                                           const TermFacts &facts) const
{
    CARRIEL_TRY(const Rule *const rule, ruleFor(calendar, regime, facts));
    TermComputation out;
    out.regime = rule->id;
    out.rules = rule->full();
    out.source = rule->source;
    if (!facts.termDays && !rule->termSource.isEmpty())
        out.source += QStringLiteral(" y ") + rule->termSource;
    if (!rule->waitSource.isEmpty())
        out.source += QStringLiteral(" y ") + rule->waitSource;
    out.purpose = !facts.purpose.isEmpty() ? facts.purpose : facts.termDays ? QString() : rule->termFor;
    out.legalEffect = rule->made != Event::None;
    const bool access = rule->made == Event::Access;
    const QDate begin = calendar.localDate(access ? facts.accessed : facts.sent);
    out.steps.append({access ? TermStepKind::Accessed : TermStepKind::Sent, begin, 0, {}});
    if (!out.legalEffect)
        return out;
    if (!within(begin, rule->from, rule->until))
        out.steps.append({TermStepKind::NotInForce, begin, 0, {}});
    CARRIEL_TRY(const QDate made, count(calendar, begin, rule->madeDays, TermStepKind::Waited, out.steps));
    out.made = made;
    out.steps.append({TermStepKind::Made, made, 0, {}});
    QDate base = made;
    if (rule->waits) {
        QDate from = made;
        if (rule->waitFromDelivery) {
            from = calendar.localDate(facts.delivered.isValid() ? facts.delivered : facts.sent);
            out.steps.append({TermStepKind::Delivered, from, 0, {}});
        }
        if (rule->waitUnsaid)
            out.steps.append({TermStepKind::DaysUnsaid, from, rule->waitDays, {}});
        CARRIEL_TRY(base, count(calendar, rule->waitSameDay ? from.addDays(-1) : from, rule->waitDays,
                                TermStepKind::Waited, out.steps));
    }
    const bool any = facts.termDays && facts.calendarDays;
    // Before the act is read it may grant days of the calendar; what it does not say, nobody knows afterwards either.
    const bool unknown = !facts.termDays && (facts.sealed || rule->termDays == 0);
    CARRIEL_TRY(const QDate business, calendar.businessDaysAfter(base, 1));
    out.begins = any || unknown ? base.addDays(1) : business;
    out.days = facts.termDays.value_or(rule->termDays);
    const bool countable = out.days > 0 && out.days <= mostDays;
    if (facts.termDays && countable)
        out.steps.append({any ? TermStepKind::GrantedAny : TermStepKind::Granted, *out.begins, out.days, {}});
    if (unknown && business != *out.begins) {
        out.beginsIfBusiness = business;
        out.steps.append({TermStepKind::TermsBeginAny, *out.begins, 0, {}});
        out.steps.append({TermStepKind::TermsBeginBusiness, business, 0, {}});
    } else {
        out.steps.append({TermStepKind::TermsBegin, *out.begins, 0, {}});
    }
    if (!countable)
        return out;
    QDate last = base.addDays(out.days);
    if (any) {
        for (int number = 1; number <= out.days; ++number)
            out.steps.append({TermStepKind::CountedAny, base.addDays(number), number, {}});
    } else {
        CARRIEL_TRY(last, count(calendar, base, out.days, TermStepKind::Counted, out.steps));
    }
    out.lastDay = last;
    out.steps.append({TermStepKind::LastDay, last, 0, {}});
    // A last day that is not worked moves to the next one that is (Ley 4 de 1913, art. 62). Both are told, and the
    // earlier one stands for reminders: whoever answers by it is in time either way.
    CARRIEL_TRY(const Day day, calendar.day(last));
    if (day.kind != DayKind::Business) {
        CARRIEL_TRY(const QDate next, calendar.businessDaysAfter(last, 1));
        out.extended = next;
        out.steps.append({TermStepKind::Extended, next, 0, {}});
    }
    return out;
}

} // namespace carriel::evidence
