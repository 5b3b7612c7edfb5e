// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/NavigationPanel.h"

#include "ui/theme/Space.h"

#include <QAbstractButton>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace carriel::ui {

namespace {

class NavigationButton final : public QAbstractButton
{
public:
    NavigationButton(const PageInfo &info, const Theme &theme, QWidget *parent)
        : QAbstractButton(parent), m_theme(theme),
          m_on(theme.icon(QString::fromLatin1(info.icon), Role::OnNavigationSelected)),
          m_off(theme.icon(QString::fromLatin1(info.icon), Role::OnNavigation))
    {
        setObjectName(QStringLiteral("nav.") + info.id);
        setText(info.titleText());
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // closer together on a small screen
    }

    void setBadge(int count)
    {
        m_badge = count;
        setAccessibleName(
            count > 0 ? QCoreApplication::translate("NavigationPanel", "%1, %2 new").arg(text()).arg(count) : text());
        update();
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(font());
        return {metrics.horizontalAdvance(text()) + space::icon + space::xl * 3, qMax(40, metrics.height() + space::l)};
    }
    QSize minimumSizeHint() const override { return {0, qMax(28, QFontMetrics(font()).height() + space::s)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF pill = QRectF(rect()).adjusted(space::s, 2, -space::s, -2);
        Role front = Role::OnNavigation;
        if (isChecked()) {
            front = Role::OnNavigationSelected;
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(Role::NavigationSelected));
            painter.drawRoundedRect(pill, space::radius, space::radius);
        } else if (underMouse()) {
            QColor veil = m_theme.color(Role::OnNavigation);
            veil.setAlphaF(0.12F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(veil);
            painter.drawRoundedRect(pill, space::radius, space::radius);
        }
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(m_theme.color(isChecked() ? Role::Focus : Role::OnNavigation), 2));
            painter.drawRoundedRect(pill.adjusted(3, 3, -3, -3), space::radius, space::radius);
        }
        const int middle = height() / 2;
        (isChecked() ? m_on : m_off)
            .paint(&painter, QRect(space::xl, middle - space::icon / 2, space::icon, space::icon));
        QFont f = font();
        f.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(f);
        painter.setPen(m_theme.color(front));
        const QRect words(space::xl + space::icon + space::m, 0,
                          width() - space::xl * 2 - space::icon - space::m - space::s, height());
        const QString badge = m_badge > 0 ? QLocale().toString(m_badge) : QString();
        if (words.width() < space::xl) { // icons alone; a badge becomes a dot
            if (m_badge > 0) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(m_theme.color(front));
                painter.drawEllipse(QPoint(space::xl + space::icon + 2, middle - space::icon / 2), 4, 4);
            }
            return;
        }
        // The number may stand nearer to the edge: the name is what must be read whole.
        const QRect room = words.adjusted(0, 0, space::l, 0);
        const int badgeWidth = badge.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(badge) + space::xs;
        painter.drawText(room.adjusted(0, 0, -badgeWidth, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width() - badgeWidth));
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, badge);
    }

private:
    const Theme &m_theme;
    QIcon m_on;
    QIcon m_off;
    int m_badge = 0;
};

// Whose folder this is; opens the menu of folders.
class HolderButton final : public QToolButton
{
public:
    HolderButton(const Theme &theme, QWidget *parent)
        : QToolButton(parent), m_theme(theme), m_user(theme.icon(QStringLiteral("user"), Role::OnNavigation)),
          m_more(theme.icon(QStringLiteral("chevron-down"), Role::OnNavigation))
    {
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override { return {160, qMax(48, 2 * fontMetrics().height() + space::m)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor front = m_theme.color(Role::OnNavigation);
        const QRectF pill = QRectF(rect()).adjusted(space::s, 2, -space::s, -2);
        QColor veil = front;
        veil.setAlphaF(underMouse() ? 0.2F : 0.1F);
        painter.setPen(hasFocus() ? QPen(front, 2) : QPen(Qt::NoPen));
        painter.setBrush(veil);
        painter.drawRoundedRect(pill, space::radius, space::radius);
        const int middle = height() / 2;
        m_user.paint(&painter, QRect(space::xl, middle - space::icon / 2, space::icon, space::icon));
        if (width() < 4 * space::xl)
            return;
        m_more.paint(&painter, QRect(width() - space::xl - 8, middle - 8, 16, 16));
        const QRect words(space::xl + space::icon + space::m, 0,
                          width() - 2 * space::xl - space::icon - space::m - space::l, height());
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        painter.setFont(strong);
        painter.setPen(front);
        // A name may take two lines before anything of it is left out.
        const QFontMetrics metrics = painter.fontMetrics();
        const bool fits = metrics.boundingRect(words, Qt::TextWordWrap, text()).height() <= 2 * metrics.height();
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap,
                         fits ? text() : metrics.elidedText(text(), Qt::ElideRight, words.width()));
    }

private:
    const Theme &m_theme;
    QIcon m_user;
    QIcon m_more;
};

} // namespace

NavigationPanel::NavigationPanel(const PageRegistry &registry, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Main navigation"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::m, 0, space::m);
    column->setSpacing(0);

    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("holderMenu"));
    m_holder = new HolderButton(theme, this);
    m_holder->setObjectName(QStringLiteral("holder"));
    m_holder->setMenu(m_menu);
    m_holder->setPopupMode(QToolButton::InstantPopup);
    m_holder->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_holder->setFocusPolicy(Qt::StrongFocus);
    m_holder->setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
    column->addWidget(m_holder);
    column->addSpacing(space::m);

    bool bottom = false;
    for (const PageInfo &info : registry.navigation()) {
        if (info.order >= 100 && !bottom) {
            column->addStretch(1);
            bottom = true;
        }
        auto *button = new NavigationButton(info, theme, this);
        m_group.addButton(button);
        column->addWidget(button);
        connect(button, &QAbstractButton::clicked, this, [this, id = info.id] { Q_EMIT chosen(id); });
    }
    if (!bottom)
        column->addStretch(1);
}

void NavigationPanel::setCurrent(const QString &pageId)
{
    if (auto *button = findChild<QAbstractButton *>(QStringLiteral("nav.") + pageId)) {
        button->setChecked(true);
        return;
    }
    m_group.setExclusive(false);
    if (QAbstractButton *marked = m_group.checkedButton())
        marked->setChecked(false);
    m_group.setExclusive(true);
}

void NavigationPanel::setHolder(const QString &name, const QString &identity)
{
    m_holder->setText(name);
    m_holder->setToolTip(identity);
    m_holder->setAccessibleName(identity.isEmpty() ? tr("Folder of %1").arg(name)
                                                   : tr("Folder of %1, %2").arg(name, identity));
}

void NavigationPanel::setNarrow(bool narrow)
{
    const auto buttons = m_group.buttons();
    for (QAbstractButton *button : buttons)
        button->setToolTip(narrow ? button->text() : QString());
}

void NavigationPanel::setBadge(const QString &pageId, int count)
{
    if (auto *button = dynamic_cast<NavigationButton *>(findChild<QAbstractButton *>(QStringLiteral("nav.") + pageId)))
        button->setBadge(count);
}

void NavigationPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Navigation));
    if (m_theme.kind() != ThemeKind::Light)
        painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.color(Role::Divider));
}

} // namespace carriel::ui
