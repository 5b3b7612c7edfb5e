// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/Uploads.h"

#include "reference-operator/Faults.h"
#include "reference-operator/Quota.h"

#include <cerrno>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype piece = 256 * 1024;

UploadState read(Connection &c, const QString &folder, const QString &id)
{
    QSqlQuery &row = c.run(u"SELECT length, done, sha256, blob, expires FROM uploads WHERE folder = ? AND id = ?"_s, {folder, id});
    if (!row.next())
        throw Problem("not_found");
    UploadState state{id, row.value(0).toLongLong(), row.value(1).toLongLong(),
                      QByteArray::fromBase64(row.value(2).toString().toLatin1()), std::nullopt};
    const QString blob = row.value(3).toString();
    const bool expired = row.value(4).toLongLong() <= nowSeconds();
    row.finish();
    if (expired)
        throw Problem("upload_gone");
    if (!blob.isEmpty())
        state.blob = findBlob(c, folder, blob);
    return state;
}

Outcome known(const Blob &blob)
{
    return {200, {{u"Upload-Complete"_s, u"?1"_s}}, compact({{u"blob"_s, blob.json()}}), false};
}

} // namespace

QByteArray Uploads::limits() const
{
    return QByteArray("max-append-size=" + QByteArray::number(m_config.limits.appendMax) + ", min-append-size=65536, max-age=" +
                      QByteArray::number(m_config.retention.upload));
}

Outcome Uploads::create(const Key &key, qint64 length, const QByteArray &sha256, const QString &location)
{
    if (length > m_config.limits.uploadMax)
        throw Problem("too_large");
    const auto empty = length == 0 ? std::optional(m_store.hold()) : std::nullopt;
    if (length == 0) { // nothing to send: the empty document is stored at once
        if (sha256 != op::sha256(""))
            throw Problem("digest_mismatch");
        m_store.put(key.folder, {{sha256, QByteArray()}});
    }
    // Known, but the disk has lost or changed it: it is taken once more, and stands right again.
    const auto before = m_database.read([&](Connection &c) { return findBlobByDigest(c, key.folder, sha256); });
    const bool spoilt = before && !m_store.isWhole(before->place, sha256);
    return m_database.write([&](Connection &c) {
        if (spoilt) // what brought it once is gone, and who asks for that one begins a new one
            c.change(u"DELETE FROM uploads WHERE folder = ? AND blob = ?"_s, {key.folder, before->id});
        return once(c, key, [&]() -> Outcome {
            if (length == 0)
                return known(nameBlob(c, key.folder, sha256, 0, m_store.place(key.folder, sha256)));
            if (const auto blob = findBlobByDigest(c, key.folder, sha256); blob && blob->size == length && !spoilt)
                return known(*blob);
            needSpace(c, m_config, key.folder, length);
            const QString id = newId();
            c.change(u"INSERT INTO uploads(folder, id, length, done, sha256, expires) VALUES(?, ?, ?, 0, ?, ?)"_s,
                     {key.folder, id, length, QString::fromLatin1(b64(sha256)), nowSeconds() + m_config.retention.upload});
            return {201,
                    {{u"Location"_s, QString(location + u'/' + id)},
                     {u"Upload-Complete"_s, u"?0"_s},
                     {u"Upload-Offset"_s, u"0"_s},
                     {u"Upload-Limit"_s, QString::fromLatin1(limits())}},
                    QByteArray(),
                    false};
        });
    });
}

UploadState Uploads::state(const QString &folder, const QString &id)
{
    return m_database.read([&](Connection &c) { return read(c, folder, id); });
}

std::shared_ptr<Uploads::Live> Uploads::live(const QString &folder, const QString &id)
{
    const std::lock_guard lock(m_mutex);
    auto &entry = m_live[{folder, id}];
    if (!entry)
        entry = std::make_shared<Live>();
    return entry;
}

void Uploads::forget(const QString &folder, const QString &id)
{
    const std::lock_guard lock(m_mutex);
    m_live.erase({folder, id});
}

Sha256 Uploads::digestUpTo(Live &live, const File &file, qint64 offset)
{
    if (live.hashed == offset)
        return live.digest;
    Sha256 digest; // the first append since a start: read what is there
    for (qint64 at = 0; at < offset;) {
        const QByteArray bytes = file.readAt(at, std::min<qint64>(offset - at, 1 << 20));
        if (bytes.isEmpty())
            throw FileError(u"an upload"_s, EIO);
        digest.add(bytes);
        at += bytes.size();
    }
    live.digest = Sha256(digest);
    live.hashed = offset;
    return digest;
}

UploadState Uploads::append(const QString &folder, const QString &id, const Append &append)
{
    const std::shared_ptr<Live> mine = live(folder, id);
    UploadState state;
    File file;
    std::optional<Sha256> whole;
    quint64 writer = 0;
    {
        // From here on an older writer, whose connection was cut but who does not know it yet, writes no more.
        const std::lock_guard lock(mine->mutex);
        state = this->state(folder, id);
        if (state.blob)
            return state; // the answer was lost: it is given again
        if (append.offset != state.offset)
            throw Problem("mismatching_upload_offset").header("Upload-Offset", QByteArray::number(state.offset));
        if (append.length > m_config.limits.appendMax || append.offset + append.length > state.length)
            throw Problem("too_large");
        if (append.last != (append.offset + append.length == state.length))
            throw Problem("invalid_request").with("detail", u"Upload-Complete"_s);
        file = m_store.openUpload(id, state.offset == 0);
        whole.emplace(digestUpTo(*mine, file, state.offset));
        writer = ++mine->writer;
    }
    Sha256 part;
    qint64 at = append.offset;
    QByteArray waiting;
    const auto flush = [&] {
        const std::lock_guard lock(mine->mutex);
        if (mine->writer != writer)
            throw Problem("upload_busy").retryAfter(1);
        file.writeAt(at, waiting);
        at += waiting.size();
        waiting.clear();
    };
    append.body([&](QByteArrayView bytes) {
        part.add(bytes);
        whole->add(bytes);
        waiting.append(bytes);
        if (waiting.size() >= piece)
            flush();
    });
    flush();
    if (at != append.offset + append.length || part.result() != append.digest)
        throw Problem("digest_mismatch").with("reason", u"content"_s).header("Upload-Offset", QByteArray::number(append.offset));
    const std::lock_guard lock(mine->mutex);
    if (mine->writer != writer)
        throw Problem("upload_busy").retryAfter(1);
    if (append.length > 0) {
        file.sync();
        crashPoint("append-durable");
        m_database.write([&](Connection &c) {
            c.change(u"UPDATE uploads SET done = ? WHERE folder = ? AND id = ?"_s, {at, folder, id});
        });
    }
    state.offset = at;
    mine->digest = Sha256(*whole);
    mine->hashed = at;
    return append.last ? complete(folder, state, *whole) : state;
}

// The offset is at the end already, so no later append can touch the bytes that get their name here.
UploadState Uploads::complete(const QString &folder, const UploadState &state, const Sha256 &digest)
{
    if (digest.result() != state.sha256) {
        m_database.write([&](Connection &c) {
            c.change(u"UPDATE uploads SET expires = 0 WHERE folder = ? AND id = ?"_s, {folder, state.id});
        });
        m_store.dropUpload(state.id);
        forget(folder, state.id);
        throw Problem("digest_mismatch").with("reason", u"repr"_s);
    }
    UploadState done = state;
    {
        const auto held = m_store.hold();
        m_store.putUpload(state.id, folder, state.sha256);
        crashPoint("upload-named");
        done.blob = m_database.write([&](Connection &c) {
            const Blob blob = nameBlob(c, folder, state.sha256, state.length, m_store.place(folder, state.sha256));
            c.change(u"UPDATE uploads SET blob = ? WHERE folder = ? AND id = ?"_s, {blob.id, folder, state.id});
            return blob;
        });
    }
    m_store.dropUpload(state.id);
    forget(folder, state.id);
    return done;
}

void Uploads::expire()
{
    const qint64 now = nowSeconds();
    QList<std::pair<QString, QString>> old;
    m_database.read([&](Connection &c) {
        QSqlQuery &row = c.run(u"SELECT folder, id FROM uploads WHERE expires <= ? LIMIT 1000"_s, {now});
        while (row.next())
            old.append({row.value(0).toString(), row.value(1).toString()});
        row.finish();
    });
    for (const auto &[folder, id] : std::as_const(old)) {
        m_database.write([&](Connection &c) { c.change(u"DELETE FROM uploads WHERE folder = ? AND id = ?"_s, {folder, id}); });
        m_store.dropUpload(id);
        forget(folder, id);
    }
}

} // namespace carriel::op
