// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/ShareNow.h"

#include "core/services/Documents.h"
#include "core/services/Versions.h"
#include "core/services/shares/ShareErrors.h"

#include <algorithm>

namespace carriel {

QList<ShareDocumentNow> sinceDecided(const ShareInfo &share, const Documents &documents)
{
    QList<ShareDocumentNow> out;
    for (const ShareDocument &then : share.documents) {
        ShareDocumentNow one{then, then, {}, {}, true};
        const QList<DocumentVersion> history = documents.versions().list(then.item);
        const auto seen = std::find_if(history.cbegin(), history.cend(), [&](const DocumentVersion &each) { return each.sha256 == then.sha256; });
        if (seen != history.cend())
            one.thenUtc = seen->createdUtc;
        const auto details = documents.details(then.item);
        one.there = details && details->row.status != ItemStatus::Trashed && details->sha256.size() == 32;
        if (one.there) {
            one.now.sha256 = details->sha256;
            one.now.size = details->row.size;
            one.now.mediaType = details->row.mediaType;
            one.nowUtc = details->row.modifiedUtc;
        }
        out.append(one);
    }
    return out;
}

bool isAsDecided(const QList<ShareDocumentNow> &documents)
{
    return std::all_of(documents.cbegin(), documents.cend(), [](const ShareDocumentNow &one) { return one.isSame(); });
}

bool mayBeConfirmed(const ShareInfo &share)
{
    return share.mine && share.state == QLatin1String("returned") &&
           (share.reason == QLatin1String("unseen") || share.reason == QLatin1String("changed"));
}

Result<ShareOrder> confirmationOf(const ShareInfo &share, const QList<ShareDocumentNow> &documents, bool asNow)
{
    ShareOrder out{share.personId, share.personName, share.purpose, share.message, share.expiresUtc, share.follow, {}, {}, share.id};
    for (const ShareDocumentNow &one : documents) {
        if (!one.isSame() && !asNow)
            return Error{shares::errors::sharedOtherwise, {{QStringLiteral("name"), one.then.name}, {QStringLiteral("id"), share.id}}, {}};
        if (one.there)
            out.documents.append(one.now);
    }
    if (out.documents.isEmpty())
        return Error{shares::errors::nothingToShare, {{QStringLiteral("name"), share.documents.value(0).name}}, {}};
    return out;
}

} // namespace carriel
