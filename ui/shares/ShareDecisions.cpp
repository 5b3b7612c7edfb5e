// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the person decides on a share of his that stands in the list.
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/shares/SharesPage.h"
#include "ui/text/ShareWords.h"
#include "ui/widgets/forms/Callout.h"

namespace carriel::ui {

void SharesPage::end(const QString &id)
{
    Shares(session().documents()).revoke(id).then(this, [this, id](const Outcome &ended) {
        reload();
        m_callout->clear();
        if (!ended)
            return m_callout->say(ended.error());
        const auto one = Shares(session().documents()).one(id);
        const QList<Error> others = one ? text::stillShared(*one, Shares(session().documents())) : QList<Error>();
        if (!others.isEmpty())
            m_callout->say(others.first());
    });
}

// What was decided without a network, for a number whose owner the person has seen only now.
void SharesPage::confirm(const QString &id)
{
    const auto one = Shares(session().documents()).one(id);
    if (!one)
        return;
    Shares(session().documents())
        .share({one->personId, one->personName, one->purpose, one->message, one->expiresUtc, one->follow, one->documents, {}, one->id})
        .then(this, [this](const Result<ShareInfo> &made) {
            m_callout->clear();
            if (!made)
                m_callout->say(made.error());
            else
                m_wanted = made.value().id;
            reload();
        });
}

} // namespace carriel::ui
