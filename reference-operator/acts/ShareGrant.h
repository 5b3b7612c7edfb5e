// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What an owner signs when he shares: with whom, what exactly, what for, until when (schema ShareGrant). Pure.
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace carriel::op {

inline constexpr qint64 longestShare = 400LL * 86400; // seconds from now

struct ShareGrant
{
    QString to; // empty: whoever has the link and its code
    QString codeDigest;
    qint64 expires = 0;
    QJsonArray documents;
    QString custody = QStringLiteral("open");
    QString kid, manifest; // of sealed documents: the recipient's key, and the digest of what only he can open
};

// Throws statement_invalid (id, sub) and share_invalid with the reason: form, manifest, purpose, dates, recipient, code, documents.
ShareGrant readGrant(const QJsonObject &payload, const QString &id, const QString &owner);

} // namespace carriel::op
