// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/SignDesk.h"

#include "core/base/BaseErrors.h"
#include "core/crypto/Digest.h"
#include "core/services/Checker.h"
#include "core/services/DocumentPassword.h"
#include "core/services/Post.h"
#include "core/services/ServiceErrors.h"
#include "core/services/SignOptions.h"
#include "core/services/TrustDesk.h"
#include "core/services/sealed/SealedDesk.h"
#include "core/sync/SyncErrors.h"
#include "core/vault/Settings.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace carriel {

namespace {
using vault::SigningState;

constexpr qint64 firstWait = 60; // seconds; doubles
constexpr qint64 longestWait = 6 * 60 * 60;
constexpr qint64 mostAtOnce = 64 << 20; // bytes that lie in memory side by side
} // namespace

SignDesk::SignDesk(vault::VaultStore &store, sync::Edits &edits, sealed::SealedDesk &sealed, Clock &clock, Random &random,
                   std::shared_ptr<HttpFetch> fetch, std::function<void(const QUrl &)> openBrowser)
    : m_store(store), m_rows(store.database()), m_edits(edits), m_sealed(sealed), m_clock(clock), m_random(random),
      m_worker(new SignWorker(std::move(fetch), std::move(openBrowser)))
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
}

QString SignDesk::newId()
{
    return QString::fromLatin1(m_random.bytes(16).toHex());
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
                CARRIEL_CHECK(made ? finish(row, *made) : m_rows.update(row));
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
        row.error = kept(Error{errors::keyClosed, {}, {}});
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
        CARRIEL_TRY(const auto version, m_store.version(item->local.version));
        row.options = optionsOf(request, formatFor(request.format, version ? version->mediaType : QString()),
                                item->facts.official);
        CARRIEL_CHECK(keepSigned(m_store, version, row.options));
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
    if (!row || row->state == SigningState::Done)
        return {};
    m_identities.remove(job); // what is being signed ends by itself, and ended() sees that nobody wants it
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
    if (m_running > 0)
        return;
    const auto open = m_rows.open();
    if (!open.ok())
        return;
    const QDateTime now = m_clock.nowUtc();
    QList<Begun> begun;
    QString identity; // of what is begun
    qint64 bytes = 0;
    for (const vault::SigningJobRow &row : open.value()) {
        const bool signs = row.state == SigningState::Waits && m_identities.contains(row.id);
        const bool ready =
            signs || (row.state == SigningState::Unstamped && (!row.nextTryUtc.isValid() || row.nextTryUtc <= now));
        if (!ready || (!begun.isEmpty() && (!signs || m_identities.value(row.id) != identity)))
            continue;
        auto job = begin(row);
        if (!job.ok()) {
            if (!failed(row, job.error()).ok())
                return run(begun); // the disk: the next wake tries again
            if (begun.isEmpty())
                return (void)QMetaObject::invokeMethod(this, &SignDesk::wake, Qt::QueuedConnection);
            continue;
        }
        begun += job.value();
        identity = signs ? m_identities.value(row.id) : QString();
        bytes += QFileInfo(job.value().folder->source()).size();
        if (begun.size() >= m_together.value(identity, 1) || bytes > mostAtOnce)
            break;
    }
    if (begun.isEmpty())
        return planStamps();
    run(begun);
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

Result<SignDesk::Begun> SignDesk::begin(vault::SigningJobRow row)
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
    const auto folder = std::make_shared<SignFolder>();
    CARRIEL_CHECK(folder->open());
    CARRIEL_TRY(const auto what, versionToSign(m_store, row));
    CARRIEL_CHECK(folder->write(m_store, what ? what->blob : BlobId(), row.name, folder->source()));
    CARRIEL_TRY(const auto signedBlob, m_store.blob(what ? what->blob : BlobId()));
    SignWorker::Task task;
    task.options = signOptions(row.options);
    task.format = formatOf(row.options);
    task.name = row.name;
    if (raise) {
        // The address as it is set now: the one of then may have been mistyped.
        const QUrl authority(
            vault::Settings(m_store.database()).value(QString::fromLatin1(settings::timestampAuthority)));
        if (!authority.isEmpty())
            task.options.timestampAuthority = authority;
        // What a signature beside a file signs, by its digest: wherever in the folder that content is.
        CARRIEL_TRY(const BlobId content, m_rows.blobWith(folder->signedDigest()));
        if (!content.isEmpty()) {
            task.content = folder->content();
            CARRIEL_CHECK(folder->write(m_store, content, row.name, task.content));
        }
    }
    CARRIEL_TRY(const Trusted trusted, trustedIn(m_store.database(), m_clock.nowUtc()));
    task.options.source = folder->source();
    task.options.target = folder->target();
    task.options.overwrite = true;
    task.options.password = passwordOf(m_store.database(), signedBlob ? signedBlob->sha256 : QByteArray());
    task.options.anchors = trusted.store.certificates();
    task.options.lists = trusted.store.lists() + trusted.evidence.lists;
    task.options.owner = certificateOf(row.options);
    if (!raise) {
        task.identity = m_identities.value(row.id);
        task.certificate = certificateOf(row.options);
        task.anew = isAnew(row.options);
    }
    row.state = SigningState::Works;
    row.changedUtc = m_clock.nowUtc();
    row.attempts += raise ? 1 : 0;
    CARRIEL_CHECK(m_rows.update(row));
    if (raise)
        row.state = SigningState::Unstamped; // what it is again if this fails
    Q_EMIT moved({row.item});
    return Begun{row, task, folder, signedBlob ? signedBlob->sha256 : QByteArray()};
}

void SignDesk::run(const QList<Begun> &begun)
{
    if (begun.isEmpty())
        return;
    m_running = begun.size();
    QList<SignWorker::Task> tasks;
    for (const Begun &one : begun)
        tasks += one.task;
    const auto finish = [this, begun](qsizetype at, const Result<SignWorker::Made> &made) {
        QMetaObject::invokeMethod(
            this, [this, job = begun.at(at), made] { ended(job, made); }, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, tasks, finish] { worker->run(tasks, finish); }, Qt::QueuedConnection);
}

void SignDesk::ended(const Begun &job, const Result<SignWorker::Made> &made)
{
    vault::SigningJobRow row = job.row;
    const auto now = m_rows.job(row.id);
    const bool givenUp = now.ok() && now.value() && now.value()->state == SigningState::GivenUp;
    const Outcome taken = givenUp     ? Outcome()
                          : made.ok() ? takeIn(row, job, made.value())
                                      : Outcome(made.error());
    job.folder->wipe();
    if (!taken.ok())
        (void)failed(row, taken.error()); // a full disk: the row says Works, and recover() settles it
    if (--m_running == 0)
        QMetaObject::invokeMethod(this, &SignDesk::wake, Qt::QueuedConnection);
}

Outcome SignDesk::takeIn(vault::SigningJobRow &row, const Begun &job, const SignWorker::Made &made)
{
    const bool raise = row.state == SigningState::Unstamped;
    QFile file(job.folder->target());
    if (!file.open(QIODevice::ReadOnly))
        return Error{errors::fileRead, {{QStringLiteral("path"), file.fileName()}}, file.errorString()};
    CARRIEL_TRY(const sync::StagedBlob blob, m_sealed.stageAs(row.item, file));
    CARRIEL_CHECK(passOnPassword(m_store.database(), job.source, blob.sha256));
    const bool first = !raise;
    row.options = reachedLevel(row.options, made.reached, made.certificate);
    row.resultSha256 = blob.sha256;
    row.error = made.unstamped ? kept(*made.unstamped) : QJsonObject();
    row.state = SigningState::Works;
    CARRIEL_CHECK(m_rows.update(row));
    const SignFormat format = formatOf(row.options);
    if (first && isSeparate(row.options)) {
        CARRIEL_TRY(const auto item, m_store.item(row.item));
        sync::NewDocument document;
        document.parent = item ? item->local.parent : rootItem();
        document.name = signedName(row.name, format);
        document.blob = blob.id;
        document.mediaType = signedMediaType(format);
        document.custody = item ? item->custody : Custody::Open;
        CARRIEL_TRY(const QList<sync::Added> added, m_edits.addDocuments({document}));
        row.resultItem = added.first().id;
    } else {
        if (row.resultItem.isEmpty())
            row.resultItem = row.item;
        CARRIEL_TRY(const auto before, m_store.version(row.version));
        const QString kind = raise && before ? before->mediaType : signedMediaType(format);
        CARRIEL_TRY([[maybe_unused]] const VersionId version, m_edits.addVersion(row.resultItem, blob.id, kind));
    }
    row.state = stillOwed(row.options) ? SigningState::Unstamped : SigningState::Done;
    row.nextTryUtc = row.state == SigningState::Unstamped ? m_clock.nowUtc().addSecs(firstWait) : QDateTime();
    row.changedUtc = m_clock.nowUtc();
    const auto record = first ? madeFrom(m_store, row) : std::nullopt;
    CARRIEL_CHECK(record ? finish(row, *record) : m_rows.update(row));
    m_identities.remove(row.id);
    Q_EMIT moved({row.item, row.resultItem});
    return {};
}

// The job, the register of signatures and the record of activity say it together, or none does.
Outcome SignDesk::finish(const vault::SigningJobRow &row, const vault::SignatureMadeRow &made)
{
    return m_store.transact([&](sync::Writer &writer) -> Outcome {
        CARRIEL_CHECK(m_rows.finish(row, made));
        return writer.addActivity({QStringLiteral("document.signed"),
                                   made.item.text(),
                                   {},
                                   {{QStringLiteral("name"), made.name}, {QStringLiteral("level"), made.level}}});
    });
}

Outcome SignDesk::failed(vault::SigningJobRow row, const Error &error)
{
    row.error = kept(error);
    row.changedUtc = m_clock.nowUtc();
    row.nextTryUtc = {};
    if (row.state == SigningState::Unstamped && mayComeLater(error)) {
        const qint64 wait = qMin(longestWait, firstWait << qMin(row.attempts, 12));
        row.nextTryUtc = m_clock.nowUtc().addSecs(wait);
    } else {
        row.state = SigningState::Failed;
        m_identities.remove(row.id);
    }
    const Outcome written = m_rows.update(row);
    Q_EMIT moved({row.item});
    return written;
}

} // namespace carriel
