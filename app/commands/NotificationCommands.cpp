// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// inbox, open: official notifications on the command line. Opening one is a legal act: what it means is said first, and
// without --yes-i-understand nothing is opened.
#include "app/commands/CommandErrors.h"
#include "app/commands/Commands.h"
#include "app/commands/Json.h"
#include "app/commands/MailCommand.h"
#include "app/commands/NotificationJson.h"
#include "app/commands/ReceiptKey.h"
#include "core/domain/NameRules.h"
#include "core/services/Activity.h"
#include "core/services/mail/MailErrors.h"
#include "ui/text/BindingWords.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/EntityWords.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/UsualTerm.h"
#include "ui/text/VerdictWords.h"

#include <QDir>
#include <QSaveFile>
#include <algorithm>

namespace carriel::commands {
namespace {

// A sentence about a term, and what the term is for, if anybody says.
QString withPurpose(const QString &line, const QString &purpose)
{
    const QString words = text::termForWords(purpose);
    return words.isEmpty() ? line
                           : QString(line + QLatin1String(line.endsWith(QLatin1Char('.')) ? " " : ". ") + words + QLatin1Char('.'));
}

QString termWords(const TermInfo &term)
{
    QString more;
    for (const TermDay &day : term.steps) {
        if (day.kind == QLatin1String("not-in-force") || day.kind == QLatin1String("days-unsaid") || day.kind.startsWith(QLatin1String("granted")))
            more += text::termDayWords(day) + QLatin1String(". ");
    }
    return QCoreApplication::translate("Commands", "%1 (Informative: the date that holds is the one that the entity "
                                                   "certifies.)")
        .arg(withPurpose(more + text::termLine(term, text::colombianToday()), term.purpose));
}

// For a person: what it is, what became of it, whose it is and by when.
QString lineOf(const NotificationEntry &one)
{
    const QDate today = text::colombianToday();
    QStringList parts{one.id,
                      text::kindWords(one.kind),
                      text::stateWords(one),
                      text::colombianDateTime(one.receivedUtc),
                      text::entityWords(one),
                      text::neutral(one.title)};
    if (one.canBeOpened() && one.expiresUtc.isValid())
        parts << QCoreApplication::translate("Commands", "it can be opened until %1")
                     .arg(text::colombianDateTime(one.expiresUtc));
    if (one.proof == ProofState::NotYet || one.proof == ProofState::Broken)
        parts << text::proofWords(one.proof);
    if (const QString due = text::dueWords(one, today); !due.isEmpty())
        parts << due;
    else if (const QString usual = text::usualTerm(one, today); !usual.isEmpty())
        parts << usual;
    else if (const QString runs = one.canBeOpened() ? text::madeOnSending(one) : QString(); !runs.isEmpty())
        parts << runs;
    else if (one.state == QLatin1String("NotAccessed") && one.expiresUtc.isValid())
        parts << QCoreApplication::translate("Commands", "it was closed on %1").arg(text::colombianDateTime(one.expiresUtc));
    if (const QString purpose = text::termForWords(one.termFor); !purpose.isEmpty() && (one.lastDay || one.lastDayIfToday || one.begins))
        parts << purpose;
    return parts.join(QStringLiteral("  "));
}

// An entity names its annexes as it likes: nothing leaves the folder, nothing is hidden in it, and of two with one name
// none is written over the other.
QString fileName(const QString &foreign, QStringList &taken)
{
    const NameRules rules;
    QString wanted = text::neutral(foreign);
    if (wanted.startsWith(u'.'))
        wanted.prepend(u'_');
    wanted = rules.fitted(wanted);
    QString name = wanted;
    const auto isTaken = [&](const QString &other) { return rules.clash(name, other); };
    for (int n = 2; std::any_of(taken.cbegin(), taken.cend(), isTaken); ++n)
        name = rules.numbered(wanted, n);
    taken.append(name);
    return name;
}

class Inbox final : public MailCommand
{
public:
    using MailCommand::MailCommand;
    void start() override
    {
        fresh([this] {
            const QString words = invocation().options.value(QStringLiteral("search"));
            if (words.isEmpty())
                return answer(mail().list());
            // Without a window nothing reads words in the background, so they are read before the answer.
            then(session().indexAll(), [this, words](const Outcome &) { answer(mail().search(words)); });
        });
    }

private:
    // What presses first, as in the window; the rest as it came.
    void answer(QList<NotificationEntry> entries)
    {
        const QDate today = text::colombianToday();
        std::stable_sort(entries.begin(), entries.end(), [today](const NotificationEntry &a, const NotificationEntry &b) {
            const auto one = text::pressingDay(a, today), other = text::pressingDay(b, today);
            return one && other ? *one < *other : one.has_value() && !other.has_value();
        });
        QJsonArray items;
        QString lines;
        for (const NotificationEntry &one : entries) {
            items.append(entryJson(one));
            lines += lineOf(one) + u'\n';
        }
        listed(items, lines.trimmed());
    }
};

class Open final : public MailCommand
{
public:
    using MailCommand::MailCommand;
    void start() override
    {
        m_id = invocation().words.first();
        if (mail().opened(m_id)) // reading again has no effect
            return show();
        fresh([this] {
            then(mail().terms(m_id), [this](const Result<OpeningTerms> &terms) {
                if (!terms)
                    return fail(terms.error());
                before(terms.value());
            });
        });
    }

    void browserFailed(const Error &error) override
    {
        session().cancelLogin();
        unopened(error);
    }

private:
    void before(const OpeningTerms &terms)
    {
        // Who sent it is said of what the signature proves, and of nothing else.
        if (terms.why && terms.why->code == carriel::mail::errors::evidenceBroken)
            return fail(*terms.why);
        note(QCoreApplication::translate("Commands", "From: %1 (%2), proven by its signature")
                 .arg(text::neutral(terms.entityName), text::personWords(terms.entry.entityId)));
        note(QStringLiteral("%1 · %2 · %3")
                 .arg(text::kindWords(terms.entry.kind), text::neutral(terms.entry.title),
                      text::neutral(terms.entry.procedureTitle)));
        note(text::regimeWords(terms.entry.regime));
        if (!terms.warning.isEmpty() && terms.entry.canBeOpened())
            note(whole(terms.warning));
        // Opened at another computer: reading it here has no further effect, and nothing of what opening means is said
        // again.
        const bool elsewhere = terms.entry.accessedUtc.isValid() && !terms.entry.canBeOpened();
        if (elsewhere)
            note(QCoreApplication::translate("Commands",
                                             "It was opened already, on %1. Reading it here has no further effect.")
                     .arg(text::colombianDateTimeAtEnd(terms.entry.accessedUtc)));
        else if (terms.ifToday && terms.ifToday->lastDay)
            note(withPurpose(QCoreApplication::translate("Commands", "If you open it today, by the general rule the last day to "
                                                         "answer is %1; the act may set an earlier one (informative).")
                     .arg(text::dateLong(*terms.ifToday->lastDay)), terms.ifToday->purpose));
        else if (terms.ifToday && terms.ifToday->legalEffect) // it runs, opened or not
            note(termWords(*terms.ifToday));
        if (terms.entry.canBeOpened() && terms.entry.expiresUtc.isValid())
            note(QCoreApplication::translate("Commands", "It can be opened until %1.")
                     .arg(text::colombianDateTimeAtEnd(terms.entry.expiresUtc)));
        if (terms.byCertificate && terms.entry.canBeOpened())
            note(text::wordsFor(Error{carriel::mail::errors::needsCertificate, {}, {}}).title);
        if (terms.why && terms.why->code == carriel::mail::errors::needsNetwork && !session().account().loggedIn)
            return fail(noLogin());
        if (terms.why)
            return fail(*terms.why);
        if (!elsewhere && !invocation().has(QStringLiteral("yes-i-understand")))
            return unopened(terms);
        m_warning = terms.warningDigest;
        const QString key = invocation().options.value(QStringLiteral("key"));
        if (elsewhere || (key.isEmpty() && !terms.byCertificate))
            return open({});
        if (key.isEmpty())
            return unopened(Error{carriel::mail::errors::needsCertificate, {}, {}});
        withKey(key);
    }

    void withKey(QString key)
    {
        if (key.startsWith(QLatin1String("p12:")) && key.size() > 4)
            key = QStringLiteral("p12:") + absolutePath(key.mid(4));
        if (const Outcome known = checkReceiptKey(key); !known)
            return fail(known.error());
        askReceiptPin(environment().console, invocation().options.value(QStringLiteral("pin-env")),
                      [this, key](Result<SecretBytes> pin) {
                          if (!pin)
                              return unopened(pin.error());
                          then(documents().signing().openIdentity(receiptIdentity(key, std::move(pin).value())),
                               [this](const Result<SignIdentity> &identity) {
                                   if (!identity)
                                       return unopened(identity.error());
                                   note(QCoreApplication::translate("Commands", "The receipt is signed as %1.")
                                            .arg(text::neutral(identity.value().certificate.name)));
                                   open(identity.value().handle);
                               });
                      });
    }

    void open(const QString &identity)
    {
        then(mail().open(m_id, m_warning, {}, identity), [this](const Outcome &opened) {
            if (!opened)
                return unopened(opened.error());
            show();
        });
    }

    // Whatever went wrong, in the browser too: a receipt may be signed by then, and it has no effect.
    void unopened(const Error &why)
    {
        const QList<NotificationEntry> all = mail().list();
        const bool sealed = std::any_of(all.begin(), all.end(), [this](const NotificationEntry &one) {
            return one.id == m_id && one.state == QLatin1String("Available") &&
                   (one.step == NotificationStep::Sealed || one.step == NotificationStep::Sending);
        });
        if (sealed)
            note(QCoreApplication::translate("Commands", "It is still sealed; nothing was opened."));
        fail(why);
    }

    // What a person must have read, for a script too, which shows it.
    void unopened(const OpeningTerms &terms)
    {
        const bool effect = terms.entry.regime != QLatin1String("comunicacion");
        const Error why{effect ? carriel::mail::errors::notUnderstood : carriel::mail::errors::notSaid, {}, {}};
        QJsonObject more = entryJson(terms.entry);
        more.remove(QStringLiteral("state"));
        more.insert(QStringLiteral("warning"), orNull(whole(terms.warning)));
        more.insert(QStringLiteral("meaning"), text::openingMeaning(terms));
        more.insert(QStringLiteral("term_if_today"), termJson(terms.ifToday));
        more.insert(QStringLiteral("receipt_by"), terms.byCertificate ? QStringLiteral("certificate") : QStringLiteral("device"));
        note(text::openingMeaning(terms));
        if (invocation().options.contains(QStringLiteral("output")))
            note(QCoreApplication::translate("Commands", "It is sealed: its documents are written once it is opened."));
        tell(why, {{QStringLiteral("notification"), more}});
        finish(exitFor(why));
    }

    void show()
    {
        const auto opened = mail().opened(m_id);
        if (!opened)
            return fail(opened.error());
        const OpenedNotification &act = opened.value();
        QJsonArray documents;
        QStringList taken;
        const QString folder = invocation().options.value(QStringLiteral("output"));
        for (qsizetype i = 0; i < act.documents.size(); ++i) {
            const QString name = fileName(act.documents.at(i).name, taken);
            QString path;
            if (!folder.isEmpty()) {
                const auto bytes = mail().document(m_id, int(i));
                path = QDir(absolutePath(folder)).filePath(name);
                QDir().mkpath(absolutePath(folder));
                QSaveFile file(path);
                const bool there = QFile::exists(path) && !invocation().has(QStringLiteral("force"));
                if (there)
                    return fail(Error{errors::fileThere, {{QStringLiteral("path"), path}}, {}});
                if (!bytes)
                    return fail(bytes.error());
                if (!file.open(QIODevice::WriteOnly) || file.write(bytes.value()) != bytes.value().size() ||
                    !file.commit())
                    return fail(Error{carriel::errors::fileWrite,
                                      {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}},
                                      {}});
                m_saved += act.documents.at(i).name;
            }
            documents.append(QJsonObject{{QStringLiteral("name"), name},
                                         {QStringLiteral("media_type"), act.documents.at(i).mediaType},
                                         {QStringLiteral("main"), act.documents.at(i).main},
                                         {QStringLiteral("file"), orNull(path)}});
        }
        QJsonObject object = entryJson(act.entry);
        object.insert(QStringLiteral("title"), text::neutral(act.title));
        object.insert(QStringLiteral("text"), act.body);
        object.insert(QStringLiteral("documents"), documents);
        object.insert(QStringLiteral("evidence"), act.evidenceId);
        object.insert(QStringLiteral("term"), termJson(act.term));
        QString told = text::neutral(act.title) + QStringLiteral("\n\n") + whole(act.body) + u'\n';
        QJsonArray actions;
        for (const ActActionInfo &one : act.actions) {
            actions.append(
                QJsonObject{{QStringLiteral("kind"), one.kind},
                            {QStringLiteral("label"), text::neutral(one.label)},
                            {QStringLiteral("url"), orNull(one.url)},
                            {QStringLiteral("due"), orNull(iso(one.due))},
                            {QStringLiteral("amount_cop"), one.amount < 0 ? QJsonValue() : QJsonValue(one.amount)}});
            QStringList words{text::neutral(one.label)};
            if (one.amount >= 0)
                words << text::locale().toString(one.amount) + QLatin1String(" COP");
            if (one.due.isValid())
                words << iso(one.due);
            if (!one.url.isEmpty())
                words << one.url;
            told += QStringLiteral("  * ") + words.join(QStringLiteral(" · ")) + u'\n';
            if (const QString later = text::laterThanTerm(one, act.term); !later.isEmpty())
                told += QStringLiteral("    ! ") + later + u'\n';
            if (text::onRestDay(act.entry, int(actions.size()) - 1))
                told += QStringLiteral("    ! ") + text::restDay() + u'\n';
        }
        object.insert(QStringLiteral("actions"), actions);
        if (const QString first = text::askedBefore(act.entry, text::colombianToday()); !first.isEmpty())
            told += first + u'\n';
        if (act.term && act.term->legalEffect)
            told += termWords(*act.term) + u'\n';
        for (const QJsonValue &document : std::as_const(documents))
            told += QStringLiteral("  - ") + document.toObject().value(QLatin1String("name")).toString() + u'\n';
        recordSaved(act.entry.entityName, object,
                    QString(told + QCoreApplication::translate("Commands", "Evidence: %1").arg(act.evidenceId)));
    }

    // What was written out is in the record before the command ends.
    void recordSaved(const QString &entity, const QJsonObject &object, const QString &told)
    {
        if (m_saved.isEmpty())
            return done(object, told);
        then(documents().activity().tell(QStringLiteral("notification.saved"), m_id, m_saved.takeFirst(), entity),
             [this, entity, object, told](const Outcome &) { recordSaved(entity, object, told); });
    }

    QString m_id;
    QByteArray m_warning; // digest of the one that was shown
    QStringList m_saved;  // names
};

} // namespace

// A text that a person must have read whole: line by line, without what a terminal would obey.
QString whole(const QString &foreign)
{
    QString out;
    for (const QChar c : foreign) {
        const QChar::Category kind = c.category();
        if (c == u'\n' || kind == QChar::Separator_Line || kind == QChar::Separator_Paragraph)
            out += u'\n';
        else if (c == u'\t')
            out += u' ';
        else if (kind != QChar::Other_Control && kind != QChar::Other_Format)
            out += c;
    }
    return out;
}

void MailCommand::fresh(std::function<void()> next)
{
    if (!session().account().loggedIn)
        return next();
    then(sync(Patience::Short),
         [this, next](const Result<SyncStatus> &synced) {
             if (!synced.ok() && synced.error().code == errors::operatorAway) { // it was waited for long enough
                 note(QCoreApplication::translate("Commands", "Your operator does not answer just now. What follows is how it stood at the last contact."));
                 m_silent = true;
                 return next();
             }
             soon(this, mail().refresh(), [this, next](const Outcome &read) {
                 m_silent = !read && isSilence(read.error());
                 next();
             });
         });
}

std::unique_ptr<Command> makeNotificationCommand(Environment &environment, const Invocation &invocation)
{
    const QString &name = invocation.command;
    if (name == QLatin1String("inbox"))
        return std::make_unique<Inbox>(environment, invocation);
    if (name == QLatin1String("open"))
        return std::make_unique<Open>(environment, invocation);
    return nullptr;
}

} // namespace carriel::commands
