// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/LastSteps.h"

#include "core/base/BaseErrors.h"
#include "core/services/ServiceErrors.h"
#include "ui/text/ErrorWords.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/Card.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTextEdit>
#include <QVBoxLayout>

namespace carriel::ui::onboarding {
namespace {

// The operator's text may name a picture; nothing is loaded for it, neither from the network nor from this computer.
class TermsText final : public QTextEdit
{
public:
    using QTextEdit::QTextEdit;
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

// ---- who the person is

LoginStep::LoginStep(Flow &flow, const Theme &theme, QWidget *parent)
    : Step(flow, theme, QStringLiteral("onboarding.login"), tr("Log in at your operator"),
           tr("Your web browser opens the page on which you say who you are. This program never sees your password. When you are "
              "done, come back here."),
           parent)
{
    m_computer = new QWidget(this);
    m_computer->setObjectName(QStringLiteral("onboarding.computer"));
    auto *nameLabel = theme.label(tr("Name of this computer, so that you know it in the list of your computers"), TypeRole::Body, m_computer);
    nameLabel->setObjectName(QStringLiteral("onboarding.computerLabel"));
    m_name = new QLineEdit(Session::defaultComputerName(), m_computer);
    m_name->setObjectName(QStringLiteral("onboarding.computerName"));
    m_name->setMinimumHeight(space::target);
    m_name->setMaxLength(100);
    m_name->setAccessibleName(nameLabel->text());
    nameLabel->setBuddy(m_name);
    auto *nameColumn = new QVBoxLayout(m_computer);
    nameColumn->setContentsMargins(0, 0, 0, 0); // in line with every other step
    nameColumn->setSpacing(space::xs);
    nameColumn->addWidget(nameLabel);
    nameColumn->addWidget(m_name);
    column()->addWidget(m_computer);
    m_wait = new Card(theme, QStringLiteral("onboarding.waiting"), this);
    auto *title = theme.label(tr("Waiting for you in the browser…"), TypeRole::Strong, m_wait);
    title->setObjectName(QStringLiteral("onboarding.waitingTitle"));
    title->setWordWrap(true);
    auto *bar = new QProgressBar(m_wait);
    bar->setObjectName(QStringLiteral("onboarding.waitingBar"));
    bar->setAccessibleName(tr("Waiting for the login"));
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setMaximumHeight(space::s);
    m_again = new QPushButton(tr("Open the page again"), m_wait);
    m_again->setObjectName(QStringLiteral("onboarding.loginAgain"));
    m_cancel = new QPushButton(tr("Cancel"), m_wait);
    m_cancel->setObjectName(QStringLiteral("onboarding.loginCancel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_again);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    m_wait->column()->addWidget(title);
    m_wait->column()->addWidget(bar);
    m_wait->column()->addLayout(buttons);
    m_wait->hide();
    column()->addWidget(m_wait);
    column()->addWidget(problem());
    connect(m_cancel, &QPushButton::clicked, this, [this] { this->flow().session.cancelLogin(); });
    connect(m_again, &QPushButton::clicked, this, [this] {
        ++m_attempt; // the cancelled answer must not stop the new one
        this->flow().session.cancelLogin();
        login();
    });
}

QString LoginStep::verb() const
{
    return tr("Open the browser");
}

QString LoginStep::skipVerb() const
{
    return flow().journey == Journey::First && !busy() ? tr("Later") : QString();
}

void LoginStep::skip()
{
    flow().needsTerms = false;
    if (flow().session.account().connected) {
        Q_EMIT advance();
        return;
    }
    setBusy(true);
    flow().session.connectOperator(flow().url, flow().caFile).then(this, [this](Outcome connected) {
        if (!connected.ok())
            return fail(connected.error());
        setBusy(false);
        Q_EMIT advance();
    });
}

void LoginStep::begin()
{
    const Account account = flow().session.account();
    m_computer->setVisible(account.deviceName.isEmpty() || account.removed);
    if (flow().session.account().loggedIn && flow().journey != Journey::Login)
        Q_EMIT advance();
}

void LoginStep::waiting(bool on)
{
    m_wait->setVisible(on);
    m_name->setEnabled(!on);
    setBusy(on);
}

void LoginStep::commit()
{
    if (flow().session.account().connected)
        return login();
    waiting(true);
    flow().session.connectOperator(flow().url, flow().caFile).then(this, [this](Outcome connected) {
        if (connected.ok())
            return login();
        waiting(false);
        fail(connected.error());
    });
}

void LoginStep::login()
{
    waiting(true);
    const int attempt = ++m_attempt;
    flow().session.login(m_name->text()).then(this, [this, attempt](Outcome outcome) {
        if (attempt != m_attempt)
            return;
        waiting(false);
        flow().needsTerms = !outcome.ok() && outcome.error().code == errors::noFolderYet;
        if (outcome.ok() || flow().needsTerms)
            Q_EMIT advance();
        else
            fail(outcome.error());
    });
}

// ---- the operator's terms

TermsStep::TermsStep(Flow &flow, const Theme &theme, QWidget *parent)
    : Step(flow, theme, QStringLiteral("onboarding.terms"), tr("Open your folder at the operator"),
           tr("It is free and voluntary, and each person has one folder. Before that, read what you accept."), parent)
{
    auto *plain = new Card(theme, QStringLiteral("onboarding.plain"), this);
    auto *plainTitle = theme.label(tr("In plain words"), TypeRole::Strong, plain);
    plainTitle->setObjectName(QStringLiteral("onboarding.plainTitle"));
    plain->column()->setSpacing(space::s);
    plain->column()->addWidget(plainTitle);
    const QStringList points{
        tr("The operator keeps your documents and receives what entities send you."),
        tr("Your documents are yours. You decide what you share, with whom and what for."),
        tr("You may leave when you like and take everything with you."),
        tr("Your acceptance is signed with this computer's key and kept with the text, so that both can be proven."),
        tr("This is a help for reading. What holds is the full text below.")};
    int number = 0;
    for (const QString &point : points) {
        auto *label = theme.label(QString(QStringLiteral("•  ") + point), TypeRole::Body, plain);
        label->setObjectName(QStringLiteral("onboarding.point%1").arg(number++));
        label->setWordWrap(true);
        plain->column()->addWidget(label);
    }
    auto *label = paragraph(tr("Full text"), QStringLiteral("textLabel"));
    m_text = new TermsText(this);
    m_text->setObjectName(QStringLiteral("onboarding.termsText"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(180);
    m_text->setAccessibleName(tr("Full text of the terms"));
    label->setBuddy(m_text);
    m_digest = theme.label({}, TypeRole::Small, this, Role::TextMuted);
    m_digest->setObjectName(QStringLiteral("onboarding.termsDigest"));
    m_digest->setWordWrap(true);
    m_digest->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_accept = new QCheckBox(tr("I have read the terms and accept them"), this);
    m_accept->setObjectName(QStringLiteral("onboarding.accept"));
    column()->addWidget(plain);
    column()->addWidget(label);
    column()->addWidget(m_text);
    column()->addWidget(m_digest);
    column()->addWidget(m_accept);
    column()->addWidget(problem());
    connect(m_accept, &QCheckBox::toggled, this, &Step::changed);
    connect(problem(), &Callout::action, this, &TermsStep::fetch);
}

QString TermsStep::verb() const
{
    return tr("Accept and open my folder");
}

QString TermsStep::skipVerb() const
{
    return busy() ? QString() : tr("Not now");
}

bool TermsStep::ready() const
{
    return !busy() && m_terms && m_accept->isChecked();
}

void TermsStep::begin()
{
    fetch();
}

void TermsStep::fetch()
{
    m_terms.reset();
    m_text->clear();
    m_digest->clear();
    m_accept->setChecked(false);
    setBusy(true);
    flow().session.terms().then(this, [this](Result<Terms> terms) {
        if (!terms.ok()) {
            fail(terms.error());
            problem()->setAction(tr("Try again"));
            return;
        }
        m_terms = terms.value();
        // Marked-up text at most, never HTML; the digest is of the text as it came.
        m_text->document()->setMarkdown(
            m_terms->text, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML) | QTextDocument::MarkdownDialectCommonMark);
        // In groups of four, so that it can be compared by eye.
        const QByteArray hex = m_terms->sha256.toHex();
        QString groups;
        for (qsizetype i = 0; i < hex.size(); i += 8)
            groups += QLatin1String(hex.mid(i, 8)) + QLatin1Char(' ');
        m_digest->setText(tr("Version %1. Digest (SHA-256): %2").arg(m_terms->version, groups.trimmed()));
        setBusy(false);
    });
}

void TermsStep::commit()
{
    setBusy(true);
    flow().session.enrol(*m_terms).then(this, [this](Outcome outcome) {
        if (outcome.ok()) {
            setBusy(false);
            Q_EMIT advance();
            return;
        }
        fail(outcome.error());
        if (outcome.error().code == errors::termsChanged) {
            problem()->setAction(tr("Read them again"));
            m_accept->setChecked(false);
        }
    });
}

} // namespace carriel::ui::onboarding
