// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Giving a share more time, on the page of shares.
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/shares/SharesPage.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/forms/Card.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {
namespace {
constexpr int longest = 400; // days from today: what an operator takes
} // namespace

// The ends that it may have instead: later than its own, and not farther than an operator takes.
QList<QDateTime> SharesPage::moreTime(const ShareInfo &one) const
{
    QList<QDateTime> out;
    for (const int days : {1, 7, 30, 90}) {
        if (const QDateTime until = one.expiresUtc.addDays(days); until < QDateTime::currentDateTimeUtc().addDays(longest))
            out.append(until);
    }
    return out;
}

// Until when is chosen and said before it is given: an end is not moved back.
void SharesPage::addExtension(Card *card, const ShareInfo &one)
{
    auto *bar = new QWidget(card);
    auto *flow = new FlowLayout(bar, space::s);
    auto *until = new QComboBox(bar);
    until->setObjectName(card->objectName() + QLatin1String(".until"));
    until->setAccessibleName(tr("Until when"));
    until->setMinimumHeight(space::target);
    for (const QDateTime &end : moreTime(one))
        until->addItem(tr("Until %1").arg(text::dateLong(text::colombianDate(end))), end);
    auto *give = new QPushButton(tr("Give this time"), bar);
    give->setObjectName(card->objectName() + QLatin1String(".give"));
    setVariant(give, Variant::Primary);
    auto *leave = new QPushButton(tr("Cancel"), bar);
    leave->setObjectName(card->objectName() + QLatin1String(".leave"));
    for (QWidget *each : {static_cast<QWidget *>(until), static_cast<QWidget *>(give), static_cast<QWidget *>(leave)})
        flow->addWidget(each);
    card->column()->addWidget(bar);
    auto *why = theme().label(tr("It cannot be made shorter afterwards; you can stop sharing at any time."), TypeRole::Small, card, Role::TextMuted);
    why->setObjectName(card->objectName() + QLatin1String(".why"));
    why->setWordWrap(true);
    card->column()->addWidget(why);
    connect(give, &QPushButton::clicked, this, [this, id = one.id, until] {
        const QDateTime end = until->currentData().toDateTime();
        m_extending.clear();
        act(Shares(session().documents()).extend(id, end));
    });
    connect(leave, &QPushButton::clicked, this, [this] {
        m_extending.clear();
        reload();
    });
}

} // namespace carriel::ui
