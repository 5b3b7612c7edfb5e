// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Another key of somebody with whom sealed documents are shared, on the page of shares: whose word it is, its code, and the answer.
#include "core/services/Session.h"
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
