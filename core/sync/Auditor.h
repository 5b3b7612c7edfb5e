// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The fixity check: bytes that the operator has confirmed are fetched again and counted over, and not believed. What it
// changed or lost becomes an open conflict (Fixity); nothing here is touched.
#pragma once

#include "core/sync/Desk.h"

namespace carriel::sync {

class Auditor
{
public:
    explicit Auditor(Desk &desk) : m_desk(desk), m_calls(desk.calls) {}

    // Answers when all of them were looked at, or the way is closed.
    // While another check runs, this one waits for its end.
    void begin(const Audit &what, std::function<void(AuditReport)> done);
    // Bytes that were to be brought here and are not to be had, although their document is shown.
    void doubt(const QSet<BlobId> &blobs);
    void pump();
    void sweep() { m_calls.sweep(); }
    void reset();
    bool isBusy() const { return m_calls.size() > 0; }
    bool isRunning() const { return bool(m_done); }
    bool hasReady() const { return bool(m_done) && (!m_queue.isEmpty() || m_calls.size() == 0); }

private:
    struct Look
    {
        BlobRow blob;
        std::unique_ptr<HashRun> hash;
        qint64 bytes = 0;
    };
    struct Asked
    {
        Audit what;
        std::function<void(AuditReport)> done;
    };
    void clear();
    qint64 sizeAsked(const BlobRow &blob) const;
    bool choose(const Audit &what);
    void mended(const BlobRow &blob, bool whole);
    bool isAtRest() const;
    bool askCount();
    struct Rest; // a moment in which nothing of ours was under way
    void counted(const Rest &asked, const std::optional<ItemCount> &there);
    QList<BlobRow> provable(); // takes the next of the queue that can be proved without moving them
    void challenge(const QList<BlobRow> &blobs);
    void proved(const QList<BlobRow> &blobs, const QByteArray &nonce, const QList<FixityRange> &ranges,
                const QList<FixityAnswer> &answers);
    void fetch(const BlobRow &blob);
    void askHolders(const BlobRow &blob);
    void judged(const BlobRow &blob, const char *problem);
    void finish(bool complete);

    Desk &m_desk;
    CallBag m_calls;
    QList<BlobRow> m_queue;
    QSet<BlobId> m_doubted; // the proof was wrong, or there was none: the bytes themselves decide
    QSet<BlobId> m_again;   // did not come right once: a fault of the way has no second, and an alarm must be true
    QSet<ItemId> m_there;   // whose bytes are not to be had, and which the operator still shows …
    QSet<ItemId> m_gone;    // … or not
    bool m_light = false;   // nothing is moved for it: of what is not here only a word is asked
    bool m_count = false;   // still to be asked
    quint64 m_after = 0;    // … when the feed was read to its end so often
    int m_behind = 0;       // how often the operator had news that were not known here
    bool m_doubt = false;   // counted otherwise once: what was on its way then has arrived by the second time
    BlobId m_reached;
    AuditReport m_report;
    std::function<void(AuditReport)> m_done;
    QList<Asked> m_next; // wait until it is over
};

} // namespace carriel::sync
