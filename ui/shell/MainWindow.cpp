// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "ui/shell/NavigationPanel.h"
#include "ui/shell/StatusLine.h"
#include "ui/shell/TopBar.h"
#include "ui/theme/Space.h"
#include "ui/widgets/CalmWheel.h"
#include "ui/widgets/NoticeBar.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace carriel::ui {

namespace {

QVBoxLayout *column(QWidget *of)
{
    auto *layout = new QVBoxLayout(of);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

} // namespace

MainWindow::MainWindow(const PageRegistry &registry, const Theme &theme, QWidget *parent) : QMainWindow(parent)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Carriel"));
    new CalmWheel(this);
    m_root = new QStackedWidget(this);
    m_gates = new QStackedWidget(m_root);
    m_gates->setObjectName(QStringLiteral("gates"));
    auto *folder = new QWidget(m_root);
    m_root->addWidget(folder);
    m_root->addWidget(m_gates);
    setCentralWidget(m_root);

    auto *whole = column(folder);
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    whole->addLayout(across, 1);

    m_navigation = new NavigationPanel(registry, theme, folder);
    m_letter = QFontMetrics(theme.font(TypeRole::Body)).averageCharWidth();
    across->addWidget(m_navigation);

    auto *right = new QWidget(folder);
    auto *rightColumn = column(right);
    across->addWidget(right, 1);
    m_topBar = new TopBar(theme, right);
    rightColumn->addWidget(m_topBar);

    m_split = new QSplitter(Qt::Horizontal, right);
    m_split->setChildrenCollapsible(false);
    m_middle = new QWidget(m_split);
    auto *middleColumn = column(m_middle);
    m_content = new QStackedWidget(m_middle);
    m_content->setObjectName(QStringLiteral("content"));
    m_notices = new NoticeBar(theme, m_middle);
    middleColumn->addWidget(m_content, 1);
    middleColumn->addWidget(m_notices);
    m_details = new QStackedWidget(m_split);
    m_details->setObjectName(QStringLiteral("detailsPane"));
    m_details->addWidget(new QWidget(m_details));
    m_details->setMinimumWidth(leastDetails());
    m_split->addWidget(m_middle);
    m_split->addWidget(m_details);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_split->setSizes({900, 320});
    rightColumn->addWidget(m_split, 1);

    m_statusLine = new StatusLine(theme, folder);
    whole->addWidget(m_statusLine);

    m_details->hide();
    // Pages scroll, so none of them keeps the window from a small screen.
    m_content->setMinimumSize(200, 120);
    m_gates->setMinimumSize(200, 120);
    resize(1280, 800);
    adapt();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    adapt();
}

void MainWindow::adapt()
{
    const int letters = width() / qMax(1, m_letter);
    m_navigation->setNarrow(letters < 118);
    m_navigation->setFixedWidth(letters < 118 ? 2 * space::xl + space::icon : m_letter * 20 + 80);
    m_statusLine->setNarrow(letters < 118);
    const int room = width() - m_navigation->width();
    const bool narrow = room < m_details->minimumWidth() + m_letter * 62;
    if (std::exchange(m_narrow, narrow) == narrow)
        return;
    // Side by side neither could be read: the details come when they are asked for, in place of the list.
    m_detailsShown = !narrow;
    showDetails();
}

int MainWindow::leastDetails() const
{
    return qMax(280, m_letter * 24);
}

void MainWindow::showDetails()
{
    const bool offered = m_details->property("hasDetails").toBool();
    const bool shown = m_detailsShown && offered;
    m_details->setVisible(shown);
    m_middle->setVisible(!(m_narrow && shown));
    m_topBar->setDetailsShown(m_detailsShown);
    m_topBar->setDetailsOffered(offered);
}

void MainWindow::showGate(bool gate)
{
    m_root->setCurrentIndex(gate ? 1 : 0);
}
bool MainWindow::gateShown() const
{
    return m_root->currentIndex() == 1;
}

void MainWindow::setDetails(QWidget *widget)
{
    if (widget && m_details->indexOf(widget) < 0)
        m_details->addWidget(widget);
    m_details->setCurrentWidget(widget ? widget : m_details->widget(0));
    m_details->setProperty("hasDetails", widget != nullptr);
    m_details->setMinimumWidth(qMax(leastDetails(), widget ? widget->minimumWidth() : 0));
    adapt();
    if (m_narrow)
        m_detailsShown = false; // another page came to the front
    showDetails();
}

void MainWindow::setDetailsShown(bool shown)
{
    m_detailsShown = shown;
    showDetails();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (QWidget *field = focusWidget())
        field->clearFocus(); // a field takes what was typed into it when it is left
    Q_EMIT closing();
    event->accept();
}

} // namespace carriel::ui
