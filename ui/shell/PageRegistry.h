// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Every page and dialog there is, by a stable id. Features add theirs with a function addPages(PageRegistry &), and
// ui/AllPages calls them all.
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <functional>

class QWidget;

namespace carriel::ui {

class Page;
struct PageContext;

enum class PagePlace {
    Navigation, // has an entry in the left panel
    Inner,      // in the content area, reached from another page
    Gate,       // covers the window: onboarding, unlock
    Dialog      // in a window of its own above ours
};

struct PageInfo
{
    QString id; // "documents"; also the page's object name
    PagePlace place = PagePlace::Inner;
    const char *title;     // QT_TRANSLATE_NOOP("Pages", "Documents")
    const char *icon = ""; // of resources/icons.txt
    int order = 0;         // in the navigation, from the top; 100 and more stand at the bottom
    std::function<Page *(const PageContext &, QWidget *parent)> make;
    QString under = {}; // an inner page: the entry of the navigation that it belongs to; empty: none

    QString titleText() const { return QCoreApplication::translate("Pages", title); }
};

class PageRegistry
{
public:
    void add(PageInfo info); // an id twice is a bug and ends the program
    const QList<PageInfo> &all() const { return m_pages; }
    const PageInfo *find(const QString &id) const;
    QList<PageInfo> navigation() const; // in order
    // Made, named and titled. Null for an unknown id.
    Page *make(const QString &id, const PageContext &context, QWidget *parent) const;

private:
    QList<PageInfo> m_pages;
};

} // namespace carriel::ui
