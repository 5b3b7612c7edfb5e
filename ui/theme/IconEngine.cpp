// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/IconEngine.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace carriel::ui {

namespace {

QString fileOf(const QString &name) { return QStringLiteral(":/carriel/icons/") + name + QStringLiteral(".svg"); }

} // namespace

bool hasIcon(const QString &name) { return QFile::exists(fileOf(name)); }

IconEngine::IconEngine(QString name, Role role, std::function<ThemeKind()> kind)
    : m_name(std::move(name)), m_role(role), m_kind(std::move(kind))
{
}

QPixmap IconEngine::render(const QSize &devicePixels, QIcon::Mode mode) const
{
    Role role = m_role;
    if (mode == QIcon::Disabled)
        role = Role::TextDisabled;
    else if (mode == QIcon::Selected)
        role = Role::OnSelection;
    const QColor colour = tokenColor(m_kind(), role);
    const QString key = QStringLiteral("carriel-icon/%1/%2x%3/%4")
                            .arg(m_name).arg(devicePixels.width()).arg(devicePixels.height()).arg(colour.name());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    QFile file(fileOf(m_name));
    if (file.open(QIODevice::ReadOnly)) {
        QSvgRenderer svg(file.readAll().replace("currentColor", colour.name().toLatin1()));
        QPainter painter(&pixmap);
        const int side = qMin(devicePixels.width(), devicePixels.height());
        svg.render(&painter, QRectF((devicePixels.width() - side) / 2.0, (devicePixels.height() - side) / 2.0, side, side));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    painter->drawPixmap(rect, render((QSizeF(rect.size()) * ratio).toSize(), mode));
}

// Qt asks for device pixels and sets the ratio itself.
QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) { return render(size, mode); }

QIconEngine *IconEngine::clone() const { return new IconEngine(*this); }

bool IconEngine::isNull() { return !hasIcon(m_name); }

} // namespace carriel::ui
