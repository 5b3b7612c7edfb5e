// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Indexer.h"

#include "core/services/Post.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcIndex, "carriel.index", QtWarningMsg)

namespace carriel {

Indexer::Indexer(vault::VaultStore &store, std::shared_ptr<TextExtractor> extractor)
    : m_store(store), m_extractor(std::move(extractor))
{
}

void Indexer::wake()
{
    if (m_busy)
        return;
    count(m_store.unreadCount().valueOr(0));
    next();
}

// Asked of the vault when documents came; one less after each that is read, for counting costs as much as there are.
void Indexer::count(int left)
{
    if (std::exchange(m_left, left) != left)
        Q_EMIT leftChanged();
}

void Indexer::whenDone(std::function<void()> done)
{
    m_whenDone = std::move(done);
}

void Indexer::goOn()
{
    if (!m_busy)
        next();
}

void Indexer::next()
{
    const auto documents = m_store.unread(1);
    if (!documents || documents.value().isEmpty()) {
        count(0);
        if (const auto done = std::exchange(m_whenDone, {}))
            done();
        return;
    }
    const vault::VaultStore::Unread document = documents.value().first();
    if (!m_extractor || !m_extractor->handles(document.mediaType) || document.size > largest)
        return store(document, {});
    auto bytes = m_store.bytes(document.blob);
    if (!bytes) {
        qCWarning(lcIndex) << "cannot read" << document.item.text() << bytes.error().codeText();
        return store(document, {});
    }
    m_busy = true;
    // If the vault is closed meanwhile, this object dies and the answer is dropped; nothing waits for the child process.
    runInPool([document, bytes = std::move(bytes).value(), extractor = m_extractor] {
        return extractor->extract(bytes, document.mediaType);
    }).then(this, [this, document](const Result<QString> &text) {
        m_busy = false;
        store(document, text.valueOr({}));
    });
}

void Indexer::store(const vault::VaultStore::Unread &document, const QString &text)
{
    if (const Outcome stored = m_store.putText(document.item, document.version, text); !stored) {
        // The disk may be full. Later documents would meet the same; the next wake tries again.
        qCInfo(lcIndex) << "cannot store words" << stored.error().codeText();
        if (const auto done = std::exchange(m_whenDone, {}))
            done();
        return;
    }
    count(qMax(0, m_left - 1));
    QMetaObject::invokeMethod(this, &Indexer::goOn, Qt::QueuedConnection);
}

} // namespace carriel
