// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A surface that holds what belongs together.
#pragma once

#include "ui/theme/Theme.h"

#include <QFrame>

class QVBoxLayout;

namespace carriel::ui {

class Card final : public QFrame
{
    Q_OBJECT
public:
    Card(const Theme &theme, const QString &name, QWidget *parent = nullptr);
    QVBoxLayout *column() const { return m_column; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
};

} // namespace carriel::ui
