// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Audit.h"
#include "ui/shell/Page.h"
#include "ui/theme/Tokens.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHash>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSet>
#include <QSplitterHandle>
#include <QTest>
#include <QToolButton>

namespace audit {
namespace {

QString described(const QWidget &widget)
{
    QString path;
    for (const QWidget *at = &widget; at && path.count(QLatin1Char('/')) < 3; at = at->parentWidget()) {
        const QString part = at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className()) : at->objectName();
        path = path.isEmpty() ? part : QString(part + QLatin1Char('/') + path);
    }
    return path;
}

QList<QWidget *> visibleIn(const QWidget &page)
{
    QList<QWidget *> out;
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        // Qt's own inner parts (a spin box's field, a combo box's list) belong to the control that holds them.
        const bool inner = widget->objectName().startsWith(QLatin1String("qt_")) || qobject_cast<QComboBox *>(widget->parentWidget())
                           || qobject_cast<QAbstractSpinBox *>(widget->parentWidget()) || qobject_cast<QHeaderView *>(widget);
        if (widget->isVisible() && !inner)
            out.append(widget);
    }
    return out;
}

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget)
           || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget)
           || qobject_cast<const QAbstractItemView *>(&widget) || qobject_cast<const QPlainTextEdit *>(&widget)
           || (widget.focusPolicy() & Qt::TabFocus && !qobject_cast<const QSplitterHandle *>(&widget));
}

// The cross or the glass inside a field: Qt makes it, of an action that has a name.
bool isInField(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) && qobject_cast<const QLineEdit *>(widget.parentWidget());
}

} // namespace

QStringList names(const QWidget &page)
{
    QStringList wrong;
    for (QWidget *widget : visibleIn(page)) {
        if (!isControl(*widget) || widget->focusProxy() || qobject_cast<QLabel *>(widget))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            wrong.append(described(*widget) + QLatin1String(": no accessible name"));
    }
    return wrong;
}

QStringList roles(const QWidget &page)
{
    QStringList wrong;
    for (QWidget *widget : visibleIn(page)) {
        // An area that only scrolls is reached by the keyboard and is no control.
        const bool scrolls = qobject_cast<QAbstractScrollArea *>(widget) &&
                             !qobject_cast<QAbstractItemView *>(widget) && !qobject_cast<QPlainTextEdit *>(widget);
        if (!isControl(*widget) || widget->focusProxy() || scrolls)
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->role() == QAccessible::NoRole || interface->role() == QAccessible::Client)
            wrong.append(described(*widget) + QLatin1String(": no role"));
    }
    return wrong;
}

QStringList contrast(QWidget &window)
{
    QStringList wrong;
    const QImage image = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const double scale = image.devicePixelRatio();
    for (QWidget *widget : visibleIn(window)) {
        auto *label = qobject_cast<QLabel *>(widget);
        auto *button = qobject_cast<QAbstractButton *>(widget);
        const QString text = label ? label->text() : button ? button->text() : QString();
        if (text.trimmed().isEmpty() || !widget->isEnabled())
            continue;
        // What is scrolled out of sight is not painted.
        const QRect seen = widget->visibleRegion().boundingRect().adjusted(3, 3, -3, -3);
        if (seen.width() < 8 || seen.height() < 8)
            continue;
        const QRect at =
            QRectF(QPointF(widget->mapTo(&window, seen.topLeft())) * scale, QSizeF(seen.size()) * scale).toRect() &
            image.rect();
        QHash<QRgb, int> counted;
        for (int y = at.top(); y <= at.bottom(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            for (int x = at.left(); x <= at.right(); ++x)
                ++counted[line[x]];
        }
        const auto ground = std::max_element(counted.cbegin(), counted.cend());
        if (ground == counted.cend())
            continue;
        double best = 1;
        for (auto it = counted.cbegin(); it != counted.cend(); ++it)
            best = std::max(best, carriel::ui::contrastRatio(QColor(it.key()), QColor(ground.key())));
        // Smoothed edges make thin letters look a little weaker than their colour is.
        const bool large =
            widget->font().pointSizeF() >= 18 || (widget->font().bold() && widget->font().pointSizeF() >= 14);
        if (best < (large ? 3.0 : 4.5))
            wrong.append(QStringLiteral("%1: contrast %2: \"%3\"")
                             .arg(described(*widget))
                             .arg(best, 0, 'f', 2)
                             .arg(text.left(40)));
    }
    return wrong;
}

QStringList objectNames(const QWidget &page)
{
    QStringList wrong;
    for (QWidget *widget : visibleIn(page)) {
        if (isControl(*widget) && !isInField(*widget) && widget->objectName().isEmpty())
            wrong.append(described(*widget) + QLatin1String(": no object name"));
    }
    return wrong;
}

QStringList targets(const QWidget &page)
{
    QStringList wrong;
    for (QWidget *widget : visibleIn(page)) {
        if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model() && view->model()->rowCount() > 0
            && view->sizeHintForRow(0) > 0 && view->sizeHintForRow(0) < 24)
            wrong.append(QStringLiteral("%1: rows %2 high").arg(described(*widget)).arg(view->sizeHintForRow(0)));
        const bool pressed = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
                             || qobject_cast<QComboBox *>(widget);
        if (pressed && !isInField(*widget) && (widget->width() < 24 || widget->height() < 24))
            wrong.append(QStringLiteral("%1: %2 x %3").arg(described(*widget)).arg(widget->width()).arg(widget->height()));
    }
    return wrong;
}

QStringList texts(const QWidget &page)
{
    QStringList wrong;
    const auto cut = [&](const QWidget &widget, const QString &text, int needed, int has, const char *which) {
        if (needed > has + 1)
            wrong.append(QStringLiteral("%1: %2 %3 < %4: \"%5\"").arg(described(widget), QLatin1String(which)).arg(has).arg(needed).arg(text.left(40)));
    };
    for (QWidget *widget : visibleIn(page)) {
        if (auto *label = qobject_cast<QLabel *>(widget); label && !label->text().isEmpty() && label->property("elides").isNull()) {
            if (label->wordWrap())
                cut(*label, label->text(), label->heightForWidth(label->width()), label->height(), "height");
            else
                cut(*label, label->text(), label->sizeHint().width(), label->width(), "width");
        } else if (auto *button = qobject_cast<QAbstractButton *>(widget); button && !button->text().isEmpty()) {
            if (qobject_cast<QToolButton *>(button) && static_cast<QToolButton *>(button)->toolButtonStyle() == Qt::ToolButtonIconOnly)
                continue;
            cut(*button, button->text(), button->minimumSizeHint().width(), button->width(), "width");
            cut(*button, button->text(), button->minimumSizeHint().height(), button->height(), "height");
        }
        // What does not scroll sideways and is wider than its room is cut off, and nobody can bring it into sight.
        if (const auto *area = qobject_cast<QScrollArea *>(widget);
            area && area->widget() && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
            cut(*area, area->accessibleName(), area->widget()->minimumSizeHint().width(), area->viewport()->width(), "width of what scrolls");
        // Laid out in less height than it needs at the least, a page is drawn over itself.
        if (const QLayout *layout = widget->layout(); layout && qobject_cast<const carriel::ui::Page *>(widget))
            cut(*widget, {}, layout->hasHeightForWidth() ? layout->totalMinimumHeightForWidth(widget->width()) : layout->totalMinimumSize().height(),
                widget->height(), "height of the page");
        // What sticks out of its parent cannot be seen either.
        if (const QWidget *parent = widget->parentWidget(); parent && widget != &page && !qobject_cast<const QAbstractScrollArea *>(parent)
            && !(parent->parentWidget() && qobject_cast<const QAbstractScrollArea *>(parent->parentWidget()))
            && isControl(*widget) && widget->geometry().right() > parent->width())
            wrong.append(described(*widget) + QLatin1String(": sticks out to the right"));
    }
    return wrong;
}

QStringList keyboard(QWidget &window)
{
    QSet<QWidget *> wanted;
    for (QWidget *widget : visibleIn(window)) {
        if ((widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isEnabled() && !widget->focusProxy())
            wanted.insert(widget);
    }
    // Arrow keys move inside a group of buttons of which one is chosen: one of them is enough.
    const auto groupOf = [](QWidget *widget) -> const QObject * {
        auto *button = qobject_cast<QAbstractButton *>(widget);
        if (!button || !button->isCheckable())
            return nullptr;
        if (button->group())
            return button->group()->exclusive() ? button->group() : nullptr;
        return button->autoExclusive() ? button->parentWidget() : nullptr;
    };
    QStringList wrong;
    QSet<QWidget *> reached;
    if (wanted.isEmpty())
        return wrong;
    if (!QApplication::focusWidget())
        (*wanted.begin())->setFocus(Qt::TabFocusReason);
    QWidget *before = nullptr;
    const int most = int(wanted.size()) * 2 + 10;
    for (int i = 0; i < most; ++i) {
        QWidget *now = QApplication::focusWidget();
        if (!now)
            return {QStringLiteral("the keyboard is nowhere")};
        if (now == before) {
            if (wanted.size() > 1)
                wrong.append(described(*now) + QLatin1String(": Tab does not leave it"));
            break;
        }
        reached.insert(now);
        before = now;
        QTest::keyClick(now, Qt::Key_Tab);
    }
    QSet<const QObject *> groups;
    for (QWidget *widget : reached)
        groups.insert(groupOf(widget));
    for (QWidget *widget : wanted) {
        if (!reached.contains(widget) && !(groupOf(widget) && groups.contains(groupOf(widget))))
            wrong.append(described(*widget) + QLatin1String(": Tab does not reach it"));
    }
    return wrong;
}

} // namespace audit
