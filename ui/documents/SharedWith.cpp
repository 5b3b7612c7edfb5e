// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/SharedWith.h"

#include "core/services/Contributions.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/Shares.h"
#include "ui/text/ColombianTime.h"
#include "ui/text/NotificationWords.h"
#include "ui/text/ShareWords.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>

namespace carriel::ui {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SharedWith)
};
} // namespace

QString sharedWith(const PageContext &context, const ItemId &item)
{
    Documents &documents = context.session.documents();
    QStringList lines;
    for (const ShareInfo &one : Shares(documents).of(item)) {
        if (one.isOpen() || one.fetches > 0)
            lines += QStringLiteral("%1. %2").arg(text::shareWith(one), text::shareState(one));
    }
    for (const ContributionInfo &one : documents.contributions().list()) {
        const bool named = std::any_of(one.documents.cbegin(), one.documents.cend(),
                                       [&](const ContributedDocument &document) { return document.item == item; });
        if (named && one.deliveredUtc.isValid())
            lines += Tr::tr("%1 took it on %2").arg(one.entityName.isEmpty() ? text::personWords(one.entityId) : text::neutral(one.entityName),
                                                    text::colombianDateTime(one.deliveredUtc));
    }
    return lines.join(QLatin1Char('\n'));
}

QString receivedWords(const ItemMeta &meta)
{
    const auto from = receivedFrom(meta);
    return from ? text::shareReceived(*from) : QString();
}

QString receivedBy(const PageContext &context, const ItemMeta &meta)
{
    const auto from = receivedFrom(meta);
    return from && Shares(context.session.documents()).one(from->share) ? from->share : QString();
}

QString toldOfReaders(const PageContext &context, const QList<DocumentRow> &rows, const QString &done)
{
    Documents &documents = context.session.documents();
    const QString words = text::shareTrashed(Shares(documents).readable(rows, documents));
    return words.isEmpty() ? done : QStringLiteral("%1. %2").arg(done, words);
}

} // namespace carriel::ui
