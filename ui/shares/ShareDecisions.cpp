// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the person decides on a share of his that stands in the list.
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/ShareNow.h"
#include "ui/shares/SharesPage.h"
#include "ui/text/ShareNowWords.h"
#include "ui/text/ShareWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"

#include <QPushButton>
#include <QVBoxLayout>

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

QStringList SharesPage::since(const ShareInfo &one) const
{
    return mayBeConfirmed(one) ? text::shareSince(sinceDecided(one, session().documents())) : QStringList();
}

void SharesPage::addConfirmation(Card *card, const ShareInfo &one)
{
    if (!mayBeConfirmed(one))
        return;
    const QList<ShareDocumentNow> now = sinceDecided(one, session().documents());
    const bool same = isAsDecided(now);
    auto *bar = new QWidget(card);
    auto *flow = new FlowLayout(bar, space::s);
    const QString who = one.personId.isEmpty() ? QString() : text::shareName(one);
    if (confirmationOf(one, now, true)) {
        auto *yes = new QPushButton(who.isEmpty() ? tr("Share what is there now")
                                    : same        ? tr("Yes, share it with %1").arg(who)
                                                  : tr("Share what is there now with %1").arg(who),
                                    bar);
        yes->setObjectName(card->objectName() + QLatin1String(".confirm"));
        flow->addWidget(yes);
        connect(yes, &QPushButton::clicked, this, [this, id = one.id, same] { confirm(id, !same); });
    }
    auto *leave = new QPushButton(tr("Do not share it"), bar);
    leave->setObjectName(card->objectName() + QLatin1String(".leave"));
    flow->addWidget(leave);
    connect(leave, &QPushButton::clicked, this, [this, id = one.id] { end(id); });
    card->column()->addWidget(bar);
}

// What came back, and only as the card shows it: a document that changed since is said first.
void SharesPage::confirm(const QString &id, bool asNow)
{
    const auto one = Shares(session().documents()).one(id);
    if (!one || !mayBeConfirmed(*one))
        return reload();
    auto order = confirmationOf(*one, sinceDecided(*one, session().documents()), asNow);
    if (!order)
        return reload();
    Shares(session().documents()).share(std::move(order).value()).then(this, [this](const Result<ShareInfo> &made) {
        m_callout->clear();
        if (!made)
            m_callout->say(made.error());
        else
            m_wanted = made.value().id;
        reload();
    });
}

} // namespace carriel::ui
