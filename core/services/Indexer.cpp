// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Indexer.h"

#include "core/evidence/proof/SealedPackage.h"
#include "core/services/Post.h"
#include "core/services/mail/Envelope.h"
#include "core/vault/DamagedContent.h"
#include "core/vault/NotificationStore.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcIndex, "carriel.index", QtWarningMsg)

namespace carriel {

namespace {

struct Part
{
    QByteArray bytes;
    QString mediaType;
};

// What can be read of the documents of an opened act.
QList<Part> partsOf(vault::NotificationStore &rows, const QString &id, const TextExtractor &extractor)
{
    QList<Part> out;
    const auto row = rows.find(id);
    if (!row || !row.value() || row.value()->opening != vault::OpeningState::Verified)
        return out;
    const auto envelope = mail::readEnvelope(row.value()->json);
    const auto seal = envelope ? evidence::readSeal(envelope.value().seal) : Result<evidence::Seal>(envelope.error());
    const auto content = rows.content(id);
    const auto act = seal && content ? evidence::readVerified(row.value()->salt, content.value(), seal.value())
                                     : Result<evidence::Act>(seal ? content.error() : seal.error());
    if (!act)
        return out;
    for (const evidence::ActDocument &document : act.value().documents) {
        if (!extractor.handles(document.mediaType))
            continue;
        if (auto bytes = evidence::documentOf(content.value(), document))
            out.append({std::move(bytes).value(), document.mediaType});
    }
    return out;
}

} // namespace

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
        if (!nextAct())
            finish();
        return;
    }
    const vault::VaultStore::Unread document = documents.value().first();
    if (!m_extractor || !m_extractor->handles(document.mediaType) || document.size > largest)
        return store(document, {});
    auto bytes = m_store.bytes(document.blob);
    if (!bytes) {
        qCInfo(lcIndex) << "cannot read" << document.item.text() << bytes.error().codeText();
        const auto whole = vault::contentIsWhole(m_store, document.blob);
        if (!whole.ok() || whole.value())
            return store(document, {});
        Q_EMIT leftChanged(); // it is told as damaged, and is no longer among those that can be read
        QMetaObject::invokeMethod(this, &Indexer::goOn, Qt::QueuedConnection);
        return;
    }
    m_busy = true;
    // If the vault is closed meanwhile, this object dies and the answer is dropped; nothing waits for the child
    // process.
    runInPool([document, bytes = std::move(bytes).value(), extractor = m_extractor] {
        return extractor->extract(bytes, document.mediaType);
    }).then(this, [this, document](const Result<QString> &text) {
        m_busy = false;
        store(document, text.valueOr({}));
    });
}

bool Indexer::nextAct()
{
    vault::NotificationStore rows(m_store.database());
    const auto unread = rows.unreadAct();
    if (!unread || !unread.value())
        return false;
    const QString id = unread.value()->id;
    const QList<Part> parts =
        m_extractor && unread.value()->size <= largest ? partsOf(rows, id, *m_extractor) : QList<Part>();
    m_busy = true;
    runInPool([parts, extractor = m_extractor] {
        QString text;
        for (const Part &part : parts)
            text += extractor->extract(part.bytes, part.mediaType).valueOr({}) + QLatin1Char('\n');
        return text;
    }).then(this, [this, id](const QString &text) {
        m_busy = false;
        if (const Outcome stored = vault::NotificationStore(m_store.database()).putDocumentText(id, text); !stored) {
            qCInfo(lcIndex) << "cannot store words" << stored.error().codeText();
            return finish(); // the next wake tries again
        }
        QMetaObject::invokeMethod(this, &Indexer::goOn, Qt::QueuedConnection);
    });
    return true;
}

void Indexer::finish()
{
    if (const auto done = std::exchange(m_whenDone, {}))
        done();
}

void Indexer::store(const vault::VaultStore::Unread &document, const QString &text)
{
    if (const Outcome stored = m_store.putText(document.item, document.version, text); !stored) {
        // The disk may be full. Later documents would meet the same; the next wake tries again.
        qCInfo(lcIndex) << "cannot store words" << stored.error().codeText();
        return finish();
    }
    count(qMax(0, m_left - 1));
    QMetaObject::invokeMethod(this, &Indexer::goOn, Qt::QueuedConnection);
}

} // namespace carriel
