// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/Section.h"

#include "core/services/Session.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/Card.h"

#include <QLabel>
#include <QVBoxLayout>

namespace carriel::ui::settings {

Section::Section(const PageContext &context, const QString &id, const QString &title, QWidget *parent)
    : ContentColumn(QStringLiteral("settings.") + id, 84, parent), m_context(context), m_id(id), m_title(title)
{
    auto *heading = theme().label(title, TypeRole::Heading, widget());
    heading->setObjectName(QStringLiteral("settings.") + id + QStringLiteral(".title"));
    column()->addWidget(heading);
    column()->addStretch(1);
    alignLeft(); // beside the list of sections, however wide the window is
}

Card *Section::card(const QString &name, const QString &title, const QString &why)
{
    const QString full = QString(QStringLiteral("settings.") + m_id + QLatin1Char('.') + name);
    auto *made = new Card(theme(), full, widget());
    auto *heading = theme().label(title, TypeRole::Strong, made);
    heading->setObjectName(full + QLatin1String(".heading"));
    made->column()->addWidget(heading);
    if (!why.isEmpty())
        made->column()->addWidget(text(why, full + QLatin1String(".why"), made, Role::TextMuted));
    column()->insertWidget(column()->count() - 1, made);
    return made;
}

QLabel *Section::text(const QString &words, const QString &name, QWidget *parent, Role role)
{
    QLabel *label = theme().label(words, TypeRole::Body, parent, role);
    label->setObjectName(name);
    return label;
}

void Section::keep(const QString &key, const QString &value)
{
    session().setSetting(key, value).then(this, [this](Outcome outcome) {
        if (!outcome.ok())
            host().showError(outcome.error());
    });
}

} // namespace carriel::ui::settings
