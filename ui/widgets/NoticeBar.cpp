// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/NoticeBar.h"

#include "ui/theme/Space.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace carriel::ui {

namespace {
constexpr int shownFor = 12'000; // ms
}

NoticeBar::NoticeBar(const Theme &theme, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("noticeBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::s, space::s, space::s);
    row->setSpacing(space::m);
    m_icon = new QLabel(this);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_action = new QPushButton(this);
    m_action->setObjectName(QStringLiteral("noticeAction"));
    setVariant(m_action, Variant::Quiet);
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("noticeClose"));
    m_close->setAutoRaise(true);
    m_close->setIcon(theme.icon(QStringLiteral("x")));
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss this message"));
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_time.setSingleShot(true);
    connect(&m_time, &QTimer::timeout, this, &NoticeBar::dismiss);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = std::exchange(m_act, {});
        dismiss();
        if (act)
            act();
    });
    connect(&theme, &Theme::changed, this, &NoticeBar::restyle);
    hide();
}

void NoticeBar::show(Kind kind, const QString &text, const QString &actionText, std::function<void()> action)
{
    m_kind = kind;
    m_text->setText(text);
    m_act = std::move(action);
    m_action->setText(actionText);
    // What the one word means here: "Undo: moved 3 documents to Banco".
    const QString meant = actionText.isEmpty() ? QString() : QString(actionText + QLatin1String(": ") + text);
    m_action->setToolTip(meant);
    m_action->setAccessibleName(meant);
    m_action->setVisible(!actionText.isEmpty());
    restyle();
    setVisible(true);
    if (kind == Kind::Notice)
        m_time.start(shownFor);
    else
        m_time.stop();
    setAccessibleName(text);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoticeBar::dismiss()
{
    m_time.stop();
    m_act = {};
    hide();
}

void NoticeBar::forget()
{
    dismiss();
    m_text->clear();
    m_action->setToolTip({});
    m_action->setAccessibleName({});
    setAccessibleName({});
}

QString NoticeBar::text() const { return m_text->text(); }

void NoticeBar::restyle()
{
    const bool error = m_kind == Kind::Error;
    m_icon->setPixmap(m_theme.icon(error ? QStringLiteral("circle-alert") : QStringLiteral("info"),
                                   error ? Role::Danger : Role::Info).pixmap(space::icon, space::icon));
    update();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool error = m_kind == Kind::Error;
    painter.fillRect(rect(), m_theme.color(error ? Role::DangerSurface : Role::InfoSurface));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(error ? Role::Danger : Role::Info));
}

void NoticeBar::enterEvent(QEnterEvent *) { m_time.stop(); }

void NoticeBar::leaveEvent(QEvent *)
{
    if (m_kind == Kind::Notice && isVisible() && !m_action->hasFocus())
        m_time.start(shownFor);
}

} // namespace carriel::ui
