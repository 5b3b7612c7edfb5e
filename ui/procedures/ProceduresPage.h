// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Trámites: the catalogue of procedures that notify, by entity, searched and filtered; in which of them the person is
// notified electronically. Without the operator: those that the person ever agreed to. Thread: GUI.
#pragma once

#include "ui/procedures/Catalogue.h"
#include "ui/shell/Page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace carriel::ui {

class Callout;
class EmptyState;
class PageRegistry;

class ProceduresPage final : public Page
{
    Q_OBJECT
public:
    explicit ProceduresPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    QWidget *buildFilters();
    void ask();    // the operator for the catalogue
    void reload(); // from what is known
    void show();
    void go(const QModelIndex &index);

    QList<ProcedureInfo> m_catalogue;
    QList<ProcedureLine> m_lines;
    bool m_known = false, m_asking = false; // the catalogue came; it was asked for
    QLabel *m_sum;
    Callout *m_callout;
    QWidget *m_filters;
    QLineEdit *m_words;
    QComboBox *m_standing;
    QComboBox *m_entity;
    QStandardItemModel *m_model;
    QListView *m_list;
    EmptyState *m_empty;
};

void addProcedurePages(PageRegistry &registry);

} // namespace carriel::ui
