// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Two computers changed the same document: both contents side by side, who, where, when, and the three ways out. Nothing is
// lost by any of them. Args: item (id): begin with that one. Thread: GUI.
#pragma once

#include "core/services/Conflicts.h"
#include "ui/shell/Page.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace carriel::ui {

class ContentView;
class EmptyState;
class FieldTable;
class PageRegistry;

class ConflictsPage final : public Page
{
    Q_OBJECT
public:
    explicit ConflictsPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    QWidget *buildHead();
    QWidget *buildVerbs();
    void reload();
    void show(qsizetype at);
    void showContent(const ConflictInfo &conflict);
    void showVersion(ContentView &view, const QString &title, const VersionId &id, const QString &why);
    void showDifferences();
    void resolve(Resolution how);

    QList<ConflictInfo> m_all;
    qsizetype m_at = 0;
    ConflictId m_shown;
    QStringList m_said; // what was said of it: what the operator has may change while it is looked at
    QLabel *m_title;
    QLabel *m_where;
    QLabel *m_what;
    QLabel *m_number;
    QToolButton *m_before;
    QToolButton *m_after;
    QWidget *m_body;
    QWidget *m_sides;
    ContentView *m_ours;
    ContentView *m_theirs;
    FieldTable *m_fields;
    QCheckBox *m_same;
    QList<QPushButton *> m_verbs;
    QLabel *m_meaning;
    EmptyState *m_empty;
};

void addConflictPages(PageRegistry &registry);

} // namespace carriel::ui
