// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes behind a document of a grant. Inside a transaction.
#pragma once

#include "reference-operator/Connection.h"

#include <QJsonObject>
#include <optional>

namespace carriel::op {

struct SharedContent
{
    QString version, blob, mediaType, sha256; // base64url
    qint64 size = 0;
};

// What a reader of this document gets now: the version that was shown to the owner, or the newest if he wanted that.
// Nothing while it is in the trash, or gone, or of another custody than the grant's.
std::optional<SharedContent> contentOf(Connection &c, const QString &folder, const QJsonObject &document, const QString &custody);

} // namespace carriel::op
