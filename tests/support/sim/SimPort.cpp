// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sim/SimPort.h"

#include "core/sync/BlobBytes.h"

namespace carriel::sim {

using namespace sync;

struct SimPort::SimCall final : Call {
    explicit SimCall(Alive flag) : alive(std::move(flag)) {}
    ~SimCall() override { *alive = false; }
    Alive alive;
};

SimPort::SimPort(SimOperator &server, SimScheduler &scheduler, SimRandom &random)
    : m_server(server), m_scheduler(scheduler), m_random(random)
{
}

SimPort::~SimPort()
{
    *m_here = false;
}

template <typename T> CallPtr SimPort::call(const char *what, std::function<Answer<T>()> at, Done<T> done)
{
    const Alive alive = std::make_shared<bool>(true);
    auto handle = std::make_unique<SimCall>(alive);
    if (dead)
        return handle; // no byte leaves
    ++requests;
    const auto late = std::chrono::milliseconds(faults.slow > 0 && m_random.chance(faults.slow) ? m_random.below(120000) : 0);
    const auto answer = [this, here = m_here, alive, done, late](const Answer<T> &value) {
        m_scheduler.post(latency() + late, [here, alive, done, value] {
            if (*here && *alive)
                done(value);
        });
    };
    log.append(QString::fromLatin1(what));
    if (offline || m_random.chance(faults.unreachable)) {
        Trouble gone = trouble(TroubleKind::Unreachable);
        gone.notSent = m_random.chance(50); // and sometimes it is known that nothing left
        answer(gone);
        return handle;
    }
    if (loggedOut) {
        answer(trouble(TroubleKind::AuthNeeded));
        return handle;
    }
    if (m_random.chance(faults.busy)) {
        Trouble busy = trouble(TroubleKind::Busy);
        busy.retryAfter = std::chrono::milliseconds(500 + m_random.below(3000));
        answer(busy);
        return handle;
    }
    const int times = m_random.chance(faults.duplicate) ? 1 + int(m_random.below(4)) : 1;
    const bool lost = m_random.chance(faults.lostReply);
    const bool early = m_random.chance(50); // a request that was given up still arrives, or not
    m_scheduler.post(latency(), [here = m_here, alive, at, answer, times, lost, early] {
        if (!*here || (!*alive && early))
            return;
        Answer<T> value = at();
        for (int again = 1; again < times; ++again)
            value = at();
        answer(lost ? Answer<T>(trouble(TroubleKind::Unreachable)) : value);
    });
    return handle;
}

CallPtr SimPort::limits(Done<Limits> done)
{
    ++limitRequests;
    return call<Limits>("limits", [this] { return Answer<Limits>(m_server.limits); }, std::move(done));
}

CallPtr SimPort::changes(const QString &cursor, int limit, Done<ChangePage> done)
{
    ++feedRequests;
    return call<ChangePage>("changes", [this, cursor, limit] {
            return m_server.changes(faults.oldPage > 0 && m_random.chance(faults.oldPage) ? m_server.earlier(cursor, m_random.below(10)) : cursor, limit);
        }, std::move(done));
}

CallPtr SimPort::snapshotPage(const QString &next, int limit, Done<SnapshotPage> done)
{
    return call<SnapshotPage>("snapshot", [this, next, limit] { return m_server.snapshot(next, limit); }, std::move(done));
}

CallPtr SimPort::item(const ItemId &id, Done<RemoteItem> done)
{
    return call<RemoteItem>("item", [this, id] { return m_server.item(id); }, std::move(done));
}

CallPtr SimPort::count(const QString &cursor, Done<std::optional<ItemCount>> done)
{
    const auto at = [this, cursor]() -> Answer<std::optional<ItemCount>> {
        if (cursor != QStringLiteral("%1:%2").arg(m_server.epoch).arg(m_server.seq))
            return std::optional<ItemCount>();
        ItemCount out;
        for (const SimItem &item : std::as_const(m_server.items)) {
            if (!item.purged)
                ++(item.item.fields.state == ItemState::Active ? out.active : out.trashed);
        }
        return std::optional(out);
    };
    return call<std::optional<ItemCount>>("count", at, std::move(done));
}

CallPtr SimPort::fixity(const QByteArray &nonce, const QList<FixityRange> &ranges, Done<QList<FixityAnswer>> done)
{
    const auto at = [this, nonce, ranges]() -> Answer<QList<FixityAnswer>> {
        QList<FixityAnswer> out;
        for (const FixityRange &range : ranges) {
            const bool there = m_server.blobs.contains(range.blob);
            const QByteArray bytes = m_server.blobs.value(range.blob).mid(range.from, range.size);
            out.append(FixityAnswer{there ? sha256Of(onTheWay(nonce + bytes)) : QByteArray(), !there});
        }
        return out;
    };
    return call<QList<FixityAnswer>>("fixity", at, std::move(done));
}

CallPtr SimPort::versions(const ItemId &id, Done<QList<RemoteHead>> done)
{
    const auto at = [this, id]() -> Answer<QList<RemoteHead>> {
        const auto found = m_server.items.constFind(id);
        if (found == m_server.items.constEnd() || found->purged)
            return trouble(TroubleKind::Gone);
        QList<RemoteHead> out(found->versions.crbegin(), found->versions.crend());
        return out;
    };
    return call<QList<RemoteHead>>("versions", at, std::move(done));
}

Answer<OpResult> SimPort::perform(const OpRow &op)
{
    if (m_random.chance(faults.inProgress)) {
        Trouble wait = trouble(TroubleKind::InProgress);
        wait.retryAfter = std::chrono::seconds(1);
        return wait;
    }
    Answer<OpResult> answer = m_server.execute(op, steppedUp);
    if (Trouble *no = std::get_if<Trouble>(&answer); no && no->current && m_random.chance(faults.noCurrent))
        no->current.reset();
    return answer;
}

CallPtr SimPort::send(const OpRow &op, Done<OpResult> done)
{
    return call<OpResult>("send", [this, op] { return perform(op); }, std::move(done));
}

CallPtr SimPort::sendBatch(const QList<OpRow> &ops, Done<QList<Answer<OpResult>>> done)
{
    return call<QList<Answer<OpResult>>>(
        "batch",
        [this, ops] {
            QList<Answer<OpResult>> out;
            const bool cut = m_random.chance(faults.cut);
            const qsizetype most = cut ? qsizetype(m_random.below(quint64(ops.size()))) : ops.size();
            for (qsizetype i = 0; i < most; ++i)
                out.append(perform(ops.at(i)));
            return cut ? Answer<QList<Answer<OpResult>>>(trouble(TroubleKind::Unreachable)) : Answer<QList<Answer<OpResult>>>(out);
        },
        std::move(done));
}

CallPtr SimPort::createUpload(const OpKey &key, qint64 size, const QByteArray &sha256, Done<UploadCreated> done)
{
    return call<UploadCreated>("create upload", [this, key, size, sha256] { return m_server.createUpload(key, size, sha256); },
                               std::move(done));
}

CallPtr SimPort::append(const QString &url, qint64 offset, const QByteArray &bytes, bool last, Done<UploadProgress> done)
{
    bytesUp += bytes.size();
    return call<UploadProgress>(
        "append",
        [this, url, offset, bytes, last] {
            if (m_random.chance(faults.uploadGone))
                m_server.uploads.remove(url);
            if (m_random.chance(faults.cut) && !bytes.isEmpty()) {
                (void)m_server.append(url, offset, bytes.first(qsizetype(m_random.below(quint64(bytes.size())))), false);
                return Answer<UploadProgress>(trouble(TroubleKind::Unreachable));
            }
            return m_server.append(url, offset, bytes, last);
        },
        std::move(done));
}

CallPtr SimPort::uploadStatus(const QString &url, Done<UploadProgress> done)
{
    return call<UploadProgress>("upload status", [this, url] { return m_server.uploadStatus(url); }, std::move(done));
}

CallPtr SimPort::uploadBundle(const QList<BundlePart> &parts, Done<QList<BundleResult>> done)
{
    return call<QList<BundleResult>>(
        "upload bundle",
        [this, parts] {
            QList<BundleResult> out;
            const bool cut = m_random.chance(faults.cut);
            const qsizetype most = cut ? qsizetype(m_random.below(quint64(parts.size()))) : parts.size();
            for (qsizetype i = 0; i < most; ++i)
                out.append(BundleResult{parts.at(i).sha256, m_server.putBlob(parts.at(i).sha256, onTheWay(parts.at(i).bytes))});
            return cut ? Answer<QList<BundleResult>>(trouble(TroubleKind::Unreachable)) : Answer<QList<BundleResult>>(out);
        },
        std::move(done));
}

QByteArray SimPort::onTheWay(QByteArray bytes)
{
    if (!bytes.isEmpty() && m_random.chance(faults.lie)) {
        const auto at = qsizetype(m_random.below(quint64(bytes.size())));
        bytes[at] = char(bytes.at(at) ^ 1);
    }
    return bytes;
}

CallPtr SimPort::download(const RemoteBlobId &blob, qint64 offset, qint64, std::function<bool(QByteArrayView)> sink,
                          Done<qint64> done)
{
    // While the call lives the bytes come with the answer, before it says so; of many the first come ahead of it.
    struct Coming
    {
        QByteArray bytes;
        qsizetype given = 0;
        bool wanted = true;
    };
    const auto coming = std::make_shared<Coming>();
    const auto give = [this, sink, coming](qsizetype until) {
        constexpr qsizetype piece = 100000;
        while (coming->wanted && coming->given < until) {
            const qsizetype next = std::min(coming->given + piece, until);
            const QByteArrayView bytes = QByteArrayView(coming->bytes).sliced(coming->given, next - coming->given);
            coming->given = next;
            bytesDown += bytes.size();
            coming->wanted = sink(bytes);
        }
    };
    const Alive alive = std::make_shared<bool>(true);
    auto answered = call<qint64>(
        "download",
        [this, blob, offset, coming, give, alive] {
            const auto found = m_server.blobs.constFind(blob);
            if (found == m_server.blobs.constEnd())
                return Answer<qint64>(trouble(TroubleKind::Gone));
            if (coming->given > 0)
                return Answer<qint64>(qint64(coming->bytes.size()));
            coming->bytes = onTheWay(found->mid(offset));
            if (m_random.chance(faults.cut) && !coming->bytes.isEmpty()) {
                coming->bytes.truncate(qsizetype(m_random.below(quint64(coming->bytes.size()))));
                return Answer<qint64>(trouble(TroubleKind::Unreachable));
            }
            if (coming->bytes.size() > 4 * 1048576)
                m_scheduler.post(std::chrono::milliseconds(1), [here = m_here, alive, coming, give] {
                    if (*here && *alive)
                        give(coming->bytes.size() / 2);
                });
            return Answer<qint64>(qint64(coming->bytes.size()));
        },
        [coming, give, done](const Answer<qint64> &answer) {
            give(coming->bytes.size());
            done(answer);
        });
    struct Streaming final : Call
    {
        Streaming(CallPtr whole, Alive flag) : inner(std::move(whole)), living(std::move(flag)) {}
        ~Streaming() override { *living = false; }
        CallPtr inner;
        Alive living;
    };
    return std::make_unique<Streaming>(std::move(answered), alive);
}

CallPtr SimPort::downloadBundle(const QList<RemoteBlobId> &blobs,
                                std::function<void(const RemoteBlobId &, Answer<QByteArray>)> part, Done<int> done)
{
    const auto got = std::make_shared<QList<std::pair<RemoteBlobId, Answer<QByteArray>>>>();
    return call<int>(
        "download bundle",
        [this, blobs, got] {
            got->clear();
            const bool cut = m_random.chance(faults.cut);
            const qsizetype most = cut ? qsizetype(m_random.below(quint64(blobs.size()))) : blobs.size();
            for (qsizetype i = 0; i < most; ++i) {
                const auto found = m_server.blobs.constFind(blobs.at(i));
                if (found == m_server.blobs.constEnd())
                    got->append({blobs.at(i), trouble(TroubleKind::Gone)});
                else
                    got->append({blobs.at(i), onTheWay(*found)});
            }
            return cut ? Answer<int>(trouble(TroubleKind::Unreachable)) : Answer<int>(int(got->size()));
        },
        [this, got, part, done](const Answer<int> &answer) {
            for (const auto &[id, bytes] : std::as_const(*got)) {
                if (const QByteArray *whole = std::get_if<QByteArray>(&bytes))
                    bytesDown += whole->size();
                part(id, bytes);
            }
            done(answer);
        });
}

CallPtr SimPort::events(std::function<void(QString)> changed, std::function<void(Trouble)> ended)
{
    const Alive alive = std::make_shared<bool>(true);
    auto handle = std::make_unique<SimCall>(alive);
    if (dead)
        return handle;
    if (offline || m_random.chance(faults.unreachable)) {
        m_scheduler.post(latency(), [here = m_here, alive, ended] {
            if (*here && *alive)
                ended(trouble(TroubleKind::Unreachable));
        });
        return handle;
    }
    m_streams.push_back(Stream{alive, std::move(changed), std::move(ended)});
    return handle;
}

void SimPort::hint()
{
    std::erase_if(m_streams, [](const Stream &stream) { return !*stream.alive; });
    if (offline || dead)
        return;
    const QString cursor = QStringLiteral("%1:%2").arg(m_server.epoch).arg(m_server.seq);
    for (const Stream &stream : m_streams) {
        if (m_random.chance(faults.lostHint))
            continue;
        m_scheduler.post(latency(), [here = m_here, alive = stream.alive, changed = stream.changed, cursor] {
            if (*here && *alive)
                changed(cursor);
        });
    }
}

} // namespace carriel::sim
