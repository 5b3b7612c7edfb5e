// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/PageRegistry.h"

#include "ui/shell/Page.h"

#include <algorithm>

namespace carriel::ui {

void PageRegistry::add(PageInfo info)
{
    if (find(info.id))
        qFatal("the page %s is registered twice", qPrintable(info.id));
    m_pages.append(std::move(info));
}

const PageInfo *PageRegistry::find(const QString &id) const
{
    const auto it = std::find_if(m_pages.begin(), m_pages.end(), [&id](const PageInfo &p) { return p.id == id; });
    return it == m_pages.end() ? nullptr : &*it;
}

QList<PageInfo> PageRegistry::navigation() const
{
    QList<PageInfo> list;
    std::copy_if(m_pages.begin(), m_pages.end(), std::back_inserter(list),
                 [](const PageInfo &p) { return p.place == PagePlace::Navigation; });
    std::stable_sort(list.begin(), list.end(), [](const PageInfo &a, const PageInfo &b) { return a.order < b.order; });
    return list;
}

Page *PageRegistry::make(const QString &id, const PageContext &context, QWidget *parent) const
{
    const PageInfo *info = find(id);
    if (!info)
        return nullptr;
    Page *page = info->make(context, parent);
    page->setObjectName(id);
    page->setWindowTitle(info->titleText());
    page->setAccessibleName(info->titleText());
    return page;
}

} // namespace carriel::ui
