// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decided to share, as he saw it: kept in the vault until it was signed and sent. Pure.
#pragma once

#include "core/base/Result.h"
#include "core/domain/Ids.h"

#include <QDateTime>
#include <QList>

namespace carriel::shares {

inline constexpr int mostDocuments = 500;

struct WishedDocument
{
    ItemId item;
    QString name;      // in a shared folder with the path in it
    QByteArray sha256; // of the content that he saw, 32 raw bytes
    qint64 size = 0;
    QString mediaType;
};

struct Wish
{
    QString to, toName; // to: co:CC:…; empty: a link
    QString purpose, message;
    QDateTime expires;
    bool follow = false; // always the newest version
    QList<WishedDocument> documents;
    QByteArray key{}; // JWK of the recipient's key, as the person agreed to it: the documents are sealed. Empty: they are open
};

// Decided where nobody could say whose number it is.
inline bool nobodySeen(const Wish &wish)
{
    return !wish.to.isEmpty() && wish.toName.isEmpty();
}
// Why such a one came back, with the name that the operator told then.
inline QString unseenReason(const QString &name = {})
{
    return QLatin1String("unseen:") + name;
}
inline bool isUnseen(const QString &reason)
{
    return reason.startsWith(unseenReason());
}
inline QString seenName(const QString &reason)
{
    return reason.mid(unseenReason().size());
}

// Of one that another one took the place of: its id behind it.
inline QString confirmedReason(const QString &by = {})
{
    return QLatin1String("confirmed:") + by;
}

QByteArray wishText(const Wish &wish);
Wish wishFrom(const QByteArray &text);

} // namespace carriel::shares
