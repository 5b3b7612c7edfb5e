// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/SignDesk.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Digest.h"
#include "core/services/Post.h"
#include "core/services/ServiceErrors.h"
#include "core/services/SignOptions.h"
#include "core/services/TrustDesk.h"
#include "core/sync/SyncErrors.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QStandardPaths>

namespace carriel {

namespace {
using vault::SigningState;

constexpr qint64 firstWait = 60; // seconds; doubles
constexpr qint64 longestWait = 6 * 60 * 60;

void wipe(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadWrite)) {
        const QByteArray zeros(256 * 1024, '\0');
        for (qint64 left = file.size(); left > 0; left -= zeros.size())
            file.write(zeros.constData(), qMin<qint64>(left, zeros.size()));
        file.flush();
    }
    file.remove();
}
} // namespace

SignDesk::SignDesk(vault::VaultStore &store, sync::Edits &edits, Clock &clock, Random &random,
                   std::shared_ptr<HttpFetch> fetch)
    : m_store(store), m_rows(store.database()), m_edits(edits), m_clock(clock), m_random(random),
      m_worker(new SignWorker(std::move(fetch)))
{
    m_thread.setObjectName(QStringLiteral("signer"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    m_stamps.setSingleShot(true);
    connect(&m_stamps, &QTimer::timeout, this, &SignDesk::wake);
}

SignDesk::~SignDesk()
{
    m_thread.quit();
    m_thread.wait();
    if (m_folder) {
        const QFileInfoList left = QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden);
        for (const QFileInfo &file : left)
            wipe(file.filePath());
    }
}

QString SignDesk::newId()
{
    return QString::fromLatin1(m_random.bytes(16).toHex());
}

Result<QString> SignDesk::folder()
{
    if (!m_folder || !m_folder->isValid()) {
        // The runtime folder lives in memory and is this user's alone, where the system has one.
        const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
        const QString base = !runtime.isEmpty() && QFileInfo(runtime).isWritable() ? runtime : QDir::tempPath();
        m_folder = std::make_unique<QTemporaryDir>(base + QStringLiteral("/carriel-sign-XXXXXX"));
    }
    if (!m_folder->isValid())
        return Error{errors::fileWrite,
                     {{QStringLiteral("path"), m_folder->path()}, {QStringLiteral("reason"), m_folder->errorString()}},
                     {}};
    return m_folder->path();
}

Outcome SignDesk::recover()
{
    CARRIEL_TRY(const auto open, m_rows.open());
    for (vault::SigningJobRow row : open) {
        if (row.state == SigningState::Works) {
            CARRIEL_TRY(const ItemId holder, m_rows.holder(row.resultSha256));
            if (holder.isEmpty()) {
                CARRIEL_CHECK(needsKey(row));
            } else {
                row.resultItem = holder;
                row.state = stillOwed(row.options) ? SigningState::Unstamped : SigningState::Done;
                row.nextTryUtc = {};
                const auto made = madeFrom(m_store, row);
                CARRIEL_CHECK(made ? m_rows.finish(row, *made) : m_rows.update(row));
            }
        } else if (row.state == SigningState::Waits) {
            CARRIEL_CHECK(needsKey(row));
        }
    }
    return {};
}

Outcome SignDesk::needsKey(vault::SigningJobRow row)
{
    m_identities.remove(row.id);
    if (isRenewal(row.options) || !row.resultItem.isEmpty()) {
        row.state = SigningState::Unstamped; // signed already: it needs none
        row.resultSha256.clear();            // of a result that never came in
        row.options = reachedLevel(row.options, signing::Level::B, {});
    } else {
        row.state = SigningState::Failed;
        row.error = {{QStringLiteral("code"), Error{errors::keyClosed, {}, {}}.codeText()}};
    }
    return m_rows.update(row);
}

Result<QStringList> SignDesk::add(const SignRequest &request)
{
    QStringList ids;
    QList<vault::SigningJobRow> rows;
    for (const ItemId &id : request.documents) {
        CARRIEL_TRY(const auto item, m_store.item(id));
        if (!item || item->type != ItemType::Document)
            return Error{errors::itemNotFound, {{QStringLiteral("item"), id.text()}}, {}};
        vault::SigningJobRow row;
        row.id = newId();
        row.item = id;
        row.version = item->local.version;
        row.name = item->local.name;
        row.options = optionsOf(request, item->facts.official);
        row.createdUtc = row.changedUtc = m_clock.nowUtc();
        rows += row;
        ids += row.id;
    }
    CARRIEL_CHECK(m_rows.add(rows));
    for (const QString &id : std::as_const(ids))
        m_identities.insert(id, request.identity);
    Q_EMIT moved(request.documents);
    wake();
    return ids;
}

Outcome SignDesk::resume(const QStringList &jobs, const QString &identity)
{
    for (const QString &id : jobs) {
        CARRIEL_TRY(auto row, m_rows.job(id));
        if (!row || (row->state != SigningState::Waits && row->state != SigningState::Failed))
            continue;
        row->state = isRenewal(row->options) ? SigningState::Unstamped : SigningState::Waits;
        row->error = {};
        row->nextTryUtc = {};
        row->changedUtc = m_clock.nowUtc();
        CARRIEL_CHECK(m_rows.update(*row));
        m_identities.insert(id, identity);
    }
    wake();
    return {};
}

Outcome SignDesk::giveUp(const QString &job)
{
    CARRIEL_TRY(auto row, m_rows.job(job));
    if (!row || row->state == SigningState::Works || row->state == SigningState::Done)
        return {};
    row->state = SigningState::GivenUp;
    row->changedUtc = m_clock.nowUtc();
    CARRIEL_CHECK(m_rows.update(*row));
    Q_EMIT moved({row->item});
    return {};
}

Outcome SignDesk::renew(const QList<ItemId> &documents, const QUrl &authority)
{
    QList<vault::SigningJobRow> rows;
    for (const ItemId &id : documents) {
        CARRIEL_TRY(const auto item, m_store.item(id));
        if (!item || item->type != ItemType::Document)
            return Error{errors::itemNotFound, {{QStringLiteral("item"), id.text()}}, {}};
        vault::SigningJobRow row;
        row.id = newId();
        row.item = id;
        row.version = item->local.version;
        row.name = item->local.name;
        row.state = SigningState::Unstamped;
        row.options = renewalOptions(authority, item->facts.official);
        row.createdUtc = row.changedUtc = m_clock.nowUtc();
        rows += row;
    }
    CARRIEL_CHECK(m_rows.add(rows));
    Q_EMIT moved(documents);
    wake();
    return {};
}

void SignDesk::stampNow()
{
    const auto open = m_rows.open();
    if (!open.ok())
        return;
    for (vault::SigningJobRow row : open.value()) {
        if (row.state == SigningState::Unstamped) {
            row.nextTryUtc = {};
            (void)m_rows.update(row);
        }
    }
    wake();
}

void SignDesk::wake()
{
    if (m_busy)
        return;
    const auto open = m_rows.open();
    if (!open.ok())
        return;
    const QDateTime now = m_clock.nowUtc();
    for (const vault::SigningJobRow &row : open.value()) {
        const bool ready =
            (row.state == SigningState::Waits && m_identities.contains(row.id)) ||
            (row.state == SigningState::Unstamped && (!row.nextTryUtc.isValid() || row.nextTryUtc <= now));
        if (!ready)
            continue;
        if (const Outcome begun = begin(row); !begun.ok()) {
            if (!failed(row, begun.error()).ok())
                return; // the disk: the next wake tries again
            QMetaObject::invokeMethod(this, &SignDesk::wake, Qt::QueuedConnection);
        }
        return;
    }
    planStamps();
}

void SignDesk::planStamps()
{
    const auto open = m_rows.open();
    QDateTime next;
    for (const vault::SigningJobRow &row : open.valueOr({})) {
        if (row.state == SigningState::Unstamped && row.nextTryUtc.isValid())
            next = next.isValid() ? qMin(next, row.nextTryUtc) : row.nextTryUtc;
    }
    if (next.isValid())
        m_stamps.start(int(qBound(qint64(1000), m_clock.nowUtc().msecsTo(next), qint64(60 * 60 * 1000))));
}

Outcome SignDesk::writeSource(const vault::SigningJobRow &row, const QString &path)
{
    CARRIEL_TRY(const auto version, m_store.version(row.version));
    CARRIEL_TRY(const auto blob,
                version ? m_store.blob(version->blob) : Result<std::optional<sync::BlobRow>>(std::nullopt));
    if (!blob || blob->state != sync::BlobState::Verified)
        return Error{errors::notHere, {{QStringLiteral("name"), row.name}}, {}};
    QFile file(path);
    const auto writeError = [&] {
        return Error{
            errors::fileWrite, {{QStringLiteral("path"), path}, {QStringLiteral("reason"), file.errorString()}}, {}};
    };
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return writeError();
    for (qint64 offset = 0; offset < blob->size;) {
        CARRIEL_TRY(const QByteArray bytes, m_store.chunk(blob->id, int(offset / sync::chunkSize)));
        if (bytes.isEmpty() || file.write(bytes) != bytes.size())
            return writeError();
        offset += bytes.size();
    }
    return file.flush() ? Outcome() : Outcome(writeError());
}

Outcome SignDesk::begin(vault::SigningJobRow row)
{
    const bool raise = row.state == SigningState::Unstamped;
    if (raise) {
        // Only what was signed then is raised; if the document went on since, its proofs belong to the version that
        // was.
        CARRIEL_TRY(const auto item, m_store.item(row.resultItem.isEmpty() ? row.item : row.resultItem));
        if (!item || item->local.state != ItemState::Active)
            return Error{errors::itemNotFound, {{QStringLiteral("item"), row.item.text()}}, {}};
        CARRIEL_TRY(const auto version, m_store.version(item->local.version));
        CARRIEL_TRY(const auto blob,
                    version ? m_store.blob(version->blob) : Result<std::optional<sync::BlobRow>>(std::nullopt));
        if (!blob || (!row.resultSha256.isEmpty() && blob->sha256 != row.resultSha256))
            return Error{errors::documentMoved, {{QStringLiteral("name"), row.name}}, {}};
        row.version = item->local.version;
    }
    CARRIEL_TRY(const QString place, folder());
    const QString source = place + QStringLiteral("/in.pdf");
    CARRIEL_CHECK(writeSource(row, source));
    SignWorker::Task task;
    CARRIEL_TRY(const Trusted trusted, trustedIn(m_store.database()));
    task.options = signOptions(row.options);
    task.options.source = source;
    task.options.target = place + QStringLiteral("/out.pdf");
    task.options.overwrite = true;
    task.options.anchors = trusted.store.certificates();
    if (!raise) {
        task.identity = m_identities.value(row.id);
        task.certificate = certificateOf(row.options);
    }
    row.state = SigningState::Works;
    row.changedUtc = m_clock.nowUtc();
    row.attempts += raise ? 1 : 0;
    CARRIEL_CHECK(m_rows.update(row));
    if (raise)
        row.state = SigningState::Unstamped; // what it is again if this fails
    m_busy = true;
    Q_EMIT moved({row.item});
    postAsync<Result<SignWorker::Made>>(m_worker, [worker = m_worker, task = std::move(task)](auto finish) mutable {
        worker->run(std::move(task), finish);
    }).then(this, [this, row](const Result<SignWorker::Made> &made) { ended(row, made); });
    return {};
}

void SignDesk::ended(vault::SigningJobRow row, const Result<SignWorker::Made> &made)
{
    m_busy = false;
    const Outcome taken = made.ok() ? takeIn(row, made.value()) : Outcome(made.error());
    if (m_folder) {
        wipe(m_folder->filePath(QStringLiteral("in.pdf")));
        wipe(m_folder->filePath(QStringLiteral("out.pdf")));
    }
    if (!taken.ok())
        (void)failed(row, taken.error()); // a full disk: the row says Works, and recover() settles it
    QMetaObject::invokeMethod(this, &SignDesk::wake, Qt::QueuedConnection);
}

Outcome SignDesk::takeIn(vault::SigningJobRow &row, const SignWorker::Made &made)
{
    const bool raise = row.state == SigningState::Unstamped;
    QFile file(m_folder->filePath(QStringLiteral("out.pdf")));
    if (!file.open(QIODevice::ReadOnly))
        return Error{errors::fileRead, {{QStringLiteral("path"), file.fileName()}}, file.errorString()};
    CARRIEL_TRY(const sync::StagedBlob blob, m_edits.stage(file));
    const bool first = !raise;
    row.options = reachedLevel(row.options, made.reached, made.certificate);
    row.resultSha256 = blob.sha256;
    row.error = made.unstamped ? QJsonObject{{QStringLiteral("code"), made.unstamped->codeText()}} : QJsonObject();
    row.state = SigningState::Works;
    CARRIEL_CHECK(m_rows.update(row));
    const QString pdf = QStringLiteral("application/pdf");
    if (first && isSeparate(row.options)) {
        CARRIEL_TRY(const auto item, m_store.item(row.item));
        sync::NewDocument document;
        document.parent = item ? item->local.parent : rootItem();
        document.name = signedName(row.name);
        document.blob = blob.id;
        document.mediaType = pdf;
        CARRIEL_TRY(const QList<sync::Added> added, m_edits.addDocuments({document}));
        row.resultItem = added.first().id;
    } else {
        if (row.resultItem.isEmpty())
            row.resultItem = row.item;
        CARRIEL_TRY([[maybe_unused]] const VersionId version, m_edits.addVersion(row.resultItem, blob.id, pdf));
    }
    row.state = stillOwed(row.options) ? SigningState::Unstamped : SigningState::Done;
    row.nextTryUtc = row.state == SigningState::Unstamped ? m_clock.nowUtc().addSecs(firstWait) : QDateTime();
    row.changedUtc = m_clock.nowUtc();
    const auto record = first ? madeFrom(m_store, row) : std::nullopt;
    CARRIEL_CHECK(record ? m_rows.finish(row, *record) : m_rows.update(row));
    m_identities.remove(row.id);
    Q_EMIT moved({row.item, row.resultItem});
    return {};
}

Outcome SignDesk::failed(vault::SigningJobRow row, const Error &error)
{
    row.error = {{QStringLiteral("code"), error.codeText()}};
    row.changedUtc = m_clock.nowUtc();
    row.nextTryUtc = {};
    if (row.state == SigningState::Unstamped && mayComeLater(error)) {
        const qint64 wait = qMin(longestWait, firstWait << qMin(row.attempts, 12));
        row.nextTryUtc = m_clock.nowUtc().addSecs(wait);
    } else {
        row.state = SigningState::Failed;
        m_identities.remove(row.id);
    }
    const Outcome kept = m_rows.update(row);
    Q_EMIT moved({row.item});
    return kept;
}

} // namespace carriel
