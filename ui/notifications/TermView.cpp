// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/TermView.h"

#include "ui/text/Format.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/UsualTerm.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace carriel::ui {

TermView::TermView(const Theme &theme, const QString &name, const TermInfo &term, const QDate &today, QWidget *parent, Of of)
    : QWidget(parent), m_theme(theme), m_term(term)
{
    setObjectName(name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    QLabel *line = theme.label(of == Of::Usual ? text::usualTermLine(term, today) : text::termLine(term, today),
                               of == Of::Later ? TypeRole::Body : TypeRole::Strong, this);
    line->setObjectName(name + QLatin1String(".line"));
    column->addWidget(line);
    const auto told = [&term](QLatin1String prefix) {
        return std::find_if(term.steps.begin(), term.steps.end(),
                            [prefix](const TermDay &day) { return day.kind.startsWith(prefix); });
    };
    if (told(QLatin1String("not-in-force")) != term.steps.end()) {
        QLabel *doubt = theme.label(tr("The entity names a version of the rule that was not in force that day; the one in "
                                       "force may give another last day. Ask the entity, and answer by the earlier one."),
                                    TypeRole::Body, this, Role::Warning);
        doubt->setObjectName(name + QLatin1String(".doubt"));
        column->addWidget(doubt);
    }
    if (const auto own = told(QLatin1String("granted")); own != term.steps.end()) {
        QLabel *granted = theme.label(text::termDayWords(*own) + QLatin1Char('.'), TypeRole::Body, this);
        granted->setObjectName(name + QLatin1String(".granted"));
        column->addWidget(granted);
    }
    if (const QString purpose = text::termForWords(term.purpose); term.legalEffect && !purpose.isEmpty()) {
        QLabel *label = theme.label(purpose, TypeRole::Body, this);
        label->setObjectName(name + QLatin1String(".for"));
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    if (const auto unsaid = told(QLatin1String("days-unsaid")); unsaid != term.steps.end()) {
        QLabel *doubt = theme.label(text::termDayWords(*unsaid) + QLatin1Char('.'), TypeRole::Body, this, Role::TextMuted);
        doubt->setObjectName(name + QLatin1String(".unsaid"));
        column->addWidget(doubt);
    }
    if (term.legalEffect) {
        QLabel *note =
            theme.label(tr("Informative: this program counts it with the rules and holidays of Colombia. The date that "
                           "holds is the one that the entity certifies. Rule: %1.")
                            .arg(text::neutral(term.source)),
                        TypeRole::Small, this, Role::TextMuted);
        note->setObjectName(name + QLatin1String(".note"));
        column->addWidget(note);
    }
    m_how = new QToolButton(this);
    m_how->setObjectName(name + QLatin1String(".how"));
    m_how->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_how->setAutoRaise(true);
    m_how->setCheckable(true);
    m_how->setFocusPolicy(Qt::StrongFocus);
    m_how->setMinimumHeight(space::target);
    m_how->setText(tr("How it is counted, day by day"));
    m_how->setVisible(!term.steps.isEmpty());
    column->addWidget(m_how, 0, Qt::AlignLeft);
    m_steps = new QWidget(this);
    m_steps->setObjectName(name + QLatin1String(".steps"));
    auto *grid = new QGridLayout(m_steps);
    grid->setContentsMargins(space::xl, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::xs);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const TermDay &day : term.steps) {
        const bool matters = day.kind == QLatin1String("last") || day.kind == QLatin1String("made") ||
                             day.kind.startsWith(QLatin1String("begins")) ||
                             day.kind.startsWith(QLatin1String("granted")) ||
                             day.kind == QLatin1String("extended") || day.kind == QLatin1String("accessed");
        const bool skipped = day.kind == QLatin1String("weekend") || day.kind == QLatin1String("holiday");
        const Role role = skipped ? Role::TextMuted : Role::Text;
        const TypeRole type = matters ? TypeRole::Strong : TypeRole::Body;
        QLabel *date =
            theme.label(QStringLiteral("%1 %2").arg(QLocale().dayName(day.date.dayOfWeek(), QLocale::ShortFormat),
                                                    text::date(day.date)),
                        type, m_steps, role);
        date->setWordWrap(false);
        QLabel *words = theme.label(of == Of::Usual ? text::usualDayWords(day) : text::termDayWords(day), type, m_steps, role);
        grid->addWidget(date, row, 0, Qt::AlignTop);
        grid->addWidget(words, row++, 1);
    }
    column->addWidget(m_steps);
    connect(m_how, &QToolButton::toggled, this, &TermView::fold);
    fold(false);
}

void TermView::fold(bool open)
{
    m_how->setIcon(m_theme.icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    m_steps->setVisible(open);
}

} // namespace carriel::ui
