// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Bench.h"

#include <QMimeData>
#include <QPushButton>
#include <QUrl>

namespace carriel::ui::test {

Bench::Bench(std::shared_ptr<HttpFetch> fetch, std::function<void(const QUrl &)> openBrowser)
{
    Session::Options options;
    options.dir = m_dir.filePath(QStringLiteral("profile"));
    options.background = false;
    options.fetch = std::move(fetch);
    options.openBrowser = std::move(openBrowser);
    m_session = std::make_unique<Session>(std::move(options));
    UnlockChoice choice;
    choice.keyStore = false;
    choice.passphrase = SecretBytes::copyOf("correcto caballo grapa");
    QObject here;
    m_session->createVault(std::move(choice)).then(&here, [this](const Result<QString> &made) { m_ready = made.ok(); });
    if (!QTest::qWaitFor([this] { return m_ready; }, 120'000))
        return;
    m_theme.install(*qApp);
    PageParts parts;
    parts.profiles = Profiles(m_dir.filePath(QStringLiteral("profiles")));
    parts.preferences = std::make_shared<text::Preferences>(m_dir.filePath(QStringLiteral("preferences.ini")));
    m_registry = allPages(std::move(parts));
    m_window = std::make_unique<MainWindow>(m_registry, m_theme);
    m_navigator = std::make_unique<Navigator>(*m_session, m_theme, m_registry, *m_window);
    m_window->show();
    m_navigator->open(QStringLiteral("documents"));
}

DocumentsPage &Bench::page() { return *qobject_cast<DocumentsPage *>(m_navigator->page(QStringLiteral("documents"))); }

DocumentViews &Bench::views() { return *page().findChild<DocumentViews *>(); }

QWidget *Bench::dialog(const QString &id)
{
    const auto tops = QApplication::topLevelWidgets();
    for (QWidget *top : tops) {
        if (top->objectName() == QStringLiteral("dialog.") + id && top->isVisible())
            return top;
    }
    return nullptr;
}

void Bench::pressVerb(const QString &id)
{
    const auto verb = [this, &id] {
        QWidget *top = dialog(id);
        return top ? top->findChild<QPushButton *>(QStringLiteral("dialogVerb")) : nullptr;
    };
    carriel::test::pressWhenOffered(verb, qPrintable(id));
}

QAction *Bench::action(const char *name) { return page().findChild<QAction *>(QLatin1String(name)); }

QString Bench::file(const QString &name, const QByteArray &bytes)
{
    const QString at = m_dir.filePath(name);
    QFile file(at);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return at;
}

QStringList Bench::namesIn(const ItemId &folder)
{
    DocumentQuery query;
    query.folder = folder;
    QStringList names;
    const QList<DocumentRow> rows = documents().rows(documents().ids(query));
    for (const DocumentRow &row : rows)
        names << row.name;
    return names;
}

ItemId Bench::idOf(const QString &name)
{
    DocumentQuery query;
    query.everywhere = true;
    const QList<DocumentRow> rows = documents().rows(documents().ids(query));
    for (const DocumentRow &row : rows) {
        if (row.name == name)
            return row.id;
    }
    const QList<FolderNode> folders = documents().folders();
    for (const FolderNode &folder : folders) {
        if (folder.name == name)
            return folder.id;
    }
    return {};
}

void Bench::drop(const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    // Qt hands a drop to whoever accepted the drag before.
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&page(), &enter);
    QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&page(), &event);
}

} // namespace carriel::ui::test
