// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Ending a share, on the page of shares: what it means is said before it is done.
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/shares/SharesPage.h"
#include "ui/text/ShareWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/forms/Card.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

void SharesPage::askToEnd(const QString &id)
{
    m_ending = id;
    m_extending.clear();
    reload();
    if (auto *stay = m_body ? m_body->findChild<QPushButton *>(QStringLiteral("share.%1.stay").arg(id)) : nullptr)
        stay->setFocus();
}

void SharesPage::addEnding(Card *card, const ShareInfo &one)
{
    const QString who = one.personId.isEmpty() ? tr("Whoever has the link") : text::shareName(one);
    auto *why = theme().label(one.fetches == 0 ? tr("Stop sharing it? Nobody has read it yet, and nobody will. It cannot be undone: you would share it anew.")
                                               : tr("Stop sharing it? %1 has read it and keeps what was opened: that is not taken back. Nothing more of it will be "
                                                    "read. It cannot be undone: you would share it anew.")
                                                     .arg(who),
                              TypeRole::Body, card);
    why->setObjectName(card->objectName() + QLatin1String(".endWhy"));
    why->setWordWrap(true);
    why->setTextFormat(Qt::PlainText);
    card->column()->addWidget(why);
    auto *bar = new QWidget(card);
    auto *flow = new FlowLayout(bar, space::s);
    auto *end = new QPushButton(tr("Stop sharing"), bar);
    end->setObjectName(card->objectName() + QLatin1String(".end"));
    end->setAccessibleDescription(why->text());
    setVariant(end, Variant::Danger);
    auto *stay = new QPushButton(tr("Go on sharing"), bar);
    stay->setObjectName(card->objectName() + QLatin1String(".stay"));
    flow->addWidget(end);
    flow->addWidget(stay);
    card->column()->addWidget(bar);
    connect(end, &QPushButton::clicked, this, [this, id = one.id] {
        m_ending.clear();
        this->end(id);
    });
    connect(stay, &QPushButton::clicked, this, [this, id = one.id] {
        m_ending.clear();
        reload();
        if (auto *again = m_body->findChild<QPushButton *>(QStringLiteral("share.%1.revoke").arg(id)))
            again->setFocus();
    });
}

} // namespace carriel::ui
