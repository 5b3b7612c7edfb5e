// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Importer.h"

#include "core/base/BaseErrors.h"
#include "core/services/ServiceErrors.h"
#include "core/services/sealed/SealingDevice.h"
#include "core/vault/VaultErrors.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QStorageInfo>
#include <QTimer>

namespace carriel {

namespace {
// One transaction takes at most this many bytes or this long: a crash loses little, and the engine gets its turn.
constexpr qint64 batchBytes = 16 << 20;
constexpr qint64 batchMilliseconds = 200;
constexpr qint64 small = 1 << 20; // up to this, documents are staged together

Error fileError(ErrorCode code, const QString &path, const QString &reason = {})
{
    return Error{code, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), reason}}, reason};
}
} // namespace

Outcome readableFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) // a name that is no text came with replacement characters, by which nothing can be found
        return fileError(path.contains(QChar::ReplacementCharacter) ? errors::fileNameNotText : errors::fileMissing, path);
    if (info.isDir())
        return fileError(errors::isDirectory, path);
    if (!info.isFile()) // reading a pipe would wait for ever
        return fileError(errors::notAFile, path);
    return {};
}

Error unreadable(const QString &path, const QFile &file)
{
    return fileError(file.error() == QFile::PermissionsError || !QFileInfo(path).isReadable() ? errors::fileForbidden : errors::fileRead,
                     path, file.errorString());
}

QString mediaTypeOf(const QString &name, const QByteArray &head)
{
    static const QMimeDatabase database;
    // Containers of a signature (EN 319 162-1 annex A); not every system's list knows them.
    if (head.startsWith("PK") && (name.endsWith(QLatin1String(".asice"), Qt::CaseInsensitive) ||
                                  name.endsWith(QLatin1String(".sce"), Qt::CaseInsensitive)))
        return QStringLiteral("application/vnd.etsi.asic-e+zip");
    if (head.startsWith("PK") && (name.endsWith(QLatin1String(".asics"), Qt::CaseInsensitive) ||
                                  name.endsWith(QLatin1String(".scs"), Qt::CaseInsensitive)))
        return QStringLiteral("application/vnd.etsi.asic-s+zip");
    return database.mimeTypeForFileNameAndData(name, head).name();
}

Outcome roomFor(const QString &vault, qint64 bytes)
{
    constexpr qint64 mostInLog = 16 * 1024 * 1024; // what is written stands in the log as well, until it has grown to this
    const qint64 needed = bytes + bytes / 32 + qMin(bytes, mostInLog);
    const QStorageInfo disk(QFileInfo(vault).absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < needed)
        return Error{vault::errors::diskFull,
                     {{QStringLiteral("path"), vault}, {QStringLiteral("needed"), needed}, {QStringLiteral("free"), disk.bytesAvailable()}},
                     {}};
    return {};
}

void Importer::start(sync::Edits &edits, Job job, QObject *owner)
{
    auto *importer = new Importer(edits, std::move(job), owner);
    QTimer::singleShot(0, importer, &Importer::slice);
}

Importer::Importer(sync::Edits &edits, Job job, QObject *owner) : QObject(owner), m_edits(edits), m_job(std::move(job))
{
    for (const AddRequest &file : std::as_const(m_job.files)) {
        m_results.append(AddedDocument{file.path, {}, {}, {}, 0, {}, std::nullopt});
        m_bytesTotal += QFileInfo(file.path).size();
    }
    m_sinceProgress.start();
}

void Importer::slice()
{
    QElapsedTimer elapsed;
    elapsed.start();
    m_room = 0;
    while (m_next < m_job.files.size() && m_waitingBytes < batchBytes && elapsed.elapsed() < batchMilliseconds) {
        if (m_job.cancel.isCancelled())
            return finish(Error{errors::cancelled, {}, {}});
        read(m_job.files.at(m_next++));
    }
    if (const Outcome outcome = commit(); !outcome)
        return finish(outcome.error());
    if (m_next < m_job.files.size())
        QTimer::singleShot(0, this, &Importer::slice);
    else
        finish(std::nullopt);
}

// Asking the disk costs as much as reading a small file, so it is asked for a whole batch while there is plenty.
Outcome Importer::takeRoom(qint64 bytes)
{
    if (m_room < bytes)
        m_room = roomFor(m_job.vault, batchBytes) ? batchBytes : 0;
    if (m_room < bytes)
        return roomFor(m_job.vault, bytes);
    m_room -= bytes;
    return {};
}

void Importer::read(const AddRequest &request)
{
    const int at = int(m_next - 1);
    AddedDocument &result = m_results[at];
    QFile file(request.path);
    Outcome fit = readableFile(request.path);
    if (fit)
        fit = takeRoom(file.size());
    if (!fit) {
        result.error = fit.error();
        return;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        result.error = unreadable(request.path, file);
        return;
    }
    const QString name = request.name.isEmpty() ? QFileInfo(request.path).fileName() : request.name;
    const QString mediaType = mediaTypeOf(name, file.peek(4096));
    const auto tell = [this, &name](qint64 bytes) {
        if (m_job.progress && m_sinceProgress.elapsed() >= 100) {
            m_sinceProgress.restart();
            m_job.progress({m_bytesDone + bytes, m_bytesTotal, name});
        }
        return !m_job.cancel.isCancelled();
    };
    const Custody custody = m_job.seal ? Custody::Private : Custody::Open;
    Waiting waiting{at, {request.folder, name, {}, mediaType, {}, custody}, std::nullopt};
    if (file.size() <= small) {
        QByteArray bytes = file.read(small + 1);
        if (bytes.size() <= small && file.error() == QFile::NoError)
            waiting.bytes = std::move(bytes);
        else
            file.seek(0); // it has grown meanwhile, or cannot be read: as a large one, which tells
    }
    if (waiting.bytes) {
        result.size = waiting.bytes->size();
        if (m_job.seal) {
            auto sealed = sealed::sealWhole(*waiting.bytes, *m_job.seal);
            if (!sealed.ok()) {
                result.error = sealed.error();
                return;
            }
            waiting.bytes = std::move(sealed).value();
        }
    } else {
        const auto staged = stage(file, tell);
        if (!staged) {
            result.error = staged.error();
            return;
        }
        if (file.error() != QFile::NoError) {
            result.error = unreadable(request.path, file);
            return;
        }
        result.size = m_job.seal ? crypto::plainSizeOf(staged.value().size) : staged.value().size;
        result.sha256 = staged.value().sha256;
        waiting.document.blob = staged.value().id;
    }
    m_bytesDone += result.size;
    m_waitingBytes += result.size;
    tell(0);
    waiting.document.meta.setOrigin(OriginKind::Uploaded, request.medium);
    waiting.document.meta.setIncorporatedOn(QDate::currentDate());
    m_waiting.append(std::move(waiting));
}

Result<sync::StagedBlob> Importer::stage(QFile &file, const std::function<bool(qint64)> &progress)
{
    if (!m_job.seal)
        return m_edits.stage(file, progress);
    CARRIEL_TRY(const auto sealed, sealed::SealingDevice::over(file, *m_job.seal));
    return m_edits.stage(*sealed, progress);
}

void Importer::stageSmall()
{
    QList<QByteArray> contents;
    for (const Waiting &waiting : std::as_const(m_waiting)) {
        if (waiting.bytes)
            contents.append(*waiting.bytes);
    }
    if (contents.isEmpty())
        return;
    const auto staged = m_edits.stageAll(contents);
    qsizetype next = 0;
    for (Waiting &waiting : m_waiting) {
        if (!waiting.bytes)
            continue;
        // If not all together, then perhaps some: a disk that is full has room for the smallest.
        const auto one = staged ? Result<QList<sync::StagedBlob>>({staged.value().at(next++)}) : m_edits.stageAll({*waiting.bytes});
        if (one) {
            m_results[waiting.result].sha256 = one.value().first().sha256;
            waiting.document.blob = one.value().first().id;
        } else {
            m_results[waiting.result].error = one.error();
        }
        waiting.bytes.reset();
    }
    m_waiting.removeIf([](const Waiting &waiting) { return waiting.document.blob.isEmpty(); });
}

Outcome Importer::commit()
{
    stageSmall();
    if (m_waiting.isEmpty())
        return {};
    QList<sync::NewDocument> documents;
    for (const Waiting &waiting : std::as_const(m_waiting))
        documents.append(waiting.document);
    CARRIEL_TRY(const QList<sync::Added> added, m_edits.addDocuments(documents));
    QList<ItemId> ids;
    for (qsizetype i = 0; i < added.size(); ++i) {
        AddedDocument &result = m_results[m_waiting.at(i).result];
        result.id = added.at(i).id;
        result.name = added.at(i).name;
        result.originalName = added.at(i).originalName;
        ids.append(result.id);
    }
    m_waiting.clear();
    m_waitingBytes = 0;
    if (m_job.added)
        m_job.added(ids);
    return {};
}

void Importer::finish(std::optional<Error> error)
{
    if (error && error->code == errors::cancelled)
        error = commit().ok() ? error : std::optional(Error{errors::internal, {}, QStringLiteral("commit after cancel")});
    if (m_job.progress)
        m_job.progress({m_bytesDone, m_bytesTotal, {}});
    if (error)
        m_job.done(*error);
    else
        m_job.done(m_results);
    deleteLater();
}

} // namespace carriel
