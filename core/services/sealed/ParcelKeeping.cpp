// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What came in a parcel, kept in the folder. It did not go through an operator in clear, and does not go on to one.
#include "core/domain/NameRules.h"
#include "core/services/VaultAccess.h"
#include "core/services/sealed/KeyRing.h"
#include "core/services/sealed/SealedDesk.h"
#include "core/services/sealed/SealedDocuments.h"

#include <QBuffer>

namespace carriel {

namespace {

Result<QList<AddedDocument>> kept(EngineHost &host, const sealed::Parcel &parcel, const ItemId &folder, const QString &note)
{
    CARRIEL_TRY(const crypto::SealingKey key, host.sealed().key());
    QList<AddedDocument> out;
    for (const sealed::ParcelDocument &one : parcel.documents) {
        QBuffer bytes;
        bytes.setData(one.bytes);
        bytes.open(QIODevice::ReadOnly);
        CARRIEL_TRY(const sync::StagedBlob blob, host.sealed().stage(bytes, key));
        ItemMeta meta;
        meta.setOrigin(OriginKind::Uploaded, OriginMedium::Electronic); // the person's copy; the note tells whence
        meta.setIncorporatedOn(host.clock().nowUtc().toLocalTime().date());
        meta.setNote(note);
        const QString fitted = NameRules().fitted(one.name.section(u'/', -1));
        CARRIEL_TRY(const QList<sync::Added> added,
                    host.edits().addDocuments({{folder, fitted.isEmpty() ? QStringLiteral("_") : fitted, blob.id, one.mediaType, meta, Custody::Private}}));
        out.append({{}, added.first().id, added.first().name, added.first().originalName, qint64(one.bytes.size()), blob.sha256, std::nullopt});
        host.edited({added.first().id});
    }
    return out;
}

} // namespace

QFuture<Result<QList<AddedDocument>>> SealedDocuments::keep(sealed::Parcel parcel, ItemId folder, QString note)
{
    using T = Result<QList<AddedDocument>>;
    return postAsync<T>(m_access.host, [host = m_access.host, parcel = std::move(parcel), folder, note](auto finish) {
        if (!host->isOpen())
            return finish(T(VaultAccess::locked()));
        host->ring().ready([host, parcel, folder, note, finish](const Outcome &ready) {
            if (!ready || !host->isOpen())
                return finish(T(ready ? VaultAccess::locked() : ready.error()));
            finish(kept(*host, parcel, folder, note));
        });
    });
}

} // namespace carriel
