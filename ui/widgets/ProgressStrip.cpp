// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ProgressStrip.h"

#include "ui/theme/Space.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace carriel::ui {

ProgressStrip::ProgressStrip(const Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("progressStrip"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::l, space::m, space::l, space::m);
    grid->setHorizontalSpacing(space::l);
    m_title = theme.label({}, TypeRole::Strong, this);
    m_what = theme.label({}, TypeRole::Small, this, Role::TextMuted);
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(QStringLiteral("progressBar"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(space::m);
    m_bar->setAccessibleName(tr("Progress"));
    auto *stop = new QPushButton(tr("Cancel"), this);
    stop->setObjectName(QStringLiteral("progressCancel"));
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_bar, 1, 0);
    grid->addWidget(m_what, 2, 0);
    grid->addWidget(stop, 0, 1, 3, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
    connect(stop, &QPushButton::clicked, this, [this] {
        for (const CancelToken &token : std::as_const(m_tokens))
            token.cancel();
    });
    hide();
}

CancelToken ProgressStrip::begin(const QString &title)
{
    ++m_running;
    m_title->setText(title);
    m_what->clear();
    m_bar->setRange(0, 0);
    CancelToken token;
    m_tokens << token;
    setVisible(true);
    return token;
}

void ProgressStrip::update(const Progress &progress)
{
    m_what->setText(progress.what);
    m_bar->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        m_bar->setValue(int(progress.done * 1000 / progress.total));
}

void ProgressStrip::end()
{
    if (--m_running > 0)
        return;
    m_running = 0;
    m_tokens.clear();
    hide();
}

void ProgressStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::SurfaceRaised));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Role::Divider));
}

} // namespace carriel::ui
