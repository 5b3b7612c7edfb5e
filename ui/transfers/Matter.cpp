// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfers/Matter.h"

#include "core/services/Conflicts.h"
#include "core/services/DamagedDocuments.h"
#include "core/services/Documents.h"
#include "core/services/Guard.h"
#include "core/services/Problems.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/Format.h"
#include "ui/text/StatusWords.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/UndoStack.h"

#include <QCoreApplication>

namespace carriel::ui {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Matter)
};

// Says what failed; what worked shows in the list.
std::function<void()> doing(const PageContext &context, std::function<QFuture<Outcome>()> act, const QString &done = {})
{
    return [host = &context.host, act = std::move(act), done] {
        act().then(&host->undo(), [host, done](const Outcome &outcome) {
            if (!outcome.ok())
                host->showError(outcome.error());
            else if (!done.isEmpty())
                host->say(done);
        });
    };
}

QString someNames(const QStringList &names, qsizetype all)
{
    const QString list = names.mid(0, 5).join(QStringLiteral(", "));
    return all > 5 ? Tr::tr("%1 and %n more", nullptr, int(all - 5)).arg(list) : list;
}

QString actWords(ActKind act)
{
    switch (act) {
    case ActKind::NewFolder: return Tr::tr("New folder");
    case ActKind::NewDocument: return Tr::tr("New document");
    case ActKind::Change: return Tr::tr("Change of name, place or facts");
    case ActKind::NewVersion: return Tr::tr("New version");
    case ActKind::Trash: return Tr::tr("To the trash");
    case ActKind::Restore: return Tr::tr("Out of the trash");
    case ActKind::Purge: return Tr::tr("Deletion for ever");
    }
    return {};
}

struct Named
{
    explicit Named(const QList<MissingItem> &items)
    {
        for (const MissingItem &item : items) {
            ids << item.item;
            names << item.name;
            here = here && item.here;
        }
    }
    QList<ItemId> ids;
    QStringList names;
    bool here = true;
};

Matter missingMatter(const PageContext &context, const QList<MissingItem> &missing)
{
    Guard &guard = context.session.documents().guard();
    const Named of(missing);
    const QList<ItemId> ids = of.ids;
    Matter matter;
    matter.key = QString(QStringLiteral("missing") + of.names.join(QLatin1Char('/')));
    matter.icon = QStringLiteral("cloud-off");
    matter.role = Role::Warning;
    matter.title = Tr::tr("%n document(s) are no longer at your operator", nullptr, int(missing.size()));
    matter.text = Tr::tr("Nobody told that they were deleted, so they were kept here: %1.").arg(someNames(of.names, of.names.size()));
    matter.verbs = {{Tr::tr("Send them again"), doing(context, [&guard, ids] { return guard.sendAgain(ids); })},
                    {Tr::tr("Remove them here, too"), doing(context, [&guard, ids] { return guard.letGo(ids); })}};
    if (!of.here)
        matter.fact = Tr::tr("The content of some is not on this computer; those cannot be sent again.");
    return matter;
}

// The operator shows them as ever, and has not what they hold. All of them are here, or none.
Matter lostMatter(const PageContext &context, const QList<MissingItem> &lost)
{
    Guard &guard = context.session.documents().guard();
    PageHost *host = &context.host;
    const Named of(lost);
    const QList<ItemId> ids = of.ids;
    const QString names = someNames(of.names, of.names.size());
    Matter matter;
    matter.key = QString((of.here ? QStringLiteral("lost") : QStringLiteral("nowhere")) + of.names.join(QLatin1Char('/')));
    matter.icon = QStringLiteral("cloud-off");
    matter.role = Role::Danger;
    matter.title = Tr::tr("Your operator lost or changed the content of %n document(s)", nullptr, int(lost.size()));
    if (of.here) {
        matter.text = Tr::tr("%1. The copy on this computer is the only one that is known to be whole.").arg(names);
        matter.verbs = {{Tr::tr("Send it again"), doing(context, [&guard, ids] { return guard.sendAgain(ids); })}};
    } else {
        matter.text = Tr::tr("%1. It is nowhere that this computer knows. Another computer of yours that has it can send it again; or add it "
                             "again from a copy.").arg(names);
        matter.verbs = {{Tr::tr("Put it into the trash"), doing(context, [&guard, ids] { return guard.letGo(ids); })}};
    }
    matter.verbs << Matter::Verb{Tr::tr("See the document"), [host, id = ids.first().text()] {
                                     host->open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id}});
                                 }};
    return matter;
}

void questions(const PageContext &context, QList<Matter> &out)
{
    Guard &guard = context.session.documents().guard();
    if (const auto mass = guard.massRemoval()) {
        Matter matter;
        matter.key = QStringLiteral("mass%1").arg(mass->removed);
        matter.icon = QStringLiteral("trash-2");
        matter.title = Tr::tr("Another computer removed %n document(s) at once", nullptr, mass->removed);
        matter.text = Tr::tr("They were %1 of your %2 documents. Nothing is removed from this computer before you answer.")
                          .arg(text::count(mass->removed), text::count(mass->known));
        matter.verbs = {{Tr::tr("Bring them back"), doing(context, [&guard] { return guard.undoMassRemoval(); })},
                        {Tr::tr("It was meant"), doing(context, [&guard] { return guard.acceptMassRemoval(); })}};
        out << matter;
    }
    QList<MissingItem> whole, here, nowhere;
    for (const MissingItem &one : guard.missing())
        (!one.isContent() ? whole : one.here ? here : nowhere) << one;
    if (!whole.isEmpty())
        out << missingMatter(context, whole);
    for (const QList<MissingItem> &lost : {here, nowhere}) {
        if (!lost.isEmpty())
            out << lostMatter(context, lost);
    }
}

std::function<QString()> countdown(const QDateTime &nextUtc, const QString &otherwise)
{
    return [nextUtc, otherwise] {
        if (!nextUtc.isValid())
            return otherwise;
        const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(nextUtc);
        return seconds > 0 ? Tr::tr("The next try is in %1.").arg(text::duration(seconds)) : Tr::tr("It is being tried now.");
    };
}

} // namespace

QList<Matter> mattersOf(const PageContext &context)
{
    QList<Matter> out;
    if (context.session.vaultState() != VaultState::Unlocked)
        return out;
    questions(context, out);
    PageHost *host = &context.host;
    Session *session = &context.session;
    const SyncStatus status = session->status();
    const Matter::Verb retry{Tr::tr("Try again now"), [session] { session->retryNow(); }};
    const Matter::Verb login{Tr::tr("Log in"), [host] { host->open(QStringLiteral("login")); }};
    if (status.conflicts > 0) {
        Matter matter;
        matter.key = QStringLiteral("conflicts%1").arg(status.conflicts);
        matter.icon = QStringLiteral("copy");
        matter.role = Role::Warning;
        matter.title = Tr::tr("Changed here and elsewhere: %1").arg(status.conflicts);
        QStringList names;
        for (const ConflictInfo &conflict : session->documents().conflicts().open()) {
            if (!names.contains(conflict.name))
                names << conflict.name;
        }
        matter.text = Tr::tr("Both were kept. Say which one holds.");
        if (!names.isEmpty()) // the title says how many; here which
            matter.text = someNames(names, names.size()) + QStringLiteral(". ") + matter.text;
        matter.verbs = {{Tr::tr("See both"), [host] { host->open(QStringLiteral("conflicts")); }}};
        out << matter;
    }
    bool saidLogin = false;
    for (const SyncProblem &problem : status.problems) {
        if (!problem.item.isEmpty())
            continue; // told below, with what was tried
        const text::Words words = text::wordsFor(problem.error);
        Matter matter;
        // What keeps all of it is tried again with the next round.
        const QDateTime next = problem.nextTryUtc.isValid() ? problem.nextTryUtc : status.nextTryUtc;
        matter.key = QString(problem.error.codeText() + problem.userMessage + QString::number(next.isValid()));
        matter.icon = QStringLiteral("cloud-off");
        matter.title = words.title;
        matter.text = problem.userMessage.isEmpty() ? words.meaning : problem.userMessage;
        matter.next = countdown(next, words.remedy);
        matter.fact = problem.error.codeText();
        saidLogin |= status.phase == SyncPhase::NeedsLogin;
        matter.verbs = {status.phase == SyncPhase::NeedsLogin ? login : retry};
        out << matter;
    }
    if (status.phase == SyncPhase::NeedsLogin && !saidLogin) {
        Matter matter;
        matter.key = QStringLiteral("login");
        matter.icon = QStringLiteral("key-round");
        matter.role = Role::Warning;
        matter.title = Tr::tr("Log in to synchronise");
        matter.text = text::longWords(status, QDateTime::currentDateTimeUtc());
        matter.verbs = {login};
        out << matter;
    } else if (status.phase == SyncPhase::Offline && status.problems.isEmpty()) {
        Matter matter;
        matter.key = QStringLiteral("offline");
        matter.icon = QStringLiteral("cloud-off");
        matter.role = Role::Warning;
        matter.title = Tr::tr("Your operator cannot be reached");
        matter.text = Tr::tr("Check the connection to the internet. You can go on working; what you do is kept and sent later.");
        matter.next = countdown(status.nextTryUtc, {});
        matter.verbs = {retry};
        out << matter;
    }
    Problems *problems = &session->documents().problems();
    const QList<ProblemInfo> stopped = problems->list();
    for (const ProblemInfo &problem : stopped) {
        const text::Words words = text::wordsFor(problem.error);
        Matter matter;
        matter.key = QString(problem.id.text() + problem.error.codeText() + problem.userMessage + problem.name
                             + QString::number(problem.attempts));
        matter.icon = QStringLiteral("triangle-alert");
        matter.title = problem.name.isEmpty() ? words.title : QString(problem.name + QLatin1String(": ") + words.title);
        matter.text = problem.userMessage.isEmpty() ? words.meaning : problem.userMessage;
        matter.next = countdown(problem.nextTryUtc, words.remedy);
        const bool change = !problem.id.isEmpty();
        QStringList facts;
        if (change)
            facts << actWords(problem.act);
        if (problem.sinceUtc.isValid())
            facts << text::ago(problem.sinceUtc, QDateTime::currentDateTimeUtc());
        if (problem.attempts > 0)
            facts << Tr::tr("tried %n time(s)", nullptr, problem.attempts);
        facts << problem.error.codeText();
        matter.fact = facts.join(QStringLiteral(" · "));
        if (!change && DamagedDocuments::of(session->documents()).known(problem.item) == DamagedDocuments::Finding::AtOperator)
            matter.verbs << Matter::Verb{Tr::tr("Bring it again from the operator"),
                                         doing(context, [session, id = problem.item] { return session->documents().fetch(id); },
                                               Tr::tr("“%1” was brought again from your operator, and is whole.").arg(problem.name))};
        else if (!change)
            matter.verbs << Matter::Verb{Tr::tr("Save what can be read…"), [session] { session->readThrough(); }};
        else if (problem.waitsForPerson && status.phase == SyncPhase::NeedsLogin)
            matter.verbs << login;
        else
            matter.verbs << Matter::Verb{retry.text, doing(context, [problems, id = problem.id] { return problems->retry(id); })};
        if (problem.canGiveUp)
            matter.verbs << Matter::Verb{Tr::tr("Undo this change"),
                                         doing(context, [problems, id = problem.id] { return problems->giveUp(id); },
                                               Tr::tr("The change was undone; the document stands as your operator has it."))};
        if (!problem.item.isEmpty() && problem.act != ActKind::Purge)
            matter.verbs << Matter::Verb{Tr::tr("See the document"), [host, id = problem.item.text()] {
                                             host->open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id}});
                                         }};
        out << matter;
    }
    return out;
}

} // namespace carriel::ui
