// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Brings wanted bytes into the vault: small documents in bundles, the next under way while one is stored; larger ones by
// ranges. Many documents go into one transaction, and none is shown before its digest is right (I11).
#pragma once

#include "core/sync/Desk.h"

#include <memory>

namespace carriel::sync {

class RangeDownload;

class Downloader
{
public:
    explicit Downloader(Desk &desk);
    ~Downloader();

    void pump();
    void sweep();
    void reset();
    void setPaused(bool paused);
    bool isBusy() const;
    bool hasReady();
    void lookAgain() { m_listStale = true; } // new heads may have come

    void halt(const BlobId &blob);  // what came stays
    void drop(const BlobId &blob);  // not again unasked
    void first(const BlobId &blob); // before all others

    void retry(); // what could not be had before, too

    // Before all others. Answers when the bytes are verified here, or cannot be had.
    void want(const ItemId &document, std::function<void(Outcome)> done);
    void wantVersion(const VersionId &id, std::function<void(Outcome)> done);
    bool hasWishes() const { return !m_wishes.isEmpty(); }
    // The way is closed for longer: those who wait are told.
    void giveUp(const Error &error);

    int waiting() const { return int(m_queue.size() + m_travelling.size()); }
    qint64 bytesLeft() const;
    void report(QList<TransferProgress> &out) const;

    // For a download by ranges:
    void finished(const BlobId &blob);
    void failed(const BlobRow &blob, const Error &error); // not again on its own, until something changes
    void corrupt(const BlobRow &blob);
    // It was freed meanwhile. Should another document name the same bytes by now, they are asked for again.
    void leave(const BlobId &blob)
    {
        m_travelling.remove(blob);
        m_listStale = true;
    }

private:
    struct Part {
        BlobRow blob;
        QByteArray bytes;
    };
    struct Bundle {
        QList<BlobRow> blobs;
        QList<Part> ready;
        qint64 readyBytes = 0;
        std::chrono::milliseconds since{0};
        quint64 removals = 0; // at the desk when it began
    };
    struct Wish {
        BlobId blob;
        ItemId item;
        std::function<void(Outcome)> done;
    };
    void refill();
    void startBundle(const QList<BlobRow> &blobs);
    void partCame(Bundle &bundle, const RemoteBlobId &id, const Answer<QByteArray> &part);
    void commit(Bundle &bundle);
    void answer(const BlobId &blob, const Outcome &outcome);
    bool isSmall(const BlobRow &blob) const;
    bool isSkipped(const BlobRow &blob) const;

    Desk &m_desk;
    CallBag m_calls;
    bool m_paused = false;
    bool m_listStale = true;
    bool m_wished = false;
    QList<BlobRow> m_queue;
    QHash<BlobId, BlobRow> m_travelling;
    QSet<BlobId> m_skip;          // stopped by the person
    QHash<BlobId, RemoteBlobId> m_notHad; // cannot be had now, under the name it had there
    QHash<BlobId, int> m_mismatches;
    QSet<BlobId> m_alone;         // not in bundles any more
    QList<Wish> m_wishes;
    std::map<int, std::unique_ptr<Bundle>> m_bundles;
    std::map<BlobId, std::unique_ptr<RangeDownload>> m_ranges;
};

} // namespace carriel::sync
