// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusLine.h"

#include "ui/text/Format.h"
#include "ui/text/StatusWords.h"
#include "ui/theme/Space.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace carriel::ui {

StatusLine::StatusLine(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("statusLine"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, 2, space::l, 2);
    m_summary = new QToolButton(this);
    m_summary->setObjectName(QStringLiteral("statusSummary"));
    m_summary->setAutoRaise(true);
    m_summary->setFocusPolicy(Qt::StrongFocus);
    m_summary->setToolTip(tr("Open transfers or problems"));
    connect(m_summary, &QToolButton::clicked, this, &StatusLine::clicked);
    row->addWidget(m_summary);
    m_next = theme.label({}, TypeRole::Body, this, Role::TextMuted);
    m_next->setObjectName(QStringLiteral("statusNext"));
    m_next->setWordWrap(false);
    row->addWidget(m_next);
    m_retry = new QToolButton(this);
    m_retry->setObjectName(QStringLiteral("statusRetry"));
    m_retry->setText(tr("Try again now"));
    m_retry->setIcon(theme.icon(QStringLiteral("refresh-cw"), Role::Link));
    m_retry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_retry->setAutoRaise(true);
    m_retry->setFocusPolicy(Qt::StrongFocus);
    connect(m_retry, &QToolButton::clicked, this, &StatusLine::retryAsked);
    row->addWidget(m_retry);
    row->addStretch(1);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &StatusLine::tick);
    m_contact = theme.label({}, TypeRole::Small, this, Role::TextMuted);
    m_contact->setWordWrap(false);
    row->addWidget(m_contact);
    setStatus({});
}

void StatusLine::setNarrow(bool narrow)
{
    m_contact->setVisible(!narrow);
}

void StatusLine::setStatus(const SyncStatus &status)
{
    const auto up = std::count_if(status.transfers.begin(), status.transfers.end(), [](const TransferInfo &t) { return t.up; });
    const auto down = status.transfers.size() - up;
    // Otherwise it waits for the network or for an answer, and is not said to go.
    const bool moving = status.phase == SyncPhase::Syncing && !text::isSilent(status);
    QStringList parts;
    if (up > 0 && moving)
        parts << tr("%n uploading", nullptr, int(up));
    if (down > 0)
        parts << (moving ? tr("%n downloading", nullptr, int(down)) : tr("%n to fetch", nullptr, int(down)));
    if ((up == 0 || !moving) && std::max(int(up), status.pending) > 0)
        parts << tr("%n to send", nullptr, std::max(int(up), status.pending));
    if (status.waiting > 0)
        parts << tr("%n waiting for you", nullptr, status.waiting);
    if (status.conflicts > 0)
        parts << tr("%n with two versions", nullptr, status.conflicts);
    const int errors = std::max(status.failed, int(status.problems.size()) - status.waiting);
    if (errors > 0)
        parts << tr("%n errors", nullptr, errors);
    else if (status.waiting + status.conflicts == 0 && status.phase != SyncPhase::Problem) // what waits for the person is one, too
        parts << tr("no errors");
    if (status.toIndex > 0)
        parts << tr("preparing %n for search", nullptr, status.toIndex);
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_summary->setAccessibleName(tr("Transfers and problems: %1").arg(parts.join(QStringLiteral(", "))));
    m_contact->setText(status.lastContactUtc.isValid()
                           ? tr("Last contact: %1").arg(text::dateTime(status.lastContactUtc))
                           : QString());
    m_status = status;
    tick();
}

// When the next try comes, counted down; and a way not to wait for it.
void StatusLine::tick()
{
    const qint64 seconds =
        m_status.nextTryUtc.isValid() ? QDateTime::currentDateTimeUtc().secsTo(m_status.nextTryUtc) : -1;
    const bool waits = seconds > 0 && m_status.phase != SyncPhase::UpToDate;
    m_next->setText(waits ? tr("next try in %1").arg(text::duration(seconds)) : QString());
    m_next->setVisible(waits);
    m_retry->setVisible(waits || m_status.phase == SyncPhase::Offline);
    waits ? m_second.start() : m_second.stop();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Role::Divider));
}

} // namespace carriel::ui
