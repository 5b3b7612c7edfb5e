// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Shares.h"

#include "reference-operator/Changes.h"
#include "reference-operator/Config.h"
#include "reference-operator/Devices.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Item.h"
#include "reference-operator/Jws.h"
#include "reference-operator/PersonKeys.h"
#include "reference-operator/acts/ActivityLog.h"
#include "reference-operator/acts/Consents.h"
#include "reference-operator/acts/Effects.h"
#include "reference-operator/acts/Entities.h"
#include "reference-operator/acts/Notifications.h"
#include "reference-operator/acts/Recipients.h"
#include "reference-operator/acts/ShareGrant.h"
#include "reference-operator/acts/SharedContent.h"

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostRecords = 1000; // further fetches are counted, and stand among the effects

const QString columns =
    u"SELECT id, folder, person, kind, recipient, box, state, granted, device, answer, answered, extension, head,"
    u" caused_by, code, made, changed, manifest, erasure, erasure_device, erasure_answer, erasure_answer_device, rev, records, fetches, expires, tries FROM shares WHERE id = ?"_s;

QVariant orNull(const QString &text)
{
    return text.isNull() ? QVariant() : QVariant(text);
}

QJsonValue jsonOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

std::optional<Share> from(QSqlQuery &row)
{
    if (!row.next())
        return std::nullopt;
    Share s;
    int i = 0;
    for (QString *into : {&s.id, &s.folder, &s.person, &s.kind, &s.recipient, &s.box, &s.state, &s.granted, &s.device,
                          &s.answer, &s.answered, &s.extension, &s.head, &s.causedBy, &s.code, &s.made, &s.changed,
                          &s.manifest, &s.erasure, &s.erasureDevice, &s.erased, &s.erasedDevice}) {
        *into = row.value(i).isNull() ? QString() : row.value(i).toString();
        ++i;
    }
    for (qint64 *into : {&s.rev, &s.records, &s.fetches, &s.expires, &s.tries})
        *into = row.value(i++).toLongLong();
    row.finish();
    return s;
}

struct Record
{
    const char *event;
    QJsonArray refs;
    QJsonObject extra;
    QString causedBy;
};

// Signs the next record of the chain, and moves row and feeds on.
void append(Connection &c, const Config &config, const OperatorKeys &keys, Share &s, const Record &record)
{
    const qint64 now = nowSeconds();
    QJsonObject told = record.extra;
    told.insert(u"iss"_s, s.person);
    told.insert(u"sub"_s, jsonOrNull(s.recipient));
    told.insert(u"grant_sha256"_s, digestOf(s.granted.toLatin1()));
    ++s.records;
    QJsonObject payload{{u"iss"_s, config.api()},
                        {u"jti"_s, newId()},
                        {u"iat"_s, now},
                        {u"toe"_s, now},
                        {u"txn"_s, s.id},
                        {u"seq"_s, s.records},
                        {u"refs"_s, record.refs},
                        {u"events"_s, QJsonObject{{u"urn:carpeta:event:"_s + QLatin1StringView(record.event), told}}}};
    if (s.records > 1)
        payload.insert(u"prev"_s, s.head);
    const QByteArray jws = keys.sign(u"secevent+jwt"_s, payload);
    s.head = digestOf(jws);
    s.causedBy = record.causedBy;
    s.changed = nowText();
    ++s.rev;
    c.change(u"UPDATE shares SET state = ?, rev = ?, head = ?, records = ?, fetches = ?, expires = ?, answer = ?,"
             u" answered = ?, extension = ?, erasure = ?, erasure_device = ?, erasure_answer = ?, erasure_answer_device = ?,"
             u" caused_by = ?, changed = ? WHERE id = ?"_s,
             {s.state, s.rev, s.head, s.records, s.fetches, s.expires, orNull(s.answer), orNull(s.answered),
              orNull(s.extension), orNull(s.erasure), orNull(s.erasureDevice), orNull(s.erased), orNull(s.erasedDevice),
              orNull(s.causedBy), s.changed, s.id});
    c.change(u"INSERT INTO share_evidence(share, seq, event, jws) VALUES(?, ?, ?, ?)"_s,
             {s.id, s.records, QString::fromLatin1(record.event), QString::fromLatin1(jws)});
    recordChange(c, s.folder, u"share"_s, s.id);
    if (s.kind == u"person")
        recordChange(c, s.box, u"share"_s, s.id);
}

// Beside sealed documents, and beside no others: the JWE that the owner signed the digest of. What is inside is not for the
// operator. Null of open ones.
QString manifestOf(const ShareGrant &grant, const QJsonObject &request)
{
    constexpr qsizetype most = 262144;
    const QString jwe = request.value("manifest"_L1).toString();
    const bool sealed = grant.custody == u"private";
    if (sealed ? jwe.isEmpty() || jwe.size() > most || jwe.count(u'.') != 4 || digestOf(jwe.toLatin1()) != grant.manifest
               : request.contains("manifest"_L1))
        throw Problem("share_invalid").with("reason", u"manifest"_s);
    return sealed ? jwe : QString();
}

void needOpen(const Share &s)
{
    if (const QString now = s.stateNow(); now != u"Offered" && now != u"Accepted")
        throw Problem("share_ended").with("state", now);
}

QJsonObject entityStatementOf(Connection &c, const QString &entity, const QByteArray &jws, const char *typ)
{
    constexpr qsizetype most = 32768;
    const auto parsed = jws.size() <= most ? parseJws(jws) : std::nullopt;
    if (!parsed || parsed->typ() != QLatin1StringView(typ))
        throw Problem("statement_invalid").with("reason", u"form"_s);
    if (!verifies(*parsed, entityKey(c, entity, parsed->kid(), u"sign"_s)))
        throw Problem("statement_invalid").with("reason", u"signature"_s);
    return parsed->payload;
}

// What the owner or the recipient says of a share that is there.
QJsonObject saidOf(Connection &c, const Actor &by, const Share &s, const QJsonObject &request, const char *typ)
{
    const QByteArray jws = request.value("statement"_L1).toString().toLatin1();
    const QJsonObject said = by.entity.isEmpty() ? statementOf(c, by.folder, request.value("device"_L1).toString(), jws, typ)
                                                 : entityStatementOf(c, by.entity, jws, typ);
    const auto invalid = [](const char *reason) {
        return Problem("statement_invalid").with("reason", QString::fromLatin1(reason));
    };
    if (said.value("v"_L1).toInteger() != 1 || said.value("id"_L1).toString() != s.id)
        throw invalid("id");
    if (said.value("sub"_L1).toString() != by.person)
        throw invalid("sub");
    if (said.value("grant_sha256"_L1).toString() != digestOf(s.granted.toLatin1()))
        throw invalid("grant_sha256");
    return said;
}

} // namespace

QString Share::stateNow() const
{
    return isOpen() && expires <= nowSeconds() ? u"Expired"_s : state;
}

QJsonArray Share::documents() const
{
    const auto jws = parseJws(granted.toLatin1());
    return jws ? jws->payload.value("documents"_L1).toArray() : QJsonArray();
}

std::optional<Share> findShare(Connection &c, const QString &id)
{
    return from(c.run(columns, {id}));
}

std::optional<Share> lockShare(Connection &c, const QString &id)
{
    static const QString locking = QString(columns + u" FOR UPDATE"_s);
    return from(c.run(c.isPostgres() ? locking : columns, {id}));
}

Share share(Connection &c, const Actor &by, const QString &id, const QJsonObject &request)
{
    if (const auto before = findShare(c, id)) {
        if (before->folder != by.folder)
            throw Problem("id_taken");
        throw Problem("already_exists").with("current", shareJson(c, by.config, *before));
    }
    const QByteArray jws = request.value("statement"_L1).toString().toLatin1();
    const QString device = request.value("device"_L1).toString();
    const ShareGrant grant = readGrant(statementOf(c, by.folder, device, jws, "carpeta-grant+json"), id, by.person);
    Share s;
    s.kind = u"link"_s;
    s.manifest = manifestOf(grant, request);
    std::optional<Recipient> to;
    if (!grant.to.isEmpty()) {
        to = findRecipient(c, grant.to);
        if (!to)
            throw Problem("recipient_unknown");
        s.kind = to->kind;
        s.recipient = to->id;
        s.box = to->box;
    }
    if (grant.custody == u"private") {
        if (s.kind != u"person")
            throw Problem("share_invalid").with("reason", u"recipient"_s);
        if (receivingKid(c, s.box) != grant.kid) // never to a key that was replaced: its owner decides anew
            throw Problem("recipient_key_changed");
    }
    for (const QJsonValue &value : grant.documents) {
        const QJsonObject one = value.toObject();
        const Item item = needItem(c, by.folder, one.value("item"_L1).toString());
        if (item.state != u"active")
            throw Problem("item_trashed");
        if (item.isFolder() || item.custody != grant.custody)
            throw Problem("share_invalid").with("reason", u"custody"_s);
        QJsonObject pinned = one; // also of one that follows: what the owner saw is there
        pinned.insert(u"follow"_s, false);
        const auto content = contentOf(c, by.folder, pinned, grant.custody);
        if (!content || content->size != one.value("size"_L1).toInteger(-1) ||
            content->sha256 != one.value("sha256"_L1).toString())
            throw Problem("share_invalid").with("reason", u"version"_s);
    }
    s.id = id;
    s.folder = by.folder;
    s.person = by.person;
    s.state = u"Offered"_s;
    s.granted = QString::fromLatin1(jws);
    s.device = deviceJson(c, by.folder, device).value("statement"_L1).toString();
    s.code = grant.codeDigest;
    s.expires = grant.expires;
    s.made = s.changed = nowText();
    c.change(u"INSERT INTO shares(id, folder, person, kind, recipient, box, state, granted, device, code, rev, records,"
             u" fetches, expires, tries, made, changed, manifest) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, 0, ?, ?, ?)"_s,
             {s.id, s.folder, s.person, s.kind, orNull(s.recipient), orNull(s.box), s.state, s.granted, s.device,
              orNull(s.code), s.expires, s.made, s.changed, orNull(s.manifest)});
    recordEffect(c, {u"share"_s, s.recipient, s.folder, s.id, by.key, s.kind});
    append(c, by.config, by.keys, s,
           {"ShareOffered",
            {ref("grant", jws), ref("device", s.device.toLatin1())},
            {{u"expires"_s, s.expires}, {u"documents"_s, grant.documents.size()}},
            by.key});
    if (s.kind == u"person")
        recordActivity(c, s.box, {u"share.received"_s, s.person, s.id, {}, {}});
    return s;
}

void answerShare(Connection &c, const Actor &by, Share &s, const QJsonObject &request)
{
    const QJsonObject said = saidOf(c, by, s, request, "carpeta-share-answer+json");
    const QString answer = said.value("answer"_L1).toString();
    if (answer != u"accepted" && answer != u"declined")
        throw Problem("statement_invalid").with("reason", u"answer"_s);
    needOpen(s);
    if (s.state != u"Offered")
        throw Problem("already_exists").with("current", receivedJson(c, s));
    const QByteArray jws = request.value("statement"_L1).toString().toLatin1();
    s.answer = QString::fromLatin1(jws);
    s.answered = deviceJson(c, by.folder, request.value("device"_L1).toString()).value("statement"_L1).toString();
    const bool yes = answer == u"accepted";
    s.state = yes ? u"Accepted"_s : u"Declined"_s;
    recordEffect(c, {yes ? u"share-acceptance"_s : u"share-refusal"_s, s.recipient, s.folder, s.id, by.key, {}});
    append(c, by.config, by.keys, s,
           {yes ? "ShareAccepted" : "ShareDeclined",
            {ref("answer", jws), ref("device", s.answered.toLatin1())},
            {},
            by.key});
}

void extendShare(Connection &c, const Actor &by, Share &s, const QJsonObject &request)
{
    const QJsonObject said = saidOf(c, by, s, request, "carpeta-share-extension+json");
    needOpen(s);
    const qint64 until = said.value("exp"_L1).toInteger();
    if (until <= s.expires || until > nowSeconds() + longestShare)
        throw Problem("share_invalid").with("reason", u"dates"_s);
    const QByteArray jws = request.value("statement"_L1).toString().toLatin1();
    s.extension = QString::fromLatin1(jws);
    s.expires = until;
    recordEffect(c, {u"share-extension"_s, s.recipient, s.folder, s.id, by.key, QString::number(until)});
    append(c, by.config, by.keys, s, {"ShareExtended", {ref("extension", jws)}, {{u"expires"_s, until}}, by.key});
}

void revokeShare(Connection &c, const Actor &by, Share &s, const QString &reason)
{
    if (!s.isOpen())
        return;
    s.state = u"Revoked"_s;
    recordEffect(c, {u"share-revocation"_s, s.recipient, s.folder, s.id, by.key, reason});
    append(c, by.config, by.keys, s, {"ShareRevoked", {}, {{u"reason"_s, reason}}, by.key});
}

void askErasure(Connection &c, const Actor &by, Share &s, const QJsonObject &request)
{
    (void)saidOf(c, by, s, request, "carpeta-erasure-request+json");
    if (s.recipient.isNull() || s.fetches == 0)
        throw Problem("share_invalid").with("reason", s.recipient.isNull() ? u"recipient"_s : u"unread"_s);
    if (!s.erasure.isNull())
        throw Problem("already_exists").with("current", shareJson(c, by.config, s));
    const QByteArray jws = request.value("statement"_L1).toString().toLatin1();
    s.erasure = QString::fromLatin1(jws);
    s.erasureDevice = deviceJson(c, by.folder, request.value("device"_L1).toString()).value("statement"_L1).toString();
    recordEffect(c, {u"share-erasure-request"_s, s.recipient, s.folder, s.id, by.key, {}});
    append(c, by.config, by.keys, s, {"ShareErasureAsked", {ref("erasure", jws)}, {}, by.key});
    if (s.kind == u"person")
        recordActivity(c, s.box, {u"share.erasure-asked"_s, s.person, s.id, {}, {}});
}

void answerErasure(Connection &c, const Actor &by, Share &s, const QJsonObject &request)
{
    constexpr qsizetype longest = 500;
    const QJsonObject said = saidOf(c, by, s, request, "carpeta-erasure-answer+json");
    const QString answer = said.value("answer"_L1).toString(), reason = said.value("reason"_L1).toString();
    const bool kept = answer == u"kept";
    if ((!kept && answer != u"erased") || reason.size() > longest || (kept && reason.trimmed().isEmpty()))
        throw Problem("statement_invalid").with("reason", u"answer"_s);
    if (s.erasure.isNull())
        throw Problem("share_invalid").with("reason", u"not_asked"_s);
    if (!s.erased.isNull())
        throw Problem("already_exists").with("current", receivedJson(c, s));
    const QByteArray jws = request.value("statement"_L1).toString().toLatin1();
    s.erased = QString::fromLatin1(jws);
    if (by.entity.isEmpty())
        s.erasedDevice = deviceJson(c, by.folder, request.value("device"_L1).toString()).value("statement"_L1).toString();
    recordEffect(c, {kept ? u"share-kept"_s : u"share-erased"_s, s.recipient, s.folder, s.id, by.key, {}});
    append(c, by.config, by.keys, s, {"ShareErasureAnswered", {ref("erasure_answer", jws)}, {{u"answer"_s, answer}}, by.key});
}

void expireShare(Connection &c, const Config &config, const OperatorKeys &keys, Share &s)
{
    if (!s.isOpen() || s.expires > nowSeconds())
        return;
    s.state = u"Expired"_s;
    recordEffect(c, {u"share-expiry"_s, s.recipient, s.folder, s.id, {}, {}});
    append(c, config, keys, s, {"ShareExpired", {}, {{u"expires"_s, s.expires}}, {}});
}

Blob takeShared(Connection &c, const Config &config, const OperatorKeys &keys, Share &s, qint64 n, qint64 from,
                const QString &by)
{
    needOpen(s);
    if (s.kind == u"person" && s.state != u"Accepted")
        throw Problem("share_not_accepted");
    const QJsonArray documents = s.documents();
    if (n < 0 || n >= documents.size())
        throw Problem("not_found");
    const auto content = contentOf(c, s.folder, documents.at(n).toObject(), s.custody());
    const auto blob = content ? findBlob(c, s.folder, content->blob) : std::nullopt;
    if (!blob)
        throw Problem("document_withdrawn");
    ++s.fetches;
    s.state = u"Accepted"_s; // of entities and links: whoever reads has taken it
    recordEffect(c, {u"share-fetch"_s, s.recipient, s.folder, s.id, {}, QString::number(n)});
    if (s.records < mostRecords)
        append(c, config, keys, s,
               {"ShareFetched",
                {},
                {{u"document"_s, n},
                 {u"version"_s, content->version},
                 {u"sha256"_s, content->sha256},
                 {u"from"_s, from},
                 {u"by"_s, by}},
                {}});
    else
        c.change(u"UPDATE shares SET fetches = ? WHERE id = ?"_s, {s.fetches, s.id});
    return *blob;
}

void linkTried(Connection &c, const Config &config, const OperatorKeys &keys, Share &s, bool right)
{
    append(c, config, keys, s, {right ? "ShareLinkOpened" : "ShareLinkRefused", {}, {}, {}});
}

bool maySendOn(Connection &c, const QString &id)
{
    return c
        .one(u"SELECT 1 FROM shares WHERE id = ? AND state IN ('Offered', 'Accepted') AND expires > ?"_s,
             {id, nowSeconds()})
        .isValid();
}

} // namespace carriel::op
