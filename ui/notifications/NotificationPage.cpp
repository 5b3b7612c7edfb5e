// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/NotificationPage.h"

#include "core/base/BaseErrors.h"
#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Session.h"
#include "core/services/mail/MailErrors.h"
#include "ui/keys/IdentityChooser.h"
#include "ui/notifications/Openable.h"
#include "ui/notifications/OpeningSteps.h"
#include "ui/notifications/Parts.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {
bool isSettled(const NotificationEntry &entry)
{
    // A wrong key came from the operator, who may give the right one when asked again.
    return (entry.step == NotificationStep::Mismatch && entry.mismatch != QLatin1String("key")) ||
           entry.state == QLatin1String("Cancelled") || entry.state == QLatin1String("OtherMeans") ||
           entry.state == QLatin1String("NotAccessed");
}
} // namespace

NotificationPage::NotificationPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, space::l);
    column->setSpacing(space::s);
    m_title = addHead(theme(), QStringLiteral("notification"), this, column, [this] {
        host().open(QStringLiteral("notifications"), {{QStringLiteral("id"), m_id}});
    });
    m_kind = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_kind->setObjectName(QStringLiteral("notification.kind"));
    column->addWidget(m_kind);
    m_stack = new QStackedWidget(this);
    m_column = new ContentColumn(QStringLiteral("notification.column"), 110, m_stack);
    m_column->alignLeft();
    m_stack->addWidget(m_column);
    m_steps = new OpeningSteps(theme(), m_stack);
    m_stack->addWidget(m_steps);
    column->addWidget(m_stack, 1);
    m_callout = new Callout(theme(), QStringLiteral("notification.callout"), this);
    column->addWidget(m_callout);
    m_foot = buildFoot();
    column->addWidget(m_foot);
    connect(m_steps, &OpeningSteps::loginGivenUp, this, [this] { session().cancelLogin(); });
    connect(m_steps, &OpeningSteps::askingGivenUp, this,
            [this] { session().documents().notifications().leaveSealed(m_id); });
    connect(m_callout, &Callout::action, this, [this] {
        if (m_terms && m_terms->entry.step == NotificationStep::Mismatch)
            host().open(QStringLiteral("evidence"), {{QStringLiteral("id"), m_id}});
        else if (session().status().phase == SyncPhase::NeedsLogin)
            host().open(QStringLiteral("login"));
        else {
            session().retryNow();
            load();
        }
    });
    const auto follow = [this] {
        if (isVisible() && !m_opening && !m_id.isEmpty())
            load();
    };
    connect(&session(), &Session::notificationsChanged, this, follow);
    connect(&session(), &Session::statusChanged, this, &NotificationPage::statusCame);
    forget();
}

QWidget *NotificationPage::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_consequence = theme().label({}, TypeRole::Body, foot);
    m_consequence->setObjectName(QStringLiteral("notification.consequence"));
    column->addWidget(m_consequence);
    auto *bar = new QWidget(foot);
    new FlowLayout(bar, space::s);
    m_verb = addButton(theme(), bar, QStringLiteral("notification.open"), "lock-open", {}, this, [this] { openIt(); });
    m_verb->setIcon(theme().icon(QStringLiteral("lock-open"), Role::OnPrimary));
    setVariant(m_verb, Variant::Primary);
    m_tell = addButton(theme(), bar, QStringLiteral("notification.tell"), "bell", {}, this, [this] { tellMe(); });
    m_later = addButton(theme(), bar, QStringLiteral("notification.later"), "clock", tr("Not now"), this, [this] {
        host().open(QStringLiteral("notifications"), {{QStringLiteral("id"), m_id}});
    });
    column->addWidget(bar);
    return foot;
}

// Where there is little room, as with large letters, what it says scrolls together with the buttons: one scroll bar,
// and the button is at the end of what must be read.
void NotificationPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool tight = window()->height() < fontMetrics().height() * 36;
    if (std::exchange(m_tight, tight) == tight)
        return;
    auto *column = tight ? m_column->column() : static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_callout);
    column->addWidget(m_foot);
}

void NotificationPage::enter(const QVariantMap &args)
{
    QString id = args.value(QStringLiteral("id")).toString();
    if (id.isEmpty() && m_id.isEmpty())
        id = m_left; // after a lock: where she was
    if (id.isEmpty() || (m_opening && id == m_id))
        return; // as it was left
    const bool cut = m_cut && id == m_left;
    forget();
    m_id = id;
    m_cut = cut;
    load();
}

void NotificationPage::forget()
{
    ++m_turn;
    if (!m_id.isEmpty())
        m_left = m_id; // a number alone says nothing of what it is
    m_cut = m_opening;
    m_id.clear();
    m_terms.reset();
    m_failed.reset();
    m_opening = false;
    m_stack->setCurrentIndex(0);
    m_callout->clear();
    m_foot->hide();
    m_title->setText(tr("Notification"));
    m_kind->setText(tr("Choose one in the list of notifications."));
    delete m_body;
    m_body = nullptr;
    if (m_chooser)
        m_chooser->forget();
    if (m_key)
        m_key->hide();
}

void NotificationPage::focusContent()
{
    m_foot->isVisible() ? (m_verb->isVisible() && m_verb->isEnabled() ? m_verb : m_later)->setFocus() : setFocus();
}

void NotificationPage::load()
{
    session().documents().notifications().terms(m_id).then(this,
                                                           [this, turn = m_turn](const Result<OpeningTerms> &terms) {
                                                               if (turn == m_turn && !m_opening)
                                                                   came(terms);
                                                           });
}

void NotificationPage::came(const Result<OpeningTerms> &terms)
{
    if (!terms) {
        m_callout->say(terms.error());
        return;
    }
    if (std::exchange(m_cut, false) && terms.value().entry.canBeOpened())
        host().say(tr("The folder was locked while it was being opened. It was not opened, and it is still sealed."));
    const bool same = m_terms && m_terms->entry.state == terms.value().entry.state &&
                      m_terms->entry.step == terms.value().entry.step &&
                      m_terms->warningDigest == terms.value().warningDigest &&
                      m_terms->warning == terms.value().warning && m_terms->entry.proof == terms.value().entry.proof;
    m_terms = terms.value();
    if (m_failed && m_failed->code == mail::errors::outcomeUnknown && m_terms->entry.step != NotificationStep::Unknown)
        m_failed.reset(); // it is known by now
    if (m_terms->entry.step == NotificationStep::Opened) {
        if (isVisible()) // else the person has gone elsewhere, and is left there
            goOn();
        return;
    }
    if (!same)
        fill();
    showVerb();
}

void NotificationPage::goOn()
{
    // The window is still showing this page; it goes on afterwards.
    QMetaObject::invokeMethod(
        this,
        [this, id = m_id] {
            host().open(QStringLiteral("act"), {{QStringLiteral("id"), id}});
        },
        Qt::QueuedConnection);
}

std::optional<Error> NotificationPage::hindrance() const
{
    if (isSettled(m_terms->entry))
        return {}; // said in the page; there is nothing to try
    if (m_failed)
        return m_failed;
    if (m_terms->why)
        return m_terms->why;
    if (!Openable::reachable(session().status()))
        return Error{mail::errors::needsNetwork, {}, {}};
    return {};
}

void NotificationPage::showVerb()
{
    const NotificationEntry &entry = m_terms->entry;
    const auto why = hindrance();
    m_callout->setAction({});
    if (entry.step == NotificationStep::Mismatch) {
        m_callout->say(Callout::Kind::Danger, text::stateWords(entry), text::stateMeaning(entry));
        m_callout->setAction(tr("See the evidence"));
    } else if (why) {
        // That there is no network is nobody's fault and breaks nothing.
        const bool waits = why->code == mail::errors::needsNetwork || why->code == mail::errors::notHereYet ||
                           why->code == mail::errors::outcomeUnknown || why->code == mail::errors::openingRuns;
        const text::Words words = text::wordsFor(*why);
        if (waits)
            m_callout->say(Callout::Kind::Info, words.title, QString(words.meaning + QLatin1Char(' ') + words.remedy));
        else
            m_callout->say(*why);
        if (session().status().phase == SyncPhase::NeedsLogin)
            m_callout->setAction(tr("Log in"));
        else if (why->code == mail::errors::needsNetwork)
            m_callout->setAction(tr("Connect again")); // and nothing else: what opens is the button below
    } else if (const QString said = text::stateMeaning(entry); !said.isEmpty()) {
        m_callout->say(Callout::Kind::Info, text::stateWords(entry), said);
    } else {
        m_callout->clear();
    }
    const bool off = why && (!m_failed || m_terms->why);
    m_foot->show();
    m_verb->setVisible(!isSettled(entry) && entry.step != NotificationStep::Sending); // that one ends by itself
    const bool keyless = m_terms->byCertificate && entry.canBeOpened() && !m_chooser->identity();
    m_verb->setEnabled(!off && !keyless);
    m_verb->setText(text::openingVerb(*m_terms)); // also after a failure: what pressing it does is what it says
    m_consequence->setVisible(m_verb->isVisible());
    m_consequence->setText(keyless ? tr("First open the key of your certificate, above.")
                                   : text::openingMeaning(*m_terms));
    const bool waits = why && (why->code == mail::errors::needsNetwork || why->code == mail::errors::notHereYet);
    m_tell->setVisible(waits);
    m_tell->setText(Openable::isWanted(session(), m_id) ? tr("Do not tell me") : tr("Tell me when it can be opened"));
    m_later->setText(m_verb->isVisible() ? tr("Not now") : tr("Back to the list"));
    m_later->setIcon(theme().icon(m_verb->isVisible() ? QStringLiteral("clock") : QStringLiteral("list")));
}

void NotificationPage::statusCame(const SyncStatus &status)
{
    if (!m_terms || m_opening)
        return;
    // There is a connection again, so what failed for want of one may be tried.
    if (m_failed && m_failed->code == mail::errors::needsNetwork && Openable::reachable(status) &&
        !status.silentSinceUtc.isValid() && status.lastContactUtc > m_failedUtc)
        m_failed.reset();
    if (isVisible())
        showVerb();
}

void NotificationPage::tellMe()
{
    const bool on = !Openable::isWanted(session(), m_id);
    Openable::want(session(), m_id, on);
    m_tell->setText(on ? tr("Do not tell me") : tr("Tell me when it can be opened"));
    host().say(on ? tr("You will be told when it can be opened. Until then nothing is signed and nothing is opened.")
                  : tr("You will not be told."));
}

void NotificationPage::openIt()
{
    if (!m_terms || m_opening)
        return;
    const bool signs =
        m_terms->entry.canBeOpened(); // else the button says that it asks or reads, and that is all it may do
    m_opening = true;
    m_failed.reset();
    m_callout->clear();
    m_foot->hide();
    m_steps->begin();
    m_stack->setCurrentIndex(1);
    setFocus();
    auto told = [self = QPointer<NotificationPage>(this), turn = m_turn](OpeningPhase phase) {
        if (self && self->m_turn == turn)
            self->m_steps->tell(phase);
    };
    session()
        .documents()
        .notifications()
        .open(m_id, signs ? m_terms->warningDigest : QByteArray(), told,
              signs && m_terms->byCertificate ? m_chooser->identity()->handle : QString())
        .then(this, [this, turn = m_turn, id = m_id, title = m_terms->entry.title](const Outcome &outcome) {
            turn == m_turn ? ended(outcome) : endedElsewhere(id, title, outcome);
        });
}

// The person looks at another one by now; what became of a legal act is told all the same.
void NotificationPage::endedElsewhere(const QString &id, const QString &title, const Outcome &outcome)
{
    if (session().vaultState() != VaultState::Unlocked)
        return; // nothing of it is for whoever stands before a locked window; the first page tells it later
    const QString what = outcome ? tr("It is opened.") : text::wordsFor(outcome.error()).title;
    host().say(QStringLiteral("%1: %2").arg(text::neutral(title), what), tr("See it"), [this, id] {
        host().open(QStringLiteral("notification"), {{QStringLiteral("id"), id}});
    });
}

void NotificationPage::ended(const Outcome &outcome)
{
    m_opening = false;
    m_stack->setCurrentIndex(0);
    if (outcome.ok()) {
        const QString said = tr("It is opened. The record of the moment and your receipt are kept with it.");
        const auto go = [this, id = m_id] { host().open(QStringLiteral("act"), {{QStringLiteral("id"), id}}); };
        if (!isVisible()) // the person went elsewhere meanwhile, and is left there
            return host().say(said, tr("Read it"), go);
        host().say(said);
        go();
        return;
    }
    // Only asked for, and it turned out sealed as before: the page says so, and opening it is another button.
    if (outcome.error().code == carriel::errors::cancelled)
        host().say(tr("It was left sealed. Nothing was signed."));
    else if (outcome.error().code != mail::errors::notUnderstood)
        m_failed = outcome.error();
    m_failedUtc = QDateTime::currentDateTimeUtc();
    m_foot->show();
    load();
    if (m_terms)
        showVerb();
    focusContent();
}

} // namespace carriel::ui
