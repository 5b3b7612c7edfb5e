// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shares/SharesPage.h"

#include "core/services/Documents.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Session.h"
#include "core/services/sealed/SealedDocuments.h"
#include "core/services/shares/ShareErrors.h"
#include "ui/shares/ActBar.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/ShareWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDataStream>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>

namespace carriel::ui {
namespace {
constexpr int mostReadings = 10; // of one share; the rest is counted
constexpr int mostTitled = 2, mostListed = 20; // names of documents
} // namespace

SharesPage::SharesPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    m_content = new ContentColumn(QStringLiteral("shares.content"), 88, this);
    auto *column = m_content->column();
    column->setSpacing(space::m);
    auto *title = new PageHead(theme(), QStringLiteral("shares"), tr("Shared"), this);
    auto *honest = theme().label(tr("What is sealed is shared end to end; anything else your operator holds in clear and can read. Whoever has opened "
                                    "a document keeps it: ending a share stops the next reading, and takes no copy back."),
                                 TypeRole::Body, this, Role::TextMuted);
    honest->setObjectName(QStringLiteral("shares.honest"));
    honest->setWordWrap(true);
    m_which = new QTabBar(this);
    m_which->setObjectName(QStringLiteral("shares.which"));
    m_which->setAccessibleName(tr("Which shares"));
    m_which->setExpanding(false);
    m_which->setDrawBase(false);
    m_which->addTab(tr("By me"));
    m_which->addTab(tr("With me"));
    m_callout = new Callout(theme(), QStringLiteral("shares.callout"), this);
    m_findable = new QCheckBox(tr("Whoever knows my number may share with me"), this);
    m_findable->setObjectName(QStringLiteral("shares.findable"));
    m_findable->setMinimumHeight(space::target);
    m_findable->setEnabled(false);
    m_prove = new QPushButton(tr("Confirm my key for sealed documents…"), this);
    m_prove->setObjectName(QStringLiteral("shares.prove"));
    m_proveWhy = theme().label(tr("Whoever wants to share sealed documents with you then sees that the key is yours. Your browser opens, and you log in "
                                  "once more. Others see your number, which they know, and nothing else."),
                               TypeRole::Small, this, Role::TextMuted);
    m_proveWhy->setObjectName(QStringLiteral("shares.proveWhy"));
    m_proveWhy->setWordWrap(true);
    m_parcel = new QPushButton(theme().icon(QStringLiteral("lock-open")), tr("Open an encrypted file…"), this);
    m_parcel->setObjectName(QStringLiteral("shares.parcel"));
    m_none = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_none->setObjectName(QStringLiteral("shares.none"));
    m_none->setWordWrap(true);
    for (QWidget *one : {static_cast<QWidget *>(title), static_cast<QWidget *>(honest), static_cast<QWidget *>(m_which),
                         static_cast<QWidget *>(m_callout), static_cast<QWidget *>(m_findable), static_cast<QWidget *>(m_prove),
                         static_cast<QWidget *>(m_proveWhy), static_cast<QWidget *>(m_parcel), static_cast<QWidget *>(m_none)})
        column->addWidget(one, 0, one == m_prove || one == m_parcel ? Qt::AlignLeft : Qt::Alignment());
    m_older = new QPushButton(this);
    m_older->setObjectName(QStringLiteral("shares.older"));
    m_older->hide();
    column->addWidget(m_older, 0, Qt::AlignLeft);
    column->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    connect(m_which, &QTabBar::currentChanged, this, [this] {
        m_most = most;
        reload();
    });
    connect(m_older, &QPushButton::clicked, this, [this] {
        m_most += most;
        reload();
    });
    connect(m_findable, &QCheckBox::toggled, this, &SharesPage::setFindable);
    connect(m_parcel, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("parcel.open")); });
    connect(m_prove, &QPushButton::clicked, this, &SharesPage::prove);
    connect(m_callout, &Callout::action, this,
            [this] { session().account().loggedIn ? ask() : host().open(QStringLiteral("login")); });
    connect(&session(), &Session::notificationsChanged, this, [this] {
        if (isVisible())
            reload();
    });
    connect(&session(), &Session::accountChanged, this, [this] {
        if (isVisible())
            ask();
    });
}

void SharesPage::enter(const QVariantMap &args)
{
    m_wanted = args.value(QStringLiteral("id")).toString();
    m_saying.clear();
    m_extending.clear();
    m_ending.clear();
    m_comparing.clear();
    m_erasing = args.value(QStringLiteral("erase")).toBool() ? m_wanted : QString();
    m_callout->clear();
    if (const auto one = Shares(session().documents()).one(m_wanted))
        m_which->setCurrentIndex(one->mine ? 0 : 1);
    const bool confirm = args.value(QStringLiteral("confirm")).toBool();
    if (confirm)
        m_which->setCurrentIndex(1);
    reload();
    if (args.value(QStringLiteral("end")).toBool())
        askToEnd(m_wanted);
    if (confirm)
        m_prove->setFocus();
    ask();
}

void SharesPage::forget()
{
    m_callout->clear();
    m_wanted.clear();
    m_most = most;
    m_saying.clear();
    m_extending.clear();
    m_ending.clear();
    m_comparing.clear();
    delete m_body;
    m_body = nullptr;
}

void SharesPage::focusContent()
{
    m_which->setFocus();
}

void SharesPage::ask()
{
    if (!session().account().loggedIn) {
        m_wanted.clear();
        return;
    }
    askFindable();
    Shares(session().documents()).sendWaiting().then(this, [this](const Outcome &sent) {
        Shares(session().documents()).refresh().then(this, [this, sent](const Outcome &known) {
            reload();
            m_wanted.clear(); // it was brought into sight, and stays where it is from here on
            if (const Outcome &bad = sent.ok() ? known : sent; !bad.ok() && bad.error().code != errors::vaultLocked)
                m_callout->say(bad.error());
        });
    });
}

void SharesPage::askFindable()
{
    Shares(session().documents()).findable().then(this, [this](const Result<bool> &on) {
        m_findable->setEnabled(on.ok());
        const QSignalBlocker quiet(m_findable);
        m_findable->setChecked(on.ok() && on.value());
    });
}

void SharesPage::setFindable(bool on)
{
    Shares(session().documents()).setFindable(on).then(this, [this, on](const Result<bool> &told) {
        if (told)
            return;
        const QSignalBlocker quiet(m_findable);
        m_findable->setChecked(!on); // as it is at the operator
        m_callout->say(told.error());
    });
}

void SharesPage::prove()
{
    m_prove->setEnabled(false); // a login is under way
    SealedDocuments::of(session().documents()).prove().then(this, [this](const Outcome &proven) {
        m_prove->setEnabled(true);
        if (!proven)
            return m_callout->say(proven.error());
        m_callout->clear();
        host().say(tr("Your key is confirmed: who looks for your number sees that it is yours"));
    });
}

// What is shown is made anew only when it says something else: whoever is reading or about to press something stays there.
void SharesPage::reload()
{
    const bool mine = m_which->currentIndex() == 0;
    QList<ShareInfo> all = Shares(session().documents()).list();
    all.removeIf([mine](const ShareInfo &one) { return one.mine != mine; });
    for (QWidget *one : {static_cast<QWidget *>(m_findable), static_cast<QWidget *>(m_prove), static_cast<QWidget *>(m_proveWhy)})
        one->setVisible(!mine && session().account().connected);
    m_parcel->setVisible(!mine); // without an operator, too
    m_none->setText(!session().account().connected ? tr("Your documents are only on this computer. To share them you need an operator.")
                    : mine ? tr("You share nothing. Choose documents or a folder and press Share.")
                           : tr("Nobody shares anything with you. To be found, allow it above and give your number to whoever is to share."));
    m_none->setVisible(all.isEmpty());
    m_older->setVisible(all.size() > m_most);
    m_older->setText(tr("Show %n older", nullptr, qMin(most, int(all.size()) - m_most)));
    QByteArray saying;
    QDataStream stream(&saying, QIODevice::WriteOnly);
    stream << mine << m_most << m_wanted << m_extending << m_ending;
    for (const ShareInfo &one : std::as_const(all)) {
        stream << one.id << one.state << one.endedUtc << one.waiting << one.reason << one.fetches << one.expiresUtc << one.defects << one.personName << one.keyNow << one.senderKey << one.linkOpenedUtc << one.wrongCodesUtc.size() << (m_comparing == one.id) << m_newKey.key.code;
        for (const ShareDocument &document : one.documents)
            stream << document.available;
        stream << since(one) << text::shareErasure(one) << (m_erasing == one.id);
    }
    if (m_body && saying == m_saying)
        return;
    m_saying = saying;
    const QString focused = m_body && m_body->isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget()->objectName() : QString();
    delete m_body;
    m_body = new QWidget(m_content->column()->parentWidget());
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    Card *wanted = nullptr;
    for (const ShareInfo &one : all.mid(0, m_most)) {
        Card *card = cardOf(one);
        column->addWidget(card);
        if (one.id == m_wanted)
            wanted = card;
    }
    m_content->column()->insertWidget(m_content->column()->indexOf(m_older), m_body);
    if (wanted)
        QMetaObject::invokeMethod(
            wanted, [this, wanted] { m_content->ensureWidgetVisible(wanted); }, Qt::QueuedConnection);
    if (auto *again = focused.isEmpty() ? nullptr : m_body->findChild<QWidget *>(focused))
        again->setFocus();
    else if (!focused.isEmpty())
        m_which->setFocus(); // what had the focus is gone
}

Card *SharesPage::cardOf(const ShareInfo &one)
{
    const QString name = QStringLiteral("share.%1").arg(one.id);
    auto *card = new Card(theme(), name, m_body);
    int number = 0;
    const auto line = [&](const QString &words, TypeRole type, Role role = Role::Text) {
        auto *label = theme().label(words, type, card, role);
        label->setObjectName(name + QStringLiteral(".line%1").arg(number++));
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        card->column()->addWidget(label);
    };
    QStringList names;
    for (const ShareDocument &document : one.documents)
        names += document.available ? text::neutral(document.name)
                 : one.mine         ? tr("%1 (in the trash or deleted: nobody reads it)").arg(text::neutral(document.name))
                                    : tr("%1 (no longer there)").arg(text::neutral(document.name));
    const int more = int(names.size()) - mostTitled;
    line(more > 0 ? tr("%1 and %n more", nullptr, more).arg(names.mid(0, mostTitled).join(QStringLiteral(", "))) : names.join(QStringLiteral(", ")),
         TypeRole::Title);
    line(text::shareWith(one), TypeRole::Body, Role::TextMuted);
    line(text::shareState(one), TypeRole::Strong, text::shareTrouble(one) ? Role::Danger : Role::Text);
    for (const QString &version : since(one))
        line(version, TypeRole::Body);
    line(tr("What for: %1").arg(text::neutral(one.purpose)), TypeRole::Body);
    if (!one.message.isEmpty())
        line(text::neutral(one.message), TypeRole::Body);
    if (more > 0)
        line(names.mid(0, mostListed).join(u'\n') +
                 (names.size() > mostListed ? u'\n' + tr("and %n more", nullptr, int(names.size()) - mostListed) : QString()),
             TypeRole::Small, Role::TextMuted);
    if (const QString other = text::shareKeyNow(one); !other.isEmpty())
        line(other, TypeRole::Strong, Role::Danger);
    if (one.sealed)
        line(one.compareCode.isEmpty() ? tr("End to end: your operator cannot open it.")
                                       : tr("End to end: your operator cannot open it. Code of your key and the other's, the same for both: %1").arg(one.compareCode),
             TypeRole::Body);
    if (const QString sender = text::shareSender(one); !sender.isEmpty())
        line(sender, one.senderDoubtful() ? TypeRole::Strong : TypeRole::Body, one.senderDoubtful() ? Role::Danger : Role::Text);
    line(one.isOpen() ? text::shareVersion(one.follow) : one.follow ? tr("Always the newest version") : tr("The version of that day"), TypeRole::Small, Role::TextMuted);
    for (const ShareReadingInfo &reading : one.readings.mid(qMax(0, int(one.readings.size()) - mostReadings)))
        line(tr("%1: %2 was read").arg(text::colombianDateTime(reading.atUtc), text::neutral(reading.document)), TypeRole::Small, Role::TextMuted);
    if (one.isOpen() && !one.wrongCodesUtc.isEmpty())
        line(text::wrongCodes(one), TypeRole::Strong, Role::Danger);
    if (one.isOpen() && one.linkOpenedUtc.isValid())
        line(text::linkOpened(one), TypeRole::Body);
    if (!one.code.isEmpty() && one.linkOpens())
        line(tr("Link: %1\nCode, for one use; give it by another way: %2").arg(one.link.toString(), one.code), TypeRole::Body);
    if (const QString erasure = text::shareErasure(one); !erasure.isEmpty())
        line(erasure, TypeRole::Strong);
    if (!one.defects.isEmpty())
        line(tr("What is told of it does not hold: %1. Do not rely on it.").arg(one.defects.join(QStringLiteral(", "))),
             TypeRole::Body, Role::Danger);
    addActs(card, one);
    return card;
}

void SharesPage::act(QFuture<Outcome> done)
{
    done.then(this, [this](const Outcome &ended) {
        reload();
        ended.ok() ? m_callout->clear() : m_callout->say(ended.error());
    });
}

void SharesPage::keep(const QString &id)
{
    Shares(session().documents()).accept(id).then(this, [this, id](const Outcome &accepted) {
        reload();
        if (!accepted.ok())
            return m_callout->say(accepted.error());
        const auto one = Shares(session().documents()).one(id);
        if (!one)
            return;
        const SharePlace place = text::sharePlace(*one);
        Shares(session().documents()).keep(id, place, text::shareOrigin(*one)).then(this, [this, id, place](const Result<QList<AddedDocument>> &kept) {
            reload();
            if (!kept)
                return m_callout->say(kept.error());
            tellMissing(id);
            host().say(tr("%n copies are in “%1”", nullptr, int(kept.value().size())).arg(place.below.join(QStringLiteral(" › "))), tr("See them"), [this, id = kept.value().first().id] {
                host().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id.text()}});
            });
        });
    });
}

// What was shared and is no longer there: whoever accepted ten documents has to know which eight he has.
void SharesPage::tellMissing(const QString &id)
{
    const auto one = Shares(session().documents()).one(id);
    QStringList gone;
    for (const ShareDocument &document : one ? one->documents : QList<ShareDocument>()) {
        if (!document.available)
            gone += text::neutral(document.name);
    }
    if (!gone.isEmpty())
        m_callout->say(Error{shares::errors::someWithdrawn, {{QStringLiteral("names"), gone.join(QStringLiteral(", "))}, {QStringLiteral("count"), gone.size()}}, {}});
}

void SharesPage::addActs(Card *card, const ShareInfo &one)
{
    auto *bar = new ActBar(card);
    const auto button = [&](const char *name, const QString &words, auto work) { return bar->add(name, words, this, work); };
    const bool told = one.state == QLatin1String("offered") || one.state == QLatin1String("accepted");
    const bool queued = one.state == QLatin1String("queued"), ends = one.mine && one.isOpen() && one.waiting != QLatin1String("revoke");
    if (ends && m_ending != one.id)
        button("revoke", queued ? tr("Do not send it") : tr("Stop sharing…"),
               [this, queued, id = one.id] { queued ? end(id) : askToEnd(id); });
    if (one.mine && told && one.waiting.isEmpty() && !one.linkOpenedUtc.isValid() && m_extending != one.id && !moreTime(one).isEmpty())
        button("extend", tr("Give more time…"), [this, id = one.id] {
            m_extending = id;
            reload();
            if (auto *until = m_body->findChild<QComboBox *>(QStringLiteral("share.%1.until").arg(id)))
                until->setFocus();
        });
    if (one.mine && told && !one.code.isEmpty() && one.linkOpens())
        button("copy", tr("Copy the link"), [this, link = one.link.toString()] {
            QApplication::clipboard()->setText(link);
            host().say(tr("Link copied; give the code by another way"));
        });
    if (!one.mine && told) {
        const bool first = one.state == QLatin1String("offered");
        auto *take = button("keep", first ? tr("Accept and keep copies") : tr("Keep copies once more"), [this, id = one.id] { keep(id); });
        if (first && !one.senderDoubtful())
            setVariant(take, Variant::Primary);
    }
    if (!one.mine && one.state == QLatin1String("offered"))
        button("decline", tr("Decline"), [this, id = one.id] { act(Shares(session().documents()).decline(id)); });
    if (one.senderDoubtful() && m_comparing != one.id)
        button("sender", tr("Compare the code…"), [this, id = one.id] { lookAtSender(id); });
    if (!one.keyNow.isEmpty() && m_comparing != one.id)
        button("compare", tr("Look at the new key…"), [this, id = one.id] { compare(id); });
    card->column()->addWidget(bar);
    addConfirmation(card, one);
    addErasure(card, one);
    if (ends && m_ending == one.id)
        addEnding(card, one);
    if (m_comparing == one.id)
        one.mine ? addComparison(card, one) : addSender(card, one);
    if (m_extending == one.id && told)
        addExtension(card, one);
}

} // namespace carriel::ui
