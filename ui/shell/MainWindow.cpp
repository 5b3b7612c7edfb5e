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
    m_navigation->setFixedWidth(QFontMetrics(theme.font(TypeRole::Body)).averageCharWidth() * 20 + 80);
    across->addWidget(m_navigation);

    auto *right = new QWidget(folder);
    auto *rightColumn = column(right);
    across->addWidget(right, 1);
    m_topBar = new TopBar(theme, right);
    rightColumn->addWidget(m_topBar);

    m_split = new QSplitter(Qt::Horizontal, right);
    m_split->setChildrenCollapsible(false);
    auto *middle = new QWidget(m_split);
    auto *middleColumn = column(middle);
    m_content = new QStackedWidget(middle);
    m_content->setObjectName(QStringLiteral("content"));
    m_notices = new NoticeBar(theme, middle);
    middleColumn->addWidget(m_content, 1);
    middleColumn->addWidget(m_notices);
    m_details = new QStackedWidget(m_split);
    m_details->setObjectName(QStringLiteral("detailsPane"));
    m_details->addWidget(new QWidget(m_details));
    m_details->setMinimumWidth(qMax(280, QFontMetrics(theme.font(TypeRole::Body)).averageCharWidth() * 24));
    m_split->addWidget(middle);
    m_split->addWidget(m_details);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_split->setSizes({900, 320});
    rightColumn->addWidget(m_split, 1);

    m_statusLine = new StatusLine(theme, folder);
    whole->addWidget(m_statusLine);

    m_details->hide();
    resize(1280, 800);
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
    m_details->setVisible(m_detailsShown && widget);
    m_topBar->setDetailsShown(m_detailsShown);
    m_topBar->setDetailsOffered(widget != nullptr);
}

void MainWindow::setDetailsShown(bool shown)
{
    m_detailsShown = shown;
    m_details->setVisible(shown && m_details->property("hasDetails").toBool());
    m_topBar->setDetailsShown(shown);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (QWidget *field = focusWidget())
        field->clearFocus(); // a field takes what was typed into it when it is left
    Q_EMIT closing();
    event->accept();
}

} // namespace carriel::ui
