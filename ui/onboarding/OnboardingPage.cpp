// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/OnboardingPage.h"

#include "core/services/Profiles.h"
#include "ui/onboarding/FirstSteps.h"
#include "ui/onboarding/LastSteps.h"
#include "ui/shell/PageRegistry.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Centred.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace carriel::ui::onboarding {

OnboardingPage::OnboardingPage(const PageContext &context, Journey journey, const Proposal &proposal, QWidget *parent)
    : Page(context, parent), m_flow{context.session, journey,      true, proposal.operatorUrl,
                                    proposal.caFile, std::nullopt, {},   false},
      m_proposal(proposal)
{
    m_content = new ContentColumn(QStringLiteral("onboarding.content"), 76, this);
    centre(*m_content);
    m_where = theme().label({}, TypeRole::Small, this, Role::TextMuted);
    m_where->setObjectName(QStringLiteral("onboarding.where"));
    m_content->column()->setContentsMargins(0, space::xxl, 0, 0);
    m_content->column()->addWidget(m_where);

    m_back = new QPushButton(tr("Back"), this);
    m_back->setObjectName(QStringLiteral("onboarding.back"));
    setVariant(m_back, Variant::Quiet);
    m_skip = new QPushButton(this);
    m_skip->setObjectName(QStringLiteral("onboarding.skip"));
    setVariant(m_skip, Variant::Quiet);
    m_next = new QPushButton(this);
    m_next->setObjectName(QStringLiteral("onboarding.next"));
    setVariant(m_next, Variant::Primary);
    m_next->setDefault(true);
    m_foot = new QWidget(this);
    m_foot->setObjectName(QStringLiteral("onboarding.foot"));
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(0, space::s, 0, space::l);
    foot->setSpacing(space::s);
    foot->addWidget(m_back);
    foot->addStretch(1);
    foot->addWidget(m_skip);
    foot->addWidget(m_next);
    m_content->column()->addWidget(m_foot); // under what is asked, not at the far end of a tall window
    m_verify = new QPushButton(tr("I only want to check a file of evidence…"), this);
    m_verify->setObjectName(QStringLiteral("onboarding.verify"));
    setVariant(m_verify, Variant::Quiet);
    m_content->column()->addWidget(m_verify, 0, Qt::AlignLeft);
    m_content->column()->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_content, 1);

    connect(m_verify, &QPushButton::clicked, this, [this] { host().open(QStringLiteral("verify-evidence")); });
    connect(m_back, &QPushButton::clicked, this, &OnboardingPage::back);
    connect(m_skip, &QPushButton::clicked, this, [this] {
        if (m_current == StepId::Start)
            host().open(QStringLiteral("profiles"));
        else if (m_current == StepId::Operator)
            go(StepId::Documents);
        else
            m_steps.value(m_current)->skip();
    });
    connect(m_next, &QPushButton::clicked, this, [this] { m_steps.value(m_current)->commit(); });
    go(m_flow.steps().first());
}

OnboardingPage::~OnboardingPage() = default;

void OnboardingPage::enter(const QVariantMap &)
{
    // Each time from the beginning, but nothing that exists is made twice.
    if (m_flow.journey != Journey::First)
        go(m_flow.steps().first());
    focusContent();
}

void OnboardingPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        Page::keyPressEvent(event);
        return;
    }
    // As in a dialog: Return presses the button one stands on, and from a field the main one.
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (!button || button->isCheckable())
        button = m_next;
    if (button->isEnabled())
        button->click();
}

void OnboardingPage::forget()
{
    if (Step *step = m_steps.take(StepId::Recovery))
        delete step;
    m_flow.recoveryCode.fill(QLatin1Char(' '));
    m_flow.recoveryCode.clear();
}

void OnboardingPage::focusContent()
{
    if (!m_steps.value(m_current)->focusFirst())
        m_next->isEnabled() ? m_next->setFocus() : m_back->setFocus();
}

Step *OnboardingPage::make(StepId id)
{
    switch (id) {
    case StepId::Start:
        return new StartStep(m_flow, theme(), m_content->widget());
    case StepId::Operator:
        return new OperatorStep(m_flow, theme(), m_content->widget());
    case StepId::Unlock:
        return new UnlockStep(m_flow, theme(), m_content->widget());
    case StepId::Recovery:
        return new RecoveryStep(m_flow, theme(), m_content->widget());
    case StepId::Login:
        return new LoginStep(m_flow, theme(), m_content->widget());
    case StepId::Terms:
        return new TermsStep(m_flow, theme(), m_content->widget());
    case StepId::Documents:
        return new DocumentsStep(m_flow, theme(), m_content->widget());
    }
    return nullptr;
}

void OnboardingPage::go(StepId id)
{
    if (Step *before = m_steps.value(m_current))
        before->hide();
    m_current = id;
    Step *step = m_steps.value(id);
    if (!step) {
        step = make(id);
        m_steps.insert(id, step);
        m_content->column()->insertWidget(1, step);
        connect(step, &Step::changed, this, &OnboardingPage::refresh);
        connect(step, &Step::advance, this, [this, id] {
            if (m_current == id)
                next();
        });
        // Tab goes down the page: through the step, then to the buttons under it.
        const QList<QWidget *> inside = step->findChildren<QWidget *>();
        for (QWidget *widget : inside) {
            if (widget->focusPolicy() & Qt::TabFocus)
                setTabOrder(widget, m_back);
        }
        setTabOrder(m_back, m_skip);
        setTabOrder(m_skip, m_next);
        setTabOrder(m_next, m_verify);
    }
    step->show();
    m_content->verticalScrollBar()->setValue(0);
    refresh();
    focusContent();
    step->begin();
}

int OnboardingPage::position() const
{
    return int(m_flow.steps().indexOf(m_current));
}

// How many there are depends on the first choice. The terms, which only who has no folder yet is asked for, are part of logging
// in: whether they come is known too late to count them.
QString OnboardingPage::whereWords() const
{
    QList<StepId> steps = m_flow.steps();
    steps.removeOne(StepId::Start);
    steps.removeOne(StepId::Terms);
    const auto at = steps.indexOf(m_current == StepId::Terms ? StepId::Login : m_current);
    return at < 0 || steps.size() < 2 ? QString() : tr("Step %1 of %2").arg(at + 1).arg(steps.size());
}

void OnboardingPage::next()
{
    const QList<StepId> steps = m_flow.steps();
    const Account account = session().account();
    if (m_current == StepId::Login && m_flow.journey != Journey::First && account.loggedIn)
        host().say(tr("You are logged in as %1 (%2).").arg(account.holderName, account.holder.display()));
    int at = position() + 1;
    if (at < steps.size() && steps.at(at) == StepId::Terms && !m_flow.needsTerms)
        ++at;
    if (at < steps.size())
        go(steps.at(at));
    else
        Q_EMIT done();
}

void OnboardingPage::back()
{
    if (position() > 0)
        go(m_flow.steps().at(position() - 1));
    else
        Q_EMIT done(); // connecting and logging in can be left alone
}

void OnboardingPage::refresh()
{
    Step *step = m_steps.value(m_current);
    if (!step)
        return;
    const QString name = Profiles::nameOf(session().dir()); // one of several, and which
    const bool begins = m_current == StepId::Start && !name.isEmpty();
    m_where->setText(begins ? tr("Folder: %1").arg(name) : whereWords());
    m_where->setVisible(!m_where->text().isEmpty());
    m_next->setText(step->verb());
    m_next->setEnabled(step->ready());
    // Who made a folder by mistake, or has others, gets back to them from the first step.
    const bool others = m_current == StepId::Start && m_proposal.others && m_proposal.others(session().dir());
    const QString skip = others ? tr("My folders…") : step->skipVerb();
    m_skip->setText(skip);
    m_skip->setVisible(!skip.isEmpty());
    const bool leaves = position() == 0 && m_flow.journey != Journey::First;
    m_back->setText(leaves ? tr("Not now") : tr("Back"));
    m_back->setVisible((leaves || position() > 0) && step->canGoBack());
    m_back->setEnabled(!step->busy());
    m_verify->setVisible(m_current == StepId::Start); // whoever came for that alone makes no folder for it
}

void addPages(PageRegistry &registry, const Proposal &proposal)
{
    const auto page = [&](const char *id, const char *title, Journey journey) {
        PageInfo info;
        info.id = QLatin1String(id);
        info.place = PagePlace::Gate;
        info.title = title;
        info.make = [journey, proposal](const PageContext &context, QWidget *parent) -> Page * {
            return new OnboardingPage(context, journey, proposal, parent);
        };
        registry.add(info);
    };
    page("onboarding", QT_TRANSLATE_NOOP("Pages", "Welcome"), Journey::First);
    page("connect", QT_TRANSLATE_NOOP("Pages", "Connect an operator"), Journey::Connect);
    page("login", QT_TRANSLATE_NOOP("Pages", "Log in"), Journey::Login);
}

} // namespace carriel::ui::onboarding
