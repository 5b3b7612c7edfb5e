// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One larger document on its way down. Chunks and offset are stored together (W5), so that a cut or a crash repeats at most
// what was not stored yet; the digest runs over the whole before anybody sees it.
#pragma once

#include "core/sync/Desk.h"

namespace carriel::sync {

class Downloader;

class RangeDownload
{
public:
    RangeDownload(Desk &desk, Downloader &downloader, const BlobRow &blob);

    void pump();
    void halt(); // now, keeping what has come
    void sweep() { m_calls.sweep(); }
    bool isBusy() const { return m_calls.size() > 0 || m_counting; }
    bool isOver() const { return m_over && m_calls.size() == 0; }
    qint64 offset() const { return m_offset; }
    qint64 size() const { return m_blob.size; }

private:
    void countStored(); // what an earlier run stored goes through the digest first, a slice at a time
    void fetch();
    bool take(QByteArrayView bytes);
    bool store(bool all);
    bool isOurs(const BlobRow &blob) const;
    void ended(const Answer<qint64> &answer);
    void finish();

    Desk &m_desk;
    Downloader &m_downloader;
    BlobRow m_blob;
    CallBag m_calls;
    Alarm m_slice;
    std::unique_ptr<HashRun> m_hash;
    quint64 m_removals;  // at the desk when it began
    QByteArray m_buffer; // not stored yet
    qint64 m_offset = 0; // stored
    qint64 m_counted = 0;
    bool m_counting = false;
    bool m_over = false;
};

} // namespace carriel::sync
