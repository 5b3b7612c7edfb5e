// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The left panel: whose folder this is, and the places one can go.
#pragma once

#include "ui/shell/PageRegistry.h"
#include "ui/theme/Theme.h"

#include <QButtonGroup>
#include <QWidget>

class QMenu;
class QToolButton;

namespace carriel::ui {

class NavigationPanel final : public QWidget
{
    Q_OBJECT
public:
    NavigationPanel(const PageRegistry &registry, const Theme &theme, QWidget *parent = nullptr);

    void setCurrent(const QString &pageId); // one that has no entry takes the mark away
    void setHolder(const QString &name, const QString &identity);
    // A count beside a place ("Notificaciones  3"); 0 takes it away.
    void setNarrow(bool narrow); // icons alone; their names are told by tool tips and to screen readers
    void setBadge(const QString &pageId, int count);
    QMenu *holderMenu() const { return m_menu; } // profiles, lock; filled by the shell

Q_SIGNALS:
    void chosen(const QString &pageId);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QToolButton *m_holder;
    QMenu *m_menu;
    QButtonGroup m_group;
};

} // namespace carriel::ui
