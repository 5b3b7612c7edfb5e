// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the person has to know of the key that his sealed documents open with.
#include "core/services/Session.h"
#include "core/services/sealed/KeyNews.h"
#include "ui/home/Needs.h"

#include <QCoreApplication>

namespace carriel::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(KeyNeeds)
};

namespace news = sealed::news;

class KeyNeeds final : public NeedProvider
{
public:
    explicit KeyNeeds(Session &session) : m_session(session) {}
    QList<Need> needs(const QDate &) const override
    {
        QList<Need> out;
        const QString trouble = m_session.setting(news::trouble);
        if (trouble == QLatin1String("altered"))
            out += need(Role::Danger, Tr::tr("Your operator names another key for you than the one of this computer"),
                        Tr::tr("Nothing new is sealed here until that is explained. What you sealed before still opens."), Tr::tr("See it"));
        else if (!trouble.isEmpty())
            out += need(Role::Danger, Tr::tr("Another of your computers began a new key without this one"),
                        Tr::tr("If that was you, get the new key from it. If it was not, somebody who can log in as you did it: remove that computer."),
                        Tr::tr("See it"));
        if (const QString number = m_session.setting(news::madeElsewhere); !number.isEmpty()) {
            Need made = need(Role::Warning, Tr::tr("Another of your computers made a new key for what you seal from now on"),
                             Tr::tr("That happens when a computer is removed from your folder. If you removed none, look at your computers."),
                             Tr::tr("See my computers"));
            made.other = Tr::tr("It was me");
            made.otherAct = [this] { m_session.setSetting(news::madeElsewhere, {}).then([](const Outcome &) {}); };
            out += made;
        }
        if (!m_session.setting(news::identityDue).isEmpty())
            out += confirm(Tr::tr("Your new key waits until you prove who you are"),
                           Tr::tr("You removed a computer. Until then, what you seal could still be opened with what it had."));
        else if (!m_session.setting(news::unproven).isEmpty())
            out += confirm(Tr::tr("Your new key is not confirmed"),
                           Tr::tr("Whoever shares sealed documents with you is stopped until he has compared a code with you. Confirmed, he sees that the key is yours."));
        return out;
    }

private:
    static Need need(Role role, const QString &title, const QString &text, const QString &verb)
    {
        Need out;
        out.urgency = Need::Urgency::Problem;
        out.icon = QStringLiteral("key-round");
        out.role = role;
        out.title = title;
        out.text = text;
        out.verb = verb;
        out.page = QStringLiteral("settings");
        out.args = {{QStringLiteral("section"), QStringLiteral("operator")}};
        return out;
    }
    static Need confirm(const QString &title, const QString &text)
    {
        Need out = need(Role::Warning, title, text, Tr::tr("Confirm it"));
        out.page = QStringLiteral("shares");
        out.args = {{QStringLiteral("confirm"), true}};
        return out;
    }

    Session &m_session;
};

} // namespace

std::unique_ptr<NeedProvider> keyNeeds(Session &session)
{
    return std::make_unique<KeyNeeds>(session);
}

} // namespace carriel::ui
