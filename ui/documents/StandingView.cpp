// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/StandingView.h"

#include "core/services/DamagedDocuments.h"
#include "core/services/Documents.h"
#include "core/services/Guard.h"
#include "core/services/Session.h"
#include "ui/documents/Acts.h"
#include "ui/models/RowWords.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/Format.h"
#include "ui/text/InsideWords.h"
#include "ui/text/StatusWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

StandingView::StandingView(const PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    const Theme &theme = context.theme;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_icon = new QLabel(this);
    m_state = theme.label({}, TypeRole::Body, this);
    m_state->setObjectName(QStringLiteral("detailsState"));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_state, 1);
    column->addLayout(row);
    m_problem = theme.label({}, TypeRole::Body, this, Role::Danger);
    m_problem->setObjectName(QStringLiteral("detailsProblem"));
    m_next = theme.label({}, TypeRole::Body, this, Role::TextMuted);
    m_next->setObjectName(QStringLiteral("detailsNext"));
    m_remedy = new QPushButton(this);
    m_remedy->setObjectName(QStringLiteral("detailsRemedy"));
    m_giveUp = new QPushButton(tr("Undo this change"), this);
    m_giveUp->setObjectName(QStringLiteral("detailsGiveUp"));
    setVariant(m_giveUp, Variant::Quiet);
    for (QWidget *widget : {static_cast<QWidget *>(m_problem), static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_remedy),
                            static_cast<QWidget *>(m_giveUp)})
        column->addWidget(widget);
    connect(&context.session, &Session::statusChanged, this, [this](const SyncStatus &status) {
        if (!isVisible() || !m_waits)
            return;
        m_nextUtc = status.nextTryUtc;
        tick();
    });
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &StandingView::tick);
    connect(m_remedy, &QPushButton::clicked, this, &StandingView::act);
    connect(m_giveUp, &QPushButton::clicked, this, [this] {
        Problems &problems = m_context.session.documents().problems();
        const QList<ProblemInfo> of = problems.of(m_row.id);
        if (!of.isEmpty())
            problems.giveUp(of.first().id).then(this, [this](const Outcome &outcome) {
                if (!outcome.ok())
                    m_context.host.showError(outcome.error());
            });
    });
}

// Of the connection as a whole the session knows more than the code alone: which operator.
QString StandingView::problemWords(const QString &code) const
{
    const QList<SyncProblem> problems = m_context.session.status().problems;
    for (const SyncProblem &problem : problems) {
        if (problem.error.codeText() == code)
            return text::wordsFor(problem.error).paragraph();
    }
    return text::wordsFor(code).paragraph();
}

std::optional<MissingItem> StandingView::lostContent() const
{
    for (const MissingItem &one : m_context.session.documents().guard().missing()) {
        if (one.item == m_row.id && one.isContent())
            return one;
    }
    return std::nullopt;
}

void StandingView::show(const DocumentDetails &details)
{
    m_row = details.row;
    const bool document = m_row.type == ItemType::Document;
    const bool active = m_row.status != ItemStatus::Trashed;
    m_inside = document || !active ? InsideFolder() : m_context.session.documents().problems().inside(m_row.id);
    const QStringList inside = text::insideLines(m_inside);
    // A folder's own row carries the worst of what lies in it; here both are told, the folder's own first.
    const QList<DocumentRow> listed = document ? QList<DocumentRow>() : m_context.session.documents().rows({m_row.id});
    const StatusMark mark = statusMark(listed.isEmpty() ? m_row.status : listed.first().status);
    m_icon->setPixmap(m_context.theme.icon(mark.icon, mark.role).pixmap(space::icon, space::icon));
    const auto damaged = DamagedDocuments::of(m_context.session.documents()).known(m_row.id);
    // Whatever keeps it from its operator, "it is safe on this computer" is not said of content that is not.
    const bool broken = document && m_row.status == ItemStatus::Error && !m_row.here;
    const bool atRest = m_row.status == ItemStatus::Synced;
    m_lost = document && m_row.status == ItemStatus::MissingOnServer ? lostContent() : std::nullopt;
    const QString own = m_lost && m_lost->here ? tr("Your operator lost or changed the content of this document. The copy on this computer is the only one.")
                        : m_lost               ? tr("Your operator lost the content of this document, and it is nowhere that this computer knows.")
                        : broken               ? tr("Its content on this computer is damaged.")
                        : document || !atRest ? text::longWords(m_row.status)
                                              : tr("All in this folder is at your operator.");
    m_state->setText(inside.isEmpty() ? own : (atRest ? inside : QStringList{own} + inside).join(u' '));
    const QList<ProblemInfo> problems = m_context.session.documents().problems().of(m_row.id);
    const bool stopped = !details.problem.isEmpty() || !problems.isEmpty();
    QString words;
    if (!problems.isEmpty())
        words = QStringList{text::wordsFor(problems.first().error).paragraph(), problems.first().userMessage}.join(QLatin1Char(' '));
    else if (stopped)
        words = QStringList{problemWords(details.problem), details.problemText}.join(QLatin1Char(' '));
    m_problem->setText(words.trimmed());
    m_problem->setVisible(stopped);
    m_nextUtc = problems.isEmpty() ? QDateTime() : problems.first().nextTryUtc;
    const bool waits = m_row.status == ItemStatus::Pending || m_row.status == ItemStatus::Uploading ||
                       m_inside.waiting + m_inside.up > 0;
    m_waits = !m_nextUtc.isValid() && (waits || stopped);
    if (m_waits)
        m_nextUtc = m_context.session.status().nextTryUtc;

    QString remedy;
    if (m_row.status == ItemStatus::Conflict)
        remedy = tr("See both versions");
    else if (m_lost && m_lost->here)
        remedy = tr("Send it again");
    else if (m_row.status == ItemStatus::MissingOnServer)
        remedy = tr("Decide what to do");
    else if (m_inside.twofold > 0)
        remedy = tr("See both versions");
    else if (m_inside.gone + m_inside.stopped > 0)
        remedy = tr("See the problems");
    else if (m_row.status == ItemStatus::OnlineOnly && document)
        remedy = tr("Bring it to this computer");
    else if (damaged)
        remedy = damaged == DamagedDocuments::Finding::AtOperator ? tr("Bring it again from the operator") : tr("Save what can be read…");
    else if (stopped || (waits && m_nextUtc.isValid()))
        remedy = tr("Try again now");
    m_remedy->setText(remedy);
    m_remedy->setVisible(active && !remedy.isEmpty());
    m_giveUp->setVisible(!problems.isEmpty() && problems.first().canGiveUp);
    tick();
}

void StandingView::tick()
{
    const qint64 seconds = m_nextUtc.isValid() ? QDateTime::currentDateTimeUtc().secsTo(m_nextUtc) : -1;
    m_next->setText(seconds > 0 ? tr("The next try is in %1.").arg(text::duration(seconds)) : QString());
    m_next->setVisible(seconds > 0);
    seconds > 0 ? m_second.start() : m_second.stop();
}

void StandingView::act()
{
    if (m_row.status == ItemStatus::Conflict)
        m_context.host.open(QStringLiteral("conflicts"), {{QStringLiteral("item"), m_row.id.text()}});
    else if (m_lost && m_lost->here)
        m_context.session.documents().guard().sendAgain({m_row.id}).then(this, [this](const Outcome &outcome) {
            if (!outcome.ok())
                m_context.host.showError(outcome.error());
        });
    else if (m_row.status == ItemStatus::MissingOnServer)
        m_context.host.open(QStringLiteral("problems"));
    else if (m_inside.twofold > 0)
        m_context.host.open(QStringLiteral("conflicts"));
    else if (m_inside.gone + m_inside.stopped > 0)
        m_context.host.open(QStringLiteral("problems"));
    else if (const auto damaged = DamagedDocuments::of(m_context.session.documents()).known(m_row.id);
             damaged == DamagedDocuments::Finding::Lost)
        m_context.session.readThrough(); // ends at the page that saves what can be read
    else if (damaged || m_row.status == ItemStatus::OnlineOnly)
        acts::whenHere(m_context, m_row, [this] { Q_EMIT fetched(); });
    else
        m_context.session.retryNow();
}

} // namespace carriel::ui
