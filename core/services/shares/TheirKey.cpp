// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/shares/TheirKey.h"

#include "core/crypto/Base64Url.h"
#include "core/crypto/CryptoErrors.h"
#include "core/crypto/IdToken.h"
#include "core/crypto/KeyProof.h"
#include "core/crypto/PersonKey.h"
#include "core/crypto/StrictJson.h"
#include "core/services/shares/ShareErrors.h"
#include "core/vault/PersonKeyStore.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace carriel::shares {

using vault::ContactKey;

namespace {

struct Named {
    QList<std::pair<ContactKey, QByteArray>> keys; // with what the one before said of each; the oldest first
    const ContactKey &newest() const { return keys.last().first; }
};

Result<Named> read(const QJsonObject &told)
{
    Named out;
    int before = 0;
    for (const QJsonValue value : told.value(QLatin1String("keys")).toArray()) {
        const QJsonObject o = value.toObject();
        CARRIEL_TRY(crypto::PublicKey receive, crypto::PublicKey::fromJwk(o.value(QLatin1String("enc")).toObject()));
        CARRIEL_TRY(crypto::PublicKey sign, crypto::PublicKey::fromJwk(o.value(QLatin1String("sig")).toObject()));
        const int generation = o.value(QLatin1String("gen")).toInt();
        if (generation <= before || receive.type() != crypto::KeyType::X25519 || sign.type() != crypto::KeyType::P256)
            return Error{crypto::errors::badKey, {{QStringLiteral("what"), QStringLiteral("directory")}}, {}};
        before = generation;
        out.keys.append({ContactKey{generation, std::move(receive), std::move(sign)},
                         o.value(QLatin1String("continuity")).toString().toLatin1()});
    }
    return out;
}

enum class Word { Holds, Missing, Lies };

// The identity provider's word. Its keys change with time: a signature by one that is no longer published is a missing word and
// not a false one. When the token was made does not matter, it is not a login here.
Word wordOf(const QJsonObject &proof, const ContactKey &key, const QString &person, const Provider &provider, QString &reason)
{
    const QByteArray token = proof.value(QLatin1String("id_token")).toString().toLatin1();
    if (token.isEmpty())
        return Word::Missing;
    const auto r = crypto::fromBase64Url(proof.value(QLatin1String("r")).toString().toLatin1());
    const auto unread = crypto::readUnverifiedJws(token);
    const auto claims = unread ? crypto::parseStrictObject(unread.value().payload) : Result<QJsonObject>(unread.error());
    const auto keys = crypto::JwkSet::parse(provider.keys);
    if (!keys)
        return Word::Missing;
    if (!r || r.value().size() != 32 || !claims) {
        reason = QStringLiteral("form");
        return Word::Lies;
    }
    if (!keys.value().find(unread.value().kid, unread.value().keyType()))
        return Word::Missing;
    crypto::IdTokenExpectations expected;
    expected.issuer = provider.issuer;
    expected.clientId = provider.clientId;
    expected.nonce = crypto::keyProofNonce(r.value(), key.receive, key.sign);
    expected.providerNow = QDateTime::fromSecsSinceEpoch(qint64(claims.value().value(QLatin1String("iat")).toDouble()), Qt::UTC);
    expected.subject = person;
    const auto said = crypto::verifyIdToken(token, keys.value(), expected);
    if (said)
        return Word::Holds;
    reason = said.error().code == crypto::errors::badIdToken ? said.error().params.value(QStringLiteral("claim")).toString()
                                                             : QStringLiteral("signature");
    return Word::Lies;
}

// Whether each key from the used one on has signed the next, up to the newest.
bool follows(const Named &named, const ContactKey &used, const QString &person)
{
    qsizetype at = 0;
    while (at < named.keys.size() && named.keys.at(at).first.halves() != used.halves())
        ++at;
    if (at >= named.keys.size() - 1)
        return false;
    for (; at + 1 < named.keys.size(); ++at) {
        const auto &[next, continuity] = named.keys.at(at + 1);
        const ContactKey &before = named.keys.at(at).first;
        if (next.generation != before.generation + 1 ||
            !crypto::continues(before.sign, continuity, person, next.generation, next.receive, next.sign))
            return false;
    }
    return true;
}

QString keyText(const ContactKey &key)
{
    return QString::fromLatin1(key.kid());
}
} // namespace

QString codeWith(vault::Database &database, const QByteArray &theirHalves)
{
    const auto own = vault::PersonKeyStore(database).all();
    if (!own || own.value().isEmpty())
        return {};
    const crypto::PersonKey &newest = own.value().first();
    return crypto::compareCode(newest.kid() + newest.sign.publicKey().thumbprint(), theirHalves);
}

Result<TheirKey> judge(vault::Database &database, const QString &person, const QJsonObject &told, const Provider &provider,
                       const QDateTime &now)
{
    TheirKey out;
    vault::ContactKeyStore store(database);
    CARRIEL_TRY(const vault::Contact contact, store.find(person));
    CARRIEL_TRY(const Named named, read(told));
    if (named.keys.isEmpty()) {
        if (contact.used) // it is said that he has none; what is here stays here and is not used in silence
            out.standing = Standing::Changed;
        return out;
    }
    const ContactKey &newest = named.newest();
    out.kid = newest.kid();
    out.code = codeWith(database, newest.halves());
    if (contact.used && contact.used->halves() == newest.halves()) {
        out.standing = Standing::Known;
        if (contact.offered)
            CARRIEL_CHECK(store.withdraw(person));
        return out;
    }
    const Word word = wordOf(told.value(QLatin1String("proof")).toObject(), newest, person, provider, out.reason);
    if (word == Word::Lies) {
        out.standing = Standing::False;
        return out;
    }
    if (!contact.used && word == Word::Holds) {
        out.standing = Standing::Proven;
        CARRIEL_CHECK(store.use(person, newest, QStringLiteral("proven"), now));
        return out;
    }
    const bool followed = contact.used && word == Word::Holds && follows(named, *contact.used, person);
    out.standing = followed ? Standing::Followed : contact.used ? Standing::Changed : Standing::Unconfirmed;
    CARRIEL_CHECK(store.offer(person, newest, followed, now));
    return out;
}

Result<bool> notice(vault::Database &database, const QString &person, const QJsonObject &told, const QDateTime &now)
{
    vault::ContactKeyStore store(database);
    CARRIEL_TRY(const vault::Contact contact, store.find(person));
    CARRIEL_TRY(const Named named, read(told));
    if (!contact.used || named.keys.isEmpty())
        return false;
    const ContactKey &newest = named.newest();
    if (contact.used->halves() == newest.halves()) {
        if (contact.offered)
            CARRIEL_CHECK(store.withdraw(person));
        return false;
    }
    if (contact.offered && contact.offered->halves() == newest.halves())
        return false;
    CARRIEL_CHECK(store.offer(person, newest, false, now));
    return true;
}

Outcome agree(vault::Database &database, const QString &person, const QByteArray &kid, const QDateTime &now)
{
    vault::ContactKeyStore store(database);
    CARRIEL_TRY(const vault::Contact contact, store.find(person));
    if (contact.used && contact.used->kid() == kid && !contact.offered)
        return {};
    if (!contact.offered)
        return Error{errors::noPersonKey, {{QStringLiteral("id"), person}}, {}};
    if (contact.offered->kid() != kid)
        return Error{errors::keyChanged,
                     {{QStringLiteral("id"), person}, {QStringLiteral("code"), codeWith(database, contact.offered->halves())}},
                     keyText(*contact.offered)};
    return store.use(person, *contact.offered, contact.followed ? QStringLiteral("followed") : QStringLiteral("compared"), now);
}

QString senderStanding(vault::Database &database, const QString &person, const QByteArray &halves)
{
    const auto contact = vault::ContactKeyStore(database).find(person);
    if (!contact)
        return QStringLiteral("new");
    const vault::Contact &one = contact.value();
    if (one.used && one.used->halves() == halves)
        return one.how.isEmpty() ? QStringLiteral("known") : one.how;
    if (one.offered && one.followed && one.offered->halves() == halves)
        return QStringLiteral("followed");
    return one.used ? QStringLiteral("changed") : QStringLiteral("new");
}

Outcome agreeToSender(vault::Database &database, const QString &person, const vault::ContactKey &key, const QDateTime &now)
{
    return vault::ContactKeyStore(database).use(person, key, QStringLiteral("compared"), now);
}

Result<QByteArray> usedKey(vault::Database &database, const QString &person, const QByteArray &kid)
{
    CARRIEL_TRY(const vault::Contact contact, vault::ContactKeyStore(database).find(person));
    const auto params = [&](const ContactKey &key) {
        return QVariantMap{{QStringLiteral("id"), person}, {QStringLiteral("code"), codeWith(database, key.halves())}};
    };
    if (!contact.used && !contact.offered)
        return Error{errors::noPersonKey, {{QStringLiteral("id"), person}}, {}};
    if (contact.offered)
        return Error{contact.used ? errors::keyChanged : errors::keyUnconfirmed, params(*contact.offered), {}};
    if (!kid.isEmpty() && contact.used->kid() != kid)
        return Error{errors::keyChanged, params(*contact.used), {}};
    return QJsonDocument(contact.used->receive.toJwk()).toJson(QJsonDocument::Compact);
}

} // namespace carriel::shares
