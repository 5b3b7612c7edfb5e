// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Breadcrumb.h"

#include "ui/theme/Space.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace carriel::ui {

Breadcrumb::Breadcrumb(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("breadcrumb"));
    setAccessibleName(tr("Where you are"));
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::xs);
}

void Breadcrumb::setPath(const QList<Part> &parts)
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const Part &part = parts.at(i);
        if (i > 0) {
            auto *arrow = new QLabel(this);
            arrow->setPixmap(m_theme.icon(QStringLiteral("chevron-right"), Role::TextMuted).pixmap(16, 16));
            m_row->addWidget(arrow);
        }
        if (i + 1 == parts.size()) {
            auto *here = m_theme.label(part.name, TypeRole::Heading, this);
            here->setObjectName(QStringLiteral("currentFolder"));
            here->setWordWrap(false);
            here->setMinimumWidth(40);
            m_row->addWidget(here, 1);
            break;
        }
        auto *button = new QPushButton(part.name, this);
        button->setObjectName(QStringLiteral("crumb.") + part.id.text());
        button->setProperty("folder", part.id.text());
        button->setAcceptDrops(true);
        button->installEventFilter(this);
        setVariant(button, Variant::Quiet);
        connect(button, &QPushButton::clicked, this, [this, id = part.id] { Q_EMIT chosen(id); });
        m_row->addWidget(button);
    }
}

bool Breadcrumb::eventFilter(QObject *object, QEvent *event)
{
    const auto folder = [object] { return ItemId(object->property("folder").toString()); };
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto *over = static_cast<QDropEvent *>(event);
        over->setAccepted(canDrop && canDrop(over->mimeData(), folder()));
        return true;
    }
    if (event->type() == QEvent::Drop && drop) {
        auto *dropped = static_cast<QDropEvent *>(event);
        dropped->acceptProposedAction();
        drop(dropped->mimeData(), folder());
        return true;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace carriel::ui
