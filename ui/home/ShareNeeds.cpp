// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What others share with the person and waits for an answer, and what came back unsent.
#include "core/services/Documents.h"
#include "core/services/Shares.h"
#include "ui/home/Needs.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/OneStop.h"
#include "ui/text/Format.h"
#include "ui/text/ShareWords.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>
#include <QSet>

namespace carriel::ui {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ShareNeeds)
};

constexpr int mostOfAKind = 5;
constexpr int news = 14; // days that something that came back is told

class ShareNeeds final : public NeedProvider
{
public:
    explicit ShareNeeds(Session &session) : m_session(session) {}
    QList<Need> needs(const QDate &today) const override
    {
        QList<Need> out;
        QSet<QString> told; // a person once, however much is shared with him
        for (const ShareInfo &one : Shares(m_session.documents()).list()) {
            if (out.size() == mostOfAKind)
                break;
            if (!one.keyNow.isEmpty() && !told.contains(one.personId)) {
                told.insert(one.personId);
                Need key;
                key.urgency = Need::Urgency::Problem;
                key.icon = QStringLiteral("key-round");
                key.role = Role::Danger;
                key.title = Tr::tr("Another key for %1").arg(text::shareName(one));
                key.text = text::shareKeyNow(one);
                key.verb = Tr::tr("See it");
                key.page = QStringLiteral("shares");
                key.args = {{QStringLiteral("id"), one.id}};
                out.append(key);
                continue;
            }
            if (one.asksErasure() && one.waiting.isEmpty()) {
                Need erase;
                erase.icon = QStringLiteral("share-2");
                erase.role = Role::Info;
                erase.title = Tr::tr("%1 asks you to erase copies").arg(text::shareName(one));
                erase.text = text::shareErasure(one);
                erase.verb = Tr::tr("Answer");
                erase.page = QStringLiteral("shares");
                erase.args = {{QStringLiteral("id"), one.id}};
                out.append(erase);
                continue;
            }
            const bool offered = !one.mine && one.state == QLatin1String("offered") && one.waiting.isEmpty();
            const bool returned = one.mine && one.state == QLatin1String("returned") && one.madeUtc.toLocalTime().date() >= today.addDays(-news);
            if (!offered && !returned)
                continue;
            Need need;
            need.icon = QStringLiteral("share-2");
            need.role = offered ? Role::Info : Role::Warning;
            need.title = offered ? Tr::tr("%1 shares documents with you").arg(text::shareName(one))
                                 : Tr::tr("What you wanted to share was not shared");
            need.text = offered ? text::oneStop(Tr::tr("What for: %1. You can answer until %2.").arg(text::neutral(one.purpose), text::colombianDateTime(one.expiresUtc)))
                                : text::shareState(one);
            if (offered && one.senderDoubtful()) {
                need.role = Role::Warning;
                need.text += u' ' + text::shareSender(one);
            }
            need.verb = Tr::tr("See it");
            need.page = QStringLiteral("shares");
            need.args = {{QStringLiteral("id"), one.id}};
            out.append(need);
        }
        return out;
    }

private:
    Session &m_session;
};

} // namespace

std::unique_ptr<NeedProvider> shareNeeds(Session &session)
{
    return std::make_unique<ShareNeeds>(session);
}

} // namespace carriel::ui
