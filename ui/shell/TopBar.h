// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Above the content: search everything (Ctrl+K), and whether this computer and the operator agree.
#pragma once

#include "core/services/Values.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace carriel::ui {

class QuickSearches;

class TopBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(const Theme &theme, QWidget *parent = nullptr);

    void focusSearch();
    void setSearchText(const QString &text); // without searchChanged
    void setStatus(const SyncStatus &status);
    void setDetailsShown(bool shown);
    QuickSearches &quickSearches() const { return *m_quick; }
    void setDetailsOffered(bool offered); // a page without details has nothing to show or hide

Q_SIGNALS:
    void searchChanged(const QString &text); // at every keystroke
    void searchLeft();                       // Down or Enter: on to the results
    void syncStateClicked();
    void detailsToggled(bool shown);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    const Theme &m_theme;
    QLineEdit *m_search;
    QuickSearches *m_quick;
    QToolButton *m_state;
    QToolButton *m_details;
};

// The overall state: words of ui/text, an icon and its colour.
struct StateWords
{
    QString text;
    const char *icon;
    Role role;
};
StateWords overallState(const SyncStatus &status);

} // namespace carriel::ui
