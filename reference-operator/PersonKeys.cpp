// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/PersonKeys.h"

#include "reference-operator/Devices.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Folders.h"
#include "reference-operator/Jwk.h"
#include "reference-operator/Problem.h"
#include "reference-operator/acts/ActivityLog.h"

#include <QJsonDocument>
#include <QSet>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostJwe = 8192;
constexpr qsizetype mostCopies = 64;

[[noreturn]] void invalid(const QString &what)
{
    throw Problem("invalid_request").with("detail", what);
}

// Whoever made it: five parts of base64url. What is inside is not for the operator.
QString checkedJwe(const QJsonValue &value)
{
    const QString jwe = value.toString();
    const auto plain = [](QChar ch) {
        return ch == u'.' || ch == u'-' || ch == u'_' || (ch.unicode() < 128 && ch.isLetterOrNumber());
    };
    if (jwe.isEmpty() || jwe.size() > mostJwe || jwe.count(u'.') != 4 || !std::all_of(jwe.begin(), jwe.end(), plain))
        invalid(u"jwe"_s);
    return jwe;
}

// A signature by the generation before. Whose, is for the person's computers to judge.
QVariant checkedContinuity(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    const QString jws = value.toString();
    const auto plain = [](QChar ch) {
        return ch == u'.' || ch == u'-' || ch == u'_' || (ch.unicode() < 128 && ch.isLetterOrNumber());
    };
    if (jws.isEmpty() || jws.size() > mostJwe || jws.count(u'.') != 2 || !std::all_of(jws.begin(), jws.end(), plain))
        invalid(u"continuity"_s);
    return jws;
}

QString checkedReader(const QString &kid)
{
    const auto raw = fromB64u(kid.toLatin1());
    if (!raw || raw->size() != 32)
        invalid(u"for"_s);
    return kid;
}

QJsonObject parsed(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QJsonArray copiesOf(Connection &c, const QString &folder, qint64 generation)
{
    QJsonArray out;
    QSqlQuery &row = c.run(u"SELECT reader, jwe FROM person_key_copies WHERE folder = ? AND gen = ? ORDER BY reader"_s, {folder, generation});
    while (row.next())
        out.append(QJsonObject{{u"for"_s, row.value(0).toString()}, {u"jwe"_s, row.value(1).toString()}});
    row.finish();
    return out;
}

void store(Connection &c, const QString &folder, qint64 generation, const QString &reader, const QString &jwe)
{
    c.change(u"INSERT INTO person_key_copies(folder, gen, reader, jwe) VALUES(?, ?, ?, ?)"
             u" ON CONFLICT(folder, gen, reader) DO UPDATE SET jwe = excluded.jwe"_s,
             {folder, generation, checkedReader(reader), jwe});
}

qint64 lastGeneration(Connection &c, const QString &folder)
{
    return c.one(u"SELECT coalesce(max(gen), 0) FROM person_keys WHERE folder = ?"_s, {folder}).toLongLong();
}

// What an ID token of scope `openid` holds. Whoever asks for a person's key reads it: no name, no address.
bool saysTheNumberAlone(const QJsonObject &claims)
{
    static const QSet<QString> known{u"iss"_s,     u"sub"_s,     u"aud"_s,       u"azp"_s, u"exp"_s, u"iat"_s,
                                     u"nbf"_s,     u"jti"_s,     u"nonce"_s,     u"acr"_s, u"amr"_s, u"auth_time"_s,
                                     u"at_hash"_s, u"id_type"_s, u"id_number"_s};
    const QStringList there = claims.keys();
    return std::all_of(there.begin(), there.end(), [](const QString &name) { return known.contains(name); });
}

} // namespace

QJsonObject personKeyJson(Connection &c, const QString &folder, qint64 generation)
{
    QSqlQuery &row = c.run(u"SELECT enc, sig, created, continuity, id_token IS NOT NULL FROM person_keys WHERE folder = ? AND gen = ?"_s, {folder, generation});
    if (!row.next())
        throw Problem("not_found");
    QJsonObject json{{u"gen"_s, generation},
                     {u"enc"_s, parsed(row.value(0).toString())},
                     {u"sig"_s, parsed(row.value(1).toString())},
                     {u"created"_s, row.value(2).toString()},
                     {u"continuity"_s, row.value(3).isNull() ? QJsonValue() : QJsonValue(row.value(3).toString())},
                     {u"proven"_s, row.value(4).toLongLong() != 0}};
    row.finish();
    json.insert(u"copies"_s, copiesOf(c, folder, generation));
    return json;
}

QJsonArray personKeysJson(Connection &c, const QString &folder)
{
    QList<qint64> generations;
    QSqlQuery &row = c.run(u"SELECT gen FROM person_keys WHERE folder = ? ORDER BY gen"_s, {folder});
    while (row.next())
        generations.append(row.value(0).toLongLong());
    row.finish();
    QJsonArray out;
    for (const qint64 generation : std::as_const(generations))
        out.append(personKeyJson(c, folder, generation));
    return out;
}

QJsonObject addPersonKey(Connection &c, const QString &folder, qint64 generation, const QJsonObject &request)
{
    const auto enc = publicEncryptionJwk(request.value("enc"_L1).toObject());
    const auto sig = publicSigningJwk(request.value("sig"_L1).toObject());
    const QJsonArray copies = request.value("copies"_L1).toArray();
    if (!enc || enc->value("crv"_L1).toString() != u"X25519"_s || !sig || copies.isEmpty() || copies.size() > mostCopies)
        invalid(u"keys"_s);
    const qint64 last = lastGeneration(c, folder);
    if (generation >= 1 && generation <= last)
        throw Problem("already_exists");
    if (generation != last + 1)
        invalid(u"gen"_s);
    const QVariant continuity = checkedContinuity(request.value("continuity"_L1));
    if (generation == 1 && !continuity.isNull())
        invalid(u"continuity"_s); // there is nothing that it could follow
    c.change(u"INSERT INTO person_keys(folder, gen, enc, sig, created, continuity) VALUES(?, ?, ?, ?, ?, ?)"_s,
             {folder, generation, QString::fromUtf8(compact(*enc)), QString::fromUtf8(compact(*sig)), nowText(), continuity});
    for (const QJsonValue copy : copies)
        store(c, folder, generation, copy.toObject().value("for"_L1).toString(), checkedJwe(copy.toObject().value("jwe"_L1)));
    recordActivity(c, folder, {u"keys.added"_s, {}, QString::number(generation), {}, {}});
    return personKeyJson(c, folder, generation);
}

QJsonObject putKeyCopy(Connection &c, const QString &folder, qint64 generation, const QString &reader, const QJsonObject &request)
{
    personKeyJson(c, folder, generation); // not_found
    if (c.one(u"SELECT count(*) FROM person_key_copies WHERE folder = ? AND gen = ?"_s, {folder, generation}).toLongLong() >= mostCopies)
        invalid(u"copies"_s);
    store(c, folder, generation, reader, checkedJwe(request.value("jwe"_L1)));
    recordActivity(c, folder, {u"keys.copied"_s, {}, reader, {}, {}});
    return personKeyJson(c, folder, generation);
}

KeyProof verifyKeyProof(Auth &auth, const Principal &who, const QJsonObject &key, const QJsonObject &request)
{
    const KeyProof proof{request.value("id_token"_L1).toString(), request.value("r"_L1).toString()};
    const auto r = fromB64u(proof.r.toLatin1());
    if (!r || r->size() != 32 || proof.idToken.size() > mostJwe)
        invalid(u"r"_s);
    const QByteArray halves = *thumbprint(key.value("enc"_L1).toObject()) + *thumbprint(key.value("sig"_L1).toObject());
    const QString nonce = QString::fromLatin1(b64u(sha256(QByteArray(*r + halves))));
    if (!saysTheNumberAlone(auth.idToken(proof.idToken.toLatin1(), who.sub, nonce, "key_proof_invalid")))
        throw Problem("key_proof_invalid").with("reason", u"claims"_s);
    return proof;
}

QJsonObject putKeyProof(Connection &c, const QString &folder, qint64 generation, const KeyProof &proof)
{
    personKeyJson(c, folder, generation); // not_found
    if (generation != lastGeneration(c, folder))
        invalid(u"gen"_s); // nobody is to encrypt to one that was replaced
    c.change(u"UPDATE person_keys SET id_token = ?, r = ? WHERE folder = ? AND gen = ?"_s,
             {proof.idToken, proof.r, folder, generation});
    recordActivity(c, folder, {u"keys.proven"_s, {}, QString::number(generation), {}, {}});
    return personKeyJson(c, folder, generation);
}

QJsonValue directoryKeyJson(Connection &c, const QString &folder)
{
    QJsonArray keys;
    QJsonValue proof;
    QSqlQuery &row = c.run(u"SELECT gen, enc, sig, continuity, id_token, r FROM person_keys WHERE folder = ? ORDER BY gen"_s, {folder});
    while (row.next()) {
        keys.append(QJsonObject{{u"gen"_s, row.value(0).toLongLong()},
                                {u"enc"_s, parsed(row.value(1).toString())},
                                {u"sig"_s, parsed(row.value(2).toString())},
                                {u"continuity"_s, row.value(3).isNull() ? QJsonValue() : QJsonValue(row.value(3).toString())}});
        proof = row.value(4).isNull()
                    ? QJsonValue()
                    : QJsonValue(QJsonObject{{u"id_token"_s, row.value(4).toString()}, {u"r"_s, row.value(5).toString()}});
    }
    row.finish();
    return keys.isEmpty() ? QJsonValue() : QJsonValue(QJsonObject{{u"keys"_s, keys}, {u"proof"_s, proof}});
}

QString receivingKid(Connection &c, const QString &folder)
{
    const QString enc = c.one(u"SELECT enc FROM person_keys WHERE folder = ? ORDER BY gen DESC LIMIT 1"_s, {folder}).toString();
    return enc.isEmpty() ? QString() : QString::fromLatin1(*thumbprint(parsed(enc)));
}

QJsonObject pairingJson(Connection &c, const QString &folder, const QString &device)
{
    deviceJson(c, folder, device); // not_found
    QSqlQuery &row = c.run(u"SELECT by_device, step_commit, step_new, step_reveal FROM pairings WHERE folder = ? AND device = ?"_s, {folder, device});
    QJsonObject out{{u"by"_s, {}}, {u"commit"_s, {}}, {u"new"_s, {}}, {u"reveal"_s, {}}};
    if (row.next()) {
        const auto text = [&row](int n) { return row.value(n).isNull() ? QJsonValue() : QJsonValue(row.value(n).toString()); };
        out = {{u"by"_s, text(0)}, {u"commit"_s, text(1)}, {u"new"_s, text(2)}, {u"reveal"_s, text(3)}};
    }
    row.finish();
    return out;
}

QJsonObject putPairingStep(Connection &c, const QString &folder, const QString &device, const QString &step, const QJsonObject &request)
{
    const QJsonObject before = pairingJson(c, folder, device);
    const QString value = request.value("value"_L1).toString();
    const auto raw = fromB64u(value.toLatin1());
    if (!raw || raw->size() != 32)
        invalid(u"value"_s);
    if (deviceJson(c, folder, device).value("state"_L1).toString() != u"active"_s)
        throw Problem("device_revoked");
    if (step == u"commit"_s) {
        const QString by = request.value("by"_L1).toString();
        if (by == device || deviceJson(c, folder, by).value("state"_L1).toString() != u"active"_s)
            invalid(u"by"_s);
        c.change(u"INSERT INTO pairings(folder, device, by_device, step_commit) VALUES(?, ?, ?, ?) ON CONFLICT(folder, device) DO UPDATE SET"
                 u" by_device = excluded.by_device, step_commit = excluded.step_commit, step_new = NULL, step_reveal = NULL"_s,
                 {folder, device, by, value});
        return pairingJson(c, folder, device);
    }
    const bool second = step == u"new"_s;
    if (!second && step != u"reveal"_s)
        throw Problem("not_found");
    if (before.value(second ? "commit"_L1 : "new"_L1).isNull())
        invalid(u"order"_s);
    const QJsonValue there = before.value(step);
    if (!there.isNull() && there.toString() != value)
        throw Problem("already_exists"); // once: a second guess would make the six digits worth nothing
    c.change(second ? u"UPDATE pairings SET step_new = ? WHERE folder = ? AND device = ?"_s
                    : u"UPDATE pairings SET step_reveal = ? WHERE folder = ? AND device = ?"_s,
             {value, folder, device});
    return pairingJson(c, folder, device);
}

} // namespace carriel::op
