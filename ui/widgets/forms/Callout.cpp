// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forms/Callout.h"

#include "core/base/BaseErrors.h"
#include "ui/text/ErrorWords.h"
#include "ui/theme/Space.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {
namespace {

struct Look {
    const char *icon;
    Role front;
    Role back;
};

Look lookOf(Callout::Kind kind)
{
    switch (kind) {
    case Callout::Kind::Info: return {"info", Role::Info, Role::InfoSurface};
    case Callout::Kind::Success: return {"circle-check", Role::Success, Role::SuccessSurface};
    case Callout::Kind::Warning: return {"triangle-alert", Role::Warning, Role::WarningSurface};
    case Callout::Kind::Danger: return {"circle-alert", Role::Danger, Role::DangerSurface};
    }
    return {"info", Role::Info, Role::InfoSurface};
}

} // namespace

Callout::Callout(const Theme &theme, const QString &name, QWidget *parent) : QFrame(parent), m_theme(theme)
{
    setObjectName(name);
    m_icon = new QLabel(this);
    m_icon->setObjectName(name + QLatin1String(".icon"));
    m_title = theme.label({}, TypeRole::Strong, this);
    m_title->setObjectName(name + QLatin1String(".title"));
    m_title->setWordWrap(true);
    m_text = theme.label({}, TypeRole::Body, this);
    m_text->setObjectName(name + QLatin1String(".text"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action = new QPushButton(this);
    m_action->setObjectName(name + QLatin1String(".action"));
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &Callout::action);

    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addWidget(m_action, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::m, space::l, space::m);
    row->setSpacing(space::m);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    connect(&theme, &Theme::changed, this, &Callout::restyle);
    hide();
}

void Callout::say(Kind kind, const QString &title, const QString &text)
{
    m_kind = kind;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(QString(title + QLatin1Char(' ') + text).trimmed());
    restyle();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Callout::say(const Error &error)
{
    const text::Words words = text::wordsFor(error);
    const bool cancelled = error.code == errors::cancelled;
    say(cancelled ? Kind::Info : Kind::Danger, words.title,
        cancelled ? words.remedy : QString(words.meaning + QLatin1Char(' ') + words.remedy).trimmed());
    setToolTip(error.codeText());
}

void Callout::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Callout::clear()
{
    m_title->clear();
    m_text->clear();
    setAction({});
    setToolTip({});
    hide();
}

QString Callout::title() const
{
    return m_title->text();
}

void Callout::paintEvent(QPaintEvent *)
{
    const Look look = lookOf(m_kind);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(look.front), 1));
    painter.setBrush(m_theme.color(look.back));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::radius, space::radius);
}

void Callout::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        restyle();
    QFrame::changeEvent(event);
}

void Callout::restyle()
{
    const Look look = lookOf(m_kind);
    m_icon->setPixmap(m_theme.icon(QString::fromLatin1(look.icon), look.front).pixmap(QSize(space::icon, space::icon), devicePixelRatioF()));
    update();
}

} // namespace carriel::ui
