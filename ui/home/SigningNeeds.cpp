// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures that were begun and are not whole: what waits for the person's key, and what waits for somebody else.
#include "core/services/Documents.h"
#include "core/services/Signing.h"
#include "ui/home/Needs.h"

#include <QCoreApplication>

namespace carriel::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SigningNeeds)
};

constexpr int mostLooked = 500;

class SigningNeeds final : public NeedProvider
{
public:
    explicit SigningNeeds(Session &session) : m_session(session) {}
    QList<Need> needs(const QDate &) const override
    {
        int key = 0, stamp = 0, failed = 0;
        for (const SignJob &job : m_session.documents().signing().jobs(mostLooked)) {
            key += job.state == SignState::NeedsKey ? 1 : 0;
            stamp += job.state == SignState::Unstamped && !job.renewal ? 1 : 0;
            failed += job.state == SignState::Failed ? 1 : 0;
        }
        QList<Need> out;
        if (key > 0)
            out += need(Need::Urgency::Problem, Role::Warning, Tr::tr("%n document(s) wait for your key to be signed", nullptr, key),
                        Tr::tr("The program ended, or the key was closed, before they were signed."));
        if (failed > 0)
            out += need(Need::Urgency::Problem, Role::Danger, Tr::tr("%n document(s) could not be signed", nullptr, failed),
                        Tr::tr("Why stands beside each. They were not changed."));
        if (stamp > 0)
            out += need(Need::Urgency::Advice, Role::Info,
                        Tr::tr("%n signed document(s) wait for their timestamp or proofs", nullptr, stamp),
                        Tr::tr("They are signed. What is missing is asked for again by itself."));
        return out;
    }

private:
    static Need need(Need::Urgency urgency, Role role, const QString &title, const QString &text)
    {
        Need out;
        out.urgency = urgency;
        out.icon = QStringLiteral("signature");
        out.role = role;
        out.title = title;
        out.text = text;
        out.verb = Tr::tr("See them");
        out.page = QStringLiteral("signatures");
        return out;
    }

    Session &m_session;
};

} // namespace

std::unique_ptr<NeedProvider> signingNeeds(Session &session)
{
    return std::make_unique<SigningNeeds>(session);
}

} // namespace carriel::ui
