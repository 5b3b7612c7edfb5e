// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contributions/ContributePage.h"

#include "core/domain/PersonNames.h"
#include "core/services/Documents.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Session.h"
#include "ui/contributions/AskedList.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/ContributionWords.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace carriel::ui {

ContributePage::ContributePage(const PageContext &context, QWidget *parent)
    : Page(context, parent), openAddress([](const QUrl &url) { QDesktopServices::openUrl(url); })
{
    m_content = new ContentColumn(QStringLiteral("contribute.content"), 88, this);
    auto *column = m_content->column();
    column->setSpacing(space::m);
    column->addWidget(buildHead());
    m_callout = new Callout(theme(), QStringLiteral("contribute.callout"), this);
    column->addWidget(m_callout);
    column->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    connect(m_callout, &Callout::action, this, [this] {
        if (!session().account().loggedIn)
            return host().open(QStringLiteral("login"));
        read();
    });
    connect(&session(), &Session::accountChanged, this, [this] {
        if (isVisible() && !m_request && !m_source.isEmpty() && session().account().loggedIn)
            read();
    });
    connect(&session().documents(), &Documents::changed, this, [this] {
        for (AskedList *list : std::as_const(m_lists))
            list->refresh();
        sum();
    });
    forget();
}

QWidget *ContributePage::buildHead()
{
    auto *head = new PageHead(theme(), QStringLiteral("contribute"), {}, this);
    head->addBack(tr("Back (Esc)"), [this] { host().open(QStringLiteral("contributions")); });
    m_title = head->title();
    return head;
}

void ContributePage::enter(const QVariantMap &args)
{
    const QString source = args.value(QStringLiteral("source")).toString();
    if (source.isEmpty())
        return;
    forget();
    m_source = source;
    read();
}

void ContributePage::forget()
{
    ++m_asked;
    m_source.clear();
    m_request.reset();
    clearBody();
    m_callout->clear();
    m_title->setText(tr("Documents that an entity asks for"));
}

void ContributePage::clearBody()
{
    delete m_body;
    m_body = nullptr;
    m_lists.clear();
    m_sum = nullptr;
    m_give = nullptr;
    m_otherCase = nullptr;
}

void ContributePage::read()
{
    m_callout->say(Callout::Kind::Info, tr("Reading and checking the request…"));
    session().documents().contributions().read(m_source).then(
        this, [this, asked = ++m_asked](const Result<RequestInfo> &request) {
            if (asked != m_asked)
                return;
            request.ok() ? show(request.value()) : fail(request.error());
        });
}

void ContributePage::fail(const Error &error)
{
    m_callout->say(error);
    const bool login = error.code == errors::notLoggedIn;
    m_callout->setAction(login ? tr("Log in") : m_request ? QString() : tr("Try again"));
    if (m_give)
        sum();
}

void ContributePage::show(const RequestInfo &request)
{
    m_request = request;
    m_callout->clear();
    m_title->setText(text::neutral(request.title));
    clearBody();
    m_body = new QWidget(m_content->column()->parentWidget());
    m_column = new QVBoxLayout(m_body);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::m);
    showWho(request);
    showBefore(request);
    if (request.once && !request.answeredId.isEmpty()) // there is nothing more to give
        return m_content->column()->insertWidget(2, m_body);
    for (const AskedFor &asked : request.documents) {
        auto *list = new AskedList(context(), asked, m_body);
        connect(list, &AskedList::changed, this, &ContributePage::sum);
        m_column->addWidget(list);
        m_lists += list;
    }
    showConsent(request);
    m_content->column()->insertWidget(2, m_body);
    sum();
}

QLabel *ContributePage::line(Card *card, const char *name, const QString &words, Role role)
{
    auto *label = theme().label(words, TypeRole::Body, card, role);
    label->setObjectName(QLatin1String("contribute.") + QLatin1String(name));
    label->setWordWrap(true);
    card->column()->addWidget(label);
    return label;
}

void ContributePage::showWho(const RequestInfo &request)
{
    auto *card = new Card(theme(), QStringLiteral("contribute.who"), m_body);
    auto *who = theme().label(text::neutral(request.entityName), TypeRole::Title, card);
    who->setObjectName(QStringLiteral("contribute.entity"));
    who->setWordWrap(true);
    card->column()->addWidget(who);
    line(card, "proven",
         (request.offline ? tr("It signed this request, and the directory of your operator that this computer has has its key. %1.")
                          : tr("It signed this request, and your operator's directory has its key. %1."))
             .arg(text::personWords(request.entityId)),
         Role::TextMuted);
    line(card, "purpose", tr("What for: %1").arg(text::neutral(request.purpose)));
    line(card, "retention", tr("How long it keeps them: %1").arg(text::neutral(request.retention)));
    line(card, "until", tr("You can answer until %1").arg(text::colombianDateTime(request.expiresUtc)));
    m_column->addWidget(card);
    if (request.offline) {
        auto *away = new Callout(theme(), QStringLiteral("contribute.offline"), m_body);
        away->say(Callout::Kind::Warning, tr("Without your operator"), text::askedOffline());
        m_column->addWidget(away);
    }
    if (request.caseNumber.isEmpty())
        return;
    line(card, "case", tr("Case %1 of %2").arg(text::neutral(request.caseNumber), text::neutral(request.caseHolder)));
    showWhose(request);
}

// A link can be of somebody else's procedure, sent to have one's papers filed there.
void ContributePage::showWhose(const RequestInfo &request)
{
    if (request.forMe)
        return;
    auto *warning = new Callout(theme(), QStringLiteral("contribute.whose"), m_body);
    const QString me = session().account().holderName;
    if (!mayBeSamePerson(request.caseHolder, me)) {
        warning->say(Callout::Kind::Danger, tr("This is the case of another person"),
                     tr("It is of “%1”, and you are “%2”. Somebody may have sent you the link of his own procedure: your "
                        "documents would go to his case.")
                         .arg(text::neutral(request.caseHolder), text::neutral(me)));
        m_column->addWidget(warning);
        m_otherCase = new QCheckBox(tr("I know whose case it is, and I want to give my documents to it"), m_body);
        m_otherCase->setObjectName(QStringLiteral("contribute.otherCase"));
        connect(m_otherCase, &QCheckBox::toggled, this, &ContributePage::sum);
        m_column->addWidget(m_otherCase);
        return;
    }
    warning->say(
        Callout::Kind::Warning, tr("Is this your case?"),
        tr("The request does not say that it is for you. If you did not begin this procedure yourself, do not answer: "
           "somebody may have sent you the link of his own."));
    m_column->addWidget(warning);
}

void ContributePage::showBefore(const RequestInfo &request)
{
    if (request.answeredId.isEmpty())
        return;
    auto *callout = new Callout(theme(), QStringLiteral("contribute.before"), m_body);
    callout->say(request.once ? Callout::Kind::Info : Callout::Kind::Warning,
                tr("You answered this request on %1").arg(text::colombianDateTime(request.answeredUtc)),
                before(request));
    callout->setAction(tr("See what I gave"));
    connect(callout, &Callout::action, this, [this, id = request.answeredId] {
        host().open(QStringLiteral("contributions"), {{QStringLiteral("id"), id}});
    });
    m_column->addWidget(callout);
}

// What became of the answer that was given, and what another one would be.
QString ContributePage::before(const RequestInfo &request) const
{
    const QList<ContributionInfo> all = session().documents().contributions().list();
    const auto one = std::find_if(all.cbegin(), all.cend(), [&request](const ContributionInfo &each) { return each.id == request.answeredId; });
    if (one != all.cend() && one->state == QLatin1String("rejected"))
        return request.once ? tr("The entity rejected it, and this request takes one answer: ask the entity for another request.")
                            : tr("The entity rejected it. If you give documents now, it gets them as a new answer.");
    return request.once ? tr("It takes one answer, and what you gave then stands.")
                        : tr("What you gave then stands. If you give documents now, the entity gets them once more.");
}

void ContributePage::showConsent(const RequestInfo &request)
{
    auto *card = new Card(theme(), QStringLiteral("contribute.consent"), m_body);
    auto *title = theme().label(tr("What you give"), TypeRole::Title, card);
    title->setObjectName(QStringLiteral("contribute.consentTitle"));
    card->column()->addWidget(title);
    m_sum = line(card, "sum", {});
    m_sum->setTextFormat(Qt::PlainText);
    m_sum->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sum->setAccessibleName(tr("What you give"));
    line(card, "once",
         tr("It is given once, in exactly these versions, signed by this computer. Your operator keeps it and hands it "
            "over; "
            "you get a filing number. Without a network it waits, and you can cancel it until it is sent."),
         Role::TextMuted);
    line(card, "kept", tr("Who has received a document keeps it: it cannot be taken back."), Role::TextMuted);
    m_give = new QPushButton(theme().icon(QStringLiteral("send"), Role::OnPrimary),
                             (request.answeredId.isEmpty() ? tr("Give them to %1") : tr("Give once more to %1"))
                                 .arg(text::neutral(request.entityName)),
                             card);
    m_give->setObjectName(QStringLiteral("contribute.give"));
    setVariant(m_give, Variant::Primary);
    card->column()->addWidget(m_give, 0, Qt::AlignLeft);
    connect(m_give, &QPushButton::clicked, this, &ContributePage::give);
    m_column->addWidget(card);
}

// Name, size and digest of each: what the statement will say.
void ContributePage::sum()
{
    if (!m_give)
        return;
    QStringList lines, missing;
    for (const AskedList *list : std::as_const(m_lists)) {
        for (const ItemId &id : list->chosen()) {
            const auto details = session().documents().details(id);
            if (details)
                lines += tr("%1 (%2)\nSHA-256 %3")
                             .arg(text::neutral(details->path), text::size(details->row.size),
                                  QString::fromLatin1(list->seen(id).toHex()));
        }
        if (!list->satisfied())
            missing += text::neutral(list->asked().title);
    }
    m_give->setEnabled(!lines.isEmpty() && missing.isEmpty() && (!m_otherCase || m_otherCase->isChecked()));
    if (!missing.isEmpty())
        lines += tr("Still missing: %1").arg(missing.join(QStringLiteral(", ")));
    m_sum->setText(lines.isEmpty() ? tr("Nothing is chosen yet.") : lines.join(QStringLiteral("\n\n")));
}

void ContributePage::give()
{
    QList<ContributionChoice> choices;
    for (const AskedList *list : std::as_const(m_lists)) {
        for (const ItemId &id : list->chosen()) {
            const auto details = session().documents().details(id);
            if (!details)
                return sum();
            choices += {list->asked().id, id, list->seen(id)}; // what was marked and shown; another one is refused
        }
    }
    m_give->setEnabled(false);
    m_callout->say(Callout::Kind::Info, tr("Preparing and signing…"));
    fetchNext(std::move(choices), 0);
}

// What is at the operator alone is brought first: what goes out is what was seen.
void ContributePage::fetchNext(QList<ContributionChoice> choices, qsizetype at)
{
    if (at < choices.size()) {
        session().documents().fetch(choices.at(at).document).then(this, [this, choices, at](const Outcome &here) {
            here.ok() ? fetchNext(choices, at + 1) : fail(here.error());
        });
        return;
    }
    if (!m_request)
        return; // locked meanwhile
    session()
        .documents()
        .contributions()
        .contribute(m_request->jws, std::move(choices), !m_request->answeredId.isEmpty(), m_request->offline ? m_request->entityName : QString())
        .then(this,
              [this](const Result<ContributionInfo> &made) { made.ok() ? given(made.value()) : fail(made.error()); });
}

void ContributePage::given(const ContributionInfo &info)
{
    const QUrl back = info.back;
    const bool waits = info.state == QLatin1String("queued") || info.state == QLatin1String("unknown");
    forget();
    host().open(QStringLiteral("contributions"), {{QStringLiteral("id"), info.id}});
    host().say(waits ? tr("It is kept here and goes out when there is a network.")
                     : tr("Your operator has it and hands it over."));
    if (!back.isEmpty() && !waits)
        openAddress(back);
}

} // namespace carriel::ui
