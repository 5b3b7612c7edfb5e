// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/NotificationWords.h"

#include "core/domain/PersonId.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/Mismatch.h"
#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <span>

namespace carriel::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NotificationWords)
};

struct Row
{
    const char *name;
    const char *words;
};

QString found(std::span<const Row> rows, const QString &name)
{
    for (const Row &row : rows) {
        if (name == QLatin1String(row.name))
            return Tr::tr(row.words);
    }
    return neutral(name);
}

constexpr Row kinds[] = {
    {"notification", QT_TRANSLATE_NOOP("NotificationWords", "Official notification")},
    {"communication", QT_TRANSLATE_NOOP("NotificationWords", "Communication")},
    {"alert", QT_TRANSLATE_NOOP("NotificationWords", "Alert")},
};

constexpr Row states[] = {
    {"Submitted", QT_TRANSLATE_NOOP("NotificationWords", "Not available yet")},
    {"Available", QT_TRANSLATE_NOOP("NotificationWords", "To be opened")},
    {"Accessed", QT_TRANSLATE_NOOP("NotificationWords", "Opened elsewhere")},
    {"Certified", QT_TRANSLATE_NOOP("NotificationWords", "Opened elsewhere")},
    {"Cancelled", QT_TRANSLATE_NOOP("NotificationWords", "Taken back")},
    {"OtherMeans", QT_TRANSLATE_NOOP("NotificationWords", "By other means")},
    {"NotAccessed", QT_TRANSLATE_NOOP("NotificationWords", "Closed without being opened")},
};

constexpr Row meanings[] = {
    {"Submitted", QT_TRANSLATE_NOOP("NotificationWords",
                                    "The entity has set a later moment for it. Until then nobody can open it.")},
    {"Accessed", QT_TRANSLATE_NOOP("NotificationWords",
                                   "Another computer of yours opened it. Reading it here makes no second access.")},
    {"Certified", QT_TRANSLATE_NOOP("NotificationWords",
                                    "Another computer of yours opened it. Reading it here makes no second access.")},
    {"Cancelled", QT_TRANSLATE_NOOP(
                      "NotificationWords",
                      "The entity took it back before you opened it. It has no effect, and its content stays sealed.")},
    {"OtherMeans",
     QT_TRANSLATE_NOOP("NotificationWords", "The entity will notify you by another means, such as a letter. That notification starts a "
                       "term: mind the day on which it reaches you. This one can no longer be opened.")},
    {"NotAccessed",
     QT_TRANSLATE_NOOP("NotificationWords", "Its time passed without being opened. Ask the entity how it goes on.")},
};

constexpr Row regimes[] = {
    {"cpaca-56",
     QT_TRANSLATE_NOOP("NotificationWords",
                       "An administrative act. You are notified at the moment you open it, and not before (Law 1437 of "
                       "2011, article 56).")},
    {"et-566-1",
     QT_TRANSLATE_NOOP("NotificationWords",
                       "An act of the tax authority. It counts as notified on the day it was sent, whether you open it "
                       "or not; the terms run once five days have passed since it was delivered. The law does not say which days: how "
                       "they are counted here stands with the term (Tax Statute, article 566-1).")},
    {"cpaca-205",
     QT_TRANSLATE_NOOP("NotificationWords",
                       "A decision of a court. It counts as notified two business days after it was sent, whether you "
                       "open it or not (Law 1437 of 2011, article 205).")},
    {"comunicacion", QT_TRANSLATE_NOOP("NotificationWords", "Information from the entity. No term runs from it.")},
};

constexpr Row days[] = {
    {"sent", QT_TRANSLATE_NOOP("NotificationWords", "The entity sent it")},
    {"delivered", QT_TRANSLATE_NOOP("NotificationWords", "It reached your folder")},
    {"accessed", QT_TRANSLATE_NOOP("NotificationWords", "The opening")},
    {"made", QT_TRANSLATE_NOOP("NotificationWords", "It counts as notified")},
    {"weekend", QT_TRANSLATE_NOOP("NotificationWords", "Weekend: not counted")},
    {"not-in-force", QT_TRANSLATE_NOOP("NotificationWords", "On this day another version of the rule was in force than the one that the entity names")},
    {"begins", QT_TRANSLATE_NOOP("NotificationWords", "The term begins")},
    {"begins-any", QT_TRANSLATE_NOOP("NotificationWords", "The term begins, if it counts every day")},
    {"begins-business", QT_TRANSLATE_NOOP("NotificationWords", "The term begins, if it counts business days")},
    {"last", QT_TRANSLATE_NOOP("NotificationWords", "Last day to answer")},
    {"extended", QT_TRANSLATE_NOOP("NotificationWords",
                                   "The first business day after it, until which the general rule extends the term "
                                   "(Law 4 of 1913, article 62)")},
};

constexpr Row holidays[] = {
    {"new-year", QT_TRANSLATE_NOOP("NotificationWords", "New Year")},
    {"epiphany", QT_TRANSLATE_NOOP("NotificationWords", "Epiphany")},
    {"saint-joseph", QT_TRANSLATE_NOOP("NotificationWords", "Saint Joseph")},
    {"holy-thursday", QT_TRANSLATE_NOOP("NotificationWords", "Holy Thursday")},
    {"good-friday", QT_TRANSLATE_NOOP("NotificationWords", "Good Friday")},
    {"labour-day", QT_TRANSLATE_NOOP("NotificationWords", "Labour Day")},
    {"ascension", QT_TRANSLATE_NOOP("NotificationWords", "Ascension")},
    {"corpus-christi", QT_TRANSLATE_NOOP("NotificationWords", "Corpus Christi")},
    {"sacred-heart", QT_TRANSLATE_NOOP("NotificationWords", "Sacred Heart")},
    {"saints-peter-and-paul", QT_TRANSLATE_NOOP("NotificationWords", "Saints Peter and Paul")},
    {"independence", QT_TRANSLATE_NOOP("NotificationWords", "Independence Day")},
    {"battle-of-boyaca", QT_TRANSLATE_NOOP("NotificationWords", "Battle of Boyacá")},
    {"assumption", QT_TRANSLATE_NOOP("NotificationWords", "Assumption")},
    {"day-of-race", QT_TRANSLATE_NOOP("NotificationWords", "Day of Ethnic and Cultural Diversity")},
    {"all-saints", QT_TRANSLATE_NOOP("NotificationWords", "All Saints")},
    {"independence-of-cartagena", QT_TRANSLATE_NOOP("NotificationWords", "Independence of Cartagena")},
    {"immaculate-conception", QT_TRANSLATE_NOOP("NotificationWords", "Immaculate Conception")},
    {"christmas", QT_TRANSLATE_NOOP("NotificationWords", "Christmas")},
};

constexpr Row events[] = {
    {"http://uri.etsi.org/19522/Event/SubmissionAcceptance",
     QT_TRANSLATE_NOOP("NotificationWords", "The entity handed it to your operator, who accepted it")},
    {"http://uri.etsi.org/19522/Event/SubmissionRejection",
     QT_TRANSLATE_NOOP("NotificationWords", "Your operator did not accept it")},
    {"http://uri.etsi.org/19522/Event/NotificationForAcceptance",
     QT_TRANSLATE_NOOP("NotificationWords", "It was put at your disposal, sealed")},
    {"http://uri.etsi.org/19522/Event/AcceptanceRejectionExpiry",
     QT_TRANSLATE_NOOP("NotificationWords", "Its time passed without being opened")},
    {"http://uri.etsi.org/19522/Event/ContentHandover",
     QT_TRANSLATE_NOOP("NotificationWords",
                       "It was opened: the receipt was signed and your operator handed over the key")},
    {"http://uri.etsi.org/19522/Event/ContentAccessTracking",
     QT_TRANSLATE_NOOP("NotificationWords", "Another computer of the same person read it; that is no second access")},
    {"http://uri.etsi.org/19522/Event/RelayToNonERDS",
     QT_TRANSLATE_NOOP("NotificationWords", "The entity went over to another means")},
    {"urn:carpeta:event:Cancellation", QT_TRANSLATE_NOOP("NotificationWords", "The entity took it back")},
    {"urn:carpeta:event:AccessCertificate", QT_TRANSLATE_NOOP("NotificationWords", "The entity certified the access")},
    {"urn:carpeta:event:Dispute",
     QT_TRANSLATE_NOOP("NotificationWords", "You declared that something is wrong with what came")},
};

constexpr Row mismatches[] = {
    {"key", QT_TRANSLATE_NOOP(
                "NotificationWords",
                "The key that your operator handed over is not the one the entity sealed with. Your operator must "
                "explain it.")},
    {"cipher",
     QT_TRANSLATE_NOOP("NotificationWords",
                       "The sealed content cannot be opened with its key. It is not what the entity sealed.")},
    {"plain", QT_TRANSLATE_NOOP("NotificationWords", "The content is not the one whose digest the entity signed.")},
    {"package", QT_TRANSLATE_NOOP("NotificationWords",
                                  "The content is not put together as an act must be. The entity must explain it.")},
    {"signature",
     QT_TRANSLATE_NOOP("NotificationWords",
                       "The entity's signature over the content does not hold. The entity must explain it.")},
};

constexpr Row phases[] = {
    {"0", QT_TRANSLATE_NOOP("NotificationWords", "Ask your operator for the moment of the opening")},
    {"1", QT_TRANSLATE_NOOP("NotificationWords", "Sign the receipt on this computer and keep it")},
    {"2", QT_TRANSLATE_NOOP("NotificationWords", "Send the receipt to your operator")},
    {"3", QT_TRANSLATE_NOOP("NotificationWords", "Prove in the browser that it is you")},
    {"4", QT_TRANSLATE_NOOP("NotificationWords", "Receive the key and check the content")},
};

} // namespace

QString dateTimeWithZone(const QDateTime &utc)
{
    const QString words = colombianDateTime(utc);
    return words.isEmpty() || words.endsWith(QLatin1Char(')')) ? words : Tr::tr("%1 (time of Colombia)").arg(words);
}

QString personWords(const QString &id)
{
    // As people and the tax authority write it, so that it can be compared.
    const auto known = PersonId::parse(id);
    const int digit = known && known->type() == IdentityType::NIT ? nitCheckDigit(known->number()) : -1;
    if (digit >= 0)
        return QStringLiteral("%1-%2").arg(known->display()).arg(digit);
    return neutral(id.section(QLatin1Char(':'), 1)).replace(QLatin1Char(':'), QLatin1Char(' '));
}

QString kindWords(const QString &kind)
{
    return found(kinds, kind);
}

QString stateWords(const NotificationEntry &entry)
{
    switch (entry.step) {
    case NotificationStep::Sending:
        return Tr::tr("Signed and not sent");
    case NotificationStep::Unknown:
        return Tr::tr("Being found out");
    case NotificationStep::Opened:
        return entry.state == QLatin1String("Certified") ? Tr::tr("Opened and certified") : Tr::tr("Opened");
    case NotificationStep::Mismatch:
        return isAsSealed(entry.mismatch) ? Tr::tr("No act that can be shown") : Tr::tr("Not what was sealed");
    case NotificationStep::Sealed:
        break;
    }
    if (entry.proof == ProofState::Broken)
        return Tr::tr("Its proof does not hold");
    if (entry.state == QLatin1String("Available") && !entry.contentHere)
        return entry.mismatch.isEmpty() ? Tr::tr("Still arriving") : Tr::tr("It cannot arrive");
    return found(states, entry.state);
}

QString stateMeaning(const NotificationEntry &entry)
{
    switch (entry.step) {
    case NotificationStep::Sending:
        return Tr::tr("Your receipt is signed and was not sent yet, so nothing is opened.");
    case NotificationStep::Unknown:
        return Tr::tr("Your receipt was sent, and your operator has not answered with the proof of what became of it. "
                      "The program asks by itself when there is a connection; if the receipt did not arrive, it sends "
                      "the same one again while it is valid (15 minutes). It is never opened twice.");
    case NotificationStep::Mismatch:
        return mismatchWords(entry.mismatch);
    case NotificationStep::Opened:
        return {};
    case NotificationStep::Sealed:
        break;
    }
    if (entry.state == QLatin1String("Available"))
        return entry.contentHere || entry.mismatch.isEmpty()
                   ? QString()
                   : Tr::tr("What your operator hands out of it is not what the entity sealed, so it cannot be opened. Its "
                            "term may run all the same: ask the entity, and tell your operator.");
    return found(meanings, entry.state);
}

// `business`: whether it counts every day is not known yet.
static QString runsFrom(QDate begins, const std::optional<QDate> &business)
{
    return business ? Tr::tr("from %1 if its days are those of the calendar, from %2 if they are business days")
                          .arg(dateLong(begins), dateLong(*business))
                    : Tr::tr("from %1").arg(dateLong(begins));
}

QString madeOnSending(const NotificationEntry &entry)
{
    const QString &regime = entry.regime;
    if (entry.begins)
        return Tr::tr("It counts as made even if you do not open it, and its term runs %1 (informative).")
            .arg(runsFrom(*entry.begins, entry.beginsIfBusiness));
    if (regime.section(QLatin1Char('@'), 0, 0) == QLatin1String("et-566-1"))
        return Tr::tr("It counts as made since it was sent, even if you do not open it, and its terms run from five "
                      "business days after it reached you (informative).");
    if (regime == QLatin1String("cpaca-205"))
        return Tr::tr("It counts as made two business days after it was sent, even if you do not open it, and its "
                      "terms run from then (informative).");
    return {};
}

QString regimeWords(const QString &regime)
{
    return found(regimes, regime.section(QLatin1Char('@'), 0, 0));
}

QString openingMeaning(const OpeningTerms &terms)
{
    if (terms.entry.step == NotificationStep::Unknown)
        return Tr::tr("Asking signs nothing new. If your receipt did not arrive, the same one is sent again, and then "
                      "it is opened as you wanted.");
    if (terms.entry.state == QLatin1String("Accessed") || terms.entry.state == QLatin1String("Certified"))
        return Tr::tr("It is opened already. Reading it here has no further effect.");
    if (terms.ifToday && !terms.ifToday->legalEffect)
        return Tr::tr("Opening it makes no term run. Your operator records that you opened it, and when.");
    return terms.effectOnAccess ? Tr::tr("When you open it, you are notified. Your operator records the date and the "
                                         "time, and that cannot be taken back.")
                                : Tr::tr("It counts whether you open it or not. Opening it only shows you the content; "
                                         "your operator records when.");
}

QString postponing(const OpeningTerms &terms)
{
    if (terms.ifToday && !terms.ifToday->legalEffect)
        return Tr::tr("It waits here, sealed. Nothing happens if you leave it for later.");
    if (!terms.effectOnAccess)
        return Tr::tr(
            "You can leave it for later, but its term does not wait for you. If you would rather be notified by "
            "another means from now on, withdraw your agreement in this procedure; what was sent before stays.");
    const QString until = terms.entry.expiresUtc.isValid()
                              ? QString(QLatin1Char(' ') +
                                        Tr::tr("It can be opened until %1.").arg(colombianDateTimeAtEnd(terms.entry.expiresUtc)))
                              : QString();
    return Tr::tr("You can leave it for later: while it is sealed you are not notified by it.") + until +
           QLatin1Char(' ') +
           Tr::tr("The entity may notify you by another means if you do not open it. If you would rather have another "
                  "means from now on, withdraw your agreement in this procedure and tell the entity.");
}

QString openingVerb(const OpeningTerms &terms)
{
    if (terms.entry.step == NotificationStep::Unknown)
        return Tr::tr("Ask what became of it");
    if (terms.entry.step == NotificationStep::Mismatch)
        return Tr::tr("Ask for the key again");
    if (terms.entry.state == QLatin1String("Accessed") || terms.entry.state == QLatin1String("Certified"))
        return Tr::tr("Read it here");
    return terms.effectOnAccess ? Tr::tr("Open it and be notified") : Tr::tr("Open it");
}

QString phaseWords(OpeningPhase phase)
{
    return found(phases, QString::number(int(phase)));
}

QString termLine(const TermInfo &term, QDate today)
{
    if (!term.legalEffect)
        return Tr::tr("No term runs.");
    if (term.lastDay) {
        const QString last =
            Tr::tr("Last day to answer: %1 (%2)").arg(dateLong(*term.lastDay), daysAway(*term.lastDay, today));
        return term.extended ? QString(last + QLatin1String(". ") +
                                       Tr::tr("That is no business day: the general rule extends the term until %1 (Law "
                                              "4 of 1913, article 62). Whoever answers before is in time either way.")
                                           .arg(dateLong(*term.extended)))
                             : last;
    }
    if (term.begins && term.beginsIfBusiness)
        return Tr::tr("The term runs %1. The act itself says which they are, and how many.")
            .arg(runsFrom(*term.begins, term.beginsIfBusiness));
    if (term.begins)
        return Tr::tr("The term runs from %1. The act itself says how many days there are.")
            .arg(dateLong(*term.begins));
    return Tr::tr("The act itself says how many days there are.");
}

QString termForWords(const QString &purpose)
{
    return purpose.isEmpty() ? QString() : Tr::tr("What the term is for: %1").arg(neutral(purpose));
}

QString termDayWords(const TermDay &day)
{
    if (day.kind == QLatin1String("days-unsaid"))
        return Tr::tr("The law says %n day(s) after the delivery and not of which kind: business days are counted here (Law 4 of "
                      "1913, article 62). Whoever counts every day begins earlier: ask the entity, and do not wait for the "
                      "last day", nullptr, day.number);
    if (day.kind == QLatin1String("holiday"))
        return Tr::tr("Holiday, %1: not counted").arg(holidayWords(day.holiday));
    if (day.kind == QLatin1String("waited"))
        return Tr::tr("Business day %1 of those that pass first").arg(day.number);
    if (day.kind == QLatin1String("counted"))
        return Tr::tr("Business day %1 of the term").arg(day.number);
    if (day.kind == QLatin1String("granted"))
        return Tr::tr("The act itself gives %n business day(s)", nullptr, day.number);
    if (day.kind == QLatin1String("granted-any"))
        return Tr::tr("The act itself gives %n day(s) of the calendar", nullptr, day.number);
    if (day.kind == QLatin1String("counted-any"))
        return Tr::tr("Day %1 of the term, which counts every day").arg(day.number);
    return found(days, day.kind);
}

QString holidayWords(const QString &id)
{
    return found(holidays, id);
}

QString eventWords(const QString &eventName)
{
    return found(events, eventName);
}

QString mismatchWords(const QString &reason)
{
    return found(mismatches, reason);
}

QString actionWords(const ActActionInfo &action)
{
    QString what;
    if (action.kind == QLatin1String("pay"))
        what = action.amount >= 0 ? Tr::tr("To pay: $ %1").arg(count(action.amount)) : Tr::tr("To pay");
    else if (action.kind == QLatin1String("appointment"))
        what = Tr::tr("Appointment");
    else if (action.kind == QLatin1String("reply"))
        what = Tr::tr("To answer");
    else if (action.kind == QLatin1String("form"))
        what = Tr::tr("Form to fill in");
    else if (action.kind == QLatin1String("deadline"))
        what = Tr::tr("Date to keep");
    else
        what = neutral(action.kind);
    return action.due.isValid() ? QString(what + QStringLiteral(" · ") + Tr::tr("until %1").arg(dateLong(action.due)))
                                : what;
}

} // namespace carriel::text
