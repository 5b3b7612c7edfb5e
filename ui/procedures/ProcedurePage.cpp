// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/procedures/ProcedurePage.h"

#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Session.h"
#include "ui/procedures/ConsentHistory.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace carriel::ui {

ProcedurePage::ProcedurePage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    m_content = new ContentColumn(QStringLiteral("procedure.content"), 88, this);
    auto *column = m_content->column();
    column->setSpacing(space::m);
    column->addWidget(buildHead());
    m_callout = new Callout(theme(), QStringLiteral("procedure.callout"), this);
    column->addWidget(m_callout);
    buildStanding();
    buildWithdrawal();
    buildMeaning();
    buildText();
    m_history = new ConsentHistory(context, this);
    column->addWidget(m_history);
    column->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    connect(m_callout, &Callout::action, this, [this] {
        if (session().account().connected && !session().account().loggedIn)
            return host().open(QStringLiteral("login"));
        enter({});
    });
    connect(&session(), &Session::notificationsChanged, this, [this] {
        if (isVisible())
            reload();
    });
    connect(&theme(), &Theme::changed, this, &ProcedurePage::show);
    show();
}

QWidget *ProcedurePage::buildHead()
{
    auto *head = new PageHead(theme(), QStringLiteral("procedure"), {}, this);
    m_back = head->addBack(tr("Back to the procedures (Esc)"), [this] { host().open(QStringLiteral("procedures")); });
    m_title = head->title();
    m_entity = theme().label({}, TypeRole::Strong, head, Role::TextMuted);
    m_entity->setObjectName(QStringLiteral("procedure.entity"));
    m_about = theme().label({}, TypeRole::Body, head);
    m_about->setObjectName(QStringLiteral("procedure.about"));
    head->addWords(m_entity);
    head->addWords(m_about);
    return head;
}

QLabel *ProcedurePage::line(Card *card, const QString &words, const char *name, Role role)
{
    auto *label = theme().label(words, TypeRole::Body, card, role);
    label->setObjectName(QLatin1String("procedure.") + QLatin1String(name));
    card->column()->addWidget(label);
    return label;
}

void ProcedurePage::buildStanding()
{
    m_standing = new Card(theme(), QStringLiteral("procedure.standing"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    m_standingIcon = new QLabel(m_standing);
    m_standingIcon->setObjectName(QStringLiteral("procedure.standingIcon"));
    m_standingWords = theme().label({}, TypeRole::Strong, m_standing);
    m_standingWords->setObjectName(QStringLiteral("procedure.standingWords"));
    m_end = new QPushButton(tr("Take my consent back…"), m_standing);
    m_end->setObjectName(QStringLiteral("procedure.end"));
    row->addWidget(m_standingIcon);
    row->addWidget(m_standingWords, 1);
    row->addWidget(m_end);
    m_standing->column()->addLayout(row);
    m_content->column()->addWidget(m_standing);
    connect(m_end, &QPushButton::clicked, this, [this] {
        m_withdrawal->show();
        m_end->setEnabled(false);
        m_keep->setFocus();
    });
}

void ProcedurePage::buildWithdrawal()
{
    m_withdrawal = new Card(theme(), QStringLiteral("procedure.withdrawal"), this);
    auto *title = theme().label(tr("If you take it back"), TypeRole::Title, m_withdrawal);
    title->setObjectName(QStringLiteral("procedure.withdrawalTitle"));
    m_withdrawal->column()->addWidget(title);
    line(m_withdrawal,
         tr("The entity may not notify you electronically in this procedure any more. It will use paper or "
            "the other means of the law."),
         "withdrawalThen");
    line(m_withdrawal,
         tr("What it sent you before stays in your folder and keeps its effect, and so do the terms that "
            "run."),
         "withdrawalStays");
    line(m_withdrawal,
         tr("This computer signs that you take it back, with date and time, and your operator answers with "
            "a signed receipt. You can agree again whenever you want."),
         "withdrawalProof");
    auto *bar = new QWidget(m_withdrawal);
    auto *row = new FlowLayout(bar, space::s);
    m_withdraw = new QPushButton(tr("Take my consent back"), bar);
    m_withdraw->setObjectName(QStringLiteral("procedure.withdraw"));
    setVariant(m_withdraw, Variant::Danger);
    m_keep = new QPushButton(tr("Go on being notified here"), bar);
    m_keep->setObjectName(QStringLiteral("procedure.keep"));
    row->addWidget(m_withdraw);
    row->addWidget(m_keep);
    m_withdrawal->column()->addWidget(bar);
    m_withdrawal->hide();
    m_content->column()->addWidget(m_withdrawal);
    connect(m_withdraw, &QPushButton::clicked, this, &ProcedurePage::withdraw);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        m_withdrawal->hide();
        m_end->setEnabled(true);
        m_end->setFocus();
    });
}

void ProcedurePage::buildMeaning()
{
    m_meaning = new Card(theme(), QStringLiteral("procedure.meaning"), this);
    auto *title = theme().label(tr("What it means to agree"), TypeRole::Title, m_meaning);
    title->setObjectName(QStringLiteral("procedure.meaningTitle"));
    m_meaning->column()->addWidget(title);
    const std::pair<const char *, QString> points[] = {
        {"bell", tr("The entity sends you here what it decides in this procedure, instead of on paper.")},
        {"lock",
         tr("Each notification comes sealed. Only you open it, and before that you read what opening it means.")},
        {"calendar-clock",
         tr("It has legal effect, and terms run. As a rule from when you open it. In tax matters it counts as made "
            "when it is sent, and terms run from five business days after it reached you; what a court sends counts as made "
            "two business days after it was sent: even if you do not open it. Look here often (informative).")},
        {"undo-2", tr("You can take it back whenever you want, on this page.")},
        {"signature",
         tr("What leaves this computer: the text below, your identity number, this procedure, date and time, "
            "signed by this computer. Your operator answers with a signed receipt, which is kept here.")}};
    int number = 0;
    for (const auto &[icon, words] : points) {
        auto *row = new QHBoxLayout;
        row->setSpacing(space::m);
        auto *mark = new QLabel(m_meaning);
        mark->setObjectName(QStringLiteral("procedure.pointIcon%1").arg(number));
        const auto draw = [this, mark, name = QString::fromLatin1(icon)] {
            mark->setPixmap(
                theme().icon(name, Role::Primary).pixmap(QSize(space::icon, space::icon), devicePixelRatioF()));
        };
        draw();
        connect(&theme(), &Theme::changed, mark, draw);
        auto *label = theme().label(words, TypeRole::Body, m_meaning);
        label->setObjectName(QStringLiteral("procedure.point%1").arg(number++));
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addWidget(label, 1);
        m_meaning->column()->addLayout(row);
    }
    m_content->column()->addWidget(m_meaning);
}

void ProcedurePage::buildText()
{
    m_text = new Card(theme(), QStringLiteral("procedure.text"), this);
    auto *title = theme().label(tr("The text that you agree to"), TypeRole::Title, m_text);
    title->setObjectName(QStringLiteral("procedure.textTitle"));
    m_text->column()->addWidget(title);
    m_words = line(m_text, {}, "words");
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_digest = theme().label({}, TypeRole::Small, m_text, Role::TextMuted);
    m_digest->setObjectName(QStringLiteral("procedure.digest"));
    m_digest->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->column()->addWidget(m_digest);
    m_agree = new QPushButton(tr("I agree to be notified here"), m_text);
    m_agree->setObjectName(QStringLiteral("procedure.agree"));
    setVariant(m_agree, Variant::Primary);
    m_text->column()->addWidget(m_agree, 0, Qt::AlignLeft);
    m_waiting = line(m_text, tr("It is being signed and sent. If your operator asks who you are, the browser opens."),
                     "waiting", Role::TextMuted);
    m_content->column()->addWidget(m_text);
    connect(m_agree, &QPushButton::clicked, this, &ProcedurePage::agree);
}

void ProcedurePage::enter(const QVariantMap &args)
{
    // After a lock: where she was.
    const QString id = args.value(QStringLiteral("id"), m_id.isEmpty() ? m_left : m_id).toString();
    if (id != m_id) {
        forget();
        m_id = id;
        m_content->verticalScrollBar()->setValue(0);
    }
    m_callout->clear();
    m_withdrawal->hide();
    reload();
    if (m_id.isEmpty() || !session().account().connected)
        return;
    session().documents().notifications().procedures().then(this, [this, id](const Result<QList<ProcedureInfo>> &all) {
        if (id != m_id)
            return;
        m_known = all.ok();
        if (all)
            m_catalogue = all.value();
        else if (m_line.standing != Standing::Subscribed) {
            m_callout->say(
                Callout::Kind::Info, tr("Without a connection you cannot agree now."),
                tr("The text comes from your operator, who also keeps your consent and answers for it. Nothing "
                   "was signed."));
            m_callout->setAction(session().account().loggedIn ? tr("Try again") : tr("Log in"));
        }
        reload();
    });
}

void ProcedurePage::forget()
{
    if (!m_id.isEmpty())
        m_left = m_id; // a number alone says nothing of what it is
    m_id.clear();
    m_catalogue.clear();
    m_line = {};
    m_known = false;
    m_callout->clear();
    m_withdrawal->hide();
    m_history->clear();
    show();
}

void ProcedurePage::focusContent()
{
    (m_agree->isVisible() && m_agree->isEnabled() ? static_cast<QWidget *>(m_agree) : m_back)->setFocus();
}

void ProcedurePage::reload()
{
    QList<ConsentInfo> mine;
    for (const ConsentInfo &one : session().documents().notifications().consents()) {
        if (one.procedureId == m_id)
            mine.append(one);
    }
    std::sort(mine.begin(), mine.end(),
              [](const ConsentInfo &a, const ConsentInfo &b) { return a.givenUtc > b.givenUtc; });
    for (const ProcedureLine &line : procedureLines(m_catalogue, mine)) {
        if (line.id == m_id)
            m_line = line;
    }
    m_history->show(mine);
    if (m_line.standing == Standing::Subscribed && !m_line.digest.isEmpty() && !mine.isEmpty() &&
        mine.first().textDigest != m_line.digest)
        m_callout->say(
            Callout::Kind::Info, tr("The entity has changed its text since you agreed."),
            tr("What holds for you is the text that you agreed to; it stands below, in the history. To agree to "
               "the new one, take your consent back and agree again."));
    show();
}

void ProcedurePage::show()
{
    m_title->setText(m_line.title);
    m_entity->setText(m_line.entity);
    m_about->setText(m_line.description);
    m_about->setVisible(!m_line.description.isEmpty());
    const bool subscribed = m_line.standing == Standing::Subscribed;
    const bool busy = m_under.contains(m_id);
    const StandingMark mark = markOf(m_line);
    m_standing->setVisible(!m_id.isEmpty());
    m_standingIcon->setPixmap(theme()
                                  .icon(QString::fromLatin1(mark.icon), mark.role)
                                  .pixmap(QSize(space::xl, space::xl), devicePixelRatioF()));
    m_standingWords->setText(
        m_line.standing == Standing::Informs
            ? tr("It only informs: it sends messages without legal effect and asks for no consent.")
            : mark.words);
    m_end->setVisible(subscribed);
    m_end->setEnabled(!busy && m_withdrawal->isHidden());
    const bool mayAgree = !subscribed && !m_line.text.isEmpty();
    m_meaning->setVisible(mayAgree);
    m_text->setVisible(mayAgree);
    m_words->setText(m_line.text);
    m_digest->setText(tr("SHA-256 of the text: %1").arg(
        QString::fromLatin1(QByteArray::fromBase64(m_line.digest, QByteArray::Base64UrlEncoding).toHex())));
    m_agree->setEnabled(!busy && m_known);
    m_waiting->setVisible(busy && mayAgree);
    m_withdraw->setEnabled(!busy);
    m_keep->setEnabled(!busy);
}

void ProcedurePage::agree()
{
    begin();
    session()
        .documents()
        .notifications()
        .subscribe(m_id, m_line.digest)
        .then(this, [this, id = m_id, title = m_line.title](const Outcome &outcome) {
            finished(id, title, outcome, tr("From now on you are notified here: %1").arg(title));
        });
}

void ProcedurePage::withdraw()
{
    begin();
    session().documents().notifications().unsubscribe(m_id).then(
        this, [this, id = m_id, title = m_line.title](const Outcome &outcome) {
            finished(id, title, outcome, tr("You are not notified electronically any more: %1").arg(title));
        });
}

void ProcedurePage::begin()
{
    m_under.insert(m_id);
    m_callout->clear();
    show();
}

void ProcedurePage::finished(const QString &id, const QString &title, const Outcome &outcome, const QString &words)
{
    m_under.remove(id);
    if (session().vaultState() != VaultState::Unlocked)
        return;
    if (id != m_id) { // the person looks at another one by now; what became of this is told all the same
        const QString what =
            outcome ? words : QString(title + QStringLiteral(": ") + text::wordsFor(outcome.error()).title);
        return host().say(what, tr("See it"), [this, id] {
            host().open(QStringLiteral("procedure"), {{QStringLiteral("id"), id}});
        });
    }
    if (!outcome) {
        // Unlike a document, nothing of this waits to be sent later.
        if (outcome.error().codeText() == QLatin1String("CAR-REM-001"))
            m_callout->say(
                Callout::Kind::Danger, tr("Your operator did not answer."),
                tr("Nothing waits to be sent. If it arrived all the same, you see it here when the connection "
                   "is back; if not, try again then."));
        else
            m_callout->say(outcome.error());
        m_callout->setAction({});
        show();
        m_content->ensureWidgetVisible(m_callout);
        return;
    }
    m_withdrawal->hide();
    host().say(words);
    reload();
    m_content->verticalScrollBar()->setValue(0);
    focusContent();
}

} // namespace carriel::ui
