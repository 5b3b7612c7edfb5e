// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The key of the other, on the page of shares: another one of whoever sealed documents are shared with, or that of whoever signed what
// came sealed. Whose word it is, its code, and the answer.
#include "core/services/Session.h"
#include "core/services/shares/ShareErrors.h"
#include "ui/shares/ActBar.h"
#include "ui/shares/SharesPage.h"
#include "ui/text/ShareWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

void SharesPage::compare(const QString &id)
{
    const auto one = Shares(session().documents()).one(id);
    if (!one)
        return;
    Shares(session().documents()).find(one->personId).then(this, [this, id](const Result<ShareRecipient> &found) {
        if (!found)
            return m_callout->say(found.error());
        m_callout->clear();
        m_comparing = found.value().key.standing == QLatin1String("known") ? QString() : id; // it is the old one again
        m_newKey = found.value();
        reload();
    });
}

void SharesPage::lookAtSender(const QString &id)
{
    // The directory and the identity provider may know; where they do not, or nobody answers, the code is compared all the same.
    Shares(session().documents()).lookAtSender(id).then(this, [this, id](const Outcome &looked) {
        const auto one = Shares(session().documents()).one(id);
        const bool lies = !looked && looked.error().code == shares::errors::keyFalse;
        lies ? m_callout->say(looked.error()) : m_callout->clear();
        m_comparing = !lies && one && one->senderDoubtful() ? id : QString();
        reload();
        if (auto *same = m_body->findChild<QPushButton *>(QStringLiteral("share.%1.same").arg(id)))
            same->setFocus();
    });
}

void SharesPage::addSender(Card *card, const ShareInfo &one)
{
    const auto line = [&](const char *name, const QString &words, TypeRole type) {
        QLabel *label = theme().label(words, type, card);
        label->setObjectName(card->objectName() + QLatin1String(name));
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        card->column()->addWidget(label);
        return label;
    };
    const QString how = tr("Call %1 and read this code to each other. %1 sees it at what was shared with you, or looking for your number. Only if both of you read "
                           "the same is it the right key.")
                            .arg(text::shareName(one));
    line(".how", how, TypeRole::Body);
    line(".newCode", one.compareCode.isEmpty() ? tr("This computer has no key of yours yet: there is no code to compare.") : one.compareCode, TypeRole::Title);
    auto *bar = new ActBar(card);
    if (!one.compareCode.isEmpty())
        bar->add("same", tr("We read the same code"), this, [this, id = one.id] {
               m_comparing.clear();
               act(Shares(session().documents()).agreeToSender(id));
           })->setAccessibleDescription(how + u' ' + one.compareCode);
    bar->add("later", tr("Cancel"), this, [this] {
        m_comparing.clear();
        reload();
    });
    card->column()->addWidget(bar);
}

void SharesPage::addComparison(Card *card, const ShareInfo &one)
{
    const auto line = [&](const char *name, const QString &words, TypeRole type) {
        QLabel *label = theme().label(words, type, card);
        label->setObjectName(card->objectName() + QLatin1String(name));
        label->setWordWrap(true);
        card->column()->addWidget(label);
    };
    line(".standing", text::shareKeyStanding(m_newKey), TypeRole::Body);
    const bool lies = m_newKey.key.standing == QLatin1String("false");
    if (!lies && !m_newKey.key.code.isEmpty())
        line(".newCode", m_newKey.key.code, TypeRole::Title);
    auto *bar = new ActBar(card);
    const auto button = [&](const char *name, const QString &words, auto work) { bar->add(name, words, this, work); };
    if (!lies)
        button("same", tr("We read the same code"), [this, person = one.personId, kid = m_newKey.key.kid] {
            m_comparing.clear();
            act(Shares(session().documents()).agree(person, kid));
        });
    button("later", tr("Cancel"), [this] {
        m_comparing.clear();
        reload();
    });
    card->column()->addWidget(bar);
}

} // namespace carriel::ui
