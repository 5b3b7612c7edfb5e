// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a document was before: every version, to be looked at beside the one that holds now, compared, taken back or saved
// as a copy. Args: id (of the document). Thread: GUI.
#pragma once

#include "core/services/Versions.h"
#include "ui/shell/Page.h"

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace carriel::ui {

class ContentView;
class PageRegistry;

class HistoryPage final : public Page
{
    Q_OBJECT
public:
    explicit HistoryPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    QWidget *buildHead();
    QWidget *buildList();
    QWidget *buildSides();
    void reload();
    void choose();
    void compare(const DocumentVersion &chosen, const DocumentVersion &head);
    void showDifferences(const DocumentVersion &chosen, const DocumentVersion &head);
    void showSide(ContentView &view, const QString &title, const DocumentVersion &version);
    std::optional<DocumentVersion> chosen() const;
    QString titleOf(const DocumentVersion &version) const;
    void restore();
    void save();

    DocumentRow m_row;
    QList<DocumentVersion> m_versions;
    QLabel *m_title;
    QLabel *m_hint;
    QListWidget *m_list;
    QPushButton *m_restore;
    QPushButton *m_save;
    QStackedWidget *m_stack;
    QWidget *m_sides;
    ContentView *m_then;
    ContentView *m_now;
    QWidget *m_differences;
    QLabel *m_summary;
    QPlainTextEdit *m_text;
    int m_turn = 0; // answers of an earlier choice are dropped
};

void addHistoryPages(PageRegistry &registry);

} // namespace carriel::ui
