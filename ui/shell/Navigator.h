// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Which page is in front, and when: follows the vault (locked → the gate), keeps the pages made so far, opens dialogs,
// shows notices. One for each window and session. Thread: GUI.
#pragma once

#include "core/services/Session.h"
#include "ui/shell/Page.h"
#include "ui/shell/PageRegistry.h"
#include "ui/widgets/UndoStack.h"

#include <QDateTime>
#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace carriel::ui {

class MainWindow;
class Theme;

class Navigator final : public QObject, public PageHost
{
    Q_OBJECT
public:
    // All four outlive it. Shows the right page at once.
    Navigator(Session &session, Theme &theme, const PageRegistry &registry, MainWindow &window);
    ~Navigator() override;

    void open(const QString &pageId, const QVariantMap &args = {}) override;
    void say(const QString &text, const QString &actionText = {}, std::function<void()> action = {}) override;
    void showError(const Error &error) override;
    UndoStack &undo() override { return m_undo; }
    void switchProfile(const QString &dir) override { Q_EMIT profileRequested(dir); }

    // A carpeta:// address from outside: what it asks for comes to the front, once the folder is open.
    void openAddress(const QString &address);

    QString currentPage() const { return m_current; }
    // Made on first use, kept until the session ends.
    Page *page(const QString &pageId);

    // Where one stands, for a window that is made anew in another language: the pages' own places, how far the one in front
    // is scrolled, what has the keyboard.
    struct Place {
        QString page;
        QHash<QString, QVariantMap> pages;
        QHash<QString, int> scrolled;
        QString focus; // the object's name
    };
    Place place() const;
    void goTo(const Place &place);

Q_SIGNALS:
    void profileRequested(const QString &dir); // empty: the person wants a new one
    void pageChanged(const QString &pageId);

private:
    void followVault(VaultState state);
    void fillHolderMenu();
    void showHolder();
    void countNotifications();
    void shortcuts();
    void openDialog(const PageInfo &info, const QVariantMap &args);
    void searchChanged(const QString &text);
    void sayRenamed();
    void forgetAll();
    // Around a page: it may be larger than a small screen, or a large type.
    static QWidget *frameOf(Page *page);
    PageContext context() { return {m_session, m_theme, *this}; }

    Session &m_session;
    Theme &m_theme;
    const PageRegistry &m_registry;
    MainWindow &m_window;
    UndoStack m_undo;
    QHash<QString, QPointer<Page>> m_pages;
    QHash<QString, QPointer<QWidget>> m_dialogs;
    // What was renamed since is said, once each. A record tells the second, so the window begins with a whole one.
    QDateTime m_renamedSince = QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), Qt::UTC);
    QSet<QString> m_renamedSaid; // log and number
    QTimer m_renamedSoon;
    QString m_current;
    QString m_searchedFrom; // where a search began, which is where one is again when it ends; empty: among the documents
    QString m_address; // from outside, until the folder is open
    QString m_gate;
    bool m_inFolder = false; // the vault is open and no gate is still at work
};

} // namespace carriel::ui
