// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/onboarding/Step.h"

#include "ui/theme/Space.h"
#include "ui/widgets/forms/Callout.h"

#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace carriel::ui::onboarding {

Step::Step(Flow &flow, const Theme &theme, const QString &name, const QString &title, const QString &intro,
           QWidget *parent)
    : QWidget(parent), m_flow(flow), m_theme(theme), m_title(title)
{
    setObjectName(name);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::l);
    m_heading = theme.label(title, TypeRole::Heading, this);
    m_heading->setObjectName(name + QLatin1String(".title"));
    m_heading->setWordWrap(true);
    m_column->addWidget(m_heading);
    if (!intro.isEmpty())
        m_column->addWidget(m_intro = paragraph(intro, QStringLiteral("intro")));
    m_problem = new Callout(theme, name + QLatin1String(".problem"), this);
}

void Step::setHeading(const QString &title, const QString &intro)
{
    m_title = title;
    m_heading->setText(title);
    if (m_intro)
        m_intro->setText(intro);
    Q_EMIT changed();
}

bool Step::focusFirst()
{
    const QList<QWidget *> inside = findChildren<QWidget *>();
    for (QWidget *widget : inside) {
        const auto *radio = qobject_cast<QRadioButton *>(widget);
        if (widget->isVisibleTo(this) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
            !widget->focusProxy() && (!radio || radio->isChecked())) {
            widget->setFocus();
            return true;
        }
    }
    return false;
}

void Step::setBusy(bool busy)
{
    m_busy = busy;
    if (busy)
        m_problem->clear();
    Q_EMIT changed();
}

Error Step::atTheBeginning(Error error) const
{
    if (m_flow.session.vaultState() == VaultState::None)
        error.params.insert(QStringLiteral("beginning"), true);
    return error;
}

void Step::fail(const Error &error)
{
    setBusy(false);
    m_problem->say(error);
}

QLabel *Step::paragraph(const QString &text, const QString &name, Role role)
{
    QLabel *label = m_theme.label(text, TypeRole::Body, this, role);
    label->setObjectName(objectName() + QLatin1Char('.') + name);
    label->setWordWrap(true);
    return label;
}

} // namespace carriel::ui::onboarding
