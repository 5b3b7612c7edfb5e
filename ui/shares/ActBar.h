// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with what a card shows: buttons in lines, each named after its card. Thread: GUI.
#pragma once

#include "ui/theme/Space.h"
#include "ui/widgets/FlowLayout.h"

#include <QPushButton>

namespace carriel::ui {

class ActBar final : public QWidget
{
public:
    explicit ActBar(QWidget *card) : QWidget(card), m_card(card), m_flow(new FlowLayout(this, space::s)) {}

    // `page` lives longer than the bar, which a work may take away.
    template <typename Work> QPushButton *add(const char *name, const QString &words, QObject *page, Work work)
    {
        auto *push = new QPushButton(words, this);
        push->setObjectName(m_card->objectName() + QLatin1Char('.') + QLatin1String(name));
        m_flow->addWidget(push);
        connect(push, &QPushButton::clicked, page, work);
        return push;
    }

private:
    QWidget *m_card;
    FlowLayout *m_flow;
};

} // namespace carriel::ui
