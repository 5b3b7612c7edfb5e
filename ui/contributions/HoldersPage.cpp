// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contributions/HoldersPage.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Shares.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

HoldersPage::HoldersPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    m_content = new ContentColumn(QStringLiteral("holders.content"), 88, this);
    auto *column = m_content->column();
    column->setSpacing(space::m);
    column->addWidget(buildHead());
    auto *why = theme().label(tr("Whoever has received a document keeps it: it cannot be fetched back. What you agreed "
                                 "to can be taken back, and you may ask for the rest to be erased."),
                              TypeRole::Body, this, Role::TextMuted);
    why->setObjectName(QStringLiteral("holders.why"));
    why->setWordWrap(true);
    column->addWidget(why);
    m_callout = new Callout(theme(), QStringLiteral("holders.callout"), this);
    column->addWidget(m_callout);
    m_none = theme().label(tr("Nobody has anything of yours: no document was taken or is shared, and no consent is in force."),
                           TypeRole::Body, this);
    m_none->setObjectName(QStringLiteral("holders.none"));
    m_none->setWordWrap(true);
    column->addWidget(m_none);
    column->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    connect(&session(), &Session::notificationsChanged, this, [this] {
        if (isVisible())
            reload();
    });
}

QWidget *HoldersPage::buildHead()
{
    auto *head = new PageHead(theme(), QStringLiteral("holders"), tr("Who has what of mine"), this);
    head->addBack(tr("Back to the documents for procedures (Esc)"), [this] { host().open(QStringLiteral("contributions")); });
    m_by = new QComboBox(head);
    m_by->setObjectName(QStringLiteral("holders.by"));
    m_by->setAccessibleName(tr("In what order"));
    m_by->setMinimumHeight(space::target);
    m_by->addItem(tr("By who has it"), int(GroupBy::Who));
    m_by->addItem(tr("By document"), int(GroupBy::Document));
    connect(m_by, &QComboBox::currentIndexChanged, this, &HoldersPage::reload);
    head->addAtEnd(m_by);
    return head;
}

void HoldersPage::enter(const QVariantMap &)
{
    m_callout->clear();
    reload();
}

void HoldersPage::forget()
{
    m_callout->clear();
    delete m_body;
    m_body = nullptr;
}

void HoldersPage::focusContent()
{
    m_by->setFocus();
}

void HoldersPage::reload()
{
    delete m_body;
    m_body = new QWidget(m_content->column()->parentWidget());
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    const auto by = GroupBy(m_by->currentData().toInt());
    int number = 0;
    for (const HoldingGroup &group : grouped(holdingsOf(session()), by))
        column->addWidget(cardOf(group, number++));
    m_none->setVisible(number == 0);
    m_content->column()->insertWidget(m_content->column()->count() - 1, m_body);
}

Card *HoldersPage::cardOf(const HoldingGroup &group, int number)
{
    const QString name = QStringLiteral("holders.%1").arg(number);
    auto *card = new Card(theme(), name, m_body);
    auto *heading = theme().label(group.heading.isEmpty() ? nameless() : text::neutral(group.heading),
                                  TypeRole::Title, card);
    heading->setObjectName(QString(name + QLatin1String(".heading")));
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    card->column()->addWidget(heading);
    int line = 0;
    for (const Holding &one : group.lines)
        addLine(card, QStringLiteral("%1.%2").arg(name).arg(line++), one);
    return card;
}

QString HoldersPage::nameless() const
{
    return GroupBy(m_by->currentData().toInt()) == GroupBy::Document ? tr("About no document") : tr("Whoever has a link");
}

// What it is, in one sentence.
QString HoldersPage::sentence(const Holding &one) const
{
    const QString who = one.who.isEmpty() ? tr("whoever has the link") : text::neutral(one.who), what = text::neutral(one.what);
    switch (one.kind) {
    case Holding::Kind::Contribution:
        return tr("Documents for “%1”, taken by %2 on %3").arg(what, who, text::colombianDateTime(one.since));
    case Holding::Kind::Consent:
        return tr("You are notified electronically in “%1” of %2, since %3").arg(what, who, text::colombianDateTime(one.since));
    case Holding::Kind::Share:
        break;
    }
    if (!one.until.isValid())
        return tr("Shared with %1 for “%2” and read: it is shared no longer, and the copies stay there").arg(who, what);
    return one.readings == 0 ? tr("Shared with %1 for “%2” until %3; not read yet").arg(who, what, text::colombianDateTime(one.until))
                             : tr("Shared with %1 for “%2” until %3; read").arg(who, what, text::colombianDateTime(one.until));
}

void HoldersPage::addLine(Card *card, const QString &name, const Holding &one)
{
    const bool consent = one.kind == Holding::Kind::Consent, share = one.kind == Holding::Kind::Share;
    const auto say = [&](const char *part, const QString &words, TypeRole type, Role role = Role::Text) {
        auto *label = theme().label(words, type, card, role);
        label->setObjectName(name + QLatin1Char('.') + QLatin1String(part));
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        card->column()->addWidget(label);
    };
    say("what", sentence(one), TypeRole::Strong);
    QStringList names;
    for (const Holding::Document &document : one.documents)
        names += text::neutral(document.name);
    if (!names.isEmpty())
        say("documents", tr("Documents: %1").arg(names.join(QStringLiteral(", "))), TypeRole::Body);
    if (!one.number.isEmpty())
        say("number", tr("Filing number: %1").arg(text::neutral(one.number)), TypeRole::Body);
    if (!one.rejected.isEmpty())
        say("rejected", one.rejected, TypeRole::Body, Role::Danger);
    if (!one.retention.isEmpty())
        say("retention", tr("It said that it keeps them: %1").arg(text::neutral(one.retention)), TypeRole::Body,
            Role::TextMuted);
    if (!one.erasure.isEmpty())
        say("erasure", one.erasure, TypeRole::Body);
    auto *bar = new QWidget(card);
    auto *flow = new FlowLayout(bar, space::s);
    auto *look = new QPushButton(consent ? tr("See it or take it back") : share && one.until.isValid() ? tr("See it or give it more time") : tr("See it"), bar);
    look->setObjectName(name + QLatin1String(".see"));
    flow->addWidget(look);
    const QString page = consent ? QStringLiteral("procedure") : share ? QStringLiteral("shares") : QStringLiteral("contributions");
    connect(look, &QPushButton::clicked, this, [this, page, id = one.id] { host().open(page, {{QStringLiteral("id"), id}}); });
    if (share && one.until.isValid()) {
        auto *stop = new QPushButton(tr("Stop sharing…"), bar); // asked where all of it is seen
        stop->setObjectName(name + QLatin1String(".stop"));
        flow->addWidget(stop);
        connect(stop, &QPushButton::clicked, this, [this, id = one.id] { host().open(QStringLiteral("shares"), {{QStringLiteral("id"), id}, {QStringLiteral("end"), true}}); });
    }
    if (share && one.mayAsk) {
        auto *ask = new QPushButton(tr("Ask to erase the copies…"), bar); // asked where all of it is seen
        ask->setObjectName(name + QLatin1String(".ask"));
        flow->addWidget(ask);
        connect(ask, &QPushButton::clicked, this,
                [this, id = one.id] { host().open(QStringLiteral("shares"), {{QStringLiteral("id"), id}, {QStringLiteral("erase"), true}}); });
    }
    if (one.kind == Holding::Kind::Contribution) {
        auto *erase = new QPushButton(theme().icon(QStringLiteral("copy")), tr("Copy a request to erase them"), bar);
        erase->setObjectName(name + QLatin1String(".erase"));
        setVariant(erase, Variant::Quiet);
        flow->addWidget(erase);
        connect(erase, &QPushButton::clicked, this, [this, one] { copyErasure(one); });
    }
    card->column()->addWidget(bar);
}

// Of what was contributed to a procedure: entities take such requests by their own means (Ley 1581 de 2012, article 15).
void HoldersPage::copyErasure(const Holding &one)
{
    QStringList names;
    for (const Holding::Document &document : one.documents)
        names += QString(QLatin1String("- ") + document.name);
    const QString about = one.number.isEmpty() ? one.what : tr("%1, filing number %2").arg(one.what, one.number);
    QGuiApplication::clipboard()->setText(
        tr("To %1\n\nUnder article 15 of Ley 1581 de 2012 I ask you to erase the copies of my documents that I gave you "
           "for “%2” on %3, as soon as no duty obliges you to keep them, and to confirm it to me:\n\n%4\n")
            .arg(one.who, about, text::colombianDateTime(one.since), names.join(u'\n')));
    host().say(tr("The request was copied. Paste it where %1 takes such requests.").arg(text::neutral(one.who)));
}

} // namespace carriel::ui
