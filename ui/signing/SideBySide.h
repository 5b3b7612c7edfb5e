// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The signed version of a document beside the present one: the same page of both, what differs marked on both, and the
// pages that differ found by themselves. Both are drawn in the confined child. Thread: GUI.
#pragma once

#include "ui/shell/Page.h"
#include "ui/viewer/ContentView.h"

class QLabel;
class QPushButton;

namespace carriel::ui {

class SideBySide final : public QWidget
{
    Q_OBJECT
public:
    SideBySide(const PageContext &context, QWidget *parent); // named verify.then, verify.now, verify.differs

    void show(const QString &thenTitle, ContentView::Open then, const QString &nowTitle, ContentView::Open now);
    void forget();

private:
    void mark();
    void search(int page);
    void searched();
    void step(int direction); // to the next page that differs
    void tell();

    static constexpr int mostPages = 300; // that are looked through unasked

    ContentView::Open m_openThen, m_openNow;
    ContentView *m_then;
    ContentView *m_now;
    QLabel *m_words;
    QPushButton *m_back;
    QPushButton *m_next;
    PreviewLoader m_lookThen, m_lookNow; // small drawings of page after page
    std::optional<QImage> m_smallThen, m_smallNow;
    int m_page = 0; // that is looked through
    bool m_ended = false;
    QList<int> m_differ;
    qsizetype m_here = 0; // areas on the shown page
};

} // namespace carriel::ui
