// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// A whole window on a real vault in a temporary folder, driven by object names as a person would find things.
#pragma once

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "tests/support/Press.h"
#include "ui/AllPages.h"
#include "ui/documents/DocumentViews.h"
#include "ui/documents/DocumentsPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Navigator.h"
#include "ui/text/Preferences.h"
#include "ui/theme/Theme.h"

#include <QTemporaryDir>
#include <QtTest>

namespace carriel::ui::test {

class Bench
{
public:
    // ready() tells whether the vault opened. `fetch`: who answers for authorities; nothing: the network. `openBrowser`:
    // the person's.
    explicit Bench(std::shared_ptr<HttpFetch> fetch = {}, std::function<void(const QUrl &)> openBrowser = {});
    bool ready() const { return m_ready; }

    Session &session() { return *m_session; }
    Documents &documents() { return m_session->documents(); }
    MainWindow &window() { return *m_window; }
    Navigator &navigator() { return *m_navigator; }
    Theme &look() { return m_theme; }
    DocumentsPage &page();
    DocumentViews &views();
    template <typename W> W *find(const char *name)
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top->objectName() == QLatin1String(name)) {
                if (W *self = qobject_cast<W *>(top))
                    return self;
            }
            if (W *found = top->findChild<W *>(QLatin1String(name)))
                return found;
        }
        return nullptr;
    }
    // The dialog's verb button of the page with that id; null while it is not there.
    QWidget *dialog(const QString &id);
    void pressVerb(const QString &id);
    void press(const char *name)
    {
        carriel::test::pressWhenOffered([this, name] { return find<QAbstractButton>(name); }, name);
    }
    QAction *action(const char *name);

    QString file(const QString &name, const QByteArray &bytes); // on the disk, outside the vault
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QStringList namesIn(const ItemId &folder);
    ItemId idOf(const QString &name); // anywhere; empty if there is none
    void drop(const QStringList &paths);

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Session> m_session;
    Theme m_theme;
    PageRegistry m_registry;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Navigator> m_navigator;
    bool m_ready = false;
};

} // namespace carriel::ui::test
