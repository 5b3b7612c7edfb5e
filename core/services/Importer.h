// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Brings files into the vault in slices, so that the engine's thread goes on with its other work in between.
// Thread: the engine's.
#pragma once

#include "core/base/Result.h"
#include "core/crypto/Sealed.h"
#include "core/services/Values.h"
#include "core/sync/Edits.h"

#include <QElapsedTimer>
#include <QObject>
#include <functional>

class QFile;

namespace carriel {

class Importer final : public QObject
{
    Q_OBJECT
public:
    struct Job {
        QList<AddRequest> files;
        ProgressFn progress; // called in this thread
        CancelToken cancel;
        std::function<void(const QList<ItemId> &)> added; // after each transaction
        std::function<void(Result<QList<AddedDocument>>)> done;
        QString vault; // the file into which they go
        std::shared_ptr<crypto::SealingKey> seal; // not null: every document is sealed with it, and private
    };

    // Deletes itself after `done`.
    static void start(sync::Edits &edits, Job job, QObject *owner);

private:
    Importer(sync::Edits &edits, Job job, QObject *owner);
    void slice();
    void read(const AddRequest &request);
    Result<sync::StagedBlob> stage(QFile &file, const std::function<bool(qint64)> &progress);
    Outcome takeRoom(qint64 bytes);
    void stageSmall();
    Outcome commit();
    void finish(std::optional<Error> error);

    struct Waiting {
        int result;
        sync::NewDocument document;
        std::optional<QByteArray> bytes; // a small one, read and not staged yet
    };
    sync::Edits &m_edits;
    Job m_job;
    QList<AddedDocument> m_results;
    QList<Waiting> m_waiting;
    qint64 m_waitingBytes = 0;
    qint64 m_room = 0; // what the disk was found to have for this batch, and no document has taken yet
    qint64 m_bytesDone = 0;
    qint64 m_bytesTotal = 0;
    QElapsedTimer m_sinceProgress;
    qsizetype m_next = 0;
};

// CAR-SVC-040 to -042: it is not there, a directory, or no file at all. Nothing is opened.
Outcome readableFile(const QString &path);
// Whether the disk of this vault has room for a document of so many bytes (CAR-VLT-005). Asked before: a disk that is full to
// its last page takes nothing more, not even the order to give a part of it back.
Outcome roomFor(const QString &vault, qint64 bytes);
Error unreadable(const QString &path, const QFile &file); // CAR-SVC-043 or CAR-BAS-003

// What the name and the first bytes say; application/octet-stream if neither does.
QString mediaTypeOf(const QString &name, const QByteArray &head);

} // namespace carriel
