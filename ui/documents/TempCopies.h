// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// "Open with": a copy for another program, in a folder only this user can read, watched while it lies there. What the
// other program changes becomes a new version, also what it saved in the last moment before the vault is locked.
// Everything is overwritten and removed when the vault is locked or the program ends; what a crash left behind is
// removed at the next start, but for changes not yet taken in: those wait there for the next unlocking of their folder.
// Thread: GUI.
#pragma once

#include "core/services/Values.h"
#include "ui/documents/CopyFolders.h"
#include "ui/shell/Page.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QHash>
#include <QLockFile>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QUrl>

namespace carriel::ui {

class TempCopies final : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 mostGiven = 200 * 1024 * 1024; // bytes, by filesFor()

    TempCopies(const PageContext &context, QObject *parent);
    ~TempCopies() override;

    void open(const DocumentRow &row); // brings it here, writes the copy, hands it to the system
    // Only writes it; calls back with its path.
    void copyOut(const DocumentRow &row, std::function<void(const QString &path)> then);
    // Written at once, for a drop or a paste in another program: only what is on this computer, at most mostGiven in all.
    QList<QUrl> filesFor(const QList<DocumentRow> &rows);
    void wipe();                                // but not what could not be taken in
    QString folder() const { return m_folder; } // empty until the first copy

    // How a copy is handed to the system; OtherProgram.h if not set.
    std::function<void(const QString &path)> handOver;

Q_SIGNALS:
    void copyAsked(const carriel::DocumentRow &row); // no program opens it: the person wants a file of their own

private:
    struct Copy {
        DocumentRow row;
        QByteArray digest; // of what the vault has, or is being given
        QDateTime written; // when the copy was
    };
    bool makeFolder();
    QString placeFor(const DocumentRow &row); // makes its folder
    void sayOpened(const DocumentRow &row, bool opened);
    void changed(const QString &path);
    void settle();
    void takeIn(); // at once, before the vault closes
    void save(const QString &path, const QByteArray &digest);
    void sayTakenIn(const ItemId &id, const QString &name);
    void recover(); // what a run that was killed had not taken in
    void recoverOne(const UnsavedCopy &copy);

    PageContext m_context;
    QString m_folder;
    std::unique_ptr<QLockFile> m_lock; // says that this run still lives
    QFileSystemWatcher m_watcher;
    QTimer m_settle; // programs write in several steps; a moment of quiet means done
    QStringList m_touched;
    QHash<QString, Copy> m_copies;
    QSet<QString> m_recovering;
};

} // namespace carriel::ui
