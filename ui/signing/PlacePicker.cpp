// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/PlacePicker.h"

#include "ui/theme/Space.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace carriel::ui {

namespace {
constexpr double step = 9;                     // points, an eighth of an inch
constexpr double narrowest = 110, lowest = 32; // points: a name and a date are still read
constexpr double corner = 14;                  // pixels
constexpr double pointsPerCm = 72 / 2.54;
} // namespace

PlacePicker::PlacePicker(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("sign.picker"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(200, 240);
    setMaximumWidth(420);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCursor(Qt::SizeAllCursor);
    setAccessibleName(tr("Place of the visible box on the page"));
    connect(&theme, &Theme::changed, this, [this] { update(); });
    put(m_place);
}

int PlacePicker::heightForWidth(int width) const
{
    return int(width * m_page.height() / m_page.width());
}

void PlacePicker::setPage(const QSizeF &points)
{
    m_page = points.width() > 10 && points.height() > 10 ? points : QSizeF(612, 792);
    updateGeometry();
    put(m_place);
}

void PlacePicker::setPicture(const QImage &page)
{
    m_picture = page;
    update();
}

void PlacePicker::setLines(const QStringList &lines)
{
    m_lines = lines;
    update();
}

void PlacePicker::setHarmful(bool harmful)
{
    m_harmful = harmful;
    update();
}

void PlacePicker::setPlace(const QRectF &place)
{
    put(place);
}

QString PlacePicker::words() const
{
    const auto cm = [](double points) { return QLocale().toString(points / pointsPerCm, 'f', 1); };
    return tr("%1 cm from the left and %2 cm from the bottom; %3 by %4 cm.")
        .arg(cm(m_place.x()), cm(m_place.y()), cm(m_place.width()), cm(m_place.height()));
}

double PlacePicker::scale() const
{
    return qMin(width() / m_page.width(), height() / m_page.height());
}

QRectF PlacePicker::paper() const
{
    const QSizeF size = m_page * scale();
    return {(width() - size.width()) / 2, 0, size.width(), size.height()};
}

QRectF PlacePicker::onScreen() const
{
    const QRectF page = paper();
    const double by = scale();
    return {page.x() + m_place.x() * by, page.y() + (m_page.height() - m_place.y() - m_place.height()) * by,
            m_place.width() * by, m_place.height() * by};
}

void PlacePicker::put(QRectF place)
{
    place.setWidth(qBound(qMin(narrowest, m_page.width()), place.width(), m_page.width()));
    place.setHeight(qBound(qMin(lowest, m_page.height()), place.height(), m_page.height()));
    place.moveLeft(qBound(0.0, place.x(), m_page.width() - place.width()));
    place.moveTop(qBound(0.0, place.y(), m_page.height() - place.height()));
    m_place = place;
    setAccessibleDescription(words());
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
    update();
    Q_EMIT moved();
}

void PlacePicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF page = paper();
    painter.fillRect(page, Qt::white); // paper is white in every theme
    if (!m_picture.isNull())
        painter.drawImage(page, m_picture.scaled(page.size().toSize() * devicePixelRatioF(), Qt::IgnoreAspectRatio,
                                                 Qt::SmoothTransformation));
    painter.setPen(QPen(m_theme.color(Role::Border), 1));
    painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5));
    const QRectF box = onScreen();
    const QColor fill = tokenColor(ThemeKind::Light, m_harmful ? Role::Danger : Role::Primary);
    painter.setBrush(Qt::white); // as it will be printed
    painter.setPen(QPen(fill, m_harmful || hasFocus() ? 3 : 2));
    painter.drawRect(box);
    painter.setBrush(fill);
    painter.drawRect(QRectF(box.right() - corner / 2, box.bottom() - corner / 2, corner / 2, corner / 2));
    // The lines, as large as they fit.
    const QStringList lines = m_lines.isEmpty() ? QStringList{tr("Signature")} : m_lines;
    const QRectF inside = box.adjusted(4, 2, -4, -2);
    QFont font = m_theme.font(TypeRole::Small);
    double size = qMin(12 * scale(), inside.height() / double(lines.size()) * 0.8);
    for (const QString &line : lines) {
        font.setPixelSize(100);
        size = qMin(size, inside.width() / QFontMetricsF(font).horizontalAdvance(line) * 100);
    }
    font.setPixelSize(qMax(1, int(size)));
    painter.setFont(font);
    painter.setPen(tokenColor(ThemeKind::Light, Role::Text));
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, lines.join(QLatin1Char('\n')));
}

void PlacePicker::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const QRectF box = onScreen();
    m_sizes = QRectF(box.right() - corner, box.bottom() - corner, 2 * corner, 2 * corner).contains(event->position());
    if (m_sizes)
        return;
    if (!box.contains(event->position())) {
        // Where one clicks, there it goes.
        const QPointF at = (event->position() - paper().topLeft()) / scale();
        put({at.x() - m_place.width() / 2, m_page.height() - at.y() - m_place.height() / 2, m_place.width(),
             m_place.height()});
    }
    m_grab = event->position() - onScreen().topLeft();
}

void PlacePicker::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = (event->position() - paper().topLeft()) / scale();
    if (m_sizes) {
        const double top = m_page.height() - m_place.y() - m_place.height(); // from above
        const double height = qMax(lowest, at.y() - top);
        put({m_place.x(), m_page.height() - top - height, at.x() - m_place.x(), height});
        return;
    }
    const QPointF left = at - m_grab / scale();
    put({left.x(), m_page.height() - left.y() - m_place.height(), m_place.width(), m_place.height()});
}

void PlacePicker::keyPressEvent(QKeyEvent *event)
{
    const bool sizes = event->modifiers() & Qt::ShiftModifier;
    QPointF by;
    switch (event->key()) {
    case Qt::Key_Left:
        by = {-step, 0};
        break;
    case Qt::Key_Right:
        by = {step, 0};
        break;
    case Qt::Key_Up:
        by = {0, step};
        break;
    case Qt::Key_Down:
        by = {0, -step};
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    put(sizes ? QRectF(m_place.x(), m_place.y(), m_place.width() + by.x(), m_place.height() + by.y())
              : m_place.translated(by));
}

} // namespace carriel::ui
