// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ShareNowWords.h"

#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"

#include <QCoreApplication>

namespace carriel::text {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Share)
};

QString version(const QDateTime &utc, const ShareDocument &document)
{
    const QString bytes = QStringLiteral("%1, SHA-256 %2").arg(size(document.size), QString::fromLatin1(document.sha256.toHex()));
    return utc.isValid() ? Tr::tr("version of %1, %2").arg(dateTime(utc), bytes) : bytes;
}

} // namespace

QStringList shareSince(const QList<ShareDocumentNow> &documents)
{
    QStringList out;
    for (const ShareDocumentNow &one : documents) {
        if (one.isSame())
            continue;
        out += one.there ? Tr::tr("“%1” is another one than you decided to share.").arg(neutral(one.then.name))
                         : Tr::tr("“%1” is in the trash or deleted: it would not be shared.").arg(neutral(one.then.name));
        out += Tr::tr("When you decided: %1").arg(version(one.thenUtc, one.then));
        if (one.there)
            out += Tr::tr("Now: %1").arg(version(one.nowUtc, one.now));
    }
    return out;
}

} // namespace carriel::text
