// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a key that the operator's directory names is that of the person it is named for (docs/protocol/KEYS.md, Directory).
// Private to core/services. Thread: that of the database.
#pragma once

#include "core/base/Result.h"
#include "core/vault/ContactKeyStore.h"

#include <QJsonObject>

namespace carriel::shares {

// Whose word is believed about persons: the issuer that is pinned in the vault.
struct Provider {
    QString issuer, clientId;
    QByteArray keys; // its JWKS now
};

enum class Standing {
    None,        // he has none: nothing can be shared with him end to end
    Proven,      // the identity provider says that it is his; seen for the first time
    Unconfirmed, // nobody says it: the persons compare a code
    Known,       // the one that is used here
    Followed,    // another one, which the used one has signed and the identity provider says to be his
    Changed,     // another one, and not so
    False        // the identity provider's word is about something else: somebody lies
};

struct TheirKey {
    Standing standing = Standing::None;
    QByteArray kid; // of the key that is named now
    QString code;   // to compare; empty: this vault has no key of its own
    QString reason; // of False: issuer, person, key, signature
    bool isUsable() const { return standing == Standing::Proven || standing == Standing::Known; }
};

// `told`: schema DirectoryKey, or empty. Remembers what it saw: a key that is proven at first sight is used from now on, another
// waits for the person. badKey if it is no key at all.
Result<TheirKey> judge(vault::Database &database, const QString &person, const QJsonObject &told, const Provider &provider,
                       const QDateTime &now);
// What the operator names in passing, with a share that is in force: another key than the used one is remembered as offered, so that
// nothing goes to either before the person has looked. Answers true if it is news. Without the provider's word: that is asked for with
// judge(), when somebody looks.
Result<bool> notice(vault::Database &database, const QString &person, const QJsonObject &told, const QDateTime &now);
// The person has compared the code of this key, or agreed to the new one. keyChanged if another is offered meanwhile.
Outcome agree(vault::Database &database, const QString &person, const QByteArray &kid, const QDateTime &now);
// Who signed what came from this person, as far as it is known here: compared, proven, followed, known (used, and why was not written
// down), new (nobody confirms it, and none is known of him), changed (another one is known of him).
QString senderStanding(vault::Database &database, const QString &person, const QByteArray &halves);
// The person has compared the code with the key that came from him: used from now on, whatever was before.
Outcome agreeToSender(vault::Database &database, const QString &person, const vault::ContactKey &key, const QDateTime &now);
// JWK of the key that documents for this person are sealed to: the one that he saw, and nobody else's. noPersonKey,
// keyUnconfirmed, keyChanged.
Result<QByteArray> usedKey(vault::Database &database, const QString &person, const QByteArray &kid);

// Of this vault's newest key and that one; empty if there is none here.
QString codeWith(vault::Database &database, const QByteArray &theirHalves);

} // namespace carriel::shares
