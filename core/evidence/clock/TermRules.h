// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// When a notification is made and until when one may answer it, by its regime, explained step by step. Information
// only: the date that counts is the one that the authority certifies, and whoever shows this must say so. Pure;
// thread-safe.
#pragma once

#include "core/evidence/clock/HolidayCalendar.h"

#include <optional>

namespace carriel::evidence {

struct TermFacts
{
    QDateTime sent, delivered, accessed; // UTC; invalid: has not happened. Without delivered, sent stands for it
    std::optional<int> termDays;         // when the act itself grants a term other than the usual one
    bool calendarDays = false;           // those of the act are days of the calendar, not business days
    bool sealed = false;                 // what the act grants nobody has read yet
    QString purpose{};                   // what the term is for, as the act says
};

enum class TermStepKind {
    Sent,       // the entity sent it
    Delivered,  // it was delivered
    Accessed,   // the person opened it
    Waited,     // business day `number` of those that pass before
    Made,       // the notification counts as made
    Counted,    // business day `number` of the term
    CountedAny, // day `number` of a term that is counted by the calendar
    Weekend,    // not counted
    Holiday,    // not counted; `holiday` says which
    NotInForce, // on this day another version of the rule was in force than the one that is named
    Granted,    // the act itself gives `number` business days
    GrantedAny, // the act itself gives `number` days of the calendar
    TermsBegin,    // first day that counts
    TermsBeginAny, // if it is counted by the calendar; nobody knows yet
    TermsBeginBusiness, // if it is counted in business days; nobody knows yet
    LastDay,            // the last day to answer
    Extended,           // the last day is no business day: by the general rule one may answer until here
    DaysUnsaid,         // the law says `number` days to wait and not of which kind: business days are counted
};

struct TermStep
{
    TermStepKind kind;
    QDate date; // in Colombia
    int number = 0;
    QString holiday;
    friend bool operator==(const TermStep &, const TermStep &) = default;
};

struct TermComputation
{
    QString regime, rules, source; // cpaca-56; cpaca-56 or et-566-1@2019; the article
    bool legalEffect = true;       // false: a mere communication
    std::optional<QDate> made, begins, lastDay;
    // Whether it counts every day or business days is not known yet: `begins` is the earlier of the two, this the other.
    std::optional<QDate> beginsIfBusiness;
    std::optional<QDate> extended; // until when the general rule moves a last day that is no business day
    int days = 0; // of the term
    QString purpose; // what it is for: as the act says, or of the usual term the rule; empty: nobody says
    QList<TermStep> steps;
};

class TermRules
{
public:
    static Result<TermRules> shipped();
    static Result<TermRules> parse(const QByteArray &json, const QString &name); // badRules

    bool knows(const QString &regime) const;
    // True if what starts the term is that the person opens it.
    bool madeOnAccess(const QString &regime, QDate date) const;
    // `regime` is an id (et-566-1: the version of that day) or id@version. unknownRegime, missingFact (it has not
    // happened yet), notKnownYet.
    Result<TermComputation> compute(const HolidayCalendar &calendar, const QString &regime,
                                    const TermFacts &facts) const;

private:
    enum class Event { None, Access, Send };
    struct Rule
    {
        QString id, version, source;
        QString termSource, termFor; // of the usual term, for an act that gives none
        QString waitSource;          // why the days to wait are business days, where the law does not say which
        QString full() const { return version.isEmpty() ? id : QString(id + QLatin1Char('@') + version); }
        QDate from, until;
        Event made = Event::None;
        int madeDays = 0;
        int waitDays = 0;
        bool waits = false, waitFromDelivery = false, waitSameDay = false, waitUnsaid = false;
        int termDays = 0;
    };
    static Result<Rule> parseRule(const QJsonObject &json, const QString &name);
    Result<const Rule *> ruleFor(const HolidayCalendar &calendar, const QString &regime, const TermFacts &facts) const;
    QList<Rule> m_rules;
};

} // namespace carriel::evidence
