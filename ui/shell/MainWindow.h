// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Lays out: navigation, top bar, content, details pane, notices, status line. Decides nothing; see Navigator.
#pragma once

#include "ui/theme/Theme.h"

#include <QMainWindow>

class QSplitter;
class QStackedWidget;

namespace carriel::ui {

class NavigationPanel;
class NoticeBar;
class PageRegistry;
class StatusLine;
class TopBar;

class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(const PageRegistry &registry, const Theme &theme, QWidget *parent = nullptr);

    NavigationPanel &navigation() const { return *m_navigation; }
    TopBar &topBar() const { return *m_topBar; }
    StatusLine &statusLine() const { return *m_statusLine; }
    NoticeBar &notices() const { return *m_notices; }
    QStackedWidget &content() const { return *m_content; }
    QStackedWidget &gates() const { return *m_gates; }

    // The folder, or what covers it (onboarding, unlock).
    void showGate(bool gate);
    bool gateShown() const;

    // The right pane; null empties it. The page keeps the widget's life.
    void setDetails(QWidget *widget);
    void setDetailsShown(bool shown);
    bool detailsShown() const { return m_detailsShown; }

Q_SIGNALS:
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void adapt(); // to a small screen, or a large type
    int leastDetails() const;
    void showDetails();

    QStackedWidget *m_root;
    QStackedWidget *m_gates;
    NavigationPanel *m_navigation;
    TopBar *m_topBar;
    QSplitter *m_split;
    QStackedWidget *m_content;
    QStackedWidget *m_details;
    NoticeBar *m_notices;
    StatusLine *m_statusLine;
    QWidget *m_middle;
    int m_letter; // width of one, in device-independent pixels
    bool m_detailsShown = true;
    bool m_narrow = false; // no room for the list and the details side by side
};

} // namespace carriel::ui
