// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the words of documents that cannot be searched yet: one at a time, in a worker thread, newest first. Then those
// of the documents of opened notifications; what is sealed is not looked at, it has no content here.
// Thread: the engine's; only the extractor runs elsewhere.
#pragma once

#include "core/services/TextExtractor.h"
#include "core/vault/VaultStore.h"

#include <QObject>
#include <functional>
#include <memory>

namespace carriel {

class Indexer final : public QObject
{
    Q_OBJECT
public:
    Indexer(vault::VaultStore &store, std::shared_ptr<TextExtractor> extractor);

    void wake(); // documents came
    int left() const { return m_left; }
    void whenDone(std::function<void()> done); // once, when nothing is left to read

Q_SIGNALS:
    void leftChanged();

private:
    void goOn();
    void next();
    bool nextAct(); // false: none is left
    void finish();
    void count(int left);
    void store(const vault::VaultStore::Unread &document, const QString &text);

    // Larger ones are found by their name only: reading them would hold their bytes in memory.
    static constexpr qint64 largest = 64 << 20;

    vault::VaultStore &m_store;
    std::shared_ptr<TextExtractor> m_extractor;
    bool m_busy = false;
    int m_left = 0;
    std::function<void()> m_whenDone;
};

} // namespace carriel
