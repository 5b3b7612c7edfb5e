// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Private to ui/theme: an icon of the packaged set, drawn in the theme's colour of the moment.
#pragma once

#include "ui/theme/Tokens.h"

#include <QIconEngine>
#include <functional>

namespace carriel::ui {

class IconEngine final : public QIconEngine
{
public:
    IconEngine(QString name, Role role, std::function<ThemeKind()> kind);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;
    bool isNull() override;

private:
    QPixmap render(const QSize &devicePixels, QIcon::Mode mode) const;

    QString m_name;
    Role m_role;
    std::function<ThemeKind()> m_kind;
};

// True if the set holds it.
bool hasIcon(const QString &name);

} // namespace carriel::ui
