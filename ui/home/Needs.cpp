// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/Needs.h"

#include "core/services/Activity.h"
#include "core/services/Computers.h"
#include "core/services/Documents.h"
#include "core/services/Guard.h"
#include "ui/text/ActivityWords.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/ComputerWords.h"
#include "ui/text/Format.h"
#include "ui/text/Preferences.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>
#include <algorithm>

namespace carriel::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Needs)
};

constexpr int daysAhead = 60;
constexpr int daysBack = 30; // an expiry is news for so long
constexpr int mostOfAKind = 5;
constexpr int mostLooked = 1000;

class ExpiryNeeds final : public NeedProvider
{
public:
    explicit ExpiryNeeds(Session &session) : m_session(session) {}
    QList<Need> needs(const QDate &today) const override
    {
        QList<Need> out;
        int old = 0;
        const QList<DocumentRow> rows = m_session.documents().expiring(today.addDays(daysAhead), mostLooked);
        for (const DocumentRow &row : rows) {
            if (row.expires < today.addDays(-daysBack)) {
                ++old;
                continue;
            }
            if (out.size() == mostOfAKind)
                break;
            const bool past = row.expires < today;
            Need need;
            need.urgency = Need::Urgency::Deadline;
            need.due = row.expires;
            need.icon = QStringLiteral("calendar-clock");
            need.role = past ? Role::Danger : Role::Warning;
            need.title = past ? Tr::tr("%1 expired %2").arg(row.name, text::daysAway(row.expires, today))
                              : Tr::tr("%1 expires %2").arg(row.name, text::daysAway(row.expires, today));
            need.text = Tr::tr("Date of expiry: %1.").arg(text::dateLong(row.expires));
            need.verb = Tr::tr("See the document");
            need.page = QStringLiteral("documents");
            need.args = {{QStringLiteral("reveal"), row.id.text()}};
            out.append(need);
        }
        if (old > 0)
            out.append(longExpired(old, today));
        return out;
    }

private:
    // What ran out long ago is no news: one line for all of it, after everything else.
    static Need longExpired(int count, const QDate &today)
    {
        Need need;
        need.urgency = Need::Urgency::Advice;
        need.icon = QStringLiteral("calendar-clock");
        need.role = Role::TextMuted;
        need.title = Tr::tr("%n document(s) expired more than a month ago", nullptr, count);
        need.text = Tr::tr("If you no longer need them, take their date away or move them to the trash.");
        need.verb = Tr::tr("See them");
        need.page = QStringLiteral("documents");
        need.args = {{QStringLiteral("expiresUntil"), today.addDays(-daysBack - 1)}};
        return need;
    }

    Session &m_session;
};

class ProblemNeeds final : public NeedProvider
{
public:
    explicit ProblemNeeds(Session &session) : m_session(session) {}
    QList<Need> needs(const QDate &) const override
    {
        QList<Need> out;
        const SyncStatus status = m_session.status();
        for (const SyncProblem &problem : status.problems) {
            if (out.size() == mostOfAKind)
                break;
            const text::Words words = text::wordsFor(problem.error);
            Need need;
            need.urgency = Need::Urgency::Problem;
            need.icon = QStringLiteral("triangle-alert");
            need.role = Role::Danger;
            need.title = problem.itemName.isEmpty() ? words.title
                                                    : QString(problem.itemName + QLatin1String(": ") + words.title);
            need.text = problem.userMessage.isEmpty() ? words.meaning : problem.userMessage;
            need.text += QLatin1Char(' ') +
                         (problem.nextTryUtc.isValid() ? Tr::tr("It is tried again by itself.") : words.remedy);
            need.verb = Tr::tr("See what happened");
            need.page = QStringLiteral("problems");
            out.append(need);
        }
        const auto removal = status.waiting > 0 ? m_session.documents().guard().massRemoval() : std::nullopt;
        if (removal) {
            Need need;
            need.urgency = Need::Urgency::Problem;
            need.icon = QStringLiteral("trash-2");
            need.role = Role::Warning;
            need.title = Tr::tr("Another computer removed %n document(s) at once", nullptr, removal->removed);
            need.text = Tr::tr("They stay here until you say whether that was meant.");
            need.verb = Tr::tr("Answer");
            need.page = QStringLiteral("problems");
            out.append(need);
        }
        const QList<MissingItem> missing = status.waiting > 0 ? m_session.documents().guard().missing() : QList<MissingItem>();
        const auto lost = int(std::count_if(missing.begin(), missing.end(), [](const MissingItem &one) { return one.isContent(); }));
        if (lost > 0) {
            Need need;
            need.urgency = Need::Urgency::Problem;
            need.icon = QStringLiteral("cloud-off");
            need.role = Role::Danger;
            need.title = Tr::tr("Your operator lost or changed the content of %n document(s)", nullptr, lost);
            need.text = Tr::tr("What is on this computer was kept, and can be sent again.");
            need.verb = Tr::tr("Answer");
            need.page = QStringLiteral("problems");
            out.append(need);
        }
        if (status.conflicts > 0) {
            Need need;
            need.urgency = Need::Urgency::Problem;
            need.icon = QStringLiteral("workflow");
            need.role = Role::Warning;
            need.title = Tr::tr("Changed here and elsewhere: %1").arg(status.conflicts);
            need.text = Tr::tr("Both were kept. Say which one holds.");
            need.verb = Tr::tr("See what happened");
            need.page = QStringLiteral("problems");
            out.append(need);
        }
        return out;
    }

private:
    Session &m_session;
};

// Whoever logs in as this person elsewhere gets all of the folder: the person must know of it, and say who it was.
class DeviceNeeds final : public NeedProvider
{
public:
    explicit DeviceNeeds(Session &session) : m_session(session) {}
    QList<Need> needs(const QDate &) const override
    {
        QList<Need> out;
        const QList<DeviceInfo> fresh = newComputers(m_session);
        for (const DeviceInfo &device : fresh) {
            Need need;
            need.urgency = Need::Urgency::Alarm;
            need.icon = QStringLiteral("laptop");
            need.role = Role::Warning;
            need.title = Tr::tr("A new computer uses your folder: %1").arg(text::neutral(text::computerName(device.name, m_session.account().deviceName)));
            need.text =
                Tr::tr("It joined on %1 and can read and change everything in it. If it was not you, remove it now.")
                    .arg(text::dateTime(device.registeredUtc));
            need.verb = Tr::tr("It was not me");
            need.page = QStringLiteral("settings");
            need.args = {{QStringLiteral("section"), QStringLiteral("operator")},
                         {QStringLiteral("device"), device.id.text()}};
            need.other = Tr::tr("It was me");
            need.otherAct = [this, id = device.id] { confirmComputer(m_session, id); };
            out.append(need);
        }
        return out;
    }

private:
    Session &m_session;
};

// An operator that rewrites what it wrote must not go unseen.
class RecordNeeds final : public NeedProvider
{
public:
    explicit RecordNeeds(Session &session) : m_session(session) {}
    QList<Need> needs(const QDate &) const override
    {
        Activity &activity = m_session.documents().activity();
        const QString alarm = activity.alarm();
        if (alarm.isEmpty() || activity.alarmNotedUtc().isValid())
            return {};
        Need need;
        need.urgency = Need::Urgency::Alarm;
        need.icon = QStringLiteral("triangle-alert");
        need.role = Role::Danger;
        need.title = Tr::tr("Your operator changed its record of your activity");
        need.text = Tr::tr("What it says now does not fit what it signed before: %1.").arg(text::activityAlarm(alarm));
        need.verb = Tr::tr("See the record");
        need.page = QStringLiteral("activity");
        need.other = Tr::tr("I take note");
        need.otherAct = [&activity] { activity.noteAlarm(); };
        return {need};
    }

private:
    Session &m_session;
};

class AccountNeeds final : public NeedProvider
{
public:
    explicit AccountNeeds(Session &session) : m_session(session) {}
    QList<Need> needs(const QDate &) const override
    {
        QList<Need> out;
        const Account account = m_session.account();
        if (account.connected && (!account.loggedIn || m_session.status().phase == SyncPhase::NeedsLogin)) {
            Need need;
            need.urgency = Need::Urgency::Problem;
            need.icon = QStringLiteral("key-round");
            need.role = Role::Warning;
            need.title = account.removed ? Tr::tr("This computer was removed from your folder")
                                         : Tr::tr("Log in to synchronise");
            need.text = account.removed
                            ? Tr::tr("Nothing new comes or goes; the documents that are here stay here. If you want it "
                                     "back, log in: it is added again.")
                            : Tr::tr("Your changes wait on this computer until you log in at %1.").arg(account.op.name);
            need.verb = Tr::tr("Log in");
            need.page = QStringLiteral("login");
            out.append(need);
        }
        if (m_session.setting(text::keys::recoveryConfirmed) != QLatin1String("yes")) {
            Need need;
            need.icon = QStringLiteral("shield-check");
            need.role = Role::Warning;
            need.title = Tr::tr("You have no recovery code on paper");
            need.text = Tr::tr(
                "Without it, nobody can open what is on this computer if you lose the passphrase or the key store.");
            need.verb = Tr::tr("Make a code");
            need.page = QStringLiteral("settings");
            need.args = {{QStringLiteral("section"), QStringLiteral("unlock")}};
            out.append(need);
        }
        if (m_session.setting(text::keys::openedByCode) == QLatin1String("yes")) {
            Need need;
            need.icon = QStringLiteral("key-round");
            need.role = Role::Warning;
            need.title = Tr::tr("You opened your documents with the recovery code");
            need.text = Tr::tr("If you no longer have your passphrase, choose a new one now: your code proves that it is you.");
            need.verb = Tr::tr("Choose a passphrase");
            need.page = QStringLiteral("settings");
            need.args = {{QStringLiteral("section"), QStringLiteral("unlock")}};
            out.append(need);
        }
        if (!account.connected) {
            Need need;
            need.icon = QStringLiteral("cloud");
            need.role = Role::Info;
            need.title = Tr::tr("Your documents are only on this computer");
            need.text = Tr::tr("With an operator there is a second copy, and entities can send you documents. Nothing "
                               "is lost by connecting.");
            need.verb = Tr::tr("Connect an operator");
            need.page = QStringLiteral("connect");
            out.append(need);
        }
        return out;
    }

private:
    Session &m_session;
};

} // namespace

std::vector<std::unique_ptr<NeedProvider>> needProviders(Session &session, const Reminders &reminders)
{
    std::vector<std::unique_ptr<NeedProvider>> out;
    out.push_back(notificationNeeds(session, reminders));
    out.push_back(std::make_unique<ExpiryNeeds>(session));
    out.push_back(shareNeeds(session));
    out.push_back(keyNeeds(session));
    out.push_back(signingNeeds(session));
    out.push_back(std::make_unique<DeviceNeeds>(session));
    out.push_back(std::make_unique<RecordNeeds>(session));
    out.push_back(std::make_unique<ProblemNeeds>(session));
    out.push_back(std::make_unique<AccountNeeds>(session));
    return out;
}

QList<Need> collectNeeds(const std::vector<std::unique_ptr<NeedProvider>> &providers, const QDate &today)
{
    QList<Need> all;
    for (const auto &provider : providers)
        all += provider->needs(today);
    std::stable_sort(all.begin(), all.end(), [](const Need &a, const Need &b) {
        if (a.urgency != b.urgency)
            return a.urgency < b.urgency;
        if (a.due.isValid() != b.due.isValid())
            return a.due.isValid();
        return a.due.isValid() && a.due < b.due;
    });
    return all;
}

} // namespace carriel::ui
