// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/ShareKeeping.h"

#include "core/domain/ReceivedFrom.h"
#include "core/services/InputRules.h"
#include "core/services/VaultAccess.h"
#include "core/services/sealed/SealedDesk.h"
#include "core/services/shares/ShareErrors.h"
#include "core/services/shares/Sharer.h"

#include <QBuffer>

namespace carriel {

ShareKeeping::ShareKeeping(EngineHost &host, ShareInfo share, SharePlace place, QString note, Finish finish)
    : m_host(host), m_share(std::move(share)), m_place(std::move(place)), m_note(std::move(note)), m_finish(std::move(finish))
{
}

void ShareKeeping::next(int at)
{
    while (at < m_share.documents.size() && !m_share.documents.at(at).available)
        ++at;
    if (at >= m_share.documents.size())
        return m_finish(m_added.isEmpty() ? Result<QList<AddedDocument>>(Error{shares::errors::withdrawn,
                                                                                {{QStringLiteral("name"), m_share.documents.value(0).name}},
                                                                                {}})
                                          : Result<QList<AddedDocument>>(m_added));
    m_host.sharer().fetch(m_share.id, m_share.documents.at(at).n, [self = shared_from_this(), at](Result<QByteArray> bytes) {
        if (!bytes)
            return self->m_finish(bytes.error());
        if (!self->m_host.isOpen())
            return self->m_finish(VaultAccess::locked());
        if (const Outcome kept = self->store(self->m_share.documents.at(at), std::move(bytes).value()); !kept)
            return self->m_finish(kept.error());
        self->next(at + 1);
    });
}

Outcome ShareKeeping::store(const ShareDocument &document, QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    CARRIEL_TRY(const sync::StagedBlob blob, document.sealed ? staySealed(buffer) : m_host.edits().stage(buffer));
    CARRIEL_TRY(const ItemId folder, folderFor(document));
    const QDate today = m_host.clock().nowUtc().toLocalTime().date();
    ItemMeta meta;
    meta.setOrigin(OriginKind::Uploaded, OriginMedium::Electronic); // the person's copy; what follows tells whence
    meta.setIncorporatedOn(today);
    meta.setNote(document.sealed && document.name.contains(QLatin1Char('/')) ? QString(m_note + QLatin1Char('\n') + document.name) : m_note);
    meta = withOrigin(meta, {m_share.id, m_share.personId, m_share.personName, m_share.madeUtc, m_share.senderKey});
    const QString last = NameRules().fitted(document.name.section(QLatin1Char('/'), -1));
    const QString name = last.isEmpty() ? m_share.id : last;
    CARRIEL_TRY(const QList<sync::Added> added, m_host.edits().addDocuments({{folder, name, blob.id, document.mediaType, meta,
                                                                                 document.sealed ? Custody::Private : Custody::Open}}));
    const sync::Added &one = added.first();
    m_added.append({{}, one.id, one.name, one.originalName, qint64(bytes.size()), blob.sha256, std::nullopt});
    m_host.edited({one.id});
    return {};
}

// The folders that the owner had it in, below the place that is this share's. Folders are not sealed: those of what is stand in its note.
Result<ItemId> ShareKeeping::folderFor(const ShareDocument &document)
{
    QStringList below = document.name.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    document.sealed || below.isEmpty() ? below.clear() : below.removeLast();
    ItemId at = m_place.folder;
    for (const QString &name : m_place.below + below) {
        CARRIEL_TRY(at, folderIn(at, name));
    }
    return at;
}

Result<ItemId> ShareKeeping::folderIn(const ItemId &parent, const QString &name)
{
    CARRIEL_TRY(const sync::SyncStateRow state, m_host.store().syncState());
    const QString fitted = state.names.fitted(name);
    const QString key = parent.text() + QLatin1Char('/') + fitted;
    InputRules rules(m_host.store());
    // A name that is none, or deeper than the operator takes: the document lies as near to its place as it can.
    if (m_made.contains(key) || !rules.name(name) || fitted.isEmpty())
        return m_made.value(key, parent);
    CARRIEL_TRY(const QList<sync::ItemRow> inside, m_host.store().children(parent));
    for (const sync::ItemRow &one : inside) {
        if (one.type == ItemType::Folder && one.local.state == ItemState::Active && state.names.clash(one.local.name, fitted)) {
            m_made.insert(key, one.id);
            return one.id;
        }
    }
    if (!rules.folderIn(parent))
        return parent;
    CARRIEL_TRY(const sync::Added added, m_host.edits().addFolder(parent, name));
    m_made.insert(key, added.id);
    m_host.edited({added.id});
    return added.id;
}

// What came end to end does not go on to an operator in clear.
Result<sync::StagedBlob> ShareKeeping::staySealed(QIODevice &bytes)
{
    CARRIEL_TRY(const crypto::SealingKey key, m_host.sealed().key());
    return m_host.sealed().stage(bytes, key);
}

} // namespace carriel
