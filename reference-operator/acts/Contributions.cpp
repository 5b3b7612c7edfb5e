// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference-operator/acts/Contributions.h"

#include "reference-operator/Blobs.h"
#include "reference-operator/Changes.h"
#include "reference-operator/Config.h"
#include "reference-operator/Devices.h"
#include "reference-operator/Encoding.h"
#include "reference-operator/Jws.h"
#include "reference-operator/acts/Consents.h"
#include "reference-operator/acts/Effects.h"
#include "reference-operator/acts/Entities.h"
#include "reference-operator/acts/Notifications.h"

#include <QHash>

namespace carriel::op {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDocuments = 100;
constexpr qsizetype largestAnswer = 32768; // of an entity
constexpr qint64 mostRecords = 200;        // further fetches are counted among the effects alone

const QString columns =
    u"SELECT id, folder, person, entity, procedure, box, state, request, statement, device, blob, copy, sha256, head,"
    u" filing, filing_number, rejection, caused_by, received, changed, n, rev, records FROM contributions WHERE id = ?"_s;

Problem bad(const char *code, const char *reason)
{
    return Problem(code).with("reason", QString::fromLatin1(reason));
}

QVariant orNull(const QString &text)
{
    return text.isNull() ? QVariant() : QVariant(text);
}

QJsonValue jsonOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue() : QJsonValue(text);
}

std::optional<Contribution> from(QSqlQuery &row)
{
    if (!row.next())
        return std::nullopt;
    Contribution k;
    int i = 0;
    for (QString *into : {&k.id,      &k.folder,       &k.person,    &k.entity,   &k.procedure, &k.box,    &k.state,
                          &k.request, &k.statement,    &k.device,    &k.blob,     &k.copy,      &k.sha256, &k.head,
                          &k.filing,  &k.filingNumber, &k.rejection, &k.causedBy, &k.received,  &k.changed}) {
        *into = row.value(i).isNull() ? QString() : row.value(i).toString();
        ++i;
    }
    k.n = row.value(i++).toLongLong();
    k.rev = row.value(i++).toLongLong();
    k.records = row.value(i).toLongLong();
    row.finish();
    return k;
}

struct Record
{
    const char *event;
    QJsonArray refs;
    QJsonObject extra;
    QString state;
    QString causedBy;
};

// Signs the next record of the chain, and moves row and feed on.
void append(Connection &c, const Config &config, const OperatorKeys &keys, Contribution &k, const Record &record)
{
    const qint64 now = nowSeconds();
    QJsonObject told = record.extra;
    told.insert(u"entity"_s, k.entity);
    told.insert(u"sub"_s, k.person);
    told.insert(u"procedure"_s, k.procedure);
    told.insert(u"package_sha256"_s, k.sha256);
    ++k.records;
    QJsonObject payload{
        {u"iss"_s, config.api()}, {u"jti"_s, newId()},
        {u"iat"_s, now},          {u"toe"_s, now},
        {u"txn"_s, k.id},         {u"seq"_s, k.records},
        {u"refs"_s, record.refs}, {u"events"_s, QJsonObject{{QString::fromLatin1(record.event), told}}}};
    if (k.records > 1)
        payload.insert(u"prev"_s, k.head);
    const QByteArray jws = keys.sign(u"secevent+jwt"_s, payload);
    k.head = digestOf(jws);
    k.state = record.state;
    k.causedBy = record.causedBy;
    k.changed = nowText();
    ++k.rev;
    c.change(u"UPDATE contributions SET state = ?, rev = ?, head = ?, records = ?, filing = ?, filing_number = ?,"
             u" rejection = ?, caused_by = ?, changed = ? WHERE id = ?"_s,
             {k.state, k.rev, k.head, k.records, orNull(k.filing), orNull(k.filingNumber), orNull(k.rejection),
              orNull(k.causedBy), k.changed, k.id});
    c.change(u"INSERT INTO contribution_evidence(contribution, seq, event, jws) VALUES(?, ?, ?, ?)"_s,
             {k.id, k.records, QString::fromLatin1(record.event), QString::fromLatin1(jws)});
    recordChange(c, k.folder, u"contribution"_s, k.id);
}

// What was consented to fits what was asked.
void checkDocuments(const QJsonArray &asked, const QJsonArray &given)
{
    QHash<QString, qint64> room;
    for (const QJsonValue &ask : asked)
        room.insert(ask.toObject().value("id"_L1).toString(), ask.toObject().value("max"_L1).toInteger(1));
    QSet<QString> answered;
    if (given.isEmpty() || given.size() > mostDocuments)
        throw bad("contribution_invalid", "documents");
    for (const QJsonValue &value : given) {
        const QJsonObject one = value.toObject();
        const QString ask = one.value("ask"_L1).toString();
        const QString name = one.value("name"_L1).toString();
        const auto digest = fromB64u(one.value("sha256"_L1).toString().toLatin1());
        if (!room.contains(ask) || --room[ask] < 0 || name.isEmpty() || name.size() > 255 ||
            one.value("size"_L1).toInteger(-1) < 0 || !digest || digest->size() != 32)
            throw bad("contribution_invalid", "documents");
        answered.insert(ask);
    }
    for (const QJsonValue &ask : asked) {
        if (ask.toObject().value("required"_L1).toBool() &&
            !answered.contains(ask.toObject().value("id"_L1).toString()))
            throw bad("contribution_invalid", "missing");
    }
}

QJsonObject answerOf(Connection &c, const Contribution &k, const QByteArray &jws, const char *typ)
{
    const auto invalid = [](const char *reason) { return bad("statement_invalid", reason); };
    const auto parsed = jws.size() <= largestAnswer ? parseJws(jws) : std::nullopt;
    if (!parsed || parsed->typ() != QLatin1StringView(typ))
        throw invalid("form");
    if (!verifies(*parsed, entityKey(c, k.entity, parsed->kid(), u"sign"_s)))
        throw invalid("signature");
    const QJsonObject &p = parsed->payload;
    if (p.value("v"_L1).toInteger() != 1 || p.value("id"_L1).toString() != k.id ||
        p.value("iss"_L1).toString() != k.entity || p.value("sub"_L1).toString() != k.person)
        throw invalid("id");
    if (p.value("statement_sha256"_L1).toString() != digestOf(k.statement.toLatin1()))
        throw invalid("statement_sha256");
    return p;
}

void needOpen(Connection &c, const Contribution &k)
{
    if (!k.filing.isNull() || !k.rejection.isNull())
        throw Problem("already_exists").with("current", contributionJson(c, k));
}

} // namespace

std::optional<Contribution> findContribution(Connection &c, const QString &id)
{
    return from(c.run(columns, {id}));
}

std::optional<Contribution> lockContribution(Connection &c, const QString &id)
{
    static const QString locking = QString(columns + u" FOR UPDATE"_s);
    return from(c.run(c.isPostgres() ? locking : columns, {id}));
}

Contribution submit(Connection &c, const Config &config, const OperatorKeys &keys, const QString &folder,
                    const QString &person, const QString &id, const QJsonObject &submission, const QString &key)
{
    if (const auto before = findContribution(c, id)) {
        if (before->folder != folder)
            throw Problem("id_taken");
        throw Problem("already_exists").with("current", contributionJson(c, *before));
    }
    const ContributionRequest request = readRequest(config, submission.value("request"_L1).toString().toLatin1());
    needGenuine(c, request);
    if (!request.sub.isEmpty() && request.sub != person)
        throw bad("request_invalid", "recipient");

    const QByteArray jws = submission.value("statement"_L1).toString().toLatin1();
    const QString device = submission.value("device"_L1).toString();
    const QJsonObject said = statementOf(c, folder, device, jws, "carpeta-contribution+json");
    if (said.value("v"_L1).toInteger() != 1 || said.value("id"_L1).toString() != id)
        throw bad("statement_invalid", "id");
    if (said.value("sub"_L1).toString() != person)
        throw bad("statement_invalid", "sub");
    if (said.value("request_sha256"_L1).toString() != digestOf(request.jws) ||
        said.value("entity"_L1).toString() != request.entity ||
        said.value("procedure"_L1).toString() != request.procedure)
        throw bad("statement_invalid", "request_sha256");
    const QJsonValue code = said.value("code_sha256"_L1);
    if (request.payload.value("return"_L1).isString() != code.isString())
        throw bad("contribution_invalid", "code");
    checkDocuments(request.payload.value("documents"_L1).toArray(), said.value("documents"_L1).toArray());

    // Locked, so that nobody forgets the person's copy before the entity's row names the bytes.
    const QString blob = submission.value("blob"_L1).toString();
    c.one(QString(u"SELECT 1 FROM blobs WHERE folder = ? AND id = ?"_s + c.forUpdate()), {folder, blob});
    const auto bytes = findBlob(c, folder, blob);
    const QJsonObject package = said.value("package"_L1).toObject();
    if (!bytes)
        throw Problem("blob_missing");
    if (package.value("size"_L1).toInteger(-1) != bytes->size ||
        package.value("sha256"_L1).toString().toLatin1() != b64u(bytes->sha256))
        throw bad("contribution_invalid", "package");

    // Of two that answer the same request at once, one has it.
    if (request.once &&
        c.change(u"INSERT INTO used_requests(entity, jti, contribution) VALUES(?, ?, ?) ON CONFLICT DO NOTHING"_s,
                 {request.entity, request.id, id}) == 0)
        throw Problem("request_used")
            .with("existing",
                  c.one(u"SELECT k.id FROM used_requests u JOIN contributions k ON k.id = u.contribution"
                        u" WHERE u.entity = ? AND u.jti = ? AND k.folder = ?"_s, // whose it is, only he is told
                        {request.entity, request.id, folder})
                      .toString());
    Contribution k;
    k.id = id;
    k.folder = folder;
    k.person = person;
    k.entity = request.entity;
    k.procedure = request.procedure;
    k.box = findEntity(c, request.entity)->box;
    k.n = c.one(u"UPDATE entities SET contributions = contributions + 1 WHERE id = ? RETURNING contributions"_s,
                {k.entity})
              .toLongLong();
    k.request = QString::fromLatin1(request.jws);
    k.statement = QString::fromLatin1(jws);
    k.device = deviceJson(c, folder, device).value("statement"_L1).toString();
    k.blob = blob;
    k.copy = nameBlob(c, k.box, bytes->sha256, bytes->size, bytes->place).id;
    k.sha256 = QString::fromLatin1(b64u(bytes->sha256));
    k.received = k.changed = nowText();
    c.change(u"INSERT INTO contributions(id, folder, person, entity, procedure, box, n, rev, state, request, statement,"
             u" device, blob, copy, sha256, records, received, changed)"
             u" VALUES(?, ?, ?, ?, ?, ?, ?, 0, 'Submitted', ?, ?, ?, ?, ?, ?, 0, ?, ?)"_s,
             {k.id, k.folder, k.person, k.entity, k.procedure, k.box, k.n, k.request, k.statement, k.device, k.blob,
              k.copy, k.sha256, k.received, k.changed});
    append(c, config, keys, k,
           {event::submissionAcceptance,
            {ref("request", request.jws), ref("contribution", jws), ref("device", k.device.toLatin1())},
            {},
            u"Submitted"_s,
            key});
    recordEffect(c, {u"contribution"_s, k.entity, folder, id, key, request.id});
    return k;
}

void handOver(Connection &c, const Config &config, const OperatorKeys &keys, Contribution &k)
{
    recordEffect(c, {u"package"_s, k.entity, k.folder, k.id, {}, {}});
    const bool first = k.state == u"Submitted";
    if (!first && k.records >= mostRecords)
        return;
    append(
        c, config, keys, k,
        {first ? event::contentHandover : event::contentAccessTracking, {}, {}, first ? u"Delivered"_s : k.state, {}});
}

void file(Connection &c, const Config &config, const OperatorKeys &keys, Contribution &k, const QByteArray &receipt,
          const QString &key)
{
    needOpen(c, k);
    if (k.state != u"Delivered") // nobody files what he has not seen
        throw Problem("not_available").with("reason", k.state);
    const QJsonObject p = answerOf(c, k, receipt, "carpeta-filing+json");
    const QString number = p.value("filing_number"_L1).toString();
    if (number.trimmed().isEmpty() || number.size() > 64 || p.value("filed_at"_L1).toInteger() <= 0)
        throw bad("statement_invalid", "filing_number");
    if (p.value("package_sha256"_L1).toString() != k.sha256)
        throw bad("statement_invalid", "package_sha256");
    if (c.one(u"SELECT 1 FROM contributions WHERE entity = ? AND filing_number = ?"_s, {k.entity, number}).isValid())
        throw Problem("filing_number_taken");
    k.filing = QString::fromLatin1(receipt);
    k.filingNumber = number;
    recordEffect(c, {u"filing"_s, k.entity, k.folder, k.id, key, number});
    append(c, config, keys, k,
           {event::filing, {ref("filing", receipt)}, {{u"filing_number"_s, number}}, u"Filed"_s, {}});
}

void reject(Connection &c, const Config &config, const OperatorKeys &keys, Contribution &k, const QByteArray &rejection,
            const QString &key)
{
    needOpen(c, k);
    const QString reason = answerOf(c, k, rejection, "carpeta-rejection+json").value("reason"_L1).toString();
    if (reason.trimmed().isEmpty() || reason.size() > 2000)
        throw bad("statement_invalid", "reason");
    k.rejection = QString::fromLatin1(rejection);
    recordEffect(c, {u"filing-rejection"_s, k.entity, k.folder, k.id, key, {}});
    append(c, config, keys, k, {event::filingRejection, {ref("rejection", rejection)}, {}, u"Rejected"_s, {}});
}

QJsonObject contributionJson(Connection &c, const Contribution &k)
{
    QJsonArray evidence;
    QSqlQuery &row = c.run(u"SELECT jws FROM contribution_evidence WHERE contribution = ? ORDER BY seq"_s, {k.id});
    while (row.next())
        evidence.append(QJsonObject{{u"jws"_s, row.value(0).toString()}, {u"tst"_s, QJsonValue()}});
    row.finish();
    const auto name = [&](const QString &sql, const QString &id) { return c.one(sql, {id}).toString(); };
    const auto blob = findBlob(c, k.box, k.copy);
    return {
        {u"id"_s, k.id},
        {u"rev"_s, k.rev},
        {u"state"_s, k.state},
        {u"sub"_s, k.person},
        {u"entity"_s,
         QJsonObject{{u"id"_s, k.entity}, {u"name"_s, name(u"SELECT name FROM entities WHERE id = ?"_s, k.entity)}}},
        {u"procedure"_s, QJsonObject{{u"id"_s, k.procedure},
                                     {u"title"_s, name(u"SELECT title FROM procedures WHERE id = ?"_s, k.procedure)}}},
        {u"request"_s, k.request},
        {u"statement"_s, k.statement},
        {u"device"_s, k.device},
        {u"package"_s, QJsonObject{{u"sha256"_s, k.sha256}, {u"size"_s, blob ? blob->size : 0}}},
        {u"evidence"_s, evidence},
        {u"filing"_s, jsonOrNull(k.filing)},
        {u"filing_number"_s, jsonOrNull(k.filingNumber)},
        {u"rejection"_s, jsonOrNull(k.rejection)},
        {u"caused_by"_s, jsonOrNull(k.causedBy)},
        {u"received"_s, k.received},
        {u"changed"_s, k.changed}};
}

QJsonObject contributionChange(Connection &c, const QString &id)
{
    const Contribution k = findContribution(c, id).value_or(Contribution());
    return {{u"kind"_s, u"contribution"_s},
            {u"op"_s, u"upsert"_s},
            {u"id"_s, id},
            {u"rev"_s, k.rev},
            {u"caused_by"_s, jsonOrNull(k.causedBy)},
            {u"contribution"_s, contributionJson(c, k)}};
}

} // namespace carriel::op
