// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/ClosedPdf.h"

#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/forms/PasswordAsk.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace carriel::ui {

ClosedPdf::ClosedPdf(const Theme &theme, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("closedPdf"));
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    auto *block = new QWidget(this);
    block->setMaximumWidth(QFontMetrics(theme.font(TypeRole::Body)).averageCharWidth() * 60);
    across->addStretch(1);
    across->addWidget(block, 100);
    across->addStretch(1);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addStretch(2);
    column->addWidget(theme.label(tr("This PDF opens with its password"), TypeRole::Title, block));
    m_password = new PasswordAsk(theme, QStringLiteral("viewer.password"), block);
    column->addWidget(m_password);
    column->addStretch(3);
    setFocusProxy(m_password);
    connect(m_password, &PasswordAsk::given, this, &ClosedPdf::given);
}

void ClosedPdf::ask()
{
    m_password->ask(tr("It serves to show the document now, and is not kept."));
    if (m_tried)
        m_password->setProblem(tr("This is not the password of this PDF."));
    setFocus();
}

SecretBytes ClosedPdf::take()
{
    m_tried = true;
    return m_password->take();
}

void ClosedPdf::forget()
{
    m_tried = false;
    m_password->forget();
}

} // namespace carriel::ui
