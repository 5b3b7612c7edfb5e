// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Brings the bytes of queued documents to the operator, before the operations that name them. Small documents travel in
// bundles, several at once; larger ones by the three resumable steps.
#pragma once

#include "core/sync/Desk.h"

#include <functional>
#include <memory>

namespace carriel::sync {

class UploadSteps;

class Uploader
{
public:
    explicit Uploader(Desk &desk);
    ~Uploader();

    void pump();
    void sweep();
    void reset();
    void setPaused(bool paused); // at once: what was sent stays sent
    bool isBusy() const;
    bool hasReady(); // bytes that could travel now

    // True if the operation may be sent: it has no bytes, or the operator has them.
    bool bytesAreThere(const OpRow &op);
    void forget(const BlobId &blob); // they are not there after all
    void halt(const BlobId &blob);   // what it had sent stays sent

    int waiting();
    qint64 bytesLeft();
    void report(QList<TransferProgress> &out);

    // For the steps of one document:
    void arrived(const QList<std::pair<BlobId, RemoteBlobId>> &blobs);
    void askPerson(const BlobId &blob, const Error &error, const QString &words); // these bytes cannot be sent
    void cannotBeRead(const BlobId &blob); // as they were promised
    bool isIntact(const BlobRow &blob);

private:
    struct Cargo {
        BlobRow blob;
        ItemId item;
        OpKey op;
    };
    // What could travel now: what the person wants first, then as it was queued; until `visit` says that it is enough.
    using Visit = std::function<bool(const OpRow &op, const BlobRow &blob)>;
    void eachCandidate(const Visit &visit);
    void startLarge(const Cargo &cargo);
    bool isPaused(const BlobId &blob) const { return m_paused || !m_desk.mayTravel(blob); }
    const BlobRow *blobOf(const OpRow &op);
    bool sendBundle(const QList<Cargo> &small);
    void bundleAnswered(const QList<Cargo> &cargo, const Answer<QList<BundleResult>> &answer);
    void partRefused(const Cargo &cargo, const Trouble &trouble);

    Desk &m_desk;
    CallBag m_calls;
    bool m_paused = false;
    QHash<VersionId, BlobRow> m_blobs;  // what is known of the bytes of queued versions
    QSet<BlobId> m_travelling;
    QHash<BlobId, int> m_failures;      // by bundle
    std::map<BlobId, std::unique_ptr<UploadSteps>> m_steps;
};

} // namespace carriel::sync
