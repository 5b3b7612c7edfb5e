// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfers/TransferRow.h"

#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/transfers/Speed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace carriel::ui {

TransferRow::TransferRow(const TransferInfo &transfer, int number, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_document(transfer.name), m_leads(number == 0)
{
    const QString name = QStringLiteral("transfers.row%1").arg(number);
    setObjectName(name);
    const QString way = transfer.up ? tr("To your operator") : tr("To this computer");
    auto *icon = new QLabel(this);
    icon->setObjectName(name + QLatin1String(".icon"));
    icon->setPixmap(theme.icon(transfer.up ? QStringLiteral("arrow-up") : QStringLiteral("arrow-down"), Role::Info)
                        .pixmap(QSize(space::icon, space::icon), devicePixelRatioF()));
    icon->setToolTip(way);
    icon->setAccessibleName(way);
    auto *title = theme.label(transfer.name, TypeRole::Body, this);
    title->setObjectName(name + QLatin1String(".name"));
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(name + QLatin1String(".bar"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(space::s);
    m_bar->setAccessibleName(QString(way + QLatin1String(": ") + transfer.name));
    m_fact = theme.label({}, TypeRole::Small, this, Role::TextMuted);
    m_fact->setObjectName(name + QLatin1String(".fact"));
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    words->addWidget(title);
    words->addWidget(m_bar);
    words->addWidget(m_fact);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    m_first = tool("chevrons-up", name + QLatin1String(".first"), tr("Before all others"));
    m_pause = tool("pause", name + QLatin1String(".pause"), tr("Pause"));
    m_cancel = tool("x", name + QLatin1String(".cancel"), tr("Cancel"));
    for (QToolButton *button : {m_first, m_pause, m_cancel})
        line->addWidget(button, 0, Qt::AlignVCenter);
    connect(m_first, &QToolButton::clicked, this, &TransferRow::firstAsked);
    connect(m_cancel, &QToolButton::clicked, this, &TransferRow::cancelAsked);
    connect(m_pause, &QToolButton::clicked, this, [this] { Q_EMIT pauseAsked(!m_paused); });
}

QToolButton *TransferRow::tool(const char *icon, const QString &name, const QString &words)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(m_theme.icon(QString::fromLatin1(icon)));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumSize(space::target, space::target);
    button->setToolTip(words);
    button->setAccessibleName(QString(words + QLatin1String(": ") + m_document));
    return button;
}

void TransferRow::show(const TransferInfo &transfer, double bytesPerSecond, bool allPaused, const QString &waits)
{
    const qint64 secondsLeft = Speed::secondsLeft(bytesPerSecond, transfer.size - transfer.done);
    m_paused = transfer.paused;
    QStringList facts{text::sizeOf(transfer.done, transfer.size)};
    if (transfer.paused || allPaused) {
        facts << tr("paused");
    } else if (!transfer.moving) {
        facts << waits;
    } else {
        if (bytesPerSecond > 0)
            facts << tr("%1 per second").arg(text::size(qint64(bytesPerSecond)));
        if (secondsLeft >= 0)
            facts << tr("%1 left").arg(text::duration(secondsLeft));
    }
    m_fact->setText(facts.join(QStringLiteral(" · ")));
    m_bar->setValue(transfer.size > 0 ? int(transfer.done * 1000 / transfer.size) : 0);
    m_bar->setAccessibleDescription(m_fact->text());
    const QString words = transfer.paused ? tr("Resume") : tr("Pause");
    m_pause->setIcon(m_theme.icon(transfer.paused ? QStringLiteral("play") : QStringLiteral("pause")));
    m_pause->setToolTip(words);
    m_pause->setAccessibleName(QString(words + QLatin1String(": ") + m_document));
    m_pause->setEnabled(!allPaused);
    m_first->setEnabled(!(transfer.moving && m_leads) && !transfer.paused && !allPaused);
}

} // namespace carriel::ui
