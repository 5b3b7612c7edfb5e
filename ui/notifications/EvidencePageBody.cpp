// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence itself: the verdict, what happened in its order, what was found, what an expert wants.
#include "ui/notifications/EvidencePage.h"
#include "ui/notifications/Parts.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/EntityWords.h"
#include "ui/text/EvidenceAdvice.h"
#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/Card.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace carriel::ui {

namespace {

const QLatin1String handover("http://uri.etsi.org/19522/Event/ContentHandover");

QString exact(const QDateTime &utc) // for experts: to the second, in UTC
{
    return utc.isValid() ? utc.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")) : QString();
}

} // namespace

void EvidencePage::fill(const EvidenceInfo &proof)
{
    delete m_body;
    m_expertParts.clear();
    m_body = new QWidget(m_column->widget());
    m_body->setObjectName(QStringLiteral("evidence.body"));
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_title->setText(proof.title.isEmpty() ? tr("Evidence") : tr("Evidence: %1").arg(text::neutral(proof.title)));
    fillVerdict(column, proof);
    fillFindings(column, proof); // the verdict says that they stand below it
    fillTimeline(column, proof);
    column->addStretch(1);
    m_column->column()->addWidget(m_body);
    m_body->show(); // at once: an empty moment between would be seen
    for (QWidget *part : std::as_const(m_expertParts))
        part->setVisible(m_expert->isChecked());
}

void EvidencePage::fillVerdict(QVBoxLayout *column, const EvidenceInfo &proof)
{
    Card *card = section(theme(), QStringLiteral("evidence.verdict"), text::proofWords(proof.verdict), m_body);
    const bool good = proof.verdict == ProofState::Good, broken = proof.verdict == ProofState::Broken;
    addMark(theme(), card, QStringLiteral("meaning"),
            good     ? "circle-check"
            : broken ? "triangle-alert"
                     : "info",
            good     ? Role::Success
            : broken ? Role::Danger
                     : Role::Info,
            text::proofMeaning(proof));
    // What was received is not what was sent: that stands beside the verdict, which is on the records alone.
    if (!proof.disputed.isEmpty())
        addMark(theme(), card, QStringLiteral("disputed"), "circle-x", Role::Danger, text::disputeWords(proof));
    addFact(theme(), card, QStringLiteral("entity"), tr("Sent by"), text::entityWithNumber(proof.entityName, proof.entityId));
    addFact(theme(), card, QStringLiteral("holder"), tr("To"), text::personWords(proof.holder));
    addFact(theme(), card, QStringLiteral("operator"), tr("Delivered by"), text::neutral(proof.operatorName));
    addFact(theme(), card, QStringLiteral("case"), tr("Case"), text::neutral(proof.caseNumber));
    // That it is what was sealed is said only where nothing speaks against it.
    const bool wrong = std::any_of(proof.findings.begin(), proof.findings.end(), [](const EvidenceFinding &one) {
        return one.weight == ProofState::Broken && one.where == QLatin1String("content");
    });
    addFact(theme(), card, QStringLiteral("content"), tr("Content"),
            !proof.disputed.isEmpty() ? tr("What came is not what was sealed, so nobody could read it.")
            : !proof.content ? tr("It is not inside: only who, when and the digests.")
            : wrong        ? tr("It is inside, and it is not what the entity sealed.")
            : broken       ? tr("It is inside.")
                           : tr("It is inside, and it is what the entity sealed."));
    if (proof.stampedUtc.isValid())
        addFact(theme(), card, QStringLiteral("made"), tr("File made"), text::colombianDateTime(proof.stampedUtc));
    column->addWidget(card);
}

void EvidencePage::fillTimeline(QVBoxLayout *column, const EvidenceInfo &proof)
{
    Card *card = section(theme(), QStringLiteral("evidence.timeline"), tr("What happened"), m_body);
    for (const EvidenceStep &step : proof.steps)
        addStep(card, proof, step);
    if (proof.steps.isEmpty())
        addLine(theme(), card, QStringLiteral("none"), tr("No record could be read."), Role::TextMuted);
    column->addWidget(card);
    if (!proof.certificate)
        return;
    Card *word = section(theme(), QStringLiteral("evidence.certificate"), tr("Certificate of access"), m_body);
    addFact(theme(), word, QStringLiteral("when"), tr("Access"), text::colombianDateTime(proof.certificate->accessedUtc));
    addFact(theme(), word, QStringLiteral("issued"), tr("Certified"), text::colombianDateTime(proof.certificate->issuedUtc));
    addFact(theme(), word, QStringLiteral("says"), tr("The entity says"), text::neutral(proof.certificate->text));
    column->addWidget(word);
}

void EvidencePage::addStep(Card *card, const EvidenceInfo &proof, const EvidenceStep &step)
{
    const QString name = QStringLiteral("step%1").arg(step.seq);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    QLabel *number = theme().label(text::count(step.seq), TypeRole::Strong, card, Role::TextMuted);
    number->setMinimumWidth(space::xl);
    number->setWordWrap(false);
    row->addWidget(number, 0, Qt::AlignTop);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(space::xs);
    const auto line = [&](const QString &part, const QString &words, TypeRole type, Role role) {
        QLabel *label = theme().label(words, type, card, role);
        label->setObjectName(QStringLiteral("evidence.timeline.%1%2").arg(name, part));
        label->setTextFormat(Qt::PlainText);
        lines->addWidget(label);
        return label;
    };
    line(QString(), text::eventWords(step.eventName), TypeRole::Strong, Role::Text);
    QString when = text::dateTimeWithZone(step.happenedUtc);
    if (step.stampedUtc.isValid())
        when = tr("%1, and a time-stamping authority confirmed it").arg(when);
    line(QStringLiteral("When"), when, TypeRole::Body, Role::TextMuted);
    if (!step.by.isEmpty())
        line(QStringLiteral("By"), tr("By %1").arg(text::personWords(step.by)), TypeRole::Body, Role::TextMuted);
    if (!step.reason.isEmpty())
        line(QStringLiteral("Reason"), text::neutral(step.reason), TypeRole::Body, Role::TextMuted);
    // Two clocks saw the opening.
    if (step.eventName == handover && proof.claimedUtc.isValid()) {
        const qint64 drift = qAbs(proof.claimedUtc.secsTo(step.happenedUtc));
        const QString by = proof.receiptIssuer.isEmpty() ? text::neutral(proof.receiptBy)
                                                         : tr("%1 (issued by %2)").arg(text::neutral(proof.receiptBy),
                                                                                       text::neutral(proof.receiptIssuer));
        line(QStringLiteral("Drift"),
             proof.receiptBy.isEmpty() ?
             tr("The computer that opened it signed the receipt at %1 by its own clock: %2 apart from the operator's.")
                 .arg(text::dateTimeWithZone(proof.claimedUtc), text::duration(drift))
             : tr("The receipt was signed with the certificate of %1 at %2, by the clock of the computer that opened it: %3 "
                  "apart from the operator's.")
                 .arg(by, text::dateTimeWithZone(proof.claimedUtc), text::duration(drift)),
             TypeRole::Body, Role::TextMuted);
    }
    QStringList facts{tr("Record: %1").arg(text::neutral(step.id)),
                      tr("Written by: %1").arg(text::neutral(step.issuer)),
                      tr("Event: %1").arg(text::neutral(step.eventName)),
                      tr("Happened: %1").arg(exact(step.happenedUtc)),
                      tr("Recorded: %1").arg(exact(step.ingestedUtc)),
                      tr("The operator's clock: exact to %1 ms").arg(text::count(step.clockErrorMs)),
                      tr("Digest (SHA-256): %1").arg(QString::fromLatin1(step.digest))};
    if (step.stampedUtc.isValid())
        facts << tr("Time stamp: %1").arg(exact(step.stampedUtc));
    if (!step.previous.isEmpty())
        facts << tr("Follows: %1").arg(QString::fromLatin1(step.previous));
    QLabel *expert = line(QStringLiteral("Expert"), facts.join(QLatin1Char('\n')), TypeRole::Small, Role::TextMuted);
    expert->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_expertParts << expert;
    row->addLayout(lines, 1);
    card->column()->addLayout(row);
}

void EvidencePage::fillFindings(QVBoxLayout *column, const EvidenceInfo &proof)
{
    const auto add = [this, &proof](Card *card, const QString &name, const char *icon, Role role, const EvidenceFinding &one) {
        addMark(theme(), card, name, icon, role, text::findingWords(one) + QLatin1Char('.'));
        if (const QString advice = text::findingAdvice(one, proof.verdict); !advice.isEmpty())
            addLine(theme(), card, QString(name + QLatin1String("Advice")), advice, Role::TextMuted);
    };
    QList<EvidenceFinding> grave, notes;
    for (const EvidenceFinding &one : proof.findings)
        (one.weight == ProofState::Good ? notes : grave).append(one);
    if (!grave.isEmpty()) {
        Card *card =
            section(theme(), QStringLiteral("evidence.findings"),
                    proof.verdict == ProofState::Broken ? tr("What does not fit") : tr("What it rests on"), m_body);
        int number = 0;
        for (const EvidenceFinding &one : std::as_const(grave)) {
            const bool broken = one.weight == ProofState::Broken;
            add(card, QStringLiteral("one%1").arg(number++), broken ? "circle-x" : "info",
                broken ? Role::Danger : Role::Info, one);
        }
        column->addWidget(card);
    }
    if (notes.isEmpty())
        return;
    Card *card = section(theme(), QStringLiteral("evidence.notes"), tr("Worth knowing"), m_body);
    int number = 0;
    for (const EvidenceFinding &one : std::as_const(notes))
        add(card, QStringLiteral("one%1").arg(number++), "info", Role::TextMuted, one);
    column->addWidget(card);
}

} // namespace carriel::ui
