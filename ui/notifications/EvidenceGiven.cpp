// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence of documents that were given to an entity, or that its system did not take.
#include "core/services/GivenProof.h"
#include "ui/notifications/EvidencePage.h"
#include "ui/notifications/Parts.h"
#include "ui/text/ContributionWords.h"
#include "ui/text/EntityWords.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

void EvidencePage::fillGiven(const GivenProof &given)
{
    m_export->hide();
    m_choose->show();
    m_expert->show();
    m_hint->show();
    m_hint->setText(about(m_path));
    showTrust(given.proof);
    delete m_body;
    m_expertParts.clear();
    m_body = new QWidget(m_column->widget());
    m_body->setObjectName(QStringLiteral("evidence.body"));
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_title->setText(given.proof.title.isEmpty() ? tr("Evidence")
                                                 : tr("Evidence: %1").arg(text::neutral(given.proof.title)));

    const ProofState verdict = given.proof.verdict;
    const bool good = verdict == ProofState::Good, broken = verdict == ProofState::Broken;
    Card *card = section(theme(), QStringLiteral("evidence.verdict"), text::proofWords(verdict), m_body);
    const QString state =
        given.given.state.isEmpty()
            ? tr("Consented to, and the operator has not taken it: it proves who tried, what and when.")
            : text::contributionState(given.given);
    addMark(theme(), card, QStringLiteral("meaning"),
            good     ? "circle-check"
            : broken ? "triangle-alert"
                     : "info",
            good     ? Role::Success
            : broken ? Role::Danger
                     : Role::Info,
            broken ? tr("Something in it was changed or does not fit: do not rely on what it says.") : state);
    if (!good && !broken && given.unansweredUntilUtc.isValid())
        addLine(theme(), card, QStringLiteral("until"), text::unansweredWords(given.unansweredUntilUtc));
    addFact(theme(), card, QStringLiteral("holder"), tr("Given by"), text::personWords(given.proof.holder));
    addFact(theme(), card, QStringLiteral("entity"), tr("To"), text::entityWithNumber(given.proof.entityName, given.proof.entityId));
    addFact(theme(), card, QStringLiteral("number"), tr("Filing number"), text::neutral(given.given.filingNumber));
    if (given.given.submittedUtc.isValid())
        addFact(theme(), card, QStringLiteral("submitted"), tr("Taken by the operator"),
                text::dateTimeWithZone(given.given.submittedUtc));
    if (given.given.deliveredUtc.isValid())
        addFact(theme(), card, QStringLiteral("delivered"), tr("Taken by the entity"),
                text::dateTimeWithZone(given.given.deliveredUtc));
    if (given.given.answeredUtc.isValid())
        addFact(theme(), card, QStringLiteral("answered"), tr("Answered"),
                text::dateTimeWithZone(given.given.answeredUtc));
    column->addWidget(card);

    if (broken)
        fillFindings(column, given.proof);
    if (!given.given.failures.isEmpty()) {
        Card *tries =
            section(theme(), QStringLiteral("evidence.failures"), tr("When it could not be given"), m_body);
        int number = 0;
        for (const FailedAttempt &one : given.given.failures)
            addLine(theme(), tries, QStringLiteral("one%1").arg(number++), text::failedAttempt(one));
        column->addWidget(tries);
    }
    if (!broken)
        fillFindings(column, given.proof);
    column->addStretch(1);
    m_column->column()->addWidget(m_body);
    m_body->show(); // at once: an empty moment between would be seen
    for (QWidget *part : std::as_const(m_expertParts))
        part->setVisible(m_expert->isChecked());
}

} // namespace carriel::ui
