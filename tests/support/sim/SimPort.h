// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One client's line to the model operator, with everything that may happen on the way.
#pragma once

#include "tests/support/sim/SimClock.h"
#include "tests/support/sim/SimOperator.h"

#include <set>

namespace carriel::sim {

// In percent of the calls.
struct Faults {
    int unreachable = 0;  // never arrives
    int lostReply = 0;    // happens, and nobody learns it
    int duplicate = 0;    // arrives one to four times
    int busy = 0;
    int cut = 0;          // a transfer ends in the middle
    int lie = 0;          // other bytes than promised
    int inProgress = 0;
    int uploadGone = 0;
    int noCurrent = 0;    // a conflict that does not say how the item is now
    int lostHint = 0;
    int slow = 0;         // up to two minutes on the way, so that answers overtake each other
    int oldPage = 0;      // the feed begins again from an earlier place
};

class SimPort final : public sync::OperatorPort
{
public:
    SimPort(SimOperator &server, SimScheduler &scheduler, SimRandom &random);
    ~SimPort() override;

    Faults faults;
    bool offline = false;
    bool loggedOut = false;
    bool steppedUp = false;
    bool dead = false; // the process ended: nothing leaves any more
    int requests = 0;
    int feedRequests = 0;
    int limitRequests = 0;
    qint64 bytesUp = 0;
    qint64 bytesDown = 0;
    QStringList log;

    // The operator's feed moved.
    void hint();

    sync::CallPtr limits(sync::Done<sync::Limits> done) override;
    sync::CallPtr changes(const QString &cursor, int limit, sync::Done<sync::ChangePage> done) override;
    sync::CallPtr snapshotPage(const QString &next, int limit, sync::Done<sync::SnapshotPage> done) override;
    sync::CallPtr item(const ItemId &id, sync::Done<sync::RemoteItem> done) override;
    sync::CallPtr versions(const ItemId &id, sync::Done<QList<sync::RemoteHead>> done) override;
    sync::CallPtr count(const QString &cursor, sync::Done<std::optional<sync::ItemCount>> done) override;
    sync::CallPtr fixity(const QByteArray &nonce, const QList<sync::FixityRange> &ranges,
                         sync::Done<QList<sync::FixityAnswer>> done) override;
    Result<sync::FrozenRequest> freeze(const sync::Intent &intent) override { return freezeIntent(intent); }
    sync::CallPtr send(const sync::OpRow &op, sync::Done<sync::OpResult> done) override;
    sync::CallPtr sendBatch(const QList<sync::OpRow> &ops, sync::Done<QList<sync::Answer<sync::OpResult>>> done) override;
    sync::CallPtr createUpload(const OpKey &key, qint64 size, const QByteArray &sha256, sync::Done<sync::UploadCreated> done) override;
    sync::CallPtr append(const QString &url, qint64 offset, const QByteArray &bytes, bool last,
                         sync::Done<sync::UploadProgress> done) override;
    sync::CallPtr uploadStatus(const QString &url, sync::Done<sync::UploadProgress> done) override;
    sync::CallPtr uploadBundle(const QList<sync::BundlePart> &parts, sync::Done<QList<sync::BundleResult>> done) override;
    sync::CallPtr download(const RemoteBlobId &blob, qint64 offset, qint64 size, std::function<bool(QByteArrayView)> sink,
                           sync::Done<qint64> done) override;
    sync::CallPtr downloadBundle(const QList<RemoteBlobId> &blobs,
                                 std::function<void(const RemoteBlobId &, sync::Answer<QByteArray>)> part,
                                 sync::Done<int> done) override;
    sync::CallPtr events(std::function<void(QString)> changed, std::function<void(sync::Trouble)> ended) override;

private:
    using Alive = std::shared_ptr<bool>;
    struct SimCall;
    // Runs `at` when the request arrives there (perhaps several times) and hands its answer to `done` later.
    template <typename T>
    sync::CallPtr call(const char *what, std::function<sync::Answer<T>()> at, sync::Done<T> done);
    sync::Answer<sync::OpResult> perform(const sync::OpRow &op);
    std::chrono::milliseconds latency() { return std::chrono::milliseconds(1 + m_random.below(40)); }
    QByteArray onTheWay(QByteArray bytes); // perhaps altered

    SimOperator &m_server;
    SimScheduler &m_scheduler;
    SimRandom &m_random;
    Alive m_here = std::make_shared<bool>(true);
    struct Stream {
        Alive alive;
        std::function<void(QString)> changed;
        std::function<void(sync::Trouble)> ended;
    };
    std::vector<Stream> m_streams;
};

} // namespace carriel::sim
