// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/CarrielStyle.h"

#include "ui/theme/Space.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QListWidget>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>

namespace carriel::ui {

namespace {

class Saved // QPainter's state for the length of a block
{
public:
    explicit Saved(QPainter *painter) : m_painter(painter) { painter->save(); }
    ~Saved() { m_painter->restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter *m_painter;
};

bool showsFocus(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_HasFocus) && option->state.testFlag(QStyle::State_Enabled);
}

// A field of many lines has the edge of one of one line, so that it is seen that something can be written there.
bool isWrittenIn(const QWidget *widget)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    return text && !text->isReadOnly();
}

} // namespace

CarrielStyle::CarrielStyle(std::function<ThemeKind()> kind)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_kind(std::move(kind))
{
}

void CarrielStyle::box(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &edge, double width) const
{
    const Saved saved(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    const double half = width / 2;
    painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), space::radius, space::radius);
}

void CarrielStyle::field(const QStyleOption *option, QPainter *painter) const
{
    const bool enabled = option->state.testFlag(State_Enabled);
    box(painter, option->rect, color(enabled ? Role::Surface : Role::Window), color(enabled ? Role::Border : Role::Divider));
    if (showsFocus(option))
        box(painter, option->rect, {}, color(Role::Focus), 2);
}

void CarrielStyle::mark(const QStyleOption *option, QPainter *painter, PrimitiveElement element) const
{
    const Saved saved(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    const bool on = option->state.testFlag(State_On);
    const bool half = option->state.testFlag(State_NoChange);
    const bool enabled = option->state.testFlag(State_Enabled);
    const QRectF r = QRectF(option->rect).adjusted(1, 1, -1, -1);
    const QColor accent = color(enabled ? Role::Primary : Role::TextDisabled);
    painter->setPen(QPen(on || half ? accent : color(enabled ? Role::Border : Role::TextDisabled), 1.5));
    painter->setBrush(on || half ? accent : color(Role::Surface));
    if (element == PE_IndicatorRadioButton) {
        painter->setBrush(color(Role::Surface));
        painter->drawEllipse(r);
        if (on) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(accent);
            painter->drawEllipse(r.adjusted(r.width() / 4, r.height() / 4, -r.width() / 4, -r.height() / 4));
        }
        return;
    }
    painter->drawRoundedRect(r, 3, 3);
    painter->setPen(QPen(color(Role::OnPrimary), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (on) {
        QPainterPath tick(QPointF(r.left() + r.width() * 0.22, r.top() + r.height() * 0.52));
        tick.lineTo(r.left() + r.width() * 0.42, r.top() + r.height() * 0.72);
        tick.lineTo(r.left() + r.width() * 0.78, r.top() + r.height() * 0.30);
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(tick);
    } else if (half) {
        painter->drawLine(QPointF(r.left() + r.width() * 0.25, r.center().y()), QPointF(r.right() - r.width() * 0.25, r.center().y()));
    }
}

void CarrielStyle::header(const QStyleOption *option, QPainter *painter) const
{
    painter->fillRect(option->rect, color(option->state.testFlag(State_MouseOver) ? Role::SurfaceRaised : Role::Surface));
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), color(Role::Border));
}

void CarrielStyle::scrollBar(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget) const
{
    painter->fillRect(option->rect, color(Role::Surface));
    if (option->maximum <= option->minimum)
        return;
    QRect slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    slider = option->orientation == Qt::Vertical ? slider.adjusted(3, 2, -3, -2) : slider.adjusted(2, 3, -2, -3);
    const bool active = option->state.testFlag(State_MouseOver) || option->state.testFlag(State_Sunken);
    box(painter, slider, color(active ? Role::Primary : Role::Border), {});
}

void CarrielStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        // Rows of a list: inside, so that the ring is not cut off.
        if (qobject_cast<const QAbstractItemView *>(widget))
            box(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), {}, color(Role::Focus), 2);
        else
            box(painter, option->rect, {}, color(Role::Focus), 2);
        return;
    case PE_PanelButtonCommand:
    case PE_PanelButtonBevel:
        buttonFace(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        if (option->state & (State_MouseOver | State_Sunken | State_On))
            box(painter, option->rect, color(Role::SurfaceRaised),
                m_kind() == ThemeKind::HighContrast || option->state.testFlag(State_On) ? color(Role::Border) : QColor());
        if (showsFocus(option))
            box(painter, option->rect, {}, color(Role::Focus), 2);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth <= 0)
            painter->fillRect(option->rect, option->palette.base());
        else
            field(option, painter);
        return;
    case PE_FrameLineEdit:
        return; // drawn with the panel
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
    case PE_IndicatorItemViewItemCheck:
        mark(option, painter, element);
        return;
    case PE_Frame:
        if (isWrittenIn(widget)) {
            box(painter, option->rect, {}, color(option->state.testFlag(State_Enabled) ? Role::Border : Role::Divider));
            return;
        }
        [[fallthrough]];
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
        box(painter, option->rect, {}, color(Role::Divider));
        if (option->state.testFlag(State_HasFocus) && widget && widget->property("focusFrame").toBool())
            box(painter, option->rect, {}, color(Role::Focus), 2);
        return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, color(Role::SurfaceRaised));
        box(painter, option->rect, {}, color(Role::Border));
        return;
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            if (item->state.testFlag(State_Selected))
                painter->fillRect(item->rect, color(Role::Selection));
            else if (item->state.testFlag(State_MouseOver) && element == PE_PanelItemViewItem)
                painter->fillRect(item->rect, color(Role::SurfaceRaised));
            return;
        }
        break;
    case PE_IndicatorHeaderArrow:
        if (const auto *column = qstyleoption_cast<const QStyleOptionHeader *>(option); column && widget) {
            // Fusion puts it at the top; here it stands on the line of the words.
            const Saved saved(painter);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(color(Role::Text), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const double down = column->sortIndicator == QStyleOptionHeader::SortUp ? -2 : 2; // Qt's "up" is descending
            const QPointF middle(column->rect.center().x(), widget->height() / 2.0);
            const QPointF arrow[] = {middle + QPointF(-4, -down), middle + QPointF(0, down), middle + QPointF(4, -down)};
            painter->drawPolyline(arrow, 3);
            return;
        }
        break;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, color(Role::Surface));
        return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CarrielStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == CE_HeaderSection) {
        header(option, painter);
        return;
    }
    if (element == CE_HeaderEmptyArea) {
        header(option, painter);
        return;
    }
    if (element == CE_PushButtonBevel) {
        drawPrimitive(PE_PanelButtonCommand, option, painter, widget); // the arrow of a menu comes with the label
        return;
    }
    if (element == CE_PushButtonLabel) {
        if (const auto *label = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            pushButtonLabel(label, painter, widget);
            return;
        }
    }
    if (element == CE_Splitter) {
        const QPoint middle = option->rect.center();
        painter->fillRect(QRect(middle.x(), option->rect.top(), 1, option->rect.height()), color(Role::Divider));
        return;
    }
    if (element == CE_MenuItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            QStyleOptionMenuItem copy(*item);
            copy.palette.setColor(QPalette::Highlight, color(Role::Selection));
            copy.palette.setColor(QPalette::HighlightedText, color(Role::OnSelection));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    if (element == CE_ProgressBarGroove) {
        box(painter, option->rect, color(Role::SurfaceRaised), color(Role::Border));
        return;
    }
    if (element == CE_ProgressBarContents) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option); bar && bar->maximum > bar->minimum) {
            const double part = double(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
            QRectF filled = bar->rect;
            filled.setWidth(filled.width() * part);
            if (part > 0)
                box(painter, filled, color(Role::Primary), {});
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CarrielStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            scrollBar(slider, painter, widget);
            return;
        }
    }
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            field(option, painter);
            QStyleOption arrow(*combo);
            arrow.rect = subControlRect(control, combo, SC_ComboBoxArrow, widget).adjusted(4, 4, -4, -4);
            QProxyStyle::drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
            return;
        }
    }
    if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            field(option, painter);
            QStyleOption arrow(*spin);
            arrow.rect = subControlRect(control, spin, SC_SpinBoxUp, widget).adjusted(2, 2, -2, 0);
            QProxyStyle::drawPrimitive(PE_IndicatorArrowUp, &arrow, painter, widget);
            arrow.rect = subControlRect(control, spin, SC_SpinBoxDown, widget).adjusted(2, 0, -2, -2);
            QProxyStyle::drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
            return;
        }
    }
    if (control == CC_ToolButton) {
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option); tool && tool->arrowType == Qt::NoArrow) {
            toolButton(tool, painter, widget);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect CarrielStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(space::xs, 0, -space::xs, 0) : rect;
}

int CarrielStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 14;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 20;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return space::s;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize: return space::icon;
    case PM_FocusFrameHMargin: return qobject_cast<const QListWidget *>(widget) ? space::s : space::xs;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return space::s;
    case PM_HeaderMargin: return space::s;
    case PM_SplitterWidth: return 9;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize CarrielStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    if (type == CT_PushButton || type == CT_ToolButton)
        return buttonSize(type, option, size, widget);
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox: result = QSize(result.width() + space::s, qMax(result.height(), space::target)); break;
    case CT_CheckBox:
    case CT_RadioButton: result.setHeight(qMax(result.height(), 28)); break;
    case CT_MenuItem:
        if (size.height() > 4)
            result.setHeight(qMax(result.height(), 30));
        break;
    case CT_ItemViewItem: result.setHeight(qMax(result.height(), 28)); break;
    case CT_HeaderSection: result.setHeight(qMax(result.height(), space::target + 4)); break;
    default: break;
    }
    return result;
}

int CarrielStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText: return 0;
    case SH_UnderlineShortcut: return 1;
    case SH_ToolTipLabel_Opacity: return 255;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

void CarrielStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace carriel::ui
