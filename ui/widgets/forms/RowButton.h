// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One line that opens something: an icon, a name, a quiet fact at the right. The name gives way first, in its middle, so
// that the end of a document's name stays readable.
#pragma once

#include "ui/theme/Theme.h"

#include <QAbstractButton>

namespace carriel::ui {

class RowButton final : public QAbstractButton
{
    Q_OBJECT
public:
    RowButton(const Theme &theme, const QString &icon, const QString &name, const QString &fact, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QIcon m_icon;
    QString m_fact;
};

// The icon for a document of that kind.
QString iconFor(const QString &mediaType);

} // namespace carriel::ui
