// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Contributions.h"

#include "core/domain/NameRules.h"
#include "core/services/VaultAccess.h"

#include <QBuffer>

namespace carriel {

QFuture<Result<AddedDocument>> Contributions::addScanned(QByteArray pdf, QString name, QString documentType)
{
    using T = Result<AddedDocument>;
    return postAsync<T>(m_access.host, [host = m_access.host, pdf, name, documentType](auto finish) {
        if (!host->isOpen())
            return finish(T(VaultAccess::locked()));
        finish([&]() -> T {
            QByteArray bytes = pdf;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::ReadOnly);
            CARRIEL_TRY(const sync::StagedBlob blob, host->edits().stage(buffer));
            ItemMeta meta;
            meta.setOrigin(OriginKind::Uploaded, OriginMedium::Digitised);
            meta.setIncorporatedOn(host->clock().nowUtc().toLocalTime().date());
            if (!documentType.isEmpty())
                meta.setDocumentType(documentType);
            const QString kept = NameRules().fitted(name + QStringLiteral(".pdf"));
            CARRIEL_TRY(const QList<sync::Added> added,
                        host->edits().addDocuments({{rootItem(), kept, blob.id, QStringLiteral("application/pdf"), meta}}));
            const sync::Added &one = added.first();
            host->edited({one.id});
            return AddedDocument{{}, one.id, one.name, one.originalName, blob.size, blob.sha256, std::nullopt};
        }());
    });
}

} // namespace carriel
