// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Inicio: what needs the person and by when, what is under way, what was used last. Thread: GUI.
#pragma once

#include "ui/home/Needs.h"
#include "ui/shell/Page.h"

#include <QTimer>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace carriel::ui {

class Card;
class ContentColumn;
class PageRegistry;

class HomePage final : public Page
{
    Q_OBJECT
public:
    explicit HomePage(const PageContext &context, QWidget *parent = nullptr);
    ~HomePage() override;

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static QStringList heldIn(const QWidget *body);
    void giveBack(const QStringList &held);
    void soon();
    void refresh();
    void arrange();
    QWidget *needCard(const Need &need, int number);
    QWidget *rows(const QString &title, const QString &name, const QList<DocumentRow> &documents);
    QWidget *emptyState();
    void chooseDocuments();
    QWidget *underWay(const SyncStatus &status);
    QLabel *sectionTitle(const QString &text, const QString &name);

    Reminders m_reminders;
    std::vector<std::unique_ptr<NeedProvider>> m_providers;
    ContentColumn *m_content;
    QLabel *m_greeting;
    QLabel *m_state;
    QWidget *m_body = nullptr; // made anew when what it shows changes
    QBoxLayout *m_sides = nullptr; // of m_body: what needs the person, and documents; side by side where there is room
    QStringList m_shown;       // what it shows
    QTimer m_timer;
    QTimer m_counting;
};

void addHomePages(PageRegistry &registry);

} // namespace carriel::ui
