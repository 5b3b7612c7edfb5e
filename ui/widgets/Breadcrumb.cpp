// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Breadcrumb.h"

#include "ui/theme/Space.h"
#include "ui/widgets/ElidedLabel.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace carriel::ui {

Breadcrumb::Breadcrumb(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("breadcrumb"));
    setAccessibleName(tr("Where you are"));
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::xs);
    connect(&theme, &Theme::changed, this, [this] {
        for (const auto &one : std::as_const(m_above))
            drawArrow(one.second);
    });
}

void Breadcrumb::drawArrow(QLabel *arrow)
{
    arrow->setPixmap(m_theme.icon(QStringLiteral("chevron-right"), Role::TextMuted).pixmap(16, 16));
}

void Breadcrumb::setPath(const QList<Part> &parts)
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_above.clear();
    m_here = nullptr;
    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("crumbsAbove"));
    m_more->setIcon(m_theme.icon(QStringLiteral("ellipsis")));
    m_more->setToolTip(tr("Folders above"));
    m_more->setAccessibleName(m_more->toolTip());
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMinimumSize(space::target, space::target);
    m_more->setMenu(new QMenu(m_more));
    m_row->addWidget(m_more);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const Part &part = parts.at(i);
        if (i + 1 == parts.size()) {
            auto *here = new ElidedLabel(this);
            here->setText(part.name);
            here->setFont(m_theme.font(TypeRole::Heading));
            here->setObjectName(QStringLiteral("currentFolder"));
            here->setToolTip(part.name);
            here->setMinimumWidth(40);
            m_row->addWidget(here, 1);
            m_here = here;
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
        auto *arrow = new QLabel(this);
        drawArrow(arrow);
        m_row->addWidget(arrow);
        m_above.append({button, arrow});
        connect(m_more->menu()->addAction(part.name), &QAction::triggered, button, &QPushButton::click);
    }
    fit();
}

// Where one is comes first: the folders furthest up give way to a menu that names them.
void Breadcrumb::fit()
{
    if (!m_here)
        return;
    const int gap = m_row->spacing();
    int left = width() - qMin(QFontMetrics(m_here->font()).horizontalAdvance(m_here->text()) + space::s, width() / 2);
    const auto widthOf = [gap](const std::pair<QPushButton *, QLabel *> &one) {
        return one.first->sizeHint().width() + one.second->sizeHint().width() + 2 * gap;
    };
    int all = 0;
    for (const auto &one : std::as_const(m_above))
        all += widthOf(one);
    const bool cut = all > left;
    if (cut)
        left -= m_more->sizeHint().width() + gap;
    qsizetype first = cut ? m_above.size() : 0;
    while (cut && first > 0 && widthOf(m_above.at(first - 1)) <= left)
        left -= widthOf(m_above.at(--first));
    m_more->setVisible(cut);
    for (qsizetype i = 0; i < m_above.size(); ++i) {
        m_above.at(i).first->setVisible(i >= first);
        m_above.at(i).second->setVisible(i >= first);
        m_more->menu()->actions().at(i)->setVisible(i < first);
    }
}

void Breadcrumb::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

QSize Breadcrumb::minimumSizeHint() const
{
    return {5 * space::target, QWidget::minimumSizeHint().height()};
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
