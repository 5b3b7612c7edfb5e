// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The trash: what was deleted, to be taken back or deleted for ever.
#pragma once

#include "core/services/Values.h"
#include "ui/shell/Page.h"

class QLabel;
class QPushButton;

namespace carriel::ui {

class DocumentListModel;
class DocumentViews;

class TrashPage final : public Page
{
    Q_OBJECT
public:
    TrashPage(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    void reload();
    void selectionChanged();
    QStringList chosen() const;
    qint64 keptDays() const; // 0: for ever
    QString purgeWords(const DocumentRow &row) const;

    DocumentListModel *m_model;
    DocumentViews *m_views;
    QLabel *m_count;
    QLabel *m_why;
    QPushButton *m_restore;
    QPushButton *m_purge;
    bool m_stale = true;
};

} // namespace carriel::ui
