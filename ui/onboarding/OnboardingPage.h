// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The way in, one step after another in one page. The same page connects an operator later and logs in again.
// Ids: "onboarding", "connect", "login": gates that end with done().
#pragma once

#include "ui/onboarding/Step.h"
#include "ui/shell/Page.h"

#include <QHash>

class QLabel;
class QPushButton;

namespace carriel::ui {
class ContentColumn;
class PageRegistry;
} // namespace carriel::ui

namespace carriel::ui::onboarding {

class OnboardingPage final : public Page
{
    Q_OBJECT
public:
    OnboardingPage(const PageContext &context, Journey journey, const Proposal &proposal, QWidget *parent = nullptr);
    ~OnboardingPage() override;

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;
    StepId current() const { return m_current; }
    void go(StepId id); // makes the step if it is not there yet

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Step *make(StepId id);
    void next();
    void back();
    void refresh();
    int position() const;
    QString whereWords() const;

    Flow m_flow;
    Proposal m_proposal;
    StepId m_current = StepId::Start;
    QHash<StepId, Step *> m_steps;
    ContentColumn *m_content;
    QLabel *m_where;
    QWidget *m_foot;
    QPushButton *m_back;
    QPushButton *m_skip;
    QPushButton *m_next;
    QPushButton *m_verify;
};

void addPages(PageRegistry &registry, const Proposal &proposal);

} // namespace carriel::ui::onboarding
