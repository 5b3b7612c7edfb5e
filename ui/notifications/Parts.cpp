// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/Parts.h"

#include "ui/theme/Space.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Card.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

QLabel *addHead(const Theme &theme, const QString &page, QWidget *parent, QVBoxLayout *column,
                std::function<void()> back)
{
    auto *head = new PageHead(theme, page, {}, parent);
    head->addBack(QCoreApplication::translate("NotificationParts", "Back (Esc)"), std::move(back));
    column->addWidget(head);
    return head->title();
}

Card *section(const Theme &theme, const QString &name, const QString &title, QWidget *parent)
{
    auto *card = new Card(theme, name, parent);
    card->column()->setSpacing(space::s);
    QLabel *head = theme.label(title, TypeRole::Title, card);
    head->setObjectName(name + QLatin1String(".title"));
    card->column()->addWidget(head);
    return card;
}

QLabel *addLine(const Theme &theme, Card *card, const QString &name, const QString &words, Role role, TypeRole type)
{
    QLabel *label = theme.label(words, type, card, role);
    label->setObjectName(card->objectName() + QLatin1Char('.') + name);
    label->setTextFormat(Qt::PlainText);
    card->column()->addWidget(label);
    return label;
}

void addFact(const Theme &theme, Card *card, const QString &name, const QString &caption, const QString &words)
{
    if (words.isEmpty())
        return;
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    QLabel *what = theme.label(caption, TypeRole::Body, card, Role::TextMuted);
    what->setObjectName(card->objectName() + QLatin1Char('.') + name + QLatin1String("Caption"));
    QLabel *value = theme.label(words, TypeRole::Body, card);
    value->setObjectName(card->objectName() + QLatin1Char('.') + name);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    what->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    row->addWidget(what, 1);
    row->addWidget(value, 3);
    card->column()->addLayout(row);
}

void addMark(const Theme &theme, Card *card, const QString &name, const char *icon, Role role, const QString &words,
             TypeRole type)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    auto *mark = new QLabel(card);
    mark->setObjectName(card->objectName() + QLatin1Char('.') + name + QLatin1String("Icon"));
    const auto draw = [mark, card, &theme, name = QString::fromLatin1(icon), role] {
        mark->setPixmap(theme.icon(name, role).pixmap(QSize(space::icon, space::icon), card->devicePixelRatioF()));
    };
    draw();
    QObject::connect(&theme, &Theme::changed, mark, draw);
    QLabel *label = theme.label(words, type, card);
    label->setObjectName(card->objectName() + QLatin1Char('.') + name);
    label->setTextFormat(Qt::PlainText);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(label, 1);
    card->column()->addLayout(row);
}

QPushButton *addButton(const Theme &theme, QWidget *bar, const QString &name, const char *icon, const QString &words,
                       QObject *context, std::function<void()> act)
{
    auto *button = new QPushButton(theme.icon(QString::fromLatin1(icon)), words, bar);
    button->setObjectName(name);
    button->setMinimumHeight(space::target);
    QObject::connect(button, &QPushButton::clicked, context, [act = std::move(act)] { act(); });
    bar->layout()->addWidget(button);
    return button;
}

} // namespace carriel::ui
