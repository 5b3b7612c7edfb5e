// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What must have been read before it is opened: who, what, what it means, by when, how to leave it.
#include "core/services/Documents.h"
#include "core/services/Notifications.h"
#include "core/services/Session.h"
#include "ui/keys/IdentityChooser.h"
#include "ui/notifications/NotificationPage.h"
#include "ui/notifications/Parts.h"
#include "ui/notifications/TermView.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/EntityWords.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

void NotificationPage::fill()
{
    delete m_body;
    m_body = new QWidget(m_column->widget());
    m_body->setObjectName(QStringLiteral("notification.body"));
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    const NotificationEntry &entry = m_terms->entry;
    m_title->setText(text::neutral(entry.title));
    m_kind->setText(QStringList{text::kindWords(entry.kind), text::stateWords(entry)}.join(QStringLiteral(" · ")));
    fillSender(column);
    fillMeaning(column);
    fillTerm(column);
    if (entry.canBeOpened())
        fillLater(column);
    column->addStretch(1);
    m_column->column()->insertWidget(0, m_body); // before the buttons, where they stand there too
    m_body->show(); // at once: an empty moment between would be seen
    fillKey();
}

// Outside of the body, which is made anew when something of it moves: a key that is open stays open.
void NotificationPage::fillKey()
{
    const bool asked = m_terms->byCertificate && m_terms->entry.canBeOpened();
    if (asked && !m_key) {
        m_key = section(theme(), QStringLiteral("notification.key"), tr("Your certificate"), m_column->widget());
        addLine(
            theme(), m_key, QStringLiteral("words"),
            tr("This entity asks you to sign the receipt with a certificate in your name. Opening the key here signs "
               "nothing: the receipt is signed when you open the notification."));
        m_chooser = new IdentityChooser(context(), m_key);
        m_key->column()->addWidget(m_chooser);
        connect(m_chooser, &IdentityChooser::changed, this, [this] {
            if (m_terms && !m_opening)
                showVerb();
        });
        m_column->column()->insertWidget(1, m_key);
    }
    if (m_key)
        m_key->setVisible(asked);
    if (asked)
        m_chooser->enter();
}

void NotificationPage::fillSender(QVBoxLayout *column)
{
    const NotificationEntry &entry = m_terms->entry;
    Card *card = section(theme(), QStringLiteral("notification.sender"), tr("Who sent it"), m_body);
    const QString name = text::neutral(m_terms->entityName.isEmpty() ? entry.entityName : m_terms->entityName);
    addFact(theme(), card, QStringLiteral("entity"), tr("Entity"),
            entry.senderKnown() ? text::entityWithNumber(name, entry.entityId)
                                : tr("%1 (only your operator says that it is called “%2”)").arg(text::personWords(entry.entityId), name));
    addFact(theme(), card, QStringLiteral("procedure"), tr("Procedure"), text::neutral(entry.procedureTitle));
    addFact(theme(), card, QStringLiteral("case"), tr("Case"), text::neutral(entry.caseNumber));
    addFact(theme(), card, QStringLiteral("received"), tr("Received"), text::colombianDateTime(entry.receivedUtc));
    if (m_terms->consentUtc.isValid()) // the very one that the seal names
        addFact(theme(), card, QStringLiteral("consent"), tr("Your agreement"),
                tr("You agreed to be notified here on %1").arg(text::colombianDateTime(m_terms->consentUtc)));
    if (entry.proof == ProofState::Broken)
        addMark(
            theme(), card, QStringLiteral("proof"), "triangle-alert", Role::Danger,
            tr("Its proof does not hold, so it is not certain that this entity sent it. It cannot be opened here."));
    else if (entry.proof == ProofState::NotYet)
        addMark(theme(), card, QStringLiteral("proof"), "clock", Role::TextMuted,
                tr("It was not checked yet who signed it."));
    else if (!entry.senderKnown())
        addMark(theme(), card, QStringLiteral("proof"), "circle-help", Role::Warning,
                tr("It is not known yet whether this entity signed it: the list of the entities' keys is not here. It "
                   "cannot be opened before it is."));
    else
        addMark(
            theme(), card, QStringLiteral("proof"), "badge-check", Role::Success,
            tr("This entity signed it: its seal was checked on this computer. %1 delivered it and cannot change it.")
                .arg(m_terms->operatorName.isEmpty() ? tr("Your operator") : text::neutral(m_terms->operatorName)));
    if (entry.sensitive)
        addMark(theme(), card, QStringLiteral("sensitive"), "eye", Role::Warning,
                tr("The entity marked it as sensitive: see to it that nobody reads over your shoulder."));
    auto *bar = new QWidget(card);
    new FlowLayout(bar, space::s);
    addButton(theme(), bar, QStringLiteral("notification.evidence"), "scroll-text", tr("See the evidence so far"), this,
              [this] {
                  host().open(QStringLiteral("evidence"), {{QStringLiteral("id"), m_id}});
              });
    card->column()->addWidget(bar);
    column->addWidget(card);
}

void NotificationPage::fillMeaning(QVBoxLayout *column)
{
    Card *card =
        section(theme(), QStringLiteral("notification.meaning"), tr("What it is and what opening it means"), m_body);
    addLine(theme(), card, QStringLiteral("regime"), text::regimeWords(m_terms->entry.regime));
    if (!m_terms->warning.isEmpty()) {
        addLine(theme(), card, QStringLiteral("saysCaption"), tr("The warning that goes with it, word for word:"),
                Role::TextMuted, TypeRole::Small);
        QLabel *said =
            addLine(theme(), card, QStringLiteral("warning"), m_terms->warning, Role::Text, TypeRole::Strong);
        said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    if (!m_terms->entry.canBeOpened()) // nothing is asked of her any more
        ;
    else if (m_terms->acr == QLatin1String("high") || m_terms->acr == QLatin1String("very-high"))
        addMark(theme(), card, QStringLiteral("login"), "key-round", Role::TextMuted,
                tr("Your browser may ask you to log in once more: the entity wants to be sure that it is you."));
    column->addWidget(card);
}

void NotificationPage::fillTerm(QVBoxLayout *column)
{
    if (!m_terms->ifToday)
        return;
    const TermInfo &term = *m_terms->ifToday;
    const NotificationEntry &entry = m_terms->entry;
    const bool wouldRun = entry.canBeOpened() && m_terms->effectOnAccess;
    const bool closed = !entry.canBeOpened() && !entry.accessedUtc.isValid(); // and made since it was sent
    Card *card = section(theme(), QStringLiteral("notification.term"),
                         !term.legalEffect     ? tr("Terms")
                         : closed              ? tr("Its term may be running")
                         : wouldRun            ? tr("If you open it today")
                         : entry.canBeOpened() ? tr("The term, opened or not")
                                               : tr("The term, by the general rule"),
                         m_body);
    // Before the day, not below it: whoever reads only the first line plans by it.
    if (wouldRun && term.lastDay)
        addMark(theme(), card, QStringLiteral("other"), "triangle-alert", Role::Warning,
                tr("Only the general rule is known while it is sealed. The act itself may give another term, also a shorter "
                   "one; then that one counts."));
    else if (closed)
        addMark(theme(), card, QStringLiteral("other"), "triangle-alert", Role::Danger,
                tr("It counts as made although nobody opened it, and it cannot be opened here any more. Ask the entity for "
                   "the act, and until when you can answer."));
    else if (!entry.canBeOpened() && term.legalEffect)
        addMark(theme(), card, QStringLiteral("other"), "triangle-alert", Role::Warning,
                tr("The act may give less. Read it here to know until when you can answer."));
    card->column()->addWidget(
        new TermView(theme(), QStringLiteral("notification.termView"), term, text::colombianToday(), card,
                     TermView::Of::Usual));
    column->addWidget(card);
}

void NotificationPage::fillLater(QVBoxLayout *column)
{
    Card *card =
        section(theme(), QStringLiteral("notification.laterCard"), tr("If you would rather not open it now"), m_body);
    addLine(theme(), card, QStringLiteral("words"), text::postponing(*m_terms));
    auto *bar = new QWidget(card);
    new FlowLayout(bar, space::s);
    addButton(theme(), bar, QStringLiteral("notification.agreements"), "briefcase", tr("What I agreed to"), this,
              [this] {
                  host().open(QStringLiteral("procedure"), {{QStringLiteral("id"), m_terms->entry.procedureId}});
              });
    card->column()->addWidget(bar);
    column->addWidget(card);
}

} // namespace carriel::ui
