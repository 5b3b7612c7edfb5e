// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to ui/theme: Fusion with our own edges. Fusion derives its frames from the window's colour, so on black they
// vanish; here every control has a border of at least 3:1 and what has the keyboard a ring two pixels wide.
// A push button's dynamic property "variant" is "primary", "danger", "quiet" (no edge until hovered) or not set.
#pragma once

#include "ui/theme/Tokens.h"

#include <QIcon>
#include <QProxyStyle>
#include <functional>

class QStyleOptionButton;
class QStyleOptionSlider;
class QStyleOptionToolButton;

namespace carriel::ui {

class CarrielStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit CarrielStyle(std::function<ThemeKind()> kind);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

private:
    QColor color(Role role) const { return tokenColor(m_kind(), role); }
    void box(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &edge, double width = 1) const;
    struct ButtonLabel {
        QString text;
        QIcon icon;
        QSize iconSize;
        QColor colour;
        Qt::LayoutDirection direction;
        bool enabled;
        bool on;
        bool menu;
        bool centred;
    };
    static QByteArray variantOf(const QWidget *widget);
    QColor buttonText(const QStyleOption *option, const QWidget *widget) const;
    void buttonFace(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void buttonLabel(QPainter *painter, const QRect &rect, const ButtonLabel &label) const;
    void pushButtonLabel(const QStyleOptionButton *option, QPainter *painter, const QWidget *widget) const;
    void toolButton(const QStyleOptionToolButton *option, QPainter *painter, const QWidget *widget) const;
    QSize buttonSize(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const;
    void field(const QStyleOption *option, QPainter *painter) const;
    void mark(const QStyleOption *option, QPainter *painter, QStyle::PrimitiveElement element) const;
    void header(const QStyleOption *option, QPainter *painter) const;
    void scrollBar(const QStyleOptionSlider *option, QPainter *painter, const QWidget *widget) const;

    std::function<ThemeKind()> m_kind;
};

} // namespace carriel::ui
