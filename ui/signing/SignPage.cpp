// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/SignPage.h"

#include "core/services/BoxLines.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/keys/IdentityChooser.h"
#include "ui/signing/BoxOnPage.h"
#include "ui/signing/HowToSign.h"
#include "ui/signing/SafeList.h"
#include "ui/signing/WaitingFor.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"
#include "ui/widgets/forms/PasswordAsk.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace carriel::ui {

namespace {
// Its password, or its owner's, may open it.
bool isClosed(const SafeToSign &one)
{
    return one.refused && (one.refused->codeText() == QLatin1String("CAR-SGN-033") || one.refused->codeText() == QLatin1String("CAR-SGN-004"));
}

// Its table is, and nobody signed it.
bool isDamaged(const SafeToSign &one)
{
    return !one.refused && std::any_of(one.findings.begin(), one.findings.end(), [](const SafetyFinding &finding) {
        return finding.kind == QLatin1String("damaged");
    });
}

// A PDF that refuses a signature inside can still be signed in a container.
bool signable(const SafeToSign &one, SignFormat format)
{
    return !one.refused || (one.pdf && format != SignFormat::Choose);
}
} // namespace

SignPage::SignPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto *content = m_scroll = new ContentColumn(QStringLiteral("sign.column"), 84, this);
    whole->addWidget(content);
    QVBoxLayout *column = content->column();
    auto *head = new PageHead(theme(), QStringLiteral("sign"), tr("Sign"), content);
    m_title = head->title();
    column->addWidget(head);
    m_what = section(QStringLiteral("sign.what"), tr("What you sign, and what to know before"));
    m_safe = new SafeList(context, m_what);
    m_what->column()->addWidget(m_safe);
    m_password = new PasswordAsk(theme(), QStringLiteral("sign.password"), m_what);
    m_what->column()->addWidget(m_password);
    connect(m_password, &PasswordAsk::given, this, [this] {
        QList<ItemId> closed;
        for (const SafeToSign &one : std::as_const(m_documents)) {
            if (isClosed(one))
                closed << one.document;
        }
        unlock(closed, std::make_shared<SecretBytes>(m_password->take()), false);
    });
    Card *who = section(QStringLiteral("sign.with"), tr("With which key"));
    m_identity = new IdentityChooser(context, who);
    who->column()->addWidget(m_identity);
    m_waiting = new WaitingFor(theme(), who);
    who->column()->addWidget(m_waiting);
    m_how = section(QStringLiteral("sign.how"), tr("How"));
    m_choices = new HowToSign(theme(), m_how);
    m_how->column()->addWidget(m_choices);
    m_boxCard = section(QStringLiteral("sign.box"), tr("A visible box on the page"));
    m_box = new BoxOnPage(context, m_boxCard);
    m_boxCard->column()->addWidget(m_box);
    for (Card *card : {m_what, who, m_how, m_boxCard})
        column->addWidget(card);
    buildVerb(content);
    connect(m_identity, &IdentityChooser::changed, this, &SignPage::follow);
    connect(m_choices, &HowToSign::changed, this, &SignPage::follow);
    connect(m_box, &BoxOnPage::changed, this, &SignPage::follow);
    connect(m_choices, &HowToSign::authorityWanted, this, [this] { host().open(QStringLiteral("trust")); });
    forget();
}

Card *SignPage::section(const QString &name, const QString &title)
{
    auto *card = new Card(theme(), name, this);
    QLabel *head = theme().label(title, TypeRole::Title, card);
    head->setObjectName(name + QLatin1String(".title"));
    card->column()->addWidget(head);
    return card;
}

void SignPage::buildVerb(ContentColumn *content)
{
    m_outcome = theme().label({}, TypeRole::Body, content);
    m_outcome->setObjectName(QStringLiteral("sign.outcome"));
    content->column()->addWidget(m_outcome);
    auto *row = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), content);
    cancel->setObjectName(QStringLiteral("sign.cancel"));
    m_verb = new QPushButton(content);
    m_verb->setObjectName(QStringLiteral("sign.verb"));
    setVariant(m_verb, Variant::Primary);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_verb);
    content->column()->addLayout(row);
    content->column()->addStretch(1);
    connect(cancel, &QPushButton::clicked, this, [this] {
        forget();
        host().open(QStringLiteral("documents"));
    });
    connect(m_verb, &QPushButton::clicked, this, &SignPage::sign);
}

void SignPage::enter(const QVariantMap &args)
{
    const QStringList ids = args.value(QStringLiteral("ids")).toStringList();
    const QStringList resume = args.value(QStringLiteral("resume")).toStringList();
    if (ids.isEmpty() && resume.isEmpty())
        return follow(); // as it was left; the authority may have been set meanwhile
    reset();             // the key stays open some minutes after its last use
    m_identity->enter();
    m_scroll->verticalScrollBar()->setValue(0);
    m_resume = resume;
    for (Card *card : {m_how, m_boxCard})
        card->setVisible(resume.isEmpty());
    if (!resume.isEmpty()) {
        m_title->setText(tr("Go on signing"));
        m_waiting->setJobs(session().documents().signing(), resume);
        follow();
        return inspect(m_waiting->documents()); // who signs sees what
    }
    QList<ItemId> documents;
    for (const QString &id : ids)
        documents << ItemId(id);
    inspect(documents);
}

void SignPage::inspect(const QList<ItemId> &ids)
{
    QList<ItemId> documents;
    for (const DocumentRow &row : session().documents().rows(ids)) {
        if (row.type == ItemType::Document)
            documents << row.id;
    }
    m_safe->showWords(documents.isEmpty() ? tr("A folder cannot be signed. Choose documents in Documents.")
                                          : tr("Looking at what you sign…"));
    if (m_resume.isEmpty())
        m_title->setText(tr("Sign %n document(s)", nullptr, int(documents.size())));
    if (documents.isEmpty())
        return follow();
    session().documents().signing().inspect(documents).then(
        this, [this, turn = m_turn](const Result<QList<SafeToSign>> &seen) {
            if (turn != m_turn)
                return;
            if (!seen.ok())
                return host().showError(seen.error());
            m_documents = seen.value();
            m_safe->show(m_documents);
            m_password->forget();
            if (std::any_of(m_documents.begin(), m_documents.end(), isClosed))
                m_password->ask(tr("It is kept with the document in your folder, encrypted like it, so that its signatures can be looked at again."));
            if (!m_identity->identity()) // what is signed is read from its beginning, however long it became
                QTimer::singleShot(0, m_scroll, [this] { m_scroll->verticalScrollBar()->setValue(0); });
            if (m_resume.isEmpty())
                m_box->setDocument(m_documents.first());
            follow();
        });
}

void SignPage::unlock(QList<ItemId> closed, const std::shared_ptr<SecretBytes> &password, bool opened)
{
    if (closed.isEmpty()) {
        if (!opened)
            return m_password->setProblem(tr("It opens none of them."));
        QList<ItemId> all;
        for (const SafeToSign &one : std::as_const(m_documents))
            all << one.document;
        return inspect(all);
    }
    session().documents().verification().setPassword(closed.takeFirst(), password->clone()).then(
        this, [this, closed, password, opened, turn = m_turn](const Outcome &opens) {
            if (turn == m_turn)
                unlock(closed, password, opened || opens.ok());
        });
}

void SignPage::forget()
{
    m_identity->forget();
    reset();
}

void SignPage::reset()
{
    ++m_turn;
    m_documents.clear();
    m_resume.clear();
    m_waiting->clear();
    m_password->forget();
    m_title->setText(tr("Sign"));
    m_safe->showWords(tr("Choose what you want to sign in Documents, and then Sign."));
    m_box->reset();
    m_choices->reset(hasAuthority());
    follow();
}

void SignPage::focusContent()
{
    m_identity->setFocus();
}

bool SignPage::hasAuthority() const
{
    return !session().documents().signing().timestampAuthority().isEmpty();
}

void SignPage::follow()
{
    const SignFormat format = m_choices->format();
    int count = 0, inside = 0;
    for (const SafeToSign &one : std::as_const(m_documents)) {
        count += signable(one, format) ? 1 : 0;
        inside += one.pdf && format == SignFormat::Choose ? 1 : 0;
    }
    const bool authority = hasAuthority();
    const bool damaged = std::any_of(m_documents.begin(), m_documents.end(), isDamaged);
    m_choices->follow(authority, inside > 0, damaged);
    // What stands in a container or beside has no page to show a box on.
    m_boxCard->setVisible(m_resume.isEmpty() && inside > 0);
    const auto identity = m_identity->identity();
    m_waiting->show(identity);
    const bool hidesText = m_boxCard->isVisibleTo(this) && m_box->hidesText();
    m_verb->setEnabled(identity && (m_resume.isEmpty() ? count > 0 && !m_choices->lacks(authority) && !hidesText
                                                       : !m_waiting->fitting(identity).isEmpty()));
    m_box->setLines(identity ? boxLines(identity->certificate.name, m_choices->reason(), m_choices->place())
                             : QStringList());
    m_verb->setText(m_resume.isEmpty() ? tr("Sign %n document(s)", nullptr, count) : tr("Sign what waits"));
    m_outcome->setText(m_resume.isEmpty()
                           ? tr("The original stays byte for byte. A signature binds you as one on paper does.")
                           : tr("What was chosen then is signed with the key you open now, if it is the same."));
}

void SignPage::sign()
{
    const auto identity = m_identity->identity();
    if (!identity)
        return;
    m_identity->used();
    Signing &signing = session().documents().signing();
    if (!m_resume.isEmpty()) {
        signing.resume(m_waiting->fitting(identity), identity->handle).then(this, [this](const Outcome &begun) {
            begun.ok() ? host().open(QStringLiteral("signatures")) : host().showError(begun.error());
        });
        return;
    }
    SignRequest request;
    for (const SafeToSign &one : std::as_const(m_documents)) {
        if (signable(one, m_choices->format()))
            request.documents << one.document;
    }
    request.identity = identity->handle;
    request.certificate = identity->certificate.sha256;
    request.signer = identity->certificate.name;
    request.format = m_choices->format();
    request.level = m_choices->level();
    request.timestampAuthority = signing.timestampAuthority();
    request.reason = m_choices->reason();
    request.place = m_choices->place();
    request.separate = m_choices->separate();
    request.anew = m_choices->anew();
    request.box = m_box->box();
    m_verb->setEnabled(false);
    signing.sign(std::move(request)).then(this, [this](const Result<QStringList> &begun) {
        follow();
        begun.ok() ? host().open(QStringLiteral("signatures")) : host().showError(begun.error());
    });
}

} // namespace carriel::ui
